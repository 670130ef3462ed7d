"""Renders a mask with QGIS itself: the true-colour scene on the left, the styled mask over it on the right.

python3 docs/render_demo.py MASK --product PRODUCT --out PICTURE.png      (the Python that has QGIS; no display needed)
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRasterLayer,
    QgsRasterRange,
)
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

SIDE = 760
MARGIN = 20
HEAD = 64
FOOT = 56
INK, PAPER = QColor(32, 40, 46), QColor(255, 255, 255)


def true_colour_path(product: str) -> str:
    """GDAL path of the ready-made true-colour image in a product folder or zip; empty when it has none."""
    from osgeo import gdal

    top = "/vsizip/" + os.path.abspath(product) if product.lower().endswith(".zip") else os.path.abspath(product)
    names = [name for name in gdal.ReadDirRecursive(top) or [] if name.endswith(("TCI.jp2", "TCI_10m.jp2"))]
    return f"{top}/{names[0]}" if names else ""


def render(layers: list[QgsRasterLayer], side: int) -> QImage:
    """The layers (first on top) as a square picture of the first one's extent."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(layers[0].extent())
    settings.setOutputSize(QSize(side, side))
    settings.setBackgroundColor(QColor(236, 239, 241))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def legend(mask: QgsRasterLayer, shares: dict[str, float]) -> list[tuple[QColor, str]]:
    """Colour and words of each class that the style shows, with its share where the provenance has it."""
    names = ("clear", "thick_cloud", "thin_cloud", "cloud_shadow")
    entries = []
    for item in mask.renderer().classes():
        value = int(item.value)
        share = shares.get(names[value]) if value < len(names) else None
        text = item.label if share is None else f"{item.label}  {100 * share:.1f} %"
        entries.append((item.color, text))
    return entries


def draw(mask: QgsRasterLayer, true_colour: QgsRasterLayer | None, facts: dict) -> QImage:
    """The whole picture: title, scene, mask over scene, legend."""
    picture = QImage(2 * SIDE + 3 * MARGIN, HEAD + SIDE + FOOT, QImage.Format.Format_ARGB32)
    picture.fill(PAPER)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(INK)
    below = [true_colour] if true_colour is not None else []
    for column, (title, layers) in enumerate((("True colour", below), ("Cloud mask", [mask, *below]))):
        left = MARGIN + column * (SIDE + MARGIN)
        if layers:
            painter.drawImage(left, HEAD, render(layers, SIDE))
        painter.setFont(QFont("DejaVu Sans", 13, QFont.Weight.Bold))
        painter.drawText(QRectF(left, 34, SIDE, 26), Qt.AlignmentFlag.AlignLeft, title)
    painter.setFont(QFont("DejaVu Sans", 10))
    name = f"{facts.get('granule') or facts.get('product') or mask.name()}"
    painter.drawText(QRectF(MARGIN, 8, 2 * SIDE, 22), Qt.AlignmentFlag.AlignLeft, name)
    left = float(MARGIN)
    for colour, text in legend(mask, facts.get("fractions", {})):
        box = QRectF(left, HEAD + SIDE + 19, 22, 18)
        painter.setPen(QColor(120, 130, 136))
        painter.setBrush(colour)
        painter.drawRect(box)
        painter.setPen(INK)
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.drawText(QRectF(left + 30, box.top(), width + 4, 18), Qt.AlignmentFlag.AlignVCenter, text)
        left += width + 64
    painter.end()
    return picture


def main() -> None:
    """Render one picture."""
    parser = argparse.ArgumentParser(description="Render a mask over its true-colour image with QGIS.")
    parser.add_argument("mask")
    parser.add_argument("--product", default="", help="folder or zip with the true-colour image")
    parser.add_argument("--out", required=True, metavar="PNG")
    arguments = parser.parse_args()
    application = QgsApplication([], True)
    application.initQgis()
    mask = QgsRasterLayer(arguments.mask, Path(arguments.mask).stem)
    if not mask.isValid():
        sys.exit(f"{arguments.mask} cannot be opened.")
    mask.loadNamedStyle(str(Path(arguments.mask).with_suffix(".qml")))
    true_colour = None
    path = true_colour_path(arguments.product) if arguments.product else ""
    if path:
        true_colour = QgsRasterLayer(path, "True colour")
        for band in range(1, true_colour.bandCount() + 1):
            true_colour.dataProvider().setUserNoDataValue(band, [QgsRasterRange(0, 0)])
    provenance = Path(arguments.mask).with_suffix(".json")
    facts = json.loads(provenance.read_text(encoding="utf-8")) if provenance.exists() else {}
    if not draw(mask, true_colour, facts).save(arguments.out):
        sys.exit(f"{arguments.out} cannot be written.")
    print(arguments.out)


if __name__ == "__main__":
    main()
