"""Predicted patches that may be needed again, up to a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

import numpy as np


class PatchMemory:
    """Keeps arrays by key; the least recently used goes first."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._held: OrderedDict[Hashable, np.ndarray] = OrderedDict()
        self._bytes = 0

    def __contains__(self, key: Hashable) -> bool:
        return key in self._held

    def get(self, key: Hashable) -> np.ndarray:
        """An array that is held, which counts as used now.

        Returns
        -------
        array
            The very one that was put there, of any shape and type.

        Raises
        ------
        KeyError
            It is not held.
        """
        self._held.move_to_end(key)
        return self._held[key]

    def put(self, key: Hashable, array: np.ndarray) -> None:
        """Hold an array, and let go of older ones for it.

        Parameters
        ----------
        array : any shape and type
            Kept as it is, not copied.
        """
        self.drop(lambda other: other == key)
        self._held[key] = array
        self._bytes += array.nbytes
        while self._bytes > self._most and len(self._held) > 1:
            self._bytes -= self._held.popitem(last=False)[1].nbytes

    def drop(self, which) -> None:
        """Let go of the keys for which `which` is true."""
        for key in [key for key in self._held if which(key)]:
            self._bytes -= self._held.pop(key).nbytes
