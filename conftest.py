"""Makes this folder importable as the package `s2cloudmask`, whatever a clone's folder is called."""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def _as_package(name: str) -> None:
    spec = importlib.util.spec_from_file_location(name, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)


if "s2cloudmask" not in sys.modules:
    _as_package("s2cloudmask")
