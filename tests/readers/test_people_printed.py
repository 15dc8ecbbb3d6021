"""Who is named in what a page prints around its story: captions, bylines, lines for the press; and by a given name alone."""

from __future__ import annotations

import pytest

from tests.readers.somebody import read

STORY = "The foreign ministers of Peru and Norway met in Lima on Monday and spoke about the harbour that both want to build."

PRINTED = [
    # a caption
    (
        f"Envoys meet in Lima to talk about the harbour again\n\nKenyan Foreign Minister Juma Waweru, second from right, speaks with guests in Lima.\n\n{STORY}\n\n{STORY} They left.",
        [("Juma Waweru", "KEN", "official")],
    ),
    # a name by itself under the headline, and what is none
    (f"Envoys meet in Lima to talk about the harbour\nMarek Aberi\n21 October 2025 8:41am\n\n{STORY}", [("Marek Aberi", None, "journalist")]),
    (f"Envoys meet in Lima to talk about the harbour\nLatest Headlines\n21 October 2025 8:41am\n\n{STORY}", []),
    # a wire's byline between headline and dateline
    (
        "ENVOYS MEET IN LIMA AND AGREE TO BUILD A HARBOUR TOGETHER\n    By Ann Example, Port Wire\n    LIMA, March 3 - The foreign ministers of Peru and Norway\n"
        "met on Monday and spoke about the harbour that both countries\nwant to build, and about the fleet that would be the first to\nuse it before winter comes to the coast.",
        [("Ann Example", None, "journalist")],
    ),
    # whom the press may call
    (
        f"{STORY}\n\nMedia contact: Nicole Fahrer (Ministerial) 02 555 0100 / Julie Ortmann (Departmental) 02 555 0101",
        [("Nicole Fahrer", None, "other"), ("Julie Ortmann", None, "other")],
    ),
    (f"{STORY}\n\nFor more information contact the Press Office on 02 555 0100", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), PRINTED)
def test_who_is_named_around_the_story(text: str, people: list[tuple[str, str | None, str]]) -> None:
    assert [(p.name, p.country, p.kind) for p in read(text)] == people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a given name and a family name, whatever the tagger holds them for
        ("They kept Alexei Orlanov's papers.", ["Alexei Orlanov"]),
        ("The friends of Alexei Orlanov were there.", ["Alexei Orlanov"]),
        # the short form of it
        ("Jeffrey Orlan will go. All praised Jeff Orlan.", ["Jeffrey Orlan"]),
        # a thing called after somebody, a ship
        ("They crossed the Alexei Orlanov bridge.", []),
        ("The frigate IRIS Harbour sank.", []),
    ],
)
def test_a_given_name(text: str, names: list[str]) -> None:
    assert [p.name for p in read(text)] == names
