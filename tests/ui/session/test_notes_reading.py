"""Notes through a new version of their article: told how their words were found, kept when lost, settled when found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from briefing_app.anchoring import Found, anchor
from briefing_app.library import Library
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.article import Document
from briefing_app.model.edit import PutAnnotation, TrashArticles
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.annotations.model import NoteModel
from briefing_app.ui.reader.model import MarkKind
from briefing_app.ui.session import notes_reading
from briefing_app.ui.session.notes_reading import first_notes_of, found_in_versions, notes_of
from briefing_app.ui.session.reading import reading_of
from tests.factories import NOON

OLD = "The ferry between Lindow and the islands sails again after the storm, the port authority said on Monday. Nobody was hurt."
NEW = "Update. " + OLD.replace("the port authority said on Monday", "the port authorities said on Monday").replace("Nobody was hurt.", "")
PAGE = Document(OLD, url="https://www.harbour.test/ferry")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    opened = Library.open(tmp_path / "library")
    opened.add(PAGE, b"one", "one.html")
    for words in ("sails again after the storm", "the port authority said on Monday", "Nobody was hurt."):
        span = Span(OLD.index(words), OLD.index(words) + len(words))
        opened.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(1), anchor(OLD, span), Tint.SUN, "", NOON, NOON)))
    return opened


def test_nothing_is_told_while_the_text_is_as_it_was(library: Library) -> None:
    assert notes_of(library).located == {}


def test_after_a_new_version_every_note_is_there_and_says_how_it_was_found(library: Library) -> None:
    library.add(replace(PAGE, text=NEW), b"two", "two.html")
    notes = notes_of(library)
    assert [notes.located[note.id].how for note in sorted(notes.annotations, key=lambda n: n.id)] == [
        Found.MOVED,
        Found.FUZZY,
        Found.ORPHAN,
    ]
    assert 0.75 <= notes.located[AnnotationId(2)].score < 1


def test_a_new_version_is_reported_on_and_its_reader_names_what_is_lost(library: Library) -> None:
    newer = library.add(replace(PAGE, text=NEW), b"two", "two.html").article
    assert found_in_versions(library, [newer]) == {Found.MOVED: 1, Found.FUZZY: 1, Found.ORPHAN: 1}
    reading = reading_of(library, library.rows([newer])[0], None, ())
    assert [note.words for note in reading.orphans] == ["Nobody was hurt."]
    assert reading.count(MarkKind.NOTE) == 2
    older = reading_of(library, library.rows([ArticleId(1)])[0], None, ())
    assert (older.orphans, older.count(MarkKind.NOTE)) == ((), 1)


def test_notes_in_the_trash_are_not_told_of(library: Library) -> None:
    library.apply(TrashArticles((ArticleId(1),), True))
    assert notes_of(library).annotations == ()


def test_few_notes_are_read_at_once(library: Library) -> None:
    assert first_notes_of(library) == notes_of(library)


def test_of_many_those_come_first_that_stand_first_and_the_others_are_added(
    qapp: QApplication, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    monkeypatch.setattr(notes_reading, "FEW", 1)
    monkeypatch.setattr(notes_reading, "_FIRST", 1)
    other = library.add(replace(PAGE, text=f"Later. {OLD}", url="https://www.harbour.test/later"), b"two", "two.html").article
    held = anchor(f"Later. {OLD}", Span(0, 5))
    library.apply(PutAnnotation(Annotation(AnnotationId(0), other, held, Tint.SUN, "Why *later*?", NOON, NOON)))
    first, every = first_notes_of(library), notes_of(library)
    assert ([note.note for note in first.annotations], first.behind) == (["Why *later*?"], 3)
    model, said = NoteModel(), []
    model.modelReset.connect(lambda: said.append("reset"))
    model.rowsInserted.connect(lambda: said.append("inserted"))
    model.show(first)
    shown = [model.index(row).data() for row in range(model.rowCount())]
    model.show(every)
    assert [model.index(row).data() for row in range(len(shown))] == shown
    assert (said, model.total, model.shown) == (["reset", "inserted"], 4, 4)
