"""The provenance check: which sentence rests on a source, which is the analyst's assessment, and what else a reader should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.briefing import concerns
from briefing_app.briefing.claims import chosen_claims
from briefing_app.briefing.concerns import Concern, Doubt
from briefing_app.briefing.material import Material
from briefing_app.briefing.passages import Taken, excerpts
from briefing_app.briefing.references import Meant, meaning
from briefing_app.briefing.sentences import TypedSentence, broken_citations, typed_sentences
from briefing_app.model.briefing import (
    Briefing,
    BriefingBlock,
    ComparisonBlock,
    ExcerptBlock,
    JudgementBlock,
    QuotationBlock,
    SummaryBlock,
    TextBlock,
)
from briefing_app.model.comparison import Claim, Place
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span


class Standing(StrEnum):
    """What a sentence of the analyst rests on."""

    SOURCED = "sourced"
    ASSESSMENT = "assessment"
    UNSOURCED = "unsourced"


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence of the block at that index, by its span in what was typed, and how it stands."""

    block: int
    span: Span
    standing: Standing


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about a place of the briefing: ``words`` are those it is about, ``why`` says it in one line.

    ``span`` lies in the typed text of the block, None in blocks that the program writes.
    """

    concern: Concern
    block: int
    span: Span | None
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """All of it. ``verbatim`` counts the statements of the blocks that the program writes, each of which has its footnote."""

    sentences: tuple[Judged, ...]
    remarks: tuple[Remark, ...]
    verbatim: int

    def count(self, standing: Standing) -> int:
        """How many statements stand so."""
        own = sum(sentence.standing is standing for sentence in self.sentences)
        return own + (self.verbatim if standing is Standing.SOURCED else 0)


def check(briefing: Briefing, material: Material) -> Provenance:
    """Judge every sentence and collect the remarks, the gravest kinds first, in the order of the blocks."""
    checking = _Checking(briefing, material)
    for at, block in enumerate(briefing.blocks):
        checking.take(at, block)
    remarks = sorted(checking.closed(), key=lambda remark: (list(Concern).index(remark.concern), remark.block))
    return Provenance(tuple(checking.sentences), tuple(remarks), checking.verbatim)


class _Checking:
    """Goes through the blocks of one briefing."""

    def __init__(self, briefing: Briefing, material: Material) -> None:
        self._briefing = briefing
        self._material = material
        self._quoted: Counter[ArticleId] = Counter()
        self._places: dict[ArticleId, int] = {}
        self._told_claims: set[int] = set()
        self._remarks: list[Remark] = []
        self.sentences: list[Judged] = []
        self.verbatim = 0

    def take(self, at: int, block: BriefingBlock) -> None:
        """Judge one block."""
        match block:
            case TextBlock() | JudgementBlock():
                judged = isinstance(block, JudgementBlock)
                for sentence in typed_sentences(block.markdown, by_line=judged):
                    self._sentence(at, sentence, judged=judged)
                self._broken(at, block.markdown)
            case SummaryBlock():
                self._claims(at, self._all_claims(None))
            case ComparisonBlock():
                self._claims(at, self._all_claims(block.statements))
            case ExcerptBlock():
                for taken in excerpts(block, self._material):
                    self._excerpt(at, taken)
            case QuotationBlock() if self._material.comparison is not None:
                self.verbatim += len(self._material.comparison.quotations)

    def closed(self) -> Iterator[Remark]:
        """All remarks, with those that only the whole briefing shows."""
        yield from self._remarks
        if not self._material.articles:
            yield Remark(Concern.GONE, 0, None, self._briefing.title, "The event of this briefing has no article in the library any more.")
        articles = dict.fromkeys([*self._places, *(article.id for article in self._material.articles)])
        for number in articles:
            article = self._material.article(number)
            if article is None:
                continue
            at = self._places.get(number, 0)
            name = article.document.headline(80)
            if article.document.date.value is None:
                yield Remark(Concern.DATE_UNKNOWN, at, None, name, "It is not known when this was published.")
            limit = self._briefing.quoted_words
            if limit and self._quoted[number] > limit:
                why = f"{self._quoted[number]:,} words of it are quoted; the limit is {limit:,}."
                yield Remark(Concern.TOO_LONG, at, None, name, why)

    def _sentence(self, at: int, sentence: TypedSentence, *, judged: bool) -> None:
        meant = [(one, meaning(one, self._material)) for one in sentence.references if one.noun is not None]
        known = [one for _, one in meant if one.article is not None and one.stood]
        if judged or any(reference.noun is None for reference in sentence.references):
            standing = Standing.ASSESSMENT
        else:
            standing = Standing.SOURCED if known else Standing.UNSOURCED
        self.sentences.append(Judged(at, sentence.span, standing))
        doubts = list(concerns.of_references(meant))
        if standing is Standing.UNSOURCED and not meant:
            doubts.append(Doubt(Concern.UNSOURCED, "No source is cited, and it is not marked as an assessment."))
        doubts += concerns.of_support(known, self._material)
        for one in known:
            self._count(at, one)
        self._remarks += [Remark(doubt.concern, at, sentence.span, sentence.words, doubt.why) for doubt in doubts]

    def _broken(self, at: int, markdown: str) -> None:
        for span in broken_citations(markdown):
            words = span.of(markdown)
            self._remarks.append(Remark(Concern.UNREADABLE, at, span, words, 'It is no citation; write [@a1] or [@a1 "exact words"].'))

    def _count(self, at: int, meant: Meant) -> None:
        assert meant.article is not None
        self._places.setdefault(meant.article.id, at)
        self._quoted[meant.article.id] += concerns.length(meant.quote)

    def _excerpt(self, at: int, taken: Taken) -> None:
        place = Place(taken.article.id, taken.span) if taken.span else None
        meant = Meant(taken.article, place, taken.quote)
        self.verbatim += 1
        self._count(at, meant)
        doubts = [*concerns.of_words(meant), *concerns.of_support([meant], self._material)]
        words = " ".join(meant.quote.split())
        told = [doubt for doubt in doubts if doubt.concern is not Concern.SINGLE_ORIGIN]  # an excerpt is of one source, and says so
        self._remarks += [Remark(doubt.concern, at, None, words, doubt.why) for doubt in told]

    def _claims(self, at: int, claims: list[Claim]) -> None:
        self.verbatim += len(claims)
        comparison = self._material.comparison
        for claim in claims:
            if comparison is None or id(claim) in self._told_claims:
                continue
            self._told_claims.add(id(claim))
            for doubt in concerns.of_claim(claim, comparison, self._material):
                self._remarks.append(Remark(doubt.concern, at, None, " ".join(claim.statement.split()), doubt.why))

    def _all_claims(self, statements: tuple[str, ...] | None) -> list[Claim]:
        return chosen_claims(self._material.comparison, statements) if self._material.comparison else []
