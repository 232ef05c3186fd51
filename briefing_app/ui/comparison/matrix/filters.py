"""The line above the matrix: which claims it shows, and in which order."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QWidget

from briefing_app.ui.comparison.matrix.model import Filter, chosen
from briefing_app.ui.comparison.matrix.order import Sort
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.icons import icon
from briefing_app.ui.theme import ICON, Look, Type
from briefing_app.ui.wrapping import WrapLayout

_ICONS = {
    Filter.CONFLICTS: "conflict",
    Filter.SHARED: "all",
    Filter.ONLY: "only",
    Filter.OMISSIONS: "omission",
    Filter.QUOTATIONS: "quotation",
    Filter.NUMBERS: "number",
    Filter.CORRECTED: "note",
    Filter.BELIEVED: "check",
    Filter.DOUBTED: "warning",
    Filter.OPEN: "help",
}
_ON_DEMAND = frozenset({Filter.CORRECTED, Filter.BELIEVED, Filter.DOUBTED, Filter.OPEN})
"""Shown only while the analyst has corrected or judged something."""
_NAMED_FROM = 1000
"""Width from which the order is named in words."""


class FilterBar(QWidget):
    """A chip for each filter with its count, and the menu of orders at the right."""

    chosen = Signal(object)  # Filter
    sorted = Signal(object)  # Sort

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._filter, self._sort = Filter.ALL, Sort.IMPORTANCE
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        chips = QWidget()
        self._line = WrapLayout(chips)
        group = QButtonGroup(self)
        self._chips = {which: QPushButton() for which in Filter}
        for which, chip in self._chips.items():
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
            chip.setProperty("flat", True)
            chip.clicked.connect(lambda _on, which=which: self.chosen.emit(which))
            group.addButton(chip)
            self._line.addWidget(chip)
        self._order = QPushButton()
        self._order.setProperty("flat", True)
        self._order.setAccessibleName(self.tr("Order of the rows"))
        self._order.clicked.connect(self._open_orders)
        self._row.addWidget(chips, 1)
        self._row.addWidget(self._order)
        look.changed.connect(self._dress)
        self._dress()

    def show_counts(self, compared: Compared, which: Filter, sort: Sort) -> None:
        """How many claims each filter keeps, and what is chosen."""
        self._filter, self._sort = which, sort
        for each, chip in self._chips.items():
            count = len(chosen(compared, each))
            chip.setText(f"{self._words(each)}  {count}")
            chip.setChecked(each is which)
            chip.setEnabled(count > 0 or each is Filter.ALL)
            chip.setVisible(count > 0 or each is which or each not in _ON_DEMAND)
        self._dress()

    def order_menu(self) -> QMenu:
        """The orders, the present one marked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for sort in Sort:
            action = menu.addAction(self._sort_words(sort), partial(self.sorted.emit, sort))
            action.setCheckable(True)
            action.setChecked(sort is self._sort)
        return menu

    def _open_orders(self) -> None:
        self.order_menu().popup(self._order.mapToGlobal(QPoint(0, self._order.height() + 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow bar shows the sign of the order alone."""
        super().resizeEvent(event)
        self._name_order()

    def _name_order(self) -> None:
        words = self._sort_words(self._sort)
        self._order.setText(words if self.width() >= self._look.px(_NAMED_FROM) else "")
        self._order.setToolTip(self.order_words)

    @property
    def order_words(self) -> str:
        """The order of the rows in a sentence."""
        return self.tr("Order of the rows: %1").replace("%1", self._sort_words(self._sort))

    def _words(self, which: Filter) -> str:
        return {
            Filter.ALL: self.tr("All"),
            Filter.CONFLICTS: self.tr("Conflicts"),
            Filter.SHARED: self.tr("Shared"),
            Filter.ONLY: self.tr("Only here"),
            Filter.OMISSIONS: self.tr("Omissions"),
            Filter.QUOTATIONS: self.tr("Quotations"),
            Filter.NUMBERS: self.tr("Numbers and dates"),
            Filter.CORRECTED: self.tr("Corrected"),
            Filter.BELIEVED: self.tr("Believed"),
            Filter.DOUBTED: self.tr("Doubted"),
            Filter.OPEN: self.tr("Open"),
        }[which]

    def _sort_words(self, sort: Sort) -> str:
        return {
            Sort.IMPORTANCE: self.tr("importance"),
            Sort.TEXT: self.tr("order of the texts"),
            Sort.DATE: self.tr("who told it first"),
        }[sort]

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._row.setContentsMargins(px(8), px(4), px(16), px(8))
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(4))
        for which, chip in self._chips.items():
            chip.setFont(look.font(Type.UI_STRONG if chip.isChecked() else Type.UI))
            chip.setProperty("open", chip.isChecked())
            chip.style().polish(chip)
            token = "conflict" if which is Filter.CONFLICTS and chip.isEnabled() else "ink" if chip.isEnabled() else "muted"
            self._dress_button(chip, _ICONS.get(which, ""), token)
        self._order.setFont(look.font(Type.UI))
        self._dress_button(self._order, "sort", "muted")
        self._name_order()

    def _dress_button(self, button: QPushButton, sign: str, token: str) -> None:
        px = self._look.px
        button.setStyleSheet(f"padding: 0 {px(8)}px;")
        button.setFixedHeight(px(24))
        button.setIconSize(QSize(px(ICON), px(ICON)))
        if sign:
            button.setIcon(icon(sign, self._look.color(token), px(ICON)))
