"""Taking edits back and doing them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.ids import Noun
from briefing_app.ui.actions.conditions import reading, writable
from briefing_app.ui.actions.row import ActionRow, Menu, Where, tr

if TYPE_CHECKING:
    from briefing_app.model.case import Thing
    from briefing_app.ui.window import Window


def undo(window: Window) -> None:
    """Take the last edit back; what is being written is kept first."""
    window.keep_writing()
    window.session.editing.undo()


def redo(window: Window) -> None:
    """Do the last undone edit again."""
    window.session.editing.redo()


def show_history(window: Window) -> None:
    """Open the list of all edits."""
    from briefing_app.ui.history.view import HistoryDialog

    window.keep_writing()
    HistoryDialog(window.look, window.session, window.keymap, window).open()


def show_past(window: Window, thing: Thing, name: str) -> None:
    """Open the list of what was done with one article or note."""
    from briefing_app.ui.history.past import PastDialog

    PastDialog(window.look, window.session, thing, name, window).open()


def show_article_history(window: Window) -> None:
    """Open the list of what was done with the open article."""
    reading_now = window.session.reading
    if reading_now is not None:
        window.keep_writing()
        from briefing_app.model.case import Thing

        article = reading_now.article
        show_past(window, Thing(Noun.ARTICLE, article.id), article.document.headline())


def show_note_history(window: Window) -> None:
    """Open the list of what was done with the note under the cursor."""
    from briefing_app.model.case import Thing

    note = window.reader.note_here() if window.session.reading is not None else None
    if note is None:
        window.status.say(tr("Put the cursor on marked words first (n goes to the next)."))
        return
    window.keep_writing()
    show_past(window, Thing(Noun.ANNOTATION, note.id), note.words)


def _undoable(window: Window) -> bool:
    return writable(window) and window.session.workbench.library.undoable() is not None


def _redoable(window: Window) -> bool:
    return writable(window) and window.session.workbench.library.redoable() is not None


def _about_to_undo(window: Window) -> str:
    return window.session.editing.tell_of(window.session.workbench.library.undoable())


def _about_to_redo(window: Window) -> str:
    return window.session.editing.tell_of(window.session.workbench.library.redoable())


_L = Where.LIBRARY

ROWS = (
    ActionRow("undo", Menu.EDIT, "Undo", ("Ctrl+Z",), undo, hint="undo", enabled=_undoable, about=_about_to_undo),
    ActionRow("redo", Menu.EDIT, "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), redo, enabled=_redoable, about=_about_to_redo),
    ActionRow("history", Menu.EDIT, "History …", ("Ctrl+H",), show_history),
    ActionRow("article_history", Menu.ARTICLE, "History of this article …", ("Shift+H",), show_article_history, _L, enabled=reading),
    ActionRow("note_history", Menu.ARTICLE, "History of this note …", ("Ctrl+Shift+H",), show_note_history, _L, enabled=reading),
)
