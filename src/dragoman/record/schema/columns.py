"""What the record's tables are made of: columns that come again, and how constraints are named."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Integer, MetaData, String

from dragoman.record.characters import Characters

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def owner(column: str, table: str, **more: Any) -> Column[Any]:
    return Column(column, String, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, **more)


def somebody() -> Column[Any]:
    return Column("person", String, ForeignKey("finding.id", ondelete="SET NULL"))


def spanned() -> tuple[Column[Any], Column[Any]]:
    return Column("start", Integer, nullable=False), Column("end", Integer, nullable=False)


def optional(name: str) -> tuple[Column[Any], Column[Any]]:
    return Column(f"{name}_start", Integer), Column(f"{name}_end", Integer)


def text(name: str, *, required: bool = False, primary_key: bool = False) -> Column[Any]:
    return Column(name, Characters, nullable=not required, primary_key=primary_key)


def listed(name: str) -> Column[Any]:
    return Column(name, JSON, nullable=False)
