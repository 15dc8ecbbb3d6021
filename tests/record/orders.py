"""What must hold of a record however it came about: in any order, in any parts, and after removals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from dragoman.record import schema
from dragoman.record.store import Record
from tests.record.factories import Draft

NOW = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
Put = Callable[[Record, Draft], object]


def picture(record: Record) -> dict[str, Any]:
    """All that resolving makes, times left out."""
    with record.reads() as connection:
        entries = {
            row.id: {
                "kind": row.kind,
                "label": row.label,
                "days": (row.first_day, row.last_day),
                "detail": row.detail,
                "facts": (row.status, row.mechanism, row.level, row.told),
                "findings": [],
            }
            for row in connection.execute(select(schema.entry))
        }
        for row in connection.execute(select(schema.membership).order_by(schema.membership.c.finding)):
            entries[row.entry]["findings"].append(row.finding)
        rules = connection.execute(select(schema.judgement).where(~schema.judgement.c.by_hand))
        return {
            "entries": entries,
            "people": sorted(tuple(r) for r in connection.execute(select(schema.entry_person))),
            "countries": sorted(tuple(r) for r in connection.execute(select(schema.entry_country))),
            "sources": {r.dispatch: r.source for r in connection.execute(select(schema.source_group))},
            "rules": sorted((r.id, r.a, r.b, r.author, str(r.reasons)) for r in rules),
            "nodes": sorted((r.id, r.slug, r.entry or "") for r in connection.execute(select(schema.node))),
            "tally": sorted(tuple(r) for r in connection.execute(select(schema.tally))),
            "carried": sorted(str(tuple(r)) for r in connection.execute(select(schema.carried))),
            "issues": sorted(tuple(r) for r in connection.execute(select(schema.entry_issue))),
            "signed": sorted(tuple(r) for r in connection.execute(select(schema.entry_signed))),
            "topics": sorted(str(tuple(r)) for r in connection.execute(select(schema.topic))),
            "cues": sorted((r.what, r.dispatch, r.day or "") for r in connection.execute(select(schema.cue))),
            "steps": sorted(
                (*r[:4], str(r[4]), r[5] or "", r[6] or "") for r in connection.execute(select(schema.step))
            ),
            "signs": sorted(
                (r.dispatch, r.start, r.end, r.says, r.day, r.word)
                for r in connection.execute(
                    select(schema.sign, schema.sign_word.c.word).join(
                        schema.sign_word, schema.sign.c.id == schema.sign_word.c.sign
                    )
                )
            ),
            "promised": sorted(tuple(r)[1:] for r in connection.execute(select(schema.promised))),
            "bearing": sorted(tuple(r) for r in connection.execute(select(schema.bearing))),
            "wording": sorted(tuple(r) for r in connection.execute(select(schema.wording))),
            "blocks": sorted(tuple(r) for r in connection.execute(select(schema.block))),
        }


def in_any_order(made: list[Draft], chance: Any, put: Put) -> tuple[dict[str, Any], ...]:
    """The pictures of records of the same dispatches: added in order and resolved once, added in another order and in parts, and the
    first resolved anew."""
    with Record.memory() as whole, Record.memory() as parts:
        for draft in made:
            put(whole, draft)
        whole.resolve(NOW)
        for draft in chance.sample(made, len(made)):
            put(parts, draft)
            if chance.random() < 0.6:
                parts.resolve(NOW)
        parts.resolve(NOW)
        once = picture(whole)
        whole.resolve(NOW, anew=True)
        return once, picture(parts), picture(whole)


def after_removal(made: list[Draft], more: list[Draft], chance: Any, put: Put) -> tuple[dict[str, Any], dict[str, Any]]:
    """The pictures of a record from which `more` was removed and of one to which it was never added."""
    stay = {draft.dispatch.id: draft for draft in made}
    go = {draft.dispatch.id: draft for draft in more if draft.dispatch.id not in stay}
    with Record.memory() as record, Record.memory() as fresh:
        for draft in chance.sample([*stay.values(), *go.values()], len(stay) + len(go)):
            put(record, draft)
        record.resolve(NOW)
        for key in go:
            record.remove(key)
            if chance.random() < 0.5:
                record.resolve(NOW)
        record.resolve(NOW)
        for draft in stay.values():
            put(fresh, draft)
        fresh.resolve(NOW)
        return picture(record), picture(fresh)
