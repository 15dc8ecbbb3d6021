"""What a search means, and what it cannot mean."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import QueryError
from dragoman.views.seeking.grammar import FIELDS, Asked, Condition, Words, parse

READ = [
    ("tariffs", Asked(words=(Words("tariffs"),))),
    ('"shared river" dam*', Asked(words=(Words("shared river"), Words("dam", prefix=True)))),
    ("“shared river”", Asked(words=(Words("shared river"),))),
    ("dam -quota", Asked(words=(Words("dam"),), without=(Words("quota"),))),
    ('speaker:"Ann Lee"', Asked(conditions=(Condition("speaker", ("Ann Lee",)),))),
    ("act:urge,WARN", Asked(conditions=(Condition("act", ("urge", "warn")),))),
    ("-side:ABC", Asked(conditions=(Condition("side", ("ABC",), excluded=True),))),
    ("Issue:dams issue:fish", Asked(conditions=(Condition("issue", ("dams",)), Condition("issue", ("fish",))))),
    ("2023..2025", Asked(since=date(2023, 1, 1), until=date(2025, 12, 31))),
    ("2024-02..", Asked(since=date(2024, 2, 1))),
    ("..2024-02", Asked(until=date(2024, 2, 29))),
    ("since:2024 until:2024-06-05", Asked(since=date(2024, 1, 1), until=date(2024, 6, 5))),
    ("2020.. since:2024", Asked(since=date(2024, 1, 1))),
    ("at 10:30 …", Asked(words=(Words("at"), Words("10:30")))),
    ("", Asked()),
]


@pytest.mark.parametrize(("text", "meant"), READ)
def test_what_a_search_means(text: str, meant: Asked) -> None:
    assert parse(text) == meant


REFUSED = [
    ("spaeker:Lee", "there is no such field", "speaker, issue, act"),
    ("act:shout", "there is no such value", "warn, oppose"),
    ("kind:banquet", "there is no such value", "encounter"),
    ('speaker:""', "has no value", "by name or id"),
    ('"shared river', "not closed", "write both"),
    ("2023-13..2024", "is not a date", "2025-03"),
    ("2025..2023", "ends before it begins", "earlier day"),
    ("since:soon", "is not a date", "2025-03"),
]


@pytest.mark.parametrize(("text", "what", "remedy"), REFUSED)
def test_what_cannot_be_understood_is_told_with_a_remedy(text: str, what: str, remedy: str) -> None:
    with pytest.raises(QueryError) as told:
        parse(text)
    assert what in str(told.value)
    assert remedy in str(told.value)


def test_an_unknown_field_is_answered_with_all_fields() -> None:
    with pytest.raises(QueryError) as told:
        parse("who:Lee")
    assert all(name in told.value.remedy for name in FIELDS)
