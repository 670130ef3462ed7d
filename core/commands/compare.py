"""The command `compare`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `compare`."""
    from ..rasters.class_maps import preset_names

    parser.add_argument("mask", metavar="MASK", help="the mask; its grid is the one of the comparison")
    parser.add_argument("reference", metavar="REFERENCE", help="what is taken for right, on any grid")
    of_reference = parser.add_mutually_exclusive_group()
    of_reference.add_argument(
        "--preset", default="ours", help=f"class map of the reference: {', '.join(preset_names())}"
    )
    of_reference.add_argument("--classes", metavar="TOML", help="class map of the reference, in a file of your own")
    parser.add_argument("--mask-preset", default="ours", help="class map of the mask [ours]")
    parser.add_argument("--mask-band", type=int, default=1, metavar="N", help="band of the mask [1]")
    parser.add_argument("--reference-band", type=int, default=1, metavar="N", help="band of the reference [1]")
    parser.add_argument("--sample", type=int, metavar="N", help="draw N valid pixels instead of counting all")
    parser.add_argument("--seed", type=int, default=0, help="of the sample [0]")
    parser.add_argument("--csv", metavar="FILE", help="write the confusion matrix")
    parser.add_argument("--agreement", metavar="FILE.tif", help="write where the two agree and differ")
    parser.add_argument("--report", metavar="FILE.html", help="write a report to read and to keep")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Compare, write what was asked for, print the figures. Returns the exit code."""
    from ..accuracy.comparison import CompareSettings, compare
    from ..accuracy.comparison_report import confusion_csv, figures, html_report, text_report
    from ..rasters.class_maps import preset, read_class_map
    from ..rasters.raster_file import refuse_inputs, whole_file

    settings = CompareSettings(
        reference_map=read_class_map(args.classes) if args.classes else preset(args.preset),
        mask_map=preset(args.mask_preset),
        mask_band=args.mask_band,
        reference_band=args.reference_band,
        sample=args.sample,
        seed=args.seed,
    )
    for out in filter(None, (args.csv, args.report, args.agreement)):
        refuse_inputs(out, (args.mask, args.reference, args.classes or ""))
    reporter.start(products=1, mask=args.mask, reference=args.reference)
    comparison = compare(
        args.mask,
        args.reference,
        settings,
        agreement=args.agreement,
        on_progress=lambda fraction: reporter.progress(args.mask, "read", fraction),
    )
    for path, make in ((args.csv, confusion_csv), (args.report, html_report)):
        if path:
            with whole_file(path) as part:
                Path(part).write_text(make(comparison), "utf-8")
    numbers = figures(comparison)
    if getattr(args, "progress", "none") == "json":
        written = {"csv": args.csv, "agreement": args.agreement, "report": args.report}
        reporter.result(product=args.mask, **numbers, **written)
        reporter.end(1, 0)
    else:
        print(json.dumps(numbers, indent=1) if args.json else text_report(comparison))
    return 0
