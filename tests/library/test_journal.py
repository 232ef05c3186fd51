"""Edits, undo and redo: a machine of rules against a model of plain values, restarts included."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from briefing_app.library import Library
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.briefing import Briefing, ComparisonBlock, ExcerptBlock, SourceBlock, SummaryBlock, TextBlock
from briefing_app.model.edit import ChangeKind, Edit, MarkRead, MarkStarred, PutAnnotation, PutBriefing, RemoveAnnotation, RemoveBriefing
from briefing_app.model.errors import LibraryError, NothingThere
from briefing_app.model.ids import AnnotationId, ArticleId, BriefingId, EventId
from briefing_app.model.span import Span
from tests.factories import NOON, document


def note(article: int, words: str = "", number: int = 0, start: int = 0) -> Annotation:
    anchor = Anchor("The", "", " ferry", Span(start, start + 3), "0" * 64)
    return Annotation(AnnotationId(number), ArticleId(article), anchor, Tint.SUN, words, NOON, NOON)


def brief(title: str, number: int = 0) -> Briefing:
    blocks = (TextBlock("# Mine"), SummaryBlock(), ComparisonBlock((0, 2)), ExcerptBlock((AnnotationId(1),)), SourceBlock())
    return Briefing(BriefingId(number), EventId(1), title, blocks, NOON, NOON + timedelta(hours=1), "internal")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    library = Library.open(tmp_path)
    for i in range(3):
        library.add(document(f"Number {i}", "The ferry came back."), str(i).encode(), f"{i}.txt")
    library.close()
    return tmp_path


def test_an_annotation_gets_a_number_and_comes_back_after_a_restart(folder: Path) -> None:
    library = Library.open(folder)
    applied = library.apply(PutAnnotation(note(2, "look here")))
    assert [(change.kind, change.subject) for change in applied.changes] == [(ChangeKind.ANNOTATION, 1)]
    assert applied.undo == PutAnnotation(note(2, "look here", number=1))
    library.close()
    library = Library.open(folder)
    assert library.annotations(ArticleId(2)) == (note(2, "look here", number=1),)
    assert library.annotations(ArticleId(1)) == ()
    assert [row.notes for row in library.rows([ArticleId(2)])] == [1]
    undone = library.undo()
    assert undone is not None
    assert (undone.undo, undone.redo) == (None, PutAnnotation(note(2, "look here", number=1)))
    library.close()
    library = Library.open(folder)
    assert library.annotations() == ()
    library.redo()
    assert library.annotations() == (note(2, "look here", number=1),)
    library.close()


def test_a_number_taken_back_is_not_given_again(folder: Path) -> None:
    library = Library.open(folder)
    library.apply(PutAnnotation(note(1)))
    library.undo()
    library.apply(PutAnnotation(note(1, "another")))
    assert [a.id for a in library.annotations()] == [2]
    assert library.redoable() is None
    library.close()


def test_a_briefing_comes_back_with_every_kind_of_block(folder: Path) -> None:
    library = Library.open(folder)
    library.apply(PutBriefing(brief("Ferry")))
    assert library.briefing(BriefingId(1)) == brief("Ferry", 1)
    library.apply(PutBriefing(brief("Ferry, again", 1)))
    library.apply(RemoveBriefing(BriefingId(1)))
    assert library.briefings() == ()
    library.undo()
    library.undo()
    assert library.briefings() == (brief("Ferry", 1),)
    with pytest.raises(NothingThere, match="b7"):
        library.briefing(BriefingId(7))
    library.close()


def test_marking_takes_back_only_what_it_changed(folder: Path) -> None:
    library = Library.open(folder)
    library.apply(MarkRead((ArticleId(1),), True))
    applied = library.apply(MarkRead((ArticleId(1), ArticleId(2)), True))
    assert [change.subject for change in applied.changes] == [2]
    assert library.apply(MarkRead((ArticleId(1),), True)).changes == ()
    library.undo()
    assert {row.id: row.read for row in library.rows()} == {1: True, 2: False, 3: False}
    library.close()


@pytest.mark.parametrize(
    "edit",
    [
        PutAnnotation(note(9)),
        RemoveAnnotation(AnnotationId(1)),
        MarkRead((ArticleId(1), ArticleId(9)), True),
        MarkStarred((ArticleId(9),), True),
        RemoveBriefing(BriefingId(3)),
    ],
)
def test_an_edit_of_nothing_changes_nothing(folder: Path, edit: Edit) -> None:
    library = Library.open(folder)
    before = library.last_change()
    with pytest.raises(NothingThere):
        library.apply(edit)
    assert (library.last_change(), library.undoable()) == (before, None)
    assert not any(row.read for row in library.rows())
    library.close()


def test_undo_says_so_when_the_ground_has_changed(folder: Path) -> None:
    library = Library.open(folder)
    library.apply(MarkStarred((ArticleId(1),), True))
    with library._database.writing() as connection:
        connection.execute("UPDATE article SET starred = 0 WHERE id = 1")
    with pytest.raises(LibraryError, match="changed since"):
        library.undo()
    assert library.undoable() == MarkStarred((ArticleId(1),), True)
    library.close()


class Desk(RuleBasedStateMachine):
    """What the library shows equals what a plain stack of states says, whatever the order of edits, undo, redo and restarts."""

    def __init__(self) -> None:
        super().__init__()
        self.keep = tempfile.TemporaryDirectory()
        self.folder = Path(self.keep.name)
        self.library = Library.open(self.folder)
        for i in range(3):
            self.library.add(document(f"Number {i}", "The ferry came back."), str(i).encode(), f"{i}.txt")
        self.states = [self.seen()]
        self.at = 0

    def seen(self) -> tuple[object, ...]:
        marks = tuple((row.id, row.read, row.starred) for row in sorted(self.library.rows(), key=lambda row: row.id))
        return marks, self.library.annotations(), self.library.briefings()

    def did(self, edit: Edit) -> None:
        if self.library.apply(edit).changes:
            self.states = [*self.states[: self.at + 1], self.seen()]
            self.at += 1

    @rule(articles=st.lists(st.integers(1, 3), min_size=1, max_size=3), value=st.booleans(), star=st.booleans())
    def mark(self, articles: list[int], value: bool, star: bool) -> None:
        ids = tuple(ArticleId(number) for number in articles)
        self.did(MarkStarred(ids, value) if star else MarkRead(ids, value))

    @rule(article=st.integers(1, 3), words=st.text(max_size=5), start=st.integers(0, 4))
    def annotate(self, article: int, words: str, start: int) -> None:
        self.did(PutAnnotation(note(article, words, start=start)))

    @precondition(lambda self: self.library.annotations())
    @rule(data=st.data(), words=st.text(max_size=5), remove=st.booleans())
    def change(self, data: st.DataObject, words: str, remove: bool) -> None:
        old = data.draw(st.sampled_from(self.library.annotations()))
        self.did(RemoveAnnotation(old.id) if remove else PutAnnotation(replace(old, note=words)))

    @rule(title=st.text(max_size=5), number=st.integers(0, 2))
    def write(self, title: str, number: int) -> None:
        known = {briefing.id for briefing in self.library.briefings()}
        self.did(PutBriefing(brief(title, number if number in known else 0)))

    @rule()
    def undo(self) -> None:
        assert (self.library.undo() is not None) == (self.at > 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        more = self.at + 1 < len(self.states)
        assert (self.library.redo() is not None) == more
        self.at += more

    @rule()
    def restart(self) -> None:
        self.library.close()
        self.library = Library.open(self.folder)

    @invariant()
    def shows_the_state(self) -> None:
        assert self.seen() == self.states[self.at]
        assert (self.library.undoable() is not None) == (self.at > 0)
        assert (self.library.redoable() is not None) == (self.at + 1 < len(self.states))

    def teardown(self) -> None:
        self.library.close()
        self.keep.cleanup()


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
