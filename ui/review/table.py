"""A small CSV table that is on the disk as soon as a row is put: what a review must not lose."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable


class ReviewTable:
    """Rows by key, in a CSV file. Every `put` reads the file again, so that two sessions can share a folder, and writes
    it whole under a temporary name before it takes the old one's place: whatever dies, one of the two is there.

    Columns that the file has beyond ours are kept, as are rows that a person added.
    """

    def __init__(self, path: str, key: tuple[str, ...], columns: tuple[str, ...]) -> None:
        self.path = path
        self._key, self._columns = key, columns

    def rows(self) -> list[dict[str, str]]:
        """The rows of the file, none when there is no file yet. ValueError with a sentence when it is not ours."""
        return self._read()[1]

    def put(self, rows: Iterable[dict[str, str]]) -> None:
        """Add rows, or replace those of the same key, and have them on the disk. OSError when that fails, ValueError
        when the file there is of another kind."""
        columns, there = self._read()
        places = {self._key_of(row): place for place, row in enumerate(there)}
        for row in rows:
            key = self._key_of(row)
            if key in places:
                there[places[key]] = {**there[places[key]], **row}
            else:
                places[key] = len(there)
                there.append(row)
        self._write(columns, there)

    def _key_of(self, row: dict[str, str]) -> tuple[str, ...]:
        return tuple(row.get(name) or "" for name in self._key)

    def _read(self) -> tuple[list[str], list[dict[str, str]]]:
        try:
            with open(self.path, encoding="utf-8-sig", newline="") as file:
                text = file.read()
        except FileNotFoundError:
            return list(self._columns), []
        # A spreadsheet in many languages saves a CSV with semicolons.
        first = text.partition("\n")[0]
        reader = csv.DictReader(
            io.StringIO(text, newline=""), delimiter=";" if ";" in first and "," not in first else ","
        )
        found = list(reader.fieldnames or [])
        if any(name not in found for name in self._key):
            raise ValueError(f"{self.path} is not a table of this review. Rename it, or choose another folder.")
        rows = [{name: row.get(name) or "" for name in found} for row in reader]
        return found + [name for name in self._columns if name not in found], rows

    def _write(self, columns: list[str], rows: list[dict[str, str]]) -> None:
        folder, name = os.path.split(self.path)
        partial = os.path.join(folder, f".{name}.{os.getpid()}.part")
        try:
            with open(partial, "w", encoding="utf-8-sig", newline="") as file:
                writer = csv.DictWriter(file, columns, restval="")
                writer.writeheader()
                writer.writerows(rows)
                file.flush()
                os.fsync(file.fileno())
            os.replace(partial, self.path)
        except BaseException:
            if os.path.exists(partial):
                os.remove(partial)
            raise
