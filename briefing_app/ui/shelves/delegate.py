"""How the sidebar's rows are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.ui.certainty import Certainty, Shown
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import at_plain, paint_shown, paint_words, ring
from briefing_app.ui.pieces import LINE, Keeping, Laid
from briefing_app.ui.shelves.entries import BriefingEntry, Hint, SearchEntry, Section, SectionKind, ShelfEntry
from briefing_app.ui.shelves.model import Role
from briefing_app.ui.theme import RADIUS, SECTION_ROW, SIDE_ROW, Look, Type
from briefing_app.ui.words import digits

Index = QModelIndex | QPersistentModelIndex
GAP = 12
"""Above a head, and above the trash."""
SIDE_PAD = 8
"""Between the rows and the edges of the list."""
_NAME_LINES = 3
_LEAST_NAME = 60.0


class ShelfDelegate(QStyledItemDelegate):
    """Paints heads, shelves and searches; ``chosen`` is what the list shows, ``target`` the row on which something would be dropped."""

    def __init__(self, look: Look, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._look, self._list = look, parent
        self._names = Keeping(look)
        self.chosen: object = Shelf()
        self.target = -1

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of 28, more where a name needs two lines or three; a section's head and the trash have 12 above them."""
        entry = index.data(Role.ENTRY)
        height: float = SECTION_ROW if isinstance(entry, Section) else self._row_height(entry)
        return QSize(self._look.px(100), self._look.px(height + (GAP if isinstance(entry, Section) or _is_trash(entry) else 0)))

    def _row_height(self, entry: object) -> float:
        laid = self._wrapped(entry)
        return SIDE_ROW + (laid.lines - 1) * LINE if laid else SIDE_ROW

    def _wrapped(self, entry: object, *, chosen: bool = True) -> Laid | None:
        """The name of an event, a case or a search in as many lines as it needs; None for other rows.

        A chosen name is broader, and a scroll bar may come: the row leaves both room from the start.
        """
        if not isinstance(entry, (ShelfEntry, SearchEntry)) or (isinstance(entry, ShelfEntry) and entry.shelf.kind not in _WRAPPED):
            return None
        look = self._look.plain
        bar = self._list.verticalScrollBar().sizeHint().width()
        width = (self._list.width() - bar) / self._look.scale - 2 * SIDE_PAD
        room = width - 8 - (24 if isinstance(entry, SearchEntry) else 0) - 16 - _advance(look, entry, self._number(entry))
        kind = Type.UI_BOLD if chosen else Type.UI
        return self._names.laid(look, ((entry.name, False),), max(_LEAST_NAME, room), kind, _NAME_LINES)

    def _number(self, entry: ShelfEntry | SearchEntry) -> str:
        new = entry.new if isinstance(entry, SearchEntry) else 0
        return self.tr("%Ln new", "", new) if new else digits(entry.count) if entry.count is not None else ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A head, or a shelf with its icon, name and count."""
        entry = index.data(Role.ENTRY)
        with at_plain(painter, self._look, option.rect) as rect:
            height = SECTION_ROW if isinstance(entry, Section) else self._row_height(entry)
            row = QRectF(rect.left(), rect.bottom() - height, rect.width(), height)
            focused = self._list.hasFocus() and index.row() == self._list.currentIndex().row()
            if isinstance(entry, Section):
                open_ = focused or self._is_pointed_at(option.rect)
                self._paint_head(painter, entry, row, folded=bool(index.data(Role.FOLDED)), open_=open_)
            elif isinstance(entry, Hint):
                box = row.adjusted(8, 0, -8, 0)
                paint_words(painter, entry.words, box, self._look.plain.font(Type.SMALL, italic=True), self._look.color("muted"))
            elif isinstance(entry, (ShelfEntry, SearchEntry)):
                self._paint_row(painter, entry, row)
            elif isinstance(entry, BriefingEntry):
                self._paint_briefing(painter, entry, row)
            if focused or index.row() == self.target:
                ring(painter, self._look.plain, row, RADIUS)

    def _is_pointed_at(self, place: QRect) -> bool:
        """Asked of the pointer, not of a style: its many names take time to make."""
        viewport = self._list.viewport()
        return viewport.underMouse() and place.contains(viewport.mapFromGlobal(QCursor.pos()))

    def _paint_head(self, painter: QPainter, entry: Section, row: QRectF, *, folded: bool, open_: bool) -> None:
        look, muted = self._look.plain, self._look.color("muted")
        right = row.right() - 8
        if entry.kind is SectionKind.CASES:
            paint_icon(painter, "plus", QRectF(right - 13, row.center().y() - 6.5, 13, 13), muted)
            right -= 20
        if folded or open_:
            paint_icon(painter, "chevron-right" if folded else "chevron-down", QRectF(right - 12, row.center().y() - 6, 12, 12), muted)
            right -= 18
        if folded and entry.rows:
            right -= 6 + paint_words(painter, digits(entry.rows), QRectF(right - 60, row.top(), 60, row.height()),
                                     look.font(Type.SMALL), muted, right=True)  # fmt: skip
        box = QRectF(row.left() + 8, row.top(), right - row.left() - 8, row.height())
        paint_words(painter, entry.title, box, look.font(Type.SMALL_BOLD), muted)

    def _paint_briefing(self, painter: QPainter, entry: BriefingEntry, row: QRectF) -> None:
        look, left = self._look.plain, row.left() + 20
        paint_icon(painter, "page", QRectF(left, row.center().y() - 7, 14, 14), look.color("muted"))
        paint_words(painter, entry.name, QRectF(left + 20, row.top(), row.right() - 8 - left - 20, row.height()),
                    look.font(Type.SMALL), look.color("ink"))  # fmt: skip

    def _paint_row(self, painter: QPainter, entry: ShelfEntry | SearchEntry, row: QRectF) -> None:
        look = self._look.plain
        chosen = (entry.shelf if isinstance(entry, ShelfEntry) else entry.search.id) == self.chosen
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selection"))
            painter.drawRoundedRect(row, RADIUS, RADIUS)
        ink = look.color("ink" if chosen else "muted")
        left = row.left() + 8
        icon = entry.icon if isinstance(entry, ShelfEntry) else "search"
        if icon:
            paint_icon(painter, icon, QRectF(left, row.top() + (SIDE_ROW - 15) / 2, 16, 16), ink)
            left += 24
        right = QRectF(row.right() - 8 - 72, row.top(), 72, SIDE_ROW)
        color = look.color("accent") if _is_new(entry) else ink
        width = paint_words(painter, self._number(entry), right, look.font(_number_type(entry)), color, right=True)
        box = QRectF(left, row.top(), row.right() - 8 - width - 8 - left, row.height())
        laid = self._wrapped(entry, chosen=chosen)
        if laid is not None and laid.lines > 1:
            laid.paint(painter, look, box.translated(0, (SIDE_ROW - LINE) / 2))
        else:
            paint_shown(painter, look, _shown(entry), box, kind=Type.UI_BOLD if chosen and not _unknown(entry) else Type.UI)


_WRAPPED = frozenset({ShelfKind.EVENT, ShelfKind.CASE})


def _is_trash(entry: object) -> bool:
    return isinstance(entry, ShelfEntry) and entry.shelf.kind is ShelfKind.TRASH


def _is_new(entry: ShelfEntry | SearchEntry) -> bool:
    return isinstance(entry, SearchEntry) and entry.new > 0


def _number_type(entry: ShelfEntry | SearchEntry) -> Type:
    return Type.SMALL_BOLD if _is_new(entry) else Type.SMALL


def _advance(look: Look, entry: ShelfEntry | SearchEntry, words: str) -> float:
    """How broad the number at the end of a row is."""
    return QFontMetricsF(look.font(_number_type(entry))).horizontalAdvance(words)


def _unknown(entry: ShelfEntry | SearchEntry) -> bool:
    return isinstance(entry, ShelfEntry) and entry.unknown


def _shown(entry: ShelfEntry | SearchEntry) -> Shown:
    inferred = isinstance(entry, ShelfEntry) and entry.inferred
    return Shown(entry.name, Certainty.UNKNOWN if _unknown(entry) else Certainty.INFERRED if inferred else Certainty.KNOWN)
