"""The levels of the comparison, light, dark and sepia, at three widths: in their colours, nothing outside of the window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefing_app.model.annotation import Tint
from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.session import Pane
from briefing_app.ui.theme import ThemeName
from briefing_app.ui.window import Window
from tests.screens.test_panes import WIDTHS, check_landmarks, colours, open_pane, stray, window

__all__ = ["window"]

ZOOMED = [level for level in Level if level is not Level.MATRIX]


@pytest.mark.parametrize("level", ZOOMED)
def test_landmarks_in_every_theme(qtbot: QtBot, window: Window, level: Level) -> None:
    window.resize(1280, 800)
    open_pane(qtbot, window, Pane.COMPARE)
    window.compare.open_level(level)
    for theme in ThemeName:
        window.look.choose(theme)
        qtbot.wait(30)
        seen = colours(window.grab().toImage())
        check_landmarks(seen, theme, Pane.COMPARE)
        assert level is not Level.TEXTS or max(seen[window.look.tint(tint).name().upper()] for tint in Tint) > 1000


@pytest.mark.parametrize("level", ZOOMED)
def test_nothing_sticks_out(qtbot: QtBot, window: Window, level: Level) -> None:
    open_pane(qtbot, window, Pane.COMPARE)
    window.compare.open_level(level)
    for width in WIDTHS:
        window.resize(width, 600)
        qtbot.wait(30)
        assert window.width() == width
        assert stray(window) == []
