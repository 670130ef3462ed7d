"""Keeping what was looked at live: an ordinary run over the whole product."""

from __future__ import annotations

import tempfile

from qgis.core import QgsProcessingUtils

from ...bridge.environment import engine_interpreter
from ...bridge.product_info import info_from_name
from ...bridge.settings import load_mask_settings
from ..runs.mask_task import MaskRun


def whole_run(product: str) -> MaskRun:
    """The run that the dialog would start for this product with what is chosen in it, over the whole of it."""
    settings = load_mask_settings()
    folder = settings.folder or tempfile.mkdtemp(prefix="cloudmask_", dir=QgsProcessingUtils.tempFolder())
    return MaskRun(engine_interpreter() or "", (info_from_name(product),), settings, folder)
