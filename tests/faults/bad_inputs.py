"""At least sixty bad inputs, each run by the command as a user would, and the judgement of how it ended."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import rasterio

from .bad_bands import bad_bands
from .bad_containers import bad_containers
from .bad_metadata import bad_metadata
from .bad_weights import bad_weights
from .measured import Finished, Watched, Workplace, listing, problems_of, run
from .samples import MASK, OUTSIDE, BadInput, Samples

FILES = ("_cloudmask.json", "_cloudmask.qml", "_cloudmask.stac.json", "_cloudmask.tif", "_cloudmask.tif.aux.xml")


def bad_inputs() -> Iterator[BadInput]:
    """All of them, in groups."""
    yield from bad_metadata()
    yield from bad_bands()
    yield from bad_containers()
    yield from bad_weights()


@dataclass(frozen=True)
class Row:
    """A line of the table: what was done, what happened, and what was wrong about that (nothing, one hopes)."""

    group: str
    name: str
    happened: str
    status: int
    seconds: float
    megabytes: float
    left: str
    problems: tuple[str, ...]


def try_bad_input(case: BadInput, samples: Samples, root: Path, cache: Path) -> Row:
    """Make one bad input, run the command on it, judge the end, and remove it."""
    place = Workplace(root, cache)
    secrets = [path for path in (samples.secret, samples.folder / "secret.txt") if path.exists()]
    arguments = [str(word) for word in case.make(samples, place.inputs)]
    before = listing(place.inputs)
    watched = Watched(secrets)
    options = ["--out", str(place.out), "--resolution", "60", "--progress", "json"]
    finished = run([case.command, *options, *arguments], place)
    problems = problems_of(finished, codes=case.codes - {MASK}, status=_status(case))
    problems += [f"read {path}" for path in watched.opened()]
    watched.close()
    if samples.executed.exists():
        problems.append("executed a program")
        samples.executed.rmdir()
    if OUTSIDE in finished.out + finished.err:
        problems.append("told what a file outside the product holds")
    if listing(place.inputs) != before:
        problems.append("changed its input")
    problems += _wrong_about_files(case, finished, place)
    row = Row(
        case.group, case.name, _happened(finished), finished.status, finished.seconds, finished.megabytes,
        left_in_words(finished.left), tuple(problems),
    )  # fmt: skip
    for path in place.inputs.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(root)
    return row


def left_in_words(names: tuple[str, ...]) -> str:
    """What a run left, for the table."""
    if not names:
        return "nothing"
    if any(name.startswith(".") for name in names):
        return "its hidden folder of unfinished files"
    return "the mask" if any(name.endswith("_cloudmask.tif") for name in names) else " ".join(names)


def _status(case: BadInput) -> frozenset[int]:
    return frozenset({0} if case.codes == {MASK} else {0, 1} if MASK in case.codes else {1, 3})


def _wrong_about_files(case: BadInput, finished: Finished, place: Workplace) -> list[str]:
    left = list(finished.left)
    if finished.status != 0:
        return [f"left {left}"] if left or finished.of("result") or not finished.of("error") else []
    stems = {name[: -len(end)] for name in left for end in FILES if name.endswith(end)}
    if len(left) != len(FILES) or len(stems) != 1:
        return [f"left {left}"]
    if not case.check:
        return []
    with rasterio.open(place.out / f"{stems.pop()}_cloudmask.tif") as dataset:
        wrong = case.check(dataset.read(1))
    return [wrong] if wrong else []


def _happened(finished: Finished) -> str:
    errors = finished.of("error")
    if errors:
        return f"`{errors[0]['code']}`"
    return "a mask" if finished.of("result") else "nothing was said"
