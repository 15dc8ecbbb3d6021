"""Signs of a person's country in the company they keep: whose delegation they lead, whom they receive, for whom they speak."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.desk.desk import Desk
from dragoman.readers.naming.offices import Phrase
from dragoman.readers.naming.stage import Candidate, Stage, Stand, countries
from dragoman.readers.naming.word import Word

_ENVOY = re.compile(
    r"ambassador|high commissioner|consul general|consul-general|charg[eé] d'affaires|\bconsul\b|head of mission", re.I
)
_GROUPS = frozenset(["delegation", "side", "team", "party", "mission", "contingent"])
_LED = frozenset(
    [
        "led",
        "headed",
        "chaired",
        "represented",
        "included",
        "comprised",
        "comprising",
        "including",
        "by",
        ":",
        "were",
        "was",
        "from",
    ]
)
_STANCE = re.compile(
    r"(?:is|was|stands|stood|remains|remained) (?:\w+ly )?(?:ready|willing|prepared|committed|keen|determined|grateful|pleased)|"
    r"(?:welcomes|welcomed|attaches|attached|appreciates|appreciated|values|intends|intended|looks forward|looked forward|"
    r"would like|wishes to|will|would|rejects|rejected|opposes|opposed|condemns|condemned|regrets|regretted|protests|protested|"
    r"regards|regarded|considers|considered|highly|firmly|strongly|resolutely|consistently|always|has always|supports|supported)\b"
)
_HOLDS = frozenset(
    [
        "opposes", "supports", "welcomes", "rejects", "condemns", "regrets", "believes", "protects", "maintains", "remains", "stands",
        "values", "respects", "attaches", "appreciates", "hopes", "urges", "calls", "upholds", "considers", "expresses", "wants", "wishes",
        "demands", "insists", "firmly", "strongly", "always", "resolutely", "consistently", "advocates", "strives", "follows", "pays",
    ]
)  # fmt: skip
"""What a country does in the words of those who speak for it."""
_WISHES = frozenset(
    [
        "hope",
        "hopes",
        "hoped",
        "urged",
        "urges",
        "asked",
        "demanded",
        "wanted",
        "expects",
        "expected",
        "if",
        "whether",
        "unless",
        "warned",
        "accused",
        "doubted",
        "claimed",
        "fears",
        "feared",
        "should",
        "until",
        "unlikely",
        "believes",
        "expect",
    ]
)
_INCLUDING = frozenset(["including", "include", "included", "includes", "namely", ":"])
_SEVERAL = frozenset(
    ["minister", "official", "leader", "representative", "member", "lawmaker", "legislator", "senator", "dignitary", "diplomat", "executive",
     "delegate", "general", "officer", "politician", "expert", "secretary", "counterpart", "figure"]
)  # fmt: skip
_GROUP = 8
"""Words before "including" among which the group is told."""
_SAID = frozenset(["said", "added", "says", "noted", "stressed"])
_RECEIVED = frozenset(["received", "receives", "audience", "summoned", "met", "meets", "hosted", "welcomed", "saw"])


def delegation(person: Candidate, stage: Stage) -> str | None:
    """ "The Indian delegation was led by Ms. X and the Vietnamese by Mr. Y", "a delegation from the parliament of Peru, led by X"."""
    for stand in stage.of(person):
        words = stage.listed[stand.sentence]
        if led := _from_whence(words, stand, stage):
            return led
        titles = _in_titles(stand.sentence, stage)
        for at in range(stand.first - 1, -1, -1):
            word = words[at]
            if word.kind not in ("country", "demonym") or not word.length or not word.value or at in titles:
                continue
            after = [w.low for w in words[at + word.length : stand.first]]
            noun = after[1] if after[:1] == ["'s"] and len(after) > 1 else after[0] if after else ""
            between = [s for s in stage.stands(stand.sentence) if at < s.first < stand.first]
            if (
                (noun in _GROUPS or noun == "one")
                and not _LED.isdisjoint(after)
                and all(_listed_with(words, s, stand) for s in between)
            ):
                return word.value
            break
        verb = _past_apposition(words, stand)
        after = [w.low for w in words[verb : verb + 6]]
        if after[:2] == [",", "who"]:
            verb, after = verb + 2, after[2:]
        if after[:1] in (["led"], ["headed"], ["leads"], ["heads"]) and not _GROUPS.isdisjoint(after):
            told = [w.value for w in words[verb : verb + 5] if w.kind in ("country", "demonym") and w.length]
            if len(set(told)) == 1:
                return told[0]
    return None


def among(person: Candidate, stage: Stage) -> str | None:
    """One of several told together: "Indonesian ministers and officials, including General X and Mr Y", "their Peruvian counterparts, X and Y"."""
    for stand in stage.of(person)[:1]:
        words = stage.listed[stand.sentence]
        opens = next(
            (
                i
                for i in range(stand.first - 1, 0, -1)
                if words[i].low in _INCLUDING or (words[i].text == "," and words[i - 1].low == "counterparts")
            ),
            None,
        )
        if opens is None or any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in words[opens + 1 : stand.first]):
            continue
        group = words[max(0, opens - _GROUP) : opens]
        whose = [w.value for w in group if w.kind in ("country", "demonym") and w.length and w.value]
        several = [w for w in group if w.low.endswith("s") and w.low.rstrip("s") in _SEVERAL]
        between = {c for at, c in countries(words, stage.desk) if opens < at < stand.first}
        if several and len(set(whose)) == 1 and not between:
            return whose[0]
    return None


def _past_apposition(words: Sequence[Word], stand: Stand) -> int:
    """Where a sentence goes on after a name and the office between commas that may follow it: "X, minister of trade, led"."""
    at = stand.last + 1
    if at < len(words) and words[at].text == ",":
        ends = [
            p.last + 1 for m in stand.person.mentions if m.sentence == stand.sentence for p in m.offices if p.first > at
        ]
        if ends and max(ends) < len(words) and words[max(ends)].text == ",":
            return max(ends) + 1
    return at


def _in_titles(sentence: int, stage: Stage) -> frozenset[int]:
    """Numbers of the words of a sentence that belong to somebody's office: the country there is the office's."""
    return frozenset(
        i
        for s in stage.stands(sentence)
        for m in s.person.mentions
        if m.sentence == sentence
        for p in m.offices
        for i in range(p.first, p.last + 1)
    )


def _from_whence(words: Sequence[Word], stand: Stand, stage: Stage) -> str | None:
    """The one country named between "delegation of" or "from" and the verb by which somebody named after it leads it."""
    group = next((i for i in range(stand.first - 1, -1, -1) if words[i].low in _GROUPS), None)
    if group is None or words[group + 1].low not in ("of", "from"):
        return None
    verb = next((i for i in range(group, stand.first) if words[i].low in ("led", "headed", "chaired")), None)
    if verb is None or any(verb < s.first < stand.first for s in stage.stands(stand.sentence)):
        return None
    between = words[group:verb]
    told = {country for _, country in countries(between, stage.desk)}
    told |= {code for w in between if w.kind == "body" and (code := stage.desk.country_names.get(w.low))}
    return told.pop() if len(told) == 1 else None


def _listed_with(words: Sequence[Word], before: Stand, stand: Stand) -> bool:
    """Whether two names stand in one list: no verb between them."""
    return not any(w.tag in ("VBD", "VBZ", "VBP") and w.low not in _LED for w in words[before.last + 1 : stand.first])


def role_noun(person: Candidate, stage: Stage) -> str | None:
    """ "The Brazilian minister", where only this person can be meant."""
    if not person.official:
        return None
    owned = {(c.country, h) for c in stage.people if c.country for h in c.heads}
    rivals = [c for c in stage.people if c is not person and not c.country and c.heads & person.heads]
    titles = [p.title.lower() for p in person.offices]
    roles = {r for p in person.offices for r in p.roles}
    fitting = {
        country
        for country, noun in stage.nouns
        for head in [noun.rpartition(" ")[2]]
        if head in person.heads
        and (country, head) not in owned
        and (
            noun == head
            or head in titles
            or noun.endswith(" leader")
            or any(f" {noun} " in f" {title} " for title in titles)
            or roles & {o.role for o in stage.desk.titles.get(noun, ())}
        )
    }
    return next(iter(fitting)) if len(fitting) == 1 and not rivals else None


def taken_up(person: Candidate, stage: Stage) -> str | None:
    """ "In Peru he met the country's president, X": the one country named before in the sentence, else in the one before it."""
    for mention in person.mentions:
        words = stage.listed.get(mention.sentence, ())
        for office in mention.offices:
            if not _of_the_country(words, office.first) and not any(
                s.last == office.first - 2 and words[office.first - 1].low == "and" and _of_the_country(words, p.first)
                for s in stage.stands(mention.sentence)
                for m in s.person.mentions
                if m.sentence == mention.sentence
                for p in m.offices
            ):
                continue
            for told in (words[: office.first], stage.listed.get(mention.sentence - 1, ())):
                named = [w.value for w in told if w.kind == "country" and w.length]
                if named:
                    return named[0] if len(set(named)) == 1 else None
            behind = {country for at, country in countries(words, stage.desk) if at > office.last}
            if len(behind) == 1:
                return behind.pop()
    return None


def _of_the_country(words: Sequence[Word], first: int) -> bool:
    """Whether an office that begins here is told as "the country's"."""
    return ["country", "'s"] in (
        [w.low for w in words[first - 2 : first]],
        [w.low for w in words[first - 1 : first + 1]],
        [w.low for w in words[first + 1 : first + 3]],
    )


def accredited(person: Candidate, stage: Stage) -> str | None:
    """An ambassador to one of the two sides is the other's."""
    hosts = [h for p in person.offices if _ENVOY.search(p.title) and (h := _host(p, stage.desk))]
    return next((other for h in hosts if (other := stage.other(h))), None)


def _host(phrase: Phrase, desk: Desk) -> str | None:
    words = phrase.title.split(" to ")
    return desk.country_of(words[-1].removeprefix("the ").strip()) if len(words) > 1 else None


def receives(person: Candidate, stage: Stage) -> str | None:
    """Who receives the ambassador of another country to theirs: "The minister, X, received the Ambassador of Peru to Kenya, Y"."""
    if not person.serves(stage.desk) or any(_ENVOY.search(p.title) for p in person.offices):
        return None
    for stand in stage.of(person)[:1]:
        words = stage.listed[stand.sentence]
        for other in stage.stands(stand.sentence):
            if other.first < stand.last or not other.person.country:
                continue
            inside = [w.low for w in words[stand.last + 1 : other.first]]
            envoys = [p for p in other.person.offices if _ENVOY.search(p.title)]
            hosts = {h for p in envoys if (h := _host(p, stage.desk))}
            if len(hosts) == 1 and not _RECEIVED.isdisjoint(inside) and ";" not in inside:
                return hosts.pop()
    return None


def colleagues(person: Candidate, stage: Stage) -> str | None:
    """Who has Belgian colleagues, in a dispatch about two countries, is of the other."""
    for stand in stage.of(person):
        words = stage.listed[stand.sentence]
        later = next((s.first for s in stage.stands(stand.sentence) if s.first > stand.last), len(words))
        for at in range(stand.last + 1, later - 2):
            if words[at].low in ("his", "her", "their") and words[at + 1].kind == "demonym" and words[at + 1].length:
                noun = words[at + 1 + words[at + 1].length] if at + 1 + words[at + 1].length < len(words) else None
                if noun and noun.low.rstrip("s") in ("colleague", "counterpart", "host", "guest", "interlocutor"):
                    return stage.other(words[at + 1].value)
        after = stage.listed.get(stand.sentence + 1, ())
        if person.official and stage.stands(stand.sentence)[-1].person is person and len(after) > 2:
            facing = after[0].low in ("his", "her") and after[1].kind == "demonym" and after[1].length
            noun = next((w for w in after[1 + after[1].length :]), None)
            if facing and noun and noun.low in ("counterpart", "colleague", "host", "guest"):
                return stage.other(after[1].value)
    return None


def speaks_for(person: Candidate, stage: Stage) -> str | None:
    """The one country whose readiness, thanks, resolve or refusal the person states ("said that Kenya is ready to …"), None where there
    are two or none. What somebody hopes or asks of a country says nothing of whose they are."""
    if not person.official:
        return None
    votes: set[str] = set()
    for stand in stage.of(person):
        if len({s.person.key for s in stage.stands(stand.sentence)}) > 1:
            continue
        for words, i, word in _own_sentences(stand, stage):
            if word.kind not in ("country", "place") or not word.length or not word.value:
                continue
            after = " ".join(w.low for w in words[i + word.length : i + word.length + 4])
            before = {w.low for w in words[:i]}
            opens = i == 0 or words[i - 1].low in ("that", "said", "added", "and", ",", "while", '"', ":")
            if _STANCE.match(after) and not before & _WISHES and opens:
                votes.add(word.value)
    if not votes and len(turned := _in_turns(person, stage)) == 1:
        return turned.pop()
    alone = votes == {country for country, _ in stage.named}
    plain = len(votes) == 1 and (alone or (len(stage.dyad) == 2 and votes <= set(stage.dyad)))
    return votes.pop() if plain else None


def _in_turns(person: Candidate, stage: Stage) -> set[str]:
    """The countries of which the person's own turns tell most often what they hold or intend."""
    told: Counter[str] = Counter()
    for number in person.turns:
        words = stage.listed.get(number, ())
        for i, word in enumerate(words):
            opens = i == 0 or words[i - 1].low in ("that", "and", ",", ":")
            after = words[i + word.length : i + word.length + 1]
            if opens and word.kind == "country" and word.length and word.value and after and after[0].low in _HOLDS:
                told[word.value] += 1
    most = max(told.values(), default=0)
    return {country for country, n in told.items() if n == most}


def _own_sentences(stand: Stand, stage: Stage) -> Iterator[tuple[Sequence[Word], int, Word]]:
    """The words of the sentence that names somebody alone, and of the next where it goes on with "he said" or "she said"."""
    spoken = [stage.listed[stand.sentence]]
    after = stage.listed.get(stand.sentence + 1, ())
    low = [w.low for w in after]
    if not stage.stands(stand.sentence + 1) and any(a in ("he", "she") and b in _SAID for a, b in pairwise(low)):
        spoken.append(after)
    for words in spoken:
        for i, word in enumerate(words):
            yield words, i, word
