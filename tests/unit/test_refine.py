"""refine: thresholds, specks, pinholes and margins from a confidence raster, without predicting again."""

import json

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from s2cloudmask.core.aftermask.refine import refine
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.masking import refinement as rules
from s2cloudmask.core.masking.refinement import Refinement, classify, cleaned, with_margins

PROFILE = {"driver": "GTiff", "dtype": "uint8", "nodata": 255, "crs": "EPSG:32631"}


def write(path, values, side=20.0, **tags):
    values = np.asarray(values, np.uint8)
    with rasterio.open(
        path, "w", count=len(values), height=values.shape[1], width=values.shape[2],
        transform=from_origin(500000, 4900000, side, side), **PROFILE,
    ) as file:  # fmt: skip
        file.write(values)
        file.update_tags(**tags)
    return str(path)


def random_confidence(shape=(40, 50), seed=1):
    random = np.random.default_rng(seed)
    shares = random.dirichlet((2, 1, 1, 1), shape).transpose(2, 0, 1)
    confidence = np.rint(shares * 250).astype(np.uint8)
    confidence[:, random.random(shape) < 0.1] = 255
    return confidence


def test_without_thresholds_a_pixel_is_what_is_likeliest():
    confidence = random_confidence()
    wanted = np.where(confidence[0] == 255, 255, confidence.argmax(axis=0))
    np.testing.assert_array_equal(classify(confidence, Refinement(cloud_margin=1)), wanted)


def test_thresholds_are_each_class_own():
    # clear, thick, thin, shadow: probability × 250
    pixels = np.array([[150, 100, 0, 0], [150, 60, 40, 0], [100, 0, 75, 75], [130, 0, 20, 100], [255] * 4], np.uint8)
    confidence = pixels.T[:, None]
    assert classify(confidence, Refinement(cloud=0.4))[0].tolist() == [1, 0, 0, 0, 255]
    assert classify(confidence, Refinement(cloud=0.41))[0].tolist() == [0, 0, 0, 0, 255]
    assert classify(confidence, Refinement(cloud=0.2, thin=0.08))[0].tolist() == [1, 1, 2, 2, 255]
    assert classify(confidence, Refinement(shadow=0.3))[0].tolist() == [0, 0, 3, 3, 255]
    assert classify(np.array([[[20]], [[120]], [[110]], [[0]]], np.uint8), Refinement(cloud=0.9)).item() == 0


def test_specks_go_and_pinholes_are_filled_by_area():
    classes = np.zeros((9, 12), np.uint8)
    classes[1, 1] = classes[2, 2] = 1  # touch by a corner: one object of two pixels
    classes[4:8, 1:5] = 2
    classes[5, 2] = 0  # a hole
    classes[1:4, 8:11] = 3
    classes[8, 11] = 255
    kept = cleaned(classes, Refinement(smallest=800), 400.0)
    np.testing.assert_array_equal(kept, classes)  # 2 pixels are 800 m², not smaller
    out = cleaned(classes, Refinement(smallest=801, holes=401), 400.0)
    wanted = classes.copy()
    wanted[1, 1] = wanted[2, 2] = 0
    wanted[5, 2] = 2
    np.testing.assert_array_equal(out, wanted)
    assert cleaned(classes, Refinement(smallest=4000), 400.0)[1:4, 8:11].max() == 0


@pytest.mark.parametrize(("area", "left"), [(400, 1), (401, 0)])
def test_an_object_of_one_pixel_goes_where_more_is_asked_for(area, left):
    classes = np.zeros((5, 5), np.uint8)
    classes[2, 2] = 1
    assert (cleaned(classes, Refinement(smallest=area), 400.0) == 1).sum() == left
    assert (cleaned(1 - classes, Refinement(holes=area), 400.0) == 0).sum() == left


def test_margins_are_metres_by_class_and_seamless(monkeypatch):
    random = np.random.default_rng(4)
    classes = np.where(random.random((60, 40)) < 0.01, random.integers(1, 4, (60, 40)), 0).astype(np.uint8)
    classes[random.random(classes.shape) < 0.02] = 255
    asked = Refinement(cloud_margin=50, thin_margin=90, shadow_margin=130)
    wanted, (rows, cols) = classes.copy(), np.indices(classes.shape)
    for value, metres in ((3, 130), (2, 90), (1, 50)):
        there = np.nonzero(classes == value)
        near = (np.hypot((rows[..., None] - there[0]) * 20, (cols[..., None] - there[1]) * 20) <= metres).any(axis=2)
        wanted[near & (classes == 0)] = value
    for strip in (512, 7):
        monkeypatch.setattr(rules, "STRIP", strip)
        np.testing.assert_array_equal(np.concatenate(list(with_margins(classes, asked, (20.0, 20.0)))), wanted)


def test_the_new_mask_says_what_it_was_made_from(tmp_path):
    confidence = random_confidence()
    source = write(tmp_path / "P_confidence.tif", confidence)
    (tmp_path / "P_cloudmask.json").write_text(
        json.dumps({"product": "P.SAFE", "tile": "31TCJ", "sensing_time": "2024-07-01T10:00:00Z", "model": "x",
                    "buffer": 2, "notes": ["as it was"],
                    "classes": {"0": "Clear", "1": "Cloud (thick or thin)", "3": "Cloud shadow"}})
    )  # fmt: skip
    told = []
    asked = Refinement(cloud=0.2, thin=0.1, shadow_margin=40)
    made = refine(source, str(tmp_path / "new_cloudmask.tif"), asked, note=told.append)
    facts = json.loads((tmp_path / "new_cloudmask.json").read_text())
    assert facts["buffer"] == 0  # the probabilities know no buffer
    assert len(told) == 1 and "does not tell thin cloud" in told[0] and facts["notes"] == ["as it was", *told]
    assert facts["product"] == "P.SAFE" and facts["model"] == "x"
    assert facts["refined"]["from"] == "P_confidence.tif" and facts["refined"]["cloud"] == 0.2
    assert (
        facts["fractions"] == made.fractions and "Cloud (thick or thin)" in (tmp_path / "new_cloudmask.qml").read_text()
    )
    with rasterio.open(made.mask) as mask:
        classes = mask.read(1)
        assert mask.tags()["PRODUCT"] == "P.SAFE" and mask.nodata == 255 and mask.crs.to_epsg() == 32631
    assert ((classes == 255) == (confidence[0] == 255)).all()
    # From the mask itself, margins only.
    again = refine(made.mask, str(tmp_path / "again.tif"), Refinement(cloud_margin=30))
    assert again.facts["refined"]["before"] == facts["refined"]
    assert again.fractions["thick_cloud"] > made.fractions["thick_cloud"] and made.fractions["thin_cloud"] is None


def test_tags_tell_where_no_json_does(tmp_path):
    source = write(tmp_path / "alone.tif", random_confidence(), PRODUCT="P.SAFE", RESOLUTION="20", TILE="31TCJ")
    refine(source, str(tmp_path / "m.tif"), Refinement(cloud=0.5))
    facts = json.loads((tmp_path / "m.json").read_text())
    assert (facts["product"], facts["resolution"], facts["tile"]) == ("P.SAFE", 20, "31TCJ")


@pytest.mark.parametrize(
    ("asked", "source", "code"),
    [
        ({}, "c.tif", "bad-settings"),
        ({"cloud": 0.5}, "mask.tif", "bad-settings"),
        ({"cloud_margin": 20}, "strange.tif", "bad-raster"),
        ({"cloud_margin": 20}, "three.tif", "bad-raster"),
        ({"cloud_margin": 20}, "absent.tif", "bad-raster"),
        ({"cloud_margin": 20}, "out.tif", "bad-settings"),
    ],
)
def test_what_cannot_be_refined_is_refused_and_leaves_nothing(tmp_path, asked, source, code):
    write(tmp_path / "c.tif", random_confidence((4, 4)))
    write(tmp_path / "mask.tif", np.zeros((1, 4, 4)))
    write(tmp_path / "strange.tif", np.full((1, 4, 4), 7))
    write(tmp_path / "three.tif", np.zeros((3, 4, 4)))
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(EngineError) as caught:
        refine(str(tmp_path / source), str(tmp_path / "out.tif"), Refinement(**asked))
    assert caught.value.code == code
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "wrong", [{"cloud": 0}, {"thin": 1.5}, {"shadow_margin": -1}, {"holes": -1}, {"smallest": 1e12}]
)
def test_values_that_cannot_be_are_refused(wrong):
    with pytest.raises(EngineError):
        Refinement(**wrong)


def test_the_command_refines_the_confidence_of_a_mask(simulated, tmp_path, command):
    product = simulated(size=360)
    made = command("mask", product.path, "--out", tmp_path, "--resolution", 60, "--model", "quick", "--confidence",
                   "--progress", "json")  # fmt: skip
    (result,) = made.of("result")
    done = command("refine", result["confidence"], "--out", tmp_path / "strict_cloudmask.tif", "--cloud-threshold", 0.3,
                   "--shadow-margin", 120, "--smallest-object", 10000, "--progress", "json")  # fmt: skip
    assert done.code == 0, done.err
    (refined,) = done.of("result")
    with rasterio.open(result["mask"]) as old, rasterio.open(refined["mask"]) as new:
        assert ((old.read(1) == 255) == (new.read(1) == 255)).all()
        assert old.transform == new.transform and old.shape == new.shape
    assert command("refine", result["confidence"], "--out", tmp_path / "strict_cloudmask.tif", "--cloud-threshold", 0.3,
                   "--progress", "json").of("error")[0]["code"] == "exists"  # fmt: skip
