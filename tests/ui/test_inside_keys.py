"""Keys inside a box above the page stay there: none of them acts on the article below, Tab goes round, Enter presses."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.model.span import Span
from briefing_app.ui.annotations.view import NoteEditor, TintButton
from briefing_app.ui.organizing.choices import ChoicePopover
from briefing_app.ui.window import Window
from tests.ui.test_main_job import open_headline, press

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def note(qtbot: QtBot, full: Window) -> NoteEditor:
    """The page of a note on two words, the focus in its field."""
    open_headline(qtbot, full, "Lindow harbour open")
    reading = full.session.reading
    assert reading is not None
    start = reading.article.text.index("Two cranes")
    full.reader.text.setFocus()
    full.reader.text.select(Span(start, start + 10))
    press(qtbot, KEY.Key_A)
    qtbot.waitUntil(lambda: full.reader.editor.isVisible())
    return full.reader.editor


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_single_keys_in_a_note_do_nothing_to_its_article(qtbot: QtBot, full: Window, note: NoteEditor) -> None:
    reading = full.session.reading
    assert reading is not None
    library, number = full.session.workbench.library, reading.article.id
    before = library.rows((number,))[0]
    note.findChildren(TintButton)[0].setFocus()
    for key in (KEY.Key_T, KEY.Key_S, KEY.Key_U, KEY.Key_Delete, KEY.Key_J, KEY.Key_Z):
        press(qtbot, key)
    press(qtbot, KEY.Key_G)
    press(qtbot, KEY.Key_C)
    qtbot.wait(100)  # an edit would be under way
    assert note.isVisible()
    assert note.isAncestorOf(focused())
    assert not any(one.isVisible() for one in full.findChildren(ChoicePopover))
    assert library.rows((number,))[0] == before
    press(qtbot, KEY.Key_Escape)
    assert not note.isVisible()
    assert full.reader.text.hasFocus()


@pytest.mark.parametrize(("key", "modifier"), [(KEY.Key_Tab, Qt.KeyboardModifier.NoModifier), (KEY.Key_Backtab, SHIFT)])
def test_tab_goes_round_inside(qtbot: QtBot, note: NoteEditor, key: KEY, modifier: Qt.KeyboardModifier) -> None:
    begin, seen = focused(), []
    while focused() is not begin or not seen:
        seen.append(focused())
        assert len(seen) < 20
        press(qtbot, key, modifier)
        assert note.isAncestorOf(focused())
    assert {"Save", "Cancel", "Remove", "More …"} <= {one.text() for one in seen if isinstance(one, QPushButton)}


def question(qtbot: QtBot, window: Window) -> QMessageBox:
    """What is asked when words would be lost."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    asked = window.findChild(QMessageBox)
    assert asked is not None
    return asked


def answer(asked: QMessageBox, words: str) -> None:
    next(button for button in asked.buttons() if button.text() == words).click()


def test_unsaved_words_are_asked_about(qtbot: QtBot, full: Window, note: NoteEditor) -> None:
    saved: list[object] = []
    note.saved.connect(lambda *told: saved.append(told))
    qtbot.keyClicks(focused(), "three")
    press(qtbot, KEY.Key_Escape)
    asked = question(qtbot, full)
    answer(asked, "Go on writing")
    qtbot.waitUntil(lambda: not shiboken6.isValid(asked))
    assert note.isVisible()
    next(button for button in note.findChildren(QPushButton) if button.text() == "Cancel").click()
    answer(question(qtbot, full), "Do not save")
    assert not note.isVisible()
    assert full.focusWidget() is full.reader.text
    assert saved == []


def test_a_press_beside_a_note_keeps_it(qtbot: QtBot, full: Window, note: NoteEditor) -> None:
    qtbot.keyClicks(focused(), "three")
    status = full.status.mapTo(full, full.status.rect().center())
    with qtbot.waitSignal(note.saved) as saved:
        QTest.mouseClick(full.windowHandle(), Qt.MouseButton.LeftButton, pos=status)
    assert saved.args is not None
    assert saved.args[1] == "three"
    assert not note.isVisible()
    assert full.reader.text.hasFocus()


def test_a_note_is_kept_when_its_window_closes(qtbot: QtBot, full: Window, note: NoteEditor) -> None:
    qtbot.keyClicks(focused(), "three")
    full.close()
    assert not note.isVisible()
    assert [one.note for one in full.session.workbench.library.annotations()] == ["three"]


def test_enter_presses_the_button_with_the_focus(qtbot: QtBot, note: NoteEditor) -> None:
    qtbot.keyClicks(focused(), "three")
    next(button for button in note.findChildren(QPushButton) if button.text() == "Save").setFocus()
    with qtbot.waitSignal(note.saved) as saved:
        press(qtbot, KEY.Key_Return)
    assert saved.args is not None
    assert saved.args[1] == "three"
    assert not note.isVisible()
