"""Where the products of the reviewed masks lie: beside the masks, or in a folder that the user named once."""

from __future__ import annotations

import os

from qgis.core import QgsSettings

from .mask_list import ReviewMask, find_product

PRODUCT_FOLDERS_KEY = "s2cloudmask/review/product_folders"
# Where the dialog last took products from: most reviews follow a run.
LAST_PRODUCT_FOLDER_KEY = "s2cloudmask/last_folder"
_MOST_FOLDERS = 10


def product_of(mask: ReviewMask) -> str:
    """The path of a mask's product; empty when it is in none of the folders."""
    folder = os.path.dirname(os.path.abspath(mask.path))
    last = QgsSettings().value(LAST_PRODUCT_FOLDER_KEY, "", type=str)
    return find_product(mask.product, [folder, os.path.dirname(folder), *_remembered(), *([last] if last else [])])


def remember_product_folder(folder: str) -> None:
    """Look for products in another folder from now on, there first of all that were named."""
    before = [path for path in _remembered() if path != folder]
    QgsSettings().setValue(PRODUCT_FOLDERS_KEY, [folder, *before][:_MOST_FOLDERS])


def _remembered() -> list[str]:
    return QgsSettings().value(PRODUCT_FOLDERS_KEY, [], type=list) or []
