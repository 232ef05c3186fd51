"""The original in the place of the text, its custody, and saving it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from briefing_app.ui.window import Window

PAGE = """<html><body><article><h1>Ferry sails</h1>
<p>The ferry to the islands sails again, the <a href="https://a.test">harbour</a> said.</p>
<p>It will sail on Monday and on every day after that, the harbour master Ida Brandt said.</p></article>
<img src="file:///etc/passwd"></body></html>"""


@pytest.fixture
def paged(qtbot: QtBot, window: Window, tmp_path: Path) -> Window:
    """A window that shows a page from a file."""
    (tmp_path / "ferry.html").write_text(PAGE, encoding="utf-8")
    window.session.long_jobs.import_paths([tmp_path / "ferry.html"])
    qtbot.waitUntil(lambda: window.session.reading is not None)
    return window


def test_a_key_shows_the_original_and_its_custody(qtbot: QtBot, paged: Window) -> None:
    assert paged.session.reading is not None
    custody = paged.session.reading.article.custody
    paged.reader.text.setFocus()
    qtbot.keyClick(paged.reader.text, Qt.Key.Key_V)
    pane = paged.reader.original
    qtbot.waitUntil(lambda: "sails again" in pane.page.toPlainText())
    assert pane.page.hasFocus()
    assert "read as" in pane._custody.text()
    words = pane._custody.text().replace("\u200b", "")
    assert custody.path in words
    assert custody.original_sha256 in words
    assert "<a" not in pane.page.document().toHtml().split("<body", 1)[1]
    qtbot.mouseClick(pane._copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == custody.path
    qtbot.keyClick(pane.page, Qt.Key.Key_Escape)
    assert not paged.reader.showing_original
    assert paged.reader.text.hasFocus()


def test_the_original_is_saved_as_it_was_received(qtbot: QtBot, paged: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "saved.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    paged.reader.toggle_original()
    qtbot.mouseClick(paged.reader.original._save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists)
    assert target.read_text(encoding="utf-8") == PAGE
    assert list(tmp_path.glob("*.part")) == []


def test_another_article_shows_its_text(qtbot: QtBot, full: Window) -> None:
    qtbot.waitUntil(lambda: full.session.reading is not None)
    full.reader.toggle_original()
    assert full.reader.showing_original
    assert full.session.reading is not None
    other = next(row.id for row in full.session.workbench.library.rows() if row.id != full.session.reading.article.id)
    full.session.open_article(other)
    assert not full.reader.showing_original
