"""Hides how the places of words in the index become places in the text of an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from briefing_app.library.index.arrays import Array, counts_of, spread, starts_of
from briefing_app.library.index.codec import BOUNDARY
from briefing_app.library.index.expansion import Expansion, is_stemmed, terms_for
from briefing_app.library.index.opened import Opened
from briefing_app.library.index.passages import Marks
from briefing_app.library.index.spans import PLACES, Finder, Spans
from briefing_app.library.index.terms import is_character
from briefing_app.library.index.tree import Alike, And, Field, Filter, Node, Not, Or, Phrase, Placed, Prefix, Word, parts_of
from briefing_app.library.patience import Patience


class Locator:
    """Finds the marks of a query in some articles."""

    def __init__(self, opened: Opened, languages: Sequence[str], articles: Iterable[int], patience: Patience) -> None:
        self._opened = opened
        self._documents = np.sort(opened.documents_of(articles))
        among = np.zeros(opened.count, bool)
        among[self._documents] = True
        self._expansion = Expansion(languages, patience)
        self._finder = Finder(opened, self._expansion, among)

    def marks(self, node: Node) -> dict[int, Marks]:
        """By article number, where something stands that was asked for."""
        parts = _shown(node)
        placed, of_part = [np.zeros((5, 0), np.int64)], [np.zeros(0, np.int64)]
        words = {term for part in parts for form in _forms(part) for term in terms_for(form, self._expansion.languages)}
        for name in dict.fromkeys(name for part in parts for name in _places(part)):
            self._finder.look_up(name, (BOUNDARY, *words))
            begins = _Beginnings(self._opened, name, self._documents, self._finder.term(name, BOUNDARY))
            for number, part in enumerate(parts):
                placed.append(begins.of(self._finder.find(part, name)))
                of_part.append(np.full(placed[-1].shape[1], number))
        return self._by_article(np.concatenate(placed, axis=1), np.concatenate(of_part), [_character(part) for part in parts])

    def _by_article(self, placed: Array, of_part: Array, characters: Sequence[str]) -> dict[int, Marks]:
        """The marks of each article in the order of its text; ``placed`` are the columns of ``_Beginnings.of``."""
        inside = placed[1] < placed[2]  # else a value that stands nowhere in the text
        placed, of_part = placed[:, inside], of_part[inside]
        document, opening, _, start, last = placed
        order = np.lexsort((of_part, last, start, opening, document))
        document, opening, closing, start, last = placed[:, order]
        firsts = np.flatnonzero(np.diff(document, prepend=-1))
        numbers = self._opened.numbers[document[firsts]].tolist()
        bounds = [*firsts.tolist(), len(document)]
        starts, lasts, openings, closings, parts = (column.tolist() for column in (start, last, opening, closing, of_part[order]))
        return {
            number: Marks(starts[a:b], lasts[a:b], openings[a:b], closings[a:b], parts[a:b], characters)
            for number, (a, b) in zip(numbers, pairwise(bounds), strict=True)
        }


class _Beginnings:
    """Where the words of one field begin in the texts of some documents."""

    def __init__(self, opened: Opened, name: str, documents: Array, boundaries: Spans) -> None:
        self._documents, self._boundaries = documents, boundaries
        spaces, steps = np.zeros(len(documents), np.int64), [np.zeros(0, np.int64)]
        for segment, field in opened.fields(name):
            if field.spaces is None or field.starts is None:
                continue
            first, last = np.searchsorted(documents, [segment.base, segment.base + segment.count])
            here = documents[first:last] - segment.base
            spaces[first:last] = counts_of(field.spaces)[here]
            steps.append(field.starts[spread(field.spaces[here], spaces[first:last])].astype(np.int64))
        self._offsets = starts_of(spaces)
        walked = starts_of(np.concatenate(steps))
        self._starts = walked[1:] - np.repeat(walked[self._offsets[:-1]], spaces)

    def of(self, spans: Spans) -> Array:
        """Rows: document, first and last code point of the paragraph, beginning of the first and of the last word. Columns: stretches."""
        after = np.searchsorted(self._boundaries.keys, spans.keys)
        if not len(after):
            return np.zeros((5, 0), np.int64)
        documents = spans.documents
        base = self._offsets[np.searchsorted(self._documents, documents)]
        opening, closing = (self._starts[base + self._boundaries.places[after + step]] for step in (-1, 0))
        start = self._starts[base + spans.places]
        last = self._starts[base + spans.places + spans.lengths - 1]
        return np.stack((documents, opening, closing, start, last))


def _shown(node: Node) -> list[Node]:
    """What must stand in a text to be shown: nothing below a NOT."""
    match node:
        case And(parts) | Or(parts) | Alike(_, parts):
            return [shown for part in parts for shown in _shown(part)]
        case Not():
            return []
    return [] if isinstance(node, Filter) else [node]


def _places(node: Node) -> list[str]:
    """The index's fields whose words stand in the text."""
    if isinstance(node, Placed):
        return [] if node.field is Field.SOURCE else list(PLACES[node.field])
    return [name for part in parts_of(node) for name in _places(part)]


def _forms(node: Node) -> Sequence[str]:
    """The plain words of a node."""
    if isinstance(node, Phrase):
        return node.forms
    if isinstance(node, Word):
        return (node.form,) if is_stemmed(node) else ()
    return [form for part in parts_of(node) for form in _forms(part)]


def _character(node: Node) -> str:
    return node.form if isinstance(node, Word | Prefix) and is_character(node.form) else ""
