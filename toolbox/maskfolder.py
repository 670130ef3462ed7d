"""Processing algorithm: the cloud masks of all products in a folder, and a table of them."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..bridge.background import waiting
from ..bridge.portions import in_portions
from ..bridge.product_info import ProductInfo, info_from_event, info_from_name
from ..bridge.product_search import find_products
from .engine_algorithm import EngineAlgorithm, EngineRun
from .mask_options import add_mask_options, option_arguments, options_problem
from .mask_table import CRS, FAILED, SKIPPED, TableRow, failure_row, feature, mask_row, table_fields
from .qgis_enums import POLYGONS
from .sections import making_masks

LOOKING = 0.1  # share of the run's progress for reading metadata


class MaskFolder(EngineAlgorithm):
    """Masks every product in a folder and below, skips what is done, and maps the figures."""

    INPUT = "INPUT"
    FROM = "FROM"
    TO = "TO"
    TILE = "TILE"
    OVERWRITE = "OVERWRITE"
    CONFIDENCE = "CONFIDENCE"
    OUTPUT = "OUTPUT"
    TABLE = "TABLE"
    MASKS = "MASKS"
    MASK_COUNT = "MASK_COUNT"
    SKIPPED_COUNT = "SKIPPED_COUNT"
    FAILED_COUNT = "FAILED_COUNT"

    def name(self) -> str:
        """Id within the provider."""
        return "maskfolder"

    def title(self) -> str:
        """Name in the toolbox."""
        return self.tr("Mask a folder of products")

    def section(self) -> tuple[str, str]:
        """Group in the toolbox."""
        return making_masks()

    def tags(self) -> list[str]:
        """Words that find it in the toolbox."""
        return self.tr("sentinel-2,cloud,shadow,mask,batch,folder,archive,time series,table,geopackage").split(",")

    def shortDescription(self) -> str:
        """Tooltip in the toolbox."""
        return self.tr(
            "Masks every Sentinel-2 product in a folder, by date and tile, and makes a table with footprints."
        )

    def shortHelpString(self) -> str:
        """Text beside the dialog."""
        return self.tr(
            "<p>Looks for Sentinel-2 products in a folder and in all folders below it, and masks each. Products may "
            "be chosen by sensing date and tile. A mask that is there already, made with the same settings, is <b>not "
            "made again</b>. A product that cannot be masked is reported, and the others go on.</p><p>The table has a "
            "row a mask and a row a failure: the footprint as a polygon (where the mask has data, EPSG:4326), sensing "
            "time, tile, class shares in percent, model, and the paths. It can be mapped, filtered and joined.</p>"
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterFile(
                self.INPUT,
                self.tr("Folder of products"),
                behavior=QgsProcessingParameterFile.Behavior.Folder,
            ),
            self.tr("SAFE folders, zips of them and cloud-archive folders in it are found, however deep."),
        )
        for name, title, help_text in (
            (self.FROM, self.tr("From (sensing date)"), self.tr("Earlier products are left out.")),
            (self.TO, self.tr("To (sensing date)"), self.tr("Later products are left out; the day itself is in.")),
        ):
            self.add(
                QgsProcessingParameterDateTime(
                    name, title, type=QgsProcessingParameterDateTime.Type.Date, optional=True
                ),
                help_text,
            )
        self.add(
            QgsProcessingParameterString(self.TILE, self.tr("Tiles"), optional=True),
            self.tr("Only these tiles, such as 55JGF or 55JGF,56JMM. Empty: all."),
        )
        add_mask_options(self)
        self.add(
            QgsProcessingParameterBoolean(self.CONFIDENCE, self.tr("Write confidence rasters"), False),
            self.tr("Writes <product>_confidence.tif too: four bands, probability times 250, 255 no data."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(self.OVERWRITE, self.tr("Overwrite existing masks"), False),
            self.tr("Without it a mask with the same settings is skipped, and one with other settings is a failure."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFolderDestination(self.OUTPUT, self.tr("Folder for masks")),
            self.tr("Each mask becomes <product>_cloudmask.tif, with its style and provenance beside it."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.TABLE,
                self.tr("Table of masks"),
                type=POLYGONS,
                optional=True,
            ),
            self.tr("Footprints and figures, best as a GeoPackage (.gpkg)."),
        )
        self.addOutput(QgsProcessingOutputMultipleLayers(self.MASKS, self.tr("Masks")))
        self.addOutput(QgsProcessingOutputNumber(self.MASK_COUNT, self.tr("Masks made")))
        self.addOutput(QgsProcessingOutputNumber(self.SKIPPED_COUNT, self.tr("Masks that were there already")))
        self.addOutput(QgsProcessingOutputNumber(self.FAILED_COUNT, self.tr("Products that failed")))

    def problem(self, parameters: dict, context: QgsProcessingContext) -> str:
        """Why these values cannot work."""
        folder = self.parameterAsString(parameters, self.INPUT, context)
        if not os.path.isdir(folder):
            return self.tr("The folder {path} is not there. Choose an existing one.").format(path=folder)
        first, last = self._day(parameters, self.FROM, context), self._day(parameters, self.TO, context)
        if first and last and first > last:
            return self.tr("The dates leave nothing: {first} is later than {last}.").format(first=first, last=last)
        return options_problem(self, parameters, context)

    def _day(self, parameters: dict, name: str, context: QgsProcessingContext) -> str:
        """An optional date as YYYY-MM-DD, else empty."""
        day = self.parameterAsDateTime(parameters, name, context)
        return day.toString("yyyy-MM-dd") if day.isValid() else ""

    def read_inputs(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Copy the inputs."""
        self._folder = self.parameterAsString(parameters, self.INPUT, context)
        self._days = self._day(parameters, self.FROM, context), self._day(parameters, self.TO, context)
        tiles = self.parameterAsString(parameters, self.TILE, context).upper().replace(",", " ").split()
        self._tiles = {tile[1:] if len(tile) == 6 and tile[0] == "T" else tile for tile in tiles}
        self._options = option_arguments(self, parameters, context)
        for parameter, option in ((self.CONFIDENCE, "--confidence"), (self.OVERWRITE, "--overwrite")):
            if self.parameterAsBoolean(parameters, parameter, context):
                self._options.append(option)

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Find, choose and mask the products; then write the table."""
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        with waiting():
            products = list(find_products(self._folder, feedback.isCanceled, feedback.setProgressText))
        if not products:
            raise QgsProcessingException(
                self.tr("No Sentinel-2 product is in {path}. Choose a folder of SAFE folders or zips.").format(
                    path=self._folder
                )
            )
        said = EngineRun()
        chosen = self._choose(products, said, feedback)
        feedback.pushInfo(self.tr("{chosen} of {found} products are to be masked.").format(
            chosen=len(chosen), found=len(products)))  # fmt: skip
        self._mask(chosen, output, said, feedback)
        rows = [mask_row(event) for event in said.results]
        rows += [failure_row(info_from_name(str(event["product"])), str(event["message"])) for event in said.errors]
        outputs = self._write_table(rows, parameters, context)
        if said.errors and not said.results:
            raise QgsProcessingException(
                self.tr("None of the {count} products could be masked. The first: {message}").format(
                    count=len(said.errors), message=said.errors[0]["message"]
                )
            )
        statuses = [row.values["status"] for row in rows]
        return {
            **outputs,
            self.OUTPUT: output,
            self.MASKS: [event["mask"] for event in said.results],
            self.MASK_COUNT: len(said.results) - statuses.count(SKIPPED),
            self.SKIPPED_COUNT: statuses.count(SKIPPED),
            self.FAILED_COUNT: statuses.count(FAILED),
        }

    def _choose(self, products: list[str], said: EngineRun, feedback: QgsProcessingFeedback) -> list[str]:
        """The products of the wanted dates and tiles; those that cannot be read go to the errors."""
        if not any(self._days) and not self._tiles:
            return products
        chosen = []
        for part, share in _with_shares(products, 0.0, LOOKING):
            read = self.run_engine(["info", *part, "--json"], feedback, share, show_errors=False)
            chosen += [info.path for info in map(info_from_event, read.results) if self._wanted(info)]
            for event in read.errors:
                guess = info_from_name(str(event["product"]))
                if not guess.sensing_time or self._wanted(guess):
                    said.errors.append(event)
                    feedback.reportError(str(event["message"]))
        return chosen

    def _wanted(self, info: ProductInfo) -> bool:
        day, (first, last) = info.sensing_time[:10], self._days
        return (
            (not first or day >= first)
            and (not last or day <= last)
            and (not self._tiles or bool(self._tiles.intersection(info.tiles)))
        )

    def _mask(self, products: list[str], output: str, said: EngineRun, feedback: QgsProcessingFeedback) -> None:
        for part, share in _with_shares(products, LOOKING, 1.0):
            run = self.run_engine(["mask", *part, "--out", output, *self._options], feedback, share)
            said.results += run.results
            said.errors += run.errors

    def _write_table(self, rows: list[TableRow], parameters: dict, context: QgsProcessingContext) -> dict[str, Any]:
        """Made at the end, so that a cancelled run leaves no table."""
        fields = table_fields()
        sink, path = self.parameterAsSink(
            parameters, self.TABLE, context, fields, QgsWkbTypes.Type.Polygon, QgsCoordinateReferenceSystem(CRS)
        )
        if sink is None:
            return {}
        for row in rows:
            if not sink.addFeature(feature(row, fields), QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, self.TABLE))
        return {self.TABLE: path}


def _with_shares(paths: list[str], start: float, stop: float) -> list[tuple[list[str], tuple[float, float]]]:
    """The parts that a command line takes, each with its share of the progress between start and stop."""
    shares, done = [], 0
    for part in in_portions(paths):
        after = done + len(part)
        span = stop - start
        shares.append((part, (start + span * done / len(paths), start + span * after / len(paths))))
        done = after
    return shares
