"""The Processing provider: the algorithms, and the models that chain them."""

from __future__ import annotations

import os

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..bridge.warm_engine import warm_engine
from .applymask import ApplyMask
from .cloudfree import CloudFree
from .comparemasks import CompareMasks
from .composite import Composite
from .fields import Fields
from .maskfolder import MaskFolder
from .maskpolygons import MaskPolygons
from .maskproduct import MaskProduct
from .model import Model, load_model
from .ownmask import OwnMask
from .refinemask import RefineMask
from .statistics import Statistics

FOLDER = os.path.dirname(os.path.abspath(__file__))
ICON = os.path.join(os.path.dirname(FOLDER), "ui", "icons", "s2cloudmask.svg")
MODELS = os.path.join(FOLDER, "models")
ALGORITHMS = (
    *(MaskProduct, MaskFolder, OwnMask),
    *(ApplyMask, CloudFree, Composite, Fields, RefineMask, MaskPolygons, Statistics),
    CompareMasks,
)


class CloudMaskProvider(QgsProcessingProvider):
    """Lists its algorithms whether the engine is set up or not."""

    def load(self) -> bool:
        """Called by QGIS when the provider is added."""
        QgsApplication.processingRegistry().providerAdded.connect(self._add_models)
        return super().load()

    def unload(self) -> None:
        """Called by QGIS when the provider is removed; when QGIS itself ends, the registry may have gone before."""
        warm_engine.close()
        registry = QgsApplication.processingRegistry()
        if registry is not None:
            registry.providerAdded.disconnect(self._add_models)

    def loadAlgorithms(self) -> None:
        """Called by QGIS whenever the list is built again."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        if QgsApplication.processingRegistry().providerById(self.id()) is self:
            for model in _models():
                self.addAlgorithm(model)

    def _add_models(self, provider: str) -> None:
        """A model finds its steps only when this provider is registered, which is after its first list was made."""
        if provider == self.id():
            self.refreshAlgorithms()

    def id(self) -> str:
        """Prefix of the algorithms' ids."""
        return "s2cloudmask"

    def name(self) -> str:
        """Name in the toolbox."""
        return QCoreApplication.translate("CloudMaskProvider", "Sentinel-2 Cloud Mask")

    def longName(self) -> str:
        """Name where there is room for what it does."""
        return QCoreApplication.translate("CloudMaskProvider", "Sentinel-2 Cloud Mask (clouds and their shadows)")

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(ICON)

    def svgIconPath(self) -> str:
        """The plugin's icon as a file."""
        return ICON

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """The engine writes GeoTIFF only."""
        return ["tif"]

    def defaultRasterFileExtension(self, hasGeometry: bool = True) -> str:
        """Of temporary outputs and of file dialogs."""
        return "tif"

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:
        """Of temporary outputs and of file dialogs."""
        return "gpkg"

    def supportsNonFileBasedOutput(self) -> bool:
        """Every output is a file that another program can read."""
        return False


def _models() -> list[Model]:
    files = sorted(name for name in os.listdir(MODELS) if name.endswith(".model3"))
    return [load_model(os.path.join(MODELS, name)) for name in files]
