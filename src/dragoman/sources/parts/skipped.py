"""What could not be read, and why: said by name, so that nothing goes missing in silence."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import DragomanError


@dataclass(frozen=True, slots=True)
class Skipped:
    """`origin`: the file, address or item. `reason`: in one line what is wrong with it and, in brackets, what to do."""

    origin: str
    reason: str

    @classmethod
    def because(cls, error: DragomanError) -> Skipped:
        return cls(error.where, error.what + (f" ({error.remedy})" if error.remedy else ""))

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}"
