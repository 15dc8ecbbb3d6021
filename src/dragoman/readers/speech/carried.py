"""Sentences without a cue that go on in a speaker's voice: quotations over sentences and paragraphs, and reported statements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dragoman.page.page import Page, Quote, Sentence
from dragoman.readers.speech.act import Acts, stronger
from dragoman.readers.speech.authored import personal
from dragoman.readers.speech.between import Between
from dragoman.readers.speech.linear import salutes
from dragoman.readers.speech.speaker import Speaker
from dragoman.readers.speech.statement import Statement
from dragoman.readers.speech.voice import addressed, backshifted, finite, own_voice, pointing
from dragoman.span import Span

_READOUT = 0.5
"""How much like a statement a sentence must sound to go on in a readout's paragraph."""
_OTHERS = 0.7
"""The same to be another country's own, told right after the first one's."""
_NEWS = 1.5
"""The same in a news story."""


_ITEM = re.compile(
    r"(?P<word>(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?:ly)?,)|"
    r"(?P<number>\(?\d{1,2}[.)]?\s)|(?P<letter>\(?[a-z][.)]\s)|(?P<bullet>[-*•]\s)",
    re.I,
)
"""How an item of a list begins; a list goes on while its items begin alike."""


def readout(statements: Sequence[Statement], quoted: int) -> bool:
    """Whether a text tells in turn what each party stated, in its own name: cues first, hardly a quotation, no outlet's voice."""
    cued = [s for s in statements if s.cue is not None]
    if len(cued) < 2:
        return False
    closing = sum(1 for s in cued if s.cue is not None and s.cue.closing)
    cued = [s for s in cued if s.cue is not None and not (s.cue.position and s.speaker.kind == "body")]
    parties = sum(1 for s in cued if s.speaker.kind in ("person", "both"))
    return closing <= 0.15 * len(cued) and quoted <= 0.1 * len(cued) and parties >= 0.7 * len(cued)


def quote_of(page: Page, sentence: Sentence) -> Quote | None:
    """The quotation that most of the sentence stands in, None where it does not."""
    best: tuple[int, Quote] | None = None
    for quote in page.quotes:
        if quote.span.start >= sentence.span.end:
            break
        if quote.depth == 0 and quote.inner.overlaps(sentence.span):
            shared = min(quote.inner.end, sentence.span.end) - max(quote.inner.start, sentence.span.start)
            if best is None or shared > best[0]:
                best = (shared, quote)
    if best is None or best[0] < 0.5 * len(sentence.span):
        return None
    words = len(
        page.text[max(best[1].inner.start, sentence.span.start) : min(best[1].inner.end, sentence.span.end)].split()
    )
    return best[1] if words >= 2 else None


def _paper(statement: Statement) -> bool:
    """Whether its cue says that a paper reads so."""
    return statement.cue is not None and statement.cue.source is not None and statement.cue.source.kind == "paper"


class Carrier:
    """Fills the sentences between those that have cues."""

    def __init__(
        self,
        page: Page,
        acts: Acts,
        cued: dict[int, list[Statement]],
        openings: dict[int, tuple[Speaker, bool]],
        told: set[int],
        within: Callable[[Sentence], Speaker | None],
        between: Between,
        issuer: Speaker | None = None,
        after: int | None = None,
    ) -> None:
        """`cued`: statements by number of sentence; `openings`: speakers whom a sentence ending in a colon announces, and whether a verb of
        speech does so; `told`: blocks whose speaker is known from their label; `within`: who speaks by the words of a quoted paper; `between`: who
        acts before a quotation; `issuer`: the body whose statement
        the whole text is by its head, though it never says "we"; `after`: the block after which all is the issuer's that is no other's."""
        self.within, self.between = within, between
        self.after = after
        self.issuer = issuer if issuer is not None and (issuer.kind != "person" or after is not None) else None
        self.page, self.acts, self.cued, self.openings, self.told = page, acts, cued, openings, told
        flat = [s for n in sorted(cued) for s in cued[n]]
        quoted = sum(1 for s in flat if page.quoted(s.content[0]) > 0.5)
        self.readout = readout(flat, quoted)
        both = sum(1 for s in flat if s.speaker.kind == "both")
        self.joint = not quoted and both >= 3 and both >= 0.4 * len(flat)
        self._blocks: dict[int, list[Sentence]] = {}
        for sentence in page.prose:
            self._blocks.setdefault(sentence.block, []).append(sentence)

    def carry(self) -> list[Statement]:
        """The statements that sentences without a cue make, in order."""
        made: list[Statement] = []
        last: Statement | None = None
        last_place = -10
        announced: tuple[Speaker, bool] | None = None
        items: str | None = None
        passed: tuple[Speaker, bool] | None = None
        order = sorted(self._blocks)
        for place, block in enumerate(order):
            if block in self.told:
                continue
            sentences = self._blocks[block]
            opened = self.openings.get(self._blocks[order[place - 1]][-1].number) if place else None
            opened, passed = opened or passed, None
            if len(sentences) == 1 and salutes(self.page, sentences[0].span):
                passed = opened
                continue
            item = _ITEM.match(self.page.text, sentences[0].span.start)
            kind = item.lastgroup if item else None
            goes_on = (kind and kind == items) or (announced and announced[1] and personal(self.page, block))
            announced, items = (opened, kind) if opened else (announced if goes_on else None, items)
            for at, sentence in enumerate(sentences):
                own = self.cued.get(sentence.number)
                if own and last is not None and self._taken_up(own[0], last):
                    taken = self._made(sentence, last.speaker, "voice-position", 0.85)
                    made.append(replace(taken, act=stronger(own[0].act, taken.act)))
                    last, last_place = made[-1], place
                    continue
                if own:
                    last, last_place = own[0], place
                    continue
                if announced is not None and self._opened(sentence, sentences[0], announced[1]):
                    statement: Statement | None = self._made(sentence, announced[0], "opened", 0.85)
                    if announced[0].kind == "both" and announced[1] and statement is not None:
                        statement = replace(statement, act="agree")
                else:
                    before = last if last_place == place else None
                    near = last if last_place >= place - 1 else None
                    statement = self._quoted(sentence, sentences, at, before, near)
                    statement = statement or self._voiced(sentence, sentences, at, before)
                    statement = statement or (self._joint(sentence, near) if self.joint else None)
                    statement = statement or self._issued(sentence)
                if statement is not None:
                    made.append(statement)
                    last, last_place = statement, place
        return made

    def _taken_up(self, own: Statement, last: Statement) -> bool:
        """Whether "China hopes …" right after a person's statement is that person speaking for the country."""
        if last.sentence.number != own.sentence.number - 1 or last.sentence.block != own.sentence.block:
            return False
        if own.cue is None or last.speaker.kind != "person" or own.speaker.kind != "body" or not own.cue.position:
            return False
        code = self.page.desk.country_of(own.speaker.name)
        if code is not None and self.between.country(last.speaker.name) not in (None, code):
            return False
        if (
            not self.readout
            and self.page.desk.country_of(own.speaker.name) is None
            and not own.speaker.name.lower().endswith(" side")
        ):
            return False
        verb = own.cue.token
        aux = [c for c in own.sentence.children(verb) if c.dep == "aux"]
        return verb.tag in ("VBZ", "VBP") or any(c.tag in ("VBZ", "VBP") for c in aux)

    def _opened(self, sentence: Sentence, first: Sentence, by_verb: bool) -> bool:
        """Whether what a colon announces reaches this sentence: all quoted ones, or a paragraph without marks after a verb of speech."""
        if quote_of(self.page, first) is not None:
            return quote_of(self.page, sentence) is not None
        return by_verb

    def _quoted(
        self,
        sentence: Sentence,
        sentences: Sequence[Sentence],
        at: int,
        before: Statement | None,
        near: Statement | None,
    ) -> Statement | None:
        quote = quote_of(self.page, sentence)
        if quote is None or (len(sentences) == 1 and self._headline(sentence, quote)):
            return None
        later = [self.cued[s.number][0] for s in sentences[at + 1 :] if s.number in self.cued]
        for other in (*((before,) if before else ()), *later):
            if any(quote.inner.overlaps(c) for c in other.content):
                return self._reported(sentence, other, "quote-same", 0.95)
        if before is not None:
            return self._reported(sentence, before, "quote-after", 0.9, now=True)
        if later and self.page.quoted(later[0].content[0]) > 0.3:
            return self._made(sentence, later[0].speaker, "quote-before", 0.85)
        if near is not None:
            return self._reported(sentence, near, "quote-paragraph", 0.8, now=True)
        return None

    def _reported(
        self, sentence: Sentence, before: Statement, rule: str, sure: float, now: bool = False
    ) -> Statement | None:
        """A further quoted sentence; of a quoted paper, whoever it says spoke. `now`: a quotation that begins here, which is nobody's
        where it is in doubt who speaks."""
        found = self.within(sentence) if before.via and (before.cue is None or _paper(before)) else None
        speaker = found or (self.between.speaker(sentence, before) if now else before.speaker)
        if speaker is None:
            return None
        made = self._made(sentence, speaker, rule, sure)
        return replace(made, via=before.via) if found else made

    def _headline(self, sentence: Sentence, quote: Quote) -> bool:
        """A line that is a name and its words ("Minister Smith "We shall meet""): a heading within the text."""
        lead = self.page.text[sentence.span.start : quote.span.start].strip()
        tail = self.page.text[quote.span.end : sentence.span.end].strip(" .")
        verbs = any(t.pos in ("VERB", "AUX") and t.end <= quote.span.start for t in sentence.tokens)
        return bool(lead) and not tail and not verbs and not lead.endswith((",", ":", "-"))

    def _voiced(
        self, sentence: Sentence, sentences: Sequence[Sentence], at: int, before: Statement | None
    ) -> Statement | None:
        if len(sentence.tokens) < 4:
            return None
        if self.issuer is not None and any(self._ours(sentence)):
            return self._made(sentence, self.issuer, "issued", 0.85)
        value = own_voice(self.page, sentence)
        if before is not None and before.sentence.number == sentence.number - 1:
            other = self._country(sentence)
            if other and before.speaker.kind == "body" and self.page.desk.country_of(before.speaker.name) and value > 0:
                made = self._made(sentence, Speaker(other, "body", (), 0.8), "joint-position", 0.7)
                if value >= _OTHERS or made.act != "state":
                    return made
            if self.readout and value >= _READOUT:
                return self._made(sentence, before.speaker, "voice-after", 0.8)
            if value >= _NEWS and addressed(self.page, sentence) and not pointing(sentence):
                return self._made(sentence, before.speaker, "voice-after", 0.65)
            if before.cue is not None and before.cue.token.tag == "VBD" and backshifted(self.page, sentence):
                return self._made(sentence, before.speaker, "voice-backshift", 0.55)
        closing = self._closing(sentences[at + 1 :])
        if self.readout or closing is None:
            told = value >= _READOUT
        else:
            told = (value >= _NEWS and addressed(self.page, sentence)) or (
                value >= _READOUT and self.acts.told(sentence, (sentence.span,)) in ("urge", "oppose", "warn", "commit")
            )
        if closing is not None and told and (at == 0 or before is not None):
            return self._made(sentence, closing.speaker, "voice-before", 0.7)
        return None

    def _country(self, sentence: Sentence) -> str | None:
        """The country that is the subject of a sentence."""
        for t in sentence.tokens:
            if t.dep == "nsubj" and t.head != t.i and sentence.tokens[t.head].dep == "ROOT":
                return t.text if self.page.desk.country_of(t.text) is not None else None
        return None

    def _joint(self, sentence: Sentence, near: Statement | None) -> Statement | None:
        """In a joint statement: a country's own position, or what both sides foresee."""
        if near is None or len(sentence.tokens) < 4:
            return None
        head = next(
            (
                t
                for t in sentence.tokens
                if t.dep == "nsubj" and t.head != t.i and sentence.tokens[t.head].dep == "ROOT"
            ),
            None,
        )
        if head is not None and self.page.desk.country_of(head.text) is not None and self._position(sentence):
            name = " ".join(head.text.split())
            return self._made(sentence, Speaker(name, "body", (), 0.8), "joint-position", 0.7)
        foreseen = (verb := finite(sentence)) is not None and verb.tag == "MD"
        told = foreseen or addressed(self.page, sentence)
        if near.speaker.kind == "both" and told and own_voice(self.page, sentence) >= _READOUT:
            return self._made(sentence, near.speaker, "joint-voice", 0.7)
        return None

    def _issued(self, sentence: Sentence) -> Statement | None:
        """In a body's own statement, a sentence that does more than state."""
        if self.issuer is not None and self.after is not None:
            return self._made(sentence, self.issuer, "issued", 0.7) if sentence.block > self.after else None
        if self.issuer is None or len(sentence.tokens) < 4 or self._deed(sentence):
            return None
        made = self._made(sentence, self.issuer, "issued", 0.7)
        return made if made.act not in ("state", "commit") else None

    def _ours(self, sentence: Sentence) -> Iterator[bool]:
        """Words outside quotations by which whoever issued the text speaks of itself."""
        for token in sentence.tokens:
            if token.low in ("we", "our") and not any(q.inner.holds(token.start) for q in self.page.quotes):
                yield True

    def _deed(self, sentence: Sentence) -> bool:
        """Whether a sentence tells what one person named in it did ("President Smith accepted the invitation with pleasure")."""
        root = sentence.root
        named = [c for c in sentence.children(root) if c.dep == "nsubj" and c.ent == "PERSON"] if root else []
        return root is not None and root.tag == "VBD" and bool(named)

    def _position(self, sentence: Sentence) -> bool:
        """Whether a country's sentence in a joint statement is a stance of today, or one denied or offered then."""
        value = own_voice(self.page, sentence)
        denied = any(t.dep == "neg" for t in sentence.tokens)
        return value > -0.4 or (value > -1.4 and (denied or addressed(self.page, sentence)))

    def _closing(self, later: Sequence[Sentence]) -> Statement | None:
        """The cue that stands after its content in the next sentence of the paragraph that has one."""
        for sentence in later:
            own = self.cued.get(sentence.number)
            if own:
                cue = own[0].cue
                return own[0] if cue is not None and cue.closing and self.page.quoted(own[0].content[0]) < 0.3 else None
        return None

    def _made(self, sentence: Sentence, speaker: Speaker, rule: str, sure: float) -> Statement:
        content: tuple[Span, ...] = (sentence.span,)
        confidence = round(sure * speaker.sure, 3)
        return Statement(sentence, speaker, rule, self.acts.told(sentence, content), content, confidence=confidence)
