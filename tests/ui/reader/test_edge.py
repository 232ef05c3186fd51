"""The line above the text and the strip beside it: what they say, and where a press leads."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from briefing_app.model.letters import Letter
from briefing_app.model.span import Span
from briefing_app.ui.reader.mark_words import mark_words
from briefing_app.ui.reader.model import MarkKind, Reading, TextMark, ZoneView
from briefing_app.ui.reader.view import ReaderView
from tests.ui.reader.conftest import GUIDE, reading_from
from tests.ui.reader.test_zoom import LONG, noted


def marked() -> Reading:
    """A long article with a note, a conflict and a quotation far from each other."""
    reading = noted(reading_from(LONG, "long.txt"), "Paragraph 5:")
    text = reading.article.text
    here, there = text.index("Paragraph 30"), text.index("Paragraph 50")
    conflict = TextMark(MarkKind.CONFLICT, Span(here, here + 9), "2 cranes here, 3 there", claim=0)
    quotation = TextMark(MarkKind.QUOTATION, Span(there, there + 9), "Ida Brandt")
    return replace(reading, letter=Letter(0), marks=(*reading.marks, conflict, quotation))


def middle(reader: ReaderView, kind: MarkKind) -> QPoint:
    """The point of the strip at which a mark of a kind stands."""
    share = next(share for share, mark in reader._edge._marks if mark.kind is kind)
    return QPoint(6, round(share * (reader._edge.height() - 4) + 2))


def test_the_strip_shows_every_mark_in_its_place(reader: ReaderView) -> None:
    reader.show_reading(marked(), ZoneView.HIDDEN, same=False)
    shares = {mark.kind: share for share, mark in reader._edge._marks}
    assert 0 < shares[MarkKind.NOTE] < shares[MarkKind.CONFLICT] < shares[MarkKind.QUOTATION] < 1
    assert reader._edge.accessibleDescription() == "3 marks"


def test_a_press_on_a_mark_goes_to_it_and_elsewhere_it_scrolls(qtbot: QtBot, reader: ReaderView) -> None:
    reading = marked()
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    qtbot.mouseClick(reader._edge, Qt.MouseButton.LeftButton, pos=middle(reader, MarkKind.CONFLICT))
    assert reader.text._current is not None
    assert reader.text._current.kind is MarkKind.CONFLICT
    place = reader.text.in_view(reading.marks[1].span)
    assert 0 < place.top() < reader.text.viewport().height()
    qtbot.mouseClick(reader._edge, Qt.MouseButton.LeftButton, pos=QPoint(6, reader._edge.height() - 2))
    bar = reader.text.verticalScrollBar()
    assert bar.value() == bar.maximum()


def test_the_pointer_is_told_what_a_mark_is_about(reader: ReaderView) -> None:
    reader.show_reading(marked(), ZoneView.HIDDEN, same=False)
    for kind, words in (
        (MarkKind.NOTE, "note: Ask again."),
        (MarkKind.CONFLICT, "conflict: 2 cranes here, 3 there"),
        (MarkKind.QUOTATION, "quotation: Ida Brandt"),
    ):
        mark = reader._edge._mark_at(middle(reader, kind).y())
        assert mark is not None
        assert mark_words(mark) == words
    assert reader._edge._mark_at(0) is None


def test_thousands_of_places_do_not_hold_the_strip_up(reader: ReaderView) -> None:
    reading = reading_from("Head\n\n" + "a ferry and a harbour and a crane and a mast " * 600, "long.txt")
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    reader.finder.open()
    reader.find_bar.field.setText("a")
    assert len(reader._edge._marks) == 5000


def test_title_source_and_date_stand_in_the_head_when_the_title_is_gone(qtbot: QtBot, reader: ReaderView) -> None:
    reader.show_reading(replace(reading_from(GUIDE), letter=Letter(0)), ZoneView.HIDDEN, same=False)
    reader.resize(692, 400)
    reader.grab()
    assert reader.head._value_boxes == []
    reader.text.verticalScrollBar().setValue(200)
    reader.grab()
    assert [name for _box, name in reader.head._value_boxes] == ["source", "date"]
    box = reader.head._value_boxes[1][0]
    qtbot.mouseClick(reader.head, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert reader.evidence.isVisible()
    assert reader.evidence._chosen == "date"


def test_in_a_narrow_view_the_date_stays_beside_the_title(reader: ReaderView) -> None:
    reader.resize(330, 400)
    page = GUIDE.replace("Ferry timetable", "Ferry timetable and fares for the outer islands")
    reader.show_reading(replace(reading_from(page), letter=Letter(0)), ZoneView.HIDDEN, same=False)
    reader.text.verticalScrollBar().setValue(400)
    reader.grab()
    assert [name for _box, name in reader.head._value_boxes] == ["date"]
    assert reader.head._value_boxes[0][0].right() < reader.head._zone_box.left()
