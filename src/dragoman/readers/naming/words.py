"""A sentence as words, each marked with what the packs know it to be."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered
from dragoman.page.page import Page, Sentence
from dragoman.readers.naming.known import know
from dragoman.readers.naming.lexicon import WORD, lexicon
from dragoman.readers.naming.word import Word
from dragoman.span import outside

_TENSES = frozenset(["ex", "then"])
_SEAM = re.compile(r"[a-z](?=[A-Z])")


def words(page: Page, sentence: Sentence) -> list[Word]:
    """The words and marks of a sentence, furniture and letters after names left out, with what the packs and the tagger say of them."""
    text = page.text
    holes = [f.span for f in page.furniture if f.span.overlaps(sentence.span) and not f.span.covers(sentence.span)]
    known, things = _first_words(page.desk), page.desk.word_set("thing-words")
    found: list[Word] = []
    for part in outside(sentence.span, holes):
        for match in WORD.finditer(text, part.start, part.end):
            raw, start, end = match[0], match.start(), match.end()
            if raw.endswith("'") and len(raw) > 1:
                raw, end = raw[:-1], end - 1
            low = lowered(raw)
            if (
                low == "s" and found and found[-1].capital and start - found[-1].end == 1
            ):  # an apostrophe lost: "Peru s leader"
                found.append(Word(raw, "'s", start, end))
                continue
            tense = low.partition("-")[0]
            if tense in _TENSES and raw[len(tense) + 1 : len(tense) + 2].isupper() and len(raw) > len(tense) + 2:
                cut = len(tense)  # "ex-US President X", "then-Prime Minister X"
                found.append(Word(raw[:cut], tense, start, start + cut))
                found.append(Word(raw[cut + 1 :], low[cut + 1 :], start + cut + 1, end))
            elif (cut := _glued(raw)) and low[:cut] in known and (low[cut:] in known or low[:cut] in things):
                found.append(Word(raw[:cut], low[:cut], start, start + cut))
                found.append(Word(raw[cut:], low[cut:], start + cut, end))
            elif low.endswith("'s") and len(low) > 2:
                found.append(Word(raw[:-2], low[:-2], start, end - 2))
                found.append(Word(raw[-2:], "'s", end - 2, end))
            else:
                found.append(Word(raw, low.rstrip(".") if len(low) > 1 else low, start, end))
    _tag(found, sentence)
    know(found, page.desk)
    letters = page.desk.word_set("post-nominals")
    found = [w for i, w in enumerate(found) if not _post_nominal(found, i, letters)]
    for number, word in enumerate(found):
        word.number = number
    return found


def _post_nominal(found: list[Word], at: int, letters: frozenset[str]) -> bool:
    """Letters after a full name for a degree, an order or a seat in parliament: "MP", "PhD", "E.B.S."."""
    word = found[at]
    bare = word.text.replace(".", "")
    if bare.lower() not in letters and not (word.text.count(".") > 1 and bare.isupper()):
        return False
    if at < 2 or sum(c.isupper() for c in bare) < 2:
        return False
    after = found[at + 1] if at + 1 < len(found) else None
    named = all(w.capital and (not w.kind or w.text.replace(".", "").isupper()) for w in found[at - 2 : at])
    full = len(found[at - 2].text) > 1 or (at > 2 and found[at - 3].kind in ("honorific", "title"))
    return named and full and not (after and after.capital and not after.kind)


def _glued(raw: str) -> int:
    """Where two words have lost the blank between them ("PrimeMinister"); 0 where they have not."""
    seam = _SEAM.search(raw) if len(raw) > 7 and not raw[1:].islower() else None
    return seam.end() if seam else 0


@lru_cache(maxsize=16)
def _first_words(desk: Desk) -> frozenset[str]:
    """Words that begin a title, country or people of the packs, and the words of titles."""
    return frozenset((*lexicon(desk)[0], *(w for title in desk.titles for w in title.split())))


def _tag(found: list[Word], sentence: Sentence) -> None:
    tokens = sentence.tokens
    at = name = 0
    for word in found:
        while at < len(tokens) and tokens[at].end <= word.start:
            name += tokens[at].ent_begins
            at += 1
        if at < len(tokens) and tokens[at].start < word.end:
            word.tag, word.lemma = tokens[at].tag, tokens[at].lemma
            if tokens[at].ent == "PERSON":
                word.person = name + tokens[at].ent_begins
