"""What a person says outranks every rule, and survives reading again, adding again and resolving again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from dragoman.errors import QueryError, RecordError
from dragoman.record import judgement, schema
from dragoman.record.store import Record
from tests.record.factories import Draft
from tests.record.orders import picture
from tests.record.test_resolve import NOW, account, add, details, told


def hand(after: int = 0) -> dict[str, Any]:
    return {"author": "Officer", "at": NOW + timedelta(minutes=after)}


def finding(record: Record, outlet: str, kind: str = "encounter") -> str:
    query = (
        select(schema.finding.c.id)
        .join(schema.dispatch, schema.finding.c.dispatch == schema.dispatch.c.id)
        .where(schema.dispatch.c.outlet == outlet, schema.finding.c.kind == kind)
        .order_by(schema.finding.c.id)
    )
    with record.reads() as connection:
        return str(connection.execute(query).scalars().first())


def entry(record: Record, outlet: str, kind: str = "encounter") -> str:
    with record.reads() as connection:
        table = schema.membership.c
        return str(
            connection.execute(select(table.entry).where(table.finding == finding(record, outlet, kind))).scalar_one()
        )


def settle(record: Record) -> None:
    record.resolve(NOW)


class TestSame:
    def test_joins_what_the_rules_keep_apart(self, record: Record) -> None:
        add(record, account("A"), account("B", day="2024-05-07"))
        record.same(entry(record, "A"), entry(record, "B"), **hand())
        settle(record)
        assert told(record) == [{"A", "B"}]
        assert details(record)[0]["conflicts"] == {"date": ["2024-05-06", "2024-05-07"]}

    def test_what_comes_later_joins_too(self, record: Record) -> None:
        add(record, account("A"), account("B", day="2024-05-07"))
        record.same(entry(record, "A"), entry(record, "B"), **hand())
        add(record, account("C"), account("D", day="2024-05-07"))
        assert told(record) == [{"A", "B", "C", "D"}]

    def test_findings_of_two_kinds_cannot_be_the_same(self, record: Record) -> None:
        add(record, account("A"))
        with pytest.raises(QueryError, match="kind"):
            record.same(finding(record, "A"), finding(record, "A", "person"), **hand())

    def test_an_unknown_id_is_refused(self, record: Record) -> None:
        add(record, account("A"))
        with pytest.raises(RecordError, match="no entry"):
            record.same(entry(record, "A"), "encounter-of-no-one", **hand())


class TestDifferent:
    def test_parts_what_the_rules_join_and_the_others_stay(self, record: Record) -> None:
        add(record, account("A"), account("B"), account("C"))
        record.different(entry(record, "A"), finding(record, "B"), **hand())
        settle(record)
        assert told(record) == [{"A", "C"}, {"B"}]

    def test_the_other_way_round_too(self, record: Record) -> None:
        add(record, account("A"), account("B"), account("C"))
        for outlet in "ABC":
            with Record.memory() as fresh:
                add(fresh, account("A"), account("B"), account("C"))
                fresh.different(entry(fresh, "A"), finding(fresh, outlet), **hand())
                settle(fresh)
                assert told(fresh) == sorted([{outlet}, set("ABC") - {outlet}], key=sorted)

    def test_the_latest_word_counts(self, record: Record) -> None:
        add(record, account("A"), account("B"))
        a, b = finding(record, "A"), finding(record, "B")
        record.different(a, b, **hand(0))
        record.same(a, b, **hand(1))
        settle(record)
        assert told(record) == [{"A", "B"}]
        record.different(a, b, **hand(2))
        settle(record)
        assert told(record) == [{"A"}, {"B"}]

    def test_is_undone_by_revoking(self, record: Record) -> None:
        add(record, account("A"), account("B"))
        before = picture(record)
        key = record.different(finding(record, "A"), finding(record, "B"), **hand())
        settle(record)
        record.revoke(key, at=NOW)
        settle(record)
        assert picture(record) == before

    def test_two_people_of_one_name_and_desk_entry(self, record: Record) -> None:
        for outlet in "ABC":
            draft = Draft(f"{outlet}: Ana Duarte spoke.", outlet=outlet).person("Ana Duarte", "PRT", entry="duarte")
            record.add(draft.dispatch, draft.reading)
        settle(record)
        record.different("person-duarte", finding(record, "C", "person"), **hand())
        settle(record)
        assert told(record, "person") == [{"A", "B"}, {"C"}]
        assert entry(record, "A", "person") == "person-duarte"


class TestReject:
    def test_a_rejected_finding_is_in_no_entry(self, record: Record) -> None:
        add(record, account("A"), account("B"))
        record.reject(finding(record, "B"), **hand())
        settle(record)
        assert told(record) == [{"A"}]

    def test_the_reading_is_kept_as_it_was(self, record: Record) -> None:
        draft = account("A")
        add(record, draft)
        record.reject(finding(record, "A"), **hand())
        assert record.reading(draft.dispatch.id) == draft.reading


class TestAccept:
    def test_the_last_word_on_a_finding_holds(self, record: Record) -> None:
        add(record, account("A"), account("B"))
        key = finding(record, "B")

        def right() -> bool:
            settle(record)
            with record.reads() as connection:
                return judgement.accepted(connection, [key]) == {key}

        first = record.accept(key, **hand(0))
        assert (right(), told(record)) == (True, [{"A", "B"}])
        wrong = record.reject(key, **hand(1))
        assert (right(), told(record)) == (False, [{"A"}])
        again = record.accept(key, **hand(2))
        assert (right(), told(record)) == (True, [{"A", "B"}])
        record.revoke(again, at=NOW)
        assert (right(), told(record)) == (False, [{"A"}])
        record.revoke(wrong, at=NOW)
        assert (right(), told(record)) == (True, [{"A", "B"}])
        record.revoke(first, at=NOW)
        assert (right(), told(record)) == (False, [{"A", "B"}])


class TestCorrect:
    def test_a_corrected_date_moves_the_finding(self, record: Record) -> None:
        add(record, account("A"), account("B", day="2024-05-07"))
        record.correct(finding(record, "B"), "date", "2024-05-06", **hand())
        settle(record)
        assert told(record) == [{"A", "B"}]

    def test_the_reading_is_kept_as_it_was(self, record: Record) -> None:
        draft = account("A")
        add(record, draft)
        for field, value in (
            ("date", "2024-05-09"),
            ("participants", "Ana Duarte, Jo Lind"),
            ("countries", "PRT,SWE"),
            ("place", ""),
        ):
            record.correct(finding(record, "A"), field, value, **hand())
        settle(record)
        assert record.reading(draft.dispatch.id) == draft.reading
        assert record.verify().holds
        (encounter,) = details(record)
        assert (encounter["date"], encounter["place"], encounter["bodies"]) == ("2024-05-09", None, ["jo lind"])

    def test_a_name_corrected_carries_its_mentions_along(self, record: Record) -> None:
        add(record, account("A"), account("B", guest="Anna Duart (PRT)"))
        record.correct(finding(record, "B", "person"), "name", "Ana Duarte", **hand())
        wrong = [key for key in _people(record, "B") if key != finding(record, "B", "person")]
        settle(record)
        if told(record) != [{"A", "B"}]:
            record.revoke(_last(record), at=NOW)
            record.correct(wrong[0], "name", "Ana Duarte", **hand())
            settle(record)
        assert told(record) == [{"A", "B"}]

    @pytest.mark.parametrize(
        ("field", "value", "says"),
        [
            ("colour", "red", "no field"),
            ("rule", "mine", "no field"),
            ("date", "last Tuesday", "no date"),
            ("kind", "brawl", "none of its values"),
            ("kind", "", "cannot be empty"),
            ("ordinal", "tenth", "no number"),
            ("principal", "perhaps", "neither true nor false"),
            ("countries", "PRT,Holland", "no country code"),
        ],
    )
    def test_what_a_field_cannot_be_is_refused(self, record: Record, field: str, value: str, says: str) -> None:
        add(record, account("A"))
        with pytest.raises(QueryError, match=says):
            record.correct(finding(record, "A"), field, value, **hand())
        with record.reads() as connection:
            assert judgement.judgements(connection, schema.judgement.c.by_hand) == []

    def test_the_latest_value_counts_and_revoking_gives_back_the_one_before(self, record: Record) -> None:
        add(record, account("A"))
        record.correct(finding(record, "A"), "place", "Porto", **hand(0))
        second = record.correct(finding(record, "A"), "place", "Faro", **hand(1))
        settle(record)
        assert details(record)[0]["place"] == "Faro"
        record.revoke(second, at=NOW)
        settle(record)
        assert details(record)[0]["place"] == "Porto"


class TestItHolds:
    def _decide(self, record: Record) -> None:
        record.same(finding(record, "A"), finding(record, "B"), **hand())
        record.different(finding(record, "A"), finding(record, "C"), **hand())
        record.correct(finding(record, "B", "attribution"), "act", "warn", **hand())
        settle(record)

    def _drafts(self) -> list[Draft]:
        return [account("A"), account("B", day="2024-05-07"), account("C")]

    def _in_force(self, record: Record) -> bool:
        with record.reads() as connection:
            table = schema.attribution.c
            acts = {row.id: row.act for row in connection.execute(select(table.id, table.act))}
        return told(record) == [{"A", "B"}, {"C"}] and acts[finding(record, "B", "attribution")] == "warn"

    def test_through_reading_again(self, record: Record) -> None:
        drafts = self._drafts()
        add(record, *drafts)
        self._decide(record)
        for draft in drafts:
            record.add(draft.dispatch, draft.by("next"))
        settle(record)
        assert self._in_force(record)

    def test_through_reading_again_with_other_spans(self, record: Record) -> None:
        drafts = self._drafts()
        add(record, *drafts)
        self._decide(record)
        for draft in drafts:
            shorter = Draft(draft.dispatch.text, published=draft.dispatch.published, outlet=draft.dispatch.outlet)
            shorter.parts = {name: list(items) for name, items in draft.parts.items()}
            for part in ("encounters", "attributions"):
                (old,) = shorter.parts[part]
                values = {name: getattr(old, name) for name in old.__dataclass_fields__}
                span = old.evidence
                shorter.parts[part] = [
                    type(old)(**{**values, "evidence": type(span)(span.start, span.end - 2), "rule": "next"})
                ]
            ids = finding(record, draft.dispatch.outlet or "")
            record.add(draft.dispatch, shorter.by("next"))
            assert finding(record, draft.dispatch.outlet or "") != ids
        settle(record)
        assert self._in_force(record)

    def test_through_taking_out_and_adding_again(self, record: Record) -> None:
        drafts = self._drafts()
        add(record, *drafts)
        self._decide(record)
        for draft in drafts:
            record.remove(draft.dispatch.id)
            settle(record)
        assert told(record) == []
        add(record, *drafts)
        assert self._in_force(record)

    def test_through_forming_all_entries_anew(self, record: Record) -> None:
        add(record, *self._drafts())
        self._decide(record)
        before = picture(record)
        record.resolve(NOW, anew=True)
        assert self._in_force(record)
        assert picture(record) == before


class TestRules:
    def test_a_rules_judgement_gives_its_reasons_and_time(self, record: Record) -> None:
        add(record, account("A"), account("B", place="Porto"))
        with record.reads() as connection:
            (rule, *_) = [j for j in judgement.judgements(connection) if "people" in j.author]
        assert rule.kind == "same"
        assert rule.author == "the same people on the same day"
        assert rule.reasons["who"] == 0.4
        assert rule.reasons["place"] == -0.1
        assert rule.made_at == judgement.moment(NOW)

    def test_a_rules_judgement_taken_back_is_not_made_again(self, record: Record) -> None:
        add(record, account("A"), account("B", place="Porto"))
        with record.reads() as connection:
            (rule, *_) = [j for j in judgement.judgements(connection) if "people" in j.author]
        record.revoke(rule.id, at=datetime(2025, 2, 3, tzinfo=UTC))
        settle(record)
        assert told(record) == [{"A"}, {"B"}]
        record.resolve(NOW, anew=True)
        assert told(record) == [{"A"}, {"B"}]


def _people(record: Record, outlet: str) -> list[str]:
    query = (
        select(schema.finding.c.id)
        .join(schema.dispatch, schema.finding.c.dispatch == schema.dispatch.c.id)
        .where(schema.dispatch.c.outlet == outlet, schema.finding.c.kind == "person")
    )
    with record.reads() as connection:
        return list(connection.execute(query).scalars())


def _last(record: Record) -> str:
    with record.reads() as connection:
        return judgement.judgements(connection, schema.judgement.c.by_hand)[-1].id
