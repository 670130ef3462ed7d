"""docs/pictures/composite.png: six cloudy dates near Rome, their composite and its receipt. Needs ../shared.

The images are of SEN12MS-CR-TS (Ebel, Xu, Schmitt, Zhu 2022, CC BY 4.0) and contain modified Copernicus Sentinel data.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import rasterio
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[1]
SCENES = ROOT.parent / "shared" / "data" / "clouds"
DATES = ("2018-01-21", "2018-02-25", "2018-03-07", "2018-05-06", "2018-07-05", "2018-09-18")
BRIGHTEST = 0.25  # reflectance that is shown white
WIDTH, LARGE, GAP, LINE = 960, 330, 8, 20  # px
PIXEL = 7.4, 10.0  # metres east and north: the grid is in degrees
TOP = "Six cloudy dates near Rome, true colour"
UNDER = ("Their composite; white: no date is clear", "Its receipt: the date of each pixel")
CREDIT = "Contains modified Copernicus Sentinel data 2018; images: SEN12MS-CR-TS, Ebel et al. 2022, CC BY 4.0"


def true_colour(path: Path) -> Image.Image:
    """B04, B03, B02 of a stack or composite; white where it holds no data."""
    with rasterio.open(path) as file:
        numbers = file.read([file.descriptions.index(band) + 1 for band in ("B04", "B03", "B02")])
    shades = np.clip(numbers / 10000 / BRIGHTEST * 255, 0, 255).astype(np.uint8)
    shades[:, (numbers == 0).all(axis=0)] = 255
    return Image.fromarray(shades.transpose(1, 2, 0))


def days_of(path: Path, colours: dict[int, tuple[int, ...]]) -> Image.Image:
    """Band 1 of a receipt in the colours of its days."""
    with rasterio.open(path) as file:
        days = file.read(1)
    shades = np.full((*days.shape, 3), 255, np.uint8)
    for day, colour in colours.items():
        shades[days == day] = colour
    return Image.fromarray(shades)


def sized(image: Image.Image, width: int, resampling: Image.Resampling = Image.Resampling.LANCZOS) -> Image.Image:
    """The image in the shape that its ground has."""
    height = round(width * image.height * PIXEL[1] / (image.width * PIXEL[0]))
    return image.resize((width, height), resampling)


def sheet(composite: Path, receipt: Path) -> Image.Image:
    """Dates in a row, composite and receipt under them, with what each is."""
    colours = dict(zip((int(date.replace("-", "")) for date in DATES), _ramp(len(DATES)), strict=True))
    side = WIDTH // len(DATES) - GAP
    thumbs = [sized(true_colour(SCENES / f"CRTS_ROIs2017_146_p0_{date}.tif"), side) for date in DATES]
    days = sized(days_of(receipt, colours), LARGE, Image.Resampling.NEAREST)
    large = [sized(true_colour(composite), LARGE), days]
    under = 2 * LINE + thumbs[0].height + 2 * GAP
    picture = Image.new("RGB", (WIDTH, under + LINE + days.height + LINE + GAP), "white")
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(14)
    draw.text((GAP // 2, 0), TOP, "black", font)
    for number, (date, thumb) in enumerate(zip(DATES, thumbs, strict=True)):
        left = number * WIDTH // len(DATES) + GAP // 2
        draw.text((left, LINE), date, "black", font)
        picture.paste(thumb, (left, 2 * LINE))
    for number, (image, title) in enumerate(zip(large, UNDER, strict=True)):
        left = number * (LARGE + 4 * GAP) + GAP // 2
        draw.text((left, under), title, "black", font)
        picture.paste(image, (left, under + LINE))
        draw.rectangle((left, under + LINE, left + LARGE - 1, under + LINE + image.height - 1), outline="#999999")
    left += LARGE + 2 * GAP
    shown = {colour for _, colour in days.getcolors(256) or ()}
    legend = [(date, colour) for date, colour in zip(DATES, colours.values(), strict=True) if colour in shown]
    for number, (date, colour) in enumerate(legend):
        top = under + LINE * (number + 1)
        draw.rectangle((left, top + 3, left + 12, top + 15), fill=colour)
        draw.text((left + 18, top), date, "black", font)
    draw.text((GAP // 2, picture.height - LINE), CREDIT, "#555555", font)
    return picture


def _ramp(count: int) -> list[tuple[int, ...]]:
    """Viridis, as the receipt's own style has it."""
    places = [tuple(bytes.fromhex(text)) for text in ("440154", "3b528b", "21918c", "5ec962", "addc30", "fde725")]
    return places[:count]


def main() -> int:
    """The command; returns the exit status."""
    scenes = [SCENES / f"CRTS_ROIs2017_146_p0_{date}.tif" for date in DATES]
    if not scenes[0].exists():
        print(f"{scenes[0]} is not there; docs/pictures/composite.png stays as it is.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "composite.tif"
        options = ["--method", "best", "--resolution", "10", "--mask-resolution", "10", "--progress", "none"]
        subprocess.run(
            [sys.executable, str(ROOT / "core" / "__main__.py"), "composite", *map(str, scenes), "--out", str(out),
             *options], check=True,
        )  # fmt: skip
        picture = sheet(out, out.with_name("composite_receipt.tif"))
    picture.quantize(256, dither=Image.Dither.NONE).save(ROOT / "docs" / "pictures" / "composite.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
