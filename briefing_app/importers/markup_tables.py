"""Tables of a page: which ones hold data, and where each of their cells stands."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.html

from briefing_app.model.document import Cell

_MOST_COLUMNS = 60
_MOST_ROWS = 2000
_LONGEST_CELL = 1500
"""Code points; a cell that holds more is a column of the page."""

_CELLS = ("td", "th")


def cells_of(table: lxml.html.HtmlElement, number: int) -> dict[lxml.html.HtmlElement, Cell]:
    """The place of each cell of a table of data; empty for a table that only serves the layout or is beyond all measure.

    A table of data has two rows and two columns or more, no table inside, and no cell as long as an article.
    """
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants("table"), None) is not None:
        return {}
    found: dict[lxml.html.HtmlElement, Cell] = {}
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(_rows(table)):
        if row >= _MOST_ROWS:
            return {}
        column = 0
        in_head = line.getparent().tag == "thead"
        for element in line.iterchildren(*_CELLS):
            while (row, column) in taken:
                column += 1
            columns, rows = _count(element, "colspan", _MOST_COLUMNS), _count(element, "rowspan", _MOST_ROWS)
            if column + columns > _MOST_COLUMNS or len(element.text_content()) > _LONGEST_CELL:
                return {}
            taken.update((row + down, column + right) for down in range(rows) for right in range(columns))
            if len(taken) > _MOST_COLUMNS * _MOST_ROWS:
                return {}
            found[element] = Cell(number, row, column, columns, rows, head=in_head or element.tag == "th")
            column += columns
    some = {cell.row for cell in found.values()}, {cell.column for cell in found.values()}
    return found if min(map(len, some)) > 1 else {}


def _rows(table: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    for part in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        if part.tag == "tr":
            yield part
        else:
            yield from part.iterchildren("tr")


def _count(element: lxml.html.HtmlElement, name: str, most: int) -> int:
    words = (element.get(name) or "").strip()
    return max(1, min(most, int(words))) if words.isascii() and words.isdigit() and len(words) < 6 else 1
