"""Entries, findings and dispatches with their context."""

import io
from datetime import UTC, datetime

import pytest
from rich.console import Console

from dragoman.cli.text import show as text
from dragoman.errors import RecordError
from dragoman.record import judgement
from dragoman.record.store import Record
from dragoman.views.contract import as_json
from dragoman.views.query import Query
from dragoman.views.show import view
from tests.views.annotated import dispatch_of

MEETING = "encounter-2025-03-22-tokyo-iwaya-wang"


def test_an_entry_with_its_findings_by_day_of_publication(annotated_record: Record) -> None:
    shown = view(annotated_record, Query(entry=MEETING))
    assert (shown.what, shown.kind, shown.total) == ("entry", "encounter", 3)
    assert (shown.sources.independent, shown.sources.dispatches) == (2, 3)
    assert shown.findings[0].entry is not None
    assert shown.findings[0].entry.entry == MEETING


def test_evidence_stands_in_its_context(annotated_record: Record) -> None:
    for found in view(annotated_record, Query(entry=MEETING)).findings:
        whole = annotated_record.dispatch(found.evidence.dispatch).text
        assert found.before + found.evidence.text + found.after in whole


def test_a_finding_with_the_parts_it_rests_on(annotated_record: Record) -> None:
    dispatch = dispatch_of({"file": "2025-07-10-china-wang-iwaya.txt"})
    every = view(annotated_record, Query(entry=dispatch.id))
    said = next(f for f in every.findings if f.kind == "attribution" and "cue" in f.spans)
    shown = view(annotated_record, Query(entry=said.finding))
    assert shown.what == "finding"
    assert shown.findings[0].spans["cue"].text in said.evidence.text


def test_a_dispatch_with_all_that_was_found_in_order_of_the_text(annotated_record: Record) -> None:
    dispatch = dispatch_of({"file": "2025-07-10-china-wang-iwaya.txt"})
    shown = view(annotated_record, Query(entry=dispatch.id))
    starts = [f.evidence.start for f in shown.findings]
    assert starts == sorted(starts)
    assert {"person", "encounter", "attribution"} <= {f.kind for f in shown.findings}


def test_a_judgement_by_hand_is_shown_with_who_and_why() -> None:
    from tests.record.factories import talks

    draft = talks("2024-05-02", "Ana Diaz (AAA)", "Bo Lind (BBB)", "Lima", outlet="News")
    with Record.memory() as record:
        record.add(draft.dispatch, draft.reading)
        finding = next(
            f.finding for f in view(record, Query(entry=draft.dispatch.id)).findings if f.kind == "commitment"
        )
        with record.writes() as connection:
            judgement.make(
                connection, "reject", finding, None, field=None, value=None, author="Kim", reasons="a plan",
                at=datetime(2024, 6, 1, tzinfo=UTC),
            )  # fmt: skip
        shown = view(record, Query(entry=finding))
        (judged,) = shown.judgements
        assert (judged.kind, judged.author, judged.by_hand, judged.reasons) == ("reject", "Kim", True, "a plan")
        assert shown.findings[0].rejected
        out = io.StringIO()
        text.render(shown, Console(file=out, width=300, highlight=False, markup=False))
        assert "rejected by hand" in out.getvalue()
        assert "Kim" in out.getvalue()


def test_what_is_not_there_is_said_so(annotated_record: Record) -> None:
    with pytest.raises(RecordError, match="e-000000000000: is nothing in the record"):
        view(annotated_record, Query(entry="e-000000000000"))


def test_the_contract_is_json(annotated_record: Record) -> None:
    plain = as_json(view(annotated_record, Query(entry=MEETING)))
    assert set(plain["findings"][0]["evidence"]) == {"dispatch", "start", "end", "text"}
