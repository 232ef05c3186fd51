"""Two windows on one library: what is done in one of them is shown, named and taken back in the other."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.model.span import Span
from briefing_app.pipeline.requests import Role
from briefing_app.ui.actions.organizing import open_shelf
from briefing_app.ui.program import Program
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look
from briefing_app.ui.window import Window
from briefing_app.ui.window.menu import main_menu
from tests.ui.conftest import settled
from tests.ui.test_main_job import CONTROL, press

WORDS = "Only until Easter."


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication, stocked: Path, tmp_path: Path) -> Iterator[tuple[Window, Window]]:
    """Two windows on a library of four articles, the same one open in both."""
    assert qapp is not None
    program = Program(Settings(tmp_path / "settings.json"), Look())
    one = program.open(Path(shutil.copytree(stocked, tmp_path / "news")))
    until(qtbot, lambda: settled(one) and one.session.reading is not None)
    number = one.session.workbench.library.article_ids()[0]
    one.list.list.choose([number])
    one.session.open_article(number)
    one.another_wanted.emit()
    two = program.windows[1]
    until(qtbot, lambda: settled(two) and two.session.reading is not None and two.session.going)
    two.activateWindow()
    yield one, two
    program.close()


def until(qtbot: QtBot, true: Callable[[], bool]) -> None:
    qtbot.waitUntil(true)


def said(window: Window) -> str:
    return window.status._said


def notes(window: Window) -> list[str]:
    """What is written beside the open article."""
    return [mark.annotation.note for mark in window.session.marks() if mark.annotation is not None]


def listed(window: Window) -> int:
    """How many articles stand on the window's shelf."""
    return window.session.following.listing.outline.total


def undo(qtbot: QtBot, window: Window) -> None:
    """Press the key in that window."""
    window.activateWindow()
    until(qtbot, window.isActiveWindow)
    window.list.list.setFocus()
    press(qtbot, Qt.Key.Key_Z, CONTROL)


def trash_here_write_there(qtbot: QtBot, one: Window, two: Window) -> None:
    """The second window has begun a note when the first puts the article into the trash; then the note is saved."""
    two.session.annotating.highlight(Span(0, 17), write=True)
    until(qtbot, two.reader.editor.isVisible)
    until(qtbot, lambda: notes(one) == [""])
    assert two.session.reading is not None
    one.session.organizing.trash((two.session.reading.article.id,))
    one.session.close_article()
    until(qtbot, lambda: two.session.reading is not None and two.session.reading.trashed)
    assert two.reader.editor.isVisible(), "what is being written stays"
    field = two.reader.editor._field
    QTest.keyClicks(field, WORDS)
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    until(qtbot, lambda: notes(two) == [WORDS])


def test_undo_names_what_another_window_did_before_it_takes_that_back(qtbot: QtBot, windows: tuple[Window, Window]) -> None:
    one, two = windows
    trash_here_write_there(qtbot, one, two)
    library = one.session.workbench.library
    undo(qtbot, one)
    until(qtbot, lambda: said(one).startswith("Undo again to take back what was done in another window: note on “Harbour of Lindow”"))
    assert notes(two) == [WORDS]
    undo(qtbot, one)
    until(qtbot, lambda: said(one).startswith("Undone: note on “Harbour of Lindow”"))
    until(qtbot, lambda: notes(two) == [""])
    undo(qtbot, one)
    until(qtbot, lambda: said(one).startswith("Undone: 1 article moved to the trash"))
    until(qtbot, lambda: two.session.reading is not None and not two.session.reading.trashed)
    until(qtbot, lambda: listed(one) == 4 == listed(two))
    two.session.editing.redo()  # in the other window, where the first edit was not done: named, done again, and its own too
    until(qtbot, lambda: said(two).startswith("Redo again to do again what was done in another window: 1 article"))
    two.session.editing.redo()
    until(qtbot, lambda: listed(two) == 3)  # and by then it has been said that the open article is in the trash
    two.session.editing.redo()
    until(qtbot, lambda: said(two).startswith("Done again: note on “Harbour of Lindow”"))
    (trashed,) = library.article_ids(trashed=True)
    assert [note.note for note in library.annotations_on([trashed])] == [WORDS]


def test_an_own_edit_is_undone_at_once_and_the_menu_names_what_comes_next(qtbot: QtBot, windows: tuple[Window, Window]) -> None:
    one, two = windows
    here = one.session.reading
    assert here is not None
    one.session.marking.toggle_star((here.article.id,))
    until(qtbot, lambda: two.session.reading is not None and two.session.reading.starred)
    two.session.annotating.highlight(Span(0, 17))
    until(qtbot, lambda: notes(one) == [""])
    undo(qtbot, two)
    until(qtbot, lambda: said(two).startswith("Undone: highlight on “Harbour of Lindow”"))
    menu = main_menu(two)
    words = [action.text() for part in menu.actions() if part.menu() is not None for action in part.menu().actions()]
    menu.deleteLater()
    assert "Undo: star on 1 article" in words
    assert "Redo: highlight on “Harbour of Lindow”" in words
    undo(qtbot, two)  # told of by the menu
    until(qtbot, lambda: said(two).startswith("Undone: star on 1 article"))
    until(qtbot, lambda: one.session.reading is not None and not one.session.reading.starred)


def test_an_article_that_another_window_trashed_says_so_and_keeps_its_note(qtbot: QtBot, windows: tuple[Window, Window]) -> None:
    one, two = windows
    trash_here_write_there(qtbot, one, two)
    until(qtbot, lambda: said(two) == "Note saved, in the trash with its article.")
    assert two.reader.head.accessibleName().startswith("in the trash")
    (trashed,) = one.session.workbench.library.article_ids(trashed=True)
    open_shelf(one, Shelf(ShelfKind.TRASH))
    until(qtbot, lambda: one.session.following.listing.shelf.kind is ShelfKind.TRASH and listed(one) == 1)
    assert one.session.workbench.library.rows([trashed])[0].notes == 1
    one.session.open_article(trashed)
    assert notes(one) == [WORDS]
    one.session.organizing.restore_all()
    until(qtbot, lambda: two.session.reading is not None and not two.session.reading.trashed)
    assert not two.reader.head.accessibleName().startswith("in the trash")
    until(qtbot, lambda: said(two) == "The open article is back from the trash.")
    assert notes(two) == [WORDS]


@pytest.mark.skipif(sys.platform == "win32", reason="the system keeps the folder of an open file in place")
def test_a_library_that_is_put_back_is_told_of_as_gone_no_longer(qtbot: QtBot, windows: tuple[Window, Window]) -> None:
    one, two = windows
    library = one.session.workbench.library
    away = library.folder.rename(library.folder.with_name("away"))
    until(qtbot, lambda: "no longer at" in one.trouble.words and "no longer at" in two.trouble.words)
    away.rename(library.folder)
    until(qtbot, lambda: not one.trouble.isVisible() and not two.trouble.isVisible())
    assert said(one) == said(two) == "The library is there again."
    one.session.marking.toggle_star(library.article_ids()[:1])
    until(qtbot, lambda: two.session.reading is not None and two.session.reading.starred)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="the system cannot hold a process")
def test_two_windows_compare_at_once_and_each_shows_what_it_asked_for(qtbot: QtBot, windows: tuple[Window, Window]) -> None:
    one, two = (window.session for window in windows)
    ids = one.workbench.library.article_ids()
    one.workbench.compare(ids[2:]).future.result(timeout=60)
    worker = one.workbench._workers.hosts[Role.COMPUTE].pid
    assert worker is not None
    os.kill(worker, signal.SIGSTOP)  # so that neither is done before the other is asked for
    try:
        one.comparing.show_articles((ids[0], ids[2]))
        two.comparing.show_articles((ids[1], ids[3]))
    finally:
        os.kill(worker, signal.SIGCONT)
    until(qtbot, lambda: one.comparing.compared is not None and two.comparing.compared is not None)
    assert one.comparing.compared is not None
    assert two.comparing.compared is not None
    assert one.comparing.compared.comparison.articles == (ids[0], ids[2])
    assert two.comparing.compared.comparison.articles == (ids[1], ids[3])


def test_words_for_an_article_that_another_window_deleted_for_good_stay_on_the_screen(qtbot: QtBot, windows: tuple[Window, Window]) -> None:
    one, two = windows
    two.session.annotating.highlight(Span(0, 17), write=True)
    until(qtbot, two.reader.editor.isVisible)
    QTest.keyClicks(two.reader.editor._field, WORDS)
    assert two.session.reading is not None
    one.session.organizing.trash((two.session.reading.article.id,))
    one.session.organizing.empty_trash()
    until(qtbot, lambda: two.was_troubled and two.trouble.isVisible())
    assert two.trouble.words.startswith("There is no article a1 in this library.")
    until(qtbot, lambda: two.reader.editor.isVisible() and two.reader.editor._field.toPlainText() == WORDS)


def test_the_focus_of_a_window_opens_no_other_article_than_the_one_that_was_trashed(qtbot: QtBot, windows: tuple[Window, Window]) -> None:
    one, two = windows
    two.list.list.setFocus()
    here = two.session.reading
    assert here is not None
    one.activateWindow()
    until(qtbot, one.isActiveWindow)
    one.session.organizing.trash((here.article.id,))
    until(qtbot, lambda: listed(two) == 3 and two.session.reading is not None and two.session.reading.trashed)
    two.activateWindow()
    until(qtbot, lambda: two.isActiveWindow() and two.list.list.hasFocus())
    assert two.list.list.currentIndex().isValid(), "the focus is seen"
    assert two.list.list.chosen() == ()
    assert two.session.reading is not None
    assert two.session.reading.article.id == here.article.id
    press(qtbot, Qt.Key.Key_Down)
    until(qtbot, lambda: two.session.reading is not None and not two.session.reading.trashed)


def test_what_was_said_of_an_edit_goes_when_another_window_takes_it_back(qtbot: QtBot, windows: tuple[Window, Window]) -> None:
    one, two = windows
    two.status._hush.setInterval(600_000)  # the sentence does not go by itself
    two.session.annotating.highlight(Span(0, 17), write=True)
    until(qtbot, two.reader.editor.isVisible)
    field = two.reader.editor._field
    QTest.keyClicks(field, WORDS)
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    until(qtbot, lambda: said(two) == "Note saved." and notes(one) == [WORDS])
    one.session.editing.undo()
    one.session.editing.undo()
    until(qtbot, lambda: notes(one) == [""] == notes(two))
    until(qtbot, lambda: said(two) == "")
