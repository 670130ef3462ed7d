"""Measure the whole command, from start to finished mask, and write benchmarks/RESULTS.md.

    python benchmarks/benchmark.py [--only PART ...] [--product SAFE] [--weights FILE] [--out RESULTS.md]

Parts: `single` (20 and 10 m in each precision this CPU computes in), `peers` (CloudS2Mask and OmniCloudMask on the
same product in the same run: ratios), `start` (start-up), `empty` (a product three quarters no-data), `batch` (reading
ahead, and the memory of many products). Products are simulated, once, under build/benchmark. Without `--weights` the
network has random ones: the time is the same, the mask means nothing. `make benchmark` runs all; the machine should do
nothing else.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import measure
import peers

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "benchmark"
COMMAND = [sys.executable, str(ROOT / "core" / "__main__.py")]
FULL, HALF, SMALL, LITTLE = 10980, 5490, 1098, 1830  # pixels of 10 m a side
BATCH, MANY = 4, 20


@dataclass(frozen=True)
class Bench:
    """What all parts share: the full-size product, the network, where masks go."""

    product: Path
    weights: Path
    out: Path

    def mask(self, *products: Path, resolution: int = 20, precision: str = "float32") -> tuple[measure.Run, list[dict]]:
        """Mask products by the command; what it took, and its results."""
        run = measure.measure(
            [*COMMAND, "mask", *products, "--out", self.out, "--resolution", str(resolution), "--overwrite",
             "--precision", precision, "--model", self.weights, "--progress", "json"]
        )  # fmt: skip
        events = [json.loads(line) for line in run.output.splitlines() if line.startswith("{")]
        return run, [event for event in events if event["event"] == "result"]


def single(bench: Bench) -> list[str]:
    """Seconds, memory, patches and stages at 20 and 10 m."""
    bench.mask(simulated("small", SMALL))  # converts the network once
    lines = [
        "| resolution | precision | seconds | CPU seconds | cores busy | peak GB | patches | waiting for patches | "
        "for the network | blending | writing |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for resolution in (20, 10):
        for precision in precisions():
            run, (result,) = bench.mask(bench.product, resolution=resolution, precision=precision)
            stages = result["stages"]
            shown = [f"{stages.get(name, 0):.1f}" for name in ("read", "predict", "blend", "write")]
            lines.append(
                f"| {resolution} m | {precision} | {run.seconds:.1f} | {run.cpu_seconds:.1f} | "
                f"{run.cpu_seconds / run.seconds / measure.cores():.0%} | {run.peak / measure.GIGABYTE:.2f} | "
                f"{result['patches']} | {' | '.join(shown)} |"
            )
    return [*lines, "", "Stages: seconds in which the command waited for that; reading and predicting go side by side."]


def against_peers(bench: Bench) -> list[str]:
    """Ratios of one run, ours first and last so that a drift of the machine shows."""
    python = peers.environment(BUILD)
    lines = [
        "| resolution | what | seconds | peak GB | times as slow | times the memory |",
        "|---|---|---|---|---|---|",
    ]
    for resolution, others in ((20, ("clouds2mask", "omnicloudmask")), (10, ("clouds2mask",))):
        ours = [bench.mask(bench.product, resolution=resolution)[0]]
        theirs = {}
        for name in others:
            with tempfile.TemporaryDirectory(dir=BUILD) as out:
                theirs[name] = measure.measure(
                    peers.command(name, bench.product, Path(out), resolution, bench.weights), python
                )
        ours.append(bench.mask(bench.product, resolution=resolution)[0])
        seconds = sum(run.seconds for run in ours) / len(ours)
        peak = max(run.peak for run in ours)
        spread = " and ".join(f"{run.seconds:.1f}" for run in ours)
        lines.append(f"| {resolution} m | this, float32 | {spread} | {peak / measure.GIGABYTE:.2f} | 1 | 1 |")
        for name, run in theirs.items():
            lines.append(
                f"| {resolution} m | {peers.TITLES[name]} | {run.seconds:.1f} | {run.peak / measure.GIGABYTE:.2f} | "
                f"{run.seconds / seconds:.2f} | {run.peak / peak:.1f} |"
            )
    return [*lines, "", peers.HOW]


def start(bench: Bench) -> list[str]:
    """Start-up: the medians of five."""
    small = simulated("small", SMALL)
    helped = sorted(measure.measure([*COMMAND, "--help"]).seconds for _ in range(5))[2]
    masked = sorted(bench.mask(small)[0].seconds for _ in range(5))[2]
    return [
        f"- `s2cloudmask --help`: {helped:.2f} s.",
        f"- A product of {SMALL} x {SMALL} px at 20 m, all in all: {masked:.2f} s.",
    ]


def empty(bench: Bench) -> list[str]:
    """Cost follows the valid area: three pairs."""
    quarter = simulated("quarter", FULL, "--valid-share", "0.25")
    runs = [[bench.mask(product)[0].seconds for product in (quarter, bench.product)] for _ in range(3)]
    shares = ", ".join(f"{little / whole:.1%}" for little, whole in runs)
    return [f"- {FULL} x {FULL} px, three quarters no data: {shares} of the time of the one above, in three pairs."]


def batch(bench: Bench) -> list[str]:
    """Throughput of several products in one run against single runs, and the memory of many."""
    lines = []
    few = [simulated(f"batch{number}", HALF, "--time", f"202407{number + 10}T105031") for number in range(BATCH)]
    many = [simulated(f"many{number}", LITTLE, "--time", f"202408{number + 10}T105031") for number in range(MANY)]
    for size, products in ((HALF, few), (LITTLE, many[:BATCH])):
        alone = [bench.mask(product)[0] for product in products]
        together = bench.mask(*products)[0]
        ratio = sum(run.seconds for run in alone) / together.seconds
        busy = sum(run.cpu_seconds for run in alone) / sum(run.seconds for run in alone) / measure.cores()
        lines.append(
            f"- {BATCH} products of {size} x {size} px in one run: {ratio:.2f} times the throughput of single runs, "
            f"which kept {busy:.0%} of all cores busy."
        )
    one, all_ = bench.mask(many[0])[0].peak, bench.mask(*many)[0].peak
    lines.append(
        f"- Peak memory of {MANY} products of {LITTLE} x {LITTLE} px in one run: {all_ / one:.0%} of that of one "
        f"({one / 1e6:.0f} MB)."
    )
    return lines


PARTS: dict[str, tuple[str, Callable[[Bench], list[str]]]] = {
    "single": ("One full-size product", single),
    "peers": ("Beside others", against_peers),
    "start": ("Start-up", start),
    "empty": ("No data", empty),
    "batch": ("Batches", batch),
}


def precisions() -> list[str]:
    """float32, and bfloat16 where the CPU computes in it."""
    import openvino

    native = "BF16" in openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    return ["float32", "bfloat16"] if native else ["float32"]


def simulated(name: str, size: int, *options: str) -> Path:
    """A simulated product, made once."""
    folder = BUILD / f"{name}{size}"
    if not list(folder.glob("*.SAFE")):
        print(f"Simulating {folder.name}", flush=True)
        measure.measure([*COMMAND, "simulate", folder, "--size", str(size), "--seed", "1", *options])
    return next(folder.glob("*.SAFE"))


def random_weights() -> Path:
    """A UNetMobV2 of random weights, as safetensors."""
    path = BUILD / "unetmobv2_random.safetensors"
    if not path.exists():
        import torch
        from safetensors.torch import save_file

        from s2cloudmask.core.networks.unetmobv2 import build_unetmobv2

        torch.manual_seed(0)
        BUILD.mkdir(parents=True, exist_ok=True)
        save_file(build_unetmobv2().state_dict(), path)
    return path


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--product", type=Path, help="a full-size product (default: a simulated one)")
    parser.add_argument("--weights", type=Path, help="weights of UNetMobV2 (default: random ones)")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "RESULTS.md")
    args = parser.parse_args(arguments)
    machine = measure.machine()
    product = args.product or simulated("full", FULL)
    size = sum(file.stat().st_size for file in product.rglob("*.jp2")) / 1e6
    text = [
        "# Results",
        "",
        f"By `make benchmark` on {date.today()}: {machine}. The full-size product is simulated: {FULL} x {FULL} px, 13 "
        f"bands, {size:.0f} MB of JPEG 2000, no data along the swath edge. Whole commands, from start to mask; "
        "peak memory of all their processes. What counts are the ratios: other machines differ.",
    ]
    with tempfile.TemporaryDirectory(prefix="masks") as out:
        bench = Bench(product, args.weights or random_weights(), Path(out))
        for part in args.only:
            title, run = PARTS[part]
            text += ["", f"## {title}", "", *run(bench)]
            print("\n".join(text[-6:]), flush=True)
    args.out.write_text("\n".join(text) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
