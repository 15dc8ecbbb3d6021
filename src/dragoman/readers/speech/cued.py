"""The statements of one sentence that has cues of its own: which is the main one, which stand inside it, who reports it."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.page.page import Page, Sentence
from dragoman.readers.speech.act import Acts, stronger
from dragoman.readers.speech.agentless import agentless
from dragoman.readers.speech.cast import Cast
from dragoman.readers.speech.cue import MINDS, Cue
from dragoman.readers.speech.deed import JOINT, deed
from dragoman.readers.speech.lent import lent
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.readers.speech.linear import linear
from dragoman.readers.speech.mooded import mooded
from dragoman.readers.speech.outlets import outlet
from dragoman.readers.speech.phrasal import phrasal
from dragoman.readers.speech.source import kind_of, source
from dragoman.readers.speech.speaker import Speaker
from dragoman.readers.speech.statement import Statement
from dragoman.readers.speech.subject import own
from dragoman.readers.speech.verbal import verbal
from dragoman.reading import BOTH_SIDES
from dragoman.span import Span

_RELAYS = frozenset(
    ("official", "officials", "aide", "aides", "source", "sources", "person", "people", "diplomat", "diplomats")
)
_ADDRESSED = re.compile(
    r"(?:mr\.?|mister|madam|mme) (?:\w+ )?(?:president|chair\w*|speaker|minister|secretary|chancellor)"
)
"""How a speaker addresses somebody."""
_SELVES = frozenset(("itself", "himself", "herself", "themselves"))
_OURS = re.compile(r"\b(?:from|on) (?:our|the \w+) side\b")
"""With this one side only says what no speaker is told of."""
_PRIOR = {
    "verb-clause": 0.95, "verb-quote": 0.95, "quote-verb": 0.96, "clause-verb": 0.95, "parenthesis": 0.92, "verb-rest": 0.75, "quoted-as": 0.92,
    "according-to": 0.93, "in-words-of": 0.85, "as-put": 0.85, "noun": 0.85,
    "for": 0.7, "mood": 0.75,
    "as-said": 0.85, "agentless": 0.85, "passive": 0.7, "verb-infinitive": 0.85,
    "verb-object": 0.8, "verb-phrase": 0.8, "verb-xcomp": 0.8, "verb-oprd": 0.75, "colon": 0.85,
}  # fmt: skip


def cues(page: Page, sentence: Sentence, lexicon: Lexicon) -> list[Cue]:
    """All cues of a sentence, by place, one for each head word."""
    found: dict[int, Cue] = {}
    for reader in (phrasal, lent, verbal, mooded, agentless):
        for cue in reader(page, sentence, lexicon):
            found.setdefault(cue.token.i, cue)
    for cue in linear(page, sentence, lexicon):
        if not any(c.overlaps(cue.content[0]) for other in found.values() if other.clause for c in other.content):
            found.setdefault(cue.token.i, cue)
    return [found[i] for i in sorted(found)]


def _inside(inner: Cue, outer: Cue) -> bool:
    if inner.token.i == outer.token.i:
        return False
    holds = any(span.holds(inner.token.start) for span in outer.content)
    if not holds:
        return False
    back = any(span.holds(outer.token.start) for span in inner.content)
    return (
        not back
        or (outer.closing and not inner.closing)
        or (outer.closing == inner.closing and outer.token.i > inner.token.i and outer.closing)
    )


def _office(cue: Cue, speaker: Speaker) -> bool:
    """Whether an institution or someone who speaks for it or of it says it: they then pass on what another said."""
    if cue.source is None:
        return False
    relays = cue.source.head.low.startswith("spokes") or cue.source.head.low in _RELAYS
    return speaker.kind in ("body", "role", "many") or relays


def _passes_on(cue: Cue, speaker: Speaker) -> bool:
    """Whether a body that is named last only passes on what another said ("…, the minister said, Norwire reports")."""
    return speaker.kind == "body" and cue.lemma in ("report", "write", "quote", "cite", "relay", "learn")


def _finite(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb cue tells of something said, and not of what is to be."""
    verb = cue.token
    return (
        verb.pos != "VERB" or verb.tag != "VB" or any(c.dep == "aux" for c in sentence.children(verb) if c.low != "to")
    )


def _readout(page: Page, cue: Cue, speaker: Speaker | None) -> bool:
    """Whether the two sides' own account, without a quotation, tells what they discussed."""
    return speaker is not None and speaker.kind == "both" and cue.token.tag == "VBD" and not page.quotes


def _received(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a guest is welcomed to a place, and nothing praised."""
    kids = list(sentence.children(cue.token)) if cue.lemma == "welcome" else []
    guest = next((c for c in kids if c.dep == "dobj"), None)
    if guest is None or kind_of(guest, lexicon) not in ("name", "people"):
        return False
    to = (c for c in kids if c.low == "to" and c.dep in ("prep", "dative"))
    return any(t.ent in ("GPE", "LOC", "FAC") for c in to for t in sentence.children(c))


def _done(page: Page, sentence: Sentence, cue: Cue, speaker: Speaker) -> bool:
    """Whether a cue tells what one party did and not what it said: what a state alone agreed to do, what it calls itself."""
    if cue.rule == "verb-infinitive" and cue.lemma == "agree":
        return speaker.kind == "body" and page.desk.country_of(speaker.name) is not None
    return cue.rule == "verb-oprd" and any(c.low in _SELVES for c in sentence.children(cue.token))


def _told(page: Page, sentence: Sentence, cue: Cue, inner: list[tuple[Cue, Speaker]]) -> tuple[Cue, Speaker] | None:
    """The statement of a person or of both sides that all of a closing report's content is."""
    for below, speaker in inner:
        if (
            below.rule == "agentless"
            or speaker.kind not in ("person", "both")
            or below.closing
            or below.lemma in MINDS
            or outlet(page, below, speaker)
        ):
            continue
        first = below.token
        while (
            cue.token.i > first.i
            and first.dep == "conj"
            and sentence.tokens[first.head].pos == "VERB"
            and own(sentence, first) is None
        ):
            first = sentence.tokens[first.head]
        above = [t for t in sentence.ancestors(first) if t.i != cue.token.i and t.dep not in ("conj",)]
        if below.token.dep in ("ccomp", "ROOT", "parataxis", "conj") and not any(
            t.pos in ("VERB", "AUX") for t in above
        ):
            return below, speaker
    return None


def cued(page: Page, sentence: Sentence, lexicon: Lexicon, cast: Cast, acts: Acts) -> list[Statement]:
    """The statements that the cues of a sentence make, the main one first; one for each speaker."""
    found = cues(page, sentence, lexicon)
    if not found or (len(found) == 1 and _received(sentence, found[0], lexicon)):
        return []
    resolved: list[tuple[Cue, Speaker]] = []
    for cue in found:
        if cue.source is None:
            if not _OURS.search(page.low, sentence.span.start, cue.token.start):
                resolved.append((cue, Speaker(BOTH_SIDES, "both", (), 0.8)))
            continue
        if _ADDRESSED.fullmatch(page.low, cue.source.span.start, cue.source.span.end):
            continue
        act = "agree" if cue.act == "agree" or cue.lemma in JOINT else cue.act
        speaker = cast.resolve(cue.source, sentence, act)
        if speaker is not None and cue.lemma in ("agree", "concur"):
            speaker = cast.sides.with_other(speaker, cue, sentence) or speaker
        if speaker is not None and cast.sides.mutual(speaker, cue, sentence):
            speaker = Speaker(BOTH_SIDES, "both", speaker.names, 0.8)
        topics = speaker is not None and cue.lemma in ("speak", "talk") and cue.rule == "verb-phrase"
        if cue.lemma == "discuss" and cue.rule == "verb-object" and not _readout(page, cue, speaker):
            continue
        many = cue.source.head.low == "they" or (speaker is not None and speaker.kind == "both")
        if speaker is not None and topics and (many or len(speaker.names) > 1):
            continue
        if (
            speaker is not None
            and not (cue.lemma == "decide" and speaker.kind != "both")
            and not _done(page, sentence, cue, speaker)
        ):
            resolved.append((cue, speaker))
    outer = [(c, s) for c, s in resolved if not any(_inside(c, o) for o, _ in resolved if o is not c)]
    statements: list[Statement] = []
    root = sentence.root
    for cue, speaker in sorted(outer, key=lambda p: (not (p[0].closing or p[0].token is root), p[0].token.i)):
        inner = [(c, s) for c, s in resolved if c is not cue and _inside(c, cue)]
        via: str | None = None
        paper = cue.rule == "according-to" and cue.source is not None and cue.source.kind == "paper"
        if cue.closing and (outlet(page, cue, speaker) or paper or _passes_on(cue, speaker)):
            told = [(c, s) for c, s in inner if s.kind != "both" and _finite(sentence, c) and not outlet(page, c, s)]
            below = next(((c, s) for c, s in told if not any(_inside(c, o) for o, _ in told if o is not c)), None)
            below = below or _told(page, sentence, cue, inner)
        else:
            below = _told(page, sentence, cue, inner) if cue.closing and _office(cue, speaker) else None
        if cue.source is None:
            below = next(((c, s) for c, s in inner if s.kind == "person"), None)
        if speaker.kind in ("body", "many") and " " not in speaker.name:
            fuller = (s for _, s in inner if s.kind == "body" and s.name.lower().endswith(f" {speaker.name.lower()}"))
            speaker = next(fuller, speaker)
        if below is not None:
            via = speaker.name if cue.source is not None else None
            if speaker.kind == "body":
                cast.told.bodies.append((sentence.number, speaker))
            cue, speaker = replace(below[0], content=_shared(below[0].content, cue.content)), below[1]
            inner = [(c, s) for c, s in resolved if c is not cue and _inside(c, cue)]
        if cue.via is not None and (by := cast.called.name(cue.via)):
            via = by
        reported: Speaker | None = None
        issued = cue.source is not None and (cue.source.kind == "paper" or speaker.kind == "body")
        if issued and speaker.kind != "role" and page.quoted(cue.content[0]) > 0.5:
            reported = within(page, sentence, lexicon, cast)
            paper = cue.source is not None and cue.source.kind == "paper" and speaker.kind != "person"
            if reported is not None and not paper:
                reported = None  # who quotes what both sides did speaks of them
            if reported is not None:
                via, speaker = speaker.name, reported
        reading = cue
        if cue.source is not None and cue.source.kind == "paper" and via is None and not cue.closing:
            below = next(
                (
                    (c, s)
                    for c, s in inner
                    if s.kind in ("both", "person", "body")
                    and (speaker.kind == "role" or (c.token.head == cue.token.i and c.token.dep == "ccomp"))
                ),
                None,
            )
            if below is not None:
                speaker = below[1]
                reading = below[0] if below[0].act != "state" else cue
                inner = [(c, s) for c, s in resolved if c is not below[0] and _inside(c, below[0])]
        act = deed(acts, cast, sentence, reading, speaker, inner)
        if reported is not None and reported.kind == "both":
            act = stronger(act, "agree") if act in ("warn", "oppose", "concern") else "agree"
        same = next((i for i, s in enumerate(statements) if s.speaker.name == speaker.name), None)
        if same is not None:
            before = statements[same]
            statements[same] = Statement(
                sentence, before.speaker, before.rule, stronger(before.act, act), _merged(before.content, cue.content), before.cue, before.mention,
                before.via or via, False, before.confidence,
            )  # fmt: skip
            continue
        if via is not None:
            cast.told.outlets.append(via)
        mention = cue.source.span if cue.source else None
        prior = _PRIOR.get(cue.rule, 0.7) * speaker.sure
        statements.append(
            Statement(sentence, speaker, cue.rule, act, cue.content, cue, mention, via, False, round(prior, 3))
        )
    main = {name for s in statements for name in (s.speaker.name, s.via)}
    for cue, speaker in resolved:
        if (
            speaker.kind == "person"
            and speaker.name not in main
            and cue.clause
            and cue.source is not None
            and statements
        ):
            main.add(speaker.name)
            sure = round(0.6 * _PRIOR.get(cue.rule, 0.7) * speaker.sure, 3)
            act = deed(acts, cast, sentence, cue, speaker, [])
            statements.append(
                Statement(sentence, speaker, cue.rule, act, cue.content, cue, cue.source.span, None, True, sure)
            )
    return statements


def within(page: Page, sentence: Sentence, lexicon: Lexicon, cast: Cast) -> Speaker | None:
    """Who speaks by the words of a quoted paper: "The sides stressed …" in the statement of a ministry."""
    for quote in page.quotes:
        if quote.depth or not quote.inner.overlaps(sentence.span):
            continue
        words = [t for t in sentence.tokens if quote.inner.holds(t.start)]
        verb = next((t for t in words if t.tag in ("VBD", "VBZ", "VBP") and t.pos == "VERB"), None)
        if verb is None or (lexicon.verb(verb) is None and lexicon.light(verb) is None):
            return None
        head = own(sentence, verb)
        said = source(sentence, head, lexicon) if head is not None and quote.inner.holds(head.start) else None
        if said is None or said.kind not in ("name", "people"):
            return None
        speaker = cast.resolve(said, sentence, "agree")
        return speaker if speaker is not None and speaker.kind in ("both", "person", "body") else None
    return None


def _shared(first: tuple[Span, ...], second: tuple[Span, ...]) -> tuple[Span, ...]:
    """The parts of the first spans that lie in the second; the first where none does."""
    parts = [Span(max(a.start, b.start), min(a.end, b.end)) for a in first for b in second if a.overlaps(b)]
    return tuple(parts) or first


def _merged(first: tuple[Span, ...], second: tuple[Span, ...]) -> tuple[Span, ...]:
    spans = sorted((*first, *second))
    kept: list[Span] = []
    for span in spans:
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)
