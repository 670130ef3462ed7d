"""The classes of a mask as polygons, with their area."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
import shapely
from affine import Affine
from rasterio.features import shapes

from ..classes import CLASSES
from ..errors import EngineError
from ..products.ground_size import ground_pixel
from ..rasters.mask_values import check_classes, check_maker
from ..rasters.raster_file import opened_raster, whole_file
from .vector_files import write_layer, write_styles
from .vector_styles import classes_style

BATCH = 20_000  # polygons written at a time
ENDINGS = (".gpkg", ".geojson")


@dataclass(frozen=True)
class ClassPolygons:
    """The file that was written, how many polygons a class, and their area in hectares."""

    path: str
    counts: dict[str, int]
    hectares: dict[str, float]


def class_polygons(
    mask_path: str,
    out: str,
    classes: Sequence[int] = (1, 2, 3),
    smallest: float = 0.0,
    simplify: float = 0.0,
    on_progress: Callable[[float], None] = lambda fraction: None,
) -> ClassPolygons:
    """Write the polygons of the chosen classes of a mask as GeoPackage or GeoJSON (WGS 84), by the ending of `out`.

    Pixels of one class that touch by a side are one polygon; all are valid. Polygons under `smallest` square metres
    are left out. `simplify`: tolerance in metres; borders that classes share stay shared (Visvalingam-Whyatt, as
    `shapely.coverage_simplify`), and all polygons are held at once. Areas are those of the polygons written. A
    GeoPackage carries its QGIS style.

    Raises EngineError "bad-raster" when the mask is none, "bad-settings", "nothing-there" for no polygon at all,
    "output-folder", "disk-full", "busy".
    """
    if Path(out).suffix.lower() not in ENDINGS:
        raise EngineError("bad-settings", f"{out} must end with .gpkg or .geojson.")
    known = {item.value: item.name for item in CLASSES}
    if not classes or set(classes) - set(known):
        raise EngineError("bad-settings", "Choose classes of a mask: 0 clear, 1 thick cloud, 2 thin cloud, 3 shadow.")
    if not (0 <= smallest < np.inf and 0 <= simplify < np.inf):
        raise EngineError("bad-settings", "The smallest area and the tolerance are numbers of 0 or more.")
    counts, hectares = {known[value]: 0 for value in classes}, {known[value]: 0.0 for value in classes}
    with opened_raster(mask_path) as mask, whole_file(out) as part:
        if mask.count != 1 or mask.dtypes[0] != "uint8":
            raise EngineError(
                "bad-raster", f"{mask_path} is not a mask: it has {mask.count} band(s) of {mask.dtypes[0]}."
            )
        check_maker(mask)
        metres = _metres(mask)
        crs = mask.crs.to_string() if mask.crs else None
        if crs is None:
            raise EngineError("bad-raster", f"{mask_path} has no coordinate reference system. Assign one first.")
        append = False
        for values, geometries in _batches(mask, classes, smallest / metres**2, simplify / metres):
            areas = shapely.area(geometries) * metres**2
            names = [known[int(value)] for value in values]
            columns = {
                "class": values.astype(np.int32), "name": np.array(names, object), "area_ha": np.round(areas / 1e4, 4),
            }  # fmt: skip
            write_layer(Path(part), "classes", geometries, columns, crs, append=append)
            append = True
            for name, area in zip(names, areas, strict=True):
                counts[name] += 1
                hectares[name] += area / 1e4
            on_progress(0.9)
        if not append:
            raise EngineError(
                "nothing-there",
                f"{mask_path} has no polygon of these classes and this size, so no file is written. Choose other ones.",
            )
        if Path(part).suffix.lower() == ".gpkg":
            write_styles(Path(part), {"classes": classes_style("class")})
    on_progress(1.0)
    return ClassPolygons(out, counts, {name: round(area, 4) for name, area in hectares.items()})


def _metres(mask: rasterio.DatasetReader) -> float:
    """Metres of a unit of the mask's CRS, at its middle."""
    height, width = ground_pixel(mask, mask.height / 2)
    return float(np.sqrt(height * width / abs(mask.transform.determinant)))


def _batches(
    mask: rasterio.DatasetReader, classes: Sequence[int], smallest: float, tolerance: float
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Class values (n,) and polygons (n,); areas and tolerance in units of the CRS."""
    found = _polygons(mask, classes)
    if tolerance:  # a coverage is simplified as a whole, with the polygons that are left out later
        values, geometries = _arrays(list(found))
        if not len(values):
            return
        # Neighbours must have the same vertices: each at every corner of a pixel. Exact, as these are whole numbers.
        side = float(np.sqrt(abs(mask.transform.determinant)))
        simple = shapely.coverage_simplify(shapely.segmentize(geometries, 1.0), tolerance / side)
        simple = _placed(np.where(shapely.is_valid(simple), simple, shapely.make_valid(simple)), mask.transform)
        large = (shapely.area(simple) >= smallest) & (shapely.area(simple) > 0)
        if large.any():
            yield values[large], simple[large]
        return
    smallest /= abs(mask.transform.determinant)  # now in pixels
    batch = []
    for value, polygon in found:
        if polygon.area >= smallest:
            batch.append((value, polygon))
            if len(batch) == BATCH:
                values, geometries = _arrays(batch)
                yield values, _placed(geometries, mask.transform)
                batch = []
    if batch:
        values, geometries = _arrays(batch)
        yield values, _placed(geometries, mask.transform)


def _placed(geometries: np.ndarray, transform: Affine) -> np.ndarray:
    """Polygons in pixels (column, row) brought to the CRS."""
    return shapely.transform(geometries, lambda xy: np.column_stack(transform @ (xy[:, 0], xy[:, 1])))


def _arrays(found: list[tuple[int, shapely.Polygon]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([value for value, _ in found], np.uint8), np.array([polygon for _, polygon in found], object)


def _polygons(mask: rasterio.DatasetReader, classes: Sequence[int]) -> Iterator[tuple[int, shapely.Polygon]]:
    """Class and polygon, in pixels (column, row)."""
    try:
        values = mask.read(1)
    except rasterio.errors.RasterioError as problem:
        raise EngineError("bad-raster", f"{mask.name} cannot be read: {problem}. Check the file.") from problem
    check_classes(values[values != mask.nodata], mask.name)
    for geometry, value in shapes(values, mask=np.isin(values, classes), connectivity=4):
        yield int(value), shapely.geometry.shape(geometry)
