"""How far the confidence of our own UNetMobV2, alone and joined with UKIS, can be believed.

    python benchmarks/calibration.py [NETWORK] [--data ../shared/data] [--out build/calibration] [--resolution 10]

Fits a temperature for each class on the scenes that chose the state, and tries it on those never trained on (the
scenes of evaluate_own.py, Level-1C); and the same, but at least 1: labels that lie only where a rule is sure flatter,
so they cannot say that a network is too modest. Writes `calibration.md`: negative log likelihood and expected
calibration error before and after, and the share of wrong pixels that the most uncertain 5 % of tiles hold; and a
reliability diagram, `reliability_s2cm.png`. Each scene gives as many pixels at most, drawn with a fixed seed.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import rasterio
from evaluate_own import Judged, scenes

from s2cloudmask.core.accuracy.tile_scores import score_tiles
from s2cloudmask.core.classes import CONFIDENCE_SCALE, NO_DATA
from s2cloudmask.core.masking import rows
from s2cloudmask.core.masking.mask_granule import mask_granule
from s2cloudmask.core.masking.settings import MaskSettings
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.networks.composite import joined_model
from s2cloudmask.core.networks.ensemble import open_network
from s2cloudmask.core.networks.temperature import tempered
from s2cloudmask.core.system import gdal_settings
from s2cloudmask.core.training.labels import CLOUD

FORMS = ("own", "joined")
VALIDATION, NEVER = "validation", "never trained on"
MOST = 20_000  # pixels of a scene
TRIED = np.geomspace(0.25, 8, 121)  # temperatures
BINS = 15
TINY = 1e-7  # the least probability that a loss counts
TILES = 0.05
GROUPED = np.array([0, 1, 1, 2, 1], np.uint8)  # clear, cloud of any kind, shadow


def main() -> None:
    """Measure, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("network", nargs="?", default="UNetMobV2_s2cm", help="name or file")
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--out", type=Path, default=Path("build/calibration"))
    parser.add_argument("--resolution", type=int, default=10, choices=[10, 20])
    args = parser.parse_args()
    gdal_settings.prepare()
    args.out.mkdir(parents=True, exist_ok=True)
    members = [find_model(args.network), find_model("ukis_l1c")]
    predictor = open_network(joined_model({"name": "joined", "title": "joined", "network": "joined"}, members))
    random = np.random.default_rng(21)
    drawn: dict[tuple[str, str], list[tuple[np.ndarray, np.ndarray]]] = {}
    whole: dict[str, dict[str, tuple[Path, np.ndarray]]] = {form: {} for form in FORMS}
    for scene in scenes(args.data, args.out, [args.resolution]):
        labels = scene.labels[args.resolution]
        group = VALIDATION if scene.kind == VALIDATION else NEVER
        for form, probabilities in probabilities_of(scene, predictor, args.out, args.resolution).items():
            if form == "joined" and scene.kind.endswith("UKIS"):
                continue  # the truth there is what the joined form takes from UKIS
            known = np.flatnonzero((labels <= CLOUD).ravel() & (probabilities.sum(axis=0) > 0.5).ravel())
            taken = random.choice(known, min(MOST, known.size), replace=False)
            flat = probabilities.reshape(4, -1)[:, taken], labels.ravel()[taken]
            drawn.setdefault((form, group), []).append(flat)
            if group == NEVER:
                path = args.out / f"{form}_{len(whole[form])}.npy"
                np.save(path, probabilities)
                whole[form][scene.title] = path, labels
        print(scene.title, flush=True)
    lines, curves = [], {}
    for form in FORMS:
        sets = {
            group: (
                np.concatenate([p for p, _ in drawn[form, group]], 1),
                np.concatenate([c for _, c in drawn[form, group]]),
            )
            for group in (VALIDATION, NEVER)
        }
        temperatures = {"none": np.ones(4), "fitted": fitted(*sets[VALIDATION])}
        temperatures["at least 1"] = np.maximum(temperatures["fitted"], 1)
        temperature = temperatures["at least 1"]
        lines += [f"## {form}", ""]
        for name, one in {**temperatures, "what those never trained on would ask for": fitted(*sets[NEVER])}.items():
            lines += [f"{name}: [{', '.join(f'{value:.2f}' for value in one)}]", ""]
        lines += ["| scenes | temperature | wrong | mean confidence | NLL | ECE |", "|---|---|---|---|---|---|"]
        for group, (probabilities, codes) in sets.items():
            for name, one in temperatures.items():
                shown = warmed(probabilities, one)
                sure, right = told(shown, codes)
                curves[form, group, name] = reliability(sure, right)
                lines.append(
                    f"| {group} | {name} | {1 - right.mean():.4f} | {sure.mean():.4f} | "
                    f"{losses(shown, codes).mean():.4f} | {expected_error(curves[form, group, name]):.4f} |"
                )
        lines += ["", *tile_lines(whole[form], temperature, args.out), ""]
    (args.out / "calibration.md").write_text("\n".join(lines), "utf-8")
    draw(curves, args.out / "reliability_s2cm.png")
    print("\n".join(lines))


def probabilities_of(scene: Judged, predictor, folder: Path, resolution: int) -> dict[str, np.ndarray]:
    """Probabilities (4, rows, cols) float32 of the own network alone and joined, as the mask is made of them; 0 where
    there are none."""
    shape = scene.labels[resolution].shape
    made = {form: np.zeros((4, *shape), np.float32) for form in FORMS}
    tell = rows.told

    def noted(probabilities, top, left, second):
        together, unseen = tell(probabilities, top, left, second)
        at = np.s_[:, top : top + together.shape[1], left : left + together.shape[2]]
        made["own"][at], made["joined"][at] = probabilities, np.where(unseen, 0, together)
        return together, unseen

    target = folder / "mask.tif"
    rows.told = noted
    try:
        mask_granule(scene.granule, target, predictor, MaskSettings(resolution=resolution, overwrite=True))
    finally:
        rows.told = tell
    with rasterio.open(target) as file:
        valid = file.read(1) != NO_DATA
    return {form: np.where(valid, probabilities, 0) for form, probabilities in made.items()}


def warmed(probabilities: np.ndarray, temperature: np.ndarray) -> np.ndarray:
    """As `tempered`, of pixels (4, n) or (4, rows, cols)."""
    return tempered(probabilities, probabilities.argmax(axis=0), temperature)


def losses(probabilities: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """Negative log likelihood of each pixel; of "cloud" that of thick or thin."""
    of = np.concatenate([probabilities, probabilities[1:3].sum(axis=0, keepdims=True)])
    return -np.log(np.maximum(np.take_along_axis(of, codes[None].astype(np.intp), axis=0)[0], TINY))


def fitted(probabilities: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """The temperature of each class that makes the loss least where that class is the likeliest; 1 without pixels."""
    classes = probabilities.argmax(axis=0)
    out = np.ones(4)
    for value in range(4):
        of = classes == value
        if of.any():
            tried = [losses(warmed(probabilities[:, of], np.full(4, one)), codes[of]).mean() for one in TRIED]
            out[value] = TRIED[int(np.argmin(tried))]
    return out


def told(probabilities: np.ndarray, codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How sure the likeliest class is, and whether it is right: as cloud of any kind where the label says no more."""
    classes = probabilities.argmax(axis=0)
    sure, cloud = probabilities.max(axis=0), probabilities[1] + probabilities[2]
    grouped = codes == CLOUD
    right = np.where(grouped, GROUPED[classes] == 1, classes == codes)
    return np.where(grouped & (GROUPED[classes] == 1), cloud, sure), right


def reliability(sure: np.ndarray, right: np.ndarray) -> np.ndarray:
    """(bins, 3): pixels, mean confidence, share right."""
    at = np.minimum((sure * BINS).astype(int), BINS - 1)
    count = np.bincount(at, minlength=BINS)
    means = [np.bincount(at, weights, BINS) / np.maximum(count, 1) for weights in (sure, right)]
    return np.stack([count, *means], axis=1)


def expected_error(table: np.ndarray) -> float:
    """Expected calibration error (Guo et al. 2017): mean of |confidence - share right|, weighted by pixels."""
    return float((table[:, 0] * np.abs(table[:, 1] - table[:, 2])).sum() / table[:, 0].sum())


def tile_lines(made: dict[str, tuple[Path, np.ndarray]], temperature: np.ndarray, folder: Path) -> list[str]:
    """A row a scene: share of its wrong pixels in the most uncertain 5 % of its tiles; all tiles ranked together last.

    "best" is what the 5 % of tiles with the most wrong pixels hold: no order can do better. "pixels" is what the most
    uncertain 5 % of the labelled pixels hold.
    """
    lines = ["| scene | wrong pixels | none | at least 1 | best | pixels |", "|---|---|---|---|---|---|"]
    pooled: list[list[tuple[float, int]]] = [[], []]
    for title, (path, labels) in made.items():
        probabilities = np.load(path)
        classes = probabilities.argmax(axis=0)
        known = (labels <= CLOUD) & (probabilities.sum(axis=0) > 0.5)
        wrong = known & (GROUPED[classes] != GROUPED[np.minimum(labels, 4)])
        shares = []
        for number, shown in enumerate((probabilities, warmed(probabilities, temperature))):
            tiles = ranked(shown, wrong, folder)
            pooled[number] += tiles
            shares.append(held(tiles))
        lines.append(
            f"| {title} | {wrong.sum()} | {shares[0][0]:.2f} | {shares[1][0]:.2f} | "
            f"{shares[0][1]:.2f} | "
            f"{of_pixels(probabilities[:, known], wrong[known]):.2f} |"
        )
    (none, best), (after, _) = held(pooled[0]), held(pooled[1])
    lines.append(
        f"| **all tiles together** | {sum(n for _, n in pooled[0])} | {none:.2f} | {after:.2f} | {best:.2f} | |"
    )
    return lines


def ranked(probabilities: np.ndarray, wrong: np.ndarray, folder: Path) -> list[tuple[float, int]]:
    """Score, and wrong pixels, of each tile, as the review dock takes its tiles."""
    valid = probabilities.sum(axis=0) > 0.5
    confidence = np.where(valid, np.rint(probabilities * CONFIDENCE_SCALE), NO_DATA).astype(np.uint8)
    paths = []
    for name, planes in (("tiles_mask", confidence.argmax(axis=0)[None].astype(np.uint8)), ("tiles", confidence)):
        paths.append(str(folder / f"{name}.tif"))
        with rasterio.open(paths[-1], "w", driver="GTiff", width=planes.shape[2], height=planes.shape[1],
                           count=len(planes), dtype="uint8",
                           transform=rasterio.transform.from_origin(0, 0, 10, 10)) as file:  # fmt: skip
            file.write(planes)
    scores = score_tiles(paths[0], confidence=paths[1])
    side = scores.side
    return [
        (tile.score, int(wrong[tile.row * side : (tile.row + 1) * side, tile.column * side :][:, :side].sum()))
        for tile in scores.tiles
    ]


def held(tiles: list[tuple[float, int]]) -> tuple[float, float]:
    """Share of the wrong pixels in the 5 % of tiles with the highest score, and in the 5 % that hold the most."""
    taken, total = math.ceil(len(tiles) * TILES), max(sum(wrong for _, wrong in tiles), 1)
    first = sorted(tiles, key=lambda tile: -tile[0])[:taken]
    best = sorted(tiles, key=lambda tile: -tile[1])[:taken]
    return sum(wrong for _, wrong in first) / total, sum(wrong for _, wrong in best) / total


def of_pixels(probabilities: np.ndarray, wrong: np.ndarray) -> float:
    """Share of the wrong pixels (n,) in the 5 % with the least confidence."""
    first = np.argsort(probabilities.max(axis=0))[: math.ceil(wrong.size * TILES)]
    return float(wrong[first].sum() / max(wrong.sum(), 1))


def draw(curves: dict[tuple[str, str, str], np.ndarray], path: Path) -> None:
    """The reliability diagram: a panel for each form, bins with at least 200 pixels."""
    figure, panels = plt.subplots(1, len(FORMS), figsize=(9.5, 4.6), sharey=True, layout="constrained")
    for panel, form in zip(panels, FORMS, strict=True):
        panel.plot([0.25, 1], [0.25, 1], color="0.6", linewidth=1, label="confidence as it should be")
        for group, colour in ((VALIDATION, "#1f6fb2"), (NEVER, "#c8501e")):
            for name, style in (("none", "-"), ("at least 1", "--")):
                table = curves[form, group, name]
                table = table[table[:, 0] >= 200]
                text = f"{group}, {'as it is' if name == 'none' else 'with temperature'}"
                panel.plot(table[:, 1], table[:, 2], style, marker="o", markersize=4, color=colour, label=text)
        panel.set(title=f"{form}, Level-1C", xlabel="confidence", xlim=(0.25, 1.01), ylim=(0, 1.02))
        panel.grid(alpha=0.3)
    panels[0].set_ylabel("share of pixels that are right")
    panels[-1].legend(loc="lower right", fontsize=8, frameon=False)
    figure.savefig(path, dpi=110)


if __name__ == "__main__":
    main()
