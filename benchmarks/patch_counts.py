"""Count our patches beside those of CloudS2Mask's grid, on random swath shapes.

    python benchmarks/patch_counts.py [--shapes 50]

Its grid (CloudS2Mask 1.1.3, patch_generator.py): rows a fixed step apart, every other row moved by half a patch,
patches without data left out, those at an edge moved inwards over the data, equal ones taken once.
"""

from __future__ import annotations

import argparse

import numpy as np

from s2cloudmask.core.masking.mask_granule import MaskSettings
from s2cloudmask.core.masking.patches import PatchPlan, plan_patches
from s2cloudmask.core.networks.catalog import find_model

SIDE = 5490  # pixels of a product at 20 m
PATCH, OVERLAP = 512, 128
CELL = 30  # pixels of the cheap read that a plan is made from (60 m bands: 3 pixels at 20 m; wider here, against us)


def swath(seed: int, side: int = SIDE) -> np.ndarray:
    """(side, side) bool: where a product holds data, between one or two slanted edges as orbits leave them."""
    rng = np.random.default_rng(seed)
    rows, cols = np.ogrid[:side, :side]
    valid = np.ones((side, side), bool)
    for way in (1, -1)[: rng.integers(1, 3)]:
        through = rng.uniform(-0.1, 0.5) if way > 0 else rng.uniform(0.6, 1.1)
        valid &= way * (cols - through * side - rng.uniform(-0.3, 0.3) * (rows - side / 2)) > 0
    return valid


def plan_of(valid: np.ndarray, patch: int, overlap: int, least: int | None = None, multiple: int = 1) -> PatchPlan:
    """Our patches."""
    side = valid.shape[0] // CELL * CELL
    cells = valid[:side, :side].reshape(side // CELL, CELL, side // CELL, CELL).any(axis=(1, 3))
    return plan_patches(cells, (side, side), patch, overlap, least, multiple)


def counted_by_clouds2mask(valid: np.ndarray, patch: int, overlap: int) -> int:
    """Patches of CloudS2Mask's grid that hold data."""
    side, step = valid.shape[0], patch - overlap
    found = set()
    for number, top in enumerate(range(0, side, step)):
        lefts = list(range(0, side, step))
        if number % 2:
            lefts = [max(0, left - step // 2) for left in lefts]
            if lefts[-1] + patch < side:
                lefts.append(side - patch)
        for left in lefts:
            row, col = min(top, side - patch), min(left, side - patch)
            part = valid[row : row + patch, col : col + patch]
            if part.any():
                found.add((row + _inwards(part.any(1), row, side), col + _inwards(part.any(0), col, side)))
    return len(found)


def _inwards(filled: np.ndarray, start: int, side: int) -> int:
    """How far a patch moves along one axis so that it does not begin, or end, with pixels of no data."""
    if filled[0] and not filled[-1]:
        return -min(int(filled[::-1].argmax()), start)
    if filled[-1] and not filled[0]:
        return min(int(filled.argmax()), side - start - filled.size)
    return 0


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shapes", type=int, default=50)
    shapes = [swath(seed) for seed in range(parser.parse_args().shapes)]
    theirs = np.array([counted_by_clouds2mask(shape, PATCH, OVERLAP) for shape in shapes])
    ours = np.array([plan_of(shape, PATCH, OVERLAP).count for shape in shapes])
    model = find_model("unetmobv2_s2cm")
    default = MaskSettings().checked_for(model)
    fitted = [
        plan_of(shape, default.patch, default.overlap, default.least_patch(model), model.multiple) for shape in shapes
    ]
    predicted = sum(len(row.lefts) * row.height * row.width for plan in fitted for row in plan.rows)
    pixels = predicted / (theirs * PATCH**2).sum()
    saving = 1 - ours / theirs
    print(
        f"{len(shapes)} swaths, patches of {PATCH} px with {OVERLAP} px in common: {ours.sum()} of ours, "
        f"{theirs.sum()} of CloudS2Mask's; never more: {bool((ours <= theirs).all())}; mean saving {saving.mean():.1%} "
        f"(least {saving.min():.1%}, most {saving.max():.1%})."
    )
    print(
        f"By default, up to {default.patch} px with {default.overlap} px in common: {1 - pixels:.1%} fewer pixels "
        "predicted."
    )


if __name__ == "__main__":
    main()
