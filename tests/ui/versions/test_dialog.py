"""Versions in the window: a changed page takes the place of the old one, and what it changed is seen word by word."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing_app.ui.versions.dialog import VersionsDialog
from briefing_app.ui.versions.model import VersionModel
from briefing_app.ui.window import Window

PAGE = """<html><head><link rel="canonical" href="https://harbour.test/ferry"></head><body><article><h1>Ferry sails</h1>
<p>The ferry to the islands sails again after the storm, the harbour said on Monday morning.</p><p>{}</p></article></body></html>"""


@pytest.fixture
def changed(qtbot: QtBot, window: Window, tmp_path: Path) -> Window:
    """A window on an article of which two versions came in."""
    for number, words in enumerate(("Nobody was hurt on the way, the harbour said.", "Two people were hurt on the way, the harbour said.")):
        (tmp_path / f"{number}.html").write_text(PAGE.format(words), encoding="utf-8")
        window.session.long_jobs.import_paths([tmp_path / f"{number}.html"])
        qtbot.waitUntil(lambda: not window.session.long_jobs.busy)
    library = window.session.workbench.library
    qtbot.waitUntil(lambda: len(library.article_ids()) == 1)
    window.session.open_article(library.article_ids()[0])
    return window


def test_a_key_shows_the_versions_and_what_changed(qtbot: QtBot, changed: Window) -> None:
    qtbot.waitUntil(lambda: "version 2 of 2" in changed.reader.head.accessibleName())
    changed.reader.text.setFocus()
    qtbot.keyClick(changed.reader.text, Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    dialog = changed.findChild(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    words = dialog.changes.toPlainText()
    assert "Nobody was" in words
    assert "Two people were" in words
    assert "struck out (1), what is new is underlined (1)" in dialog._said.text()
    library = changed.session.workbench.library
    new = library.article_ids()[0]
    assert dialog.list.model().rowCount() == 2
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "Two people" not in dialog.changes.toPlainText()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up)
    qtbot.mouseClick(dialog.part, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(library.article_ids()) == 2)
    changed.session.editing.undo()
    qtbot.waitUntil(lambda: library.article_ids() == (new,))


def test_the_model(qtbot: QtBot, full: Window) -> None:
    model = VersionModel(full)
    ModelTester(model)
    library = full.session.workbench.library
    model.show(library.articles(library.article_ids()))
    assert model.rowCount() == 4
    assert "Version 4 (newest)" in model.index(0).data()
    assert model.version(4) is None
    assert qtbot is not None
