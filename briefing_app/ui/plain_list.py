"""A list of rows of one height without frame or bar below, as popovers and dialogs show one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QFrame, QListView


def plain_list(model: QAbstractItemModel, name: str, *, focus: bool = True) -> QListView:
    """A list of ``model`` that screen readers call ``name``; without ``focus`` a field beside it keeps the keys."""
    view = QListView()
    view.setModel(model)
    view.setUniformItemSizes(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAccessibleName(name)
    if not focus:
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return view
