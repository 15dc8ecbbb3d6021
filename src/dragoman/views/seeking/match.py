"""Words as the full-text index wants them, and where they stand in a sentence that it found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from dragoman.record.characters import searchable
from dragoman.record.sentences import bigrams
from dragoman.span import Span
from dragoman.views.seeking.grammar import Words

_TOKEN = re.compile(r"[^\W_]+")
_SIGNS = re.compile(
    r"[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]+"
)


def expression(words: Iterable[Words], without: Iterable[Words] = ()) -> str | None:
    """A match expression in which all `words` are in the sentence and none of `without`; None where no word is left to
    look for."""
    wanted = [part for one in words for part in _parts(one)]
    if not wanted:
        return None
    made = " AND ".join(wanted)
    for one in without:
        unwanted = " AND ".join(_parts(one))
        if unwanted:
            made = f"({made}) NOT ({unwanted})"
    return made


def _parts(one: Words) -> Iterator[str]:
    """One phrase for each run of letters and each run of Chinese or Japanese signs."""
    text = searchable(one.text)
    for number, run in enumerate(runs := _runs(text)):
        last = number == len(runs) - 1
        if _SIGNS.fullmatch(run):
            pairs = bigrams(run)
            yield f'bigrams : "{pairs}"' + (" *" if len(run) == 1 else "")
        else:
            tokens = " ".join(_TOKEN.findall(run))
            if tokens:
                yield f'text : "{tokens}"' + (" *" if one.prefix and last else "")


def _runs(text: str) -> list[str]:
    found: list[str] = []
    at = 0
    for run in _SIGNS.finditer(text):
        found += [text[at : run.start()], run.group()]
        at = run.end()
    found.append(text[at:])
    return [run for run in found if any(c.isalnum() for c in run)]


def marks(text: str, words: Iterable[Words]) -> list[Span]:
    """Where the words stand in a sentence's characters, in order, none overlapping another."""
    tokens = list(_TOKEN.finditer(text))
    plain = [_plain(token.group()) for token in tokens]
    found: list[Span] = []
    for one in words:
        for run in _runs(one.text):
            if _SIGNS.fullmatch(run):
                found += [Span(m.start(), m.end()) for m in re.finditer(re.escape(run), text)]
                continue
            wanted = [_plain(w) for w in _TOKEN.findall(run)]
            size = len(wanted)
            for i in range(len(tokens) - size + 1):
                if plain[i] != wanted[0] and not (one.prefix and size == 1):
                    continue
                here = plain[i : i + size]
                if here == wanted or (one.prefix and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1])):
                    found.append(Span(tokens[i].start(), tokens[i + size - 1].end()))
    kept: list[Span] = []
    for span in sorted(set(found)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
