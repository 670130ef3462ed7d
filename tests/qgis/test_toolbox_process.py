"""The toolbox as analysts' scripts use it: the real `qgis_process`, a fresh profile, the real engine."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
REAL_CHIP = ROOT / "tests" / "data" / "real_clouds" / "ROIs1158_spring_39_p838.tif"
FIXTURE_WEIGHTS = ROOT.parent / "shared" / "models" / "unetmobv2_fixture.pt"


@pytest.fixture(scope="session")
def zipped(make_product) -> Path:
    return Path(make_product(size=300, layout="zip", seed=3))


def values(**parameters) -> list[str]:
    return ["--", *(f"{name}={value}" for name, value in parameters.items())]


def run_here(name: str, feedback: QgsProcessingFeedback | None = None, **parameters) -> dict:
    """Run an algorithm in this QGIS, where the start of `qgis_process` is not what is tested: two seconds less."""
    import processing

    chosen = {key: str(value) for key, value in parameters.items()}
    return processing.run(f"s2cloudmask:{name}", chosen, feedback=feedback or QgsProcessingFeedback())


def test_a_fresh_profile_lists_algorithms_and_models(qgis_process):
    code, _, said = qgis_process("list")
    assert code == 0
    listed = json.loads(said[said.find("{") : said.rfind("}") + 1])["providers"]["s2cloudmask"]["algorithms"]
    assert {name.split(":")[1] for name in listed} == {
        "applymask", "clearskycount", "cloudfree", "comparemasks", "composite", "fields", "foldercalendar",
        "foldercomposite", "maskfolder", "maskpolygons", "maskproduct", "maskthenapply", "ownmask", "refinemask",
        "statistics",
    }  # fmt: skip


def test_without_an_engine_it_says_how_to_set_it_up(qgis_process, provider, zipped, tmp_path):
    outputs = {"mask:Cloud mask": tmp_path / "m.tif", "apply:Masked raster": tmp_path / "r.tif"}
    raster = next(zipped.parent.glob("*_truth*.tif"))
    words = values(product=zipped, raster=raster, **outputs)
    code, _, said = qgis_process("run", "s2cloudmask:maskthenapply", *words, with_engine=False)
    assert code != 0
    feedback = QgsProcessingFeedback()
    with pytest.raises(QgsProcessingException) as raised:
        run_here("maskproduct", feedback, INPUT=zipped, OUTPUT=tmp_path / "m.tif")
    for told in (said, f"{raised.value} {feedback.textLog()}"):
        assert "The engine is not set up yet" in told
        assert "S2CLOUDMASK_PYTHON" in told
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("resolution", "confidence"), [pytest.param(10, "q_confidence.tif", marks=pytest.mark.slow), (60, "p.tif")]
)
def test_mask_of_a_zipped_product_is_the_very_file_of_the_command_line(
    qgis_process, engine, zipped, tmp_path, resolution, confidence
):
    code, results, said = qgis_process(
        "run", "s2cloudmask:maskproduct",
        *values(INPUT=zipped, RESOLUTION=resolution, OUTPUT=tmp_path / "q.tif", CONFIDENCE=tmp_path / confidence),
    )  # fmt: skip
    assert code == 0, said
    cli = tmp_path / "cli"
    own_name = ["--confidence"] if confidence == "q_confidence.tif" else ["--confidence-file", cli / confidence]
    engine(["mask", zipped, "--mask-file", cli / "q.tif", "--resolution", resolution, *own_name])
    for name in ("q.tif", "q.json", confidence):
        assert (tmp_path / name).read_bytes() == (cli / name).read_bytes(), name
    facts = json.loads((tmp_path / "q.json").read_text("utf-8"))
    item = json.loads((tmp_path / "q.stac.json").read_text("utf-8"))
    assert (facts["confidence"], item["assets"]["confidence"]["href"]) == (confidence, f"./{confidence}")
    assert results["OUTPUT"] == str(tmp_path / "q.tif")
    assert results["MODEL"] == facts["model"]
    assert results["WEIGHTS_SHA256"] == facts["weights_sha256"]
    for name, share in facts["fractions"].items():
        told = results[f"{name.upper()}_PERCENT"]
        assert told is None if share is None else told == pytest.approx(100 * share)
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {
        confidence, "q.json", "q.qml", "q.stac.json", "q.tif", "q.tif.aux.xml",
    }  # fmt: skip


def test_every_option_reaches_the_engine(provider, with_engine, zipped, tmp_path):
    run_here(
        "maskproduct", INPUT=zipped, RESOLUTION=30, MODEL="ukis_l1c", OVERLAP=64, TTA=1, BUFFER=2, DEVICE="cpu",
        PRECISION="float32", CLOUD=0.3, THIN=0.2, SHADOW=0.25, CLOUD_MARGIN=60, THIN_MARGIN=30,
        SHADOW_MARGIN=90.5, SMALLEST=5000, HOLES=2000,
        EXTENT="300300,301500,4898000,4899000 [EPSG:32631]", OUTPUT=tmp_path / "m.tif",
    )  # fmt: skip
    facts = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert (facts["resolution"], facts["model"], facts["overlap"], facts["tta"], facts["buffer"]) == (
        30, "ukis_l1c", 64, 1, 2,
    )  # fmt: skip
    assert (facts["device"], facts["precision"]) == ("cpu", "float32")
    assert facts["bounds"] == [300300, 4898000, 301500, 4899000]
    assert facts["refined"] == {
        "cloud": 0.3, "thin": 0.2, "shadow": 0.25, "cloud_margin": 60, "thin_margin": 30, "shadow_margin": 90.5,
        "smallest": 5000, "holes": 2000,
    }  # fmt: skip


SYDNEY = "S2A_MSIL1C_20180629T000241_N0206_R030_T56JMM_20180629T012042.zip"
IOWA = "S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T164849.SAFE.zip"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "weights"),
    [
        (SYDNEY, "auto"),
        (IOWA, "auto"),
        (IOWA, "fixture"),
        ("S2B_OPER_MSI_L1C_TL_EPAE_20180617T013729_A006677_T55JGF_N02.06.zip", "auto"),
        (REAL_CHIP, "auto"),
    ],
)
def test_real_products(qgis_process, engine, tmp_path, name, weights):
    if not (DATA / name).exists():
        pytest.skip("the real products of ../shared are not here")
    chosen = {"MODEL_FILE": FIXTURE_WEIGHTS} if weights == "fixture" else {"MODEL": "auto"}
    code, results, said = qgis_process(
        "run", "s2cloudmask:maskproduct",
        *values(INPUT=DATA / name, RESOLUTION=60, OUTPUT=tmp_path / "q.tif", **chosen),
    )  # fmt: skip
    assert code == 0, said
    model = FIXTURE_WEIGHTS if weights == "fixture" else "auto"
    engine(["mask", DATA / name, "--mask-file", tmp_path / "cli.tif", "--resolution", 60, "--model", model])
    assert (tmp_path / "q.tif").read_bytes() == (tmp_path / "cli.tif").read_bytes()
    shares = ("CLEAR_PERCENT", "THICK_CLOUD_PERCENT", "THIN_CLOUD_PERCENT", "CLOUD_SHADOW_PERCENT")
    assert sum(results[share] or 0 for share in shares) == pytest.approx(100, abs=0.01)


def test_a_broken_product_fails_with_the_engines_sentence(provider, with_engine, tmp_path):
    broken = tmp_path / "S2A_MSIL1C_20240715T105031_N0511_R051_T31TCJ_20240715T105031.zip"
    broken.write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(QgsProcessingException, match=r"is not a whole zip file.*Download the product again"):
        run_here("maskproduct", INPUT=broken, OUTPUT=tmp_path / "m.tif")
    assert list(tmp_path.iterdir()) == [broken]


def test_model_mask_then_apply(qgis_process, engine, make_product, tmp_path):
    product = Path(make_product(size=300, seed=3, cloud_share=0.4))
    raster = next(product.glob("GRANULE/*/IMG_DATA/*_B11.jp2"))
    outputs = {"mask:Cloud mask": tmp_path / "mask.tif", "apply:Masked raster": tmp_path / "masked.tif"}
    code, results, said = qgis_process(
        "run", "s2cloudmask:maskthenapply",
        *values(product=product, raster=raster, resolution=20, classes="thick_cloud,cloud_shadow", buffer=60),
        *values(**outputs)[1:],
    )  # fmt: skip
    assert code == 0, said
    assert results == {name: str(path) for name, path in outputs.items()}
    engine(
        ["mask", product, "--mask-file", tmp_path / "cli.tif", "--resolution", 20],
        ["apply-mask", raster, "--mask", tmp_path / "cli.tif", "--classes", "1,3", "--buffer-metres", 60,
         "--out", tmp_path / "cli_masked.tif"],
    )  # fmt: skip
    assert (tmp_path / "mask.tif").read_bytes() == (tmp_path / "cli.tif").read_bytes()
    assert (tmp_path / "masked.tif").read_bytes() == (tmp_path / "cli_masked.tif").read_bytes()
    assert (tmp_path / "masked.tif").read_bytes() != raster.read_bytes()


@pytest.fixture(scope="session")
def archive(make_products, once) -> Path:
    """A folder of five products in folders below it: four sound ones of two tiles and three dates, and a broken one."""

    def fill(folder: Path) -> None:
        of_each = [("20240705", "31TCJ", "zip"), ("20240715", "31TCJ", "safe"), ("20240725", "31TCJ", "archive"),
                   ("20240715", "31TDJ", "safe")]  # fmt: skip
        make_products(*({"folder": folder / str(number), "seed": number, "time": f"{day}T105031", "tile": tile,
                         "layout": layout, "size": 300, "cloud_share": 0.3}
                        for number, (day, tile, layout) in enumerate(of_each)))  # fmt: skip
        broken = folder / "S2B_MSIL1C_20240716T105031_N0511_R051_T31TCJ_20240716T105031.zip"
        broken.write_bytes(b"PK\x03\x04 cut off")

    return once("archive", fill)


def rows(table: Path, query: str) -> list[tuple]:
    with sqlite3.connect(table) as connection:
        return connection.execute(query).fetchall()


def test_a_folder_of_five_with_one_broken_gives_four_masks_and_a_table(
    qgis_process, provider, with_engine, archive, tmp_path
):
    table = tmp_path / "table.gpkg"
    asked = {"INPUT": archive, "RESOLUTION": 60, "OUTPUT": tmp_path / "m", "TABLE": table}
    code, results, said = qgis_process("run", "s2cloudmask:maskfolder", *values(**asked))
    assert code == 0, said
    assert (results["MASK_COUNT"], results["SKIPPED_COUNT"], results["FAILED_COUNT"]) == (4, 0, 1)
    assert "is not a whole zip file" in said
    masks = sorted((tmp_path / "m").glob("*_cloudmask.tif"))
    assert sorted(results["MASKS"]) == [str(path) for path in masks]
    assert len(masks) == 4
    kept = rows(table, "SELECT status, tile, clear_percent, mask, message, geom FROM 'table' ORDER BY mask")
    assert [row[0] for row in kept] == ["failed", "done", "done", "done", "done"]
    assert [row[3] for row in kept[1:]] == [str(path) for path in masks]
    assert "whole zip" in kept[0][4]
    for _, tile, clear, mask, _, footprint in kept[1:]:
        facts = json.loads(Path(mask).with_suffix(".json").read_text(encoding="utf-8"))
        assert (tile, clear) == (facts["tile"], pytest.approx(100 * facts["fractions"]["clear"], abs=1e-3))
        assert len(footprint) > 100
    before = {path: path.stat().st_mtime_ns for path in masks}

    results = run_here("maskfolder", **asked)
    assert (results["MASK_COUNT"], results["SKIPPED_COUNT"], results["FAILED_COUNT"]) == (0, 4, 1)
    assert {path: path.stat().st_mtime_ns for path in masks} == before
    assert rows(table, "SELECT count(*) FROM 'table' WHERE status = 'skipped'") == [(4,)]


def test_date_and_tile_choose_products(provider, with_engine, archive, tmp_path):
    out = tmp_path / "m"
    for chosen, expected in (
        ({"FROM": "2024-07-15", "TILE": "31tcj, 31TDJ"}, (3, 0, 1)),  # one is broken
        ({"TO": "2024-07-15", "TILE": "T31TCJ"}, (1, 1, 0)),  # that of the day itself is there already
    ):
        results = run_here("maskfolder", INPUT=archive, RESOLUTION=60, OUTPUT=out, **chosen)
        assert tuple(results[f"{count}_COUNT"] for count in ("MASK", "SKIPPED", "FAILED")) == expected
    assert len(list(out.glob("*_cloudmask.tif"))) == 4


def test_model_clear_sky_count(qgis_process, engine, archive, tmp_path):
    outputs = {
        "count:Clear days": tmp_path / "count.tif",
        "count:Latest clear day": tmp_path / "latest.tif",
        "masks:Masks": tmp_path / "masks",
        "masks:Table of masks": tmp_path / "table.gpkg",
    }
    code, results, said = qgis_process(
        "run", "s2cloudmask:clearskycount", *values(products=archive, tile="31TCJ", resolution=60, **outputs)
    )
    assert code == 0, said
    assert results == {name: str(path) for name, path in outputs.items()}
    made = ["--out-count", tmp_path / "cli_count.tif", "--out-latest", tmp_path / "cli_latest.tif"]
    engine(["cloud-free", tmp_path / "masks", *made])
    assert (tmp_path / "count.tif").read_bytes() == (tmp_path / "cli_count.tif").read_bytes()
    assert (tmp_path / "latest.tif").read_bytes() == (tmp_path / "cli_latest.tif").read_bytes()
    assert rows(tmp_path / "table.gpkg", "SELECT count(*) FROM 'table' WHERE status = 'done'") == [(3,)]


def test_own_mask_and_comparison(provider, with_engine, engine, zipped, tmp_path):
    run_here("ownmask", INPUT=zipped / "P.SAFE", OUTPUT=tmp_path / "own.tif")  # as file managers name what is in it
    engine(["own-mask", zipped, "--out", tmp_path / "cli.tif"])
    assert (tmp_path / "own.tif").read_bytes() == (tmp_path / "cli.tif").read_bytes()
    truth = next(zipped.parent.glob("*truth*.tif"))
    files = {"CONFUSION": tmp_path / "c.csv", "AGREEMENT": tmp_path / "a.tif", "REPORT": tmp_path / "r.html"}
    results = run_here("comparemasks", MASK=tmp_path / "own.tif", REFERENCE=truth, PRESET="ours", **files)
    assert all(path.stat().st_size for path in files.values())
    assert 0.5 < results["OVERALL_ACCURACY"] <= 1
    assert 0.5 < results["CLOUD_BOA"] <= 1
    assert results["PIXELS"] > 10000
    assert results["SHADOW_PA"] is None  # the product's own mask has no shadow


@pytest.mark.slow
def test_a_killed_qgis_leaves_no_file_and_no_engine(qgis_process, make_product, tmp_path):
    product = make_product(size=900, seed=4)
    out = tmp_path / "out"
    command = [qgis_process.program, "run", "s2cloudmask:maskproduct"]
    command += values(INPUT=product, RESOLUTION=10, TTA=7, OUTPUT=out / "m.tif")
    running = subprocess.Popen(
        command, env=qgis_process.environment(True), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 240
        while not (out.is_dir() and list(out.iterdir())):
            assert running.poll() is None, "it ended before it began to write"
            assert time.monotonic() < deadline, "it never began to write"
            time.sleep(0.05)
    finally:
        running.send_signal(signal.SIGKILL)
        running.wait()
    deadline = time.monotonic() + 240
    while list(out.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not list(out.iterdir())
