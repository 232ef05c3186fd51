"""What was done with one article or one note: seen by key, and gone back to as a new edit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing_app.model.annotation import Tint
from briefing_app.model.case import Thing
from briefing_app.model.edit import MarkStarred, PutAnnotation, RemoveAnnotation, Step
from briefing_app.model.ids import AnnotationId, ArticleId, Noun
from briefing_app.model.span import Span
from briefing_app.ui.history.past import PastDialog
from briefing_app.ui.history.past_lines import change_words, past_lines
from briefing_app.ui.session.reading import new_annotation
from briefing_app.ui.window import Window
from tests.factories import NOON, article

HARBOUR = article(1, "Harbour", "Two cranes were damaged.")
NOTE = replace(new_annotation(HARBOUR, Span(9, 19), Tint.SUN), id=AnnotationId(1), note="first thought")
SECOND = replace(NOTE, note="second thought", tint=Tint.ROSE)
STEPS = (
    Step(3, MarkStarred((ArticleId(1),), True), MarkStarred((ArticleId(1),), False), NOON, False),
    Step(2, PutAnnotation(SECOND), PutAnnotation(NOTE), NOON, False, "ada"),
    Step(1, PutAnnotation(NOTE), RemoveAnnotation(NOTE.id), NOON, False, "ada"),
)


@pytest.mark.usefixtures("qapp")
def test_the_lines_say_who_and_what() -> None:
    thing = Thing(Noun.ARTICLE, 1)
    lines = past_lines(STEPS, thing, NOON)
    assert [line.steps for line in lines] == [0, -1, -2, -3]
    assert lines[1].words == "Note on “Two cranes”"
    assert lines[1].about == "colour · “second thought”"
    assert lines[1].when.startswith("ada · ")
    assert lines[-1].words == "As it was imported"
    assert change_words(STEPS[1], thing) == "colour: “sun” → “rose”\nnote: “first thought” → “second thought”"
    assert change_words(STEPS[0], thing) == ""


@pytest.fixture
def written(qtbot: QtBot, full: Window) -> Window:
    """A window on an article with a note that was written twice, and a star."""
    library = full.session.workbench.library
    number = library.rows()[0].id
    full.session.open_article(number)
    qtbot.waitUntil(lambda: full.session.reading is not None and full.session.reading.article.id == number)
    note = replace(new_annotation(library.article(number), Span(0, 8), Tint.SUN), note="first thought")
    library.apply(PutAnnotation(note))
    library.apply(PutAnnotation(replace(note, id=AnnotationId(1), note="second thought")))
    library.apply(MarkStarred((number,), True))
    full.session.following.look()
    full.reader.stand_at(Span(2, 2))
    qtbot.waitUntil(lambda: getattr(full.reader.note_here(), "note", "") == "second thought")
    return full


def open_past(qtbot: QtBot, window: Window, key: Qt.Key, keys: Qt.KeyboardModifier, lines: int) -> PastDialog:
    window.reader.text.setFocus()
    qtbot.keyClick(window.reader.text, key, keys)
    dialog = next(one for one in window.findChildren(PastDialog) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() == lines)
    return dialog


def test_an_article_goes_back_by_key_and_undo_takes_that_back(qtbot: QtBot, written: Window) -> None:
    library = written.session.workbench.library
    number = library.rows()[0].id
    dialog = open_past(qtbot, written, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier, 4)
    assert dialog.said.startswith("This is how things are")
    assert not dialog.go.isVisible()
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "“first thought”" in dialog.changes.text()
    assert dialog.said.startswith("Takes back 2 changes")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [note.note for note in library.annotations(number)] == ["first thought"])
    assert not library.rows([number])[0].starred
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() == 5)
    dialog.accept()
    written.session.editing.undo()
    qtbot.waitUntil(lambda: [note.note for note in library.annotations(number)] == ["second thought"])
    assert library.rows([number])[0].starred


def test_the_note_under_the_cursor_has_a_history_of_its_own(qtbot: QtBot, written: Window) -> None:
    library = written.session.workbench.library
    written.reader.stand_at(Span(2, 2))
    dialog = open_past(qtbot, written, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, 3)
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    dialog.go.click()
    qtbot.waitUntil(lambda: library.annotations() == ())
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() == 4)
    dialog.accept()


def test_the_pane_of_notes_leads_there(qtbot: QtBot, written: Window) -> None:
    pane = written.notes_pane
    pane.choose(AnnotationId(1))
    pane.show()
    qtbot.waitUntil(lambda: len(pane.chosen()) == 1)
    menu = pane.menu_of_verbs()
    next(action for action in menu.actions() if action.text() == "History …").trigger()
    dialog = next(one for one in written.findChildren(PastDialog) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() == 3)
    dialog.accept()
