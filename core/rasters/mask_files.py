"""The files of one mask: the raster, and what lies beside it under the same name."""

from __future__ import annotations

import itertools
import json
import os
from dataclasses import dataclass
from pathlib import Path

from ..errors import EngineError

SOFTWARE = "Sentinel-2 Cloud Mask"  # what the .json of our masks says
TIFF_ENDINGS = (".tif", ".tiff")
MOST_JSON = 1 << 20  # bytes


def confidence_stem(mask_stem: str) -> str:
    """Stem of the confidence file beside a mask: `…_cloudmask` becomes `…_confidence`."""
    return mask_stem.removesuffix("_cloudmask") + "_confidence"


def is_tiff(path: Path) -> bool:
    """Whether a path ends as a GeoTIFF does, in whatever case."""
    return path.suffix.lower() in TIFF_ENDINGS


@dataclass(frozen=True)
class MaskFiles:
    """Paths of a mask's files; `mask` is the raster's own, `.tif` or `.tiff` in any case.

    confidence_file: where the probabilities go when they have a name of their own, which may be in another folder.
    """

    mask: Path
    confidence_file: Path | None = None

    @property
    def qml(self) -> Path:
        """QGIS style."""
        return self.mask.with_suffix(".qml")

    @property
    def json(self) -> Path:
        """Provenance."""
        return self.mask.with_suffix(".json")

    @property
    def item(self) -> Path:
        """STAC item."""
        return self.mask.with_suffix(".stac.json")

    @property
    def categories(self) -> Path:
        """GDAL's side-car file, which holds the legend's texts."""
        return self.mask.with_name(f"{self.mask.name}.aux.xml")

    @property
    def confidence(self) -> Path:
        """Probabilities of the classes."""
        return self.confidence_file or self.mask.with_name(confidence_stem(self.mask.stem) + self.mask.suffix)

    @property
    def confidence_name(self) -> str:
        """The path of the probabilities as the .json tells it: from the mask's folder, with slashes."""
        try:
            return Path(os.path.relpath(self.confidence, self.mask.parent)).as_posix()
        except ValueError:  # another drive of Windows
            return self.confidence.as_posix()

    @property
    def outdated(self) -> tuple[Path, ...]:
        """Overviews and masks that other programs made of a former mask and that GDAL would still show."""
        return tuple(self.mask.with_name(self.mask.name + ending) for ending in (".ovr", ".msk"))

    def inside(self, folder: Path) -> MaskFiles:
        """The names in another folder, where all lie together."""
        return MaskFiles(folder / self.mask.name)

    def read_facts(self) -> dict | None:
        """What the .json says; None when there is none, or none of ours."""
        try:
            with open(self.json, encoding="utf-8") as file:
                facts = json.loads(file.read(MOST_JSON))
        except (OSError, ValueError, RecursionError):
            return None
        return facts if isinstance(facts, dict) and facts.get("software") == SOFTWARE else None

    def refuse_others(self) -> None:
        """EngineError `name-taken` where a file that is not of this mask would be overwritten.

        That is the style or provenance of a raster with the other ending, and, where there is no mask, any file of
        those names that an earlier mask did not leave.
        """
        self.refuse_other_endings()
        if self.mask.exists() or self.read_facts() is not None:
            return
        own = () if self.confidence_file else (self.confidence,)
        for path in (self.json, self.qml, self.item, self.categories, *own):
            if path.exists():
                raise EngineError(
                    "name-taken", f"{path} is there and belongs to no mask; {self.mask.name} would overwrite it. "
                    "Move it, or choose another name.",
                )  # fmt: skip

    def refuse_other_endings(self) -> None:
        """EngineError `name-taken` where a raster with another ending has this one's style and provenance."""
        suffixes = {
            "".join(letters)
            for ending in TIFF_ENDINGS
            for letters in itertools.product(*zip(ending.lower(), ending.upper(), strict=True))
        } - {self.mask.suffix}
        for other in (self.mask.with_suffix(suffix) for suffix in sorted(suffixes)):
            if other.exists() and not (
                self.mask.exists() and other.samefile(self.mask)
            ):  # on some disks it is this one
                raise EngineError(
                    "name-taken",
                    f"{other} is there, and {self.mask.name} would take its style and provenance. Choose another name.",
                )
