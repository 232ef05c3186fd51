"""Titles of articles whose text speaks of something else, held against what the others say first."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

import numpy as np

from briefing_app.events.vectors import Field, Floats, Guest

WITNESS = 0.5
"""The share from which on an article may confirm another one's title: a title that its own text does not tell may be that of the site,
the same on all its pages.
"""


class Titles:
    """The titles of such articles by place (0, 1, 2 ... in the order of placing), beside the ``leads`` of all."""

    def __init__(self, leads: Field) -> None:
        self._leads = leads
        self._titles: dict[int, Guest] = {}
        self._all = leads.guest({})
        self._rows = np.zeros(0, dtype=np.intp)
        self._witness = array("b")

    def add(self, title: Mapping[str, float], told: float) -> None:
        """Take in the next article: its title if that stands apart from the text, else none, and what share of its title its text tells."""
        if title:
            one, before = self._leads.guest(title), self._all
            self._rows = np.concatenate([self._rows, np.full(len(title), len(self._titles))])
            self._all = Guest(np.concatenate([before.terms, one.terms]), np.concatenate([before.weights, one.weights]))
            self._titles[len(self._witness)] = one
        self._witness.append(not title and told >= WITNESS)

    def to(self, place: int) -> Floats:
        """For every placed article the cosine of one's title with the other's lead, where one is such an article and the other a witness;
        else 0.
        """
        found = np.zeros(len(self._witness), dtype=np.float32)
        if place in self._titles:
            found = self._leads.cosines_of(self._titles[place]) * np.frombuffer(self._witness, dtype=np.int8)
        elif self._titles and self._witness[place]:
            found[list(self._titles)] = self._leads.cosines_at(place, self._all, self._rows, len(self._titles))
        return found

    def among(self, places: Sequence[int]) -> Floats:
        """The same for these articles, as a square array in their order."""
        found = np.zeros((len(places), len(places)), dtype=np.float32)
        for index in (index for index, place in enumerate(places) if place in self._titles):
            found[index] = found[:, index] = self.to(places[index])[list(places)]
        return found
