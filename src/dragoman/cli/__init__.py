"""The command line. Heavy rooms are imported inside the commands that use them, so that help answers at once."""

from dragoman.cli.app import main

__all__ = ["main"]
