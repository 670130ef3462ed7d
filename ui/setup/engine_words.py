"""What the set-up page says of an engine, and of a QGIS that is shut in."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

translate = QCoreApplication.translate


def existing_text(interpreter: str, checked: tuple[str, str] | None) -> tuple[str, str]:
    """What is known of an existing engine, and its icon. checked: what is wrong with it and its version, once known."""
    if checked is None:
        text, icon = translate("SetupPage", "Checking the existing engine of {path}…"), "/mTaskRunning.svg"
        return text.format(path=interpreter), icon
    problem, version = checked
    if problem:
        text = translate(
            "SetupPage",
            "The existing engine of {path} cannot be used: {problem} Install the engine's packages there "
            "(pip install -r requirements.txt), or clear the field Existing engine.",
        )
        return text.format(path=interpreter, problem=problem), "/mIconWarning.svg"
    text = translate("SetupPage", "Ready: the existing engine of {path}, Python {version}.")
    return text.format(path=interpreter, version=version), "/mIconSuccess.svg"


def sandbox_text(sandbox: str) -> str:
    """What Flatpak or Snap forbids. sandbox: "flatpak" or "snap"."""
    if sandbox == "flatpak":
        return translate(
            "SetupPage",
            "QGIS runs in Flatpak: it sees no Python of the system, and its own changes with updates; choose the "
            "downloaded one. Products must lie in a folder that Flatpak opens to QGIS.",
        )
    return translate(
        "SetupPage",
        "QGIS runs in a Snap: it may start no program of the system; choose the downloaded Python. Products must lie "
        "in your home folder, not in a hidden one, or on a medium that the Snap may read.",
    )
