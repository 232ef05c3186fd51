"""The rest of the job with the mouse: compare an event, write on words, search, and take a briefing out; only the query is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListView
from pytestqt.qtbot import QtBot

from briefing_app.model.annotation import Tint
from briefing_app.model.span import Span
from briefing_app.ui.annotations.view import NoteEditor
from briefing_app.ui.library.article_list import ArticleList
from briefing_app.ui.reader.text import ReaderText
from briefing_app.ui.search.field import SearchField
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from tests.ui.hand import RIGHT, button, choose, click, click_row, drag, named


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)  # Qt's offscreen platform says so of every menu
def test_from_event_to_briefing_by_mouse_alone(qtbot: QtBot, full: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session, library = full.session, full.session.workbench.library
    articles = named(full, ArticleList, "Articles")
    click_row(articles, "Event Lindow harbour")
    click_row(articles, "Event Lindow harbour", RIGHT)
    choose(qtbot, "Compare the selected articles")
    qtbot.waitUntil(lambda: session.comparing.compared is not None and not session.comparing.busy)
    assert session.pane is Pane.COMPARE
    assert session.comparing.compared is not None
    assert session.comparing.compared.event is not None

    click(button(full, "Library"))
    click_row(articles, "Harbour of Lindow")
    qtbot.waitUntil(lambda: reads(full, "Three cranes"))
    note_on(qtbot, full, "Three cranes were damaged", "leaf")
    qtbot.waitUntil(lambda: [note.tint for note in library.annotations()] == [Tint.LEAF])
    assert "hree cranes were damage" in library.annotations()[0].words

    field = named(full, SearchField, "Search")
    click(field)
    assert field.hasFocus()
    QTest.keyClicks(field, "ferries stay")
    qtbot.waitUntil(lambda: session.searching.found is not None and session.searching.found.result.total == 1)
    click_row(named(full, QListView, "Hits"), "Lindow harbour")
    qtbot.waitUntil(lambda: reads(full, "Two cranes"))
    leave(full, field)
    assert session.searching.found is None

    click_row(articles, "Event Lindow harbour", RIGHT)
    choose(qtbot, "Brief on this event")
    event = session.comparing.compared.event.id
    qtbot.waitUntil(lambda: session.desk.briefing is not None and session.desk.briefing.event == event)
    out = tmp_path / "mouse.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_options: (str(out), ""))
    with qtbot.waitSignal(session.desk.written):
        click(button(full, "Save …"))
    assert "Lindow harbour open again" in out.read_text(encoding="utf-8")


def reads(window: Window, words: str) -> bool:
    """Whether the open article has these words."""
    reading = window.session.reading
    return reading is not None and words in reading.article.text


def note_on(qtbot: QtBot, window: Window, words: str, tint: str) -> None:
    """Draw the pointer over words of the open article, from letter to letter, and put a note of that tint on them by the menu."""
    text, reading = named(window, ReaderText, "Article"), window.session.reading
    assert reading is not None
    start = reading.article.text.index(words)
    first, last = (Span(at, at + 1) for at in (start, start + len(words) - 1))
    qtbot.waitUntil(lambda: bool(text.rects(first)))
    drag(text.viewport(), text.in_view(first).center().toPoint(), text.in_view(last).center().toPoint())
    selected = text.selected_span()
    assert selected is not None
    click(text.viewport(), text.in_view(selected).center().toPoint(), RIGHT)
    choose(qtbot, "Write a note to the selected words")
    qtbot.waitUntil(lambda: window.reader.editor.isVisible())
    page = named(window, NoteEditor, "A note to words of the article")
    click(button(page, tint))
    click(button(page, "Save"))


def leave(window: Window, field: SearchField) -> None:
    """Leave the search by a press on the key that the field names; the press that enters the field does not leave it."""
    there = QPoint(field.width() - 16, field.height() // 2)
    click(field, there)
    assert field.hasFocus()
    assert window.searching
    assert field.way_out.contains(there)
    click(field, there)
    assert not window.searching
    assert not field.hasFocus()
