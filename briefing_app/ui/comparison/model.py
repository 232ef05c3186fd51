"""The matrix as a table model: rows are group heads and claims, columns the sources, cells what each of them says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.model.article import Article
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, DifferenceKind, Place, Relation
from briefing_app.model.event import Event
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.certainty import Shown, shown_date, shown_name, shown_source

Index = QModelIndex | QPersistentModelIndex
_ELLIPSIS = " … "
_NEAR = 28
"""Code points kept on either side of the words that matter when a cell is shortened."""
_SHORT = 110


class Filter(Enum):
    """Which claims the matrix shows."""

    ALL = "all"
    CONFLICTS = "conflicts"
    SHARED = "shared"
    ONLY = "only"
    OMISSIONS = "omissions"
    QUOTATIONS = "quotations"
    NUMBERS = "numbers"


class Role(IntEnum):
    """Where the model keeps its own things."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CELL = Qt.ItemDataRole.UserRole + 2
    COLUMN = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class Compared:
    """What the compare pane shows: the comparison with its articles in column order, and the event when there is one."""

    comparison: Comparison
    articles: tuple[Article, ...]
    event: Event | None = None

    def article(self, number: ArticleId) -> Article:
        """One of the compared articles."""
        return next(article for article in self.articles if article.id == number)

    def place(self, number: ArticleId) -> int:
        """The place of an article's letter (0 is A)."""
        return self.comparison.articles.index(number)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The head of the claims of one status."""

    status: ClaimStatus
    count: int


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim, its index in the comparison, and the letter of the article whose wording it is in."""

    index: int
    claim: Claim
    place: int


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """A source at the head of its column."""

    place: int
    source: Shown
    date: Shown
    title: Shown


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell as it is painted: its words in pieces (text, strong), what is remarked below, and whether it is silent.

    ``left_out`` says why the silence is an omission, empty otherwise; ``whole`` is the verbatim passage.
    """

    pieces: tuple[tuple[str, bool], ...]
    remark: str
    absent: bool
    left_out: str = ""
    whole: str = ""
    hedged: bool = False


Row = GroupRow | ClaimRow


def chosen(comparison: Comparison, which: Filter) -> list[int]:
    """The indices of the claims that a filter keeps, in the comparison's order."""
    return [index for index, claim in enumerate(comparison.claims) if _keeps(comparison, index, claim, which)]


def _keeps(comparison: Comparison, index: int, claim: Claim, which: Filter) -> bool:
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
            return any(mark.kind in (DifferenceKind.NUMBER, DifferenceKind.DATE) for cell in claim.cells for mark in cell.marks)
        case _:
            return True


def table_rows(compared: Compared, which: Filter) -> tuple[Row, ...]:
    """Claims under the heads of their statuses."""
    found: list[Row] = []
    indices = chosen(compared.comparison, which)
    for status in ClaimStatus:
        members = [index for index in indices if compared.comparison.claims[index].status is status]
        if members:
            found.append(GroupRow(status, len(members)))
            for index in members:
                claim = compared.comparison.claims[index]
                found.append(ClaimRow(index, claim, compared.place(claim.statement_from.article)))
    return tuple(found)


def column_heads(compared: Compared) -> tuple[ColumnHead, ...]:
    """The sources in column order."""
    return tuple(
        ColumnHead(
            place,
            shown_source(article.document.source),
            shown_date(article.document.date),
            shown_name(article.document.title, _tr("no title")),
        )
        for place, article in enumerate(compared.articles)
    )


def cell_view(compared: Compared, row: ClaimRow, place: int) -> CellView:
    """What stands in a cell."""
    article = compared.articles[place]
    cell = next((cell for cell in row.claim.cells if cell.article == article.id), Cell(article.id, Relation.ABSENT))
    if not cell.spans:
        left_out = next((o.why for o in compared.comparison.omissions if o.claim == row.index and o.article == article.id), "")
        nearest = cell.nearest.span.of(article.text) if cell.nearest else ""
        return CellView((), "", True, left_out, " ".join(nearest.split()))
    text = article.text
    keys = sorted(cell.key_spans)
    pieces: list[tuple[str, bool]] = []
    for at, span in enumerate(sorted(cell.spans)):
        if at:
            pieces.append((_ELLIPSIS, False))
        pieces += _pieces(text, span, [key for key in keys if span.holds(key)])
    whole = _ELLIPSIS.join(_flat(span.of(text)) for span in sorted(cell.spans))
    hedged = any(mark.kind is DifferenceKind.HEDGE for mark in cell.marks) or cell.relation is Relation.WEAKER
    return CellView(tuple(pieces), remark(cell), False, whole=whole, hedged=hedged)


def remark(cell: Cell) -> str:
    """What is to be said of a cell below its words: its relation, its marks, its chain."""
    relations = {
        Relation.WEAKER: _tr("weaker"),
        Relation.STRONGER: _tr("stronger"),
        Relation.ADDS_DETAIL: _tr("adds detail"),
        Relation.CONTRADICTS: _tr("contradicts"),
    }
    parts = [relations[cell.relation]] if cell.relation in relations else []
    parts += [mark.words or mark.kind.value for mark in cell.marks]
    if cell.chain:
        parts.append(" → ".join(cell.chain))
    return " · ".join(dict.fromkeys(parts))


def why_lines(compared: Compared, row: ClaimRow, place: int) -> tuple[str, ...]:
    """What the row's status rests on, then what differs between its cells, those of the current column first."""
    spans = {cell.article: cell.spans for cell in row.claim.cells}
    here = compared.articles[place].id

    def touches(at: Place) -> bool:
        return any(span.overlap(at.span) for span in spans.get(at.article, ()))

    differences = [d for d in compared.comparison.differences if touches(d.a) and touches(d.b)]
    differences.sort(key=lambda d: here not in (d.a.article, d.b.article))
    return tuple(dict.fromkeys([row.claim.why, *(d.why for d in differences)]))


def _pieces(text: str, span: Span, keys: Sequence[Span]) -> list[tuple[str, bool]]:
    """The span's words with the key words strong; a long one is cut around them."""
    if not keys:
        return [(_flat(_cut_end(span.of(text))), False)]
    long = len(span) > _SHORT
    found: list[tuple[str, bool]] = []
    at = span.start
    for number, key in enumerate(keys):
        if key.start < at:
            continue
        found += _between(text, Span(at, key.start), first=number == 0, last=False, long=long)
        found.append((_flat(key.of(text)), True))
        at = key.end
    return found + _between(text, Span(at, span.end), first=False, last=True, long=long)


def _between(text: str, gap: Span, *, first: bool, last: bool, long: bool) -> list[tuple[str, bool]]:
    words = gap.of(text)
    if not long or len(words) <= 2 * _NEAR:
        return [(_flat(words), False)] if words else []
    head, tail = _flat(_whole_words(words[:_NEAR], cut_start=False)), _flat(_whole_words(words[-_NEAR:], cut_start=True))
    if first:
        return [(f"…{tail}", False)]
    return [(f"{head}…", False)] if last else [(f"{head} …{tail}", False)]


def _whole_words(words: str, *, cut_start: bool) -> str:
    if " " not in words:
        return words
    return words[words.index(" ") :] if cut_start else words[: words.rindex(" ")]


def _cut_end(words: str) -> str:
    return words if len(words) <= 2 * _SHORT else words[: 2 * _SHORT].rsplit(" ", 1)[0] + " …"


def _flat(words: str) -> str:
    """White space of any kind as one blank; blanks at the ends stay."""
    inner = " ".join(words.split())
    if not inner:
        return " " if words else ""
    return (" " if words[0].isspace() else "") + inner + (" " if words[-1].isspace() else "")


class MatrixModel(QAbstractTableModel):
    """The rows and columns of one comparison."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._compared: Compared | None = None
        self._rows: tuple[Row, ...] = ()
        self._heads: tuple[ColumnHead, ...] = ()
        self._cells: dict[tuple[int, int], CellView] = {}

    def show(self, compared: Compared | None, which: Filter = Filter.ALL) -> None:
        """Take another comparison or filter."""
        self.beginResetModel()
        self._compared = compared
        self._rows = table_rows(compared, which) if compared else ()
        self._heads = column_heads(compared) if compared else ()
        self._cells = {}
        self.endResetModel()

    def row_at(self, row: int) -> Row | None:
        """The row's content."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def first_claim(self) -> QModelIndex:
        """The cell of the first claim whose wording stands for it, an invalid index when there is none."""
        for at, row in enumerate(self._rows):
            if isinstance(row, ClaimRow):
                return self.index(at, row.place)
        return QModelIndex()

    def index_of(self, claim: int, column: int) -> QModelIndex:
        """Where a claim stands, an invalid index when the filter hides it."""
        for at, row in enumerate(self._rows):
            if isinstance(row, ClaimRow) and row.index == claim:
                return self.index(at, min(column, len(self._heads) - 1))
        return QModelIndex()

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
            return self._tip(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.whole if not cell.absent else _tr("absent")
        return None

    def _cell(self, at: int, column: int, row: ClaimRow) -> CellView:
        assert self._compared is not None
        if (at, column) not in self._cells:
            self._cells[at, column] = cell_view(self._compared, row, column)
        return self._cells[at, column]

    def _tip(self, cell: CellView) -> str:
        if not cell.absent:
            return cell.whole
        return _tr("Nearest passage: “%1”").replace("%1", cell.whole) if cell.whole else _tr("Nothing near to it here.")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Sources above, claims at the left."""
        if orientation is Qt.Orientation.Horizontal:
            if not 0 <= section < len(self._heads):
                return None
            head = self._heads[section]
            return head if role == Role.COLUMN else head.source.text if role == Qt.ItemDataRole.DisplayRole else None
        row = self.row_at(section)
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and isinstance(row, ClaimRow):
            return row.claim.statement
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads of groups cannot be chosen."""
        if not index.isValid() or isinstance(self.row_at(index.row()), GroupRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _tr(words: str) -> str:
    return QCoreApplication.translate("comparison", words)
