"""What a product is, what it lacks, and which models can run on it."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from .errors import EngineError

if TYPE_CHECKING:
    from .events import Reporter
    from .networks.catalog import Model
    from .product import Granule, Product


def product_facts(product: Product) -> dict[str, Any]:
    """Facts of a product as JSON types: see the command `info --json` in docs/commands.md."""
    from .networks.catalog import models

    first = product.granules[0]
    return {
        "event": "product",
        "path": product.path,
        "name": product.name,
        "mission": first.mission,
        "level": first.level,
        "baseline": first.baseline,
        "sensing_time": first.sensing_time,
        "granules": [_granule_facts(granule) for granule in product.granules],
        "models": [
            {"name": model.name, "can_run": not reason, "reason": reason}
            for model in models()
            for reason in (_reason_against(model, product),)
        ],
    }


def _granule_facts(granule: Granule) -> dict[str, Any]:
    from .reader import product_grid, read_footprint

    footprint = read_footprint(granule, list(granule.bands))
    return {
        "name": granule.name,
        "tile": granule.tile,
        "crs": granule.crs,
        "bounds": list(product_grid(granule, 10).bounds),
        "bands": [
            {
                "name": band.name, "path": band.path, "resolution": band.resolution, "width": band.width,
                "height": band.height, "offset": band.offset, "quantification": band.quantification,
                "index": band.index,
            }
            for band in granule.bands.values()
        ],
        "missing": list(granule.missing),
        "own_masks": [{"kind": mask.kind, "path": mask.path} for mask in granule.own_masks],
        "true_colour": granule.true_colour,
        "no_data_share": round(1 - float(footprint.mean()), 4),
    }  # fmt: skip


def _reason_against(model: Model, product: Product) -> str:
    """Why a model cannot run on a product; empty when it can."""
    from .networks.catalog import model_state

    level = product.granules[0].level
    if level not in model.levels:
        return f"runs on {' and '.join(model.levels)}, this is {level}"
    missing = sorted({band for granule in product.granules for band in model.bands if band not in granule.bands})
    if missing:
        return f"needs {' '.join(missing)}, which this product lacks"
    if model_state(model) == "missing":
        return f"its weights are not here: s2cloudmask models fetch {model.name}"
    return ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `s2cloudmask info`."""
    parser.add_argument("products", nargs="+", metavar="PRODUCT", help="SAFE folder, zip or archive-layout folder")
    parser.add_argument("--json", action="store_true", help="one JSON object a line and product")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Print facts of each product; 1 when one cannot be opened."""
    from .product import open_product

    failed = 0
    for path in args.products:
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
        f"  {facts['mission']} {facts['level']}, baseline {facts['baseline']}, sensed {facts['sensing_time']}",
    ]
    for granule in facts["granules"]:
        origin = f"{granule['bounds'][0]:.0f} {granule['bounds'][3]:.0f}"
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
        masks = ", ".join(mask["kind"] for mask in granule["own_masks"]) or "none"
        lines.append(f"    own cloud masks: {masks}; true-colour image: {'yes' if granule['true_colour'] else 'no'}")
    lines.append("  models")
    lines += [
        f"    {model['name']:16} {'can run' if model['can_run'] else 'cannot run: ' + model['reason']}"
        for model in facts["models"]
    ]
    return "\n".join(lines)
