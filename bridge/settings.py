"""What the dialog remembers, as frozen values over QgsSettings, all under the key `s2cloudmask/`."""

from __future__ import annotations

from dataclasses import dataclass, fields

from qgis.core import QgsSettings

PREFIX = "s2cloudmask/"
REFINEMENT = (
    "cloud_threshold",
    "thin_threshold",
    "shadow_threshold",
    "cloud_margin",
    "thin_margin",
    "shadow_margin",
    "smallest_object",
    "fill_holes",
)


@dataclass(frozen=True)
class MaskSettings:
    """How products are masked. A negative `overlap` is the engine's choice, an empty `folder` a temporary one.

    The fields of REFINEMENT are the engine's options of these names; 0 asks for nothing.
    """

    resolution: int = 20
    model: str = "auto"
    device: str = "auto"
    precision: str = "auto"
    overlap: int = -1
    tta: int = 0
    buffer: int = 0
    cloud_threshold: float = 0.0
    thin_threshold: float = 0.0
    shadow_threshold: float = 0.0
    cloud_margin: float = 0.0
    thin_margin: float = 0.0
    shadow_margin: float = 0.0
    smallest_object: float = 0.0
    fill_holes: float = 0.0
    confidence: bool = False
    overwrite: bool = False
    folder: str = ""


@dataclass(frozen=True)
class SetupSettings:
    """How the engine is set up: `interpreter` names an existing Python instead of the private environment."""

    interpreter: str = ""
    python: str = ""
    packages: str = "cpu"
    index: str = ""


def load(kind: type, section: str):
    """The remembered values of a settings class; a value of a wrong type counts as never set."""
    settings = QgsSettings()
    values = {}
    for field in fields(kind):
        default = field.default
        try:
            values[field.name] = settings.value(f"{PREFIX}{section}{field.name}", default, type=type(default))
        except TypeError:
            values[field.name] = default
    return kind(**values)


def save(values, section: str) -> None:
    """Remember a settings value."""
    settings = QgsSettings()
    for field in fields(values):
        settings.setValue(f"{PREFIX}{section}{field.name}", getattr(values, field.name))


def load_mask_settings() -> MaskSettings:
    """What was chosen in the dialog last time."""
    return load(MaskSettings, "mask/")


def save_mask_settings(values: MaskSettings) -> None:
    """Remember what is chosen in the dialog."""
    save(values, "mask/")


def load_setup_settings() -> SetupSettings:
    """What was chosen on the set-up page; the interpreter is the one `environment.engine_interpreter` uses."""
    return load(SetupSettings, "")


def save_setup_settings(values: SetupSettings) -> None:
    """Remember what is chosen on the set-up page."""
    save(values, "")
