"""What the library's change feed told between two looks at it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing_app.model.change import Change, ChangeKind

QUIET = frozenset(
    {
        *(ChangeKind.ARTICLE_MARKED, ChangeKind.ARTICLE_RULED, ChangeKind.ARTICLE_PLACED, ChangeKind.ANNOTATION, ChangeKind.CODE),
        *(ChangeKind.BRIEFING, ChangeKind.TEMPLATE, ChangeKind.CASE, ChangeKind.SEARCH),
    }
)
"""Kinds that leave every article where it stands in a list that is not narrowed by them."""

BY_ANALYST = QUIET | {ChangeKind.ARTICLE_CHANGED, ChangeKind.ARTICLE_TRASHED}
"""Kinds that the analyst causes and looks for at once; the others come from long work, and in numbers."""


class News(NamedTuple):
    """The kinds of what changed, each with the numbers of its subjects."""

    changed: dict[ChangeKind, frozenset[int]]

    @classmethod
    def of(cls, changes: Iterable[Change]) -> News:
        """The news in rows of the feed."""
        found: dict[ChangeKind, set[int]] = {}
        for change in changes:
            found.setdefault(change.kind, set()).add(change.subject)
        return cls({kind: frozenset(subjects) for kind, subjects in found.items()})

    @property
    def kinds(self) -> frozenset[ChangeKind]:
        """What kinds of things changed."""
        return frozenset(self.changed)

    @property
    def quiet(self) -> bool:
        """Whether no list needs another order."""
        return self.kinds <= QUIET

    @property
    def by_analyst(self) -> bool:
        """Whether the analyst has just done something."""
        return bool(self.kinds & BY_ANALYST)

    @property
    def lines(self) -> frozenset[int] | None:
        """The numbers of the articles whose lines in lists may read otherwise; None: any."""
        return self.subjects(ChangeKind.ARTICLE_MARKED) if self.kinds <= QUIET - {ChangeKind.ANNOTATION} else None

    def subjects(self, *kinds: ChangeKind) -> frozenset[int]:
        """The numbers of what changed, of these kinds."""
        return frozenset().union(*(self.changed.get(kind, frozenset()) for kind in kinds))
