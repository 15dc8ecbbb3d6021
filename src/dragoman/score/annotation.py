"""Annotation as a person wrote it: read from its file, and refused in one line where it has another shape."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.errors import QueryError

Item = Mapping[str, Any]

_NEEDED: Mapping[str, tuple[str, ...]] = {
    "people": ("name",),
    "encounters": (),
    "attributions": ("speaker", "evidence"),
    "commitments": ("evidence",),
    "mechanisms": ("name",),
}
_NAMES = ("instruments", "issues", "formulas")
_SHAPE = "`dragoman read --format jsonl` prints the shape"


def annotation(gold: Path | Item, name: str) -> Item:
    """The annotation in a JSON file, or one given as it stands, once it is known to have the shape that a comparison
    relies on. QueryError with the file (or `name`), the entry and the remedy where it has not."""
    if isinstance(gold, Path):
        return _checked(str(gold), _load(gold))
    return _checked(name, gold)


def _load(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        reason = error.strerror or "cannot be opened"
        raise QueryError(str(path), reason, "name a folder with NAME.json for each NAME.txt") from error
    except UnicodeDecodeError as error:
        raise QueryError(str(path), f"is not UTF-8 at byte {error.start}", "save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise QueryError(str(path), f"is not JSON: {error.msg} in line {error.lineno}", "mend that line") from error


def _checked(where: str, gold: Any) -> Item:
    if not isinstance(gold, Mapping):
        raise QueryError(where, "is not a JSON object", _SHAPE)
    head = gold.get("dispatch")
    if head is not None and not isinstance(head, Mapping):
        raise QueryError(where, "dispatch is not an object", _SHAPE)
    for item in _listed(where, head or {}, "furniture"):
        _evidence(where, "furniture", item)
    for key, needed in _NEEDED.items():
        for at, item in enumerate(_listed(where, gold, key)):
            label = f"{key}[{at}]"
            if not isinstance(item, Mapping):
                raise QueryError(where, f"{label} is not an object", _SHAPE)
            if missing := [word for word in needed if not item.get(word)]:
                raise QueryError(where, f"{label} has no {missing[0]}", "add it, or take the entry out")
            if "evidence" in item:
                _evidence(where, label, item["evidence"])
            for inner in ("offices", "participants"):
                if not all(isinstance(word, str) for word in _listed(where, item, inner, label)):
                    raise QueryError(where, f"{label}.{inner} holds something other than words", _SHAPE)
            for word in ("name", "speaker", "date", "due"):
                if not isinstance(item.get(word), str | None):
                    raise QueryError(where, f"{label}.{word} is not text", "put it in quotation marks")
    for key in _NAMES:
        if not all(isinstance(word, str) for word in _listed(where, gold, key)):
            raise QueryError(where, f"{key} holds something other than words", _SHAPE)
    return gold


def _listed(where: str, holder: Item, key: str, label: str = "") -> Sequence[Any]:
    value = holder.get(key)
    if value is not None and not isinstance(value, list | tuple):
        raise QueryError(where, f"{label + '.' if label else ''}{key} is not a list", "put [ ] around it")
    return value or ()


def _evidence(where: str, label: str, value: Any) -> None:
    offsets = isinstance(value, Mapping) and all(isinstance(value.get(end), int) for end in ("start", "end"))
    if value is not None and not isinstance(value, str) and not offsets:
        raise QueryError(where, f"the evidence of {label} is neither text nor start and end", _SHAPE)
