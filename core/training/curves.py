"""The course of a run: a table, and a picture of it."""

from __future__ import annotations

import csv
import math
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

COLUMNS = ("step", "rate", "loss", "score", "cloud", "shadow")
PAPER, INK, FAINT = (255, 255, 255), (30, 32, 36), (220, 222, 226)
COLOURS = {"loss": (104, 108, 116), "cloud": (0, 114, 178), "shadow": (204, 0, 119)}
TITLES = {
    "loss": "loss (training)",
    "cloud": "cloud, balanced accuracy (validation)",
    "shadow": "shadow, balanced accuracy (validation)",
}


class Curves:
    """Rows of `curves.csv` in a folder, and `curves.png` drawn from them. Goes on where a run stopped: rows after step
    `first` are dropped."""

    def __init__(self, folder: Path, first: int) -> None:
        self._table, self._picture = folder / "curves.csv", folder / "curves.png"
        self.rows: list[dict[str, float]] = []
        if first and self._table.is_file():
            with open(self._table, encoding="utf-8", newline="") as file:
                rows = [{key: float(value or "nan") for key, value in row.items()} for row in csv.DictReader(file)]
            self.rows = [row for row in rows if row["step"] <= first]

    def add(self, **values: float) -> None:
        """Put a row (step, rate, loss, and cloud and shadow where they were measured) and redraw."""
        self.rows.append({name: values.get(name, math.nan) for name in COLUMNS})
        with open(self._table, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            for row in self.rows:
                writer.writerow({key: "" if math.isnan(value) else f"{value:.6g}" for key, value in row.items()})
        draw(self.rows, self._picture)


def draw(rows: list[dict[str, float]], path: Path, width: int = 900, height: int = 620) -> None:
    """Two panels over the steps: the loss, on a logarithmic axis, and the balanced accuracies from 0.5 to 1."""

    image = Image.new("RGB", (width, height), PAPER)
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(13)
    last = max(1.0, max(row["step"] for row in rows))
    losses = [row["loss"] for row in rows if row["loss"] > 0] or [1.0]
    low, high = math.floor(math.log10(min(losses)) * 4) / 4, math.ceil(math.log10(max(losses)) * 4 + 1e-9) / 4
    high = max(high, low + 0.25)
    panels = (
        (("loss",), 40, low, high, lambda value: math.log10(value) if value > 0 else math.nan, lambda y: 10**y),
        (("cloud", "shadow"), 340, 0.5, 1.0, lambda value: value, lambda y: y),
    )
    for names, top, least, most, place, back in panels:
        box = (70, top, width - 20, top + 220)
        for number in range(6):
            y = box[3] - (box[3] - box[1]) * number / 5
            pen.line((box[0], y, box[2], y), FAINT)
            text = f"{back(least + (most - least) * number / 5):.3g}"
            pen.text((box[0] - 8, y), text, fill=INK, font=font, anchor="rm")
        for number, name in enumerate(names):
            points = []
            for row in rows:
                value = place(row[name])
                if not math.isnan(value):
                    share = min(1.0, max(0.0, (value - least) / (most - least)))
                    points.append((box[0] + (box[2] - box[0]) * row["step"] / last, box[3] - (box[3] - box[1]) * share))
            if len(points) > 1:
                pen.line(points, COLOURS[name], 2, joint="curve")
            for x, y in points if len(points) < 60 else []:
                pen.ellipse((x - 2, y - 2, x + 2, y + 2), COLOURS[name])
            pen.text((box[0] + 330 * number, top - 20), TITLES[name], fill=COLOURS[name], font=font)
        pen.text((box[2], box[3] + 8), f"step {last:.0f}", fill=INK, font=font, anchor="ra")
    image.save(path)
