"""Products and masks as the algorithms after the mask take them."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..bridge.limits import RESOLUTIONS
from ..bridge.product_search import find_products
from .engine_algorithm import EngineAlgorithm
from .mask_options import DEVICE, DEVICES, MODEL, MODELS

translate = QCoreApplication.translate

FOLDER = "FOLDER"
PRODUCTS = "PRODUCTS"
MASKS = "MASKS"
MASK_RESOLUTION = "MASK_RESOLUTION"
VECTOR_FORMATS = ["gpkg", "shp", "geojson", "fgb"]


def add_source_options(algorithm: EngineAlgorithm) -> None:
    """Declare the folder of products, the folder of masks, and how missing masks are made."""
    algorithm.add(
        QgsProcessingParameterFile(
            FOLDER,
            translate("SourceOptions", "Folder of products"),
            behavior=QgsProcessingParameterFile.Behavior.Folder,
            optional=True,
        ),
        translate(
            "SourceOptions", "SAFE folders, zips of them and cloud-archive folders in it are found, however deep."
        ),
    )
    algorithm.add(
        QgsProcessingParameterString(
            PRODUCTS, translate("SourceOptions", "Products, one a line"), multiLine=True, optional=True
        ),
        translate(
            "SourceOptions",
            "In place of a folder, or with it: paths of SAFE folders, zips of them, or stacks of bands. In scripts "
            "also a list.",
        ),
    )
    algorithm.add(
        QgsProcessingParameterFile(
            MASKS,
            translate("SourceOptions", "Folder of masks that are there"),
            behavior=QgsProcessingParameterFile.Behavior.Folder,
            optional=True,
        ),
        translate(
            "SourceOptions",
            "Masks of these products in it are taken, whatever made them; missing ones are made. Empty: all are made.",
        ),
    )
    algorithm.add(
        QgsProcessingParameterEnum(
            MODEL, translate("SourceOptions", "Model of masks that are made"), options=MODELS, defaultValue="auto",
            usesStaticStrings=True,
        ),
        translate("SourceOptions", "The network. auto takes the best available. In scripts by name."),
        advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterEnum(
            MASK_RESOLUTION, translate("SourceOptions", "Resolution of masks that are made (metres)"),
            options=[str(value) for value in RESOLUTIONS], defaultValue="20", usesStaticStrings=True,
        ),
        translate("SourceOptions", "20 m suits most work. In scripts: 10, 20, 30 or 60."),
        advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterEnum(
            DEVICE, translate("SourceOptions", "Device"), options=DEVICES, defaultValue="auto", usesStaticStrings=True
        ),
        translate("SourceOptions", "Where the network runs. auto takes a graphics card when there is one."),
        advanced=True,
    )


def sources_problem(algorithm: EngineAlgorithm, parameters: dict, context: QgsProcessingContext) -> str:
    """One sentence why folders and products cannot work; empty when they can."""
    for name in (FOLDER, MASKS):
        folder = algorithm.parameterAsString(parameters, name, context)
        if folder and not os.path.isdir(folder):
            return translate("SourceOptions", "The folder {path} is not there. Choose an existing one.").format(
                path=folder
            )
    folder, products = products_of(algorithm, parameters, context)
    return "" if folder or products else translate("SourceOptions", "Choose a folder of products, or products.")


def products_of(algorithm: EngineAlgorithm, parameters: dict, context: QgsProcessingContext) -> tuple[str, list[str]]:
    """The folder, empty for none, and the products named one by one. Call it in the main thread."""
    given = parameters.get(PRODUCTS)
    lines = (
        given
        if isinstance(given, (list, tuple))
        else algorithm.parameterAsString(parameters, PRODUCTS, context).splitlines()
    )
    products = [line.strip() for line in lines if line.strip()]
    return algorithm.parameterAsString(parameters, FOLDER, context), products


def source_words(algorithm: EngineAlgorithm, parameters: dict, context: QgsProcessingContext) -> list[str]:
    """The options as words of the engine's command line, but for the products."""
    words = ["--model", algorithm.parameterAsString(parameters, MODEL, context)]
    words += ["--mask-resolution", algorithm.parameterAsString(parameters, MASK_RESOLUTION, context)]
    words += ["--device", algorithm.parameterAsString(parameters, DEVICE, context)]
    masks = algorithm.parameterAsString(parameters, MASKS, context)
    return [*words, "--masks", masks] if masks else words


def polygon_words(
    algorithm: EngineAlgorithm, parameters: dict, polygons: str, field: str, context: QgsProcessingContext
) -> list[str]:
    """A layer of polygons and the field that names them as words of the command line. Call it in the main thread.

    A layer that is no file of these formats, or a selection, becomes a temporary file.
    """
    path, layer = algorithm.parameterAsCompatibleSourceLayerPathAndLayerName(
        parameters, polygons, context, VECTOR_FORMATS, "gpkg", QgsProcessingFeedback()
    )
    words = ["--polygons", path]
    if layer:
        words += ["--layer", layer]
    fields = algorithm.parameterAsFields(parameters, field, context)
    return [*words, "--id", fields[0]] if fields else words


def run_over(
    algorithm: EngineAlgorithm, sources: tuple[str, list[str]], words: list[str], feedback: QgsProcessingFeedback
) -> dict[str, Any]:
    """Run a command over the products of `products_of`; its result. Those that fail are shown and the others done.

    QgsProcessingException when there is no product, or no result.
    """
    folder, named = sources
    products = list(dict.fromkeys([*named, *(find_products(folder, feedback.isCanceled) if folder else ())]))
    if not products:
        raise QgsProcessingException(
            translate(
                "SourceOptions", "No Sentinel-2 product is in {path}. Choose a folder of SAFE folders or zips."
            ).format(path=folder)
        )
    # A list, as a command line takes only so many.
    listed = QgsProcessingUtils.generateTempFilename("products.txt")
    os.makedirs(os.path.dirname(listed), exist_ok=True)
    with open(listed, "w", encoding="utf-8") as file:
        file.write("\n".join(products) + "\n")
    said = algorithm.run_engine([words[0], "--products-from", listed, *words[1:]], feedback)
    if not said.results:
        raise QgsProcessingException(
            str(said.errors[0]["message"])
            if said.errors
            else translate("EngineAlgorithm", "The engine ended without a result. Repair it in Set-up.")
        )
    return said.results[-1]
