"""Hides where in the fields the parts of a query stand: phrases, and what stands near or in one paragraph with something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from briefing_app.library.index.arrays import Array, distinct, spread
from briefing_app.library.index.codec import BOUNDARY
from briefing_app.library.index.expansion import FORMS, Expansion, Ranges, is_stemmed
from briefing_app.library.index.opened import Opened, OpenedSegment, SegmentField
from briefing_app.library.index.terms import term_of
from briefing_app.library.index.tree import Alike, And, AtLeast, Field, Near, Node, Not, Or, Phrase, Placed, Same, Single, Word

PLACES: Final = {
    Field.STORY: ("title", "body"),
    Field.TITLE: ("title",),
    Field.BODY: ("body",),
    Field.SOURCE: ("source",),
    Field.BY: ("by",),
    Field.AGENCY: ("agency",),
    Field.COMMENTS: ("comments",),
    Field.BOILERPLATE: ("furniture",),
    Field.ANYWHERE: ("title", "body", "comments", "furniture", "rest"),
    Field.NOTES: (),
    Field.BRIEFINGS: (),
}
"""The index's fields that a field of the query names."""

_SHIFT: Final = 22
"""Bits of a place: more than twice as many as the words of the longest field."""


_POSTINGS_AT_ONCE: Final = 500_000


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches of one index field: ``keys`` tell document and first place, ascending; ``lengths`` count places."""

    keys: Array
    lengths: Array

    @property
    def documents(self) -> Array:
        """The document of each stretch."""
        return self.keys >> _SHIFT

    @property
    def places(self) -> Array:
        """The first place of each stretch."""
        return self.keys & ((1 << _SHIFT) - 1)

    def among(self, kept: Array) -> Spans:
        """Those for which ``kept`` is true."""
        return Spans(self.keys[kept], self.lengths[kept])


NOWHERE: Final = Spans(np.zeros(0, np.int64), np.zeros(0, np.int64))


class Finder:
    """Finds stretches in documents for which ``among`` is true; all, or of each word only among its first ``most`` places."""

    def __init__(self, opened: Opened, expansion: Expansion, among: Array, most: int | None = None) -> None:
        self._opened, self._expansion, self._among, self._most = opened, expansion, among, most
        self._first = int(among.argmax())
        self._last = len(among) - 1 - int(among[::-1].argmax())
        self._found: dict[tuple[Node, str], Spans] = {}

    def find(self, node: Node, name: str) -> Spans:
        """Where the node stands in an index field; a part of it that is not looked for there, or only forbidden, stands nowhere."""
        if (node, name) not in self._found:  # nodes that must stand together ask for their parts several times
            self._found[node, name] = self._look(node, name)
        return self._found[node, name]

    def _look(self, node: Node, name: str) -> Spans:
        self._expansion.patience.go_on()
        match node:
            case Phrase():
                return self._phrase(node, name) if name in PLACES[node.field] else NOWHERE
            case Or(parts):
                return _joined([self.find(part, name) for part in self._looked_for(parts)])
            case And(parts) | Alike(_, parts):
                return _joined([self.find(part, name) for part in parts])
            case Near():
                return self.near(node, name)
            case Same():
                return self.same(node, name)
            case AtLeast(_, part):
                return self.find(part, name)
            case Not():
                return NOWHERE
        return self._single(node, name) if isinstance(node, Placed) and name in PLACES[node.field] else NOWHERE

    def _looked_for(self, parts: Sequence[Node]) -> Sequence[Node]:
        """Of several choices, when not all places are looked at, only the plain words: they are found without sorting."""
        plain = [part for part in parts if isinstance(part, Word) and is_stemmed(part)] if self._most is not None else []
        return plain or parts

    def documents(self, node: Near | Same, name: str) -> Array:
        """The documents in which both sides stand together, in any order."""
        return self._left(node, name).documents

    def near(self, node: Near, name: str) -> Spans:
        """Both sides, wherever each has the other near."""
        left, right = self.find(node.left, name), self.find(node.right, name)
        before = _preceded(right, left, node.distance)
        if not node.ordered:
            before |= _followed(right, left, node.distance)
        return _joined([self._left(node, name), right.among(before)])

    def same(self, node: Same, name: str) -> Spans:
        """Both sides, wherever each has the other in its paragraph."""
        left, right = self.find(node.left, name), self.find(node.right, name)
        there = np.isin(self._paragraphs(right, name), self._paragraphs(left, name))
        return _joined([self._left(node, name), right.among(there)])

    def _left(self, node: Near | Same, name: str) -> Spans:
        """The left side, wherever it has the right one with it."""
        left, right = self.find(node.left, name), self.find(node.right, name)
        if isinstance(node, Same):
            return left.among(np.isin(self._paragraphs(left, name), self._paragraphs(right, name)))
        close = _followed(left, right, node.distance)
        if not node.ordered:
            close |= _preceded(left, right, node.distance)
        return left.among(close)

    def _paragraphs(self, spans: Spans, name: str) -> Array:
        """A number for the paragraph of each stretch."""
        return np.searchsorted(self.term(name, BOUNDARY).keys, spans.keys, side="right")

    def _single(self, node: Single, name: str) -> Spans:
        field = name if is_stemmed(node) else name + FORMS
        found: list[Array] = []
        ascending = True
        for segment, held in self._opened.fields(field):
            here = self._expansion.ranges(node, held.lexicon)
            ascending &= not here or (len(here) == 1 and here[0][1] - here[0][0] == 1)
            found += self._occurrences(segment, held, here) if here else ()
        return _ordered(found, ascending=ascending)

    def term(self, field: str, term: str) -> Spans:
        """Where one term stands; edges of pieces always all, because paragraphs are counted by them."""
        found, most = [], None if term == BOUNDARY else self._most
        for segment, held, at in self._opened.places(field, term):
            if segment.base <= self._last and segment.base + segment.count > self._first:
                found.append(self._occurrences_of(segment, held, at, most))
        return _ordered(found, ascending=True)

    def _occurrences_of(self, segment: OpenedSegment, field: SegmentField, at: int, most: int | None) -> Array:
        """The keys of all occurrences of one term; only the postings from the first to the last document that is asked for are read."""
        start, end = field.bounds(at, at + 1)
        held, counts = field.documents[start:end], field.frequencies[start:end]
        first = int(np.searchsorted(held, held.dtype.type(max(0, self._first - segment.base))))
        last = int(np.searchsorted(held, held.dtype.type(min(segment.count - 1, self._last - segment.base)), side="right"))
        begin = int(field.occurrences[at]) + int(counts[:first].sum(dtype=np.int64))
        return _keys(segment, field, (held[first:last], counts[first:last], begin), self._among, most)

    def _occurrences(self, segment: OpenedSegment, field: SegmentField, ranges: Ranges) -> Iterator[Array]:
        """The keys of all occurrences of the terms of some ranges, so many postings at a time."""
        bounds = np.array(ranges, np.int64)
        firsts, lasts = field.postings[bounds[:, 0]].astype(np.int64), field.postings[bounds[:, 1]].astype(np.int64)
        begins, counts = field.occurrences[bounds[:, 0]].astype(np.int64), lasts - firsts
        here = self._among[segment.base : segment.base + segment.count]
        cuts = np.flatnonzero(np.diff(np.cumsum(counts) // _POSTINGS_AT_ONCE, prepend=0)).tolist()
        for start, end in pairwise(dict.fromkeys((0, *cuts, len(bounds)))):
            self._expansion.patience.go_on()
            if end - start == 1:
                held, often = (column[firsts[start] : lasts[start]] for column in (field.documents, field.frequencies))
                yield _keys(segment, field, (held, often, int(begins[start])), self._among, self._most)
                continue
            at = spread(firsts[start:end], counts[start:end])
            often = field.frequencies[at].astype(np.int64)
            before = np.cumsum(often) - often
            edges = np.cumsum(counts[start:end]) - counts[start:end]
            places = np.repeat(begins[start:end] - before[np.minimum(edges, len(before) - 1)], counts[start:end]) + before
            kept = np.flatnonzero(here[field.documents[at]])
            yield _placed(segment, field, (field.documents[at[kept]], often[kept], places[kept]), self._most)

    def _phrase(self, node: Phrase, name: str) -> Spans:
        variants = dict.fromkeys(tuple(term_of(form, code) for form in node.forms) for code in self._expansion.languages)
        return _joined([self.in_a_row(terms, name) for terms in variants])

    def documents_in_a_row(self, terms: Sequence[str], name: str) -> Array:
        """The documents in which these terms stand side by side."""
        return self.in_a_row(terms, name).documents

    def in_a_row(self, terms: Sequence[str], name: str) -> Spans:
        """Where these terms stand side by side, the rarest looked at first."""
        keys: Array | None = None
        among = self._among
        rare = sorted(range(len(terms)), key=lambda at: self._opened.document_count(name, terms[at]))
        for at in rare:
            if keys is not None:
                among = np.zeros(self._opened.count, bool)
                among[keys >> _SHIFT] = True
            here = Finder(self._opened, self._expansion, among, self._most).term(name, terms[at]).keys - at
            keys = here if keys is None else keys[_held(keys, here)]
        return NOWHERE if keys is None else Spans(keys, np.full(len(keys), len(terms), np.int64))


def _keys(segment: OpenedSegment, field: SegmentField, postings: tuple[Array, Array, int], among: Array, most: int | None) -> Array:
    """The keys of the occurrences of postings side by side (documents, how often, from which place on), of each the first ``most``."""
    held, counts, begin = postings
    kept = np.flatnonzero(among[segment.base : segment.base + segment.count][held])
    often = counts[kept].astype(np.int64)
    firsts = begin + np.cumsum(counts, dtype=np.uint32)[kept].astype(np.int64) - often
    return _placed(segment, field, (held[kept], often, firsts), most)


def _placed(segment: OpenedSegment, field: SegmentField, postings: tuple[Array, Array, Array], most: int | None) -> Array:
    """The keys of the occurrences of some postings: documents, how often, and from which place on for each."""
    held, often, firsts = postings
    if most is not None:
        often = np.minimum(often, most)
    places = field.places[spread(firsts, often)].astype(np.int64)
    return (np.repeat(held.astype(np.int64) + segment.base, often) << _SHIFT) + places


def _ordered(found: Sequence[Array], *, ascending: bool = False) -> Spans:
    """Single places; ``ascending`` when they stand in order already."""
    if not found:
        return NOWHERE
    keys = np.concatenate(found)
    keys = keys if ascending else distinct(keys)
    return Spans(keys, np.ones(len(keys), np.int64))


def _joined(found: Sequence[Spans]) -> Spans:
    """All stretches, those that are the same once."""
    found = [spans for spans in found if len(spans.keys)]
    if len(found) < 2:
        return found[0] if found else NOWHERE
    keys = np.concatenate([spans.keys for spans in found])
    lengths = np.concatenate([spans.lengths for spans in found])
    if lengths.max() == 1:
        return _ordered([keys])
    order = np.lexsort((lengths, keys))
    keys, lengths = keys[order], lengths[order]
    new = np.concatenate((np.ones(1, bool), (np.diff(keys) != 0) | (np.diff(lengths) != 0)))
    return Spans(keys[new], lengths[new])


def _held(keys: Array, others: Array) -> Array:
    """Which of the keys are among the others; both ascend."""
    if not len(others):
        return np.zeros(len(keys), bool)
    at = np.searchsorted(others, keys)
    held: Array = others[np.minimum(at, len(others) - 1)] == keys
    return held


def _followed(spans: Spans, others: Spans, distance: int) -> Array:
    """Whether one of the others begins after the stretch's end, at most ``distance`` words on."""
    if not len(others.keys):
        return np.zeros(len(spans.keys), bool)
    ends = spans.keys + spans.lengths
    after = np.searchsorted(others.keys, ends)
    begins: Array = others.keys[np.minimum(after, len(others.keys) - 1)]
    near: Array = (after < len(others.keys)) & (begins < ends + distance)
    return near


def _preceded(spans: Spans, others: Spans, distance: int) -> Array:
    """Whether one of the others ends before the stretch's beginning, at most ``distance`` words earlier."""
    if not len(others.keys):
        return np.zeros(len(spans.keys), bool)
    ends = others.keys + others.lengths
    if others.lengths.min() < others.lengths.max():
        ends.sort()
    before = np.searchsorted(ends, spans.keys, side="right")
    near: Array = (before > 0) & (ends[np.maximum(before - 1, 0)] > spans.keys - distance)
    return near
