"""The concordance: every hit a line, its words in the middle, one below the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle

from briefing_app.library import ArticleRow
from briefing_app.model.ids import ArticleId
from briefing_app.model.search import Concordance, Line
from briefing_app.ui.certainty import shown_date, shown_source
from briefing_app.ui.direction import right_to_left
from briefing_app.ui.painted_row import PaintedRow
from briefing_app.ui.painting import badge_width, paint_badge, paint_shown, paint_words, ring
from briefing_app.ui.theme import BAR, Look, Type

Index = QModelIndex | QPersistentModelIndex
_HEIGHT, _GAP, _LEAST_REST = 28, 6.0, 12.0
_DATE_FROM, _SOURCE_FROM = 520, 740
"""Widths from which on a line has room for its date, and for its source beside a letter."""
_DATE, _SOURCE = 128, 110
_BEGINS, _BEGINS_BACKWARDS = 0.36, 0.5
"""Where in the width every hit begins, in words that run from the left and from the right: one below the other, however long."""
ROW = Qt.ItemDataRole.UserRole + 1
"""Where the model keeps what is known of a line's article."""


class LineModel(QAbstractListModel):
    """The lines of a concordance."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._rows: Mapping[ArticleId, ArticleRow] = {}

    def show(self, concordance: Concordance | None, rows: Mapping[ArticleId, ArticleRow]) -> None:
        """Take other lines, with what is known of their articles."""
        self.beginResetModel()
        self._lines, self._rows = concordance.lines if concordance else (), rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many hits there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, or its words."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == ROW:
            return self._rows.get(line.article)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self._rows.get(line.article)
            said = (line.before, line.words, line.after, line.source, shown_date(row.date).text if row else "")
            return " ".join(words for words in said if words)
        return None


class LineDelegate(PaintedRow):
    """Paints a line: what stands before the hit up to it, the hit, what follows; its source's letter, and where there is room its
    name and date.

    Words that run from the right have what stands before them at their right.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, _HEIGHT, Qt.ItemDataRole.UserRole, Line, parent)

    def paint_row(self, painter: QPainter, line: Line, index: Index, rect: QRectF, state: QStyle.StateFlag) -> None:
        """One hit."""
        row: ArticleRow | None = index.data(ROW)
        look = self._look.plain
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("selection"))
            painter.fillRect(QRectF(rect.left(), rect.top(), BAR, rect.height()), look.color("accent"))
        strong = look.font(Type.UI_STRONG)
        room = rect.adjusted(12, 0, -12, 0)
        if row is not None:
            room.setRight(self._paint_source(painter, row, room))
        width = min(QFontMetricsF(strong).horizontalAdvance(line.words) + 1, room.width() / 2)
        backwards = right_to_left(f"{line.before} {line.words} {line.after}")
        begins = rect.left() + rect.width() * (_BEGINS_BACKWARDS if backwards else _BEGINS)
        left = min(begins - width if backwards else begins, room.right() - width)
        close = _GAP if backwards or line.after[:1].isalnum() else 1.0  # a full stop or comma stands at its word
        at_left = QRectF(room.left(), room.top(), left - _GAP - room.left(), room.height())
        at_right = QRectF(left + width + close, room.top(), max(0.0, room.right() - left - width - close), room.height())
        before, after = (at_right, at_left) if backwards else (at_left, at_right)
        self._paint_before(painter, line.before, before, right=not backwards)
        paint_words(painter, line.words, QRectF(left, room.top(), width, room.height()), strong, look.color("accent"))
        self._paint_after(painter, line.after, after, right=backwards)
        if state & QStyle.StateFlag.State_HasFocus:
            ring(painter, look, rect)

    def _paint_source(self, painter: QPainter, row: ArticleRow, room: QRectF) -> float:
        """Whose words they are and of when; returns where that begins."""
        look, right = self._look.plain, room.right()
        if room.width() >= _DATE_FROM:
            right -= _DATE
            paint_shown(painter, look, shown_date(row.date), QRectF(right, room.top(), _DATE, room.height()))
            right -= 10
        if room.width() >= _SOURCE_FROM or (row.letter is None and room.width() >= _DATE_FROM):
            right -= _SOURCE
            paint_shown(painter, look, shown_source(row.source), QRectF(right, room.top(), _SOURCE, room.height()))
            right -= 6
        if row.letter is not None:
            width = badge_width(look, row.letter)
            paint_badge(painter, look, row.letter, QPointF(right - width, room.center().y() - 8))
            right -= width + 4
        return right - 6

    def _paint_before(self, painter: QPainter, words: str, room: QRectF, *, right: bool) -> None:
        """The end of what stands before; whole words, as many as there is room for, close to the hit."""
        look = self._look.plain
        font = look.font(Type.SMALL)
        metrics = QFontMetricsF(font)
        while words and metrics.horizontalAdvance(words) > room.width():
            words = words.partition(" ")[2]
        paint_words(painter, words, room, font, look.color("muted"), right=right)

    def _paint_after(self, painter: QPainter, words: str, room: QRectF, *, right: bool) -> None:
        """The first word, by which lines are compared, in ink; the rest muted."""
        look = self._look.plain
        font = look.font(Type.SMALL)
        first, blank, rest = words.partition(" ")
        taken = paint_words(painter, first + blank, room, font, look.color("ink"), right=right)
        room = room.adjusted(0, 0, -taken, 0) if right else room.adjusted(taken, 0, 0, 0)
        if rest and room.width() > _LEAST_REST:
            paint_words(painter, rest, room, font, look.color("muted"), right=right)
