"""Tables of data that belong to the story: their cells are no running text, and no furniture either."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from briefing_app.cleaning.lines import Label, Line
from briefing_app.cleaning.page import beside_story
from briefing_app.model.article import TOLD, ZoneKind

_LONGEST_CELL = 400
_USUAL_CELL = 80
_MOST_LINKED = 0.5
_REST_OF_STORY = 0.5


def with_tables(lines: Sequence[Line], labels: Sequence[Label], main: frozenset[int]) -> list[Label]:
    """``labels`` with the cells of the story's own tables labelled as such.

    A table belongs to the story when it stands between its lines, or when the markup's advice (``main``) takes most of its cells for it.
    One that holds prose, mostly links, or the greater part of the story is no table of data.
    """
    found = list(labels)
    tables: dict[int, list[Line]] = {}
    for line in lines:
        if line.block is not None and line.block.cell is not None:
            tables.setdefault(line.block.cell.table, []).append(line)
    inside = {line.number for each in tables.values() for line in each}
    story = [line for line in lines if labels[line.number].kind in TOLD]
    around = [line.number for line in story if line.number not in inside]
    for cells in tables.values():
        amid = bool(around) and around[0] < cells[0].number and cells[-1].number < around[-1]
        advised = 2 * sum(cell.number in main for cell in cells) > len(cells)
        if (amid or advised) and _holds_data(cells, story):
            for cell in cells:
                found[cell.number] = Label(ZoneKind.TABLE, "a table amid the story" if amid else "a table beside the story", 0.7)
    return found


def _holds_data(cells: Sequence[Line], story: Sequence[Line]) -> bool:
    sizes = [cell.size for cell in cells]
    numbers = {cell.number for cell in cells}
    own = sum(line.size for line in story if line.number in numbers)
    linked = sum(cell.link_share * cell.size for cell in cells)
    return (
        max(sizes) <= _LONGEST_CELL
        and statistics.median(sizes) <= _USUAL_CELL
        and linked <= _MOST_LINKED * sum(sizes)
        and own <= _REST_OF_STORY * sum(line.size for line in story)
        and not any(beside_story(cell.path) for cell in cells)
    )
