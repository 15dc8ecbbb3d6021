"""Passive cues: "it was noted that …", "the plan was praised by …", "X was quoted by Y as saying …"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.page.page import Token
from dragoman.readers.speech.complement import clause
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.extent import Extent, cue_span
from dragoman.readers.speech.lexicon import Frame
from dragoman.readers.speech.source import Source, source
from dragoman.readers.speech.subject import own
from dragoman.reading import Act
from dragoman.span import Span

_NOTED = frozenset(
    (
        *("note", "stress", "emphasize", "emphasise", "underline", "underscore", "recall", "acknowledge", "recognize"),
        *("recognise", "affirm", "reaffirm", "reiterate", "highlight", "point", "observe", "mention", "state"),
    )
)
"""What is told of without a speaker, at a meeting, by both sides: "it was noted that …"."""

_HEARD = frozenset(("say", "report", "understand", "believe"))


class Passives(Extent):
    """The verbs of one sentence whose subject is what is told, or who is quoted."""

    def passive(self, verb: Token, frame: Frame) -> Cue | None:
        sentence = self.sentence
        done = own(sentence, verb)
        if done is None or (frame.lemma == "welcome" and (done.pos == "PRON" or done.start in self.lexicon.known)):
            return None
        if (told := self._said_to(verb, done, frame)) is not None:
            return told
        if frame.lemma in ("quote", "cite", "report"):
            return self._quoted_as(verb, done, frame)
        governed = clause(sentence, verb, frame)
        agent = next((c for c in sentence.children(verb) if c.dep == "agent"), None)
        head = next((c for c in sentence.children(agent) if c.dep == "pobj"), None) if agent is not None else None
        said = source(sentence, head, self.lexicon) if head is not None else None
        named = said is not None and said.kind in ("name", "people", "pronoun")
        if said is not None and named and ("object" in frame or "clause" in frame):
            reach = sentence.reach(governed or done)
            return Cue(
                verb,
                cue_span(sentence, verb),
                said,
                (reach,),
                frame.act,
                "passive",
                governed is not None,
                lemma=frame.lemma,
            )
        together = frame.act in ("agree", "commit") or frame.lemma == "decide"
        governed = governed or next((c for c in sentence.children(verb) if c.dep == "xcomp" and c.i > verb.i), None)
        if governed is None or done.low != "it" or any(c.dep == "neg" for c in sentence.children(verb)):
            return None
        bidden = any(c.dep == "aux" and c.tag == "MD" for c in self.sentence.children(verb))
        if together or (frame.lemma in _NOTED and verb.tag == "VBN" and not bidden):
            act: Act = "agree" if together else "state"
            return Cue(
                verb, cue_span(sentence, verb), None, (sentence.reach(governed),), act, "agentless", lemma=frame.lemma
            )
        return None

    def quoting(self, verb: Token) -> Cue | None:
        """ "The agency quoted X as saying …": the words are those of X."""
        done = next((c for c in self.sentence.children(verb) if c.dep in ("dobj", "nsubj") and c.i > verb.i), None)
        by = own(self.sentence, verb)
        if done is None or by is None or by.i > verb.i:
            return None
        via = source(self.sentence, by, self.lexicon)
        cue = self._quoted_as(verb, done, self.lexicon.verbs["say"], via)
        if cue is None or via is None:
            return None
        fronted = self.quote_before(via.span.start) is not None
        content = self.around(verb, via) if fronted else list(cue.content)
        return replace(cue, via=via, content=tuple(content) or cue.content, closing=fronted)

    def _said_to(self, verb: Token, done: Token, frame: Frame) -> Cue | None:
        """ "X is said to have stressed …": X speaks, by hearsay."""
        under = next((c for c in self.sentence.children(verb) if c.dep == "xcomp" and c.i > verb.i), None)
        inner = self.lexicon.verb(under) if under is not None and frame.lemma in _HEARD else None
        if under is None or inner is None or not any(c.low == "have" for c in self.sentence.children(under)):
            return None
        said = source(self.sentence, done, self.lexicon)
        if said is None or said.kind not in ("name", "people", "pronoun"):
            return None
        if not self.page.quoted(self.sentence.reach(under)):
            return None  # what only others tell that he said
        cue = Span(verb.start, under.end)
        return Cue(under, cue, said, (self.sentence.reach(under),), inner.act, "passive", lemma=inner.lemma)

    def _quoted_as(self, verb: Token, done: Token, frame: Frame, by: Source | None = None) -> Cue | None:
        """ "X was quoted by Y as saying …"; with `by`, "Y quoted X as saying …"."""
        saying = next(
            (t for t in self.sentence.subtree(verb) if t.low in ("saying", "telling", "warning") and t.i > verb.i), None
        )
        said = source(self.sentence, done, self.lexicon)
        if saying is None or said is None or said.kind not in ("name", "people", "pronoun"):
            return None
        lead = by or said
        fronted = self.quote_before(lead.span.start) is not None or self.parenthetical(verb, lead)
        content = self.around(verb, said) if fronted else self.tail(saying, said)
        if not content:
            return None
        agent = next((c for c in self.sentence.subtree(verb) if c.low == "by" and c.dep in ("agent", "prep")), None)
        head = next((c for c in self.sentence.children(agent) if c.dep == "pobj"), None) if agent else None
        via = by or (source(self.sentence, head, self.lexicon) if head is not None else None)
        cue = Span(verb.start, saying.end)
        return Cue(verb, cue, said, tuple(content), frame.act, "quoted-as", True, fronted, lemma="say", via=via)
