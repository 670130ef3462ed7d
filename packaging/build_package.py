"""Builds the plugin's ZIP, `dist/s2cloudmask.<version>.zip`, from what git tracks: the same bytes for the same files.

python packaging/build_package.py [--out DIR]
"""

from __future__ import annotations

import argparse
import configparser
import os
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
NAME = "s2cloudmask"  # the ZIP's one folder, and the plugin's id

# What is shipped; tests, benchmarks and all that makes pages, pictures and packages is not.
FOLDERS = {"bridge", "core", "docs", "i18n", "toolbox", "ui"}
FILES = {
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "__init__.py",
    "metadata.txt",
    "plugin.py",
    "requirements-torch.txt",
    "requirements.txt",
    "resources.qrc",
}
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the date of every entry: a ZIP knows none before


def version(root: Path = ROOT) -> str:
    """The version, which stands once: in metadata.txt."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(root / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def shipped_files(root: Path = ROOT) -> list[PurePosixPath]:
    """Paths of the files that go into the ZIP, sorted. RuntimeError where git does not know the folder."""
    try:
        done = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise RuntimeError("git is not installed, and only what it tracks is shipped. Install git.") from error
    if done.returncode:
        raise RuntimeError(f"{root} is not a git checkout, and only tracked files are shipped. Clone the repository.")
    paths = (PurePosixPath(os.fsdecode(name)) for name in done.stdout.split(b"\0") if name)
    return sorted(path for path in paths if _is_shipped(path) and (root / path).is_file())


def _is_shipped(path: PurePosixPath) -> bool:
    if any(part.startswith(".") for part in path.parts):
        return False
    if len(path.parts) == 1:
        return path.name in FILES
    return path.parts[0] in FOLDERS and not (path.parts[0] in ("docs", "i18n") and path.suffix == ".py")


def build(folder: Path, root: Path = ROOT) -> Path:
    """Write the ZIP into `folder` and return its path. RuntimeError as `shipped_files` raises it."""
    files = shipped_files(root)
    target = folder / f"{NAME}.{version(root)}.zip"
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for path in files:
            entry = zipfile.ZipInfo(f"{NAME}/{path}", EARLIEST)
            entry.create_system = 3  # permissions below are Unix ones, wherever this runs
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, (root / path).read_bytes())
    unfinished.replace(target)
    return target


def main() -> int:
    """The command; returns the exit status."""
    parser = argparse.ArgumentParser(description="Builds the plugin's ZIP from the files that git tracks.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR", help="folder for it (default: dist)")
    try:
        target = build(parser.parse_args().out)
    except (RuntimeError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{target} ({target.stat().st_size / 1e6:.2f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
