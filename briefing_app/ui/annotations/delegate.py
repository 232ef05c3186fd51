"""How a line in the list of all notes is painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.model.annotation import Mark
from briefing_app.ui.annotations.entries import Entry, Heading
from briefing_app.ui.annotations.model import Role
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import at_plain, paint_words, ring
from briefing_app.ui.theme import BAR, ICON, RADIUS, Look, Type

Index = QModelIndex | QPersistentModelIndex
_HEAD, _ROW = 28, 44


class NoteDelegate(QStyledItemDelegate):
    """Heads in small strong type; a note with a bar of its tint, its words, and below what it is on."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heads are lower."""
        return QSize(self._look.px(100), self._look.px(_HEAD if isinstance(index.data(Role.LINE), Heading) else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        line = index.data(Role.LINE)
        with at_plain(painter, self._look, option.rect) as rect:
            if isinstance(line, Heading):
                self._paint_head(painter, line, rect)
            elif isinstance(line, Entry):
                self._paint_entry(painter, line, rect, option.state)

    def _paint_head(self, painter: QPainter, head: Heading, rect: QRectF) -> None:
        look = self._look.plain
        box = rect.adjusted(12, 4, -12, 0)
        taken = paint_words(painter, f"{head.count:,}", box, look.font(Type.SMALL), look.color("muted"), right=True)
        paint_words(painter, head.words, box.adjusted(0, 0, -taken - 12, 0), look.font(Type.ZONE), look.color("muted"))

    def _paint_entry(self, painter: QPainter, entry: Entry, rect: QRectF, state: QStyle.StateFlag) -> None:
        look = self._look.plain
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selection"))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            ring(painter, look, rect, RADIUS)
        note = entry.annotation
        bar = QRectF(rect.left() + 12, rect.top() + 6, BAR, rect.height() - 12)
        if note.mark is Mark.UNDERLINE:
            bar = QRectF(rect.left() + 8, rect.top() + 22, 11, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.bar(note.tint))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        box = rect.adjusted(24, 4, -12, -4)
        upper = QRectF(box.left(), box.top(), box.width(), box.height() / 2)
        if note.open or entry.lost:
            side = QRectF(upper.right() - ICON, upper.center().y() - ICON / 2, ICON, ICON)
            paint_icon(painter, "warning" if entry.lost else "help", side, look.color("conflict" if entry.lost else "accent"))
            upper.setRight(side.left() - 8)
        paint_words(painter, entry.words, upper, look.font(Type.UI, italic=not note.note), look.color("ink"))
        paint_words(painter, entry.about, QRectF(box.left(), box.center().y(), box.width(), box.height() / 2), look.font(Type.SMALL),
                    look.color("muted"))  # fmt: skip
