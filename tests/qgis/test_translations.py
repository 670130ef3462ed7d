"""The plugin in another language: the texts come from the .qm file, and nothing is lost in translation."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QTabWidget

FOLDER = Path(__file__).resolve().parents[2] / "i18n"
LANGUAGES = ("es", "fr", "de", "pt")


def messages(language):
    """Source and translation of every translated text."""
    for message in ElementTree.parse(FOLDER / f"s2cloudmask_{language}.ts").iter("message"):
        translation = message.find("translation")
        if translation.get("type") != "unfinished":
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            yield from ((message.find("source").text, form) for form in forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_keys_and_endings_survive(language):
    translated = list(messages(language))
    assert len(translated) > 200
    for source, text in translated:
        for pattern in (r"\{[^}]*\}", r"%n", r"\*\.\w+", r"<[^>]+>"):
            assert sorted(re.findall(pattern, source)) == sorted(re.findall(pattern, text)), text
        assert source.endswith("…") == text.endswith("…"), text
        assert len(re.findall(r"&\w", text)) <= 1, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_untranslated(language):
    texts = ElementTree.parse(FOLDER / f"s2cloudmask_{language}.ts").iter("message")
    open_ = [text.find("source").text for text in texts if text.find("translation").get("type") == "unfinished"]
    assert open_ == []


def test_the_legend_and_reasons_speak_spanish(spanish):
    from s2cloudmask.bridge.engine_texts import in_words
    from s2cloudmask.ui.runs.sentences import reason_of, short_error

    assert in_words("Thin cloud") == "Nube tenue"
    assert in_words("Thick cloud") == "Nube densa"
    assert in_words("A network of mine") == "A network of mine"
    assert reason_of("outside-product") == "Fuera del área elegida"
    assert short_error("bad-raster", "/data/a.SAFE/b.tif cannot be read.", "/data/a.SAFE") == "B.tif cannot be read."


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_the_menu_is_what_stands_there(language):
    texts = dict(messages(language))
    menu, action = texts["Sentinel-2 Cloud Mask"], texts["Set up the engine…"].rstrip("…")
    for source, text in texts.items():
        if "Sentinel-2 Cloud Mask, Set up the engine" in source:
            assert f"{menu}, {action}" in text


def test_every_note_on_a_network_is_translated(spanish):
    from s2cloudmask.bridge.engine_texts import in_words

    catalog = (FOLDER.parent / "core" / "networks" / "catalog.toml").read_text("utf-8")
    notes = set(re.findall(r'^note = "(.*)"$', catalog, re.MULTILINE))
    assert len(notes) > 3
    assert [note for note in notes if in_words(note) == note] == []


@pytest.fixture
def spanish(qgis_app):
    translator = QTranslator()
    assert translator.load(str(FOLDER / "s2cloudmask_es.qm"))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_the_dialog_speaks_spanish_and_no_two_controls_share_a_key(spanish, settings, project):
    from s2cloudmask.ui.dialog.mask_dialog import MaskDialog
    from s2cloudmask.ui.runs.run_queue import RunQueue

    queue = RunQueue(None)
    dialog = MaskDialog(None, queue)
    try:
        assert dialog.run_button.text() == "&Ejecutar"
        assert dialog.choices.area.itemText(0) == "Producto completo"
        tabs = [re.search(r"&(\w)", dialog.tabs.tabText(index))[1].lower() for index in range(2)]
        for page, more in ((dialog.mask_page, ["e"]), (dialog.setup, [])):
            keys = tabs + more
            for widget in [*page.findChildren(QAbstractButton), *page.findChildren(QLabel)]:
                found = re.search(r"&(\w)", widget.text())
                if found and (not isinstance(widget, QLabel) or widget.buddy() is not None):
                    keys.append(found[1].lower())
            assert len(keys) == len(set(keys)), sorted(keys)
    finally:
        queue.close()
        dialog.end()
        sip.delete(dialog)


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_two_controls_of_the_review_share_a_key(qgis_app, qgis_iface, settings, project, language):
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"s2cloudmask_{language}.qm"))
    QCoreApplication.installTranslator(translator)
    from s2cloudmask.ui.review.dock import ReviewDock

    dock = ReviewDock(qgis_iface)
    try:
        tabs = dock.findChildren(QTabWidget)[0]
        texts = [tabs.tabText(index) for index in range(tabs.count())]
        labels = [label for label in dock.findChildren(QLabel) if label.buddy() is not None]
        texts += [widget.text() for widget in [*dock.findChildren(QAbstractButton), *labels]]
        keys = [found[1].lower() for found in (re.search(r"&(\w)", text) for text in texts) if found]
        assert len(keys) > 10
        assert len(keys) == len(set(keys)), sorted(keys)
    finally:
        QCoreApplication.removeTranslator(translator)
        dock.end()
        sip.delete(dock)


def test_plurals(qgis_app):
    translator = QTranslator()
    assert translator.load(str(FOLDER / "s2cloudmask_en.qm"))
    assert translator.translate("MaskTask", "Cloud mask of %n product(s)", None, 1) == "Cloud mask of %n product"
    assert translator.translate("MaskTask", "Cloud mask of %n product(s)", None, 3) == "Cloud mask of %n products"
