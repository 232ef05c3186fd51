"""Which addresses may be opened, and the question before it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from briefing_app.model.span import Span
from briefing_app.ui.reader.links import Destination, destination, leads_outside
from briefing_app.ui.reader.model import ZoneView
from briefing_app.ui.reader.view import ReaderView
from tests.ui.reader.conftest import GUIDE, reading_from

PAGE = "https://harbour.test/ferry/1"


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("https://harbour.test/line?x=1#top", Destination("https://harbour.test/line?x=1#top", "harbour.test")),
        ("HTTP://Harbour.Test/", Destination("http://harbour.test/", "harbour.test")),
        ("https://münchen.example/größe", Destination("https://xn--mnchen-3ya.example/gr%C3%B6%C3%9Fe", "xn--mnchen-3ya.example")),
        ("http://[::1]:8080/a", Destination("http://[::1]:8080/a", "::1")),
        ("/crew", Destination("https://harbour.test/crew", "harbour.test")),
        ("../2", Destination("https://harbour.test/2", "harbour.test")),
        ("//other.test/x", Destination("https://other.test/x", "other.test")),
    ],
)
def test_web_addresses_are_opened_with_their_host(address: str, where: Destination) -> None:
    assert destination(address, PAGE) == where
    assert where.url.isValid()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.test/",
        "mailto:a@b.test",        "smb://host/share", "-flag", "#top", "", "https://", "https:///path", "https:harbour.test", "https://user@harbour.test/",
        "https://user:secret@harbour.test/", "https://harbour.test@evil.test/", "https://harbour.test\\@evil.test/", "https://a b.test/",
        "https://harbour.test/\u202egpj.exe", "https://harbour.test/a\x00b", "https://harbour.test:99999/",
        "https://[::1/", "vbscript:x", "view-source:https://a.test",
    ],
)  # fmt: skip
def test_everything_else_is_not(address: str) -> None:
    assert destination(address, None) is None
    if address not in ("#top", "", "-flag", "https:harbour.test"):  # an address within the page's own site is resolved
        assert destination(address, PAGE) is None or destination(address, PAGE).host == "harbour.test"  # type: ignore[union-attr]


def test_an_address_within_the_site_needs_the_page_s_own() -> None:
    assert destination("/crew", None) is None
    assert destination("/crew", "file:///saved.html") is None
    assert not leads_outside("/crew", None)


def test_links_are_walked_by_tab_and_asked_about(qtbot: QtBot, reader: ReaderView) -> None:
    reader.show_reading(reading_from(GUIDE), ZoneView.HIDDEN, same=False)
    reader.text.setFocus()
    opened: list[Destination] = []
    reader.link_opened.connect(opened.append)
    targets = [stop.target.partition(":")[0] for stop in reader.text._page.stops]
    assert targets.count("link") == 3  # javascript: is text like any other
    for _ in range(targets.index("link") + 2):
        qtbot.keyClick(reader.text, Qt.Key.Key_Tab)
    qtbot.keyClick(reader.text, Qt.Key.Key_Return)
    assert reader.question.isVisible()
    assert not opened
    shown = {label.text() for label in (reader.question._host, reader.question._words)}
    assert shown == {"xn--mnchen-3ya.example", "“the council”"}
    qtbot.keyClick(reader.question, Qt.Key.Key_Escape)
    assert not reader.question.isVisible()
    assert not opened
    qtbot.keyClick(reader.text, Qt.Key.Key_Return)
    qtbot.mouseClick(reader.question._open, Qt.MouseButton.LeftButton)
    assert [where.host for where in opened] == ["xn--mnchen-3ya.example"]


def test_tab_leaves_the_text_behind_its_last_link(qtbot: QtBot, reader: ReaderView) -> None:
    reader.show_reading(reading_from(GUIDE), ZoneView.HIDDEN, same=False)
    reader.text.setFocus()
    for _ in reader.text._page.stops:
        qtbot.keyClick(reader.text, Qt.Key.Key_Tab)
        assert reader.text._stops.here is not None
    qtbot.keyClick(reader.text, Qt.Key.Key_Tab)
    assert reader.text._stops.here is None
    qtbot.keyClick(reader.text, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    stop = reader.text._stops.here
    assert stop is not None
    assert reader.dismiss()
    assert reader.text._stops.here is None


def test_a_link_is_pressed_with_the_mouse_and_its_address_copied(qtbot: QtBot, reader: ReaderView) -> None:
    reading = reading_from(GUIDE)
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    link = next(link for link in reading.article.document.links if link.address == "/crew")
    point = reader.text.rects(link.span)[0].center().toPoint()
    qtbot.mouseClick(reader.text.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert reader.question._host.text() == "harbour.test"
    qtbot.mouseClick(reader.question._copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "https://harbour.test/crew"
    seamen = reading.article.text.index("union of seamen")
    point = reader.text.rects(Span(seamen, seamen + 5))[0].center().toPoint()
    qtbot.mouseClick(reader.text.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert not reader.question.isVisible()


def test_words_that_name_another_host_are_warned_of(reader: ReaderView) -> None:
    question = reader.question
    question.ask("see www.bank.test/login", "https://evil.test/", destination("https://evil.test/", None))
    assert "www.bank.test" in question._warning.text()
    question.ask("see www.bank.test", "https://login.bank.test/", destination("https://login.bank.test/", None))
    assert not question._warning.text()
    question.ask("x", "https://user@evil.test/", None)
    assert question._open.isHidden()
