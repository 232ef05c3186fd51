"""A note is put on further words by key, in a real window, and taken off them; each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from briefing_app.anchoring import anchor
from briefing_app.library import Library
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.edit import PutAnnotation
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.actions import ACTIONS
from briefing_app.ui.organizing.picking import PickPopover
from briefing_app.ui.window import Window
from tests.factories import NOON

ROWS = {row.id: row for row in ACTIONS}
ONE, FIRST, SECOND = AnnotationId(1), "Three cranes were damaged", "cost 4 million crowns"


def until(qtbot: QtBot, ready: Callable[[], bool]) -> None:
    qtbot.waitUntil(ready)


@pytest.fixture
def noted(qtbot: QtBot, full: Window) -> Window:
    """The article is open, with one note."""
    library = full.session.workbench.library
    text = library.article(ArticleId(1)).text
    at = text.index(FIRST)
    made = anchor(text, Span(at, at + len(FIRST)))
    library.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(1), made, Tint.SUN, "Who **says** so?", NOON, NOON)))
    full.session.show_in_text(ArticleId(1))
    until(qtbot, lambda: full.session.reading is not None and bool(notes_shown(full)))
    return full


def library_of(window: Window) -> Library:
    return window.session.workbench.library


def notes_shown(window: Window) -> list[str]:
    reading = window.session.reading
    return [mark.span.of(reading.article.text) for mark in reading.marks if mark.annotation is not None] if reading else []


def select(window: Window, words: str) -> None:
    cursor = window.reader.text.document().find(words)
    assert not cursor.isNull()
    window.reader.text.setTextCursor(QTextCursor(cursor))
    window.reader.text.setFocus()


def test_a_note_comes_onto_the_selected_words_by_key(qtbot: QtBot, noted: Window) -> None:
    select(noted, SECOND)
    qtbot.keyClick(noted.reader.text, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    popover = noted.findChild(PickPopover)
    assert popover is not None
    assert popover.model.index(0).data() == f"Who says so? “{FIRST}”"
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    until(qtbot, lambda: notes_shown(noted) == [FIRST, SECOND])
    assert library_of(noted).annotation(ONE).words == f"{FIRST} … {SECOND}"
    noted.session.editing.undo()
    until(qtbot, lambda: notes_shown(noted) == [FIRST])
    noted.session.editing.redo()
    until(qtbot, lambda: notes_shown(noted) == [FIRST, SECOND])


def test_a_note_comes_off_one_of_its_places(qtbot: QtBot, noted: Window) -> None:
    text = library_of(noted).article(ArticleId(1)).text
    at = text.index(SECOND)
    noted.session.annotating.add_words(library_of(noted).annotation(ONE), Span(at, at + len(SECOND)))
    until(qtbot, lambda: notes_shown(noted) == [FIRST, SECOND])
    noted.reader.stand_at(Span(at, at + 1))
    noted.do(ROWS["take_words_off"])
    until(qtbot, lambda: notes_shown(noted) == [FIRST])
    noted.reader.stand_at(Span(text.index(FIRST), at))
    noted.do(ROWS["take_words_off"])
    assert "these words alone" in noted.status.accessibleName()


def test_what_is_missing_is_said(noted: Window) -> None:
    noted.reader.text.clear_selection()
    noted.do(ROWS["add_words"])
    assert "Select the words" in noted.status.accessibleName()
    select(noted, FIRST)
    noted.session.annotating.add_words(library_of(noted).annotation(ONE), noted.reader.text.selected_span() or Span(0, 0))
    assert "already" in noted.status.accessibleName()
