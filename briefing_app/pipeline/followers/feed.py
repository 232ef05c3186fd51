"""A place in the change feed that is kept in the library under a follower's name and version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.library import Library
from briefing_app.model.edit import Change, ChangeKind

_BATCH = 500


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


def changes(library: Library, after: int, kind: ChangeKind) -> Iterator[Change]:
    """The feed's changes of one kind beyond ``after``, oldest first, up to its end."""
    while batch := library.changes_after(after, _BATCH):
        yield from (change for change in batch if change.kind is kind)
        after = batch[-1].number


