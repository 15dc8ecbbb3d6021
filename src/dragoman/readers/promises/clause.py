"""Parts of a clause by the parse: its subject, its helping verbs, the infinitive or gerund it governs."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token

_CLAUSES = frozenset(("ROOT", "ccomp", "conj", "parataxis"))


_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a verb: its own, else that of the verb it is coordinated with or completes."""
    own = [t for t in sentence.children(verb) if t.dep in _SUBJECTS]
    if own:
        before = [t for t in own if t.i < verb.i]
        return before[-1] if before else own[0]
    if verb.dep in ("conj", "xcomp", "dep") and verb.head != verb.i:
        above = sentence.tokens[verb.head]
        return subject_of(sentence, _reported_before(sentence, above, verb) or above)
    if verb.dep == "advcl" and verb.tag == "VBG" and verb.head != verb.i:
        return subject_of(sentence, sentence.tokens[verb.head])
    return None


def _reported_before(sentence: Sentence, above: Token, verb: Token) -> Token | None:
    """The clause that a verb goes on with though it is taken to be coordinated with the word that reports it: "said she was ill and
    would come later"."""
    if verb.dep != "conj" or above.tag != "VBD" or not any(t.tag == "MD" for t in auxiliaries(sentence, verb)):
        return None
    clauses = [t for t in sentence.children(above) if t.dep == "ccomp" and above.i < t.i < verb.i]
    return clauses[-1] if clauses else None


def auxiliaries(sentence: Sentence, verb: Token) -> list[Token]:
    return [t for t in sentence.children(verb) if t.dep in ("aux", "auxpass")]


def is_finite(sentence: Sentence, verb: Token) -> bool:
    """Said as done or holding, not as possible or wished: neither an infinitive nor under "could", "may" or "must"."""
    helpers = auxiliaries(sentence, verb)
    if any(t.tag in ("MD", "TO") for t in helpers):
        return False
    if verb.tag in ("VBD", "VBZ", "VBP"):
        return True
    if verb.tag in ("VB", "VBN") and not helpers and verb.dep in _CLAUSES:
        # a present or past taken for a bare form or a participle: "we reaffirm", "welcome it and commit to"
        if any(t.dep == "nsubj" and t.i < verb.i for t in sentence.children(verb)):
            return True
        above = sentence.head(verb)
        told = {"VB": "VBP", "VBN": "VBD"}[verb.tag]  # "emphasized the need and resolved to"
        if verb.dep == "conj" and above is not None and above.tag == told:
            return not auxiliaries(sentence, above)
    if verb.tag == "VBN" and not helpers and headless(sentence, verb):
        return True
    return verb.tag == "VBN" and any(t.lemma in ("have", "be", "'ve", "get") for t in helpers)


def headless(sentence: Sentence, verb: Token) -> bool:
    """The verb with which a line of a list begins, its doer told above the list: "Pledged 90 million for the port"."""
    if verb.tag not in ("VBN", "VBD") or verb.dep != "ROOT" or not verb.text[:1].isupper():
        return False
    return all(t.pos in ("PUNCT", "SYM", "X", "SPACE") for t in sentence.tokens[: verb.i])


def infinitive(sentence: Sentence, word: Token) -> Token | None:
    """The verb of an infinitive with "to" below a word."""
    for child in sentence.children(word):
        if child.dep in ("xcomp", "advcl", "acl", "ccomp", "relcl", "conj") and child.tag in ("VB", "VBN"):
            helpers = [t for t in sentence.children(child) if t.dep == "aux"]
            if any(t.low == "to" for t in helpers):
                return child
    return None


def gerund(sentence: Sentence, word: Token, prepositions: tuple[str, ...]) -> Token | None:
    """The verb in -ing after one of the prepositions below a word: "on launching", "to advancing"."""
    for child in sentence.children(word):
        if child.dep == "prep" and child.low in prepositions:
            for verb in sentence.children(child):
                if verb.dep == "pcomp" and verb.tag == "VBG":
                    return verb
    return None


def content_clause(sentence: Sentence, verb: Token, modals: frozenset[str]) -> Token | None:
    """The clause that a verb governs, where it speaks of what is to be done."""
    for child in sentence.children(verb):
        if child.dep == "ccomp":
            helpers = auxiliaries(sentence, child)
            if any(t.low in modals for t in helpers) or (child.lemma == "continue" and child.tag == "VBP"):
                return child  # "affirmed that the two continue to work closely"
            if child.tag in ("VB", "VBN") and _bare(sentence, child, helpers):
                return child
    return None


def _bare(sentence: Sentence, clause: Token, helpers: list[Token]) -> bool:
    """The subjunctive of what is settled: "agreed that the next round be held"."""
    if not any(t.low == "that" and t.dep == "mark" for t in sentence.children(clause)):
        return False
    return bool(helpers) and all(t.low == "be" for t in helpers)
