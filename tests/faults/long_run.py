"""Three hundred products in one batch: memory, open files and threads must not grow with the products."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .bad_inputs import FILES
from .measured import MOST_ADDRESSES, Finished, Started, Workplace, problems_of

PRODUCTS = 300
SAMPLES = 9
MOST_GROWTH = 1.15  # of memory, from the first tenth to the last
SECONDS_EACH = 20


@dataclass(frozen=True)
class Sample:
    """What the run held when so many products were done."""

    done: int
    seconds: float
    megabytes: float
    files: int
    threads: int


def long_run(product: Path, root: Path, cache: Path, products: int) -> tuple[Finished, list[Sample], list[str]]:
    """Mask links to `product` under many names in one batch; what it held over time, and what is wrong about that."""
    place = Workplace(root, cache)
    paths = linked_products(product, place, products)
    began = time.monotonic()
    arguments = ["mask", *paths, "--out", place.out, "--resolution", "60", "--progress", "json"]
    started = Started(list(map(str, arguments)), place, addresses=MOST_ADDRESSES)
    samples: list[Sample] = []
    marks = [products * part // (SAMPLES + 1) for part in range(1, SAMPLES + 1)]
    while started.process.poll() is None and len(samples) < len(marks):
        done = sum(1 for name in os.scandir(place.out) if name.name.endswith(".tif")) if place.out.is_dir() else 0
        if done >= marks[len(samples)]:
            samples.append(_sample(started.process.pid, done, time.monotonic() - began))
        time.sleep(0.02)
    finished = started.finish(products * SECONDS_EACH)
    problems = problems_of(finished, codes=frozenset(), status=frozenset({0}))
    problems += wrong_about_masks(finished.left, products) + growth(samples, SAMPLES)
    shutil.rmtree(root)
    return finished, samples, problems


def linked_products(product: Path, place: Workplace, products: int) -> list[Path]:
    """As many products, each of links to the files of one."""
    paths = [place.inputs / f"{product.stem}_{number:03d}.SAFE" for number in range(products)]
    for path in paths:
        shutil.copytree(product, path, copy_function=os.link)
    return paths


def wrong_about_masks(names: Sequence[str], products: int) -> list[str]:
    """What is wrong about the files of the output folder: every product has its four, and there is nothing else."""
    masks = sum(name.endswith("_cloudmask.tif") for name in names)
    wrong = masks != products or len(names) != len(FILES) * products
    return [f"{masks} masks, {len(names)} files"] if wrong else []


def _sample(process: int, done: int, seconds: float) -> Sample:
    folder = Path(f"/proc/{process}")
    status = (folder / "status").read_text()
    value = {name: int(status.partition(f"{name}:")[2].split()[0]) for name in ("VmRSS", "Threads")}
    return Sample(done, seconds, value["VmRSS"] / 1024, len(os.listdir(folder / "fd")), value["Threads"])


def growth(samples: list[Sample], wanted: int) -> list[str]:
    """What grew from the first samples to the last; what is wrong about that."""
    if len(samples) < wanted:
        return [f"only {len(samples)} of {wanted} samples could be taken"]
    problems = []
    if samples[-1].megabytes > samples[0].megabytes * MOST_GROWTH:
        problems.append(f"memory grew from {samples[0].megabytes:.0f} to {samples[-1].megabytes:.0f} MB")
    # Within a product both rise and fall with its bands: what stays is the least of several samples.
    for name in ("files", "threads"):
        early, late = (min(getattr(sample, name) for sample in part) for part in (samples[:4], samples[-4:]))
        if late > early + 2:
            problems.append(f"{name} grew from {early} to {late}")
    return problems
