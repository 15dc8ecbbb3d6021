"""Set phrases: their register, gaps, wordings, company, silence, and each use in its context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dragoman.errors import QueryError
from dragoman.record.store import Record
from dragoman.views.contract import evidence_in
from dragoman.views.formulas import Formula, view
from dragoman.views.query import Query
from dragoman.views.silence import Silence
from tests.record.factories import Draft
from tests.views.annotated import samples

AT = datetime(2026, 1, 1, tzinfo=UTC)


def told(day: str, side: str, phrase: str, *issues: str, form: str | None = None, country: str = "FRA") -> Draft:
    """One side's account of a meeting of ministers, with a set phrase (none where it is empty) and issues."""
    said = f"Minister Paul Roux spoke of {phrase or 'much'}."
    text = f"On {day}, Paul Roux met Ana Silva. {said} They raised {', '.join(issues) or 'nothing'}."
    draft = (
        Draft(text, published=day, outlet=f"Office of {side}")
        .side(side)
        .person("Paul Roux", country)
        .person("Ana Silva", "BRA")
        .encounter(f"On {day}, Paul Roux met Ana Silva.", "meeting", day, "Paul Roux", "Ana Silva",
                   countries=("FRA", "BRA"), principal=True)
        .attribution(said, "Paul Roux")
    )  # fmt: skip
    if phrase:
        draft.formula(phrase, "shared-forest", form)
    for issue in issues:
        draft.issue(issue, issue)
    return draft


def kept(*drafts: Draft) -> Record:
    record = Record.memory()
    for draft in drafts:
        record.add(draft.dispatch, replace(draft.reading, desks=("world", "en")))
    record.resolve(AT)
    return record


def full(record: Record, phrase: str = "shared-forest", **more: str) -> Formula:
    found = view(record, Query.of(words=phrase, **more)).formula
    assert found
    return found


@pytest.fixture
def forest() -> Iterator[Record]:
    with kept(
        told("2018-03-01", "FRA", "a shared forest", "timber", form="weak"),
        told("2018-03-02", "BRA", "the forest we share", form=None),
        told("2019-06-01", "FRA", "", "timber"),
        told("2020-06-01", "FRA", "", "timber"),
        told("2022-09-01", "FRA", "one forest for two", "timber", "soy", form="strong"),
    ) as record:
        yield record


def test_first_and_last_use_and_the_gap_between(forest: Record) -> None:
    found = full(forest)
    assert (found.total, found.first.day, found.last.day) == (3, "2018-03-01", "2022-09-01")
    (gap,) = found.gaps
    assert (gap.before.day, gap.after.day, gap.dispatches) == ("2018-03-02", "2022-09-01", 2)
    assert gap.after.evidence.text == "one forest for two"


def test_years_are_counted_against_the_dispatches_of_their_time(forest: Record) -> None:
    years = {y.year: (y.uses, y.carrying, y.dispatches, y.share) for y in full(forest).years}
    assert years == {
        "2018": (2, 2, 2, 1.0), "2019": (0, 0, 1, 0.0), "2020": (0, 0, 1, 0.0), "2022": (1, 1, 1, 1.0),
    }  # fmt: skip


def test_wordings_by_side_and_where_a_side_changes_them(forest: Record) -> None:
    found = full(forest)
    assert {(w.side, w.words) for w in found.wordings} == {
        ("FRA", "a shared forest"), ("FRA", "one forest for two"), ("BRA", "the forest we share"),
    }  # fmt: skip
    (change,) = found.changes
    assert (change.side, change.before.form, change.after.form, change.day) == ("FRA", "weak", "strong", "2022-09-01")


def test_wordings_stand_by_their_uses_and_then_by_side_and_every_gap_by_its_edges() -> None:
    with kept(
        told("2012-01-01", "FRA", "a shared forest"),
        told("2012-01-01", "BRA", "a shared forest"),
        told("2013-01-01", "FRA", ""),
        told("2015-05-01", "BRA", "A shared  forest"),
        told("2015-05-01", "FRA", "our forest"),
        told("2016-01-01", "FRA", ""),
        told("2019-01-01", "FRA", "our forests"),
    ) as record:
        found = full(record)
        worded = [(w.side, w.words, w.total, w.first.day, w.last.day) for w in found.wordings]
        assert worded == [
            ("BRA", "A shared forest", 2, "2012-01-01", "2015-05-01"),
            ("FRA", "a shared forest", 1, "2012-01-01", "2012-01-01"),
            ("FRA", "our forest", 1, "2015-05-01", "2015-05-01"),
            ("FRA", "our forests", 1, "2019-01-01", "2019-01-01"),
        ]
        assert found.wordings_total == 4
        edges = [(g.before.day, g.after.day, g.dispatches) for g in found.gaps]
        assert edges == [("2012-01-01", "2015-05-01", 1), ("2015-05-01", "2019-01-01", 1)]
        last = max(key for key in record.dispatches() if _day(record, key) == "2012-01-01")
        assert found.gaps[0].before.evidence.dispatch == last
        assert [(y.year, y.uses, y.carrying) for y in found.years] == [
            ("2012", 2, 2), ("2013", 0, 0), ("2015", 2, 2), ("2016", 0, 0), ("2019", 1, 1),
        ]  # fmt: skip


def _day(record: Record, key: str) -> str | None:
    return record.reading(key).dating.published


def test_speakers_company_and_concordance(forest: Record) -> None:
    found = full(forest)
    (speaker,) = found.speakers
    assert (speaker.name, speaker.sides, speaker.total) == ("Paul Roux", ("FRA",), 3)
    assert [(b.id, b.together, b.of) for b in found.beside] == [("timber", 2, 3), ("soy", 1, 3)]
    newest = found.concordance[0]
    assert (newest.use.day, newest.speaker) == ("2022-09-01", "Paul Roux")
    assert newest.sentence.text == "Minister Paul Roux spoke of one forest for two."


def test_a_side_and_a_time_choose(forest: Record) -> None:
    assert full(forest, side="BRA").total == 1
    assert full(forest, since="2022").first.day == "2022-09-01"


def test_the_register_says_how_long_a_phrase_was_unheard() -> None:
    with kept(
        told("2018-03-01", "FRA", "a shared forest"), told("2019-01-01", "FRA", ""), told("2020-01-01", "FRA", "")
    ) as record:
        (one,) = view(record, Query()).register
    assert (one.formula, one.total, one.unheard, one.last.day) == ("shared-forest", 1, 2, "2018-03-01")


def silent(*drafts: Draft, reason: str) -> list[Silence]:
    """What the last of the dispatches leaves out."""
    with kept(*drafts) as record:
        return [s for s in view(record, Query.of(words=drafts[-1].dispatch.id)).silences if s.reason == reason]


def test_what_the_last_comparable_dispatches_carried_and_this_one_does_not() -> None:
    found = silent(
        told("2018-01-01", "FRA", "a shared forest", "timber"),
        told("2018-02-01", "FRA", "a shared forest", "timber", "soy"),
        told("2018-03-01", "FRA", "a shared forest"),
        told("2018-04-01", "FRA", "", "timber"),
        reason="custom",
    )
    (one,) = found
    assert (one.kind, one.id, one.carried, one.of) == ("formula", "shared-forest", 3, 3)
    assert [e.text for e in one.evidence] == ["a shared forest"] * 3


def test_another_side_s_custom_is_not_its_own() -> None:
    before = [told(f"2018-0{n}-01", "BRA", "a shared forest") for n in (1, 2, 3)]
    assert silent(*before, told("2018-04-01", "FRA", ""), reason="custom") == []


def test_what_only_the_other_side_s_account_of_the_meeting_carries() -> None:
    found = silent(
        told("2018-04-01", "BRA", "", "soy", "timber"), told("2018-04-01", "FRA", "", "timber"), reason="account"
    )
    assert [(s.kind, s.id, s.evidence[0].text) for s in found] == [("issue", "soy", "soy")]


def test_a_phrase_that_nothing_knows_is_an_error(forest: Record) -> None:
    with pytest.raises(QueryError, match="whaling"):
        view(forest, Query.of(words="whaling"))


def key(file: str) -> str:
    return samples()[file, None][0].id


def test_one_formula_two_names(annotated_record: Record) -> None:
    found = full(annotated_record, "strategic-mutual-benefit")
    assert {"en-CHN", "en-JPN", "zh", "ja"} <= found.names.keys()
    assert found.first.day == "2008-05-07"
    gap = found.gaps[-1]
    assert (gap.before.day, gap.after.day) == ("2014-11-10", "2023-11-16")
    assert gap.dispatches > 20
    forms = {w.form: w.side for w in found.wordings if w.form}
    assert forms == {"relationship-of-mutual-benefit": "CHN", "common-strategic-interests": "JPN"}
    assert {"Xi Jinping", "both sides"} <= {s.name for s in found.speakers}
    assert found.ranks[0].level == "leaders"


def test_silence_on_what_the_other_side_told(annotated_record: Record) -> None:
    quiet = view(annotated_record, Query.of(words=key("2022-05-18-china-wang-hayashi.txt"))).silences
    raised = {s.id: s.evidence[0] for s in quiet if s.reason == "account" and s.kind == "issue"}
    assert {"ukraine", "hong-kong", "xinjiang-tibet"} <= raised.keys()
    assert raised["ukraine"].dispatch == key("2022-05-18-japan-hayashi-wang.html")
    assert "Ukraine" in raised["ukraine"].text


def test_every_span_is_in_its_text_and_every_dispatch_listed(annotated_record: Record) -> None:
    for words in (None, "four-political-documents"):
        found = view(annotated_record, Query.of(words=words))
        listed = {s.dispatch for s in found.dispatches}
        for item in evidence_in(found):
            assert item.dispatch in listed
            assert annotated_record.dispatch(item.dispatch).text[item.start : item.end] == item.text
