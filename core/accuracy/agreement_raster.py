"""The agreement raster: where two masks say the same, and in which way they differ."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import numpy as np

from ..classes import NO_DATA, MaskClass
from ..rasters.mask_file import RowWriter, write_cog
from ..rasters.mask_files import MaskFiles

CODES = (
    MaskClass(0, "both_clear", "Both clear", (0, 0, 0, 0)),
    MaskClass(1, "both_cloud", "Both the same cloud class", (120, 120, 120, 255)),
    MaskClass(2, "both_shadow", "Both cloud shadow", (60, 60, 60, 255)),
    MaskClass(3, "only_mask_cloud", "Cloud in the mask, clear in the reference", (213, 94, 0, 255)),
    MaskClass(4, "only_reference_cloud", "Clear in the mask, cloud in the reference", (0, 90, 200, 255)),
    MaskClass(5, "only_mask_shadow", "Shadow in the mask, clear in the reference", (240, 170, 90, 255)),
    MaskClass(6, "only_reference_shadow", "Clear in the mask, shadow in the reference", (110, 185, 245, 255)),
    MaskClass(7, "cloud_or_shadow", "Cloud in one, shadow in the other", (204, 0, 119, 255)),
    MaskClass(8, "thick_or_thin", "Thick cloud in one, thin cloud in the other", (190, 190, 190, 255)),
)
_CLOUD, _SHADOW = (1, 2), 3


def agreement_codes(thin_told_apart: bool, shadow_told_apart: bool) -> np.ndarray:
    """Table from [reference class, mask class] to the value of CODES.

    A difference that one side cannot express does not count: thick and thin are then one cloud, shadow is clear.

    Returns
    -------
    (256, 256) uint8
        255 where either has no data.
    """

    table = np.full((256, 256), NO_DATA, np.uint8)
    for reference in range(4):
        for mask in range(4):
            table[reference, mask] = _code(
                reference if shadow_told_apart or reference != _SHADOW else 0,
                mask if shadow_told_apart or mask != _SHADOW else 0,
                thin_told_apart,
            )
    return table


def _code(reference: int, mask: int, thin_told_apart: bool) -> int:
    if reference in _CLOUD and mask in _CLOUD:
        return 1 if reference == mask or not thin_told_apart else 8
    if reference == mask:
        return 0 if reference == 0 else 2
    if 0 not in (reference, mask):
        return 7
    if reference == 0:
        return 3 if mask in _CLOUD else 5
    return 4 if reference in _CLOUD else 6


def finish_agreement(writer: RowWriter, files: MaskFiles, tags: Mapping[str, str]) -> list[str]:
    """Make the raster (COG), its style and its categories from the rows of `writer`; returns their names."""

    dataset = writer.finish()
    dataset.write_colormap(1, {**dict.fromkeys(range(256), (0, 0, 0, 0)), **{c.value: c.colour for c in CODES}})
    dataset.set_band_description(1, "agreement")
    dataset.update_tags(**tags)
    writer.close()
    write_cog(writer.path, files.mask)
    files.qml.write_text(_style(), "utf-8")
    categories = "".join(f"<Category>{escape(item.title)}</Category>" for item in CODES)
    files.categories.write_text(
        f'<PAMDataset><PAMRasterBand band="1"><CategoryNames>{categories}</CategoryNames>'
        "</PAMRasterBand></PAMDataset>\n",
        "utf-8",
    )
    return [files.qml.name, files.categories.name, files.mask.name]


def _style() -> str:
    entries = "".join(
        f'<paletteEntry value="{item.value}" alpha="{item.colour[3]}" '
        f'color="#{item.colour[0]:02x}{item.colour[1]:02x}{item.colour[2]:02x}" label="{escape(item.title)}"/>\n'
        for item in CODES
    )
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        '<qgis version="3.22.0" styleCategories="Symbology"><pipe>'
        '<rasterrenderer type="paletted" band="1" opacity="0.8" alphaBand="-1" nodataColor=""><colorPalette>\n'
        f"{entries}</colorPalette></rasterrenderer></pipe></qgis>\n"
    )
