"""The three levels in a real window, by the keys that the window knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from briefing_app.model.ids import EventId
from briefing_app.ui.comparison.drawer.exporting import SUFFIXES
from briefing_app.ui.comparison.drawer.table import TABS
from briefing_app.ui.comparison.matrix.order import Sort
from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.comparison.texts.flow import Fold
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from tests.ui.comparison.material import row_here


@pytest.fixture
def comparing(qtbot: QtBot, full: Window) -> Window:
    """The window at the matrix of the harbour's two articles."""
    session = full.session
    event = session.events.get(session.events.newest())
    assert event is not None
    session.open_article(event.group.articles[0])
    session.go(Pane.COMPARE)
    qtbot.waitUntil(lambda: session.comparing.compared is not None and not session.comparing.busy)
    return full


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def standing(window: Window) -> tuple[int | None, int]:
    return window.compare.standing.claim, window.compare.standing.place


def test_keys_zoom_and_the_row_stays(qtbot: QtBot, comparing: Window) -> None:
    compare = comparing.compare
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_K)
    here = standing(comparing)
    press(qtbot, Qt.Key.Key_2)
    assert compare.standing.level is Level.TEXTS
    assert compare.texts.canvas.hasFocus()
    assert standing(comparing) == here
    assert comparing.status._hints == comparing.keymap.hints(Level.TEXTS)
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_1)
    assert compare.standing.level is Level.MATRIX
    row = row_here(compare.matrix)
    assert row is not None
    assert (row.index, compare.matrix.table.currentIndex().column()) == standing(comparing)


def test_escape_zooms_out_then_leaves(qtbot: QtBot, comparing: Window) -> None:
    press(qtbot, Qt.Key.Key_2)
    press(qtbot, Qt.Key.Key_Escape)
    assert comparing.compare.standing.level is Level.MATRIX
    assert comparing.session.pane is Pane.COMPARE
    press(qtbot, Qt.Key.Key_Escape)
    assert comparing.session.pane is Pane.LIBRARY


def test_marks_are_walked_in_both_levels(qtbot: QtBot, comparing: Window) -> None:
    for level in (Qt.Key.Key_1, Qt.Key.Key_2):
        press(qtbot, level)
        first = standing(comparing)
        press(qtbot, Qt.Key.Key_N)
        there = standing(comparing)
        assert there != first
        press(qtbot, Qt.Key.Key_P)
        assert standing(comparing) != there


def test_enter_unfolds_and_opens_the_article_and_escape_comes_back(qtbot: QtBot, comparing: Window) -> None:
    press(qtbot, Qt.Key.Key_2)
    texts = comparing.compare.texts
    page = texts.canvas.page
    assert page is not None
    for _ in range(20):
        assert texts.current is not None
        if isinstance(page.arranged.boxes[texts.current].item, Fold):
            break
        press(qtbot, Qt.Key.Key_J)
    height = page.height
    press(qtbot, Qt.Key.Key_Return)
    assert texts.canvas.page is not None
    assert texts.canvas.page.height >= height
    target = comparing.compare.target()
    assert target is not None
    comparing.compare.sentence_wanted.emit(*target)
    assert comparing.session.pane is Pane.LIBRARY
    press(qtbot, Qt.Key.Key_Escape)
    assert comparing.session.pane is Pane.COMPARE
    assert comparing.compare.standing.level is Level.TEXTS


def test_the_switch_is_pressed_with_the_mouse(qtbot: QtBot, comparing: Window) -> None:
    button = comparing.compare.head.button(Level.TEXTS)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert comparing.compare.standing.level is Level.TEXTS
    assert button.isChecked()


def test_space_peeks_and_presses_a_button_that_has_the_focus(qtbot: QtBot, comparing: Window) -> None:
    press(qtbot, Qt.Key.Key_Space)
    assert comparing.compare.card.isVisible()
    press(qtbot, Qt.Key.Key_Space)
    assert not comparing.compare.card.isVisible()
    button = comparing.compare.head.button(Level.TEXTS)
    button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert comparing.compare.standing.level is Level.TEXTS


def test_why_legend_and_order_have_keys(qtbot: QtBot, comparing: Window) -> None:
    press(qtbot, Qt.Key.Key_W)
    assert comparing.compare.card.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not comparing.compare.card.isVisible()
    assert comparing.session.pane is Pane.COMPARE
    press(qtbot, Qt.Key.Key_I)
    assert not comparing.compare.legend.isVisible()
    assert not comparing.settings.read().legend
    press(qtbot, Qt.Key.Key_I)
    assert comparing.compare.legend.isVisible()
    press(qtbot, Qt.Key.Key_O)
    assert comparing.compare.matrix.sort is Sort.TEXT
    assert "order of the texts" in comparing.status._said


def test_c_folds_copies_and_says_so_or_that_there_are_none(qtbot: QtBot, comparing: Window) -> None:
    compared = comparing.session.comparing.compared
    assert compared is not None
    columns = comparing.matrix_model.columnCount()
    press(qtbot, Qt.Key.Key_C)
    if compared.comparison.copies:
        assert comparing.matrix_model.columnCount() != columns
    else:
        assert "copy" in comparing.status._said


def test_every_drawing_is_reached_saved_in_every_form_and_left_by_keys_alone(
    qtbot: QtBot, comparing: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[Path] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(saved[-1]), ""))
    press(qtbot, Qt.Key.Key_D)
    drawer = comparing.compare.drawer
    assert drawer.isVisible()
    for tab in TABS:
        assert drawer.tab is tab
        for suffix in SUFFIXES:
            saved.append(tmp_path / f"{tab.id}{suffix}")
            press(qtbot, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        press(qtbot, Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    assert len(saved) == len(TABS) * len(SUFFIXES)
    assert all(path.stat().st_size > 20 for path in saved)
    assert drawer.tab is TABS[0]
    press(qtbot, Qt.Key.Key_Escape)
    assert not drawer.isVisible()
    assert comparing.session.pane is Pane.COMPARE


def test_keys_go_to_the_next_event_and_back(qtbot: QtBot, comparing: Window) -> None:
    session = comparing.session
    known = [event.id for event in session.following.counts.newest]

    def compared() -> EventId | None:
        now = session.comparing.compared
        return now.event.id if now is not None and now.event is not None else None

    first = compared()
    assert first in known
    for key, step in ((Qt.Key.Key_BracketRight, 1), (Qt.Key.Key_BracketLeft, 0)):
        expected = known[(known.index(first) + step) % len(known)]
        press(qtbot, key)
        qtbot.waitUntil(lambda expected=expected: compared() == expected and not session.comparing.busy)
    assert session.events.beside(None, 1) == known[0]
    assert session.events.beside(first, len(known)) is None
