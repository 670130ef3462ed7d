"""What a live answer says of the view in a few words, for its toolbar."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ...bridge.live_engine import COARSE, FINAL, LiveAnswer

translate = QCoreApplication.translate


def shares_text(answer: LiveAnswer) -> str:
    """Class shares of the view in a few words."""
    names = {
        "thick_cloud": translate("LiveMask", "thick"),
        "thin_cloud": translate("LiveMask", "thin"),
        "cloud_shadow": translate("LiveMask", "shadow"),
    }
    if 2 not in answer.titles:
        names = {"thick_cloud": translate("LiveMask", "cloud"), "cloud_shadow": names["cloud_shadow"]}
    shares = ", ".join(f"{title} {answer.fractions.get(name, 0.0):.0%}" for name, title in names.items())
    if answer.stage == FINAL:
        return f"{answer.resolution} m: {shares}"
    if answer.stage == COARSE:
        return translate("LiveMask", "a first look: {shares}").format(shares=shares)
    return translate("LiveMask", "getting sharper: {shares}").format(shares=shares)
