"""The page of thresholds and margins: the map shows what is chosen, flicker the mask as it is, and Apply writes it."""

from __future__ import annotations

import json
from pathlib import Path

from test_review_dock import colours_of, dock, folder, opened, painted  # noqa: F401 (fixtures)


def test_what_is_chosen_shows_at_once_and_is_written_when_asked(opened, folder, wait_until, project):  # noqa: F811
    dock, panel, page = opened, opened._panel, opened._refining  # noqa: F811
    panel.opacity.setValue(100)
    before = colours_of(painted(dock))
    assert before[1] > 0
    panel.tabs.setCurrentWidget(page._page)
    assert not page._apply.isEnabled() and not page._boxes["thin_threshold"].isEnabled()  # UKIS does not tell it
    page._sliders["cloud_margin"].setValue(12)
    assert page._boxes["cloud_margin"].value() == 120
    page._sliders["cloud_threshold"].setValue(10)
    wait_until(lambda: not page.is_waiting and dock._view.is_ready)
    wider = colours_of(painted(dock))
    assert wider[1] > before[1] * 1.1 and "%" in page._shares.text()
    dock._view.flicker()
    assert colours_of(painted(dock)) == before  # the mask as it is
    dock._view.flicker()
    panel.tabs.setCurrentWidget(panel.tiles_page)
    wait_until(lambda: not page.is_waiting and dock._view.is_ready)
    assert colours_of(painted(dock)) == before
    panel.tabs.setCurrentWidget(page._page)
    target = Path(folder) / (Path(dock._mask.path).stem + "_refined.tif")
    page.write(str(target))
    wait_until(lambda: not dock._engine.is_busy)
    facts = json.loads(target.with_suffix(".json").read_text())
    assert facts["refined"]["cloud"] == 0.1 and facts["refined"]["cloud_margin"] == 120
    assert dock._mask.path == str(target) and panel.masks.currentItem().text(2).endswith("refined")
    assert panel.masks.topLevelItemCount() == 3 and not page._boxes["cloud_threshold"].isEnabled()
    assert not page._values()  # what is written is not asked for again
    wait_until(lambda: not page.is_waiting and dock._view.is_ready and not dock._engine.is_busy)
    after = colours_of(painted(dock))
    assert abs(after[1] - wider[1]) <= 0.02 * wider[1]
    process = page._engine
    dock.close()
    assert page._engine is None and process is not None
