"""How much was found, in words."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication

from briefing_app.model.search import Facet, FacetKind
from briefing_app.ui.search.model import Found
from briefing_app.ui.words import digits

_LEFT_TO_RIGHT = "\u200e"


def how_much(found: Found) -> str:
    """Articles, else notes and briefings, else that there is nothing; and what cannot be found yet."""
    writings = found.writings
    words = [_articles(found)] if found.result.total else []
    if not words and writings.notes:
        words.append(_tr("%Ln note(s)", writings.notes))
    if not found.result.total and writings.briefings:
        words.append(_tr("%Ln briefing(s)", writings.briefings))
    if not words:
        words.append(_tr("Nothing found"))
    if found.result.behind:
        words.append(_tr("%Ln not indexed yet", found.result.behind))
    if writings.behind:
        words.append(_tr("%Ln note(s) not searchable yet", writings.behind))
    return " · ".join(words)


def _articles(found: Found) -> str:
    """How many articles answer; of a concordance, how many hits in how many of them it holds."""
    articles, every = _tr("%Ln article(s)", found.result.total), found.lines
    if every is None:
        return articles
    hits = _tr("%Ln hit(s)", len(every.lines))
    if every.shown < every.total:
        newest = _tr("%1 in the newest %2 of %3").replace("%2", digits(every.shown))
        return newest.replace("%1", hits).replace("%3", articles)
    return _tr("%1 in %2").replace("%1", hits).replace("%2", articles)


def from_left(sentence: str) -> str:
    """A sentence of the program that begins with a word of the analyst's, which must not turn it round when it runs from the right."""
    first = next((letter for letter in sentence if unicodedata.bidirectional(letter) in ("L", "R", "AL")), "")
    return f"{_LEFT_TO_RIGHT}{sentence}" if first and unicodedata.bidirectional(first) != "L" else sentence


def writing_facets(found: Found) -> tuple[Facet, ...]:
    """Notes and briefings beside the articles, as what narrows the search to them."""
    if not found.result.total:
        return ()
    counted = ((_tr("Notes"), "in:notes", found.writings.notes), (_tr("Briefings"), "in:briefings", found.writings.briefings))
    return tuple(Facet(FacetKind.WRITING, words, query, count) for words, query, count in counted if count)


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("search", words, "", count)
