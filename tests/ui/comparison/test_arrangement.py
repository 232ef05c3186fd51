"""Boxes for texts side by side: nothing overlaps, every text keeps its order, rows share a height where that is possible."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.ui.comparison.texts.arrangement import SILENCE, Arrangement, Slot, arrange, claims_of
from briefing_app.ui.comparison.texts.flow import Column, Passage, Silence, silent_places, weights_of
from tests.ui.comparison.material import Row, compared_of
from tests.ui.comparison.test_flow import columns_of

HEIGHT = 40.0


def arranged(sizes: tuple[int, ...], rows: list[Row], held: Slot | None = None, pinned: int | None = None) -> Arrangement:
    """Arrange numbered sentences, all of one height."""
    compared = compared_of(sizes, rows)
    columns = columns_of(compared)
    return arrange(
        columns,
        [[HEIGHT for _ in column] for column in columns],
        weights_of(compared.comparison, columns, pinned),
        silent_places(compared.comparison, columns),
        held,
    )


def tops(arrangement: Arrangement, claim: int) -> list[float]:
    """Where the boxes of a row stand, from left to right."""
    return [box.top for box in arrangement.boxes if claim in claims_of(box.item) and isinstance(box.item, Passage)]


def test_rows_in_the_same_order_stand_level() -> None:
    found = arranged((3, 3, 3), [{0: [0], 1: [0], 2: [0]}, {0: [2], 1: [1], 2: [2]}])
    assert len(set(tops(found, 0))) == 1
    assert len(set(tops(found, 1))) == 1
    assert tops(found, 1)[0] > tops(found, 0)[0]


def test_of_two_crossing_rows_one_is_level_and_the_other_runs_slanting() -> None:
    found = arranged((2, 2), [{0: [0], 1: [1]}, {0: [1], 1: [0]}])
    level = [len(set(tops(found, claim))) == 1 for claim in (0, 1)]
    assert sorted(level) == [False, True]
    assert {ribbon.claim for ribbon in found.ribbons} == {0, 1}


def test_the_others_come_to_the_wanted_passage() -> None:
    rows: list[Row] = [{0: [0], 1: [3]}, {0: [1], 1: [0]}, {0: [2], 1: [1]}, {0: [3], 1: [2]}]
    assert len(set(tops(arranged((4, 4), rows), 0))) == 2
    assert len(set(tops(arranged((4, 4), rows, held=(1, 3), pinned=0), 0))) == 1


def test_the_wanted_one_of_two_passages_is_met() -> None:
    rows: list[Row] = [{0: [0, 3], 1: [1]}]
    found = arranged((4, 3), rows, held=(0, 2), pinned=0)
    boxes = [box for box in found.boxes if 0 in claims_of(box.item)]
    assert boxes[0].top != boxes[2].top
    assert boxes[1].top == boxes[2].top


def test_a_ribbon_runs_through_the_silence_between() -> None:
    found = arranged((1, 1, 1), [{0: [0], 2: [0]}])
    silent = next(at for at, box in enumerate(found.boxes) if isinstance(box.item, Silence))
    assert found.boxes[silent].height == SILENCE
    assert {(ribbon.left, ribbon.right) for ribbon in found.ribbons} == {(0, silent), (silent, len(found.boxes) - 1)}


def test_nothing_to_arrange() -> None:
    assert arrange((), (), ()) == Arrangement()


@st.composite
def cases(draw: st.DrawFn) -> tuple[tuple[int, ...], list[Row], int]:
    """Up to five texts, up to ten rows of one or two sentences a text, and a row that is wanted (-1: none)."""
    sizes = tuple(draw(st.lists(st.integers(1, 9), min_size=2, max_size=5)))
    rows: list[Row] = []
    for _ in range(draw(st.integers(0, 10))):
        columns = draw(st.lists(st.integers(0, len(sizes) - 1), min_size=2, max_size=len(sizes), unique=True))
        rows.append({c: draw(st.lists(st.integers(0, sizes[c] - 1), min_size=1, max_size=2, unique=True)) for c in columns})
    return sizes, rows, draw(st.integers(-1, len(rows) - 1))


@given(cases())
@settings(max_examples=150, deadline=None)
def test_no_overlap_order_kept_rows_share_a_top(case: tuple[tuple[int, ...], list[Row], int]) -> None:
    sizes, rows, wanted = case
    compared = compared_of(sizes, rows)
    columns = columns_of(compared)
    heights = [[20.0 + 7 * ((column + place) % 5) for place in range(len(items))] for column, items in enumerate(columns)]
    pinned = wanted if wanted >= 0 else None
    held = slot_of(columns, pinned) if pinned is not None else None
    weights = weights_of(compared.comparison, columns, pinned)
    found = arrange(columns, heights, weights, silent_places(compared.comparison, columns), held)
    for column, items in enumerate(columns):
        boxes = [found.boxes[at] for at in found.column(column)]
        assert [box.item for box in boxes if not isinstance(box.item, Silence)] == list(items)
        assert all(above.bottom <= below.top for above, below in pairwise(boxes))
        assert all(box.bottom <= found.height for box in boxes)
    for row in {box.row for box in found.boxes}:
        members = [box for box in found.boxes if box.row == row]
        assert len({box.top for box in members}) == 1
        assert len({box.column for box in members}) == len(members)
    for ribbon in found.ribbons:
        left, right = found.boxes[ribbon.left], found.boxes[ribbon.right]
        assert right.column == left.column + 1
        assert ribbon.claim in claims_of(left.item)
        assert ribbon.claim in claims_of(right.item)
    if pinned is not None and held is not None:
        height = next(box.top for box in found.boxes if box.column == held[0] and box.item == columns[held[0]][held[1]])
        assert all(any(found.boxes[at].top == height for at in found.of_claim(pinned, column)) for column in rows[pinned])


def slot_of(columns: tuple[Column, ...], claim: int) -> Slot:
    """The first passage of a row."""
    return next((column, place) for column, items in enumerate(columns) for place, item in enumerate(items) if claim in claims_of(item))


def test_the_most_that_is_shown_is_arranged_quickly_enough_to_press_on() -> None:
    """Twelve texts of sixty sentences, forty rows in every second text: the ties are found without trying every way."""
    rows: list[Row] = [{column: [row + column % 3] for column in range(row % 2, 12, 2)} for row in range(40)]
    found = arranged((60,) * 12, rows)
    assert len(found.boxes) > 12 * 20


def test_silence_stands_below_what_a_shared_passage_of_another_row_has_brought_to_its_height() -> None:
    rows: list[Row] = [{0: [0], 2: [0]}, {0: [0], 1: [0]}]
    found = arranged((1, 1, 1), rows)
    silent = next(box for box in found.boxes if isinstance(box.item, Silence))
    assert silent.column == 1
    assert silent.top > next(box.bottom for box in found.boxes if box.column == 1 and isinstance(box.item, Passage)) - 1
    assert {(found.boxes[one.left].column, found.boxes[one.right].column) for one in found.ribbons if one.claim == 0} == {(0, 1), (1, 2)}
