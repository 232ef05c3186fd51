"""Where the analyst puts articles, and what is said of their events; the grouping follows with its next step."""

from __future__ import annotations

import sqlite3
import unicodedata
from dataclasses import replace

from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, column_of, next_number, told
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import ArrangeEvents
from briefing_app.model.errors import EditRefused
from briefing_app.model.event import NEW_EVENT, EventHold, Pin
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.naming import LONGEST_NAME
from briefing_app.model.span import whole


def _arrange(connection: sqlite3.Connection, edit: ArrangeEvents) -> Performed | None:
    homes = column_of(connection, "event", [pin.article for pin in edit.pins])
    pins = _numbered(connection, edit.pins)
    holds = tuple(replace(hold, name=_proper(hold.name)) for hold in edit.holds)
    old_pins = tuple(_pin(connection, pin.article) or Pin(pin.article, homes[pin.article], held=False) for pin in pins)
    old_holds = tuple(_hold(connection, hold.event) for hold in holds)
    if (pins, holds) == (old_pins, old_holds):
        return None
    for pin in pins:
        _put_pin(connection, pin)
    for hold in holds:
        _put_hold(connection, hold)
    done, inverse = ArrangeEvents(edit.act, pins, holds), ArrangeEvents(edit.act, old_pins, old_holds)
    placed = told(ChangeKind.ARTICLE_PLACED, (pin.article for pin in pins))
    return Performed(done, inverse, placed + told(ChangeKind.EVENTS, (hold.event for hold in holds)))


def _numbered(connection: sqlite3.Connection, pins: tuple[Pin, ...]) -> tuple[Pin, ...]:
    """With a number of its own for the event that is made."""
    if all(pin.event != NEW_EVENT for pin in pins):
        return pins
    number = EventId(next_number(connection, "event"))
    if connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'event'", (number,)).rowcount == 0:
        connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('event', ?)", (number,))
    return tuple(replace(pin, event=number) if pin.event == NEW_EVENT else pin for pin in pins)


def _put_pin(connection: sqlite3.Connection, pin: Pin) -> None:
    connection.execute("DELETE FROM event_pin WHERE article = ?", (pin.article,))
    if pin.held:
        connection.execute("INSERT INTO event_pin (article, event) VALUES (?, ?)", (pin.article, pin.event))
    elif pin.event is not None:
        connection.execute("UPDATE article SET former_event = ? WHERE id = ?", (pin.event, pin.article))


def _put_hold(connection: sqlite3.Connection, hold: EventHold) -> None:
    connection.execute("DELETE FROM event_hold WHERE event = ?", (hold.event,))
    if hold != EventHold(hold.event):
        connection.execute("INSERT INTO event_hold (event, name, locked) VALUES (?, ?, ?)", (hold.event, hold.name, hold.locked))


def _pin(connection: sqlite3.Connection, article: ArticleId) -> Pin | None:
    row = connection.execute("SELECT event FROM event_pin WHERE article = ?", (article,)).fetchone()
    return Pin(article, None if row[0] is None else EventId(int(row[0]))) if row else None


def _hold(connection: sqlite3.Connection, event: EventId) -> EventHold:
    row = connection.execute("SELECT name, locked FROM event_hold WHERE event = ?", (event,)).fetchone()
    return EventHold(event, str(row[0]), bool(row[1])) if row else EventHold(event)


def _proper(name: str) -> str:
    words = " ".join(whole(unicodedata.normalize("NFC", name)).split())
    if len(words) > LONGEST_NAME:
        raise EditRefused(f"A name has at most {LONGEST_NAME} characters.", "Type a shorter one.")
    return words


def _stands(connection: sqlite3.Connection, edit: ArrangeEvents) -> bool:
    pins = all(_pin(connection, pin.article) == (pin if pin.held else None) for pin in edit.pins)
    return pins and all(_hold(connection, hold.event) == hold for hold in edit.holds)


VERBS: tuple[AnyVerb, ...] = (Verb(ArrangeEvents, _arrange, _stands),)
