"""The CloudSEN12 protocol: the published table from the authors' metrics, and networks on patches."""

import argparse
import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import rasterio

from s2cloudmask.core.accuracy import agreement, cloudsen12_patches, cloudsen12_table
from s2cloudmask.core.commands import evaluate as command
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.events import JsonReporter, SilentReporter

PUBLISHED_METRICS = Path(__file__).parents[2].parent / "shared" / "data" / "cloudsen12_metrics.csv"
# BOA, PA low/middle/high %, UA low/middle/high %, as printed (Aybar et al. 2022, doi:10.1038/s41597-022-01878-2).
PUBLISHED_TABLE = """
cloud    Human level       0.99  1.03 14.03 84.94   0.13  4.39 95.48
cloud    UNetMobV2         0.92  0.77 30.63 68.60   0.26 25.03 74.71
cloud    KappaMask L2A     0.77  2.83 31.92 65.25   1.56 63.04 35.41
cloud    KappaMask L1C     0.82  4.89 45.30 49.81   0.65 38.38 60.97
cloud    Fmask             0.84  5.92 40.54 53.54   0.26 52.65 47.09
cloud    s2cloudless       0.79  7.08 52.38 40.54   0.65 31.50 67.84
cloud    Sen2Cor           0.71 13.13 64.86 22.01   1.58 20.05 78.36
cloud    QA60              0.58 24.84 49.94 25.23   1.39 37.62 60.99
cloud    CD-FCNN RGBI      0.72 17.50 74.00  8.49   1.62 12.58 85.79
cloud    CD-FCNN RGBISWIR  0.72 18.40 71.43 10.17   0.82  9.43 89.75
shadow   Human level       0.99  3.11 22.04 74.85   0.60  9.97 89.43
shadow   UNetMobV2         0.89  8.88 67.16 23.96   7.99 46.65 45.36
shadow   KappaMask L2A     0.64 37.28 59.76  2.96  12.24 36.90 50.85
shadow   KappaMask L1C     0.74 30.03 60.95  9.02  20.67 59.36 19.97
shadow   Fmask             0.72 22.34 76.04  1.63  14.53 77.06  8.41
shadow   Sen2Cor           0.51 64.50 35.21  0.30   6.90 18.10 75.00
invalid  Human level       0.99  1.03 14.80 84.17   0.13  2.33 97.55
invalid  UNetMobV2         0.91  0.77 28.57 70.66   0.00 17.14 82.86
invalid  KappaMask L2A     0.75  2.96 39.38 57.66   1.29 44.32 54.39
invalid  KappaMask L1C     0.81  3.99 47.62 48.39   0.65 32.64 66.71
invalid  Fmask             0.81  4.89 45.43 49.68   0.26 44.34 55.39
invalid  Sen2Cor           0.67 13.77 69.63 16.60   1.05 18.58 80.37
"""


def rows_of(table: str) -> list[list[str]]:
    lines = [line.split() for line in table.strip().splitlines()]
    return [[line[0], " ".join(line[1:-7]), *line[-7:]] for line in lines]


def arguments(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser.parse_args([str(word) for word in words])


needs_published_metrics = pytest.mark.skipif(
    not PUBLISHED_METRICS.is_file(), reason="the authors' metrics (shared/data) are not here"
)


@needs_published_metrics
def test_every_row_of_the_published_table_to_its_printed_digits(capsys):
    assert command.run(arguments("--metrics", PUBLISHED_METRICS, "--format", "csv"), SilentReporter()) == 0
    printed = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert tuple(printed[0]) == cloudsen12_table.HEADINGS
    assert printed[1:] == rows_of(PUBLISHED_TABLE)


@needs_published_metrics
@pytest.mark.parametrize("form", cloudsen12_table.FORMATS)
def test_all_formats_hold_the_same_table(form):
    text = cloudsen12_table.format_table(cloudsen12_table.read_metrics(str(PUBLISHED_METRICS)), form)
    if form == "json":
        rows = [
            [row["experiment"], row["algorithm"], row["boa"], *row["pa"].values(), *row["ua"].values()]
            for row in json.loads(text)
        ]
        rows = [[*row[:2], *(f"{value:.2f}" for value in row[2:])] for row in rows]
    elif form == "markdown":
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()[2:]]
    elif form == "csv":
        rows = list(csv.reader(io.StringIO(text)))[1:]
    else:
        rows = rows_of("\n".join(text.splitlines()[1:]))
    assert rows == rows_of(PUBLISHED_TABLE)


def test_metrics_of_one_unknown_algorithm(tmp_path, capsys):
    table = tmp_path / "metrics.csv"
    table.write_text(
        "ROI_ID,CCOVER,mine_exp01_RECALL,mine_exp01_PRECISION,mine_exp01_BOA\n"
        "a,0.5,0.95,0.05,0.8\nb,0,NA,NA,NA\nc,1,0.5,NA,0.6\n"
    )
    assert command.run(arguments("--metrics", table, "--format", "csv"), SilentReporter()) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["cloud,mine,0.70,0.00,50.00,50.00,100.00,0.00,0.00"]


@pytest.mark.parametrize(
    "content", ["", "a,b\n1,2\n", "CCOVER,x_exp01_BOA\n0.5,much\n", "CCOVER,x_exp01_BOA\n0.5,0.5\n"]
)
def test_a_table_that_is_none_is_refused_with_a_sentence(tmp_path, content):
    table = tmp_path / "metrics.csv"
    table.write_text(content)
    with pytest.raises(EngineError, match=r"metrics\.csv") as error:
        cloudsen12_table.read_metrics(str(table))
    assert error.value.code == "bad-settings"


# Patches


@dataclass(frozen=True)
class Brightness:
    """A network for tests: the class is B02 in tenths, so that a mirrored border or a shifted patch shows."""

    name: str = "brightness"
    bands: tuple[str, ...] = ("B04", "B02")
    finest_resolution: int = 10
    multiple: int = 32
    patch: int | None = None
    device: str = "cpu"
    precision: str = "float32"

    @property
    def model(self):
        return self

    def predict(self, reflectance: np.ndarray) -> np.ndarray:
        assert reflectance.dtype == np.float32
        assert reflectance.shape[1] == 2
        for side in reflectance.shape[2:]:
            assert side % self.multiple == 0
            assert self.patch in (None, side)
        classes = np.round(reflectance[:, 1] * 10).astype(int).clip(0, 3)
        return np.moveaxis(np.eye(4, dtype=np.float32)[classes], 3, 1)


@pytest.fixture
def label() -> np.ndarray:
    coarse = np.random.default_rng(3).choice(4, (17, 17), p=[0.4, 0.3, 0.2, 0.1])
    return np.kron(coarse, np.ones((30, 30), int))[:509, :509].astype(np.uint8)


def image_of(label: np.ndarray) -> np.ndarray:
    """13 bands, reflectance x 10000; B02 says the class, no pixel is without data."""
    image = np.random.default_rng(0).integers(200, 400, (13, *label.shape), np.uint16)
    image[1] = label.astype(np.uint16) * 1000 + 20
    return image


def write(path: Path, planes: np.ndarray, *, names: tuple[str, ...] = (), **more) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    planes = planes if planes.ndim == 3 else planes[None]
    count, height, width = planes.shape
    with rasterio.open(
        path, "w", driver="GTiff", count=count, height=height, width=width, dtype=planes.dtype, crs="EPSG:32633",
        transform=rasterio.Affine(10, 0, 500000, 0, -10, 5000000), **more,
    ) as file:  # fmt: skip
        file.write(planes)
        if names:
            file.descriptions = names
    return path


def test_pairs_are_found_in_all_three_layouts(tmp_path, label):
    small = label[:8, :8]
    write(tmp_path / "ROI_1" / "a" / "S2L1C.tif", image_of(small))
    write(tmp_path / "ROI_1" / "a" / "labels" / "manual_hq.tif", small)
    write(tmp_path / "ROI_2" / "b" / "S2L1C.tif", image_of(small))
    write(tmp_path / "ROI_2" / "b" / "manual_hq.tif", small)
    write(tmp_path / "ROI_3" / "no_label" / "S2L1C.tif", image_of(small))
    write(tmp_path / "set" / "images" / "ROI_4__c.tif", image_of(small))
    write(tmp_path / "set" / "labels" / "ROI_4__c.tif", small)
    write(tmp_path / "flat" / "d.tif", image_of(small))
    write(tmp_path / "flat" / "d_label.tif", small)
    found = {(pair.site, pair.image_id) for pair in cloudsen12_patches.find_pairs(str(tmp_path))}
    assert found == {("ROI_1", "a"), ("ROI_2", "b"), ("ROI_4", "c"), ("d", "d")}
    with pytest.raises(EngineError, match="no pairs"):
        cloudsen12_patches.find_pairs(str(tmp_path / "ROI_3"))


def evaluated(folder: Path, image: np.ndarray, label: np.ndarray, network=None, **more):
    write(folder / "p.tif", image, **more)
    write(folder / "p_label.tif", label)
    (pair,) = cloudsen12_patches.find_pairs(str(folder))
    network = network or Brightness()
    return cloudsen12_patches.read_patch(pair, network.bands), cloudsen12_patches.evaluate_patch(pair, network)


@pytest.mark.parametrize("form", ["as published", "mirrored", "zeros", "label not padded"])
def test_a_padded_patch_gives_the_figures_of_the_patch_itself(tmp_path, label, form):
    told = np.where(np.random.default_rng(1).random(label.shape) < 0.1, 1, label).astype(np.uint8)
    image, reference = image_of(told), label
    if form in ("mirrored", "label not padded"):
        image = np.pad(image, [(0, 0), (1, 2), (1, 2)], "reflect")
    elif form == "zeros":
        image = np.pad(image, [(0, 0), (0, 3), (3, 0)])
        reference = np.pad(label, [(0, 3), (3, 0)])
    if form == "mirrored":
        reference = np.pad(label, [(1, 2), (1, 2)], "reflect")
    _, got = evaluated(tmp_path, image, reference)
    expected = agreement.confusion_matrix(label, told)
    assert got.experiments == {item.name: agreement.binary(expected, item.classes) for item in agreement.EXPERIMENTS}
    assert got.cloud_cover == pytest.approx(np.isin(label, (1, 2)).mean())


def test_the_network_sees_the_patch_as_the_authors_pad_it(tmp_path, label):
    seen = []

    class Watching(Brightness):
        def predict(self, reflectance):
            seen.append(reflectance)
            return super().predict(reflectance)

    evaluated(tmp_path, image_of(label), label, Watching())
    np.testing.assert_allclose(
        seen[0][0, 1], np.pad(image_of(label)[1] / 10000, [(1, 2), (1, 2)], "reflect"), rtol=1e-6
    )


def test_bands_are_taken_by_name_whatever_their_order(tmp_path, label):
    names = ("B2", "B1", "B3", "B4", "B5", "B6", "B7", "B8", "B8A", "B9", "B10", "B11", "B12")
    image = image_of(label)[[1, 0, *range(2, 13)]]
    _, got = evaluated(tmp_path, image, label, names=names)
    assert got.experiments["invalid"].boa == 1.0


def test_reflectance_in_floating_point_is_taken_as_it_is(tmp_path, label):
    patch, got = evaluated(tmp_path, (image_of(label) / 10000).astype(np.float32), label)
    assert float(patch.reflectance[1].max()) == pytest.approx(0.302)
    assert got.experiments["cloud"].boa == 1.0


def test_not_a_number_is_no_data_and_not_dark_ground(tmp_path, label):
    image = (image_of(label) / 10000).astype(np.float32)
    image[:, :20] = np.nan  # as where a scene was warped
    image[3, 100:110, 100:110] = np.nan  # a pixel that lacks one band
    patch, got = evaluated(tmp_path, image, label)
    assert (patch.label[:20] == 255).all() and (patch.label[100:110, 100:110] == 255).all()
    assert (patch.label != 255).sum() == 489 * 509 - 100 and got.experiments["cloud"].boa == 1.0
    assert patch.core == (slice(20, 509), slice(0, 509)) and np.isfinite(patch.reflectance).all()


def test_every_band_has_the_scale_and_no_data_of_its_own(tmp_path, label):
    image = image_of(label)
    image[:, :, :30] = 65535
    write(tmp_path / "p.tif", image, nodata=65535)
    with rasterio.open(tmp_path / "p.tif", "r+") as file:
        file.scales = [0.0001, 0.0002, *[0.0001] * 11]
        file.offsets = [0, 0.1, *[0] * 11]
    write(tmp_path / "p_label.tif", label)
    (pair,) = cloudsen12_patches.find_pairs(str(tmp_path))
    patch = cloudsen12_patches.read_patch(pair, cloudsen12_patches.BAND_IDS)
    assert (patch.label[:, :30] == 255).all() and (patch.label[:, 30:] == label[:, 30:]).all()
    assert patch.reflectance[1, 50, 50] == pytest.approx(image[1, 50, 50] * 0.0002 + 0.1, rel=1e-5)
    assert patch.reflectance[2, 50, 50] == pytest.approx(image[2, 50, 50] * 0.0001, rel=1e-5)


def test_a_network_of_30_metres_gets_the_patch_averaged_and_is_interpolated_back(tmp_path, label):
    _, got = evaluated(tmp_path, image_of(label), label, Brightness(finest_resolution=30, patch=256, multiple=256))
    # The label's cells are 3 pixels of 30 m wide, so only their edges can differ.
    assert 0.9 < got.experiments["cloud"].boa <= 1.0
    everywhere = np.ones_like(label)
    _, got = evaluated(
        tmp_path, image_of(everywhere), everywhere, Brightness(finest_resolution=30, patch=256, multiple=256)
    )
    assert got.experiments["cloud"].recall == 1.0


def test_labels_outside_the_four_classes_are_left_out(tmp_path, label):
    partly = label.copy()
    partly[:100] = 99
    _, got = evaluated(tmp_path, image_of(label), partly)
    assert sum((got.experiments["cloud"].true_positive, got.experiments["cloud"].true_negative)) == 409 * 509


def test_an_image_that_does_not_fit_its_label_is_refused(tmp_path, label):
    with pytest.raises(EngineError, match="508"):
        evaluated(tmp_path, image_of(label), label[:508])


def test_evaluate_patches_writes_a_table_that_evaluate_metrics_reads(tmp_path, label, capsys, monkeypatch, metrics):
    random = np.random.default_rng(5)
    truth, told = [], []
    for number in range(4):
        reference = np.where(random.random(label.shape) < 0.3 * number, label, 0).astype(np.uint8)
        mask = np.where(random.random(label.shape) < 0.9, reference, 1).astype(np.uint8)
        write(tmp_path / "set" / f"ROI_{number}" / "x" / "S2L1C.tif", image_of(mask))
        write(tmp_path / "set" / f"ROI_{number}" / "x" / "manual_hq.tif", reference)
        truth.append(reference.ravel() % 3 > 0)
        told.append(mask.ravel() % 3 > 0)
    broken = tmp_path / "set" / "ROI_9" / "x" / "S2L1C.tif"
    write(broken.with_name("manual_hq.tif"), label)
    broken.write_bytes(b"not a raster")
    from s2cloudmask.core.networks import ensemble

    monkeypatch.setattr(ensemble, "find_network", lambda name: Brightness())
    monkeypatch.setattr(ensemble, "open_network", lambda model, **options: model)
    per_patch = tmp_path / "per_patch.csv"
    events = io.StringIO()
    words = ["--patches", tmp_path / "set", "--model", "brightness", "--per-patch", per_patch, "--json"]
    assert command.run(arguments(*words), JsonReporter(events)) == 1  # four done, one cannot be read
    rows = json.loads(capsys.readouterr().out)
    expected = [metrics.balanced_accuracy_score(yes, said) for yes, said in zip(truth[1:], told[1:], strict=True)]
    assert rows[0]["experiment"] == "cloud"
    assert rows[0]["boa"] == pytest.approx(np.median(expected))
    kinds = [json.loads(line)["event"] for line in events.getvalue().splitlines()]
    assert kinds[0] == "start"
    assert kinds.count("error") == 1
    assert "progress" in kinds
    assert cloudsen12_table.json_rows(cloudsen12_table.read_metrics(str(per_patch))) == rows


def test_patches_need_a_model(tmp_path):
    with pytest.raises(EngineError, match="--model"):
        command.run(arguments("--patches", tmp_path), SilentReporter())


@pytest.mark.slow
def test_the_embedded_network_on_patches_of_a_simulated_product(simulated, command, tmp_path):
    from s2cloudmask.core.products.grid import product_grid
    from s2cloudmask.core.products.product import open_product
    from s2cloudmask.core.products.reader import read_window

    product = simulated(size=510, cloud_share=0.3, valid_share=1.0)
    (granule,) = open_product(product.path).granules
    reflectance, _ = read_window(granule, cloudsen12_patches.BAND_IDS, product_grid(granule, 10))
    with rasterio.open(product.truth) as file:
        truth = file.read(1)
    folder = tmp_path / "high" / "ROI_0001" / "20240715T105031"
    write(folder / "S2L1C.tif", np.round(reflectance[:, :509, :509] * 10000).astype(np.uint16))
    write(folder / "labels" / "manual_hq.tif", truth[:509, :509])
    per_patch = tmp_path / "patches.csv"
    done = command(
        "evaluate", "--patches", tmp_path, "--model", "ukis_l1c", "--per-patch", per_patch, "--format", "json"
    )
    assert done.code == 0, done.err
    cloud, shadow, _ = json.loads(done.out)
    assert (cloud["algorithm"], cloud["patches"]) == ("ukis_l1c", 1)
    assert cloud["boa"] > 0.85
    assert shadow["boa"] > 0.6
    (line,) = csv.DictReader(io.StringIO(per_patch.read_text()))
    assert (line["ROI_ID"], line["S2_ID"]) == ("ROI_0001", "20240715T105031")
    assert float(line["CCOVER"]) == pytest.approx(np.isin(truth[:509, :509], (1, 2)).mean())
