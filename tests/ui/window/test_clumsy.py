"""What hurried hands do: dialogs closed before their news, an empty clipboard, a library that is gone, windows closed amid work."""

from __future__ import annotations

import shutil
import sys

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from briefing_app import paths
from briefing_app.pipeline import Workbench
from briefing_app.ui.actions import editing, importing, safety
from briefing_app.ui.error_text import trouble_of
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from tests.ui.test_main_job import press


@pytest.mark.parametrize("open_dialog", [editing.show_history, safety.show_backups])
def test_a_closed_dialog_hears_no_news(qtbot: QtBot, full: Window, open_dialog: object) -> None:
    assert callable(open_dialog)
    open_dialog(full)
    dialog = next(one for one in full.findChildren(QDialog) if one.isVisible())
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    number = full.session.workbench.library.article_ids()[0]
    full.session.marking.toggle_star((number,))
    full.session.keeping.backed_up.emit(None)
    qtbot.waitUntil(lambda: full.session.workbench.library.rows((number,))[0].starred)
    qtbot.wait(50)  # an error in a slot fails the test


def test_an_empty_clipboard_is_said(full: Window) -> None:
    QApplication.clipboard().setMimeData(QMimeData())
    importing.paste(full)
    assert full.status._said == "There is nothing in the clipboard that can be imported."


@pytest.mark.skipif(sys.platform == "win32", reason="there an open library cannot be removed")
def test_a_library_that_is_gone_is_told_and_the_window_stays(qtbot: QtBot, full: Window, workbench: Workbench) -> None:
    shutil.rmtree(workbench.library.folder)
    full.list.list.setFocus()
    for code in (Qt.Key.Key_J, Qt.Key.Key_S, Qt.Key.Key_U, Qt.Key.Key_Z, Qt.Key.Key_K):
        press(qtbot, code)
    full.top.field.setText("harbour")
    qtbot.waitUntil(full.trouble.isVisible)
    assert "library" in full.trouble.accessibleName()
    assert full.isVisible()


@pytest.mark.parametrize("pane", [Pane.COMPARE, Pane.BRIEFING])
def test_a_window_is_closed_while_its_work_is_under_way(full: Window, pane: Pane) -> None:
    full.session.open_article(full.session.workbench.library.events()[0].group.articles[0])
    full.session.go(pane)
    full.session.long_jobs.reindex()
    full.close()
    assert not full.isVisible()


def test_a_fault_says_where_its_report_lies_and_is_closed_by_key(qtbot: QtBot, full: Window) -> None:
    full.show_trouble(trouble_of(RuntimeError("words of an article")))
    assert str(paths.reports_folder()) in full.trouble.words
    assert "words of an article" not in full.trouble.words
    full.list.list.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert not full.trouble.isVisible()
