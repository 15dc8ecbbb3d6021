"""Signs of a person's country in who stands beside them: whose aide they are, with whom they are named in one breath, whose ministry they speak for."""

from __future__ import annotations

from collections.abc import Sequence, Set

from dragoman.readers.naming.stage import Candidate, Stage, Stand, begins, countries
from dragoman.readers.naming.word import Word

_TOGETHER = frozenset(["and", ",", "with", "as", "well", "along", "together", "alongside", "&", "the"])
_GOVERNED = frozenset(["by", "with", "to", "from", "alongside", "of", "include", "includes", "included", "including"])
_BOUNDS = frozenset([";", ":", '"'])
_LEADERS = frozenset(["head-of-state", "head-of-government", "monarch"])
_MINISTRIES = frozenset(["ministry", "minister"])
_NO_FIELDS = frozenset(["the", "ministry", "of", "deputy", "chief", "acting", "its"])
_ENVOYS = frozenset(["ambassador", "commissioner", "consul", "envoy", "attache", "attaché", "consul-general"])
_FAR = 5
_SOON = 4
"""Words after a name in which a verb tells what those named together did."""
_OPENING = 7
"""Words of a sentence that tell what it opens with."""


def possessed(person: Candidate, stage: Stage) -> str | None:
    """Who is called somebody's deputy, minister or spokesman serves the same country: "his spokesman, X", "Holm's chief of staff, X"."""
    owner = _owner(person, stage) or _speaker(person, stage)
    return owner.country if owner and owner.official else None


def _speaker(person: Candidate, stage: Stage) -> Candidate | None:
    """Whoever calls this person "my colleague" in their own turn."""
    for stand in stage.of(person):
        before = [w.low for w in stage.listed[stand.sentence][: stand.first]][-2:]
        if before[:1] == ["my"] and before[1] in stage.desk.word_set("relation-nouns"):
            return next((c for c in stage.people if c is not person and stand.sentence in c.turns), None)
    return None


def lent(person: Candidate, stage: Stage) -> bool:
    """Whether the one whose spokesman or deputy this is serves an organisation."""
    owner = _owner(person, stage)
    return owner is not None and owner.country is None and owner.organisation(stage.desk) is not None


def _owner(person: Candidate, stage: Stage) -> Candidate | None:
    for mention in person.mentions:
        words = stage.listed.get(mention.sentence, ())
        for office in mention.offices:
            first = office.first
            if office.counterpart or office.vague or first >= len(words):
                continue
            before = [s for s in stage.stands(mention.sentence) if s.last < first and s.person is not person]
            if words[first].low in ("his", "her"):
                if not before and not any(w.tag[:2] == "VB" for w in words[:first]):
                    before = stage.stands(mention.sentence - 1)[
                        :1
                    ]  # "His deputy, X" goes on with whom the last sentence was about
                if before:
                    return before[-1].person
            elif words[first].low == "'s" or words[first - 1].low == "'s":
                at = first if words[first].low == "'s" else first - 1
                if before and before[-1].last == at - 1:
                    return before[-1].person
    return None


def called_after(person: Candidate, stage: Stage) -> str | None:
    """Whose campaign or administration an office is called after: "Holm campaign spokesman X"."""
    for office in person.offices:
        first, *rest = office.title.split()
        owners = [c for c in stage.people if c is not person and c.country and c.official and c.family == first.lower()]
        if rest and len(owners) == 1:
            return owners[0].country
    return None


def embassy(person: Candidate, stage: Stage) -> str | None:
    """ "The Peruvian embassy said that ambassador X …": of the one country whose embassy the sentence, or the one before it, has named."""
    titles = [p.title.lower().split() for p in person.offices if " to " not in p.title and not p.country]
    speaks = any("embassy" in title for title in titles)
    envoy = speaks or any(not _ENVOYS.isdisjoint(title) for title in titles)
    for stand in stage.of(person)[:1] if envoy else ():
        words = stage.listed[stand.sentence][: stand.first]
        earlier = range(stand.sentence - 1, -1 if speaks else stand.sentence - 2, -1)
        for told in (words, *(stage.listed.get(n, ()) for n in earlier)):
            sent = {
                w.value
                for w in told
                if w.kind in ("country", "demonym")
                and w.length
                and _near(told, w, {"embassy", "commission", "consulate"})
            }
            if sent:
                return sent.pop() if len(sent) == 1 else None
    return None


def _near(words: Sequence[Word], word: Word, nouns: Set[str]) -> bool:
    """Whether one of some nouns belongs to a country's name: "the Peruvian embassy", "Peru's embassy", "embassy of Peru"."""
    after = [w.low for w in words[word.number + word.length : word.number + word.length + 3] if w.low != "'s"]
    before = [w.low for w in words[max(0, word.number - 3) : word.number] if w.low != "the"]
    own = after[:1] if after[:1] != ["high"] else after[1:2]
    return any(w in nouns for w in own) or (before[-1:] == ["of"] and any(w in nouns for w in before[-2:-1]))


def joined(person: Candidate, stage: Stage) -> str | None:
    """Who is named in one breath after one whose country is told, both governed by one word: "opened by Swedish Minister X and Ambassador Y"."""
    if not person.official or any(r in _LEADERS for p in person.offices for r in p.roles):
        return None
    for stand in stage.of(person)[:1]:
        words = stage.listed[stand.sentence]
        begin = begins(stand)
        earlier = [s for s in stage.stands(stand.sentence) if s.last < begin]
        if not earlier or begin == stand.first:
            return None
        before = earlier[-1]
        between = [
            w for w in words[before.last + 1 : begin] if w.number not in _titles(before) and w.kind != "honorific"
        ]
        if not before.person.country or not all(w.low in _TOGETHER for w in between):
            return None
        if all(w.text == "," for w in between):
            return None
        head = words[begins(before) - 1] if begins(before) else None
        if head and head.low == "the":
            head = words[head.number - 1] if head.number else None
        faced = any(w.low in stage.desk.word_set("contact-words") for w in words[stand.last + 1 : stand.last + _SOON])
        if head and head.low in _GOVERNED and not faced and not _between(words, head):
            return before.person.country
    return None


def _between(words: Sequence[Word], head: Word) -> bool:
    return any(w.low == "between" for w in words[: head.number])


def alike(person: Candidate, stage: Stage) -> str | None:
    """Whom somebody met next: "she called on the Fijian president, X, and held talks with the prime minister, Y"."""
    if not person.official:
        return None
    contact = stage.desk.word_set("contact-words")
    for stand in stage.of(person)[:1]:
        words = stage.listed[stand.sentence]
        earlier = [s for s in stage.stands(stand.sentence) if s.last < stand.first]
        if not earlier:
            return None
        before = earlier[-1]
        inside = words[before.last + 1 : stand.first]
        first = begins(before)
        met = any(
            (w.low in contact and w.tag[:2] != "VB") or (w.tag in ("VBD", "VBZ", "VB") and w.low in contact)
            for w in words[:first]
        )
        again = any(w.low in contact for w in inside) and any(w.low == "and" for w in inside)
        elsewhere = any(country != before.person.country for _, country in countries(inside, stage.desk))
        if met and again and not elsewhere and not any(w.text in _BOUNDS or w.low in ("who", "which") for w in inside):
            return before.person.country
    return None


def ministry(person: Candidate, stage: Stage) -> str | None:
    """ "The ministry's spokesman, X", where one country's minister or ministry alone has been told before; or "deputy spokesman X", where the
    sentence before is what one country's ministry said."""
    speaks = [p for p in person.offices if "spokes" in p.title.lower() and not p.country]
    stands = stage.of(person)
    if not stands:
        return None
    first = stands[0]
    if not speaks:
        return _of_the_ministry(person, first, stage)
    if any("ministry" in p.title.lower() for p in speaks):
        named = {w for p in speaks for w in p.title.lower().split()}
        fields = {w for w in named if "spokes" not in w and w not in _NO_FIELDS}
        told: set[str] = set()
        for number, words in stage.listed.items():
            if number <= first.sentence:
                told |= _ministries(words if number < first.sentence else words[: first.first], stage, fields)
        return told.pop() if len(told) == 1 else None
    if any(p.body for p in speaks):
        return None
    own = stage.listed[first.sentence]
    said = any(w.low in ("said", "announced", "confirmed") for w in own)
    said = said or any(p.first < len(own) and own[p.first].low == "its" for p in speaks)
    for number in (first.sentence, first.sentence - 1):
        words = stage.listed.get(number, ())
        said = said or any(w.low in ("said", "announced", "confirmed") for w in words)
        told = _ministries(words if number < first.sentence else words[: first.first], stage)
        if told and said:
            return told.pop() if len(told) == 1 else None
    return None


def _of_the_ministry(person: Candidate, stand: Stand, stage: Stage) -> str | None:
    """Who opens the sentence after one that opens with a country's ministry: "Kenya's foreign ministry protested. Principal Secretary X …"."""
    opens = person.serves(stage.desk) and not any(p.body for p in person.offices) and begins(stand) <= 1
    before = stage.listed.get(stand.sentence - 1, ()) if opens else ()
    told = _ministries(before[:_OPENING], stage, frozenset())
    named = {country for at, country in countries(before, stage.desk) if at < _OPENING}
    return told.pop() if len(told) == 1 and named == told else None


def _ministries(words: Sequence[Word], stage: Stage, fields: Set[str] | None = None) -> set[str]:
    """The countries whose ministry, minister or other body of government these words name; with `fields` only ministries and ministers, of
    one of them where there is any ("Peru's education ministry" is no foreign one)."""
    told: set[str] = set()
    for i, word in enumerate(words):
        if not word.length or not word.value:
            continue
        after = {w.low for w in words[i + word.length : i + word.length + _FAR]}
        if word.kind in ("country", "demonym") and after & _MINISTRIES and (not fields or after & fields):
            told.add(word.value)
        body = stage.desk.bodies.get(word.value) if word.kind == "body" and fields is None else None
        if body and body.country:
            told.add(body.country)
    return told


def _titles(stand: Stand) -> frozenset[int]:
    return frozenset(
        i
        for m in stand.person.mentions
        if m.sentence == stand.sentence
        for p in m.offices
        for i in range(p.first, p.last + 1)
    )
