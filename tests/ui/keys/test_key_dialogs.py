"""The dialog in which keys are changed and the sheet that shows them, in a window."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing_app.ui.actions import ACTIONS, viewing
from briefing_app.ui.keys.dialog import KeyDialog
from briefing_app.ui.keys.model import KeyModel
from briefing_app.ui.keys.sheet import KeyLine, KeySheet
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from tests.ui.test_main_job import press
from tests.ui.test_ways import said

ROWS = {row.id: row for row in ACTIONS}
W = TypeVar("W", bound=QWidget)


def opened(window: Window, kind: type[W]) -> W:
    """The dialog of that kind that stands over the window."""
    return next(one for one in window.findChildren(kind) if one.isVisible())


@pytest.fixture
def dialog(qtbot: QtBot, window: Window) -> KeyDialog:
    viewing.change_keys(window)
    made = opened(window, KeyDialog)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def record(qtbot: QtBot, dialog: KeyDialog, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the field and wait until the field takes it for finished."""
    dialog.field.setFocus()
    with qtbot.waitSignal(dialog.field.editingFinished):
        qtbot.keyClick(dialog.field, key, modifier)


def test_a_free_key_is_taken_at_once_and_works(qtbot: QtBot, window: Window, dialog: KeyDialog) -> None:
    dialog.choose(ROWS["theme"])
    record(qtbot, dialog, Qt.Key.Key_F4)
    assert dialog.said == "“Light, dark, sepia” is F4 now."
    dialog.accept()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before = window.look.name
    window.top.field.setFocus()
    press(qtbot, Qt.Key.Key_F4)
    assert window.look.name is not before
    press(qtbot, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert window.look.name is not before
    assert window.top._theme.toolTip() == "Light, dark, sepia (F4)"


def test_a_conflict_names_both_and_gives_the_next_step(qtbot: QtBot, window: Window, dialog: KeyDialog) -> None:
    dialog.choose(ROWS["star"])
    record(qtbot, dialog, Qt.Key.Key_U)
    assert dialog.said == "u already means “Read or unread”. Press another key, or take it from there."
    assert dialog.take.text() == "Take it for “Star”"
    assert window.keymap.keys(ROWS["star"]) == ("S",)
    dialog.take.click()
    assert dialog.said == "“Star” is u now. “Read or unread” has no key any more."
    assert dialog.row is ROWS["star"]
    dialog.reset.click()
    assert window.keymap.keys(ROWS["star"]) == ("S",)


def test_no_key_and_all_keys_as_at_first_and_back(window: Window, dialog: KeyDialog) -> None:
    dialog.choose(ROWS["star"])
    dialog.no_key.click()
    assert window.keymap.keys(ROWS["star"]) == ()
    dialog.reset_all.click()
    assert window.keymap.keys(ROWS["star"]) == ("S",)
    assert dialog.reset_all.text() == "Bring my keys back"
    dialog.reset_all.click()
    assert window.keymap.keys(ROWS["star"]) == ()


def test_actions_are_found_by_words_and_by_key(qtbot: QtBot, dialog: KeyDialog) -> None:
    qtbot.keyClicks(dialog._filter, "sidebar")
    assert dialog.row is ROWS["sidebar"]
    dialog._filter.setText("ctrl+k")
    assert dialog.row is ROWS["palette"]
    dialog._filter.setText("no such thing")
    assert dialog.row is None
    assert not dialog.field.isEnabled()
    qtbot.keyClick(dialog._filter, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_by_keyboard_alone(qtbot: QtBot, window: Window, dialog: KeyDialog) -> None:
    dialog._filter.setFocus()
    qtbot.keyClicks(dialog._filter, "unread")
    qtbot.keyClick(dialog._filter, Qt.Key.Key_Return)
    assert dialog.list.hasFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.field.hasFocus()
    record(qtbot, dialog, Qt.Key.Key_F12)
    assert window.keymap.shown("unread") == "F12"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Tab)
    assert not dialog.field.hasFocus()


def test_hints_and_sheet_show_the_key_that_is_now(qtbot: QtBot, full: Window) -> None:
    full.keymap.choose(ROWS["zones"], ("F9",))
    assert ("F9", "zones") in full.status._hints
    assert full.reader.head.zones_key == "F9"
    full.list.list.setFocus()
    press(qtbot, Qt.Key.Key_Question)
    sheet = opened(full, KeySheet)
    names = [line.accessibleName() for line in sheet.findChildren(KeyLine)]
    assert names[0] == "Import what is in the clipboard, Ctrl+V"
    assert "Next hit or mark, n" in names
    assert "Page furniture: hide, dim, show, F9" in names
    assert sheet.heads[0] == "Here, in the library"
    qtbot.keyClick(sheet, Qt.Key.Key_Question)
    assert not sheet.isVisible()
    press(qtbot, Qt.Key.Key_F9)
    assert "possible" not in said(full)


def test_the_sheet_begins_with_what_applies_here(full: Window) -> None:
    full.session.go(Pane.BRIEFING)
    viewing.show_keys(full)
    sheet = opened(full, KeySheet)
    assert sheet.heads[0] == "Here, in the briefing"
    assert "In the library" in sheet.heads
    assert [row.id for row, _key in sheet._groups[0][1]] == [row.id for row in ACTIONS if row.where.value == "briefing"]
    sheet.change_wanted.connect(lambda: None)
    sheet._change()
    assert opened(full, KeyDialog).isVisible()
    opened(full, KeyDialog).accept()


def test_the_model(window: Window, qtmodeltester: ModelTester) -> None:
    model = KeyModel(window.keymap)
    qtmodeltester.check(model)
    spoken = model.index_of(ROWS["star"]).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Star, Article, s"
