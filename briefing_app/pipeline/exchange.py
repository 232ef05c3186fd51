"""Annotations to and from a file, for the window and the command line alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefing_app.anchoring import Found, locate
from briefing_app.annotations import About, Choice, Conflict, Merged, Shared, conflicts_in, format_of, merge, read, settled, shared
from briefing_app.annotations.shared import ORIGINAL
from briefing_app.export import put_file
from briefing_app.library import Library
from briefing_app.model.annotation import Annotation
from briefing_app.model.case import Thing
from briefing_app.model.edit import Edit, PutAnnotation, RemoveAnnotation, Together
from briefing_app.model.errors import AnnotationsRefused, ExportFailed, QueryMistake
from briefing_app.model.ids import AnnotationId, ArticleId, Noun
from briefing_app.model.past import states_of

_WORD = re.compile(r"\w+")
_MOST_WORDS, _MOST_ARTICLES = 12, 8


def export_annotations(library: Library, path: Path, author: str, annotations: Sequence[Annotation] | None = None) -> int:
    """Write the annotations (None: all outside the trash) in the format of the path's suffix, signed by ``author``; how many.

    Raises AnnotationsRefused for an unknown suffix, ExportFailed.
    """
    row = format_of(path.name)
    assert row.write is not None
    chosen = library.annotations() if annotations is None else annotations
    data = row.write(shared(chosen, library.codebook(), _telling(library), author))
    try:
        put_file(path, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportFailed(f"{path} could not be written: {reason}.", "Choose another place, or make room on the disk.") from error
    return len(chosen)


def read_annotations(path: Path) -> tuple[Shared, ...]:
    """The annotations in a file. Raises AnnotationsRefused with the reason."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AnnotationsRefused(f"{path} cannot be read: {error.strerror or error}.", "Name a file that is there.") from error
    return read(data)


def merged(library: Library, incoming: Sequence[Shared]) -> Merged:
    """How what came in joins what this library has, in the trash too; nothing is changed yet."""
    return merge(
        library.annotations(trashed=True), library.codebook(), incoming, _placing(library), library.next_numbers(), _states(library)
    )


def unsettled(library: Library) -> tuple[Conflict, ...]:
    """The versions of other analysts that stand beside those of this library, and wait for a choice."""
    return conflicts_in(library.annotations(), _states(library))


def settling(library: Library, choices: Mapping[AnnotationId, Choice]) -> Edit:
    """What carries the choices out as one step of undo, by the number of their version; what is not there any more is left out."""
    waiting = {conflict.theirs.id: conflict for conflict in unsettled(library)}
    return Together(tuple(edit for number, choice in choices.items() if number in waiting for edit in settled(waiting[number], choice)))


def as_edit(plan: Merged, choice: Choice | None = None) -> Edit | None:
    """What carries the plan out as one step of undo, and the same choice for every conflict when there is one; None for nothing to do."""
    return Together(plan.edits if choice is None else _chosen(plan, choice)) if plan.edits else None


def _chosen(plan: Merged, choice: Choice) -> tuple[Edit, ...]:
    """The plan's edits with every conflict settled before it comes in."""
    theirs = {edit.annotation.id: edit.annotation for edit in plan.edits if isinstance(edit, PutAnnotation)}
    waiting = {conflict.theirs.id: replace(conflict, theirs=theirs[conflict.theirs.id]) for conflict in plan.conflicts}
    others = [edit for edit in plan.edits if not (isinstance(edit, PutAnnotation) and edit.annotation.id in waiting)]
    chosen = [edit for conflict in waiting.values() for edit in settled(conflict, choice) if not isinstance(edit, RemoveAnnotation)]
    return (*others, *chosen)


def _states(library: Library) -> Callable[[AnnotationId], Sequence[Annotation]]:
    return lambda number: states_of(library.past(Thing(Noun.ANNOTATION, number)), number)


def _telling(library: Library) -> Callable[[ArticleId], About]:
    known: dict[ArticleId, About] = {}

    def about(number: ArticleId) -> About:
        if number not in known:
            article = library.article(number)
            document, digest = article.document, article.custody.original_sha256
            address = document.canonical_url or document.url or f"{ORIGINAL}{digest}"
            known[number] = About(address, digest, document.title.value or "")
        return known[number]

    return about


def _placing(library: Library) -> Callable[[Shared], ArticleId | None]:
    """The article of this library that an annotation belongs to: of the same original, else the one that has its very words."""

    def place(item: Shared) -> ArticleId | None:
        about = item.about
        if about is None:
            return None
        digest = about.original or (about.iri.removeprefix(ORIGINAL) if about.iri.startswith(ORIGINAL) else "")
        if digest and (found := library.article_of_original(digest)) is not None:
            return found
        return _by_words(library, item)

    return place


def _by_words(library: Library, item: Shared) -> ArticleId | None:
    anchor = item.annotation.anchor
    words = _WORD.findall(anchor.quote if anchor else "")[:_MOST_WORDS]
    if anchor is None or not words:
        return None
    try:
        hits = library.search(f'"{" ".join(words)}"', limit=_MOST_ARTICLES).hits
    except QueryMistake:
        return None
    found = {hit.article: locate(anchor, library.article(hit.article).text).how for hit in hits}
    word_for_word = [article for article, how in found.items() if how in (Found.EXACT, Found.MOVED)]
    likely = word_for_word or [article for article, how in found.items() if how is Found.FUZZY]
    return likely[0] if len(likely) == 1 else None
