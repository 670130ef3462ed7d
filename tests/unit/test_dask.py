"""`--dask ADDRESS`: a real scheduler and real worker processes on the loopback interface."""

import contextlib
import importlib.util
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.rasters import unfinished
from s2cloudmask.core.rasters.unfinished import unfinished_folder

ROOT = Path(__file__).resolve().parents[2]
MASK = ("--model", "quick", "--progress", "json")
LONG = ("--model", "ukis_l1c", "--resolution", "10", "--progress", "json")  # there is time to end it
needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="distributed is in requirements-test.txt only"
)


@pytest.fixture(scope="module")
def package(quick, tmp_path_factory) -> dict[str, str]:
    """Environment in which the engine is installed as the package `s2cloudmask`."""
    folder = tmp_path_factory.mktemp("installed")
    (folder / "s2cloudmask").symlink_to(ROOT, target_is_directory=True)
    return {
        "PYTHONPATH": str(folder),
        "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "0",
        "S2CLOUDMASK_MODELS": str(quick.parent),
    }


class Cluster:
    """A scheduler and its workers, each a process that this started."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self._folder, self._env = folder, {**os.environ, **env}
        self._processes = {}
        place = folder / "scheduler.json"
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", place)
        until = time.monotonic() + 240
        while not place.exists():
            assert time.monotonic() < until, "no scheduler"
            time.sleep(0.05)
        self.address = json.loads(place.read_text())["address"]

    def add_worker(self, name: str, *options: str) -> int:
        """Its process number."""
        return self._start(
            "worker", self.address, "--name", name, "--no-nanny", "--nthreads", "1", "--no-dashboard",
            "--local-directory", self._folder / name, *options,
        )  # fmt: skip

    def wait(self, workers: int) -> None:
        """Until so many workers are there."""
        from distributed import Client

        with Client(self.address) as client:
            client.wait_for_workers(workers, timeout=240)

    def call(self, function):
        """What `function(dask_scheduler)` returns on the scheduler."""
        from distributed import Client

        with Client(self.address) as client:
            return client.run_on_scheduler(function)

    def end(self) -> None:
        """End every process."""
        for process in self._processes.values():
            process.kill()
            process.wait()

    def _start(self, kind: str, *options) -> int:
        log = open(self._folder / f"{kind}{len(self._processes)}.log", "wb")  # noqa: SIM115
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{kind}", *map(str, options)], env=self._env, stdout=log,
            stderr=log, stdin=subprocess.DEVNULL, cwd=self._folder,
        )  # fmt: skip
        log.close()
        self._processes[process.pid] = process
        return process.pid


@pytest.fixture(scope="module")
def cluster(package, tmp_path_factory):
    """A cluster of one worker."""
    cluster = Cluster(tmp_path_factory.mktemp("cluster"), package)
    try:
        cluster.add_worker("one")
        cluster.wait(1)
        yield cluster
    finally:
        cluster.end()


@pytest.fixture(scope="module")
def products(simulated):
    """Three small products and one that takes longer."""
    small = [simulated(size=360, time=f"2024071{day}T105031").path for day in range(3)]
    return [simulated(size=1098).path, *small]


def contents(folder: Path) -> dict[str, bytes]:
    """Files of a folder by name; of a STAC item all but its links, which lead from where it lies to the product."""
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    items = {name: json.dumps(json.loads(text) | {"links": []}) for name, text in found.items() if ".stac." in name}
    return {**found, **{name: text.encode() for name, text in items.items()}}


def owner(out: Path, product: Path) -> int | None:
    """Process that is writing the mask of a product."""
    with contextlib.suppress(OSError, ValueError):
        return json.loads((out / f".{product.stem}_cloudmask.part" / "owner.json").read_text())["process"]
    return None


@pytest.mark.slow
@needs_dask
def test_a_worker_killed_in_the_middle_costs_nothing_and_a_restart_makes_what_is_missing(
    products, package, command, tmp_path_factory, tmp_path
):
    plain, out = tmp_path / "plain", tmp_path / "out"
    assert command("mask", *products, "--out", plain, *LONG).code == 0
    cluster = Cluster(tmp_path_factory.mktemp("cluster"), package)
    try:
        workers = {cluster.add_worker("one"), cluster.add_worker("two")}
        cluster.wait(2)
        run = ("mask", *products, "--out", out, "--dask", cluster.address, *LONG)
        process = command.start(*run, env=package)
        while (lost := owner(out, products[0])) is None:
            assert process.poll() is None, process.stdout.read()
            time.sleep(0.01)
        assert lost in workers
        os.kill(lost, signal.SIGKILL)
        events = [json.loads(line) for line in process.stdout]
        assert process.wait() == 0, [event for event in events if event["event"] == "error"]
        assert contents(out) == contents(plain)
        kinds = [event["event"] for event in events]
        assert kinds[0] == "start" and kinds[-1] == "end" and kinds.count("result") == 4 and "error" not in kinds
        assert {event["product"] for event in events if event["event"] == "result"} == set(map(str, products))
        shares = [event["fraction"] for event in events if event["event"] == "progress"]
        assert shares == sorted(shares) and shares[-1] == 1
        assert events[0]["model"] == "ukis_l1c" and events[0]["products"] == 4

        os.remove(out / f"{products[1].stem}_cloudmask.tif")
        again = command(*run, env=package)
        assert again.code == 0 and contents(out) == contents(plain)
        assert sum(bool(event.get("skipped")) for event in again.of("result")) == 3
    finally:
        cluster.end()


@needs_dask
def test_what_fails_is_an_event(cluster, products, package, command, tmp_path):
    done = command(
        "mask", "/nowhere/a.SAFE", products[1], "--out", tmp_path, "--dask", cluster.address, *MASK, env=package
    )
    assert done.code == 1, done.out + done.err
    assert [(event["product"], event["code"]) for event in done.of("error")] == [("/nowhere/a.SAFE", "not-a-product")]
    assert done.of("end")[0] == {"event": "end", "ok": 1, "failed": 1}


@needs_dask
def test_cancelling_leaves_no_task_and_no_file(cluster, products, package, command, tmp_path):
    out = tmp_path / "out"
    process = command.start(
        "mask", products[0], *products[1:], "--out", out, "--dask", cluster.address, *LONG,
        env=package,
    )  # fmt: skip
    while owner(out, products[0]) is None:
        assert process.poll() is None, process.stdout.read()
        time.sleep(0.01)
    process.terminate()
    assert process.wait(240) == 130
    process.stdout.read()
    until = time.monotonic() + 240
    while cluster.call(lambda dask_scheduler: len(dask_scheduler.tasks)) or any(out.glob(".*.part")):
        assert time.monotonic() < until, list(out.iterdir())
        time.sleep(0.1)
    assert not (out / f"{products[0].stem}_cloudmask.tif").exists()


@needs_dask
def test_a_graphics_card_is_asked_for_as_a_resource(cluster, products, package, command, tmp_path):
    asked = ("mask", products[1], "--out", tmp_path, "--dask", cluster.address, "--device", "cuda", *LONG)
    without = command(*asked, env=package)
    assert without.code == 3 and without.of("error")[0]["code"] == "cluster"
    assert "--resources GPU=1" in without.of("error")[0]["message"]
    cluster.add_worker("card", "--resources", "GPU=1")
    cluster.wait(2)
    with_card = command(*asked, env=package)  # it runs there, and says that this network needs no card
    assert [event["code"] for event in with_card.of("error")] == ["bad-settings"], with_card.out
    assert "runs on the CPU only" in with_card.of("error")[0]["message"]


@needs_dask
def test_no_scheduler_is_one_sentence(products, package, command, tmp_path):
    done = command("mask", products[1], "--out", tmp_path, "--dask", "nonsense://nowhere", *MASK, env=package)
    assert done.code == 3 and done.of("error")[0]["code"] == "cluster", done.out + done.err
    assert "No Dask scheduler answers at nonsense://nowhere" in done.of("error")[0]["message"]


def test_without_dask_the_way_to_install_it_is_said(simulated, tmp_path):
    program = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import conftest
sys.modules["distributed"] = None
from s2cloudmask.core import cli
sys.exit(cli.main(sys.argv[1:]))
"""
    asked = ["mask", simulated().path, "--out", tmp_path, "--dask", "tcp://127.0.0.1:1", *MASK]
    done = subprocess.run([sys.executable, "-c", program, *asked], capture_output=True, text=True, check=False)
    (error,) = [event for line in done.stdout.splitlines() if (event := json.loads(line))["event"] == "error"]
    assert done.returncode == 3 and error["code"] == "cluster"
    assert "pip install" in error["message"] and done.stderr == ""


# -- what a lost host leaves on a shared drive ------------------------------------------------------------------------


@pytest.mark.parametrize(("run", "age", "free"), [("r1", 0, True), ("r2", 0, False), ("", 0, False), ("", 3600, True)])
def test_what_another_host_left_is_taken_over_by_the_same_run_or_after_a_while(tmp_path, run, age, free):
    left = tmp_path / ".a.part"
    left.mkdir()
    told = left / "owner.json"
    told.write_text(json.dumps({"host": "elsewhere", "process": 1, "born": "", "run": "r1"}))
    then = time.time() - age
    os.utime(told, (then, then))
    os.utime(left, (then, then))
    token = unfinished.RUN.set(run)
    try:
        if free:
            with unfinished_folder(tmp_path / "a.tif") as folder:
                assert json.loads((folder / "owner.json").read_text())["run"] == run
        else:
            with pytest.raises(EngineError) as refused, unfinished_folder(tmp_path / "a.tif"):
                pass
            assert refused.value.code == "busy" and told.exists()
    finally:
        unfinished.RUN.reset(token)


def test_the_container_file_takes_files_that_are_there_and_the_dask_that_is_tested():
    text = (ROOT / "packaging" / "Containerfile").read_text("utf-8")
    copied = [name for line in re.findall(r"^COPY (.+) \S+$", text, re.MULTILINE) for name in line.split()]
    assert {"core", "setup.py", "metadata.txt", "requirements.txt"} <= set(copied)
    assert all((ROOT / name).exists() for name in copied)
    (pin,) = re.findall(r"distributed==[\d.]+", text)
    assert pin in (ROOT / "requirements-test.txt").read_text("utf-8").splitlines()
