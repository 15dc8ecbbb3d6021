"""Dragoman reads dispatches and keeps the record of a relationship between two countries."""

__version__ = "0.1.0"
