"""Pages out of templates: escaped, with what a reader cannot see made visible, and the same frame around each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from dragoman import __version__
from dragoman.desk.desk import Desk
from dragoman.record.knowledge import known
from dragoman.views.contract import Conflict, Evidence, Named, Source
from dragoman.views.positions import labelled
from dragoman.views.roll import roll
from dragoman.views.show import AROUND
from dragoman.views.usages import named as phrase_named
from dragoman.web import links
from dragoman.web.places import COOKIE, both, twice_named
from dragoman.web.places import within as spoken_of
from dragoman.web.rows import offered
from dragoman.web.visible import shown, visible

NAVIGATION = (
    ("/", "Overview", None),
    ("/timeline", "Timeline", "timeline"),
    ("/ledger", "Ledger", "ledger"),
    ("/calendar", "Calendar", "calendar"),
    ("/formulas", "Formulas", "formulas"),
    ("/people", "People", "person"),
    ("/issues", "Issues", "issue"),
    ("/course", "Course", "course"),
    ("/brief", "Brief", "brief"),
    ("/add", "Add", None),
)
"""Address, word, and the view that the page renders."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        version=__version__,
        around=AROUND,
        static=static,
        links=links,
        kinds_of_table=offered,
        navigation=[n for n in NAVIGATION if _there(n[2])],
    )
    made.filters.update(
        asked=asked,
        days=days,
        differing=differing,
        fragment=fragment,
        head=head,
        met=met,
        sentence=sentence,
        tail=tail,
        flat=flat,
        issue=issue,
        phrase=phrase,
        place=place,
        places_in=places_in,
        outlet=outlet,
        opening=opening,
        ordinal=ordinal,
        line=line,
        day=day,
        words=words,
        country=country,
        within=within,
        plural=plural,
        newest=newest,
        told_apart=told_apart,
        basename=basename,
        byday=byday,
        web_address=links.web_address,
    )
    return made


def _there(view: str | None) -> bool:
    return view is None or view in roll()


def page(request: Request, template: str, status: int = 200, /, **context: Any) -> HTMLResponse:
    """A page of `template` with `context`, in the visitor's frame."""
    frame = {
        "path": request.url.path,
        "here": str(request.url.path) + (f"?{request.url.query}" if request.url.query else ""),
        "visitor": getattr(request.state, "visitor", None),
        "csrf": getattr(request.state, "csrf", ""),
        "query": dict(request.query_params),
        "weighed": getattr(request.state, "weighed", False),
        "hidden": getattr(request.state, "hidden", 0),
        "pack": (pack := pack_of(request)),
        "named": (named := twice_named(pack)),
        "first": request.cookies.get(COOKIE, ""),
        "namers": sorted({side for sides in named.values() for side in sides}),
    }
    text = environment().get_template(template).render(**frame, **context)
    return HTMLResponse(text.encode("utf-8", "replace"), status_code=status)


def pack_of(request: Request) -> Desk | None:
    """The desks that the server's record was read with."""
    with request.app.state.record.reads() as connection:
        return known(connection)


@lru_cache(maxsize=64)
def static(name: str) -> str:
    """The address of a file of ours, which changes with its content so that it may be kept for long."""
    data = resources.files("dragoman.web").joinpath("static", name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(data).hexdigest()[:10]}"


def flat(text: str | None, width: int = 0) -> str:
    """On one line; at most `width` characters where it is not 0, cut between words unless one is very long.

    >>> flat("talks on the\\nprice of salt", 20), flat("x" * 30, 5)
    ('talks on the price…', 'xxxx…')
    """
    joined = " ".join((text or "").split())
    if not width or len(joined) <= width:
        return joined
    whole = joined[:width].rpartition(" ")[0]
    return (whole if len(whole) > width // 2 else joined[: width - 1]).rstrip(" ,;:") + "…"


def outlet(source: Source | None) -> str:
    """Whose dispatch it is, as a reader would say."""
    if source is None:
        return "dispatch not in the record"
    return source.outlet or "outlet not known"


def days(when: str | None) -> str:
    """A date at its precision, both ends of an interval in words; empty where none is known."""
    return (when or "").replace("/", " to ")


def differing(field: str) -> str:
    """On what dispatches differ, as a page says it."""
    return {"ordinal": "number of the session"}.get(field, field)


def told_apart(conflicts: Iterable[Conflict], field: str) -> str:
    """The values that dispatches give, where they differ on the field; empty where they do not."""
    return " or ".join(value.value for one in conflicts if one.field == field for value in one.values)


def fragment(text: str) -> bool:
    """Whether the words begin within a sentence."""
    return text[:1].islower()


def head(text: str, width: int) -> str:
    """The first `width` characters at most, cut between words."""
    return text if len(text) <= width else text[:width].rpartition(" ")[0] + " …"


def tail(text: str, width: int) -> str:
    """The last `width` characters at most, cut between words."""
    return text if len(text) <= width else "… " + text[-width:].partition(" ")[2]


def met(named: Named) -> str:
    """An entry's label as it is read: of an encounter its kind and day, since the words of people that its label goes
    on with are made for comparing."""
    if not named.entry.startswith("encounter-"):
        return named.label
    kind, _, when = named.label.partition(":")[0].partition(" ")
    return f"{kind} of {days(when)}" if when and when != "undated" else f"{kind} of unknown date"


def asked(name: str) -> str:
    """What was asked, as a form has it and not as a command does."""
    return name.removeprefix("--").replace("-", " ") if name.startswith("--") else name


_PAGES = {
    "dragoman timeline": ("/timeline", "the timeline"),
    "dragoman search": ("/search", "the search"),
    "dragoman calendar": ("/calendar", "the calendar"),
    "dragoman formulas": ("/formulas", "the register of set phrases"),
    "dragoman desk show": ("/issues", "the list of issues"),
}
"""Pages that do what a command does, under the words that a remedy has for it here."""


def sentence(text: str) -> Markup:
    """A remedy as a sentence, its commands as links to the pages that do the same, any other in type of their own."""
    parts = text.split("`")
    said = Markup("").join(_command(part) if n % 2 else escape(visible(part)) for n, part in enumerate(parts))
    return opened(said) if " " in text else said


def _command(words: str) -> Markup:
    if words in _PAGES:
        return Markup('<a href="{}">{}</a>').format(*_PAGES[words])
    return Markup("<code>{}</code>").format(visible(words))


def opened(said: Markup) -> Markup:
    """With a capital, which may stand within a link."""
    head, mark, rest = str(said).partition('">') if said.startswith("<a ") else ("", "", str(said))
    return Markup(head + mark + opening(rest))  # noqa: S704  (escaped before; one letter of it becomes a capital)


@pass_context
def issue(context: Context, key: str) -> str:
    """What the record's desks call an issue."""
    return labelled(context["pack"], key)


@pass_context
def phrase(context: Context, key: str) -> str:
    """What the record's desks call a set phrase."""
    return phrase_named(context["pack"], key)[0]


@pass_context
def place(context: Context, name: str | None) -> str:
    """A place by all its sides' names, in the order that the reader chose."""
    return both(name, context["named"], context["first"])


@pass_context
def places_in(context: Context, text: str) -> list[str]:
    """The places with two names that a text speaks of, each by both."""
    return [both(name, context["named"], context["first"]) for name in spoken_of(text, context["named"])]


def basename(origin: str | None) -> str:
    return (origin or "").replace("\\", "/").rstrip("/").rpartition("/")[2]


def day(source: Source | None) -> str:
    """The day of publication, or between which days."""
    if source is None or (source.first_day is None and source.last_day is None):
        return "undated"
    if source.first_day is None or source.last_day is None:
        return f"{source.first_day} or later" if source.first_day else f"{source.last_day} or earlier"
    return source.day or f"between {source.first_day} and {source.last_day}"


def opening(text: str) -> str:
    """With a capital, as a heading begins.

    >>> opening("the price of salt")
    'The price of salt'
    """
    return text[:1].upper() + text[1:]


def ordinal(number: int) -> str:
    """As one counts sessions.

    >>> [ordinal(n) for n in (1, 2, 3, 11, 22)]
    ['1st', '2nd', '3rd', '11th', '22nd']
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def line(text: str, last: bool = False) -> str:
    """Of the text before (`last`) or after evidence what stands on its line, cut between words where the view cut it."""
    if "\n" in text:
        return text.rpartition("\n")[2] if last else text.partition("\n")[0]
    if len(text) < AROUND:
        return text
    return "… " + text.partition(" ")[2] if last else text.rpartition(" ")[0] + " …"


def words(value: Any) -> str:
    """A value of a contract as a page says it: lists with commas, no programmer's marks."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{k.replace('_', ' ')}: {words(v)}" for k, v in value.items() if v not in (None, "", [], {}))
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(words(item) for item in value) or "none"
    return str(value)


@lru_cache(maxsize=512)
def country(code: str | None) -> str:
    """A country's English name by its code; the code itself where no pack has it."""
    from dragoman.desk.desk import desk

    found = desk(["world"]).countries.get(code or "")
    return found.name if found else (code or "")


def within(evidence: Evidence, marks: Any, kind: str = "hit") -> Markup:
    """Evidence with some stretches of it marked (other evidence of the same dispatch)."""
    from dragoman.web.marked import Mark, marked

    inner = [Mark(m.start - evidence.start, m.end - evidence.start, kind) for m in marks]
    return marked(evidence.text, inner)


def newest(found: Iterable[Any], field: str) -> list[Any]:
    """The last first; those of which the field is not known at the end."""
    listed = list(found)
    return [*(one for one in listed[::-1] if getattr(one, field)), *(one for one in listed if not getattr(one, field))]


def byday(groups: Iterable[Any], told: Mapping[str, Source]) -> list[Any]:
    """Groups by dispatch, the last published first."""
    return sorted(groups, key=lambda group: told[group[0]].last_day or "" if group[0] in told else "", reverse=True)


def plural(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
