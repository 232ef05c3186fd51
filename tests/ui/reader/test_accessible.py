"""What those who hear the window are told: the text itself, its name, what it is, and each stop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from briefing_app.ui.reader.model import ZoneView
from briefing_app.ui.reader.view import ReaderView
from tests.ui.reader.conftest import GUIDE, reading_from


def test_the_whole_text_can_be_read_aloud(reader: ReaderView) -> None:
    reading = reading_from(GUIDE)
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    told = QAccessible.queryAccessibleInterface(reader.text)
    assert told is not None
    assert told.text(QAccessible.Text.Name) == "Article"
    assert told.text(QAccessible.Text.Description) == "Ferry timetable, Harbour Post, not after 31 Dec 2027"
    assert told.role() == QAccessible.Role.EditableText
    assert told.state().readOnly
    text = told.textInterface()
    assert text is not None
    said = text.text(0, text.characterCount())
    for words in ("sails again", "What changes", "weekdays before 7", "Lindow to Skerry", "1,058.00", "The council votes"):
        assert words in said
    assert "Copyright" not in said


def test_a_stop_is_said_with_where_it_leads(qtbot: QtBot, reader: ReaderView) -> None:
    reader.show_reading(reading_from(GUIDE), ZoneView.HIDDEN, same=False)
    reader.text.setFocus()
    said = []
    for _ in reader.text._page.stops:
        qtbot.keyClick(reader.text, Qt.Key.Key_Tab)
        stop = reader.text._stops.here
        assert stop is not None
        said.append(reader.text._spoken(stop))
    assert "the council: xn--mnchen-3ya.example" in said
    assert any(words.startswith("Harbour Post: Harbour Post (stated") for words in said)


def test_the_other_parts_have_names(reader: ReaderView) -> None:
    for widget in (reader._edge, reader.find_bar.field, reader.evidence, reader.relabelling, reader.original.page):
        assert widget.accessibleName()
