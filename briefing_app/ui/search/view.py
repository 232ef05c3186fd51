"""How what was found is painted in its list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from briefing_app.model.search import WritingKind
from briefing_app.ui.certainty import Certainty, Shown, shown_date, shown_source
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import at_plain, paint_badge, paint_parts, paint_shown, paint_words, ring
from briefing_app.ui.pieces import LINE, Pieces, paint_pieces
from briefing_app.ui.search.model import CopyEntry, EventHead, HitEntry, Role, WritingEntry, copied, otherwise, writing_name
from briefing_app.ui.theme import BAR, Look, Type
from briefing_app.ui.words import digits

Index = QModelIndex | QPersistentModelIndex


_HEAD, _COPY = 28, 48


class HitDelegate(QStyledItemDelegate):
    """Paints a hit: title, source and date, then the passages with their hit words strong."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Title and meta, one or two lines a passage."""
        entry = index.data(Role.HIT)
        width = option.widget.width() / self._look.scale if option.widget else 0
        if isinstance(entry, EventHead | CopyEntry):
            return QSize(self._look.px(100), self._look.px(_HEAD if isinstance(entry, EventHead) else _COPY))
        if isinstance(entry, WritingEntry):
            return QSize(self._look.px(100), self._look.px(58 + self._height(entry.pieces, width)))
        height = 58 + sum(self._passage_heights(entry, width)) if isinstance(entry, HitEntry) else 58
        return QSize(self._look.px(100), self._look.px(height))

    def _passage_heights(self, entry: HitEntry, width: float) -> list[int]:
        return [self._height(pieces, width) for pieces in entry.passages]

    def _height(self, pieces: Pieces, width: float) -> int:
        """What a passage takes: one line or two."""
        metrics = QFontMetricsF(self._look.plain.font(Type.SMALL))
        room = (width or 380) - 40
        return (1 if metrics.horizontalAdvance("".join(words for words, _ in pieces)) * 1.05 < room else 2) * LINE + 4

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One hit."""
        entry = index.data(Role.HIT)
        with at_plain(painter, self._look, option.rect) as rect:
            match entry:
                case HitEntry():
                    self._paint_hit(painter, entry, rect, option.state)
                case WritingEntry():
                    self._paint_writing(painter, entry, rect, option.state)
                case CopyEntry():
                    self._paint_copy(painter, entry, rect, option.state)
                case EventHead():
                    self._paint_head(painter, entry, rect)

    def _paint_head(self, painter: QPainter, head: EventHead, rect: QRectF) -> None:
        look = self._look.plain
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), look.color("line"))
        paint_icon(painter, "event", QRectF(rect.left() + 16, rect.center().y() - 7, 14, 14), look.color("muted"))
        line = QRectF(rect.left() + 38, rect.top() + 2, rect.width() - 50, rect.height() - 2)
        counted = paint_words(painter, digits(head.hits), line, look.font(Type.SMALL), look.color("muted"), right=True)
        paint_words(painter, head.title, line.adjusted(0, 0, -counted - 10, 0), look.font(Type.SMALL_BOLD), look.color("muted"))

    def _paint_copy(self, painter: QPainter, entry: CopyEntry, rect: QRectF, state: QStyle.StateFlag) -> None:
        look = self._look.plain
        self._paint_ground(painter, rect, state)
        line = QRectF(rect.left() + 38, rect.top() + 4, rect.width() - 50, 20)
        small = look.font(Type.SMALL)
        told = paint_words(painter, copied(entry), line, small, look.color("muted"), right=True)
        self._paint_meta(painter, entry.entry, line.adjusted(0, 0, -told - 10, 0), dated=False)
        under = QRectF(line.left(), rect.top() + 24, line.width(), 18)
        paint_words(painter, otherwise(entry.copy), under, small, look.color("ink"))
        if state & QStyle.StateFlag.State_HasFocus:
            ring(painter, look, rect)

    def _paint_writing(self, painter: QPainter, entry: WritingEntry, rect: QRectF, state: QStyle.StateFlag) -> None:
        look, writing = self._look.plain, entry.writing
        self._paint_ground(painter, rect, state)
        icon = "note" if writing.kind is WritingKind.NOTE else "page"
        paint_icon(painter, icon, QRectF(rect.left() + 16, rect.top() + 10, 16, 16), look.color("muted"))
        line = QRectF(rect.left() + 38, rect.top() + 8, rect.width() - 50, 20)
        paint_words(painter, writing.title or writing_name(writing.kind), line, look.font(Type.UI_STRONG), look.color("ink"))
        kind = QRectF(rect.left() + 38, rect.top() + 28, rect.width() - 50, 20)
        paint_words(painter, writing_name(writing.kind), kind, look.font(Type.SMALL), look.color("muted"))
        height = self._height(entry.pieces, rect.width())
        box = QRectF(rect.left() + 16, rect.top() + 50, rect.width() - 28, height - 4)
        paint_pieces(painter, look, entry.pieces, box, Type.SMALL, height // LINE)
        if state & QStyle.StateFlag.State_HasFocus:
            ring(painter, look, rect)

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        """The bar and ground of a chosen row."""
        look = self._look.plain
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("selection"))
            painter.fillRect(QRectF(rect.left(), rect.top(), BAR, rect.height()), look.color("accent"))

    def _paint_hit(self, painter: QPainter, entry: HitEntry, rect: QRectF, state: QStyle.StateFlag) -> None:
        look = self._look.plain
        self._paint_ground(painter, rect, state)
        line = QRectF(rect.left() + 16, rect.top() + 8, rect.width() - 28, 20)
        if not entry.row.has_title:
            line.setLeft(line.left() + paint_shown(painter, look, Shown(self.tr("no title"), Certainty.UNKNOWN), line, kind=Type.UI_STRONG))
            line.setLeft(line.left() + paint_words(painter, " · ", line, look.font(Type.UI), look.color("muted")))
        paint_words(painter, entry.row.headline, line, look.font(Type.UI_STRONG), look.color("ink"))
        self._paint_meta(painter, entry, QRectF(rect.left() + 16, rect.top() + 28, rect.width() - 28, 20))
        top = rect.top() + 50
        for pieces, height in zip(entry.passages, self._passage_heights(entry, rect.width()), strict=True):
            box = QRectF(rect.left() + 16, top, rect.width() - 28, height - 4)
            paint_pieces(painter, look, pieces, box, Type.SMALL, height // LINE)
            top += height
        if state & QStyle.StateFlag.State_HasFocus:
            ring(painter, look, rect)

    def _paint_meta(self, painter: QPainter, entry: HitEntry, line: QRectF, *, dated: bool = True) -> None:
        look = self._look.plain
        left = line.left()
        if entry.letter is not None:
            left += paint_badge(painter, look, entry.letter, QPointF(left, line.center().y() - 8)) + 8
        parts = (shown_source(entry.row.source), *((shown_date(entry.row.date),) if dated else ()))
        paint_parts(painter, look, parts, QRectF(left, line.top(), max(0.0, line.right() - left), 20))
