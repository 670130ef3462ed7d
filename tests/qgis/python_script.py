"""Python programs as executables that stand where an engine's Python would."""

from __future__ import annotations


def first_lines(python: str) -> str:
    """The first lines of a program that `python` runs. A `#!` line cannot name a path with a space, so a shell does."""
    return f"#!/bin/sh\n'''exec' '{python}' \"$0\" \"$@\"\n'''\n"
