"""A new desk's folder, to be filled in: each kind with one entry that shows its shape and is marked to be replaced."""

from __future__ import annotations

import re
from pathlib import Path

from dragoman.desk import pack
from dragoman.errors import DeskError

_FILES = {
    "desk.yaml": """\
# The relationship this desk keeps. `sides`: ISO 3166-1 alpha-3. `uses`: packs it builds on.
id: {id}
title: {title}
sides: [{sides}]
uses: [world, en]
""",
    "people.yaml": """\
# Who holds which office, and since when. Dates at the precision you know: 2023-03-11, 2023-03 or 2023, both ends inclusive;
# no `to` means still in office. Roles are the ids of the language pack's offices (`dragoman desk show en`).
people: []
#  - id: ann-example
#    name: Ann Example
#    family: Example
#    given: Ann
#    names: {{}}                 # in other languages, {{ja: …, ko: …}}
#    also: []                  # other spellings
#    misread: []               # - {{form: Anne Exampel, because: usual slip of machine translation}}
#    country: {first}
#    tenures:
#      - {{role: foreign-minister, title: Foreign Minister, from: 2023-03-11, to: 2024-09-30}}
""",
    "mechanisms.yaml": """\
# Recurring series with their sessions. A blank in a pattern is any white space; every entry matches its examples and none of `not`.
mechanisms: []
#  - id: example-dialogue
#    name: Example Dialogue
#    level: ministers          # leaders, ministers, parties, parliaments, officials or forums
#    patterns: ['example dialogue']
#    examples: [the third Example Dialogue]
#    not: [an example of dialogue]
#    hosts: alternate
#    sessions:
#      - {{number: 1, date: 2019-04-14, place: {capital}, host: {first}, chairs: [ann-example], source: where you have it from}}
""",
    "instruments.yaml": """\
# Treaties, joint statements, schemes: by name, with dates.
instruments: []
#  - id: example-treaty
#    name: Example Treaty
#    date: 1998-11-26
#    countries: [{sides}]
#    patterns: ['example treaty']
#    examples: [under the Example Treaty]
""",
    "issues.yaml": """\
# What the two sides talk about. The general issues stand in `world`.
issues: []
#  - id: example-fisheries
#    label: fishing rights in the Example Bay
#    patterns: ['fishing (?:rights|quotas|boats)']
#    examples: [a dispute over fishing quotas]
""",
    "formulas.yaml": """\
# Set phrases: fixed wordings with political weight. `forms` tell wordings apart where the difference matters.
formulas: []
#  - id: example-partnership
#    label: partnership for the future
#    patterns: ['future-oriented (?:partnership|relationship)']
#    examples: [build a future-oriented partnership]
#    names: {{}}                 # en-{first}: …, en-{second}: …
""",
    "outlets.yaml": """\
# Who publishes about the two, and whose they are.
outlets: []
#  - id: example-gazette
#    name: Example Gazette
#    country: {first}
#    kind: newspaper
#    hosts: [gazette.example]
""",
}


def new(name: str, where: Path, sides: tuple[str, str]) -> Path:
    """Writes the folder `where/name` and returns it. DeskError where it exists, the id is no id, or a side is unknown."""
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
        raise DeskError(name, "is no desk id", "use small letters, digits and hyphens, such as korea-japan")
    folder = where / name
    if folder.exists():
        raise DeskError(str(folder), "already exists", "choose another id or move it away")
    countries = {c.code: c for c in pack.load("world").countries}
    for side in sides:
        if side not in countries:
            raise DeskError(
                side, "is no country code that the world pack knows", "give ISO 3166-1 alpha-3, such as KOR"
            )
    first, second = sides
    fields = {
        "id": name,
        "title": f"{countries[first].name} and {countries[second].name}",
        "sides": f"{first}, {second}",
        "first": first,
        "second": second,
        "capital": countries[first].capital or "",
    }
    folder.mkdir(parents=True)
    for file, text in _FILES.items():
        (folder / file).write_text(text.format(**fields), encoding="utf-8")
    return folder


def guess_sides(name: str) -> tuple[str, str] | None:
    """The two countries that an id such as `korea-japan` names; None where it does not name two."""
    named: dict[str, str] = {}
    for country in pack.load("world").countries:
        for word in (country.name, *country.aliases):
            named.setdefault(word.lower().replace(" ", "-"), country.code)
    named.setdefault("korea", "KOR")
    for cut in (m.start() for m in re.finditer("-", name)):
        first, second = named.get(name[:cut]), named.get(name[cut + 1 :])
        if first and second:
            return first, second
    return None
