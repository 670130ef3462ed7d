"""Products that lack bands a network can do without: they run, what stands in is what the network was taught, and the
mask says so; a network that needs the band is still refused."""

from dataclasses import replace

import numpy as np
import pytest
import rasterio

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.masking.mask_granule import MaskSettings, mask_granule
from s2cloudmask.core.networks.catalog import auto_model, find_model
from s2cloudmask.core.networks.composite import ensemble_model
from s2cloudmask.core.networks.missing_bands import MISSING, bands_to_read, missing_bands, with_missing
from s2cloudmask.core.networks.own_network import describe_file
from s2cloudmask.core.networks.predictor import Predictor
from s2cloudmask.core.products.metadata import BAND_IDS
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.training.checkpoint import save_weights

OWN = "UNetMobV2_s2cm"


class Seen(Predictor):
    """Keeps what it is given, and calls all of it clear."""

    engine = "test"
    weights_sha256 = "0" * 64

    def __init__(self, model) -> None:
        super().__init__(model, "cpu", "float32")
        self.patches = []

    def _run(self, patches):
        for patch in patches:
            self.patches.append(patch.copy())
            out = np.zeros((4, *patch.shape[1:]), np.float32)
            out[0] = 1
            yield out


@pytest.fixture(scope="module")
def level_2a(simulated):
    return open_product(simulated(size=366, level="L2A").path).granules[0]


@pytest.fixture(scope="module")
def level_1c(simulated):
    return open_product(simulated(size=366).path).granules[0]


def masked(granule, folder, predictor):
    return mask_granule(granule, folder / "m_cloudmask.tif", predictor, MaskSettings(resolution=20))


def test_level_2a_runs_with_what_the_network_was_taught_in_the_place_of_b10(level_2a, tmp_path):
    predictor = Seen(find_model(OWN))
    result = masked(level_2a, tmp_path, predictor)
    patch = np.concatenate([one.reshape(13, -1) for one in predictor.patches], axis=1)
    at = BAND_IDS.index("B10")
    assert (patch[at] == np.float32(MISSING)).all() and (np.delete(patch, at, 0) >= 0).all()
    assert result.facts["missing_bands"] == ["B10"] and result.facts["level"] == "L2A"
    assert any("B10 is missing" in note and "cirrus" in note.lower() for note in result.facts["notes"])


@pytest.mark.parametrize("lacking", [("B10",), ("B01", "B09"), ("B01", "B09", "B10")])
def test_level_1c_without_some_of_the_coarse_bands_runs(level_1c, tmp_path, lacking):
    fewer = replace(level_1c, bands={name: band for name, band in level_1c.bands.items() if name not in lacking})
    predictor = Seen(find_model(OWN))
    result = masked(fewer, tmp_path, predictor)
    assert result.facts["missing_bands"] == list(lacking)
    gone = [band for band, plane in zip(BAND_IDS, predictor.patches[0], strict=True) if (plane == MISSING).all()]
    assert tuple(gone) == lacking


def test_a_whole_product_says_nothing_of_missing_bands(level_1c, tmp_path):
    result = masked(level_1c, tmp_path, Seen(find_model(OWN)))
    assert result.facts["missing_bands"] == [] and not any("missing" in note for note in result.facts["notes"])


def test_a_band_that_is_broken_is_not_taken_for_missing(level_1c, tmp_path):
    error = EngineError("broken-band", "B10 cannot be read.")
    bands = {name: band for name, band in level_1c.bands.items() if name != "B10"}
    broken = replace(level_1c, bands=bands, broken={"B10": error})
    with pytest.raises(EngineError, match="B10 cannot be read"):
        masked(broken, tmp_path, Seen(find_model(OWN)))


def test_a_band_that_no_network_can_do_without_is_asked_for(level_1c, level_2a, tmp_path):
    bands = {name: band for name, band in level_1c.bands.items() if name != "B11"}
    with pytest.raises(EngineError, match="B11 is missing") as caught:
        masked(replace(level_1c, bands=bands), tmp_path, Seen(find_model(OWN)))
    assert caught.value.code == "missing-band"
    with pytest.raises(EngineError) as caught:
        masked(level_2a, tmp_path, Seen(find_model("UNetMobV2_V2")))
    assert caught.value.code == "wrong-level"


def test_automatic_gives_a_mask_of_level_2a_by_the_command(command, simulated, tmp_path):
    product = simulated(size=366, level="L2A").path
    done = command("mask", product, "--out", tmp_path, "--resolution", 20, "--progress", "json")  # automatic
    assert done.code == 0, done.err
    assert done.events[0]["model"] == "UKIS+UNetMobV2_L2A"
    with rasterio.open(done.of("result")[0]["mask"]) as mask:
        assert set(np.unique(mask.read(1))) <= {0, 1, 2, 3, 255}
    told = command("info", product, "--json")
    assert told.code == 0 and "needs B10" not in told.out.split(OWN)[1][:200]


def test_an_ensemble_lacks_what_all_its_members_can_do_without(level_2a):
    own, ukis, published = find_model(OWN), find_model("ukis_l2a"), find_model("UNetMobV2_V2")
    assert bands_to_read(level_2a, ensemble_model([own, ukis])) == tuple(band for band in BAND_IDS if band != "B10")
    assert missing_bands(level_2a, ensemble_model([own, own])) == ("B10",)
    assert "B10" in bands_to_read(level_2a, ensemble_model([own, published]))


def test_planes_keep_their_places():
    model = find_model(OWN)
    read = tuple(band for band in BAND_IDS if band not in ("B01", "B10"))
    numbers = np.arange(11, dtype=np.float32)[:, None, None] * np.ones((11, 2, 3), np.float32)
    filled = with_missing(numbers, read, model)
    assert filled.shape == (13, 2, 3) and filled.dtype == np.float32
    assert [float(plane[0, 0]) for plane in filled] == pytest.approx([MISSING, *range(9), MISSING, 9, 10])
    assert with_missing(filled, BAND_IDS, model) is filled


def test_a_file_of_ones_own_may_say_what_it_can_do_without(tmp_path):
    from s2cloudmask.core.networks.unetmobv2 import build_unetmobv2

    path = tmp_path / "mine.safetensors"
    save_weights(build_unetmobv2(), path)
    beside = tmp_path / "mine.toml"
    beside.write_text('levels = ["L1C", "L2A"]\nmay_lack = ["B10"]\n', "utf-8")
    assert describe_file(path).may_lack == ("B10",)
    for wrong, reason in (
        ('levels = ["L2A"]', "no B10"),
        ('may_lack = ["B13"]', "may_lack"),
        ("may_lack = 3", "may_lack"),
    ):
        beside.write_text(wrong, "utf-8")
        with pytest.raises(EngineError, match=reason):
            describe_file(path)


def test_auto_does_not_ask_for_a_band_that_its_network_can_do_without():
    without = [band for band in BAND_IDS if band != "B10"]
    chosen = [auto_model("L1C", 10, bands)[0].name for bands in (BAND_IDS, without)]
    assert chosen[0] == chosen[1]
