"""The words of a command line, as argparse takes them."""

from __future__ import annotations

from collections.abc import Sequence


def numbers_as_values(arguments: Sequence[str]) -> list[str]:
    """The words with a space before a negative number: argparse takes -5e-05 and -inf for options without one."""
    return [f" {word}" if word.startswith("-") and _is_number(word) else word for word in arguments]


def _is_number(word: str) -> bool:
    try:
        float(word)
    except ValueError:
        return False
    return True
