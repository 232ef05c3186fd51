"""The analyst's edits, and taking them back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.library.face.ground import Ground
from briefing_app.paths import login_name

if TYPE_CHECKING:
    from briefing_app.library.journal import Journal
    from briefing_app.model.case import Thing
    from briefing_app.model.edit import Applied, Edit, Step


class EditsFace(Ground):
    """Edits with undo and redo."""

    @cached_property
    def _journal(self) -> Journal:
        from briefing_app.library.journal import Journal

        return Journal(self._database)

    def apply(self, edit: Edit, *, lasting: bool = True) -> Applied:
        """Carry an edit out and keep what takes it back; forget what was undone. Raises NothingThere, EditRefused.

        When it is not ``lasting``, everybody can read it, and a power cut can take it away until ``make_last`` has been called.
        """
        return self._journal.apply(edit, self._clock(), login_name(), lasting=lasting)

    def make_last(self) -> None:
        """Bring to the disk what was written and is not lasting yet. Raises StorageFailed."""
        self._database.make_last()

    def undo(self) -> Applied | None:
        """Take the last edit back; None when there is none. Raises LibraryError when something else has changed its ground."""
        return self._journal.undo()

    def redo(self) -> Applied | None:
        """Do the last undone edit again; None when there is none. Raises LibraryError when something else has changed its ground."""
        return self._journal.redo()

    def undoable(self) -> Step | None:
        """What ``undo`` would take back."""
        return self._journal.undoable()

    def redoable(self) -> Step | None:
        """What ``redo`` would do again."""
        return self._journal.redoable()

    def empty_trash(self) -> int:
        """Delete for good what lies in the trash, notes and originals too; how many articles that were.

        This ends the history: no edit before it can be undone or done again, nor can this. Raises StorageFailed.
        """
        from briefing_app.library.emptying import empty_trash

        return empty_trash(self._database, self._originals)

    def past(self, thing: Thing) -> tuple[Step, ...]:
        """The edits that were about one article or annotation and are not taken back, newest first, alone or among others."""
        return self._journal.past(thing)

    def way_back(self, thing: Thing, number: int) -> Edit | None:
        """The edit after which an article or annotation is as it was when the step of that number was done; 0 is before the first.

        None when it is so already. Other things that the steps since then touched stay as they are. It is not carried out yet.
        """
        from briefing_app.model.past import way_back

        return way_back(self._journal.past(thing, number), thing)

    def history(self, limit: int) -> tuple[Step, ...]:
        """The newest ``limit`` edits that can be taken back or done again, newest first: those taken back stand before those done."""
        return self._journal.history(limit)
