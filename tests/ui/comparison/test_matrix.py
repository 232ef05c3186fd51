"""The matrix: orders, copies in one column, what is said of a row, peek, why and legend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing_app.model.comparison import ClaimStatus, Comparison, Copy, Difference, DifferenceKind, Omission, Pair, Place, Relation
from briefing_app.model.dates import day_interval
from briefing_app.model.letters import Letter
from briefing_app.model.span import Span
from briefing_app.ui.comparison.matrix.cells import CellDelegate, row_height, whole_remarks
from briefing_app.ui.comparison.matrix.model import Filter, GroupRow, MatrixModel, Role, chosen, table_rows
from briefing_app.ui.comparison.matrix.order import Sort
from briefing_app.ui.comparison.passages import CellView, ClaimRow, Compared, PassageView, claim_words
from briefing_app.ui.comparison.peek import counterpart
from briefing_app.ui.comparison.reasons import later_stages, why_of
from briefing_app.ui.comparison.sources import column_groups, column_heads, mostly_copied
from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.comparison.view import CompareView
from briefing_app.ui.comparison.why_bar import WhyBar
from briefing_app.ui.comparison.why_words import differing, sureness, telling
from briefing_app.ui.comparison.words.strands import strands_of
from briefing_app.ui.pieces import LINE, Laid
from briefing_app.ui.theme import Look, Type
from tests.factories import stated
from tests.ui.comparison.material import compared_of, row_here, sentence
from tests.ui.comparison.test_texts import shown

FOUR = compared_of((4, 4, 4, 4), [{0: [3], 1: [2]}, {0: [0], 1: [0], 2: [1], 3: [0]}, {2: [0], 3: [3]}], conflicts=1)


def copied(share: float) -> Compared:
    """The third source repeats the first."""
    a, c = FOUR.articles[0].id, FOUR.articles[2].id
    return replace(FOUR, comparison=replace(FOUR.comparison, copies=(Copy(a, c, share),)))


def rows_of(compared: Compared, sort: Sort) -> list[int]:
    """The rows of several sources, in order."""
    rows = table_rows(compared, Filter.ALL, sort)
    return [row.index for row in rows if isinstance(row, ClaimRow) and row.index < 3]


def test_rows_by_importance_stand_under_heads_and_otherwise_show_their_status() -> None:
    assert isinstance(table_rows(FOUR, Filter.ALL)[0], GroupRow)
    assert all(isinstance(row, ClaimRow) and row.alone for row in table_rows(FOUR, Filter.ALL, Sort.TEXT))


def test_rows_in_the_order_of_the_texts() -> None:
    assert rows_of(FOUR, Sort.TEXT) == [1, 2, 0]


def test_rows_by_who_told_first_undated_ones_last() -> None:
    days = {2: date(2026, 3, 1), 3: date(2026, 3, 5)}
    articles = tuple(
        replace(one, document=replace(one.document, date=stated(day_interval(days[at])))) if at in days else one
        for at, one in enumerate(FOUR.articles)
    )
    assert rows_of(replace(FOUR, articles=articles), Sort.DATE) == [1, 2, 0]


def test_a_copy_stands_beside_its_original_and_folds_into_it() -> None:
    comparison = copied(0.6).comparison
    assert column_groups(comparison, folded=False) == ((0,), (2,), (1,), (3,))
    assert column_groups(comparison, folded=True) == ((0, 2), (1,), (3,))
    assert not mostly_copied(comparison)
    assert mostly_copied(copied(0.9).comparison)


def test_a_copy_that_contradicts_its_original_is_not_folded_into_it_unasked() -> None:
    comparison = copied(0.9).comparison
    one = comparison.copies[0]
    place = Place(one.a, Span(0, 3))
    against = Difference(DifferenceKind.NUMBER, place, Place(one.b, Span(0, 3)), "4 against 5")
    assert not mostly_copied(replace(comparison, differences=(against,)))
    assert mostly_copied(replace(comparison, differences=(replace(against, kind=DifferenceKind.HEDGE),)))


def test_the_head_of_a_row_begins_with_a_large_letter() -> None:
    claim = FOUR.comparison.claims[0]
    assert claim_words(replace(claim, statement="the plan\n was not discussed")) == "The plan was not discussed"
    assert claim_words(replace(claim, statement="iPhone sales fell")) == "iPhone sales fell"


def test_the_head_says_what_is_a_copy() -> None:
    heads = column_heads(copied(0.6))
    assert heads[2].repeats == (Letter(0), 0.6)
    assert "60\u00a0% word for word as A" in heads[2].tip
    assert column_heads(copied(0.6), ((0, 2), (1,), (3,)))[0].copies == (Letter(2),)


def test_a_column_says_with_which_it_is_of_one_house() -> None:
    letters = (Letter(0), Letter(1), Letter(0, 1), Letter(2))
    heads = column_heads(replace(FOUR, comparison=replace(FOUR.comparison, letters=letters)))
    assert [str(head.letter) for head in heads] == ["A", "B", "A2", "C"]
    assert "of one house" not in heads[0].tip
    assert "of one house with A" in heads[2].tip


def test_a_column_says_of_which_it_tells_a_later_stage() -> None:
    claim = FOUR.comparison.claims[0]
    later = replace(claim, status=ClaimStatus.PROGRESSION, cells=(claim.cells[0], replace(claim.cells[1], relation=Relation.STRONGER)))
    heads = column_heads(replace(FOUR, comparison=replace(FOUR.comparison, claims=(later,))))
    assert [head.earlier for head in heads] == [(), (Letter(0),), (), ()]
    assert "tells a later stage than A" in heads[1].tip


def test_a_column_without_article_text_says_so() -> None:
    heads = column_heads(compared_of((2, 0), []))
    assert [head.empty for head in heads] == [False, True]
    assert "no article text" in heads[1].tip


def test_in_a_low_pane_the_bar_below_leaves_the_rows_their_room(qtbot: QtBot) -> None:
    view = shown(qtbot, FOUR, Level.MATRIX)
    high = view.matrix.findChild(WhyBar)
    assert high is not None
    view.resize(1000, 900)
    qtbot.waitUntil(lambda: high.height() > 90)
    view.resize(1000, 420)
    qtbot.waitUntil(lambda: high.height() < 40)
    view.resize(1000, 250)
    qtbot.waitUntil(lambda: high.height() == 0)
    assert view.legend.height() == 0
    assert view.legend.gives_way
    view.resize(1000, 900)
    qtbot.waitUntil(lambda: view.legend.height() > 20)


def test_a_low_and_narrow_pane_shows_the_filters_by_sign_and_count_on_one_line(qtbot: QtBot) -> None:
    view = shown(qtbot, FOUR, Level.MATRIX)
    bar = view.matrix.filters
    shared = next(chip for chip in bar.findChildren(QPushButton) if chip.accessibleName().startswith("Shared"))
    view.resize(600, 900)
    qtbot.waitUntil(lambda: shared.text().startswith("Shared"))
    view.resize(600, 400)
    qtbot.waitUntil(lambda: shared.text().isdigit())
    assert shared.toolTip() == shared.accessibleName() == f"Shared  {shared.text()}"
    qtbot.waitUntil(lambda: bar.height() < 40)
    view.matrix.choose(Filter.SHARED)
    assert shared.text().startswith("Shared")  # the chosen one is always named


def test_the_head_of_the_claims_says_how_many_a_filter_leaves(view: CompareView) -> None:
    count, claims = view.matrix._count, len(FOUR.comparison.claims)
    assert count.text() == f"{claims} claims"
    view.matrix.choose(Filter.CONFLICTS)
    assert count.text() == f"1 of {claims} claims"
    view.matrix.choose(Filter.ALL)
    assert count.text() == f"{claims} claims"


def test_an_untitled_article_goes_by_its_file() -> None:
    assert column_heads(FOUR)[1].title.text == "no title (a2.txt)"


def test_a_folded_column_shows_its_copy_where_the_original_is_silent(qtmodeltester: ModelTester) -> None:
    model = MatrixModel()
    model.show(copied(0.9), folded=True)
    qtmodeltester.check(model)
    assert model.columnCount() == 3
    index = model.index_of(2, 2)
    assert index.column() == 0
    assert model.place_at(index) == 2
    cell = index.data(Role.CELL)
    assert isinstance(cell, CellView)
    assert cell.note == "in C alone"
    assert model.place_at(model.index_of(1, 0)) == 0


def test_numbers_are_found_in_the_passages_themselves() -> None:
    assert len(chosen(FOUR, Filter.NUMBERS)) == len(FOUR.comparison.claims)  # each sentence has its number
    arabic = compared_of((2, 2), [{0: [0], 1: [0]}], languages=("long", "long"))
    assert len(chosen(arabic, Filter.NUMBERS)) == len(arabic.comparison.claims)


def reasoned() -> Compared:
    """FOUR with pairs and further differences between its first two sources."""
    a, b, c = (Place(one.id, sentence(one, number)) for one, number in zip(FOUR.articles, (0, 0, 1), strict=False))
    differences = (
        Difference(DifferenceKind.WORDING, a, b, "opens / reopens"),
        Difference(DifferenceKind.HEDGE, b, c, "“may” on one side only"),
        Difference(DifferenceKind.NUMBER, a, b, "3 against 4"),
    )
    pairs = (Pair(a, b, 0.9, ("harbour", "Lindow")), Pair(b, c, 0.6, ("day",)))
    return replace(FOUR, comparison=replace(FOUR.comparison, differences=differences, pairs=pairs))


def test_why_begins_with_what_touches_the_chosen_source() -> None:
    why = why_of(reasoned(), 1, 2)
    assert [(one.places, one.difference.kind.value) for one in why.apart] == [((1, 2), "hedge"), ((0, 1), "number"), ((0, 1), "wording")]
    assert why.shared == ("day", "harbour", "Lindow")
    assert sureness(why) == "B–C 60 %, A–B 90 %"
    assert [fact.words for fact in differing(why, 1)] == ["B–C: “may” on one side only"]
    assert telling(why) == "A itself; B itself; C itself; D itself"


def test_why_of_another_row_knows_nothing_of_this_one() -> None:
    assert why_of(reasoned(), 2, 2).apart == ()


def test_a_passage_is_compared_with_the_one_that_contradicts_it() -> None:
    strands = strands_of(FOUR, 0)
    found = counterpart(FOUR, 0, strands[0], strands)
    assert found is not None
    assert found.place == 1
    alone = strands_of(FOUR, 3)
    assert counterpart(FOUR, 3, alone[0], alone) is None


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    return shown(qtbot, reasoned(), Level.MATRIX)


def test_the_peek_opens_follows_and_closes(qtbot: QtBot, view: CompareView) -> None:
    view.peek()
    assert view.card.isVisible()
    first = view.card.accessibleDescription()
    assert first.startswith("A: Sentence 3")
    view.matrix.step(1, 0)
    qtbot.waitUntil(lambda: view.card.isVisible() and view.card.accessibleDescription() != first)
    view.peek()
    assert not view.card.isVisible()


def test_escape_closes_the_card_before_it_zooms_out(view: CompareView) -> None:
    view.open_level(Level.TEXTS)
    view.explain()
    assert "rule: " in view.card.accessibleDescription()
    assert view.back()
    assert view.standing.level is Level.TEXTS
    assert not view.card.isVisible()


def test_one_card_gives_way_to_the_other(view: CompareView) -> None:
    view.peek()
    view.explain()
    assert view.card.isVisible()
    assert "told by: " in view.card.accessibleDescription()


def test_the_card_stays_inside_of_the_pane_at_every_row(qtbot: QtBot) -> None:
    view = shown(qtbot, reasoned(), Level.MATRIX, (700, 420))
    for _ in range(8):
        view.peek()
        assert view.rect().contains(view.card.geometry())
        view.peek()
        view.matrix.step(1, 1)


def test_a_card_that_is_longer_than_the_pane_is_read_part_by_part(qtbot: QtBot) -> None:
    view = shown(qtbot, reasoned(), Level.MATRIX, (300, 130))
    view.explain()
    card = view.card
    assert view.rect().contains(card.geometry())
    first = card.grab().toImage()
    view.explain()
    assert card.isVisible()
    assert card.grab().toImage() != first
    while card.turn():
        pass
    assert card._content is not None
    assert card._shift + card.height() - 2 * 14 == pytest.approx(card._content.height, abs=1)
    view.explain()
    assert not card.isVisible()


def test_the_menu_of_orders_is_gone_once_it_is_closed(qtbot: QtBot, view: CompareView) -> None:
    bar = view.matrix.filters
    menu = bar.order_menu()
    assert [action.isChecked() for action in menu.actions()].count(True) == 1
    menu.close()
    qtbot.waitUntil(lambda: not bar.findChildren(QMenu))


def test_another_order_keeps_the_chosen_row(view: CompareView) -> None:
    view.standing.stand(2, 3)
    view.matrix.sort_by(Sort.TEXT)
    row = row_here(view.matrix)
    assert row is not None
    assert row.index == 2
    assert view.standing.order.index(1) < view.standing.order.index(2)


def test_folding_copies_keeps_the_chosen_source(qtbot: QtBot) -> None:
    view = shown(qtbot, copied(0.6), Level.MATRIX)
    view.standing.stand(2, 2)
    assert view.matrix.fold_copies()
    assert (view.standing.claim, view.standing.place) == (2, 2)
    assert view.matrix.table.currentIndex().column() == 0
    assert view.matrix.fold_copies()
    assert view.matrix.table.currentIndex().column() == 1
    assert not shown(qtbot, FOUR, Level.MATRIX).matrix.fold_copies()


def test_a_filter_that_hides_the_row_gives_way_when_another_level_goes_there(view: CompareView) -> None:
    view.matrix.choose(Filter.CONFLICTS)
    assert view.standing.order == (0,)
    view.standing.stand(2, 2)
    row = row_here(view.matrix)
    assert row is not None
    assert row.index == 2


def test_marks_are_walked_cell_by_cell(view: CompareView) -> None:
    view.standing.stand(0, 0)
    view.matrix.walk(1)
    assert (view.standing.claim, view.standing.place) == (0, 1)
    view.matrix.walk(-1)
    assert (view.standing.claim, view.standing.place) == (0, 0)
    view.matrix.walk(-1)
    assert (view.standing.claim, view.standing.place) == (0, 0)


def test_a_press_on_a_cell_chooses_it(view: CompareView) -> None:
    table = view.matrix.table
    rect = table.visualRect(table.model().index(3, 2))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() + QPoint(1, 1))
    assert table.currentIndex().column() == 2
    assert view.standing.place == 2


def test_the_legend_speaks_of_the_open_level(view: CompareView) -> None:
    assert "hedged or weaker" in view.legend.accessibleDescription()
    view.open_level(Level.TEXTS)
    assert "passages of one row" in view.legend.accessibleDescription()
    view.open_level(Level.WORDS)
    assert "who says it" in view.legend.accessibleDescription()


def progressing(*relations: Relation) -> Comparison:
    """A row of progression for each relation of B, stated by A."""
    first = FOUR.comparison.claims[0]
    rows = tuple(
        replace(first, status=ClaimStatus.PROGRESSION, cells=(first.cells[0], replace(first.cells[1], relation=one), *first.cells[2:]))
        for one in relations
    )
    return replace(FOUR.comparison, claims=rows)


def test_who_tells_a_later_stage_is_said_unless_rows_disagree() -> None:
    assert later_stages(progressing(Relation.STRONGER)) == ((1, 0),)
    assert later_stages(progressing(Relation.WEAKER, Relation.STATES)) == ((0, 1),)
    assert later_stages(progressing(Relation.WEAKER, Relation.STRONGER)) == ()
    assert later_stages(FOUR.comparison) == ()


def test_what_a_source_leaves_out_stands_first_in_its_status_and_is_told_in_full() -> None:
    comparison = FOUR.comparison
    left_out = [index for index, claim in enumerate(comparison.claims) if claim.status is ClaimStatus.SOME][-1]
    silent = next(cell.article for cell in comparison.claims[left_out].cells if not cell.spans)
    omitted = replace(FOUR, comparison=replace(comparison, omissions=(Omission(silent, left_out, "2 of 3 others carry it"),)))
    some = [row for row in table_rows(omitted, Filter.ALL) if isinstance(row, ClaimRow) and row.claim.status is ClaimStatus.SOME]
    assert [row.left_out for row in some] == [True] + [False] * (len(some) - 1)
    assert some[0].index == left_out


@pytest.mark.usefixtures("qapp")
def test_a_remark_is_whole_or_not_there() -> None:
    look = Look()
    words = "An official · hedge “maybe” · condition “if”"
    width = QFontMetricsF(look.font(Type.SMALL)).horizontalAdvance(words)

    def shown_in(room: float, lines: int) -> str:
        return whole_remarks(words, lambda some: Laid(look, ((some, False),), room, Type.SMALL, lines)).words

    assert shown_in(width + 1, 1) == words
    assert shown_in(width * 0.9, 1) == "An official · hedge “maybe” …"
    assert shown_in(width * 0.9, 2) == words
    assert shown_in(10, 1) == "An official …"


@pytest.mark.usefixtures("qapp")
def test_a_cell_of_several_passages_has_two_lines_for_what_is_remarked_of_each() -> None:
    remark = "against B: “was not specifically discussed” · against A (Kato): “was no exchange of views”"
    one = PassageView((("The minister raised the plan.", False),), "Yomiuri", remark)
    row = ClaimRow(0, FOUR.comparison.claims[1], 0)
    bare = CellView((replace(one, remark=""),) * 2, absent=False)
    full = CellView((one,) * 2, absent=False)
    assert row_height(row, [full], Look(), 326, 1) == row_height(row, [bare], Look(), 326, 1) + 2 * LINE


@pytest.mark.usefixtures("qapp")
def test_what_is_remarked_takes_the_room_that_a_longer_neighbour_leaves() -> None:
    remark = "against A (two officials): “asked” · against C (the minister): “denied” · hedge “reportedly”"
    cell = CellView((PassageView((("The office rejected it.", False),), "office of the prime minister", remark),), absent=False)
    delegate = CellDelegate(Look())
    low, high = (delegate._remark(cell, 0, QRectF(0, 0, 220, lines * LINE)) for lines in (3, 8))
    assert low is not None
    assert high is not None
    assert (low.lines, low.words.endswith("…")) == (2, True)
    assert (high.whole, high.words) == (True, f"office of the prime minister · {remark}")


@pytest.mark.usefixtures("qapp")
def test_a_narrow_cell_has_room_for_what_is_remarked() -> None:
    below = " · ".join(f"hedge “maybe {number}”" for number in range(6))
    cell = CellView((PassageView((("The harbour opens.", False),), "An official", below, hedged=True),), absent=False)
    row = ClaimRow(0, FOUR.comparison.claims[1], 0)
    wide, narrow = (row_height(row, [cell], Look(), width, 1) for width in (1200, 220))
    assert narrow > wide


def test_the_head_tells_copies_as_one_group(qtbot: QtBot) -> None:
    numbers = [article.id for article in FOUR.articles]
    one_text = tuple(Copy(a, b, 0.9) for a, b in combinations(numbers[:3], 2))
    rewritten = tuple(Copy(one, numbers[3], 0.25) for one in numbers[:3])
    every = replace(FOUR, comparison=replace(FOUR.comparison, copies=(*one_text, *rewritten)))
    said = shown(qtbot, every, Level.MATRIX).head.accessibleName()
    assert "A, B and C carry one text (90\u00a0% word for word)" in said
    assert "A B C and D share wording (25\u00a0% word for word)" in said
    assert "C is 60\u00a0% word for word as A" in shown(qtbot, copied(0.6), Level.MATRIX).head.accessibleName()
