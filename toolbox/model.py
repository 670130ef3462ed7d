"""A model that comes with the plugin: an ordinary .model3 file, offered as an algorithm of this provider."""

from __future__ import annotations

import os

from qgis.core import QgsProcessingModelAlgorithm

from ..bridge.environment import engine_interpreter, how_to_set_up
from .engine_algorithm import help_url


class Model(QgsProcessingModelAlgorithm):
    """Runs as any model does; its id is its file's name, so that scripts need no spaces."""

    def name(self) -> str:
        """Id within the provider."""
        return os.path.splitext(os.path.basename(self.sourceFilePath()))[0]

    def createInstance(self) -> Model:
        """Called by QGIS for every run."""
        return load_model(self.sourceFilePath())

    def helpUrl(self) -> str:
        """The part of the help page on this model."""
        return help_url(self.name())

    def canExecute(self) -> tuple[bool, str]:
        """Whether its algorithms are there and the engine is set up."""
        return super().canExecute() if engine_interpreter() else (False, how_to_set_up())


def load_model(path: str) -> Model:
    """Read a model. ValueError when the file is no model."""
    model = Model()
    if not model.fromFile(path):
        raise ValueError(f"{path} is not a model")
    model.setSourceFilePath(path)
    return model
