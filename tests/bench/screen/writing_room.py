"""Opens the program on a library, writes into its briefing and looks at the page: ``... writing_room LIBRARY``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtTest import QTest

from briefing_app import app
from briefing_app.model.briefing import TextBlock
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from tests.bench.screen.clock import Painted, Runner, Script, alone, now_ms, share, window_of, worker_ms

_LETTERS = "words"
"""Typed at each place, letter by letter, with a pause after each."""


_PLACES = (-1, 1)
"""Behind which blocks a new one is written: above all, and between summary and comparison, where a page has the most notes."""


class Room:
    """One window on one briefing, and what was measured of it."""

    def __init__(self, library: Path) -> None:
        self.figures: dict[str, float] = {"undisturbed": alone()}
        self.application = app.application()
        self.runner = Runner(self.script())
        app.main(library)

    def script(self) -> Script:
        yield lambda: window_of(Window) is not None
        window = self.window = window_of(Window)
        assert window is not None
        self.session = window.session
        window.activateWindow()
        yield lambda: bool(self.session.following.counts.events) and self.session.following.behind == 0
        yield lambda: not self.session.long_jobs.busy
        events = self.session.workbench.library.events()
        self.session.desk.open_event(max(events, key=lambda one: len(one.group.articles)).id)
        self.session.go(Pane.BRIEFING)
        yield self.settled
        self.clock: list[float] = []
        self.whole: list[float] = []
        self.worked: list[float] = []
        self.taken = 0
        self.page = Painted(window.briefing.page._scroll.widget())
        self.session.desk.typeset.page_changed.connect(self.take)
        self.figures["sample, pages"] = len(self.session.desk.typeset.pages)
        for place in _PLACES:
            yield from self.write(place)
        self.tell("key to painted page", self.clock)
        self.tell("key to all pages anew", self.whole)
        self.figures["sample, key to painted page p50, ms of the typesetting worker's processor"] = share(self.worked, 0.5)
        print(json.dumps(self.figures), flush=True)

    def settled(self) -> bool:
        """Whether all pages stand and nothing is under way."""
        desk = self.session.desk
        return desk.briefing is not None and bool(desk.typeset.pages) and not desk.typeset.under_way and not desk.drafting

    def take(self) -> None:
        """The page shows other words, which are not painted yet."""
        self.taken = self.taken or self.page.count + 1

    def painted(self) -> bool:
        """Whether the page that was taken first has been sent to the screen."""
        return bool(self.taken) and self.page.count >= self.taken

    def write(self, place: int) -> Script:
        """Put a text block behind that place and type letters into it."""
        desk = self.session.desk
        cards = len(desk.cards)
        desk.add_block(place, TextBlock("So far. "))
        yield lambda: len(desk.cards) > cards
        yield 1.0
        yield self.settled
        field = self.window.briefing.column.cards[place + 1].field
        assert field is not None
        field.setFocus()
        for letter in _LETTERS:
            self.taken, before, began, worked = 0, desk.typeset.pages, now_ms(), worker_ms(self.session)
            QTest.keyClick(field, letter)
            yield self.painted
            self.clock.append(self.page.at - began)
            self.worked.append(worker_ms(self.session) - worked)
            yield lambda before=before: desk.typeset.pages != before
            self.whole.append(now_ms() - began)
            yield 0.3
            yield self.settled

    def tell(self, name: str, clock: list[float]) -> None:
        self.figures[f"sample, {name} p50, ms"] = share(clock, 0.5)
        self.figures[f"sample, {name} p95, ms"] = share(clock, 0.95)


if __name__ == "__main__":
    Room(Path(sys.argv[1]))
