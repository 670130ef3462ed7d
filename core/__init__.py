"""The engine: Sentinel-2 product in, cloud mask file out. Never imports qgis.

For scripts: `from s2cloudmask.core import mask_product`. Nothing is imported before a name is asked for, so that the
command's help is instant and needs no package.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import Networks, mask_product
    from .errors import EngineError
    from .mask_result import MaskResult
    from .products.product import open_product

__all__ = ["EngineError", "MaskResult", "Networks", "mask_product", "open_product"]

_HOMES = {
    "EngineError": "errors",
    "MaskResult": "mask_result",
    "Networks": "api",
    "mask_product": "api",
    "open_product": "products.product",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
