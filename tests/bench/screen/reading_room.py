"""Opens the program on a library, scrolls, chooses articles and shelves, and prints what it saw: ``... reading_room LIBRARY [opening]``.

With ``opening`` nothing is done but open it. ``BRIEFING_PICTURES`` names a folder in which a picture of the window is kept for people to
open: of 100,000 articles the suite has none, since they take two minutes to make.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app import app
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.ui.window import Window
from tests.bench.screen.clock import Painted, Runner, Script, alone, now_ms, pss_mb, share, window_of
from tests.bench.screen.first_painted import FirstPainted
from tests.bench.screen.measures import LONG, LONG_EACH
from tests.bench.screen.pulse import Pulse
from tests.bench.screen.starring import Starring

_FRAMES = 300
_FAR = 40
_EDITS = 45
_WARM = 5


class Room:
    """One window and what was measured in it."""

    def __init__(self, library: Path, *, only_open: bool = False) -> None:
        self.only_open = only_open
        self.figures: dict[str, float] = {"undisturbed": alone()}
        self.application = app.application()
        self.first = FirstPainted()
        self.qt_up = now_ms()
        self.runner = Runner(self.script())
        app.main(library)

    def script(self) -> Script:
        yield lambda: window_of(Window) is not None
        window = self.window = window_of(Window)
        assert window is not None
        self.list, self.viewport = window.list.list, window.list.list.viewport()
        self.rows, self.text = Painted(self.viewport), Painted(window.reader.text.viewport())
        yield lambda: self.first.at > 0
        self.figures["window open to painted list, ms"] = self.first.at - self.qt_up
        yield lambda: window.session.reading is not None and self.text.count > 0
        self.figures["window open to painted article, ms"] = self.text.at - self.qt_up
        yield lambda: window.session.following.behind is not None
        yield 2.0
        self.figures["articles"] = window.session.following.total
        self.figures["window process PSS after opening, MB"] = pss_mb()
        self.keep_picture()
        if self.only_open:
            print(json.dumps(self.figures), flush=True)
            return
        yield from self.scroll_by_wheel()
        yield from self.scroll_by_keys()
        yield from self.choose_articles()
        yield from self.choose_shelves()
        yield from self.edit()
        yield 1.0
        self.figures["window process PSS at the end, MB"] = pss_mb()
        print(json.dumps(self.figures), flush=True)

    def keep_picture(self) -> None:
        """The window with all these articles, where a folder is named."""
        if folder := os.environ.get("BRIEFING_PICTURES"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.window.grab().save(str(Path(folder) / f"{self.figures['articles']:.0f}-articles.png"))

    def scroll_by_wheel(self) -> Script:
        """Notch by notch, each as soon as the last is painted; from the beginning, and from afar."""
        frames: list[float] = []
        blank = 0
        for start in (0, self.list.verticalScrollBar().maximum() // 2):
            self.list.verticalScrollBar().setValue(start)
            yield 0.5
            for _ in range(_FRAMES // 2):
                seen, began = self.rows.count, now_ms()
                self.turn_wheel(-120)
                yield lambda seen=seen: self.rows.count > seen
                frames.append(self.rows.at - began)
                blank += self.list.indexAt(QPoint(40, self.viewport.height() - 4)).data() is None
                yield 0.008
        self.tell("scrolling by wheel, frame", frames)
        self.figures["scrolling by wheel, frames with a row not read yet, share"] = blank / len(frames)

    def turn_wheel(self, by: int) -> None:
        at = QPointF(60, 200)
        event = QWheelEvent(
            at, self.viewport.mapToGlobal(at), QPoint(), QPoint(0, by),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.viewport, event)

    def scroll_by_keys(self) -> Script:
        """Page down and down held, as a keyboard that repeats 30 times a second."""
        self.list.setFocus()
        for name, key in (("page down", Qt.Key.Key_PageDown), ("down", Qt.Key.Key_Down)):
            QTest.keyClick(self.list, Qt.Key.Key_Home)
            yield 0.5
            frames: list[float] = []
            for _ in range(_FRAMES // 2):
                seen, began = self.rows.count, now_ms()
                QTest.keyClick(self.list, key)
                yield lambda seen=seen: self.rows.count > seen
                frames.append(self.rows.at - began)
                yield max(0.0, 0.033 - (now_ms() - began) / 1000)
            self.tell(f"scrolling by {name} held, frame", frames)

    def choose_articles(self) -> Script:
        """A row is chosen: until its article is painted. The long articles, then ones of usual length."""
        model = self.window.library_pane.list_model
        long = list(range(LONG_EACH, int(self.figures["articles"]), LONG_EACH))[: _FAR + _WARM]
        usual = [number + 1 for number in long]
        for name, numbers in ((f"{LONG // 1000} KB", long), ("usual", usual)):
            times: list[float] = []
            lengths: list[int] = []
            for number in numbers:
                index = model.index_of(number)
                self.list.scrollTo(index)
                yield 0.15
                seen, began = self.text.count, now_ms()
                self.list.setCurrentIndex(index)
                yield lambda seen=seen: self.text.count > seen and self.open_number() == number  # noqa: B023
                times.append(self.text.at - began)
                lengths.append(len(self.window.session.reading.article.text.encode()))
                yield 0.05
            self.tell(f"selection to painted article, {name}", times[_WARM:])
            self.figures[f"selection to painted article, {name}, bytes"] = sum(lengths) / len(lengths)

    def open_number(self) -> int:
        reading = self.window.session.reading
        return reading.article.id if reading is not None else 0

    def choose_shelves(self) -> Script:
        """A shelf is chosen: until its list is painted."""
        following = self.window.session.following
        source = next(one.name for one in following.counts.sources if one.name and one.articles > 500)
        shelves = (Shelf(ShelfKind.UNREAD), Shelf(ShelfKind.SOURCE, source=source), Shelf(ShelfKind.STARRED), Shelf())
        times: list[float] = []
        reset_at = [0]
        self.list.model().modelReset.connect(lambda: reset_at.append(self.rows.count))
        for shelf in shelves * 5:
            resets, began = len(reset_at), now_ms()
            following.choose(shelf)
            yield lambda resets=resets: len(reset_at) > resets and self.rows.count > reset_at[resets]
            times.append(self.rows.at - began)
            yield 0.3
        self.tell("shelf chosen to painted list", times)

    def edit(self) -> Script:
        """A key stars the current article: until its row is painted so; and the pulse meanwhile."""
        self.window.activateWindow()  # keys of no window do nothing, and there is no window manager here
        yield self.window.isActiveWindow
        edits, pulse = Starring(self.window), Pulse(self.window)
        pulse.start()
        for _ in range(_EDITS):
            yield from edits.star()
            yield 0.15
            QTest.keyClick(self.list, Qt.Key.Key_Down)
            yield 0.15
        pulse.stop()
        self.tell("an edit on screen", edits.times[_WARM:])
        self.tell("heartbeat late while editing", pulse.late)

    def tell(self, name: str, times: list[float]) -> None:
        self.figures[f"{name} p50, ms"] = share(times, 0.5)
        self.figures[f"{name} p99, ms"] = share(times, 0.99)
        self.figures[f"{name} max, ms"] = max(times)


if __name__ == "__main__":
    Room(Path(sys.argv[1]), only_open="opening" in sys.argv[2:])
