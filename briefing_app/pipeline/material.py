"""What a briefing is made from, read out of a library: its event's articles, and those of other events that its text cites."""

from __future__ import annotations

from briefing_app.briefing import Material, cited_in
from briefing_app.library import Library
from briefing_app.model.annotation import Annotation
from briefing_app.model.article import Article
from briefing_app.model.briefing import Briefing
from briefing_app.model.comparison import Comparison
from briefing_app.model.errors import NothingThere
from briefing_app.model.findings import Findings
from briefing_app.model.ids import ArticleId


def event_articles(library: Library, briefing: Briefing) -> tuple[ArticleId, ...]:
    """The articles of the briefing's event; none when the event is gone with its articles."""
    try:
        return library.event(briefing.event).group.articles
    except NothingThere:
        return ()


def material_of(library: Library, briefing: Briefing, findings: tuple[Findings, ...], comparison: Comparison | None) -> Material:
    """The briefing's material. ``findings`` run parallel to the event's articles or are empty."""
    ids = event_articles(library, briefing)
    others, notes = _cited_beyond(library, briefing, ids)
    marked = tuple(note for number in ids for note in library.annotations(number))
    return Material(
        articles=library.articles(ids),
        findings=findings,
        comparison=comparison,
        annotations=(*marked, *notes),
        cited=others,
        sources=library.sources(),
        earlier=_earlier(library, briefing, {*ids, *(article.id for article in others)}),
    )


def stored_material(library: Library, briefing: Briefing) -> Material:
    """The same with the findings and the comparison that are stored already, for a first look."""
    ids = event_articles(library, briefing)
    found = tuple(one for number in ids if (one := library.findings(number)) is not None)
    comparison = library.comparison(briefing.event) if ids else None
    return material_of(library, briefing, found if len(found) == len(ids) else (), comparison)


def _earlier(library: Library, briefing: Briefing, held: set[ArticleId]) -> tuple[tuple[ArticleId, str], ...]:
    """The other texts of the articles that the text cites by their words: of their versions, and before corrections."""
    articles, _notes = cited_in(briefing)
    found = []
    for number in sorted(articles & held):
        others = [one for one in library.versions(number) if one != number]
        texts = [library.as_found(number).text, *(article.text for article in library.articles(others))]
        found += [(number, text) for text in texts]
    return tuple(found)


def _cited_beyond(library: Library, briefing: Briefing, ids: tuple[ArticleId, ...]) -> tuple[tuple[Article, ...], tuple[Annotation, ...]]:
    """The articles of other events that the text cites, as far as they are outside the trash, and the annotations on them that it cites."""
    articles, annotations = cited_in(briefing)
    notes = tuple(note for note in library.annotations() if note.id in annotations and note.article not in ids) if annotations else ()
    wanted = dict.fromkeys([*articles, *(note.article for note in notes)])
    beyond = [number for number in wanted if number not in ids]
    held = {row.id for row in library.rows(beyond, skip_missing=True) if not row.trashed} if beyond else set()
    return library.articles([number for number in beyond if number in held]), notes
