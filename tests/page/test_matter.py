"""The head of fields before a text is found with its values where they stand, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from dragoman.page.matter import matter

HEAD = """---
title: "Harbour talks resume"
date: 2014-03-02
author: 'Ann O''Dahl'
creators:
  - "Dahl, Ann"
  - Port Desk
summary: >
  Two ministers
  met at the quay
---
The ministers met.
"""


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("title",), "Harbour talks resume"),
        (("date",), "2014-03-02"),
        (("author",), "Ann O'Dahl"),
        (("creators",), "Dahl, Ann Port Desk"),
        (("summary",), "Two ministers met at the quay"),
        (("headline", "title"), "Harbour talks resume"),
        (("place",), None),
    ],
)
def test_values_without_marks(keys: tuple[str, ...], words: str | None) -> None:
    head = matter(HEAD)
    assert head is not None
    assert head.first(HEAD, *keys) == words


def test_it_ends_behind_its_last_rule() -> None:
    head = matter("\n" + HEAD)
    assert head is not None
    assert head.span.of("\n" + HEAD) == HEAD.removesuffix("The ministers met.\n")


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met.\n---\ntitle: no\ndate: no\n---\n",
        "---\nThe ministers met at the quay.\nThey talked.\n---\nMore.",
        "---\ntitle: alone\n---\nThe ministers met.",
        "---\ntitle: never closed\ndate: 2014-03-02\n",
    ],
)
def test_no_head(text: str) -> None:
    assert matter(text) is None
