"""Words with strong ones among them, wrapped and cut to a few lines: cells of the matrix, hits, statements."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from briefing_app.ui.theme import Look, Type
from briefing_app.ui.utf16 import Utf16

Pieces = tuple[tuple[str, bool], ...]
"""Text, and whether it is strong."""

LINE = 18
_MORE = 14


def paint_pieces(painter: QPainter, look: Look, pieces: Pieces, rect: QRectF, kind: Type, most: int) -> int:
    """Words with strong ones among them, wrapped; the last line that fits is elided. Returns the lines taken."""
    text = "".join(words for words, _ in pieces).strip()
    font = look.font(kind)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(pieces, text, font))
    painter.setPen(look.color("ink"))
    layout.beginLayout()
    lines, units = 0, Utf16(text).units
    while lines < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(rect.width())
        if lines == most - 1 and line.textStart() + line.textLength() < units:
            line.setLineWidth(rect.width() - _MORE)
        line.setPosition(QPointF(0, (LINE - line.height()) / 2 + lines * LINE))
        lines += 1
    rest = layout.lineAt(lines - 1).textStart() + layout.lineAt(lines - 1).textLength() if lines else 0
    layout.endLayout()
    painter.save()
    painter.setClipRect(rect.adjusted(-2, -2, 2, 2))
    layout.draw(painter, rect.topLeft())
    painter.restore()
    if lines and rest < units:
        _paint_more(painter, look, layout, lines, rect, kind)
    return max(1, lines)


def _paint_more(painter: QPainter, look: Look, layout: QTextLayout, lines: int, rect: QRectF, kind: Type) -> None:
    """An ellipsis behind the last line, on the ground that is there."""
    line = layout.lineAt(lines - 1)
    shown = Utf16(layout.text()).span(line.textStart(), line.textStart() + line.textLength()).of(layout.text())
    if shown.rstrip().endswith("…"):
        return
    left = min(rect.left() + line.naturalTextWidth(), rect.right() - _MORE)
    box = QRectF(left + 1, rect.top() + (lines - 1) * LINE, _MORE + 4, LINE)
    painter.setPen(look.color("muted"))
    painter.setFont(look.font(kind))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, "…")


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
            form = QTextCharFormat()
            bold = QFont(font)
            bold.setWeight(QFont.Weight.DemiBold)
            form.setFont(bold)
            piece.start, piece.length, piece.format = start, end - start, form
            found.append(piece)
    return found
