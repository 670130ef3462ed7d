"""Real images of Level-1C: the one with clouds that lies in this repository, and more where ../shared is."""

from pathlib import Path

import pytest

REAL_CHIP = Path(__file__).resolve().parents[1] / "data" / "real_clouds" / "ROIs1158_spring_39_p838.tif"
REAL_LABELS = REAL_CHIP.with_name(REAL_CHIP.stem + "_labels.tif")
SHARED_CHIPS = sorted((Path(__file__).resolve().parents[2].parent / "shared" / "data" / "chips").glob("*.tif"))

every_chip = pytest.mark.parametrize(
    "chip",
    [REAL_CHIP, *(pytest.param(path, marks=pytest.mark.slow) for path in SHARED_CHIPS)],
    ids=lambda path: path.stem,
)
