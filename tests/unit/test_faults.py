"""The quick part of `make faults`: bad inputs, some faults and a little fuzzing, and what they once found."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rasterio.errors import RasterioIOError

from s2cloudmask.core.errors import EngineError, lacks_memory
from s2cloudmask.core.networks import converted
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.rasters.mask_file import writing
from s2cloudmask.core.rasters.unfinished import output_error, unfinished_folder
from s2cloudmask.core.system import stopping

if not sys.platform.startswith("linux"):
    pytest.skip("the faults are made with means of Linux (inotify, /proc, named pipes)", allow_module_level=True)

from s2cloudmask.tests.faults.bad_bands import bad_bands
from s2cloudmask.tests.faults.bad_containers import bad_containers
from s2cloudmask.tests.faults.bad_inputs import bad_inputs, try_bad_input
from s2cloudmask.tests.faults.bad_metadata import bad_metadata
from s2cloudmask.tests.faults.bad_weights import bad_weights
from s2cloudmask.tests.faults.faults import faults, try_fault
from s2cloudmask.tests.faults.fuzz import TARGETS, fuzz, fuzz_by_coverage
from s2cloudmask.tests.faults.measured import Watched, Workplace, problems_of, run
from s2cloudmask.tests.faults.samples import MASK, make_samples

SLOW = ("MB of", "2 GB", "huge", "30,000", "10,980", "the root of the disk", "/proc")


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    return make_samples(tmp_path_factory.mktemp("samples"))


def test_there_are_enough_of_them():
    cases = list(bad_inputs())
    assert len(cases) >= 60 and len({(case.group, case.name) for case in cases}) == len(cases)
    assert len(list(faults())) >= 15


@pytest.mark.parametrize("group", [bad_metadata, pytest.param(bad_bands, marks=pytest.mark.slow), bad_containers])
def test_a_batch_of_bad_products_says_a_sentence_for_each(group, samples, network_cache, tmp_path):
    """All that must be refused, in one run: none ends it, none hides another."""
    place, wanted = Workplace(tmp_path / "run", network_cache), {}
    for number, case in enumerate(group()):
        if MASK in case.codes or case.command != "mask" or case.group == "name":
            continue
        if any(word in case.name for word in SLOW):
            continue
        folder = place.inputs / str(number)
        folder.mkdir()
        arguments = [str(word) for word in case.make(samples, folder)]
        if len(arguments) == 1 and os.path.exists(arguments[0]) and arguments[0].startswith(str(folder) + os.sep):
            # masks are named for their products, so each needs a name of its own
            path = Path(arguments[0])
            wanted[str(path.rename(path.with_name(f"{number}{path.suffix}")))] = case
    watched = Watched([samples.secret])
    finished = run(["mask", "--out", str(place.out), "--progress", "json", *wanted], place)
    codes = frozenset().union(*(case.codes for case in wanted.values()))
    assert not problems_of(finished, codes=codes, status=frozenset({1}))
    said = {event["product"]: event["code"] for event in finished.of("error")}
    assert len(wanted) > 10 and said.keys() == wanted.keys()
    assert not {case.name: said[name] for name, case in wanted.items() if name in said and said[name] not in case.codes}
    assert not finished.left and not watched.opened()


# Found by `make faults`, and not in the batches above.
FOUND = (
    "folder that is not UTF-8", "empty folder 'two\\nlines' that commands a terminal", "zip of 250 letters",
    "60 MB of empty elements", "an ONNX whose numbers are not finite", "a std of 1e-320",
)  # fmt: skip


@pytest.mark.parametrize(
    "name", [*FOUND, "one valid pixel", pytest.param("1 x 3 pixels in all", marks=pytest.mark.slow)]
)
def test_a_bad_input_that_once_ended_badly(name, samples, network_cache, tmp_path):
    (case,) = [case for case in bad_inputs() if case.name == name]
    row = try_bad_input(case, samples, tmp_path / "run", network_cache)
    assert row.problems == ()


@pytest.mark.parametrize("case", [case for case in bad_weights() if case.group == "model TOML"][:3],
                         ids=lambda case: case.name)  # fmt: skip
def test_a_bad_model_description_is_refused(case, samples, network_cache, tmp_path):
    assert try_bad_input(case, samples, tmp_path / "run", network_cache).problems == ()


@pytest.mark.parametrize(
    "name", [pytest.param("QGIS killed while it predicts", marks=pytest.mark.slow), "no packages at all"]
)
def test_a_fault_is_survived(name, simulated, network_cache, tmp_path):
    (fault,) = [fault for fault in faults() if fault.name == name]
    assert try_fault(fault, simulated().path, tmp_path / "run", network_cache).problems == ()


@pytest.mark.parametrize("target", TARGETS)
def test_whatever_comes_in_an_answer_or_a_sentence_comes_out(target, tmp_path):
    fuzzed = fuzz(target, 150, tmp_path, number=20261125)
    assert fuzzed.cases >= 125


@pytest.mark.slow
def test_whatever_reaches_new_lines_an_answer_or_a_sentence_comes_out(tmp_path):
    fuzzed = fuzz_by_coverage(2000, tmp_path)
    if fuzzed is None:
        pytest.skip("atheris is not installed; it is in requirements-test.txt where it has a package")
    assert fuzzed.cases == 2000


def test_the_unfinished_folder_of_a_run_under_a_wrong_clock_does_not_stand_in_the_way(tmp_path):
    part = tmp_path / ".a.part"
    part.mkdir()
    later = time.time() + 86400
    os.utime(part, (later, later))
    with unfinished_folder(tmp_path / "a.tif") as folder:
        assert folder == part
    assert not part.exists()


def test_no_message_carries_line_ends_or_commands_of_a_terminal():
    error = EngineError("not-a-product", "a\nb\x1b[2J\u202e \udcff é is no product.")
    assert error.message == "a\\nb\\x1b[2J\\u202e \\udcff é is no product." and str(error) == error.message


def test_a_name_too_long_for_the_disk_is_said(tmp_path):
    target = tmp_path / f"{'a' * 300}.tif"
    with pytest.raises(OSError) as caught:
        target.touch()
    assert "too long" in output_error(caught.value, target).message


def test_a_folder_that_may_not_be_written_is_no_full_disk(tmp_path):
    """GDAL says of both only that it failed."""
    with pytest.raises(EngineError) as caught, writing(tmp_path / "gone" / ".part" / "a.tif"):
        raise RasterioIOError("write failed")
    assert caught.value.code == "output-folder"
    with pytest.raises(EngineError) as caught, writing(tmp_path / "a.tif"):
        raise RasterioIOError("write failed")
    assert caught.value.code == "disk-full"


@pytest.mark.parametrize(
    "stage",
    [
        pytest.param("start", marks=pytest.mark.slow),
        pytest.param("read", marks=pytest.mark.slow),
        pytest.param("write", marks=pytest.mark.slow),
        "predict",
    ],
)
def test_memory_that_runs_out_in_a_stage_ends_in_a_sentence(stage, simulated, network_cache, tmp_path):
    """Native code ends the process where it gets none: OpenVINO's compiler, GDAL's threads."""
    fault = next(item for item in faults() if item.group == "memory" and f"stage {stage} " in item.name)
    assert not try_fault(fault, simulated(size=366).path, tmp_path / "run", network_cache).problems


def test_what_is_being_written_goes_too_when_a_run_is_ended(tmp_path):
    """Another thread makes one file after the other in the unfinished folder while that is taken away."""
    code = """
import os, sys
from pathlib import Path
from s2cloudmask.core.system import stopping
folder = Path(sys.argv[1])
stopping.make_registered(folder)
names = ["owner.json", "classes.tif", "probabilities.tif"]
remove = os.rmdir
def remove_late(*arguments, **options):
    if names:
        (folder / names.pop()).touch()
    remove(*arguments, **options)
os.rmdir = remove_late
stopping.end_now(silent=True)
"""
    folder = tmp_path / "mask.part"
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True)
    assert done.returncode == stopping.INTERRUPTED, done.stderr
    assert not folder.exists()


def test_memory_that_runs_out_while_a_thread_starts_is_no_fault_of_the_program():
    from s2cloudmask.core.runs.batch import _unforeseen

    assert _unforeseen("P", RuntimeError("can't start new thread"))[0] == "out-of-memory"
    assert _unforeseen("P", MemoryError())[0] == "out-of-memory"
    said_by_openvino = "Exception from core.cpp:117:\nException from plugin.cpp:54:\nResource temporarily unavailable"
    assert _unforeseen("P", RuntimeError(said_by_openvino))[0] == "out-of-memory"
    said_by_openvino = (
        "Exception from core.cpp:117:\nCheck 'ptr' failed at cpu_memory.cpp:257:\nFailed to allocate 9 bytes"
    )
    assert _unforeseen("P", RuntimeError(said_by_openvino))[0] == "out-of-memory"
    said_by_the_loader = "Cannot load library libplugin.so: libplugin.so: failed to map segment from shared object"
    assert _unforeseen("P", RuntimeError(said_by_the_loader))[0] == "out-of-memory"
    assert _unforeseen("P", RuntimeError("else"))[0] == "internal"


@pytest.mark.parametrize(
    ("said", "raised"), [("libtorch.so: failed to map segment from shared object", MemoryError), ("gone", EngineError)]
)
def test_a_package_that_finds_no_memory_to_load_is_not_called_missing(said, raised, monkeypatch, tmp_path):
    class Loader:
        @staticmethod
        def find_spec(name, path=None, target=None):
            if name == "torch":
                raise ImportError(said)

    monkeypatch.setenv("S2CLOUDMASK_CACHE", str(tmp_path))
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Loader, *sys.meta_path])
    with pytest.raises(raised):
        converted._from_torch(find_model("UNetMobV2_s2cm"), tmp_path / "weights")


def test_memory_that_runs_out_in_gdal_is_told_by_the_causes_of_its_error():
    said_by_openjpeg = ValueError("opj_get_decoded_tile() failed")
    said_by_openjpeg.__cause__ = ValueError("Not enough memory to decode tile")
    error = RasterioIOError("Read failed. See previous exception for details.")
    assert not lacks_memory(error)
    error.__cause__ = said_by_openjpeg
    assert lacks_memory(error)
