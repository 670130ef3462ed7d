"""The command `evaluate`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
import contextlib
import csv
import time
from typing import TYPE_CHECKING

from ..errors import EngineError

if TYPE_CHECKING:
    from ..accuracy.agreement import ProtocolRow
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `evaluate`."""
    from ..accuracy.cloudsen12_table import FORMATS

    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--metrics", metavar="CSV", help="per-patch metrics: the authors' table, or one of --per-patch")
    source.add_argument("--patches", metavar="DIR", help="folder of CloudSEN12 patches: GeoTIFF images and labels")
    parser.add_argument("--model", metavar="NAME|FILE", help="network to evaluate on --patches")
    parser.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"))
    parser.add_argument("--precision", default="auto", choices=("auto", "float32", "bfloat16", "float16"))
    parser.add_argument("--per-patch", metavar="CSV", help="write the metrics of every patch, as they come")
    parser.add_argument("--format", choices=FORMATS, default="text", help="of the table [text]")
    parser.add_argument("--json", action="store_true", help="the same as --format json")
    parser.add_argument("--out", metavar="FILE", help="write the table to a file instead of the standard output")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Print the table of the protocol. Returns the exit code: 1 when some patches could not be read."""
    from ..accuracy.cloudsen12_table import format_table, json_rows

    failed = 0
    if args.metrics:
        from ..accuracy.cloudsen12_table import read_metrics

        rows = read_metrics(args.metrics)
    else:
        rows, failed = _evaluate(args, reporter)
    table = format_table(rows, "json" if args.json else args.format)
    if args.out:
        from ..rasters.raster_file import whole_file

        with whole_file(args.out, [args.metrics or ""]) as part, open(part, "w", encoding="utf-8") as file:
            file.write(table + "\n")
    if getattr(args, "progress", "none") == "json":
        reporter.result(product=args.metrics or args.patches, rows=json_rows(rows), table=args.out)
        reporter.end(len(rows), failed)
    elif args.out:
        print(args.out)
    else:
        print(table)
    return 1 if failed else 0


def _evaluate(args: argparse.Namespace, reporter: Reporter) -> tuple[list[ProtocolRow], int]:
    """Run the network over all pairs: the rows, and how many pairs failed."""
    from ..accuracy.cloudsen12_patches import evaluate_patch, find_pairs
    from ..accuracy.cloudsen12_table import PatchMetrics, patch_row, protocol_rows
    from ..networks.ensemble import find_network, open_network

    if not args.model:
        raise EngineError("bad-settings", "Name the network to evaluate with --model.")
    pairs = find_pairs(args.patches)
    model = find_network(args.model)
    predictor = open_network(model, device=args.device, precision=args.precision)
    reporter.start(
        products=len(pairs),
        model=model.name,
        device=predictor.device,
        precision=predictor.precision,
        patches=args.patches,
    )
    done: list[PatchMetrics] = []
    failed, started = 0, time.monotonic()
    with _table(args.per_patch, model.name) as write:
        for number, pair in enumerate(pairs, 1):
            try:
                metrics = evaluate_patch(pair, predictor)
            except EngineError as problem:
                failed += 1
                reporter.error(str(pair.image), problem.code, problem.message)
            else:
                done.append(metrics)
                write(patch_row(metrics))
            reporter.progress(str(pair.image), "predict", number / len(pairs))
    if not done:
        raise EngineError("bad-raster", f"None of the {len(pairs)} patches in {args.patches} could be evaluated.")
    reporter.note(f"{len(done)} patches in {time.monotonic() - started:.0f} s, {failed} could not be read.")
    return protocol_rows(model.name, done), failed


@contextlib.contextmanager
def _table(path: str | None, algorithm: str):
    """Yield a function that adds a line to the per-patch table, flushed, so that a long run can be looked into."""
    from ..accuracy.cloudsen12_table import patch_columns

    if not path:
        yield lambda line: None
        return
    try:
        file = open(path, "w", newline="", encoding="utf-8")  # noqa: SIM115 (closed below)
    except OSError as problem:
        raise EngineError("output-folder", f"{path} cannot be written: {problem.strerror}.") from problem
    with file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(patch_columns(algorithm))

        def write(line: list[str]) -> None:
            writer.writerow(line)
            file.flush()

        yield write
