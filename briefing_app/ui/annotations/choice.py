"""Buttons that hold a value: one of several out of a menu, or on and off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

T = TypeVar("T")


class ChoiceButton(QPushButton, Generic[T]):
    """``chosen`` tells that another value was taken; ``about`` says what the values are, for screen readers and the tool tip."""

    chosen = Signal()

    def __init__(self, about: str, values: Sequence[T], words: Callable[[T], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about, self._values, self._words = about, values, words
        self.value: T = values[0]
        self.setProperty("flat", True)
        self.setAutoDefault(False)
        self.clicked.connect(self._open)
        self.choose(values[0])

    def choose(self, value: T) -> None:
        """Show a value, without telling."""
        self.value = value
        self.setText(f"{self._words(value)} ▾")
        self.setAccessibleName(f"{self._about}: {self._words(value)}")
        self.setToolTip(self._about)

    def take(self, value: T) -> None:
        """Take a value and tell."""
        if value != self.value:
            self.choose(value)
            self.chosen.emit()

    def menu_of_values(self) -> QMenu:
        """All values, the present one marked."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for value in self._values:
            action = group.addAction(menu.addAction(self._words(value)))
            action.setCheckable(True)
            action.setChecked(value == self.value)
            action.triggered.connect(lambda _on=False, value=value: self.take(value))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open(self) -> None:
        self.menu_of_values().popup(self.mapToGlobal(QPoint(0, self.height())))


class Toggle(QPushButton):
    """On or off; on, it has a ground and a tick before its words."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._plain = words
        self.setCheckable(True)
        self.setProperty("flat", True)
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.toggled.connect(self._mark)

    def _mark(self, on: bool) -> None:
        self.setText(f"✓ {self._plain}" if on else self._plain)
        self.setProperty("open", on)
        self.style().polish(self)
