"""The list of articles as an item model over the lines of the chosen shelf."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from math import inf
from time import perf_counter
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from briefing_app.library import NOTHING, ArticleRow, LineKind
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.shelf import ShelfKind
from briefing_app.ui.certainty import shown_date, shown_source
from briefing_app.ui.library.line_words import marks_in_words
from briefing_app.ui.library.listing import (
    ArticleEntry,
    Entry,
    EventHead,
    Line,
    Listing,
    folded_outline,
    group_end,
    lines_of,
    row_of,
    rows_leaving,
    without,
)

Index = QModelIndex | QPersistentModelIndex
PAGE = 64
"""How many lines are read at once; a page is wanted together with its two neighbours, so that scrolling finds them there."""

_MOST_KEPT = 4_096
_FEW = 8
"""So many articles are looked for one by one, which is sooner than to go through a long list in Python."""


class Role(IntEnum):
    """Where the models keep their own things."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


class Page(NamedTuple):
    """Those of a page's lines whose words are wanted; the page begins with row ``start``."""

    start: int
    lines: tuple[Line, ...]


class ArticleListModel(QAbstractListModel):
    """The lines of a shelf. It knows all their keys, and the words of those that were looked at: asked for others, it says nothing yet,
    emits ``wanted`` and hears the answer in ``take``.
    """

    wanted = Signal(object)  # Page

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whole = self._outline = NOTHING
        self._heads: dict[int, int] | None = None
        self._folded: frozenset[EventId] = frozenset()
        self._entries: dict[int, Entry] = {}
        self._fresh: set[int] = set()
        self._asked: set[int] = set()
        self._heard: dict[int, float] = {}
        self._all_heard = -inf
        self._looked_at = 0
        self._trashed = False

    # What stands in it

    def show(self, listing: Listing) -> None:
        """Take another shelf, or the same one after the library has changed."""
        self._whole, self._heads = listing.outline, None
        self._fresh.clear()
        self._take_words(listing.entries, listing.read_at)
        self._trashed = listing.shelf.kind is ShelfKind.TRASH
        self._rearrange()

    def update(self, rows: Sequence[ArticleRow]) -> None:
        """A few articles as they stand after an edit; those that it put into the trash, or brought back from it, leave the shelf."""
        self._hear(row.id for row in rows)
        for row in rows:
            entry = self._entries.get(row.id)
            if isinstance(entry, ArticleEntry) and entry.row != row:
                self._entries[row.id] = replace(entry, row=row)
                at = self._index_of_key(row.id).row()
                self._tell(at, at + 1)
        leaving = {row.id for row in rows if row.trashed is not self._trashed}
        if leaving:
            self._take_out(leaving)

    def _take_out(self, leaving: Collection[int]) -> None:
        gone = [(row, self._whole.keys[row]) for row in rows_leaving(self._whole, leaving)]
        for row, key in reversed(gone):
            self._whole, self._heads = without(self._whole, row, row + 1), None
            shown = self._index_of_key(key).row()
            if shown >= 0:
                self.beginRemoveRows(QModelIndex(), shown, shown)
                self._outline = without(self._outline, shown, shown + 1)
                self.endRemoveRows()

    def fold(self, event: EventId, folded: bool) -> None:
        """Fold an event to its line, or unfold it."""
        self._folded = self._folded | {event} if folded else self._folded - {event}
        self._rearrange()

    def _rearrange(self) -> None:
        outline = folded_outline(self._whole, self._folded)
        self._asked.clear()
        if outline.keys == self._outline.keys and outline.kinds == self._outline.kinds:
            self._outline = outline  # only what stands in the rows may differ, so that selection and place can stay
            self._tell(0, len(outline.keys))
            return
        self.beginResetModel()
        self._outline = outline
        self.endResetModel()

    # Words, a page at a time

    def refresh(self, articles: Collection[int] | None = None) -> None:
        """These lines (None: all) may have changed: read again those in sight, and the others when they are looked at."""
        if articles is None:
            self._fresh.clear()
            self._all_heard = perf_counter()
        else:
            self._fresh.difference_update(articles)
            self._hear(articles)
        self._asked.clear()
        self._want(self._looked_at)

    def take(self, page: Page, entries: Mapping[int, Entry], read_at: float = inf) -> None:
        """The words of a page that was wanted; reading them began at that moment of ``time.perf_counter``."""
        self._asked.discard(page.start // PAGE)
        self._forget_some()
        if self._take_words(entries, read_at):
            self._tell(page.start, page.start + PAGE)

    def _take_words(self, entries: Mapping[int, Entry], read_at: float) -> bool:
        """Whether any differ from what stands there. An article that was heard of since they were read stays as it stands."""
        differ = False
        for key, entry in entries.items():
            news = read_at > self._heard.get(key, -inf)
            if (news or key not in self._entries) and self._entries.get(key) != entry:
                self._entries[key] = entry
                differ = True
            if news and read_at > self._all_heard:
                self._fresh.add(key)
        return differ

    def _hear(self, articles: Iterable[int]) -> None:
        """What is being read of these articles now may be out of date."""
        now = perf_counter()
        self._heard.update(dict.fromkeys(articles, now))
        if len(self._heard) > _MOST_KEPT:
            self._heard.clear()
            self._all_heard = now

    def _entry(self, row: int) -> Entry | None:
        key = self._outline.keys[row]
        self._looked_at = row
        if key not in self._fresh:
            self._want(row)
        entry = self._entries.get(key)
        if isinstance(entry, EventHead) and entry.event in self._folded:
            return replace(entry, open=False)
        return entry

    def _want(self, row: int) -> None:
        """Ask for the row's page, then for the pages beside it."""
        here = row // PAGE
        for page in (here, here + 1, here - 1):
            lines = lines_of(self._outline, page * PAGE, (page + 1) * PAGE) if page >= 0 and page not in self._asked else ()
            stale = tuple(line for line in lines if line.key not in self._fresh)
            if stale:
                self._asked.add(page)
                self.wanted.emit(Page(page * PAGE, stale))

    def _forget_some(self) -> None:
        if len(self._entries) > _MOST_KEPT:
            for key in list(self._entries)[: _MOST_KEPT // 2]:
                del self._entries[key]
                self._fresh.discard(key)

    def _tell(self, start: int, end: int) -> None:
        end = min(end, len(self._outline.keys))
        if 0 <= start < end:
            self.dataChanged.emit(self.index(start), self.index(end - 1))

    # What views ask

    @property
    def total(self) -> int:
        """How many articles stand on the shelf, folded ones too."""
        return self._whole.total

    @property
    def kinds(self) -> bytes:
        """A LineKind a row."""
        return self._outline.kinds

    def article_at(self, row: int) -> ArticleId | None:
        """The article of a row; None for an event's line and beyond the list."""
        key = self._outline.keys[row] if 0 <= row < len(self._outline.keys) else 0
        return ArticleId(key) if key > 0 else None

    def event_at(self, row: int) -> EventId | None:
        """The event whose line, or whose article, stands in a row; None for a single article and beyond the list."""
        while 0 <= row < len(self._outline.keys) and self._outline.kinds[row] != LineKind.SINGLE:
            if self._outline.kinds[row] == LineKind.EVENT:
                return EventId(-self._outline.keys[row])
            row -= 1
        return None

    def is_folded(self, event: EventId) -> bool:
        """Whether an event shows its line alone."""
        return event in self._folded

    def index_of(self, article: ArticleId) -> QModelIndex:
        """Where an article stands; an invalid index when it is not on the shelf or folded."""
        return self._index_of_key(article)

    def index_of_event(self, event: EventId) -> QModelIndex:
        """Where an event's line stands; an invalid index when it is not on the shelf."""
        return self._index_of_key(-event)

    def rows_of(self, articles: Collection[ArticleId]) -> list[int]:
        """The rows in which these articles stand, ascending; those that do not are left out."""
        wanted = frozenset(articles)
        if len(wanted) <= _FEW:
            return sorted(row for article in wanted if (row := row_of(self._outline, article)) >= 0)
        return [row for row, key in enumerate(self._outline.keys) if key in wanted]

    def members(self, event: EventId) -> tuple[ArticleId, ...]:
        """The event's articles that stand on the shelf."""
        if self._heads is None:
            self._heads = {key: at for at, key in enumerate(self._whole.keys) if key < 0}
        head = self._heads.get(-event)
        return () if head is None else tuple(ArticleId(key) for key in self._whole.keys[head + 1 : group_end(self._whole, head)])

    def articles_in(self, first: int, last: int) -> Iterator[ArticleId]:
        """The articles of these rows, both included; an event's line stands for all its articles, which may then come twice."""
        for key in self._outline.keys[first : last + 1]:
            if key > 0:
                yield ArticleId(key)
            else:
                yield from self.members(EventId(-key))

    def _index_of_key(self, key: int) -> QModelIndex:
        row = row_of(self._outline, key)
        return self.index(row) if row >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many rows stand under ``parent``."""
        return 0 if parent.isValid() else len(self._outline.keys)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Articles and events can be dragged."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, its headline, or its accessible words; None while they are being read."""
        if not index.isValid() or index.row() >= len(self._outline.keys):
            return None
        if role not in _ROLES:
            return None
        entry = self._entry(index.row())
        if role == Role.ENTRY or entry is None:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(entry)
        if isinstance(entry, EventHead):
            return _spoken(entry) if role == Qt.ItemDataRole.ToolTipRole else entry.title
        marks = marks_in_words(entry) if role == Qt.ItemDataRole.ToolTipRole else ()
        return "\n".join((entry.row.headline, *marks))


_ROLES = frozenset({Role.ENTRY, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole})


def _spoken(entry: Entry) -> str:
    if isinstance(entry, EventHead):
        parts = [_tr("Event %1, %2").replace("%1", entry.title).replace("%2", entry.date)]
        if entry.stage:
            parts.append(_tr("stage %1 of its story").replace("%1", str(entry.stage)))
        if entry.conflicts:
            parts.append(_tr("%Ln conflict(s)", entry.conflicts))
        if entry.locked:
            parts.append(_tr("locked: late articles stay out"))
        return ", ".join(parts)
    row = entry.row
    return ", ".join((row.headline, shown_source(row.source).text, shown_date(row.date).text, *marks_in_words(entry)))


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("library", words, "", count)
