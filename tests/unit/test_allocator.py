"""What the C library is told of freed memory, by what the system then sees."""

import sys

import pytest
from networks_samples import run_python


@pytest.mark.skipif(sys.platform != "linux", reason="glibc only")
def test_memory_that_is_freed_is_taken_again_without_the_system():
    """By page faults, as the system counts them: a block of 40 MB is 10,000 pages, or 20 large ones."""
    code = """
import resource
import numpy as np
from s2cloudmask.core.system.allocator import keep_freed_memory
def faults():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(4):
        np.ones(40_000_000, np.uint8)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
first = faults()
keep_freed_memory()
faults()
print(first, faults())
"""
    first, later = map(int, run_python(code).split())
    assert first > 4 * 15
    assert later < first / 10
