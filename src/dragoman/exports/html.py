"""A paper as one self-contained page without script, to be read on a screen and printed."""

from __future__ import annotations

import base64
from functools import lru_cache
from typing import Any

from dragoman.exports.paper import Paper, outlet, quoted, shown


def paper(given: Paper) -> bytes:
    """UTF-8. Everything that came out of a dispatch is escaped; pictures are images, in which nothing runs."""
    pictures = [
        {"title": p.title, "data": base64.b64encode(p.svg.encode("utf-8")).decode("ascii")} for p in given.pictures
    ]
    page = _template().render(paper=given, numbers=given.numbers(), notes=given.notes(), pictures=pictures)
    return str(page).encode("utf-8")


@lru_cache(maxsize=1)
def _template() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("dragoman.exports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"shown": shown, "outlet": outlet, "quoted": quoted}
    return environment.get_template("paper.html.jinja")
