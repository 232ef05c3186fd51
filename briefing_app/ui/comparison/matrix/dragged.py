"""How a row or a cell of the matrix travels while it is dragged."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

DRAGGED = "application/x-briefing-claim"
"""The row's index in the comparison, and for a cell the source's place behind a comma."""


def dragged(claim: int, place: int | None) -> QMimeData:
    """A cell, or with ``place`` None the whole row."""
    data = QMimeData()
    data.setData(DRAGGED, (f"{claim}" if place is None else f"{claim},{place}").encode())
    return data


def of_drag(data: QMimeData) -> tuple[int, int | None] | None:
    """The row and the source (None: the whole row); None when it is something else."""
    if not data.hasFormat(DRAGGED):
        return None
    words = bytes(data.data(DRAGGED).data()).decode("ascii", "ignore").split(",")
    if not all(word.isdecimal() for word in words) or len(words) > 2:
        return None
    return int(words[0]), int(words[1]) if len(words) > 1 else None
