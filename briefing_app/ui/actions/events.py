"""Merging, splitting, naming and locking events, and moving articles between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from briefing_app.model.ids import ArticleId, EventId
from briefing_app.ui.actions.article import at_hand
from briefing_app.ui.actions.conditions import writable
from briefing_app.ui.actions.naming import ask_name
from briefing_app.ui.actions.row import ActionRow, Menu, Where, tr

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def merge_events(window: Window) -> None:
    """The events that are chosen into the first of them; when it is one, pick the other."""
    events = _events_of(window, at_hand(window))
    if len(events) > 1:
        window.session.arranging.merge(events)
    elif events:
        _pick(window, tr("Merge the event with"), events, lambda other: window.session.arranging.merge((events[0], other)))
    else:
        window.status.say(tr("Choose an event, or several, to merge."))


def split_event(window: Window) -> None:
    """The chosen articles into an event of their own."""
    articles = at_hand(window)
    events = _events_of(window, articles)
    whole = window.session.events.get(events[0]) if len(events) == 1 else None
    if whole is None or set(whole.group.articles) <= set(articles):
        window.status.say(tr("Choose some of the articles of one event; they become an event of their own."))
    else:
        window.session.arranging.split(whole.id, articles)


def move_to_event(window: Window) -> None:
    """Pick the event into which the chosen articles belong."""
    articles = at_hand(window)
    if articles:
        title = tr("Move %Ln article(s) to the event", len(articles))
        _pick(window, title, _events_of(window, articles), lambda to: window.session.arranging.move(articles, to))


def name_event(window: Window) -> None:
    """Ask for another name of the event."""
    event = _event(window)
    found = window.session.events.get(event)
    if event is None or found is None:
        window.status.say(tr("Choose an event first."))
        return
    asked = ask_name(window, tr("The event is called"), found.group.title)
    asked.named.connect(lambda name, _note: window.session.arranging.name(event, name))
    asked.open_near(_beside_list(window))


def lock_event(window: Window) -> None:
    """Keep late articles out of the event, or let them in again."""
    event = _event(window)
    if event is None:
        window.status.say(tr("Choose an event first."))
    else:
        window.session.arranging.lock(event, not window.session.arranging.is_locked(event))


def drop_on_event(window: Window, event: EventId, articles: Sequence[ArticleId]) -> None:
    """What dropping articles on an event does: whole events are merged into it, single articles move."""
    own = window.session.events.get(event)
    coming = [article for article in articles if own is None or article not in own.group.articles]
    events = [one for number in _events_of(window, coming) if (one := window.session.events.get(number)) is not None]
    if not coming:
        window.status.say(tr("These are in the event already."))
    elif events and sum(len(one.group.articles) for one in events) == len(coming):
        window.session.arranging.merge((event, *(one.id for one in events)))
    else:
        window.session.arranging.move(coming, event)


def _event(window: Window) -> EventId | None:
    """The event whose line is chosen, else the one of the articles at hand."""
    chosen = window.list.list.chosen_event()
    events = _events_of(window, at_hand(window)) if chosen is None else (chosen,)
    return events[0] if events else None


def _events_of(window: Window, articles: Sequence[ArticleId]) -> tuple[EventId, ...]:
    """The events of these articles, each once, in their order."""
    rows = {row.id: row.event for row in window.session.workbench.library.rows(articles, skip_missing=True)}
    found = dict.fromkeys(rows.get(article) for article in articles)
    return tuple(event for event in found if event is not None)


def _pick(window: Window, title: str, without: Sequence[EventId], then: Callable[[EventId], None]) -> None:
    from briefing_app.ui.certainty import interval_text
    from briefing_app.ui.organizing.picking import Pick, PickPopover

    events = [event for event in window.session.workbench.library.events() if event.id not in without]
    if not events:
        window.status.say(tr("There is no other event."))
        return
    picks = [Pick(one.group.title, one.id, interval_text(one.group.date) if one.group.date else "", icon="event") for one in events]
    popover = PickPopover(window.look, window, title, picks, tr("Type to narrow …"))
    popover.picked.connect(then)
    popover.open_near(_beside_list(window))


def _beside_list(window: Window) -> QPoint:
    """Right of the list, at its current row."""
    view = window.list.list
    row = view.visualRect(view.currentIndex())
    return view.viewport().mapTo(window, QPoint(view.viewport().width() + window.look.px(8), max(0, row.top())))


_A, _L = Menu.ARTICLE, Where.LIBRARY

ROWS = (
    ActionRow("merge_events", _A, "Merge events …", ("Shift+G",), merge_events, _L, icon="event", enabled=writable),
    ActionRow("split_event", _A, "Split the event: these articles apart", ("Shift+S",), split_event, _L, enabled=writable),
    ActionRow("move_to_event", _A, "Move to another event …", ("Shift+E",), move_to_event, _L, enabled=writable),
    ActionRow("name_event", _A, "Name the event …", ("Shift+N",), name_event, _L, enabled=writable),
    ActionRow("lock_event", _A, "Lock the event, or unlock it", ("Shift+L",), lock_event, _L, icon="lock", enabled=writable),
)
EVENT_VERBS = tuple(row.id for row in ROWS)
"""The verbs of events in the menu of the list, in this order."""
