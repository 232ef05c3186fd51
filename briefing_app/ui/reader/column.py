"""Where the text column stands in the view, and what lies beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextDocument, QTextFrameFormat

from briefing_app.ui.theme import (
    GUTTER,
    ICON,
    MARGIN_FROM,
    MARGIN_GAP,
    MARGIN_NOTE,
    READER_LEFT,
    READER_LEFT_WITH_NOTES,
    READER_TOP,
    Look,
)

_BOTTOM = 120
_NARROWEST, _FAR_SIDE = 36, 24
_LEAST_SHARE = 0.75
"""Margin notes may take a quarter of the measure, not more."""


@dataclass(frozen=True, slots=True)
class Column:
    """The text from ``left`` to ``right`` in a view of ``width`` (logical pixels).

    ``mirrored`` for articles that run from the right: gutter at the right, notes at the left. ``notes`` when there is room for them;
    ``scale`` is that of the interface.
    """

    width: float
    left: float
    right: float
    mirrored: bool = False
    notes: bool = False
    scale: float = 1.0

    @property
    def measure(self) -> float:
        """How wide the text is."""
        return self.right - self.left

    @property
    def gutter(self) -> float:
        """The left edge of the icons before the text."""
        return self.right + self.scale * (GUTTER - ICON) if self.mirrored else self.left - self.scale * GUTTER

    @property
    def notes_left(self) -> float:
        """The left edge of the margin notes."""
        return self.left - self.scale * (MARGIN_GAP + MARGIN_NOTE) if self.mirrored else self.right + self.scale * MARGIN_GAP

    @property
    def room(self) -> float:
        """How wide a table may become before it has to scroll."""
        return self.measure if self.notes or self.mirrored else max(self.measure, self.width - self.left - self.scale * _FAR_SIDE)

    def place(self, document: QTextDocument) -> None:
        """Give the document these margins."""
        frame = document.rootFrame()
        form = QTextFrameFormat(frame.frameFormat())
        right = max(0.0, self.width - self.right)
        top = self.scale * READER_TOP
        if (form.leftMargin(), form.rightMargin(), form.topMargin()) == (self.left, right, top):
            return
        form.setMargin(0)
        form.setLeftMargin(self.left)
        form.setRightMargin(right)
        form.setTopMargin(top)
        form.setBottomMargin(self.scale * _BOTTOM)
        frame.setFrameFormat(form)


def column_for(width: float, look: Look, *, notes: bool, mirrored: bool) -> Column:
    """The column in a view of ``width``; ``notes`` says that there are margin notes to show, if there is room."""
    px = look.px
    far = px(MARGIN_GAP + MARGIN_NOTE + 12)
    wide = notes and width >= px(MARGIN_FROM) and width - px(READER_LEFT_WITH_NOTES) - far >= _LEAST_SHARE * look.measure
    near = float(px(READER_LEFT_WITH_NOTES) if wide else min(px(READER_LEFT), max(px(_NARROWEST), (width - look.measure) / 2)))
    measure = max(0.0, min(look.measure, width - near - (far if wide else px(_FAR_SIDE))))
    left = width - near - measure if mirrored else near
    return Column(width, left, left + measure, mirrored, wide, look.scale)
