"""The options of masking, shared by the algorithms that mask one product and a folder of them."""

from __future__ import annotations

import os
import re
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..bridge.command_words import bounds_words, crs_word
from ..bridge.limits import DEFAULT_OVERLAP, DEFAULT_PATCH, MOST_BUFFER, MOST_OVERLAP, MOST_VIEWS, RESOLUTIONS
from .engine_algorithm import EngineAlgorithm
from .refinement_options import add_refinement, refinement_words

translate = QCoreApplication.translate

RESOLUTION = "RESOLUTION"
MODEL = "MODEL"
MODEL_FILE = "MODEL_FILE"
EXTENT = "EXTENT"
OVERLAP = "OVERLAP"
TTA = "TTA"
BUFFER = "BUFFER"
DEVICE = "DEVICE"
PRECISION = "PRECISION"

MODELS = [
    "auto",
    "UNetMobV2_V2",
    "UNetMobV2_V1",
    "UKIS+UNetMobV2",
    "UKIS+UNetMobV2_L2A",
    "ukis_l1c",
    "ukis_l2a",
    "UNetMobV2_s2cm",
]
DEVICES = ["auto", "cpu", "cuda", "mps"]
PRECISIONS = ["auto", "float32", "bfloat16", "float16"]


def add_mask_options(algorithm: EngineAlgorithm) -> None:
    """Declare the options on an algorithm; all but resolution, model and extent are advanced."""
    algorithm.add(
        _choice(
            RESOLUTION, translate("MaskOptions", "Resolution (metres)"), [str(metres) for metres in RESOLUTIONS], "20"
        ),
        translate(
            "MaskOptions",
            "Pixel size of the mask. 20 m suits most work; 10 m takes about four times as long; 60 m is a quick look. "
            "In scripts: 10, 20, 30 or 60.",
        ),
    )
    algorithm.add(
        _choice(MODEL, translate("MaskOptions", "Model"), MODELS, "auto"),
        translate(
            "MaskOptions",
            "The network. auto takes UNetMobV2_V2 where its weights have been downloaded, else the embedded UKIS "
            "network, and says which and why in the log. In scripts by name.",
        ),
    )
    algorithm.add(
        QgsProcessingParameterExtent(
            EXTENT, translate("MaskOptions", "Area (whole product when empty)"), optional=True
        ),
        translate(
            "MaskOptions", "Only this area is masked, in any CRS; the mask keeps the pixels of the product's grid."
        ),
    )
    algorithm.add(
        QgsProcessingParameterFile(
            MODEL_FILE,
            translate("MaskOptions", "Network of your own (instead of the model above)"),
            behavior=QgsProcessingParameterFile.Behavior.File,
            optional=True,
        ),
        translate(
            "MaskOptions",
            "A file of weights: the state dict of a 13-band UNetMobV2 (.pt), or TorchScript or ONNX with a small TOML "
            "beside it.",
        ),
        advanced=True,
    )
    algorithm.add(
        _whole_number(OVERLAP, translate("MaskOptions", "Overlap of patches (pixels)"), None, MOST_OVERLAP),
        translate(
            "MaskOptions",
            "Least overlap of neighbouring patches, up to half a patch ({most} px). Empty: {default} px of a patch of "
            "{patch} px. More is slower and smoother at the seams.",
        ).format(most=MOST_OVERLAP, default=DEFAULT_OVERLAP, patch=DEFAULT_PATCH),
        advanced=True,
    )
    algorithm.add(
        _whole_number(TTA, translate("MaskOptions", "Extra views (test-time augmentation)"), 0, MOST_VIEWS),
        translate(
            "MaskOptions",
            "Turned and mirrored views that are predicted as well and averaged. Each takes the time of one more run.",
        ),
        advanced=True,
    )
    algorithm.add(
        _whole_number(BUFFER, translate("MaskOptions", "Widen clouds and shadows (pixels)"), 0, MOST_BUFFER),
        translate("MaskOptions", "Clouds and shadows grow by this many pixels of the mask."),
        advanced=True,
    )
    add_refinement(algorithm, advanced=True)
    algorithm.add(
        _choice(DEVICE, translate("MaskOptions", "Device"), DEVICES, "auto"),
        translate("MaskOptions", "Where the network runs. auto takes a graphics card when there is one."),
        advanced=True,
    )
    algorithm.add(
        _choice(PRECISION, translate("MaskOptions", "Precision"), PRECISIONS, "auto"),
        translate(
            "MaskOptions",
            "Number format of the network. auto takes the fastest that holds on the device; float32 gives the same "
            "mask on every machine.",
        ),
        advanced=True,
    )


def options_problem(algorithm: EngineAlgorithm, parameters: dict, context: QgsProcessingContext) -> str:
    """One sentence why the options cannot work; empty when they can."""
    file = algorithm.parameterAsString(parameters, MODEL_FILE, context)
    if file and not os.path.isfile(file):
        return translate("MaskOptions", "The network {file} is not there. Choose an existing file.").format(file=file)
    area = algorithm.parameterAsExtent(parameters, EXTENT, context)
    if area.isEmpty() and not area.isNull():
        return translate("MaskOptions", "The area is empty. Give xmin, xmax, ymin, ymax with a width and a height.")
    return ""


def option_arguments(algorithm: EngineAlgorithm, parameters: dict, context: QgsProcessingContext) -> list[str]:
    """The options as words of the engine's command line. Call it in the main thread: the extent may be a layer's."""
    words = ["--resolution", algorithm.parameterAsString(parameters, RESOLUTION, context)]
    file = algorithm.parameterAsString(parameters, MODEL_FILE, context)
    words += ["--model", file or algorithm.parameterAsString(parameters, MODEL, context)]
    words += ["--device", algorithm.parameterAsString(parameters, DEVICE, context)]
    words += ["--precision", algorithm.parameterAsString(parameters, PRECISION, context)]
    words += ["--tta", str(algorithm.parameterAsInt(parameters, TTA, context))]
    words += ["--buffer", str(algorithm.parameterAsInt(parameters, BUFFER, context))]
    words += refinement_words(algorithm, parameters, context)
    overlap = algorithm.parameterAsString(parameters, OVERLAP, context)
    if overlap:
        words += ["--overlap", overlap]
    area = algorithm.parameterAsExtent(parameters, EXTENT, context)
    if not area.isNull():
        crs = algorithm.parameterAsExtentCrs(parameters, EXTENT, context)
        corners = (area.xMinimum(), area.yMinimum(), area.xMaximum(), area.yMaximum())
        words += bounds_words((crs.isGeographic() and _across_180(parameters)) or corners, crs_word(crs))
    return words


def _across_180(parameters: dict) -> tuple[float, float, float, float] | None:
    """The corners of an area that is written with xmin larger than xmax, which QGIS would swap; None of any other."""
    number = r"\s*([-+.\deE]+)\s*"
    match = re.match(",".join([number] * 4) + r"(\[|$)", str(parameters.get(EXTENT, "")))
    if not match:
        return None
    xmin, xmax, ymin, ymax = (float(match[place]) for place in range(1, 5))
    return (xmin, ymin, xmax, ymax) if xmin > xmax else None


def _choice(name: str, title: str, options: list[str], default: str) -> QgsProcessingParameterEnum:
    return QgsProcessingParameterEnum(name, title, options=options, defaultValue=default, usesStaticStrings=True)


def _whole_number(name: str, title: str, default: Any, most: int) -> QgsProcessingParameterNumber:
    return QgsProcessingParameterNumber(
        name,
        title,
        type=QgsProcessingParameterNumber.Type.Integer,
        defaultValue=default,
        optional=default is None,
        minValue=0,
        maxValue=most,
    )
