"""Which speakers are news outlets."""

from __future__ import annotations

import re

from dragoman.page.page import Page
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.speaker import Speaker

_OUTLET = re.compile(
    r"\b(?:news|agency|times|post|daily|herald|tribune|journal|gazette|television|tv|radio|broadcaster|broadcasting|press|media|newspaper|magazine|"
    r"xinhua|reuters|kyodo|yonhap|tass|afp|ap|bbc|cnn|nhk|wire|shimbun|outlets?|report|reports)\b",
    re.I,
)


def outlet(page: Page, cue: Cue, speaker: Speaker) -> bool:
    """Whether a speaker is a news outlet, or an unnamed report of one."""
    if speaker.name.lower() in page.desk.outlet_names:
        return True
    words = cue.source.span.of(page.text) if cue.source is not None else speaker.name
    return speaker.kind in ("body", "many") and bool(_OUTLET.search(words))
