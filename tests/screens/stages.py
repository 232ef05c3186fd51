"""The places of the window that pictures are taken of, and how to get there as an analyst would."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.actions import viewing
from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.error_text import Trouble
from briefing_app.ui.keys.sheet import KeySheet
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from tests.screens.worlds import World

QUERIES = {
    World.SAMPLE: "dam",
    World.MANY: "vote",
    World.LONG: "ministry",
    World.SCRIPTS: "再開",
    World.GREEK: "γερανοί",
    World.ONE: "bridge",
}


class Stage(Enum):
    """What is looked at."""

    LIBRARY = "library"
    NOTE = "note"
    EVIDENCE = "evidence"
    SEARCH = "search"
    COMPARE = "compare"
    TEXTS = "texts"
    WORDS = "words"
    BRIEFING = "briefing"
    PALETTE = "palette"
    KEYS = "keys"
    BUSY = "busy"
    TOUR = "tour"


def enter(qtbot: QtBot, window: Window, stage: Stage, world: World) -> QWidget:
    """Go there and wait until everything is shown; returns the widget to take the picture of."""
    settle(qtbot, window, world)
    shown = _WAYS[stage](qtbot, window, world) or window
    qtbot.wait(40)  # what is laid out by a timer of 0 ms
    return shown


def settle(qtbot: QtBot, window: Window, world: World) -> None:
    """Wait for the list, and open the newest event's first article, else the newest article."""
    session = window.session
    if world is World.NONE:
        qtbot.waitUntil(lambda: session.following.behind == 0)
        return
    qtbot.waitUntil(lambda: session.following.total > 0 and session.reading is not None)
    qtbot.waitUntil(lambda: session.following.behind is not None)
    events = session.workbench.library.events()
    number = events[0].group.articles[0] if events else session.workbench.library.article_ids()[-1]
    session.open_article(number)
    window.list.list.choose([number])
    qtbot.waitUntil(lambda: _is_listed(window, number))


def _is_listed(window: Window, number: ArticleId) -> bool:
    index = window.library_pane.list_model.index_of(number)
    return bool(index.isValid() and index.data() is not None)


def _library(_qtbot: QtBot, window: Window, _world: World) -> None:
    window.list.list.setFocus()


def _note(qtbot: QtBot, window: Window, _world: World) -> None:
    session, text = window.session, window.reader.text
    reading = session.reading
    assert reading is not None
    body = next(zone.span for zone in reading.article.document.zones if zone.kind.value == "body")
    text.setFocus()
    text.select(Span(body.start, min(body.end, body.start + 40)))
    qtbot.keyClick(text, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: window.reader.editor.isVisible())


def _evidence(qtbot: QtBot, window: Window, _world: World) -> None:
    window.session.next_zone_view()
    window.reader.text.setFocus()
    qtbot.keyClick(window.reader.text, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: window.reader.evidence.isVisible())


def _search(qtbot: QtBot, window: Window, world: World) -> None:
    window.top.field.setFocus()
    window.top.field.setText(QUERIES.get(world, "harbour"))
    qtbot.waitUntil(lambda: window.session.searching.found is not None)


def _compare(qtbot: QtBot, window: Window, world: World) -> None:
    window.session.go(Pane.COMPARE)
    comparing = window.session.comparing
    if world not in (World.NONE, World.ONE):
        qtbot.waitUntil(lambda: comparing.compared is not None and not comparing.busy)


def _texts(qtbot: QtBot, window: Window, world: World) -> None:
    _compare(qtbot, window, world)
    window.compare.open_level(Level.TEXTS)


def _words(qtbot: QtBot, window: Window, world: World) -> None:
    _compare(qtbot, window, world)
    window.compare.open_level(Level.WORDS)


def _briefing(qtbot: QtBot, window: Window, world: World) -> None:
    window.session.go(Pane.BRIEFING)
    desk = window.session.desk
    if world not in (World.NONE, World.ONE):
        qtbot.waitUntil(lambda: bool(desk.typeset.pages) and not desk.typeset.under_way)


def _palette(qtbot: QtBot, window: Window, world: World) -> None:
    window.open_palette(QUERIES.get(world, "e"))
    found = window.finding
    assert found is not None
    qtbot.waitUntil(lambda: found.settled and found.list.model().rowCount() > 0)


def _keys(qtbot: QtBot, window: Window, _world: World) -> QWidget:
    viewing.show_keys(window)
    sheet = next(sheet for sheet in window.findChildren(KeySheet) if sheet.isVisible())
    qtbot.waitUntil(sheet.isVisible)
    return sheet


def _busy(_qtbot: QtBot, window: Window, _world: World) -> None:
    words = window.tr("Importing 8,120 of 10,000 · 214/s · 9 s left")
    window.status.show_progress(words, 0.8)
    sentence = window.tr("The file minutes.wpd was not imported: this kind of file is not known.")
    window.show_trouble(Trouble(sentence, window.tr("Save it in a format that is read, such as HTML or PDF."), ("a", "b")))


def _tour(_qtbot: QtBot, window: Window, _world: World) -> None:
    window.tour.begin()
    for _ in range(6):
        window.tour.go_on()


_WAYS: dict[Stage, Callable[[QtBot, Window, World], QWidget | None]] = {
    Stage.LIBRARY: _library,
    Stage.NOTE: _note,
    Stage.EVIDENCE: _evidence,
    Stage.SEARCH: _search,
    Stage.COMPARE: _compare,
    Stage.TEXTS: _texts,
    Stage.WORDS: _words,
    Stage.BRIEFING: _briefing,
    Stage.PALETTE: _palette,
    Stage.KEYS: _keys,
    Stage.BUSY: _busy,
    Stage.TOUR: _tour,
}
