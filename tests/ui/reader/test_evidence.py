"""Where values come from, and setting them right in place."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefing_app.model.correction import MetadataField
from briefing_app.model.dates import DateInterval
from briefing_app.model.span import Span
from briefing_app.ui.reader.evidence import EvidencePopover
from briefing_app.ui.reader.model import ZoneView
from briefing_app.ui.reader.values import Refused, evidence_tip, typed_value
from briefing_app.ui.reader.view import ReaderView
from briefing_app.ui.tips import plain_tip
from briefing_app.ui.window import Window
from tests.ui.reader.conftest import GUIDE, reading_from
from tests.ui.reader.test_zones import COMMENTED

IMPORTED = date(2026, 3, 1)


def button(popover: EvidencePopover, words: str) -> QPushButton:
    return next(each for each in popover.findChildren(QPushButton) if each.text() == words and each.isVisible())


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        (MetadataField.DATE, "10..16 Oct 2020", DateInterval(date(2020, 10, 10), date(2020, 10, 16))),
        (MetadataField.DATE, "not after 16 Oct 2020", DateInterval(None, date(2020, 10, 16))),
        (MetadataField.DATE, "2026", DateInterval(date(2026, 1, 1), date(2026, 12, 31))),
        (MetadataField.SOURCE, "  Harbour\n Post ", "Harbour Post"),
        (MetadataField.LANGUAGE, "German", "de"),
        (MetadataField.LANGUAGE, "FR", "fr"),
        (MetadataField.LANGUAGE, "日本語", "ja"),
    ],
)
def test_typed_words_are_values(field: MetadataField, words: str, value: object) -> None:
    assert typed_value(field, words, IMPORTED) == value


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        (MetadataField.DATE, "soon", "not read as a date"),
        (MetadataField.DATE, "31 Feb 2020", "no such day"),
        (MetadataField.DATE, "3/4/2020", "exchanged"),
        (MetadataField.DATE, "5 Mar 2026", "imported on 1 Mar 2026"),
        (MetadataField.LANGUAGE, "Klingon", "No language"),
        (MetadataField.TITLE, " \t ", "Nothing is written"),
        (MetadataField.BYLINE, "a" * 301, "too long"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(field: MetadataField, words: str, said: str) -> None:
    refused = typed_value(field, words, IMPORTED)
    assert isinstance(refused, Refused)
    assert said in refused.sentence


def test_a_date_is_set_where_its_evidence_stands(qtbot: QtBot, reader: ReaderView) -> None:
    reader.show_reading(reading_from(COMMENTED, "page.txt"), ZoneView.HIDDEN, same=False)
    said: list[tuple[MetadataField, object]] = []
    reader.value_set.connect(lambda field, value: said.append((field, value)))
    reader.show_evidence("date")
    popover = reader.evidence
    assert popover.isVisible()
    qtbot.mouseClick(button(popover, "Set a date"), Qt.MouseButton.LeftButton)
    field = popover._field
    assert field is not None
    assert field.edit.hasFocus()
    field.edit.setText("31 Feb 2020")
    assert field.said.text() == "There is no such day."
    assert not field.set_button.isEnabled()
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert not said
    field.edit.setText("10..16 oct 2020")
    assert field.said.text() == "= 10–16 Oct 2020"
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert said == [(MetadataField.DATE, DateInterval(date(2020, 10, 10), date(2020, 10, 16)))]
    assert popover.isVisible()


def test_escape_leaves_the_field_first_and_then_the_popover(qtbot: QtBot, reader: ReaderView) -> None:
    reader.show_reading(reading_from(GUIDE), ZoneView.HIDDEN, same=False)
    reader.show_evidence("source")
    qtbot.mouseClick(button(reader.evidence, "Change …"), Qt.MouseButton.LeftButton)
    assert reader.evidence._field is not None
    qtbot.keyClick(reader.evidence._field.edit, Qt.Key.Key_Escape)
    assert reader.evidence._field is None
    assert reader.evidence.isVisible()
    qtbot.keyClick(reader.evidence, Qt.Key.Key_Escape)
    assert not reader.evidence.isVisible()


def test_show_in_text_goes_to_the_words(qtbot: QtBot, reader: ReaderView) -> None:
    reading = reading_from(COMMENTED, "page.txt")
    reader.head.zones_pressed.connect(lambda: reader.show_reading(reading, ZoneView.DIMMED, same=True))
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    date_value = reading.article.document.date
    span = next(evidence.span for evidence in date_value.evidence if evidence.span)
    reader.show_evidence("date")
    qtbot.mouseClick(button(reader.evidence, "Show in text"), Qt.MouseButton.LeftButton)
    assert not reader.evidence.isVisible()
    place = reader.text.in_view(Span(span.start, span.start + 1))
    assert 0 < place.top() < reader.text.viewport().height()  # it stood in a hidden line, which is shown now


def test_the_overview_offers_what_is_unknown(qtbot: QtBot, reader: ReaderView) -> None:
    reading = reading_from("Harbour reopens\n\nThe harbour of Lindow reopened after the storm, they said.", "a.txt")
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    reader.show_evidence()
    qtbot.mouseClick(button(reader.evidence, "Set source"), Qt.MouseButton.LeftButton)
    assert reader.evidence._field is not None
    assert reader.evidence._field.edit.hasFocus()


def test_nothing_is_offered_that_a_read_only_library_cannot_keep(reader: ReaderView) -> None:
    reader.writable = False
    reader.show_reading(reading_from(GUIDE), ZoneView.HIDDEN, same=False)
    for name, places in (("", 3), ("date", 1), ("source", 0)):
        reader.show_evidence(name)
        offered = [each.text() for each in reader.evidence.findChildren(QPushButton) if each.isVisible()]
        assert offered == ["Show in text"] * places


def test_the_pointer_tells_of_the_evidence_and_takes_nothing_for_markup() -> None:
    document = reading_from(COMMENTED, "page.txt").article.document
    tip = evidence_tip(document, MetadataField.DATE)
    assert "inferred" in tip
    assert "16/10/2020" in tip
    assert "<img" not in plain_tip("<img src='file:///x'> & more")
    assert plain_tip("") == ""


def test_a_value_is_set_by_key_kept_and_taken_back(qtbot: QtBot, full: Window) -> None:
    qtbot.waitUntil(lambda: full.session.reading is not None)
    full.reader.text.setFocus()
    qtbot.keyClick(full.reader.text, Qt.Key.Key_E)
    full.reader.show_evidence("source")
    qtbot.mouseClick(button(full.reader.evidence, "Change …"), Qt.MouseButton.LeftButton)
    assert full.reader.evidence._field is not None
    qtbot.keyClicks(full.reader.evidence._field.edit, "Lindow Weekly")
    qtbot.keyClick(full.reader.evidence._field.edit, Qt.Key.Key_Return)

    def source() -> str | None:
        return full.session.reading.article.document.source.value if full.session.reading else None

    qtbot.waitUntil(lambda: source() == "Lindow Weekly")
    assert "Lindow Weekly" in full.reader.text.document().toPlainText()
    qtbot.mouseClick(button(full.reader.evidence, "As it was found"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: source() != "Lindow Weekly")
    qtbot.keyClick(full, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: source() == "Lindow Weekly")
