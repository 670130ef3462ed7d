"""The command `info`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from ..errors import EngineError

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `s2cloudmask info`."""
    parser.add_argument("products", nargs="+", metavar="PRODUCT", help="SAFE folder, zip or archive-layout folder")
    parser.add_argument("--json", action="store_true", help="one JSON object per product, each on a line")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Print facts of each product; 1 when one cannot be opened."""
    from ..products.product import open_product
    from ..runs.product_facts import product_facts
    from ..runs.product_list import expand

    failed = 0
    for path in expand(args.products):
        try:
            facts = product_facts(open_product(path))
        except EngineError as error:
            failed += 1
            if args.json:
                event = {"event": "error", "product": path, "code": error.code, "message": error.message}
                print(json.dumps(event), flush=True)
            else:
                reporter.note(error.message)
            continue
        print(json.dumps(facts) if args.json else _text(facts), flush=True)
    return 1 if failed else 0


def _text(facts: dict[str, Any]) -> str:
    lines = [
        facts["name"],
        f"  {facts['mission']} {facts['level']}, baseline {facts['baseline'] or 'unknown'}, "
        f"sensed {facts['sensing_time'] or 'at an unknown time'}",
    ]
    for granule in facts["granules"]:
        origin = f"{granule['bounds'][0]:.9g} {granule['bounds'][3]:.9g}"
        lines.append(
            f"  tile {granule['tile'] or 'unknown'}, {granule['crs'] or 'no CRS'}, origin {origin}, "
            f"no data {granule['no_data_share']:.1%}"
        )
        lines.append("    band  metres   size          offset  quantification")
        lines += [
            f"    {band['name']:5} {band['resolution']:6}   {band['width']:5} x {band['height']:<5} "
            f"{band['offset']:7g}  {band['quantification']:g}"
            for band in granule["bands"]
        ]
        if granule["missing"]:
            lines.append(f"    missing: {' '.join(granule['missing'])}")
        lines += [f"    {sentence}" for sentence in (*_reasons(granule["broken"]), *granule["notes"])]
        masks = ", ".join(mask["kind"] for mask in granule["own_masks"]) or "none"
        lines.append(f"    own cloud masks: {masks}; true-colour image: {'yes' if granule['true_colour'] else 'no'}")
    lines += [f"  {failure}" for failure in facts["failures"]]
    lines.append("  models")
    lines += [
        f"    {model['name']:16} {'can run' if model['can_run'] else 'cannot run: ' + model['reason']}"
        for model in facts["models"]
    ]
    return "\n".join(lines)


def _reasons(broken: dict[str, str]) -> list[str]:
    """Why bands cannot be used, those of one reason in one sentence."""
    bands: dict[str, list[str]] = {}
    for band, sentence in broken.items():
        bands.setdefault(sentence.removeprefix(f"{band} "), []).append(band)
    return [f"{' '.join(several)} {reason}" for reason, several in bands.items()]
