"""Cues that are verbs: in every order, voice and mood that reports speech."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.page.page import Page, Quote, Sentence, Token
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.lexicon import Frame, Lexicon
from dragoman.readers.speech.source import Source, source
from dragoman.readers.speech.subject import infinitive, own, passive, subject
from dragoman.reading import Act
from dragoman.span import Span, outside

_MODALS = frozenset(("will", "may", "might", "could", "should", "must", "can", "shall", "'ll", "wo", "ca"))
_PREPOSITIONS = frozenset(
    ["about", "on", "upon", "for", "to", "against", "of", "with", "as", "at", "over", "in", "by", "from", "behind"]
)
_WHETHER = frozenset(("if", "whether", "unless", "until"))


def _clause(sentence: Sentence, verb: Token, frame: Frame) -> Token | None:
    """The finite clause that the verb governs."""
    for child in sentence.children(verb):
        if child.dep == "ccomp" and not _nonfinite(sentence, child):
            return child
    if "clause" in frame:
        for child in sentence.children(verb):
            if (
                child.dep in ("acl", "dep", "advcl")
                and child.i > verb.i
                and any(c.dep in ("mark", "complm") and c.low == "that" for c in sentence.children(child))
            ):
                return child
    return None


def _nonfinite(sentence: Sentence, token: Token) -> bool:
    if infinitive(sentence, token):
        return True
    return token.tag in ("VB", "VBG", "VBN") and not any(
        c.dep in ("aux", "auxpass") and c.tag != "TO" for c in sentence.children(token)
    )


def _dated(sentence: Sentence, prep: Token) -> bool:
    return any(c.dep == "pobj" and c.ent in ("DATE", "TIME") for c in sentence.children(prep))


def _complements(sentence: Sentence, verb: Token, frame: Frame, animate: bool) -> list[tuple[str, Token]]:
    """(frame, head) of what else the verb governs: objects, infinitives, phrases after its prepositions."""
    found: list[tuple[str, Token]] = []
    for child in sentence.children(verb):
        if child.i < verb.i:
            continue
        if child.dep == "dobj" and "object" in frame and animate and child.ent not in ("DATE", "TIME"):
            found.append(("object", child))
        elif (
            child.dep in ("xcomp", "ccomp", "advcl")
            and infinitive(sentence, child)
            and "infinitive" in frame
            and animate
        ):
            if child.dep != "advcl" or any(c.dep == "dobj" for c in sentence.children(verb)):
                found.append(("infinitive", child))
        elif child.dep in ("xcomp", "ccomp") and child.tag == "VBG" and "xcomp" in frame and animate:
            found.append(("xcomp", child))
        elif child.dep in ("oprd", "xcomp", "ccomp") and "oprd" in frame and animate and child.tag not in ("VB",):
            found.append(("oprd", child))
        elif (
            child.dep in ("prep", "agent", "dative", "prt")
            and child.low in frame
            and animate
            and not _dated(sentence, child)
        ):
            if child.dep != "prt" or child.low in ("out", "up", "back", "in"):
                found.append((child.low, child))
    return found


def _quotes(page: Page, sentence: Sentence) -> list[Quote]:
    return [q for q in page.quotes if q.depth == 0 and q.span.overlaps(sentence.span)]


def _words(text: str, span: Span) -> int:
    return len(span.of(text).split())


def _cue_tokens(sentence: Sentence, verb: Token) -> list[Token]:
    """The verb with its auxiliaries, particle and adverbs next to it."""
    near = [verb]
    for child in sentence.children(verb):
        if child.dep in ("aux", "auxpass", "neg", "prt") or (child.dep == "advmod" and abs(child.i - verb.i) <= 2):
            near.append(child)
    return sorted(near, key=lambda t: t.i)


def _cue_span(sentence: Sentence, verb: Token) -> Span:
    near = [t for t in _cue_tokens(sentence, verb) if t.dep != "advmod"]
    first = last = verb.i
    placed = {t.i for t in near}
    while first - 1 in placed:
        first -= 1
    while last + 1 in placed:
        last += 1
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


def _between(sentence: Sentence, start: int, end: int) -> list[Token]:
    return [t for t in sentence.tokens if start <= t.start and t.end <= end]


class _Reader:
    """One sentence under reading."""

    def __init__(self, page: Page, sentence: Sentence, lexicon: Lexicon) -> None:
        self.page, self.sentence, self.lexicon = page, sentence, lexicon
        self.quotes = _quotes(page, sentence)

    def quoted_at(self, token: Token) -> Quote | None:
        return next((q for q in self.quotes if q.inner.holds(token.start)), None)

    def quote_after(self, verb: Token, limit: int = 12) -> Quote | None:
        """A quotation that begins soon after the verb, with no other finite verb between."""
        for quote in self.quotes:
            if quote.span.start >= verb.end:
                between = _between(self.sentence, verb.end, quote.span.start)
                if len(between) <= limit and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in between):
                    return quote
                return None
        return None

    def quote_before(self, start: int) -> Quote | None:
        """A quotation that ends just before `start` (a comma or other mark may stand between)."""
        for quote in reversed(self.quotes):
            if quote.span.end <= start:
                gap = self.page.text[quote.span.end : start]
                return quote if len(gap.split()) <= 1 and not any(c.isalnum() for c in gap) else None
        return None

    def animate(self, said: Source | None) -> bool:
        return said is not None and (said.kind in ("pronoun", "name", "people") or (said.kind == "paper"))

    def beside(self, verb: Token) -> Token | None:
        """The noun that a parse failed to make the verb's subject: just before it, or just after it where nothing else follows."""
        tokens = self.sentence.tokens
        at = verb.i - 1
        while at >= 0 and (
            tokens[at].tag in ("RB", "MD") or tokens[at].dep in ("aux",) or tokens[at].lemma in ("have", "be")
        ):
            at -= 1
        if at >= 0 and tokens[at].pos in ("PROPN", "PRON", "NOUN") and tokens[at].tag not in ("WDT", "WP", "EX"):
            head = tokens[at]
            while (
                head.dep in ("compound", "pobj", "poss")
                and tokens[head.head].i < verb.i
                and tokens[head.head].pos in ("PROPN", "NOUN", "ADP")
            ):
                head = tokens[head.head]
            if head.pos in ("PROPN", "PRON", "NOUN"):
                return head
        return None

    def read(self, verb: Token, frame: Frame) -> Cue | None:
        sentence = self.sentence
        if verb.dep in ("amod", "compound", "aux", "nmod") or verb.tag in ("NN", "NNS", "JJ"):
            return None
        if passive(sentence, verb):
            return self.passive(verb, frame)
        if (
            verb.tag == "VBN"
            and verb.dep in ("acl", "advcl")
            and not any(c.dep == "aux" for c in sentence.children(verb))
        ):
            return self.reduced(verb, frame)
        helpers = [c for c in sentence.children(verb) if c.dep == "aux"]
        token = subject(sentence, verb)
        if token is None and frame.kind == "core" and verb.tag in ("VBD", "VBZ", "VBP"):
            token = self.beside(verb)
        if token is None:
            return None
        said = source(sentence, token, self.lexicon)
        if said is None or token.i == verb.i:
            return None
        if (
            any(h.low in _MODALS for h in helpers)
            and own(sentence, verb) is not None
            and said.head.low not in ("i", "we")
        ):
            return None
        if verb.dep == "advcl" and any(c.dep == "mark" and c.low in _WHETHER for c in sentence.children(verb)):
            return None
        return self.active(verb, frame, said)

    def active(self, verb: Token, frame: Frame, said: Source) -> Cue | None:
        sentence, text = self.sentence, self.page.text
        animate = self.animate(said)
        clause = _clause(sentence, verb, frame)
        before = min(said.span.start, verb.start)
        inverted = said.span.start > verb.start
        negated = any(c.dep == "neg" for c in sentence.children(verb))
        mental = frame.kind == "mind"
        if mental and (not animate or said.kind == "paper"):
            return None
        rest: list[Span] = []
        finite, rule, closing = True, "", False
        ahead = self.quote_before(before)
        behind = self.quote_after(verb) if not inverted else self.quote_after(sentence.tokens[_last(sentence, said)])
        if clause is not None and "clause" in frame and clause.i > verb.i:
            rest, rule = [self._grown(sentence.reach(clause), verb)], "verb-clause"
        elif "quote" in frame and behind is not None and not (inverted and ahead):
            rest, rule = [_inside(behind.span, sentence.span)], "verb-quote"
        elif "quote" in frame and ahead is not None:
            rest, rule, closing = self._around(verb, said), "quote-verb", True
        elif clause is not None and clause.i < verb.i and "clause" in frame:
            rest, rule, closing = self._around(verb, said), "clause-verb", True
        else:
            parts = _complements(sentence, verb, frame, animate)
            if parts and not (mental and parts[0][0] == "infinitive" and verb.lemma == "want"):
                kind = parts[0][0]
                rest, rule = (
                    [sentence.reach(part) for _, part in parts],
                    f"verb-{'phrase' if kind in _PREPOSITIONS else kind}",
                )
                finite = kind in ("infinitive", "xcomp")
                if frame.kind != "core" and kind == "object" and said.kind == "paper":
                    return None
            elif frame.kind == "core" and ("quote" in frame or "clause" in frame):
                rest = self._around(verb, said) if self._parenthetical(verb, said) else self._tail(verb, said)
                rule, closing = ("parenthesis", True) if rest and rest[0].start < before else ("verb-rest", False)
        if not rest or sum(_words(text, r) for r in rest) < 1:
            return None
        if rule in ("verb-rest", "parenthesis") and sum(_words(text, r) for r in rest) < 3:
            return None
        return Cue(
            verb,
            _cue_span(sentence, verb),
            said,
            tuple(rest),
            frame.act,
            rule,
            finite,
            closing,
            self._target(verb),
            negated,
        )

    def _grown(self, span: Span, verb: Token) -> Span:
        """A clause with the quotation that it begins in; cut after the verb where the parse reached over it."""
        start = max(span.start, verb.end) if span.start < verb.start else span.start
        end = span.end
        for quote in self.quotes:
            if quote.span.start < end < quote.span.end:
                end = min(quote.span.end, self.sentence.span.end)
        return Span(start, max(end, start + 1))

    def _parenthetical(self, verb: Token, said: Source) -> bool:
        """Whether a comma, dash or quotation mark stands before the cue and its speaker, so that what it reports surrounds it."""
        start = min(said.span.start, verb.start)
        lead = self.page.text[self.sentence.span.start : start].rstrip()
        return bool(lead) and (lead[-1] in ',"-?!:;' or verb.dep == "parataxis") and len(lead.split()) >= 1

    def _around(self, verb: Token, said: Source) -> list[Span]:
        """The sentence without the cue, its speaker and what goes with them."""
        sentence, text = self.sentence, self.page.text
        start = min(said.span.start, verb.start)
        end = max(said.span.end, verb.end)
        stop = sentence.span.end
        later = text.find(",", end, stop)
        quote = next((q for q in self.quotes if q.span.start >= end), None)
        if quote is not None:
            end = quote.span.start
        elif (
            later >= 0
            and verb.i < len(sentence.tokens) - 3
            and start > sentence.span.start
            and later - end <= 60
            and later < stop - 2
        ):
            end = later
        else:
            end = stop
        holes = [Span(start, end)] if end > start else []
        return [s for part in outside(sentence.span, holes) if (s := _clean(text, part)) is not None]

    def _tail(self, verb: Token, said: Source) -> list[Span]:
        end = max(verb.end, said.span.end)
        if end >= self.sentence.span.end:
            return []
        tail = _clean(self.page.text, Span(end, self.sentence.span.end))
        return [tail] if tail else []

    def _target(self, verb: Token) -> Span | None:
        for child in self.sentence.children(verb):
            if child.i > verb.i and (
                child.dep == "dative"
                or (
                    child.dep == "dobj"
                    and verb.lemma in ("tell", "urge", "ask", "remind", "inform", "assure", "thank", "accuse", "warn")
                )
            ):
                found = source(self.sentence, child, self.lexicon)
                if found is not None:
                    return found.span
            if (
                child.low in ("on", "upon", "to", "with")
                and child.dep == "prep"
                and verb.lemma in ("call", "appeal", "speak", "talk", "say")
            ):
                for below in self.sentence.children(child):
                    if below.dep == "pobj" and below.ent not in ("DATE", "TIME"):
                        found = source(self.sentence, below, self.lexicon)
                        if found is not None:
                            return found.span
        return None

    def passive(self, verb: Token, frame: Frame) -> Cue | None:
        sentence = self.sentence
        agent = next(
            (c for c in sentence.children(verb) if c.dep == "agent" or (c.dep == "prep" and c.low == "by")), None
        )
        done = own(sentence, verb)
        if verb.lemma in ("quote", "cite", "report", "hear") and done is not None:
            for child in sentence.subtree(verb):
                if child.lemma in ("say", "tell", "warn", "call") and child.tag == "VBG" and child.i > verb.i:
                    said = source(sentence, done, self.lexicon)
                    if said is not None and said.kind in ("name", "people", "pronoun"):
                        around = (
                            self._around(child, said)
                            if self.quote_before(said.span.start) or self._parenthetical(verb, said)
                            else self._tail(child, said)
                        )
                        if around:
                            return Cue(
                                verb,
                                Span(verb.start, child.end),
                                said,
                                tuple(around),
                                frame.act,
                                "quoted-as",
                                True,
                                bool(around and around[0].start < verb.start),
                            )
            return None
        clause = _clause(sentence, verb, frame)
        if agent is not None and done is not None and ("object" in frame or "clause" in frame):
            for below in sentence.children(agent):
                if below.dep == "pobj":
                    said = source(sentence, below, self.lexicon)
                    if said is not None and said.kind in ("name", "people", "pronoun"):
                        return Cue(
                            verb,
                            _cue_span(sentence, verb),
                            said,
                            (sentence.reach(done),),
                            frame.act,
                            "passive",
                            clause is not None,
                        )
        if (clause is not None and done is not None and done.low == "it" and frame.act in ("agree", "commit")) or (
            clause is not None
            and done is not None
            and done.low == "it"
            and verb.lemma in ("decide", "confirm", "agree")
        ):
            return Cue(verb, _cue_span(sentence, verb), None, (sentence.reach(clause),), "agree", "agentless", True)
        return None

    def reduced(self, verb: Token, frame: Frame) -> Cue | None:
        """ "criticised by X as …", "a plan, announced by X, to …" are left to their host's cue."""
        return None


def _last(sentence: Sentence, said: Source) -> int:
    return max((t.i for t in sentence.within(said.span)), default=said.head.i)


def _inside(span: Span, whole: Span) -> Span:
    return Span(max(span.start, whole.start), min(span.end, whole.end))


def _clean(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-"):
        end -= 1
    if start >= end or not any(c.isalnum() for c in text[start:end]):
        return None
    return Span(start, end)


def verbal(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """The verb cues of a sentence, in order. A verb inside a quotation is the speaker's own word and no cue."""
    reader: _Reader | None = None
    for token in sentence.tokens:
        if token.pos not in ("VERB", "AUX") and token.tag not in ("VBD", "VBZ", "VBG", "VBP"):
            continue
        frame = lexicon.verbs.get(token.lemma.lower())
        if frame is None:
            continue
        reader = reader or _Reader(page, sentence, lexicon)
        if reader.quoted_at(token) is not None:
            continue
        cue = reader.read(token, frame)
        if cue is not None:
            yield cue


__all__ = ["Act", "verbal"]
