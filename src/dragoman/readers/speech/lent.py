"""Cues that are nouns of speech with a verb that lends itself to them: "voiced concern", "made it clear", "drew attention to"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.extent import clean
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.readers.speech.source import source
from dragoman.readers.speech.subject import passive, subject
from dragoman.span import Span

_EMPTY = frozenset(
    (
        "remark",
        "statement",
        "comment",
        "mention",
        "reference",
        "case",
        "point",
        "attack",
        "question",
        "issue",
        "exception",
    )
)
_ABOUT = frozenset(("about", "on", "for", "to", "over", "against", "of"))
_LOOSE = frozenset(
    (
        "have",
        "give",
        "show",
        "hold",
        "take",
        "write",
        "post",
        "send",
        "put",
        "share",
        "confirm",
        "note",
        "highlight",
        "see",
    )
)
"""Verbs that report speech only with some of the nouns."""
_TIGHT = frozenset(
    (
        "view",
        "concern",
        "recognition",
        "note",
        "message",
        "understanding",
        "issue",
        "exception",
        "voice",
        "assurance",
        "respect",
        "opinion",
        "reason",
        "assessment",
        "hope",
        "belief",
        "conviction",
        "desire",
        "delight",
        "joy",
        "pleasure",
        "satisfaction",
        "appreciation",
        "gratitude",
        "obstacle",
        "invitation",
        "readiness",
        "willingness",
        "commitment",
    )
)
_CIVIL = frozenset(
    (
        "greeting",
        "greetings",
        "wish",
        "congratulation",
        "congratulations",
        "condolence",
        "condolences",
        "felicitation",
        "apology",
    )
)
"""What is exchanged in words, and not of views."""
_MODALS = frozenset(("will", "may", "might", "could", "should", "must", "can", "shall"))


def _full(sentence: Sentence, noun: Token) -> bool:
    """Whether the noun itself says what it is about: "a statement on trade", "a call to resume talks", "a promise that …"."""
    verb = sentence.head(noun)
    if noun.low in ("issue", "exception") and verb is not None and verb.lemma == "take":
        return any(
            c.low in ("with", "to") and c.i > noun.i for c in (*sentence.children(verb), *sentence.children(noun))
        )
    for child in sentence.children(noun):
        if child.i > noun.i and (child.dep in ("acl", "relcl") or (child.dep == "prep" and child.low in _ABOUT)):
            return True
    return False


def lent(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """A noun of speech with a verb that lends itself to it: "voiced concern", "paid tribute", "drew attention to"."""
    for verb in sentence.tokens:
        light = lexicon.light(verb) if verb.pos == "VERB" else None
        if light is None or any(q.inner.holds(verb.start) for q in page.quotes if q.depth == 0):
            continue
        if light == "attach" and verb.tag != "VBD":
            continue
        if light in ("make", "let"):
            yield from _clear(page, sentence, lexicon, verb)
            yield from _let_know(sentence, lexicon, verb)
        if light == "exchange" and not any(
            c.dep == "dobj" and c.lemma.lower() in _CIVIL for c in sentence.children(verb)
        ):
            continue
        noun = next((c for c in sentence.children(verb) if c.dep == "dobj"), None)
        if noun is None or not 0 < noun.i - verb.i <= 12:  # asked before the verb: "what concerns do you hold"
            continue
        frame = lexicon.nouns.get(noun.low) or lexicon.nouns.get(noun.lemma.lower())
        if frame is None or (frame.frames and light not in frame.frames) or passive(sentence, verb):
            continue
        if (light in _LOOSE and frame.lemma not in _TIGHT) or (frame.lemma in _EMPTY and not _full(sentence, noun)):
            continue
        kids = list(sentence.children(verb))
        if any(c.dep == "aux" and c.low in _MODALS for c in kids):
            continue
        denied = any(c.dep == "neg" for c in kids) or any(c.low in ("no", "little") for c in sentence.children(noun))
        head = subject(sentence, verb)
        said = source(sentence, head, lexicon) if head is not None else None
        if said is None or said.kind == "thing":
            continue
        end = max(sentence.reach(verb).end, noun.end)
        told = any(
            c.dep in ("acl", "ccomp") and any(m.low == "that" for m in sentence.children(c))
            for c in (*sentence.children(noun), *sentence.children(verb))
        )
        yield Cue(
            verb,
            Span(verb.start, noun.end),
            said,
            (Span(noun.start, end),),
            frame.act,
            "noun",
            told,
            negated=denied,
            lemma=light,
        )


def _clear(page: Page, sentence: Sentence, lexicon: Lexicon, verb: Token) -> Iterator[Cue]:
    """ "made it clear that …", "made clear …"."""
    clear = next((t for t in sentence.tokens[verb.i + 1 : verb.i + 5] if t.low in ("clear", "plain", "known")), None)
    if verb.low == "let" and (clear is None or clear.low != "known"):
        return
    head = subject(sentence, verb) if clear is not None else None
    said = source(sentence, head, lexicon) if head is not None else None
    if clear is None or said is None or said.kind == "thing" or passive(sentence, verb):
        return
    content = clean(page.text, Span(clear.end, sentence.span.end)) if clear.end < sentence.span.end else None
    ahead = page.text[sentence.span.start : said.span.start].rstrip()
    if ahead.endswith(",") and len(ahead) > 30:
        content = clean(page.text, Span(sentence.span.start, said.span.start))
    if content is not None:
        yield Cue(verb, Span(verb.start, clear.end), said, (content,), "state", "verb-clause", lemma="say")


def _let_know(sentence: Sentence, lexicon: Lexicon, verb: Token) -> Iterator[Cue]:
    """ "let the envoy know their discomfort": what the other is made to know."""
    known = next((c for c in sentence.children(verb) if c.dep in ("ccomp", "xcomp") and c.lemma == "know"), None)
    told = (
        [c for c in sentence.children(known) if c.dep in ("dobj", "ccomp") and c.i > known.i]
        if known is not None
        else []
    )
    head = subject(sentence, verb) if told else None
    said = source(sentence, head, lexicon) if head is not None else None
    if known is not None and said is not None and said.kind != "thing":
        yield Cue(
            verb, Span(verb.start, known.end), said, (sentence.reach(told[0]),), "state", "verb-clause", lemma="tell"
        )
