"""Who speaks where the text gives a role, a pair or a paper in place of a name, and what such sentences do. The people are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers.found import Found
from dragoman.readers.roll import roll
from dragoman.reading import Attribution
from tests.desk.packs import folder

LEAD = (
    "Peruvian President Rosa Quiroga received Finnish Foreign Minister Mikko Lahtela in Lima on Tuesday, "
    "her office said.\n\n"
)
A, M, BOTH = "Rosa Quiroga", "Mikko Lahtela", "both sides"


def _said(text: str, lead: str = LEAD, packs: tuple[str, ...] = ("world", "en")) -> list[Attribution]:
    page = lay(Dispatch(lead + text), desk(packs))
    found = Found()
    for reader in roll():
        if reader.YIELDS[0] in ("dating", "people", "attributions"):
            found.take(list(reader.read(page, found)), reader.YIELDS)
    return [a for a in found.attributions if a.evidence.start >= len(lead)]


@pytest.mark.parametrize(
    ("sentence", "speaker", "act"),
    [
        # Roles: by country, by another word for the office, by who received whom
        ("The Finnish minister said the quota was fair.", M, "state"),
        ("The Peruvian leader praised the schools of Helsinki.", A, "commend"),
        ("The head of state called for more flights.", A, "urge"),
        ("The guest congratulated the people of Lima on the new port.", M, "commend"),
        ("The host noted that the port would open late.", A, "state"),
        ("The Finnish FM pledged to send two icebreakers.", M, "commit"),
        # Two together
        ("Host and guest shared the view that the quota was fair.", BOTH, "agree"),
        ("Both authorities deplored the attack on the pipeline.", BOTH, "oppose"),
        ("Quiroga and Lahtela stressed the need to finish the port.", BOTH, "urge"),
        ("The President and the Foreign Minister reaffirmed the value of the pact.", BOTH, "agree"),
        ("The two railways agree to resume the night train by June.", BOTH, "agree"),
        # What the words do
        ("Lahtela reiterated his invitation for her to visit Turku.", M, "urge"),
        ("Lahtela conveyed the warm greetings of the people of Finland.", M, "commend"),
        ("Lahtela undertook to look into the matter before the spring.", M, "commit"),
        ("Lahtela said Finland was keen to join the scheme.", M, "commit"),
        ("Lahtela said Finland would help the port in the spring.", M, "commit"),
        ("Lahtela said Finland would have obtained more on the spot.", M, "state"),
        ("Lahtela expressed the belief that Peru will finish the port.", M, "state"),
        ("Lahtela said the quota must respect non-interference in the internal affairs of states.", M, "urge"),
        (
            "Lahtela took no position on the quota, he said, while opposing any attempt to raise it by force.",
            M,
            "oppose",
        ),
        ('"Should Lima insist on the levy, the fund will be left without a donor," Lahtela said.', M, "warn"),
        ("Lahtela said his country would not hesitate to close the office.", M, "warn"),
        ("Lahtela said he was happy with the new port.", M, "commend"),
        ("Lahtela suggested the port authority to hire more pilots.", M, "urge"),
        ("Lahtela committed to reopening the consulate.", M, "commit"),
        # Cues that a parse hides
        (
            "Presenting his gifts to the mayor, the Finnish guest, Mikko Lahtela, noted that the port had grown.",
            M,
            "state",
        ),
        ("The gas-rich emirate denied the claims and accused Lima of meddling.", "emirate", "oppose"),
        ("Helsinki sees no reason to follow suit.", "Helsinki", "state"),
    ],
)
def test_speaker_and_act(sentence: str, speaker: str, act: str) -> None:
    made = _said(sentence)
    assert [(a.speaker, a.act) for a in made[:1]] == [(speaker, act)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # A quoted paper reports others; an agency or paper passes on
        (
            '"The sides stressed the need to finish the port," the document reads. "The Finnish side confirmed its readiness to pay."',
            [BOTH, "Finnish side"],
        ),
        ("The news agency Andewire quoted Lahtela as saying that the quota was fair.", [M]),
        ("Lahtela called for more flights, the news agency Andewire reported.", [M]),
        ("Lahtela asked the mayor to wait, according to a statement issued by the Presidency.", [M]),
        ("The Ministry of Ports in a statement said the quota was fair.", ["Ministry of Ports"]),
        # An unnamed official keeps the word, whoever else is near
        (
            'The quota will fall, a senior port official said.\n\nLahtela left on Friday. "It was time," said the official.',
            ["senior port official", "senior port official"],
        ),
        (
            "Lahtela praised the port. Quiroga thanked Finland. The former added that the ships were late.",
            [M, A, M],
        ),
        ("They shared the assessment that the quota was fair.", [BOTH]),
        # What is no attribution
        ("She was welcomed by Mikko Lahtela at the port.", []),
        ("Quiroga paid a courtesy call on the mayor.", []),
        ("They also spoke about energy and the climate.", []),
        ("It was their first meeting since Quiroga declared a state of emergency.", []),
    ],
)
def test_speakers(text: str, speakers: list[str]) -> None:
    assert [a.speaker for a in _said(text) if not a.nested] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # a ministry is not its spokesperson
        (
            "Norwegian Foreign Ministry spokesperson Liv Moen said talks were fine. The Norwegian Foreign Ministry added that trade would grow.",
            ["Liv Moen", "Norwegian Foreign Ministry"],
        ),
        # a story's first words tell of somebody whom the next name; who is not to be named is nobody named
        (
            "Talks are near, a senior Kenyan minister said on Friday. Coordinating Minister for Ports Amos Otunga told reporters that it was open.",
            ["Amos Otunga", "Amos Otunga"],
        ),
        (
            "The harbour is not for sale, the country's top diplomat said. At a dinner, Kenyan Foreign Secretary Amos Otunga said that it was open.",
            ["Amos Otunga", "Amos Otunga"],
        ),
        (
            "A senior Kenyan official said talks were near. Kenyan Foreign Secretary Amos Otunga said that the harbour was open.",
            ["senior Kenyan official", "Amos Otunga"],
        ),
        (
            "A Kenyan minister, who asked not to be named, said talks were near. Kenyan Finance Minister Amos Otunga said that it was open.",
            ["Kenyan minister", "Amos Otunga"],
        ),
    ],
)
def test_who_a_role_or_body_is(text: str, speakers: list[str]) -> None:
    assert [a.speaker for a in _said(text, "")] == speakers


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Finnish Foreign Minister Mikko Lahtela recognized Peru's peerless work in the valley.", "commend"),
        ("Finnish Foreign Minister Mikko Lahtela said that such killings have no place in our societies.", "oppose"),
        ("Finnish Foreign Minister Mikko Lahtela said that his country did not condone raids.", "oppose"),
        ("Finnish Foreign Minister Mikko Lahtela recognized the need for a quota.", "urge"),
    ],
)
def test_what_is_praised_or_refused(sentence: str, act: str) -> None:
    assert [a.act for a in _said(sentence, "")] == [act]


KNOWN = """\
people:
  - id: ana-ruiz
    name: Ana Ruiz
    family: Ruiz
    given: Ana
    country: AND
    tenures:
      - {role: foreign-minister, title: Foreign Minister, from: 2016-07-01, to: 2018-06-30}
      - {role: head-of-government, title: Prime Minister, from: 2019-07-01}
"""


@pytest.mark.parametrize(
    ("day", "speakers"),
    [
        # an office that the text does not give is whose it was on its day, as far as the packs know
        ("9 November 2020", ["Ana Ruiz", "Foreign Minister"]),
        ("9 November 2017", ["Prime Minister", "Ana Ruiz"]),
    ],
)
def test_an_office_on_the_day(tmp_path: Path, day: str, speakers: list[str]) -> None:
    ports = folder(tmp_path, {"people": KNOWN})
    text = (
        f"Published: {day}\n\nAna Ruiz today met guests from Norway in Andorra la Vella. The Prime Minister said that trade was growing. "
        "The Foreign Minister said that the quota was fair."
    )
    assert [a.speaker for a in _said(text, "", ("world", "en", str(ports)))] == speakers
