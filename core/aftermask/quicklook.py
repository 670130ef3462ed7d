"""A picture of a mask: true colour beside the mask over it, with legend, class shares and where the mask came from."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import Any

import numpy as np
import rasterio
from PIL import Image, ImageDraw, ImageFont
from rasterio.enums import Resampling
from rasterio.windows import Window, from_bounds

from ..classes import CLASSES, NO_DATA, class_fractions
from ..errors import EngineError
from ..products.granule import Granule
from ..products.grid import product_grid
from ..products.ground_size import nominal_metres
from ..products.product import open_product
from ..products.true_colour import BRIGHTEST, GAMMA
from ..rasters.raster_file import opened_raster, refuse_inputs, whole_file
from ..system.gdal_settings import open_band

OPACITY = 0.7  # of the classes over true colour, as in the mask's QGIS style
NO_DATA_COLOUR = (214, 216, 219)
PAPER, INK, FAINT = (255, 255, 255), (30, 32, 36), (104, 108, 116)


@dataclass(frozen=True)
class MaskPicture:
    """A mask read for a picture: `classes` (2 rows, 2 cols) uint8 for a panel of (rows, cols), shares, facts, place."""

    classes: np.ndarray
    fractions: dict[str, float | None]
    facts: dict[str, Any]
    crs: str
    bounds: tuple[float, float, float, float]


def quicklook(
    mask_path: str | os.PathLike[str], *, rgb: Granule | None, out: str | os.PathLike[str], width: int = 1600
) -> None:
    """Write a PNG `width` pixels wide: the granule's true colour, and the mask over it (the mask alone without `rgb`).

    Reads only as many pixels as are shown. Raises EngineError `bad-raster` when the mask is none or lies elsewhere than
    the product, `broken-band`, `missing-band`, `bad-settings` for a width below 400, `output-folder`, `disk-full`.
    """

    if width < 400:
        raise EngineError("bad-settings", f"A picture {width} px wide is too small. Choose 400 px or more.")
    inputs = [os.fspath(mask_path), *((rgb.product_path, rgb.true_colour or "") if rgb else ())]
    refuse_inputs(out, inputs)
    margin = max(12, width // 64)
    panels = 1 if rgb is None else 2
    side = (width - (panels + 1) * margin) // panels
    mask = _read_mask(os.fspath(mask_path), side)
    height = mask.classes.shape[0] // 2
    ground = None if rgb is None else _true_colour(rgb, mask, side, height)
    header, legend = _header(mask, width, margin), _legend(mask, width, margin)
    picture = Image.new("RGB", (width, header.height + height + legend.height), PAPER)
    picture.paste(header, (0, 0))
    if ground is not None:
        picture.paste(Image.fromarray(ground), (margin, header.height))
    picture.paste(Image.fromarray(_overlay(mask.classes, ground)), (width - margin - side, header.height))
    picture.paste(legend, (0, header.height + height))
    with whole_file(os.fspath(out), inputs) as part:
        picture.save(part, format="PNG", optimize=True)


def _read_mask(path: str, side: int) -> MaskPicture:
    """The mask at twice the resolution of a panel `side` pixels wide, and its shares over every pixel."""

    with opened_raster(path) as raster:
        if raster.dtypes[0] != "uint8":
            raise EngineError("bad-raster", f"{path} holds {raster.dtypes[0]}, a mask holds bytes. Give a mask file.")
        counts = np.zeros(256, np.int64)
        for _, window in raster.block_windows(1):
            counts += np.bincount(raster.read(1, window=window).ravel(), minlength=256)
        known = [item.value for item in CLASSES] + [NO_DATA]
        strange = [value for value in np.flatnonzero(counts).tolist() if value not in known]
        if strange:
            raise EngineError("bad-raster", f"{path} holds {strange[0]}, which is not a mask class. Give a mask file.")
        height = max(1, round(side * raster.height / raster.width))
        classes = raster.read(1, out_shape=(2 * height, 2 * side), resampling=Resampling.nearest)
        crs = raster.crs.to_string() if raster.crs else ""
        facts = {key.lower(): _from_tag(value) for key, value in raster.tags().items()}
        facts.setdefault("product", os.path.splitext(os.path.basename(path))[0])
        facts.setdefault("resolution", nominal_metres(raster))
        return MaskPicture(classes, class_fractions(counts), facts, crs, tuple(raster.bounds))


def _from_tag(value: str) -> Any:
    """A tag's value: JSON where it was no text."""
    if value[:1] in "{[" or value in ("null", "true", "false"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _true_colour(granule: Granule, mask: MaskPicture, width: int, height: int) -> np.ndarray:
    """(height, width, 3) uint8 over the mask's extent, from the true-colour image or else from B04, B03 and B02."""

    if granule.true_colour:
        planes = _decimated(granule.true_colour, (1, 2, 3), mask, width, height).astype(np.float32) / 255
        empty = ~planes.any(axis=0)
    else:
        granule.require(("B04", "B03", "B02"), "a true-colour picture")
        bands = [granule.bands[name] for name in ("B04", "B03", "B02")]
        raw = [_decimated(band.path, (band.index,), mask, width, height)[0].astype(np.float32) for band in bands]
        empty = np.any([plane == 0 for plane in raw], axis=0)
        planes = np.stack([(plane + band.offset) / band.quantification for plane, band in zip(raw, bands, strict=True)])
        planes /= BRIGHTEST
    shades = (255 * np.clip(planes, 0, 1) ** GAMMA).astype(np.uint8).transpose(1, 2, 0)
    # At the edge of the swath a pixel of the picture mixes ground with the nothing beside it: leave it out.
    empty |= _grown((mask.classes == NO_DATA).reshape(height, 2, width, 2).any(axis=(1, 3)))
    shades[empty] = NO_DATA_COLOUR
    return shades


def _grown(where: np.ndarray) -> np.ndarray:
    """`where` (rows, cols) bool and its neighbours above, below, left and right."""
    grown = where.copy()
    grown[1:] |= where[:-1]
    grown[:-1] |= where[1:]
    grown[:, 1:] |= where[:, :-1]
    grown[:, :-1] |= where[:, 1:]
    return grown


def _decimated(path: str, indexes: tuple[int, ...], mask: MaskPicture, width: int, height: int) -> np.ndarray:
    """(bands, height, width) of a band file over the mask's extent, 0 where the file has nothing."""

    try:
        with open_band(path) as raster:
            crs = raster.crs.to_string() if raster.crs else ""
            window = from_bounds(*mask.bounds, transform=raster.transform)
            whole = Window(0, 0, raster.width, raster.height)
            if crs != mask.crs or not rasterio.windows.intersect(window, whole):
                raise EngineError(
                    "bad-raster", f"The mask does not lie on {path}. Give the product that the mask was made from."
                )
            part = window.intersection(whole)
            # Where the mask's grid reaches beyond the file, the read part fills its share of the panel.
            top = round((part.row_off - window.row_off) / window.height * height)
            left = round((part.col_off - window.col_off) / window.width * width)
            rows = max(1, round(part.height / window.height * height))
            cols = max(1, round(part.width / window.width * width))
            out = np.zeros((len(indexes), height, width), raster.dtypes[0])
            shape = (len(indexes), min(rows, height - top), min(cols, width - left))
            shown = raster.read(list(indexes), window=part, out_shape=shape, resampling=Resampling.average)
            out[:, top : top + shape[1], left : left + shape[2]] = shown
            return out
    except rasterio.errors.RasterioError as problem:
        raise EngineError("broken-band", f"{path} cannot be read: {problem}. Download the product again.") from problem


def _overlay(classes: np.ndarray, ground: np.ndarray | None) -> np.ndarray:
    """The classes in colour over `ground` (rows, cols, 3) uint8, or over paper; four pixels of theirs make one."""

    colours = np.zeros((256, 4), np.float32)
    for item in CLASSES:
        share = item.colour[3] / 255 * (1.0 if ground is None else OPACITY)
        colours[item.value] = (*(channel * share for channel in item.colour[:3]), share)
    colours[NO_DATA] = (*NO_DATA_COLOUR, 1)
    rows, cols = classes.shape[0] // 2, classes.shape[1] // 2
    out = np.empty((rows, cols, 3), np.uint8)
    for top in range(0, rows, 256):  # by rows: the colours of a whole picture in float32 are large
        part = slice(top, min(top + 256, rows))
        drawn = colours[classes[2 * part.start : 2 * part.stop]].reshape(-1, 2, cols, 2, 4).mean(axis=(1, 3))
        under = np.float32(246) if ground is None else ground[part]
        out[part] = np.rint(drawn[..., :3] + under * (1 - drawn[..., 3:]))
    return out


def _header(mask: MaskPicture, width: int, margin: int) -> Image.Image:
    """Product, and the line that says which model made the mask, how and from what."""
    facts = mask.facts
    title = str(facts["product"]).removesuffix(".SAFE").removesuffix(".zip")
    model = str(facts.get("model_title") or facts.get("model") or "")
    metres = f"{float(facts['resolution']):g} m"
    if str(facts.get("predicted_at", facts["resolution"])) != str(facts["resolution"]):
        metres += f", predicted at {facts['predicted_at']} m"
    time = str(facts.get("sensing_time", ""))[:16].replace("T", " ")
    tile = f"tile {facts['tile']}" if facts.get("tile") else ""
    weights = f"weights {str(facts['weights_sha256'])[:12]}" if facts.get("weights_sha256") else ""
    made = f"{facts.get('software', '')} {facts.get('version', '')}".strip()
    line = "  ·  ".join(part for part in (model, metres, tile, f"{time} UTC" if time else "", weights, made) if part)
    size = max(13, width // 64)
    return _text_block([(title, size, INK), (line, round(size * 0.68), FAINT)], width, margin)


def _text_block(lines: list[tuple[str, int, tuple[int, int, int]]], width: int, margin: int) -> Image.Image:
    """Lines of text under each other on paper, each made smaller until it fits."""

    fitted: list[tuple[str, float, tuple[int, int, int]]] = []
    for text, asked, colour in lines:
        size: float = asked
        if (length := ImageFont.load_default(size).getlength(text)) > width - 2 * margin:
            size = max(7, size * (width - 2 * margin) / length)
        fitted.append((text, size, colour))
    block = Image.new("RGB", (width, 2 * margin + sum(round(size * 1.45) for _, size, _ in fitted)), PAPER)
    draw, y = ImageDraw.Draw(block), margin
    for text, size, colour in fitted:
        draw.text((margin, y), text, fill=colour, font=ImageFont.load_default(size))
        y += round(size * 1.45)
    return block


def _legend(mask: MaskPicture, width: int, margin: int) -> Image.Image:
    """A swatch, title and share for each class the network knows, and for no data."""

    titles = mask.facts.get("classes")
    titles = {int(key): str(title) for key, title in titles.items()} if isinstance(titles, dict) else {}
    entries = []
    for item in CLASSES:
        share = mask.fractions[item.name] or 0
        if not titles or item.value in titles or share:
            entries.append((item.colour, f"{titles.get(item.value, item.title)}  {share:.1%}"))
    entries.append(((*NO_DATA_COLOUR, 255), f"No data  {mask.fractions['no_data']:.1%} of the grid"))
    size = max(11, width // 90)
    font, swatch = ImageFont.load_default(size), round(size * 1.2)
    places, x, y = [], margin, margin
    for _, text in entries:
        length = round(swatch * 1.5 + font.getlength(text))
        if x > margin and x + length > width - margin:
            x, y = margin, y + round(swatch * 1.6)
        places.append((x, y))
        x += length + 2 * size
    block = Image.new("RGB", (width, y + swatch + margin), PAPER)
    draw = ImageDraw.Draw(block)
    for (colour, text), (x, y) in zip(entries, places, strict=True):
        fill = colour[:3] if colour[3] else PAPER
        draw.rectangle((x, y, x + swatch, y + swatch), fill=fill, outline=FAINT)
        draw.text((x + round(swatch * 1.5), y + swatch / 2), text, fill=INK, font=font, anchor="lm")
    return block


def matching_granule(mask_path: str, product_path: str) -> Granule:
    """The granule of a product that a mask was made from: the one whose ground the mask covers most.

    Raises EngineError `bad-raster` when the mask lies on none, and what `open_product` raises.
    """

    with opened_raster(mask_path) as raster:
        crs, mine = raster.crs, raster.bounds
    best, most = None, 0.0
    for granule in open_product(product_path).granules:
        xmin, ymin, xmax, ymax = product_grid(granule, 60).bounds
        across, down = min(xmax, mine.right) - max(xmin, mine.left), min(ymax, mine.top) - max(ymin, mine.bottom)
        shared = across * down if crs == granule.crs and across > 0 and down > 0 else 0.0
        if shared > most:
            best, most = granule, shared
    if best is None:
        raise EngineError(
            "bad-raster", f"{mask_path} does not lie on {product_path}. Give the product it was made from."
        )
    return best
