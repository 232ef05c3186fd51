"""Where the analyst stands in a comparison: which level is open, and which passage of which row is chosen in all of them."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QObject, Signal


class Level(IntEnum):
    """The levels, numbered as their keys."""

    MATRIX = 1
    TEXTS = 2
    WORDS = 3


class Standing(QObject):
    """What the levels share, so that zooming in and out stays at the same words."""

    moved = Signal()
    level_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.level = Level.MATRIX
        self.claim: int | None = None
        """Index of the chosen row in ``Comparison.claims``; None when there is none."""
        self.place = 0
        """The chosen source's column (0 is A)."""
        self.passage = 0
        """Which of the cell's passages, in the order of the text."""
        self.order: tuple[int, ...] = ()
        """The rows in the order in which the matrix shows them."""
        self._from: Level | None = None

    def stand(self, claim: int | None, place: int, passage: int = 0) -> None:
        """Choose a passage."""
        if (claim, place, passage) != (self.claim, self.place, self.passage):
            self.claim, self.place, self.passage = claim, place, passage
            self.moved.emit()

    def open(self, level: Level) -> None:
        """Zoom in or out."""
        if level is not self.level:
            self._from = self.level if level > self.level else None
            self.level = level
            self.level_changed.emit()

    def zoom_out(self) -> bool:
        """Back to the level that one zoomed in from, else to the one above; False at the matrix."""
        if self.level is Level.MATRIX:
            return False
        self.open(self._from or Level(self.level - 1))
        return True
