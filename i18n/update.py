"""Takes the texts of the plugin into the .ts files and makes the .qm files that QGIS loads, by Qt's own tools.

    python3 i18n/update.py          (pip install PyQt6; Debian: apt install qttools5-dev-tools)

Translate with Qt Linguist between two calls. Texts are English in the program; the English file holds plurals,
and texts whose key (the letter after &) another text beside it has.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("en", "es", "fr", "de", "pt")


def sources() -> list[str]:
    """Every file with texts for the user, by path from the root."""
    files = [ROOT / "plugin.py"]
    for folder in ("bridge", "ui", "toolbox"):
        files += [*sorted((ROOT / folder).rglob("*.py")), *sorted((ROOT / folder).rglob("*.ui"))]
    return [str(file.relative_to(ROOT)) for file in files]


def main() -> None:
    """Bring all languages up to date."""
    for language in LANGUAGES:
        file = f"i18n/s2cloudmask_{language}.ts"
        subprocess.run(["pylupdate6", "--no-obsolete", "--no-summary", *sources(), "--ts", file], cwd=ROOT, check=True)
        subprocess.run(["lrelease", "-silent", file, "-qm", file[:-3] + ".qm"], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
