"""The remarks of the provenance check as a list: what is wrong, about which words; Enter goes there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QWidget

from briefing_app.briefing import Concern, Provenance, Remark, Standing
from briefing_app.ui.words import digits

Index = QModelIndex | QPersistentModelIndex

_GRAVE = frozenset(
    {
        *(Concern.UNSOURCED, Concern.UNREADABLE, Concern.NOT_THERE, Concern.GONE),
        *(Concern.STALE, Concern.CONTRADICTED, Concern.COPIES, Concern.NO_FONT),
    }
)
_LONGEST = 60


def concern_words(concern: Concern) -> str:
    """What a concern is called."""
    return {
        Concern.UNSOURCED: _tr("no source"),
        Concern.UNREADABLE: _tr("not readable as a citation"),
        Concern.NOT_THERE: _tr("no such words in the source"),
        Concern.GONE: _tr("source gone"),
        Concern.STALE: _tr("words changed"),
        Concern.CONTRADICTED: _tr("contradicted"),
        Concern.COPIES: _tr("copy confirms nothing"),
        Concern.SINGLE_ORIGIN: _tr("one origin"),
        Concern.TOO_LONG: _tr("over the limit"),
        Concern.NO_WORDS: _tr("no words cited"),
        Concern.DATE_UNKNOWN: _tr("date unknown"),
        Concern.NO_FONT: _tr("no font"),
    }[concern]


def standing_words(standing: Standing, count: int) -> str:
    """How many sentences stand so: ``14 sourced``."""
    words = {Standing.SOURCED: _tr("%1 sourced"), Standing.ASSESSMENT: _tr("%1 assessment"), Standing.UNSOURCED: _tr("%1 unsourced")}
    return words[standing].replace("%1", digits(count))


def tally_words(provenance: Provenance) -> str:
    """``14 sourced · 2 assessment · 1 unsourced ⚠``."""
    parts = [standing_words(standing, provenance.count(standing)) for standing in Standing]
    return " · ".join(parts) + (" ⚠" if provenance.count(Standing.UNSOURCED) else "")


class RemarkModel(QAbstractListModel):
    """The remarks in the order of the check."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.remarks: tuple[Remark, ...] = ()

    def show(self, remarks: tuple[Remark, ...]) -> None:
        """Take other remarks."""
        if remarks != self.remarks:
            self.beginResetModel()
            self.remarks = remarks
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many remarks there are."""
        return 0 if parent.isValid() else len(self.remarks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The remark in short; on hover all of it."""
        if not index.isValid() or index.row() >= len(self.remarks):
            return None
        remark = self.remarks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            sign = "⚠ " if remark.concern in _GRAVE else ""
            return f"{sign}{concern_words(remark.concern)}: {_begun(remark.words)}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return f"“{remark.words}” {remark.why}"
        return None


class RemarkList(QListView):
    """The remarks beside the text; one that is pressed or entered is gone to."""

    chosen = Signal(object)  # Remark

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks = RemarkModel(self)
        self.setModel(self._remarks)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("What the provenance check found"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Take other remarks."""
        self._remarks.show(remarks)

    def step(self, by: int) -> bool:
        """Go to the next (1) or the last (-1) remark, round and round; False when there is none."""
        count = len(self._remarks.remarks)
        if not count:
            return False
        row = self.currentIndex().row()
        row = (row + by) % count if row >= 0 else (0 if by > 0 else count - 1)
        self.setCurrentIndex(self._remarks.index(row))
        self._choose(self._remarks.index(row))
        return True

    def _choose(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._remarks.remarks):
            self.chosen.emit(self._remarks.remarks[index.row()])


def _begun(words: str) -> str:
    """The first words of many."""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " …"


def _tr(words: str) -> str:
    return QCoreApplication.translate("briefing", words)
