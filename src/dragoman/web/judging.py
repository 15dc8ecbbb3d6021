"""What a person or a program may say of findings and entries, and taking it back; the entries are brought up to date at once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from pydantic import BaseModel, Field

from dragoman.errors import QueryError
from dragoman.record.store import Record

Short = Annotated[str, Field(max_length=2000)]


class Said(BaseModel):
    """A judgement. `kind`: accept, reject, correct, same or different. `a`: the finding or entry it is about; `b`: the other one,
    for same and different. `field`, `value`: for correct; an empty value means that it is not known."""

    kind: Short
    a: Short
    b: Short = ""
    field: Short = ""
    value: Short = ""
    why: Short = ""


def judge(record: Record, author: str, said: Said) -> str:
    """Keeps it; gives its id. QueryError for what is no judgement, RecordError for what is not in the record."""
    now, reasons = datetime.now(UTC), said.why.strip() or None
    match said.kind:
        case "accept":
            made = record.accept(said.a, author=author, at=now, reasons=reasons)
        case "reject":
            made = record.reject(said.a, author=author, at=now, reasons=reasons)
        case "correct":
            made = record.correct(said.a, said.field, said.value, author=author, at=now, reasons=reasons)
        case "same":
            made = record.same(said.a, _id(said.b), author=author, at=now, reasons=reasons)
        case "different":
            made = record.different(said.a, _id(said.b), author=author, at=now, reasons=reasons)
        case _:
            raise QueryError(
                said.kind or "judgement", "is no judgement", "one of accept, reject, correct, same, different"
            )
    record.resolve(now)
    return made


def undo(record: Record, key: str) -> None:
    """Takes a judgement back. RecordError where there is none."""
    now = datetime.now(UTC)
    record.revoke(key, at=now)
    record.resolve(now)


def _id(given: str) -> str:
    """An id as typed or copied from an address. QueryError without any."""
    key = given.strip().rstrip("/").rpartition("/")[2]
    if not key:
        raise QueryError("the other one", "is not named", "paste its id or the address of its page")
    return key
