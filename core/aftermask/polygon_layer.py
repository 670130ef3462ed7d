"""Polygons out of any vector file: valid, with their ids, in the CRS of a raster."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyogrio
import rasterio
import shapely
from rasterio.warp import transform

from ..errors import EngineError

MOST = 100_000  # polygons; more are a mistake, and would take days


@dataclass(frozen=True)
class PolygonLayer:
    """`geometries` (n,) polygons or multipolygons in `crs`, with `ids` (n,) text and a sentence for each left out."""

    path: str
    crs: str
    ids: tuple[str, ...]
    geometries: np.ndarray
    left_out: tuple[str, ...]

    def in_crs(self, crs: str) -> np.ndarray:
        """The polygons in another CRS.

        Returns
        -------
        (n,) geometries
            None for one that has no place in `crs`.

        Raises
        ------
        EngineError
            `bad-polygons` where there is no way from one CRS to the other.
        """
        if crs == self.crs:
            return self.geometries
        coordinates = shapely.get_coordinates(self.geometries)
        try:
            xs, ys = transform(self.crs, crs, coordinates[:, 0], coordinates[:, 1])
        except rasterio.errors.RasterioError as problem:
            raise EngineError(
                "bad-polygons",
                f"The CRS of {self.path} cannot be brought to {crs} ({problem}). Save it in another CRS.",
            ) from problem
        moved = shapely.set_coordinates(shapely.transform(self.geometries, lambda c: c), np.column_stack([xs, ys]))
        bounds = shapely.bounds(moved)
        moved[~np.isfinite(bounds).all(axis=1)] = None
        return moved


def read_polygons(path: str, layer: str | None = None, id_field: str | None = None) -> PolygonLayer:
    """Read a layer of polygons; `id_field` names them, else their number in the file.

    An invalid polygon is mended (self-intersections, open rings); one that is empty or has no area is left out with a
    sentence. EngineError `bad-polygons` when the file, layer or field is not there, there is no CRS, or no polygon.
    """
    name = _layer_name(path, layer)
    try:
        info = pyogrio.read_info(path, layer=name)
        if id_field is not None and id_field not in info["fields"]:
            raise EngineError(
                "bad-polygons", f"{path} has no field {id_field}. Choose one of {', '.join(info['fields']) or 'none'}."
            )
        if info["features"] > MOST:
            raise EngineError("bad-polygons", f"{path} holds {info['features']} polygons, more than {MOST}. Split it.")
        columns = [id_field] if id_field else []
        meta, fids, wkb, fields = pyogrio.raw.read(path, layer=name, columns=columns, return_fids=True, force_2d=True)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError, RuntimeError) as problem:
        raise EngineError("bad-polygons", f"{path} cannot be read ({problem}). Check the file.") from problem
    if not meta["crs"]:
        raise EngineError("bad-polygons", f"{path} has no coordinate reference system. Assign one first.")
    try:
        crs = rasterio.crs.CRS.from_user_input(meta["crs"]).to_string()
    except rasterio.errors.CRSError as problem:
        raise EngineError("bad-polygons", f"The CRS of {path} is not known ({problem}). Assign another.") from problem
    names = [_name(value) for value in (fields[0] if id_field else fids)]
    ids, kept, left_out = [], [], []
    for fid, identifier, geometry in zip(fids, names, shapely.from_wkb(wkb, on_invalid="ignore"), strict=True):
        polygon = _polygonal(geometry)
        if polygon is None:
            left_out.append(f"Polygon {identifier or fid} of {path} is empty or has no area; it is left out.")
        else:
            ids.append(identifier)
            kept.append(polygon)
    if not kept:
        raise EngineError("bad-polygons", f"{path} holds no polygon with an area. Give a layer of polygons.")
    if len(set(ids)) < len(ids):
        twice = next(identifier for identifier in ids if ids.count(identifier) > 1)
        raise EngineError(
            "bad-polygons",
            f"The field {id_field} of {path} is {twice or 'empty'} for several polygons. Choose a field that tells "
            "them apart.",
        )
    return PolygonLayer(path, crs, tuple(ids), np.array(kept, object), tuple(left_out))


def _layer_name(path: str, layer: str | None) -> str | None:
    try:
        layers = {str(name): str(kind or "") for name, kind in pyogrio.list_layers(path)}
    except (pyogrio.errors.DataSourceError, RuntimeError) as problem:
        raise EngineError(
            "bad-polygons", f"{path} cannot be opened as a vector layer ({problem}). Check the file."
        ) from problem
    known = ", ".join(layers) or "none"
    if layer is not None:
        if layer not in layers:
            raise EngineError("bad-polygons", f"{path} has no layer {layer}. Choose one of {known}.")
        return layer
    polygons = [name for name, kind in layers.items() if "Polygon" in kind] or list(layers)
    if len(polygons) > 1:
        raise EngineError("bad-polygons", f"{path} holds several layers ({known}). Name one.")
    return polygons[0] if polygons else None


def _name(value: object) -> str:
    """A field's value as a name: whole numbers without a decimal point, though a column with gaps holds floats."""
    if value is None or value != value:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _polygonal(geometry: shapely.Geometry | None) -> shapely.Geometry | None:
    """The valid polygons of a geometry; None when it has none with an area."""
    if geometry is None or geometry.is_empty or not np.isfinite(shapely.get_coordinates(geometry)).all():
        return None
    if not geometry.is_valid:
        geometry = shapely.make_valid(geometry)
    parts = [part for part in shapely.get_parts(geometry, return_index=False) if part.geom_type.endswith("Polygon")]
    parts = [piece for part in parts for piece in shapely.get_parts(part) if piece.area > 0]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
