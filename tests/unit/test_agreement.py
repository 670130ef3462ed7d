"""Figures of agreement, against scikit-learn and against numbers that can be counted by hand."""

import math

import numpy as np
import pytest

from s2cloudmask.core.accuracy import agreement

REFERENCE = np.array([[0, 0, 1, 1], [2, 2, 3, 3], [255, 1, 0, 3]], np.uint8)
MASK = np.array([[0, 1, 1, 1], [1, 2, 3, 0], [1, 255, 0, 2]], np.uint8)


def test_confusion_matrix_counts_pairs_and_leaves_out_no_data():
    matrix = agreement.confusion_matrix(REFERENCE, MASK)
    assert matrix.tolist() == [[2, 1, 0, 0], [0, 2, 0, 0], [0, 1, 1, 0], [1, 0, 1, 1]]


@pytest.mark.parametrize("seed", range(5))
def test_every_figure_is_that_of_scikit_learn(seed, metrics):
    random = np.random.default_rng(seed)
    reference = random.choice(4, (61, 47), p=[0.5, 0.3, 0.15, 0.05]).astype(np.uint8)
    mask = np.where(random.random(reference.shape) < 0.7, reference, random.integers(0, 4, reference.shape))
    mask = mask.astype(np.uint8)
    truth, told = reference.ravel(), mask.ravel()
    matrix = agreement.confusion_matrix(reference, mask)
    np.testing.assert_array_equal(matrix, metrics.confusion_matrix(truth, told, labels=range(4)))
    assert agreement.overall_accuracy(matrix) == pytest.approx(metrics.accuracy_score(truth, told))
    assert agreement.cohen_kappa(matrix) == pytest.approx(metrics.cohen_kappa_score(truth, told))
    for positives in [(0,), (1,), (2,), (3,), *(item.classes for item in agreement.EXPERIMENTS)]:
        counts = agreement.binary(matrix, positives)
        yes, said = np.isin(truth, positives), np.isin(told, positives)
        assert counts.recall == pytest.approx(metrics.recall_score(yes, said))
        assert counts.precision == pytest.approx(metrics.precision_score(yes, said))
        assert counts.f1 == pytest.approx(metrics.f1_score(yes, said))
        assert counts.iou == pytest.approx(metrics.jaccard_score(yes, said))
        assert counts.boa == pytest.approx(metrics.balanced_accuracy_score(yes, said))
        assert counts.specificity == pytest.approx(metrics.recall_score(~yes, ~said))


def test_merging_classes_first_or_last_gives_the_same_matrix():
    groups = [(0, 3), (1, 2)]
    merged = agreement.merged(agreement.confusion_matrix(REFERENCE, MASK), groups)
    to_group = np.full(256, 255, np.uint8)
    to_group[[0, 3]], to_group[[1, 2]] = 0, 1
    np.testing.assert_array_equal(merged, agreement.confusion_matrix(to_group[REFERENCE], to_group[MASK], classes=2))


def test_what_cannot_be_divided_is_not_a_number_and_never_a_zero():
    clear = agreement.confusion_matrix(np.zeros(10, np.uint8), np.zeros(10, np.uint8))
    cloud = agreement.binary(clear, (1, 2))
    assert cloud.specificity == 1.0
    for value in (cloud.recall, cloud.precision, cloud.boa, cloud.f1, cloud.iou, agreement.cohen_kappa(clear)):
        assert math.isnan(value)
    assert math.isnan(agreement.overall_accuracy(np.zeros((4, 4), int)))


def test_protocol_row_takes_boa_of_all_patches_and_pa_ua_of_cloudy_ones():
    cloud_cover = np.array([0.0, 0.2, 0.5, 0.9, 1.0])
    recall = np.array([np.nan, 0.05, 0.1, 0.9, 0.95])  # both ends of the middle are in it
    precision = np.array([0.0, np.nan, 0.91, 0.95, 0.09])
    boa = np.array([0.4, 0.5, 0.7, 0.9, np.nan])
    row = agreement.protocol_row("x", "cloud", cloud_cover, recall, precision, boa)
    assert row.patches == 4
    assert row.boa == pytest.approx(0.6)
    assert (row.pa.low, row.pa.middle, row.pa.high) == (25.0, 50.0, 25.0)
    assert (row.ua.low, row.ua.middle, row.ua.high) == pytest.approx((100 / 3, 0.0, 200 / 3))


def test_wilson_interval_is_the_textbook_one():
    # Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, table I, method 3.
    assert agreement.wilson_interval(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert agreement.wilson_interval(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert agreement.wilson_interval(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert all(math.isnan(value) for value in agreement.wilson_interval(0, 0))
