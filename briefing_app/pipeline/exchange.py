"""Annotations to and from a file, for the window and the command line alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing_app.anchoring import Found, locate
from briefing_app.annotations import About, Merged, Shared, format_of, merge, read, shared
from briefing_app.annotations.shared import ORIGINAL
from briefing_app.export.writing import put_file
from briefing_app.library import Library
from briefing_app.model.annotation import Annotation
from briefing_app.model.edit import Edit, Together
from briefing_app.model.errors import AnnotationsRefused, ExportFailed, QueryMistake
from briefing_app.model.ids import ArticleId

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
    """How what came in joins what this library has; nothing is changed yet."""
    return merge(library.annotations(), library.codebook(), incoming, _placing(library), library.next_numbers())


def as_edit(plan: Merged) -> Edit | None:
    """What carries the plan out as one step of undo; None when there is nothing to do."""
    return Together(plan.edits) if plan.edits else None


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
