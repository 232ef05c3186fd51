"""Another size of the type: the place stays, the measure stays, nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.anchoring import anchor
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.reader.model import MarkKind, Reading, TextMark, ZoneView
from briefing_app.ui.reader.view import ReaderView
from briefing_app.ui.theme import READING_SCALES
from briefing_app.ui.window import Window
from tests.ui.reader.conftest import ARABIC, GUIDE, reading_from

LONG = "Harbour reopens\n\n" + "\n\n".join(
    f"Paragraph {number}: the ferries to the islands sail again from Monday, the harbour authority said, and repairs of the cranes go on."
    for number in range(60)
)


def noted(reading: Reading, words: str) -> Reading:
    """The reading with a note on some of its words."""
    span = Span(reading.article.text.index(words), reading.article.text.index(words) + len(words))
    now = datetime(2026, 3, 1, tzinfo=UTC)
    note = Annotation(AnnotationId(1), ArticleId(1), anchor(reading.article.text, span), Tint.SUN, "Ask again.", now, now)
    return replace(reading, marks=(TextMark(MarkKind.NOTE, span, note.note, note.tint, note),))


@pytest.mark.parametrize("scale", [scale for scale in READING_SCALES if scale != 1.0])
def test_the_words_at_the_top_stay_there(reader: ReaderView, scale: float) -> None:
    reading = reading_from(LONG, "long.txt")
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    start = reading.article.text.index("Paragraph 20")
    reader.text.scroll_to(Span(start, start + 5))
    reader.text.verticalScrollBar().setValue(round(reader.text.rects(Span(start, start + 1))[0].top()))
    reader._look.choose(reading_scale=scale)
    top = reader.text.rects(Span(start, start + 1))[0].top() - reader.text.verticalScrollBar().value()
    assert abs(top) <= 2


def test_the_head_of_an_article_stays_at_its_head(reader: ReaderView) -> None:
    reader.show_reading(reading_from(LONG, "long.txt"), ZoneView.HIDDEN, same=False)
    reader._look.choose(reading_scale=3.0)
    assert reader.text.verticalScrollBar().value() == 0


def test_another_width_keeps_the_place_too(reader: ReaderView) -> None:
    reading = reading_from(LONG, "long.txt")
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    start = reading.article.text.index("Paragraph 30")
    reader.text.verticalScrollBar().setValue(round(reader.text.rects(Span(start, start + 1))[0].top()))
    reader.resize(420, 700)
    assert abs(reader.text.rects(Span(start, start + 1))[0].top() - reader.text.verticalScrollBar().value()) <= 2


def test_a_line_holds_as_many_letters_at_every_size(make_reader: Callable[[int, int], ReaderView]) -> None:
    reader = make_reader(2000, 700)
    reader.show_reading(reading_from(LONG, "long.txt"), ZoneView.HIDDEN, same=False)
    lengths = []
    for scale in (0.5, 1.0, 2.0, 3.0):
        reader._look.choose(reading_scale=scale)
        block = reader.text.document().lastBlock()
        lengths.append(block.layout().lineAt(0).textLength())
    assert max(lengths) - min(lengths) <= 6
    assert max(lengths) <= 76  # of small letters more than 66 fit


@pytest.mark.parametrize("data", [GUIDE, ARABIC])
def test_nothing_is_cut_off_at_three_times_the_size_in_a_narrow_view(make_reader: Callable[[int, int], ReaderView], data: str) -> None:
    reader = make_reader(508, 500)
    reading = reading_from(data)
    reader._look.choose(reading_scale=3.0)
    reader.show_reading(reading, ZoneView.SHOWN, same=False)
    widest = reader.text.viewport().width() + reader.text.horizontalScrollBar().maximum()
    for block_start in range(0, len(reading.article.text), 7):
        for rect in reader.text.rects(Span(block_start, block_start + 1)):
            assert rect.left() >= 0
            assert rect.right() <= widest


def test_notes_stand_in_the_margin_while_there_is_room(make_reader: Callable[[int, int], ReaderView]) -> None:
    reader = make_reader(1000, 700)
    reader.show_reading(noted(reading_from(LONG, "long.txt"), "Paragraph 2:"), ZoneView.HIDDEN, same=False)
    assert reader.text.column.notes
    assert len(reader.text._notes) == 1
    reader._look.choose(reading_scale=2.0)
    assert not reader.text.column.notes
    assert reader.text._notes == ()
    assert reader.text.column.gutter >= 0  # the icon is still there


def test_the_first_note_makes_its_own_room(make_reader: Callable[[int, int], ReaderView]) -> None:
    reader = make_reader(1000, 700)
    reading = reading_from(LONG, "long.txt")
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    assert not reader.text.column.notes
    reader.show_reading(noted(reading, "Paragraph 2:"), ZoneView.HIDDEN, same=True)
    assert len(reader.text._notes) == 1
    assert reader.text._notes[0].top >= 0
    assert reader.text.column.notes_left + 240 <= reader.text.viewport().width()


def test_notes_of_an_arabic_article_stand_at_its_left(make_reader: Callable[[int, int], ReaderView]) -> None:
    reader = make_reader(1000, 700)
    reader.show_reading(noted(reading_from(ARABIC), "سلطة الميناء"), ZoneView.HIDDEN, same=False)
    column = reader.text.column
    assert column.notes_left >= 0
    assert column.notes_left + 240 < column.left
    assert column.right < column.gutter < column.width


def test_keys_and_wheel_change_the_size(qtbot: QtBot, window: Window) -> None:
    text = window.reader.text
    at = QPointF(text.viewport().rect().center())
    before = window.look.reading_scale
    for turn in (60, 60):  # two half steps make one
        QApplication.sendEvent(
            text.viewport(),
            QWheelEvent(
                at, text.viewport().mapToGlobal(at), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip
    assert window.look.reading_scale == READING_SCALES[READING_SCALES.index(before) + 1]
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.look.reading_scale == 1.0
    qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert window.look.reading_scale == READING_SCALES[READING_SCALES.index(1.0) - 1]
    assert (READING_SCALES[0], READING_SCALES[-1]) == (0.5, 3.0)
