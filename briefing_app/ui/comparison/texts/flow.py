"""Cuts each text into passages that stand in a row of several sources, and folds of everything between them. Without Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.model.comparison import ClaimStatus, Comparison, Relation
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span

_FIRST = (ClaimStatus.CONFLICT, ClaimStatus.PROGRESSION)
_LEAD, _EACH = 0.75, 0.05
_MARK = re.compile(r"[^\w\s“‘«„(\[]+\s*")
"""Punctuation that closes, with what is blank behind it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that others answer: ``span`` is what is shown, ``core`` what belongs to the rows ``claims`` (indices, chief one first)."""

    span: Span
    core: tuple[Span, ...]
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Sentences that stand in no row of several sources; ``only`` of them are rows of this source alone."""

    sentences: tuple[Span, ...]
    only: int = 0

    @property
    def span(self) -> Span:
        """From the first sentence to the last."""
        return Span(self.sentences[0].start, self.sentences[-1].end)


@dataclass(frozen=True, slots=True)
class Silence:
    """The place of a row in a column that says nothing of it."""

    claim: int


Item = Passage | Fold | Silence
Column = tuple[Item, ...]


def shared_claims(comparison: Comparison) -> tuple[int, ...]:
    """The rows that at least two sources carry."""
    return tuple(index for index, claim in enumerate(comparison.claims) if sum(bool(cell.spans) for cell in claim.cells) > 1)


def column_of(comparison: Comparison, article: ArticleId, text: str, sentences: Sequence[Span]) -> Column:
    """One text, cut: every sentence once, in its order.

    Words of a sentence before, between and after its rows stay with the row beside them, so that a passage reads as it is written.
    Between two rows, what follows the last punctuation mark leads over to the next ("but", "although").
    """
    spans: dict[Span, list[int]] = {}
    for index in shared_claims(comparison):
        for cell in comparison.claims[index].cells:
            for span in cell.spans if cell.article == article else ():
                spans.setdefault(span, []).append(index)
    alone = _alone(comparison, article)
    found: list[Item] = []
    loose: list[Span] = []
    for sentence in sentences:
        passages = _passages(text, sentence, spans)
        if not passages:
            loose.append(sentence)
            continue
        found += _folded(loose, alone)
        loose = []
        found += passages
    return tuple(_joined([*found, *_folded(loose, alone)]))


def _passages(text: str, sentence: Span, spans: dict[Span, list[int]]) -> list[Item]:
    """The sentence from its start to its end in passages; none when it stands in no row."""
    groups: list[tuple[int, list[Span], dict[int, None]]] = []
    for span in sorted(spans):
        if not span.overlap(sentence):
            continue
        core = Span(max(span.start, sentence.start), min(span.end, sentence.end))
        if groups and core.start < groups[-1][0]:
            end, cores, claims = groups[-1]
            groups[-1] = (max(end, core.end), [*cores, core], {**claims, **dict.fromkeys(spans[span])})
        else:
            groups.append((core.end, [core], dict.fromkeys(spans[span])))
    seams = [_seam(text, before[0], min(after[1]).start) for before, after in pairwise(groups)]
    starts = [sentence.start, *seams, sentence.end]
    return [
        Passage(Span(starts[at], starts[at + 1]), tuple(sorted(set(cores))), tuple(sorted(claims)))
        for at, (_, cores, claims) in enumerate(groups)
    ]


def _seam(text: str, end: int, start: int) -> int:
    """Where the next passage begins in what stands between two: behind the last punctuation mark and the white space after it."""
    marks = list(_MARK.finditer(text, end, start))
    return marks[-1].end() if marks else end + len(text[end:start]) - len(text[end:start].lstrip())


def _joined(items: Iterable[Item]) -> list[Item]:
    """Neighbours of the same rows as one passage: a row may hold several sentences that follow each other."""
    found: list[Item] = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, Passage) and isinstance(last, Passage) and item.claims == last.claims:
            found[-1] = Passage(Span(last.span.start, item.span.end), (*last.core, *item.core), last.claims)
        else:
            found.append(item)
    return found


def _folded(sentences: Sequence[Span], alone: Sequence[Span]) -> list[Item]:
    if not sentences:
        return []
    return [Fold(tuple(sentences), sum(any(span.overlap(sentence) for span in alone) for sentence in sentences))]


def _alone(comparison: Comparison, article: ArticleId) -> list[Span]:
    """The passages of rows that this article alone carries."""
    return [
        span
        for claim in comparison.claims
        if claim.status is ClaimStatus.ONLY
        for cell in claim.cells
        if cell.article == article and cell.relation is not Relation.ABSENT
        for span in cell.spans
    ]


def silent_places(comparison: Comparison, columns: Sequence[Column]) -> tuple[tuple[int, int], ...]:
    """(row, column) where silence is drawn: between two sources that carry a row, and wherever it counts as an omission."""
    places = {article: place for place, article in enumerate(comparison.articles)}
    left_out = {(omission.claim, places[omission.article]) for omission in comparison.omissions}
    found: list[tuple[int, int]] = []
    for claim in shared_claims(comparison):
        carrying = [at for at, items in enumerate(columns) if any(isinstance(item, Passage) and claim in item.claims for item in items)]
        for at in range(len(columns)) if carrying else ():
            if at not in carrying and (carrying[0] < at < carrying[-1] or (claim, at) in left_out):
                found.append((claim, at))
    return tuple(found)


def weights_of(comparison: Comparison, columns: Sequence[Column], pinned: int | None = None) -> tuple[int, ...]:
    """The shared rows in the order in which they are brought to one height.

    The ``pinned`` row first; then rows that cross few others, with a lead for conflicts and progressions and for many sources.
    """
    where: dict[int, list[tuple[int, int]]] = {}
    for column, items in enumerate(columns):
        for place, item in enumerate(items):
            for claim in item.claims if isinstance(item, Passage) else ():
                if not where.get(claim) or where[claim][-1][0] != column:
                    where.setdefault(claim, []).append((column, place))
    steps: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
    for claim, slots in where.items():
        for (a, here), (b, there) in pairwise(slots):
            steps.setdefault((a, b), []).append((here, there, claim))
    lead: dict[int, float] = {}
    for claim, slots in where.items():
        with_it = against = 0
        for (a, here), (b, there) in pairwise(slots):
            for x, y, other in steps[a, b]:
                turned = (x - here) * (y - there)
                with_it += turned > 0 and other != claim
                against += turned < 0
        straight = (with_it - against) / max(1, with_it + against)
        lead[claim] = straight + _LEAD * (comparison.claims[claim].status in _FIRST) + _EACH * len(slots)
    return tuple(sorted(where, key=lambda claim: (claim != pinned, -lead[claim], claim)))
