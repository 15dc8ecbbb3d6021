"""Who is meant by the words of an encounter: named people, "the two ministers", "his Cypriot counterpart", "the
delegation"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.draft import Actor
from dragoman.readers.meeting.groups import bodies
from dragoman.readers.meeting.nouns import ends_list, plural
from dragoman.readers.meeting.pairs import pair
from dragoman.readers.meeting.pronouns import FIRST, MANY, ONE, pronoun
from dragoman.readers.meeting.roles import role
from dragoman.readers.meeting.roster import Roster
from dragoman.span import Span

_HONORIFICS = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sheikh",
        "h.e",
        "he",
        "hon",
        "sir",
        "lord",
        "dame",
        "prof",
        "professor",
        "shri",
        "smt",
        "u",
        "datuk",
        "dato",
        "tan",
        "sri",
    )
)


_SHORT = re.compile(r"\([A-Z]{2,}\)|[,)]")
"""What may stand between an office and a name: a comma, the short form of a body or its end."""
_STYLES = frozenset(("highness", "excellency", "eminence", "lordship", "beatitude"))
_CAUSE = frozenset(("over", "about", "amid", "after", "following", "regarding", "concerning"))


class Company(Roster):
    """A page's roster that knows whom a noun phrase means."""

    def actors(self, sentence: Sentence, head: Token, seen: int = 0) -> list[Actor]:
        """Whom a noun phrase names: people if it names any, else those a pronoun or role takes up, else countries,
        else a group."""
        if seen > 4:
            return []
        words = self.phrase(sentence, head)
        if head.lemma == "plan" and words[0].i < head.i:
            return self.actors(sentence, sentence.tokens[head.i - 1], seen + 1)
        if head.low in ("former", "latter") and head.dep in ("poss", "pobj", "nsubj", "dobj"):
            return self._of_two(sentence, head)
        why = next((t.i for t in words if t.i > head.i and t.low in _CAUSE), None)  # "the ambassador over X's remarks"
        people = self.people_in(sentence, head, [t for t in words if why is None or t.i < why])
        if not people and seen == 0 and head.lemma.lower() in self.officials and head.tag in ("NN", "NNP"):
            people = self._behind(sentence, words)
        if head.tag in ("NNS", "NNPS") and (
            self._announces(sentence, words) or head.lemma.lower() in self.officials | {"counterpart"}
        ):
            people = self._apposed(sentence, words) or people
        if people and head.tag[:2] == "NN" and self.person_at(head) is None:
            people = self._first_of(sentence, head, words, people)
        if people:
            named = next((span.start for span, _ in self.mentioned(Span(words[0].start, words[-1].end))), 0)
            extra = [a for a in self._joined(sentence, head, seen, named) if a not in people]
            listed = self._listed(sentence, words) if head.dep in ("dobj", "pobj") and seen == 0 else []
            return list(dict.fromkeys([*people, *(a for a in extra if a.kind == "person"), *listed]))
        if head.text == "HE":  # His Excellency
            return self._behind(sentence, words)
        if head.low in _STYLES and words[0].low in ("his", "her") and head.tag[:2] == "NN":
            return self.last_person(sentence, head)  # "His Highness", who was named before
        if head.low in ONE or head.low in MANY or head.low in FIRST:
            resolved = pronoun(self, sentence, head)
            return self._merge(resolved, self._joined(sentence, head, seen))
        if head.low in ("its", "it"):
            return []
        if head.low in ("last", "first") and any(t.low in ("two", "both", "pair") for t in words):
            return pair(self, sentence, head)
        found = role(self, sentence, head, words)
        if found is None:
            found = bodies(self, head, words)
        everyone = self._merge(found, self._joined(sentence, head, seen))
        return _one_party(everyone)

    def visitor(self, sentence: Sentence) -> list[Actor]:
        """Whose programme the text tells of: an official named in the three sentences before, else one told there by office."""
        named = super().visitor(sentence)
        for number in range(sentence.number - 1, max(-1, sentence.number - 4), -1) if not named else ():
            before = self.page.sentences[number]
            doer = next((t for t in before.tokens if t.dep == "nsubj" and t.lemma.lower() in self.officials), None)
            found = [a for a in self.actors(before, doer) if a.kind == "person"] if doer is not None else []
            if len(found) == 1:
                return found
        return named

    def _first_of(self, sentence: Sentence, head: Token, words: list[Token], people: list[Actor]) -> list[Actor]:
        """Those that a list names, its first told by office alone among them: "the foreign secretary and Mr X"."""
        joint = next((t for t in words if t.i > head.i and t.head == head.i and t.dep == "cc"), None)
        own = [t for t in words if joint is not None and t.i < joint.i]
        if not own or plural(head) or head.lemma.lower() not in self.officials or self.people_in(sentence, head, own):
            return people
        first = [a for a in role(self, sentence, head, own) or [] if a.kind == "person"]
        return [*first, *(a for a in people if a not in first)]

    def _of_two(self, sentence: Sentence, head: Token) -> list[Actor]:
        """The first or the second of the two named last before "the former's", "the latter"."""
        named = list(dict.fromkeys(n for span, n in self.mentioned(sentence.span) if span.end <= head.start))[-2:]
        return [self.actor(named[0 if head.low == "former" else 1])] if len(named) == 2 else []

    def _behind(self, sentence: Sentence, words: list[Token]) -> list[Actor]:
        """A name that stands behind an office and a comma, where the parse has cut it off."""
        end = words[-1].end
        for span, n in self.mentioned(Span(end, sentence.span.end)) if end < sentence.span.end else ():
            gap = self.page.text[end : span.start]
            between = _SHORT.sub(" ", gap).split()
            if between[:1] == ["to"] and gap.rstrip().endswith(","):  # "commissioner to Kenya, X"
                between = [w for w in between[1:] if w.lower() != "the" and w[0].islower()]
            return [self.actor(n)] if all(w.rstrip(".").lower() in _HONORIFICS for w in between) else []
        return []

    def _announces(self, sentence: Sentence, words: list[Token]) -> bool:
        """Whether a colon behind a phrase gives names for it: "with two other candidates: X and Y"."""
        behind = sentence.tokens[words[-1].i + 1 : words[-1].i + 2]
        return any(t.text == ":" for t in behind)

    def _apposed(self, sentence: Sentence, words: list[Token]) -> list[Actor]:
        """The names of several that follow a comma: "their Norwegian counterparts, X and Y"."""
        end = max(t.end for t in words if t.tag in ("NNS", "NNPS"))
        found: list[Actor] = []
        for span, n in self.mentioned(Span(end, sentence.span.end)) if end < sentence.span.end else ():
            between = [t for t in sentence.tokens if end <= t.start < span.start]
            led = bool(between) and between[0].text in (",", "(", "and", "&", ":", "-", "–")
            led = led or (bool(found) and any(t.text in (",", ";", "and") for t in between))  # "X of Oslo, and Y"
            if not led or len(between) > (16 if found else 9) or any(ends_list(t) for t in between):
                break
            found.append(self.actor(n))
            end = span.end
        return found if len(found) > 1 else []

    def _listed(self, sentence: Sentence, words: list[Token]) -> list[Actor]:
        """Further names of a list that the parse has cut off: "met both X and the Minister of Y, Z"."""
        end = max((span.end for span, _ in self.mentioned(sentence.span) if span.start <= words[-1].end), default=0)
        end = max(end, words[-1].end)
        found: list[Actor] = []
        for span, n in self.mentioned(Span(end, sentence.span.end)) if end < sentence.span.end else ():
            between = [t for t in sentence.tokens if end <= t.start < span.start]
            behind = next((t for t in sentence.tokens if span.start <= t.start < span.end and t.dep == "nsubj"), None)
            joined = (
                bool(between)
                and between[0].low in ("and", ",", ";", "&")
                and any(t.low in ("and", ",", ";") for t in between)
            )
            if not joined or behind is not None or len(between) > 14 or any(ends_list(t) for t in between):
                break
            found.append(self.actor(n))
            end = span.end
        return found

    def _merge(self, a: Iterable[Actor], b: Iterable[Actor]) -> list[Actor]:
        return list(dict.fromkeys([*a, *b]))

    def _joined(self, sentence: Sentence, head: Token, seen: int, named: int = 0) -> list[Actor]:
        """Those joined to a head by "and" or a comma. `named`: where the first name behind it begins, whose second office a noun before
        that is: "the Vice President and Foreign Minister, X"."""
        out: list[Actor] = []
        for child in sentence.children(head):
            if child.dep == "conj" and self.contact(child, head):
                continue
            if head.end < named and child.end < named and child.dep == "conj" and child.tag in ("NN", "NNP"):
                continue
            paired = child.dep == "nmod" and child.low in ("he", "she") and child.i < head.i
            if paired or (child.dep in ("conj", "appos") and child.pos in ("NOUN", "PROPN", "PRON")):
                out += self.actors(sentence, child, seen + 1)
        return out


def _one_party(actors: list[Actor]) -> list[Actor]:
    """Two sorts of unnamed people that stand joined are one party: "ministers and senior officials"."""
    unnamed = [
        a
        for a in actors
        if a.kind == "group" and a.name.endswith("s") and (a.name.split()[-1].islower() or " " not in a.name)
    ]
    if len(actors) != 2 or len(unnamed) != 2 or None not in {a.country for a in unnamed}:
        return actors
    one, two = unnamed
    return [replace(one, name=f"{one.name} and {two.name}", country=one.country or two.country)]
