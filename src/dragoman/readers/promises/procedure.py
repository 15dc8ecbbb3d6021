"""What a speaker does with the hour itself, which is no undertaking: "I'll take two questions", "we'll continue the briefing"."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token
from dragoman.readers.promises.lexicon import Lexicon


def of_procedure(sentence: Sentence, deed: Token, words: Lexicon) -> bool:
    """What a speaker does with the hour itself: "I'll take two questions", "I will let her answer", "we'll continue the briefing"."""
    if deed.lemma in ("let", "kick") or (
        deed.lemma in ("turn", "hand", "stop", "pass", "open") and _here(sentence, deed)
    ):
        return True
    below = list(sentence.children(deed))
    if deed.lemma == "look" and any(t.low == "forward" for t in below):
        return True
    if deed.lemma in ("talk", "speak") and any(t.low == "about" for t in below):
        return True
    if deed.lemma == "go" and any(t.low in ("ahead", "back", "forth", "through", "over", "around") for t in below):
        return True
    if deed.lemma == "do" and any(t.dep == "dobj" and t.low in ("this", "that", "it") for t in below):
        return True
    return deed.lemma in words.chair and any(t.dep == "dobj" and t.lemma in words.hour for t in sentence.children(deed))


def _here(sentence: Sentence, deed: Token) -> bool:
    return any(t.low in ("it", "there", "over", "floor", "up") for t in sentence.children(deed))
