"""What goes into the record comes out equal, once, whole, and goes when it is told to."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select

from dragoman.dispatch import Dispatch
from dragoman.errors import RecordError
from dragoman.reading import Reading
from dragoman.record import schema
from dragoman.record.store import Record
from tests.record.factories import Draft, talks
from tests.record.strategies import readings

NOW = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)


def sizes(record: Record) -> dict[str, int]:
    with record.reads() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in schema.metadata.tables.items()
        }


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings())
def test_what_goes_in_comes_out_equal(made: tuple[Dispatch, Reading]) -> None:
    dispatch, reading = made
    with Record.memory() as record:
        assert record.add(dispatch, reading)
        assert record.dispatch(dispatch.id) == dispatch
        assert record.reading(dispatch.id) == reading
        assert record.verify().holds


def test_adding_twice_adds_nothing(record: Record) -> None:
    draft = talks("2024-05-06", "Ana Duarte (PRT)", "Piet Bakker (NLD)", "Lisbon", outlet="Ministry")
    assert record.add(draft.dispatch, draft.reading, NOW)
    before = sizes(record)
    assert not record.add(draft.dispatch, draft.reading, NOW)
    assert sizes(record) == before


def test_another_readers_reading_takes_the_place_of_the_first(record: Record) -> None:
    draft = talks("2024-05-06", "Ana Duarte (PRT)", "Piet Bakker (NLD)", "Lisbon", outlet="Ministry")
    record.add(draft.dispatch, draft.reading)
    fewer = Draft(draft.dispatch.text, published="2024-05-06", outlet="Ministry").person("Ana Duarte", "PRT")
    assert fewer.dispatch.id == draft.dispatch.id
    assert record.add(draft.dispatch, fewer.by("next"))
    assert record.reading(draft.dispatch.id) == fewer.by("next")
    assert record.stats().findings["encounter"] == 0


def test_a_removed_dispatch_leaves_nothing(record: Record) -> None:
    empty = sizes(record)
    draft = talks("2024-05-06", "Ana Duarte (PRT)", "Piet Bakker (NLD)", "Lisbon", outlet="Ministry")
    record.add(draft.dispatch, draft.reading)
    assert record.remove(draft.dispatch.id)
    assert not record.remove(draft.dispatch.id)
    assert sizes(record) == empty
    with pytest.raises(RecordError, match="no such dispatch"):
        record.dispatch(draft.dispatch.id)


def test_a_reading_of_another_dispatch_is_refused(record: Record) -> None:
    one = Draft("A text.")
    with pytest.raises(ValueError, match="a reading of"):
        record.add(one.dispatch, Draft("Another text.").reading)


def test_a_span_beyond_the_text_is_refused_and_nothing_is_kept(record: Record) -> None:
    long, short = Draft("Ana Duarte spoke.").person("Ana Duarte"), Draft("Ana")
    reading = long.reading
    with pytest.raises(ValueError, match="lies outside"):
        record.add(short.dispatch, Reading(dispatch=short.dispatch.id, people=reading.people))
    assert record.dispatches() == []


def test_names_are_linked_to_the_people_of_their_dispatch(record: Record) -> None:
    text = "Ana Duarte met Piet Bakker. Duarte said it went well. The ministry agreed."
    draft = (
        Draft(text)
        .person("Ana Duarte")
        .person("Piet Bakker")
        .encounter("Ana Duarte met Piet Bakker.", "meeting", None, "Ana Duarte", "Piet Bakker")
        .attribution("Duarte said it went well.", "Duarte")
        .attribution("The ministry agreed.", "ministry")
    )
    record.add(draft.dispatch, draft.reading)
    with record.reads() as connection:
        met = connection.execute(
            select(schema.participant.c.name, schema.person.c.name).join_from(
                schema.participant, schema.person, schema.participant.c.person == schema.person.c.id
            )
        ).all()
        voices = {row.name: row.person for row in connection.execute(select(schema.voice))}
    assert sorted(tuple(row) for row in met) == [("Ana Duarte", "Ana Duarte"), ("Piet Bakker", "Piet Bakker")]
    assert voices["Duarte"] is not None
    assert voices["ministry"] is None


class TestOpening:
    def test_a_record_is_kept_between_openings(self, tmp_path: Path) -> None:
        draft = Draft("Ana Duarte spoke.").person("Ana Duarte")
        with Record.open(tmp_path / "r.db") as record:
            record.add(draft.dispatch, draft.reading)
        with Record.open(tmp_path / "r.db", create=False) as record:
            assert record.reading(draft.dispatch.id) == draft.reading

    def test_what_is_not_there_is_not_made_unasked(self, tmp_path: Path) -> None:
        with pytest.raises(RecordError, match="is not there"):
            Record.open(tmp_path / "r.db", create=False)
        assert not (tmp_path / "r.db").exists()

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"Dear Sir or Madam, " * 400, "is not a record"),
            (b"SQLite format 3\0" + b"\xff" * 5000, "is not a record|is damaged"),
        ],
    )
    def test_a_file_that_is_no_database_is_refused(self, tmp_path: Path, content: bytes, says: str) -> None:
        (tmp_path / "r.db").write_bytes(content)
        with pytest.raises(RecordError, match=says):
            Record.open(tmp_path / "r.db")
        assert (tmp_path / "r.db").read_bytes() == content

    def test_another_programs_database_is_refused(self, tmp_path: Path) -> None:
        with sqlite3.connect(tmp_path / "r.db") as other:
            other.execute("CREATE TABLE shopping (item TEXT)")
        other.close()
        with pytest.raises(RecordError, match="a database but no record"):
            Record.open(tmp_path / "r.db")

    def test_a_folder_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(RecordError, match="is a folder"):
            Record.open(tmp_path)

    def test_a_missing_folder_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(RecordError, match="cannot be opened"):
            Record.open(tmp_path / "no" / "r.db")

    def test_a_newer_dragomans_record_is_refused(self, tmp_path: Path) -> None:
        Record.open(tmp_path / "r.db").close()
        with sqlite3.connect(tmp_path / "r.db") as raw:
            raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.close()
        with pytest.raises(RecordError, match="newer Dragoman"):
            Record.open(tmp_path / "r.db")

    def test_readers_do_not_wait_for_the_writer(self, tmp_path: Path) -> None:
        draft = Draft("Ana Duarte spoke.").person("Ana Duarte")
        with Record.open(tmp_path / "r.db") as one, Record.open(tmp_path / "r.db") as two, one.writes():
            assert two.dispatches() == []
        with Record.open(tmp_path / "r.db") as record:
            record.add(draft.dispatch, draft.reading)
            assert record.dispatches() == [draft.dispatch.id]


class TestVerify:
    def test_a_changed_byte_is_found_with_the_findings_it_breaks(self, tmp_path: Path) -> None:
        draft = talks("2024-05-06", "Ana Duarte (PRT)", "Piet Bakker (NLD)", "Lisbon", outlet="Ministry")
        with Record.open(tmp_path / "r.db") as record:
            record.add(draft.dispatch, draft.reading)
            assert record.verify().mismatches == ()
        with sqlite3.connect(tmp_path / "r.db") as raw:
            raw.execute("UPDATE dispatch SET text = replace(text, 'students', 'studenzs')")
        raw.close()
        with Record.open(tmp_path / "r.db") as record:
            found = record.verify().mismatches
        assert [m.kind for m in found] == ["dispatch", "attribution"]
        assert "students" in (found[1].was or "")
        assert "studenzs" in (found[1].now or "")

    def test_a_byte_that_is_no_character_is_found(self, tmp_path: Path) -> None:
        draft = Draft("Ana Duarte spoke in Lisbon.").person("Ana Duarte")
        with Record.open(tmp_path / "r.db") as record:
            record.add(draft.dispatch, draft.reading)
        with sqlite3.connect(tmp_path / "r.db") as raw:
            broken = b"An\xff Duarte spoke in Lisbon."
            raw.execute("UPDATE dispatch SET text = CAST(? AS TEXT)", (broken,))
        raw.close()
        with Record.open(tmp_path / "r.db") as record:
            assert [m.kind for m in record.verify().mismatches] == ["dispatch", "person"]
            with pytest.raises(RecordError, match="is damaged"):
                record.dispatch(draft.dispatch.id)

    def test_a_changed_span_outside_the_evidence_is_found(self, tmp_path: Path) -> None:
        draft = Draft("Foreign Minister Ana Duarte spoke.").person("Ana Duarte", "PRT", "Foreign Minister")
        with Record.open(tmp_path / "r.db") as record:
            record.add(draft.dispatch, draft.reading)
        with sqlite3.connect(tmp_path / "r.db") as raw:
            raw.execute('UPDATE office SET "end" = 7')
        raw.close()
        with Record.open(tmp_path / "r.db") as record:
            assert [(m.kind, m.reason) for m in record.verify().mismatches] == [
                ("person", "another span of it reads otherwise")
            ]
