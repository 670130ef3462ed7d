"""The command as users run it: events, exit status, bad input in a sentence, an early end that leaves nothing."""

import json
import os
import shutil
import signal
from pathlib import Path

import numpy as np
import pytest
import rasterio

from s2cloudmask.core.cli import build_parser, main
from s2cloudmask.core.commands.words import numbers_as_values
from s2cloudmask.core.version import version

QUICK = ("--model", "quick", "--resolution", "60")  # for what holds with every network
LONG = ("--model", "ukis_l1c", "--resolution", "10", "--progress", "json")  # there is time to end it
FILES = {f"_cloudmask.{ending}" for ending in ("tif", "qml", "json", "stac.json", "tif.aux.xml")}


def copy_of(product: Path, place: Path) -> Path:
    shutil.copytree(product, place)
    return place


def left_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*")) if folder.exists() else []


def assert_refused(done, out: Path, code: str, status: tuple[int, ...] = (1,)) -> str:
    """One error of this code, in one sentence or two, and nothing else: no traceback, no file."""
    assert done.code in status, (done.out, done.err)
    assert "Traceback" not in done.err + done.out
    (error,) = done.of("error")
    assert error["code"] == code, error
    assert "\n" not in error["message"] and error["message"].endswith((".", ")", "see --help.")), error
    assert left_in(out) == []
    return error["message"]


@pytest.mark.parametrize("word", ["-5e-05", "-.5", "-1E3", "-inf", "-3.4e+38"])
def test_a_negative_number_is_a_value_in_every_spelling(word):
    args = build_parser("mask").parse_args(
        numbers_as_values(["mask", "p", "--out", "o", "--bounds", word, "0", "1", "2"])
    )
    assert args.bounds == [float(word), 0, 1, 2]
    assert numbers_as_values(["-h", "--out", "-", "-x1"]) == ["-h", "--out", "-", "-x1"]


@pytest.mark.parametrize("options", [QUICK, pytest.param((), marks=pytest.mark.slow)])
def test_events_of_a_run(simulated, command, tmp_path, options):
    product = simulated().path
    done = command("mask", product, "--out", tmp_path / "out", "--progress", "json", *options)
    assert done.code == 0, done.err
    kinds = [event["event"] for event in done.events]
    assert kinds[0] == "start" and kinds[-1] == "end" and kinds.count("result") == 1
    start, result = done.of("start")[0], done.of("result")[0]
    assert start["products"] == 1 and {"model", "device", "precision"} <= start.keys()
    assert result["product"] == str(product) and Path(result["mask"]).exists()
    assert set(result["fractions"]) == {"clear", "thick_cloud", "thin_cloud", "cloud_shadow", "no_data"}
    fractions = [event["fraction"] for event in done.of("progress")]
    assert (
        fractions == sorted(fractions)
        and fractions[-1] == 1
        and {"read", "predict", "write"} >= {event["stage"] for event in done.of("progress")}
    )
    assert kinds[-2] == "result", "a product's progress does not follow its result"
    assert done.of("end")[0] == {"event": "end", "ok": 1, "failed": 0}
    assert {name.removeprefix(product.stem) for name in left_in(tmp_path / "out")} == FILES


def test_in_a_batch_the_others_go_on_and_a_restart_does_what_is_missing(simulated, command, tmp_path):
    good, other = simulated().path, simulated(layout="zip", time="20240716T105031").path
    bad = copy_of(good, tmp_path / "bad.SAFE")
    next(bad.rglob("*_B03.jp2")).unlink()
    out = tmp_path / "out"
    done = command("mask", good, bad, other, "--out", out, *QUICK, "--progress", "json")
    assert done.code == 1
    assert [event["code"] for event in done.of("error")] == ["missing-band"]
    assert len(done.of("result")) == 2 and done.of("end")[0]["failed"] == 1
    before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    again = command("mask", good, other, "--out", out, *QUICK, "--progress", "json")
    assert again.code == 0 and all(event["skipped"] for event in again.of("result"))
    assert before == {path: path.stat().st_mtime_ns for path in out.iterdir()}
    assert again.of("result")[0]["fractions"] == done.of("result")[0]["fractions"]
    changed = command("mask", good, "--out", out, "--model", "quick", "--resolution", "30", "--progress", "json")
    assert changed.code == 1 and changed.of("error")[0]["code"] == "exists"
    assert command("mask", good, "--out", out, "--model", "quick", "--resolution", "30", "--overwrite").code == 0


@pytest.mark.parametrize("options", [QUICK, pytest.param((), marks=pytest.mark.slow)])
def test_two_runs_give_the_same_bytes_folder_or_zip(simulated, command, tmp_path, options):
    product = simulated().path
    packed = shutil.make_archive(str(tmp_path / product.stem), "zip", product.parent, product.name)
    files = []
    for number, path in enumerate((product, product, packed)):
        assert command("mask", path, "--out", tmp_path / str(number), *options).code == 0
        files.append((tmp_path / str(number) / f"{product.stem}_cloudmask.tif").read_bytes())
    assert files[0] == files[1]
    first, zipped = tmp_path / "0" / f"{product.stem}_cloudmask.tif", tmp_path / "2" / f"{product.stem}_cloudmask.tif"
    with rasterio.open(first) as one, rasterio.open(zipped) as other:
        assert np.array_equal(one.read(), other.read())


# -- bad input --------------------------------------------------------------------------------------------------------


def empty(product, place):
    place.mkdir()
    return place


def text_file(product, place):
    place.write_text("not a product")
    return place


def without(pattern):
    def make(product, place):
        copy_of(product, place)
        for path in place.rglob(pattern):
            path.unlink()
        return place

    return make


def broken_xml(product, place):
    document = copy_of(product, place) / "MTD_MSIL1C.xml"
    document.write_bytes(document.read_bytes()[:700])
    return place


def truncated(share):
    def make(product, place):
        copy_of(product, place)
        band = next(place.rglob("*_B02.jp2"))
        band.write_bytes(band.read_bytes()[: int(band.stat().st_size * share)])
        return place

    return make


def moved_band(product, place):
    path = next(copy_of(product, place).rglob("*_B8A.jp2"))
    with rasterio.open(path) as dataset:
        numbers, profile = dataset.read(), dataset.profile
    profile.update(transform=profile["transform"] @ rasterio.Affine.translation(3, 0), QUALITY="100", REVERSIBLE="YES")
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(numbers)
    return place


def cut_zip(product, place):
    archive = Path(shutil.make_archive(str(place), "zip", product.parent, product.name))
    archive.write_bytes(archive.read_bytes()[:-2000])
    return archive


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda product, place: place, "not-a-product"),
        (empty, "not-a-product"),
        (text_file, "not-a-product"),
        (without("*_B11.jp2"), "missing-band"),
        (without("*B??.jp2"), "missing-band"),
        (without("MTD*.xml"), "broken-metadata"),
        (broken_xml, "broken-metadata"),
        (truncated(0.0), "broken-band"),
        (truncated(0.02), "broken-band"),
        (truncated(0.5), "broken-band"),
        (truncated(0.95), "broken-band"),
        (moved_band, "grid-mismatch"),
        (cut_zip, "broken-zip"),
    ],
)
def test_bad_products_are_refused_in_a_sentence(simulated, command, tmp_path, make, code):
    path = make(simulated().path, tmp_path / "P.SAFE")
    done = command("mask", path, "--out", tmp_path / "out", "--progress", "json")
    assert path.name in assert_refused(done, tmp_path / "out", code)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--patch", "100"], "bad-settings"),
        (["--patch", "1000000"], "bad-settings"),
        (["--overlap", "-1"], "bad-settings"),
        (["--overlap", "400"], "bad-settings"),
        (["--buffer", "-3"], "bad-settings"),
        (["--bounds", "0", "0", "10", "10"], "outside-product"),
        (["--bounds", "9", "0", "1", "10"], "bad-settings"),
        (["--bounds", "nan", "0", "1", "10"], "bad-settings"),
        (["--bounds", "0", "0", "1", "1", "--bounds-crs", "EPSG:banana"], "bad-settings"),
        (["--bounds-crs", "EPSG:4326"], "bad-settings"),
        (["--model", "ukis_l2a"], "wrong-level"),
        (["--model", "no_such_model"], "missing-model"),
        (["--model", "UNetMobV2_V2"], "missing-model"),
        (["--device", "cuda"], "bad-settings"),
    ],
)
def test_impossible_settings_are_refused_in_a_sentence(simulated, command, tmp_path, options, code):
    done = command("mask", simulated().path, "--out", tmp_path / "out", "--progress", "json", *options)
    assert_refused(done, tmp_path / "out", code, status=(1, 2, 3))


@pytest.mark.parametrize(
    "options", [["--resolution", "15"], ["--tta", "9"], ["--precision", "int4"], ["--no-such-option"], []]
)
def test_wrong_arguments_end_with_2(simulated, command, tmp_path, options):
    product = [simulated().path, "--out", tmp_path / "out"] if options else []
    done = command("mask", *product, *options)
    assert done.code == 2 and "usage" in done.err and left_in(tmp_path / "out") == []


def test_level_2a_with_unetmobv2_says_what_to_give(simulated, command, tmp_path, trained_weights):
    product = simulated(level="L2A").path
    done = command("mask", product, "--out", tmp_path / "out", "--model", trained_weights, "--progress", "json")
    assert "Level-1C" in assert_refused(done, tmp_path / "out", "wrong-level")


def test_an_output_folder_that_is_a_file_is_refused(simulated, command, tmp_path):
    (tmp_path / "out").write_text("")
    done = command("mask", simulated().path, "--out", tmp_path / "out", "--progress", "json")
    assert done.code == 1 and done.of("error")[0]["code"] == "output-folder"
    assert (tmp_path / "out").read_text() == ""


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")
@pytest.mark.parametrize(
    "limit",
    [
        pytest.param(100, marks=pytest.mark.slow),
        pytest.param(3_000, marks=pytest.mark.slow),
        20_000,
        pytest.param(60_000, marks=pytest.mark.slow),
    ],
)
def test_a_full_disk_is_said_and_nothing_stays(simulated, command, tmp_path, limit):
    """A limit on the size of a file stands for a full disk: GDAL and Python both meet a failed write."""
    import resource

    out = tmp_path / "out"
    done = command(
        "mask", simulated().path, "--out", out, "--resolution", "10", "--confidence", "--progress", "json",
        "--model", "quick",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert_refused(done, out, "disk-full")


@pytest.mark.parametrize(
    "kind", ["pickle", pytest.param("empty", marks=pytest.mark.slow), pytest.param("text", marks=pytest.mark.slow)]
)
def test_weights_of_a_wrong_kind_are_refused(simulated, masks, tmp_path, kind):
    import pickle

    weights = tmp_path / "weights.pt"

    class Evil:
        def __reduce__(self):
            return (os.system, (f"touch {tmp_path}/executed",))

    weights.write_bytes({"pickle": pickle.dumps(Evil()), "empty": b"", "text": b"weights"}[kind])
    (error,) = masks(simulated().path, out=tmp_path / "out", model=weights).of("error")
    assert error["code"] == "wrong-network" and left_in(tmp_path / "out") == []
    assert not (tmp_path / "executed").exists()


# -- an early end -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "how",
    [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.slow), pytest.param("eof", marks=pytest.mark.slow)],
)
@pytest.mark.parametrize(
    "stage",
    ["begin", pytest.param("read", marks=pytest.mark.slow), "predict", pytest.param("write", marks=pytest.mark.slow)],
)
def test_an_early_end_in_each_stage_leaves_nothing(simulated, command, tmp_path, stage, how):
    product, out = simulated(size=1098).path, tmp_path / "out"
    options = {"stdin": -1} if how == "eof" else {}
    process = command.start(
        "mask", product, "--out", out, *LONG, "--confidence", *(["--stop-on-eof"] if how == "eof" else []), **options,
    )  # fmt: skip
    for line in process.stdout:
        event = json.loads(line)
        if event.get("stage") == stage or (stage == "begin" and event["event"] == "start"):
            break
    else:
        pytest.fail(f"no event of stage {stage}: {process.stderr.read()}")
    if how == "eof":
        process.stdin.close()
    else:
        process.send_signal(how)
    code = process.wait(timeout=240)
    told = [json.loads(line)["event"] for line in process.stdout]
    if stage == "write" and "result" in told:  # the mask was finished before the signal came
        assert len(left_in(out)) == 6 and told.count("result") == 1 and code in (0, 130)
        return
    assert code == 130, process.stderr.read()
    assert left_in(out) == [] and "result" not in told


def test_a_mask_that_another_run_writes_is_left_to_it(simulated, command, tmp_path):
    product, out = simulated(size=1098).path, tmp_path / "out"
    first = command.start("mask", product, "--out", out, *LONG)
    for line in first.stdout:
        if json.loads(line).get("stage") == "predict":
            break
    second = command("mask", product, "--out", out, *LONG)
    assert first.wait(timeout=120) == 0, first.stderr.read()
    if second.code:
        assert second.of("error")[0]["code"] == "busy"
    assert {name.removeprefix(product.stem) for name in left_in(out)} == FILES


def test_what_a_killed_run_left_is_taken_away_by_the_next(simulated, command, tmp_path):
    product, out = simulated(size=1098).path, tmp_path / "out"
    process = command.start("mask", product, "--out", out, *LONG)
    for line in process.stdout:
        if json.loads(line).get("stage") == "predict":
            break
    process.kill()
    process.wait()
    assert all(name.startswith(".") for name in left_in(out))
    assert command("mask", product, "--out", out, *QUICK).code == 0
    assert {name.removeprefix(product.stem) for name in left_in(out)} == FILES


# -- the rest ---------------------------------------------------------------------------------------------------------


def test_info_tells_what_a_product_is(simulated, command):
    product = simulated().path
    told = command("info", product)
    assert told.code == 0
    for word in ("S2A", "L1C", "31TCJ", "2024-07-15", "05.11", "-1000", "10000", "classi", "ukis_l1c", "no data"):
        assert word in told.out, word
    (facts,) = command("info", product, "--json").events
    assert len(facts["granules"][0]["bands"]) == 13 and facts["granules"][0]["missing"] == []
    by_name = {model["name"]: model for model in facts["models"]}
    assert by_name["ukis_l1c"]["can_run"] and "fetch" in by_name["UNetMobV2_V2"]["reason"]
    assert "L2A" in by_name["ukis_l2a"]["reason"]
    failed = command("info", "/nowhere", "--json")
    assert failed.code == 1 and failed.events[0]["code"] == "not-a-product"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that a process is in")
def test_a_shell_in_a_folder_that_is_gone_is_told(tmp_path, monkeypatch, capsys):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert main(["info", "P.SAFE"]) == 2
    assert "is gone" in capsys.readouterr().err


def test_help_and_version(command):
    assert version() in command("--version").out
    text = command("--help").out
    assert all(name in text for name in ("mask", "info", "models", "simulate", "quicklook", "own-mask", "compare"))
    assert "--stop-on-eof" not in command("mask", "--help").out
