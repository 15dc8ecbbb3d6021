"""What a line's place on the page gives away, and what its standing there twice does.

The words of an article take one another up; what a page adds to it (menus, captions, credits, other stories) shares few words with
it, stands above its headline, between that and the prose or below the prose, or is printed more than once.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from dragoman.page.dateline import dateline
from dragoman.page.headline import POST, SENDER, Frame, count, is_heading, key, share
from dragoman.page.lines import Line

ITEMS = re.compile(
    r"(?!.*[.!?:,][\"')\]]* {2,})[^\s:](?:[^\s]| (?! )){0,28}(?:(?: {2,}|\t+)[^\s:](?:[^\s]| (?! )){0,28}){2,}"
)
"""Short words set apart by wide gaps: a menu in one line. Two blanks behind a sentence are a typist's habit."""
ENDS = re.compile(r"""[.!?:;。！？…,]["')\]]*$|"$""")
_CODE = re.compile(r"(?:No\. ?)?(?:[A-Z]{1,5}[/-])?\d+[/-]\d+|[\W\d_]*\d[\W\d_]*|-{2,}\s?\w{0,6}|\d{4,}[A-Z]{0,3}")
_FIELD = re.compile(
    r"(?:[A-Z][a-z]+ ?){1,3}:(?: |(?=[^\W\d_])).{1,100}(?<![.!?;])|[A-Z][\w'-]*(?: [\w'-]+){0,3} ?: ?(?:[^\s]+\s*){1,5}(?<![.!?;])"
)
_TAGS = re.compile(r"(?:[^.!?,\n]{2,40},\s*){1,12}|(?:[^\s.!?,:]+ ?){1,4}(?:, ?(?:[^\s.!?,:]+ ?){1,4}){2,12}")
_BRACKETED = re.compile(
    r"(?=\W*(?:(?i:this|these|the|all|notes?|with|for|by|from|to|in|source)\b|\w+\W*$))[(\[][^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]]"
)
_LABEL = re.compile(r"(?:[^\W\d_a-z][\w.'&-]*\s*){1,4}")
"""What closes a page below its prose: tags with commas between or behind them, notes in brackets, a section's or place's name in capitals."""
_LISTED = re.compile(r"(?:[-*•·▪◦‣]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_TURN = re.compile(r"[^:]{1,60}: ")
"""A speaker's name before his words."""
_BULLET = re.compile(r"[-*•·▪◦‣]\s+")
_SIGNS = re.compile(
    r"(?:Sgd\.?|Signed|For (?:and on behalf of )?(?:the |His |Her )|(?:(?:Vice|Deputy|Acting|Prime|First|Foreign|State|The|Permanent) )*(?:Minister|President|Secretary|Chancellor|Premier|Ambassador|Director|Chair|Speaker|Governor|Commissioner|High Representative)\b)"
)
"""A line of a signature: for whom it is signed, or the office of who signs."""
_ISSUER = re.compile(
    r"(?:the )?(?:(?:federal|royal|state|foreign|public) )?(?:ministry|embassy|department|office|government|secretariat|permanent mission|chancellery|cabinet|presidency)\b[^.!?:|]{0,70}",
    re.I,
)
_DAY = re.compile(r"(?:[^\W\d_][\w'. -]{1,30}, ?)?\d{1,2}(?:st|nd|rd|th)? [^\W\d_]{3,9}\.?,? \d{4}\.?")
"""Who issues a text, and the place and day of its signature."""
_POSED = re.compile(
    r"(?:, |\()(?:(?:far |front |back |second |third |centre |center )*(?:left|right|cent(?:er|re))|(?:front |back )?row|"
    r"(?:second |third )?from (?:the )?(?:left|right))(?=[,)])|^(?=.*(?:, |\()L[,)])(?=.*(?:, |\()[RC][,)])|^(?:From (?:the )?(?:left|right)|Left to right|Left|Right|L-R|L to R|From L|Pictured|Seen here)\b"
)
"""Who is where in a picture."""
_ALIEN = 0.5
"""Share of a heading's words that the prose of the same page takes up, below which it is another story's."""
_STRAY = 0.3
"""The same for a heading amid the prose and the paragraphs around it."""
_LINK = 8
"""Words from which a heading amid the prose is too long for a section's title."""
_FOOT = frozenset(("related", "share", "notice", "navigation"))
_FEW, _MANY, _LONG = 5, 3, 32
"""Words of a sentence that nobody writes twice; such sentences above which a whole text is printed twice; words of the longest of them and of a caption."""


def repeated(said: Sequence[str]) -> set[int]:
    """Places of the sentences that a page prints more than once, as captions and notices are; none where it prints the whole text twice."""
    at: dict[str, list[int]] = {}
    for i, words in enumerate(said):
        if not is_heading(_BULLET.sub("", words, count=1)) and _FEW <= count(words) <= _LONG and '"' not in words:
            at.setdefault(key(words), []).append(i)
    twice = [places for places in at.values() if len(places) > 1]
    once = sum(len(places) == 1 for places in at.values())
    return {i for places in twice for i in places} if len(twice) <= _MANY and once > len(twice) else set()


def by_place(
    text: str,
    body: Sequence[Line],
    kinds: list[str | None],
    at: Frame,
    places: Container[str],
    titles: Container[str],
) -> None:
    """Marks what its place on the page gives away: the masthead above a headline, fields and captions between it and the prose, tags and
    names at the foot, other stories' headlines there, whatever follows the foot's first sure furniture. `places`: their names in lower case,
    which stand alone above a story as a dateline does; `titles`: offices in lower case, which with a name make a letterhead."""
    said = [line.span.of(text) for line in body]
    if at.headline is not None:
        for i in range(at.headline if at.first >= 0 else 0):
            sender = SENDER.fullmatch(said[i]) or POST.fullmatch(said[i]) or said[i].lower() in titles
            if kinds[i] is None and is_heading(said[i]) and not sender and not dateline(text, body[i].span):
                kinds[i] = "navigation"
        for i, words in enumerate(said):
            if i != at.headline and kinds[i] is None and key(words).strip('"') == key(said[at.headline]).strip('"'):
                kinds[i] = "navigation"
    if at.first < 0:
        return
    _signature(said, kinds, at)
    _head(said, kinds, at, places)
    _links(said, kinds, at)
    _amid(said, kinds, at)
    _foot(said, kinds, at)
    for i, kind in enumerate(kinds):
        kinds[i] = None if kind == "signature" else kind


def _strange(words: str, story: Sequence[str], places: Container[str]) -> bool:
    """Words that the story has no use for, and no place from which it is told."""
    return share(words, story) == 0 and not any(part.strip(" .").lower() in places for part in words.split(","))


def _head(said: Sequence[str], kinds: list[str | None], at: Frame, places: Container[str]) -> None:
    prose = said[at.first : at.last + 1]
    above = -1 if at.headline is None else at.headline
    for i in range(at.first):
        if kinds[i] is not None or i == at.headline:
            continue
        if _CODE.fullmatch(said[i]) or (_FIELD.fullmatch(said[i]) and count(said[i]) <= _LINK + 4):
            kinds[i] = "stamp"
        elif _BULLET.match(said[i]) and is_heading(said[i]) and not (i and said[i - 1].endswith(":")):
            kinds[i] = "navigation"
        elif i > above and (_POSED.search(said[i]) or key(said[i]) in map(key, (*said[:i], *said[i + 1 : at.first]))):
            kinds[i] = "caption"
    if at.headline is None:
        return
    for i in range(at.headline + 1, at.first):
        if (
            kinds[i] is None
            and count(said[i]) <= 3
            and is_heading(said[i])
            and _strange(said[i], [*prose, said[at.headline]], places)
        ):
            kinds[i] = "navigation"
    for i in (*range(at.headline + 1, at.first), *range(at.first - 1, at.headline, -1)):
        beside = (kinds[i - 1] if i - 1 > at.headline else None) or kinds[i + 1]
        if kinds[i] is None and beside and is_heading(said[i]) and count(said[i]) <= 6:
            stamped = kinds[i + 1] == "stamp" and count(said[i]) <= 3
            if _ISSUER.fullmatch(said[i]) or re.search(rf", (?:{_SIGNS.pattern})", said[i]):
                continue
            if i == at.headline + 1 and kinds[i + 1] and count(said[i]) <= 2:
                kinds[i] = "navigation"
            elif stamped or share(said[i], [*prose, said[at.headline]]) == 0:
                kinds[i] = "stamp" if stamped else "byline"
    for i in range(at.first, at.last):
        if kinds[i] or i - 1 <= at.headline or kinds[i - 1] not in ("credit", "caption", "stamp"):
            break
        if not _POSED.search(said[i]) or count(said[i]) > _LONG:
            break
        kinds[i] = "caption"


def _amid(said: Sequence[str], kinds: list[str | None], at: Frame) -> None:
    """Marks links to other stories amid the prose: headings too long for a section's title, or questions, between full paragraphs that
    take up few of their words."""
    _under_label(said, kinds, at)
    prose = [i for i in range(at.first, at.last + 1) if kinds[i] is None and not is_heading(said[i])]
    for i in range(at.first + 1, at.last):
        if kinds[i] or _LISTED.match(said[i]) or said[i].endswith(":") or '"' in said[i] or i == at.headline:
            continue
        if ENDS.search(said[i]) and not said[i].endswith("?"):
            continue
        before = [j for j in prose if j < i]
        after = [j for j in prose if j > i]
        if not (before and after and before[-1] == i - 1 and after[0] == i + 1):
            continue
        if not ENDS.search(said[i]) and _LINK <= count(said[i]) <= _LONG:
            if share(said[i], [said[j] for j in after[:2]]) < _STRAY:
                kinds[i] = "related"
        elif (
            said[i].endswith("?")
            and not _TURN.match(said[i])
            and _FEW <= count(said[i]) <= 2 * _LINK
            and share(said[i], [said[j] for j in prose if j != i]) < _STRAY / 2
        ):
            kinds[i] = "related"


def _under_label(said: Sequence[str], kinds: list[str | None], at: Frame) -> None:
    """Marks the links under a label ("Related news") that stands amid the prose: two or more headings in a row behind it."""
    for label in range(at.first, at.last):
        if kinds[label] != "related" or count(said[label]) > _MANY:
            continue
        end = label + 1
        while end <= at.last and kinds[end] is None and _link(said[end]):
            end += 1
        if end - label > 2 and label > at.first and end <= at.last:
            kinds[label + 1 : end] = ["related"] * (end - label - 1)


def _link(line: str) -> bool:
    """Words that can be another story's headline."""
    return not ENDS.search(line) and 2 <= count(line) <= 2 * _LINK and not _LISTED.match(line) and line[-1] not in ":,;"


def _signature(said: Sequence[str], kinds: list[str | None], at: Frame) -> None:
    """Leaves to the text the lines right below it that sign it: a place and day, who issues it, an office under a name."""
    for i in range(at.last + 1, len(said)):
        lines = [line.strip() for line in said[i].splitlines()]
        issued = _ISSUER.fullmatch(lines[0]) or _SIGNS.match(said[i]) or kinds[i - 1] == "signature"
        named = i + 1 < len(said) and _SIGNS.match(said[i + 1]) and _LABEL.fullmatch(said[i])
        if named or (
            issued and all(_ISSUER.fullmatch(line) or _DAY.fullmatch(line) or _SIGNS.match(line) for line in lines)
        ):
            kinds[i] = "signature"
        elif kinds[i] != "notice" or count(said[i]):
            break


def _foot(said: Sequence[str], kinds: list[str | None], at: Frame) -> None:
    prose = said[at.first : at.last + 1]
    foot = False
    for i in range(at.last + 1, len(said)):
        foot = foot or kinds[i] in _FOOT
        if kinds[i] is not None:
            continue
        asks = said[i].endswith("?") and count(said[i]) <= 2 * _LINK
        loose = is_heading(said[i]) and said[i][0].islower() and ENDS.search(said[i - 1])
        if (
            _CODE.fullmatch(said[i])
            or _BRACKETED.fullmatch(said[i])
            or loose
            or (foot and (is_heading(said[i]) or ITEMS.fullmatch(said[i]) or asks))
        ):
            kinds[i] = "related" if foot else "notice"
        elif not foot and is_heading(said[i]) and not _LISTED.match(said[i]):
            closed = (
                i + 1 < len(said) and kinds[i + 1] in _FOOT and ENDS.search(said[i - 1]) and said[i - 1][-1] not in ":;"
            )
            if count(said[i]) > (2 * _LINK if closed else 6):
                continue
            after = any(kinds[j] in _FOOT for j in range(i + 1, len(said)))
            alone = all(kinds[j] or is_heading(said[j]) for j in range(i + 1, len(said)))
            if after or (alone and share(said[i], prose) == 0):
                kinds[i] = "navigation"
    for i in range(len(said) - 1, at.last, -1):
        if _SIGNS.match(said[i]) or (i and _SIGNS.match(said[i - 1])):
            break
        if kinds[i] is None and (_TAGS.fullmatch(said[i]) or (count(said[i]) <= 4 and _LABEL.fullmatch(said[i]))):
            kinds[i] = "navigation"
        elif kinds[i] is None:
            break
    run: list[int] = []
    signed = {
        j
        for i in range(at.last + 1, len(said))
        if _SIGNS.match(said[i]) and kinds[i] is None
        for j in (i - 1, i, i + 1)
    }
    for i in [*range(at.last + 1, len(said)), -1]:
        if i >= 0 and i not in signed and count(said[i]) <= 4 and not ENDS.search(said[i]):
            run.append(i)
            continue
        if len(run) >= 3:
            for j in run:
                kinds[j] = kinds[j] or "navigation"
        run = []


def _links(said: Sequence[str], kinds: list[str | None], at: Frame) -> None:
    """Marks headlines of other stories below the prose: two or more in a row, written as headlines are and not taken from the prose."""
    prose = [said[i] for i in range(at.first, at.last + 1)]
    run: list[int] = []
    for i in [*range(at.last + 1, len(said)), len(said)]:
        if i < len(said) and (kinds[i] or (is_heading(said[i]) and not _LISTED.match(said[i]))):
            run.append(i)
            continue
        others = [j for j in run if kinds[j] is None and count(said[j]) >= 5]
        if len(others) >= 2 and all(share(said[j], prose) < _ALIEN for j in others):
            for j in run:
                kinds[j] = kinds[j] or "related"
        run = []
