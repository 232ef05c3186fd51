"""What a copy of words takes along, and what it does not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from briefing_app.model.span import Span
from briefing_app.ui.reader.copying import with_citation
from briefing_app.ui.reader.model import ZoneView
from briefing_app.ui.reader.view import ReaderView
from tests.ui.reader.conftest import GUIDE, reading_from
from tests.ui.reader.test_zones import COMMENTED


def test_plain_copying_takes_the_words_only(qtbot: QtBot, reader: ReaderView) -> None:
    reading = reading_from(GUIDE)
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    text = reading.article.text
    reader.text.setFocus()
    reader.text.select(Span(text.index("Three things"), text.index("weekdays before 7") + len("weekdays before 7")))
    qtbot.keyClick(reader.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("Three things change for passengers")
    assert data.text().endswith("weekdays before 7")
    assert "•" not in data.text()
    assert not data.hasHtml()


def test_a_citation_names_source_title_date_and_custody(reader: ReaderView) -> None:
    reading = reading_from(COMMENTED, "page.txt")
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    start = reading.article.text.index("repairs of the three cranes")
    reader.text.select(Span(start, start + 6))
    assert reader.copy_with_citation()
    words = QGuiApplication.clipboard().text()
    first, origin, custody = words.split("\n")
    assert first == "“repair”"
    assert "source unknown" in origin
    assert "“Ferries sail again”" in origin
    assert "not after 16 Oct 2020 (inferred" in origin
    assert "a1" in custody
    assert "page.txt" in custody
    assert "2026-03-01 00:00 UTC" in custody
    assert "0" * 64 in custody
    assert QGuiApplication.clipboard().mimeData().hasHtml()


def test_the_markup_of_a_citation_escapes_what_the_page_says() -> None:
    page = GUIDE.replace("Harbour Post", "&lt;b&gt;Post&lt;/b&gt;").replace("sails again", "sails &lt;img src=x&gt; again")
    reading = reading_from(page)
    text = reading.article.text
    start = text.index("sails <img")
    markup = with_citation(reading.article, [Span(start, start + 24)]).html()
    assert "<img" not in markup
    assert "&lt;img src=x&gt;" in markup
    assert "<b>" not in markup
    assert 'href="https://harbour.test/ferry/1"' in markup


def test_without_a_selection_nothing_is_copied(reader: ReaderView) -> None:
    reader.show_reading(reading_from(GUIDE), ZoneView.HIDDEN, same=False)
    QGuiApplication.clipboard().setText("before")
    assert not reader.copy_with_citation()
    assert QGuiApplication.clipboard().text() == "before"
