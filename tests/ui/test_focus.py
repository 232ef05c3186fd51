"""The keyboard's place is always visible: Tab goes through every part of every pane, and each of them shows the ring."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window

LEAST_RING = 24
"""Accent pixels that focus adds at least: a ring around the smallest button has more."""
MOST_STOPS = 60


def ring_pixels(window: Window, area: QRect) -> int:
    """How many pixels of the accent's colour stand in a part of the window."""
    image = window.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)
    accent = QColor(window.look.colours.accent).rgb()
    return Counter(memoryview(image.constBits()).cast("I"))[accent]


def place_of(widget: QWidget) -> QRect:
    """The widget on its window, with a rim for a ring that is painted around it."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)


def open_pane(qtbot: QtBot, window: Window, pane: Pane) -> None:
    """Go to a pane and wait until it has its content."""
    session = window.session
    session.open_article(session.workbench.library.events()[0].group.articles[0])
    session.go(pane)
    if pane is Pane.COMPARE:
        qtbot.waitUntil(lambda: session.comparing.compared is not None and not session.comparing.busy)
    if pane is Pane.BRIEFING:
        qtbot.waitUntil(lambda: bool(session.desk.typeset.pages) and not session.desk.typeset.under_way)


PLACES = [(Pane.LIBRARY, None), *((Pane.COMPARE, level) for level in Level), (Pane.BRIEFING, None)]


@pytest.mark.parametrize(("pane", "level"), PLACES)
def test_tab_reaches_everything_and_shows_where_it_is(qtbot: QtBot, full: Window, pane: Pane, level: Level | None) -> None:
    open_pane(qtbot, full, pane)
    if level is not None:
        full.compare.open_level(level)
        qtbot.wait(20)
    full.top.menu.setFocus(Qt.FocusReason.TabFocusReason)
    seen, blind = walk(qtbot, full)
    assert len(seen) > 6
    assert not blind
    backwards: list[QWidget] = []
    while not backwards or QApplication.focusWidget() is not seen[0]:
        widget = QApplication.focusWidget()
        if not backwards or widget is not backwards[-1]:
            backwards.append(widget)
        assert len(backwards) < MOST_STOPS
        qtbot.keyClick(widget, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    names = [[f"{type(one).__name__} {one.accessibleName()}" for one in way] for way in (backwards, [seen[0], *reversed(seen[1:])])]
    assert "\n".join(names[0]) == "\n".join(names[1])


def walk(qtbot: QtBot, window: Window) -> tuple[list[QWidget], list[str]]:
    """Press Tab until the focus is where it began; the widgets it came through, and those that did not show it."""
    seen: list[QWidget] = []
    blind: list[str] = []
    presses = 0
    while not seen or QApplication.focusWidget() is not seen[0]:
        widget = QApplication.focusWidget()
        assert widget is not None, f"focus is lost behind {seen[-1:]}"
        assert widget.isVisible()
        fresh = widget not in seen[-1:]  # inside of a text Tab goes from link to link
        assert not (fresh and widget in seen), "Tab goes round without passing where it began"
        with_focus = ring_pixels(window, place_of(widget))
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not widget and with_focus - ring_pixels(window, place_of(widget)) < LEAST_RING:
            blind.append(f"{type(widget).__name__} {widget.accessibleName()}")
        if fresh:
            seen.append(widget)
        presses += 1
        assert presses < MOST_STOPS
    return seen, blind
