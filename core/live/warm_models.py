"""Which network a name means, looked up once: finding one may hash its weights."""

from __future__ import annotations

import os

from ..networks.catalog import auto_model
from ..networks.ensemble import find_network
from ..networks.model import Model, models_folder, weights_path
from ..products.granule import Granule


class WarmModels:
    """Networks by name; asked again when weights come or change."""

    def __init__(self) -> None:
        self._found: dict[tuple, tuple[Model, tuple]] = {}

    def get(self, asked: str, granule: Granule, resolution: int) -> Model:
        """The network called `asked`, or what `auto` takes. EngineError as `find_network` and `auto_model` raise it."""
        bands = tuple(granule.bands)
        key = asked, granule.level, bands, resolution
        model, stamps = self._found.get(key, (None, ()))
        if model is None or stamps != _stamps(model):
            model = auto_model(granule.level, resolution, bands)[0] if asked == "auto" else find_network(asked)
            self._found[key] = model, _stamps(model)
        return model


def _stamps(model: Model) -> tuple:
    """What changes when the weights do, or when others arrive."""
    paths = [models_folder(), *map(weights_path, model.members or (model,))]
    stamps: list[tuple[int, int] | None] = []
    for path in paths:
        try:
            state = os.stat(path)
            stamps.append((state.st_size, state.st_mtime_ns))
        except (OSError, ValueError):
            stamps.append(None)
    return tuple(stamps)
