"""What a release in the first person says beside its sender's own stance: what both sides agreed, and what only happened."""

from __future__ import annotations

import re

from dragoman.page.page import Page
from dragoman.readers.speech.authored import Author
from dragoman.readers.speech.statement import Statement
from dragoman.readers.speech.turns import Turn

_JOINTLY = re.compile(
    r"(?:(?:[A-Z][\w.'-]*,? ){1,6}and I|We(?: both)?|Both of us)(?: have| had| also| further| both){0,2} "
    r"(?:agreed|decided|resolved|concluded|committed ourselves)\b"
)
_SAID = re.compile(
    r"\b(?:I|my)\b.{0,60}\b(?:announc|reaffirm|reiterat|stress|express|highlight|underlin|underscor|emphasi|reinforc|convey|told|said"
    r"|made (?:it )?clear|assur|thank|look forward|believe|confident|pleased|delighted|honou?red|grateful|congratulat)",
    re.S,
)
"""What a sender reports to have said."""


def jointly(page: Page, at: int, turn: Turn, theirs: Author | None) -> bool:
    """Whether the sentence that begins at a character of a text by one author tells what both sides agreed: "Dr Holm and I agreed
    that …"."""
    return theirs is not None and bool(theirs.blocks) and turn.label is None and bool(_JOINTLY.match(page.text, at))


def _of_another(page: Page, said: Statement) -> bool:
    """Whether a sentence tells what somebody else will do, and not what "we" or a state will."""
    tokens = said.sentence.tokens
    if any(t.low in ("we", "our", "i") for t in tokens):
        return False
    root = said.sentence.root
    subject = next((c for c in said.sentence.children(root) if c.dep == "nsubj"), None) if root is not None else None
    return subject is not None and page.desk.country_of(subject.text) is None


def narrates(page: Page, said: Statement, turn: Turn, theirs: Author | None) -> bool:
    """Whether a sentence of a release only tells what happened: no stance in it, and nothing that its sender says to have said."""
    if theirs is None or not theirs.release or turn.label is not None:
        return False
    if said.act != "state" and not (said.act == "commit" and theirs.speaks_for and _of_another(page, said)):
        return False
    return not _SAID.search(said.sentence.span.of(page.text))
