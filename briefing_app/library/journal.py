"""Hides how the analyst's edits are kept with their inverses, so that undo and redo survive a restart."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from briefing_app.library import feed, records
from briefing_app.library.database import Database, Row
from briefing_app.library.edits import Performed, Performing, perform, stands
from briefing_app.model.case import Thing
from briefing_app.model.change import Change
from briefing_app.model.edit import Applied, Edit, Step, Together
from briefing_app.model.errors import LibraryError
from briefing_app.model.past import things_of

_STEP = "j.id, j.edit, j.inverse, j.at, j.undone, j.who"
_LAST_DONE = f"SELECT {_STEP} FROM journal j WHERE j.undone = 0 ORDER BY j.id DESC LIMIT 1"
_FIRST_UNDONE = f"SELECT {_STEP} FROM journal j WHERE j.undone = 1 ORDER BY j.id LIMIT 1"


class Journal:
    """Linear undo and redo: a new edit forgets what was undone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def apply(self, edit: Edit, now: datetime, who: str, *, lasting: bool = True) -> Applied:
        """Carry an edit out and keep what takes it back; ``who`` is a login name, ``lasting`` as in ``Database.writing``.

        Nothing is kept when everything is so already. Raises NothingThere.
        """
        with self._database.writing(lasting=lasting) as connection:
            done = perform(connection, edit)
            if done is None:
                return self._applied(connection, ())
            connection.execute("DELETE FROM journal WHERE undone = 1")
            cursor = connection.execute(
                "INSERT INTO journal (edit, inverse, at, who) VALUES (?, ?, ?, ?)",
                (records.encode_edit(done.edit), records.encode_edit(done.inverse), now.astimezone(UTC).isoformat(), who),
            )
            about = things_of(done.edit) | things_of(done.inverse)
            connection.executemany(
                "INSERT INTO journal_thing (noun, number, step) VALUES (?, ?, ?)",
                [(thing.noun.value, thing.number, cursor.lastrowid) for thing in sorted(about)],
            )
            return self._applied(connection, _tell(connection, done))

    def undo(self) -> Applied | None:
        """Take the last edit back; None when there is none. Raises LibraryError when something else has changed its ground."""
        return self._turn(_LAST_DONE, undone=True)

    def redo(self) -> Applied | None:
        """Do the last undone edit again; None when there is none. Raises LibraryError when something else has changed its ground."""
        return self._turn(_FIRST_UNDONE, undone=False)

    def undoable(self) -> Step | None:
        """What ``undo`` would take back."""
        return _step_of(self._database.row(_LAST_DONE))

    def redoable(self) -> Step | None:
        """What ``redo`` would do again."""
        return _step_of(self._database.row(_FIRST_UNDONE))

    def history(self, limit: int) -> tuple[Step, ...]:
        """The newest ``limit`` edits that can be taken back or done again, newest first: those taken back stand before those done."""
        return tuple(map(_step, self._database.rows(f"SELECT {_STEP} FROM journal j ORDER BY j.id DESC LIMIT ?", (limit,))))

    def past(self, thing: Thing, after: int = 0) -> tuple[Step, ...]:
        """The edits beyond the number ``after`` that name the thing and are not taken back, newest first."""
        rows = self._database.rows(
            f"SELECT {_STEP} FROM journal_thing t JOIN journal j ON j.id = t.step"
            " WHERE t.noun = ? AND t.number = ? AND t.step > ? AND j.undone = 0 ORDER BY t.step DESC",
            (thing.noun.value, thing.number, after),
        )
        return tuple(map(_step, rows))

    def _turn(self, which: str, *, undone: bool) -> Applied | None:
        with self._database.writing() as connection:
            row = connection.execute(which).fetchone()
            if row is None:
                return None
            edit, inverse = records.decode_edit(row[1]), records.decode_edit(row[2])
            left, wanted = (edit, inverse) if undone else (inverse, edit)
            done = _turn_back(connection, Performing(connection), left, wanted)
            if done is None:
                word = "undone" if undone else "done again"
                raise LibraryError(f"The last edit cannot be {word}: what it changed has been changed since.", "Make the change by hand.")
            connection.execute("UPDATE journal SET undone = ? WHERE id = ?", (undone, row[0]))
            return self._applied(connection, tuple(change for part in done for change in _tell(connection, part)))

    def _applied(self, connection: sqlite3.Connection, changes: tuple[Change, ...]) -> Applied:
        return Applied(changes, _step_of(connection.execute(_LAST_DONE).fetchone()), _step_of(connection.execute(_FIRST_UNDONE).fetchone()))


def _turn_back(connection: sqlite3.Connection, performing: Performing, left: Edit, wanted: Edit) -> tuple[Performed, ...] | None:
    """Carry out ``wanted``, which takes back what ``left`` has done; None when the database is not any more as ``left`` has left it.

    Of several edits each must stand when its turn comes, the last one first: a later one may have touched what an earlier one had done.
    """
    if isinstance(left, Together) and isinstance(wanted, Together) and len(left.edits) == len(wanted.edits):
        done: tuple[Performed, ...] = ()
        for part, back in zip(reversed(left.edits), wanted.edits, strict=True):
            some = _turn_back(connection, performing, part, back)
            if some is None:
                return None
            done += some
        return done
    if not stands(connection, left):
        return None
    one = performing.perform(wanted)
    return (one,) if one else ()


def _step(row: Row) -> Step:
    number, edit, inverse, at, undone, who = row
    moment = datetime.fromisoformat(at)
    return Step(int(number), records.decode_edit(edit), records.decode_edit(inverse), moment, bool(undone), str(who))


def _tell(connection: sqlite3.Connection, done: Performed) -> tuple[Change, ...]:
    return tuple(feed.append(connection, kind, subject) for kind, subject in done.changes)


def _step_of(row: Row | None) -> Step | None:
    return _step(row) if row else None
