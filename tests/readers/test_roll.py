"""The order of the readers follows from what each needs and yields."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from dragoman.readers import roll as rolls
from dragoman.readers.found import KINDS, Found
from dragoman.readers.roll import roll
from dragoman.reading import Issue
from dragoman.span import Span


def member(name: str, needs: tuple[str, ...], yields: tuple[str, ...]) -> Any:
    module: Any = ModuleType(name)
    module.NEEDS, module.YIELDS = needs, yields
    return module


def test_every_reader_comes_after_what_it_needs() -> None:
    order = roll()
    for place, reader in enumerate(order):
        later = {kind for other in order[place + 1 :] for kind in other.YIELDS}
        assert not later & (set(reader.NEEDS) - set(reader.YIELDS)), reader.__name__


def test_every_kind_of_finding_has_a_reader_and_every_reader_is_found() -> None:
    assert {kind for reader in roll() for kind in reader.YIELDS} == set(KINDS)
    assert all(set(reader.NEEDS) <= set(KINDS) for reader in roll())


def test_names_decide_where_needs_leave_a_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    members = [
        member("c", (), ("people",)),
        member("b", ("people",), ("issues",)),
        member("a", ("issues",), ("formulas",)),
        member("d", (), ("dating",)),
    ]
    monkeypatch.setattr(rolls, "_members", lambda: iter(members))
    assert [m.__name__ for m in roll.__wrapped__()] == ["c", "b", "a", "d"]


def test_readers_that_wait_for_each_other_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    members = [member("x", ("people",), ("issues",)), member("y", ("issues",), ("people",))]
    monkeypatch.setattr(rolls, "_members", lambda: iter(members))
    with pytest.raises(ValueError, match="x, y"):
        roll.__wrapped__()


def test_a_reader_makes_only_what_it_declares() -> None:
    found = Found()
    issue = Issue(evidence=Span(0, 1), rule="test", id="fish")
    found.take([issue], ("issues",))
    assert found.issues == (issue,)
    with pytest.raises(TypeError, match="does not declare"):
        found.take([issue], ("people",))
