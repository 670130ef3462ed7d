"""A mask corrected by hand: strokes of a brush burnt into its classes, and kept as labels for teaching."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from affine import Affine
from rasterio.errors import CRSError, RasterioError
from rasterio.features import bounds, rasterize
from rasterio.warp import transform_geom

from ..classes import CLASSES, NO_DATA
from ..errors import EngineError
from ..mask_result import MaskResult
from ..products.grid import Grid
from ..rasters.class_raster import write_classes
from ..rasters.mask_files import is_tiff
from ..rasters.mask_values import check_maker
from ..rasters.raster_file import opened_raster, refuse_inputs
from ..system.files import file_sha256
from ..version import version
from .refine import mask_grid, mask_rows, source_facts, titles_of

VALUES = {item.name: item.value for item in CLASSES}
LARGEST_FILE = 64 << 20  # bytes of strokes
_BARE = 254  # a pixel that no stroke covers
WGS84 = "EPSG:4326"  # of a GeoJSON that names no other (RFC 7946)

Shape = tuple[dict[str, Any], int, float, float]  # geometry, class, first and last row that it may touch


def correct(
    source: str,
    strokes: str,
    out: str,
    overwrite: bool = False,
    on_progress: Callable[[float], None] = lambda fraction: None,
    announce: Callable[[MaskResult], None] = lambda result: None,
) -> MaskResult:
    """Write a mask (.tif, .qml, .json) with the classes of `strokes`, and the strokes as labels (.geojson) beside it.

    strokes: GeoJSON polygons with the property `label`, a class's name; later ones lie on earlier ones. A pixel is
    painted where its centre is; what has no data stays so. A mask that was corrected before may be its own `out`, with
    `overwrite`: its labels are kept, and the new ones come after them. The provenance is that of the source, with what
    was painted under `corrected`.

    EngineError "bad-raster", "bad-polygons", "bad-settings", "nothing-there" (no stroke lies on the mask), "exists",
    "name-taken", "output-folder", "disk-full", "busy".
    """
    target = Path(out)
    if not is_tiff(target):
        raise EngineError("bad-settings", f"{out} must end with .tif: a mask is a GeoTIFF.")
    labels = target.with_suffix(".geojson")
    refuse_inputs(labels, [source, strokes])
    with opened_raster(source) as raster:
        if raster.count != 1:
            raise EngineError("bad-raster", f"{source} has {raster.count} bands, a mask 1. Give a mask.")
        check_maker(raster)
        facts = source_facts(source, raster.tags())
        grid = mask_grid(raster, facts)
    former = facts.get("corrected")
    if not former:
        refuse_inputs(target, [source])
    if labels.is_dir() or (labels.exists() and not target.exists()):
        raise EngineError("name-taken", f"{labels} is there and belongs to no mask. Move it, or choose another name.")
    features = _features(Path(strokes))
    shapes = _shapes(features, strokes, grid)
    painted, changed = np.zeros(256, np.int64), np.zeros(256, np.int64)
    for before, after, stroke in _corrected_rows(source, shapes, grid):
        painted += np.bincount(after[stroke], minlength=256)
        changed += np.bincount(after[after != before], minlength=256)
    if not painted.any():
        raise EngineError("nothing-there", f"No stroke of {strokes} lies on {source}. Check both.")
    on_progress(0.3)
    counts = _by_name(painted)
    corrected = {
        "from": Path(source).name,
        "from_sha256": file_sha256(Path(source)),
        "version": version(),
        "strokes": len(features),
        "strokes_sha256": file_sha256(Path(strokes)),
        "painted": counts,
        "changed": _by_name(changed),
    }
    titles = titles_of(facts)
    titles |= {item.value: item.title for item in CLASSES if item.name in counts} | titles
    facts = _provenance(facts, corrected, former)
    earlier = _features(labels) if former and labels.exists() and target.samefile(source) else []
    result = write_classes(
        target, grid, (after for _, after, _ in _corrected_rows(source, shapes, grid)), facts,
        dict(sorted(titles.items())), lambda share: on_progress(0.3 + 0.7 * share), overwrite=overwrite,
        announce=announce, beside={labels.name: _label_text([*earlier, *features], grid.crs, target.name)},
    )  # fmt: skip
    return replace(result, product=source)


def _provenance(facts: dict[str, Any], corrected: dict[str, Any], former: Any) -> dict[str, Any]:
    """Facts of the source without what is no longer true: it is not the mask that its network made."""
    facts = dict(facts)
    identity = facts.get("identity")
    if isinstance(identity, dict):
        facts["product_identity"] = identity.get("product")
    for name in ("identity", "confidence"):
        facts.pop(name, None)
    facts["corrected"] = {**corrected, "before": former} if former else corrected
    return facts


def _features(path: Path) -> list[dict[str, Any]]:
    """Polygons of a file with class and CRS (WGS 84 unless the file names one). EngineError `bad-polygons`."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise EngineError("bad-polygons", f"{path} is larger than {LARGEST_FILE >> 20} MB. Give fewer strokes.")
        table = json.loads(path.read_text("utf-8"))
        crs = str((table.get("crs") or {}).get("properties", {}).get("name") or WGS84)
        found = []
        for number, feature in enumerate(table["features"], 1):
            label, shape = feature["properties"]["label"], feature["geometry"]
            if label not in VALUES:
                raise EngineError(
                    "bad-polygons", f"{path}, feature {number}: {str(label)[:40]} is no class. Give one of "
                    f"{', '.join(VALUES)}.",
                )  # fmt: skip
            if shape["type"] not in ("Polygon", "MultiPolygon"):
                raise EngineError("bad-polygons", f"{path}, feature {number} is not a polygon. Give the painted area.")
            found.append({"label": label, "geometry": shape, "crs": crs})
        return found
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise EngineError("bad-polygons", f"{path} is not a GeoJSON file of strokes ({error}). Paint again.") from error


def _shapes(features: Iterable[dict[str, Any]], path: str, grid: Grid) -> list[Shape]:
    """Strokes in the CRS of the grid, each with the rows that it may touch. EngineError `bad-polygons`."""
    found = []
    try:
        for feature in features:
            geometry = feature["geometry"]
            if grid.crs:
                geometry = transform_geom(feature["crs"], grid.crs, geometry)
            _, first, _, last = bounds(geometry, transform=~grid.transform)
            rasterize([geometry], out_shape=(1, 1), transform=grid.transform)  # refuses what has no area
            found.append((geometry, VALUES[feature["label"]], min(first, last), max(first, last)))
    except (CRSError, RasterioError, ValueError, TypeError, IndexError, KeyError) as error:
        raise EngineError("bad-polygons", f"{path} has a stroke without an area ({error}). Paint again.") from error
    return found


def _corrected_rows(
    source: str, shapes: Sequence[Shape], grid: Grid
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Strips of a mask from top to bottom: classes before and after (rows, cols) uint8, and where a stroke lies."""
    row = 0
    with opened_raster(source) as raster:
        for before in mask_rows(raster):
            stop, painted = row + len(before), np.full(before.shape, _BARE, np.uint8)
            here = [(geometry, value) for geometry, value, first, last in shapes if first < stop and last > row]
            if here:
                rasterize(here, out=painted, transform=grid.transform @ Affine.translation(0, row))
            stroke = (painted != _BARE) & (before != NO_DATA)
            yield before, np.where(stroke, painted, before), stroke
            row = stop


def _by_name(counts: np.ndarray) -> dict[str, int]:
    """Number of pixels of each class that has some."""
    return {item.name: int(counts[item.value]) for item in CLASSES if counts[item.value]}


def _label_text(features: Iterable[dict[str, Any]], crs: str, mask: str) -> str:
    """GeoJSON of the strokes in the mask's CRS, each with the name of the mask, as `finetune --labels` takes them."""
    table: dict[str, Any] = {"type": "FeatureCollection"}
    if crs:
        table["crs"] = {"type": "name", "properties": {"name": crs}}
    table["features"] = [
        {
            "type": "Feature",
            "properties": {"label": feature["label"], "mask": mask},
            "geometry": transform_geom(feature["crs"], crs, feature["geometry"]) if crs else feature["geometry"],
        }
        for feature in features
    ]
    return json.dumps(table) + "\n"
