"""What a government does among its own people, and what teams do: no other state is promised anything by it."""

from __future__ import annotations

from dragoman.page.page import Page, Sentence
from dragoman.readers.meeting.parties import parties
from dragoman.readers.promises.bound import Bound
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.readers.promises.predicate import Predicate

_FORMS = frozenset(("will", "would", "plan", "vow", "present"))


def at_home(page: Page, words: Lexicon, sentence: Sentence, predicate: Predicate, who: Bound) -> bool:
    """Wages, pensions and terms of office, plans of games; never where the clause names another country or binds several."""
    if who.joint or len(who.countries) > 1 or predicate.form not in _FORMS:
        return False
    subject = predicate.subject
    if subject is not None and any(t.low in words.sports for t in sentence.subtree(subject)):
        return True
    themes = [t for t in sentence.children(predicate.deed) if t.dep == "dobj"]
    themes += [subject] if subject is not None and predicate.passive else []
    if not any({t.low, t.lemma.lower()} & words.home for t in themes):
        return False
    named = parties(page.text, sentence.reach(predicate.head), page.desk)
    return not {p.code or p.name for p in named} - set(who.countries)
