"""Whom a verb of speech has for its subject where the parse shows none, or another word: the noun beside, before or after it."""

from __future__ import annotations

from dragoman.page.page import Token
from dragoman.readers.speech.extent import FINITE, Extent
from dragoman.readers.speech.lexicon import Frame
from dragoman.readers.speech.source import joined, kind_of


class Doers(Extent):
    """The nouns that may do the verbs of one sentence."""

    def taken_for_participle(self, verb: Token) -> bool:
        """Whether the parse hangs the only verb of a sentence on its subject ("the club called for all to stay")."""
        head = self.sentence.tokens[verb.head]
        if verb.tag != "VBN" or verb.dep != "acl" or any(t.tag in FINITE for t in self.sentence.tokens):
            return False
        root = self.sentence.root
        named = root is not None and root.start in self.lexicon.known and root.i < verb.i and self.comma_before(verb)
        return named or (head.i == verb.i - 1 and head.dep == "ROOT")

    def beside(self, verb: Token) -> Token | None:
        """The noun that a parse failed to make the verb's subject: the one just before it."""
        tokens = self.sentence.tokens
        at = verb.i - 1
        while at >= 0 and (
            tokens[at].tag in ("RB", "MD") or tokens[at].dep == "aux" or tokens[at].low in ("has", "have", "had")
        ):
            at -= 1
        at = self._over(at)
        if at < 0 or tokens[at].pos not in ("PROPN", "PRON", "NOUN") or tokens[at].tag in ("WDT", "WP", "EX"):
            return None
        head = tokens[at]
        while head.dep in ("compound", "pobj", "poss", "prep", "appos", "conj") and tokens[head.head].i < verb.i:
            if tokens[head.head].pos not in ("PROPN", "NOUN", "ADP"):
                break
            if head.dep == "appos" and kind_of(head, self.lexicon) == "paper":
                break
            if (
                head.dep == "appos"
                and head.pos == "PROPN"
                and tokens[head.head].pos == "NOUN"
                and self.comma_before(head)
            ):
                break
            head = tokens[head.head]
        return head if head.pos in ("PROPN", "PRON", "NOUN") else None

    def _over(self, at: int) -> int:
        """The place before a bracket that ends at `at` ("Ann Smith (Labour) said"); `at` where none does."""
        tokens = self.sentence.tokens
        if at < 0 or tokens[at].text != ")":
            return at
        while at >= 0 and tokens[at].text != "(":
            at -= 1
        return at - 1

    def framed(self, verb: Token, mine: Token | None) -> Token | None:
        """The person named before a description between commas that ends just before the verb ("Ann Smith, a professor of history at
        the university, said"), where the parse took another word for the subject, `mine`."""
        tokens = self.sentence.tokens
        if verb.tag not in ("VBD", "VBZ") or not self.comma_before(verb):
            return None
        at = verb.i - 2
        while at >= 1 and tokens[at].tag not in FINITE:
            if tokens[at].text == "," and tokens[at - 1].start in self.lexicon.known:
                head = tokens[at - 1]
                joint = any(t.low in ("with", "and", "to", "by") for t in tokens[max(0, at - 5) : at])
                joint = joint or (mine is not None and any(t.low == "and" for t in tokens[mine.i : at]))
                return None if joint or self._part_of(head, mine) else head
            at -= 1
        return None

    def _part_of(self, token: Token, subject: Token | None) -> bool:
        """Whether a noun is the subject, stands in apposition to it or is joined to it."""
        heads = joined(self.sentence, subject) if subject is not None else []
        while token not in heads:
            if token.dep not in ("appos", "conj", "compound", "nmod"):
                return False
            token = self.sentence.tokens[token.head]
        return True

    def inverted(self, verb: Token, frame: Frame) -> Token | None:
        """Who is told of after a verb that a comma parts from a whole clause ("the road is open, noted the ministers"), where the
        parse made the two verbs one subject's."""
        tokens = self.sentence.tokens
        if frame.kind != "core" or verb.tag not in ("VBD", "VBZ") or not self.comma_before(verb):
            return None
        if verb.dep not in ("conj", "ROOT") or not any(t.tag in FINITE for t in tokens[: verb.i - 1]):
            return None
        head = self.after(verb)
        if head is None or any(t.tag in FINITE or t.low == "that" for t in tokens[verb.i + 1 :]):
            return None
        kind = kind_of(head, self.lexicon)
        known = kind == "people" or any(t.start in self.lexicon.known for t in tokens[verb.i + 1 :])
        return head if known and kind in ("name", "people") else None

    def after(self, verb: Token) -> Token | None:
        """The noun that follows an inverted verb ("said the minister")."""
        tokens = self.sentence.tokens
        at = verb.i + 1
        while at < len(tokens) and tokens[at].pos in ("DET", "ADJ", "ADV", "NUM"):
            at += 1
        if at >= len(tokens) or tokens[at].pos not in ("PROPN", "NOUN", "PRON"):
            return None
        head = tokens[at]
        while head.dep in ("compound", "poss", "nmod") and head.head > head.i:
            head = tokens[head.head]
        return head
