"""How an entry of the palette is painted: icon, title with the answering letters strong, detail, kind, key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle

from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painted_row import PaintedRow
from briefing_app.ui.painting import paint_chosen, paint_key, paint_words
from briefing_app.ui.palette.finder import Found
from briefing_app.ui.palette.model import Role
from briefing_app.ui.pieces import paint_pieces
from briefing_app.ui.theme import PALETTE_ROW, Look, Type

Index = QModelIndex | QPersistentModelIndex
_LEFT, _GAP = 36, 12


class PaletteDelegate(PaintedRow):
    """Paints one entry."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, PALETTE_ROW, Role.FOUND, Found, parent)

    def paint_row(self, painter: QPainter, found: Found, _index: Index, rect: QRectF, state: QStyle.StateFlag) -> None:
        """One entry."""
        look, entry = self._look.plain, found.entry
        paint_chosen(painter, look, rect, state)
        ink = look.color("ink" if entry.possible else "muted")
        if entry.icon:
            paint_icon(painter, entry.icon, QRectF(rect.left() + 10, rect.center().y() - 7.5, 16, 16), look.color("muted"))
        right = rect.right() - 10
        if entry.key:
            right -= paint_key(painter, look, entry.key, right, rect.center().y()) + _GAP
        small = look.font(Type.SMALL)
        kind = QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())
        right -= paint_words(painter, entry.kind, kind, small, look.color("muted"), right=True) + _GAP
        title = QRectF(rect.left() + _LEFT, rect.top() + (rect.height() - 18) / 2, right - rect.left() - _LEFT, 18)
        width = min(QFontMetricsF(look.font(Type.UI_BOLD)).horizontalAdvance(entry.title) + 2, title.width())
        if entry.possible:
            paint_pieces(painter, look, _pieces(found), title, Type.UI, 1)
        else:
            paint_words(painter, entry.title, title, look.font(Type.UI), ink)
        rest = QRectF(title.left() + width + _GAP, rect.top(), right - title.left() - width - _GAP, rect.height())
        if entry.detail and rest.width() > 60:
            paint_words(painter, entry.detail, rest, small, look.color("muted"))


def _pieces(found: Found) -> tuple[tuple[str, bool], ...]:
    """The title in stretches that answer and stretches that do not."""
    strong = frozenset(found.places)
    pieces: list[tuple[str, bool]] = []
    for at, letter in enumerate(found.entry.title):
        if pieces and pieces[-1][1] == (at in strong):
            pieces[-1] = (pieces[-1][0] + letter, pieces[-1][1])
        else:
            pieces.append((letter, at in strong))
    return tuple(pieces)
