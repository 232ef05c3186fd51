"""Tags, trash, cases and saved searches as lists and searches see them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.library import BriefingTitle, CaseCount, Library, SearchNews, TagCount
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.briefing import Briefing
from briefing_app.model.case import Case, Thing
from briefing_app.model.change import ChangeKind
from briefing_app.model.comparison import Comparison
from briefing_app.model.edit import (
    FileInCase,
    MarkRead,
    MarkStarred,
    PutAnnotation,
    PutBriefing,
    PutCase,
    PutSearch,
    RemoveAnnotation,
    RemoveCase,
    RemoveTag,
    RenameTag,
    TagArticles,
    TrashArticles,
)
from briefing_app.model.errors import EditRefused, NothingThere, QueryMistake
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import AnnotationId, ArticleId, BriefingId, CaseId, EventId, Noun, SearchId
from briefing_app.model.search import SavedSearch
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.model.span import Span
from tests.factories import NOON, document

ONE, TWO, THREE, FOUR = (ArticleId(number) for number in (1, 2, 3, 4))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path, clock=lambda: NOON)
    for i, source in enumerate(("Coast Post", "Ährenblatt", "coast mail", None)):
        opened.add(document(f"Number {i}", "The ferry came back.", source=source), str(i).encode(), f"{i}.txt")
    yield opened
    opened.close()


def tags(library: Library) -> dict[str, int]:
    return {count.tag: count.articles for count in library.tags()}


def lines(library: Library, kind: ShelfKind = ShelfKind.ALL) -> list[int]:
    return list(library.outline(Shelf(kind, tag="SHIPS", case=CaseId(1))).keys)


def trash(library: Library, *articles: ArticleId, trashed: bool = True) -> None:
    library.apply(TrashArticles(articles, trashed))


def annotate(library: Library, article: ArticleId) -> None:
    anchor = Anchor("The", "", " ferry", Span(0, 3), "0" * 64)
    library.apply(PutAnnotation(Annotation(AnnotationId(0), article, anchor, Tint.SUN, "", NOON, NOON)))


def case(name: str, number: int = 0) -> Case:
    return Case(CaseId(number), name, "", NOON, NOON)


# Tags


def test_a_tag_is_one_whatever_its_capitals_and_written_as_it_was_typed_first(library: Library) -> None:
    applied = library.apply(TagArticles((ONE, TWO), "  Sea  Ports ", True))
    assert applied.undo is not None
    assert applied.undo.edit == TagArticles((ONE, TWO), "Sea Ports", True)
    assert [(change.kind, change.subject) for change in applied.changes] == [(ChangeKind.ARTICLE_MARKED, 1), (ChangeKind.ARTICLE_MARKED, 2)]
    library.apply(TagArticles((TWO, THREE), "SEA PORTS", True))
    library.apply(TagArticles((ONE,), "fire", True))
    assert library.tags() == (TagCount("fire", 1), TagCount("Sea Ports", 3))
    assert {row.id: row.tags for row in library.rows([ONE, TWO])} == {1: ("fire", "Sea Ports"), 2: ("Sea Ports",)}
    library.undo()
    library.undo()
    assert library.tags() == (TagCount("Sea Ports", 2),)


def test_a_tag_is_gone_with_its_last_article(library: Library) -> None:
    library.apply(TagArticles((ONE,), "fire", True))
    library.apply(TagArticles((ONE, TWO), "FIRE", False))
    assert library.tags() == ()
    library.apply(TagArticles((ONE,), "Fire", True))
    assert tags(library) == {"Fire": 1}


def test_a_renamed_tag_keeps_its_articles_and_can_become_one_with_another(library: Library) -> None:
    library.apply(TagArticles((ONE, TWO), "ships", True))
    library.apply(TagArticles((TWO, THREE), "boats", True))
    library.apply(RenameTag("ships", "Ships"))
    assert tags(library) == {"boats": 2, "Ships": 2}
    library.apply(RenameTag("Ships", "BOATS"))
    assert tags(library) == {"boats": 3}
    last = library.undoable()
    assert last is not None
    assert last.edit == RenameTag("Ships", "boats")
    library.undo()
    assert tags(library) == {"boats": 2, "Ships": 2}
    library.apply(RemoveTag("BOATS"))
    assert [row.tags for row in sorted(library.rows(), key=lambda row: row.id)] == [("Ships",), ("Ships",), (), ()]
    with pytest.raises(EditRefused):
        library.apply(RenameTag("ships", "x" * 101))


# The trash


def test_what_is_in_the_trash_is_in_no_list_count_event_or_search(library: Library) -> None:
    library.index_pending()
    library.put_groups([EventGroup("Ferry", None, (ONE, TWO, THREE))])
    library.apply(TagArticles((ONE, TWO), "ships", True))
    library.apply(MarkStarred((ONE,), True))
    library.apply(MarkRead((TWO,), True))
    annotate(library, ONE)
    before = (library.rows(), library.events(), library.shelf_counts(9), library.outline(Shelf()), library.search("ferry"))
    trash(library, ONE, FOUR)
    assert {row.id for row in library.rows()} == {2, 3}
    assert {row.id for row in library.rows(trashed=True)} == {1, 4}
    assert [event.group.articles for event in library.events()] == [(2, 3)]
    counts = library.shelf_counts(9)
    assert (counts.articles, counts.unread, counts.starred, counts.noted, counts.trashed, counts.events) == (2, 1, 0, 0, 2, 1)
    assert {count.name: count.articles for count in counts.sources} == {"coast mail": 1, "Ährenblatt": 1}
    assert [line.articles for line in counts.newest] == [2]
    assert counts.tags == (TagCount("ships", 1),)
    assert lines(library) == [-1, 2, 3]
    assert (lines(library, ShelfKind.TRASH), lines(library, ShelfKind.STARRED), lines(library, ShelfKind.TAG)) == ([1, 4], [], [-1, 2])
    found = library.search("ferry")
    assert (found.total, {hit.article for hit in found.hits}, found.behind) == (2, {2, 3}, 0)
    assert library.article_ids() == (2, 3)
    assert library.article_ids(trashed=True) == (1, 4)
    library.undo()
    assert (library.rows(), library.events(), library.shelf_counts(9), library.outline(Shelf()), library.search("ferry")) == before
    assert len(library.annotations(ONE)) == 1


def test_what_is_in_the_trash_is_not_behind(library: Library) -> None:
    assert library.behind() == 4
    trash(library, ONE, FOUR)
    assert library.behind() == 2
    library.index_pending()
    assert library.behind() == 0
    trash(library, ONE, trashed=False)
    assert library.behind() == 0


def test_an_event_of_two_is_gone_while_one_of_them_is_in_the_trash(library: Library) -> None:
    library.put_groups([EventGroup("Ferry", None, (ONE, TWO))])
    library.put_comparison(EventId(1), Comparison("7", (ONE, TWO), ("", "")))
    trash(library, TWO)
    assert library.events() == library.event_titles() == ()
    assert [number for number, _ in library.headlines()] == [1, 3, 4]
    assert library.conflicts() == {}
    assert (library.shelf_counts(9).events, library.shelf_counts(9).newest, lines(library)) == (0, (), [1, 3, 4])
    with pytest.raises(NothingThere, match="e1"):
        library.event(EventId(1))
    library.put_groups([])  # as the follower does, once it has seen it
    trash(library, TWO, trashed=False)
    library.put_groups([EventGroup("Ferry", None, (THREE, FOUR)), EventGroup("Ferry", None, (ONE, TWO))])
    assert {event.id: event.group.articles for event in library.events()} == {1: (1, 2), 2: (3, 4)}
    assert {row.id: row.event for row in library.rows()} == {1: 1, 2: 1, 3: 2, 4: 2}


def test_the_same_file_again_is_told_to_be_in_the_trash(library: Library) -> None:
    trash(library, TWO)
    again = library.add(document("Number 1", "The ferry came back.", source="Ährenblatt"), b"1", "1.txt")
    assert (again.article, again.duplicate, again.trashed) == (2, True, True)
    other = library.add(document("Number 0", "The ferry came back.", source="Coast Post"), b"0", "0.txt")
    assert (other.duplicate, other.trashed) == (True, False)


# Cases


def test_a_case_holds_things_of_every_noun_and_passes_over_what_is_gone(library: Library) -> None:
    library.put_groups([EventGroup("Ferry", None, (ONE, TWO))])
    annotate(library, THREE)
    library.apply(PutBriefing(Briefing(BriefingId(0), EventId(1), "Mine", (), NOON, NOON)))
    things = (Thing(Noun.ARTICLE, 1), Thing(Noun.ANNOTATION, 1), Thing(Noun.BRIEFING, 1), Thing(Noun.EVENT, 1))
    library.apply(PutCase(case("Ferries"), things[:1]))
    library.apply(FileInCase(CaseId(1), things, True))
    last = library.undoable()
    assert last is not None
    assert last.edit == FileInCase(CaseId(1), things[1:], True)
    assert library.cases() == (CaseCount(case("Ferries", 1), 4, 3, (BriefingTitle(BriefingId(1), "Mine"),)),)
    assert set(library.filed(CaseId(1))) == set(things)
    assert lines(library, ShelfKind.CASE) == [-1, 1, 2, 3]
    trash(library, ONE)
    assert lines(library, ShelfKind.CASE) == [2, 3]
    library.apply(RemoveAnnotation(AnnotationId(1)))
    assert library.filed(CaseId(1)) == (Thing(Noun.BRIEFING, 1),)
    assert library.cases()[0].things == 1
    library.undo()
    library.undo()
    assert set(library.filed(CaseId(1))) == set(things)


def test_a_case_comes_back_with_what_lay_in_it(library: Library) -> None:
    library.apply(PutCase(case("Ferries"), (Thing(Noun.ARTICLE, 1), Thing(Noun.ARTICLE, 2))))
    library.apply(PutCase(case("Boats")))
    assert [count.case.name for count in library.cases()] == ["Boats", "Ferries"]
    library.apply(RemoveCase(CaseId(1)))
    assert [count.case.name for count in library.cases()] == ["Boats"]
    with pytest.raises(NothingThere, match="c1"):
        library.filed(CaseId(1))
    library.undo()
    assert library.filed(CaseId(1)) == (Thing(Noun.ARTICLE, 1), Thing(Noun.ARTICLE, 2))
    assert library.cases_holding([Thing(Noun.ARTICLE, 1), Thing(Noun.ARTICLE, 2), Thing(Noun.ARTICLE, 3)]) == {1: 2}


def test_two_cases_or_searches_of_one_name_are_refused(library: Library) -> None:
    library.apply(PutCase(case("Ferries")))
    with pytest.raises(EditRefused, match="already"):
        library.apply(PutCase(case(" FERRIES")))
    library.apply(PutCase(case("FERRIES", 1)))
    library.apply(PutSearch(SavedSearch(SearchId(0), "Mine", "ferry", NOON, NOON)))
    with pytest.raises(EditRefused, match="already"):
        library.apply(PutSearch(SavedSearch(SearchId(0), "mine", "boat", NOON, NOON)))
    with pytest.raises(EditRefused, match="nothing to search"):
        library.apply(PutSearch(SavedSearch(SearchId(0), "Other", "  ", NOON, NOON)))


# Searches


def test_a_saved_search_tells_what_came_in_since_it_was_looked_at(library: Library) -> None:
    library.index_pending()
    library.apply(PutSearch(SavedSearch(SearchId(0), "Ferries", "ferry", NOON, NOON)))
    assert library.search_news(SearchId(1)) == SearchNews(4, 0)
    library.add(document("Number 4", "Another ferry."), b"4", "4.txt")
    library.add(document("Number 5", "A bus."), b"5", "5.txt")
    assert library.search_news(SearchId(1)) == SearchNews(4, 0)
    library.index_pending()
    assert library.search_news(SearchId(1)) == SearchNews(5, 1)
    trash(library, ONE)
    assert library.search_news(SearchId(1)) == SearchNews(4, 1)
    before = library.last_change()
    library.look_at(SearchId(1))
    assert library.search_news(SearchId(1)) == SearchNews(4, 0)
    assert [change.kind for change in library.changes_after(before)] == [ChangeKind.SEARCH]
    library.look_at(SearchId(1))
    assert library.last_change() == before + 1
    library.apply(PutSearch(SavedSearch(SearchId(1), "Ferries", "bus OR (", NOON, NOON)))
    with pytest.raises(QueryMistake):
        library.search_news(SearchId(1))
    assert [search.query for search in library.searches()] == ["bus OR ("]
    with pytest.raises(NothingThere, match="s9"):
        library.search_news(SearchId(9))
