"""Accounts of one encounter set side by side: by hand-made readings, and on the samples as annotated by hand."""

import io
from functools import cache

import pytest
from rich.console import Console

from dragoman.cli.text import compare as text
from dragoman.errors import RecordError
from dragoman.record.store import Record
from dragoman.views.compare import Comparison, Point, view
from dragoman.views.contract import evidence_in
from dragoman.views.query import Query
from tests.aligned.test_annotation import annotation
from tests.views import scoring
from tests.views.annotated import dispatch_of, named

POINTS_F1 = 0.80
"""The floor for points on the annotated samples; it may be raised and not lowered."""


@cache
def compared(record: Record, name: str) -> Comparison:
    return view(record, Query(entry=f"encounter-{name}"))


def point(found: Comparison, words: str) -> Point:
    return next(p for p in found.points if any(words in " ".join(w.evidence.text.split()) for w in p.told))


def test_points_agree_with_hand_alignment(annotated_record: Record) -> None:
    score = scoring.Score()
    for given in annotation("comparisons"):
        scoring.add(score, given, compared(annotated_record, given["encounter"]))
    assert score.f1 >= POINTS_F1, (score.missed, score.wrong)
    assert (score.contested_right, score.contested_given) == (1, 1)


def test_the_contested_sentence_has_claim_silence_denial_protest_and_reply(annotated_record: Record) -> None:
    (contested,) = (p for p in compared(annotated_record, "2025-03-21-tokyo-ishiba-wang").points if p.contest)
    parts = contested.contest
    assert parts is not None
    assert contested.status == "contested"
    assert contested.person == "person-shigeru-ishiba"
    assert "respects the positions set out by the Chinese side" in parts.claim[0].text
    assert [named(e.dispatch) for e in parts.silence] == ["2025-03-21-japan-ishiba-wang.html"]
    assert {(named(e.dispatch), " ".join(e.text.split())[-40:]) for e in parts.denial} == {
        (
            "2025-03-22-japan-statement-on-chinese-announcement.txt",
            "Prime Minister Ishiba made no such statement."[-40:],
        ),
        (
            "2025-03-24-japan-chief-cabinet-secretary.txt",
            "The Prime Minister did not say what that account has him say."[-40:],
        ),
    }
    assert {named(e.dispatch) for e in parts.protest} == {
        "2025-03-22-japan-statement-on-chinese-announcement.txt",
        "2025-03-24-japan-chief-cabinet-secretary.txt",
    }
    assert [named(e.dispatch) for e in parts.reply] == ["2025-03-24-china-guo-jiakun.html"]
    assert "normal for states to respect" in parts.reply[0].text


def test_before_the_denial_was_published_the_point_is_told_by_one_only(annotated_record: Record) -> None:
    early = view(annotated_record, Query.of(entry="encounter-2025-03-21-tokyo-ishiba-wang", as_of="2025-03-21"))
    assert point(early, "respects the positions").status == "only"


@pytest.mark.parametrize(
    ("encounter", "words", "differing"),
    [
        ("2014-11-07-beijing-yang-yachi", "hold different positions", {"positions", "views"}),
        (
            "2024-12-25-beijing-iwaya-wang",
            "Wang Yi will visit Japan",
            {"at an appropriate time", "earliest appropriate time next year"},
        ),
    ],
)
def test_words_that_give_a_point_another_weight_are_marked(
    annotated_record: Record, encounter: str, words: str, differing: set[str]
) -> None:
    found = point(compared(annotated_record, encounter), words)
    assert found.status == "differs"
    marked = {" ".join(part.text.split()) for wording in found.told for part in wording.differing}
    assert any(marked & {word} for word in differing), marked


def test_two_names_of_one_place_make_no_difference(annotated_record: Record) -> None:
    found = point(compared(annotated_record, "2014-11-07-beijing-yang-yachi"), "hold different positions")
    assert {"Senkaku", "Diaoyu"} <= {
        word for w in found.told for word in ("Senkaku", "Diaoyu") if word in w.evidence.text
    }
    assert not any("Senkaku" in part.text or "Diaoyu" in part.text for w in found.told for part in w.differing)


def test_two_names_of_one_formula_are_one_point(annotated_record: Record) -> None:
    found = point(compared(annotated_record, "2024-11-15-lima-xi-ishiba"), "strategic relationship of mutual benefit")
    assert {"2024-11-15-china-xi-ishiba.txt", "2024-11-15-japan-ishiba-xi.txt"} <= {
        named(w.account) for w in found.told
    }


def test_what_one_account_alone_tells_names_the_silent(annotated_record: Record) -> None:
    found = point(compared(annotated_record, "2022-05-18-video-hayashi-wang"), "Hong Kong")
    assert found.status == "only"
    assert {named(key) for key in found.silent} == {"2022-05-18-china-wang-hayashi.txt"}


def test_copies_are_one_account_and_readouts_stand_before_press(annotated_record: Record) -> None:
    accounts = compared(annotated_record, "2025-03-22-tokyo-iwaya-wang").accounts
    assert [named(a.dispatch) for a in accounts] == [
        "2025-03-22-japan-iwaya-wang.txt",
        "2025-03-22-japan-agency-iwaya-wang.txt",
    ]
    assert [a.readout for a in accounts] == [True, False]
    assert [named(key) for key in accounts[1].copies] == ["2025-03-23-japan-daily-iwaya-wang.html"]


def test_a_text_in_which_nothing_attributed_was_found_is_not_called_silent(annotated_record: Record) -> None:
    found = compared(annotated_record, "2014-11-07-beijing-yang-yachi")
    unread = {a.dispatch for a in found.accounts if not a.read}
    assert not any(unread & set(p.silent) for p in found.points)


def test_an_encounter_is_found_by_a_finding_in_it(annotated_record: Record) -> None:
    whole = compared(annotated_record, "2025-07-10-kuala-lumpur-iwaya-wang")
    finding = whole.encounter.tellings[0].finding
    assert view(annotated_record, Query(entry=finding)).encounter.entry == whole.encounter.entry
    with pytest.raises(RecordError, match="is no encounter in the record"):
        view(annotated_record, Query(entry=dispatch_of({"file": "2025-07-10-china-wang-iwaya.txt"}).id))


def test_all_evidence_is_in_the_texts(annotated_record: Record) -> None:
    for name in ("2025-03-21-tokyo-ishiba-wang", "2025-03-22-tokyo-iwaya-wang", "2014-11-07-beijing-yang-yachi"):
        found = compared(annotated_record, name)
        listed = {source.dispatch for source in found.dispatches}
        for item in evidence_in(found):
            assert annotated_record.dispatch(item.dispatch).text[item.start : item.end] == item.text
            assert item.dispatch in listed


def test_text_shows_claim_and_denial_with_their_characters(annotated_record: Record) -> None:
    out = io.StringIO()
    text.render(compared(annotated_record, "2025-03-21-tokyo-ishiba-wang"), Console(file=out, width=900))
    printed = out.getvalue()
    assert "contested · " in printed
    assert (
        "denial Ministry of Foreign Affairs of Japan, 2025-03-22: “2. Prime Minister Ishiba made no such" in printed
        or ("denial Ministry of Foreign Affairs of Japan, 2025-03-22: “Prime Minister Ishiba made no such" in printed)
    )
