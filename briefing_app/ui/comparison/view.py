"""The compare pane, level 1: where do the sources agree, differ, keep silent?"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.certainty import interval_text
from briefing_app.ui.comparison.cells import CellDelegate, row_height
from briefing_app.ui.comparison.headers import ClaimHeader, SourceHeader, statement_lines
from briefing_app.ui.comparison.model import Filter, GroupRow, MatrixModel, Role, chosen
from briefing_app.ui.comparison.passages import ClaimRow, Compared
from briefing_app.ui.comparison.why import WhyBar
from briefing_app.ui.icons import icon
from briefing_app.ui.theme import COMPARE_HEAD, FILTERS, GROUP_ROW, ICON, SOURCE_HEAD, Look, Type, claim_column, letter_of

_FILTER_ICONS = {
    Filter.CONFLICTS: "conflict",
    Filter.SHARED: "all",
    Filter.ONLY: "only",
    Filter.OMISSIONS: "omission",
    Filter.QUOTATIONS: "quotation",
    Filter.NUMBERS: "number",
}
_MIN_COLUMN = 190


class MatrixTable(QTableView):
    """The matrix itself; arrows and hjkl move, Enter opens the sentence in its article."""

    opened = Signal(QModelIndex)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setItemDelegate(CellDelegate(look, self))
        self.setHorizontalHeader(SourceHeader(look, self))
        self._claims = ClaimHeader(look, self)
        self.setVerticalHeader(self._claims)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Claims against sources"))
        self._claims.sectionClicked.connect(lambda row: self.setCurrentIndex(self.model().index(row, max(0, self.currentIndex().column()))))
        self.activated.connect(self.opened)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """The whole row of the current cell is tinted."""
        super().currentChanged(current, previous)
        self._claims.show_current(current.row())
        self.viewport().update()

    def step(self, down: int, right: int) -> None:
        """Move by claims and sources; heads of groups are stepped over."""
        model = self.model()
        index = self.currentIndex()
        if not isinstance(model, MatrixModel) or not model.rowCount():
            return
        if not index.isValid():
            self.setCurrentIndex(model.first_claim())
            return
        row = index.row() + down
        while isinstance(model.row_at(row), GroupRow):
            row += down or 1
        if model.row_at(row) is None:
            row = index.row()
        column = max(0, min(model.columnCount() - 1, index.column() + right))
        self.setCurrentIndex(model.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step over heads."""
        steps = {
            Qt.Key.Key_Down.value: (1, 0),
            Qt.Key.Key_Up.value: (-1, 0),
            Qt.Key.Key_Left.value: (0, -1),
            Qt.Key.Key_Right.value: (0, 1),
        }
        if event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(*steps[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width."""
        super().resizeEvent(event)
        self.measure()

    def measure(self) -> None:
        """Give columns and rows their sizes."""
        model = self.model()
        if not isinstance(model, MatrixModel) or not model.columnCount():
            return
        look, count = self._look, model.columnCount()
        claims = claim_column(self.width() / look.scale)
        if self._claims.width() != look.px(claims):
            self._claims.fit(look.px(claims))
            self.updateGeometries()
        room = self.viewport().width()
        width = max(room // count, look.px(_MIN_COLUMN))
        for column in range(count):
            self.setColumnWidth(column, width)
        for at in range(model.rowCount()):
            row = model.row_at(at)
            if isinstance(row, ClaimRow):
                cells = [model.index(at, column).data(Role.CELL) for column in range(count)]
                lines = statement_lines(row, look, claims - 28)
                self.setRowHeight(at, look.px(row_height(row, cells, look, width / look.scale, lines)))
            else:
                self.setRowHeight(at, look.px(GROUP_ROW + 4))


class CompareView(QWidget):
    """Head, filters, matrix and why bar; says which sentence is wanted in its article."""

    sentence_wanted = Signal(object, object)  # ArticleId, Span
    filter_changed = Signal(object)

    def __init__(self, look: Look, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._compared: Compared | None = None
        self._filter = Filter.ALL
        self._title, self._dated, self._facts = QLabel(), QLabel(), QLabel()
        self._empty = QLabel()
        self._count = QLabel()
        self._why = WhyBar(look)
        self.table = MatrixTable(look)
        self.table.setModel(model)
        self._chips: dict[Filter, QPushButton] = {}
        self._lay_out()
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentChanged.connect(self._show_why)
        look.changed.connect(self._dress)
        self._dress()
        self.show_compared(None, busy=False)

    def _lay_out(self) -> None:
        for label in (self._title, self._dated, self._facts, self._empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._matrix = QWidget()
        rows = QVBoxLayout(self._matrix)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head())
        rows.addWidget(self._filters())
        rows.addWidget(self.table, 1)
        rows.addWidget(self._why)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._matrix)
        self._count.setParent(self.table)

    def _head(self) -> QWidget:
        head = self._head_box = QWidget()
        rows = self._head_rows = QVBoxLayout(head)
        rows.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._title)
        line.addWidget(self._dated)
        line.addStretch()
        rows.addLayout(line)
        rows.addWidget(self._facts)
        return head

    def _filters(self) -> QWidget:
        bar = self._filter_bar = QWidget()
        line = self._filter_line = QHBoxLayout(bar)
        line.setSpacing(4)
        group = QButtonGroup(self)
        for which in Filter:
            chip = QPushButton()
            chip.setCheckable(True)
            chip.setProperty("flat", True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(lambda _on, which=which: self.choose(which))
            group.addButton(chip)
            self._chips[which] = chip
            line.addWidget(chip)
        line.addStretch()
        return bar

    def show_compared(self, compared: Compared | None, *, busy: bool) -> None:
        """Take another comparison; while one is worked out the last content stays."""
        self._stack.setCurrentWidget(self._matrix if compared else self._empty)
        if compared is None:
            nothing = self.tr("Nothing to compare yet.\nChoose articles in the library (g l) and press x.")
            self._empty.setText(self.tr("Comparing …") if busy else nothing)
            self._compared = None
            self._model.show(None)
            return
        if busy:
            self._facts.setText(self.tr("Comparing …"))
            return
        same = self._compared is not None and self._compared.comparison.articles == compared.comparison.articles
        at = self.table.currentIndex()
        row = self._model.row_at(at.row())
        kept = (row.index, at.column()) if same and isinstance(row, ClaimRow) else None
        self._compared = compared
        if not same:
            self._filter = Filter.ALL
        self._refresh(kept)

    def choose(self, which: Filter) -> None:
        """Narrow the claims."""
        self._filter = which
        self._refresh(None)
        self.table.setFocus()

    def _refresh(self, kept: tuple[int, int] | None) -> None:
        compared = self._compared
        if compared is None:
            return
        self._model.show(compared, self._filter)
        self.table.measure()
        self._title.setText(compared.event.group.title if compared.event else self.tr("Chosen articles"))
        self._dated.setText(interval_text(compared.event.group.date) if compared.event and compared.event.group.date else "")
        self._facts.setText(self._fact_words(compared))
        for which, chip in self._chips.items():
            count = len(chosen(compared.comparison, which))
            chip.setText(f"{self._filter_words(which)}  {count}")
            chip.setChecked(which is self._filter)
            chip.setEnabled(count > 0 or which is Filter.ALL)
        self._count.setText(self.tr("%Ln claim(s)", "", len(compared.comparison.claims)))
        index = self._model.index_of(*kept) if kept else self._model.first_claim()
        self.table.selectionModel().setCurrentIndex(
            index if index.isValid() else self._model.first_claim(), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._dress()

    def _fact_words(self, compared: Compared) -> str:
        comparison = compared.comparison
        parts = [self.tr("%Ln article(s)", "", len(compared.articles))]
        if comparison.origins:
            names = ", ".join(origin.name for origin in comparison.origins[:3])
            more = " …" if len(comparison.origins) > 3 else ""
            parts.append(self.tr("%Ln independent origin(s)", "", len(comparison.origins)) + f" ({names}{more})")
        for copy in comparison.copies[:2]:
            words = self.tr("%1 repeats %2 by %3 %")
            first, second = letter_of(compared.place(copy.b)), letter_of(compared.place(copy.a))
            parts.append(words.replace("%1", first).replace("%2", second).replace("%3", str(round(copy.share * 100))))
        return " · ".join(parts)

    def _filter_words(self, which: Filter) -> str:
        return {
            Filter.ALL: self.tr("All"),
            Filter.CONFLICTS: self.tr("Conflicts"),
            Filter.SHARED: self.tr("Shared"),
            Filter.ONLY: self.tr("Only here"),
            Filter.OMISSIONS: self.tr("Omissions"),
            Filter.QUOTATIONS: self.tr("Quotations"),
            Filter.NUMBERS: self.tr("Numbers and dates"),
        }[which]

    def _show_why(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self._model.row_at(current.row())
        if self._compared is not None and isinstance(row, ClaimRow):
            self._why.show_cell(self._compared, row, current.column())
        else:
            self._why.show_nothing()

    def _open(self, index: QModelIndex) -> None:
        target = self.target(index)
        if target is not None:
            self.sentence_wanted.emit(*target)

    def target(self, index: QModelIndex) -> tuple[ArticleId, Span] | None:
        """The article and passage behind a cell; for a silent one the nearest passage, None when there is none."""
        row = self._model.row_at(index.row())
        if self._compared is None or not isinstance(row, ClaimRow) or not index.isValid():
            return None
        number = self._compared.articles[index.column()].id
        cell = next((cell for cell in row.claim.cells if cell.article == number), None)
        if cell is None:
            return None
        span = min(cell.spans) if cell.spans else cell.nearest.span if cell.nearest else None
        return (number, span) if span is not None else None

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._head_box.setFixedHeight(px(COMPARE_HEAD))
        self._head_rows.setContentsMargins(px(16), px(8), px(16), px(6))
        self._filter_bar.setFixedHeight(px(FILTERS + 4))
        self._filter_line.setContentsMargins(px(8), 0, px(16), px(4))
        self._count.setGeometry(px(16), 0, px(180), px(SOURCE_HEAD))
        self._title.setFont(look.font(Type.HEADING))
        self._dated.setFont(look.font(Type.UI))
        self._facts.setFont(look.font(Type.SMALL))
        self._count.setFont(look.font(Type.SMALL))
        self._empty.setFont(look.font(Type.UI))
        for label in (self._dated, self._facts, self._count, self._empty):
            label.setStyleSheet(f"color: {look.colours.muted}; background: transparent;")
        for which, chip in self._chips.items():
            chip.setFont(look.font(Type.UI_STRONG if chip.isChecked() else Type.UI))
            chip.setProperty("open", chip.isChecked())
            chip.style().polish(chip)
            chip.setStyleSheet(f"padding: 0 {px(8)}px;")
            chip.setFixedHeight(px(24))
            chip.setIconSize(QSize(px(ICON), px(ICON)))
            token = "conflict" if which is Filter.CONFLICTS and chip.isEnabled() else "ink" if chip.isEnabled() else "muted"
            if which in _FILTER_ICONS:
                chip.setIcon(icon(_FILTER_ICONS[which], look.color(token), px(ICON)))
        self.table.measure()
        self.table.viewport().update()
