"""The door under attack: rubbish for events, numbers that are none, variables that would lead the engine astray."""

from __future__ import annotations

import json
import os
import random
import sys
import time

import pytest

CASES = 4000


@pytest.fixture
def process(qgis_app):
    from s2cloudmask.bridge.engine_process import EngineProcess

    return EngineProcess(sys.executable, ["mask"])


def spoilt(line: bytes, source: random.Random) -> bytes:
    data = bytearray(line)
    for _ in range(source.randrange(4)):
        at = source.randrange(len(data) + 1)
        data[at : at + source.choice((0, 1, 2, 9))] = source.choice(
            (b"", b"\n", b"\xff", b"\0", b"{", b"}", b"[", b'"', b"\\", b"1e999", b"NaN", b"null", b"\xf0\x9f")
        )
    return bytes(data)


def test_whatever_the_engine_prints_is_an_event_or_a_failure(process):
    """Whole and spoilt events, cut at any byte: each line becomes one dictionary with a name, or ends the run."""
    from s2cloudmask.bridge.engine_process import EngineFailure

    source = random.Random(7)
    honest = [
        {"event": "start", "products": 2},
        {"event": "progress", "product": "/d/ünï.SAFE", "stage": "read", "fraction": 0.5},
        {"event": "result", "product": "/d/p.SAFE", "mask": "/o/p.tif", "fractions": {"clear": 1.0}},
        {"event": "error", "product": "/d/p.SAFE", "code": "missing-band", "message": "B10 is missing."},
    ]
    taken = failed = 0
    for _ in range(CASES):
        seen = []
        line = json.dumps(source.choice(honest)).encode() + b"\n"
        output = spoilt(line, source)
        cut = source.randrange(len(output) + 1)
        process._rest = b""
        try:
            for part in (output[:cut], output[cut:]):
                process._take(part, seen.append)
        except EngineFailure as failure:
            failed += 1
            assert failure.code == "engine-output" and "\n" not in failure.message and failure.message.isprintable()
        taken += len(seen)
        assert all(isinstance(event, dict) and isinstance(event["event"], str) for event in seen)
    assert taken > CASES / 10 and failed > CASES / 10


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan"), 10**400, "9" * 5000, [], {}])
@pytest.mark.parametrize("name", ["seconds", "resolution", "fractions"])
def test_numbers_that_are_none_are_no_result(qgis_app, tmp_path, name, number):
    from s2cloudmask.bridge.mask_result import result_from_event

    out = tmp_path / "out"
    value = {"clear": number} if name == "fractions" else number
    event = {"event": "result", "product": str(tmp_path / "P.SAFE"), "mask": str(out / "m.tif"), name: value}
    try:
        result = result_from_event(event, str(out))
    except ValueError:
        return
    assert result.mask == str(out / "m.tif")


@pytest.mark.parametrize(
    "path",
    [
        "{out}/../m.tif",
        "{out}x/m.tif",
        "/vsicurl/http://example.com/m.tif",
        "/vsizip/{{{out}/../x.zip}}/m.tif",
        "<VRTDataset/>",
        "{out}/link/m.tif",
        "{out}/m\0.tif",
        "m.tif",
    ],
)
def test_a_mask_elsewhere_is_never_opened(qgis_app, tmp_path, path):
    from s2cloudmask.bridge.mask_result import result_from_event

    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    (out / "link").symlink_to(elsewhere, target_is_directory=True)
    event = {"event": "result", "product": str(tmp_path / "P.SAFE"), "mask": path.format(out=out)}
    with pytest.raises(ValueError):
        result_from_event(event, str(out))


def test_the_engine_gets_none_of_the_variables_of_qgis(qgis_app, monkeypatch):
    from s2cloudmask.bridge.child_environment import clean_environment

    python = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONINSPECT", "PYTHONBREAKPOINT", "VIRTUAL_ENV")
    gdal = ("GDAL_DATA", "GDAL_DRIVER_PATH", "GDAL_CONFIG_FILE", "GDAL_VRT_ENABLE_PYTHON", "OGR_DRIVER_PATH")
    others = ("PROJ_LIB", "PROJ_DATA", "PROJ_NETWORK", "QT_PLUGIN_PATH")
    for name in (*python, *gdal, *others):
        monkeypatch.setenv(name, "/nowhere/hostile")
    monkeypatch.setenv("PATH", os.environ["PATH"])
    given = clean_environment()
    assert not [name for name, value in given.items() if "hostile" in value]
    assert given["PATH"] == os.environ["PATH"]


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="needs /proc to count open files and threads")
def test_thirty_runs_leave_qgis_no_open_file_and_no_thread(qgis_app, scripted_engine):
    from s2cloudmask.bridge.engine_process import EngineProcess

    def held():
        return len(os.listdir("/proc/self/fd")), len(os.listdir("/proc/self/task"))

    program = scripted_engine("event('start', products=1)\nevent('end', ok=1, failed=0)\n")
    counts = []
    for _ in range(30):
        events = []
        assert EngineProcess(program, ["mask"]).run(events.append, lambda: False) == 0
        assert [event["event"] for event in events] == ["start", "end"]
        counts.append(held())

    def is_settled():  # the thread that waited for the last process may be about to end
        return all(now <= then for now, then in zip(held(), counts[4]))

    until = time.monotonic() + 30
    while not is_settled() and time.monotonic() < until:
        time.sleep(0.02)
    assert is_settled(), (counts[4], held())


def test_three_hundred_results_are_read_without_growing(qgis_app, scripted_engine, tmp_path):
    """One batch of 300 products as the task reads it: every result once, progress never backwards, nothing kept."""
    from s2cloudmask.bridge.engine_process import EngineProcess
    from s2cloudmask.bridge.mask_result import result_from_event

    out = str(tmp_path)
    program = scripted_engine(
        "bands = {f'B{n:02d}': '/d/P.SAFE/' + 'x' * 200 for n in range(13)}\n"
        "for n in range(300):\n"
        "    for step in range(10): event('progress', product=str(n), stage='read', fraction=(n + step / 10) / 300)\n"
        f"    event('result', product=str(n), mask={out!r} + f'/{{n}}.tif', bands=bands, fractions={{}}, seconds=1)\n"
        "event('end', ok=300, failed=0)\n"
    )
    masks, fractions = [], []

    def take(event):
        if event["event"] == "result":
            masks.append(result_from_event(event, out).mask)
        elif event["event"] == "progress":
            fractions.append(event["fraction"])

    process = EngineProcess(program, ["mask"])
    assert process.run(take, lambda: False) == 0
    assert len(set(masks)) == 300 and len(fractions) == 3000 and fractions == sorted(fractions)
    assert process._rest == b""
