"""The timeline over the samples as annotated by hand."""

import io

import pytest
from rich.console import Console

from dragoman.cli.text import timeline as text
from dragoman.errors import QueryError
from dragoman.record.store import Record
from dragoman.views.contract import Sources, evidence_in
from dragoman.views.encounters import EncounterEntry
from dragoman.views.query import Query
from dragoman.views.timeline import view
from tests.aligned.test_annotation import annotation


def only(found: tuple[EncounterEntry, ...], name: str) -> EncounterEntry:
    return next(one for one in found if one.entry == f"encounter-{name}")


def test_every_encounter_is_there_in_order_of_date(annotated_record: Record) -> None:
    shown = view(annotated_record, Query())
    assert {one.entry for one in shown.encounters} == {f"encounter-{e['id']}" for e in annotation("encounters")}
    days = [one.date for one in shown.encounters if one.date]
    assert days == sorted(days)
    assert shown.total == len(shown.encounters)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("2023-11-16-san-francisco-xi-kishida", "leaders"),
        ("2016-07-25-vientiane-kishida-wang", "ministers"),
        ("2025-03-21-tokyo-ishiba-wang", "ministers"),  # a leader who receives a minister
        ("2025-01-14-beijing-ruling-parties-9", "parties"),  # by the desk's word on the mechanism
        ("2022-11-22-maritime-14", "officials"),
        ("2024-12-04-tokyo-forum-20", "forums"),
    ],
)
def test_the_level_is_that_of_the_lower_side_or_of_the_mechanism(
    annotated_record: Record, name: str, level: str
) -> None:
    assert only(view(annotated_record, Query()).encounters, name).level == level


def test_copies_of_one_story_are_one_source(annotated_record: Record) -> None:
    one = only(view(annotated_record, Query()).encounters, "2025-03-22-tokyo-iwaya-wang")
    assert one.sources == Sources(2, 3)


def test_participants_are_named_once_with_country(annotated_record: Record) -> None:
    one = only(view(annotated_record, Query()).encounters, "2025-03-21-tokyo-ishiba-wang")
    assert {(p.name, p.country) for p in one.participants} == {
        ("Wang Yi", "CHN"),
        ("Shigeru Ishiba", "JPN"),
        ("Cho Tae-yul", "KOR"),
    }


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"person": "Ishiba"}, {"2024-11-15-lima-xi-ishiba", "2025-03-21-tokyo-ishiba-wang"}),
        ({"until": "2009"}, {"2007-12-beijing-economic-dialogue-1", "2008-05-07-tokyo-hu-fukuda"}),
        ({"since": "2025-10", "until": "2025-10"}, {"2025-10-31-gyeongju-xi-takaichi"}),
        (
            {"mechanism": "maritime-consultation", "since": "2023"},
            {"2023-04-10-maritime-15", "2024-10-23-maritime-17"},
        ),
        # Only what was published by then: the first session of 2007 is told of in 2018.
        ({"as_of": "2009-01-01"}, {"2008-05-07-tokyo-hu-fukuda"}),
    ],
)
def test_filters(annotated_record: Record, asked: dict[str, str], expected: set[str]) -> None:
    found = view(annotated_record, Query.of(**asked))
    assert {one.entry.removeprefix("encounter-") for one in found.encounters} == expected
    assert found.total == len(expected)


def test_an_issue_picks_the_encounters_an_account_of_which_speaks_of_it(annotated_record: Record) -> None:
    found = {one.entry for one in view(annotated_record, Query(issue="south-china-sea")).encounters}
    assert "encounter-2016-07-25-vientiane-kishida-wang" in found
    assert "encounter-2024-12-25-beijing-iwaya-wang" not in found


def test_a_limit_keeps_the_newest_and_says_how_many_there_are(annotated_record: Record) -> None:
    every = view(annotated_record, Query())
    some = view(annotated_record, Query(limit=2))
    assert [one.entry for one in some.encounters] == [one.entry for one in every.encounters[-2:]]
    assert some.total == every.total
    older = view(annotated_record, Query(limit=2, offset=2))
    assert [one.entry for one in older.encounters] == [one.entry for one in every.encounters[-4:-2]]


def test_a_person_nobody_knows_is_said_so(annotated_record: Record) -> None:
    with pytest.raises(QueryError, match="no person of that name"):
        view(annotated_record, Query(person="Nobody Inparticular"))


def test_all_evidence_is_in_the_texts_and_every_dispatch_is_listed(annotated_record: Record) -> None:
    shown = view(annotated_record, Query())
    listed = {source.dispatch for source in shown.dispatches}
    for item in evidence_in(shown):
        assert annotated_record.dispatch(item.dispatch).text[item.start : item.end] == item.text
        assert item.dispatch in listed


def test_text_leads_every_quotation_to_its_characters(annotated_record: Record) -> None:
    out = io.StringIO()
    shown = view(annotated_record, Query(limit=1))
    text.render(shown, Console(file=out, width=400, highlight=False, markup=False))
    printed = out.getvalue()
    assert "officials · meeting held in Beijing" in printed
    assert f"[{shown.encounters[0].tellings[0].evidence.reference}]" in printed
    assert "\x1b" not in printed
