"""Every item model through Qt's model tester, on real dataclasses."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import accumulate
from time import perf_counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing_app.library import ArticleRow, LineKind, Outline
from briefing_app.model.article import Attested
from briefing_app.model.briefing import TextBlock
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, DifferenceKind, Mark, Nearest, Omission, Place, Relation
from briefing_app.model.dates import day_interval
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.letters import Letter
from briefing_app.model.search import Hit, Passage, SearchResult
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.model.span import Span
from briefing_app.ui.briefing.model import Card, CardModel
from briefing_app.ui.comparison.matrix.model import Filter, GroupRow, MatrixModel, chosen, table_rows
from briefing_app.ui.comparison.matrix.model import Role as CompareRole
from briefing_app.ui.comparison.passages import CellView, ClaimRow, Compared, cell_view
from briefing_app.ui.comparison.reasons import why_of
from briefing_app.ui.library.listing import ArticleEntry, Entry, EventHead, Line, Listing
from briefing_app.ui.library.model import ArticleListModel, Page, Role
from briefing_app.ui.library.stack import Stack
from briefing_app.ui.search.model import Found, HitEntry, HitModel
from tests.factories import article, stated


def row(number: int, *, starred: bool = False, **fields: Any) -> ArticleRow:
    day: Attested = stated(day_interval(date(2026, 3, 2)))
    return ArticleRow(
        ArticleId(number),
        f"Headline {number}",
        True,
        stated("Lindow Post"),
        Attested(),
        day,
        "en",
        "Lead.",
        False,
        starred,
        0,
        None,
        **fields,
    )


def outline(*lines: tuple[int, LineKind]) -> Outline:
    keys = array("q", (key for key, _ in lines))
    return Outline(keys, bytes(kind for _, kind in lines), sum(key > 0 for key in keys))


HARBOUR = outline(
    (5, LineKind.SINGLE), (-1, LineKind.EVENT), (3, LineKind.MEMBER), (1, LineKind.COPY), (2, LineKind.SINGLE), (4, LineKind.SINGLE)
)
LONG = outline(*((number, LineKind.SINGLE) for number in range(1, 1001)))


def entries(lines: Iterable[Line]) -> dict[int, Entry]:
    found: dict[int, Entry] = {}
    for line in lines:
        if line.key > 0:
            found[line.key] = ArticleEntry(row(line.key), copy_of=(Letter(0), 0.94) if line.kind is LineKind.COPY else None)
        else:
            found[line.key] = EventHead(EventId(-line.key), "Harbour reopens", "2 March", (), True)
    return found


def shown(of: Outline) -> ArticleListModel:
    """A model that is answered at once."""
    model = ArticleListModel()
    model.wanted.connect(lambda page: model.take(page, entries(page.lines)))
    model.show(Listing(Shelf(), of, {}, of.total))
    return model


def compared() -> Compared:
    a = article(1, "One", "Three cranes were damaged. Ferries sail again.", source="Lindow Post")
    b = article(2, "Two", "Two cranes were damaged.")
    first = Span(a.text.index("Three"), a.text.index("Three") + 26)
    second = Span(b.text.index("Two cranes"), b.text.index("Two cranes") + 24)
    ferries = Span(a.text.index("Ferries"), len(a.text))
    claims = (
        Claim(
            ClaimStatus.CONFLICT,
            "Three cranes were damaged.",
            Place(a.id, first),
            (
                Cell(a.id, Relation.STATES, (first,), (Span(first.start, first.start + 5),)),
                Cell(b.id, Relation.CONTRADICTS, (second,), chain=("Ida Brandt",)),
            ),
            "three against two",
        ),
        Claim(
            ClaimStatus.ONLY,
            "Ferries sail again.",
            Place(a.id, ferries),
            (Cell(a.id, Relation.STATES, (ferries,)), Cell(b.id, Relation.ABSENT, nearest=Nearest(second, 0.3))),
        ),
    )
    omissions = (Omission(b.id, 1, "the other carries it"),)
    comparison = Comparison("1", (a.id, b.id), (a.document.text_sha256, b.document.text_sha256), claims, omissions=omissions)
    return Compared(comparison, (a, b))


def test_articles_stand_under_their_event(qtmodeltester: ModelTester) -> None:
    model = shown(HARBOUR)
    qtmodeltester.check(model)
    assert isinstance(model.index(1).data(Role.ENTRY), EventHead)
    assert [model.article_at(at) for at in range(6)] == [5, None, 3, 1, 2, 4]
    assert [model.event_at(at) for at in range(6)] == [None, 1, 1, 1, None, None]
    assert model.index(3).data(Role.ENTRY).copy_of == (Letter(0), 0.94)
    assert model.members(EventId(1)) == (3, 1)
    model.fold(EventId(1), True)
    qtmodeltester.check(model)
    assert [model.article_at(at) for at in range(model.rowCount())] == [5, None, 2, 4]
    assert model.index(1).data(Role.ENTRY).open is False
    assert not model.index_of(ArticleId(1)).isValid()
    assert model.members(EventId(1)) == (3, 1)
    assert model.total == 5


def test_words_are_read_for_what_is_looked_at() -> None:
    model = ArticleListModel()
    pages: list[Page] = []
    model.wanted.connect(pages.append)
    model.show(Listing(Shelf(), LONG, {}, LONG.total))
    assert pages == []
    far = model.index_of(ArticleId(500))
    assert far.data(Role.ENTRY) is None
    assert far.data(Role.ENTRY) is None
    assert [page.start for page in pages] == [448, 512, 384]
    assert {line.key for line in pages[0].lines} == set(range(449, 513))
    for page in pages:
        model.take(page, entries(page.lines))
    assert far.data() == "Headline 500"
    assert model.index(600).data(Role.ENTRY) is None
    assert len(pages) == 5


def test_after_a_change_what_is_in_sight_is_read_again(qtbot: QtBot) -> None:
    model = shown(LONG)
    assert model.index(500).data() == "Headline 501"
    pages: list[Page] = []
    model.wanted.connect(pages.append)
    model.refresh()
    assert [page.start for page in pages] == [448, 512, 384]
    assert model.index(500).data() == "Headline 501"
    with qtbot.waitSignal(model.dataChanged):
        model.take(pages[0], {501: ArticleEntry(row(501, starred=True))})
    assert model.index(500).data(Role.ENTRY).row.starred


def test_after_a_change_to_few_only_those_are_read_again() -> None:
    model = shown(LONG)
    assert model.index(500).data() == "Headline 501"
    pages: list[Page] = []
    model.wanted.connect(pages.append)
    model.refresh([501, 1000])
    assert [[line.key for line in page.lines] for page in pages] == [[501]]


def test_an_edit_is_shown_at_once(qtbot: QtBot) -> None:
    model = shown(HARBOUR)
    assert model.index(2).data() == "Headline 3"
    pages: list[Page] = []
    model.wanted.connect(pages.append)
    with qtbot.waitSignal(model.dataChanged):
        model.update([row(3, starred=True)])
    assert model.index_of(ArticleId(3)).data(Role.ENTRY).row.starred
    assert pages == []


def test_what_was_read_before_an_edit_does_not_take_it_off_the_screen() -> None:
    model = shown(LONG)
    starred = model.index_of(ArticleId(3))
    assert starred.data() == "Headline 3"
    pages: list[Page] = []
    before = perf_counter()
    model.update([row(3, starred=True)])
    model.wanted.disconnect()
    model.wanted.connect(pages.append)
    model.refresh([3])
    model.take(Page(0, ()), {3: ArticleEntry(row(3))}, before)
    assert starred.data(Role.ENTRY).row.starred, "a page that was being read"
    model.show(Listing(Shelf(), LONG, {3: ArticleEntry(row(3)), 4: ArticleEntry(row(4, starred=True))}, LONG.total, read_at=before))
    assert starred.data(Role.ENTRY).row.starred, "a list that was being read"
    assert model.index_of(ArticleId(4)).data(Role.ENTRY).row.starred
    assert 3 in {line.key for line in pages[-3].lines}, "it is read again"
    model.take(pages[-3], {3: ArticleEntry(row(3))}, perf_counter())
    assert not starred.data(Role.ENTRY).row.starred


def test_what_is_trashed_leaves_with_its_events_line(qtmodeltester: ModelTester) -> None:
    model = shown(HARBOUR)
    qtmodeltester.check(model)
    model.update([row(3, trashed=True), row(4, trashed=True)])
    assert [model.article_at(at) for at in range(model.rowCount())] == [5, None, 1, 2]
    model.fold(EventId(1), True)
    model.update([row(1, trashed=True)])
    assert [model.article_at(at) for at in range(model.rowCount())] == [5, 2]
    model.fold(EventId(1), False)
    assert [model.article_at(at) for at in range(model.rowCount())] == [5, 2]


def test_what_is_brought_back_leaves_the_trash(qtbot: QtBot) -> None:
    model = shown(LONG)
    model.show(Listing(Shelf(ShelfKind.TRASH), LONG, {}, LONG.total))
    with qtbot.waitSignal(model.rowsRemoved):
        model.update([row(7), row(8, trashed=True)])
    assert not model.index_of(ArticleId(7)).isValid()
    assert model.index_of(ArticleId(8)).row() == 6


def test_what_stays_in_place_keeps_the_rows(qtbot: QtBot) -> None:
    model = shown(HARBOUR)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(Listing(Shelf(), HARBOUR, {2: ArticleEntry(row(2, starred=True))}, 5))
    assert model.index_of(ArticleId(2)).data(Role.ENTRY).row.starred
    with qtbot.waitSignal(model.modelReset):
        model.show(Listing(Shelf(), LONG, {}, LONG.total))


def test_many_words_are_not_kept_for_ever() -> None:
    model = shown(outline(*((number, LineKind.SINGLE) for number in range(1, 20_001))))
    for at in range(0, 20_000, 50):
        assert model.index(at).data() == f"Headline {at + 1}"
    assert len(model._entries) < 6_000
    assert model.index(0).data() == "Headline 1"


@given(st.lists(st.integers(0, 3), max_size=200), st.integers(1, 12), st.integers(-50, 180_000))
def test_rows_of_any_height_are_found(some: list[int], times: int, y: int) -> None:
    heights = (76, 36, 76, 28)
    kinds = some * times
    stack = Stack(bytes(kinds), heights)
    tops = list(accumulate((heights[kind] for kind in kinds), initial=0))
    assert [stack.top(at) for at in range(len(kinds) + 1)] == tops
    assert stack.height == tops[-1]
    found = stack.row_at(y)
    assert found == next((at for at in range(len(kinds)) if tops[at] <= y < tops[at + 1]), -1)
    assert [*stack.rows_between(y, y + 90)] == [at for at in range(len(kinds)) if tops[at] <= y + 90 and tops[at + 1] > y]
    if kinds:
        middle = len(kinds) // 2
        assert stack.row_from(middle, y) == (
            stack.row_at(tops[middle] + y) if 0 <= tops[middle] + y < tops[-1] else 0 if y <= 0 else len(kinds) - 1
        )


def test_matrix(qtmodeltester: ModelTester) -> None:
    model = MatrixModel()
    model.show(compared())
    qtmodeltester.check(model)
    assert (model.rowCount(), model.columnCount()) == (4, 2)
    assert isinstance(model.row_at(0), GroupRow)
    cell = model.index(1, 1).data(CompareRole.CELL)
    assert isinstance(cell, CellView)
    assert (cell.passages[0].teller, cell.passages[0].remark) == ("Ida Brandt", "contradicts")
    assert model.index_of(1, 1).row() == 3


def test_cells_show_the_words_that_matter_and_silence() -> None:
    rows = [entry for entry in table_rows(compared(), Filter.ALL) if isinstance(entry, ClaimRow)]
    assert cell_view(compared(), rows[0], 0).pieces[0] == ("Three", True)
    silent = cell_view(compared(), rows[1], 1)
    assert silent.absent
    assert silent.left_out == "the other carries it"
    assert silent.whole == "Two cranes were damaged."


def test_what_may_say_it_is_no_silence() -> None:
    before = compared()
    only = before.comparison.claims[1]
    near = replace(only.cells[1], nearest=Nearest(Span(5, 29), 0.7, likely=True))
    claims = (before.comparison.claims[0], replace(only, cells=(only.cells[0], near)))
    likely = Compared(replace(before.comparison, claims=claims, omissions=()), before.articles)
    rows = [entry for entry in table_rows(likely, Filter.ALL) if isinstance(entry, ClaimRow)]
    assert cell_view(likely, rows[1], 1).perhaps
    kept = Compared(replace(likely.comparison, omissions=before.comparison.omissions), before.articles)
    assert not cell_view(kept, rows[1], 1).perhaps


def test_no_mark_of_a_cell_goes_without_a_reason() -> None:
    before = compared()
    conflict = before.comparison.claims[0]
    marked = replace(conflict.cells[1], marks=(Mark(DifferenceKind.NEGATION, "“not” on one side only"),))
    claims = (replace(conflict, cells=(conflict.cells[0], marked)), before.comparison.claims[1])
    why = why_of(Compared(replace(before.comparison, claims=claims), before.articles), 0, 1)
    assert [(one.places, one.difference.kind, one.difference.why) for one in why.apart] == [
        ((0, 1), DifferenceKind.NEGATION, "“not” on one side only")
    ]


def test_filters_count_claims() -> None:
    counts = {which: len(chosen(compared(), which)) for which in Filter}
    assert counts[Filter.ALL] == 2
    assert counts[Filter.CONFLICTS] == counts[Filter.ONLY] == counts[Filter.OMISSIONS] == 1
    assert counts[Filter.SHARED] == counts[Filter.QUOTATIONS] == 0


def test_hits(qtmodeltester: ModelTester) -> None:
    model = HitModel()
    qtmodeltester.check(model)
    text = "Ferries sail again."
    found = Found(
        SearchResult("ferries", 1, 0, (Hit(ArticleId(1), 2.0, (Passage(Span(0, 19), (Span(0, 7),)),)),)),
        (HitEntry(row(1), None, ((("Ferries", True), (" sail again.", False)),), Span(0, 7)),),
    )
    model.show(found)
    qtmodeltester.check(model)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"Headline 1. {text}"
    model.show(None)
    assert model.rowCount() == 0


def card(words: str) -> Card:
    return Card(words, TextBlock(words), words, sourced=False)


def test_cards(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = CardModel()
    qtmodeltester.check(model)
    model.show((card("First"), card("Second")))
    qtmodeltester.check(model)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show((card("First"), card("Other")))
    assert model.index(1).data() == "Other"
