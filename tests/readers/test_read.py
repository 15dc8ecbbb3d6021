"""Reading is a pure function that never fails: any text gives a reading, the same one in whatever order and on every run."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context

import pytest
from hypothesis import given, settings

from dragoman.cli.samples import samples
from dragoman.desk.desk import relationships
from dragoman.dispatch import Dispatch
from dragoman.errors import DeskError
from dragoman.evening import even
from dragoman.readers.read import desks_for, read, reader_version
from dragoman.reading import ACTS, Reading
from dragoman.shape import shape, spans
from dragoman.sources.gather import gather
from dragoman.span import Span
from tests.page.pages import texts

STORY = """\
LIMA, May 3, 2024 (Port Wire) -- Peruvian Foreign Minister Ana Ruiz met her Norwegian counterpart Tom Berg in Lima on Friday.

Ruiz said that Peru welcomed the harbour plan. "We will open the harbour next year," Berg added.

The two sides agreed to hold the third Norway-Peru Ocean Dialogue in Oslo in 2025."""

ODD = {
    "nothing": "",
    "a blank": " \n\t ",
    "NUL": "Ana Ruiz\0said\0that she agreed.\0",
    "marks of direction": "\u202eAna Ruiz said\u202c that \u2067Tom Berg\u2069 agreed.",
    "a word of 100,000 letters": "a" * 100_000,
    "a name of 100,000 letters": "Mr. A" + "b" * 100_000 + " said so.",
    "20,000 words": "fish and " * 10_000,
    "100,000 full stops": "." * 100_000,
    "100,000 quotation marks": '"' * 100_000,
    "100,000 brackets": "(" * 100_000,
    "100,000 line ends": "\n" * 100_000,
    "100,000 short lines": "a\n" * 50_000,
    "a lone quotation mark": '"',
    "an office and a name with no verb": "Minister for Ports and Coastal Affairs, Ana Ruiz\nMP",
    "a number of two words, spaced out": "That was a  few years ago.",
    "a number without its article": "That came out couple of months ago.",
    "a heading that begins with talks": "Foreign Minister Ana Ruiz of Peru\n\nTalks with Tom Berg of Norway\n\nRuiz met Berg.",
    "a noun of speech before its verb": "What concerns do you hold for Peru?",
    "a lone mark in a story": STORY.replace("Ruiz said", '"Ruiz said'),
    "emoji": "🇵🇪🤝🇳🇴 Ana Ruiz 👩🏽‍💼 said: 👍🏿.",
    "Chinese": "两国外长在利马举行会谈，就港口合作交换了意见。",
    "Japanese": "両外相はリマで会談し、港について協力することで一致した。",
    "Arabic": "التقى الوزيران في ليما، وقالت الوزيرة إن المحادثات مفيدة.",
    "half characters": "Ana Ruiz\ud800 met \udfffTom Berg.",
    "combining marks alone": "\u0301" * 1000,
    "letters that grow in lower case": "İİİ Ana Ruiz met Tom Berg in İzmir. " * 20,
    "only furniture": "Home > News\nShare\nFacebook\n09:16\n© 2024",
    "a pattern": r"(?P<x>.*)+$ \1 [a-z]{2,}",
    "format fields": "{0} %s {name!r} ${x} said so.",
    "figures": "1 2 3 2024-05-03 99:99 31 February 0000",
}


def everything(reading: Reading) -> list[Span]:
    """Every span of a reading."""
    return [
        *(f.evidence for f in reading.findings()),
        *(f.span for f in reading.furniture),
        *(g.span for g in reading.garbled),
        *reading.dating.because,
        *(m for p in reading.people for m in p.mentions),
        *(o.span for p in reading.people for o in p.offices),
    ]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_any_text_gives_a_reading(text: str) -> None:
    dispatch = Dispatch(text)
    reading = read(dispatch)
    assert reading.dispatch == dispatch.id
    assert all(span.end <= len(text) for span in everything(reading))
    assert all(item["text"] == text[item["start"] : item["end"]] for item in spans(shape(dispatch, reading)))


@given(texts)
@settings(max_examples=60)
def test_any_string_gives_a_reading_whose_spans_are_its_own(text: str) -> None:
    dispatch = Dispatch(text)
    reading = read(dispatch)
    assert all(item["text"] == text[item["start"] : item["end"]] for item in spans(shape(dispatch, reading)))
    assert reading == read(dispatch)


@given(texts)
@settings(max_examples=20)
def test_odd_text_around_a_story_costs_the_story_nothing_but_itself(text: str) -> None:
    reading = read(Dispatch(f"{text}\n\n{STORY}\n\n{text}"))
    assert {"Ana Ruiz", "Tom Berg"} <= {p.name for p in reading.people} or len(even(text).split()) > 3


def test_a_carriers_odd_words_do_no_harm() -> None:
    odd = Dispatch(STORY, outlet="\0", title="\ud800", published="yesterday", language="klingon", address="http://[::1")
    assert {p.name for p in read(odd).people} == {"Ana Ruiz", "Tom Berg"}


def test_a_story_in_its_findings() -> None:
    reading = read(Dispatch(STORY))
    assert (reading.language, reading.dating.published) == ("en", "2024-05-03")
    assert [(p.name, p.country, [o.title for o in p.offices]) for p in reading.people] == [
        ("Ana Ruiz", "PER", ["Foreign Minister"]),
        ("Tom Berg", "NOR", ["Foreign Minister"]),
    ]
    meeting = next(e for e in reading.encounters if e.kind == "meeting")
    assert (meeting.date, meeting.place, meeting.status) == ("2024-05-03", "Lima", "held")
    assert [a.speaker for a in reading.attributions][:2] == ["Ana Ruiz", "Tom Berg"]
    assert [(m.name, m.ordinal) for m in reading.mechanisms] == [("Norway-Peru Ocean Dialogue", 3)]


def test_findings_stand_in_the_order_of_the_text() -> None:
    reading = read(Dispatch(STORY))
    for kind in (reading.encounters, reading.attributions, reading.commitments, reading.mechanisms):
        assert all(a.evidence.start <= b.evidence.start for a, b in pairwise(kind))
    assert all(0 <= f.confidence <= 1 and f.rule for f in reading.findings())
    assert all(a.act in ACTS for a in reading.attributions)


def test_the_same_in_any_order() -> None:
    dispatches = [Dispatch(text) for text in (STORY, *ODD.values()) if len(text) < 3000]
    forwards = [read(d) for d in dispatches]
    backwards = [read(d) for d in reversed(dispatches)]
    assert forwards == backwards[::-1]
    assert pickle.loads(pickle.dumps(forwards)) == forwards


def written(dispatch: Dispatch) -> bytes:
    return json.dumps(shape(dispatch, read(dispatch)), ensure_ascii=False, sort_keys=True).encode()


def test_byte_for_byte_the_same_in_one_process_and_in_four() -> None:
    dispatches = [d for d in gather(samples()[::6]) if isinstance(d, Dispatch)]
    here = [written(d) for d in dispatches]
    assert [written(d) for d in dispatches] == here
    assert [written(d) for d in reversed(dispatches)] == here[::-1]
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as four:
        assert list(four.map(written, dispatches)) == here


def test_desks_are_those_whose_sides_both_occur() -> None:
    for name, sides in relationships().items():
        assert len(sides) == 2
        assert name not in desks_for("The two met in Lima.", "en")
    assert desks_for("The two met in Lima.", "en") == ("world", "en")
    assert desks_for("x", None) == ("world",)
    assert "china-japan" in desks_for("China and Japan met.", "en")
    assert "china-japan" not in desks_for("China met.", "en")


def test_a_named_desk_is_laid_over_the_general_packs() -> None:
    assert read(Dispatch(STORY), ["china-japan"]).desks == ("world", "en", "china-japan")
    with pytest.raises(DeskError, match="no-such-desk"):
        read(Dispatch(STORY), ["no-such-desk"])


def test_a_reading_says_what_made_it() -> None:
    reading = read(Dispatch(STORY))
    assert reading.reader_version == reader_version()
    assert len(reading.desk_hash) == 16
    assert reading.desk_hash != read(Dispatch(STORY), ["china-japan"]).desk_hash
