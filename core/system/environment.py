"""The variables of other programs, such as OSGeo4W, conda or PostGIS, that must not reach the engine.

The engine stands on the packages of its own interpreter. A foreign PYTHONPATH puts another numpy before them, GDAL_SKIP
takes the JPEG 2000 driver away, PROJ_LIB leads to a database of another version. What a user sets to tune GDAL
(GDAL_CACHEMAX, GDAL_HTTP_…, AWS_…) stays. The QGIS side does the same before it starts the engine.
"""

from __future__ import annotations

import os
import sys

FOREIGN = (
    "PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "GDAL_SKIP", "OGR_SKIP", "GDAL_DRIVER_PATH", "OGR_DRIVER_PATH",
    "GDAL_PYTHON_DRIVER_PATH", "GDAL_DATA", "PROJ_LIB", "PROJ_DATA", "GEOTIFF_CSV",
)  # fmt: skip


def leave_others_out() -> None:
    """Take the variables of other programs out of this process, before GDAL or numpy is loaded.

    A path inside this interpreter's own prefix stays, and so does one from which the engine itself is imported.
    """
    foreign = {_real(entry) for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry}
    foreign = {entry for entry in foreign if not _ours(entry) and not _real(__file__).startswith(entry + os.sep)}
    sys.path[:] = [entry for entry in sys.path if _real(entry) not in foreign]
    for name in FOREIGN:
        if name in os.environ and not _ours(os.environ[name]):
            del os.environ[name]


def _ours(path: str) -> bool:
    return os.path.isabs(path) and _real(path).startswith(_real(sys.prefix) + os.sep)


def _real(path: str) -> str:
    return os.path.realpath(path or os.curdir)
