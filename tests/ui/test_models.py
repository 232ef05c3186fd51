"""Every item model through Qt's model tester, on real dataclasses."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from briefing_app.library import ArticleRow
from briefing_app.model.article import Attested
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, Nearest, Omission, Place, Relation
from briefing_app.model.dates import day_interval
from briefing_app.model.event import Event, EventGroup
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.span import Span
from briefing_app.ui.comparison.model import Filter, GroupRow, MatrixModel, chosen, table_rows
from briefing_app.ui.comparison.model import Role as CompareRole
from briefing_app.ui.comparison.passages import CellView, ClaimRow, Compared, cell_view
from briefing_app.ui.library.listing import (
    ArticleEntry,
    EventHead,
    Holdings,
    Section,
    Shelf,
    ShelfEntry,
    ShelfKind,
    listing_of,
)
from briefing_app.ui.library.model import CHUNK, ArticleListModel, ShelfModel
from tests.factories import article, stated


def row(number: int, *, event: int | None = None, source: str | None = "Lindow Post", starred: bool = False) -> ArticleRow:
    day: Attested = stated(day_interval(date(2026, 3, 2)))
    numbered = EventId(event) if event is not None else None
    return ArticleRow(
        ArticleId(number), f"Headline {number}", True, stated(source), Attested(), day, "en", "Lead.", False, starred, 0, numbered
    )


def holdings(count: int = 4) -> Holdings:
    rows = tuple(row(n, event=1 if n in (1, 3) else None, source=None if n == 2 else "Lindow Post") for n in range(1, count + 1))
    event = Event(EventId(1), EventGroup("Harbour reopens", day_interval(date(2026, 3, 2)), (ArticleId(3), ArticleId(1))))
    return Holdings(rows, (event,))


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


def test_shelves(qtmodeltester: ModelTester) -> None:
    model = ShelfModel()
    model.show(listing_of(holdings(), Shelf()).shelves)
    qtmodeltester.check(model)
    entries = listing_of(holdings(), Shelf()).shelves
    counts = {entry.name: entry.count for entry in entries if isinstance(entry, ShelfEntry)}
    assert counts["All"] == 4
    assert counts["Harbour reopens"] == 2
    assert counts["Lindow Post"] == 3
    assert counts["unknown"] == 1
    assert [entry.title for entry in entries if isinstance(entry, Section)] == ["Events", "Sources"]
    assert not model.flags(model.index(4)) & Qt.ItemFlag.ItemIsSelectable


def test_articles_stand_under_their_event(qtmodeltester: ModelTester) -> None:
    model = ArticleListModel()
    model.show(listing_of(holdings(), Shelf()))
    qtmodeltester.check(model)
    entries = listing_of(holdings(), Shelf()).entries(())
    assert isinstance(entries[0], EventHead)
    assert [entry.row.id for entry in entries if isinstance(entry, ArticleEntry)] == [3, 1, 2, 4]
    assert [entry.place for entry in entries if isinstance(entry, ArticleEntry)] == [0, 1, None, None]
    model.fold(EventId(1), True)
    assert model.rowCount() == 3
    assert not model.index_of(ArticleId(1)).isValid()


def test_shelves_narrow_the_list() -> None:
    entries = listing_of(holdings(), Shelf(ShelfKind.SOURCE)).entries(())
    assert [entry.row.id for entry in entries if isinstance(entry, ArticleEntry)] == [2]
    assert listing_of(holdings(), Shelf(ShelfKind.STARRED)).entries(()) == ()


def test_a_copy_stands_under_its_original() -> None:
    held = holdings()
    copied = Holdings(held.rows, held.events, {}, {ArticleId(1): (ArticleId(3), 0.94)})
    entries = listing_of(copied, Shelf()).entries(())
    assert isinstance(entries[2], ArticleEntry)
    assert entries[2].copy_of == (0, 0.94)


def test_a_long_list_is_taken_in_by_chunks(qtmodeltester: ModelTester) -> None:
    model = ArticleListModel()
    model.show(listing_of(Holdings(tuple(row(n) for n in range(1, 3 * CHUNK))), Shelf()))
    assert model.rowCount() == CHUNK
    qtmodeltester.check(model)
    assert model.index_of(ArticleId(2 * CHUNK + 5)).isValid()
    assert model.rowCount() > 2 * CHUNK


def test_what_stays_in_place_keeps_the_rows() -> None:
    model = ArticleListModel()
    model.show(listing_of(holdings(), Shelf()))
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    starred = tuple(row(n, event=1 if n in (1, 3) else None, starred=True, source=None if n == 2 else "Lindow Post") for n in range(1, 5))
    model.show(listing_of(Holdings(starred, holdings().events), Shelf()))
    assert not resets


def test_matrix(qtmodeltester: ModelTester) -> None:
    model = MatrixModel()
    model.show(compared())
    qtmodeltester.check(model)
    assert (model.rowCount(), model.columnCount()) == (4, 2)
    assert isinstance(model.row_at(0), GroupRow)
    cell = model.index(1, 1).data(CompareRole.CELL)
    assert isinstance(cell, CellView)
    assert (cell.passages[0].teller, cell.remark) == ("Ida Brandt", "contradicts")
    assert model.index_of(1, 1).row() == 3


def test_cells_show_the_words_that_matter_and_silence() -> None:
    rows = [entry for entry in table_rows(compared(), Filter.ALL) if isinstance(entry, ClaimRow)]
    assert cell_view(compared(), rows[0], 0).pieces[0] == ("Three", True)
    silent = cell_view(compared(), rows[1], 1)
    assert silent.absent
    assert silent.left_out == "the other carries it"
    assert silent.whole == "Two cranes were damaged."


def test_filters_count_claims() -> None:
    comparison = compared().comparison
    counts = {which: len(chosen(comparison, which)) for which in Filter}
    assert counts[Filter.ALL] == 2
    assert counts[Filter.CONFLICTS] == counts[Filter.ONLY] == counts[Filter.OMISSIONS] == 1
    assert counts[Filter.SHARED] == counts[Filter.QUOTATIONS] == 0
