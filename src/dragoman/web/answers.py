"""What an answer to a program looks like where it is not the one asked for."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Path as PathPart
from pydantic import BaseModel


class Said(BaseModel):
    """What is wrong, with what, and what to do."""

    where: str
    what: str
    remedy: str


class Wrong(BaseModel):
    """Any answer but the one asked for."""

    error: Said


WRONG: dict[int | str, dict[str, Any]] = {
    400: {"model": Wrong, "description": "Something asked cannot be understood."},
    404: {"model": Wrong, "description": "The record has nothing of that id."},
    422: {"model": Wrong, "description": "A parameter is malformed."},
}
Id = Annotated[str, PathPart(max_length=200)]
