"""Words with strong ones among them, wrapped and cut to a few lines: cells of the matrix, hits, statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from briefing_app.ui.theme import Look, Type
from briefing_app.ui.utf16 import Utf16

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

Pieces = tuple[tuple[str, bool], ...]
"""Text, and whether it is strong."""

LINE = 18
_MORE = 14
_MOST_KEPT = 2000


class Laid:
    """Words laid out for a width, at most so many lines; ``lines`` says how many they take, ``whole`` whether all of them are shown.

    The first ``lead`` code points are in ink, whatever colour the rest is painted in. The last line that there may be is shorter by
    ``kept``, for what stands at its end.
    """

    def __init__(self, look: Look, pieces: Pieces, width: float, kind: Type, most: int, lead: int = 0, kept: float = 0.0) -> None:
        text = "".join(words for words, _ in pieces).strip()
        font = self._font = look.font(kind)
        layout = self._layout = QTextLayout(text, font)
        layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([*_formats(pieces, text, font), *_in_ink(look, text, lead)])
        layout.beginLayout()
        lines, units = 0, Utf16(text).units
        while lines < most and (line := layout.createLine()).isValid():
            room = width - kept if lines == most - 1 else width
            line.setLineWidth(room)
            if lines == most - 1 and line.textStart() + line.textLength() < units:
                line.setLineWidth(room - _MORE)
            line.setPosition(QPointF(0, (LINE - line.height()) / 2 + lines * LINE))
            lines += 1
        layout.endLayout()
        self.lines = max(1, lines)
        self.whole = not lines or layout.lineAt(lines - 1).textStart() + layout.lineAt(lines - 1).textLength() >= units
        self._more = self._cut_off(lines)

    @property
    def words(self) -> str:
        """What was laid out, shown or not."""
        return self._layout.text()

    def _cut_off(self, lines: int) -> QPointF | None:
        """Where the ellipsis stands, None when nothing is left out or the words end in one."""
        if not lines:
            return None
        line = self._layout.lineAt(lines - 1)
        end = line.textStart() + line.textLength()
        shown = Utf16(self.words).span(line.textStart(), end).of(self.words)
        if self.whole or shown.rstrip().endswith("…"):
            return None
        return QPointF(min(line.naturalTextWidth(), line.width()) + 1, (lines - 1) * LINE)

    def paint(self, painter: QPainter, look: Look, rect: QRectF, token: str = "ink") -> None:
        """Draw them in a colour, and an ellipsis behind the last line on the ground that is there."""
        painter.save()
        painter.setPen(look.color(token))
        painter.setClipRect(rect.adjusted(-2, -2, 2, 2))
        self._layout.draw(painter, rect.topLeft())
        painter.restore()
        if self._more is not None:
            painter.setPen(look.color("muted"))
            painter.setFont(self._font)
            painter.drawText(QRectF(rect.topLeft() + self._more, QSizeF(_MORE + 4, LINE)), Qt.AlignmentFlag.AlignVCenter, "…")


class Keeping:
    """Keeps what was laid out, for views that paint the same words at every step of a scroll."""

    def __init__(self, look: Look) -> None:
        self._laid: dict[tuple[Pieces, float, Type, int, int, float], Laid] = {}
        look.changed.connect(self._laid.clear)

    def laid(self, look: Look, pieces: Pieces, width: float, kind: Type, most: int, lead: int = 0, kept: float = 0.0) -> Laid:
        """The words laid out, anew only when they were not before."""
        key = (pieces, width, kind, most, lead, kept)
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) >= _MOST_KEPT:
                self._laid.clear()
            found = self._laid[key] = Laid(look, *key)
        return found


def paint_pieces(painter: QPainter, look: Look, pieces: Pieces, rect: QRectF, kind: Type, most: int, keeping: Keeping | None = None) -> int:
    """Words with strong ones among them, wrapped; the last line that fits is elided. Returns the lines taken."""
    made = keeping.laid(look, pieces, rect.width(), kind, most) if keeping else Laid(look, pieces, rect.width(), kind, most)
    made.paint(painter, look, rect)
    return made.lines


def _form() -> QTextCharFormat:
    from PySide6.QtGui import QTextCharFormat  # plain words do without

    return QTextCharFormat()


def _in_ink(look: Look, text: str, lead: int) -> list[QTextLayout.FormatRange]:
    if not lead:
        return []
    piece, form = QTextLayout.FormatRange(), _form()
    form.setForeground(look.color("ink"))
    piece.start, piece.length, piece.format = 0, Utf16(text).to_units(lead), form
    return [piece]


def _formats(pieces: Pieces, text: str, font: QFont) -> list[QTextLayout.FormatRange]:
    found: list[QTextLayout.FormatRange] = []
    whole = "".join(words for words, _ in pieces)
    shift = len(whole) - len(whole.lstrip())
    units = Utf16(whole)
    skipped = units.to_units(shift)
    at = 0
    limit = Utf16(text).units
    for words, strong in pieces:
        start, end = units.to_units(at) - skipped, units.to_units(at + len(words)) - skipped
        at += len(words)
        if strong and 0 <= start < end <= limit:
            piece = QTextLayout.FormatRange()
            form = _form()
            bold = QFont(font)
            bold.setWeight(QFont.Weight.DemiBold)
            form.setFont(bold)
            piece.start, piece.length, piece.format = start, end - start, form
            found.append(piece)
    return found
