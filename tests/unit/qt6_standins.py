"""A `qgis` package whose Qt is PyQt6 and whose other names stand in for QGIS' own: for checks of imports only.

`qgis.PyQt` is what QGIS 4 gives: PyQt6, with the classes that moved to QtGui still in QtWidgets too. Names of
`qgis.core` and `qgis.gui` are classes without behaviour, so that a module can be imported; nothing is run with them.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType


def install() -> None:
    """Put the package into sys.modules."""
    from PyQt6 import QtCore, QtGui, QtWidgets

    kind = type(QtCore.QObject)

    class AnyName:
        """What an enum or a constant of a stand-in gives: combines with any other, is callable, has any name."""

        def __or__(self, _other: object) -> AnyName:
            return self

        __ror__ = __and__ = __or__

        def __call__(self, *_arguments: object, **_named: object) -> AnyName:
            return self

        def __getattr__(self, name: str) -> AnyName:
            if name.startswith("__"):
                raise AttributeError(name)
            return self

        def __hash__(self) -> int:
            return id(self)

    class StandIn(kind):
        def __getattr__(cls, name: str) -> AnyName:
            if name.startswith("__"):
                raise AttributeError(name)
            return AnyName()

    widgets = {"QgsCollapsibleGroupBox": QtWidgets.QGroupBox, "QgsMapLayerComboBox": QtWidgets.QComboBox}

    def setter(_self: object, name: str) -> AnyName:
        """A form sets properties that only QGIS' own widget has."""
        if not name.startswith("set"):
            raise AttributeError(name)
        return AnyName()

    def module(name: str, base: type) -> ModuleType:
        made = ModuleType(name)

        def look_up(attribute: str) -> type:
            if attribute.startswith("__"):
                raise AttributeError(attribute)
            found = StandIn(attribute, (widgets.get(attribute, base),), {"__getattr__": setter})
            setattr(made, attribute, found)
            return found

        made.__getattr__ = look_up
        sys.modules[name] = made
        return made

    qgis = ModuleType("qgis")
    qgis.__path__ = []
    sys.modules["qgis"] = qgis
    for name, base in (("core", QtCore.QObject), ("gui", QtWidgets.QWidget), ("utils", QtCore.QObject)):
        setattr(qgis, name, module(f"qgis.{name}", base))
    qgis.PyQt = importlib.import_module("PyQt6")
    sys.modules["qgis.PyQt"] = qgis.PyQt
    for name in ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtXml", "QtSvg", "QtTest", "uic", "sip"):
        sys.modules[f"qgis.PyQt.{name}"] = importlib.import_module(f"PyQt6.{name}")
    for name in ("QAction", "QActionGroup", "QShortcut"):
        setattr(QtWidgets, name, getattr(QtGui, name))
