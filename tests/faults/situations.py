"""Situations that people met with this kind of tool, by their public reports, rebuilt small: what each ends in.

Each is one member of a kind; the unit tests try more members of every kind (test_band_files, test_layouts,
test_validity, test_doubts, test_foreign, test_area).
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from .measured import ROOT
from .samples import band_file
from .situation_facts import baseline_of, granule_alone, overwritten, real, without_hidden_files
from .situation_left import (
    alternates,
    band_as_copy,
    cogs_with_broken_metadata,
    collection,
    converted_without_offset,
    counted,
    in_several_zips,
    item,
    metadata_is,
    of_gdal,
    own_processing,
    path_in_a_zip,
    path_too_long,
    several,
    south_up,
    whole_zip_of_any_name,
    with_metadata,
)
from .situation_numbers import (
    across_180,
    applied,
    area,
    bare,
    converted,
    flat_edge,
    in_degrees,
    listed,
    lost_in_zarr,
    lost_packets,
    lost_polygons,
    of_earth_engine,
    pattern,
    right_half_is_no_data,
    right_half_masked,
    stack,
    table,
    whole_scene,
)
from .situation_scenes import (
    Scenes,
    annexed,
    beside,
    beside_the_metadata,
    cogs,
    compressed,
    content,
    copied_granule,
    cut_band,
    era,
    in_icloud,
    inside,
    other,
    renamed,
    sharper,
    spelled,
    split,
    spoilt_band,
    tar,
    three,
    two_in_one,
    unfinished,
    whole,
    with_a_file_outside,
    zip_in_zip,
    zipped,
)

ASKED = "asked for"  # of a kind that the project was asked to mend, without a report of its own


@dataclass(frozen=True)
class Situation:
    """One situation. `make` builds it in a folder and gives the arguments after `mask`, the product first.

    expected: "mask", or the code of the error; words: what a note or the error must hold; masks: how many are written.
    listed: whether a scan of the folder in QGIS lists the product. check gets the (rows, cols) uint8 mask.
    """

    kind: int
    title: str
    source: str
    make: Callable[[Scenes, Path], list[str | Path]]
    expected: str = "mask"
    words: str = ""
    masks: int = 1
    listed: bool = True
    check: Callable[[np.ndarray], bool] = lambda mask: bool((mask != 255).any())
    environment: dict[str, str] = field(default_factory=dict)
    command: str = "mask"


def situations() -> Iterator[Situation]:
    """All of them."""
    yield from _SITUATIONS
    for path in sorted((ROOT.parent / "shared" / "data").glob("S2*.zip")):
        yield Situation(0, f"a real product, baseline {baseline_of(path.name)}", "../shared/data", real(path))
    for path in sorted((ROOT.parent / "shared" / "data" / "safe_more").glob("S2*.zip")):
        words = "do not trust" if "decimated" in path.name else ""
        yield Situation(
            0, f"a real product, baseline {baseline_of(path.name)}", "../shared/data/safe_more", real(path), words=words
        )


_LANDSAT = "LC08_L1TP_198030_20240715_20240722_02_T1/LC08_L1TP_198030_20240715_20240722_02_T1_MTL.txt"
_THEIA = "SENTINEL2A_20240715-105031-024_L2A_T31TCJ_C_V3-1/SENTINEL2A_20240715-105031-024_L2A_T31TCJ_C_V3-1_MTD_ALL.xml"
_RADAR = "S1A_IW_GRDH_1SDV_20240715T174849_20240715T174914_054771_06AB5C_9F3B.SAFE/manifest.safe"
_NO_PRODUCT = {"expected": "not-a-product", "listed": False}

_SITUATIONS = (
    Situation(1, "AppleDouble files `._…_B04.jp2` beside the bands", ASKED, beside("._")),
    Situation(1, "the user's `RT_…_B04.tif` in IMG_DATA", ASKED, beside("RT_", "GTiff")),
    Situation(1, "clipped `AOI_…_B04.tif` in IMG_DATA", ASKED, beside("AOI_", "GTiff")),
    Situation(1, "B11 and B12 that the user made sharper in IMG_DATA", ASKED, sharper, check=whole_scene),
    Situation(1, "Level-1C and Level-2A unpacked into one folder", ASKED, two_in_one, expected="not-a-product",
              words="Unpack each"),
    Situation(1, "a band that is there as `… (1).jp2` only", ASKED, band_as_copy, expected="missing-band",
              words="as a copy only"),
    Situation(2, "one granule of three has a broken B04", "cirrus-geo/cirrus-earth-search#22", three(cut_band),
              masks=2, words="B04"),
    Situation(2, "one granule of three lacks B04", "sentinel-hub/sentinelhub-py#10",
              three(lambda granule: band_file(granule, "B04").unlink()), masks=2, words="B04 is missing"),
    Situation(2, "one granule of three is not there", "OSGeo/gdal#13692", three(shutil.rmtree), masks=2,
              words="holds none"),
    Situation(2, "a copy of the granule's folder beside it", ASKED, copied_granule),
    Situation(2, "a band that ends in zeros", ASKED, spoilt_band(lambda data: data[: len(data) // 2] + bytes(9999)),
              expected="broken-band", words="ends in zeros"),
    Situation(2, "a band of 0 bytes", ASKED, spoilt_band(lambda data: b""), expected="broken-band", words="is empty"),
    Situation(2, "a zip of two products, one deeper than the other", ASKED, several, expected="not-a-product",
              words="holds 2 products"),
    Situation(2, "a band that Windows did not unpack, its path too long", "ranghetti/sen2r#230", path_too_long,
              expected="missing-band", words="longer than Windows unpacks"),
    Situation(3, "Level-2Ap of 2017: L2A_ names, `…_2A` elements", "acolite/acolite#22", era("MTD_MSIL2A.xml")),
    Situation(3, "Level-2Ap as `MTD_MSIL2Ap.xml`", ASKED, era("MTD_MSIL2Ap.xml")),
    Situation(3, "`MTD_MSIL2a.xml`, another case", ASKED, era("MTD_MSIL2a.xml")),
    Situation(3, "`MTD_MSIL1C (1).xml`, a browser's second copy", ASKED, renamed("MTD_MSIL1C (1).xml"),
              words="Rename it", expected="not-a-product"),
    Situation(3, "all names in lower case", ASKED, spelled(str.lower)),
    Situation(4, "Level-2A of the cloud archive: R10m, R20m, R60m", "https://registry.opendata.aws/sentinel-2/",
              whole(level="L2A", layout="archive")),
    Situation(4, "Level-2A of `sentinel-cogs`, offset taken off", "Element84/earth-search#24", cogs("true"),
              words="was taken off"),
    Situation(4, "Level-2A of `sentinel-cogs` whose item says the offset wrongly", "Element84/earth-search#66",
              cogs("false"), words="though its item says"),
    Situation(4, "bands moved up beside MTD_MSIL1C.xml", ASKED, beside_the_metadata),
    Situation(4, "a granule's folder without the product around it", ASKED, granule_alone, words="is not there"),
    Situation(4, "`sentinel-cogs` of Level-2A whose granule_metadata.xml breaks off", "Element84/earth-search#6",
              cogs_with_broken_metadata, words="item was read in place"),
    Situation(4, "one GeoTIFF a band of Level-2A, beside MTD_MSIL2A.xml", ASKED, with_metadata("MTD_MSIL2A.xml")),
    Situation(4, "a STAC item whose assets are there at their alternates only", ASKED, item(alternates), listed=False),
    Situation(4, "a collection of two STAC items", ASKED, item(collection), masks=2, listed=False),
    Situation(5, "a zip with backslashes, of PowerShell 5", "PowerShell/PowerShell#2140",
              zipped(lambda name: name.replace("/", "\\"))),
    Situation(5, "a zip whose names begin with ./", "libarchive/libarchive#970", zipped(lambda name: f"./{name}")),
    Situation(5, "a .tar", ASKED, tar("P.tar", "w")),
    Situation(5, "a .tar.gz", ASKED, tar("P.tar.gz", "w:gz"), words="Unpack it", **_NO_PRODUCT),
    Situation(5, "a zip in a zip", ASKED, zip_in_zip, words="inner.zip", **_NO_PRODUCT),
    Situation(5, "a zip with a file `../readme.txt` beside the product", ASKED, with_a_file_outside),
    Situation(5, "a zip whose names are all `/home/me/…`", ASKED, zipped(lambda name: f"/home/me/{name}"),
              expected="broken-zip", words="outside itself"),
    Situation(5, "a zip compressed by LZMA", ASKED, compressed(zipfile.ZIP_LZMA), expected="broken-zip",
              words="Unpack it"),
    Situation(5, "the last file of a zip in several", ASKED, split, expected="broken-zip", words="P.z01"),
    Situation(5, "a zip with a brace in its name", ASKED, zipped(str, "P}x.zip")),
    Situation(5, "a path inside a zip", ASKED, path_in_a_zip),
    Situation(5, "a zip that wget saved as `.zip.1`", ASKED, whole_zip_of_any_name, listed=False),
    Situation(5, "a download that Google Drive splits into zips", ASKED, in_several_zips, expected="missing-band",
              words="Unpack them into one folder"),
    Situation(6, "a Sentinel-1 product", ASKED, other(_RADAR), words="Sentinel-1", **_NO_PRODUCT),
    Situation(6, "a Landsat scene", ASKED, other(_LANDSAT), words="Landsat", **_NO_PRODUCT),
    Situation(6, "a product of MAJA (Theia)", ASKED, other(_THEIA), words="MAJA", **_NO_PRODUCT),
    Situation(6, "an unfinished download, `.incomplete`", "OSGeo/grass-addons#952", unfinished(".incomplete"),
              words="unfinished download", **_NO_PRODUCT),
    Situation(6, "an unfinished download, `.crdownload`", ASKED, unfinished(".crdownload"),
              words="unfinished download", **_NO_PRODUCT),
    Situation(6, "bands that are links into git-annex, content not there", "datalad/datalad#3513", annexed,
              expected="missing-band", words="git annex get"),
    Situation(6, "`MTD_TL.xml` given", ASKED, inside("GRANULE/*/MTD_TL.xml")),
    Situation(6, "one band given", ASKED, inside("GRANULE/*/IMG_DATA/*_B04.jp2")),
    Situation(6, "the folder GRANULE given", ASKED, inside("GRANULE")),
    Situation(6, "PROJ_LIB, GDAL_SKIP and PYTHONPATH of another program", "OSGeo/gdal#10381", whole(),
              environment={"PROJ_LIB": "/usr/share/other", "GDAL_SKIP": "JP2OpenJPEG", "GDAL_DRIVER_PATH": "/usr/other",
                           "PYTHONPATH": str(ROOT / "tests")}),
    Situation(6, "a zip that is the server's answer, login expired", ASKED, content(b'{"detail":"Expired signature!"}'),
              expected="broken-zip", words="Check the login"),
    Situation(6, "a zip of 0 bytes, kept online only", ASKED, content(b""), expected="broken-zip", words="is empty"),
    Situation(6, "a band kept in iCloud", ASKED, in_icloud, expected="missing-band", words="iCloud"),
    Situation(6, "a product of Sen2Like", ASKED,
              other("S2A_MSIL2F_20240715T105031_N9999_R051_T31TCJ_20240716T105031.SAFE/MTD_MSIL2F.xml"),
              words="Sen2Like", **_NO_PRODUCT),
    Situation(6, "a product of SNAP", ASKED, other("S2A_MSIL1C_resampled.data/B2.hdr"), words="SNAP", **_NO_PRODUCT),
    Situation(6, "a tile of FORCE", ASKED, other("X0055_Y0053/20240715_LEVEL2_SEN2A_BOA.tif"), words="FORCE",
              **_NO_PRODUCT),
    Situation(6, "one GeoTIFF a band of Level-2A, and nothing else", ASKED, with_metadata(), words="no metadata",
              **_NO_PRODUCT),
    Situation(6, "MTD_MSIL1C.xml of 0 bytes", "sertit/eoreader#34", metadata_is(b""), expected="broken-metadata",
              words="is empty"),
    Situation(7, "a stack with an internal mask", "manaakiwhenua/raster2dggs#105",
              stack(lambda numbers: numbers, right_half_masked(True)), words="internal mask",
              check=right_half_is_no_data),
    Situation(7, "a stack with a `.msk` file", "manaakiwhenua/raster2dggs#105",
              stack(lambda numbers: numbers, right_half_masked(False)), words=".msk", check=right_half_is_no_data),
    Situation(7, "lost image packets in MSK_QUALIT", "opendatacube/eo-datasets#315", lost_packets,
              words="lost image packets", check=right_half_is_no_data),
    Situation(7, "lost image packets in MSK_TECQUA, before baseline 04.00", ASKED, lost_polygons,
              words="lost image packets", check=right_half_is_no_data),
    Situation(7, "lost image packets in EOPF Zarr", ASKED, lost_in_zarr, words="lost image packets",
              check=right_half_is_no_data),
    Situation(7, "bands converted to GeoTIFF, 65535 declared as no data", ASKED, converted("uint16", 65535, 65535),
              check=right_half_is_no_data),
    Situation(7, "bands converted to GeoTIFF with a sign, -9999 not declared", ASKED, converted("int16", -9999, None),
              check=right_half_is_no_data),
    Situation(7, "Level-2A with DN 1 in all bands along the swath edge",
              "digitalearthafrica/deafrica-sandbox-notebooks#403", flat_edge, check=right_half_is_no_data),
    Situation(7, "a stack with the offset left in", "rexionmars/TERRA#42",
              stack(lambda numbers: numbers + np.uint16(1000)), words="offset"),
    Situation(7, "a stack whose negative numbers wrapped", ASKED,
              stack(lambda numbers: numbers - np.uint16(300)), words="without a sign"),
    Situation(8, "bands without CRS, named by MTD_TL.xml, and an area", "microsoft/PlanetaryComputer#490", bare,
              words="tile's metadata", check=lambda mask: mask.shape[0] < 61 and mask.shape[1] < 61),
    Situation(8, "a stack without CRS", ASKED, stack(lambda numbers: numbers, crs=None), words="carries no CRS"),
    Situation(8, "a stack in degrees", ASKED, in_degrees, check=lambda mask: bool((mask != 255).all())),
    Situation(8, "a stack of Level-2A from Earth Engine, its level told by SCL alone", ASKED, of_earth_engine),
    Situation(8, "a stack that lies south up", ASKED, south_up, check=lambda mask: bool((mask != 255).all())),
    Situation(8, "a stack whose bands are counted, B1 … B13", "Zhaoguanhua/AtmosphericCorrection#20", counted,
              words="their numbers in the file", **_NO_PRODUCT),
    Situation(8, "a stack that GDAL made of a SAFE, with the offset in it", "EnMAP-Box/enmap-box#1524", of_gdal,
              words="so it is applied"),
    Situation(8, "a product without its MTD_MSIL1C.xml", ASKED, metadata_is(None), words="is not there"),
    Situation(8, "bands converted to GeoTIFF, their offset taken off", ASKED, converted_without_offset,
              words="not applied again"),
    Situation(8, "a STAC item of a user's own processing, baseline 99.99", ASKED, item(own_processing),
              words="the numbers show", listed=False),
    Situation(8, "MTD_MSIL1C.xml of another baseline saved over the product's", ASKED, overwritten(baseline="02.06"),
              expected="broken-metadata", words="of baseline 02.06, but"),
    Situation(8, "MTD_MSIL1C.xml of another date saved over the product's", ASKED, overwritten(time="20240625T105031"),
              expected="broken-metadata", words="another product"),
    Situation(9, "the world in EPSG:4326", "openlayers/openlayers#5817",
              area("-180", "-90", "180", "90", crs="EPSG:4326"), check=whole_scene),
    Situation(9, "the world in EPSG:3857, dragged beyond 180°", "rasterio/rasterio#561",
              area("-6e7", "-4e7", "6e7", "4e7", crs="EPSG:3857"), check=whole_scene),
    Situation(9, "the world in Equal Earth", ASKED, area("-3e7", "-3e7", "3e7", "3e7", crs="EPSG:8857"),
              check=whole_scene),
    Situation(9, "the Arctic in EPSG:3413", ASKED, area("-3e7", "-3e7", "3e7", "3e7", crs="EPSG:3413"),
              check=whole_scene),
    Situation(9, "an area across 180° as GeoJSON writes it", "cogeotiff/rio-tiler#311", across_180),
    Situation(10, "`--bounds -5e-05 …`", "python/cpython#96994",
              area("-5e-05", "-9e+01", "9.5e+01", "9e01", crs="EPSG:4326"), check=whole_scene),
    Situation(10, "`--bounds -.5 …`", "python/cpython#124321", area("-.5", "-80", "3", "80", crs="EPSG:4326"),
              check=whole_scene),
    Situation(10, "`--bounds -1E+2 …`", "nodeca/argparse#55",
              area("-1E+2", "-8E1", "1E+2", "8E+1", crs="EPSG:4326"), check=whole_scene),
    Situation(11, "a list in UTF-8 with BOM and CRLF", ASKED,
              listed(lambda text: text.encode("utf-8-sig"))),
    Situation(11, "a list in UTF-16, of PowerShell's >", ASKED,
              listed(lambda text: text.encode("utf-16"))),
    Situation(11, "a list in quotes, with a comment", ASKED,
              listed(lambda text: f'# mine\r\n"{text.strip()}"\r\n'.encode())),
    Situation(11, "a pattern in a list", ASKED, pattern),
    Situation(11, "a table saved as CSV", ASKED, table),
    Situation(12, "apply-mask with a mask that lies elsewhere", "rasterio/rasterio#552", applied(shift=20000),
              command="apply-mask", expected="outside-product", words="lies elsewhere"),
    Situation(12, "apply-mask with a mask that is all no data", ASKED, applied(value=255), command="apply-mask",
              expected="outside-product", words="no data there"),
    Situation(12, "apply-mask with a raster of other classes", ASKED, applied(value=4), command="apply-mask",
              expected="bad-raster", words="no class of a mask"),
    Situation(12, "apply-mask with a mask that is all clear", ASKED, applied(value=0), command="apply-mask",
              words="is a copy"),
    Situation(12, "apply-mask with a mask of a part", ASKED, applied(shift=1500), command="apply-mask",
              words="says nothing of"),
    Situation(13, "EOPF Zarr, Level-1C", ASKED, whole(layout="zarr")),
    Situation(13, "EOPF Zarr, Level-2A", ASKED, whole(layout="zarr", level="L2A")),
    Situation(13, "EOPF Zarr copied without its hidden files but one", ASKED, without_hidden_files,
              expected="broken-metadata", words="hidden files"),
)  # fmt: skip
