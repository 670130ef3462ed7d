"""The door under attack: rubbish for events, numbers that are none, variables that would lead the engine astray."""

from __future__ import annotations

import json
import os
import random
import sys

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
    from s2cloudmask.bridge.child_process import clean_environment

    hostile = [
        "PYTHONPATH",
        "PYTHONHOME",
        "PYTHONSTARTUP",
        "PYTHONINSPECT",
        "PYTHONBREAKPOINT",
        "GDAL_DATA",
        "GDAL_DRIVER_PATH",
        "GDAL_CONFIG_FILE",
        "GDAL_VRT_ENABLE_PYTHON",
        "OGR_DRIVER_PATH",
        "PROJ_LIB",
        "PROJ_DATA",
        "PROJ_NETWORK",
        "VIRTUAL_ENV",
        "QT_PLUGIN_PATH",
    ]
    for name in hostile:
        monkeypatch.setenv(name, "/nowhere/hostile")
    monkeypatch.setenv("PATH", os.environ["PATH"])
    environment = clean_environment()
    given = {name: environment.value(name) for name in list(environment.keys())}
    assert not [name for name, value in given.items() if "hostile" in value]
    assert given["PATH"] == os.environ["PATH"]
