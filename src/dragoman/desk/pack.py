"""Reading a desk's folder of YAML: validated, with the file and entry named in every error."""

from __future__ import annotations

import hashlib
import os
import re
from functools import lru_cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from dragoman.desk.schema import KINDS, Pack
from dragoman.errors import DeskError


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML as people mean it: `on`, `no` and dates are words, only `true` and `false` are truth values."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, regex) for tag, regex in resolvers if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


def folders() -> dict[str, Path]:
    """Every installed desk's folder by id: those that ship with the package, those that other packages announce under the
    entry point group `dragoman.desks` (a module whose folder is the desk), and those in the folders named in
    `DRAGOMAN_DESKS` (separated as in PATH). A later one hides an earlier one of the same id."""
    found: dict[str, Path] = {}
    roots = [Path(str(resources.files("dragoman"))) / "desks"]
    roots += [Path(part) for part in os.environ.get("DRAGOMAN_DESKS", "").split(os.pathsep) if part]
    for root in roots:
        if root.is_dir():
            found |= {f.name: f for f in sorted(root.iterdir()) if (f / "desk.yaml").is_file()}
    found |= _announced()
    return found


@lru_cache(maxsize=1)
def _announced() -> dict[str, Path]:
    """Desks of other installed packages; looked for once a process, for the search reads every package's metadata."""
    return {point.name: Path(point.load().__file__).parent for point in metadata.entry_points(group="dragoman.desks")}


def folder(desk: str) -> Path:
    """The folder of a desk, by id or by path. DeskError where there is none."""
    path = Path(desk)
    if (path / "desk.yaml").is_file():
        return path
    known = folders()
    if desk in known:
        return known[desk]
    raise DeskError(
        desk, "no such desk", f"installed are {', '.join(sorted(known))}; `dragoman desk new {path.name}` starts one"
    )


def _parse(file: Path) -> Any:
    try:
        return yaml.load(file.read_bytes(), _Loader)  # noqa: S506  (a safe loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{file}, line {mark.line + 1}" if mark else str(file)
        raise DeskError(
            where, getattr(error, "problem", None) or "not readable as YAML", "mend the YAML there"
        ) from error


def _files(path: Path) -> list[Path]:
    return sorted(f for f in path.glob("*.yaml") if f.name != "desk.yaml")


@lru_cache(maxsize=32)
def _load(path: Path, stamp: tuple[tuple[str, int, int], ...]) -> Pack:  # noqa: ARG001  (files that changed are read again)
    parts: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    origin: dict[tuple[str, int], str] = {}
    for file in _files(path):
        content = _parse(file) or {}
        if not isinstance(content, dict):
            raise DeskError(str(file), "is not a mapping of kinds to lists", f"begin it with one of {', '.join(KINDS)}")
        for kind, entries in content.items():
            if kind not in parts:
                raise DeskError(str(file), f"unknown kind {kind!r}", f"kinds are {', '.join(KINDS)}")
            for entry in entries or []:
                origin[kind, len(parts[kind])] = file.name
                parts[kind].append(entry)
    try:
        return Pack.model_validate({"header": _parse(path / "desk.yaml"), **parts})
    except ValidationError as error:
        first = error.errors()[0]
        where, *rest = [*first["loc"]]
        name = str(path / "desk.yaml")
        if where in parts and rest:
            index = int(rest[0])
            entry = parts[str(where)][index]
            label = entry.get("id") or entry.get("code") if isinstance(entry, dict) else entry
            name = f"{path / origin[str(where), index]}, {where} entry {label!r}"
        field = ".".join(str(part) for part in rest[1:]) or "entry"
        raise DeskError(
            name, f"{field}: {first['msg']}", "see `dragoman desk new` for the shape of each kind"
        ) from error


def load(desk: str) -> Pack:
    """One pack by id or path. DeskError names file, entry and field."""
    path = folder(desk)
    files = [path / "desk.yaml", *_files(path)]
    return _load(path, tuple((f.name, f.stat().st_mtime_ns, f.stat().st_size) for f in files))


@lru_cache(maxsize=32)
def _digest(path: Path, stamp: tuple[tuple[str, int, int], ...]) -> str:
    digest = hashlib.sha256()
    for name, *_ in stamp:
        digest.update(name.encode() + b"\0" + (path / name).read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def digest(desk: str) -> str:
    """Sixteen hexadecimal digits over the bytes of a pack's files: its version."""
    path = folder(desk)
    files = [path / "desk.yaml", *_files(path)]
    return _digest(path, tuple((f.name, f.stat().st_mtime_ns, f.stat().st_size) for f in files))
