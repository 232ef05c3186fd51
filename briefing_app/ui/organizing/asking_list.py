"""A question that is answered from a list: the field above it keeps the cursor, narrows the list and walks it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QPoint, Qt
from PySide6.QtWidgets import QWidget

from briefing_app.ui.list_field import ListField
from briefing_app.ui.organizing.asking import Asking
from briefing_app.ui.plain_list import plain_list
from briefing_app.ui.theme import SIDE_ROW, Look, Type

_MOST_ROWS = 9


class AskingList(Asking):
    """A field and its list. An heir says what typing, stepping through the list and Enter do, and then fits the list."""

    def __init__(self, look: Look, window: QWidget, title: str, placeholder: str, model: QAbstractListModel) -> None:
        """``model`` becomes the popover's own; an heir sets the list's delegate."""
        super().__init__(look, window, title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a press on the heading leaves the cursor in the field
        model.setParent(self)
        self.field = ListField()
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(title)
        self.field.setFont(look.font(Type.UI))
        self.field.setFixedHeight(look.px(30))
        self.list = plain_list(model, title, focus=False)
        self.list.setStyleSheet(f"QListView {{ background: {look.colours.surface}; }}")
        self.add(self.field)
        self.add(self.list)
        self.field.textChanged.connect(self._narrow)
        self.field.stepped.connect(self._step)
        self.field.taken.connect(self._take)
        self.field.left.connect(self.dismiss)
        self.list.clicked.connect(lambda _index: self._take())

    def open_near(self, at: QPoint) -> None:
        """Show it near a point of the window."""
        self.ask(at, self.field)

    def fit_list(self) -> None:
        """As high as its rows, at most nine of them; none when it is empty."""
        rows = self.list.model().rowCount()
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(max(1, min(_MOST_ROWS, rows)) * self._look.px(SIDE_ROW))
        if self.isVisible():
            self.fit(self._room.height())

    def _narrow(self, typed: str) -> None:
        raise NotImplementedError

    def _step(self, down: int) -> None:
        raise NotImplementedError

    def _take(self) -> None:
        raise NotImplementedError
