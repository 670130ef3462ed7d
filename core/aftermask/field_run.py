"""The road of `fields`: products, their masks or predictions around the polygons, shares, files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..errors import EngineError, internal_sentence
from ..events import Reporter
from ..masking.mask_granule import MaskSettings
from ..networks.catalog import auto_model
from ..networks.ensemble import find_network
from ..products.granule import Granule
from ..products.grid import is_upright, not_upright, product_grid
from ..rasters.unfinished import publish, unfinished_folder
from ..runs.batch import Predictors
from ..runs.mask_request import MaskRequest
from ..system import gdal_settings
from .field_files import calendar, write_geopackage
from .fields import FieldDate, FieldMask, inside, made_mask, one_a_day, predicted_mask, provenance, shares, summaries
from .known_masks import granule_key, known_masks, masked, open_granules
from .polygon_layer import read_polygons

LAST = 0.97  # share of the progress when all shares are known


def companions(out: str) -> tuple[str, str]:
    """What is written beside a GeoPackage of fields: calendar and provenance."""
    return str(Path(out).with_suffix(".html")), str(Path(out).with_suffix(".json"))


class FieldRun:
    """One run over a layer of polygons, which is read at once. EngineError as `read_polygons` raises it."""

    def __init__(self, polygons: str, layer: str | None, id_field: str | None, usable: float, out: str) -> None:
        self.layer = read_polygons(polygons, layer, id_field)
        self._usable, self._out = usable, Path(out)

    def go(
        self, products: Sequence[str], masks: str | None, request: MaskRequest, reporter: Reporter
    ) -> tuple[dict[str, Any], list[tuple[str, EngineError]]]:
        """Facts of the result, empty when there is none, and the products left out with the reason, told already.

        A mask of a product in the folder `masks` is taken; else the network of `request` predicts around the polygons.
        """
        granules, left_out = open_granules(products)
        for product, error in left_out:
            reporter.error(product, error.code, error.message)
        there = known_masks(masks) if masks else {}
        gdal_settings.hold_tiles(request.settings.resolution)
        predictors = Predictors(request.device, request.precision)
        dates: list[FieldDate] = []
        used: list[FieldMask] = []
        with unfinished_folder(self._out) as folder:
            for number, (product, granule) in enumerate(granules):

                def tell(share: float, stage: str = "predict", number: int = number, product: str = product) -> None:
                    reporter.progress(product, stage, LAST * (number + share) / len(granules))

                try:
                    outside = EngineError(
                        "outside-product", f"No polygon of {self.layer.path} touches {product}. It is left out."
                    )
                    numbers, _ = inside(granule, self.layer)
                    if not len(numbers):
                        raise outside
                    if not is_upright(product_grid(granule, 60).transform):
                        raise not_upright(product)
                    key = granule_key(granule)
                    if key in there:
                        mask = made_mask(masked(granule, there[key]))
                    else:
                        mask = self._predict(folder, granule, request, predictors, tell)
                    found = shares(mask, self.layer, self._usable)
                    if not found:  # a border that only meets the product's
                        raise outside
                    dates += found
                    used.append(mask)
                    tell(1.0, "read")
                except EngineError as error:
                    left_out.append((product, error))
                    reporter.error(product, error.code, error.message)
                except Exception as error:
                    left_out.append((product, EngineError("internal", internal_sentence(product, error))))
                    reporter.error(product, left_out[-1][1].code, left_out[-1][1].message)
            if not dates:
                return {}, left_out
            return self._write(folder, one_a_day(dates), used, left_out, reporter), left_out

    def _predict(
        self, folder: Path, granule: Granule, request: MaskRequest, predictors: Predictors, tell: Any
    ) -> FieldMask:
        name, settings = request.models[0], request.settings
        model = (
            auto_model(granule.level, settings.resolution, granule.bands)[0] if name == "auto" else find_network(name)
        )
        settings = MaskSettings(resolution=settings.resolution, threads=settings.threads)
        return predicted_mask(folder, granule, self.layer, predictors.get(model), settings, tell)

    def _write(
        self, folder: Path, dates: list[FieldDate], used: list[FieldMask], left_out: list, reporter: Reporter
    ) -> dict[str, Any]:
        stem = self._out.stem
        every = summaries(dates, len(self.layer.ids))
        unseen = [self.layer.ids[summary.polygon] for summary in every if not summary.dates]
        if unseen:
            shown = ", ".join(unseen[:5]) + (", …" if len(unseen) > 5 else "")
            reporter.note(f"{len(unseen)} of {len(every)} polygons lie in no product: {shown}.")
        write_geopackage(folder / "fields.gpkg", self.layer, dates, every)
        (folder / f"{stem}.html").write_text(calendar(self.layer, dates, every, self._usable), "utf-8")
        (folder / f"{stem}.json").write_text(provenance(used, self.layer, self._usable, left_out), "utf-8")
        (folder / "fields.gpkg").rename(folder / self._out.name)  # GDAL wants its own ending
        publish(folder, self._out.parent, [f"{stem}.html", f"{stem}.json", self._out.name])
        reporter.progress(str(self._out), "write", 1.0)
        page, facts = companions(str(self._out))
        return {
            "polygons": str(self._out),
            "calendar": page,
            "json": facts,
            "rows": len(dates),
            "days": sorted({date.day for date in dates}),
            "usable": sum(date.usable for date in dates),
            "unseen": len(unseen),
        }
