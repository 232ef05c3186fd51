"""What the library answers with beside the model's own nouns and what lists show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.model.case import Case
    from briefing_app.model.ids import ArticleId


@dataclass(frozen=True, slots=True)
class Added:
    """What ``Library.add`` did: the article's number, whether it was there already, and whether it lies in the trash."""

    article: ArticleId
    duplicate: bool
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class CaseCount:
    """A case, and how many things of each noun lie in it."""

    case: Case
    articles: int = 0
    events: int = 0
    notes: int = 0
    briefings: int = 0

    @property
    def things(self) -> int:
        """How many things lie in it."""
        return self.articles + self.events + self.notes + self.briefings


@dataclass(frozen=True, slots=True)
class SearchNews:
    """How many articles a saved search finds, and how many of them came in since the analyst last looked at it."""

    total: int
    new: int
