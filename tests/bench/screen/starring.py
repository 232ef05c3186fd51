"""The key that stars the current article, from the key until its row is painted otherwise: how soon an edit stands on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest

from briefing_app.model.ids import ArticleId
from briefing_app.ui.library.model import Role
from briefing_app.ui.window import Window
from tests.bench.screen.clock import Painted, Script, now_ms

LONGEST_MS = 5_000.0
"""So long is waited for one edit; one that is not seen by then counts as having taken it."""


class _Seen(Painted):
    """Counts only the pictures of which ``wanted`` is true: it is asked with the part that is painted, before the widget paints it."""

    wanted: Callable[[QRect], bool] = staticmethod(lambda _part: False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QPaintEvent) and self.wanted(event.rect()) and super().eventFilter(watched, event)


class Starring:
    """One window's list; ``times`` holds the milliseconds of each edit."""

    def __init__(self, window: Window) -> None:
        self.times: list[float] = []
        self._window, self._list = window, window.list.list
        self._seen = _Seen(self._list.viewport())

    def star(self) -> Script:
        """Press s on the current row, which is in sight, and wait until that row is painted with or without its star."""
        self._list.setFocus()
        index = self._list.currentIndex()
        if not index.isValid():
            QTest.keyClick(self._list, Qt.Key.Key_Home)
            yield 0.1
            index = self._list.currentIndex()
        entry = index.data(Role.ENTRY)
        number = getattr(getattr(entry, "row", None), "id", None)
        if number is None:
            QTest.keyClick(self._list, Qt.Key.Key_Down)
            return
        self._list.scrollTo(index)
        yield 0.1
        self._seen.wanted = self._turned(number, entry.row.starred)
        count, began = self._seen.count, now_ms()
        QTest.keyClick(self._window.windowHandle(), Qt.Key.Key_S)
        yield lambda: self._seen.count > count or now_ms() - began > LONGEST_MS
        self.times.append(self._seen.at - began if self._seen.count > count else LONGEST_MS)

    def _turned(self, number: ArticleId, before: bool) -> Callable[[QRect], bool]:
        """Whether the part that is painted shows the article, wherever it stands by then, with its star turned."""

        def turned(part: QRect) -> bool:
            index = self._list.model().index_of(number)
            entry = index.data(Role.ENTRY)
            return entry is not None and entry.row.starred is not before and part.intersects(self._list.visualRect(index))

        return turned
