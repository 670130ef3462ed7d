"""Batches made ahead of the network, in processes of their own where there are several."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

import torch
from torch.utils.data import DataLoader, Dataset

from .crops import Crops


class _Steps(Dataset):
    """Batch number `step` of a run."""

    def __init__(self, crops: Crops, count: int) -> None:
        self._crops, self._count = crops, count

    def __getitem__(self, step: int) -> tuple[torch.Tensor, torch.Tensor]:
        images, labels = self._crops.batch(step, self._count)
        return torch.from_numpy(images), torch.from_numpy(labels)


def batches(
    crops: Crops, count: int, first: int, last: int, *, workers: int = 0, pin: bool = False
) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Batches of `count` crops for the steps `first` to `last`-1, in that order whatever the number of workers.

    Reflectance (count, 13, size, size) float16 and label codes (count, size, size) uint8. workers: processes that make
    them, 0 makes them here. pin: in memory that a graphics card reads by itself.
    """
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    loader = DataLoader(
        _Steps(crops, count),
        batch_size=None,
        sampler=range(first, last),
        num_workers=workers,
        pin_memory=pin,
        prefetch_factor=4 if workers else None,
        multiprocessing_context=method if workers else None,
    )
    yield from loader
