"""Level 1: where do the sources agree, contradict each other, keep silent; who says it, and why?"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing_app.ui.comparison.marks import marked_cells
from briefing_app.ui.comparison.matrix.model import Filter, MatrixModel, chosen
from briefing_app.ui.comparison.matrix.table import MatrixTable
from briefing_app.ui.comparison.passages import ClaimRow, Compared
from briefing_app.ui.comparison.standing import Standing
from briefing_app.ui.comparison.why_bar import WhyBar
from briefing_app.ui.icons import icon
from briefing_app.ui.theme import ICON, SOURCE_HEAD, Look, Type
from briefing_app.ui.wrapping import WrapLayout

_FILTER_ICONS = {
    Filter.CONFLICTS: "conflict",
    Filter.SHARED: "all",
    Filter.ONLY: "only",
    Filter.OMISSIONS: "omission",
    Filter.QUOTATIONS: "quotation",
    Filter.NUMBERS: "number",
}


class MatrixPane(QWidget):
    """Filters, matrix and why bar; the chosen cell is where the analyst stands."""

    cell_opened = Signal()

    def __init__(self, look: Look, model: MatrixModel, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._model, self._standing = look, model, standing
        self._compared: Compared | None = None
        self._filter = Filter.ALL
        self._count = QLabel()
        self._why = WhyBar(look)
        self.table = MatrixTable(look)
        self.table.setModel(model)
        self._chips: dict[Filter, QPushButton] = {}
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.opened.connect(self.cell_opened)
        self.table.selectionModel().currentChanged.connect(self._stand_here)
        standing.moved.connect(self._go_where_it_stands)
        look.changed.connect(self._dress)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._filters())
        rows.addWidget(self.table, 1)
        rows.addWidget(self._why)
        self._count.setParent(self.table)

    def _filters(self) -> QWidget:
        bar = self._filter_bar = QWidget()
        line = self._filter_line = WrapLayout(bar)
        group = QButtonGroup(self)
        for which in Filter:
            chip = QPushButton()
            chip.setCheckable(True)
            chip.setProperty("flat", True)
            chip.clicked.connect(lambda _on, which=which: self.choose(which))
            group.addButton(chip)
            self._chips[which] = chip
            line.addWidget(chip)
        return bar

    def show_compared(self, compared: Compared) -> None:
        """Take another comparison; of the same articles, the filter and the chosen row stay."""
        if self._compared is None or self._compared.comparison.articles != compared.comparison.articles:
            self._filter = Filter.ALL
        self._compared = compared
        self._refresh()

    def row_here(self) -> ClaimRow | None:
        """The chosen row."""
        row = self._model.row_at(self.table.currentIndex().row())
        return row if isinstance(row, ClaimRow) else None

    def choose(self, which: Filter) -> None:
        """Narrow the claims."""
        self._filter = which
        self._refresh()
        self.table.setFocus()

    def step(self, down: int, right: int) -> None:
        """Move by claims and sources."""
        self.table.step(down, right)

    def walk(self, step: int) -> None:
        """Go to the next or previous cell with a mark."""
        if self._compared is None:
            return
        marked = marked_cells(self._compared.comparison)
        places: list[tuple[int, int]] = []
        for at in range(self._model.rowCount()):
            row = self._model.row_at(at)
            if isinstance(row, ClaimRow):
                places += [(at, column) for column in range(self._model.columnCount()) if (row.index, column) in marked]
        here = (self.table.currentIndex().row(), self.table.currentIndex().column())
        ahead = [place for place in places if (place > here if step > 0 else place < here)]
        if ahead:
            self.table.setCurrentIndex(self._model.index(*(ahead[0] if step > 0 else ahead[-1])))

    def _refresh(self) -> None:
        """Fill the table anew; the chosen row stays chosen when the filter keeps it."""
        compared, standing = self._compared, self._standing
        if compared is None:
            return
        claim, place = standing.claim, standing.place
        self._model.show(compared, self._filter)
        standing.order = self._model.claims()
        for which, chip in self._chips.items():
            count = len(chosen(compared, which))
            chip.setText(f"{self._filter_words(which)}  {count}")
            chip.setChecked(which is self._filter)
            chip.setEnabled(count > 0 or which is Filter.ALL)
        self._count.setText(self.tr("%Ln claim(s)", "", len(compared.comparison.claims)))
        index = self._model.index_of(claim, place) if claim is not None else QModelIndex()
        self._choose(index if index.isValid() else self._model.first_claim())
        self._dress()

    def _go_where_it_stands(self) -> None:
        """Another level moved: choose the same cell here, without a filter when it hides it."""
        claim, place = self._standing.claim, self._standing.place
        if claim is None or self._compared is None:
            return
        index = self._model.index_of(claim, place)
        if not index.isValid():
            self._filter = Filter.ALL
            self._refresh()
        elif index != self.table.currentIndex():
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _stand_here(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self._model.row_at(current.row())
        if self._compared is None or not isinstance(row, ClaimRow):
            self._why.show_nothing()
            return
        self._why.show_cell(self._compared, row, current.column())
        if (row.index, current.column()) != (self._standing.claim, self._standing.place):
            self._standing.stand(row.index, current.column())

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

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._filter_line.setContentsMargins(px(8), px(4), px(16), px(8))
        self._filter_line.setSpacing(px(4))
        self._count.setGeometry(px(16), 0, px(180), px(SOURCE_HEAD))
        self._count.setFont(look.font(Type.SMALL))
        self._count.setStyleSheet(f"color: {look.colours.muted}; background: transparent;")
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
