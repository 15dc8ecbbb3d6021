"""Who said what, to the sentence: one attribution for each sentence whose content the text gives to a speaker.

First the cues of each sentence are read, then what goes on without one: quotations that run over sentences and paragraphs, and, in
a text that tells in turn what each party stated, the sentences that stay in a speaker's voice. In doubt a sentence is the reporter's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.page.page import Page
from dragoman.readers.found import Found
from dragoman.readers.speech.act import Acts
from dragoman.readers.speech.authored import author
from dragoman.readers.speech.between import Between
from dragoman.readers.speech.carried import Carrier
from dragoman.readers.speech.cast import Cast
from dragoman.readers.speech.cued import cued, within
from dragoman.readers.speech.lexicon import lexicon
from dragoman.readers.speech.linear import opening
from dragoman.readers.speech.released import jointly, narrates
from dragoman.readers.speech.speaker import Speaker
from dragoman.readers.speech.statement import Statement
from dragoman.readers.speech.turns import Turn, filler, turns
from dragoman.reading import BOTH_SIDES, Attribution, Mode
from dragoman.when import When

NEEDS = ("people", "dating")
YIELDS = ("attributions",)

_WORDS = 3
"""A quoted phrase of fewer words is a turn of phrase and leaves its sentence indirect."""


def read(page: Page, found: Found) -> Iterator[Attribution]:
    """Attributions in the order of the text; of two in one sentence the main one first. Headings are never evidence."""
    known = frozenset(at for person in found.people for span in person.mentions for at in range(span.start, span.end))
    words = replace(lexicon(page.desk), known=known)
    published = found.dating.published
    cast = Cast(page, found.people, words, When.parse(published) if published else None)
    acts = Acts(page, words)
    theirs = author(page, found.people)
    told = turns(page, found.people, theirs)
    by_number: dict[int, list[Statement]] = {}
    openings: dict[int, tuple[Speaker, bool]] = {}
    for sentence in page.prose:
        turn = told.get(sentence.block)
        if turn is not None and filler(sentence.span.of(page.text), sentence.tokens):
            continue
        if turn is not None:
            if jointly(page, sentence.span.start, turn, theirs):
                turn = replace(turn, speaker=BOTH_SIDES, kind="both")
            said = _turn(acts, page, sentence.number, turn)
            if not narrates(page, said, turn, theirs):
                by_number[sentence.number] = [said]
                cast.told.spoke.append((sentence.number, said.speaker))
                continue
            if theirs is None or not theirs.speaks_for:
                continue
        announced = opening(page, sentence, words)
        if announced is not None and (speaker := cast.resolve(announced[0], sentence, "state")) is not None:
            openings[sentence.number] = (speaker, announced[1])
        statements = cued(page, sentence, words, cast, acts)
        if announced is not None and announced[1]:
            statements = [s for s in statements if s.rule != "parenthesis"]  # only a when and where before "he said:"
        if statements:
            by_number[sentence.number] = statements
            cast.told.spoke.extend((sentence.number, s.speaker) for s in statements)
    issuer = Speaker(theirs.name, theirs.kind, (), 0.85) if theirs is not None and not theirs.blocks else None
    carrier = Carrier(
        page, acts, by_number, openings, set(told), lambda s: within(page, s, words, cast), Between(page, cast.placed), issuer,
        theirs.after if theirs is not None else None,
    )  # fmt: skip
    for statement in carrier.carry():
        by_number[statement.sentence.number] = [statement]
    for number in sorted(by_number):
        for statement in by_number[number]:
            yield _attribution(page, statement)


def _turn(acts: Acts, page: Page, number: int, turn: Turn) -> Statement:
    sentence = page.sentences[number]
    content = (sentence.span,)
    speaker = Speaker(turn.speaker, turn.kind, (turn.speaker,) if turn.kind == "person" else ())
    return Statement(
        sentence,
        speaker,
        "turn",
        acts.told(sentence, content),
        content,
        None,
        turn.label,
        confidence=0.95,
        direct=turn.verbatim,
    )


def _mode(page: Page, statement: Statement) -> Mode:
    if statement.direct:
        return "direct"
    letters = quoted = longest = 0
    for span in statement.content:
        size = sum(c.isalnum() for c in page.text[span.start : span.end])
        letters += size
        quoted += round(page.quoted(span) * size)
    for quote in page.quotes:
        if quote.inner.overlaps(statement.sentence.span):
            longest = max(longest, len(quote.inner.of(page.text).split()))
    share = quoted / letters if letters else 0.0
    if share >= 0.9:
        return "direct"
    if quoted and (longest > _WORDS or share > 0.3):
        return "mixed"
    return "indirect"


def _attribution(page: Page, statement: Statement) -> Attribution:
    cue = statement.cue
    mention = statement.mention
    raw = page.dispatch.text
    return Attribution(
        evidence=statement.sentence.span,
        rule=statement.rule,
        confidence=statement.confidence,
        speaker=statement.speaker.name,
        mode=_mode(page, statement),
        act=statement.act,
        mention=" ".join(mention.of(raw).split()) if mention else None,
        cue=cue.span if cue else None,
        source=mention,
        content=statement.content,
        speakers=statement.speaker.names if len(statement.speaker.names) > 1 else (),
        via=statement.via,
        nested=statement.nested,
        target=" ".join(cue.target.of(raw).split()) if cue and cue.target else None,
    )
