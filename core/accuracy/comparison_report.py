"""What a comparison says: figures for programs, a text, a confusion table, and a report in HTML."""

from __future__ import annotations

import base64
import csv
import io
import math
from pathlib import Path
from typing import Any

import numpy as np
from rasterio.io import MemoryFile

from ..classes import CLASSES, NO_DATA
from ..system.page import page
from .agreement import EXPERIMENTS, Binary, binary, cohen_kappa, merged, overall_accuracy, wilson_interval
from .agreement_raster import CODES
from .comparison import Comparison


def compared_classes(lacks: tuple[str, ...]) -> list[tuple[str, str, tuple[int, ...]]]:
    """Name, title and class values of what both sides tell apart.

    Where a side lacks thin (or thick) cloud, both are one class; where one lacks shadow, it is "not cloud".
    """
    shadow, both_clouds = "cloud_shadow" not in lacks, not {"thin_cloud", "thick_cloud"} & set(lacks)
    groups: list[tuple[str, str, tuple[int, ...]]] = []
    groups.append(("clear", "Clear", (0,)) if shadow else ("not_cloud", "Not cloud", (0, 3)))
    if both_clouds:
        groups += [(CLASSES[value].name, CLASSES[value].title, (value,)) for value in (1, 2)]
    else:
        groups.append(("cloud", "Cloud", (1, 2)))
    return [*groups, ("cloud_shadow", "Cloud shadow", (3,))] if shadow else groups


def figures(comparison: Comparison) -> dict[str, Any]:
    """All numbers as JSON holds them: shares 0 … 1, null where undefined. PA is recall, UA is precision."""
    groups = compared_classes(comparison.lacks)
    matrix = merged(comparison.matrix, [values for _, _, values in groups])
    interval = wilson_interval(int(matrix.trace()), comparison.pixels) if comparison.settings.sample else None
    return {
        "mask": comparison.mask,
        "reference": comparison.reference,
        "mask_title": comparison.mask_title,
        "reference_title": comparison.reference_title,
        "mask_lacks": list(comparison.mask_lacks),
        "reference_lacks": list(comparison.reference_lacks),
        "pixels": comparison.pixels,
        "no_data_pixels": comparison.no_data,
        "unlisted_pixels": dict(comparison.unlisted),
        "sample": comparison.settings.sample,
        "seed": comparison.settings.seed if comparison.settings.sample else None,
        "overall_accuracy": _plain(overall_accuracy(matrix)),
        "overall_accuracy_interval": None if interval is None else [_plain(value) for value in interval],
        "kappa": _plain(cohen_kappa(matrix)),
        "compared_classes": [name for name, _, _ in groups],
        "confusion": matrix.tolist(),
        "confusion_of_all_classes": comparison.matrix.tolist(),
        "classes": {name: _binary_figures(binary(comparison.matrix, values)) for name, _, values in groups},
        "experiments": {
            experiment.name: _binary_figures(binary(comparison.matrix, experiment.classes))
            if experiment.name == "cloud" or "cloud_shadow" not in comparison.lacks
            else None
            for experiment in EXPERIMENTS
        },
    }


def _binary_figures(counts: Binary) -> dict[str, float | None]:
    values = {"pa": counts.recall, "ua": counts.precision, "f1": counts.f1, "iou": counts.iou, "boa": counts.boa}
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: float) -> float | None:
    return None if math.isnan(value) else value


def remarks(comparison: Comparison) -> list[str]:
    """Sentences on what the figures do not cover."""
    titles = {item.name: item.title.lower() for item in CLASSES}
    said = []
    for side, lacks in (("mask", comparison.mask_lacks), ("reference", comparison.reference_lacks)):
        if lacks:
            said.append(f"The {side} does not tell apart {' and '.join(titles.get(name, name) for name in lacks)}.")
    if {"thin_cloud", "thick_cloud"} & set(comparison.lacks):
        said.append("Thick and thin cloud are therefore compared as one class.")
    if "cloud_shadow" in comparison.lacks:
        said.append("Shadow is therefore not compared; it counts as not cloud.")
    for side, pixels in comparison.unlisted.items():
        if pixels:
            said.append(
                f"{pixels} pixels of the {side} hold values that its class map does not name; they are left out."
            )
    if comparison.settings.sample:
        drawn = f"{comparison.pixels} pixels drawn at random (seed {comparison.settings.seed})"
        said.append(f"Counted on {drawn}; the interval is at 95 %, as if they were independent.")
    return said


def confusion_csv(comparison: Comparison) -> str:
    """The confusion matrix with its totals, PA and UA in %: rows reference, columns mask."""
    groups = compared_classes(comparison.lacks)
    matrix = merged(comparison.matrix, [values for _, _, values in groups])
    titles = [title for _, title, _ in groups]
    counts = [binary(matrix, [index]) for index in range(len(groups))]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["reference \\ mask", *titles, "total", "PA %"])
    for title, row, count in zip(titles, matrix, counts, strict=True):
        writer.writerow([title, *row, row.sum(), _percent(count.recall)])
    writer.writerow(["total", *matrix.sum(0), matrix.sum(), ""])
    writer.writerow(["UA %", *(_percent(count.precision) for count in counts), "", _percent(overall_accuracy(matrix))])
    return out.getvalue()


def text_report(comparison: Comparison) -> str:
    """The figures for a terminal."""
    numbers = figures(comparison)
    lines = [
        f"mask       {comparison.mask} ({numbers['mask_title']})",
        f"reference  {comparison.reference} ({numbers['reference_title']})",
        f"pixels     {comparison.pixels} compared, {comparison.no_data} without data in either",
        f"overall accuracy {_decimal(numbers['overall_accuracy'])}, Cohen's kappa {_decimal(numbers['kappa'])}",
        "",
        f"{'':24}{'PA':>8}{'UA':>8}{'F1':>8}{'IoU':>8}{'BOA':>8}",
    ]
    for title, values in _lines(comparison, numbers):
        cells = [_decimal(values[name]) for name in ("pa", "ua", "f1", "iou", "boa")] if values else ["-"] * 5
        lines.append(f"{title:24}" + "".join(f"{cell:>8}" for cell in cells))
    return "\n".join([*lines, "", *remarks(comparison)]).rstrip()


def _lines(comparison: Comparison, numbers: dict[str, Any]) -> list[tuple[str, dict | None]]:
    classes = [(title, numbers["classes"][name]) for name, title, _ in compared_classes(comparison.lacks)]
    return classes + [
        (f"experiment: {experiment.name}", numbers["experiments"][experiment.name]) for experiment in EXPERIMENTS
    ]


def html_report(comparison: Comparison) -> str:
    """One HTML file with everything in it: picture, figures, confusion matrix, what the words mean."""
    numbers = figures(comparison)
    groups = compared_classes(comparison.lacks)
    matrix = merged(comparison.matrix, [values for _, _, values in groups])
    titles = [title for _, title, _ in groups]
    interval = numbers["overall_accuracy_interval"]
    within = f" ({_decimal(interval[0])} … {_decimal(interval[1])})" if interval else ""
    share = comparison.pixels / max(1, comparison.pixels + comparison.no_data)
    confusion = [["reference ↓ mask →", *titles, "total", "PA %"]]
    counts = [binary(matrix, [index]) for index in range(len(groups))]
    for title, row, count in zip(titles, matrix, counts, strict=True):
        confusion.append([title, *(f"{cell:,}" for cell in row), f"{row.sum():,}", _percent(count.recall)])
    confusion.append(["total", *(f"{cell:,}" for cell in matrix.sum(0)), f"{matrix.sum():,}", ""])
    confusion.append(["UA %", *(_percent(count.precision) for count in counts), "", ""])
    per_class = [["", "PA", "UA", "F1", "IoU", "BOA"]]
    for title, values in _lines(comparison, numbers):
        cells = [_decimal(values[name]) for name in ("pa", "ua", "f1", "iou", "boa")] if values else ["-"] * 5
        per_class.append([title, *cells])
    return page(
        Path(__file__).with_name("comparison_report.html"),
        title=f"{Path(comparison.mask).name} against {Path(comparison.reference).name}",
        sides=[
            ("Mask", comparison.mask, numbers["mask_title"]),
            ("Reference", comparison.reference, numbers["reference_title"]),
        ],
        compared=f"{comparison.pixels:,} pixels" + ("" if numbers["sample"] else f" ({share:.1%} of the mask's)"),
        accuracy=_decimal(numbers["overall_accuracy"]),
        interval=within,
        kappa=_decimal(numbers["kappa"]),
        remarks=remarks(comparison),
        picture=base64.b64encode(_picture(comparison.picture)).decode("ascii"),
        legend=_legend(comparison.picture),
        confusion=confusion,
        per_class=per_class,
        experiments=EXPERIMENTS,
    )


def _legend(picture: np.ndarray) -> list[tuple[tuple[int, int, int], str, str]]:
    """Colour, title and share of the codes that the picture holds."""
    shares = np.bincount(picture[picture != NO_DATA].ravel(), minlength=256) / max(1, int((picture != NO_DATA).sum()))
    return [(_opaque(item.colour), item.title, f"{shares[item.value]:.1%}") for item in CODES if shares[item.value]]


def _picture(codes: np.ndarray) -> bytes:
    """PNG of agreement codes; clear white, no data light grey."""

    colours = np.full((256, 3), 228, np.uint8)
    for item in CODES:
        colours[item.value] = _opaque(item.colour)
    rgb = np.moveaxis(colours[codes], 2, 0)
    with MemoryFile() as memory:
        with memory.open(driver="PNG", width=codes.shape[1], height=codes.shape[0], count=3, dtype="uint8") as png:
            png.write(rgb)
        return memory.read()


def _opaque(colour: tuple[int, int, int, int]) -> tuple[int, int, int]:
    return colour[:3] if colour[3] else (255, 255, 255)


def _decimal(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _percent(value: float) -> str:
    return "" if math.isnan(value) else f"{100 * value:.2f}"
