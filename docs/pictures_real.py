"""docs/pictures/real.png: a real scene with real clouds and the mask that *Automatic* makes of it. Needs ../shared.

The image is a test file of dlr-eoc/ukis-csmask (Apache-2.0); it contains modified Copernicus Sentinel data 2024.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
SCENE = "S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T164849.SAFE.zip"
WIDTH = 1200  # px; 256 colours show a mask well and keep the file small


def main() -> int:
    """The command; returns the exit status."""
    scene = ROOT.parent / "shared" / "data" / SCENE
    if not scene.exists():
        print(f"{scene} is not there; docs/pictures/real.png stays as it is.")
        return 0
    engine = [sys.executable, str(ROOT / "core" / "__main__.py")]
    with tempfile.TemporaryDirectory() as folder:
        options = ["--resolution", "10", "--progress", "none"]
        subprocess.run([*engine, "mask", str(scene), "--out", folder, *options], check=True)
        (mask,) = Path(folder).glob("*_cloudmask.tif")
        picture = Path(folder) / "real.png"
        subprocess.run([*engine, "quicklook", str(mask), "--rgb", str(scene), "--out", str(picture)], check=True)
        image = Image.open(picture).convert("RGB")
        image = image.resize((WIDTH, round(image.height * WIDTH / image.width)), Image.Resampling.LANCZOS)
        image.quantize(256, dither=Image.Dither.NONE).save(ROOT / "docs" / "pictures" / "real.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
