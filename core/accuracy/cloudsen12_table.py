"""The CloudSEN12 table: per-patch metrics of any algorithms in, rows of the published table out, in four formats."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from ..errors import EngineError
from .agreement import EXPERIMENTS, Binary, ProtocolRow, protocol_row

# Columns of the authors' table and the names in the paper, in its order; other algorithms keep their own name.
PUBLISHED = {
    "oldtarget": "Human level",
    "unet_mobilenetv2": "UNetMobV2",
    "kappamaskl2a": "KappaMask L2A",
    "kappamaskl1c": "KappaMask L1C",
    "fmask": "Fmask",
    "s2cloudless": "s2cloudless",
    "sen2cor": "Sen2Cor",
    "qa60": "QA60",
    "CDFCNN_RGBI": "CD-FCNN RGBI",
    "CDFCNN_RGBISWIR": "CD-FCNN RGBISWIR",
}
METRICS = ("RECALL", "PRECISION", "BOA")
HEADINGS = ("experiment", "algorithm", "BOA", "PA low", "PA middle", "PA high", "UA low", "UA middle", "UA high")
FORMATS = ("text", "markdown", "csv", "json")


@dataclass(frozen=True)
class PatchMetrics:
    """What one algorithm got on one patch. `cloud_cover` is that of the reference, 0 … 1."""

    site: str
    image: str
    cloud_cover: float
    experiments: dict[str, Binary]  # by Experiment.name


def patch_columns(algorithm: str) -> list[str]:
    """Header of a per-patch table: the authors' own, so that `evaluate --metrics` reads it back."""

    metrics = [f"{algorithm}_{experiment.column}_{metric}" for experiment in EXPERIMENTS for metric in METRICS]
    return ["ROI_ID", "S2_ID", "CCOVER", *metrics]


def patch_row(patch: PatchMetrics) -> list[str]:
    """One line of a per-patch table; undefined values are NA, as R writes them."""

    values = [patch.cloud_cover]
    for experiment in EXPERIMENTS:
        counts = patch.experiments[experiment.name]
        values += [counts.recall, counts.precision, counts.boa]
    return [patch.site, patch.image, *("NA" if math.isnan(value) else f"{value:.17g}" for value in values)]


def read_metrics(path: str) -> list[ProtocolRow]:
    """Rows of the published table from a CSV of per-patch metrics, in the paper's order.

    The CSV has a column CCOVER and, an algorithm and experiment, `<algorithm>_exp0N_RECALL`, `_PRECISION`, `_BOA`.
    Raises EngineError "bad-settings" when it cannot be read or lacks them.
    """

    try:
        with open(path, newline="", encoding="utf-8-sig") as file:
            lines = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise EngineError("bad-settings", f"{path} cannot be read as a table of metrics: {problem}.") from problem
    header = list(lines[0]) if lines else []
    algorithms = list(dict.fromkeys(name[: -len("_exp01_BOA")] for name in header if name.endswith("_exp01_BOA")))
    if "CCOVER" not in header or not algorithms:
        raise EngineError(
            "bad-settings",
            f"{path} is not a table of CloudSEN12 metrics: it needs a column CCOVER, columns such as "
            "fmask_exp01_RECALL, fmask_exp01_PRECISION and fmask_exp01_BOA, and at least one patch.",
        )

    def column(name: str) -> np.ndarray:
        try:
            return np.array([math.nan if line[name] in ("NA", "", None) else float(line[name]) for line in lines])
        except (KeyError, ValueError) as problem:
            raise EngineError("bad-settings", f"{path}: column {name} is missing or not of numbers.") from problem

    cloud_cover = column("CCOVER")
    known = list(PUBLISHED)
    algorithms.sort(key=lambda name: known.index(name) if name in known else len(known))
    return [
        protocol_row(
            PUBLISHED.get(algorithm, algorithm),
            experiment.name,
            cloud_cover,
            *(column(f"{algorithm}_{experiment.column}_{metric}") for metric in METRICS),
        )
        for experiment in EXPERIMENTS
        for algorithm in algorithms
        if f"{algorithm}_{experiment.column}_BOA" in header
    ]


def protocol_rows(algorithm: str, patches: Sequence[PatchMetrics]) -> list[ProtocolRow]:
    """Rows of the table, one an experiment, of one algorithm's patches."""

    cloud_cover = np.array([patch.cloud_cover for patch in patches])
    rows = []
    for experiment in EXPERIMENTS:
        counts = [patch.experiments[experiment.name] for patch in patches]
        metrics = (np.array([getattr(count, name) for count in counts]) for name in ("recall", "precision", "boa"))
        rows.append(protocol_row(algorithm, experiment.name, cloud_cover, *metrics))
    return rows


def json_rows(rows: Sequence[ProtocolRow]) -> list[dict]:
    """The rows as JSON holds them: full precision, null where undefined."""
    return [_without_nan(asdict(row)) for row in rows]


def format_table(rows: Sequence[ProtocolRow], form: str) -> str:
    """The table as `text`, `markdown`, `csv` (two decimals, as printed in the paper) or `json` (full precision)."""
    if form == "json":
        return json.dumps(json_rows(rows), indent=1)
    cells = [_printed(row) for row in rows]
    if form == "csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([HEADINGS, *cells])
        return out.getvalue().rstrip("\n")
    if form == "markdown":
        table = [list(HEADINGS), ["---", "---", *["---:"] * 7], *cells]
        return "\n".join("| " + " | ".join(line) + " |" for line in table)
    widths = [max(len(line[i]) for line in [HEADINGS, *cells]) for i in range(len(HEADINGS))]
    lines = []
    for line in [HEADINGS, *cells]:
        aligned = [f"{cell:{'<' if i < 2 else '>'}{widths[i]}}" for i, cell in enumerate(line)]
        lines.append("  ".join(aligned).rstrip())
    return "\n".join(lines)


def _printed(row: ProtocolRow) -> list[str]:
    spreads = (row.pa.low, row.pa.middle, row.pa.high, row.ua.low, row.ua.middle, row.ua.high)
    return [
        row.experiment,
        row.algorithm,
        *("-" if math.isnan(value) else f"{value:.2f}" for value in (row.boa, *spreads)),
    ]


def _without_nan(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nan(item) for key, item in value.items()}
    return None if isinstance(value, float) and math.isnan(value) else value
