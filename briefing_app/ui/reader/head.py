"""The line above the text: counts while the title is in sight, else letter, title, source and date."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing_app.ui.certainty import shown_date, shown_source
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import begin, paint_badge, paint_key, paint_shown, paint_words
from briefing_app.ui.reader.model import MarkKind, Reading, ZoneView
from briefing_app.ui.theme import EDGE, HEAD, Look, Type
from briefing_app.ui.words import digits

_NARROW = 640
_MOST_TAGS = 200
_TITLE_SHARE, _GAP, _LEAST_VALUE = 0.55, 24.0, 40.0


class ReaderHead(QWidget):
    """The line above the text: what is in it while the title is in sight, else what it is."""

    accessible_role = QAccessible.Role.StaticText

    zones_pressed = Signal()
    star_pressed = Signal()
    tags_pressed = Signal()
    evidence_pressed = Signal(str)  # the name of the value
    list_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reading: Reading | None = None
        self._view = ZoneView.HIDDEN
        self._hidden = 0
        self._scrolled = self._focused = self._offers_list = False
        self.zones_key = self.evidence_key = ""
        self._left = 80.0
        self._zone_box, self._star_box, self._tag_box, self._list_box = QRectF(), QRectF(), QRectF(), QRectF()
        self._value_boxes: list[tuple[QRectF, str]] = []
        self.setMouseTracking(True)
        look.changed.connect(self._dress)
        self._dress()

    def take_keys(self, key_of: Callable[[str], str]) -> None:
        """Name the keys that actions have now; ``key_of`` gives one by the action's id."""
        self.zones_key, self.evidence_key = key_of("zones"), key_of("evidence")
        self.update()

    def show_reading(self, reading: Reading | None, view: ZoneView, hidden: int) -> None:
        """Take another article or zone view; ``hidden`` paragraphs are no part of the article."""
        self._reading, self._view, self._hidden = reading, view, hidden
        counts = [words for _name, words, _token in self._counts(reading)] if reading else []
        tags = [self.tr("tagged %1").replace("%1", ", ".join(reading.tags))] if reading and reading.tags else []
        trash = [self.tr("in the trash")] if reading and reading.trashed else []
        self.setAccessibleName(", ".join(trash + counts + tags))
        self.update()

    def show_scrolled(self, scrolled: bool, left: float) -> None:
        """Whether the title is out of sight, and where the text column begins, in pixels of the screen."""
        left /= self._look.scale
        if (scrolled, left) != (self._scrolled, self._left):
            self._scrolled, self._left = scrolled, left
            self.update()

    def offer_list(self, offered: bool) -> None:
        """Whether the list is out of sight, so that a press at the left brings it back."""
        self._offers_list = offered
        self.update()

    def show_focus(self, focused: bool) -> None:
        """Whether the keys go to the text below."""
        self._focused = focused
        self.update()

    def _dress(self) -> None:
        self.setFixedHeight(self._look.px(HEAD))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Left: counts or title; right: hidden lines, tags, the trash and star."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        thick = 2 if self._focused else 1
        painter.fillRect(QRectF(0, area.bottom() - thick, area.width(), thick), look.color("accent" if self._focused else "line"))
        middle = (HEAD - 1) / 2
        self._paint_way_back(painter, middle)
        if self._reading is None:
            return
        right = area.right() - EDGE - 16
        self._star_box = QRectF(right - 20, 6, 26, 28)
        star = "star-filled" if self._reading.starred else "star"
        paint_icon(painter, star, QRectF(right - 16, middle - 8, 16, 16), look.color("accent" if self._reading.starred else "muted"))
        right -= 16 + 16
        if self._reading.trashed:
            right = self._paint_trash(painter, right, middle)
        right = self._paint_tags(painter, self._reading.tags, right, middle, short=self._scrolled or area.width() < _NARROW)
        right = self._paint_zones(painter, right, middle, short=self._scrolled and area.width() < _NARROW)
        self._value_boxes = []
        left = max(16.0, self._list_box.right() + 4, self._left if not self._scrolled else min(self._left, 48.0))
        if self._scrolled:
            self._paint_title(painter, self._reading, left, right, middle)
        else:
            self._paint_counts(painter, self._reading, left, right, middle)

    def _paint_way_back(self, painter: QPainter, middle: float) -> None:
        """A sign and a word that lead back to the list."""
        self._list_box = QRectF()
        if not self._offers_list:
            return
        look, words = self._look.plain, self.tr("List")
        width = QFontMetricsF(look.font(Type.SMALL)).horizontalAdvance(words)
        self._list_box = QRectF(8, 0, 4 + 16 + 4 + width + 8, HEAD)
        paint_icon(painter, "chevron-left", QRectF(12, middle - 8, 16, 16), look.color("accent"))
        paint_words(painter, words, QRectF(32, middle - 10, width + 1, 20), look.font(Type.SMALL), look.color("accent"))

    def _paint_trash(self, painter: QPainter, right: float, middle: float) -> float:
        """That the article is in the trash, whichever list it was opened from and however far the text is scrolled."""
        look, words = self._look.plain, self.tr("in the trash")
        font = look.font(Type.SMALL)
        width = QFontMetricsF(font).horizontalAdvance(words)
        left = right - width
        paint_words(painter, words, QRectF(left, middle - 10, width + 1, 20), font, look.color("ink"))
        paint_icon(painter, "trash", QRectF(left - 21, middle - 8, 16, 16), look.color("ink"))
        return left - 36

    def _paint_tags(self, painter: QPainter, tags: Sequence[str], right: float, middle: float, *, short: bool) -> float:
        """What the article is tagged with, or how many tags it has where that is too long."""
        self._tag_box = QRectF()
        if not tags:
            return right
        look = self._look.plain
        font = look.font(Type.SMALL)
        words = " · ".join(tags)
        if short or QFontMetricsF(font).horizontalAdvance(words) > _MOST_TAGS:
            words = digits(len(tags))
        width = QFontMetricsF(font).horizontalAdvance(words)
        left = right - width
        paint_words(painter, words, QRectF(left, middle - 10, width + 1, 20), font, look.color("muted"))
        paint_icon(painter, "tag", QRectF(left - 21, middle - 8, 16, 16), look.color("muted"))
        self._tag_box = QRectF(left - 24, 0, width + 28, HEAD)
        return left - 36

    def _paint_zones(self, painter: QPainter, right: float, middle: float, *, short: bool) -> float:
        if not self._hidden:
            self._zone_box = QRectF()
            return right
        words = {
            ZoneView.HIDDEN: self.tr("%Ln line(s) hidden", "", self._hidden),
            ZoneView.DIMMED: self.tr("zones dimmed"),
            ZoneView.SHOWN: self.tr("everything shown"),
        }[self._view]
        look = self._look.plain
        font = look.font(Type.SMALL)
        taken = paint_key(painter, look, self.zones_key, right, middle) + 6 if self.zones_key else 0
        width = 0.0 if short else QFontMetricsF(font).horizontalAdvance(words)
        left = right - taken - width
        if not short:
            paint_words(painter, words, QRectF(left, middle - 10, width + 1, 20), font, look.color("muted"))
        paint_icon(painter, "eye", QRectF(left - 21, middle - 8, 16, 16), look.color("muted"))
        self._zone_box = QRectF(left - 24, 0, right - left + 28, HEAD)
        return left - 36

    def _paint_counts(self, painter: QPainter, reading: Reading, left: float, right: float, middle: float) -> None:
        look = self._look.plain
        font = look.font(Type.SMALL)
        for name, words, token in self._counts(reading):
            width = QFontMetricsF(font).horizontalAdvance(words)
            if left + 22 + width > right:
                continue
            paint_icon(painter, name, QRectF(left, middle - 8, 16, 16), look.color(token))
            left += 22 + paint_words(painter, words, QRectF(left + 22, middle - 10, width + 1, 20), font, look.color(token)) + 16

    def _counts(self, reading: Reading) -> list[tuple[str, str, str]]:
        """What the article has of each kind of mark: icon, words, colour."""
        conflicts, notes, quotations, hits = map(reading.count, (MarkKind.CONFLICT, MarkKind.NOTE, MarkKind.QUOTATION, MarkKind.HIT))
        lost = len(reading.orphans)
        version, versions = reading.version
        parts = [
            (versions > 1, "page", self.tr("version %1 of %2").replace("%1", digits(version)).replace("%2", digits(versions)), "muted"),
            (conflicts, "conflict", self.tr("%Ln conflict(s)", "", conflicts), "conflict"),
            (notes, "note", self.tr("%Ln note(s)", "", notes), "muted"),
            (lost, "warning", self.tr("%Ln note(s) without words", "", lost), "conflict"),
            (quotations, "quotation", self.tr("%Ln quotation(s)", "", quotations), "muted"),
            (hits, "search", self.tr("%Ln hit(s)", "", hits), "muted"),
        ]
        return [(name, words, token) for count, name, words, token in parts if count]

    def _paint_title(self, painter: QPainter, reading: Reading, left: float, right: float, middle: float) -> None:
        look = self._look.plain
        document = reading.article.document
        if reading.letter is not None:
            left += paint_badge(painter, look, reading.letter, QPointF(left, middle - 8)) + 8
        values = [("source", shown_source(document.source)), ("date", shown_date(document.date))]
        metrics = QFontMetricsF(look.font(Type.UI))
        widths = [metrics.horizontalAdvance(shown.text) + _GAP for _name, shown in values]
        room = right - left
        whole = QFontMetricsF(look.font(Type.UI_BOLD)).horizontalAdvance(document.headline())
        if reading.letter is not None and whole + sum(widths) > room:
            values, widths = values[1:], widths[1:]  # the source's letter stands already
        title = QRectF(left, middle - 10, max(room - sum(widths), _TITLE_SHARE * room), 20)
        left += paint_words(painter, document.headline(), title, look.font(Type.UI_BOLD), look.color("ink"))
        for name, shown in values:
            if right - left < _GAP + _LEAST_VALUE:
                return
            left += paint_words(painter, "  ·  ", QRectF(left, middle - 10, _GAP, 20), look.font(Type.UI), look.color("muted"))
            box = QRectF(left, middle - 10, right - left, 20)
            width = paint_shown(painter, look, shown, box, kind=Type.UI)
            self._value_boxes.append((QRectF(left - 4, 0, width + 8, HEAD), name))
            left += width
        key = QFontMetricsF(look.font(Type.HINT)).horizontalAdvance(self.evidence_key) + 8
        if self.evidence_key and left + 8 + key <= right:
            paint_key(painter, look, self.evidence_key, left + 8 + key, middle)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the hidden lines, the star, or a value."""
        at = event.position() / self._look.scale
        name = self._value_at(at)
        if name:
            self.evidence_pressed.emit(name)
        elif self._zone_box.contains(at):
            self.zones_pressed.emit()
        elif self._star_box.contains(at):
            self.star_pressed.emit()
        elif self._tag_box.contains(at):
            self.tags_pressed.emit()
        elif self._list_box.contains(at):
            self.list_pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be pressed."""
        at = event.position() / self._look.scale
        boxes = (self._zone_box, self._star_box, self._tag_box, self._list_box)
        pressable = any(box.contains(at) for box in boxes) or self._value_at(at)
        self.setCursor(Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.ArrowCursor)

    def _value_at(self, at: QPointF) -> str:
        return next((name for box, name in self._value_boxes if box.contains(at)), "")
