"""The comparison of articles: claims against sources, with relations, differences, omissions and origins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.model.dates import DateInterval
from briefing_app.model.findings import Attribution, Quotation
from briefing_app.model.ids import ArticleId, RulingId
from briefing_app.model.letters import Letter
from briefing_app.model.span import Span

COPY_FROM = 0.8
"""The share from which on an article counts as a copy in lists."""


@dataclass(frozen=True, slots=True)
class Place:
    """A span of one of the compared articles."""

    article: ArticleId
    span: Span


class ClaimStatus(StrEnum):
    """How the sources stand to a claim. Rows are sorted in this order."""

    CONFLICT = "conflict"
    PROGRESSION = "progression"
    ALL = "all"
    SOME = "some"
    ONLY = "only"


class Relation(StrEnum):
    """How a source's cell stands to the row's statement."""

    STATES = "states"
    ADDS_DETAIL = "adds_detail"
    WEAKER = "weaker"
    STRONGER = "stronger"
    CONTRADICTS = "contradicts"
    ABSENT = "absent"


class DifferenceKind(StrEnum):
    """What differs between two aligned spans."""

    CONTRADICTION = "contradiction"
    NUMBER = "number"
    DATE = "date"
    PROGRESSION = "progression"
    STAGE = "stage"
    NEGATION = "negation"
    HEDGE = "hedge"
    SCOPE = "scope"
    CONDITION = "condition"
    ATTRIBUTION = "attribution"
    WORDING = "wording"


CLASHES = frozenset(
    {DifferenceKind.CONTRADICTION, DifferenceKind.NUMBER, DifferenceKind.DATE, DifferenceKind.PROGRESSION, DifferenceKind.STAGE}
)
"""The kinds of difference that can make a row a conflict or a progression."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage nearest to a claim in an article of which no passage stands in the row, and its score (0 to 1).

    ``likely``: more likely than not it says the same, yet not surely enough to stand in one row with any of the row's.
    """

    span: Span
    score: float
    likely: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A remark on a cell: what kind, in a few words, on which words (None: the whole cell)."""

    kind: DifferenceKind
    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article has for a claim. ``spans`` are verbatim (empty when absent), ``key_spans`` the words that matter in them.

    ``chain`` runs from the origin to the nearest teller, the outlet itself left out.
    """

    article: ArticleId
    relation: Relation
    spans: tuple[Span, ...] = ()
    key_spans: tuple[Span, ...] = ()
    nearest: Nearest | None = None
    marks: tuple[Mark, ...] = ()
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A row: a proposition in the wording of its clearest source (``statement_from``), and one cell an article, in column order.

    ``why`` says in one line what the row's status rests on; ``rulings`` are those of the analyst that shaped or judge the row.
    """

    status: ClaimStatus
    statement: str
    statement_from: Place
    cells: tuple[Cell, ...]
    why: str = ""
    rulings: tuple[RulingId, ...] = ()

    def not_compared(self, languages: Mapping[ArticleId, str]) -> frozenset[ArticleId]:
        """The silent articles in whose language nobody tells the claim: nothing was compared with them, so that they leave nothing out.

        ``languages`` has the language of each article, empty where it is not known.
        """
        told = {languages.get(cell.article, "") for cell in self.cells if cell.spans}
        silent = {cell.article: languages.get(cell.article, "") for cell in self.cells if not cell.spans}
        return frozenset(article for article, language in silent.items() if language and not told & {"", language})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spans of different articles and how alike they are (0 to 1, the chance that an expert pairs them)."""

    a: Place
    b: Place
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two aligned spans, and why in one line."""

    kind: DifferenceKind
    a: Place
    b: Place
    why: str


@dataclass(frozen=True, slots=True)
class Omission:
    """A claim (by its index in ``Comparison.claims``) that most others carry and this article does not."""

    article: ArticleId
    claim: int
    why: str


@dataclass(frozen=True, slots=True)
class Label:
    """The names that each source gives to one thing."""

    thing: str
    names: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles of which the shorter stands in the longer by ``share`` (0 to 1) of its 4-word sequences."""

    a: ArticleId
    b: ArticleId
    share: float


class OriginKind(StrEnum):
    """What stands at the head of a sourcing chain. Sources that a medium does not name count as that medium."""

    MEDIUM = "medium"
    ON_RECORD = "on record"


@dataclass(frozen=True, slots=True)
class Origin:
    """Somebody at the head of sourcing chains, the articles that go back to them, and how many of the claims do."""

    name: str
    articles: tuple[ArticleId, ...]
    kind: OriginKind = OriginKind.ON_RECORD
    claims: int = 0


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something that happened, or was reported, and where the text says so."""

    date: DateInterval
    what: str
    place: Place


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation of one of the articles."""

    article: ArticleId
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution of one of the articles."""

    article: ArticleId
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Unweighed:
    """How many pairs of sentences that look alike were too many to be weighed, and how many look ``alike`` in all."""

    pairs: int
    alike: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything the analyses say about the compared articles. ``articles`` is the column order; every tuple is sorted.

    ``version`` names the analyses; ``digests`` are those of the articles in column order, ``ruled`` that of the analyst's rulings,
    ``registered`` that of the sources in the register: a stored comparison is stale when any of them differs. ``pending`` are rulings whose
    words are no longer found, or stand in no row any more. ``letters`` are what the articles go by, in column order, and what the
    reasons call them; empty where no two can be of one house. ``unweighed`` is what was left out of a comparison of very many sentences, so
    that what seems to be told by one article alone may stand in another too; None where nothing was.
    """

    version: str
    articles: tuple[ArticleId, ...]
    digests: tuple[str, ...]
    claims: tuple[Claim, ...] = ()
    pairs: tuple[Pair, ...] = ()
    candidates: tuple[Pair, ...] = ()
    differences: tuple[Difference, ...] = ()
    omissions: tuple[Omission, ...] = ()
    labels: tuple[Label, ...] = ()
    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    quotations: tuple[Said, ...] = ()
    attributions: tuple[Told, ...] = ()
    ruled: str = ""
    registered: str = ""
    pending: tuple[RulingId, ...] = ()
    letters: tuple[Letter, ...] = ()
    unweighed: Unweighed | None = None

    def letter_at(self, column: int) -> Letter:
        """What the article of a column goes by."""
        return self.letters[column] if self.letters else Letter(column)

    def letter_of(self, article: ArticleId) -> Letter:
        """What one of the compared articles goes by."""
        return self.letter_at(self.articles.index(article))

    def tellers(self) -> frozenset[str]:
        """Everybody by name to whom the articles give words."""
        told = (one.attribution for one in self.attributions)
        return frozenset(name for one in told for name in (one.source, *one.chain) if name)

    def chain_of(self, cell: Cell, span: Span) -> tuple[str, ...]:
        """Who tells one passage of a cell, from the origin to the nearest teller; empty when the outlet says it itself.

        A cell of one passage has its own chain, from which the analysis left out who only did something ("many towns rejected calls"). One
        of several can hold the words of several tellers: there the attribution that shares most with the passage counts.
        """
        if len(cell.spans) == 1:
            return cell.chain
        told = [one.attribution for one in self.attributions if one.article == cell.article]
        best = max(told, key=lambda one: one.span.overlap(span), default=None)
        if best is None or not best.span.overlap(span):
            return ()
        return best.chain or ((best.source,) if best.source else ())

    def tellings(self, cell: Cell) -> tuple[tuple[tuple[str, ...], tuple[Span, ...]], ...]:
        """The cell's passages in the order of the text, neighbours of one teller together: (chain, passages)."""
        found: list[tuple[tuple[str, ...], tuple[Span, ...]]] = []
        for span in sorted(cell.spans):
            chain = self.chain_of(cell, span)
            if found and found[-1][0] == chain:
                found[-1] = (chain, (*found[-1][1], span))
            else:
                found.append((chain, (span,)))
        return tuple(found)

    def perhaps(self, claim: Claim) -> tuple[Cell, ...]:
        """The silent cells of one of the claims whose nearest passage more likely than not says the same, without the omissions."""
        left_out = {one.article for one in self.omissions if self.claims[one.claim] is claim}
        return tuple(cell for cell in claim.cells if cell.nearest and cell.nearest.likely and cell.article not in left_out)

    def conflicts_of_articles(self) -> dict[ArticleId, int]:
        """In how many conflicts each article has something to say; articles in none are absent."""
        counts: dict[ArticleId, int] = {}
        for claim in self.claims:
            if claim.status is ClaimStatus.CONFLICT:
                for cell in claim.cells:
                    if cell.spans:
                        counts[cell.article] = counts.get(cell.article, 0) + 1
        return counts

    def copied_articles(self) -> dict[ArticleId, tuple[ArticleId, float]]:
        """Which article each copy repeats, and its share: of two alike by COPY_FROM, the later column. No copy is an original of others."""
        copies: dict[ArticleId, tuple[ArticleId, float]] = {}
        for copy in self.copies:
            first, second = sorted((copy.a, copy.b), key=self.articles.index)
            if copy.share >= COPY_FROM and second not in copies and first not in copies:
                copies[second] = (first, copy.share)
        return copies
