"""What is chosen in a comparison made anew: the same words, wherever their row stands now."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefing_app.ui.comparison.carrying import row_again
from briefing_app.ui.comparison.standing import Level
from tests.ui.comparison.material import Row, compared_of, row_here
from tests.ui.comparison.test_texts import shown

ROWS: tuple[Row, ...] = ({0: [0], 1: [0]}, {0: [1], 1: [2]}, {0: [2], 1: [1]})
BEFORE = compared_of((3, 3), ROWS, conflicts=1)


@pytest.mark.parametrize("level", list(Level))
def test_a_row_that_moves_after_a_correction_stays_chosen(qtbot: QtBot, level: Level) -> None:
    view = shown(qtbot, BEFORE, level)
    view.standing.stand(0, 1)
    view.show_compared(compared_of((3, 3), [ROWS[1], ROWS[2], ROWS[0]]), busy=False)
    assert (view.standing.claim, view.standing.place) == (2, 1)
    row = row_here(view.matrix)
    assert row is not None
    assert row.index == 2


def test_a_passage_that_is_split_off_is_followed() -> None:
    apart = compared_of((3, 3), [])  # every sentence a row of its own, those of A first
    assert row_again(BEFORE, 0, 1, 0, apart) == (3, 0)
    assert row_again(BEFORE, 0, 0, 0, apart) == (0, 0)


def test_from_a_silent_cell_the_row_is_followed() -> None:
    lone = compared_of((3, 3), [{0: [1]}, {0: [0], 1: [0]}])
    assert row_again(lone, 0, 1, 0, compared_of((3, 3), [{0: [0], 1: [0]}, {0: [1]}])) == (1, 0)


def test_a_passage_of_several_keeps_its_turn() -> None:
    several = compared_of((3, 3), [{0: [0, 2], 1: [0]}])
    assert row_again(several, 0, 0, 1, several) == (0, 1)


def test_words_that_stand_in_no_row_any_more_are_not_found() -> None:
    assert row_again(BEFORE, 0, 0, 0, compared_of((0, 0), [])) is None
    assert row_again(BEFORE, 99, 0, 0, BEFORE) is None
