"""Who met, as far as two descriptions of an encounter agree on it."""

from __future__ import annotations

from dragoman.record.match.sounding import sounding
from dragoman.record.match.verdict import Features


def who(a: Features, b: Features) -> tuple[float | None, bool]:
    """How much speaks for the same people, None where they are others; and whether it is enough by itself."""
    one, other = dict(a["who"]), dict(b["who"])
    shared = one.keys() & other.keys()
    rest, others = [one[e] for e in sorted(one.keys() - shared)], [other[e] for e in sorted(other.keys() - shared)]
    common, bare, bares = len(shared), sorted(a["bare"]), sorted(b["bare"])
    guessed = 0
    for names in [n for n in rest if rest.count(n) == 1 == others.count(n)]:  # one name, taken for two people
        rest.remove(names)
        others.remove(names)
        guessed += 1
    for names in list(rest):  # "G. Bold" and "Bold Ganzorig"
        fits = [other for other in others if _part(names, other) or _heard(names, other)]
        if len(fits) == 1 and sum(_part(fits[0], one) or _heard(fits[0], one) for one in rest) == 1:
            rest.remove(names)
            others.remove(fits[0])
            guessed += 1
    for names, unknown in ((bare, others), (bares, rest)):
        for name in list(names):
            fits = [words for words in unknown if name in words]
            if len(fits) == 1:
                unknown.remove(fits[0])
                names.remove(name)
                guessed += 1
    for name in sorted(set(bare) & set(bares)):
        bare.remove(name)
        bares.remove(name)
        guessed += 1
    left, right = len(rest) + len(bare), len(others) + len(bares)
    alone = a["kind"] in ("visit", "address")
    if common + guessed >= 2 or (alone and common):
        sure = common >= 2 or alone
        if not left or not right:
            return (1.0 if not left and not right else 0.9), sure
        return 0.7, sure and not alone
    if common + guessed == 1:
        if left and right:
            return None, False
        return 0.5, False
    if (one or a["bare"]) and (other or b["bare"]):
        return None, False
    if set(a["bodies"]) & set(b["bodies"]):
        return 0.6, len(set(a["bodies"]) & set(b["bodies"])) > 1
    return 0.0, False


def foreign(a: Features, b: Features) -> bool:
    """Whether one has a country that the other, which is of two or more, has not."""
    one, other = set(a["countries"]), set(b["countries"])
    return len(one) > 1 and len(other) > 1 and one != other


def received(a: Features, b: Features) -> bool:
    """Whether one and the same receives guests of another office in both, of whom one account names fewer: peers may meet
    twice in a day, by two and by three, while a leader receives a minister once."""
    hosts = set(a["singular"]) & set(b["singular"])
    return len(hosts) > 0 and any(set(of["singular"]) <= hosts for of in (a, b))


def _heard(names: list[str], other: list[str]) -> bool:
    return sounding(names) == sounding(other) != ""


def _part(names: list[str], other: list[str]) -> bool:
    """Whether of two names, as words, the one is part of the other, initials aside."""
    one, two = ({word for word in words if len(word) > 1} for words in (names, other))
    return bool(one and two) and (one <= two or two <= one)
