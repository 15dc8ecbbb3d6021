"""Which person a role takes up: "the Ecuadorian minister", "the head of state", "the guest"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.page.page import Sentence
from dragoman.readers.holding.holders import Fits, Holders
from dragoman.readers.holding.mentions import Mentions
from dragoman.readers.holding.titles import ANYONE, BODIES, GUESTS, rank
from dragoman.reading import Person
from dragoman.span import Span
from dragoman.when import When

_GENERIC = ANYONE | {"politician", "statesman", "negotiator", "representative", "counterpart", "colleague"}
_SHORT = frozenset(("pm", "fm", "dpm"))
"""Offices written by their initials, also without an article."""
_BODIES = BODIES | {
    *("house", "party", "committee", "bank", "palace", "presidency", "cabinet", "union", "army", "police", "court"),
    *("service", "chancellery"),
}
_UNNAMED = re.compile(
    r"\b(?:anonym\w+|unnamed|(?:not|declin\w+|refus\w+|without) (?:to be |being |be )?(?:named|identified|quoted)|not authori[sz]ed)\b"
)
RANKS = frozenset(("prime", "deputy", "vice", "first"))
"""Words that make another office of one: who is a foreign minister is not yet the prime minister."""
NEXT = 0.7
"""How sure it is that an office is that of whom the text names only later."""
_NEAR = 3
"""Sentences after a story's first words within which whoever they tell of without a name is named."""
_ANSWERS = (
    (re.compile(r"\bhead of state\b"), ("president", "king", "emir", "sultan", "queen", "emperor", "prince")),
    (re.compile(r"\bhead of (?:the )?(?:\w+ )?government\b"), ("premier", "minister", "chancellor")),
    (re.compile(r"\b(?:head|chief) of (?:the )?(?:\w+ ){0,3}(?:ministry|diplomacy|department)\b"), ("minister",)),
    (
        re.compile(r"\b(?:top|chief) diplomat\b|\b(?:foreign policy|diplomatic) chief\b"),
        ("minister", "representative", "secretary"),
    ),
    (re.compile(r"\bchancellor\b"), ("minister", "chancellor")),
    (re.compile(r"\b(?:monarch|ruler)\b"), ("king", "queen", "emir", "sultan", "emperor")),
    (re.compile(r"\b(?:pm|fm|dpm)\b"), ("minister", "premier")),
    (re.compile(r"\b(?:secretary of state|foreign secretary)\b"), ("minister", "secretary")),
    (re.compile(r"\bpremier\b"), ("premier", "minister")),
    (re.compile(r"\bspeaker\b"), ("chairman", "chairwoman", "chairperson", "speaker")),
    (re.compile(r"\bparty chief\b|\bparty leader\b"), ("secretary", "chairman", "leader", "president")),
    (re.compile(r"\benvoy\b"), ("ambassador", "envoy", "commissioner", "consul")),
)
"""Other words for an office: what the words look like, and which words in a title then answer to them."""
_COUNTERPART = re.compile(r"([\w-]+) (?:counterpart|homologue),? (?:(?:mr|mrs|ms|dr|hon|h\.e)\.? )?$")
_RECEIVES = re.compile(
    r"\b(?:(?<!was )(?<!were )(?<!been )(?:received|receives|receiving|welcomed|welcomes|welcoming|hosted|hosts|hosting|greeted|greets))\b"
)
_RECEIVED = re.compile(r"\b(?:was|were|been) (?:\w+ )?(?:received|welcomed|hosted|greeted) (?:\w+ ){0,5}?by\b")
_CALLS = re.compile(
    r"\b(?:(?:paid|pays|paying) (?:a |an )?(?:\w+ )?(?:call|visit) (?:on|to)|called on|calls on)\b(?! to\b)"
)


class Roles:
    """The people of one page by what they are: their countries, also where only the words beside a name tell, host and guest."""

    def __init__(self, placed: Mentions, day: When | None = None) -> None:
        """`day`: that of the dispatch, on which people of the packs hold offices that the text need not give."""
        self.page, self.people, self.placed = placed.page, placed.people, placed
        self.offices = tuple(self._held(person, day) for person in self.people)
        self.countries = tuple(person.country or self._beside(n) for n, person in enumerate(self.people))
        self.host, self.guest = self._received()
        self.holders = Holders(self.page, self.people, self.countries)

    def _held(self, person: Person, day: When | None) -> tuple[tuple[str, str], ...]:
        """The titles in lower case and tenses of a person's offices: as told, else as the packs have them on that day."""
        if person.offices or person.entry is None or day is None:
            return tuple((o.title.lower(), o.tense) for o in person.offices)
        entry = self.page.desk.people.get(person.entry)
        return tuple((t.title.lower(), "current") for t in entry.tenures if t.term().meets(day)) if entry else ()

    def _beside(self, n: int) -> str | None:
        """The country that the words just before a person's first mention give: "the Foreign Minister of Peru, Ann Smith"."""
        first = min(self.people[n].mentions, default=None)
        if first is None:
            return None
        sentence = next((s for s in self.page.sentences if s.span.holds(first.start)), None)
        if sentence is None:
            return None
        start = max(
            [sentence.span.start, first.start - 80, *(end for _, end, _ in self.placed.spans if end <= first.start)]
        )
        found = None
        for token in sentence.within(Span(start, first.start)) if start < first.start else ():
            before = sentence.tokens[token.i - 1].low if token.i else ""
            follows = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else token
            owner = follows.low == "'s" or (follows.text[:1].isupper() and follows.pos == "PROPN" and before != "in")
            if token.low in self.page.desk.demonyms or before == "of" or owner:
                found = self.page.desk.country_of(token.text) or found
        return found

    def _received(self) -> tuple[int | None, int | None]:
        """Host and guest, where a sentence tells that one received the other or called on them."""
        for sentence in self.page.sentences[:8]:
            low = self.page.low[sentence.span.start : sentence.span.end]
            here = self.placed.within(sentence.span)
            for pattern, turned in ((_RECEIVED, True), (_CALLS, True), (_RECEIVES, False)):
                match = pattern.search(low)
                if match is None:
                    continue
                at = sentence.span.start + match.start()
                before = [n for span, n in here if span.end <= at]
                after = [n for span, n in here if span.start >= at and n not in before]
                if before and after:
                    return (after[0], before[0]) if turned else (before[0], after[0])
        return None, None

    def holder(
        self,
        role: str,
        country: str | None,
        low: str,
        sentence: Sentence,
        spoke: Sequence[str],
        before: int | None = None,
    ) -> tuple[int, float] | None:
        """The person named before whose office the words take up, and how sure that is. `role`: the head noun; `low`: all the
        words; `spoke`: the names of those who spoke last, in order; `before`: the offset before which people count, by default the sentence's."""
        before = sentence.span.start if before is None else before
        words = low.split()
        if (
            role not in _SHORT
            and words[0] not in ("the", "his", "her", "its", "their", "this", "that", "host", "guest")
            and country is None
        ):
            return None
        if role in ("host", *GUESTS) and (who := self.host if role == "host" else self.guest) is not None:
            return who, 0.85
        minister = role not in _BODIES and not RANKS & set(words)
        across = self._across(country, before) if country is not None and minister else None
        if across is not None and any(role in o.title.lower().split() for p in self.people for o in p.offices):
            return across, 0.85
        answers = next((titles for pattern, titles in _ANSWERS if pattern.search(low)), ())

        def well(n: int) -> float | None:
            person = self.people[n]
            if person.kind == "journalist":
                return None
            beside = (person.kind == "official" or role not in _BODIES) and self._told_beside(n, role, sentence)
            best = self._answers(n, role, words, answers)
            best = 2 if best < 0 and beside else best
            told = bool(person.offices) or beside  # what the text says goes before what the packs know
            return None if best < 0 else best if told else best - 0.5

        def loosely(n: int) -> float | None:
            return 0 if role in _GENERIC and self.people[n].kind != "journalist" and self.people[n].offices else None

        named = (self.holders.named(before, country, answers) for answers in (well, loosely))
        candidates = next((self._of_country(fits, country) for fits in named if fits), {})
        if not candidates:
            return self._named_next(role, country, low, sentence)
        chosen = self.holders.foremost(candidates)
        if len(chosen) == 1:
            return chosen[0], 0.85
        own = self.holders.own(chosen, country)
        if own is not None:
            return own, 0.8
        for name in reversed(spoke[-3:]):
            for n in chosen:
                if name == self.people[n].name:
                    return n, 0.75
        return self._last(chosen, {n: candidates[n][1] for n in chosen}), 0.6

    def _answers(self, n: int, role: str, words: Sequence[str], answers: Sequence[str]) -> int:
        """How well a person's offices answer to the words for one, -1 where none does. `role`: their head noun; `answers`: the words of
        titles that other words for an office stand for."""
        core = {w for w in words[1:] if self.page.desk.country_of(w) is None}
        fields = core - {words[-1]}
        known = not self.people[n].offices
        best = -1
        for whole, tense in self.offices[n]:
            title = rank(whole).replace("-", " ").split()
            title += [tense] if tense != "current" else []
            if known and role not in _SHORT and not core <= set(whole.split()):
                continue  # an office that only the packs know must be the very one
            if RANKS & set(words) and not RANKS & set(title) and role == (title or [""])[-1]:
                continue  # "the deputy minister" is no minister
            abroad = "foreign" not in words or "foreign" in whole or "external" in whole
            if role in title and (role not in _BODIES or title[-1] == role):
                best = max(best, 1 + len(set(title) & set(words)))
            elif set(answers) & set(title) and abroad:
                best = max(best, 0)
            if best >= 0 and fields & set(re.findall(r"[\w'-]+", whole.partition(" of ")[2])):
                best += 2
        return best

    def _across(self, country: str, before: int) -> int | None:
        """The one who was introduced as the counterpart from this country: "his Peruvian counterpart, Mr. Smith"."""
        for start, _, n in self.placed.spans:
            found = _COUNTERPART.search(self.page.low[max(0, start - 60) : start])
            if found and start < before and self.page.desk.country_of(found[1]) == country:
                return n
        return None

    def _last(self, some: Sequence[int], told: dict[int, int]) -> int:
        """Who of these was told of last; of two in one sentence the first, whom it is about. `told`: the offset of each one's last mention."""
        last = max(some, key=lambda n: (told[n], -n))
        sentence = self.page.sentence_at(told[last])
        if sentence is None:
            return last
        return min((n for n in some if sentence.span.holds(told[n])), key=lambda n: (told[n], n))

    def introduced(self, role: str, country: str | None, low: str, sentence: Sentence) -> int | None:
        """Whom a story's first words tell of without a name ("a senior Peruvian minister", "the country's top diplomat") and its next
        sentences name: the one official first named there, of that country and with that office."""
        first = next(self.page.prose, None)
        if first is None or sentence.number > first.number + 1 or _UNNAMED.search(sentence.span.of(self.page.low)):
            return None
        last = self.page.sentences[min(sentence.number + _NEAR, len(self.page.sentences) - 1)]
        answers = next((titles for pattern, titles in _ANSWERS if pattern.search(low)), ())
        found = []
        for n, person in enumerate(self.people):
            told = [m.start for m in person.mentions if self._prose(m.start)]
            if person.kind != "official" or not told or not sentence.span.end <= min(told) <= last.span.end:
                continue
            titles = " ".join(title for title, _ in self.offices[n]).replace("-", " ").split()
            fits = (role in titles and role not in _GENERIC) or bool(set(answers) & set(titles))
            if fits and (country is None or self.countries[n] in (None, country)):
                found.append(n)
        return found[0] if len(found) == 1 else None

    def _prose(self, at: int) -> bool:
        sentence = self.page.sentence_at(at)
        return sentence is not None and sentence.kind not in ("title", "heading")

    def _told_beside(self, n: int, role: str, sentence: Sentence) -> bool:
        """Whether the words between commas beside a person's name hold the role: "Minister for Trade, Lord Smith"."""
        low, word = self.page.low, re.escape(role)
        for span in self.people[n].mentions:
            if span.end > sentence.span.start:
                continue
            after = re.match(rf",? (?:[\w'-]+ ){{0,3}}{word}\b", low[span.end : span.end + 60])
            ahead = re.search(
                rf"\b{word} (?:for|of) [^,.;]{{0,60}}, (?:(?:lord|sir|mr|mrs|ms|dr|prof|amb|gen|the|rt|right|hon|honou?rable|h\.e|his|her|excellency|shri|smt|datuk|dato)\.?,? )*$",
                low[max(0, span.start - 100) : span.start],
            )
            if (after and after[0][0] == ",") or ahead:
                return True
        return False

    def _named_next(self, role: str, country: str | None, low: str, sentence: Sentence) -> tuple[int, float] | None:
        """The one person of this very office and country whom the text names later: a story may begin with the office."""
        words = {w for w in re.findall(r"[\w-]+", low)[1:] if self.page.desk.country_of(w) is None and w != "s"}
        if country is None and (role in _GENERIC or not low.startswith("the ")):
            return None

        def answers(n: int) -> bool:
            titles = (o.title.lower() for o in self.people[n].offices if self.people[n].kind == "official")
            return any(words <= set(title.split()) and rank(title).split()[-1] == role for title in titles)

        n = self.holders.coming(sentence.span.end, country, answers)
        return (n, NEXT) if n is not None and role in words else None

    def _of_country(self, found: Fits, country: str | None) -> Fits:
        """Those known to be of the country named, else those of whom it is not known otherwise."""
        sure = {n: value for n, value in found.items() if country is not None and self.countries[n] == country}
        return sure or found

    def apart(self, some: Sequence[int], last: str | None = None) -> bool:
        """Whether people come from two countries or more. `last`: that of the last of them, where the words there give it."""
        codes = {self.countries[n] for n in some[:-1]} | {last or self.countries[some[-1]]}
        return len(codes) >= 2 and None not in codes
