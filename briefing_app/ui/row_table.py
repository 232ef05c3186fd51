"""A table of which whole rows are chosen, as dialogs show it: no grid, no row numbers, air between the columns."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

_AIR = 16


class _Airy(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the words, and some air behind them."""
        return super().sizeHint(option, index) + QSize(_AIR, 0)


def row_table(model: QAbstractTableModel, name: str, *, several: bool = False) -> QTableView:
    """A table over ``model`` called ``name`` for who listens; the first column takes the room that is left. Tab leads out of it."""
    table = QTableView()
    table.setModel(model)
    table.setItemDelegate(_Airy(table))
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    mode = QAbstractItemView.SelectionMode
    table.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setHighlightSections(False)
    table.setAccessibleName(name)
    return table
