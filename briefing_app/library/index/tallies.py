"""Hides how often something stands in each document as far as postings tell, so that places are compared only where they decide."""

from __future__ import annotations

import numpy as np

from briefing_app.library.index.arrays import Array
from briefing_app.library.index.expansion import FORMS, Expansion, is_stemmed, terms_for
from briefing_app.library.index.opened import Opened
from briefing_app.library.index.spans import PLACES
from briefing_app.library.index.tree import AtLeast, Node, Not, Or, Phrase, Single, parts_of


class Tallies:
    """Counts in one opened index what the words of one query stand for."""

    def __init__(self, opened: Opened, expansion: Expansion) -> None:
        self._opened, self._expansion = opened, expansion

    def of(self, part: Single, name: str) -> Array:
        """How often a word stands in an index field of each document."""
        times = np.zeros(self._opened.count, np.int64)
        if name not in PLACES[part.field]:
            return times
        for segment, field in self._opened.fields(name if is_stemmed(part) else name + FORMS):
            here = times[segment.base : segment.base + segment.count]
            for first, last in self._expansion.ranges(part, field.lexicon).tolist():
                start, end = field.bounds(first, last)
                here += np.bincount(field.documents[start:end], field.frequencies[start:end], segment.count).astype(np.int64)
        return times

    def least(self, node: Node, name: str) -> Array:
        """How often something stands there at least: as often as the most frequent of its plain words."""
        if isinstance(node, Single):
            return self.of(node, name) if is_stemmed(node) else np.zeros(self._opened.count, np.int64)
        found = [self.least(part, name) for part in parts_of(node)] if isinstance(node, Or) else []
        return np.maximum.reduce(found) if found else np.zeros(self._opened.count, np.int64)

    def most(self, node: Node, name: str) -> Array:
        """How often something stands there at most: as often as all its parts together."""
        match node:
            case Not():
                found = []
            case Phrase():
                found = [self._rarest(node, name)]
            case _ if isinstance(node, Single):
                found = [self.of(node, name)]
            case AtLeast(_, part):
                found = [self.most(part, name)]
            case _:
                found = [self.most(part, name) for part in parts_of(node)]
        return np.add.reduce(found) if found else np.zeros(self._opened.count, np.int64)

    def _rarest(self, node: Phrase, name: str) -> Array:
        """How often the word of a phrase stands there that fewest documents hold."""
        times = np.zeros(self._opened.count, np.int64)
        if name not in PLACES[node.field]:
            return times
        by_form = [terms_for(form, self._expansion.languages) for form in dict.fromkeys(node.forms)]
        for term in min(by_form, key=lambda terms: sum(self._opened.document_count(name, term) for term in terms)):
            held = self._opened.postings(name, term)
            times[held.documents] += held.frequencies
        return times


def is_told(node: Node) -> bool:
    """Whether postings alone tell if something stands in a document: a word, or any of several."""
    return isinstance(node, Single) or (isinstance(node, Or) and all(map(is_told, node.parts)))
