"""One of several things, picked from a list that a field narrows; where a new name may be given, what is typed can be picked too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QWidget

from briefing_app.model.naming import folded
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.organizing.asking_list import AskingList
from briefing_app.ui.painted_row import PaintedRow
from briefing_app.ui.painting import paint_chosen, paint_words
from briefing_app.ui.theme import POPOVER, SIDE_ROW, Look, Type

Index = QModelIndex | QPersistentModelIndex
_ICON = 14
_WIDEST, _BESIDE = 760, 96  # pixels of 100 %: the list at most, and what stands beside the words


@dataclass(frozen=True, slots=True)
class Pick:
    """A thing to pick: what it is called, what it stands for, a word at the right, an icon at the left."""

    words: str
    value: Any
    note: str = ""
    icon: str = ""


class Role(IntEnum):
    """Where the model keeps its own things."""

    PICK = Qt.ItemDataRole.UserRole + 1


class PickModel(QAbstractListModel):
    """The picks that hold what is typed, in their order; with ``new`` (words with %1) what is typed stands last."""

    def __init__(self, picks: Sequence[Pick], new: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all, self._new = tuple(picks), new
        self._shown = list(picks)

    def narrow(self, typed: str) -> None:
        """Show those that hold every word that is typed."""
        name = " ".join(typed.split())
        wanted = folded(name).split()
        self.beginResetModel()
        self._shown = [pick for pick in self._all if all(word in folded(f"{pick.words} {pick.note}") for word in wanted)]
        if self._new and name and all(folded(pick.words) != folded(name) for pick in self._shown):
            self._shown.append(Pick(self._new.replace("%1", name), name, icon="plus"))
        self.endResetModel()

    def pick(self, row: int) -> Pick | None:
        """What stands in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many rows stand under ``parent``."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The pick, or its words."""
        pick = self.pick(index.row()) if index.isValid() else None
        if pick is None:
            return None
        if role == Role.PICK:
            return pick
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return pick.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{pick.words}, {pick.note}" if pick.note else pick.words
        return None


class PickDelegate(PaintedRow):
    """Paints icon, words and the word at the right."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, SIDE_ROW, Role.PICK, Pick, parent)

    def paint_row(self, painter: QPainter, pick: Pick, _index: Index, rect: QRectF, state: QStyle.StateFlag) -> None:
        """One pick."""
        look = self._look.plain
        paint_chosen(painter, look, rect, state)
        left = rect.left() + 8
        if pick.icon:
            paint_icon(painter, pick.icon, QRectF(left, rect.center().y() - _ICON / 2, _ICON, _ICON), look.color("accent"))
            left += _ICON + 8
        right = QRectF(rect.right() - 128, rect.top(), 120, rect.height())
        width = paint_words(painter, pick.note, right, look.font(Type.SMALL), look.color("muted"), right=True) if pick.note else 0.0
        room = QRectF(left, rect.top(), rect.right() - 16 - width - left, rect.height())
        paint_words(painter, pick.words, room, look.font(Type.UI), look.color("ink"))


class PickPopover(AskingList):
    """``picked`` tells the value of what was picked, or the new name; then it closes."""

    picked = Signal(object)

    def __init__(self, look: Look, window: QWidget, title: str, picks: Sequence[Pick], placeholder: str, new: str = "") -> None:
        """``new`` are the words, with %1 for it, that offer what is typed as a name of its own; empty where none may be given."""
        model = PickModel(picks, new)
        super().__init__(look, window, title, placeholder, model)
        self.model = model
        self.say_keys(self.tr("↑ ↓ choose · Enter take · Esc close"))
        self.list.setItemDelegate(PickDelegate(look, self.list))
        self.setFixedWidth(self._width(look, picks, window.width()))
        self._choose_first()

    @staticmethod
    def _width(look: Look, picks: Sequence[Pick], room: int) -> int:
        """Wide enough for the longest words, as far as the window has room."""
        words, notes = QFontMetricsF(look.font(Type.UI)), QFontMetricsF(look.font(Type.SMALL))
        longest = max((words.horizontalAdvance(pick.words) + notes.horizontalAdvance(pick.note) for pick in picks), default=0.0)
        most = max(look.px(POPOVER), min(look.px(_WIDEST), room - look.px(64)))
        return min(most, max(look.px(POPOVER), round(longest) + look.px(_BESIDE)))

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        self._choose_first()

    def _choose_first(self) -> None:
        self.list.setCurrentIndex(self.model.index(0))
        self.fit_list()

    def _step(self, down: int) -> None:
        row = self.list.currentIndex().row() + down
        self.list.setCurrentIndex(self.model.index(max(0, min(self.model.rowCount() - 1, row))))

    def _take(self) -> None:
        pick = self.model.pick(self.list.currentIndex().row())
        if pick is not None:
            self.dismiss()
            self.picked.emit(pick.value)
