"""The item model of the analyst's edits, newest first, and how many steps lead to each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QDateTime, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.model.date_words import DAY, DAY_OF_YEAR
from briefing_app.model.edit import Step
from briefing_app.model.ids import ArticleId
from briefing_app.ui.certainty import day_text
from briefing_app.ui.edit_words import article_of, step_words

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What only the list of edits asks for."""

    LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """A state that can be gone back to: after an edit, or before the first (``when`` empty).

    ``about`` is the headline of the article that the edit is about, empty when it is about several or none. ``steps`` lead there from
    now: below 0 edits to take back, above 0 edits to do again, 0 is how things are.
    """

    words: str
    about: str
    when: str
    steps: int


class HistoryModel(QAbstractListModel):
    """The states that the library has been in, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show(self, steps: Sequence[Step], headlines: Mapping[ArticleId, str], now: datetime, *, whole: bool) -> None:
        """Take what the journal holds; ``whole`` says that it reaches back to the first edit."""
        self.take(lines_of(steps, headlines, now, whole=whole))

    def take(self, lines: tuple[Line, ...]) -> None:
        """Take the lines themselves."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    @property
    def current(self) -> QModelIndex:
        """The state that the library is in."""
        at = next((at for at, line in enumerate(self._lines) if not line.steps), -1)
        return self.index(at) if at >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many states stand under ``parent``."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, its words, or its accessible words."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Role.LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = _tr("taken back") if line.steps > 0 else _tr("now") if not line.steps else ""
            return ", ".join(part for part in (line.words, line.about, line.when, state) if part)
        return None


def lines_of(steps: Sequence[Step], headlines: Mapping[ArticleId, str], now: datetime, *, whole: bool) -> tuple[Line, ...]:
    """The states of a journal, newest first: those taken back stand before those done."""
    undone = sum(step.undone for step in steps)
    lines = []
    for at, step in enumerate(steps):
        about = article_of(step.edit) or article_of(step.inverse)
        lines.append(Line(capital(step_words(step)), headlines.get(about, "") if about else "", when_words(step.at, now), undone - at))
    if whole:
        lines.append(Line(_tr("How the library was at first"), "", "", undone - len(steps)))
    return tuple(lines)


def when_words(at: datetime, now: datetime) -> str:
    """When something was done: the time today, else the day too. Both aware."""
    locale = QLocale()
    moment = QDateTime.fromMSecsSinceEpoch(round(at.timestamp() * 1000))
    time = locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    if at.astimezone().date() == now.astimezone().date():
        return time
    day = at.astimezone().date()
    return f"{day_text(day, DAY_OF_YEAR if day.year == now.astimezone().year else DAY)}, {time}"


def capital(words: str) -> str:
    """The words with their first letter as a capital."""
    return words[:1].upper() + words[1:]


def _tr(words: str) -> str:
    return QCoreApplication.translate("history", words)
