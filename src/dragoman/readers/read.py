"""Reading a dispatch: a pure function of its text and the desks."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from dragoman import __version__
from dragoman.desk import pack
from dragoman.desk.desk import Desk, desk, relationships
from dragoman.desk.pattern import lowered
from dragoman.dispatch import Dispatch
from dragoman.errors import DragomanError, ReadingError
from dragoman.page.language import language
from dragoman.page.lay import lay
from dragoman.page.page import Page
from dragoman.readers.found import Found
from dragoman.readers.roll import roll
from dragoman.readers.trust import trusted
from dragoman.readers.written import written
from dragoman.reading import Attribution, Reading


@lru_cache(maxsize=1)
def reader_version() -> str:
    """The package's version and a hash over the code that makes readings, so that a change of either re-reads what it must."""
    digest = hashlib.sha256()
    root = Path(__file__).parent.parent
    for room in ("dates", "desk", "page", "readers"):
        for file in sorted((root / room).rglob("*.py")):
            digest.update(file.read_bytes())
    for noun in ("dispatch", "evening", "name", "reading", "span", "when"):
        digest.update((root / f"{noun}.py").read_bytes())
    return f"{__version__}+{digest.hexdigest()[:8]}"


@lru_cache(maxsize=32)
def _base(tongue: str | None) -> tuple[str, ...]:
    known = pack.folders()
    return tuple(name for name in ("world", tongue) if name and name in known)


@lru_cache(maxsize=1)
def _sides() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Every relationship's desk with, for each of its sides, the lower-case names by which a text may speak of it."""
    countries = desk(_base(None)).countries

    def names(side: str) -> tuple[str, ...]:
        country = countries[side]
        said = (
            country.name,
            *country.aliases,
            *country.demonyms,
            *country.names.values(),
            *filter(None, [country.capital]),
        )
        return tuple(lowered(name) for name in said)

    return tuple(
        (name, tuple(names(side) for side in sides if side in countries)) for name, sides in relationships().items()
    )


def desks_for(text: str, tongue: str | None) -> tuple[str, ...]:
    """`world`, the language's pack, and every installed relationship both of whose sides occur in the text."""
    low = lowered(text)
    fitting = [name for name, names in _sides() if all(any(n in low for n in side) for side in names)]
    return (*_base(tongue), *fitting)


def _knowledge(dispatch: Dispatch, tongue: str | None, desks: Sequence[str] | None) -> Desk:
    return desk(desks_for(dispatch.text, tongue) if desks is None else tuple(dict.fromkeys((*_base(tongue), *desks))))


def made_by(dispatch: Dispatch, desks: Sequence[str] | None = None) -> tuple[str, str, tuple[str, ...]]:
    """What `read` would write into the dispatch's reading as `reader_version`, `desk_hash` and `desks`, without reading it."""
    knowledge = _knowledge(dispatch, language(dispatch), desks)
    return reader_version(), knowledge.hash, knowledge.ids


def _garbled(page: Page, attribution: Attribution) -> Attribution:
    """With the sign of its sentence's garble, where it has one."""
    reason = next((g.reason for g in page.garbled if g.span.overlaps(attribution.evidence)), None)
    return replace(attribution, garbled=reason) if reason and not attribution.garbled else attribution


def read(dispatch: Dispatch, desks: Sequence[str] | None = None, measured: bool = True) -> Reading:
    """What a dispatch says. `desks`: packs to use, by id or folder, with `world` and the language's pack always among them; None: those that fit
    (`desks_for`). Without `measured` confidences are the rules' own estimates (for calibration). DeskError for a pack that is missing or
    malformed; ReadingError, with the dispatch and the place in the code, where a reader fails at the text, which is a defect."""
    try:
        return _reading(dispatch, desks, measured)
    except DragomanError:
        raise
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        raise ReadingError(
            dispatch.origin or dispatch.id,
            f"a reader fails at this text ({type(error).__name__} in {Path(last.filename).name}, line {last.lineno})",
            "leave it out, and report this with the text: it is a defect of Dragoman",
        ) from error


def _reading(dispatch: Dispatch, desks: Sequence[str] | None, measured: bool) -> Reading:
    tongue = language(dispatch)
    knowledge = _knowledge(dispatch, tongue, desks)
    page = lay(dispatch, knowledge, parsed=tongue == "en")
    found = Found()
    for reader in roll():
        found.take(list(reader.read(page, found)), reader.YIELDS)
    scales = knowledge.reliability if measured else {}
    people, encounters, attributions, commitments = written(dispatch.text, found)
    source = page.source
    title = " ".join(page.title.of(dispatch.text).split()) if page.title else dispatch.title
    return Reading(
        dispatch=dispatch.id,
        language=tongue,
        outlet=source.name if source else dispatch.outlet,
        outlet_country=source.country if source else None,
        title=title,
        title_span=page.title,
        dating=found.dating,
        furniture=page.furniture,
        garbled=page.garbled,
        people=trusted(people, "people", scales),
        encounters=trusted(encounters, "encounters", scales),
        attributions=tuple(_garbled(page, a) for a in trusted(attributions, "attributions", scales)),
        commitments=trusted(commitments, "commitments", scales),
        mechanisms=trusted(found.mechanisms, "mechanisms", scales),
        instruments=trusted(found.instruments, "instruments", scales),
        issues=trusted(found.issues, "issues", scales),
        formulas=trusted(found.formulas, "formulas", scales),
        desks=knowledge.ids,
        desk_hash=knowledge.hash,
        reader_version=reader_version(),
    )
