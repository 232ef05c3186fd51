"""A place in the change feed that is kept in the library under a follower's name and version."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from briefing_app.library import Library
from briefing_app.model.change import Change, ChangeKind
from briefing_app.pipeline.progress import Stage

_BATCH = 500
_MANY = -1


@dataclass(frozen=True, slots=True)
class Place:
    """A new version of a follower has a new name, and so begins with the first change again."""

    follower: str

    def number(self, library: Library) -> int:
        """The last change that is done with, 0 before the first."""
        return library.position(self.follower)

    def keep(self, library: Library, number: int) -> None:
        """Everything up to ``number`` is done with."""
        if number > library.position(self.follower):
            library.set_position(self.follower, number)


def changes(library: Library, after: int, *kinds: ChangeKind) -> Iterator[Change]:
    """The feed's changes of some kinds beyond ``after``, oldest first, up to its end."""
    while batch := library.changes_after(after, _BATCH):
        yield from (change for change in batch if change.kind in kinds)
        after = batch[-1].number


def called_off(stage: Stage) -> str:
    """The mark (1: set) that the follower's process was not lost but ended on purpose, to let an import go first."""
    return f"{stage}: called off"


class Trials:
    """Remembers, across the deaths of its process, which subject a follower was at, so that one that kills it cannot do so for ever.

    One object a follower and process; its marks live in the library beside the followers' places.
    """

    MOST_DEATHS = 2
    """A process can die by chance; one that dies twice at the same subject dies of it."""

    def __init__(self, stage: Stage, version: str) -> None:
        follower = f"{stage} {version}"
        self._called_off = called_off(stage)
        self._at = f"{follower}: at"
        self._deaths = f"{follower}: deaths at "
        self._woken = False
        self.after_death = False
        """Whether the process before this one died at its work, once a step has begun."""

    def begin_many(self, library: Library) -> None:
        """Note that subjects are begun that are not told apart; their death is held against none of them."""
        library.set_position(self._at, _MANY)

    def begin(self, library: Library, subject: int) -> bool:
        """Note that ``subject`` is begun; False when it has been the death of this follower before and is to be passed by."""
        if library.position(self._deaths + str(subject)) >= self.MOST_DEATHS:
            return False
        library.set_position(self._at, subject)
        return True

    @contextmanager
    def step(self, library: Library) -> Iterator[None]:
        """Frame one step of the follower: what it is at when it dies inside is known to the next process."""
        self.wake(library)
        try:
            yield
        finally:
            self.rest(library)

    def wake(self, library: Library) -> None:
        """At the start of a step: count the subject at which an earlier process died, unless it was called off."""
        if not self._woken and (subject := library.position(self._at)):
            if not library.position(self._called_off):
                self.after_death = True
                name = self._deaths + str(subject)
                library.set_position(name, library.position(name) + 1)
            library.set_position(self._at, 0)
        if library.position(self._called_off):
            library.set_position(self._called_off, 0)
        self._woken = True

    def rest(self, library: Library) -> None:
        """At the end of a step: nothing is under way."""
        if library.position(self._at):
            library.set_position(self._at, 0)
