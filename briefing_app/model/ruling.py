"""What the analyst rules in a comparison: which passages tell one claim, how a source stands to it, who says it, what is to be believed.

Rulings hang on quoted words, never on row numbers, so that they outlive every new computation, another text and other articles beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing_app.model.annotation import Anchor
from briefing_app.model.article import text_digest
from briefing_app.model.comparison import DifferenceKind, Relation
from briefing_app.model.grade import CREDIBILITIES as CREDIBILITIES
from briefing_app.model.grade import RELIABILITIES as RELIABILITIES
from briefing_app.model.grade import Credibility as Credibility
from briefing_app.model.grade import Reliability as Reliability
from briefing_app.model.ids import ArticleId, RulingId


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article, held by their quote."""

    article: ArticleId
    anchor: Anchor


Passages = tuple[Passage, ...]
"""Where several stand for a row, they are all of its passages at the time of the ruling, in the order of articles and texts."""


@dataclass(frozen=True, slots=True)
class Joined:
    """These rows tell one claim (a must-link)."""

    rows: tuple[Passages, ...]


@dataclass(frozen=True, slots=True)
class Parted:
    """``passages`` do not tell what ``others`` tell (a cannot-link)."""

    passages: Passages
    others: Passages


@dataclass(frozen=True, slots=True)
class Moved:
    """``passages`` do not tell what the rest of their row (``others``) tells, but what the row ``to`` tells."""

    passages: Passages
    others: Passages
    to: Passages


@dataclass(frozen=True, slots=True)
class Related:
    """How an article's cell stands to its row's statement."""

    claim: Passages
    article: ArticleId
    relation: Relation


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who says some words; empty for the outlet itself."""

    passage: Passage
    speaker: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """What is given to ``speaker`` in a comparison that holds one of the articles is given to ``name``; two of one name are merged."""

    articles: tuple[ArticleId, ...]
    speaker: str
    name: str


@dataclass(frozen=True, slots=True)
class Dismissed:
    """A mark on an article's cell that says nothing; ``kind`` None is the remark that the article leaves the claim out."""

    claim: Passages
    article: ArticleId
    kind: DifferenceKind | None


class Belief(StrEnum):
    """What the analyst makes of a claim."""

    BELIEVED = "believed"
    DOUBTED = "doubted"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Judged:
    """What the analyst makes of a claim, why, and its Admiralty grade as far as one is given."""

    claim: Passages
    belief: Belief
    reason: str = ""
    reliability: Reliability | None = None
    credibility: Credibility | None = None

    @property
    def grade(self) -> str:
        """``B2``, ``B``, ``2``, or nothing."""
        return f"{self.reliability or ''}{self.credibility or ''}"


Rule = Joined | Parted | Moved | Related | Spoken | Renamed | Dismissed | Judged


@dataclass(frozen=True, slots=True)
class Ruling:
    """One ruling, and when it was made (UTC). Later ones win."""

    id: RulingId
    rule: Rule
    made_at: datetime


def rows_of(rule: Rule) -> tuple[Passages, ...]:
    """The groups of passages that a rule is about, in the order of its fields."""
    match rule:
        case Joined(rows):
            return rows
        case Parted(passages, others):
            return (passages, others)
        case Moved(passages, others, to):
            return (passages, others, to)
        case Spoken(passage):
            return ((passage,),)
        case Renamed():
            return ()
        case Related(claim) | Dismissed(claim) | Judged(claim):
            return (claim,)


def articles_of(rule: Rule) -> tuple[ArticleId, ...]:
    """The articles whose comparison a rule may change, ascending."""
    named = rule.articles if isinstance(rule, Renamed) else (passage.article for row in rows_of(rule) for passage in row)
    return tuple(sorted(set(named)))


def rulings_digest(rulings: tuple[Ruling, ...]) -> str:
    """A digest that changes with any of them; empty for none."""
    return text_digest(repr(rulings)) if rulings else ""
