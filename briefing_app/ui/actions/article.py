"""What is done with an article: highlights, notes, evidence, zones, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.ids import ArticleId
from briefing_app.ui.actions.conditions import reading, writable, writable_reading
from briefing_app.ui.actions.row import ActionRow, Menu, Where, tr

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def highlight(window: Window) -> None:
    """Highlight what is selected."""
    _mark(window, write=False)


def annotate(window: Window) -> None:
    """Highlight what is selected and write to it; without a selection edit the note at hand."""
    _mark(window, write=True)


def translate(window: Window) -> None:
    """Begin a translation of what is selected; it is marked as the analyst's wherever it is shown."""
    reader = window.reader
    span = reader.text.selected_span() or reader.passage_at_hand()
    if span is None:
        window.status.say(tr("Select words in the text first (Shift and arrows, or the mouse)."))
        return
    reader.stand_at(span)
    window.session.annotating.translate(span)


def show_evidence(window: Window) -> None:
    """Show where source, date and the rest come from."""
    window.reader.show_evidence()


def next_zone_view(window: Window) -> None:
    """Hide, dim or show what is no part of the article."""
    window.session.next_zone_view()


def star(window: Window) -> None:
    """Star the articles at hand."""
    window.session.marking.toggle_star(at_hand(window))


def star_open(window: Window) -> None:
    """Star the open article."""
    if window.session.reading is not None:
        window.session.marking.toggle_star((window.session.reading.article.id,))


def toggle_read(window: Window) -> None:
    """Mark the articles at hand as read or unread."""
    window.session.marking.toggle_read(at_hand(window))


def at_hand(window: Window) -> tuple[ArticleId, ...]:
    """The articles that a verb means: those chosen in the list, or the open one while its text or the hits have the focus."""
    open_one = (window.session.reading.article.id,) if window.session.reading else ()
    if window.reader.text.hasFocus() or window.searching:
        return open_one
    return window.list.list.chosen() or open_one


def markable(window: Window) -> bool:
    """Whether articles are at hand, open yet or not, and may be marked."""
    return writable(window) and bool(at_hand(window))


def _mark(window: Window, *, write: bool) -> None:
    reader = window.reader
    span, here = reader.text.selected_span(), reader.note_here()
    if span is None and write and here is not None:
        reader.write_note(here)
        return
    span = span or (reader.passage_at_hand() if here is None else None)
    if span is not None:
        reader.stand_at(span)
        window.session.annotating.highlight(span, write=write)
    else:
        window.status.say(tr("Select words in the text first (Shift and arrows, or the mouse)."))


_A, _L = Menu.ARTICLE, Where.LIBRARY
_CAN = writable_reading

ROWS = (
    ActionRow("highlight", _A, "Highlight the selected words", ("M",), highlight, _L, hint="highlight", enabled=_CAN),
    ActionRow("note", _A, "Write a note to the selected words", ("A",), annotate, _L, icon="note", hint="note", enabled=_CAN),
    ActionRow("translate", _A, "Write your translation of the selected words", ("Shift+I",), translate, _L, icon="note", enabled=_CAN),
    ActionRow("evidence", _A, "Where source and date come from", ("E",), show_evidence, _L, hint="evidence", enabled=reading),
    ActionRow("zones", _A, "Page furniture: hide, dim, show", ("Z",), next_zone_view, _L, icon="eye", hint="zones", enabled=reading),
    ActionRow("star", _A, "Star", ("S",), star, _L, icon="star", enabled=markable),
    ActionRow("unread", _A, "Read or unread", ("U",), toggle_read, _L, enabled=markable),
)
