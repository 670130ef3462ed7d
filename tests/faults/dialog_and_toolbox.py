"""What the list of the QGIS dialog and the toolbox say of a path, as a user gives it to them.

In QGIS' Python: `python dialog_and_toolbox.py PLUGINS` (the folder that holds the plugin's package) answers questions,
one JSON object a line: {"arguments": [PRODUCT, "--bounds", …], "environment": {}, "model": NAME, "out": FOLDER,
"masks": COUNT}.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass

MOST_SECONDS = 900  # a bound against hanging


@dataclass(frozen=True)
class Asked:
    """A product and an area, as they stand on the command line."""

    product: str
    bounds: tuple[float, ...] = ()
    crs: str = ""

    @classmethod
    def of(cls, arguments: list[str]) -> Asked:
        """From the words of the command line."""
        product, *rest = arguments
        if not rest:
            return cls(product)
        return cls(product, tuple(map(float, rest[1:5])), rest[6])

    @property
    def extent(self) -> str:
        """The area as a parameter of Processing."""
        xmin, ymin, xmax, ymax = self.bounds
        return f"{xmin},{xmax},{ymin},{ymax} [{self.crs}]"


@dataclass(frozen=True)
class Said:
    """Whether a product is taken, and the sentence when it is not."""

    taken: bool
    sentence: str = ""


def wait(condition) -> None:
    """Let QGIS work until a condition holds. TimeoutError."""
    from qgis.core import QgsApplication

    until = time.monotonic() + MOST_SECONDS
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError("waited in vain for the dialog")
        QgsApplication.processEvents()
        time.sleep(0.005)


def dialog_says(asked: list[Asked]) -> list[Said]:
    """Add each product to a list of its own, as by the button or a drop; the engine reads all of them."""
    from s2cloudmask.ui.dialog.product_model import State
    from s2cloudmask.ui.dialog.product_panel import ProductPanel
    from s2cloudmask.ui.runs.engine_errands import EngineErrands

    panels = [ProductPanel() for _ in asked]
    refused: list[list[str]] = [[] for _ in asked]
    for panel, one, sentences in zip(panels, asked, refused):  # noqa: B905 (Python 3.9)
        panel.refused.connect(sentences.append)
        panel.add([one.product])
        if one.bounds:
            panel.model.set_area((one.bounds, one.crs))
    wait(lambda: not any(panel.is_searching for panel in panels))
    errands = EngineErrands(panels[0])
    for panel in panels:
        errands.product_read.connect(panel.model.set_info)
    errands.read_products([path for panel in panels for path in panel.model.paths()])
    wait(lambda: not any(panel.model.paths(State.READING) for panel in panels))
    return [_row(panel.model, sentences) for panel, sentences in zip(panels, refused)]  # noqa: B905


def _row(model, refused: list[str]) -> Said:
    from qgis.PyQt.QtCore import Qt

    if model.chosen():
        return Said(True)
    rows = range(model.rowCount())
    reasons = [model.index(row, model.STATE).data(Qt.ItemDataRole.ToolTipRole) for row in rows]
    return Said(False, " ".join(refused + reasons))


def toolbox_takes(asked: Asked, out: str) -> tuple[Said, list[str]]:
    """What the algorithm says before it runs, and the beginning of its command."""
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    algorithm, parameters = _algorithm(asked, out, "auto")
    context = QgsProcessingContext()
    taken, sentence = algorithm.checkParameterValues(parameters, context)
    if taken:
        algorithm.prepare(parameters, context, QgsProcessingFeedback())
    return Said(taken, sentence), algorithm._command if taken else []


def toolbox_says(asked: Asked, out: str, model: str = "auto") -> Said:
    """Run the algorithm to its end; the mask is `out`."""
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

    algorithm, parameters = _algorithm(asked, out, model)
    context = QgsProcessingContext()
    taken, sentence = algorithm.checkParameterValues(parameters, context)
    if not taken:
        return Said(False, sentence)
    try:
        algorithm.run(parameters, context, QgsProcessingFeedback(), {}, False)
    except QgsProcessingException as error:
        return Said(False, str(error))
    return Said(True)


def toolbox_says_of_folder(folder: str, out: str, model: str) -> tuple[Said, int]:
    """Run the algorithm for a folder of products to its end, and how many masks it made in the folder `out`."""
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

    from s2cloudmask.toolbox.maskfolder import MaskFolder

    parameters = {"INPUT": folder, "RESOLUTION": "60", "MODEL": model, "OUTPUT": out}
    try:
        results, _ = MaskFolder().create().run(parameters, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)
    except QgsProcessingException as error:
        return Said(False, str(error)), 0
    return Said(True), len(results["MASKS"])


def _algorithm(asked: Asked, out: str, model: str):
    from s2cloudmask.toolbox.maskproduct import MaskProduct

    algorithm = MaskProduct().create()
    parameters = {"INPUT": asked.product, "RESOLUTION": "60", "MODEL": model, "OUTPUT": out}
    if asked.bounds:
        parameters["EXTENT"] = asked.extent
    return algorithm, parameters


def main() -> None:
    """Answer what standard input asks; `masks`: how many the command makes of the product."""
    sys.path.insert(0, sys.argv[1])
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    for line in sys.stdin:
        wanted = json.loads(line)
        asked = Asked.of(wanted["arguments"])
        before = dict(os.environ)
        os.environ.update(wanted["environment"])
        (dialog,) = dialog_says([asked])
        out, several = wanted["out"], wanted["masks"] > 1
        if several and not os.path.isdir(
            asked.product
        ):  # nothing for an algorithm: one takes one product, one a folder
            toolbox = toolbox_says(asked, os.path.join(out, "toolbox.tif"), wanted["model"])
            told = "gives several" in toolbox.sentence
            toolbox, masks = (Said(True), wanted["masks"]) if told else (toolbox, 0)
        elif several:
            toolbox, masks = toolbox_says_of_folder(os.path.dirname(asked.product), out, wanted["model"])
        else:
            toolbox = toolbox_says(asked, os.path.join(out, "toolbox.tif"), wanted["model"])
            masks = int(toolbox.taken)
        os.environ.clear()
        os.environ.update(before)
        print(json.dumps({"dialog": vars(dialog), "toolbox": vars(toolbox), "masks": masks}), flush=True)
    application.exitQgis()


if __name__ == "__main__":
    main()
