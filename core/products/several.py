"""Whether a folder or an archive that is given as a product holds others beside it, left without a word else."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from ..errors import EngineError
from .around import ARCHIVE_XML, GRANULE_FOLDER, PRODUCT_XML, granules_with_bands
from .band_files import band_file
from .container import Container
from .remote_container import RemoteContainer

_NAMED = re.compile(r"S2[A-D]_.*\.(zip|tar)$", re.IGNORECASE)
_ENDINGS = re.compile(r"(\.(zip|tar|SAFE|zarr))+$", re.IGNORECASE)


def check_alone(container: Container | RemoteContainer, base: str) -> None:
    """EngineError `not-a-product` when a container holds products beside the one in its folder `base`.

    A zip of the same name beside the folder is that product, and what lies inside the product's folder is its own.
    """
    if not base:
        return
    beside = [name for name in container.names if not name.startswith(f"{base}/")]
    found = {name.rpartition("/")[0] for name in beside if PRODUCT_XML.search(name)}
    found |= {GRANULE_FOLDER.sub("", f"{name.rpartition('/')[0]}/") for name in granules_with_bands(beside)}
    bands = {name.rpartition("/")[0] for name in beside if band_file(name)}
    described = {name.rpartition("/")[0] for name in beside if PurePosixPath(name).name.lower() in ARCHIVE_XML}
    found |= bands & described
    found |= {match[1] for name in beside if (match := re.match(r"(.*?\.zarr)/", name, re.IGNORECASE))}
    found |= {name for name in beside if _NAMED.search(PurePosixPath(name).name)}
    stem = _stem(base)
    others = sorted(name for name in found if _stem(name) != stem and not base.startswith(f"{name}/"))
    if others:
        raise EngineError(
            "not-a-product",
            f"{container.path} holds {len(others) + 1} products, such as {base} and {others[0] or 'one beside it'}. "
            "Give one of them at a time.",
        )


def _stem(path: str) -> str:
    return _ENDINGS.sub("", PurePosixPath(path).name).lower()
