"""Every pane, light, dark and sepia, at three widths: not blank, in its colours, nothing outside of the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.pipeline import Workbench
from briefing_app.ui.reader.model import ZoneView
from briefing_app.ui.session import Pane, Session
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import COLOURS, Look, ThemeName
from briefing_app.ui.window import Window

WIDTHS = (900, 1280, 1720)


@pytest.fixture
def window(qtbot: QtBot, hung: Workbench, tmp_path: Path) -> Iterator[Window]:
    """A window on the library."""
    session = Session(hung)
    made = Window(session, Look(), Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    made.show()
    session.start()
    qtbot.waitUntil(lambda: session.following.total == 6 and session.reading is not None)
    yield made
    session.close()


def colours(image: QImage) -> Counter[str]:
    """How often each colour stands on every third pixel."""
    pixels = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")[::3]
    return Counter({f"#{pixel & 0xFFFFFF:06X}": count for pixel, count in Counter(pixels).items()})


def open_pane(qtbot: QtBot, window: Window, pane: Pane) -> None:
    """Go there and wait until it shows what it has."""
    session = window.session
    session.open_article(session.workbench.library.events()[0].group.articles[0])
    session.go(pane)
    ready = {
        Pane.LIBRARY: lambda: session.reading is not None,
        Pane.COMPARE: lambda: session.comparing.compared is not None and not session.comparing.busy,
        Pane.BRIEFING: lambda: bool(session.desk.typeset.pages) and not session.desk.typeset.under_way,
    }
    qtbot.waitUntil(ready[pane])
    qtbot.wait(30)


def in_scroll_area(widget: QWidget) -> bool:
    """Whether it lies in something that scrolls."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def stray(window: QWidget) -> list[str]:
    """Visible widgets whose left or right edge lies outside of the window, scrolled content aside."""
    found = []
    for child in window.findChildren(QWidget):
        if child.isVisible() and not child.visibleRegion().isEmpty() and child.window() is window and not in_scroll_area(child):
            left = child.mapTo(window, QPoint(0, 0)).x()
            if left < 0 or left + child.width() > window.width():
                found.append(f"{type(child).__name__} {child.objectName()} from {left} to {left + child.width()}")
    return found


@pytest.mark.parametrize("pane", list(Pane))
def test_landmarks_in_every_theme(qtbot: QtBot, window: Window, pane: Pane) -> None:
    window.resize(1280, 800)
    open_pane(qtbot, window, pane)
    for theme in ThemeName:
        window.look.choose(theme)
        qtbot.wait(30)
        check_landmarks(colours(window.grab().toImage()), theme, pane)


def check_landmarks(seen: Counter[str], theme: ThemeName, pane: Pane) -> None:
    """The theme's own colours are there, the other theme's paper is not."""
    tokens = COLOURS[theme]
    assert seen.most_common(1)[0][0] == tokens.paper
    for token in (tokens.accent, tokens.line, tokens.selection):
        assert seen[token] > 10, token
    assert seen["#0072B2"] > 20  # the hue of source A
    assert len(seen) > 60
    foreign = COLOURS[ThemeName.LIGHT if theme is ThemeName.DARK else ThemeName.DARK].paper
    assert seen[foreign] < 0.02 * sum(seen.values()) or pane is Pane.BRIEFING  # the page is white in every theme


@pytest.mark.parametrize("pane", list(Pane))
def test_nothing_sticks_out(qtbot: QtBot, window: Window, pane: Pane) -> None:
    open_pane(qtbot, window, pane)
    for width in WIDTHS:
        window.resize(width, 600)
        qtbot.wait(30)
        assert window.width() == width
        assert stray(window) == []


def test_every_article_is_shown_in_every_view(qtbot: QtBot, window: Window) -> None:
    for row in window.session.workbench.library.rows():
        window.session.open_article(row.id)
        for _ in ZoneView:
            window.session.next_zone_view()
            qtbot.wait(5)
            assert len(colours(window.reader.grab().toImage())) > 20


def test_arabic_runs_from_the_right(qtbot: QtBot, window: Window) -> None:
    number = next(row.id for row in window.session.workbench.library.rows() if "ليندو" in row.headline)
    window.session.open_article(number)
    window.room.choose(number)
    qtbot.waitUntil(lambda: "ليندو" in window.reader.text.document().toPlainText())
    reading = window.session.reading
    assert reading is not None
    start = reading.article.text.index("أعلنت")
    first = window.reader.text._page.places.to_document(type(reading.article.document.zones[0].span)(start, start + 1))[0][0]
    block = window.reader.text.document().findBlock(first)
    assert block.textDirection().name == "RightToLeft"
