"""Pictures of a product built on the fly: three of its bands (or one) as a VRT, each band at its own resolution."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from .box import box_of
from .mask_result import path_inside

_VRT_FILE = re.compile(r"<SourceFilename[^>]*>([^<]*)</SourceFilename>")


@dataclass(frozen=True)
class Picture:
    """Bands shown as red, green and blue (or one as grey), and the reflectance that is shown brightest in each."""

    name: str
    bands: tuple[str, ...]
    brightest: tuple[float, ...]


# Brightest: where the reflectance of land ends and cloud still has shades. High cloud has 0.03 in B10 (FACTS: measured
# on real scenes), land and low cloud less than 0.002.
TRUE_COLOUR = Picture("true_colour", ("B04", "B03", "B02"), (0.35, 0.35, 0.35))
FALSE_COLOUR = Picture("false_colour", ("B08", "B04", "B03"), (0.5, 0.35, 0.35))
SWIR = Picture("swir", ("B12", "B8A", "B04"), (0.4, 0.5, 0.35))
CIRRUS = Picture("cirrus", ("B10",), (0.03,))
PICTURES = (TRUE_COLOUR, FALSE_COLOUR, SWIR, CIRRUS)


@dataclass(frozen=True)
class BandFile:
    """One band: its GDAL path (or VRT text), its number in that file and size in pixels; reflectance is
    (number + offset) / quantification."""

    path: str
    index: int
    width: int
    height: int
    offset: float
    quantification: float

    def number_of(self, reflectance: float) -> float:
        """The digital number of a reflectance."""
        return reflectance * self.quantification - self.offset


@dataclass(frozen=True)
class GranuleBands:
    """A granule's band files, with its name, CRS ("EPSG:32655", or WKT) and bounds (xmin, ymin, xmax, ymax) in it."""

    name: str
    crs: str
    bounds: tuple[float, float, float, float]
    bands: dict[str, BandFile]

    def can_show(self, picture: Picture) -> bool:
        """Whether all bands of a picture are there (Level-2A has no B10)."""
        return all(band in self.bands for band in picture.bands)


def granules_from_event(event: dict) -> tuple[GranuleBands, ...]:
    """The granules of the engine's `product` event. ValueError when it is not of the agreed shape, or when it names a
    file outside the product."""
    try:
        product = str(event["path"])
        return tuple(
            GranuleBands(
                name=str(granule["name"]),
                crs=str(granule["crs"]),
                bounds=box_of(granule["bounds"]),
                bands={str(band["name"]): _band(band, product) for band in granule["bands"]},
            )
            for granule in event["granules"]
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a product event: {error!r}") from error


def _band(band: dict, product: str) -> BandFile:
    path = str(band["path"])
    # A stack whose numbers are not uint16 has VRT text around its file.
    for file in _VRT_FILE.findall(path) if path.startswith("<VRTDataset") else [path]:
        plain = html.unescape(file)
        if html.escape(plain) != file:  # written otherwise than by the engine: GDAL might read another path in it
            raise ValueError(f"not a path of the engine's: {file!r}")
        path_inside(plain, product)
    return BandFile(
        path,
        int(band.get("index") or 1),
        int(band["width"]),
        int(band["height"]),
        float(band["offset"]),
        float(band["quantification"]),
    )


def picture_vrt(granule: GranuleBands, picture: Picture) -> str:
    """The VRT (XML text) of a picture, on the grid of its finest band. KeyError when a band is missing.

    Sources carry their size, so that opening the VRT opens none of them. They are not "shared", which means that all
    threads use the band files that are open, one after the other: else each opens its own and decodes it again (GDAL's
    VRT documentation, "Multi-threading issues"). QGIS draws a view and the eight beside it in as many threads.
    """
    bands = [granule.bands[name] for name in picture.bands]
    width, height = max(band.width for band in bands), max(band.height for band in bands)
    left, bottom, right, top = granule.bounds
    transform = (left, (right - left) / width, 0.0, top, 0.0, (bottom - top) / height)
    lines = [f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}">']
    if granule.crs:
        lines.append(f"  <SRS>{html.escape(granule.crs)}</SRS>")
    lines.append(f"  <GeoTransform>{', '.join(repr(value) for value in transform)}</GeoTransform>")
    for number, (name, band) in enumerate(zip(picture.bands, bands), 1):
        size = f'xOff="0" yOff="0" xSize="{band.width}" ySize="{band.height}"'
        lines += [
            f'  <VRTRasterBand dataType="UInt16" band="{number}">',
            f"    <Description>{html.escape(name)}</Description>",
            # 0 is left for no data in all bands (Sentinel-2 products specification document).
            "    <NoDataValue>0</NoDataValue>",
            "    <SimpleSource>",
            f'      <SourceFilename relativeToVRT="0" shared="0">{html.escape(band.path)}</SourceFilename>',
            f"      <SourceBand>{band.index}</SourceBand>",
            f'      <SourceProperties RasterXSize="{band.width}" RasterYSize="{band.height}" DataType="UInt16" '
            'BlockXSize="1024" BlockYSize="1024"/>',
            f"      <SrcRect {size}/>",
            f'      <DstRect xOff="0" yOff="0" xSize="{width}" ySize="{height}"/>',
            "    </SimpleSource>",
            "  </VRTRasterBand>",
        ]
    lines.append("</VRTDataset>")
    return "\n".join(lines) + "\n"
