"""The key that stars the current article, from the key until its row is painted otherwise: how soon an edit stands on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.ui.library.model import Role
from briefing_app.ui.window import Window
from tests.bench.screen.clock import Painted, Script, now_ms

LONGEST_MS = 5_000.0
"""So long is waited for one edit; one that is not seen by then counts as having taken it."""


class Starring:
    """One window's list; ``times`` holds the milliseconds of each edit."""

    def __init__(self, window: Window, rows: Painted) -> None:
        self.times: list[float] = []
        self._window, self._list, self._rows = window, window.list.list, rows

    def star(self) -> Script:
        """Press s on the current row and wait until that row is painted with or without its star."""
        self._list.setFocus()
        index = self._list.currentIndex()
        if not index.isValid():
            QTest.keyClick(self._list, Qt.Key.Key_Home)
            yield 0.1
            index = self._list.currentIndex()
        entry = index.data(Role.ENTRY)
        number = getattr(getattr(entry, "row", None), "id", 0)
        if not number:
            QTest.keyClick(self._list, Qt.Key.Key_Down)
            return
        before, began = entry.row.starred, now_ms()
        QTest.keyClick(self._window.windowHandle(), Qt.Key.Key_S)
        seen = [0]

        def turned() -> bool:
            entry = self._list.model().index_of(number).data(Role.ENTRY)
            if not seen[0] and entry is not None and entry.row.starred is not before:
                seen[0] = self._rows.count if self._rows.at < began else self._rows.count - 1
            return bool(seen[0]) and self._rows.count > seen[0]

        yield lambda: turned() or now_ms() - began > LONGEST_MS
        self.times.append(self._rows.at - began if turned() else LONGEST_MS)
