"""The lane of the analyst's edits: one after the other, each said in a sentence, taken back and done again.

What an edit changed is shown before the feed is asked: the lane reads the few articles that it was about as they stand then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.library import ArticleRow
from briefing_app.model.change import ChangeKind
from briefing_app.model.ids import ArticleId
from briefing_app.ui.error_text import read_only_trouble
from briefing_app.ui.jobs import Lane
from briefing_app.ui.session.news import News

if TYPE_CHECKING:
    from briefing_app.model.case import Thing
    from briefing_app.model.edit import Applied, Edit, Step
    from briefing_app.ui.session.session import Session

_OF_ARTICLES = (ChangeKind.ARTICLE_MARKED, ChangeKind.ARTICLE_TRASHED, ChangeKind.ARTICLE_CHANGED)
_MOST_SHOWN = 64
"""An edit of more articles is shown by the feed: no screen holds them."""


class Outcome(NamedTuple):
    """What an edit did, and the few articles that it was about as they stand now."""

    applied: Applied | None
    rows: tuple[ArticleRow, ...] = ()


class _Told(NamedTuple):
    """What was said last of an edit of this window: the words, the number of its step, and what it changed."""

    words: str
    step: int
    news: News


def _lasts(_nothing: None) -> None:
    """The disk has the edits, which have been shown before."""


class Editing(QObject):
    """Carries edits out off the window's thread; the feed brings their outcome back to every view."""

    edited = Signal(object)  # tuple[ArticleRow, ...]: what an edit changed, as it stands now
    outdated = Signal(str)  # what was said of an edit that another window has taken back or gone over
    turned = Signal()  # as far as the ground allowed
    history_read = Signal(object, object)  # tuple[Step, ...], Mapping[ArticleId, str]: the headlines of what they are about

    past_read = Signal(object, object)  # Thing, tuple[Step, ...]: the edits of one thing, newest first

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._lane: Lane[Any] = Lane("edits", session.relay)
        self._disk: Lane[None] = Lane("edits to the disk", session.relay, newest_only=True)
        self._before: int | None = None
        self._told_of = set[int]()
        self._last_told: _Told | None = None

    def start(self) -> None:
        """Take in what was done before this window: undo goes on to it without a question."""

        def last(steps: tuple[Step, ...]) -> None:
            self._before = steps[0].number if steps else 0

        self._lane.ask(lambda: self._library.history(1), last, self._session.fail)

    def close(self) -> None:
        """Let every edit that was asked for be made, and last: what is written when a window closes comes last of all."""
        self._lane.close(finish=True)
        self._disk.close(finish=True)

    def apply(
        self,
        edit: Edit | Callable[[], Edit],
        said: str = "",
        then: Callable[[Applied], None] | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Carry an edit out; ``said`` stands in the status bar afterwards.

        ``then`` is called with what was applied, ``failed`` when it was not. An edit that depends on how things stand is given as what
        makes it: that is called on the lane, when its turn has come.
        """
        if self._session.read_only:
            self._session.tell(read_only_trouble())
            return

        def done(outcome: Outcome) -> None:
            self._show(outcome)
            if said:
                self._say_of(outcome.applied, said)
            if then is not None and outcome.applied is not None:
                then(outcome.applied)

        def lost(error: BaseException) -> None:
            if failed is not None:
                failed()
            self._session.fail(error)

        self._lane.ask(lambda: self._outcome(self._apply(edit() if callable(edit) else edit)), done, lost)

    def _say_of(self, applied: Applied | None, words: str) -> None:
        self._session.said.emit(words)
        step = applied.undo if applied is not None and applied.changes else None
        self._last_told = _Told(words, step.number, News.of(applied.changes)) if applied is not None and step is not None else None

    def take(self, news: News) -> None:
        """See whether what was said of this window's last edit is still so, when the news are about the same."""
        told = self._last_told
        if told is not None and any(about & news.subjects(kind) for kind, about in told.news.changed.items()):
            self._lane.ask(self._library.undoable, lambda step: self._compare(told, step), self._session.fail)

    def _compare(self, told: _Told, last: Step | None) -> None:
        if last is None or last.number < told.step or last.number not in self._told_of:
            self.outdated.emit(told.words)

    def _apply(self, edit: Edit) -> Applied:
        """Carry an edit out, and know the step as this window's own; on the lane.

        Nobody waits until the disk has it, which can take a second while an import keeps the disk busy.
        """
        applied = self._library.apply(edit, lasting=False)
        self._disk.ask(self._library.make_last, _lasts, self._session.fail)
        if applied.changes and applied.undo is not None:
            self._told_of.add(applied.undo.number)
        return applied

    def _outcome(self, applied: Applied | None) -> Outcome:
        """With the articles that it was about, when these are few; on the lane."""
        about = News.of(applied.changes).subjects(*_OF_ARTICLES) if applied is not None else frozenset()
        if not about or len(about) > _MOST_SHOWN:
            return Outcome(applied)
        return Outcome(applied, self._library.rows([ArticleId(number) for number in sorted(about)], skip_missing=True))

    def _show(self, outcome: Outcome) -> None:
        """The list shows it now; everything else once that is painted."""
        if outcome.rows:
            self.edited.emit(outcome.rows)
        changes = outcome.applied.changes if outcome.applied is not None else ()
        QTimer.singleShot(0, self, lambda: self._session.following.hear(changes))

    def note(self, work: Callable[[], None]) -> None:
        """Write something to the library that is no edit: there is nothing to take back."""

        def done() -> None:
            work()

        self._lane.ask(done, lambda _none: self._session.following.look(), self._session.fail)

    def end_history(self, work: Callable[[], int], done: Callable[[int], None]) -> None:
        """Do something after which nothing before it can be undone; ``done`` takes its number."""

        def tell(number: int) -> None:
            done(number)
            self.turned.emit()
            self._session.following.look()

        self._lane.ask(work, tell, self._session.fail)

    def undo(self) -> None:
        """Take the library's last edit back; one of another window is named first, and taken back when it is asked for again."""
        words, nothing = self.tr("Undone: %1"), self.tr("Nothing to undo.")
        other = self.tr("Undo again to take back what was done in another window: %1")

        def work() -> tuple[Outcome, str]:
            step = self._library.undoable()
            if self._is_news(step):
                return Outcome(None), self._told(step, other, nothing)
            applied = self._library.undo()
            return self._outcome(applied), self._told(applied.redo if applied else None, words, nothing)

        self._lane.ask(work, self._say, self._session.fail)

    def redo(self) -> None:
        """Do the last undone edit again; one of another window as in ``undo``."""
        words, nothing = self.tr("Done again: %1"), self.tr("Nothing to do again.")
        other = self.tr("Redo again to do again what was done in another window: %1")

        def work() -> tuple[Outcome, str]:
            step = self._library.redoable()
            if self._is_news(step):
                return Outcome(None), self._told(step, other, nothing)
            applied = self._library.redo()
            return self._outcome(applied), self._told(applied.undo if applied else None, words, nothing)

        self._lane.ask(work, self._say, self._session.fail)

    def tell_of(self, step: Step | None) -> str:
        """What a step did, in words, empty for none; undo and redo turn it without asking from now on, wherever it was done."""
        from briefing_app.ui.edit_words import step_words

        if step is None:
            return ""
        self._told_of.add(step.number)
        return step_words(step)

    def _is_news(self, step: Step | None) -> bool:
        """Whether a step was done in another window since this one was opened, and not told of here."""
        return step is not None and self._before is not None and step.number > self._before and step.number not in self._told_of

    def _told(self, step: Step | None, words: str, nothing: str) -> str:
        """``words`` with what a step did, and the headline of the article that it is about; ``nothing`` without one. On the lane."""
        if step is None:
            return nothing
        about = "".join(f" · {headline}" for headline in self._headlines([step.edit]).values())
        return words.replace("%1", self.tell_of(step) + about)

    def _say(self, told: tuple[Outcome, str]) -> None:
        outcome, words = told
        self._show(outcome)
        self._session.said.emit(words)

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
            self._told_of.update(step.number for step in steps)
            return steps, self._headlines([step.edit for step in steps] + [step.inverse for step in steps])

        self._lane.ask(work, lambda read: self.history_read.emit(*read), self._session.fail)

    def read_past(self, thing: Thing) -> None:
        """Read the edits of one article or note; ``past_read`` brings them."""
        self._lane.ask(lambda: self._library.past(thing), lambda steps: self.past_read.emit(thing, steps), self._session.fail)

    def go_back(self, thing: Thing, number: int) -> None:
        """Make one article or note as it was right after the step of that number (0: before the first), as a new edit."""

        def work() -> Outcome:
            edit = self._library.way_back(thing, number)
            return self._outcome(self._apply(edit) if edit is not None else None)

        def done(outcome: Outcome) -> None:
            self._show(outcome)
            self._session.said.emit(self.tr("As it was then; undo takes that back.") if outcome.applied else self.tr("It is so already."))

        self._lane.ask(work, done, self._session.fail)

    def _headlines(self, edits: Sequence[Edit]) -> dict[ArticleId, str]:
        from briefing_app.ui.edit_words import article_of

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
