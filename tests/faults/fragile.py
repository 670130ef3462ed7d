"""An environment whose packages can be taken away under a running program, and given back."""

from __future__ import annotations

import sysconfig
import venv
from pathlib import Path


class FragileEnvironment:
    """A virtual environment that sees this Python's packages by one link."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, symlinks=True, with_pip=False)
        self.python = str(folder / "bin" / "python")
        self._packages = folder / "packages"
        Path(sysconfig.get_path("purelib", vars={"base": str(folder)}), "all.pth").write_text(f"{self._packages}\n")
        self.mend()

    def spoil(self) -> None:
        """Take the packages away."""
        self._packages.unlink()

    def mend(self) -> None:
        """Give them back."""
        self._packages.symlink_to(sysconfig.get_path("purelib"), target_is_directory=True)
