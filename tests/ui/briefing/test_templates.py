"""The dialog over the templates, by keyboard, in a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from briefing_app.briefing.templates import TEMPLATES
from briefing_app.model.briefing import HeadingBlock, SourceBlock, SummaryBlock, TextBlock
from briefing_app.ui.briefing.templates import TemplatesDialog
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window


@pytest.fixture
def dialog(qtbot: QtBot, full: Window) -> TemplatesDialog:
    """The dialog over a window with a draft of a heading and a summary open."""
    desk = full.session.desk
    full.session.go(Pane.BRIEFING)
    qtbot.waitUntil(lambda: desk.briefing is not None and desk.provenance is not None)
    desk.change(blocks=(HeadingBlock("Scope"), TextBlock("Mine."), SummaryBlock()))
    qtbot.waitUntil(lambda: bool(desk.briefing and desk.briefing.id))
    made = TemplatesDialog(full.look, full.session, full)
    made.open()
    return made


def rows(dialog: TemplatesDialog) -> list[str]:
    return [str(dialog.model.index(row).data()) for row in range(dialog.model.rowCount())]


def keep(qtbot: QtBot, dialog: TemplatesDialog, name: str) -> None:
    dialog.name.setFocus()
    QTest.keyClicks(dialog.name, name)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(dialog)[0] == name)


def test_the_open_outline_is_kept_renamed_deleted_and_brought_back(qtbot: QtBot, full: Window, dialog: TemplatesDialog) -> None:
    assert rows(dialog) == [template.name for template in TEMPLATES]
    assert not dialog.delete.isEnabled()
    keep(qtbot, dialog, "Morning")
    assert dialog.list.currentIndex().row() == 0
    assert dialog.outline.model().index(0, 0).data() == "Scope"
    assert dialog.outline.model().rowCount() == 3
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Evening")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(dialog)[0] == "Evening")
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(rows(dialog)) == len(TEMPLATES))
    full.session.editing.undo()
    qtbot.waitUntil(lambda: rows(dialog)[0] == "Evening")
    dialog.accept()


def test_enter_begins_with_the_chosen_one_and_undo_takes_it_back(qtbot: QtBot, full: Window, dialog: TemplatesDialog) -> None:
    keep(qtbot, dialog, "Morning")
    desk = full.session.desk
    desk.change(blocks=(TextBlock("Other."), SourceBlock()))
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert desk.briefing is not None
    assert desk.briefing.blocks == (HeadingBlock("Scope"), TextBlock("Other."), SummaryBlock())
    full.session.editing.undo()
    qtbot.waitUntil(lambda: bool(desk.briefing and desk.briefing.blocks[-1] == SourceBlock()))
