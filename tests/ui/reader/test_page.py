"""A long article: what is in sight stands there at once, the rest follows, and whoever wants a later place gets it at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing_app.model.span import Span
from briefing_app.ui.reader.model import MarkKind, Reading, TextMark, ZoneView
from briefing_app.ui.reader.view import ReaderView
from tests.ui.reader.conftest import GUIDE, reading_from

NUMBERS = 1200
ENDLESS = "Harbour reopens\n\n" + "\n\n".join(
    f"Paragraph {number}: the ferries sail again from Monday, the harbour authority said, and repairs of the cranes go on for a month."
    for number in range(NUMBERS)
)


def endless() -> Reading:
    reading = reading_from(ENDLESS, "endless.txt")
    return replace(reading, marks=(TextMark(MarkKind.QUOTATION, place(reading, NUMBERS - 1), "the authority"),))


def place(reading: Reading, number: int) -> Span:
    start = reading.article.text.index(f"Paragraph {number}:")
    return Span(start, start + 9)


def test_a_short_article_stands_there_at_once(reader: ReaderView) -> None:
    reader.show_reading(reading_from(GUIDE), ZoneView.HIDDEN, same=False)
    assert reader.text.whole
    assert reader.text.hidden_lines == 1


def test_a_long_one_grows_until_it_is_whole(reader: ReaderView, qtbot: QtBot) -> None:
    reading = endless()
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    assert not reader.text.whole
    assert reader.text.rects(place(reading, 2))
    assert not reader.text.rects(place(reading, NUMBERS - 1))
    assert reader.text.shares() == []
    qtbot.waitUntil(lambda: reader.text.whole)
    assert reader.text.verticalScrollBar().value() == 0
    assert reader.text.rects(place(reading, NUMBERS - 1))
    ((share, mark),) = reader.text.shares()
    assert share > 0.9
    assert mark == reading.marks[0]
    gradual = reader.text.toPlainText()
    reader.show_reading(None, ZoneView.HIDDEN, same=False)
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    reader.text.write_all()
    assert reader.text.toPlainText() == gradual
    assert gradual.count("Paragraph") == NUMBERS


def test_a_place_that_is_still_to_come_is_gone_to_at_once(reader: ReaderView) -> None:
    reading = endless()
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    reader.go_to(place(reading, 900))
    (rect,) = reader.text.rects(place(reading, 900))
    top = reader.text.verticalScrollBar().value()
    assert top < rect.top() < top + reader.text.viewport().height()


def test_the_place_is_kept_when_furniture_is_shown(reader: ReaderView) -> None:
    reading = endless()
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    reader.text.scroll_to(place(reading, 1000))
    before = reader.text.first_in_view()
    reader.show_reading(reading, ZoneView.SHOWN, same=True)
    assert reader.text.first_in_view() == before


def test_everything_can_be_chosen_at_once(reader: ReaderView, qtbot: QtBot) -> None:
    reading = endless()
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    qtbot.keyClick(reader.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    chosen = reader.text.selected_span()
    assert chosen is not None
    assert chosen.end > place(reading, NUMBERS - 1).end


def test_another_article_stops_the_writing_of_the_last(reader: ReaderView, qtbot: QtBot) -> None:
    reader.show_reading(endless(), ZoneView.HIDDEN, same=False)
    reader.show_reading(reading_from(GUIDE), ZoneView.HIDDEN, same=False)
    qtbot.wait(50)
    assert reader.text.whole
    assert "Paragraph" not in reader.text.toPlainText()
