"""Findings of all dispatches become entries: the same ones in any order, in any parts, and after any detour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dragoman.record import schema
from dragoman.record.lore import Lore
from dragoman.record.store import Record
from tests.record.factories import Draft, talks
from tests.record.orders import after_removal, in_any_order, picture

NOW = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)


def put(record: Record, draft: Draft) -> None:
    record.add(draft.dispatch, draft.reading)


def add(record: Record, *drafts: Draft) -> None:
    for draft in drafts:
        put(record, draft)
    record.resolve(NOW)


def told(record: Record, kind: str = "encounter") -> list[set[str]]:
    """The outlets that tell of each entry of one kind."""
    query = (
        select(schema.membership.c.entry, schema.dispatch.c.outlet)
        .join_from(schema.membership, schema.dispatch, schema.membership.c.dispatch == schema.dispatch.c.id)
        .where(schema.membership.c.kind == kind)
    )
    found: dict[str, set[str]] = {}
    with record.reads() as connection:
        for row in connection.execute(query):
            found.setdefault(row.entry, set()).add(row.outlet)
    return sorted(found.values(), key=sorted)


def details(record: Record, kind: str = "encounter") -> list[dict[str, Any]]:
    with record.reads() as connection:
        rows = connection.execute(select(schema.entry).where(schema.entry.c.kind == kind).order_by(schema.entry.c.id))
        return [row.detail for row in rows]


DUARTE, BAKKER, SILVA = "Ana Duarte (PRT)", "Piet Bakker (NLD)", "Rui Silva (PRT)"


def account(
    outlet: str, day: str = "2024-05-06", guest: str = DUARTE, host: str = BAKKER, place: str = "Lisbon", **more: Any
) -> Draft:
    return talks(day, guest, host, place, outlet=outlet, **more)


def recall(
    outlet: str, date: str | None, place: str | None = None, published: str = "2025-01-20", **more: Any
) -> Draft:
    """A dispatch that looks back on a meeting of the two, as exactly as `date` is."""
    text = f"In its own words {outlet} recalled that Ana Duarte and Piet Bakker had met. Ana Duarte spoke. Piet Bakker listened."
    words = f"In its own words {outlet} recalled that Ana Duarte and Piet Bakker had met."
    return (
        Draft(text, published=published, outlet=outlet)
        .person("Ana Duarte", "PRT")
        .person("Piet Bakker", "NLD")
        .encounter(words, "meeting", date, "Ana Duarte", "Piet Bakker", place=place, countries=("PRT", "NLD"), **more)
    )


class TestOneEncounter:
    def test_two_outlets_accounts_are_one(self, record: Record) -> None:
        add(record, account("A"), account("B", note=" soon"))
        assert told(record) == [{"A", "B"}]

    def test_a_recollection_joins_its_encounter(self, record: Record) -> None:
        add(record, account("A"), recall("B", "2024-05"))
        assert told(record) == [{"A", "B"}]

    def test_a_recollection_to_the_year_joins_where_the_place_is_told(self, record: Record) -> None:
        add(record, account("A"), recall("B", "2024", "Lisbon"))
        assert told(record) == [{"A", "B"}]

    def test_an_undated_recollection_joins_the_meeting_known_there_shortly_before(self, record: Record) -> None:
        add(record, account("A"), recall("B", None, "Lisbon"))
        assert told(record) == [{"A", "B"}]

    def test_an_undated_mention_within_days_joins_the_one_meeting_known(self, record: Record) -> None:
        add(record, account("A"), recall("B", None, published="2024-05-14"))
        assert told(record) == [{"A", "B"}]
        add(record, account("C", day="2024-05-07"))
        assert told(record) == [{"A"}, {"B"}, {"C"}]

    def test_one_name_taken_for_two_people_does_not_part_a_meeting(self, record: Record) -> None:
        add(record, account("A"), account("B", guest="Ana Duarte (NLD)"))
        assert told(record) == [{"A", "B"}]

    def test_a_name_written_by_its_sound_in_two_ways_is_one_person(self, record: Record) -> None:
        add(record, account("A", guest="Yerlan Sarsenbayev (PRT)"), account("B", guest="Erlan Sarsenbaev (PRT)"))
        assert told(record) == [{"A", "B"}]
        assert sorted(len(d["names"]) for d in details(record, "person")) == [1, 2]

    def test_a_country_misread_does_not_part_a_meeting_of_the_same_people(self, record: Record) -> None:
        add(record, account("A", guest="Salim Al Harthi (PRT)"), account("B", guest="Salim Al-Harthy (SWE)"))
        assert told(record) == [{"A", "B"}]

    def test_a_name_in_part_with_an_initial_does_not_part_a_meeting(self, record: Record) -> None:
        add(record, account("A", guest="Bold Ganzorig (PRT)"), account("B", guest="G.Bold (PRT)"))
        assert told(record) == [{"A", "B"}]

    def test_names_in_either_order_are_one_person(self, record: Record) -> None:
        add(record, account("A"), account("B", guest="DUARTE Ana (PRT)"))
        assert told(record) == [{"A", "B"}]
        assert told(record, "person") == [{"A", "B"}, {"A", "B"}]

    def test_places_that_conflict_are_kept_as_a_conflict(self, record: Record) -> None:
        add(record, account("A"), account("B", place="Porto"))
        (encounter,) = details(record)
        assert encounter["conflicts"] == {"place": ["Lisbon", "Porto"]}

    def test_a_plan_and_its_keeping_are_one(self, record: Record) -> None:
        plan = recall("B", "2024-05-06", status="scheduled", published="2024-05-01")
        add(record, plan, account("A"))
        (encounter,) = details(record)
        assert encounter["status"] == "held"

    def test_a_numbered_session_is_one_whatever_its_day_is_said_to_be(self, record: Record) -> None:
        def session(outlet: str, day: str, number: int) -> Draft:
            text = f"The Tagus Dialogue met again, {outlet} says."
            return (
                Draft(text, outlet=outlet, published=day)
                .mechanism("Tagus Dialogue", "Tagus Dialogue", number)
                .encounter(text, "forum", day, mechanism="Tagus Dialogue", ordinal=number, countries=("NLD", "PRT"))
            )

        add(record, session("A", "2024-05-06", 5), session("B", "2024-05-07", 5), session("D", "2023-05-06", 4))
        assert told(record) == [{"A", "B"}, {"D"}]
        assert [e["conflicts"] for e in details(record)] == [{}, {"date": ["2024-05-06", "2024-05-07"]}]
        add(record, session("C", "2024-05-06", 6))
        assert told(record) == [{"A", "B"}, {"C"}, {"D"}]

    def test_a_session_of_one_day_with_two_numbers_is_one_with_a_conflict(self, record: Record) -> None:
        def session(outlet: str, number: int) -> Draft:
            text = f"The Tagus Dialogue met again, {outlet} says."
            return (
                Draft(text, outlet=outlet)
                .mechanism("Tagus Dialogue", "Tagus Dialogue", number)
                .encounter(text, "forum", "2024-05-06", mechanism="Tagus Dialogue", ordinal=number)
            )

        add(record, session("A", 5), session("B", 6))
        assert [e["conflicts"] for e in details(record)] == [{"ordinal": [5, 6]}]


class TestLookAlikes:
    @pytest.mark.parametrize(
        ("other", "why"),
        [
            (account("B", day="2024-05-07"), "the same pair on the next day"),
            (account("B", day="2023-05-06"), "the same pair a year before"),
            (account("B", guest=SILVA), "another guest on the same day"),
            (recall("B", "2024"), "a year alone, no place"),
            (recall("B", None), "no date, no place"),
            (recall("B", "2024-06"), "another month"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_are_never_one(self, record: Record, other: Draft, why: str) -> None:
        add(record, account("A"), other)
        assert told(record) == [{"A"}, {"B"}], why

    def test_a_visit_and_a_call_are_no_meeting(self, record: Record) -> None:
        visit = account("B")
        (meeting,) = visit.parts["encounters"]
        visit.parts["encounters"] = [type(meeting)(**{**_fields(meeting), "kind": "visit"})]
        add(record, account("A"), visit)
        assert told(record) == [{"A"}, {"B"}]

    def test_a_call_is_not_the_meeting_that_took_place_somewhere_that_day(self, record: Record) -> None:
        call = account("B")
        (meeting,) = call.parts["encounters"]
        call.parts["encounters"] = [type(meeting)(**{**_fields(meeting), "kind": "call", "place": None})]
        add(record, account("A"), call)
        assert told(record) == [{"A"}, {"B"}]

    def test_what_fits_two_joins_neither(self, record: Record) -> None:
        add(record, account("A"), account("B", day="2024-05-20"), recall("C", "2024-05"), recall("D", "2024-05"))
        assert told(record) == [{"A"}, {"B"}, {"C"}, {"D"}]
        undecided = [e["candidates"] for e in details(record) if "candidates" in e]
        assert [len(c) for c in undecided] == [2, 2]

    def test_a_meeting_of_three_countries_is_not_that_of_two(self, record: Record) -> None:
        three = account("B").person("Jo Lind", "SWE", words="Lisbon")
        (meeting,) = three.parts["encounters"]
        wider = {"participants": (*meeting.participants, "Jo Lind"), "countries": ("NLD", "PRT", "SWE")}
        three.parts["encounters"] = [type(meeting)(**{**_fields(meeting), **wider})]
        add(record, account("A"), three)
        assert told(record) == [{"A"}, {"B"}]

    def test_namesakes_of_two_countries_or_callings_are_two(self, record: Record) -> None:
        def named(outlet: str, country: str, kind: str) -> Draft:
            return Draft(f"{outlet}: Jo Lind spoke.", outlet=outlet).person("Jo Lind", country, kind=kind)

        add(record, named("A", "SWE", "official"), named("B", "NOR", "official"), named("C", "SWE", "journalist"))
        assert told(record, "person") == [{"A"}, {"B"}, {"C"}]

    def test_a_bare_name_means_no_one_outside_its_dispatch(self, record: Record) -> None:
        bare = Draft("Duarte spoke.", outlet="B").person("Duarte", "PRT")
        add(record, Draft("Ana Duarte spoke.", outlet="A").person("Ana Duarte", "PRT"), bare)
        assert told(record, "person") == [{"A"}, {"B"}]

    def test_a_name_without_a_country_that_fits_two_people_is_neither(self, record: Record) -> None:
        def named(outlet: str, country: str | None) -> Draft:
            return Draft(f"{outlet}: Jo Lind spoke.", outlet=outlet).person("Jo Lind", country)

        add(record, named("A", "SWE"), named("C", None))
        assert told(record, "person") == [{"A", "C"}]
        add(record, named("B", "NOR"))
        assert told(record, "person") == [{"A"}, {"B"}, {"C"}]


def _fields(finding: Any) -> dict[str, Any]:
    return {name: getattr(finding, name) for name in finding.__dataclass_fields__}


class TestSeries:
    @staticmethod
    def named(outlet: str, name: str) -> Draft:
        text = f"{outlet}: the {name} met."
        draft = Draft(text, outlet=outlet, published="2024-05-06").mechanism(name, name)
        return draft.encounter(text, "forum", "2024-05-06", mechanism=name, countries=("NLD", "PRT"))

    def test_a_name_without_its_field_is_that_of_the_one_series_it_fits(self, record: Record) -> None:
        add(record, self.named("A", "Joint Committee on Fisheries"), self.named("B", "Joint Committee"))
        assert told(record, "mechanism") == [{"A", "B"}]

    def test_a_name_without_its_field_that_fits_two_stays_one_of_its_own(self, record: Record) -> None:
        bare = [self.named(outlet, "Joint Committee") for outlet in "CD"]
        add(record, self.named("A", "Joint Committee on Fisheries"), self.named("B", "Joint Committee on Trade"), *bare)
        assert told(record, "mechanism") == [{"A"}, {"B"}, {"C", "D"}]

    def test_the_field_alone_makes_no_series_another(self, record: Record) -> None:
        add(record, self.named("A", "Joint Committee on Fisheries"), self.named("B", "Dialogue on Fisheries"))
        assert told(record, "mechanism") == [{"A"}, {"B"}]


class TestDesk:
    def test_the_desk_knows_one_person_under_many_names(self, record: Record) -> None:
        def named(outlet: str, name: str, entry: str | None) -> Draft:
            return Draft(f"{outlet}: {name} spoke.", outlet=outlet).person(name, "PRT", entry=entry)

        add(
            record,
            named("A", "Ana Duarte", "duarte"),
            named("B", "Duart Anna", "duarte"),
            named("C", "Ana Duarte", None),
        )
        assert told(record, "person") == [{"A", "B", "C"}]
        with record.reads() as connection:
            assert connection.execute(select(schema.entry.c.id)).scalars().all() == ["person-duarte"]

    def test_cities_are_compared_as_the_desk_knows_them(self, record: Record) -> None:
        lore = Lore(cities={"lisbon": "lisbon", "lisboa": "lisbon"})
        for draft in (account("A"), recall("B", "2024", "Lisboa")):
            record.add(draft.dispatch, draft.reading)
        record.resolve(NOW, lore)
        assert told(record) == [{"A", "B"}]


class TestCommitments:
    def test_one_undertaking_told_by_two_accounts_is_one(self, record: Record) -> None:
        add(record, account("A"), account("B", note=" before long"))
        assert told(record, "commitment") == [{"A", "B"}]

    def test_the_same_words_at_another_encounter_are_another_undertaking(self, record: Record) -> None:
        add(record, account("A"), account("B", day="2023-02-01", note=" in the north"))
        assert told(record, "commitment") == [{"A"}, {"B"}]


class TestSources:
    STORY = " ".join(
        f"The ministers spoke about matter number {n} and left it where it had been before." for n in range(9)
    )

    def test_a_copy_counts_with_its_original(self, record: Record) -> None:
        one, copy = Draft(self.STORY, outlet="A"), Draft(f"The Daily prints: {self.STORY}", outlet="B")
        other = Draft("An entirely different story about the weather in the mountains of the north.", outlet="C")
        add(record, one, copy, other)
        assert record.stats().sources == 2
        assert record.stats().dispatches == 3

    def test_when_the_middle_of_a_chain_goes_the_group_falls_apart(self, record: Record) -> None:
        parts = self.STORY.split(". ")
        one, middle, last = (
            Draft(". ".join(parts[a:b]) + ".", outlet=name) for name, a, b in (("A", 0, 7), ("B", 1, 8), ("C", 2, 9))
        )
        add(record, one, middle, last)
        together = record.stats().sources
        record.remove(middle.dispatch.id)
        record.resolve(NOW)
        with Record.memory() as fresh:
            add(fresh, one, last)
            assert picture(record) == picture(fresh)
        assert together == 1


PEOPLE = [DUARTE, "DUARTE Ana (PRT)", SILVA, "Duarte (PRT)"]
HOSTS = [BAKKER, "Eva de Groot (NLD)"]
DATES = ["2024-05-06", "2024-05-07", "2024-05", "2024", "2024-05-06/2024-05-08"]


@st.composite
def drafts(draw: st.DrawFn) -> list[Draft]:
    """A handful of dispatches about few people, days and places, so that much of it touches."""
    made = []
    for number in range(draw(st.integers(1, 6))):
        outlet = f"Outlet {number}"
        if draw(st.booleans()):
            date = draw(st.sampled_from([*DATES, None]))
            made.append(recall(outlet, date, draw(st.sampled_from(["Lisbon", None])), principal=draw(st.booleans())))
        else:
            day = draw(st.sampled_from(DATES[:2]))
            guest, host = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(HOSTS))
            made.append(
                account(
                    outlet,
                    day,
                    guest,
                    host,
                    draw(st.sampled_from(["Lisbon", "Porto"])),
                    note=draw(st.sampled_from(["", " soon"])),
                )
            )
    return made


slow = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@slow
@given(drafts(), st.randoms(use_true_random=False))
def test_any_order_and_any_parts_give_the_same_entries(made: list[Draft], chance: Any) -> None:
    once, parts, anew = in_any_order(made, chance, put)
    assert once == parts
    assert once == anew


@slow
@given(drafts(), drafts(), st.randoms(use_true_random=False))
def test_a_removed_dispatch_leaves_the_entries_of_the_others(made: list[Draft], more: list[Draft], chance: Any) -> None:
    left, never = after_removal(made, more, chance, put)
    assert left == never


@slow
@given(drafts(), st.data())
def test_what_a_person_says_gives_the_same_entries_at_any_time(made: list[Draft], data: st.DataObject) -> None:
    with Record.memory() as record:
        add(record, *made)
        for minute in range(data.draw(st.integers(1, 4))):
            with record.reads() as connection:
                kind = data.draw(st.sampled_from(["person", "encounter"]))
                found = schema.finding.c
                ids = list(connection.execute(select(found.id).where(found.kind == kind).order_by(found.id)).scalars())
            pair = (
                data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)) if len(ids) > 1 else []
            )
            if pair:
                say = data.draw(st.sampled_from([record.same, record.different]))
                say(*pair, author="Officer", at=NOW + timedelta(minutes=minute))
            if data.draw(st.booleans()):
                record.resolve(NOW)
        record.resolve(NOW)
        now = picture(record)
        record.resolve(NOW, anew=True)
        assert picture(record) == now


def test_resolving_again_changes_nothing(record: Record) -> None:
    add(record, account("A"), account("B"), recall("C", "2024-05"))
    before = picture(record)
    assert record.resolve(NOW) == 0
    assert picture(record) == before


def test_an_older_id_leads_to_the_entry(record: Record) -> None:
    from dragoman.record.anchor import entry_of

    add(record, recall("B", "2024-05"))
    with record.reads() as connection:
        older = connection.execute(select(schema.entry.c.id).where(schema.entry.c.kind == "encounter")).scalar_one()
    add(record, account("A"))
    with record.reads() as connection:
        newer = connection.execute(select(schema.entry.c.id).where(schema.entry.c.kind == "encounter")).scalar_one()
        assert older != newer
        assert newer.startswith("encounter-2024-05-06-")
        assert entry_of(connection, older) == newer
