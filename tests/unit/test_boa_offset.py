"""The offset of a repacked Level-2A: what its description says, and what its numbers show."""

import json

import numpy as np
import pytest

from s2cloudmask.core.products.boa_offset import is_repacked, offset_inside, said_of_offset, settle_offset, stac_item
from s2cloudmask.core.products.container import open_container
from s2cloudmask.core.products.product import open_product


def folder(tmp_path, **facts):
    item = {"type": "Feature", "properties": {}, **facts}
    (tmp_path / "item.json").write_text(json.dumps(item))
    return open_container(tmp_path)


def assets(*bands):
    return {"assets": {f"a{number}": {"raster:bands": [band]} for number, band in enumerate(bands)}}


OFF, INSIDE = {"scale": 0.0001, "offset": 0}, {"scale": 0.0001, "offset": -0.1}


@pytest.mark.parametrize(
    ("facts", "taken_off"),
    [
        ({}, None),
        ({"properties": {"earthsearch:boa_offset_applied": True}}, True),
        ({"properties": {"sentinel:boa_offset_applied": False}, **assets(OFF)}, False),
        ({"properties": {"earthsearch:boa_offset_applied": "yes"}}, None),
        (assets(OFF, {"offset": 0.0, "scale": 0.0001}), True),
        (assets(INSIDE), False),
        (assets(OFF, INSIDE), None),
        (assets({"offset": -0.1, "scale": 0.001}), None),  # of an aerosol map, say
        (assets({"offset": "-0.1", "scale": 0.0001}), None),
        (assets("no band"), None),
        ({"assets": {"a": "no asset"}}, None),
        ({"assets": []}, None),
        ({"collection": "sentinel-2-c1-l2a"}, False),
        ({"collection": "sentinel-2-l2a"}, None),
    ],
)
def test_what_the_item_says(tmp_path, facts, taken_off):
    assert said_of_offset(folder(tmp_path, **facts), "") is taken_off


@pytest.mark.parametrize("text", ["{", "[]", '{"type": "Catalog", "properties": {}}', '{"type": "Feature"}'])
def test_json_that_is_no_item_is_passed_over(tmp_path, text):
    (tmp_path / "a.json").write_text(text)
    assert stac_item(open_container(tmp_path), "") == {}
    (tmp_path / "b.JSON").write_text('{"type": "Feature", "properties": {}, "id": "it"}')
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "0.json").write_text('{"type": "Feature", "properties": {}, "id": "of another folder"}')
    assert stac_item(open_container(tmp_path), "")["id"] == "it"
    assert stac_item(open_container(tmp_path), "c")["id"] == "of another folder"


def test_geotiffs_are_repacked_bands(tmp_path):
    assert not is_repacked(open_container(tmp_path), "")
    (tmp_path / "B02.tif").touch()
    assert is_repacked(open_container(tmp_path), "")
    (tmp_path / "B03.jp2").touch()
    assert not is_repacked(open_container(tmp_path), "")


def numbers(dark: int, share: float, rest: int = 3000) -> np.ndarray:
    values = np.full(10_000, rest, np.uint16)
    values[: round(share * len(values))] = dark
    return values


@pytest.mark.parametrize(
    ("bands", "inside"),
    [
        ({"B02": numbers(699, 0.03)}, False),
        ({"B02": numbers(700, 0.03)}, True),  # shadow with the offset in it
        ({"B02": numbers(699, 0.0004, rest=1200)}, True),
        ({"B02": numbers(699, 0.01, rest=1200)}, None),
        ({"B02": numbers(1399, 0.02)}, True),
        ({"B02": numbers(1400, 0.02)}, None),
        ({"B02": numbers(1200, 0.02), "B12": numbers(100, 0.03)}, False),
        ({"B02": numbers(1200, 0.02), "B12": numbers(100, 1.0)[:99]}, True),  # too few to count
        ({}, None),
    ],
)
def test_what_the_numbers_show(bands, inside):
    assert offset_inside(bands) is inside


def test_only_level_2a_since_baseline_4_is_asked(simulated):
    for options in ({"level": "L1C"}, {"level": "L2A", "baseline": "02.12"}):
        (granule,) = open_product(simulated(**options).path).granules
        assert settle_offset(granule, False) is granule
