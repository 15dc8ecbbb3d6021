"""Ids and digests of findings: the same finding of the same dispatch has the same id on any machine and in any
order."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from dragoman.reading import Finding
from dragoman.record.kinds import kind_of
from dragoman.span import Span


def digest(*parts: str, size: int = 6) -> str:
    """Twice `size` hexadecimal digits over the parts; lone surrogates allowed."""
    made = blake2b(digest_size=size)
    for part in parts:
        made.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return made.hexdigest()


def identified(dispatch: str, findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Each finding with its id, in order: a letter for its kind, a hyphen, twelve hexadecimal digits over the
    dispatch's id, the kind, the span and the values that tell it from others there. Findings alike in all these are
    numbered in order."""
    seen: Counter[str] = Counter()
    for finding in findings:
        kind = kind_of(finding)
        values = json.dumps([getattr(finding, name) for name in kind.key], default=str)
        evidence = finding.evidence
        stem = f"{dispatch} {kind.name} {evidence.start} {evidence.end} {values}"
        seen[stem] += 1
        nth = seen[stem]
        yield f"{kind.letter}-{digest(stem if nth == 1 else f'{stem} {nth}')}", finding


def digest_of(text: str, spans: Iterable[Span]) -> str:
    """Over the characters of the spans, in order. Empty where there are none."""
    parts = [span.of(text) for span in spans]
    return digest(*parts) if parts else ""
