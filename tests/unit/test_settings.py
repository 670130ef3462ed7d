"""What the settings of a mask allow, to the last value, and what they are where nobody chose."""

from dataclasses import asdict, replace

import pytest

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.masking.refinement import Refinement
from s2cloudmask.core.masking.settings import MaskSettings
from s2cloudmask.core.networks.catalog import find_model

FREE = replace(find_model("ukis_l1c"), patch=None, multiple=32)
FIXED = replace(FREE, patch=512)


def test_where_nobody_chose():
    settings = MaskSettings()
    resolved = settings.checked_for(FREE)
    assert (settings.confidence, settings.overwrite) == (False, False)
    assert (resolved.resolution, resolved.patch, resolved.overlap) == (20, 672, 26)
    assert (resolved.tta, resolved.buffer, resolved.bounds, resolved.refinement) == (0, 0, None, None)
    assert "refinement" not in resolved.to_json()
    assert set(asdict(Refinement()).values()) == {None, 0.0}


@pytest.mark.parametrize(
    ("name", "last", "beyond"),
    [
        ("overlap", 0, -1),
        ("overlap", 48, 49),
        ("tta", 0, -1),
        ("tta", 7, 8),
        ("buffer", 0, -1),
        ("buffer", 200, 201),
        ("patch", 32, 31),
        ("patch", 4096, 4128),
        ("patch", 640, 641),
    ],
)
def test_the_last_value_that_is_allowed_and_the_first_that_is_not(name, last, beyond):
    others = {"patch": 96} if name == "overlap" else {}
    assert getattr(MaskSettings(**{**others, name: last}).checked_for(FREE), name) == last
    with pytest.raises(EngineError, match=str(beyond)) as error:
        MaskSettings(**{**others, name: beyond}).checked_for(FREE)
    assert error.value.code == "bad-settings"


def test_a_network_of_one_patch_size_takes_no_other():
    assert MaskSettings().checked_for(FIXED).patch == MaskSettings(patch=512).checked_for(FIXED).patch == 512
    with pytest.raises(EngineError, match="512 px only"):
        MaskSettings(patch=544).checked_for(FIXED)


def test_patches_shrink_by_a_seventh_at_most_and_not_where_they_are_turned_or_of_one_size():
    assert MaskSettings().checked_for(FREE).least_patch(FREE) == 576
    assert MaskSettings(tta=1).checked_for(FREE).least_patch(FREE) == 672
    assert MaskSettings().checked_for(FIXED).least_patch(FIXED) == 512


def test_an_area_is_floats_and_its_crs_goes_with_it():
    asked = MaskSettings(bounds=(1, 2, 3, 4), bounds_crs="EPSG:4326").checked_for(FREE)
    assert asked.to_json()["bounds"] == (1.0, 2.0, 3.0, 4.0) and type(asked.bounds[0]) is float
    assert asked.bounds_crs == "EPSG:4326"
    assert MaskSettings(bounds_crs="EPSG:4326").checked_for(FREE).bounds_crs is None


def test_a_refinement_that_changes_nothing_is_none():
    """Else the same mask would have two identities."""
    assert MaskSettings(refinement=Refinement()).checked_for(FREE).refinement is None
    asked = Refinement(holes=900)
    assert MaskSettings(refinement=asked).checked_for(FREE).to_json()["refinement"]["holes"] == 900
