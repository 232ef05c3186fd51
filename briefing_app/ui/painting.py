"""The small things that every pane paints alike: badges, certain and uncertain words, key hints, absence.

What is painted by hand is painted in the pixels of 100 %: ``begin`` for a widget and ``at_plain`` for an item of a view give the
rectangle in them and scale the painter; the fonts and measures are those of ``look.plain``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from briefing_app.model.letters import Letter
from briefing_app.ui.certainty import Certainty, Shown
from briefing_app.ui.direction import right_to_left
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.theme import BADGE, ICON, RADIUS, Look, Type

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle

_NARROWEST = 2.5
"""Pixels that a sign takes on the average at the very least: no text is so narrow that a cut by this is seen."""
_LOOSE, _HALF_WORD = " ,;:·–—", 16
_BREAKS = dict.fromkeys(map(ord, "\n\r\u2028\u2029"), " ")

_DOT = "  ·  "
_MARK_ICON, _MARK_GAP, _BEFORE_MARK = 14, 5, 12
_RUN_GAP, _LEAST_FACT = 5.0, 120.0
"""Between runs, and the least of a fact that tells something."""
_LEAST_PART = 24
"""Where a value would get less room, another one is left out."""


def begin(widget: QWidget, look: Look) -> tuple[QPainter, QRectF]:
    """A painter on the widget that is scaled to the interface, and the widget's rectangle in pixels of 100 %."""
    painter = QPainter(widget)
    painter.scale(look.scale, look.scale)
    return painter, plain_rect(look, widget.rect())


@contextmanager
def at_plain(painter: QPainter, look: Look, rect: QRect) -> Iterator[QRectF]:
    """Scale a painter that is given, until the end of the block; yields ``rect`` in pixels of 100 %."""
    painter.save()
    painter.scale(look.scale, look.scale)
    try:
        yield plain_rect(look, rect)
    finally:
        painter.restore()


def plain_rect(look: Look, rect: QRect) -> QRectF:
    """A rectangle of the screen in pixels of 100 %."""
    scale = look.scale
    return QRectF(rect.x() / scale, rect.y() / scale, rect.width() / scale, rect.height() / scale)


def badge_width(look: Look, letter: Letter) -> float:
    """How wide a letter's badge is: more than a square only for more than one sign."""
    return max(float(BADGE), QFontMetricsF(look.font(Type.BADGE)).horizontalAdvance(str(letter)) + 6)


def paint_badge(painter: QPainter, look: Look, letter: Letter, at: QPointF) -> float:
    """A letter on the hue of its house with the top left corner ``at``; returns the width taken."""
    width = badge_width(look, letter)
    rect = QRectF(at.x(), at.y(), width, BADGE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    hue = look.hue(letter.house)
    painter.setPen(QPen(look.color("muted")) if hue is None else Qt.PenStyle.NoPen)
    painter.setBrush(hue if hue is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect if hue is not None else rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(look.on_hue(letter.house))
    painter.setFont(look.font(Type.BADGE))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(letter))
    painter.restore()
    return width


def paint_badge_before(painter: QPainter, look: Look, letter: Letter, at: QPointF) -> None:
    """The same with the top right corner ``at``."""
    paint_badge(painter, look, letter, at - QPointF(badge_width(look, letter), 0))


def paint_shown(
    painter: QPainter, look: Look, shown: Shown, rect: QRectF, *, kind: Type = Type.SMALL, right: bool = False, quiet: bool = False
) -> float:
    """Words with the look of their certainty, elided in ``rect``; returns the width taken. ``quiet``: muted although they are known."""
    font = look.font(kind, italic=shown.certainty is Certainty.UNKNOWN)
    token = "ink" if shown.certainty is Certainty.KNOWN and not quiet else "muted"
    width = paint_words(painter, shown.text, rect, font, look.color(token), right=right)
    if shown.certainty is Certainty.INFERRED:
        left = rect.right() - width if right else rect.left()
        painter.save()
        dotted_line(painter, QPointF(left, _base_line(QFontMetricsF(font), rect) + 3), width, look.color("muted"))
        painter.restore()
    return width


def dotted_line(painter: QPainter, start: QPointF, width: float, color: QColor) -> None:
    """The line under an inferred value: dots of 1 px, 1 px apart."""
    pen = QPen(color, 1.0, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1.0, 1.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    y = round(start.y()) + 0.5
    painter.drawLine(QPointF(start.x(), y), QPointF(start.x() + width, y))


def paint_words(painter: QPainter, words: str, rect: QRectF, font: QFont, color: QColor, *, right: bool = False) -> float:
    """Plain words on one line, elided in ``rect``; returns the width taken."""
    metrics = QFontMetricsF(font)
    fitting, width = fitted(words, metrics, rect.width())
    painter.setFont(font)
    painter.setPen(color)
    _draw_line(painter, fitting, QPointF(rect.right() - width if right else rect.left(), _base_line(metrics, rect)))
    return width


def _draw_line(painter: QPainter, words: str, at: QPointF) -> None:
    """One line from ``at`` on; the words themselves run as most of their letters do, full stop and dots at their end."""
    if not right_to_left(words):
        painter.drawText(at, words)
        return
    before = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    painter.drawText(at, words)
    painter.setLayoutDirection(before)


def fitted(words: str, metrics: QFontMetricsF, room: float) -> tuple[str, float]:
    """The words on one line, elided to ``room`` pixels, and the width that they take.

    Every question about a text's width costs as much as drawing it, and more the longer it is: so it is cut roughly first and asked once.
    """
    words = words[: 16 + int(room / _NARROWEST)].translate(_BREAKS)
    width = metrics.horizontalAdvance(words)
    if width > room:
        words = whole_words(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
        width = min(metrics.horizontalAdvance(words), room)
    return words, width


def whole_words(elided: str) -> str:
    """Elided words without the half word before the dots; one that is long, or all there is, stays."""
    head, _, half = elided.rpartition(" ")
    return f"{head.rstrip(_LOOSE)}…" if elided.endswith("…") and len(half) <= _HALF_WORD and len(head) > len(elided) // 2 else elided


def _base_line(metrics: QFontMetricsF, rect: QRectF) -> float:
    """Where words stand that are centred between top and bottom."""
    return rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2


def paint_parts(painter: QPainter, look: Look, parts: Sequence[Shown], line: QRectF, *, kind: Type = Type.SMALL) -> float:
    """Values beside each other with a dot between them; returns the width taken. Where room is short the long ones are elided, and
    those in the middle left out before nothing can be read of any.
    """
    dot = QFontMetricsF(look.font(kind)).horizontalAdvance(_DOT)
    shown = list(parts)
    shares = _shares(look, shown, kind, line.width() - dot * (len(shown) - 1))
    while shares is None:
        del shown[1 if len(shown) > 2 else -1]
        shares = _shares(look, shown, kind, line.width() - dot * (len(shown) - 1))
    left = line.left()
    for at, (part, share) in enumerate(zip(shown, shares, strict=True)):
        if at:
            left += paint_words(painter, _DOT, QRectF(left, line.top(), dot + 1, line.height()), look.font(kind), look.color("muted"))
        left += paint_shown(painter, look, part, QRectF(left, line.top(), share, line.height()), kind=kind)
    return left - line.left()


def _shares(look: Look, parts: Sequence[Shown], kind: Type, room: float) -> list[float] | None:
    """How much room each value gets: the last (a date cut short says nothing) what it needs, the others that or the same as other long
    ones; None when it is too little to read one.
    """
    fonts = [look.font(kind, italic=part.certainty is Certainty.UNKNOWN) for part in parts]
    wished = [QFontMetricsF(font).horizontalAdvance(part.text) + 1 for font, part in zip(fonts, parts, strict=True)]
    shares = [0.0] * len(parts)
    for at in (len(parts) - 1, *sorted(range(len(parts) - 1), key=wished.__getitem__)):
        others = shares.count(0.0) - 1
        fair = room - others * _LEAST_PART if at == len(parts) - 1 else room / (others + 1)
        shares[at] = max(1.0, min(wished[at], fair))
        room -= shares[at]
    starved = any(share < min(_LEAST_PART, wish) for share, wish in zip(shares, wished, strict=True))
    return None if starved and len(parts) > 1 else shares


class Run(NamedTuple):
    """Words on a line of several colours; ``token`` is their colour."""

    words: str
    token: str = "ink"


def paint_facts(painter: QPainter, look: Look, facts: Sequence[Sequence[Run]], rect: QRectF, kind: Type) -> int:
    """Facts of several runs on one line with a dot between them, the last that fits elided; returns how many are begun.

    One of which next to nothing could be read is not begun, and an ellipsis stands for it and those behind it.
    """
    line, font, muted = QRectF(rect), look.font(kind), look.color("muted")
    wishes = [sum(QFontMetricsF(font).horizontalAdvance(run.words) + _RUN_GAP for run in fact) for fact in facts]
    for at, (fact, wished) in enumerate(zip(facts, wishes, strict=True)):
        if at and line.width() < min(wished, _LEAST_FACT) + 2 * _RUN_GAP:
            if line.width() >= 2 * _RUN_GAP:  # the one before is whole
                paint_words(painter, "…", line, font, muted)
            return at
        for run in (*([Run("·", "muted")] if at else ()), *fact):
            line.setLeft(line.left() + paint_words(painter, run.words, line, font, look.color(run.token)) + _RUN_GAP)
    return len(facts)


def paint_mark(painter: QPainter, look: Look, name: str, words: str, right: QPointF, color: QColor) -> float:
    """An icon and a short word (a count, a share), ending at ``right`` (middle of the line); the width taken with 12 px before it."""
    font = look.font(Type.SMALL)
    width = QFontMetricsF(font).horizontalAdvance(words)
    paint_words(painter, words, QRectF(right.x() - width, right.y() - 8, width + 1, 16), font, color)
    paint_icon(painter, name, QRectF(right.x() - width - _MARK_GAP - _MARK_ICON, right.y() - 7, _MARK_ICON, _MARK_ICON), color)
    return mark_width(look, words)


def mark_width(look: Look, words: str) -> float:
    """What a mark with these words takes of a line."""
    return QFontMetricsF(look.font(Type.SMALL)).horizontalAdvance(words) + _MARK_GAP + _MARK_ICON + _BEFORE_MARK


def paint_hatch(painter: QPainter, look: Look, rect: QRectF) -> None:
    """The hatching of an absent cell: lines of 1 px at 45 degrees, every 7 px."""
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("hatch"), 1))
    step = 7 * 1.4142
    starts = [rect.left() - rect.height() + number * step for number in range(int((rect.width() + rect.height()) / step) + 1)]
    painter.drawLines([QLineF(x, rect.bottom(), x + rect.height(), rect.top()) for x in starts])
    painter.restore()


def paint_plate(painter: QPainter, look: Look, name: str, words: str, rect: QRectF, ground: QColor) -> None:
    """Words on a plate over the hatching: icon first, 20 px high."""
    font = look.font(Type.SMALL)
    width = min(rect.width(), QFontMetricsF(font).horizontalAdvance(words) + ICON + 4 + 16)
    plate = QRectF(rect.left(), rect.center().y() - 10, width, 20)
    painter.fillRect(plate, ground)
    paint_icon(painter, name, QRectF(plate.left() + 4, plate.top() + 3, 14, 14), look.color("muted"))
    paint_words(painter, words, plate.adjusted(24, 0, -4, 0), font, look.color("muted"))


def paint_key(painter: QPainter, look: Look, key: str, right: float, middle: float) -> float:
    """A key in its outline, ending at ``right`` around the line ``middle``; returns the width taken."""
    width = keycap_width(look, key)
    return paint_keycap(painter, look, key, QRectF(right - width, middle - 8, width, 16))


def paint_chosen(painter: QPainter, look: Look, rect: QRectF, state: QStyle.StateFlag) -> None:
    """The ground of a chosen row with round corners."""
    from PySide6.QtWidgets import QStyle  # its many names take time to make: no list needs them

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state & QStyle.StateFlag.State_Selected:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("selection"))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)


def ring(painter: QPainter, look: Look, rect: QRectF, radius: float = 0.0, *, focused: bool = True) -> None:
    """The 2 px accent ring around what the keys mean; without the focus a thin quiet line around what they will mean again."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, radius > 0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color("accent" if focused else "muted"), 2 if focused else 1, j=Qt.PenJoinStyle.MiterJoin))
    inset = 1.0 if focused else 0.5
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def paint_share(painter: QPainter, look: Look, line: QRectF, share: float) -> None:
    """A line of which a share is done (0 to 1)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = line.height() / 2
    painter.setBrush(look.color("line"))
    painter.drawRoundedRect(line, radius, radius)
    painter.setBrush(look.color("accent"))
    painter.drawRoundedRect(QRectF(line.left(), line.top(), line.width() * min(1.0, share), line.height()), radius, radius)
    painter.restore()


def paint_keycap(painter: QPainter, look: Look, key: str, at: QRectF) -> float:
    """The name of a key in its outline, 16 high, at the left of ``at``; returns the width taken."""
    width = keycap_width(look, key)
    box = QRectF(at.left(), at.center().y() - 8, width, 16)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(look.color("line"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(look.color("muted"))
    painter.setFont(look.font(Type.HINT))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()
    return width


def keycap_width(look: Look, key: str) -> float:
    """How wide the name of a key in its outline is."""
    return max(16.0, QFontMetricsF(look.font(Type.HINT)).horizontalAdvance(key) + 8)
