"""Many paths for one command of the engine."""

from __future__ import annotations

LONGEST_COMMAND = 20000  # characters of paths; Windows takes 32,767 for a whole command line


def in_portions(paths: list[str], most: int = 0) -> list[list[str]]:
    """Cut a list of paths, in its order, so that a command line takes each part; `most` paths a part, 0 for any."""
    portions: list[list[str]] = []
    length = 0
    for path in paths:
        is_full = bool(portions) and (len(portions[-1]) == most or length + len(path) > LONGEST_COMMAND)
        if not portions or is_full:
            portions.append([])
            length = 0
        portions[-1].append(path)
        length += len(path) + 3  # quotes and a space
    return portions
