"""What a run needs before it learns: its sources read once into arrays on the disk, and a list of them, so that the
learning itself may go on elsewhere, where the products are not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import EngineError
from ..events import Reporter
from ..networks.predictor import Predictor
from ..products.grid import product_grid
from ..products.metadata import BAND_IDS
from ..products.product import open_product
from ..products.reader import Reader, to_reflectance
from ..rasters.raster_file import whole_file
from .config import Source, TrainConfig, manifest, refuse_held_out, run_digests
from .labels import NO_LABEL
from .pairs import cutout, pair_labels
from .reference import confidences, open_teacher, raster_labels, sure_labels
from .scene import SCALE, Scene, write_scene

LEAST_SIDE = 48  # px: a scene smaller than this at a resolution is not used there
LIST = "prepared.json"


@dataclass(frozen=True)
class Prepared:
    """scenes: each with its use and its role. pairs: cloudy and clear scene to cut clouds from. digests: SHA-256 of
    all files of the run by their place in the configuration; facts: its manifest."""

    scenes: tuple[tuple[Scene, str, str], ...]
    pairs: tuple[tuple[Scene, Scene], ...]
    digests: dict[str, str]
    facts: list[dict[str, Any]]

    def cut(self) -> np.ndarray | None:
        """The clouds of all pairs, mirrored to one size.

        Returns
        -------
        (m, 14, rows, cols) float16 or None
            As `cutout` gives them; None where there is no pair.
        """
        made = [cutout(*(np.asarray(scene.arrays()[0]) for scene in pair)) for pair in self.pairs]
        if not made:
            return None
        rows, cols = (max(cloud.shape[axis] for cloud in made) for axis in (1, 2))
        return np.stack([_padded(cloud, rows, cols) for cloud in made])


def _padded(cloud: np.ndarray, rows: int, cols: int) -> np.ndarray:
    return np.pad(cloud, ((0, 0), (0, rows - cloud.shape[1]), (0, cols - cloud.shape[2])), "symmetric")


def prepared(config: TrainConfig, out: Path) -> Prepared | None:
    """What `out` holds of this very configuration; None when it has to be made. Nothing but `out` is read."""
    try:
        told = json.loads((out / LIST).read_text("utf-8"))
    except FileNotFoundError:
        return None
    if told["configuration"] != config.sources_text():
        return None

    def scene(entry: Mapping[str, Any]) -> Scene:
        return Scene(out / "scenes" / entry["folder"], entry["resolution"], entry["weight"], entry["simulate"])

    return Prepared(
        tuple((scene(entry), entry["use"], entry["role"]) for entry in told["scenes"]),
        tuple((scene(cloudy), scene(clear)) for cloudy, clear in told["pairs"]),
        told["digests"],
        told["manifest"],
    )


def prepare(config: TrainConfig, data: Path, out: Path, reporter: Reporter, threads: int | None = None) -> Prepared:
    """Write the scenes of a run into `out`/scenes, or find them there, and the list of them.

    data: the folder that paths of the configuration are relative to. EngineError "bad-settings" for a file that is held
    out, or as reading products raises it.
    """
    there = prepared(config, out)
    if there:
        return there
    digests = run_digests(config)
    refuse_held_out(config, data, digests)
    (out / "scenes").mkdir(parents=True, exist_ok=True)
    writer = _Writer(out / "scenes", digests, threads)
    scenes, pairs = [], []
    for number, source in enumerate(config.sources):
        reporter.progress(str(source.file), "read", 0.1 * number / len(config.sources))
        made = writer.write(source, config)
        clear = writer.clear_partner(source, made) if source.clear else made
        for scene, partner in zip(made, clear, strict=True):
            entry = {"folder": scene.folder.name, "resolution": scene.resolution, "simulate": source.simulate}
            entry |= {"weight": source.weight / len(made), "use": source.use, "role": source.role}
            if source.weight:
                scenes.append(entry)
            if source.clear and source.cut:
                pairs.append((entry, entry | {"folder": partner.folder.name}))
    if not any(entry["use"] == "train" for entry in scenes):
        raise EngineError(
            "bad-settings", f"No source to train from is {LEAST_SIDE} px wide at a resolution asked for. Ask for finer."
        )
    listed = {
        "configuration": config.sources_text(),
        "scenes": scenes,
        "pairs": pairs,
        "digests": {path.as_posix(): digest for path, digest in digests.items()},
        "manifest": manifest(config, digests, data),
    }
    with whole_file(str(out / LIST)) as part:
        Path(part).write_text(json.dumps(listed, indent=1, ensure_ascii=False) + "\n", "utf-8")
    found = prepared(config, out)
    if not found:  # what was just written must be taken
        raise EngineError("internal", f"{out} was prepared but is not recognised. Please report it.")
    return found


class _Writer:
    """Writes scenes; the teacher is opened when the first of them asks for it."""

    def __init__(self, folder: Path, digests: Mapping[Path, str], threads: int | None) -> None:
        self._folder, self._digests, self._threads = folder, digests, threads
        self._teacher: Predictor | None = None

    def write(self, source: Source, config: TrainConfig) -> list[Scene]:
        """The scenes of a source, at every resolution that it is used at."""
        said = "clear" if source.labels == "clear" else f"{source.labels}_{source.classes}"
        if source.labels not in ("clear", "teacher", "pair"):
            said = f"{self._digests[Path(source.labels)]}_{source.classes}"
        if source.clear:
            said += f"_{self._digests[Path(source.clear)]}"
        found = []
        for granule in open_product(str(source.file)).granules:
            for resolution in source.resolutions or config.resolutions:
                grid = product_grid(granule, resolution)
                finest = min(band.resolution for band in granule.bands.values())
                if resolution < finest or min(grid.height, grid.width) < LEAST_SIDE:
                    continue
                folder = self._folder / _scene_name(self._digests[source.file], granule.name, said, resolution)
                write_scene(granule, resolution, folder, self._labels(source, granule), clear=source.labels == "clear")
                found.append(Scene(folder, resolution))
        return found

    def clear_partner(self, source: Source, made: list[Scene]) -> list[Scene]:
        """The scenes of the clear date of `source`, each on the grid of the cloudy one."""
        out = []
        (granule,) = open_product(source.clear).granules
        for scene in made:
            folder = self._folder / _scene_name(
                self._digests[Path(source.clear)], granule.name, "clear", scene.resolution
            )
            write_scene(granule, scene.resolution, folder, lambda _, valid: np.zeros(valid.shape, np.uint8), clear=True)
            partner = Scene(folder, scene.resolution)
            shapes = [entry.arrays()[1].shape for entry in (scene, partner)]
            if shapes[0] != shapes[1]:
                raise EngineError("bad-settings", f"{source.clear} is not on the grid of {source.file}. Resample it.")
            out.append(partner)
        return out

    def _labels(self, source: Source, granule: Any) -> Any:
        """A function of a grid and of where there is data, as `write_scene` takes it."""

        def labels(grid: Any, valid: np.ndarray) -> np.ndarray:
            if source.labels == "clear":
                return np.zeros(valid.shape, np.uint8)
            codes = np.full(valid.shape, NO_LABEL, np.uint8)
            if source.labels not in ("pair", "teacher"):
                codes = raster_labels(source.labels, source.classes, grid)
            if source.use == "validation" or not (source.clear or source.labels == "teacher"):
                return codes
            self._teacher = self._teacher or open_teacher(self._threads)
            told = confidences(granule, grid, self._teacher)
            rest = sure_labels(told) if source.labels == "teacher" else pair_labels(
                _reflectance(granule, grid), _reflectance(source.clear, grid), told
            )  # fmt: skip
            return np.where(codes == NO_LABEL, rest, codes)

        return labels


def _reflectance(product: Any, grid: Any) -> np.ndarray:
    """Thirteen bands (13, rows, cols) uint16 x 10000 of a granule, or of the one at a path, at a grid's resolution."""
    if isinstance(product, str):
        (product,) = open_product(product).granules
    grid = product_grid(product, grid.resolution)
    with Reader(product, list(BAND_IDS), grid) as reader:
        numbers, valid = reader.read_valid(grid.window)
        values = np.clip(np.rint(to_reflectance(numbers, reader.bands) * SCALE), 0, 65535)
    return np.where(valid, values, 0).astype(np.uint16)


def _scene_name(digest: str, granule: str, labels: str, resolution: int) -> str:
    return hashlib.sha256(f"{digest}/{granule}/{labels}".encode()).hexdigest()[:16] + f"_{resolution}m"
