"""Whether a word means someone who can be met, or somewhere one can travel to."""

from __future__ import annotations

from dragoman.desk.desk import Desk
from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.company import Company


def somebody(desk: Desk, sentence: Sentence, token: Token, company: Company) -> bool:
    low, lemma = token.low, token.lemma.lower()
    if low in desk.word_set("encounter.unmet") or low in desk.word_set("encounter.bystanders"):
        return False
    if token.pos == "PRON":
        return low not in ("it", "itself", "what", "this", "that", "which")
    if (
        company.person_at(token) is not None
        or lemma in desk.word_set("encounter.officials")
        or low in desk.word_set("encounter.groups")
    ):
        return True
    if low.endswith(("counterpart", "counterparts", "minister", "ministers")):
        return True
    if token.tag in ("NN", "NNS") and any(c.low == "from" and c.i > token.i for c in sentence.children(token)):
        return False  # "received support from X"
    return any(a.kind == "person" for a in company.actors(sentence, token))


def placed_in(token: Token, company: Company, sentence: Sentence, desk: Desk) -> bool:
    if company.person_at(token) is not None:
        return False
    if token.low in ("here", "there"):
        return True
    if token.pos == "PRON":
        return False
    if token.ent in ("GPE", "LOC", "FAC"):
        return True
    if desk.country_of(token.text) or token.low in desk.place_names:
        return True
    if token.low in ("state", "province", "republic", "kingdom") and any(
        c.low == "of" for c in sentence.children(token)
    ):
        return True
    if token.low in ("country", "capital", "city", "region", "island", "islands", "countries", "nation", "nations"):
        return True
    if any(p.code and p.kind == "country" and p.span.start <= token.start < p.span.end for p in company.named):
        return True
    whole = " ".join(t.text for t in sentence.subtree(token) if t.dep in ("compound", "det", "amod") or t.i == token.i)
    whole = whole.removeprefix("the ").removeprefix("The ")
    if desk.country_of(whole) or whole.lower() in desk.place_names:
        return True
    return (
        token.tag == "NNP"
        and token.ent in ("", "PERSON", "ORG")
        and token.lemma.lower() not in desk.word_set("encounter.officials")
        and len(token.text) > 2
        and not token.text.isupper()
    )


def house(desk: Desk, token: Token) -> bool:
    """Whether a word names an assembly before which one speaks."""
    houses = desk.word_set("encounter.houses")
    return token.low in houses or token.lemma.lower() in houses
