"""Runs of capitalised words that may name a person, and the signs for and against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.name import PARTICLES
from dragoman.readers.naming.words import Word

_NOT_A_NAME = re.compile(
    r"(?:ministr(?:y|ies)|part(?:y|ies)|universit\w+|institute?|academy|committees?|commission|council|agency|news|times|post|daily|bank|groups?|forum|sea|"
    r"rivers?|islands?|isles?|streets?|avenue|square|hall|palace|hotel|house|centre|center|airport|port|bay|gulf|strait|ocean|mountains?|lake|province|state|states|"
    r"union|league|association|organi[sz]ation|federation|congress|parliament|senate|assembly|court|army|navy|force|forces|guard|command|office|department|"
    r"bureau|embassy|consulate|company|corporation|inc|ltd|corp|co|treaty|agreement|pact|accord|declaration|statement|communique|charter|convention|protocol|act|law|plan|"
    r"strategy|initiative|summit|dialogue|conference|meeting|talks|consultations?|mechanism|war|day|week|month|year|new|north|south|east|west|northern|southern|eastern|western|"
    r"central|international|national|people|peoples|republic|kingdom|government|administration|coalition|alliance|partnership|cooperation|road|belt|region|district|city|county|"
    r"dispatch|kanal|canal|kurier|courier|diario|di\u00e1rio|jornal|gazeta|zeitung|onda|prensa|noticias|monde|figaro|wire|chronicle|observer|ledger|star|sun|mail|twitter|facebook|google|covid|foundation|school|college|church|cathedral|mosque|newspaper|magazine|television|tv|radio|press|journal|herald|tribune|gazette|"
    r"economic|political|foreign|affairs|defense|defence|trade|security|strategic|free|high|level|global|world|african|asian|european|arab|pacific|atlantic|"
    r"christmas|easter|ramadan|olympics?|games|cup|prize|award|fund|project|corridor|bridge|canal|dam|bilateral|trilateral|regional|joint|special|sides?|"
    r"muslims?|christians?|jews|jewish|islamic|catholic|democrats?|republicans?|liberals?|conservatives?|communists?|socialists?)\Z"
)
_SENTENCE_WORDS = frozenset(
    "the a an this that these those it he she they we i you his her its their our in on at as but and or for if when while with to by from of after before both during since there not no also so what "
    "who how why where which both according meanwhile however although though because despite following earlier later last next during under over between among against asked about regarding concerning "
    "answering speaking addressing responding noting welcoming recalling stressing echoing separately then now today both either neither many most some all any each every another other such more "
    "q a question answer yes thank thanks dear ladies gentlemen let please good morning afternoon evening photo source updated published read share one two three four five six seven eight nine ten first second third "
    "outline overview remarks opening summary background participants contact note editor is was are were has have had will would can could should may might must do did does be been being made met".split()
)


@dataclass(slots=True)
class Run:
    """Words `first` to `last` (inclusive) of a sentence that may name a person."""

    words: list[Word]
    first: int
    last: int

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)

    @property
    def person_share(self) -> float:
        """Share of its words that the tagger takes for a person's name."""
        return sum(w.ent == "PERSON" for w in self.words) / len(self.words)

    @property
    def other_share(self) -> float:
        return sum(w.ent not in ("", "PERSON") for w in self.words) / len(self.words)

    @property
    def barred(self) -> bool:
        """One of its words belongs to things, not people."""
        return any(_NOT_A_NAME.match(w.low) for w in self.words)


def _may_name(word: Word) -> bool:
    return (
        word.capital
        and not word.kind
        and word.text[0].isalpha()
        and word.low not in _SENTENCE_WORDS
        and (
            word.tag in ("NNP", "NNPS", "")
            or word.ent == "PERSON"
            or word.tag[:2] in ("NN", "JJ", "FW", "VB", "RB", "UH", "IN", "LS", "CD", "CC", "MD")
        )
    )


def runs(words: Sequence[Word]) -> Iterator[Run]:
    """Every maximal run of words that may be a name, particles inside it included."""
    at = 0
    while at < len(words):
        if not _may_name(words[at]):
            at += 1
            continue
        end = at + 1
        while end < len(words):
            here = words[end]
            if _may_name(here) and _adjoins(words[end - 1], here):
                end += 1
            elif (
                (here.low in PARTICLES and not here.kind)
                and end + 1 < len(words)
                and (
                    _may_name(words[end + 1])
                    or (words[end + 1].low in PARTICLES and end + 2 < len(words) and _may_name(words[end + 2]))
                )
                and here.low not in ("e", "y")
            ):
                end += 2 if _may_name(words[end + 1]) else 3
            elif (
                here.kind in ("place", "demonym", "country")
                and here.length == 1
                and here.ent == "PERSON"
                and words[end - 1].ent == "PERSON"
            ):
                here.kind = ""
                end += 1
            else:
                break
        split = max((i for i in range(at, end) if _NOT_A_NAME.match(words[i].low)), default=at - 1) + 1
        if at < split <= end - 2:
            yield Run(list(words[at:split]), at, split - 1)
            at = split
        yield Run(list(words[at:end]), at, end - 1)
        at = end


def _adjoins(before: Word, here: Word) -> bool:
    return before.text not in (",", ";", ":") and here.start - before.end <= 3
