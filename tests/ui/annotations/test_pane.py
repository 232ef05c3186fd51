"""The pane of all notes in a real window: written in place, tagged, linked, attached again, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from briefing_app.anchoring import anchor
from briefing_app.library import Library
from briefing_app.model.annotation import Annotation, Mark, Status, Subject, SubjectKind, Tint
from briefing_app.model.codebook import Code
from briefing_app.model.edit import PutAnnotation, PutCode, RemoveAnnotation
from briefing_app.model.grade import Grade, Reliability
from briefing_app.model.ids import AnnotationId, ArticleId, CodeId
from briefing_app.model.span import Span
from briefing_app.ui.actions import annotating
from briefing_app.ui.annotations.codebook import CodebookDialog
from briefing_app.ui.annotations.entries import Grouping, Which
from briefing_app.ui.annotations.pane import NotesPane
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from tests.factories import NOON


def put(library: Library, words: str, note: str = "", article: int = 1) -> None:
    text = library.article(ArticleId(article)).text
    at = text.index(words)
    made = anchor(text, Span(at, at + len(words)))
    library.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(article), made, Tint.SUN, note, NOON, NOON)))


@pytest.fixture
def library(full: Window) -> Library:
    return full.session.workbench.library


@pytest.fixture
def pane(qtbot: QtBot, full: Window, library: Library) -> NotesPane:
    """The pane with three notes, one of which has lost its words."""
    library.apply(PutCode(Code(CodeId(0), "sourcing")))
    put(library, "Three cranes were damaged", "Who says so?")
    put(library, "Brandt told reporters")
    text = library.article(ArticleId(1)).text
    gone = replace(
        anchor(text, Span(0, 12)), quote="The mayor resigned last night after the storm", prefix="xx", suffix="yy", text_sha256="0" * 64
    )
    library.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(1), gone, Tint.ROSE, "Where is it?", NOON, NOON)))
    annotating.show_notes(full)
    made = full.notes_pane
    qtbot.waitUntil(lambda: made.model.total == 3)
    return made


def until(qtbot: QtBot, ready: Callable[[], bool]) -> None:
    qtbot.waitUntil(ready)


def test_what_was_changed_elsewhere_while_a_note_was_written_stays(qtbot: QtBot, full: Window, pane: NotesPane, library: Library) -> None:
    pane.choose(AnnotationId(2))
    pane.form.note.setPlainText("By name.")
    shown = library.annotation(AnnotationId(2))
    library.apply(PutAnnotation(replace(shown, codes=(CodeId(1),), answer="Yes.", links=(AnnotationId(1),))))
    full.session.annotating.change_note(shown, "", Tint.LEAF)
    pane.form.keep()
    until(qtbot, lambda: library.annotation(AnnotationId(2)).note == "By name.")
    note = library.annotation(AnnotationId(2))
    assert (note.codes, note.answer, note.links, note.tint) == ((CodeId(1),), "Yes.", (AnnotationId(1),), Tint.LEAF)


def test_a_note_that_was_removed_while_it_was_written_is_kept(qtbot: QtBot, pane: NotesPane, library: Library) -> None:
    pane.choose(AnnotationId(2))
    pane.form.note.setPlainText("By name.")
    library.apply(RemoveAnnotation(AnnotationId(2)))
    pane.form.keep()
    until(qtbot, lambda: len(library.annotations()) == 3)
    assert library.annotation(AnnotationId(2)).note == "By name."


def test_a_note_is_written_in_place_and_taken_back(qtbot: QtBot, full: Window, pane: NotesPane, library: Library) -> None:
    pane.choose(AnnotationId(2))
    pane.form.note.setPlainText("By *name*.")
    pane.form.tags.setText("sourcing/named, numbers")
    pane.form.underline.setChecked(True)
    pane.form.reliability.take(Reliability("B"))
    assert pane.form.reliability.accessibleName() == "Admiralty grade of the source: B · usually reliable"
    pane.form.status.take(Status.OPEN)
    qtbot.keyClick(pane.form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: library.annotation(AnnotationId(2)).note == "By *name*.")
    note, book = library.annotation(AnnotationId(2)), library.codebook()
    assert [book.path(code) for code in note.codes] == ["sourcing/named", "numbers"]
    assert (note.mark, note.grade, note.open) == (Mark.UNDERLINE, Grade(Reliability("B")), True)
    full.session.editing.undo()
    until(qtbot, lambda: library.annotation(AnnotationId(2)).note == "")
    assert len(library.codebook().codes) == 1


def test_what_is_written_is_kept_when_another_note_is_chosen_and_at_the_end(
    qtbot: QtBot, full: Window, pane: NotesPane, library: Library
) -> None:
    pane.choose(AnnotationId(2))
    pane.form.note.setPlainText("Name him.")
    pane.choose(AnnotationId(1))
    until(qtbot, lambda: library.annotation(AnnotationId(2)).note == "Name him.")
    until(qtbot, lambda: pane.form.annotation is not None and pane.form.annotation.id == 1 and not pane.form.dirty)
    pane.form.note.setPlainText("The port says so.")
    full.close()  # at once: the edit has to be made while everything ends
    assert library.annotation(AnnotationId(1)).note == "The port says so."


def test_the_list_is_filtered_as_it_is_typed_and_grouped(qtbot: QtBot, pane: NotesPane) -> None:
    qtbot.keyClicks(pane.field, "who says")
    assert pane.model.shown == 1
    assert pane.form.annotation is not None
    assert pane.form.annotation.note == "Who says so?"
    pane.field.clear()
    pane.which.take(Which.LOST)
    assert pane.model.shown == 1
    pane.which.take(Which.ALL)
    pane.grouping.take(Grouping.FOUND)
    assert pane.model.index(0).data() == "words not found"
    assert "1 without words" in pane.count.text()


def test_several_are_tagged_at_once_in_one_step(qtbot: QtBot, full: Window, pane: NotesPane, library: Library) -> None:
    pane.list.selectAll()
    assert len(pane.chosen()) == 3
    menu = pane.menu_of_verbs()
    tag = menu.actions()[0].menu()
    assert tag is not None
    tag.actions()[0].trigger()
    until(qtbot, lambda: all(note.codes == (1,) for note in library.annotations()))
    full.session.editing.undo()
    until(qtbot, lambda: not any(note.codes for note in library.annotations()))


def test_links_lead_there_and_back(qtbot: QtBot, pane: NotesPane, library: Library) -> None:
    pane.choose(AnnotationId(1))
    pane.list.selectionModel().select(pane.model.entry_of(AnnotationId(2)), QItemSelectionModel.SelectionFlag.Select)
    link = next(action for action in pane.menu_of_verbs().actions() if "Link" in action.text())
    link.trigger()
    until(qtbot, lambda: sorted(note.links for note in library.annotations())[-1] != ())
    until(qtbot, lambda: any(note.links for note in pane.model.notes.annotations))
    linked = next(note for note in library.annotations() if note.links)
    pane.choose(linked.links[0])
    assert "linked from" in pane.form.links.text()
    pane.form.links.linkActivated.emit(f"n{linked.id}")
    assert pane.form.annotation is not None
    assert pane.form.annotation.id == linked.id
    assert "linked to" in pane.form.links.text()


def test_a_lost_note_is_attached_by_hand(qtbot: QtBot, full: Window, pane: NotesPane, library: Library) -> None:
    pane.choose(AnnotationId(3))
    pane.form.attach.click()
    assert "Select the words" in pane.form.state.text()
    full.session.show_in_text(ArticleId(1))
    until(qtbot, lambda: full.session.reading is not None and full.session.reading.article.id == 1)
    cursor = full.reader.text.document().find("cost 4 million crowns")
    assert not cursor.isNull()
    full.reader.text.setTextCursor(QTextCursor(cursor))
    pane.form.attach.click()
    until(qtbot, lambda: library.annotation(AnnotationId(3)).words == "cost 4 million crowns")
    until(qtbot, lambda: pane.model.lost == 0)


def test_a_note_leads_to_its_words(qtbot: QtBot, full: Window, pane: NotesPane) -> None:
    pane.choose(AnnotationId(1))
    pane.form.go.click()
    until(qtbot, lambda: (here := full.reader.note_here()) is not None and here.id == 1)


def test_a_question_stays_open_until_it_is_answered(qtbot: QtBot, pane: NotesPane, library: Library) -> None:
    pane.choose(AnnotationId(1))
    pane.form.question.setChecked(True)
    pane.form.save.click()
    until(qtbot, lambda: library.annotation(AnnotationId(1)).open)
    until(qtbot, lambda: pane.form.annotation is not None and pane.form.annotation.question)
    pane.form.answer.setText("The harbour master.")
    pane.form.save.click()
    until(qtbot, lambda: not library.annotation(AnnotationId(1)).open)


def test_a_preview_shows_the_note_as_it_is_set(pane: NotesPane) -> None:
    pane.choose(AnnotationId(2))
    pane.form.note.setPlainText("**Loud** and <b>plain</b>")
    pane.form.preview.setChecked(True)
    assert pane.form.shown.toPlainText() == "Loud and <b>plain</b>"


def test_notes_on_article_and_source(qtbot: QtBot, full: Window, pane: NotesPane, library: Library) -> None:
    full.session.show_in_text(ArticleId(1))
    until(qtbot, lambda: full.session.reading is not None and full.session.reading.article.id == 1)
    annotating.note_on_article(full)
    until(qtbot, lambda: len(library.annotations()) == 4)
    made = library.annotation(AnnotationId(4))
    assert made.subject == Subject(SubjectKind.ARTICLE, 1, "Harbour of Lindow reopens after the storm")
    until(qtbot, lambda: pane.form.annotation is not None and pane.form.annotation.id == 4)


def test_a_note_on_a_claim_leads_back_to_its_event(qtbot: QtBot, full: Window, pane: NotesPane, library: Library) -> None:
    event = library.events()[0]
    full.session.comparing.show_event(event.id)
    full.session.go(Pane.COMPARE)
    until(qtbot, lambda: full.session.comparing.compared is not None and not full.session.comparing.busy)
    until(qtbot, lambda: full.compare.standing.claim is not None)
    annotating.note_on_claim(full)
    until(qtbot, lambda: len(library.annotations()) == 4)
    subject = library.annotation(AnnotationId(4)).subject
    assert subject is not None
    assert (subject.kind, subject.number) == (SubjectKind.CLAIM, event.id)
    assert subject.words in {claim.statement for claim in full.session.comparing.compared.comparison.claims}
    full.session.go(Pane.LIBRARY)
    pane.open_note(library.annotation(AnnotationId(4)))
    assert full.session.pane is Pane.COMPARE


def test_a_note_that_is_just_made_is_written_on_whatever_the_filter_hides(qtbot: QtBot, full: Window, pane: NotesPane) -> None:
    pane.field.setText("no note has these words")
    until(qtbot, lambda: pane.model.shown == 0)
    assert "No note fits" in pane._nothing.text()
    full.session.show_in_text(ArticleId(1))
    until(qtbot, lambda: full.session.reading is not None and full.session.reading.article.id == 1)
    annotating.note_on_article(full)
    until(qtbot, lambda: pane.form.annotation is not None and pane.form.annotation.id == 4)
    assert pane.field.text() == ""
    until(qtbot, lambda: pane.focusWidget() is pane.form.note)


def test_more_leads_from_the_small_page_to_the_pane(qtbot: QtBot, full: Window, pane: NotesPane) -> None:
    full.session.show_in_text(ArticleId(1))
    until(qtbot, lambda: full.session.reading is not None and bool(full.session.reading.marks))
    note = next(note for note in pane.model.notes.annotations if note.id == 2)
    full.reader.write_note(note)
    full.reader.editor.more_wanted.emit(note)
    until(qtbot, lambda: pane.form.annotation is not None and pane.form.annotation.id == 2)


def test_notes_leave_and_come_back(qtbot: QtBot, full: Window, pane: NotesPane, library: Library, tmp_path: Path) -> None:
    file = tmp_path / "notes.jsonld"
    full.session.notebook.export(file, "Falk")
    until(qtbot, file.exists)
    told: list[object] = []
    full.session.notebook.take_in(file, told.append)
    until(qtbot, lambda: bool(told))
    assert len(library.annotations()) == 3
    assert pane.model.total == 3


def test_the_codebook_is_written(qtbot: QtBot, full: Window, pane: NotesPane, library: Library) -> None:
    assert pane.isVisible()
    annotating.show_codebook(full)
    dialog = next(child for child in full.findChildren(CodebookDialog))
    until(qtbot, lambda: dialog.tree.topLevelItemCount() == 1)
    dialog.below.click()
    full.session.notebook.read_through.emit(pane.model.notes)  # what was read before comes late
    until(qtbot, lambda: len(library.codebook().codes) == 2)
    until(qtbot, lambda: dialog.name.text() == "new tag 1")
    dialog.name.setText("anonymous")
    dialog.definition.setPlainText("Nobody is named.")
    dialog.keep.click()
    until(qtbot, lambda: library.codebook().path(CodeId(2)) == "sourcing/anonymous")
    until(qtbot, lambda: dialog.name.text() == "anonymous")
    merge = dialog.menu_of_verbs().actions()[0].menu()
    assert merge is not None
    merge.actions()[0].trigger()
    until(qtbot, lambda: len(library.codebook().codes) == 1)
    dialog.close()


def test_a_question_is_answered_by_keyboard_alone(qtbot: QtBot, pane: NotesPane, library: Library) -> None:
    pane.field.setFocus()
    qtbot.keyClicks(pane.field, "who says")
    qtbot.keyClick(pane.field, Qt.Key.Key_Return)
    assert pane.list.hasFocus()
    pane.form.question.setFocus()
    qtbot.keyClick(pane.form.question, Qt.Key.Key_Space)
    qtbot.keyClick(pane.form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: library.annotation(AnnotationId(1)).open)
    until(qtbot, lambda: "open question" in pane.form.state.text())
    qtbot.keyClicks(pane.form.answer, "The harbour master.")
    qtbot.keyClick(pane.form.answer, Qt.Key.Key_Return)
    until(qtbot, lambda: library.annotation(AnnotationId(1)).answer == "The harbour master.")
    assert not library.annotation(AnnotationId(1)).open
