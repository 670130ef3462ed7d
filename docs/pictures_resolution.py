"""Writes docs/pictures/resolution.png: one place of a simulated product, its masks at 60, 20 and 10 m.

.venv/bin/python docs/pictures_resolution.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
import rasterio
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from core import mask_product, open_product  # noqa: E402 (the folder of a checkout may have any name)
from core.classes import CLASSES  # noqa: E402

SIDE = 330  # pixels of a panel
METRES = 6600  # that it shows
GAP, TITLE = 12, 26  # pixels
LOOK = np.zeros((256, 4))  # red, green, blue, opacity of a class, 0 to 255
for _item in CLASSES:
    LOOK[_item.value] = _item.colour


def true_colour(path: str, left: float, top: float) -> np.ndarray:
    """The place in true colour: (SIDE, SIDE, 3) float."""
    with rasterio.open(path) as file:
        window = file.window(left, top - METRES, left + METRES, top)
        bands = file.read(window=window, out_shape=(3, SIDE, SIDE))
    return np.moveaxis(bands, 0, -1).astype(float)


def with_mask(ground: np.ndarray, path: str, left: float, top: float) -> np.ndarray:
    """The classes of a mask over the ground, half transparent, every pixel of the mask a square."""
    with rasterio.open(path) as file:
        window = file.window(left, top - METRES, left + METRES, top)
        classes = file.read(1, window=window, out_shape=(SIDE, SIDE))
    opacity = LOOK[classes][..., 3:] / 255 * 0.55
    return ground * (1 - opacity) + LOOK[classes][..., :3] * opacity


def cloudiest(path: str) -> tuple[float, float]:
    """Upper left corner, in map units, of the place where cloud and clear ground are most mixed."""
    with rasterio.open(path) as file:
        classes, step = file.read(1), round(METRES / file.transform.a)
        places = [
            (abs((classes[row : row + step, col : col + step] == 1).mean() - 0.4), row, col)
            for row in range(0, file.height - step, step // 4)
            for col in range(0, file.width - step, step // 4)
            if (classes[row : row + step, col : col + step] != 255).all()
        ]
        _, row, col = min(places)
        return file.transform * (col, row)


def main() -> None:
    """Simulate, mask, draw."""
    from core.simulation.simulate import simulate

    with tempfile.TemporaryDirectory() as folder:
        product = simulate(Path(folder), seed=7).path
        masks = {
            metres: mask_product(product, Path(folder) / str(metres), resolution=metres, model="auto")[0].mask
            for metres in (60, 20, 10)
        }
        left, top = cloudiest(masks[60])
        ground = true_colour(open_product(product).granules[0].true_colour, left, top)
        panels = {"true colour": ground}
        panels |= {f"{metres} m": with_mask(ground, path, left, top) for metres, path in masks.items()}
    picture = Image.new("RGB", (len(panels) * (SIDE + GAP) - GAP, SIDE + TITLE), "white")
    for number, (title, panel) in enumerate(panels.items()):
        picture.paste(Image.fromarray(panel.clip(0, 255).astype(np.uint8)), (number * (SIDE + GAP), TITLE))
        ImageDraw.Draw(picture).text((number * (SIDE + GAP), 4), title, fill="black", font_size=15)
    picture.save(ROOT / "docs" / "pictures" / "resolution.png", optimize=True)


if __name__ == "__main__":
    main()
