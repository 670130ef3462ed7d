"""What a training run is made of: its TOML, checked; the files it takes, and those that it must never see."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ..errors import EngineError
from ..products.grid import RESOLUTIONS
from ..rasters.class_maps import preset_names
from ..system.files import file_sha256, read_toml

SMALLEST, LARGEST = 64, 1024  # px of a crop
SAID = "clear", "teacher", "pair"  # labels that are no file
_FILES = "file", "labels", "classes", "clear"


@dataclass(frozen=True)
class Source:
    """A product or stack to learn from.

    labels: "clear" (all of it is), "teacher" (the embedded 30 m network's), "pair" (by rule from the clear image), or a
    raster of `classes`, a class map. clear: an image of the same place and grid without clouds, which says what a
    raster leaves open, and of which clouds are cut to be laid elsewhere if `cut` is not 0. simulate: share of crops
    that get clouds, simulated or cut. use: "train", or "validation" to choose the state by.
    role: what it stands for ("snow", "city"). licence: of the file, for the manifest.
    """

    file: Path
    labels: str
    classes: str = "ours"
    clear: str = ""
    cut: int = 1
    simulate: float = 0.0
    weight: float = 1.0
    use: str = "train"
    resolutions: tuple[int, ...] = ()
    role: str = ""
    licence: str = ""


@dataclass(frozen=True)
class TrainConfig:
    """A run: how much is learned from what. Lengths in pixels; `held_out`: names, paths or "sha256:..." of files."""

    sources: tuple[Source, ...]
    held_out: tuple[str, ...] = ()
    name: str = "unetmobv2"
    start: str = ""
    steps: int = 20000
    batch: int = 8
    crop: int = 256
    resolutions: tuple[int, ...] = (10, 20, 30, 60)
    learning_rate: float = 0.002
    average: float = 0.999
    seed: int = 0
    validate_every: int = 500

    def sources_text(self) -> str:
        """Text that two runs share when they read the same sources in the same way; files by their names."""
        told = []
        for source in self.sources:
            entry = {key: Path(value).name if key in _FILES else value for key, value in asdict(source).items()}
            told.append(sorted(entry.items()))
        return hashlib.sha256(repr((told, self.resolutions, self.held_out)).encode()).hexdigest()

    def fingerprint(self, digests: Mapping[str, str]) -> str:
        """Text that two runs share when one can go on where the other ended: settings and data, not the paths."""
        facts = {key: value for key, value in asdict(self).items() if key != "sources"}
        facts["sources"] = self.sources_text(), sorted(digests.values())
        return hashlib.sha256(repr(sorted(facts.items())).encode()).hexdigest()


def read_config(path: Path, *, files: bool = True, **changes: Any) -> TrainConfig:
    """The run that a TOML describes; paths in it are relative to it. `changes`: options given beside it, None is none.

    files: False where a run was prepared elsewhere and its files need not be there. EngineError "bad-settings" for
    anything that cannot be.
    """
    table = read_toml(path)
    entries = table.pop("source", [])

    def require(holds: bool, what: str) -> None:
        if not holds:
            raise EngineError("bad-settings", f"{path}: {what}. Correct it.")

    def typed(kind: type, values: dict, required: tuple[str, ...]) -> dict:
        known = {field.name: field for field in fields(kind)}
        unknown = sorted(set(values) - set(known) | {name for name in values if name == "sources"})
        require(not unknown, f"unknown key {', '.join(unknown)}")
        require(all(name in values for name in required), f"each source needs {' and '.join(required)}")
        out = {}
        for name, value in values.items():
            wanted = str(known[name].type)
            if wanted.startswith("tuple"):
                inner = int if "int" in wanted else str
                require(isinstance(value, list) and all(type(item) is inner for item in value), f"{name} is a list")
                out[name] = tuple(value)
            else:
                numeric = wanted in ("int", "float")
                right = (int, float) if wanted == "float" else int if wanted == "int" else str
                require(isinstance(value, right) and not isinstance(value, bool), f"{name} must be of type {wanted}")
                require(not numeric or value >= 0, f"{name} must not be negative")
                out[name] = value
        return out

    require(isinstance(entries, list) and bool(entries), "there is no [[source]]")
    sources = []
    for entry in entries:
        require(isinstance(entry, dict), "write sources as [[source]]")
        values = typed(Source, entry, ("file", "labels"))
        source = Source(**{**values, "file": (path.parent / values["file"]).resolve()})
        if source.labels not in SAID:
            source = Source(**{**asdict(source), "labels": str((path.parent / source.labels).resolve())})
        if source.clear:
            source = Source(**{**asdict(source), "clear": str((path.parent / source.clear).resolve())})
        require(source.labels != "pair" or bool(source.clear), 'labels = "pair" needs a clear image')
        for file in (source.file, *([Path(source.clear)] if source.clear else [])):
            require(not files or file.exists(), f"there is no {file}")
        require(source.use in ("train", "validation"), 'use is "train" or "validation"')
        require(source.simulate <= 1, "simulate is a share from 0 to 1")
        if source.classes not in preset_names():
            source = Source(**{**asdict(source), "classes": str((path.parent / source.classes).resolve())})
            require(Path(source.classes).is_file(), f"there is no class map {source.classes}")
        sources.append(source)
    settings = typed(TrainConfig, table, ()) | {name: value for name, value in changes.items() if value is not None}
    config = TrainConfig(sources=tuple(sources), **settings)
    every = [*config.resolutions, *(item for source in sources for item in source.resolutions)]
    require(bool(config.resolutions) and set(every) <= set(RESOLUTIONS), f"resolutions are some of {RESOLUTIONS}")
    require(SMALLEST <= config.crop <= LARGEST and not config.crop % 32, "crop is a multiple of 32 from 64 to 1024")
    require(min(config.steps, config.batch, config.validate_every) > 0, "steps, batch and validate_every are above 0")
    require(0 < config.learning_rate < 1 and config.average < 1, "learning_rate and average lie between 0 and 1")
    require(any(source.use == "train" and source.weight for source in sources), "no source is to train from")
    require(config.name.replace("-", "").replace("_", "").isalnum(), "name has letters, digits, - and _ only")
    return config


def file_digest(path: Path) -> str:
    """SHA-256 of a file, or of all files of a folder with their places in it, in hexadecimal."""
    if not path.is_dir():
        return file_sha256(path)
    digest = hashlib.sha256()
    for file in sorted(item for item in path.rglob("*") if item.is_file()):
        digest.update(f"{file.relative_to(path).as_posix()}\0{file_sha256(file)}\n".encode())
    return digest.hexdigest()


def refuse_held_out(config: TrainConfig, folder: Path, digests: Mapping[Path, str]) -> None:
    """EngineError "bad-settings" when a file of the run, or its reference, is held out: by its name or by its bytes.

    folder: what paths of `held_out` are relative to. digests: SHA-256 of every file of the run.
    """
    names, hashes = {}, {}
    for entry in config.held_out:
        if entry.startswith("sha256:"):
            hashes[entry.removeprefix("sha256:").lower()] = entry
            continue
        names[_stem(Path(entry))] = entry
        if (folder / entry).exists():
            hashes[file_digest(folder / entry)] = entry
    for path, digest in digests.items():
        held = names.get(_stem(path)) or hashes.get(digest)
        if held:
            raise EngineError("bad-settings", f"{path} is held out of training ({held}). Take it out of the sources.")


def _stem(path: Path) -> str:
    """The name without what containers add to it: X.zip, X.SAFE and X.SAFE.zip are one product."""
    name = path.name.lower()
    for ending in (".zip", ".safe", ".tif", ".tiff"):
        name = name.removesuffix(ending)
    return name


def run_digests(config: TrainConfig) -> dict[Path, str]:
    """SHA-256 of every product and reference of the run."""
    paths = {source.file for source in config.sources}
    paths |= {Path(source.labels) for source in config.sources if source.labels not in SAID}
    paths |= {Path(source.clear) for source in config.sources if source.clear}
    return {path: file_digest(path) for path in sorted(paths)}


def manifest(config: TrainConfig, digests: Mapping[Path, str], folder: Path) -> list[dict[str, Any]]:
    """What the network learned from: a JSON entry a source; files by their place in `folder`, else by their name."""

    def told(path: Path) -> str:
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name

    entries = []
    for source in config.sources:
        entry = {
            "file": told(source.file),
            "sha256": digests[source.file],
            "licence": source.licence or "not stated",
            "role": source.role or "not stated",
            "use": source.use,
            "labels": source.labels,
            "added_clouds": source.simulate,
        }
        if source.clear:
            entry |= {"clear": told(Path(source.clear)), "clear_sha256": digests[Path(source.clear)]}
        if source.labels not in SAID:
            entry |= {"labels": told(Path(source.labels)), "labels_sha256": digests[Path(source.labels)]}
        entries.append(entry)
    return entries
