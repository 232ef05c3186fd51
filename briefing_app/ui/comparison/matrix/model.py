"""The matrix as a table model: rows are group heads and claims, columns the sources, cells what each of them says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from briefing_app.model.comparison import Cell, Claim, ClaimStatus
from briefing_app.model.ruling import Judged
from briefing_app.ui.comparison.matrix.dragged import DRAGGED, dragged, of_drag
from briefing_app.ui.comparison.matrix.order import Sort, in_order
from briefing_app.ui.comparison.passages import CellView, ClaimRow, Compared, cell_view, spoken
from briefing_app.ui.comparison.reasons import why_of
from briefing_app.ui.comparison.ruled import judgement_on, rulings_on
from briefing_app.ui.comparison.sources import ColumnHead, column_groups, column_heads
from briefing_app.ui.comparison.why_words import why_facts
from briefing_app.ui.ruling_words import short_words

_DIGITS = re.compile(r"(?<!\w)\d")

Index = QModelIndex | QPersistentModelIndex


class Filter(Enum):
    """Which claims the matrix shows."""

    ALL = "all"
    CONFLICTS = "conflicts"
    SHARED = "shared"
    ONLY = "only"
    OMISSIONS = "omissions"
    QUOTATIONS = "quotations"
    NUMBERS = "numbers"
    CORRECTED = "corrected"
    BELIEVED = "believed"
    DOUBTED = "doubted"
    OPEN = "open"


class Role(IntEnum):
    """Where the model keeps its own things."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CELL = Qt.ItemDataRole.UserRole + 2
    COLUMN = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The head of the claims of one status."""

    status: ClaimStatus
    count: int


Row = GroupRow | ClaimRow


def chosen(compared: Compared, which: Filter) -> list[int]:
    """The indices of the claims that a filter keeps, in the comparison's order."""
    return [index for index, claim in enumerate(compared.comparison.claims) if _keeps(compared, index, claim, which)]


def _keeps(compared: Compared, index: int, claim: Claim, which: Filter) -> bool:
    comparison = compared.comparison
    match which:
        case Filter.CONFLICTS:
            return claim.status is ClaimStatus.CONFLICT
        case Filter.SHARED:
            return claim.status in (ClaimStatus.ALL, ClaimStatus.SOME)
        case Filter.ONLY:
            return claim.status is ClaimStatus.ONLY
        case Filter.OMISSIONS:
            return any(omission.claim == index for omission in comparison.omissions)
        case Filter.QUOTATIONS:
            return any(
                said.article == cell.article and any(span.overlap(said.quotation.span) for span in cell.spans)
                for cell in claim.cells
                for said in comparison.quotations
            )
        case Filter.NUMBERS:
            return any(_counts_or_dates(compared, cell) for cell in claim.cells)
        case Filter.CORRECTED:
            return any(not isinstance(one.rule, Judged) for one in rulings_on(compared, index))
        case Filter.BELIEVED | Filter.DOUBTED | Filter.OPEN:
            judgement = judgement_on(compared, index)
            return judgement is not None and judgement.belief.value == which.value
        case _:
            return True


def _counts_or_dates(compared: Compared, cell: Cell) -> bool:
    """Whether a passage holds a number in digits or a date that the timeline knows."""
    text = compared.article(cell.article).text
    dated = [entry.place.span for entry in compared.comparison.timeline if entry.place.article == cell.article]
    return any(_DIGITS.search(text, span.start, span.end) or any(span.overlap(one) for one in dated) for span in cell.spans)


def table_rows(compared: Compared, which: Filter, sort: Sort = Sort.IMPORTANCE) -> tuple[Row, ...]:
    """The claims in order; by importance they stand under the heads of their statuses."""
    comparison = compared.comparison
    indices = in_order(compared, chosen(compared, which), sort)
    if sort is not Sort.IMPORTANCE:
        return tuple(_row(compared, index, alone=True) for index in indices)
    found: list[Row] = []
    for status in ClaimStatus:
        members = [index for index in indices if comparison.claims[index].status is status]
        if members:
            found.append(GroupRow(status, len(members)))
            found += [_row(compared, index) for index in members]
    return tuple(found)


def _row(compared: Compared, index: int, *, alone: bool = False) -> ClaimRow:
    claim = compared.comparison.claims[index]
    noted = " · ".join(dict.fromkeys(short_words(one.rule) for one in rulings_on(compared, index)))
    return ClaimRow(index, claim, compared.place(claim.statement_from.article), alone, noted, compared.is_left_out(index))


class MatrixModel(QAbstractTableModel):
    """The rows and columns of one comparison. A cell that speaks can be dragged to another row, a row onto another one."""

    dropped = Signal(int, object, int)  # the row and the source (None: the whole row) that were dragged, the row that they fell on

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._compared: Compared | None = None
        self._rows: tuple[Row, ...] = ()
        self._groups: tuple[tuple[int, ...], ...] = ()
        self._heads: tuple[ColumnHead, ...] = ()
        self._cells: dict[tuple[int, int], CellView] = {}

    def show(self, compared: Compared | None, which: Filter = Filter.ALL, sort: Sort = Sort.IMPORTANCE, *, folded: bool = False) -> None:
        """Take another comparison, filter or order; ``folded`` puts copies into the column of their original."""
        self.beginResetModel()
        self._compared = compared
        self._rows = table_rows(compared, which, sort) if compared else ()
        self._groups = column_groups(compared.comparison, folded=folded) if compared else ()
        self._heads = column_heads(compared, self._groups) if compared else ()
        self._cells = {}
        self.endResetModel()

    def row_at(self, row: int) -> Row | None:
        """The row's content."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def speaking(self, at: int) -> list[CellView]:
        """The cells of a claim that are not silent, from left to right."""
        row = self._rows[at]
        if self._compared is None or not isinstance(row, ClaimRow):
            return []
        places = ((column, self._place(row, column)) for column in range(len(self._groups)))
        return [self._cell(at, column, row) for column, place in places if self._compared.cell(row.index, place).spans]

    def place_at(self, index: Index) -> int:
        """The source that a cell shows: the column's original, or the first of its copies that speaks where it is silent."""
        row = self.row_at(index.row())
        return self._place(row, index.column()) if isinstance(row, ClaimRow) else self._groups[index.column()][0]

    def _place(self, row: ClaimRow, column: int) -> int:
        assert self._compared is not None
        group = self._groups[column]
        return next((place for place in group if self._compared.cell(row.index, place).spans), group[0])

    def claims(self) -> tuple[int, ...]:
        """The rows by their index in the comparison, from top to bottom."""
        return tuple(row.index for row in self._rows if isinstance(row, ClaimRow))

    def first_claim(self) -> QModelIndex:
        """The cell of the first claim whose wording stands for it, an invalid index when there is none."""
        for at, row in enumerate(self._rows):
            if isinstance(row, ClaimRow):
                return self.index(at, self._column(row.place))
        return QModelIndex()

    def index_of(self, claim: int, place: int) -> QModelIndex:
        """Where a source's cell of a claim stands, an invalid index when the filter hides it."""
        for at, row in enumerate(self._rows):
            if isinstance(row, ClaimRow) and row.index == claim:
                return self.index(at, self._column(place))
        return QModelIndex()

    def _column(self, place: int) -> int:
        return next((column for column, group in enumerate(self._groups) if place in group), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Claims and heads."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """One column an article."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, the cell, or the cell in words."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or self._compared is None or index.column() >= len(self._heads):
            return None
        if role == Role.ROW:
            return row
        if isinstance(row, GroupRow):
            return None
        cell = self._cell(index.row(), index.column(), row)
        if role == Role.CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return "".join(words for words, _ in cell.pieces)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(cell, row, self._place(row, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(cell)
        return None

    def _cell(self, at: int, column: int, row: ClaimRow) -> CellView:
        assert self._compared is not None
        if (at, column) not in self._cells:
            place = self._place(row, column)
            cell = cell_view(self._compared, row, place)
            if place != self._groups[column][0]:
                cell = replace(cell, note=_tr("in %1 alone").replace("%1", str(self._compared.letter(place))))
            self._cells[at, column] = cell
        return self._cells[at, column]

    def _tip(self, cell: CellView, row: ClaimRow, place: int) -> str:
        """The whole passage, or the nearest, and why the row stands where it stands."""
        assert self._compared is not None
        words = f"“{cell.whole}”"
        if cell.absent:
            near = _tr("Perhaps here: “%1”") if cell.perhaps else _tr("Nearest passage: “%1”")
            words = near.replace("%1", cell.whole) if cell.whole else _tr("Nothing near to it here.")
        return "\n".join([words, "", *(f"{fact.name}: {fact.words}" for fact in why_facts(why_of(self._compared, row.index, place)))])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Sources above, claims at the left."""
        if orientation is Qt.Orientation.Horizontal:
            if not 0 <= section < len(self._heads):
                return None
            head = self._heads[section]
            if role == Role.COLUMN:
                return head
            if role == Qt.ItemDataRole.ToolTipRole:
                return head.tip
            return head.source.text if role == Qt.ItemDataRole.DisplayRole else None
        row = self.row_at(section)
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and isinstance(row, ClaimRow):
            return row.claim.statement
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, ClaimRow):
            return f"{row.claim.statement}. {row.noted}" if row.noted else row.claim.statement
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads of groups cannot be chosen; what is silent cannot be dragged."""
        row = self.row_at(index.row())
        if not index.isValid() or not isinstance(row, ClaimRow) or self._compared is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        speaks = bool(self._compared.cell(row.index, self.place_at(index)).spans)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if speaks else flags

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:
        """What is dragged moves."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Its own kind alone."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The cell."""
        row = self.row_at(indexes[0].row())
        return dragged(row.index, self.place_at(indexes[0])) if isinstance(row, ClaimRow) else QMimeData()

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """On another claim."""
        what, on = of_drag(data), self.row_at(parent.row() if parent.isValid() else row)
        return what is not None and isinstance(on, ClaimRow) and on.index != what[0]

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell what fell where; the rows change once that is worked out."""
        what, on = of_drag(data), self.row_at(parent.row() if parent.isValid() else row)
        if what is None or not isinstance(on, ClaimRow) or not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.dropped.emit(*what, on.index)
        return False  # nothing is to be taken out of the model where it was dragged from


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("comparison", words, "", count)
