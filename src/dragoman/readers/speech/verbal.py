"""Cues that are verbs: in every order, voice and mood that reports speech."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.complement import clause, complements, dated
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.doers import Doers
from dragoman.readers.speech.extent import FINITE, cue_span
from dragoman.readers.speech.lexicon import Frame, Lexicon
from dragoman.readers.speech.passives import Passives
from dragoman.readers.speech.source import Source, source
from dragoman.readers.speech.subject import own, passive, subject
from dragoman.reading import Act
from dragoman.span import Span

_MODALS = frozenset(("will", "may", "might", "could", "should", "must", "can", "shall", "'ll", "wo", "ca"))
_BARE = frozenset(("say", "add", "tell", "note", "explain", "write", "state", "announce", "reply", "argue", "warn"))
"""Verbs trusted without a clause that the parse can show: it often loses one that is long or stands in front."""
_UNTOLD = frozenset(
    (
        "say",
        "mention",
        "comment",
        "specify",
        "elaborate",
        "respond",
        "reply",
        "answer",
        "explain",
        "disclose",
        "reveal",
        "announce",
        "confirm",
        "address",
        "discuss",
    )
)
"""Verbs that, denied, tell that nothing was said."""
_HEARSAY = frozenset(
    ("believe", "think", "expect", "understand", "assume", "consider", "hope", "say", "report", "rumor", "rumour")
)
_TOLD = frozenset(
    (
        "tell",
        "urge",
        "ask",
        "remind",
        "inform",
        "assure",
        "thank",
        "accuse",
        "warn",
        "reassure",
        "advise",
        "notify",
        "brief",
    )
)
_TO = frozenset(
    ("call", "appeal", "speak", "talk", "say", "explain", "write", "reply", "respond", "propose", "suggest")
)
_SHOWN = frozenset(("show", "suggest", "indicate", "reveal", "read", "conclude", "find", "estimate", "signal"))
"""Of the verbs that need people, those that things do in a report ("the findings suggest that …")."""
_GUESSED = frozenset(("likely", "probably", "presumably", "apparently", "perhaps"))
"""With these a reporter only guesses that something was said."""
_DEVELOPMENTS = frozenset(("development", "matter", "information", "news", "fact", "report"))
_BESIDE = frozenset(("as", "for", "after", "since", "without", "instead"))
"""What stands after these is told beside what the sentence says ("criticised for saying …")."""
_SPEAKING = ("pronoun", "name", "people", "paper")


class _Reader(Doers, Passives):
    """One sentence under reading."""

    def read(self, verb: Token, frame: Frame) -> Cue | None:
        sentence = self.sentence
        if verb.dep in ("amod", "compound", "aux", "nmod") or verb.tag in ("NN", "NNS", "JJ"):
            return None
        if verb.dep == "pcomp" and self._beside(sentence.tokens[verb.head]):
            return None
        kids = list(sentence.children(verb))
        if passive(sentence, verb):
            return self.passive(verb, frame)
        past = self.taken_for_participle(verb)
        if verb.tag == "VBN" and verb.dep in ("acl", "advcl") and not past and not any(c.dep == "aux" for c in kids):
            return None
        if self._hearsay(verb) or self._relative(verb):
            return None
        denied = any(c.dep == "neg" for c in kids)
        if denied and frame.lemma in _UNTOLD:
            return None
        if any(c.dep == "advmod" and c.low in _GUESSED for c in kids):
            return None
        if verb.dep == "advcl" and any(c.dep == "mark" and c.low in ("if", "unless", "until") for c in kids):
            return None
        if verb.dep == "advcl" and any(c.dep == "mark" and c.low in ("since",) for c in kids):
            return None
        if frame.lemma in ("quote", "cite") and (reported := self.quoting(verb)) is not None:
            return reported
        if frame.lemma == "undertake" and sentence.tokens[0].low == "under":
            return None
        if self._named(verb, frame) or (frame.lemma == "accuse" and not any(c.dep in ("dobj", "dative") for c in kids)):
            return None
        mine = sentence.root if past else own(sentence, verb)
        if mine is None and any(c.dep == "csubj" and c.tag == "VBG" for c in kids):
            mine = next((t for t in reversed(sentence.tokens[: verb.i]) if t.start in self.lexicon.known), None)
        if mine is not None and self.quoted(mine):
            mine = self.after(verb) or self.beside(verb)
        if mine is not None and verb.tag == "VB" and any(c.dep == "aux" and c.tag == "TO" for c in kids):
            return None
        if verb.dep in ("ccomp", "advcl") and any(c.dep == "mark" and c.low in ("if", "whether") for c in kids):
            return None
        if mine is not None and mine.pos == "VERB":
            mine = self.beside(verb)
        if mine is None or mine.pos != "PRON":
            mine = self.framed(verb, mine) or mine or self.inverted(verb, frame)
        token = mine or subject(sentence, verb, self.quoted)
        if (
            token is None
            and "quote" in frame
            and (verb.tag in FINITE or verb.low == "read")
            and self.quote_before(verb.start) is not None
        ):
            token = mine = self.after(verb)
        if token is None and frame.kind == "core" and verb.tag in ("VBD", "VBZ", "VBP"):
            turned = self.after(verb) if self.comma_before(verb) else None
            token = mine = turned if turned is not None and turned.start in self.lexicon.known else self.beside(verb)
        if (
            token is None
            and verb.tag in ("VBD", "VBZ")
            and verb.dep == "ROOT"
            and any(c.dep in ("dobj", "ccomp") for c in kids)
        ):
            token = mine = self.beside(verb)
        if token is None or token.i == verb.i:
            return None
        said = source(sentence, token, self.lexicon)
        if (
            said is None
            or said.head.ent in ("DATE", "TIME")
            or (said.kind in ("thing", "paper") and any(c.low == "who" for c in kids))
        ):
            return None
        if mine is not None and any(c.dep == "aux" and c.low in _MODALS for c in kids):
            return None
        if verb.tag == "VB" and mine is None and self._to_come(verb):
            return None
        if denied is False and frame.lemma in ("confirm", "announce", "disclose") and self._pointing(verb):
            return None
        return self.active(verb, frame, said, mine is not None, denied)

    def _named(self, verb: Token, frame: Frame) -> bool:
        """Whether a thing is only said to have a name ("the field, also called "West"")."""
        kids = list(self.sentence.children(verb))
        bare = own(self.sentence, verb) is None and verb.tag in ("VBD", "VBN")
        given = any(c.dep == "oprd" for c in kids) and not any(c.dep == "dobj" for c in kids)
        return frame.lemma == "call" and bare and given

    def _beside(self, prep: Token) -> bool:
        """Whether what a preposition governs is told beside the rest, or is only what a noun is for ("an interest in urging")."""
        above = self.sentence.head(prep)
        return prep.low in _BESIDE or (prep.low == "in" and above is not None and above.low in ("interest", "role"))

    def _to_come(self, verb: Token) -> bool:
        """Whether the verb shares a modal with those that it is joined to ("may go on to play the victim and urge …")."""
        above = self.sentence.head(verb)
        while above is not None and above.dep in ("conj", "xcomp") and above.tag == "VB":
            above = self.sentence.head(above)
        kids = self.sentence.children(above) if above is not None and above.tag == "VB" else ()
        return any(c.dep == "aux" and c.low in _MODALS for c in kids)

    def _pointing(self, verb: Token) -> bool:
        """Whether its object only points back to what was told ("confirmed this development")."""
        thing = next((c for c in self.sentence.children(verb) if c.dep == "dobj"), None)
        if thing is None or thing.lemma.lower() not in _DEVELOPMENTS:
            return False
        return any(c.low in ("this", "the", "these") for c in self.sentence.children(thing))

    def _hearsay(self, verb: Token) -> bool:
        """Inside "it is believed that …", which names nobody."""
        for above in self.sentence.ancestors(verb):
            if above.lemma in _HEARSAY and any(
                c.dep == "nsubjpass" and c.low == "it" for c in self.sentence.children(above)
            ):
                return True
        return False

    def _relative(self, verb: Token) -> bool:
        """In a clause that hangs on its own object ("the consensus that they agreed upon", "what he announced"): no statement is told."""
        at: Token | None = verb
        while at is not None and at.dep in ("conj", "xcomp"):
            at = self.sentence.head(at)
        if at is None or at.dep not in ("relcl", "ccomp", "pcomp", "csubj", "acl"):
            return False
        for child in self.sentence.subtree(verb):
            if child.i < verb.i and child.tag in ("WDT", "WP") and child.dep in ("dobj", "pobj"):
                if self.sentence.tokens[child.head].low in ("during", "after", "following", "at"):
                    continue
                return not any(c.dep == "ccomp" and c.i > verb.i for c in self.sentence.children(verb))
        if at.dep == "relcl" and own(self.sentence, verb) is not None:
            subj = own(self.sentence, verb)
            follows = any(c.i > verb.i and c.dep in ("ccomp", "dobj", "xcomp") for c in self.sentence.children(verb))
            return subj is not None and subj.tag not in ("WP", "WDT") and not follows
        return False

    def _reads(self, verb: Token, said: Source) -> bool:
        """Whether one thing that is the verb's own subject, or which "that" takes up, says so, as a label does; talks do not."""
        mine = own(self.sentence, verb)
        return said.head.tag not in ("NNS", "NNPS") and (mine is said.head or (mine is not None and mine.tag == "WDT"))

    def active(self, verb: Token, frame: Frame, said: Source, mine: bool, denied: bool) -> Cue | None:
        sentence, text = self.sentence, self.page.text
        animate = said.kind in _SPEAKING
        mental = frame.kind == "mind"
        if mental and (said.kind == "paper" or not animate):
            return None
        if said.kind == "thing" and (
            frame.lemma not in _SHOWN if frame.kind != "core" else not self._reads(verb, said)
        ):
            return None
        governed = clause(sentence, verb, frame)
        before = min(said.span.start, verb.start)
        inverted = mine and said.span.start > verb.start
        rest: list[Span] = []
        finite, closing, rule = True, False, ""
        ahead = self.quote_before(before)
        behind = self.quote_after(said.span.end if inverted else verb.end)
        if governed is not None and "clause" in frame and governed.i > verb.i and not inverted:
            rest, rule = [self.grown(sentence.reach(governed), verb)], "verb-clause"
        elif "quote" in frame and behind is not None and ahead is None and not self.turn_of_phrase(verb, frame, behind):
            rest, rule = [self.inside(behind.span)], "verb-quote"
        elif "quote" in frame and ahead is not None and (verb.tag != "VB" or verb.low == "read" or self._helped(verb)):
            rest, rule, closing = self.around(verb, said), "quote-verb", True
        elif governed is not None and governed.i < verb.i and "clause" in frame and mine:
            rest, rule, closing = self.around(verb, said), "clause-verb", True
        else:
            parts = complements(sentence, verb, frame) if animate else []
            kind = parts[0][0] if parts else ""
            if parts and not (
                frame.kind != "core" and frame.act == "state" and kind == "object" and said.kind == "paper"
            ):
                if kind == "infinitive" and mental and verb.tag == "VBG":
                    return None  # "hoping to win them over": what for
                plain = kind in ("object", "infinitive", "xcomp", "oprd")
                rest, rule = [self.governed(verb, parts[0][1])], f"verb-{kind if plain else 'phrase'}"
                finite = kind in ("infinitive", "xcomp")
            elif (
                mine and (frame.kind == "core" or self.enclosed(verb, said)) and ("clause" in frame or "quote" in frame)
            ):
                if self.parenthetical(verb, said) and not self.forward(verb, said):
                    rest, rule, closing = self.around(verb, said), "parenthesis", True
                elif any(c.dep in ("mark", "advmod") and c.low == "as" for c in sentence.children(verb)):
                    rest, rule, closing = self.around(verb, said), "as-said", True
                elif self._lost(verb, frame) if frame.lemma in _BARE else animate and self._clause_like(verb):
                    rest, rule = self.tail(verb, said), "verb-rest"
                if sum(len(r.of(text).split()) for r in rest) < 3:
                    return None
        if not rest:
            return None
        span, target = cue_span(sentence, verb), self._target(verb, frame)
        return Cue(
            verb, span, said, tuple(rest), self._act(verb, frame), rule, finite, closing, target, denied, frame.lemma
        )

    def _helped(self, verb: Token) -> bool:
        return any(c.dep == "aux" and c.tag != "TO" for c in self.sentence.children(verb))

    def _act(self, verb: Token, frame: Frame) -> Act:
        """What the verb tells of with the complement that it has here: one asks whether, but asks someone to."""
        if frame.lemma == "deny":
            return "oppose" if any(c.dep == "dobj" and c.i > verb.i for c in self.sentence.children(verb)) else "state"
        if frame.lemma in ("ask", "call", "suggest"):
            kinds = {kind for kind, _ in complements(self.sentence, verb, frame)}
            urging = {"for", "on", "upon", "infinitive"} if frame.lemma == "call" else {"infinitive", "for", "xcomp"}
            return "urge" if kinds & urging and "oprd" not in kinds else "state"
        return frame.act

    def _clause_like(self, verb: Token) -> bool:
        """Whether a clause of a kind that the verb does not usually take follows it."""
        return any(c.i > verb.i and c.dep in ("ccomp", "xcomp") for c in self.sentence.children(verb))

    def _lost(self, verb: Token, frame: Frame) -> bool:
        """Whether the verb's clause may be there although the parse shows none: no object, or one that a finite verb follows."""
        objects = [c for c in self.sentence.children(verb) if c.dep == "dobj"]
        if not objects:
            return True
        return frame.lemma in ("say", "tell", "add", "note", "argue", "warn") and any(
            t.tag in FINITE for t in self.sentence.tokens[verb.i + 2 :]
        )

    def _target(self, verb: Token, frame: Frame) -> Span | None:
        """To whom it is said."""
        for child in self.sentence.children(verb):
            head: Token | None = None
            if child.i > verb.i and (child.dep == "dative" or (child.dep == "dobj" and frame.lemma in _TOLD)):
                head = child
            elif (
                child.dep == "prep"
                and child.low in ("on", "upon", "to", "with")
                and frame.lemma in _TO
                and not dated(self.sentence, child)
            ):
                head = next((c for c in self.sentence.children(child) if c.dep == "pobj"), None)
            found = source(self.sentence, head, self.lexicon) if head is not None else None
            if found is not None:
                return found.span
        return None


def verbal(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """The verb cues of a sentence, in order. A verb inside a quotation is the speaker's own word and no cue."""
    reader: _Reader | None = None
    for token in sentence.tokens:
        if token.pos not in ("VERB", "AUX") and token.tag not in ("VBD", "VBZ", "VBG", "VBP"):
            continue
        frame = lexicon.verb(token)
        if frame is None:
            continue
        reader = reader or _Reader(page, sentence, lexicon)
        if reader.quoted(token):
            continue
        cue = reader.read(token, frame)
        if cue is not None:
            yield cue
