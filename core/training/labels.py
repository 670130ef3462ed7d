"""What a label says of a pixel, and the loss that follows from it."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import log_softmax

# 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow, as in the mask; beyond them:
CLOUD = 4  # thick or thin: many references and most people tell only cloud
CODES = 5
REPLAY = 8  # added to a code: what a network knew before, not what the user says; weighted apart
NO_DATA, NO_LABEL = 254, 255

_GROUP = np.full(256, 255, np.uint8)  # clear, cloud, shadow
_GROUP[[0, 1, 2, 3, CLOUD]] = 0, 1, 1, 2, 1


def groups(labels: np.ndarray) -> np.ndarray:
    """Clear, cloud or shadow of label codes or classes.

    Parameters
    ----------
    labels : any shape, uint8

    Returns
    -------
    uint8, same shape
        0 clear, 1 cloud, 2 shadow, 255 no label.
    """
    return _GROUP[labels]


def with_clouds(ground: np.ndarray, simulated: np.ndarray) -> np.ndarray:
    """Label codes of a scene onto which clouds were drawn.

    A simulated thick cloud hides what was there; a thin one over what may be a cloud is a cloud of some kind. A shadow
    is told where the ground was clear. Where nothing was drawn the scene's own label stands; where something too faint
    to tell was drawn over free ground there is none.

    Parameters
    ----------
    ground, simulated : (rows, cols) uint8
        Codes of the scene, and of what was drawn.

    Returns
    -------
    (rows, cols) uint8
    """
    out = ground.copy()
    out[simulated == 1] = 1
    thin = (simulated == 2) | (simulated == CLOUD)
    free = np.isin(groups(ground), (0, 2))
    out[thin] = np.where(free, simulated, CLOUD)[thin]
    out[(simulated == 3) & (ground == 0)] = 3
    out[(simulated == NO_LABEL) & free] = NO_LABEL
    out[ground == NO_DATA] = NO_DATA
    return out


def loss(logits: Tensor, labels: Tensor, weights: Tensor, replay_weight: float) -> Tensor:
    """Mean negative log likelihood of what the labels allow, plus `replay_weight` times that of the replayed ones.

    logits: (n, 4, rows, cols). labels: (n, rows, cols) int64 codes, REPLAY + code, or none of them. weights: (5,) a
    code. "Cloud" is likely as thick and thin together are.
    """

    scores = log_softmax(logits.float(), 1)
    cloud = torch.logaddexp(scores[:, 1], scores[:, 2])
    scores = torch.cat((scores, cloud[:, None]), 1)
    total = scores.sum() * 0.0  # a batch without any label has a loss of 0, and a gradient of 0
    for first, share in ((0, 1.0), (REPLAY, replay_weight)):
        if share:
            inside = (labels >= first) & (labels < first + CODES)
            wanted = torch.where(inside, labels - first, 0)
            weight = weights[wanted] * inside
            told = scores.gather(1, wanted[:, None])[:, 0]
            total = total - share * (told * weight).sum() / weight.sum().clamp(min=1e-6)
    return total
