"""How an event's line and an article's row are painted."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from briefing_app.model.letters import Letter
from briefing_app.ui.certainty import Certainty, Shown, shown_date, shown_source
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.library.listing import ArticleEntry, EventHead
from briefing_app.ui.painting import at_plain, badge_width, mark_width, paint_badge, paint_mark, paint_parts, paint_shown, paint_words, ring
from briefing_app.ui.pieces import LINE, Keeping
from briefing_app.ui.theme import BAR, Look, Type
from briefing_app.ui.words import digits, percent

_TEXT_LEFT, _PAD_RIGHT, _MOST_BADGES = 28, 12, 8
_LEAST_DATE = 40.0
_DATE, _LEAST_NAME = 130.0, 40.0
_LOCK, _BESIDE = 22, 8
_LEAD_LINES = 2
_ROOM_FOR_TAGS = 280
"""A line that is shorter does not count the tags."""


class ArticleDelegate(QObject):
    """Paints the list of articles. The list says itself what is chosen: Qt's delegates would have it from a style, whose many names take
    time to make.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kept = Keeping(look.plain)

    def paint(self, painter: QPainter, place: QRect, entry: object, *, chosen: bool, focused: bool) -> None:
        """An event's line, an article or a copy."""
        with at_plain(painter, self._look, place) as rect:
            if chosen:
                painter.fillRect(rect, self._look.color("selection"))
                painter.fillRect(QRectF(rect.left(), rect.top(), BAR, rect.height()), self._look.color("accent"))
            if isinstance(entry, EventHead):
                self._paint_event(painter, entry, rect)
            elif isinstance(entry, ArticleEntry) and entry.copy_of:
                self._paint_copy(painter, entry, rect)
            elif isinstance(entry, ArticleEntry):
                self._paint_article(painter, entry, rect)
            else:
                self._paint_nothing_yet(painter, rect)
            if focused:
                ring(painter, self._look.plain, rect)

    def _paint_nothing_yet(self, painter: QPainter, rect: QRectF) -> None:
        """Where the words of a line will stand that are being read."""
        left, width = rect.left() + _TEXT_LEFT, rect.width() - _TEXT_LEFT - _PAD_RIGHT
        for top, share in ((13, 0.7), (34, 0.4)):
            if top + 8 < rect.height():
                painter.fillRect(QRectF(left, rect.top() + top, width * share, 8), self._look.color("line"))

    def _paint_event(self, painter: QPainter, entry: EventHead, rect: QRectF) -> None:
        """Its name over the whole width; at the right end of its last line date, letters, and what its comparison holds."""
        look = self._look.plain
        left, right = rect.left() + _TEXT_LEFT, rect.right() - _PAD_RIGHT
        if rect.top() > 0:
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), look.color("line"))
        lines = 1 if QFontMetricsF(look.font(Type.UI_BOLD)).horizontalAdvance(entry.title) + self._marks_width(entry) <= right - left else 2
        top = rect.center().y() - lines * LINE / 2
        chevron = QRectF(rect.left() + 8, top + 3, 13, 13)
        paint_icon(painter, "chevron-down" if entry.open else "chevron-right", chevron, look.color("muted"))
        end = self._paint_event_marks(painter, entry, QRectF(left, top + (lines - 1) * LINE, right - left, LINE))
        title = self._kept.laid(look, ((entry.title, False),), right - left, Type.UI_BOLD, lines, kept=max(0.0, right - end))
        title.paint(painter, look, QRectF(left, top, right - left, lines * LINE))

    def _marks_width(self, entry: EventHead) -> float:
        """What the marks of an event and the gap before them take of a line."""
        look = self._look.plain
        counts = sum(mark_width(look, digits(count)) for count in (entry.conflicts, entry.stage) if count)
        letters = sum(badge_width(look, letter) + 2 for letter in entry.letters[:_MOST_BADGES])
        date = QFontMetricsF(look.font(Type.SMALL)).horizontalAdvance(entry.date)
        return _LOCK * entry.locked + counts + letters + date + 2 * _BESIDE

    def _paint_event_marks(self, painter: QPainter, entry: EventHead, line: QRectF) -> float:
        """What stands at the right of an event's second line; returns where it begins."""
        look, middle, right = self._look.plain, line.center().y(), line.right()
        if entry.locked:
            paint_icon(painter, "lock", QRectF(right - 14, middle - 7, 14, 14), look.color("muted"))
            right -= _LOCK
        for name, count, token in (("conflict", entry.conflicts, "conflict"), ("progression", entry.stage, "caution")):
            if count:
                right -= paint_mark(painter, look, name, digits(count), QPointF(right, middle), look.color(token))
        letters = entry.letters[:_MOST_BADGES]
        at = right - sum(badge_width(look, letter) + 2 for letter in letters) + 2
        right = at - 8
        for letter in letters:
            at += paint_badge(painter, look, letter, QPointF(at, middle - 8)) + 2
        date = QRectF(right - _DATE, line.top(), _DATE, line.height())
        if date.left() - line.left() >= _LEAST_NAME:  # in a narrow list its articles, below it, tell when
            right -= paint_words(painter, entry.date, date, look.font(Type.SMALL), look.color("muted"), right=True) + 8
        return right

    def _paint_copy(self, painter: QPainter, entry: ArticleEntry, rect: QRectF) -> None:
        look = self._look.plain
        left = rect.left() + 48
        middle = rect.center().y()
        paint_icon(painter, "copy", QRectF(left, middle - 7, 14, 14), look.color("muted"))
        original, share = entry.copy_of or (Letter(0), 0.0)
        words = self.tr("copy of %1, %2").replace("%1", str(original)).replace("%2", percent(share))
        box = QRectF(left + 20, rect.top(), 120, rect.height())
        left = box.left() + paint_words(painter, words, box, look.font(Type.SMALL), look.color("muted")) + 8
        if entry.letter is not None:
            left += paint_badge(painter, look, entry.letter, QPointF(left, middle - 8)) + 6
        right = rect.right() - _PAD_RIGHT
        if right - left < _LEAST_DATE:
            return  # in a narrow list its original, above it, tells when
        date = QRectF(max(left, right - 110), rect.top(), min(110.0, right - left), rect.height())
        width = paint_shown(painter, look, shown_date(entry.row.date), date, right=True)
        if right - width - 8 - left > _LEAST_DATE:
            source = QRectF(left, rect.top(), right - width - 8 - left, rect.height())
            paint_shown(painter, look, shown_source(entry.row.source), source)

    def _paint_article(self, painter: QPainter, entry: ArticleEntry, rect: QRectF) -> None:
        look, row = self._look.plain, entry.row
        left, right = rect.left() + _TEXT_LEFT, rect.right() - _PAD_RIGHT
        line = QRectF(left, rect.top() + 8, right - left, 20)
        if not row.read:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawEllipse(QPointF(rect.left() + 15, line.center().y()), 4, 4)
        if row.starred:
            paint_icon(painter, "star-filled", QRectF(right - 13, line.top() + 3, 13, 13), look.color("accent"))
            line.setRight(right - 18)
        if not row.has_title:
            line.setLeft(line.left() + paint_shown(painter, look, Shown(self.tr("no title"), Certainty.UNKNOWN), line, kind=Type.UI_STRONG))
            line.setLeft(line.left() + paint_words(painter, " · ", line, look.font(Type.UI), look.color("muted")))
        kind = Type.UI_STRONG if row.read else Type.UI_BOLD
        paint_words(painter, row.headline, line, look.font(kind), look.color("ink"))
        self._paint_meta(painter, entry, QRectF(left, rect.top() + 28, right - left, 20))
        lead = self._kept.laid(look, ((row.lead, False),), right - left, Type.SMALL, _LEAD_LINES)
        lead.paint(painter, look, QRectF(left, rect.top() + 48, right - left, _LEAD_LINES * LINE), "muted")

    def _paint_meta(self, painter: QPainter, entry: ArticleEntry, line: QRectF) -> None:
        """Letter, source, agency and date, and the marks at the right; where it is narrow, the tags go first."""
        look, row = self._look.plain, entry.row
        middle, right, left = line.center().y(), line.right(), line.left()
        marks = [("note", _count(row.notes), "muted"), ("conflict", _count(entry.conflicts), "conflict")]
        if row.copy_of is not None:
            marks.append(("copy", percent(row.copy_of[1]), "muted"))
        if line.width() > _ROOM_FOR_TAGS:
            marks.append(("tag", _count(len(row.tags)), "muted"))
        for name, words, token in marks:
            if words:
                right -= paint_mark(painter, look, name, words, QPointF(right, middle), look.color(token))
        if entry.letter is not None:
            left += paint_badge(painter, look, entry.letter, QPointF(left, middle - 8)) + 8
        parts = [shown_source(row.source)]
        if row.agency.value:
            parts.append(Shown(row.agency.value, Certainty.INFERRED if row.agency.inferred else Certainty.KNOWN))
        parts.append(shown_date(row.date))
        paint_parts(painter, look, parts, QRectF(left, line.top(), max(0.0, right - left), 20))


def _count(count: int) -> str:
    return digits(count) if count else ""
