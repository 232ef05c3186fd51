"""Edits, undo and redo: a machine of rules against a model of plain values, restarts included."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from briefing_app.library import Library
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.article import ZoneKind
from briefing_app.model.briefing import Briefing, ComparisonBlock, ExcerptBlock, HeadingBlock, SourceBlock, SummaryBlock, TextBlock
from briefing_app.model.case import FILED, Case, Thing
from briefing_app.model.change import ChangeKind
from briefing_app.model.correction import MetadataField, MetadataValue
from briefing_app.model.dates import DateInterval
from briefing_app.model.edit import (
    CorrectMetadata,
    Edit,
    FileInCase,
    MarkRead,
    MarkStarred,
    PutAnnotation,
    PutBriefing,
    PutCase,
    PutSearch,
    PutTemplate,
    RelabelSpan,
    RemoveAnnotation,
    RemoveBriefing,
    RemoveCase,
    RemoveSearch,
    RemoveTag,
    RemoveTemplate,
    RenameTag,
    TagArticles,
    TakeBackCorrection,
    Together,
    TrashArticles,
)
from briefing_app.model.errors import EditRefused, LibraryError, NothingThere
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import AnnotationId, ArticleId, BriefingId, CaseId, EventId, Noun, SearchId, TemplateId
from briefing_app.model.search import SavedSearch
from briefing_app.model.shelf import Shelf
from briefing_app.model.span import Span
from briefing_app.model.template import Template
from tests.factories import NOON, document


def note(article: int, words: str = "", number: int = 0, start: int = 0) -> Annotation:
    anchor = Anchor("The", "", " ferry", Span(start, start + 3), "0" * 64)
    return Annotation(AnnotationId(number), ArticleId(article), anchor, Tint.SUN, words, NOON, NOON)


def brief(title: str, number: int = 0) -> Briefing:
    blocks = (TextBlock("# Mine"), SummaryBlock(), ComparisonBlock(("A claim",)), ExcerptBlock((AnnotationId(1),)), SourceBlock())
    return Briefing(BriefingId(number), EventId(1), title, blocks, NOON, NOON + timedelta(hours=1), "internal")


def case(name: str, number: int = 0) -> Case:
    return Case(CaseId(number), name, "", NOON, NOON)


def saved(name: str, query: str = "ferry", number: int = 0) -> SavedSearch:
    return SavedSearch(SearchId(number), name, query, NOON, NOON)


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
    assert applied.undo is not None
    assert applied.undo.edit == PutAnnotation(note(2, "look here", number=1))
    library.close()
    library = Library.open(folder)
    assert library.annotations(ArticleId(2)) == (note(2, "look here", number=1),)
    assert library.annotations(ArticleId(1)) == ()
    assert [row.notes for row in library.rows([ArticleId(2)])] == [1]
    undone = library.undo()
    assert undone is not None
    assert undone.undo is None
    assert undone.redo is not None
    assert undone.redo.edit == PutAnnotation(note(2, "look here", number=1))
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
        TagArticles((ArticleId(1), ArticleId(9)), "ships", True),
        RemoveTag("ships"),
        RenameTag("ships", "boats"),
        TrashArticles((ArticleId(9),), True),
        RemoveCase(CaseId(1)),
        FileInCase(CaseId(1), (Thing(Noun.ARTICLE, 1),), True),
        PutCase(case("Mine"), (Thing(Noun.ANNOTATION, 3),)),
        CorrectMetadata(ArticleId(9), MetadataField.TITLE, "Ferry"),
        RelabelSpan(ArticleId(9), Span(0, 3), ZoneKind.BODY),
        RemoveSearch(SearchId(1)),
        Together((MarkRead((ArticleId(1),), True), RemoveTag("ships"))),
    ],
)
def test_an_edit_of_nothing_changes_nothing(folder: Path, edit: Edit) -> None:
    library = Library.open(folder)
    before = library.last_change()
    with pytest.raises(NothingThere):
        library.apply(edit)
    assert (library.last_change(), library.undoable()) == (before, None)
    assert not any(row.read or row.tags for row in library.rows())
    assert (library.tags(), library.cases()) == ((), ())
    library.close()


def test_undo_says_so_when_the_ground_has_changed(folder: Path) -> None:
    library = Library.open(folder)
    library.apply(MarkStarred((ArticleId(1),), True))
    with library._database.writing() as connection:
        connection.execute("UPDATE article SET starred = 0 WHERE id = 1")
    with pytest.raises(LibraryError, match="changed since"):
        library.undo()
    last = library.undoable()
    assert last is not None
    assert last.edit == MarkStarred((ArticleId(1),), True)
    library.close()


ARTICLES = st.lists(st.integers(1, 3).map(ArticleId), min_size=1, max_size=3).map(tuple)
TAGS = st.sampled_from(["ships", "Ships", " SHIPS ", "fire", "stra\u00dfe", "STRASSE", ""])
THINGS = st.lists(st.builds(Thing, st.sampled_from(sorted(FILED)), st.integers(1, 3))).map(tuple)
KINDS = st.one_of(st.none(), st.sampled_from([ZoneKind.TITLE, ZoneKind.BODY, ZoneKind.COMMENT]))
DAYS = st.sampled_from([None, DateInterval(None, date(2026, 3, 2)), DateInterval(date(2026, 3, 1), date(2026, 3, 1), NOON)])
NAMED = st.sampled_from([field for field in MetadataField if field not in (MetadataField.DATE, MetadataField.LANGUAGE)])
CORRECTIONS = st.one_of(
    st.tuples(NAMED, st.sampled_from([None, "", "Harbour  Post", "Other"])),
    st.tuples(st.just(MetadataField.DATE), DAYS),
    st.tuples(st.just(MetadataField.LANGUAGE), st.sampled_from(["de", "no language", None])),
)


class Desk(RuleBasedStateMachine):
    """What the library shows equals what a plain stack of states says, whatever the order of edits, undo, redo and restarts."""

    def __init__(self) -> None:
        super().__init__()
        self.keep = tempfile.TemporaryDirectory()
        self.folder = Path(self.keep.name)
        self.library = Library.open(self.folder)
        for i in range(3):
            self.library.add(document(f"Number {i}", "The ferry came back."), str(i).encode(), f"{i}.txt")
        self.library.put_groups([EventGroup("Ferry", None, (ArticleId(1), ArticleId(2), ArticleId(3)))])
        self.states = [self.seen()]
        self.at = 0
        self.did(TagArticles((ArticleId(1), ArticleId(2)), "ships", True))
        self.did(TagArticles((ArticleId(2), ArticleId(3)), "Fire", True))
        self.did(PutCase(case("Ferries"), (Thing(Noun.ARTICLE, 2), Thing(Noun.EVENT, 1))))
        self.did(RelabelSpan(ArticleId(1), Span(0, 6), ZoneKind.COMMENT))

    def seen(self) -> tuple[object, ...]:
        """All that the analyst can change, and what follows it at once."""
        library, ids = self.library, [ArticleId(number) for number in (1, 2, 3)]
        return (
            *(library.rows(ids), library.rows(), library.rows(trashed=True), library.articles(ids), library.events()),
            *(library.annotations(), library.briefings(), library.shelf_counts(9), library.outline(Shelf())),
            *(library.cases(), [library.filed(count.case.id) for count in library.cases()], library.searches(), library.templates()),
        )

    def did(self, edit: Edit) -> None:
        try:
            changes = self.library.apply(edit).changes
        except (EditRefused, NothingThere):
            assert self.seen() == self.states[self.at]
            return
        if changes:
            self.states = [*self.states[: self.at + 1], self.seen()]
            self.library.undo()
            assert self.seen() == self.states[self.at]
            self.library.redo()
            self.at += 1
        assert self.seen() == self.states[self.at]

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

    @rule(articles=ARTICLES, tag=TAGS, tagged=st.booleans())
    def tag(self, articles: tuple[ArticleId, ...], tag: str, tagged: bool) -> None:
        self.did(TagArticles(articles, tag, tagged))

    @rule(tag=TAGS, name=TAGS)
    def rename_tag(self, tag: str, name: str) -> None:
        self.did(RenameTag(tag, name))

    @rule(tag=TAGS)
    def remove_tag(self, tag: str) -> None:
        self.did(RemoveTag(tag))

    @rule(articles=ARTICLES, trashed=st.booleans())
    def trash(self, articles: tuple[ArticleId, ...], trashed: bool) -> None:
        self.did(TrashArticles(articles, trashed))

    @rule(name=TAGS, number=st.integers(0, 2), things=THINGS)
    def put_case(self, name: str, number: int, things: tuple[Thing, ...]) -> None:
        known = {count.case.id for count in self.library.cases()}
        self.did(PutCase(case(name, number if number in known else 0), things))

    @rule(number=st.integers(1, 3))
    def remove_case(self, number: int) -> None:
        self.did(RemoveCase(CaseId(number)))

    @rule(number=st.integers(1, 2), things=THINGS, filed=st.booleans())
    def file(self, number: int, things: tuple[Thing, ...], filed: bool) -> None:
        self.did(FileInCase(CaseId(number), things, filed))

    @rule(article=st.integers(1, 3), what=CORRECTIONS)
    def correct(self, article: int, what: tuple[MetadataField, MetadataValue]) -> None:
        self.did(CorrectMetadata(ArticleId(article), *what))

    @rule(article=st.integers(1, 3), field=st.sampled_from(MetadataField))
    def take_back(self, article: int, field: MetadataField) -> None:
        self.did(TakeBackCorrection(ArticleId(article), field))

    @rule(article=st.integers(1, 3), start=st.integers(0, 12), length=st.integers(0, 20), kind=KINDS)
    def relabel(self, article: int, start: int, length: int, kind: ZoneKind | None) -> None:
        self.did(RelabelSpan(ArticleId(article), Span(start, start + length), kind))

    @rule(name=TAGS, query=st.sampled_from(["ferry", " ", "harbour  dawn"]), number=st.integers(0, 2))
    def put_search(self, name: str, query: str, number: int) -> None:
        known = {search.id for search in self.library.searches()}
        self.did(PutSearch(saved(name, query, number if number in known else 0)))

    @rule(number=st.integers(1, 3))
    def remove_search(self, number: int) -> None:
        self.did(RemoveSearch(SearchId(number)))

    @rule(name=TAGS, number=st.integers(0, 2), words=TAGS)
    def put_template(self, name: str, number: int, words: str) -> None:
        known = {template.id for template in self.library.templates()}
        self.did(PutTemplate(Template(TemplateId(number if number in known else 0), name, (HeadingBlock(words), TextBlock("")))))

    @rule(number=st.integers(1, 3))
    def remove_template(self, number: int) -> None:
        self.did(RemoveTemplate(TemplateId(number)))

    @rule(articles=ARTICLES, tag=TAGS, name=TAGS)
    def together(self, articles: tuple[ArticleId, ...], tag: str, name: str) -> None:
        self.did(Together((TagArticles(articles, tag, True), PutCase(case(name)), MarkStarred(articles, True))))

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
        steps = self.library.history(99)
        assert [step.undone for step in steps] == [True] * (len(self.states) - 1 - self.at) + [False] * self.at
        assert [step.number for step in self.library.history(2)] == [step.number for step in steps[:2]]
        done = next((step for step in steps if not step.undone), None)
        assert done == self.library.undoable()

    def teardown(self) -> None:
        self.library.close()
        self.keep.cleanup()


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))
