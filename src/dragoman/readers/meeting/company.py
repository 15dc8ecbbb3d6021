"""Who is meant by the words of an encounter: named people, "the two ministers", "his Cypriot counterpart", "the
delegation"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.draft import Actor, Leaders
from dragoman.readers.meeting.nouns import ends_list, plural, singular
from dragoman.readers.meeting.parties import Party, parties
from dragoman.reading import Person
from dragoman.span import Span

_ONE = frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself"))
_MANY = frozenset(("they", "them", "their", "both", "we", "our", "us", "two", "pair", "duo"))
_I = frozenset(("i", "me", "my"))
LED = frozenset(("lead", "head", "chair", "command", "front"))
_ROLES = frozenset(
    ("minister", "leader", "president", "official", "diplomat", "premier", "head", "chancellor", "envoy")
)
_SIDES = frozenset(("side", "country", "nation", "government", "state", "party", "capital", "neighbour", "neighbor"))
_CUT = frozenset(("relcl", "advcl", "ccomp", "parataxis", "acl", "csubj", "punct"))
_SPEAKS = re.compile(r"spokes|press secretary|reporter|correspondent", re.I)


class Company:
    """The people, bodies and countries of one page, and who met last. It is told of each encounter in the order of
    the text."""

    def __init__(self, page: Page, people: Sequence[Person]) -> None:
        self.page, self.people = page, people
        placed = sorted((m.start, m.end, n) for n, p in enumerate(people) for m in p.mentions)
        self._placed, self._starts = placed, [p[0] for p in placed]
        self._officials = page.desk.word_set("encounter.officials")
        self._groups = page.desk.word_set("encounter.groups")
        self.named = list(parties(page.text, Span(0, max(1, len(page.text))), page.desk))
        self.named = [p for p in self.named if page.sentence_at(p.span.start) is not None]
        self.sides = self._sides()
        self.leaders: list[Leaders] = []
        self.homes: dict[int, str] = {}
        self.together: list[tuple[int, tuple[Actor, ...]]] = []
        """Who met, with the number of the sentence, in the order of the text."""

    def _sides(self) -> list[str]:
        """The countries of the article, those with most to do in it first: of officials, then by number of mentions."""
        count: dict[str, float] = {}
        for person in self.people:
            if person.country and person.kind == "official" and not self._speaks(person):
                count[person.country] = count.get(person.country, 0) + 3
        for party in self.named:
            if party.code:
                sentence = self.page.sentence_at(party.span.start)
                early = sentence is not None and (sentence.number < 3 or sentence.kind == "title")
                count[party.code] = count.get(party.code, 0) + (2.0 if early else 1.0)
        return sorted(count, key=lambda c: -count[c])

    @staticmethod
    def _speaks(person: Person) -> bool:
        return any(_SPEAKS.search(o.title) for o in person.offices)

    def actor(self, n: int) -> Actor:
        return Actor(self.people[n].name, "person", self.people[n].country or self.homes.get(n))

    def settle(self, name: str, country: str) -> None:
        """Remembers for whom someone speaks whom the text gives no country but a delegation of one."""
        for n, person in enumerate(self.people):
            if person.name == name and person.country is None:
                self.homes.setdefault(n, country)

    def state(self, code: str) -> Actor:
        """A country under the name that the article gives it, in its fullest form there."""
        names = [p.name for p in self.named if p.code == code and p.kind == "country"]
        known = self.page.desk.countries.get(code)
        return Actor(max(names, key=len) if names else known.name if known else code, "state", code)

    # -- people ------------------------------------------------------------------------------------------------

    def person_at(self, token: Token) -> int | None:
        at = bisect_right(self._starts, token.start) - 1
        while at >= 0 and self._starts[at] > token.start - 80:
            if self._placed[at][0] <= token.start < self._placed[at][1]:
                return self._placed[at][2]
            at -= 1
        return None

    def mentioned(self, span: Span) -> list[tuple[Span, int]]:
        """People mentioned in a span, in order."""
        at = bisect_right(self._starts, span.start - 1)
        found = []
        while at < len(self._placed) and self._starts[at] < span.end:
            if self._placed[at][1] <= span.end:
                found.append((Span(*self._placed[at][:2]), self._placed[at][2]))
            at += 1
        return found

    def next_person(self, sentence: Sentence, verb: Token) -> Token | None:
        """The last word of the first name behind a verb, before any other finite verb."""
        end = next(
            (t.start for t in sentence.tokens[verb.i + 1 :] if t.tag in ("VBD", "VBZ", "VBP", "MD")), sentence.span.end
        )
        for span, _ in self.mentioned(sentence.span):
            if verb.end <= span.start < end:
                return next((t for t in reversed(sentence.tokens) if span.start <= t.start < span.end), None)
        return None

    def last_person(self, sentence: Sentence, verb: Token) -> list[Actor]:
        """The last one named before a verb, without another finite verb between."""
        begin = max(
            (t.end for t in sentence.tokens[: verb.i] if t.tag in ("VBD", "VBZ", "VBP")), default=sentence.span.start
        )
        named = [n for span, n in self.mentioned(sentence.span) if begin <= span.start < verb.start]
        return [self.actor(named[-1])] if named else []

    # -- noun phrases --------------------------------------------------------------------------------------------

    def phrase(self, sentence: Sentence, head: Token) -> list[Token]:
        """The words of a noun phrase: all below its head but clauses; "led by X" is kept."""
        kept: list[Token] = []
        todo = [head]
        while todo:
            token = todo.pop()
            kept.append(token)
            for child in sentence.children(token):
                if child.dep in ("relcl", "advcl", "ccomp", "parataxis", "csubj"):
                    continue
                if child.dep == "acl" and child.lemma not in LED:
                    continue
                if child.dep in ("punct", "mark"):
                    continue
                if child.dep == "conj" and child.pos in ("VERB", "AUX"):
                    continue
                todo.append(child)
        return sorted(kept, key=lambda t: t.i)

    def actors(self, sentence: Sentence, head: Token, seen: int = 0) -> list[Actor]:
        """Whom a noun phrase names: people if it names any, else those a pronoun or role takes up, else countries,
        else a group."""
        if seen > 4:
            return []
        words = self.phrase(sentence, head)
        if head.lemma == "plan" and words[0].i < head.i:
            return self.actors(sentence, sentence.tokens[head.i - 1], seen + 1)
        people = self._people(sentence, head, words)
        if not people and seen == 0 and head.lemma.lower() in self._officials and head.tag in ("NN", "NNP"):
            people = self._behind(sentence, words)
        if people:
            extra = [a for a in self._joined(sentence, head, seen) if a not in people]
            listed = self._listed(sentence, words) if head.dep in ("dobj", "pobj") and seen == 0 else []
            return list(dict.fromkeys([*people, *(a for a in extra if a.kind == "person"), *listed]))
        if head.low in _ONE or head.low in _MANY or head.low in _I:
            resolved = self.pronoun(sentence, head)
            return self._merge(resolved, self._joined(sentence, head, seen))
        if head.low in ("its", "it"):
            return []
        if head.low in ("last", "first") and any(t.low in ("two", "both", "pair") for t in words):
            return self.pair(sentence, head)
        found = self._role(sentence, head, words)
        if found is None:
            found = self._bodies(head, words)
        return self._merge(found, self._joined(sentence, head, seen))

    def _behind(self, sentence: Sentence, words: list[Token]) -> list[Actor]:
        """A name that stands behind an office and a comma, where the parse has cut it off."""
        end = words[-1].end
        for span, n in self.mentioned(Span(end, sentence.span.end)) if end < sentence.span.end else ():
            return [self.actor(n)] if self.page.text[end : span.start].strip() in (",", "") else []
        return []

    def _listed(self, sentence: Sentence, words: list[Token]) -> list[Actor]:
        """Further names of a list that the parse has cut off: "met both X and the Minister of Y, Z"."""
        end = max((span.end for span, _ in self.mentioned(sentence.span) if span.start <= words[-1].end), default=0)
        end = max(end, words[-1].end)
        found: list[Actor] = []
        for span, n in self.mentioned(Span(end, sentence.span.end)) if end < sentence.span.end else ():
            between = [t for t in sentence.tokens if end <= t.start < span.start]
            behind = next((t for t in sentence.tokens if span.start <= t.start < span.end and t.dep == "nsubj"), None)
            joined = (
                bool(between) and between[0].low in ("and", ",", "&") and any(t.low in ("and", ",") for t in between)
            )
            if not joined or behind is not None or len(between) > 14 or any(ends_list(t) for t in between):
                break
            found.append(self.actor(n))
            end = span.end
        return found

    def _merge(self, a: Iterable[Actor], b: Iterable[Actor]) -> list[Actor]:
        return list(dict.fromkeys([*a, *b]))

    def _joined(self, sentence: Sentence, head: Token, seen: int) -> list[Actor]:
        out: list[Actor] = []
        for child in sentence.children(head):
            paired = child.dep == "nmod" and child.low in ("he", "she") and child.i < head.i
            if paired or (child.dep in ("conj", "appos") and child.pos in ("NOUN", "PROPN", "PRON")):
                out += self.actors(sentence, child, seen + 1)
        return out

    def _people(self, sentence: Sentence, head: Token, words: list[Token]) -> list[Actor]:
        found: list[Actor] = []
        starts = {t.start for t in words}
        low, high = words[0].start, words[-1].end
        for span, n in self.mentioned(Span(low, max(high, sentence.span.end))):
            if span.start >= high:
                break
            tokens = sentence.within(span)
            if not tokens or not any(t.start in starts for t in tokens):
                continue
            if self._owner(sentence, tokens[-1], head):
                continue
            found.append(self.actor(n))
        return list(dict.fromkeys(found))

    def _owner(self, sentence: Sentence, token: Token, head: Token) -> bool:
        """Whether a name only owns what the phrase is about: "the premier's cabinet"."""
        after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
        return after is not None and after.tag == "POS" and token.i < head.i and self.person_at(head) is None

    # -- roles and pronouns ----------------------------------------------------------------------------------------

    def pronoun(self, sentence: Sentence, token: Token) -> list[Actor]:
        low = token.low
        if low in _I:
            return self._speaker(sentence)
        if low in _ONE:
            n = self._antecedent(sentence, token)
            return [self.actor(n)] if n is not None else []
        if low in ("we", "our", "us"):
            return []
        return self.pair(sentence, token)

    def _speaker(self, sentence: Sentence) -> list[Actor]:
        """Who says "I": the one whose words the text gives, where it gives those of one person only."""
        block = self.page.blocks[sentence.block] if sentence.block < len(self.page.blocks) else None
        if block and block.label:
            words = block.label.of(self.page.text).lower()
            hits = [n for n, p in enumerate(self.people) if p.name.lower().split()[-1] in words]
            return [self.actor(hits[0])] if len(hits) == 1 else []
        officials = [n for n, p in enumerate(self.people) if p.kind == "official" and p.mentions]
        return [self.actor(min(officials, key=lambda n: self.people[n].mentions[0].start))] if officials else []

    def _antecedent(self, sentence: Sentence, token: Token) -> int | None:
        """Whom "he" or "her" takes up: an earlier subject of the sentence, else that of the sentences before."""
        mine = [
            n for t in sentence.tokens[: token.i] if t.dep in ("nsubj", "nsubjpass") for n in self._subject(sentence, t)
        ]
        if token.low in ("him", "her", "his") and token.dep != "poss":
            mine = []
            verb = sentence.head(token)
            banned = {
                n
                for c in (sentence.children(verb) if verb else ())
                if c.dep == "nsubj"
                for n in self._subject(sentence, c)
            }
        else:
            banned = set()
        quote = self.page.quote_at(token.start)
        if quote is not None:
            outside = [t for t in sentence.tokens if t.dep == "nsubj" and not quote.span.holds(t.start)]
            banned |= {n for t in outside for n in self._subject(sentence, t)}
        mine = [n for n in mine if n not in banned]
        if mine:
            return mine[0] if token.dep == "poss" else mine[-1]
        for number in range(sentence.number - 1, max(-1, sentence.number - 6), -1):
            before = self.page.sentences[number]
            if before.kind in ("title", "heading"):
                continue
            found = [t for t in before.tokens if t.dep in ("nsubj", "nsubjpass")]
            found.sort(key=lambda t: (sum(1 for _ in before.ancestors(t)), t.i))
            subjects = [n for t in found for n in self._subject(before, t)]
            fitting = [n for n in subjects if n not in banned]
            fitting.sort(key=lambda n: self._speaks(self.people[n]))
            if fitting:
                return fitting[0]
            told = [n for _, n in self.mentioned(before.span) if n not in banned]
            if told:
                return told[0]
        return None

    def _subject(self, sentence: Sentence, token: Token) -> list[int]:
        names = {p.name: n for n, p in enumerate(self.people)}
        words = self.phrase(sentence, token)
        named = self._people(sentence, token, words)
        if not named and token.pos in ("NOUN", "PROPN"):
            named = [a for a in self._role(sentence, token, words) or [] if a.kind == "person"]
        return [names[a.name] for a in named][:1]

    def pair(self, sentence: Sentence, token: Token | None = None, word: str = "") -> list[Actor]:
        """Who "they" or "the two" are: those who met last, else the last two officials named of different countries."""
        role = word or (singular(token) if token else "")
        if token is not None and any(c.low == "prime" for c in sentence.children(token)):
            role = "prime minister"
        if role == "minister" and token is not None and any(c.low == "foreign" for c in sentence.children(token)):
            role = "foreign minister"
        near = [actors for number, actors in self.together if number < sentence.number or token is None or token.i > 0]
        for actors in reversed(near[-4:]):
            people = [a for a in actors if a.kind == "person"]
            if len(people) >= 2 and len({a.country or a.name for a in people}) >= 2 and self._fits(people, role):
                return people
        chosen: dict[object, tuple[int, int]] = {}
        for start, _, n in self._placed:
            if start >= sentence.span.start:
                break
            person = self.people[n]
            if person.kind in ("journalist", "expert") or self._speaks(person) or not self._fits([self.actor(n)], role):
                continue
            chosen[person.country or n] = (start, n)
        if len(chosen) < 2 and role and token is not None:
            later = [
                (m.start, n)
                for n, p in enumerate(self.people)
                for m in p.mentions[:1]
                if p.kind == "official" and p.country and not self._speaks(p) and self._fits([self.actor(n)], role)
            ]
            for start, n in sorted(later):
                chosen.setdefault(self.people[n].country, (start, n))
            chosen = chosen if len(chosen) == 2 else {}
        latest = sorted(chosen.values())[-2:]
        if len(latest) == 2:
            return [self.actor(n) for _, n in sorted(latest, key=lambda p: self.people[p[1]].mentions[0].start)]
        return []

    def _fits(self, people: list[Actor], role: str) -> bool:
        if role == "prime minister":
            titles = {p.name: " ".join(o.title.lower() for o in p.offices) for p in self.people}
            return all("prime minister" in titles.get(a.name, "") for a in people)
        if role == "foreign minister":
            titles = {p.name: " ".join(o.title.lower() for o in p.offices) for p in self.people}
            return all(re.search("foreign|external", titles.get(a.name, "")) for a in people)
        if role not in ("minister", "president", "premier", "secretary", "ambassador"):
            return True
        offices = {p.name: " ".join(o.title.lower() for o in p.offices) for p in self.people}
        bare = {n: re.sub(r"\bprime minister|vice[- ]president", "", t) for n, t in offices.items()}
        return all(role in bare.get(a.name, "") or not offices.get(a.name) for a in people)

    def _role(self, sentence: Sentence, head: Token, words: list[Token]) -> list[Actor] | None:
        """The person or persons that "the minister", "the two officials", "her Cypriot counterpart" or "the
        delegation" takes up."""
        low = [t.low for t in words]
        lemma = singular(head)
        many = plural(head) or low[:1] == ["both"]
        if lemma in ("counterpart", "colleague", "opposite") or head.low.endswith("counterparts"):
            return []
        if lemma in _SIDES or head.low in ("sides", "governments", "parties", "countries"):
            if many and not any(p for p in self.parties_in(words)):
                return (
                    [self.state(c) for c in self.sides[:2]] if {"two", "both"} & set(low) or low[0] == "the" else None
                )
            return None
        named = self.parties_in(words)
        if many and len({p.code for p in named if p.code}) > 1 and lemma in self._officials:
            holders = [self._holder(head, words, p.code) for p in named if p.code]
            found = [self.actor(n) for n in holders if n is not None]
            return found if len(found) == len(holders) else None
        if many and ({"two", "both"} & set(low)) and not named:
            return self.pair(sentence, head) or None
        if head.low in self._groups or any(t.low in self._groups for t in words if t.i == head.i):
            led = self._leaders(words)
            if led:
                return led
            return None
        if many:
            if low[0] == "the" and lemma in _ROLES and len(words) <= (5 if lemma == "head" else 3):
                return self.pair(sentence, head) or None
            return None
        if low[0] in ("the", "his", "her", "its", "that", "this") or head.tag == "NNP":
            n = self._holder(head, words)
            if n is not None:
                return [self.actor(n)]
        return None

    def _holder(self, head: Token, words: list[Token], of: str | None = None) -> int | None:
        country = of or next((p.code for p in self.parties_in(words) if p.code), None)
        role = [t.lemma.lower() for t in words if t.tag[:2] in ("NN", "JJ") and not self.page.desk.country_of(t.text)]
        best: tuple[int, int] | None = None
        for n, person in enumerate(self.people):
            starts = [m.start for m in person.mentions if m.start < head.start]
            if not starts or (country and person.country and person.country != country):
                continue
            titles = " ".join(o.title.lower() for o in person.offices).split()
            vague = head.low in (
                "official",
                "dignitary",
                "diplomat",
                "guest",
                "visitor",
                "dignitary",
                "envoy",
                "host",
                "leader",
            )
            if self._same_role(words, person):
                titles = [*titles, *role, head.lemma.lower()]
            if (head.lemma.lower() in titles and sum(w in titles for w in role) >= max(1, len(role) - 1)) or (
                vague and person.kind == "official" and (country or sum(w.low != "visiting" for w in words) <= 2)
            ):
                phrase = " ".join(role)
                exact = any(
                    o.title.lower() == phrase or o.title.lower().startswith(f"{phrase} ") for o in person.offices
                )
                visitor = head.low in ("dignitary", "guest", "visitor")
                score = (sum(w in titles for w in role) + exact, -min(starts) if visitor else max(starts))
                if visitor and best is not None:
                    continue
                if best is None or score > (
                    best[0],
                    max(m.start for m in self.people[best[1]].mentions if m.start < head.start),
                ):
                    best = (score[0], n)
        return best[1] if best else None

    def _same_role(self, words: list[Token], person: Person) -> bool:
        """Whether a phrase names an office of a person by another title of the packs: "the head of state"."""
        phrase = " ".join(
            t.low for t in words if t.tag != "DT" and t.tag != "POS" and not self.page.desk.country_of(t.text)
        )
        roles = {o.id.split(".")[0] for o in self.page.desk.titles.get(phrase, ())}
        return bool(roles) and any(o.role and o.role.split(".")[0] in roles for o in person.offices)

    # -- groups and countries --------------------------------------------------------------------------------------

    def parties_in(self, words: list[Token]) -> list[Party]:
        if not words:
            return []
        span = Span(words[0].start, words[-1].end)
        kept = {t.start for t in words}
        return [p for p in self.named if span.covers(p.span) and any(p.span.start <= s < p.span.end for s in kept)]

    def _bodies(self, head: Token, words: list[Token]) -> list[Actor]:
        named = self.parties_in(words)
        at_head = [p for p in named if p.span.holds(head.start) and p.kind in ("country", "seat", "body", "demonym")]
        if at_head:
            return [self._party(p) for p in at_head]
        if head.low in ("it", "who", "which", "that", "there", "this", "these", "those", "what"):
            return []
        lemma = singular(head)
        if lemma not in self._officials and head.tag not in ("NNP", "NNPS") and head.low not in self._groups:
            return []
        if (
            head.tag in ("NNP", "NNPS")
            and lemma not in self._officials
            and head.ent in ("GPE", "LOC", "FAC", "DATE", "EVENT", "TIME")
        ):
            return []
        if words[0].low in ("other", "others", "several", "some"):
            return []
        codes = list(dict.fromkeys(p.code for p in named if p.code))
        led = self._leaders(words)
        if led:
            return led
        if len(codes) > 1 and lemma in self._officials:
            return [self.state(c) for c in codes]
        return [Actor(self._group_name(head, words), "group", codes[0] if len(codes) == 1 else None)]

    def _party(self, party: Party) -> Actor:
        return self.state(party.code) if party.code else Actor(party.name, "state", None)

    def _group_name(self, head: Token, words: list[Token]) -> str:
        """The name of a body, or the bare noun phrase of people not named: without article, count and, for people,
        country."""
        proper = [t for t in words if t.tag in ("NNP", "NNPS")]
        if head.low in self._groups:
            inner = [t for t in words if t.i > head.i]
            if inner and inner[0].low in ("of", "from") and len(inner) > 1:
                words = inner[1:]
        while len(words) > 1 and (
            words[0].tag in ("DT", "CD", "PRP$") or words[0].low in ("senior", "top", "visiting", "their")
        ):
            words = words[1:]
        text = (
            " ".join(self.page.text[words[0].start : words[-1].end].split())
            if proper
            else " ".join(t.text for t in words)
        )
        return text.strip(" ,\"'").removesuffix("'s")

    def content(self, words: list[Token]) -> frozenset[str]:
        return frozenset(
            t.lemma.lower() for t in words if t.tag[:2] in ("NN", "JJ", "VB") and t.low not in self._groups
        )

    def _leaders(self, words: list[Token]) -> list[Actor]:
        """The leaders of a delegation named before: "the delegation", "the delegation of X", or just "X" in two words
        of its name."""
        mine = self.content(words)
        group = any(t.low in self._groups for t in words)
        codes = {p.code for p in self.parties_in(words) if p.code}
        for led in reversed(self.leaders):
            shared = mine & led.words
            if group and (
                not mine or len(shared) >= max(1, len(mine) - 1) or (led.country in codes and len(mine) <= 1)
            ):
                return list(led.people)
            if len(shared) >= 2 and len(shared) >= len(mine) - 1:
                return list(led.people)
        return []
