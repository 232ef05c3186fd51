"""Level 3: the passages of a row, stepping from pair to pair and from row to row, opening and coming back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.comparison.view import CompareView
from tests.ui.comparison.material import compared_of, sentence
from tests.ui.comparison.test_texts import shown

ROWS = compared_of((4, 4, 4), [{0: [0, 2], 1: [0], 2: [1]}, {0: [1], 2: [2]}], conflicts=1)


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    """At the first row: two passages of A, one of B, one of C."""
    found = shown(qtbot, ROWS, Level.WORDS)
    found.standing.stand(0, 0)
    return found


def pair(view: CompareView) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """(source, passage) of the chosen passage and of the compared one."""
    found = view.words.pair
    assert found is not None
    here, there = found
    return (here.place, here.passage), (there.place, there.passage) if there else None


def test_the_chosen_passage_meets_the_first_of_another_source(view: CompareView) -> None:
    assert pair(view) == ((0, 0), (1, 0))


def test_right_chooses_the_next_passage_also_of_the_same_source(view: CompareView) -> None:
    view.words.step(0, 1)
    assert pair(view)[0] == (0, 1)
    assert (view.standing.place, view.standing.passage) == (0, 1)
    view.words.step(0, 1)
    assert pair(view)[0] == (1, 0)
    view.words.step(0, -1)
    assert pair(view)[0] == (0, 1)


def test_the_compared_passage_is_stepped_round(view: CompareView) -> None:
    seen = []
    for _ in range(3):
        seen.append(pair(view)[1])
        view.words.walk(1)
    assert seen == [(1, 0), (2, 0), (0, 1)]
    view.words.walk(-1)
    assert pair(view)[1] == (0, 1)


def test_down_goes_to_the_next_row_of_the_matrix(view: CompareView) -> None:
    view.words.step(1, 0)
    assert view.standing.claim == 1
    assert pair(view) == ((0, 0), (2, 0))
    for _ in range(40):
        view.words.step(1, 0)
    assert view.standing.claim == view.standing.order[-1]


def test_a_silent_cell_gives_way_to_the_nearest_source_that_speaks(view: CompareView) -> None:
    view.standing.stand(1, 1)
    assert pair(view)[0][0] in (0, 2)


def test_a_row_of_one_source_has_nothing_to_compare_with(view: CompareView) -> None:
    lone = next(index for index, claim in enumerate(ROWS.comparison.claims) if sum(bool(cell.spans) for cell in claim.cells) == 1)
    view.standing.stand(lone, 0)
    assert pair(view)[1] is None
    view.words.walk(1)
    assert pair(view)[1] is None


def test_enter_opens_the_chosen_passage(qtbot: QtBot, view: CompareView) -> None:
    view.words.step(0, 1)
    with qtbot.waitSignal(view.sentence_wanted) as told:
        view.open_here()
    assert told.args == [ROWS.articles[0].id, sentence(ROWS.articles[0], 2)]


def test_a_pressed_passage_is_compared_and_a_double_press_opens_it(qtbot: QtBot, view: CompareView) -> None:
    spread = view.words.sheet.spread
    assert spread is not None
    point = spread.rect(3).center().toPoint() - QPoint(0, view.words.sheet.verticalScrollBar().value())
    QTest.mouseClick(view.words.sheet.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert pair(view)[1] == (2, 0)
    with qtbot.waitSignal(view.sentence_wanted) as told:
        QTest.mouseDClick(view.words.sheet.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert told.args == [ROWS.articles[2].id, sentence(ROWS.articles[2], 1)]


def test_escape_goes_back_to_the_level_that_one_came_from(qtbot: QtBot) -> None:
    view = shown(qtbot, ROWS, Level.MATRIX)
    view.open_level(Level.WORDS)
    assert view.back()
    assert view.standing.level is Level.MATRIX
    view.open_level(Level.TEXTS)
    view.open_level(Level.WORDS)
    assert view.back()
    assert view.standing.level is Level.TEXTS
    assert view.back()
    assert not view.back()


def test_passages_do_not_overlap(view: CompareView) -> None:
    spread = view.words.sheet.spread
    assert spread is not None
    rects = [spread.rect(number) for number in sorted(spread.blocks)]
    assert all(above.bottom() <= below.top() for above, below in pairwise(rects))
    assert rects[-1].bottom() <= spread.height


@pytest.mark.parametrize("language", ["ar", "ja", "long"])
def test_any_script_in_a_narrow_pane(qtbot: QtBot, language: str) -> None:
    view = shown(qtbot, compared_of((2, 2), [{0: [0], 1: [0]}], languages=("en", language)), Level.WORDS, (500, 400))
    assert view.words.sheet.spread is not None
    image = view.words.sheet.viewport().grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, 480, 3) for y in range(0, image.height(), 3)}) > 20


def test_a_low_pane_keeps_the_chosen_passage_in_sight(view: CompareView, qtbot: QtBot) -> None:
    sheet = view.words.sheet
    whole = sheet.base_rect().top()
    view.resize(view.width(), view.height() - sheet.height() + 150)
    qtbot.waitUntil(lambda: sheet.height() < 200)
    assert sheet.base_rect().top() < whole  # the claim above it takes one line
    assert sheet.viewport().y() - sheet.base_rect().top() > view.height() // 8
