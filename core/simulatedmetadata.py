"""The XML of a simulated product, with the element names and namespaces of real ones (PSD 14 and 15)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

BAND_IDS = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")  # band_id 0…12
RESOLUTIONS = {
    band: 60 if band in ("B01", "B09", "B10") else 10 if band in ("B02", "B03", "B04", "B08") else 20
    for band in BAND_IDS
}
SCHEMA = "https://psd-{psd}.sentinel2.eo.esa.int/PSD/{name}.xsd"


@dataclass(frozen=True)
class Identity:
    """What names a product: level `L1C` or `L2A`, mission `S2A`…, baseline `05.11`, sensing time `20240715T105031`, orbits."""

    level: str
    mission: str
    baseline: str
    time: str
    relative_orbit: int
    absolute_orbit: int

    @property
    def psd(self) -> int:
        """The product specification's number, which real namespaces carry."""
        return 15 if self.baseline >= "05.10" else 14 if self.baseline >= "02.05" else 13

    @property
    def iso_time(self) -> str:
        t = self.time
        return f"{t[:4]}-{t[4:6]}-{t[6:8]}T{t[9:11]}:{t[11:13]}:{t[13:15]}.024Z"

    @property
    def station(self) -> str:
        return "SGS_" if self.psd == 13 else "2BPS"

    def datastrip(self) -> str:
        return f"{self.mission}_OPER_MSI_{self.level}_DS_{self.station}_{self.time}_S{self.time}_N{self.baseline}"

    def granule(self, tile: str) -> str:
        return f"{self.mission}_OPER_MSI_{self.level}_TL_{self.station}_{self.time}_A{self.absolute_orbit:06d}_T{tile}_N{self.baseline}"


def product_name(identity: Identity, tile: str, layout: str) -> str:
    """The folder's name: compact since December 2016, `old` before, a granule's in the cloud `archive`."""
    if layout == "old":
        times = f"V{identity.time}_{identity.time}"
        return f"{identity.mission}_OPER_PRD_MSIL1C_PDMC_{identity.time}_R{identity.relative_orbit:03d}_{times}.SAFE"
    if layout == "archive":
        return identity.granule(tile)
    short = f"N{identity.baseline.replace('.', '')}_R{identity.relative_orbit:03d}_T{tile}"
    return f"{identity.mission}_MSI{identity.level}_{identity.time}_{short}_{identity.time}.SAFE"


@dataclass(frozen=True)
class TileGrid:
    """Where a granule lies: tile, EPSG code, upper left corner in metres, size in pixels of 10 m."""

    tile: str
    epsg: int
    left: int
    top: int
    size: int


def tile_grid(tile: str, size: int) -> TileGrid:
    """The grid of a Sentinel-2 tile by its MGRS name, such as `31TCJ`; corners lie on multiples of 60 m as the real ones do."""
    zone, band, column, row = int(tile[:2]), tile[2], tile[3], tile[4]
    easting = ("ABCDEFGHJKLMNPQRSTUVWXYZ".index(column) - (zone - 1) % 3 * 8 + 1) * 100_000
    northing = ("ABCDEFGHJKLMNPQRSTUV".index(row) - (5 if zone % 2 == 0 else 0)) % 20 * 100_000
    latitude = -80 + 8 * "CDEFGHJKLMNPQRSTUVWX".index(band)
    south = latitude < 0
    while northing + (-10_000_000 if south else 0) < latitude * 110_600 - 100_000:
        northing += 2_000_000
    equator = 10_000_000 if south else 0
    top = -((equator - northing - 100_000) // 60 * 60) + equator
    return TileGrid(tile, (32700 if south else 32600) + zone, easting // 60 * 60, top, size)


def product_xml(
    identity: Identity,
    name: str,
    granules: Mapping[str, Sequence[str]],
    offsets: Mapping[str, int] | None,
    cloud_share: float,
    old: bool = False,
) -> str:
    """`MTD_MSIL1C.xml` or `MTD_MSIL2A.xml`: `granules` maps a tile to its image files without extension, `offsets` a band to its DN."""
    level = "Level-" + identity.level[1:]
    root = f"n1:{level}_User_Product"
    element, image = ("Granules", "IMAGE_ID") if old else ("Granule", "IMAGE_FILE")
    listing = "".join(
        f'<Granule_List><{element} datastripIdentifier="{identity.datastrip()}" granuleIdentifier="{identity.granule(tile)}" imageFormat="JPEG2000">'
        + "".join(f"\n<{image}>{file}</{image}>" for file in files)
        + f"\n</{element}></Granule_List>\n"
        for tile, files in granules.items()
    )
    prefix, list_name, item = ("", "Radiometric_Offset_List", "RADIO_ADD_OFFSET") if identity.level == "L1C" else (
        "BOA_", "BOA_ADD_OFFSET_VALUES_LIST", "BOA_ADD_OFFSET")  # fmt: skip
    radiometry = f'<{prefix}QUANTIFICATION_VALUE unit="none">10000</{prefix}QUANTIFICATION_VALUE>\n'
    if prefix:
        radiometry = f"<QUANTIFICATION_VALUES_LIST>\n{radiometry}</QUANTIFICATION_VALUES_LIST>\n"
    if offsets is not None:
        rows = "".join(f'<{item} band_id="{number}">{offsets[band]}</{item}>\n' for number, band in enumerate(BAND_IDS))
        radiometry += f"<{list_name}>\n{rows}</{list_name}>\n"
    spectral = "".join(
        f'<Spectral_Information bandId="{number}" physicalBand="{band.replace("B0", "B")}"><RESOLUTION>{RESOLUTIONS[band]}</RESOLUTION></Spectral_Information>\n'
        for number, band in enumerate(BAND_IDS)
    )
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<{root} xmlns:n1="{SCHEMA.format(psd=identity.psd, name=f"User_Product_{level}")}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
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
<Query_Options completeSingleTile="true"><PRODUCT_FORMAT>{"SAFE" if old else "SAFE_COMPACT"}</PRODUCT_FORMAT></Query_Options>
<Product_Organisation>
{listing}</Product_Organisation>
</Product_Info>
<Product_Image_Characteristics>
<Special_Values><SPECIAL_VALUE_TEXT>NODATA</SPECIAL_VALUE_TEXT><SPECIAL_VALUE_INDEX>0</SPECIAL_VALUE_INDEX></Special_Values>
<Special_Values><SPECIAL_VALUE_TEXT>SATURATED</SPECIAL_VALUE_TEXT><SPECIAL_VALUE_INDEX>65535</SPECIAL_VALUE_INDEX></Special_Values>
<Image_Display_Order><RED_CHANNEL>3</RED_CHANNEL><GREEN_CHANNEL>2</GREEN_CHANNEL><BLUE_CHANNEL>1</BLUE_CHANNEL></Image_Display_Order>
{radiometry}<Spectral_Information_List>
{spectral}</Spectral_Information_List>
</Product_Image_Characteristics>
</n1:General_Info>
<n1:Quality_Indicators_Info>
<Cloud_Coverage_Assessment>{100 * cloud_share:.4f}</Cloud_Coverage_Assessment>
<Technical_Quality_Assessment><DEGRADED_ANC_DATA_PERCENTAGE>0.0</DEGRADED_ANC_DATA_PERCENTAGE><DEGRADED_MSI_DATA_PERCENTAGE>0</DEGRADED_MSI_DATA_PERCENTAGE></Technical_Quality_Assessment>
</n1:Quality_Indicators_Info>
</{root}>
"""


def tile_xml(
    identity: Identity,
    grid: TileGrid,
    sun_zenith: float,
    sun_azimuth: float,
    masks: Mapping[str, str],
    cloud_share: float,
) -> str:
    """`MTD_TL.xml`: `masks` maps a mask type (`MSK_CLOUDS`, `MSK_CLASSI`) to the file as the metadata names it."""
    level = "Level-" + identity.level[1:]
    root = f"n1:{level}_Tile_ID"
    sizes = "".join(
        f'<Size resolution="{step}"><NROWS>{grid.size * 10 // step}</NROWS><NCOLS>{grid.size * 10 // step}</NCOLS></Size>\n'
        for step in (10, 20, 60)
    )
    corners = "".join(
        f'<Geoposition resolution="{step}"><ULX>{grid.left}</ULX><ULY>{grid.top}</ULY><XDIM>{step}</XDIM><YDIM>-{step}</YDIM></Geoposition>\n'
        for step in (10, 20, 60)
    )
    files = "".join(f'<MASK_FILENAME type="{kind}">{file}</MASK_FILENAME>\n' for kind, file in masks.items())
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<{root} xmlns:n1="{SCHEMA.format(psd=identity.psd, name=f"S2_PDI_{level}_Tile_Metadata")}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<n1:General_Info>
<TILE_ID metadataLevel="Brief">{identity.granule(grid.tile)}</TILE_ID>
<DATASTRIP_ID metadataLevel="Standard">{identity.datastrip()}</DATASTRIP_ID>
<DOWNLINK_PRIORITY metadataLevel="Standard">NOMINAL</DOWNLINK_PRIORITY>
<SENSING_TIME metadataLevel="Standard">{identity.iso_time}</SENSING_TIME>
</n1:General_Info>
<n1:Geometric_Info>
<Tile_Geocoding metadataLevel="Brief">
<HORIZONTAL_CS_NAME>WGS84 / UTM zone {grid.epsg % 100}{"N" if grid.epsg < 32700 else "S"}</HORIZONTAL_CS_NAME>
<HORIZONTAL_CS_CODE>EPSG:{grid.epsg}</HORIZONTAL_CS_CODE>
{sizes}{corners}</Tile_Geocoding>
<Tile_Angles metadataLevel="Standard">
<Mean_Sun_Angle><ZENITH_ANGLE unit="deg">{sun_zenith}</ZENITH_ANGLE><AZIMUTH_ANGLE unit="deg">{sun_azimuth}</AZIMUTH_ANGLE></Mean_Sun_Angle>
</Tile_Angles>
</n1:Geometric_Info>
<n1:Quality_Indicators_Info metadataLevel="Standard">
<Image_Content_QI><CLOUDY_PIXEL_PERCENTAGE>{100 * cloud_share:.4f}</CLOUDY_PIXEL_PERCENTAGE><DEGRADED_MSI_DATA_PERCENTAGE>0</DEGRADED_MSI_DATA_PERCENTAGE></Image_Content_QI>
<Pixel_Level_QI geometry="FULL_RESOLUTION">
{files}</Pixel_Level_QI>
</n1:Quality_Indicators_Info>
</{root}>
"""


def cloud_gml(
    identity: Identity, grid: TileGrid, polygons: Iterable[tuple[str, Sequence[Sequence[tuple[float, float]]]]]
) -> str:
    """`MSK_CLOUDS_B00.gml`: each polygon is its type (`OPAQUE` or `CIRRUS`) and its rings of map coordinates, the outer one first."""
    name = f"{identity.granule(grid.tile).replace('_MSI_', '_MSK_').replace(f'_{identity.level}_TL_', '_CLOUDS_').rsplit('_N', 1)[0]}_B00_MSI{identity.level}"
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<eop:Mask xmlns:eop="http://www.opengis.net/eop/2.0" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gml="http://www.opengis.net/gml/3.2" '
        f'gml:id="{name}">\n  <gml:name>MSK_CLOUDS pixels mask from data-strip {name}</gml:name>\n'
    )
    counts: dict[str, int] = {}
    members = []
    for kind, rings in polygons:
        number = counts[kind] = counts.get(kind, -1) + 1
        parts = []
        for position, ring in enumerate(rings):
            side = "exterior" if position == 0 else "interior"
            values = " ".join(f"{x:.0f} {y:.0f}" for x, y in ring)
            parts.append(
                f'<gml:{side}><gml:LinearRing><gml:posList srsDimension="2">{values}</gml:posList></gml:LinearRing></gml:{side}>'
            )
        members.append(
            f'    <eop:MaskFeature gml:id="{kind}.{number}">\n      <eop:maskType codeSpace="urn:gs2:S2PDGS:maskType">{kind}</eop:maskType>\n'
            f'      <eop:extentOf><gml:Polygon gml:id="{kind}.{number}_Polygon">{"".join(parts)}</gml:Polygon></eop:extentOf>\n    </eop:MaskFeature>\n'
        )
    if not members:
        return head + "  <eop:maskMembers/>\n</eop:Mask>\n"
    bottom, right = grid.top - grid.size * 10, grid.left + grid.size * 10
    envelope = (
        f'  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG:8.7:{grid.epsg}"><gml:lowerCorner>{grid.left} {bottom}</gml:lowerCorner>'
        f"<gml:upperCorner>{right} {grid.top}</gml:upperCorner></gml:Envelope></gml:boundedBy>\n"
    )
    return f"{head}{envelope}  <eop:maskMembers>\n{''.join(members)}  </eop:maskMembers>\n</eop:Mask>\n"


def manifest_xml(identity: Identity, folder: Path) -> str:
    """`manifest.safe`: every file of the product folder with its size and MD5 sum."""
    objects = []
    for number, path in enumerate(sorted(path for path in folder.rglob("*") if path.is_file())):
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "md5").hexdigest()
        kind = "text/xml" if path.suffix in (".xml", ".gml") else "application/octet-stream"
        objects.append(
            f'<dataObject ID="Data_{number}"><byteStream mimeType="{kind}" size="{path.stat().st_size}">'
            f'<fileLocation locatorType="URL" href="./{path.relative_to(folder).as_posix()}"/><checksum checksumName="MD5">{digest}</checksum></byteStream></dataObject>'
        )
    level = identity.level
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xfdu:XFDU xmlns:xfdu="urn:ccsds:schema:xfdu:1" xmlns:safe="http://www.esa.int/safe/sentinel/1.1" '
        f'xmlns:gml="http://www.opengis.net/gml" version="esa/safe/sentinel/1.1/sentinel-2/msi/archive_{level.lower()}_user_product">\n'
        f'<informationPackageMap><xfdu:contentUnit unitType="Product_Level-{level[1:]}" textInfo="SENTINEL-2 MSI Level-{level[1:]} User Product" '
        'pdiID="processing" dmdID="acquisitionPeriod platform"/></informationPackageMap>\n<metadataSection>'
        '<metadataObject ID="acquisitionPeriod" classification="DESCRIPTION" category="DMD"><metadataWrap mimeType="text/xml" vocabularyName="Sentinel-SAFE" '
        f'textInfo="Acquisition Period"><xmlData><safe:acquisitionPeriod><safe:startTime>{identity.iso_time}</safe:startTime></safe:acquisitionPeriod></xmlData>'
        '</metadataWrap></metadataObject><metadataObject ID="platform" classification="DESCRIPTION" category="DMD"><metadataWrap mimeType="text/xml" '
        'vocabularyName="Sentinel-SAFE" textInfo="Platform Description"><xmlData><safe:platform><safe:familyName>SENTINEL</safe:familyName>'
        f"<safe:number>{identity.mission[1:]}</safe:number></safe:platform></xmlData></metadataWrap></metadataObject></metadataSection>\n"
        f"<dataObjectSection>\n{chr(10).join(objects)}\n</dataObjectSection>\n</xfdu:XFDU>\n"
    )
