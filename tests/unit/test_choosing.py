"""Median, medoid and distance of a composite against plain numpy."""

import warnings

import numpy as np

from s2cloudmask.core.aftermask import choosing


def test_median_and_medoid_are_those_of_plain_numpy():
    random = np.random.default_rng(2)
    values = random.integers(1, 9000, (6, 3, 12, 13)).astype(np.uint16)
    values[:, :, random.random((12, 13)) < 0.1] = 0
    for look in values:
        look[:, random.random((12, 13)) < 0.4] = 0
    several = np.where(values > 0, values.astype(float), np.nan)
    none = ~(values[:, 0] > 0).any(axis=0)
    with warnings.catch_warnings(action="ignore"):
        wanted = np.where(none, 0, np.floor(np.nanmedian(several, axis=0) + 0.5))
        distance = np.sqrt(((several[:, None] - several[None]) ** 2).sum(axis=2))
        sums = np.where(values[:, 0] > 0, np.nansum(distance, axis=1), np.inf)
    np.testing.assert_array_equal(choosing.median(values), np.nan_to_num(wanted))
    index = choosing.medoid(values)
    assert (index[none] == choosing.NONE).all()
    chosen = np.take_along_axis(sums, np.maximum(index, 0)[None].astype(int), axis=0)[0]
    np.testing.assert_allclose(chosen[~none], sums.min(axis=0)[~none], rtol=1e-5)


def test_distance_is_euclidean_and_ends_at_its_reach():
    random = np.random.default_rng(3)
    hidden = random.random((20, 31)) < 0.02
    rows, cols = np.nonzero(hidden)
    grid = np.indices(hidden.shape)
    wanted = np.sqrt((grid[0][..., None] - rows) ** 2 + (grid[1][..., None] - cols) ** 2).min(axis=2)
    np.testing.assert_allclose(choosing.distance_to(hidden, 7), np.minimum(wanted, 7), rtol=1e-6)
    assert (choosing.distance_to(np.zeros((5, 4), bool), 9) == 9).all()
