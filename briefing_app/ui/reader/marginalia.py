"""What is painted under and beside the words: highlights, lines, icons in the gutter, bullets, bars of dimmed stretches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextBlock, QTextDocument

from briefing_app.model.annotation import Mark, Tint
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.reader.column import Column
from briefing_app.ui.reader.model import MarkKind, TextMark
from briefing_app.ui.reader.setting import DIMMED, MARKER
from briefing_app.ui.theme import ICON, Look

_LINES = {MarkKind.CONFLICT: "conflict", MarkKind.PROGRESSION: "muted"}
_ICONS = {MarkKind.NOTE: "note", MarkKind.CONFLICT: "conflict", MarkKind.PROGRESSION: "progression"}
_BULLET_GAP = 8


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks to paint; ``lines`` says where one stands (document pixels by line), those whose id is in ``leading`` get an icon."""

    marks: Sequence[TextMark]
    lines: Callable[[TextMark], Sequence[QRectF]]
    current: TextMark | None
    leading: frozenset[int]


def paint_grounds(painter: QPainter, look: Look, marked: Marked) -> None:
    """The tints under the words; before the words are painted."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in marked.marks:
        ground = _ground(look, mark, marked.current)
        if ground is not None:
            painter.setBrush(ground)
            for rect in marked.lines(mark):
                painter.drawRoundedRect(rect.adjusted(-look.px(2), 0, look.px(2), 0), look.px(2), look.px(2))
    painter.restore()


def paint_lines(painter: QPainter, look: Look, marked: Marked, column: Column) -> None:
    """The lines under conflicts and the current mark, and one icon a line in the gutter."""
    taken: set[int] = set()
    current = marked.current
    for mark in marked.marks:
        rects = marked.lines(mark)
        if not rects:
            continue
        if mark.kind in _LINES or mark is current:
            color = look.color("accent" if mark is current else _LINES[mark.kind])
            quiet = mark.kind is MarkKind.PROGRESSION and mark is not current
            for rect in rects:
                painter.fillRect(QRectF(rect.left(), rect.bottom() - look.px(3), rect.width(), look.px(1 if quiet else 2)), color)
        elif _is_underlined(mark) and mark.tint is not None:
            for rect in rects:
                painter.fillRect(QRectF(rect.left(), rect.bottom() - look.px(3), rect.width(), look.px(2)), look.bar(mark.tint))
        name = _ICONS.get(mark.kind)
        line = round(rects[0].top())
        if name and line not in taken and id(mark) in marked.leading:
            taken.add(line)
            token = "conflict" if mark.kind is MarkKind.CONFLICT else "muted"
            side = look.px(ICON)
            paint_icon(painter, name, QRectF(column.gutter, rects[0].center().y() - side / 2, side, side), look.color(token))


def paint_blocks(painter: QPainter, look: Look, document: QTextDocument, first: QTextBlock, bottom: float, column: Column) -> None:
    """Bullets before list items and bars beside dimmed stretches, from a block down to ``bottom`` (document pixels)."""
    layout = document.documentLayout()
    block = first
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if rect.top() > bottom:
            break
        form = block.blockFormat()
        if form.property(DIMMED):
            width = look.px(2)
            left = column.right - width if column.mirrored else column.left
            painter.fillRect(QRectF(left, rect.top() - width, width, rect.height() + width), look.color("line"))
        if (marker := form.property(MARKER)) and block.layout().lineCount():
            _paint_marker(painter, look, block, rect, str(marker))
        block = block.next()


def ring_around(painter: QPainter, look: Look, rects: Sequence[QRectF]) -> None:
    """The 2 px accent ring around what the keyboard stands on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(look.color("accent"))
    pen.setWidth(look.px(2))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = look.px(3)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-out, 0, out, 0), out, out)
    painter.restore()


def _ground(look: Look, mark: TextMark, current: TextMark | None) -> QColor | None:
    if mark.kind is MarkKind.NOTE and mark.tint is not None and not _is_underlined(mark):
        return look.tint(mark.tint)
    if mark.kind is MarkKind.FOUND:
        return look.tint(Tint.SUN)
    return look.color("selection") if mark.kind is MarkKind.HIT or mark is current else None


def _is_underlined(mark: TextMark) -> bool:
    return mark.annotation is not None and mark.annotation.mark is Mark.UNDERLINE


def _paint_marker(painter: QPainter, look: Look, block: QTextBlock, rect: QRectF, marker: str) -> None:
    line = block.layout().lineAt(0)
    form = block.charFormat() if not block.length() > 1 else block.begin().fragment().charFormat()
    metrics = QFontMetricsF(form.font())
    width = metrics.horizontalAdvance(marker)
    right = block.textDirection() is Qt.LayoutDirection.RightToLeft
    edge = rect.left() + line.rect().right() if right else rect.left() + line.x()
    gap = look.reading_px(_BULLET_GAP)
    left = edge + gap if right else edge - gap - width
    painter.setFont(form.font())
    painter.setPen(look.color("muted"))
    base = rect.top() + line.y() + line.ascent()
    painter.drawText(QRectF(left, base - metrics.ascent(), width + 1, metrics.height()), Qt.TextFlag.TextSingleLine, marker)
