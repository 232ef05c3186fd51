"""What a search gives back: hits with the passages that show why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing_app.model.ids import ArticleId, EventId, SearchId
from briefing_app.model.search_order import LineOrder as LineOrder
from briefing_app.model.search_order import SortOrder as SortOrder
from briefing_app.model.span import Span

SEARCHED_MOST = 400_000
"""Code points of each part of an article that can be found: some 65,000 words, so that one endless text cannot hold up all others."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the article around hits; ``marks`` are the hit words, inside ``span``."""

    span: Span
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that answers the query."""

    article: ArticleId
    score: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A hit that repeats another one. ``share`` of it (0 to 1) stands there too; ``own`` are the sentences that do not.

    ``left_out`` counts the sentences of the original that the copy does not have.
    """

    hit: Hit
    share: float
    own: tuple[str, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class HitGroup:
    """Hits of one event in their order, each with its copies; ``event`` is None for a hit that stands alone, ``title`` empty then."""

    event: EventId | None
    title: str
    hits: tuple[tuple[Hit, tuple[Copy, ...]], ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a query from ``start`` to ``end`` (code points); ``instead`` would be right there, empty when nobody knows."""

    message: str
    next_step: str
    start: int
    end: int
    instead: str = ""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """``total`` counts all hits, ``hits`` holds the asked number; ``behind`` says how many articles are not indexed yet.

    ``mistakes`` are those in the query; the rest of it was searched for.
    """

    query_in_words: str
    total: int
    behind: int
    hits: tuple[Hit, ...]
    mistakes: tuple[Mistake, ...] = ()


class AdviceKind(StrEnum):
    """Why another query is worth a try, the likeliest cure first."""

    MISTAKE = "mistake"
    """What is wrong in the query is put right."""
    SPELLING = "spelling"
    """A word that hardly any article holds is written like one that many do."""
    FILTER = "filter"
    """What narrows the query is left out."""
    ZONES = "zones"
    """The words are looked for in comments and page furniture too."""
    TRASH = "trash"
    """The articles lie in the trash."""
    ENDINGS = "endings"
    """The library holds languages whose endings nobody knows here, so that words are found only as they are written."""
    WIDER = "wider"
    """Less is asked of each article."""


@dataclass(frozen=True, slots=True)
class Advice:
    """Another query that finds ``count`` articles. ``about`` is what was changed, as typed; the query is the same for TRASH."""

    kind: AdviceKind
    about: str
    query: str
    count: int


class CompletionKind(StrEnum):
    """What a completion is taken from."""

    SEARCH = "search"
    """A saved search, which takes the place of the whole query."""
    OPERATOR = "operator"
    WORD = "word"
    SOURCE = "source"
    TAG = "tag"
    CASE = "case"
    EVENT = "event"
    LANGUAGE = "language"
    DATE = "date"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Completion:
    """How what is being typed may go on: ``query`` with the cursor at ``at`` (code points). ``words`` show it.

    ``count`` is how many articles have it, None when that says nothing.
    """

    kind: CompletionKind
    words: str
    query: str
    at: int
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Specimens:
    """Words and names of a library, of which examples of queries are made; invented ones where it has none."""

    word: str = "harbour"
    other: str = "storm"
    phrase: str = "storm warning"
    source: str = "Coast Post"
    tag: str = "shipping"
    case: str = "Harbour"
    event: str = "e1"
    person: str = "Brandt"
    language: str = "en"
    month: str = "2026-03"


def narrowed(query: str, by: str) -> str:
    """The query for those of its hits of which ``by`` is true. It stands in front, so that the last word goes on being typed."""
    return f"{by} ({query.strip()})" if " OR " in query else f"{by} {query.strip()}"


class WritingKind(StrEnum):
    """What the analyst has written beside the articles."""

    NOTE = "note"
    BRIEFING = "briefing"


@dataclass(frozen=True, slots=True)
class Writing:
    """A note or briefing that answers: ``number`` is its own, ``title`` names it or what it is on, ``words`` hold the ``marks``."""

    kind: WritingKind
    number: int
    title: str
    words: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class WritingsFound:
    """How many notes and briefings answer a query, and the newest of them, notes first; ``behind`` notes are not searchable yet."""

    notes: int = 0
    briefings: int = 0
    found: tuple[Writing, ...] = ()
    behind: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One hit in its words: ``before`` and ``after`` end where its paragraph does. ``source`` is empty when unknown."""

    article: ArticleId
    mark: Span
    before: str
    words: str
    after: str
    source: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """Hits line by line, of the newest ``shown`` of all ``total`` articles that answer."""

    lines: tuple[Line, ...]
    shown: int
    total: int


class FacetKind(StrEnum):
    """By what the articles that answer are counted."""

    SOURCE = "source"
    DATE = "date"
    LANGUAGE = "language"
    TAG = "tag"
    EVENT = "event"
    PERSON = "person"
    WRITING = "writing"
    """Not articles: notes or briefings."""


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of the articles have a value in common; ``query`` narrows the search to them, ``words`` name it.

    ``perhaps`` of them may as well have another one: their date is an interval that reaches beyond it.
    """

    kind: FacetKind
    words: str
    query: str
    count: int
    perhaps: int = 0


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that the analyst has given a name. Times are UTC."""

    id: SearchId
    name: str
    query: str
    created_at: datetime
    changed_at: datetime
