"""Networks that stay open from product to product, and from run to run on a Dask worker."""

from __future__ import annotations

from ..errors import EngineError
from ..networks.catalog import Model
from ..networks.ensemble import open_network
from ..networks.predictor import Predictor


class Predictors:
    """Opens each network once. What fails once fails for all products of a run, with the same sentence.

    A network is known by its weights and how they are used, not by its name: a file may be trained again.
    """

    def __init__(self, device: str = "auto", precision: str = "auto", threads: int | None = None) -> None:
        self._device, self._precision, self._threads = device, precision, threads
        self._open: dict[tuple[str, str], Predictor] = {}
        self._failed: dict[tuple[str, str], EngineError] = {}

    def serves(self, device: str, precision: str) -> bool:
        """Whether its networks run as that asks: as they were opened, or as is best."""
        return device in ("auto", self._device) and precision in ("auto", self._precision)

    def begin_run(self) -> None:
        """What failed in an earlier run is tried again: its weights may be here by now."""
        self._failed.clear()

    def get(self, model: Model) -> Predictor:
        """Predictor of `model`. EngineError as `open_network` raises it."""
        key = model.sha256, model.description_sha256
        if key in self._failed:
            raise self._failed[key]
        if key not in self._open:
            for former in [at for at, other in self._open.items() if other.model.name == model.name]:
                del self._open[former]  # of weights that the name no longer stands for
            try:
                self._open[key] = open_network(
                    model, device=self._device, precision=self._precision, threads=self._threads
                )
            except EngineError as error:
                self._failed[key] = error
                raise
        return self._open[key]
