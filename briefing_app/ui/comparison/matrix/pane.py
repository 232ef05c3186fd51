"""Level 1: where do the sources agree, contradict each other, keep silent; who says it, and why?"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefing_app.ui.comparison.marks import marked_cells
from briefing_app.ui.comparison.matrix.filters import FilterBar
from briefing_app.ui.comparison.matrix.model import Filter, MatrixModel
from briefing_app.ui.comparison.matrix.order import Sort
from briefing_app.ui.comparison.matrix.table import MatrixTable
from briefing_app.ui.comparison.passages import ClaimRow, Compared
from briefing_app.ui.comparison.sources import mostly_copied
from briefing_app.ui.comparison.standing import Standing
from briefing_app.ui.comparison.why_bar import WhyBar
from briefing_app.ui.theme import SOURCE_HEAD, Look, Type
from briefing_app.ui.words import digits


class MatrixPane(QWidget):
    """Filters, matrix and why bar; the chosen cell is where the analyst stands."""

    cell_opened = Signal()

    def __init__(self, look: Look, model: MatrixModel, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._model, self._standing = look, model, standing
        self._compared: Compared | None = None
        self._filter, self._sort, self._folded = Filter.ALL, Sort.IMPORTANCE, False
        self._count = QLabel()
        self._why = WhyBar(look)
        self.table = MatrixTable(look)
        self.table.setModel(model)
        self.filters = FilterBar(look)
        self._lay_out()
        self.filters.chosen.connect(self.choose)
        self.filters.sorted.connect(self.sort_by)
        self.table.opened.connect(self.cell_opened)
        self.table.selectionModel().currentChanged.connect(self._stand_here)
        standing.moved.connect(self._go_where_it_stands)
        look.changed.connect(self._dress)
        self._dress()

    def setFocus(self, *_reason: object) -> None:
        """The keys go to the table; a focus proxy would let Tab pass the filters by."""
        self.table.setFocus()

    @property
    def foot(self) -> int:
        """How high the bar at the bottom is that says why."""
        return self._why.height()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.filters)
        rows.addWidget(self.table, 1)
        rows.addWidget(self._why)
        self._count.setParent(self.table)

    def show_compared(self, compared: Compared) -> None:
        """Take another comparison; of the same articles, the filter and the chosen row stay."""
        if self._compared is None or self._compared.comparison.articles != compared.comparison.articles:
            self._filter, self._folded = Filter.ALL, mostly_copied(compared.comparison)
        self._compared = compared
        self._refresh()

    @property
    def sort(self) -> Sort:
        """In which order the rows stand."""
        return self._sort

    def sort_by(self, sort: Sort) -> None:
        """Put the rows into another order; the chosen one stays chosen."""
        self._sort = sort
        self._refresh()
        self.table.setFocus()

    def fold_copies(self) -> bool:
        """Put copies into the column of their original, or give them one of their own; False when nothing is a copy."""
        if self._compared is None or not self._compared.comparison.copies:
            return False
        self._folded = not self._folded
        self._refresh()
        return True

    def anchor(self) -> QRect:
        """Where the chosen cell stands in this pane."""
        rect = self.table.visualRect(self.table.currentIndex())
        return QRect(self.table.viewport().mapTo(self, rect.topLeft()), rect.size())

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
                columns = range(self._model.columnCount())
                places += [(at, column) for column in columns if (row.index, self._model.place_at(self._model.index(at, column))) in marked]
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
        self._model.show(compared, self._filter, self._sort, folded=self._folded)
        standing.order = self._model.claims()
        self.filters.show_counts(compared, self._filter, self._sort)
        self._count.setText(self._count_words(len(standing.order), len(compared.comparison.claims)))
        index = self._model.index_of(claim, place) if claim is not None else QModelIndex()
        self._choose(index if index.isValid() else self._model.first_claim())
        self.table.measure()

    def _count_words(self, shown: int, claims: int) -> str:
        if shown == claims:
            return self.tr("%Ln claim(s)", "", claims)
        return self.tr("%1 of %Ln claim(s)", "", claims).replace("%1", digits(shown))

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
        place = self._model.place_at(current)
        self._why.show_cell(self._compared, row, place)
        if self._model.index_of(row.index, self._standing.place) != current or row.index != self._standing.claim:
            self._standing.stand(row.index, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low pane keeps its room for the rows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for edge in (self.filters, self._why):
            edge.fit(self.height() / self._look.scale)

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._fit()
        self._count.setGeometry(px(16), 0, px(180), px(SOURCE_HEAD))
        self._count.setFont(look.font(Type.SMALL))
        self._count.setStyleSheet(f"color: {look.colours.muted}; background: transparent;")
        self.table.measure()
        self.table.viewport().update()
