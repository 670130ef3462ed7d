"""`--workers N`: the same bytes as one process, one stream of events, and nothing left when it ends early."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.events import Reporter
from s2cloudmask.core.mask_result import MaskResult
from s2cloudmask.core.runs.event_stream import EventStream
from s2cloudmask.core.runs.jobs import shared_names
from s2cloudmask.core.runs.mask_request import distinct
from s2cloudmask.core.runs.workers import _death
from s2cloudmask.core.system import memory

MASK = ("--model", "quick", "--progress", "json")
LONG = ("--model", "ukis_l1c", "--resolution", "10", "--progress", "json")  # there is time to end it


@pytest.fixture(scope="module")
def products(simulated):
    """Four small products of different days."""
    return [simulated(size=360, time=f"2024071{day}T105031").path for day in range(4)]


@pytest.fixture(scope="module")
def plain(products, command, tmp_path_factory):
    """Files of their masks, made in one process."""
    folder = tmp_path_factory.mktemp("plain")
    assert command("mask", *products, "--out", folder, *MASK).code == 0
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    """Files of a folder by name; of a STAC item all but its links, which lead from where it lies to the product."""
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    items = {name: json.dumps(json.loads(text) | {"links": []}) for name, text in found.items() if ".stac." in name}
    return {**found, **{name: text.encode() for name, text in items.items()}}


def children(process: int) -> list[int]:
    """Processes that `process` has started, from /proc."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(place.read_text().rpartition(")")[2].split()[1]) == process:
                found.append(int(place.parent.name))
        except OSError:
            continue
    return found


def alive(process: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_two_workers_write_the_bytes_of_one_process(products, plain, command, tmp_path):
    out = tmp_path / "out"
    done = command("mask", *products, "--out", out, "--workers", "2", *MASK)
    assert done.code == 0, done.err
    assert contents(out) == plain and done.err == ""
    kinds = [event["event"] for event in done.events]
    assert kinds[0] == "start" and kinds[-1] == "end" and kinds.count("result") == 4
    assert done.of("start")[0]["products"] == 4 and done.of("start")[0]["model"] == "quick"
    assert {event["product"] for event in done.of("result")} == set(map(str, products))
    shares = [event["fraction"] for event in done.of("progress")]
    assert shares == sorted(shares) and shares[-1] == 1
    assert done.of("end")[0] == {"event": "end", "ok": 4, "failed": 0}

    os.remove(next(out.glob("*T105031_cloudmask.tif")))
    again = command("mask", *products, "--out", out, "--workers", "2", *MASK)
    assert again.code == 0 and contents(out) == plain
    assert sum(bool(event.get("skipped")) for event in again.of("result")) == 3


def test_what_fails_is_an_event_and_the_others_go_on(products, command, tmp_path):
    (tmp_path / "list.txt").write_text(f"/nowhere/a.SAFE\n\n  {products[1]}\n")
    listed = ("--products-from", tmp_path / "list.txt")
    done = command("mask", products[0], *listed, "--out", tmp_path / "out", "--workers", "2", *MASK)
    assert done.code == 1 and len(done.of("result")) == 2
    assert [(event["product"], event["code"]) for event in done.of("error")] == [("/nowhere/a.SAFE", "not-a-product")]
    assert done.of("end")[0] == {"event": "end", "ok": 2, "failed": 1}


def test_a_missing_network_means_that_nothing_could_run(products, command, tmp_path):
    done = command(
        "mask", *products[:2], "--out", tmp_path, "--workers", "2", "--model", "no_such", "--progress", "json"
    )
    assert done.code == 3 and {event["code"] for event in done.of("error")} == {"missing-model"}


@pytest.mark.parametrize("arguments", [(), ("--products-from", "no_such.txt"), ("a.SAFE", "--workers", "0")])
def test_wrong_arguments(command, tmp_path, arguments):
    done = command("mask", *arguments, "--out", tmp_path, "--progress", "json")
    assert done.code == 2 and (done.events[0]["code"] == "bad-settings" if done.out else "--workers" in done.err)


def test_products_of_one_name_do_not_write_over_each_other(products):
    """A name of Sentinel-2's own says which product it is; `15/0` and `20/0` of a mirror are two, and named apart."""
    name = "S2A_MSIL1C_20240715T105031_N0511_R051_T31TCJ_20240715T105031"
    asked = [f"/a/{name}.SAFE", f"/b/{name}.zip", f"/a/{name}.SAFE", "/a/y.SAFE", "/15/0", "/20/0"]
    first, second = distinct(asked)
    assert first == [f"/a/{name}.SAFE", "/a/y.SAFE", "/15/0", "/20/0"]
    assert [(product, error.code) for product, error in second] == [(f"/b/{name}.zip", "name-taken")]
    assert shared_names(asked) == ("0",)


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize(
    "how",
    [pytest.param(signal.SIGTERM, marks=pytest.mark.slow), pytest.param(signal.SIGKILL, marks=pytest.mark.slow), "eof"],
)
def test_an_early_end_leaves_no_child_and_no_file(simulated, command, tmp_path, how):
    product, out = simulated(size=1098).path, tmp_path / "out"
    products = [product, shutil.copytree(product, tmp_path / product.name.replace("20240715T", "20240711T"))]
    process = command.start(
        "mask", *products, "--out", out, "--workers", "2", *LONG,
        *(["--stop-on-eof"] if how == "eof" else []), stdin=subprocess.PIPE,
    )  # fmt: skip
    started = set()
    for line in process.stdout:
        event = json.loads(line)
        if event.get("stage") == "predict":
            started.add(event["product"])
            break
    workers = children(process.pid)
    assert len(workers) == 2 and started, process.stderr.read()
    asked = time.monotonic()
    if how == "eof":
        process.stdin.close()
    else:
        process.send_signal(how)
    code = process.wait(240)
    while any(map(alive, workers)) and time.monotonic() < asked + 60:
        time.sleep(0.02)
    process.stdout.read()
    assert code == (-9 if how == signal.SIGKILL else 130), process.stderr.read()
    assert not any(map(alive, workers))
    assert not out.exists() or list(out.iterdir()) == []


@pytest.mark.slow  # the next test has a worker killed twice
@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_worker_that_is_killed_is_replaced_and_its_product_tried_again(products, plain, command, tmp_path):
    out = tmp_path / "out"
    process = command.start("mask", *products, "--out", out, "--workers", "2", *MASK)
    events = []
    for line in process.stdout:
        events.append(json.loads(line))
        if events[-1]["event"] == "result" and len([event for event in events if event["event"] == "result"]) == 1:
            os.kill(children(process.pid)[0], signal.SIGKILL)
    assert process.wait() == 0, events
    assert contents(out) == plain
    assert sum(event["event"] == "result" for event in events) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_product_that_kills_its_worker_twice_is_an_error_and_the_others_go_on(simulated, products, command, tmp_path):
    deadly, out = simulated(size=1098).path, tmp_path / "out"
    process = command.start("mask", deadly, products[1], "--out", out, "--workers", "2", *LONG)
    killed = set()
    owner = out / f".{deadly.stem}_cloudmask.part" / "owner.json"
    while process.poll() is None:
        try:
            worker = json.loads(owner.read_text())["process"]
        except (OSError, ValueError):
            worker = None
        if worker and worker not in killed:
            os.kill(worker, signal.SIGKILL)
            killed.add(worker)
        time.sleep(0.01)
    events = [json.loads(line) for line in process.stdout]
    assert process.returncode == 1 and len(killed) == 2
    (error,) = [event for event in events if event["event"] == "error"]
    assert error["product"] == str(deadly) and error["code"] == "out-of-memory" and "fewer workers" in error["message"]
    assert [event["product"] for event in events if event["event"] == "result"] == [str(products[1])]
    assert events[-1] == {"event": "end", "ok": 1, "failed": 1}


def test_the_death_of_a_worker_is_told_by_its_status():
    assert _death("a", -9)[0] == "out-of-memory" and _death("a", -11)[0] == "internal"


# -- events of many as one --------------------------------------------------------------------------------------------


class _Kept(Reporter):
    def __init__(self):
        super().__init__()
        self.events = []

    def _emit(self, event):
        self.events.append(event)


def test_the_events_of_many_runs_become_those_of_one():
    kept = _Kept()
    refused = [("c", EngineError("name-taken", "C is there."))]
    stream = EventStream(["a", "b"], refused, kept)
    stream.take("a", {"event": "start", "products": 1, "model": "m"})
    stream.take("b", {"event": "start", "products": 1, "model": "m"})
    stream.take("b", MaskResult("/absolute/b", "b", "b.tif", "b.qml", "b.json", None, {}, {}).to_event())
    stream.take("b", {"event": "end", "ok": 1, "failed": 0})
    stream.take("a", {"event": "error", "product": "/absolute/a", "code": "missing-band", "message": "No."})
    stream.take("a", {"event": "end", "ok": 0, "failed": 1})
    assert stream.finish() == 1
    stream.take("a", {"event": "progress", "product": "a", "stage": "read", "fraction": 0.1})
    assert [event["event"] for event in kept.events] == [
        "start",
        "error",
        "result",
        "progress",
        "error",
        "progress",
        "end",
    ]
    assert kept.events[0] == {"event": "start", "products": 3, "model": "m"}
    assert [event["product"] for event in kept.events[1:5]] == ["c", "b", "b", "a"]
    assert kept.events[3]["fraction"] == 0.5 and kept.events[-1] == {"event": "end", "ok": 1, "failed": 2}


# -- memory -----------------------------------------------------------------------------------------------------------


def test_fewer_workers_where_memory_is_short(monkeypatch):
    need = memory.WORKER_MEMORY
    monkeypatch.setattr(memory, "available_memory", lambda: int(2.5 * need))
    count, sentence = memory.workers_that_fit(8)
    assert count == 2 and sentence.startswith("2 worker(s) instead of 8")
    assert memory.workers_that_fit(2) == (2, None)
    monkeypatch.setattr(memory, "available_memory", lambda: 0)
    assert memory.workers_that_fit(8)[0] == 1
    monkeypatch.setattr(memory, "available_memory", lambda: None)
    assert memory.workers_that_fit(8) == (8, None)


def test_this_machine_tells_its_memory_and_cores():
    assert memory.available_memory() > 10_000_000 and 1 <= memory.cores() <= os.cpu_count()


@pytest.mark.parametrize("version", [1, 2])
def test_the_limit_of_a_container_or_job_counts(tmp_path, version):
    top = tmp_path if version == 2 else tmp_path / "memory"
    job = top / "job" / "step"
    job.mkdir(parents=True)
    names = ("memory.max", "memory.current") if version == 2 else ("memory.limit_in_bytes", "memory.usage_in_bytes")
    cache = "inactive_file" if version == 2 else "total_inactive_file"
    for folder, most, used in ((top / "job", "5000", "1500"), (job, "max" if version == 2 else "9000", "700")):
        (folder / names[0]).write_text(f"{most}\n")
        (folder / names[1]).write_text(f"{used}\n")
        (folder / "memory.stat").write_text(f"anon 10\n{cache} 500\n")
    own = tmp_path / "own"
    own.write_text("0::/job/step\n" if version == 2 else "5:cpu,memory:/job/step\n4:pids:/\n")
    assert memory._cgroup(tmp_path, own) == 5000 - 1500 + 500
    assert memory._cgroup(tmp_path / "none", own) is None
