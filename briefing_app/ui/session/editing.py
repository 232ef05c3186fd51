"""The lane of the analyst's edits: one after the other, each said in a sentence, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from briefing_app.model.edit import Applied, Edit, Step
from briefing_app.model.ids import ArticleId
from briefing_app.ui.edit_words import article_of, edit_words
from briefing_app.ui.error_text import read_only_trouble
from briefing_app.ui.jobs import Lane

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


class Editing(QObject):
    """Carries edits out off the window's thread; the feed brings their outcome back to every view."""

    turned = Signal()  # as far as the ground allowed
    history_read = Signal(object, object)  # tuple[Step, ...], Mapping[ArticleId, str]: the headlines of what they are about

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._lane: Lane[Any] = Lane("edits", session.relay)

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

    def note(self, work: Callable[[], None]) -> None:
        """Write something to the library that is no edit: there is nothing to take back."""

        def done() -> None:
            work()

        self._lane.ask(done, lambda _none: self._session.following.look(), self._session.fail)

    def undo(self) -> None:
        """Take the last edit back."""
        words, nothing = self.tr("Undone: %1"), self.tr("Nothing to undo.")
        self._lane.ask(lambda: self._told(self._library.undo(), words, nothing, undone=True), self._say, self._session.fail)

    def redo(self) -> None:
        """Do the last undone edit again."""
        words, nothing = self.tr("Done again: %1"), self.tr("Nothing to do again.")
        self._lane.ask(lambda: self._told(self._library.redo(), words, nothing, undone=False), self._say, self._session.fail)

    def _told(self, applied: Applied | None, words: str, nothing: str, *, undone: bool) -> str:
        """What was undone or done again, with the headline of the article that it is about; on the lane."""
        edit = None if applied is None else applied.redo if undone else applied.undo
        if edit is None:
            return nothing
        about = "".join(f" · {headline}" for headline in self._headlines([edit]).values())
        return words.replace("%1", edit_words(edit)) + about

    def _say(self, words: str) -> None:
        self._session.said.emit(words)
        self._session.following.look()

    def turn(self, steps: int) -> None:
        """Take the last ``-steps`` edits back, or do ``steps`` undone ones again; stops where the ground has changed."""
        turn = self._library.undo if steps < 0 else self._library.redo

        def work() -> int:
            done = 0
            while done < abs(steps) and turn() is not None:
                done += 1
            return done

        self._lane.ask(work, lambda done: self._turned(done if steps > 0 else -done), self._failed_to_turn)

    def read_history(self, most: int) -> None:
        """Read the newest edits; ``history_read`` brings them."""

        def work() -> tuple[tuple[Step, ...], dict[ArticleId, str]]:
            steps = self._library.history(most)
            return steps, self._headlines([step.edit for step in steps] + [step.inverse for step in steps])

        self._lane.ask(work, lambda read: self.history_read.emit(*read), self._session.fail)

    def _headlines(self, edits: Sequence[Edit]) -> dict[ArticleId, str]:
        about = {number for edit in edits if (number := article_of(edit)) is not None}
        return {row.id: row.headline for row in self._library.rows(sorted(about), skip_missing=True)}

    def _turned(self, steps: int) -> None:
        words = self.tr("%Ln edit(s) taken back.", "", -steps) if steps < 0 else self.tr("%Ln edit(s) done again.", "", steps)
        self._session.said.emit(words)
        self._session.following.look()
        self.turned.emit()

    def _failed_to_turn(self, error: BaseException) -> None:
        self._session.following.look()
        self.turned.emit()
        self._session.fail(error)
