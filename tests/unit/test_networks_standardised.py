"""Networks that take each band of a patch by the patch's own mean and deviation, OmniCloudMask's two among them."""

import warnings
from itertools import islice

import numpy as np
import pytest
import rasterio
import torch
from networks_samples import reflectance
from safetensors.torch import save_file

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.masking.mask_granule import MaskSettings, mask_granule
from s2cloudmask.core.networks.catalog import find_model, models
from s2cloudmask.core.networks.engines import open_predictor
from s2cloudmask.core.networks.ensemble import find_network, open_network
from s2cloudmask.core.networks.importing import import_file
from s2cloudmask.core.networks.standardised import standardised
from s2cloudmask.core.networks.timm_unet import build_timm_unet
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_window

PUBLISHED = "PM_model_OCM_7.97_R_G_NIR_3_smp_{}_PT_state.safetensors"
NAMES = {
    "unet-regnety_004": PUBLISHED.format("regnety_004.pycls_in1k"),
    "unet-edgenext_small": PUBLISHED.format("edgenext_small.usi_in1k"),
}
OWN = 'bands = ["B04", "B03"]\nclasses = [0, 1]\nmultiple = 2\nlevels = ["L1C"]\nstandardise = true\n'


@pytest.fixture(autouse=True)
def models_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("S2CLOUDMASK_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("S2CLOUDMASK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "models"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """Both networks with random weights, under the names of the published files: ({network: module}, folder)."""
    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("published")
    networks = {network: build_timm_unet(network, 3) for network in NAMES}
    for network, module in networks.items():
        save_file(module.state_dict(), folder / NAMES[network])
    return networks, folder


def test_scale_offset_and_what_holds_no_data_do_not_count():
    patch = reflectance(1, 3, 32, 48)[0]
    given = standardised(patch)
    np.testing.assert_allclose(given.mean(axis=(1, 2)), 0, atol=1e-5)
    np.testing.assert_allclose(given.std(axis=(1, 2)), 1, atol=1e-5)
    np.testing.assert_allclose(standardised(patch * np.float32(10000) - np.float32(1000)), given, atol=1e-4)
    wider = np.full((3, 32, 64), np.nan, np.float32)
    wider[:, :, 16:] = patch
    assert np.array_equal(standardised(wider)[:, :, 16:], given) and not standardised(wider)[:, :, :16].any()


def test_a_band_of_one_number_or_without_data_is_zero():
    patch = np.stack([np.full((4, 4), 0.3, np.float32), np.full((4, 4), np.nan, np.float32)])
    assert np.array_equal(standardised(patch), np.zeros((2, 4, 4), np.float32))


def own_network(path):
    """Cloud where the first band is above its mean, as a TorchScript file with a TOML."""

    class Brighter(torch.nn.Module):
        def forward(self, x):
            return torch.stack([0 * x[:, 0], 9 * x[:, 0]], 1)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.jit.save(torch.jit.trace(Brighter(), torch.zeros(1, 2, 8, 8)), path)
    path.with_suffix(".toml").write_text(OWN)
    return find_model(str(path))


def test_a_mask_counts_what_holds_data_alone(simulated, tmp_path):
    predictor = open_predictor(own_network(tmp_path / "brighter.pt"), device="cpu", precision="float32")
    (granule,) = open_product(simulated(size=366, seed=3, valid_share=0.6).path).granules
    grid = product_grid(granule, 60)
    red, valid = read_window(granule, ("B04",), grid)
    with rasterio.open(mask_granule(granule, tmp_path / "m.tif", predictor, MaskSettings(resolution=60)).mask) as file:
        mask = file.read(1)
    assert 0.3 < (mask == 255).mean() < 0.6
    expected = red[0] > red[0][valid].mean()
    assert (mask[mask != 255] == expected[mask != 255]).mean() > 0.99  # an edge's blurred pixels are in no mean


def test_the_published_files_are_known_by_their_tensors_and_kept_under_a_short_name(
    published, tmp_path, models_folder, without_openvino
):
    networks, folder = published
    renamed = tmp_path / "downloaded.safetensors"
    renamed.write_bytes((folder / NAMES["unet-regnety_004"]).read_bytes())
    model = import_file(renamed)
    assert model.name == "OmniCloudMask_regnety" and model.network == "unet-regnety_004" and model.standardised
    assert model.bands == ("B04", "B03", "B8A") and set(model.levels) == {"L1C", "L2A"} and "MIT" in model.licence
    assert model in models() and (models_folder / "OmniCloudMask_regnety.toml").is_file()
    patch = reflectance(1, 3, 64, 96)
    given = open_predictor(model, device="cpu", precision="float32").predict(patch)
    with torch.inference_mode():
        expected = networks[model.network](torch.from_numpy(standardised(patch[0]))[None]).softmax(1).numpy()
    np.testing.assert_allclose(given, expected, atol=1e-4)


def test_both_together_are_one_network(published, without_openvino):
    networks, folder = published
    for number, name in enumerate(NAMES.values()):
        assert ("OmniCloudMask" in [model.name for model in models()]) == (number == 2)
        import_file(folder / name)
    model = find_network("omnicloudmask")
    assert model.standardised and model.bands == ("B04", "B03", "B8A") and len(model.members) == 2
    patch = reflectance(1, 3, 64, 64)
    patch[:, :, :, :8] = np.nan
    given = open_network(model, device="cpu", precision="float32").predict(patch)
    taken = torch.from_numpy(standardised(patch[0]))[None]
    with torch.inference_mode():
        expected = sum(network(taken).softmax(1) for network in networks.values()).numpy() / 2
    np.testing.assert_allclose(given, expected, atol=1e-4)


def test_other_weights_under_the_name_are_refused(published, tmp_path, models_folder):
    networks, _ = published
    tensors = dict(networks["unet-edgenext_small"].state_dict())
    name = next(islice(reversed(tensors), 9, None))
    del tensors[name]
    save_file(tensors, tmp_path / NAMES["unet-edgenext_small"])
    with pytest.raises(EngineError, match="1 of its 272 tensors are missing") as caught:
        import_file(tmp_path / NAMES["unet-edgenext_small"])
    assert caught.value.code == "wrong-network" and not list(models_folder.glob("*"))


def test_no_ensemble_with_a_network_that_takes_reflectance(tmp_path):
    own_network(tmp_path / "brighter.pt")
    with pytest.raises(EngineError, match="own mean and deviation") as caught:
        find_network(f"{tmp_path / 'brighter.pt'}+ukis_l1c")
    assert caught.value.code == "bad-settings"


@pytest.mark.parametrize("wrong", ["scale = 10000", 'may_lack = ["B03"]', "standardise = 1"])
def test_what_contradicts_it_is_refused(wrong, tmp_path):
    own_network(tmp_path / "brighter.pt")
    toml = OWN.replace("standardise = true", wrong) if wrong.startswith("stand") else OWN + wrong
    (tmp_path / "brighter.toml").write_text(toml)
    with pytest.raises(EngineError, match="standardise"):
        find_model(str(tmp_path / "brighter.pt"))
