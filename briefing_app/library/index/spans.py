"""Hides where in the fields the parts of a query stand: phrases, and what stands near or in one paragraph with something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from briefing_app.library.index.arrays import Array, distinct, spread, starts_of
from briefing_app.library.index.codec import BOUNDARY
from briefing_app.library.index.expansion import FORMS, Expansion, Ranges, is_stemmed, terms_for
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

_FEW: Final = 1 / 4
"""Of postings side by side, from which share on it is quicker to read the places of all of them."""

_MANY: Final = 1_000
"""Documents from which on it pays to look for the next word of a phrase only where the others are."""


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


_BEFORE_ALL: Final = np.array([-(1 << 62)])
_BEHIND_ALL: Final = np.array([1 << 62])

NOWHERE: Final = Spans(np.zeros(0, np.int64), np.zeros(0, np.int64))


class Finder:
    """Finds stretches in documents for which ``among`` is true; all, or of each word only among its first ``most`` places."""

    def __init__(self, opened: Opened, expansion: Expansion, among: Array, most: int | None = None) -> None:
        self._opened, self._expansion, self._among, self._most = opened, expansion, among, most
        self._asked = np.flatnonzero(among)
        edges = np.searchsorted(self._asked, [segment.base for segment in opened.segments]).tolist()
        self._bounds = {one.base: bounds for one, bounds in zip(opened.segments, pairwise((*edges, len(self._asked))), strict=True)}
        self._found: dict[tuple[Node, str], Spans] = {}
        self._terms: dict[tuple[str, str], Spans] = {}

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
        left, right = self.find(node.left, name), self.find(node.right, name)
        if isinstance(node, Same) or node.ordered or len(left.keys) <= len(right.keys):
            return self._left(node, name).documents
        return right.among(_near(right, left, node.distance)).documents

    def near(self, node: Near, name: str) -> Spans:
        """Both sides, wherever each has the other near."""
        left, right = self.find(node.left, name), self.find(node.right, name)
        self._expansion.patience.go_on()
        together = _preceded(right, left, node.distance) if node.ordered else _near(right, left, node.distance)
        return _joined([self._left(node, name), right.among(together)])

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
        together = _followed(left, right, node.distance) if node.ordered else _near(left, right, node.distance)
        return left.among(together)

    def _paragraphs(self, spans: Spans, name: str) -> Array:
        """A number for the paragraph of each stretch."""
        return np.searchsorted(self.term(name, BOUNDARY).keys, spans.keys, side="right")

    def _single(self, node: Single, name: str) -> Spans:
        if isinstance(node, Word) and is_stemmed(node):
            return _joined([self.term(name, term) for term in terms_for(node.form, self._expansion.languages)])
        found: list[Array] = []
        for segment, held in self._opened.fields(name + FORMS):
            here = self._expansion.ranges(node, held.lexicon)
            found += self._occurrences(segment, held, here) if len(here) else ()
        return _ordered(found)

    def term(self, field: str, term: str) -> Spans:
        """Where one term stands; edges of pieces always all, because paragraphs are counted by them."""
        if (field, term) not in self._terms:
            most = None if term == BOUNDARY else self._most
            found: list[Array] = []
            for segment, held, at in self._opened.places(field, term):
                if self._asked_in(segment):
                    self._expansion.patience.go_on()
                    found += self._of_postings(segment, held, held.bounds(at, at + 1), most)
            self._terms[field, term] = _ordered(found, ascending=True)
        return self._terms[field, term]

    def look_up(self, field: str, terms: Iterable[str]) -> None:
        """Find several terms in few documents at once: each look into a segment costs, however little it brings."""
        found: dict[str, list[Array]] = {term: [] for term in terms}
        in_segment: dict[int, list[tuple[int, str]]] = {}
        for term in found:
            for segment, _, at in self._opened.places(field, term):
                in_segment.setdefault(segment.base, []).append((at, term))
        for segment, held in self._opened.fields(field):
            asked = self._asked_in(segment)
            if asked and segment.base in in_segment:
                here = sorted(in_segment[segment.base])
                for (_, term), keys in zip(here, _looked_up(segment, held, [at for at, _ in here], self._asked[asked]), strict=True):
                    found[term].append(keys)
        self._terms |= {(field, term): _ordered(keys, ascending=True) for term, keys in found.items()}

    def _asked_in(self, segment: OpenedSegment) -> slice | None:
        """Where the segment's documents stand among those that are asked for; None when none is."""
        first, last = self._bounds[segment.base]
        return slice(first, last) if first < last else None

    def _occurrences(self, segment: OpenedSegment, field: SegmentField, ranges: Ranges) -> Iterator[Array]:
        """The keys of all occurrences of the terms of some ranges, so many postings at a time."""
        if not self._asked_in(segment):
            return
        firsts, lasts = field.postings[ranges[:, 0]].astype(np.int64), field.postings[ranges[:, 1]].astype(np.int64)
        if len(ranges) == 1:
            for start in range(int(firsts[0]), int(lasts[0]), _POSTINGS_AT_ONCE):
                self._expansion.patience.go_on()
                yield from self._of_postings(segment, field, (start, min(int(lasts[0]), start + _POSTINGS_AT_ONCE)), self._most)
            return
        counts = lasts - firsts
        here = self._among[segment.base : segment.base + segment.count]
        cuts = np.flatnonzero(np.diff(np.cumsum(counts) // _POSTINGS_AT_ONCE, prepend=0)).tolist()
        for start, end in pairwise(dict.fromkeys((0, *cuts, len(ranges)))):
            self._expansion.patience.go_on()
            at = spread(firsts[start:end], counts[start:end])
            yield _placed(segment, field, at[here.take(field.documents[at])], self._most)

    def _of_postings(self, segment: OpenedSegment, field: SegmentField, bounds: tuple[int, int], most: int | None) -> Iterator[Array]:
        """The keys of the occurrences of postings side by side."""
        start, end = bounds
        kept = self._among[segment.base : segment.base + segment.count].take(field.documents[start:end])
        some = np.count_nonzero(kept)
        if some and (most is not None or some < len(kept) * _FEW):
            yield _placed(segment, field, np.flatnonzero(kept) + start, most)
        elif some:
            yield _all_placed(segment, field, bounds, kept)

    def _phrase(self, node: Phrase, name: str) -> Spans:
        variants = dict.fromkeys(tuple(term_of(form, code) for form in node.forms) for code in self._expansion.languages)
        return _joined([self.in_a_row(terms, name) for terms in variants])

    def in_a_row(self, terms: Sequence[str], name: str) -> Spans:
        """Where these terms stand side by side, the rarest looked at first; the others only where it is, when that spares much."""
        keys: Array | None = None
        finder = self
        rare = sorted(range(len(terms)), key=lambda at: self._opened.document_count(name, terms[at]))
        for at in rare:
            if keys is not None and len(self._asked) > _MANY:
                among = np.zeros(self._opened.count, bool)
                among[keys >> _SHIFT] = True
                finder = Finder(self._opened, self._expansion, among, self._most)
            here = finder.term(name, terms[at]).keys - at
            keys = here if keys is None else keys[_held(keys, here)]
        return NOWHERE if keys is None else Spans(keys, np.full(len(keys), len(terms), np.int64))


def _looked_up(segment: OpenedSegment, field: SegmentField, terms: Sequence[int], asked: Array) -> Iterator[Array]:
    """The keys of all occurrences of each of the terms at these places of the lexicon, ascending, in the documents that are asked for."""
    asked = (asked - segment.base).astype(field.documents.dtype)
    found: list[Array] = []
    for term in terms:
        start, end = field.bounds(term, term + 1)
        held = field.documents[start:end]
        at = np.searchsorted(held, asked)
        at = at[held.take(at, mode="clip") == asked]
        found.append(at + start)
    postings = np.concatenate(found)
    keys = _placed(segment, field, postings, None)
    cuts = starts_of(field.frequencies[postings])[starts_of(np.array([len(one) for one in found]))].tolist()
    return (keys[start:end] for start, end in pairwise(cuts))


def _placed(segment: OpenedSegment, field: SegmentField, postings: Array, most: int | None) -> Array:
    """The keys of the occurrences of some postings, of each the first ``most``."""
    often = field.frequencies[postings].astype(np.int64)
    firsts = field.firsts(postings)
    if most is not None:
        often = np.minimum(often, most)
    places = field.places[spread(firsts, often)].astype(np.int64)
    return (np.repeat(field.documents[postings].astype(np.int64) + segment.base, often) << _SHIFT) + places


def _all_placed(segment: OpenedSegment, field: SegmentField, bounds: tuple[int, int], kept: Array) -> Array:
    """The keys of the occurrences of the ``kept`` ones of many postings side by side, all of which are read."""
    start, end = bounds
    often = field.frequencies[start:end]
    first = field.first(start)
    keys = np.repeat((field.documents[start:end].astype(np.int64) + segment.base) << _SHIFT, often)
    keys += field.places[first : first + len(keys)]
    return keys if kept.all() else keys[np.repeat(kept, often)]


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


def _near(spans: Spans, others: Spans, distance: int) -> Array:
    """Whether one of the others is at most ``distance`` words before or behind the stretch."""
    if len(spans.keys) and len(others.keys) and spans.lengths.max() == others.lengths.max() == 1:
        at = np.searchsorted(others.keys, spans.keys)
        walled = np.concatenate((_BEFORE_ALL, others.keys, _BEHIND_ALL))
        after: Array = walled.take(at + 1)
        after = np.where(after == spans.keys, walled.take(at + 2, mode="clip"), after)
        close: Array = (after - spans.keys <= distance) | (spans.keys - walled.take(at) <= distance)
        return close
    return _followed(spans, others, distance) | _preceded(spans, others, distance)


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
