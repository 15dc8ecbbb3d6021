"""Cues that are verbs: in every order, voice and mood that reports speech."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.page.page import Page, Quote, Sentence, Token
from dragoman.readers.speech.complement import clause, complements, dated
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.lexicon import Frame, Lexicon
from dragoman.readers.speech.source import Source, joined, kind_of, source
from dragoman.readers.speech.subject import own, passive, subject
from dragoman.reading import Act
from dragoman.span import Span, outside

_MODALS = frozenset(("will", "may", "might", "could", "should", "must", "can", "shall", "'ll", "wo", "ca"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
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
_NOTED = frozenset(
    (
        *("note", "stress", "emphasize", "emphasise", "underline", "underscore", "recall", "acknowledge", "recognize"),
        *("recognise", "affirm", "reaffirm", "reiterate", "highlight", "point", "observe", "mention", "state"),
    )
)
"""What is told of without a speaker, at a meeting, by both sides: "it was noted that …"."""
_SHOWN = frozenset(("show", "suggest", "indicate", "reveal", "read", "conclude", "find", "estimate", "signal"))
"""Of the verbs that need people, those that things do in a report ("the findings suggest that …")."""
_GUESSED = frozenset(("likely", "probably", "presumably", "apparently", "perhaps"))
"""With these a reporter only guesses that something was said."""
_DEVELOPMENTS = frozenset(("development", "matter", "information", "news", "fact", "report"))
_SPEAKING = ("pronoun", "name", "people", "paper")


def clean(text: str, span: Span) -> Span | None:
    """The span without white space and commas at its ends; None where no word is in it."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-"):
        end -= 1
    return Span(start, end) if start < end and any(c.isalnum() for c in text[start:end]) else None


def _cue_span(sentence: Sentence, verb: Token) -> Span:
    """The verb with the auxiliaries and the particle that stand next to it."""
    placed = {verb.i} | {c.i for c in sentence.children(verb) if c.dep in ("aux", "auxpass", "neg", "prt")}
    first = last = verb.i
    while first - 1 in placed:
        first -= 1
    while last + 1 in placed:
        last += 1
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


_APART = frozenset(("conj", "cc", "punct", "nsubj", "parataxis", "advcl"))


class _Reader:
    """One sentence under reading."""

    def __init__(self, page: Page, sentence: Sentence, lexicon: Lexicon) -> None:
        self.page, self.sentence, self.lexicon = page, sentence, lexicon
        self.quotes = [q for q in page.quotes if q.depth == 0 and q.span.overlaps(sentence.span)]

    def quoted(self, token: Token) -> bool:
        return any(q.inner.holds(token.start) for q in self.quotes)

    def quote_after(self, at: int) -> Quote | None:
        """A quotation that begins soon after an offset, with no finite verb between."""
        for quote in self.quotes:
            if quote.span.start >= at:
                between = [t for t in self.sentence.tokens if at <= t.start and t.end <= quote.span.start]
                return quote if len(between) <= 12 and not any(t.tag in _FINITE for t in between) else None
        return None

    def quote_before(self, start: int) -> Quote | None:
        """A quotation that ends just before `start` (a comma or other mark may stand between)."""
        for quote in reversed(self.quotes):
            if quote.span.end <= start:
                return quote if not any(c.isalnum() for c in self.page.text[quote.span.end : start]) else None
        return None

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
            if head.dep == "appos" and head.pos == "PROPN" and tokens[head.head].pos == "NOUN" and self._comma_before(head):
                break
            head = tokens[head.head]
        return head if head.pos in ("PROPN", "PRON", "NOUN") else None

    def framed(self, verb: Token, mine: Token | None) -> Token | None:
        """The person named before a description between commas that ends just before the verb ("Ann Smith, a professor of history at
        the university, said"), where the parse took another word for the subject, `mine`."""
        tokens = self.sentence.tokens
        if verb.tag not in ("VBD", "VBZ") or not self._comma_before(verb):
            return None
        at = verb.i - 2
        while at >= 1 and tokens[at].tag not in _FINITE:
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
        if frame.kind != "core" or verb.tag not in ("VBD", "VBZ") or not self._comma_before(verb):
            return None
        if verb.dep not in ("conj", "ROOT") or not any(t.tag in _FINITE for t in tokens[: verb.i - 1]):
            return None
        head = self.after(verb)
        if head is None or any(t.tag in _FINITE or t.low == "that" for t in tokens[verb.i + 1 :]):
            return None
        kind = kind_of(head, self.lexicon)
        known = kind == "people" or any(t.start in self.lexicon.known for t in tokens[verb.i + 1 :])
        return head if known and kind in ("name", "people") else None

    def _over(self, at: int) -> int:
        """The place before a bracket that ends at `at` ("Ann Smith (Labour) said"); `at` where none does."""
        tokens = self.sentence.tokens
        if at < 0 or tokens[at].text != ")":
            return at
        while at >= 0 and tokens[at].text != "(":
            at -= 1
        return at - 1

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

    def read(self, verb: Token, frame: Frame) -> Cue | None:
        sentence = self.sentence
        if verb.dep in ("amod", "compound", "aux", "nmod") or verb.tag in ("NN", "NNS", "JJ"):
            return None
        if verb.dep == "pcomp" and sentence.tokens[verb.head].low == "as":
            return None
        kids = list(sentence.children(verb))
        if passive(sentence, verb):
            return self.passive(verb, frame)
        if verb.tag == "VBN" and verb.dep in ("acl", "advcl") and not any(c.dep == "aux" for c in kids):
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
        if verb.dep == "advcl" and any(c.dep == "mark" and c.low in ("since", "before", "after") for c in kids):
            return None
        if frame.lemma in ("quote", "cite") and (reported := self._quoting(verb)) is not None:
            return reported
        if frame.lemma == "undertake" and sentence.tokens[0].low == "under":
            return None
        mine = own(sentence, verb)
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
        if token is None and "quote" in frame and verb.tag in _FINITE and self.quote_before(verb.start) is not None:
            token = mine = self.after(verb)
        if token is None and frame.kind == "core" and verb.tag in ("VBD", "VBZ", "VBP"):
            turned = self.after(verb) if self._comma_before(verb) else None
            token = mine = turned if turned is not None and turned.start in self.lexicon.known else self.beside(verb)
        if token is None and verb.tag in ("VBD", "VBZ") and verb.dep == "ROOT" and any(c.dep == "dobj" for c in kids):
            token = mine = self.beside(verb)
        if token is None or token.i == verb.i:
            return None
        said = source(sentence, token, self.lexicon)
        if said is None or said.head.ent in ("DATE", "TIME"):
            return None
        if mine is not None and any(c.dep == "aux" and c.low in _MODALS for c in kids):
            return None
        if verb.tag == "VB" and mine is None and self._to_come(verb):
            return None
        if denied is False and frame.lemma in ("confirm", "announce", "disclose") and self._pointing(verb):
            return None
        return self.active(verb, frame, said, mine is not None, denied)

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

    def _comma_before(self, verb: Token) -> bool:
        return verb.i > 0 and self.sentence.tokens[verb.i - 1].text == ","

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

    def active(self, verb: Token, frame: Frame, said: Source, mine: bool, denied: bool) -> Cue | None:
        sentence, text = self.sentence, self.page.text
        animate = said.kind in _SPEAKING
        mental = frame.kind == "mind"
        if mental and (said.kind == "paper" or not animate):
            return None
        if said.kind == "thing" and frame.kind != "core" and frame.lemma not in _SHOWN:
            return None
        governed = clause(sentence, verb, frame)
        before = min(said.span.start, verb.start)
        inverted = mine and said.span.start > verb.start
        rest: list[Span] = []
        finite, closing, rule = True, False, ""
        ahead = self.quote_before(before)
        behind = self.quote_after(said.span.end if inverted else verb.end)
        if governed is not None and "clause" in frame and governed.i > verb.i and not inverted:
            rest, rule = [self._grown(sentence.reach(governed), verb)], "verb-clause"
        elif (
            "quote" in frame and behind is not None and ahead is None and not self._turn_of_phrase(verb, frame, behind)
        ):
            rest, rule = [self._inside(behind.span)], "verb-quote"
        elif "quote" in frame and ahead is not None:
            rest, rule, closing = self._around(verb, said), "quote-verb", True
        elif governed is not None and governed.i < verb.i and "clause" in frame and mine:
            rest, rule, closing = self._around(verb, said), "clause-verb", True
        else:
            parts = complements(sentence, verb, frame) if animate else []
            kind = parts[0][0] if parts else ""
            if parts and not (
                frame.kind != "core" and frame.act == "state" and kind == "object" and said.kind == "paper"
            ):
                plain = kind in ("object", "infinitive", "xcomp", "oprd")
                rest, rule = [self._governed(verb, parts[0][1])], f"verb-{kind if plain else 'phrase'}"
                finite = kind in ("infinitive", "xcomp")
            elif (
                mine
                and (frame.kind == "core" or self._enclosed(verb, said))
                and ("clause" in frame or "quote" in frame)
            ):
                if self._parenthetical(verb, said) and not self._forward(verb, said):
                    rest, rule, closing = self._around(verb, said), "parenthesis", True
                elif any(c.dep in ("mark", "advmod") and c.low == "as" for c in sentence.children(verb)):
                    rest, rule, closing = self._around(verb, said), "as-said", True
                elif self._lost(verb, frame) if frame.lemma in _BARE else animate and self._clause_like(verb):
                    rest, rule = self._tail(verb, said), "verb-rest"
                if sum(len(r.of(text).split()) for r in rest) < 3:
                    return None
        if not rest:
            return None
        span, target = _cue_span(sentence, verb), self._target(verb, frame)
        return Cue(
            verb, span, said, tuple(rest), self._act(verb, frame), rule, finite, closing, target, denied, frame.lemma
        )

    def _governed(self, verb: Token, first: Token) -> Span:
        """From the first complement to the last word that the verb governs by itself, verbs joined to it left out."""
        start = self.sentence.reach(first).start
        ends = [
            self.sentence.reach(c).end
            for c in self.sentence.children(verb)
            if c.i == first.i or (c.i > first.i and c.dep not in _APART)
        ]
        return Span(start, max(ends))

    def _turn_of_phrase(self, verb: Token, frame: Frame, quote: Quote) -> bool:
        """Whether the marks only set off a few words of the verb's own object ("welcomed the "fast track" scheme")."""
        if "object" not in frame or len(quote.inner.of(self.page.text).split()) > 3:
            return False
        return any(c.dep == "dobj" and c.i > verb.i for c in self.sentence.children(verb))

    def _act(self, verb: Token, frame: Frame) -> Act:
        """What the verb tells of with the complement that it has here: one asks whether, but asks someone to."""
        if frame.lemma == "deny":
            return "oppose" if any(c.dep == "dobj" and c.i > verb.i for c in self.sentence.children(verb)) else "state"
        if frame.lemma in ("ask", "call", "suggest"):
            kinds = {kind for kind, _ in complements(self.sentence, verb, frame)}
            urging = {"for", "on", "upon", "infinitive"} if frame.lemma == "call" else {"infinitive", "for", "xcomp"}
            return "urge" if kinds & urging and "oprd" not in kinds else "state"
        return frame.act

    def _grown(self, span: Span, verb: Token) -> Span:
        """A clause with the quotation that it begins in, and with what the parse broke off from it; cut after the verb where the parse
        reached over that."""
        start = max(span.start, verb.end) if span.start < verb.start else span.start
        end = span.end
        for quote in self.quotes:
            if quote.span.start < end < quote.span.end:
                end = min(quote.span.end, self.sentence.span.end)
        rest = [t for t in self.sentence.tokens if t.start >= end]
        if rest and not any(
            t.low == "according" or (t.pos == "VERB" and self.lexicon.verb(t) is not None) for t in rest
        ):
            end = self.sentence.span.end
        return Span(start, max(end, start + 1))

    def _inside(self, span: Span) -> Span:
        return Span(max(span.start, self.sentence.span.start), min(span.end, self.sentence.span.end))

    def _parenthetical(self, verb: Token, said: Source) -> bool:
        """Whether a mark stands before the cue and its speaker, so that what it reports surrounds it."""
        lead = self.page.text[self.sentence.span.start : min(said.span.start, verb.start)].rstrip()
        return bool(lead) and lead[-1] in ',"-?!:;' and any(c.isalnum() for c in lead)

    def _forward(self, verb: Token, said: Source) -> bool:
        """Whether what is told follows the verb: it has an object, or "that" stands after it and no finite verb before its speaker."""
        if any(c.dep == "dobj" and not said.span.holds(c.start) for c in self.sentence.children(verb)):
            return True
        start, end = min(said.head.i, verb.i), max(said.head.i, verb.i)
        ahead = any(t.tag in _FINITE for t in self.sentence.tokens[:start])
        return not ahead and any(t.low == "that" for t in self.sentence.tokens[end + 1 : end + 15])

    def _enclosed(self, verb: Token, said: Source) -> bool:
        """Whether marks stand on both sides of a bare "she vowed" or "vowed the minister"."""
        if not self._parenthetical(verb, said):
            return False
        after = self.page.text[max(said.span.end, verb.end) : self.sentence.span.end].lstrip()
        return not after or after[0] in ',.:;"-'

    def _clause_like(self, verb: Token) -> bool:
        """Whether a clause of a kind that the verb does not usually take follows it."""
        return any(c.i > verb.i and c.dep in ("ccomp", "xcomp") for c in self.sentence.children(verb))

    def _lost(self, verb: Token, frame: Frame) -> bool:
        """Whether the verb's clause may be there although the parse shows none: no object, or one that a finite verb follows."""
        objects = [c for c in self.sentence.children(verb) if c.dep == "dobj"]
        if not objects:
            return True
        return frame.lemma in ("say", "tell", "add", "note", "argue", "warn") and any(
            t.tag in _FINITE for t in self.sentence.tokens[verb.i + 2 :]
        )

    def _around(self, verb: Token, said: Source) -> list[Span]:
        """The sentence without the cue, its speaker and what goes with them."""
        sentence, text = self.sentence, self.page.text
        start, end, stop = min(said.span.start, verb.start), max(said.span.end, verb.end), sentence.span.end
        later = text.find(",", end, stop)
        quote = next((q for q in self.quotes if q.span.start >= end), None)
        told = quote is not None and any(t.tag in _FINITE for t in sentence.tokens if end <= t.start < quote.span.start)
        if quote is not None and not told:
            end = quote.span.start
        elif later >= 0 and start > sentence.span.start and later - end <= 60 and later < stop - 2:
            end = later
        else:
            end = stop
        holes = [Span(start, end)] if end > start else []
        return [s for part in outside(sentence.span, holes) if (s := clean(text, part)) is not None]

    def _tail(self, verb: Token, said: Source) -> list[Span]:
        end = max(verb.end, said.span.end)
        tail = clean(self.page.text, Span(end, self.sentence.span.end)) if end < self.sentence.span.end else None
        return [tail] if tail else []

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

    def passive(self, verb: Token, frame: Frame) -> Cue | None:
        sentence = self.sentence
        done = own(sentence, verb)
        if done is None or (frame.lemma == "welcome" and (done.pos == "PRON" or done.start in self.lexicon.known)):
            return None
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
                _cue_span(sentence, verb),
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
        if together or (frame.lemma in _NOTED and verb.tag == "VBN"):
            act: Act = "agree" if together else "state"
            return Cue(
                verb, _cue_span(sentence, verb), None, (sentence.reach(governed),), act, "agentless", lemma=frame.lemma
            )
        return None

    def _quoting(self, verb: Token) -> Cue | None:
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
        content = self._around(verb, via) if fronted else list(cue.content)
        return replace(cue, via=via, content=tuple(content) or cue.content, closing=fronted)

    def _quoted_as(self, verb: Token, done: Token, frame: Frame, by: Source | None = None) -> Cue | None:
        """ "X was quoted by Y as saying …"; with `by`, "Y quoted X as saying …"."""
        saying = next(
            (t for t in self.sentence.subtree(verb) if t.low in ("saying", "telling", "warning") and t.i > verb.i), None
        )
        said = source(self.sentence, done, self.lexicon)
        if saying is None or said is None or said.kind not in ("name", "people", "pronoun"):
            return None
        lead = by or said
        fronted = self.quote_before(lead.span.start) is not None or self._parenthetical(verb, lead)
        content = self._around(verb, said) if fronted else self._tail(saying, said)
        if not content:
            return None
        agent = next((c for c in self.sentence.subtree(verb) if c.low == "by" and c.dep in ("agent", "prep")), None)
        head = next((c for c in self.sentence.children(agent) if c.dep == "pobj"), None) if agent else None
        via = by or (source(self.sentence, head, self.lexicon) if head is not None else None)
        cue = Span(verb.start, saying.end)
        return Cue(verb, cue, said, tuple(content), frame.act, "quoted-as", True, fronted, lemma="say", via=via)


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
