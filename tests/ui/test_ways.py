"""The small ways of the window: back where one came from, the next mark, a note after a highlight, undo that says what."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from briefing_app.model.annotation import Tint
from briefing_app.model.shelf import Shelf
from briefing_app.model.span import Span
from briefing_app.pipeline import Workbench
from briefing_app.ui.actions.going import open_article
from briefing_app.ui.reader.model import MarkKind
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from briefing_app.ui.window.menu import text_menu
from tests.ui.test_main_job import CONTROL, open_headline, press


def said(window: Window) -> str:
    return window.status._said


def mark_words(qtbot: QtBot, window: Window, *words: str) -> None:
    reading = window.session.reading
    assert reading is not None
    for word in words:
        start = reading.article.text.index(word)
        window.session.annotating.highlight(Span(start, start + len(word)), Tint.LEAF)
    qtbot.waitUntil(lambda: sum(m.kind is MarkKind.NOTE for m in window.session.marks()) == len(words))


def test_n_goes_through_every_mark_and_round(qtbot: QtBot, full: Window) -> None:
    open_headline(qtbot, full, "Lindow harbour open")
    mark_words(qtbot, full, "Two cranes", "harbour master", "The mayor")
    full.list.list.setFocus()
    marks = full.session.marks_to_walk()
    places = []
    for _ in range(len(marks) + 1):
        press(qtbot, Qt.Key.Key_N)
        places.append(full.reader.passage_at_hand())
        qtbot.wait(30)
    assert places[:-1] == [mark.span for mark in marks]
    assert places[-1] == places[0]


def test_escape_leads_from_the_sentence_back_to_the_matrix(qtbot: QtBot, full: Window) -> None:
    open_headline(qtbot, full, "Lindow harbour open")
    press(qtbot, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: full.session.comparing.compared is not None)
    reading = full.session.reading
    assert reading is not None
    open_article(full, reading.article.id, Span(0, 6))
    assert full.session.pane is Pane.LIBRARY
    press(qtbot, Qt.Key.Key_Escape)
    assert full.session.pane is Pane.COMPARE
    press(qtbot, Qt.Key.Key_Escape)
    assert full.session.pane is Pane.LIBRARY


def test_the_chosen_event_is_compared_whatever_is_read(qtbot: QtBot, full: Window) -> None:
    event = full.session.workbench.library.events()[0]
    open_headline(qtbot, full, "Council of Varde")
    full.session.following.choose(Shelf(event=event.id))
    full.session.go(Pane.COMPARE)
    qtbot.waitUntil(lambda: full.session.comparing.compared is not None and not full.session.comparing.busy)
    compared = full.session.comparing.compared
    assert compared is not None
    assert compared.event is not None
    assert compared.event.id == event.id


def test_a_note_follows_a_highlight_and_undo_says_what(qtbot: QtBot, full: Window, workbench: Workbench) -> None:
    open_headline(qtbot, full, "Lindow harbour open")
    reading = full.session.reading
    assert reading is not None
    start = reading.article.text.index("Two cranes")
    full.reader.text.setFocus()
    full.reader.text.select(Span(start, start + 10))
    press(qtbot, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: full.reader.note_here() is not None)
    press(qtbot, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: full.reader.editor.isVisible())
    press(qtbot, Qt.Key.Key_Escape)
    assert len(workbench.library.annotations()) == 1
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "Undone: highlight on “Two cranes”" in said(full))
    press(qtbot, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: "Done again: highlight on “Two cranes”" in said(full))


def test_what_is_not_possible_is_said(qtbot: QtBot, full: Window) -> None:
    full.list.list.setFocus()
    press(qtbot, Qt.Key.Key_E, CONTROL)
    assert "not possible" in said(full)


def test_the_text_has_a_menu_for_the_mouse(qtbot: QtBot, full: Window) -> None:
    open_headline(qtbot, full, "Lindow harbour open")
    menu = text_menu(full, QPoint(100, 100))
    assert full.shortcuts.action("highlight") in menu.actions()
    assert full.shortcuts.action("note") in menu.actions()
