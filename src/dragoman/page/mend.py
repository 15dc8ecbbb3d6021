"""Grammar that the parser is known to get wrong, mended before anyone reads it.

Communiqués open with an occasion that names people and go on with a subject in apposition to nobody: "At the invitation of A,
minister of one country, B, minister of another, paid a visit". The parser hangs B on A and leaves the verb without a doer.
"""

from __future__ import annotations

from dragoman.page.page import Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj", "csubjpass"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_HELPING, _HELPERS = frozenset(("aux", "auxpass")), _FINITE | {"MD"}
_NOMINAL = frozenset(("NNP", "NNPS", "NN", "NNS"))


def mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of a sentence, with a subject given to a finite main verb that has none and follows a fronted phrase: the last thing
    that hangs on that phrase behind a comma and reaches to the verb."""
    verb = next((t for t in tokens if t.head == t.i), None)
    if verb is None or verb.i < 4:
        return tokens
    if verb.tag not in _FINITE and not any(
        t.head == verb.i and t.dep in _HELPING and t.tag in _HELPERS for t in tokens
    ):
        return tokens
    if any(t.head == verb.i and t.dep in _SUBJECTS for t in tokens):
        return tokens
    helpers = [t.i for t in tokens if t.head == verb.i and t.dep in (*_HELPING, "neg", "advmod")]
    ahead = next((i for i in range(verb.i - 1, -1, -1) if i not in helpers and tokens[i].text != ","), -1)
    if ahead < 1:
        return tokens
    chain = [ahead]
    while tokens[chain[-1]].head not in (chain[-1], verb.i):
        chain.append(tokens[chain[-1]].head)
    if tokens[chain[-1]].dep != "prep":
        return tokens
    for at in reversed(chain):
        token = tokens[at]
        first = _first(tokens, at)
        if token.dep in ("appos", "conj") and token.tag in _NOMINAL and first > 2 and tokens[first - 1].text == ",":
            changed = token._replace(head=verb.i, dep="nsubj")
            return (*tokens[:at], changed, *tokens[at + 1 :])
    return tokens


def _first(tokens: tuple[Token, ...], at: int) -> int:
    """The first word of what hangs on a word, itself included."""
    below = {at}
    first = at
    for i in range(at - 1, -1, -1):
        above = i
        while tokens[above].head != above and above not in below:
            above = tokens[above].head
        if above not in below:
            break
        first = i
    return first
