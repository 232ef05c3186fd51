"""Find in the article: count, steps, edges, hidden lines, and the place that is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing_app.ui.reader.model import MarkKind, ZoneView
from briefing_app.ui.reader.view import ReaderView
from briefing_app.ui.window import Window
from tests.ui.reader.conftest import GUIDE, reading_from
from tests.ui.reader.test_zoom import LONG


def test_places_are_counted_and_walked_round(qtbot: QtBot, reader: ReaderView) -> None:
    reading = reading_from(LONG, "long.txt")
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    reader.finder.open()
    assert reader.find_bar.field.hasFocus()
    qtbot.keyClicks(reader.find_bar.field, "paragraph 1")
    assert reader.find_bar.count.text() == "1 of 11"
    for said in ("2 of 11", "3 of 11"):
        qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Return)
        assert reader.find_bar.count.text() == said
    for said in ("2 of 11", "1 of 11", "11 of 11"):
        qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert reader.find_bar.count.text() == said
    last = reading.article.text.index("Paragraph 19")
    rect = reader.text.rects(type(reading.article.document.zones[0].span)(last, last + 5))[0]
    top = reader.text.verticalScrollBar().value()
    assert top <= rect.top() <= top + reader.text.viewport().height()
    assert len([mark for _share, mark in reader.text.shares() if mark.kind is MarkKind.FOUND]) == 11


def test_words_are_found_over_the_end_of_a_line(qtbot: QtBot, reader: ReaderView) -> None:
    reader.show_reading(reading_from(GUIDE), ZoneView.HIDDEN, same=False)
    reader.finder.open()
    qtbot.keyClicks(reader.find_bar.field, "fare lindow TO skerry 42.00")
    assert reader.find_bar.count.text() == "1 of 1"
    qtbot.keyClicks(reader.find_bar.field, "x")
    assert reader.find_bar.count.text() == "not found"
    assert not reader.finder.going


def test_escape_leaves_the_place_selected(qtbot: QtBot, reader: ReaderView) -> None:
    reading = reading_from(LONG, "long.txt")
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    reader.finder.open()
    qtbot.keyClicks(reader.find_bar.field, "paragraph 40")
    place = reader.text.verticalScrollBar().value()
    assert place > 0
    qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Escape)
    assert not reader.find_bar.isVisible()
    assert reader.text.hasFocus()
    assert abs(reader.text.verticalScrollBar().value() - place) <= reader.find_bar.height()
    span = reader.text.selected_span()
    assert span is not None
    assert span.of(reading.article.text) == "Paragraph 40"
    assert reader.text.shares() == []


def test_lines_that_are_hidden_are_told_of_and_found_when_they_show(qtbot: QtBot, reader: ReaderView) -> None:
    reading = reading_from(GUIDE)
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    reader.finder.open()
    qtbot.keyClicks(reader.find_bar.field, "copyright")
    assert reader.find_bar.count.text() == "not found · 1 more in hidden lines (z)"
    reader.show_reading(reading, ZoneView.DIMMED, same=True)
    assert reader.find_bar.count.text() == "1 of 1"


def test_the_selected_words_are_what_is_sought(reader: ReaderView) -> None:
    reading = reading_from(LONG, "long.txt")
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    start = reading.article.text.index("cranes")
    reader.text.select(type(reading.article.document.zones[0].span)(start, start + 6))
    reader.finder.open()
    assert reader.find_bar.field.text() == "cranes"
    assert reader.find_bar.count.text() == "1 of 60"


def test_another_article_is_searched_for_the_same_words(qtbot: QtBot, reader: ReaderView) -> None:
    reader.show_reading(reading_from(LONG, "long.txt"), ZoneView.HIDDEN, same=False)
    reader.finder.open()
    qtbot.keyClicks(reader.find_bar.field, "ferr")
    assert reader.find_bar.count.text() == "1 of 60"
    reader.show_reading(reading_from(GUIDE), ZoneView.HIDDEN, same=False)
    assert reader.find_bar.count.text() == "1 of 2"
    assert reader.text.verticalScrollBar().value() == 0


def test_a_key_of_the_window_finds_in_the_text_that_has_the_focus(qtbot: QtBot, full: Window) -> None:
    qtbot.waitUntil(lambda: full.session.reading is not None)
    full.list.list.setFocus()
    qtbot.keyClick(full, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert full.top.field.hasFocus()
    full.reader.text.setFocus()
    qtbot.keyClick(full, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert full.reader.find_bar.field.hasFocus()
    qtbot.keyClicks(full.reader.find_bar.field, "the")
    full.reader.text.setFocus()
    before = full.reader.find_bar.count.text()
    qtbot.keyClick(full.reader.text, Qt.Key.Key_N)
    assert full.reader.find_bar.count.text() != before
    qtbot.keyClick(full.reader.text, Qt.Key.Key_P)
    assert full.reader.find_bar.count.text() == before
    qtbot.keyClick(full.reader.text, Qt.Key.Key_Escape)
    assert not full.reader.find_bar.isVisible()
