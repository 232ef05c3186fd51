"""What the library answers with beside the model's own nouns and what lists show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.model.case import Case
    from briefing_app.model.ids import ArticleId, BriefingId


@dataclass(frozen=True, slots=True)
class Added:
    """What ``Library.add`` did: the article's number, whether it was there already, and whether it lies in the trash.

    ``version_of`` is the article that the new one is another version of.
    """

    article: ArticleId
    duplicate: bool
    trashed: bool = False
    version_of: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class BriefingTitle:
    """What a briefing is called."""

    id: BriefingId
    title: str


@dataclass(frozen=True, slots=True)
class CaseCount:
    """A case: how many things are filed in it, how many articles stand on its shelf, and its briefings.

    On the shelf stand the articles filed in it, those of its events and those of its notes.
    """

    case: Case
    things: int = 0
    articles: int = 0
    briefings: tuple[BriefingTitle, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchNews:
    """How many articles a saved search finds, and how many of them came in since the analyst last looked at it."""

    total: int
    new: int
