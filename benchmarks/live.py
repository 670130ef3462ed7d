"""How quick the live mask is: a warm engine asked for views of a full-size product, as the map asks.

    .venv/bin/python benchmarks/live.py PRODUCT [--model NAME] [--minutes 10] [--pause 5] [--whole [MASK]]

Prints one JSON object: seconds to the first and to the last answer, and CPU seconds of the engine to the last, of the
whole tile, of new views of 6 x 6 km at 10 m (median and worst of ten: far away, or half a view beside the one before,
at once and after a pause in which one looks), of a repeated one. On a busy machine the CPU seconds tell: a core gives
one a second. Then memory while panning for some minutes, and how many answers came after a newer request had taken
their place (`stale`, must be 0); with `--whole` how many pixels of ten views the whole run writes otherwise.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import from_bounds

ROOT = Path(__file__).resolve().parents[1]
ENGINE = [sys.executable, str(ROOT / "core" / "__main__.py")]
SIDE = 6000  # metres of a view
SCREEN = 600  # pixels of it


class Warm:
    """The engine, and what an answer took from the moment it was asked for."""

    def __init__(self, product: str, model: str) -> None:
        self._about = {"request": "view", "view": "map", "product": product, "model": model}
        self._number = 0
        self.stale = 0  # answers to an older view after the newest was taken up
        self.process = subprocess.Popen([*ENGINE, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._event()

    def look(self, bounds: Sequence[float], size: int, finest: int = 10) -> tuple[float, float, float, dict]:
        """Seconds to the first and to the last answer, CPU seconds to the last, and the last one."""
        cpu = self.cpu_seconds()
        self.ask(bounds, size, finest)
        began, first, asked = time.perf_counter(), None, False
        while True:
            event = self._event()
            if event["event"] == "where":
                asked = asked or event["id"] == self._number
                continue
            if event.get("id") != self._number:
                self.stale += asked and event["event"] == "answer"
                continue
            if event["event"] != "answer":
                raise SystemExit(event)
            first = first or time.perf_counter() - began
            if event["stage"] == "final":
                return first, time.perf_counter() - began, self.cpu_seconds() - cpu, event

    def cpu_seconds(self) -> float:
        """What the engine has used so far, of all cores."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def ask(self, bounds: Sequence[float], size: int, finest: int = 10) -> None:
        """Ask for a view and do not wait."""
        self._number += 1
        request = {**self._about, "id": self._number, "bounds": list(bounds), "size": [size, size], "finest": finest}
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()

    def memory(self) -> tuple[float, float]:
        """Megabytes of resident memory, now and at most."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        return tuple(int(status.split(f"{name}:")[1].split()[0]) / 1000 for name in ("VmRSS", "VmHWM"))

    def _event(self) -> dict:
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("the engine has ended")
        return json.loads(line)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("product")
    parser.add_argument("--model", default="auto")
    parser.add_argument("--minutes", type=float, default=10, help="how long to pan for the memory")
    parser.add_argument("--pause", type=float, default=5, help="seconds for which one looks before the map moves on")
    parser.add_argument("--whole", nargs="?", const="", metavar="MASK",
                        help="compare ten views with the whole run's mask at 10 m, made here if not given")  # fmt: skip
    args = parser.parse_args(arguments)
    blue = next(iter([*Path(args.product).glob("GRANULE/*/IMG_DATA/*B02.jp2"), *Path(args.product).rglob("*B02*.jp2")]))
    with rasterio.open(blue) as dataset:
        tile = dataset.bounds
    draw = random.Random(1)

    def somewhere() -> tuple[float, float, float, float]:
        left = draw.uniform(tile.left, max(tile.left, tile.right - SIDE))
        bottom = draw.uniform(tile.bottom, max(tile.bottom, tile.top - SIDE))
        return left, bottom, left + SIDE, bottom + SIDE

    began = time.perf_counter()
    warm = Warm(args.product, args.model)
    told = {"load": round(os.getloadavg()[0], 1), "cores": os.cpu_count()}
    warm.look(somewhere(), SCREEN)
    told["cold_start_to_last_answer_s"] = round(time.perf_counter() - began, 2)
    told["whole_tile_s"] = _rounded(warm.look(tile, 1000)[:3])
    told["far_view_s"] = _spread([warm.look(somewhere(), SCREEN)[:3] for _ in range(10)])
    for name, pause in (("pan_by_half_a_view_s", 0.0), ("pan_after_a_pause_s", args.pause)):
        beside = somewhere()
        warm.look(beside, SCREEN)
        path = []
        for _ in range(10):
            step = SIDE / 2 if beside[2] + SIDE / 2 < tile.right else -10 * SIDE
            beside = (beside[0] + step, beside[1], beside[2] + step, beside[3])
            time.sleep(pause)
            path.append(warm.look(beside, SCREEN)[:3])
        told[name] = _spread(path)
    told["again_s"] = _rounded(warm.look(beside, SCREEN)[:3])
    told["memory_mb"] = [round(value) for value in warm.memory()]
    until, course, asked = time.monotonic() + 60 * args.minutes, [], 0
    while time.monotonic() < until:
        for _ in range(draw.randrange(3)):  # views that are superseded before they are answered
            warm.ask(somewhere(), SCREEN)
        warm.look(somewhere(), SCREEN)
        asked += 1
        course.append(round(warm.memory()[0]))
    tenths = [course[at * (len(course) - 1) // 9] for at in range(10)] if course else []
    told["panning"] = {"views": asked, "stale": warm.stale, "memory_mb": tenths, "peak_mb": round(warm.memory()[1])}
    if args.whole is not None:
        told["differ"] = _against_whole(warm, args, somewhere)
    warm.process.stdin.close()
    warm.process.wait()
    print(json.dumps(told))


def _against_whole(warm: Warm, args: argparse.Namespace, somewhere: Callable[[], Sequence[float]]) -> dict:
    """Share of pixels in ten views that are not those of the whole run."""
    with tempfile.TemporaryDirectory() as folder:
        if not args.whole:
            command = [*ENGINE, "mask", args.product, "--out", folder, "--resolution", "10", "--progress", "none"]
            subprocess.run(command if args.model == "auto" else [*command, "--model", args.model], check=True)
        shares = []
        with rasterio.open(args.whole or next(Path(folder).glob("*_cloudmask.tif"))) as mask:
            for _ in range(10):
                with rasterio.open(warm.look(somewhere(), SCREEN)[3]["raster"]) as view:
                    window = from_bounds(*view.bounds, mask.transform).round_offsets().round_lengths()
                    shares.append(float(np.mean(view.read(1) != mask.read(1, window=window))))
    return {"mean": statistics.mean(shares), "worst": max(shares)}


def _rounded(seconds: Sequence[float]) -> list[float]:
    return [round(value, 2) for value in seconds]


def _spread(looks: Sequence[Sequence[float]]) -> dict[str, dict[str, float]]:
    return {
        name: {"median": round(statistics.median(values), 2), "worst": round(max(values), 2)}
        for name, values in zip(("first", "last", "cpu"), zip(*looks, strict=True), strict=True)
    }


if __name__ == "__main__":
    main()
