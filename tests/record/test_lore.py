"""What a sentence speaks of, for matching."""

from __future__ import annotations

import pytest

from dragoman.record.lore import Lore
from dragoman.record.store import Record
from tests.record.orders import picture
from tests.record.test_resolve import NOW, account, add

LORE = Lore(
    cities={"lisboa": "lisbon"},
    idle=frozenset({"agreed", "hold", "early date"}),
    alike={"hotline": "hotline", "direct telephone line": "hotline", "sea": "sea", "maritime": "sea"},
)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("They agreed to hold maritime talks at an early date.", ["talk", "they", "~sea"]),
        ("the direct telephone lines, the hotline", ["~hotline"]),
        ("Resuming what resumed", ["resum", "what"]),
        ("an EU and a G20 plan", ["eu", "g20", "plan"]),
        ("双方同意", ["双方", "同意", "方同"]),
        ("", []),
    ],
)
def test_content_is_what_a_sentence_speaks_of(text: str, content: list[str]) -> None:
    assert LORE.content(text) == content


def test_the_record_keeps_what_it_was_told_and_forms_its_entries_anew_by_other_lore() -> None:
    drafts = account("A"), account("B", day="2024-05-20", place="Lisboa")
    with Record.memory() as record, Record.memory() as fresh:
        add(record, *drafts)
        record.resolve(NOW, LORE)
        for draft in drafts:
            fresh.add(draft.dispatch, draft.reading)
        fresh.resolve(NOW, LORE)
        assert picture(record) == picture(fresh)
        more = account("C", place="Lisboa")
        add(record, more)
        add(fresh, more)
        assert picture(record) == picture(fresh)
