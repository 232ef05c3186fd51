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
_LOW = 500
"""In a pane lower than this the filters take one line: where there is no room for their words, the signs alone."""
_QTS_GAP = 4
"""What Qt leaves between a sign and its words, however large the interface is."""


class FilterBar(QWidget):
    """A chip for each filter with its count, and the menu of orders at the right."""

    chosen = Signal(object)  # Filter
    sorted = Signal(object)  # Sort

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._filter, self._sort = Filter.ALL, Sort.IMPORTANCE
        self._counts: dict[Filter, int] = {}
        self._low = False
        self._whole = 0
        """What all words and counts take on one line, in pixels."""
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
            count = self._counts[each] = len(chosen(compared, each))
            chip.setAccessibleName(f"{self._words(each)}  {count}")
            chip.setChecked(each is which)
            chip.setEnabled(count > 0 or each is Filter.ALL)
            chip.setVisible(count > 0 or each is which or each not in _ON_DEMAND)
        self._dress()

    def fit(self, pane_height: float) -> None:
        """Leave the rows of a low pane (in pixels of 100 %) their room."""
        self._low = pane_height < _LOW
        self._name_filters()

    def _name_filters(self) -> None:
        """Words and counts; where those need a second line that the pane has no room for, signs and counts, and words below the pointer."""
        edges = self._row.contentsMargins()
        room = self.width() - edges.left() - edges.right() - self._order.sizeHint().width()
        short = self._low and self._whole > room
        for which, chip in self._chips.items():
            signed = short and which in _ICONS and not chip.isChecked()
            chip.setText(str(self._counts.get(which, 0)) if signed else chip.accessibleName())
            chip.setToolTip(chip.accessibleName() if signed else "")

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
        self._name_filters()

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
            chip.setText(chip.accessibleName())
            chip.setFont(look.font(Type.UI_STRONG if chip.isChecked() else Type.UI))
            chip.setProperty("open", chip.isChecked())
            chip.style().polish(chip)
            token = "conflict" if which is Filter.CONFLICTS and chip.isEnabled() else "ink" if chip.isEnabled() else "muted"
            self._dress_button(chip, _ICONS.get(which, ""), token)
        self._order.setFont(look.font(Type.UI))
        self._dress_button(self._order, "sort", "muted")
        self._name_order()
        self._whole = self._line.sizeHint().width()
        self._name_filters()

    def _dress_button(self, button: QPushButton, sign: str, token: str) -> None:
        px = self._look.px
        button.setStyleSheet(f"padding: 0 {px(8)}px;")
        button.setFixedHeight(px(24))
        beside = px(_QTS_GAP) - _QTS_GAP
        button.setIconSize(QSize(px(ICON) + 2 * beside, px(ICON)))
        if sign:
            button.setIcon(icon(sign, self._look.color(token), px(ICON), beside=beside))
