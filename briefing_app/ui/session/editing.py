"""The lane of the analyst's edits: one after the other, each said in a sentence, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.model.edit import Applied, Edit
from briefing_app.ui.edit_words import edit_words
from briefing_app.ui.error_text import read_only_trouble
from briefing_app.ui.jobs import Lane

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


class Editing(QObject):
    """Carries edits out off the window's thread; the feed brings their outcome back to every view."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._lane: Lane[Applied | None] = Lane("edits", session.relay)

    def close(self) -> None:
        """Let the edit under way end."""
        self._lane.close()

    def apply(self, edit: Edit | Callable[[], Edit], said: str = "", then: Callable[[Applied], None] | None = None) -> None:
        """Carry an edit out; ``said`` stands in the status bar afterwards, ``then`` is called with what was applied.

        One that depends on how things stand is given as what makes it: that is called on the lane, when its turn has come.
        """
        if self._session.read_only:
            self._session.troubled.emit(read_only_trouble())
            return

        def done(applied: Applied | None) -> None:
            if said:
                self._session.said.emit(said)
            if then is not None and applied is not None:
                then(applied)
            self._session.following.look()

        self._lane.ask(lambda: self._library.apply(edit() if callable(edit) else edit), done, self._session.fail)

    def undo(self) -> None:
        """Take the last edit back."""
        self._lane.ask(self._library.undo, self._undone, self._session.fail)

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._lane.ask(self._library.redo, self._redone, self._session.fail)

    def _undone(self, applied: Applied | None) -> None:
        undone = applied.redo if applied else None
        self._session.said.emit(self.tr("Undone: %1").replace("%1", edit_words(undone)) if undone else self.tr("Nothing to undo."))
        self._session.following.look()

    def _redone(self, applied: Applied | None) -> None:
        done = applied.undo if applied else None
        self._session.said.emit(self.tr("Done again: %1").replace("%1", edit_words(done)) if done else self.tr("Nothing to do again."))
        self._session.following.look()
