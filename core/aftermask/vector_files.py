"""Vector files that this program writes: GeoPackages of several layers with their styles, and GeoJSON."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely

from ..errors import EngineError

# The date that GDAL writes into a GeoPackage: the same input gives the same bytes.
_FIXED = {"OGR_CURRENT_DATE": "2000-01-01T00:00:00.000Z"}
STYLES = ("f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML", "styleSLD",
          "useAsDefault", "description", "owner", "ui", "update_time")  # fmt: skip


def write_layer(
    path: Path, layer: str, geometries: np.ndarray, columns: Mapping[str, Any], crs: str, *, append: bool = False
) -> None:
    """Write polygons and their columns as a layer of a GeoPackage or a GeoJSON file, by the ending.

    GeoJSON is written in WGS 84, as RFC 7946 wants.

    Parameters
    ----------
    geometries : (n,) object
        Shapely geometries in `crs`.
    columns : mapping of (n,) arrays
        A masked one has nulls.
    append : bool
        To the layer that is there.

    Raises
    ------
    EngineError
        `disk-full`: it cannot be written.
    """
    driver = "GeoJSON" if path.suffix.lower() in (".geojson", ".json") else "GPKG"
    options = {"RFC7946": "YES"} if driver == "GeoJSON" else {}
    several = bool((shapely.get_type_id(geometries) == shapely.GeometryType.MULTIPOLYGON).any()) or driver == "GPKG"
    if several:
        geometries = np.array(
            [shapely.MultiPolygon([part]) if part.geom_type == "Polygon" else part for part in geometries], object
        )
    data = [np.ma.getdata(values) for values in columns.values()]
    nulls = [np.ma.getmaskarray(values) if np.ma.isMaskedArray(values) else None for values in columns.values()]
    _write(
        path, layer, shapely.to_wkb(geometries), data, list(columns), driver,
        field_mask=nulls, geometry_type="MultiPolygon" if several else "Polygon", crs=crs, append=append, **options,
    )  # fmt: skip


def write_styles(path: Path, styles: Mapping[str, str]) -> None:
    """Put QGIS styles (QML, by layer) into a GeoPackage as the layers' own."""
    text = {name: np.full(len(styles), "", object) for name in STYLES if name not in ("useAsDefault", "update_time")}
    text["f_table_name"] = np.array(list(styles), object)
    text["f_geometry_column"][:] = "geom"
    text["styleName"][:] = "s2cloudmask"
    text["styleQML"] = np.array(list(styles.values()), object)
    text["update_time"] = np.full(len(styles), "2000-01-01T00:00:00", "datetime64[ms]")  # QGIS sorts by it
    columns = {name: text.get(name, np.ones(len(styles), bool)) for name in STYLES}
    _write(path, "layer_styles", None, list(columns.values()), list(columns), "GPKG", geometry_type=None, crs=None)


def _write(path: Path, layer: str, wkb: Any, data: list, fields: list[str], driver: str, **options: Any) -> None:
    version = {"dataset_options": {"VERSION": "1.2"}} if driver == "GPKG" and not path.exists() else {}
    before = {name: pyogrio.get_gdal_config_option(name) for name in _FIXED}
    pyogrio.set_gdal_config_options(_FIXED)
    try:
        pyogrio.raw.write(str(path), wkb, data, fields, layer=layer, driver=driver, **options, **version)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.FeatureError, RuntimeError) as problem:
        raise EngineError(
            "disk-full", f"{path.name} could not be written ({problem}). Free some space, or choose another folder."
        ) from problem
    finally:
        pyogrio.set_gdal_config_options(before)
