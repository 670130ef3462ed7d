"""The XML of a simulated product, with the element names and namespaces of real ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..products.metadata import BAND_IDS
from .sky import Sun

Ring = Sequence[tuple[float, float]]  # map coordinates
_COLUMNS = "ABCDEFGH" + "JKLMNPQR" + "STUVWXYZ"  # letters of tiles from west to east: three zones of eight
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
_SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(frozen=True)
class Identity:
    """What names a product: level `L1C` or `L2A`, mission `S2A`, baseline `05.11`, sensing time `20240715T105031`."""

    level: str
    mission: str
    baseline: str
    time: str
    relative_orbit: int
    absolute_orbit: int

    @property
    def specification(self) -> int:
        """Number of the product specification, which the namespaces carry."""
        return 15 if self.baseline >= "05.10" else 14 if self.baseline >= "02.05" else 13

    @property
    def iso_time(self) -> str:
        """The sensing time as the XML writes it."""
        t = self.time
        return f"{t[:4]}-{t[4:6]}-{t[6:8]}T{t[9:11]}:{t[11:13]}:{t[13:15]}.024Z"

    def datastrip(self) -> str:
        """Name of the data strip."""
        return f"{self._item('DS')}_S{self.time}_N{self.baseline}"

    def granule(self, tile: str) -> str:
        """Full name of the granule of a tile."""
        return f"{self._item('TL')}_A{self.absolute_orbit:06d}_T{tile}_N{self.baseline}"

    def _item(self, kind: str) -> str:
        station = "SGS_" if self.specification == 13 else "2BPS"
        return f"{self.mission}_OPER_MSI_{self.level}_{kind}_{station}_{self.time}"

    def namespace(self, schema: str) -> str:
        """The attributes of a root element of the schema of this name."""
        address = f"https://psd-{self.specification}.sentinel2.eo.esa.int/PSD/{schema}.xsd"
        return f'xmlns:n1="{address}" xmlns:xsi="{_SCHEMA_INSTANCE}"'


def product_name(identity: Identity, tile: str, layout: str) -> str:
    """The product folder's name: compact since December 2016, `old` before; a granule's in the cloud `archive`."""
    orbit = f"R{identity.relative_orbit:03d}"
    if layout == "old":
        times = f"V{identity.time}_{identity.time}"
        return f"{identity.mission}_OPER_PRD_MSIL1C_PDMC_{identity.time}_{orbit}_{times}.SAFE"
    if layout == "archive":
        return identity.granule(tile)
    baseline = identity.baseline.replace(".", "")
    return f"{identity.mission}_MSI{identity.level}_{identity.time}_N{baseline}_{orbit}_T{tile}_{identity.time}.SAFE"


@dataclass(frozen=True)
class TileGrid:
    """Where a granule lies: tile, EPSG code, upper left corner in metres, width in pixels of 10 m."""

    tile: str
    epsg: int
    left: int
    top: int
    size: int


def tile_grid(tile: str, size: int) -> TileGrid:
    """The grid of a tile by its name in the Military Grid Reference System, such as `31TCJ`.

    Corners lie on multiples of 60 m, as those of real tiles do. ValueError for what is no tile.
    """
    zone, band, column, row = int(tile[:2]), tile[2], tile[3], tile[4]
    easting = (_COLUMNS.index(column) - (zone - 1) % 3 * 8 + 1) * 100_000
    northing = ("ABCDEFGHJKLMNPQRSTUV".index(row) - (5 if zone % 2 == 0 else 0)) % 20 * 100_000
    latitude = 8 * "CDEFGHJKLMNPQRSTUVWX".index(band) - 80  # of the band's southern border
    equator = 10_000_000 if latitude < 0 else 0  # northing of the equator
    while northing - equator < latitude * 110_600 - 100_000:  # rows repeat every 2000 km
        northing += 2_000_000
    top = equator - (equator - northing - 100_000) // 60 * 60
    return TileGrid(tile, (32700 if latitude < 0 else 32600) + zone, easting // 60 * 60, top, size)


def product_xml(
    identity: Identity,
    name: str,
    granules: Mapping[str, Sequence[str]],
    offsets: Mapping[str, int] | None,
    cloud_share: float,
    *,
    old: bool,
) -> str:
    """`MTD_MSIL1C.xml` or `MTD_MSIL2A.xml`.

    `granules`: the image files of each tile, without extension. `offsets`: DN of each band, None when there are none.
    `old`: with the element names of 2016.
    """
    level = "Level-" + identity.level[1:]
    root = f"{level}_User_Product"
    element, image = ("Granules", "IMAGE_ID") if old else ("Granule", "IMAGE_FILE")
    lists = "".join(
        f'<Granule_List>\n<{element} datastripIdentifier="{identity.datastrip()}" '
        f'granuleIdentifier="{identity.granule(tile)}" imageFormat="JPEG2000">\n'
        + "".join(f"<{image}>{file}</{image}>\n" for file in files)
        + f"</{element}>\n</Granule_List>\n"
        for tile, files in granules.items()
    )
    return f"""{_HEAD}<n1:{root} {identity.namespace(f"User_Product_{level}")}>
<n1:General_Info>
<Product_Info>
<PRODUCT_START_TIME>{identity.iso_time}</PRODUCT_START_TIME>
<PRODUCT_STOP_TIME>{identity.iso_time}</PRODUCT_STOP_TIME>
<PRODUCT_URI>{name}</PRODUCT_URI>
<PROCESSING_LEVEL>{level}</PROCESSING_LEVEL>
<PRODUCT_TYPE>S2MSI{identity.level[1:]}</PRODUCT_TYPE>
<PROCESSING_BASELINE>{identity.baseline}</PROCESSING_BASELINE>
<GENERATION_TIME>{identity.iso_time}</GENERATION_TIME>
<Datatake datatakeIdentifier="G{identity.mission}_{identity.time}_{identity.absolute_orbit:06d}_N{identity.baseline}">
<SPACECRAFT_NAME>Sentinel-{identity.mission[1:]}</SPACECRAFT_NAME>
<DATATAKE_TYPE>INS-NOBS</DATATAKE_TYPE>
<DATATAKE_SENSING_START>{identity.iso_time}</DATATAKE_SENSING_START>
<SENSING_ORBIT_NUMBER>{identity.relative_orbit}</SENSING_ORBIT_NUMBER>
<SENSING_ORBIT_DIRECTION>DESCENDING</SENSING_ORBIT_DIRECTION>
</Datatake>
<Query_Options completeSingleTile="true">
<PRODUCT_FORMAT>{"SAFE" if old else "SAFE_COMPACT"}</PRODUCT_FORMAT>
</Query_Options>
<Product_Organisation>
{lists}</Product_Organisation>
</Product_Info>
<Product_Image_Characteristics>
<Special_Values>
<SPECIAL_VALUE_TEXT>NODATA</SPECIAL_VALUE_TEXT>
<SPECIAL_VALUE_INDEX>0</SPECIAL_VALUE_INDEX>
</Special_Values>
<Special_Values>
<SPECIAL_VALUE_TEXT>SATURATED</SPECIAL_VALUE_TEXT>
<SPECIAL_VALUE_INDEX>65535</SPECIAL_VALUE_INDEX>
</Special_Values>
{_radiometry(identity.level, offsets)}</Product_Image_Characteristics>
</n1:General_Info>
<n1:Quality_Indicators_Info>
<Cloud_Coverage_Assessment>{100 * cloud_share:.4f}</Cloud_Coverage_Assessment>
</n1:Quality_Indicators_Info>
</n1:{root}>
"""


def _radiometry(level: str, offsets: Mapping[str, int] | None) -> str:
    """Quantification value and, band by band, the offsets; Level-2A has other names for both."""
    if level == "L1C":
        value, listing, item = "QUANTIFICATION_VALUE", "Radiometric_Offset_List", "RADIO_ADD_OFFSET"
    else:
        value, listing, item = "BOA_QUANTIFICATION_VALUE", "BOA_ADD_OFFSET_VALUES_LIST", "BOA_ADD_OFFSET"
    text = f'<{value} unit="none">10000</{value}>\n'
    if level == "L2A":
        text = f"<QUANTIFICATION_VALUES_LIST>\n{text}</QUANTIFICATION_VALUES_LIST>\n"
    if offsets is not None:
        rows = "".join(f'<{item} band_id="{n}">{offsets[band]}</{item}>\n' for n, band in enumerate(BAND_IDS))
        text += f"<{listing}>\n{rows}</{listing}>\n"
    return text


def tile_xml(identity: Identity, grid: TileGrid, sun: Sun, masks: Mapping[str, str], cloud_share: float) -> str:
    """`MTD_TL.xml`; `masks`: the file of each mask type (`MSK_CLOUDS`, `MSK_CLASSI`) as the metadata names it."""
    level = "Level-" + identity.level[1:]
    sides = {step: grid.size * 10 // step for step in (10, 20, 60)}
    sizes = "".join(
        f'<Size resolution="{step}">\n<NROWS>{side}</NROWS>\n<NCOLS>{side}</NCOLS>\n</Size>\n'
        for step, side in sides.items()
    )
    corners = "".join(
        f'<Geoposition resolution="{step}">\n<ULX>{grid.left}</ULX>\n<ULY>{grid.top}</ULY>\n'
        f"<XDIM>{step}</XDIM>\n<YDIM>-{step}</YDIM>\n</Geoposition>\n"
        for step in sides
    )
    files = "".join(f'<MASK_FILENAME type="{kind}">{file}</MASK_FILENAME>\n' for kind, file in masks.items())
    return f"""{_HEAD}<n1:{level}_Tile_ID {identity.namespace(f"S2_PDI_{level}_Tile_Metadata")}>
<n1:General_Info>
<TILE_ID metadataLevel="Brief">{identity.granule(grid.tile)}</TILE_ID>
<DATASTRIP_ID metadataLevel="Standard">{identity.datastrip()}</DATASTRIP_ID>
<SENSING_TIME metadataLevel="Standard">{identity.iso_time}</SENSING_TIME>
</n1:General_Info>
<n1:Geometric_Info>
<Tile_Geocoding metadataLevel="Brief">
<HORIZONTAL_CS_NAME>WGS84 / UTM zone {grid.epsg % 100}{"N" if grid.epsg < 32700 else "S"}</HORIZONTAL_CS_NAME>
<HORIZONTAL_CS_CODE>EPSG:{grid.epsg}</HORIZONTAL_CS_CODE>
{sizes}{corners}</Tile_Geocoding>
<Tile_Angles metadataLevel="Standard">
<Mean_Sun_Angle>
<ZENITH_ANGLE unit="deg">{sun.zenith}</ZENITH_ANGLE>
<AZIMUTH_ANGLE unit="deg">{sun.azimuth}</AZIMUTH_ANGLE>
</Mean_Sun_Angle>
</Tile_Angles>
</n1:Geometric_Info>
<n1:Quality_Indicators_Info metadataLevel="Standard">
<Image_Content_QI>
<CLOUDY_PIXEL_PERCENTAGE>{100 * cloud_share:.4f}</CLOUDY_PIXEL_PERCENTAGE>
</Image_Content_QI>
<Pixel_Level_QI geometry="FULL_RESOLUTION">
{files}</Pixel_Level_QI>
</n1:Quality_Indicators_Info>
</n1:{level}_Tile_ID>
"""


def cloud_gml(identity: Identity, grid: TileGrid, polygons: Iterable[tuple[str, Sequence[Ring]]]) -> str:
    """`MSK_CLOUDS_B00.gml`; a polygon is its type (`OPAQUE` or `CIRRUS`) and its rings, the outer one first."""
    stem = identity.granule(grid.tile).rpartition("_N")[0].replace("_MSI_L1C_TL_", "_MSK_CLOUDS_")
    name = f"{stem}_B00_MSIL1C"
    members = []
    for number, (kind, rings) in enumerate(polygons):
        sides = "".join(_ring("exterior" if position == 0 else "interior", ring) for position, ring in enumerate(rings))
        members.append(
            f'<eop:MaskFeature gml:id="{kind}.{number}">\n'
            f'<eop:maskType codeSpace="urn:gs2:S2PDGS:maskType">{kind}</eop:maskType>\n'
            f'<eop:extentOf>\n<gml:Polygon gml:id="{kind}.{number}_Polygon">\n{sides}</gml:Polygon>\n</eop:extentOf>\n'
            "</eop:MaskFeature>\n"
        )
    corner, bottom = grid.left + grid.size * 10, grid.top - grid.size * 10
    place = (
        f'<gml:boundedBy>\n<gml:Envelope srsName="urn:ogc:def:crs:EPSG:8.7:{grid.epsg}">\n'
        f"<gml:lowerCorner>{grid.left} {bottom}</gml:lowerCorner>\n"
        f"<gml:upperCorner>{corner} {grid.top}</gml:upperCorner>\n</gml:Envelope>\n</gml:boundedBy>\n"
    )
    body = f"{place}<eop:maskMembers>\n{''.join(members)}</eop:maskMembers>\n" if members else "<eop:maskMembers/>\n"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<eop:Mask xmlns:eop="http://www.opengis.net/eop/2.0" '
        f'xmlns:xsi="{_SCHEMA_INSTANCE}" xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="{name}">\n'
        f"<gml:name>MSK_CLOUDS pixels mask from data-strip {name}</gml:name>\n{body}</eop:Mask>\n"
    )


def _ring(side: str, ring: Ring) -> str:
    values = " ".join(f"{x:.0f} {y:.0f}" for x, y in ring)
    return (
        f"<gml:{side}>\n<gml:LinearRing>\n"
        f'<gml:posList srsDimension="2">{values}</gml:posList>\n</gml:LinearRing>\n</gml:{side}>\n'
    )


def manifest_xml(identity: Identity, folder: Path) -> str:
    """`manifest.safe`: every file of the product's folder with its size and MD5 sum."""
    objects = []
    for number, path in enumerate(sorted(path for path in folder.rglob("*") if path.is_file())):
        with path.open("rb") as stream:
            sum_of_bytes = hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
        kind = "text/xml" if path.suffix in (".xml", ".gml") else "application/octet-stream"
        objects.append(
            f'<dataObject ID="Data_{number}">\n<byteStream mimeType="{kind}" size="{path.stat().st_size}">\n'
            f'<fileLocation locatorType="URL" href="./{path.relative_to(folder).as_posix()}"/>\n'
            f'<checksum checksumName="MD5">{sum_of_bytes}</checksum>\n</byteStream>\n</dataObject>\n'
        )
    level = f"Level-{identity.level[1:]}"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xfdu:XFDU xmlns:xfdu="urn:ccsds:schema:xfdu:1" xmlns:safe="http://www.esa.int/safe/sentinel/1.1"
 version="esa/safe/sentinel/1.1/sentinel-2/msi/archive_{identity.level.lower()}_user_product">
<informationPackageMap>
<xfdu:contentUnit unitType="Product_{level}" textInfo="SENTINEL-2 MSI {level} User Product" dmdID="platform"/>
</informationPackageMap>
<metadataSection>
<metadataObject ID="platform" classification="DESCRIPTION" category="DMD">
<metadataWrap mimeType="text/xml" vocabularyName="Sentinel-SAFE" textInfo="Platform Description">
<xmlData>
<safe:platform>
<safe:familyName>SENTINEL</safe:familyName>
<safe:number>{identity.mission[1:]}</safe:number>
</safe:platform>
</xmlData>
</metadataWrap>
</metadataObject>
</metadataSection>
<dataObjectSection>
{"".join(objects)}</dataObjectSection>
</xfdu:XFDU>
"""
