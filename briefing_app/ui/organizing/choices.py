"""Tags, or cases, of the chosen articles: a field that narrows and makes new ones, and a list in which each can be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from briefing_app.model.naming import folded
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.organizing.asking_list import AskingList
from briefing_app.ui.painted_row import PaintedRow
from briefing_app.ui.painting import paint_chosen, paint_words
from briefing_app.ui.theme import SIDE_ROW, Look, Type
from briefing_app.ui.words import digits

Index = QModelIndex | QPersistentModelIndex
_BOX = 14


class Share(Enum):
    """How many of the chosen articles have it."""

    NONE = "none"
    SOME = "some"
    ALL = "all"

    @classmethod
    def of(cls, having: int, asked: int) -> Share:
        """``having`` of ``asked`` articles."""
        return cls.NONE if not having else cls.ALL if having >= asked else cls.SOME


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be ticked; ``count`` says how often it is used in the library. A ``new`` one is made by ticking it."""

    name: str
    share: Share = Share.NONE
    count: int = 0
    new: bool = False


class Role(IntEnum):
    """Where the model keeps its own things."""

    CHOICE = Qt.ItemDataRole.UserRole + 1


class ChoiceModel(QAbstractListModel):
    """The choices that hold what is typed; what no choice is called can be made, and stands last."""

    def __init__(self, choices: Sequence[Choice], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = sorted(choices, key=lambda choice: (choice.share is Share.NONE, folded(choice.name)))
        self._shown: list[Choice] = list(self._all)
        self._typed = ""

    def narrow(self, typed: str) -> None:
        """Show those that hold what is typed, those that begin with it first."""
        self._typed = " ".join(typed.split())
        wanted = folded(self._typed)
        self.beginResetModel()
        found = [choice for choice in self._all if wanted in folded(choice.name)]
        self._shown = sorted(found, key=lambda choice: not folded(choice.name).startswith(wanted)) if wanted else found
        if wanted and all(folded(choice.name) != wanted for choice in found):
            self._shown.append(Choice(self._typed, new=True))
        self.endResetModel()

    def tick(self, row: int) -> Choice | None:
        """Tick a choice, or untick it when all have it; as it is then. A new one takes its place among the others."""
        if not 0 <= row < len(self._shown):
            return None
        old = self._shown[row]
        fresh = replace(old, share=Share.NONE if old.share is Share.ALL else Share.ALL, new=False)
        self._all = [fresh, *self._all] if old.new else [fresh if choice.name == old.name else choice for choice in self._all]
        self._shown[row] = fresh
        self.dataChanged.emit(self.index(row), self.index(row))
        return fresh

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many rows stand under ``parent``."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The choice, its name, whether it is ticked, or its accessible words."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        choice = self._shown[index.row()]
        if role == Role.CHOICE:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.name
        if role == Qt.ItemDataRole.CheckStateRole:
            return _TICKS[choice.share]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("new: %1").replace("%1", choice.name) if choice.new else choice.name
        return None


_TICKS = {Share.NONE: Qt.CheckState.Unchecked, Share.SOME: Qt.CheckState.PartiallyChecked, Share.ALL: Qt.CheckState.Checked}


class ChoiceDelegate(PaintedRow):
    """Paints a box with its tick, the name, and how often it is used."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, SIDE_ROW, Role.CHOICE, Choice, parent)

    def paint_row(self, painter: QPainter, choice: Choice, _index: Index, rect: QRectF, state: QStyle.StateFlag) -> None:
        """One choice."""
        look = self._look.plain
        paint_chosen(painter, look, rect, state)
        box = QRectF(rect.left() + 8, rect.center().y() - _BOX / 2, _BOX, _BOX)
        self._paint_box(painter, look, choice, box)
        count = digits(choice.count) if choice.count else ""
        right = QRectF(rect.right() - 68, rect.top(), 60, rect.height())
        width = paint_words(painter, count, right, look.font(Type.SMALL), look.color("muted"), right=True)
        words = self.tr("New: “%1”").replace("%1", choice.name) if choice.new else choice.name
        room = QRectF(box.right() + 8, rect.top(), rect.right() - 16 - width - box.right() - 8, rect.height())
        paint_words(painter, words, room, look.font(Type.UI), look.color("ink"))

    def _paint_box(self, painter: QPainter, look: Look, choice: Choice, box: QRectF) -> None:
        if choice.new:
            paint_icon(painter, "plus", box, look.color("accent"))
            return
        ticked = choice.share is not Share.NONE
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("accent" if ticked else "muted"), 1.2))
        painter.setBrush(look.color("accent") if choice.share is Share.ALL else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
        painter.restore()
        if choice.share is Share.ALL:
            paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), look.color("surface"))
        elif choice.share is Share.SOME:
            painter.fillRect(QRectF(box.left() + 3.5, box.center().y() - 1, box.width() - 7, 2), look.color("accent"))


class ChoicePopover(AskingList):
    """Stays open while things are ticked; ``ticked`` tells each: its name, and whether it is ticked now."""

    ticked = Signal(str, bool)

    def __init__(self, look: Look, window: QWidget, title: str, placeholder: str, choices: Sequence[Choice]) -> None:
        model = ChoiceModel(choices)
        super().__init__(look, window, title, placeholder, model)
        self.model = model
        self.say_keys(self.tr("↑ ↓ choose · Enter tick · Esc close"))
        self.list.setItemDelegate(ChoiceDelegate(look, self.list))
        self.fit_list()

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        if typed.strip() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        self.fit_list()

    def _step(self, down: int) -> None:
        count = self.model.rowCount()
        if count:
            row = self.list.currentIndex().row()
            row = max(0, min(count - 1, row + down)) if row >= 0 else 0 if down > 0 else count - 1
            self.list.setCurrentIndex(self.model.index(row))

    def _take(self) -> None:
        """Enter with nothing typed and nothing chosen is done."""
        index = self.list.currentIndex()
        if not index.isValid():
            self.dismiss()
            return
        choice = self.model.tick(index.row())
        if choice is not None:
            self.ticked.emit(choice.name, choice.share is Share.ALL)
            self.field.clear()
