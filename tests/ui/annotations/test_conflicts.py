"""Two analysts have changed one note: both versions stand side by side in the window, and one choice each is carried out together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing_app.anchoring import anchor
from briefing_app.annotations import Choice
from briefing_app.library import Library
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.edit import PutAnnotation
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from briefing_app.pipeline.exchange import as_edit, export_annotations, merged, read_annotations
from briefing_app.ui.actions import annotating
from briefing_app.ui.annotations.conflicts import ConflictsDialog
from briefing_app.ui.window import Window
from tests.factories import NOON


def until(qtbot: QtBot, ready: Callable[[], bool]) -> None:
    qtbot.waitUntil(ready)


@pytest.fixture
def file(full: Window, tmp_path: Path) -> Path:
    """What Falk sends back: two notes of this library, both changed by him and here since."""
    mine = full.session.workbench.library
    text = mine.article(ArticleId(1)).text
    for words in ("Three cranes were damaged", "Brandt told reporters"):
        at = text.index(words)
        held = anchor(text, Span(at, at + len(words)))
        mine.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(1), held, Tint.SUN, "Who 👷 says so?", NOON, NOON)))
    sent, back = tmp_path / "mine.jsonld", tmp_path / "falk.jsonld"
    export_annotations(mine, sent, "Ines")
    theirs = Library.open(tmp_path / "falk")
    edit = as_edit(merged(theirs, read_annotations(sent)))
    assert edit is not None
    theirs.apply(edit)
    _change(theirs, "Brandt 👷 says so.", 2, author="Falk")
    _change(mine, "Who 👷 says it?", 1)
    export_annotations(theirs, back, "Falk")
    theirs.close()
    return back


def _change(library: Library, words: str, hours: int, author: str = "") -> None:
    for note in library.annotations():
        when = NOON + timedelta(hours=hours)
        library.apply(PutAnnotation(replace(note, note=words, changed_at=when, author=author or note.author)))


@pytest.fixture
def dialog(qtbot: QtBot, full: Window, file: Path) -> ConflictsDialog:
    """The dialog that opens when the file has been taken in."""
    annotating.take_in(full, file)
    until(qtbot, lambda: full.findChild(ConflictsDialog) is not None)
    found = full.findChild(ConflictsDialog)
    assert found is not None
    return found


def notes(window: Window) -> list[tuple[str, str]]:
    return [(note.author, note.note) for note in window.session.workbench.library.annotations()]


def test_both_versions_and_what_they_were_made_from_stand_side_by_side(dialog: ConflictsDialog) -> None:
    assert dialog.head.text() == "1 of 2  ·  Two versions of the note on “Three cranes were damaged”"
    shown = [(side.name.text().partition("  ·  ")[0], side.note.toPlainText()) for side in (dialog.ours, dialog.base, dialog.theirs)]
    assert shown == [("Yours", "Who 👷 says it?"), ("Before both changed it", "Who 👷 says so?"), ("Falk", "Brandt 👷 says so.")]
    assert [mark.cursor.selectedText() for mark in dialog.theirs.note.extraSelections()] == ["Brandt", "so."]
    assert dialog.base.isVisibleTo(dialog)


def test_one_choice_each_is_carried_out_as_one_step(qtbot: QtBot, full: Window, dialog: ConflictsDialog) -> None:
    before = notes(full)
    assert len(before) == 4
    qtbot.keyClick(dialog, Qt.Key.Key_1)
    until(qtbot, lambda: dialog.buttons[Choice.OURS].isChecked())
    dialog.next.click()
    assert not any(button.isChecked() for button in dialog.buttons.values())
    dialog.buttons[Choice.THEIRS].click()
    assert dialog.done_button.text() == "Settle 2 notes"
    dialog.done_button.click()
    until(qtbot, lambda: sorted(notes(full)) == [("", "Who 👷 says it?"), ("Falk", "Brandt 👷 says so.")])
    full.session.editing.undo()
    until(qtbot, lambda: notes(full) == before)


def test_what_is_not_chosen_waits_and_is_named_in_the_pane(qtbot: QtBot, full: Window, dialog: ConflictsDialog) -> None:
    assert dialog.done_button.text() == "Decide later"
    dialog.done_button.click()
    assert len(notes(full)) == 4
    annotating.show_notes(full)
    pane = full.notes_pane
    until(qtbot, lambda: pane.model.total == 4)
    assert sum("differs from yours" in entry.about for entry in pane.model.notes.entries) == 2
    assert pane.differing.isVisible()
    pane.differing.click()
    until(qtbot, lambda: any(child.isVisible() for child in full.findChildren(ConflictsDialog)))
    again = next(child for child in full.findChildren(ConflictsDialog) if child.isVisible())
    again.buttons[Choice.BOTH].click()
    again.next.click()
    again.buttons[Choice.BOTH].click()
    again.done_button.click()
    until(qtbot, lambda: not any(note.rival for note in full.session.workbench.library.annotations()))
    until(qtbot, lambda: not pane.differing.isVisible())
    assert len(notes(full)) == 4


def test_where_nothing_differs_it_is_said(qtbot: QtBot, full: Window) -> None:
    annotating.show_conflicts(full)
    until(qtbot, lambda: "No note waits" in full.status.accessibleName())
