"""List and text in a window that has no room for both: the one that the keys go to is seen, by keyboard and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing_app.ui.theme import LIST
from briefing_app.ui.window import Window
from tests.ui.test_main_job import open_headline, press


def seen(window: Window, part: QWidget) -> bool:
    """Whether the part stands within the window."""
    return window.rect().contains(part.mapTo(window, part.rect().center()))


@pytest.fixture
def tight(qtbot: QtBot, full: Window) -> Window:
    """The window at 900 x 600 with everything twice as large."""
    full.look.choose(scale=2.0)
    full.resize(900, 600)
    open_headline(qtbot, full, "Lindow harbour open")
    qtbot.waitUntil(lambda: full.library_pane.sides.tight)
    full.library_pane.focus_middle()
    return full


def test_enter_and_h_go_from_the_list_to_the_text_and_back(tight: Window, qtbot: QtBot) -> None:
    assert seen(tight, tight.list)
    assert not seen(tight, tight.reader)
    press(qtbot, Qt.Key.Key_Return)
    assert tight.reader.text.hasFocus()
    assert seen(tight, tight.reader)
    assert not seen(tight, tight.list)
    press(qtbot, Qt.Key.Key_H)
    assert tight.list.list.hasFocus()
    assert seen(tight, tight.list)


def test_a_click_opens_an_article_and_a_press_leads_back(tight: Window) -> None:
    view = tight.list.list
    row = view.visualRect(tight.library_pane.list_model.index_of(tight.session.workbench.library.article_ids()[0]))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, row.center())
    assert seen(tight, tight.reader)
    tight.grab()  # what can be pressed is known once it is painted
    QTest.mouseClick(tight.reader.head, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(40, 40))
    assert seen(tight, tight.list)
    assert view.hasFocus()


def test_what_opens_above_the_text_brings_it(tight: Window, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: tight.reader.evidence.isVisible())
    assert seen(tight, tight.reader)


def test_with_room_for_both_they_stand_as_before(tight: Window, qtbot: QtBot) -> None:
    tight.look.choose(scale=1.0)
    tight.resize(1280, 800)
    qtbot.waitUntil(lambda: not tight.library_pane.sides.tight)
    assert seen(tight, tight.list)
    assert seen(tight, tight.reader)
    tight.look.choose(scale=2.0)
    tight.resize(900, 600)
    assert tight.library_pane.sides.tight
    assert all(tight.library_pane.sides.widths())  # what is kept for the next start


def test_buttons_without_room_stand_in_a_menu(tight: Window) -> None:
    top = tight.top
    assert not top._theme.isVisible()
    theme = tight.look.name
    assert top._more.isVisible()
    menu = top.more_menu()
    assert len(menu.actions()) == 3
    menu.actions()[1].trigger()
    menu.deleteLater()
    assert tight.look.name is not theme
    tight.look.choose(scale=1.0)
    tight.resize(1280, 800)
    assert top._theme.isVisible()
    assert not top._more.isVisible()


def test_the_list_has_its_width_also_when_it_comes_in_place_of_the_ways_to_begin(qtbot: QtBot, full: Window) -> None:
    full.resize(1280, 800)
    sides = full.library_pane.sides
    usual = sides.middle.width()
    full.library_pane.show_welcome(True)
    full.resize(1000, 700)
    assert sides.widths()[0] == usual  # what is kept for the next start
    full.resize(1280, 800)
    full.library_pane.show_welcome(False)
    qtbot.waitUntil(lambda: sides.middle.width() == usual)
    assert usual == full.look.px(LIST)


def test_a_larger_window_leaves_the_list_as_wide_as_the_analyst_had_it(qtbot: QtBot, full: Window) -> None:
    full.resize(1280, 800)
    sides = full.library_pane.sides
    open_headline(qtbot, full, "Lindow harbour open")
    sides.take_widths((300, 771))
    for width in (1600, 1280):
        full.resize(width, 800)
        qtbot.waitUntil(lambda: full.rect().right() - sides.mapTo(full, sides.rect().topRight()).x() <= 1)
        assert sides.middle.width() == 300
