"""Puts together what the reader shows of one article: text, notes where they stand now, conflicts, quotations, hits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from briefing_app.anchoring import anchor, locate_all, whole_characters
from briefing_app.library import ArticleRow, Library
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.article import Article
from briefing_app.model.comparison import ClaimStatus, Comparison
from briefing_app.model.findings import Findings
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.reader.model import MarkKind, Reading, TextMark, order_marks

_CLOSE = 16
_MARKED = {ClaimStatus.CONFLICT: MarkKind.CONFLICT, ClaimStatus.PROGRESSION: MarkKind.PROGRESSION}


def reading_of(library: Library, row: ArticleRow, comparison: Comparison | None, hits: Sequence[Span]) -> Reading:
    """Read an article with all its marks; ``comparison`` is its event's. Raises NothingThere."""
    number = row.id
    article = library.article(number)
    versions = library.versions(number)
    newest, *older = versions
    left_behind = library.annotations_on(older) if number == newest else ()
    notes, orphans = _notes(article, (*library.annotations(number), *left_behind))
    marks = [*notes, *_from_comparison(number, comparison), *_quotations(library.findings(number))]
    marks += [TextMark(MarkKind.HIT, span, span.of(article.text)) for span in hits]
    return Reading(
        article,
        row.letter,
        order_marks(marks),
        orphans,
        starred=row.starred,
        read=row.read,
        tags=row.tags,
        trashed=row.trashed,
        version=(len(versions) - versions.index(number), len(versions)),
    )


def new_annotation(article: Article, span: Span, tint: Tint) -> Annotation:
    """An annotation on words of an article, not stored yet."""
    now = datetime.now(UTC)
    return Annotation(AnnotationId(0), article.id, anchor(article.text, whole_characters(article.text, span)), tint, "", now, now)


def _notes(article: Article, annotations: Sequence[Annotation]) -> tuple[list[TextMark], tuple[Annotation, ...]]:
    marks: list[TextMark] = []
    orphans: list[Annotation] = []
    stretches = [(annotation, stretch) for annotation in annotations for stretch in annotation.anchors]
    for (annotation, _), found in zip(stretches, locate_all([stretch for _, stretch in stretches], article.text), strict=True):
        if found.span is not None:
            marks.append(TextMark(MarkKind.NOTE, found.span, annotation.note, annotation.tint, annotation))
        elif annotation not in orphans:
            orphans.append(annotation)
    return marks, tuple(orphans)


def _from_comparison(number: ArticleId, comparison: Comparison | None) -> list[TextMark]:
    """The article's words in claims that conflict or move on: the key words, else the passages."""
    marks: list[TextMark] = []
    for index, claim in enumerate(comparison.claims if comparison else ()):
        kind = _MARKED.get(claim.status)
        for cell in claim.cells if kind else ():
            if cell.article == number and kind is not None:
                words = claim.why or QCoreApplication.translate("reader", "The sources differ here.")
                for at, passage in enumerate(sorted(cell.spans)):
                    keys = [key for key in cell.key_spans if passage.holds(key)]
                    marks += [TextMark(kind, span, words, claim=index, passage=at) for span in _joined(keys or [passage])]
    return marks


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Spans that stand close together as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start - found[-1].end <= _CLOSE:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _quotations(findings: Findings | None) -> list[TextMark]:
    unknown = QCoreApplication.translate("reader", "speaker unknown")
    return [TextMark(MarkKind.QUOTATION, q.span, q.speaker or unknown) for q in findings.quotations] if findings else []
