"""Reading all notes for their pane, off the window's thread: what its first screens show at once, then everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.anchoring import Found, Located, locate_all
from briefing_app.library import ArticleRow
from briefing_app.model.annotation import Annotation
from briefing_app.model.article import text_digest
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.ui.annotations.entries import Notes, entries_of

if TYPE_CHECKING:
    from briefing_app.library import Library

FEW = 2_000
"""So many notes are read in less time than anybody notices."""
_FIRST = 300
"""Notes of the first screens."""

_WORST_FIRST = (Found.ORPHAN, Found.FUZZY, Found.MOVED, Found.EXACT)


def notes_of(library: Library) -> Notes:
    """Read every annotation with what names it; those on a text that has changed are looked for in the new one."""
    annotations = library.annotations()
    rows = _rows(library, sorted({note.article for note in annotations if note.article}))
    return _named(library, annotations, rows, library.restated())


def first_notes_of(library: Library) -> Notes:
    """The notes of the articles that stand first in the alphabet of headlines; ``behind`` counts the rest. All when they are few."""
    counts = library.annotated()
    total = sum(counts.values())
    if total <= FEW:
        return notes_of(library)
    rows = _rows(library, list(counts))
    chosen: list[ArticleId] = []
    enough = 0
    for number in sorted(rows, key=lambda one: (not rows[one].headline, rows[one].headline.casefold(), one)):
        if enough >= _FIRST:
            break
        chosen.append(number)
        enough += counts[number]
    annotations = library.annotations_on(chosen)
    first = _named(library, annotations, {number: rows[number] for number in chosen}, library.restated(chosen))
    return replace(first, behind=total - len(annotations))


def found_in_versions(library: Library, articles: Iterable[ArticleId]) -> Counter[Found]:
    """How the notes of these articles and of their older versions were found in the newest texts; those on the same text are left out."""
    counts: Counter[Found] = Counter()
    for number in {library.versions(article)[0] for article in articles}:
        versions = library.versions(number)
        counts.update(located.how for located in _located(library, library.annotations_on(versions), versions).values())
    return counts


def _rows(library: Library, articles: list[ArticleId]) -> dict[ArticleId, ArticleRow]:
    return {row.id: row for row in library.rows(articles, skip_missing=True)}


def _named(
    library: Library, annotations: tuple[Annotation, ...], rows: dict[ArticleId, ArticleRow], restated: Sequence[ArticleId]
) -> Notes:
    events = {line.id: line.title for line in library.event_lines(sorted({row.event for row in rows.values() if row.event}))}
    notes = Notes(annotations, library.codebook(), rows, events, _located(library, annotations, restated))
    return replace(notes, entries=entries_of(notes))


def _located(library: Library, annotations: Sequence[Annotation], restated: Sequence[ArticleId]) -> dict[AnnotationId, Located]:
    """How the words of annotations were found whose article has another text now; of several stretches the worst counts."""
    on: dict[ArticleId, list[Annotation]] = {number: [] for number in restated}
    for annotation in annotations:
        if annotation.article in on:
            on[annotation.article].append(annotation)
    found: dict[AnnotationId, Located] = {}
    for number, held in on.items():
        text = library.article(library.versions(number)[0]).text
        digest = text_digest(text)
        changed = [annotation for annotation in held if any(one.text_sha256 != digest for one in annotation.anchors)]
        answers = iter(locate_all([one for annotation in changed for one in annotation.anchors], text))
        for annotation in changed:
            located = [next(answers) for _ in annotation.anchors]
            found[annotation.id] = min(located, key=lambda one: (_WORST_FIRST.index(one.how), one.score))
    return found
