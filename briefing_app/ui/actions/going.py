"""Going from place to place: panes, rows, marks, and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.note_kinds import SubjectKind
from briefing_app.model.shelf import Shelf
from briefing_app.ui.actions.row import ActionRow, Menu, Where
from briefing_app.ui.session import Pane
from briefing_app.ui.theme import Type

if TYPE_CHECKING:
    from briefing_app.model.annotation import Annotation
    from briefing_app.model.span import Span
    from briefing_app.ui.window import Window


def focus_search(window: Window) -> None:
    """Go to the search field."""
    window.top.field.setFocus()
    window.top.field.selectAll()


def go(window: Window, pane: Pane) -> None:
    """Open a pane; compare and briefing show the event at hand."""
    window.session.go(pane)


def step(window: Window, down: int, right: int) -> None:
    """Move in the list, the hits, the text or the matrix, whichever is at hand."""
    if window.session.pane is Pane.COMPARE:
        window.compare.pane.step(down, right)
    elif window.session.pane is Pane.BRIEFING:
        window.briefing.focus_block(window.briefing.current + down)
    elif window.reader.text.hasFocus() and right < 0:
        focus_middle(window)
    elif window.reader.text.hasFocus():
        bar = window.reader.text.verticalScrollBar()
        bar.setValue(bar.value() + down * 3 * window.look.line_height(Type.READING))
    elif window.searching:
        window.hits.step(down)
    elif window.library_pane.welcoming:
        window.library_pane.welcome.step(down or right)
    elif right:
        window.list.list.fold_here(right < 0)
    else:
        window.list.list.step(down)


def back(window: Window) -> None:
    """Close what lies on top, else go back to the list."""
    if window.top.field.hasFocus():
        window.top.field.clear()
        focus_middle(window)
    elif window.trouble.isVisible():
        window.trouble.hide()
    elif window.touring and not (window.session.pane is Pane.LIBRARY and window.reader.dismiss()):
        window.tour.end()
    elif window.session.pane is Pane.COMPARE and window.compare.back():
        return
    elif window.session.pane is not Pane.LIBRARY:
        window.session.go(Pane.LIBRARY)
    elif not window.reader.dismiss() and not window.session.return_from_sentence():
        if window.reader.text.hasFocus():
            focus_middle(window)
        elif window.top.field.text():
            window.top.field.clear()


def focus_middle(window: Window) -> None:
    """Go to the list, to the hits while searching, or to the ways to begin in an empty library."""
    window.library_pane.focus_middle()


def enter_hits(window: Window) -> None:
    """From the field to the hits; a search that was stopped begins again."""
    if window.session.searching.stopped:
        window.session.searching.again()
    elif window.searching:
        window.hits.take_focus()
        window.hits.step(0)


def read(window: Window, number: ArticleId) -> None:
    """Open an article for reading: it counts as read, and the keys move in its text."""
    window.session.open_article(number)
    window.session.marking.mark_read(number)
    window.reader.text.setFocus()


def open_article(window: Window, number: ArticleId, at: Span | None = None) -> None:
    """From anywhere to an article, or to a place in it; Back leads to the pane where one was. The list follows."""
    window.top.field.clear()
    window.session.show_in_text(number, at)
    event = window.session.events.of(number)
    if event is not None:
        window.library_pane.list_model.fold(event.id, False)
    if not window.library_pane.list_model.index_of(number).isValid():
        window.session.following.choose(Shelf())
    window.room.choose(number)
    read(window, number)


def open_note(window: Window, annotation: Annotation) -> None:
    """To the words that a note belongs to, where they stand now."""
    open_article(window, annotation.article)
    marks = (mark for mark in window.session.marks() if mark.annotation is not None and mark.annotation.id == annotation.id)
    mark = next(marks, None)
    if mark is not None:
        window.reader.go_to(mark.span)


def open_subject(window: Window, annotation: Annotation) -> None:
    """To what a note is on: its words, else its article, else its event."""
    session, subject = window.session, annotation.subject
    if annotation.article:
        session.show_in_text(annotation.article, session.notebook.place_of(annotation))
    elif subject is not None and subject.kind in (SubjectKind.EVENT, SubjectKind.CLAIM) and subject.number:
        session.go(Pane.COMPARE)
        session.comparing.show_event(EventId(subject.number))


def open_shelf(window: Window, shelf: Shelf) -> None:
    """To a shelf of the library, its first article open."""
    window.top.field.clear()
    window.session.go(Pane.LIBRARY)
    window.session.following.choose(shelf)
    event = window.session.events.get(shelf.event)
    if event is not None:
        window.session.open_article(event.group.articles[0])
        window.room.choose(event.group.articles[0])
    window.list.list.setFocus()


def search_for(window: Window, words: str) -> None:
    """Search the texts, as if the words had been typed in the field."""
    window.session.go(Pane.LIBRARY)
    window.top.field.setText(words)
    window.top.field.setFocus()


def find_anything(window: Window, typed: str = "") -> None:
    """Open the palette."""
    window.open_palette(typed)


def walk(window: Window, step: int) -> None:
    """Go to the next or previous hit or mark."""
    mark = window.reader.walk(window.session.marks_to_walk(), step)
    if mark is not None and mark.words:
        window.status.say(mark.words)


def _marked(window: Window) -> bool:
    return window.reader.finder.going or bool(window.session.marks_to_walk())


_GO, _L = Menu.GO, Where.LIBRARY

ROWS = (
    ActionRow("palette", _GO, "Find anything …", ("Ctrl+K",), find_anything, icon="search", hint="everything", listed=False),
    ActionRow("commands", _GO, "All commands …", ("Ctrl+Shift+P",), partial(find_anything, typed=">"), listed=False),
    ActionRow("search", _GO, "Search", ("/",), focus_search, icon="search"),
    ActionRow("go_library", _GO, "Library", ("G, L",), partial(go, pane=Pane.LIBRARY)),
    ActionRow("go_compare", _GO, "Compare", ("G, C",), partial(go, pane=Pane.COMPARE)),
    ActionRow("go_briefing", _GO, "Briefing", ("G, B",), partial(go, pane=Pane.BRIEFING)),
    ActionRow("down", _GO, "Down", ("J",), partial(step, down=1, right=0), hint="down, up", listed=False),
    ActionRow("up", _GO, "Up", ("K",), partial(step, down=-1, right=0), listed=False),
    ActionRow("left", _GO, "Left, or fold the event", ("H",), partial(step, down=0, right=-1), listed=False),
    ActionRow("right", _GO, "Right, or unfold the event", ("L",), partial(step, down=0, right=1), listed=False),
    ActionRow("back", _GO, "Back", ("Escape",), back, hint="back", listed=False),
    ActionRow("next_mark", _GO, "Next hit or mark", ("N",), partial(walk, step=1), _L, hint="next mark", enabled=_marked),
    ActionRow("previous_mark", _GO, "Previous hit or mark", ("P",), partial(walk, step=-1), _L, enabled=_marked),
)
