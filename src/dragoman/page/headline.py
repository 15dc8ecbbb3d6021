"""The headline of a page, and where its prose begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.evening import even
from dragoman.page.dateline import dateline
from dragoman.page.lines import Line

_SENTENCE = re.compile(r"""[.!?;。！？…]["')\]]*(?:\s+\([^()]{2,60}\))?$|[,:"]$""")
"""How a sentence ends, also with a note in brackets behind it."""
_WORD = re.compile(r"\w[\w'-]*")
_LETTERED = re.compile(r"(?<!\w)[^\W\d_][\w'-]*")
_TURN = re.compile(r"(?:Q|A|Question|Answer)\s?[:.]\s")
CLOCK = re.compile(r"\s+\d{1,2}:\d\d$")
"""A clock behind a headline."""
SIGNED = re.compile(
    r"""(?<=[.!?"')])\s*(?:\((?:[Ee]nd|END|[Ee]nds|ENDS)\)\s?[\w./]{0,16}|-{1,2}\s?[A-Z]{2,8}(?:/[A-Z]{2,8})?|/[A-Z]{2,8}/|\((?:[A-Z]{2,8}|(?:www\.|https?://)[^\s()]+)\)|(?:www\.|https?://)\S+)$"""
)
"""An agency's sign or address behind the last words of a story."""
_SET_AGAINST = re.compile(r'[^",:.!?]{0,60}(?<![^\W_])[^\Wa-z_][^\s",:.!?]{0,30}\s?"[^"]+"')
_TERM = re.compile(r'[^\Wa-z_][^",:.!?]{8,}(?<!said)(?<!says)(?<!told)(?<!added)(?<!that)\s"[^"A-Z.!?,:]{3,50}"')
"""A name set against what it says; words that end in a term between quotation marks, where a sentence would have its stop."""
_RUNS_ON = re.compile(r"[a-z]{3}[.!?][\"')]* +[A-Z][a-z]* [a-z]")
_TWO = 14
"""A line of so many words that holds a sentence's end and the next one's beginning is broken off, and no heading."""
_POSTED = re.compile(r"- ?[^(]{2,60} \(@\w+\)")
"""Who wrote a post, behind it."""
_BULLET = re.compile(r"[-*•·▪◦‣]\s+")
_MAST = re.compile(
    r"(?:press release|for immediate release|information for the press|ministry of .{3,60}|embassy of .{3,60}|office of .{3,60}|(?:the )?(?:government|official)?\s?(?:portal|website|web site|home ?page) of .{3,80}|statement|transcript|news release|media (?:note|release)|check against delivery|department of .{3,60})(?: no\.? ?[\w/-]+)?",
    re.I | re.S,
)


SENDER = re.compile(
    r"(?:The )?(?:Rt\.? )?(?:Hon(?:ou?rable)?|H\.? ?E|Senator|Sen|Dr|Prof|Mr|Mrs|Ms|Sir|Dame)\b\.?,? (?:the Hon\.? )?(?:[A-ZÀ-Þ][\w.'-]*,? ?){2,6}"
)
"""A line of a letterhead that names whose release it is."""
POST = re.compile(
    r"(?i:(?:shadow|deputy|acting|assistant|parliamentary|federal|prime|foreign|first|vice|state|permanent|cabinet|press) )*"
    r"(?i:minister|secretary|leader|member|ambassador|high commissioner|president|premier|senator|spokes\w+)"
    r"(?:(?: (?i:of|for|to|and|the|assisting|on|in),?)+ [^\W\d_a-z][\w'-]*(?:,? (?i:and |of |the |for )*[^\W\d_a-z][\w'-]*){0,8})?"
)
"""A line of a letterhead that is an office and no more."""


_SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "as", "de", "al", "bin")
)
_LEAD, _SHARE = 4, 0.3
"""Paragraphs of prose that a headline is held against, and the share of its words that they must take up."""


def _stems(text: str) -> frozenset[str]:
    """Words of four letters or more, without case and endings."""
    return frozenset(word.lower()[:6] for word in _LETTERED.findall(text) if len(word) >= 4)


def share(heading: str, lead: Sequence[str]) -> float:
    """How much of a heading's words the prose takes up, 0 to 1."""
    stems = _stems(heading)
    return len(stems & _stems(" ".join(lead))) / len(stems) if stems else 0.0


def _asks(text: str) -> bool:
    """A headline that ends in a question."""
    return text.endswith("?") and count(text) <= 25 and '"' not in text


def _titled(text: str) -> bool:
    """Written as titles are: five words or more, no verb and nothing else but small words without a capital, and no quotation."""
    words = [word for word in _LETTERED.findall(text) if word not in _SMALL]
    return len(words) >= 5 and all(word[0].isupper() for word in words) and '"' not in text


@lru_cache(maxsize=512)  # asked of each line by every rule
def count(text: str) -> int:
    """Words of a line."""
    return len(_WORD.findall(text))


def lettered(text: str) -> int:
    """Words of a line that are no figures: a date or clock alone is no headline."""
    return len(_LETTERED.findall(text))


@lru_cache(maxsize=512)
def is_heading(text: str) -> bool:
    """A line with no sentence's end and few words. A teaser broken off, a title with a clock behind it or in capital letters throughout
    ("Minister Receives Seven Envoys."), a name set against a quotation (`Name "words"`) and a line that ends in a quoted term are headings too."""
    words = count(text)
    if not 0 < words <= 28 or (words > _TWO and _RUNS_ON.search(text)) or ("(@" in text and _POSTED.search(text)):
        return False
    if (
        not (_SENTENCE.search(text) or SIGNED.search(text))
        or text.endswith(("...", "…"))
        or CLOCK.search(text)
        or _titled(text)
    ):
        return True
    return bool(_SET_AGAINST.fullmatch(text) or _TERM.fullmatch(text))


@dataclass(frozen=True, slots=True)
class Frame:
    """Places in a list of lines: `headline` (None where there is none), `first` and `last` line of the prose (-1 where there is no prose)."""

    headline: int | None
    first: int
    last: int


def key(words: str) -> str:
    """A line without its bullet, case and spacing."""
    bullet = _BULLET.match(words)
    return " ".join(words[bullet.end() if bullet else 0 :].lower().split())


def _last(said: Sequence[str], headline: int, first: int) -> int:
    """Of a headline that stands there more than once, the place nearest above the prose: those before it are the site's trail and window title."""
    same = [i for i in range(headline, max(first, headline + 1)) if key(said[i]) == key(said[headline])]
    return same[-1]


def frame(text: str, body: Sequence[Line], marked: Sequence[str | None], metadata: str | None) -> Frame:
    """Where the article stands among its lines. The headline is the carrier's own title where the text has it, else the heading before the prose
    whose words the prose takes up (a masthead's or menu's it does not), else the first of five words or more, else the longest of three or more."""
    said = [line.span.of(text) for line in body]
    full = [
        i
        for i, words in enumerate(said)
        if marked[i] is None and not is_heading(words) and (count(words) > 8 or _TURN.match(words))
    ]
    while len(full) > 1 and _asks(said[full[-1]]) and share(said[full[-1]], said[full[0] : full[-1]]) < _SHARE:
        full.pop()
    while len(full) > 1 and said[full[-1]][0] in "([" and said[full[-1]][-1] in ")]":
        full.pop()
    first, last = (full[0], full[-1]) if full else (-1, -1)
    if len(full) > 1 and _asks(said[first]) and share(said[first], said[full[1] : full[1] + _LEAD]) >= _SHARE:
        headline, first = first, full[1]
        return Frame(headline, first, last)
    if metadata:
        wanted = key(even(metadata))
        for i, words in enumerate(said[:20]):
            if key(words) == wanted:
                return Frame(_last(said, i, first), first, last)
    headings = [
        i
        for i in range(first if first >= 0 else min(len(said), 3))
        if not marked[i]
        and lettered(said[i]) >= 3
        and is_heading(said[i])
        and not _BULLET.match(said[i])
        and not dateline(text, body[i].span)
        and not _MAST.fullmatch(said[i])
    ]
    lead = said[first : first + _LEAD] if first >= 0 else []
    titled = [
        i for i in headings if not (SENDER.fullmatch(said[i]) or (POST.fullmatch(said[i]) and count(said[i]) <= 12))
    ]
    headings = titled or headings
    shares = {i: share(said[i], lead) for i in headings}
    told = [i for i in headings if shares[i] >= max(_SHARE, 0.5 * min(max(shares.values()), 0.7))]
    best = next((i for i in told if count(said[i]) >= 5), next(iter(told), None))
    if best is None:
        best = next((i for i in headings if count(said[i]) >= 5), None)
    if best is None:
        best = max(headings, key=lambda i: (count(said[i]), -i), default=None)
    return Frame(best if best is None else _last(said, best, first), first, last)
