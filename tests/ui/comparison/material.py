"""Comparisons made for tests: articles of numbered sentences, and rows that say which sentence answers which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing_app.model.article import Article
from briefing_app.model.comparison import (
    Cell,
    Claim,
    ClaimStatus,
    Comparison,
    Difference,
    DifferenceKind,
    Omission,
    Place,
    Relation,
)
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.comparison.matrix.pane import MatrixPane
from briefing_app.ui.comparison.passages import ClaimRow, Compared
from tests.factories import article

SENTENCES = {
    "en": "Sentence {n} of source {s} says that the harbour of Lindow opens again on day {n}.",
    "ar": "الجملة {n} من المصدر {s} تقول إن ميناء ليندو يعود إلى العمل.",
    "ja": "情報源{s}の第{n}文は、リンドウ港が{n}日に再開すると伝えている。",
    "long": "Source {s} reports the Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft number {n}.",
}
"""How sentence ``n`` of source ``s`` reads, by language."""

Row = Mapping[int, Sequence[int]]
"""For a column (0 is A) the numbers of the sentences that carry the row."""


def text_of(column: int, sentences: int, language: str = "en") -> Article:
    """An article of numbered sentences, one paragraph each."""
    words = [SENTENCES[language].format(n=n, s=chr(ord("A") + column)) for n in range(sentences)]
    return article(column + 1, None, *words, source=f"Source {column + 1}", language=language[:2])


def sentence(one: Article, number: int) -> Span:
    """Where a numbered sentence stands."""
    return one.document.told()[number].span


def compared_of(sizes: Sequence[int], rows: Sequence[Row], *, conflicts: int = 0, languages: Sequence[str] = ()) -> Compared:
    """Articles of so many sentences each; the first ``conflicts`` rows are conflicts between their first two sources.

    A sentence that stands in no row makes a row of its own.
    """
    articles = [text_of(column, size, languages[column] if languages else "en") for column, size in enumerate(sizes)]
    claims = [_claim(articles, row, conflict=at < conflicts) for at, row in enumerate(rows)]
    taken = {(column, number) for row in rows for column, numbers in row.items() for number in numbers}
    lone = [(column, number) for column, size in enumerate(sizes) for number in range(size) if (column, number) not in taken]
    claims += [_claim(articles, {column: [number]}) for column, number in lone]
    omissions = tuple(
        Omission(one.id, at, "most others carry it")
        for at, row in enumerate(rows)
        for column, one in enumerate(articles)
        if column not in row and len(row) > len(sizes) / 2
    )
    comparison = Comparison(
        "test",
        tuple(one.id for one in articles),
        tuple(one.document.text_sha256 for one in articles),
        tuple(claims),
        differences=tuple(found for row in rows[:conflicts] for found in _clash(articles, row)),
        omissions=omissions,
    )
    sentences = tuple(tuple(zone.span for zone in one.document.told()) for one in articles)
    return Compared(comparison, tuple(articles), None, sentences)


def _claim(articles: Sequence[Article], row: Row, *, conflict: bool = False) -> Claim:
    first = min(row)
    status = ClaimStatus.CONFLICT if conflict else ClaimStatus.ONLY if len(row) == 1 else ClaimStatus.SOME
    if len(row) == len(articles) > 1 and not conflict:
        status = ClaimStatus.ALL
    cells = tuple(_cell(one, row.get(column, ()), conflict=conflict and column != first) for column, one in enumerate(articles))
    stated = sentence(articles[first], row[first][0])
    return Claim(status, stated.of(articles[first].text), Place(articles[first].id, stated), cells, "made for a test")


def _cell(one: Article, numbers: Sequence[int], *, conflict: bool) -> Cell:
    if not numbers:
        return Cell(one.id, Relation.ABSENT)
    spans = tuple(sentence(one, number) for number in sorted(numbers))
    keys = tuple(Span(span.start, min(span.end, span.start + 8)) for span in spans)
    return Cell(one.id, Relation.CONTRADICTS if conflict else Relation.STATES, spans, keys)


def _clash(articles: Sequence[Article], row: Row) -> list[Difference]:
    a, b = sorted(row)[:2]
    places = [Place(ArticleId(articles[column].id), sentence(articles[column], row[column][0])) for column in (a, b)]
    return [Difference(DifferenceKind.CONTRADICTION, places[0], places[1], "“not” against a plain statement of the same")]


def row_here(matrix: MatrixPane) -> ClaimRow | None:
    """The chosen row of the matrix; None on the line above a group."""
    row = matrix._model.row_at(matrix.table.currentIndex().row())
    return row if isinstance(row, ClaimRow) else None
