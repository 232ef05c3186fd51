"""The sidebar: what stands in it, how heads fold, what keys, presses and drops in it tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing_app.library import BriefingTitle, CaseCount, EventLine, SearchNews, ShelfCounts, SourceCount, TagCount
from briefing_app.model.case import Case
from briefing_app.model.dates import day_interval
from briefing_app.model.ids import ArticleId, BriefingId, CaseId, EventId, SearchId
from briefing_app.model.search import SavedSearch
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.ui.library.carried import carried, carry
from briefing_app.ui.shelves.entries import MOST_SOURCES, Hint, Known, SearchEntry, Section, SectionKind, ShelfEntry, shelf_entries
from briefing_app.ui.shelves.model import ShelfModel
from briefing_app.ui.shelves.view import Sidebar
from briefing_app.ui.theme import Look
from tests.factories import NOON

COUNTS = ShelfCounts(
    4, 3, 1, 0, 1,
    (EventLine(EventId(1), "Harbour reopens", day_interval(date(2026, 3, 2)), 2),),
    (SourceCount(None, False, 1), SourceCount("Lindow Post", False, 3)),
    (TagCount("ships", 2),),
    1,
)  # fmt: skip
CRANES = BriefingTitle(BriefingId(4), "Cranes on the quay")
FERRIES = Case(CaseId(1), "Ferries", "", NOON, NOON)
SEARCH = SavedSearch(SearchId(1), "Cranes", "crane OR cranes", NOON, NOON)
KNOWN = Known(COUNTS, (CaseCount(FERRIES, 3, 5, (CRANES,)),), (SEARCH,), {SearchId(1): SearchNews(7, 2)})
TWO = (ArticleId(3), ArticleId(1))


def names(model: ShelfModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    model = ShelfModel()
    model.show(shelf_entries(KNOWN))
    view = Sidebar(Look(), model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(208, 700)
    view.show()
    view.setFocus()
    return view


def model_of(sidebar: Sidebar) -> ShelfModel:
    found = sidebar.model()
    assert isinstance(found, ShelfModel)
    return found


def place(sidebar: Sidebar, words: str) -> QPoint:
    """The middle of the row that says this."""
    return sidebar.visualRect(model_of(sidebar).index(names(model_of(sidebar)).index(words))).center()


def test_everything_that_is_known_has_a_row(qtmodeltester: ModelTester) -> None:
    model = ShelfModel()
    model.show(shelf_entries(KNOWN))
    qtmodeltester.check(model)
    found = shelf_entries(KNOWN)
    counts = {entry.name: entry.count for entry in found if isinstance(entry, (ShelfEntry, SearchEntry))}
    assert counts == {
        "All": 4, "Unread": 3, "Starred": 1, "With notes": 0, "Harbour reopens": 2, "Ferries": 5, "Cranes": 7,
        "Lindow Post": 3, "unknown": 1, "ships": 2, "Trash": 1,
    }  # fmt: skip
    assert [entry.title for entry in found if isinstance(entry, Section)] == ["Events", "Cases", "Searches", "Sources", "Tags"]


def test_an_empty_library_has_only_the_fixed_shelves() -> None:
    assert [entry.name for entry in shelf_entries(Known(ShelfCounts())) if isinstance(entry, ShelfEntry)] == [
        "All", "Unread", "Starred", "With notes"
    ]  # fmt: skip
    assert len(shelf_entries(Known(ShelfCounts()))) == len(shelf_entries(Known())) == 4


def test_without_a_case_the_head_says_what_to_do() -> None:
    found = shelf_entries(replace(KNOWN, cases=()))
    at = next(at for at, entry in enumerate(found) if isinstance(entry, Section) and entry.kind is SectionKind.CASES)
    assert isinstance(found[at + 1], Hint)


def test_of_many_sources_the_largest_are_named() -> None:
    sources = (SourceCount(None, False, 9), *(SourceCount(f"Source {number:03}", False, number) for number in range(200)))
    found = shelf_entries(Known(replace(COUNTS, sources=sources)))
    named = [entry.name for entry in found if isinstance(entry, ShelfEntry) and entry.shelf.kind is ShelfKind.SOURCE]
    assert named == [*(f"Source {number:03}" for number in range(200 - MOST_SOURCES, 200)), "unknown"]


def test_shelves_that_only_count_otherwise_stay(qtbot: QtBot) -> None:
    model = ShelfModel()
    model.show(shelf_entries(KNOWN))
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show(shelf_entries(replace(KNOWN, counts=replace(COUNTS, unread=2))))
    with qtbot.waitSignal(model.modelReset):
        model.show(shelf_entries(replace(KNOWN, counts=replace(COUNTS, sources=()))))


@pytest.mark.parametrize("kind", list(SectionKind))
def test_a_folded_head_hides_what_stands_under_it_and_nothing_else(qtmodeltester: ModelTester, kind: SectionKind) -> None:
    model = ShelfModel()
    model.show(shelf_entries(KNOWN))
    before = names(model)
    model.fold({kind})
    under = {
        SectionKind.EVENTS: ["Harbour reopens"], SectionKind.CASES: ["Ferries"], SectionKind.SEARCHES: ["Cranes"],
        SectionKind.SOURCES: ["Lindow Post", "unknown"], SectionKind.TAGS: ["ships"],
    }[kind]  # fmt: skip
    assert names(model) == [name for name in before if name not in under]
    qtmodeltester.check(model)
    model.fold(())
    assert names(model) == before


def test_what_is_folded_away_still_has_its_name() -> None:
    model = ShelfModel()
    model.show(shelf_entries(KNOWN))
    model.fold({SectionKind.TAGS})
    entry = model.entry_of(Shelf(ShelfKind.TAG, tag="ships"))
    assert entry is not None
    assert (entry.name, model.index_of(entry.shelf).isValid()) == ("ships", False)


def test_the_briefings_of_the_chosen_case_stand_below_it(qtbot: QtBot, sidebar: Sidebar) -> None:
    model = model_of(sidebar)
    assert "Cranes on the quay" not in names(model)
    model.show(shelf_entries(replace(KNOWN, shelf=Shelf(ShelfKind.CASE, case=CaseId(1)))))
    assert names(model)[names(model).index("Ferries") + 1] == "Cranes on the quay"
    with qtbot.waitSignal(sidebar.briefing_opened) as opened, qtbot.assertNotEmitted(sidebar.shelf_chosen):
        QTest.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=place(sidebar, "Cranes on the quay"))
    assert opened.args == [4]
    with qtbot.waitSignal(sidebar.briefing_opened):
        QTest.keyClick(sidebar, Qt.Key.Key_Return)
    model.fold({SectionKind.CASES})
    assert "Cranes on the quay" not in names(model)


def test_keys_walk_fold_and_choose(qtbot: QtBot, sidebar: Sidebar) -> None:
    told: list[object] = []
    sidebar.shelf_chosen.connect(told.append)
    sidebar.search_chosen.connect(told.append)
    sidebar.show_chosen(Shelf())
    sidebar.setCurrentIndex(model_of(sidebar).index_of(Shelf(ShelfKind.NOTED)))
    told.clear()
    QTest.keyClick(sidebar, Qt.Key.Key_Down)  # onto the head of the events
    assert told == []
    QTest.keyClick(sidebar, Qt.Key.Key_Left)
    assert "Harbour reopens" not in names(model_of(sidebar))
    QTest.keyClick(sidebar, Qt.Key.Key_Right)
    QTest.keyClick(sidebar, Qt.Key.Key_Down)
    assert told == [Shelf(ShelfKind.EVENT, EventId(1))]
    QTest.keyClick(sidebar, Qt.Key.Key_Left)
    entry = sidebar.entry_here()
    assert isinstance(entry, Section)
    assert entry.kind is SectionKind.EVENTS
    sidebar.setCurrentIndex(model_of(sidebar).index_of_search(SearchId(1)))
    assert told[-1] == SEARCH
    with qtbot.waitSignal(sidebar.entered):
        QTest.keyClick(sidebar, Qt.Key.Key_Return)


def test_presses_choose_fold_and_make_a_case(qtbot: QtBot, sidebar: Sidebar) -> None:
    view, left = sidebar.viewport(), Qt.MouseButton.LeftButton
    with qtbot.waitSignal(sidebar.shelf_chosen) as chosen:
        QTest.mouseClick(view, left, pos=place(sidebar, "Ferries"))
    assert chosen.args == [Shelf(ShelfKind.CASE, case=CaseId(1))]
    with qtbot.waitSignal(sidebar.shelf_chosen):  # the same once more, to leave the hits of a search
        QTest.mouseClick(view, left, pos=place(sidebar, "Ferries"))
    with qtbot.waitSignal(sidebar.folded):
        QTest.mouseClick(view, left, pos=place(sidebar, "Sources") - QPoint(40, -6))
    assert "Lindow Post" not in names(model_of(sidebar))
    head = sidebar.visualRect(model_of(sidebar).index_of_head(SectionKind.CASES))
    with qtbot.waitSignal(sidebar.case_wanted) as wanted:
        QTest.mouseClick(view, left, pos=QPoint(head.right() - 12, head.bottom() - 12))
    assert wanted.args == [()]


def test_a_change_elsewhere_moves_no_cursor_and_tells_nothing(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.setCurrentIndex(model_of(sidebar).index_of_head(SectionKind.CASES))
    with qtbot.assertNotEmitted(sidebar.shelf_chosen):
        sidebar.show_chosen(Shelf(ShelfKind.UNREAD))
    entry = sidebar.entry_here()
    assert isinstance(entry, Section)
    sidebar.clearFocus()
    with qtbot.assertNotEmitted(sidebar.shelf_chosen):
        sidebar.show_chosen(Shelf(ShelfKind.UNREAD))
    assert sidebar.entry_here() == ShelfEntry(Shelf(ShelfKind.UNREAD), "Unread", 3, "unread")


@pytest.mark.parametrize(
    ("words", "shelf"),
    [
        ("Ferries", Shelf(ShelfKind.CASE, case=CaseId(1))),
        ("ships", Shelf(ShelfKind.TAG, tag="ships")),
        ("Starred", Shelf(ShelfKind.STARRED)),
        ("Trash", Shelf(ShelfKind.TRASH)),
        ("Harbour reopens", Shelf(ShelfKind.EVENT, EventId(1))),
    ],
)
def test_articles_are_dropped_on_a_shelf(qtbot: QtBot, sidebar: Sidebar, words: str, shelf: Shelf) -> None:
    data, at = carry(TWO), place(sidebar, words)
    move = QDragMoveEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    sidebar.dragMoveEvent(move)
    assert move.isAccepted()
    with qtbot.waitSignal(sidebar.dropped) as dropped:
        sidebar.dropEvent(
            QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        )
    assert dropped.args == [shelf, TWO]


@pytest.mark.parametrize("words", ["With notes", "Lindow Post", "Cranes", "Events"])
def test_other_rows_take_nothing(sidebar: Sidebar, words: str) -> None:
    data = carry(TWO)
    move = QDragMoveEvent(place(sidebar, words), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    sidebar.dragMoveEvent(move)
    assert not move.isAccepted()


def test_articles_dropped_on_the_head_of_the_cases_ask_for_a_new_one(qtbot: QtBot, sidebar: Sidebar) -> None:
    data, at = carry(TWO), place(sidebar, "Cases")
    with qtbot.waitSignal(sidebar.case_wanted) as wanted:
        sidebar.dropEvent(
            QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        )
    assert wanted.args == [TWO]


def test_what_is_carried_is_taken_out_again() -> None:
    assert carried(carry(TWO)) == TWO
    data = carry(())
    data.setText("3, 4")
    assert carried(data) == ()


def test_the_name_of_an_event_takes_the_lines_that_it_needs(sidebar: Sidebar) -> None:
    model, event = model_of(sidebar), Shelf(ShelfKind.EVENT, EventId(1))
    one = sidebar.visualRect(model.index_of(event)).height()
    named = EventLine(EventId(1), "Harbour of Lindow reopens after the storm, cranes damaged", day_interval(date(2026, 3, 2)), 2)
    model.show(shelf_entries(replace(KNOWN, counts=replace(COUNTS, newest=(named,)))))
    several = sidebar.visualRect(model.index_of(event))
    assert several.height() > 2 * one - one // 2
    assert sidebar.visualRect(model.index_of_head(SectionKind.CASES)).top() == several.bottom() + 1  # nothing stands on it
    assert sidebar.visualRect(model.index_of(Shelf(ShelfKind.CASE, case=CaseId(1)))).height() == one
