"""How far two pieces say the same, and which of their words differ."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from dragoman.dates.words import MONTHS
from dragoman.name import covers, fold, parts, same
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.record.figures import numbers
from dragoman.record.lexicon import WORD, Lexicon, spoken, stem
from dragoman.views.aligning.units import Speaker, Unit

LEAST = 0.27
"""The score from which two pieces may be one point."""
_BARE = 2
"""Words fewer than which do not make up a whole piece that another holds."""
_MARK, _NAME = 2.0, 1.5
_SMALL = 3
"""Letters of a word that says nothing of what is counted."""
_CURRENCIES = frozenset("$€£¥₹₩₽")


def tokens(unit: Unit, words: Lexicon, dull: frozenset[str] = frozenset()) -> Counter[str]:
    """What a piece is about: what it names, and its words by beginnings, those that say the same as one; the two
    sides themselves ("both countries") carry nothing. `dull`: folded words that every account has, as the names of the sides."""
    text, at = unit.evidence.text, unit.evidence.start
    found = Counter(mark.key for mark in unit.marks)
    blank = list(text)
    for mark in unit.marks:
        blank[mark.start - at : mark.end - at] = " " * (mark.end - mark.start)
    rest = "".join(blank)[unit.core :]
    if words.sides:
        rest = words.sides.sub(lambda m: " " * len(m[0]), rest)
    if dull:
        rest = WORD.sub(lambda m: " " * len(m[0]) if fold(m[0]).partition("'")[0] in dull else m[0], rest)
    found.update(spoken(rest, words))
    return found


def proper(unit: Unit) -> set[str]:
    """The words of a piece, by beginnings, that are written as names or figures."""
    first = next(WORD.finditer(unit.evidence.text), None)
    written = (m[0] for m in WORD.finditer(unit.evidence.text) if first and m.start() > first.start())
    return {stem(fold(word)) for word in written if word[0].isupper() or word[0].isdigit()}


def rarity(pieces: Iterable[Counter[str]], names: Collection[str] = ()) -> dict[str, float]:
    """The weight of each token: the rarer among these pieces the more; what is named counts double, `names` half as much
    again."""
    listed = list(pieces)
    seen = Counter(token for piece in listed for token in piece)
    return {
        token: math.log(1 + (len(listed) + 1) / number) * (_MARK if " " in token else _NAME if token in names else 1.0)
        for token, number in seen.items()
    }


def common_share(a: Counter[str], b: Counter[str], weight: dict[str, float]) -> float:
    """The weight of what both say over that of the mean of the two and of the shorter, 0 to 1."""
    shared = sum(weight[t] for t in a.keys() & b.keys())
    one, other = sum(weight[t] for t in a), sum(weight[t] for t in b)
    if not one or not other:
        return 0.0
    whole = 2 * shared / (one + other)
    return 0.5 * whole + 0.5 * shared / min(one, other) if min(len(a), len(b)) >= _BARE else whole


def speakers(a: Speaker, b: Speaker) -> float:
    """1 for one speaker, less for a person and those who speak with or for them, 0 for others."""
    if a.both and b.both:
        return 1.0
    if a.both or b.both:
        return 0.6
    if a.entry and b.entry:
        return 1.0 if a.entry == b.entry or _named_alike(a.name, b.name) else 0.0
    if a.entry or b.entry:
        person, body = (a, b) if a.entry else (b, a)
        if covers(person.name, body.name):
            return 1.0
        return 0.6 if person.country and person.country == body.country else 0.0
    if a.name.casefold() == b.name.casefold() or (a.country and a.country == b.country):
        return 1.0
    return 0.0


def _named_alike(one: str, other: str) -> bool:
    """Whether two who speak at one encounter bear one full name, of whom an account has misread whose they are."""
    return min(len(parts(one)), len(parts(other))) > 1 and same(one, other)


def score(a: Unit, b: Unit, one: Counter[str], other: Counter[str], weight: dict[str, float]) -> float:
    """0 to 1: words, issue, act and speaker; 0 where others speak or nothing is said in common."""
    joint = (a.speaker.both or b.speaker.both) and all(u.speaker.both or u.act == "agree" for u in (a, b))
    who = 1.0 if joint else speakers(a.speaker, b.speaker)
    said = common_share(one, other, weight)
    if not who or not said:
        return 0.0
    issue = len(a.issues & b.issues) / len(a.issues | b.issues) if a.issues or b.issues else 0.0
    return (0.72 * said + 0.2 * issue + 0.08 * (a.act == b.act)) * (0.7 + 0.3 * who)


def steps(text: str, words: Lexicon) -> dict[str, dict[int, tuple[int, int]]]:
    """Which steps of which scales a text stands on, with the place of the first words that say so."""
    found: dict[str, dict[int, tuple[int, int]]] = {}
    taken: list[tuple[int, int]] = []
    for pattern, scale, step in words.weights:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            found.setdefault(scale, {}).setdefault(step, match.span())
    return found


def counts(text: str) -> dict[str, tuple[float, tuple[int, int]]]:
    """What a text counts, by the word behind the number ("34th session", "450 soldiers", "three million euros"), the month before
    it or the sign of a currency: the number with its place. What it counts twice is left out."""
    found: dict[str, tuple[float, tuple[int, int]]] = {}
    again: set[str] = set()
    listed = list(WORD.finditer(text))
    ordinals = ((ordinal(m[0].lower()), m.span()) for m in listed)
    told = [*numbers(text), *((float(n), span) for n, span in ordinals if n is not None)]
    for number, (start, end) in told:
        before = next((m[0].lower() for m in reversed(listed) if m.end() <= start), "")
        after = next((m[0].lower() for m in listed if m.start() >= end), "")
        sign = text[start - 1 : start] if text[start - 1 : start] in _CURRENCIES else ""
        beside = [before] if before in MONTHS else [sign] if sign else []
        beside += [after] if len(after) > _SMALL or after in MONTHS else []
        if not beside:
            continue
        key = stem(fold(beside[0])) or sign
        again |= {key} & found.keys()
        found[key] = number, (start, end)
    return {key: value for key, value in found.items() if key not in again}


def weighed_apart(a: str, b: str, words: Lexicon) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The places, in the one text and in the other, of words that give one point another weight, or count otherwise."""
    one, other = steps(a, words), steps(b, words)
    shared = one.keys() & other.keys()
    apart = [scale for scale in shared if not one[scale].keys() & other[scale].keys()]
    found = [(min(one[scale].values()), min(other[scale].values())) for scale in apart]
    mine, theirs = counts(a), counts(b)
    found += [(mine[k][1], theirs[k][1]) for k in mine.keys() & theirs.keys() if mine[k][0] != theirs[k][0]]
    return sorted(found)


def own_words(unit: Unit, others: Sequence[Unit], words: Lexicon) -> list[tuple[int, int]]:
    """The stretches of a piece, by offsets within it, that no other wording of the point has."""
    theirs: set[str] = set()
    for other in others:
        theirs |= tokens(other, words).keys()
    found: list[tuple[int, int]] = []
    text, at = unit.evidence.text, unit.evidence.start
    named = [(m.start - at, m.end - at) for m in unit.marks if m.key in theirs]
    for match in WORD.finditer(text):
        key = stem(fold(match[0]))
        known = key in theirs or words.alike.get((key,)) in theirs
        if known or key in words.common or len(key) < 3 or any(s <= match.start() < e for s, e in named):
            continue
        if found and not WORD.search(text, found[-1][1], match.start()):
            found[-1] = (found[-1][0], match.end())
        else:
            found.append(match.span())
    return found
