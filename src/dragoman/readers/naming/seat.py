"""The institution that stands after an office in a list of officials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.desk.desk import Desk
from dragoman.readers.naming.offices import Phrase, text_of
from dragoman.readers.naming.word import Word
from dragoman.span import Span


def at_institution(words: Sequence[Word], office: Phrase, desk: Desk) -> Phrase:
    """An office with the bracket and the institution that may follow it in a list of officials: "Joint Secretary (South), Ministry of Trade"."""
    end = office.last + 1
    if end + 2 < len(words) and words[end].text == "(" and words[end + 2].text == ")" and words[end + 1].text.istitle():
        end += 3
    elif end < len(words) and words[end].text == "(":
        return office
    things, begin = desk.word_set("institution-words"), end + 1
    if begin < len(words) and words[end].text == "," and words[begin].capital and words[begin].low in things:
        end = begin + 1
        while end < len(words) and (words[end].capital or words[end].low in ("of", "for", "and", "the")):
            end += 1
        while words[end - 1].low in ("of", "for", "and", "the"):
            end -= 1
    if end == office.last + 1:
        return office
    chosen = words[office.last + 1 : end]
    title = text_of([*words[office.first : office.last + 1], *chosen])
    title = title[title.index(office.title.split(" ")[0]) :]
    return replace(office, title=title, span=Span(office.span.start, chosen[-1].end), last=end - 1, body=True)
