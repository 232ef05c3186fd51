"""Tables on the page: which cell stands where, how wide the columns are, and how they are set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from briefing_app.model.document import Cell
from briefing_app.ui.direction import right_to_left
from briefing_app.ui.reader.column import Column
from briefing_app.ui.reader.paragraphs import Paragraph
from briefing_app.ui.reader.setting import INDENT, MARKER, Setter, indent
from briefing_app.ui.theme import Type

PAD = 6
MOST_CELLS = 500
"""A larger table is set as lines: Qt would lay it out for longer than anybody waits."""

_NARROWEST, _WIDEST, _LONGEST_WORD = 32.0, 240.0, 130.0
_SCROLLED = 160.0
_MEASURED_ROWS = 120
_NUMBER = re.compile(r"[-+−–(]?\s*[$€£¥]?\s*[\d٠-٩][\d٠-٩.,  '’٬٫]*\s*[)%‰€$£]?|[-–—]|n/a")
_LONGEST_NUMBER = 24


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one table with rows and columns counted from 0 without gaps; paragraphs of one cell stand together."""

    rows: int
    columns: int
    cells: tuple[tuple[Cell, tuple[Paragraph, ...]], ...]

    @property
    def heads(self) -> int:
        """How many rows at the top hold nothing but heads."""
        last = [cell.row for cell, _ in self.cells if not cell.head]
        return min(last, default=self.rows)


@dataclass(frozen=True, slots=True)
class Fitting:
    """A table that was set, with the least and the wished width of each column (pixels, padding included)."""

    table: QTextTable
    least: tuple[float, ...]
    wished: tuple[float, ...]
    mirrored: bool

    @property
    def narrowest(self) -> float:
        """The least width at which no word is broken that need not be."""
        return sum(self.least)

    def fit(self, column: Column) -> None:
        """Take the room that there is, as far as the words allow; what is wider scrolls, and then no column need be narrow."""
        spare = (column.room - sum(self.least)) / max(1.0, sum(self.wished) - sum(self.least))
        if spare < 0:
            widths = [round(max(least, min(wished, _SCROLLED))) for least, wished in zip(self.least, self.wished, strict=True)]
        else:
            widths = [round(least + min(1.0, spare) * (wished - least)) for least, wished in zip(self.least, self.wished, strict=True)]
        form = QTextTableFormat(self.table.format())
        form.setColumnWidthConstraints([QTextLength(QTextLength.Type.FixedLength, width) for width in widths])
        form.setLeftMargin(max(0.0, column.measure - sum(widths)) if self.mirrored else 0.0)
        if form != self.table.format():
            self.table.setFormat(form)


def write_table(page: Setter, text: str, members: Sequence[Paragraph], *, dimmed: bool) -> Fitting:
    """Set the paragraphs of one table; the cursor stands behind it afterwards."""
    grid = grid_of(members, mirrored=page.mirrored)
    outer = page.cursor
    table = outer.insertTable(grid.rows, grid.columns, _table_form(page))
    numbers = number_columns(grid, text)
    for cell, inside in grid.cells:
        if cell.columns > 1 or cell.rows > 1:
            table.mergeCells(cell.row, cell.column, cell.rows, cell.columns)
        place = table.cellAt(cell.row, cell.column)
        place.setFormat(_cell_form(page, grid, below=cell.row + cell.rows))
        page.cursor, page.fresh = place.firstCursorPosition(), True
        for paragraph in inside:
            _write_cell(page, text, paragraph, head=cell.head, trailing=cell.column in numbers, dimmed=dimmed)
    page.cursor, page.fresh = outer, True
    outer.setPosition(table.lastPosition() + 1)
    font = page.look.font(Type.ZONE_BOLD)
    font.setFeature(QFont.Tag("tnum"), 1)
    return Fitting(table, *widths(grid, text, QFontMetricsF(font), page.look.scale * page.look.reading_scale), page.mirrored)


def _table_form(page: Setter) -> QTextTableFormat:
    form = QTextTableFormat()
    form.setBorderCollapse(True)
    form.setBorder(0)
    form.setCellSpacing(0)
    form.setCellPadding(0)
    form.setTopMargin(page.look.reading_px(16))
    form.setBottomMargin(page.look.reading_px(12))
    return form


def _cell_form(page: Setter, grid: Grid, *, below: int) -> QTextTableCellFormat:
    form = QTextTableCellFormat()
    form.setLeftPadding(page.look.reading_px(PAD))
    form.setRightPadding(page.look.reading_px(PAD))
    form.setTopPadding(page.look.reading_px(4))
    form.setBottomPadding(page.look.reading_px(4))
    form.setBottomBorder(1)
    form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBottomBorderBrush(page.look.color("muted" if below == grid.heads else "line"))
    return form


def _write_cell(page: Setter, text: str, paragraph: Paragraph, *, head: bool, trailing: bool, dimmed: bool) -> None:
    form = QTextBlockFormat()
    if trailing:
        form.setAlignment(Qt.AlignmentFlag.AlignTrailing)
    marker, runs = paragraph.set_in(text)
    right = right_to_left(paragraph.span.of(text), page.mirrored)
    if marker:
        form.setProperty(MARKER, marker)
        indent(form, page.look.reading_px(INDENT), right=right)
    page.block(form, Type.ZONE, right)
    page.runs(text, runs, Type.ZONE, dimmed=dimmed, bold=head)


def grid_of(paragraphs: Sequence[Paragraph], *, mirrored: bool) -> Grid:
    """The grid of the paragraphs of one table; empty rows and columns are left out. ``mirrored`` counts columns from the right."""
    cells: dict[tuple[int, int], list[Paragraph]] = {}
    kept: dict[tuple[int, int], Cell] = {}
    for paragraph in paragraphs:
        if (cell := paragraph.block.cell) is not None:
            cells.setdefault((cell.row, cell.column), []).append(paragraph)
            kept[cell.row, cell.column] = cell
    rows = {row: at for at, row in enumerate(sorted({row for row, _ in cells}))}
    columns = {column: at for at, column in enumerate(sorted({column for _, column in cells}))}
    found = []
    for place, inside in cells.items():
        cell = kept[place]
        width = sum(cell.column <= column < cell.column + cell.columns for column in columns)
        height = sum(cell.row <= row < cell.row + cell.rows for row in rows)
        left = columns[cell.column]
        if mirrored:
            left = len(columns) - left - width
        found.append((Cell(cell.table, rows[cell.row], left, width, height, cell.head), tuple(inside)))
    found.sort(key=lambda entry: (entry[0].row, entry[0].column))  # as the document holds them: what is set stays where it was set
    return Grid(len(rows), len(columns), tuple(found))


def widths(grid: Grid, text: str, metrics: QFontMetricsF, scale: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The least and the wished width of each column with its padding; ``scale`` is the size of the type."""
    least, wished = [_NARROWEST * scale] * grid.columns, [_NARROWEST * scale] * grid.columns
    for cell, inside in grid.cells:
        if cell.columns > 1 or cell.row > _MEASURED_ROWS:
            continue
        for paragraph in inside:
            words = paragraph.span.of(text)[:200].strip()
            whole = min(_WIDEST * scale, metrics.horizontalAdvance(words) + 2)
            longest = max((metrics.horizontalAdvance(word) for word in words.split()), default=0.0)
            wished[cell.column] = max(wished[cell.column], whole + 2 * PAD * scale)
            least[cell.column] = max(least[cell.column], min(whole, _LONGEST_WORD * scale, longest + 2) + 2 * PAD * scale)
    return tuple(least), tuple(wished)


def number_columns(grid: Grid, text: str) -> frozenset[int]:
    """The columns whose cells, heads aside, hold numbers only."""
    seen: set[int] = set()
    other: set[int] = set()
    for cell, inside in grid.cells:
        if not cell.head and cell.columns == 1:
            words = " ".join(paragraph.span.of(text)[: _LONGEST_NUMBER + 1].strip() for paragraph in inside)
            (seen if len(words) <= _LONGEST_NUMBER and _NUMBER.fullmatch(words) else other).add(cell.column)
    return frozenset(seen - other)
