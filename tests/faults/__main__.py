"""`python faults` runs everything and writes docs/reliability.md; `--only fuzz` and the like a part."""

import runpy
import sys
from pathlib import Path

# The repository's folder may have any name; this makes it the package s2cloudmask.
runpy.run_path(str(Path(__file__).resolve().parents[2] / "conftest.py"))

from s2cloudmask.tests.faults.report import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
