"""Where a stretch of a laid out document stands, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument


def lines_of(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """The rectangles of the lines between two positions, in document pixels; blanks at the ends of lines are left out."""
    found: list[QRectF] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        found += _in_block(document, block, start - block.position(), end - block.position())
        block = block.next()
    return found


def tops_of(document: QTextDocument, positions: Sequence[int]) -> list[float]:
    """The top of the line in which each position stands, in document pixels; cheap for thousands."""
    layout = document.documentLayout()
    block, top = QTextBlock(), 0.0
    found: list[float] = []
    for position in positions:
        if not block.isValid() or not block.contains(position):
            block = document.findBlock(position)
            top = layout.blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        found.append(top + (line.y() if line.isValid() else 0.0))
    return found


def _in_block(document: QTextDocument, block: QTextBlock, start: int, end: int) -> list[QRectF]:
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    found: list[QRectF] = []
    for at in range(layout.lineForTextPosition(start).lineNumber() if start > 0 else 0, layout.lineCount()):
        line = layout.lineAt(at)
        if line.textStart() >= end:
            break
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last or (start == end == line.textStart()):
            last = max(first, last - _blanks(block.text(), first, last))
            left, right = float(line.cursorToX(first)[0]), float(line.cursorToX(last)[0])  # type: ignore[index]
            found.append(QRectF(origin.x() + min(left, right), origin.y() + line.y(), abs(right - left), line.height()))
    return found


def _blanks(text: str, first: int, last: int) -> int:
    """How many blanks stand at the end of a stretch (UTF-16 units; blanks take one each)."""
    words = text.encode("utf-16-le", "replace")[2 * first : 2 * last].decode("utf-16-le", "replace")
    return len(words) - len(words.rstrip())
