"""Hides how a query's tree runs over the arrays of an index: each node a mask over the documents and a score for each.

Scores are those of Whoosh's BM25F: each word in each of its fields counts with its rarity, how often it stands there and how long the field
is, the title two and a half times; what has no rarity (beginnings, shapes, dates) counts the same wherever it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from math import log
from typing import Final

import numpy as np

from briefing_app.library.index.abreast import documents_in_a_row
from briefing_app.library.index.arrays import Array
from briefing_app.library.index.codec import BOUNDARY
from briefing_app.library.index.expansion import FORMS, Expansion, is_stemmed, terms_for
from briefing_app.library.index.opened import Opened
from briefing_app.library.index.spans import PLACES, Finder
from briefing_app.library.index.tallies import Tallies, is_told
from briefing_app.library.index.terms import term_of
from briefing_app.library.index.tree import (
    Alike,
    And,
    AtLeast,
    Dated,
    Filter,
    InLanguage,
    InZone,
    Near,
    Node,
    Not,
    OneOf,
    Or,
    Phrase,
    Placed,
    Same,
    Single,
    Undated,
    Word,
    parts_of,
)
from briefing_app.library.patience import Patience

_AT_ONCE: Final = 16_384
"""Documents in which places are compared at once."""
_MANY: Final = 65_536
_FIRST: Final = 5
"""How often a word is looked at in each of many documents before all its places are: most of them answer by then."""
_FAR: Final = 100
"""Words of a distance from which on many articles are shorter than it."""
_FEW_JOINED: Final = 2
"""Things that stand together, however frequent they are; more may only take a moment."""
_TITLE_BOOST: Final = 2.5
_B, _K1 = 0.75, 1.2
"""Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009); the values Whoosh takes."""

LEAST_SHARED: Final = 3
"""Telling words that an article shares with one that it is like."""
LEAST_SHARE: Final = 0.25
"""Of the weight of all telling words."""

Sets = Callable[[OneOf], Iterable[int]]
"""The numbers of the articles that the database knows for a question."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Which documents answer, and their scores: 0 where they do not."""

    mask: Array
    scores: Array


class Executor:
    """Runs queries over one opened index whose articles are in ``languages`` (BCP 47)."""

    def __init__(self, opened: Opened, languages: Iterable[str], sets: Sets, patience: Patience) -> None:
        self._opened, self._sets, self._patience = opened, sets, patience
        self.expansion = Expansion(sorted({*languages, "und"}), patience)
        self._tallies = Tallies(opened, self.expansion)

    def run(self, node: Node) -> Matches:
        """The live documents that answer. Raises QueryMistake when a pattern takes too long, SearchStopped when nobody waits any more."""
        return self._run(node, self._opened.live)

    def _run(self, node: Node, among: Array) -> Matches:
        """What answers of the documents for which ``among`` is true; documents outside of it may be left out or not."""
        self._patience.go_on()
        match node:
            case And(parts):
                return self._all(parts, among)
            case Or(parts):
                return self._any(parts, among)
            case Not(part):
                return _constant(self._opened.live & ~self._run(part, among).mask, 1.0)
            case Word() if is_stemmed(node):
                return self._word(node, among)
            case Phrase():
                return self._phrase(node, among)
            case Alike():
                return self._alike(node)
            case Near() | Same():
                return self._together(node, self._all(_joined(node), among))
            case AtLeast(count, part):
                return self._often(count, part, self._run(part, among))
            case Dated() | Undated() | InLanguage() | InZone() | OneOf():
                return _constant(self._filter(node) & self._opened.live, 1.0)
            case _:
                return self._forms(node)

    def _all(self, parts: Sequence[Node], among: Array) -> Matches:
        """What answers all parts, the cheapest first, so that what is frequent looks only where the others are."""
        mask, scores = among, np.zeros(self._opened.count)
        for part, often in Counter(sorted(parts, key=self._cost)).items():
            found = self._run(part, mask)
            mask = mask & found.mask
            scores += found.scores * often if often > 1 else found.scores
        return Matches(mask, np.where(mask, scores, 0.0))

    def _any(self, parts: Sequence[Node], among: Array) -> Matches:
        """What answers one of the parts."""
        mask, scores = self._nothing()
        for part, often in Counter(parts).items():
            found = self._run(part, among)
            mask |= found.mask
            scores += found.scores * often if often > 1 else found.scores
        return Matches(mask, scores)

    def _cost(self, node: Node) -> tuple[bool, bool, int]:
        """What sorts the parts that must all answer: those for which places must be compared last, before them what only rules out."""
        return _is_placed(node), isinstance(node, Not), self._number(node) if isinstance(node, Word) else 0

    def _number(self, word: Word) -> int:
        """How many documents hold a word, about."""
        terms = terms_for(word.form, self.expansion.languages) if is_stemmed(word) else ()
        return sum(self._opened.document_count(name, term) for name in PLACES[word.field] for term in terms)

    def _word(self, node: Word, among: Array) -> Matches:
        mask, scores = self._nothing()
        for name in PLACES[node.field]:
            for term in terms_for(node.form, self.expansion.languages):
                documents, weights = self._weighed(name, term, among)
                mask[documents] = True
                scores[documents] += weights
        return Matches(mask, scores)

    def _alike(self, node: Alike) -> Matches:
        """The articles that hold enough of another one's telling words, each counting by its rarity; not that article itself."""
        count = self._opened.count
        held, scores, weight, every = np.zeros(count, np.int64), np.zeros(count), np.zeros(count), 0.0
        for word in node.words:
            found = self._word(word, self._opened.live)
            rarity = log((self._opened.live_count + 1) / (int(found.mask.sum()) + 1)) + 1
            held += found.mask
            weight += np.where(found.mask, rarity, 0.0)
            scores += found.scores
            every += rarity
        mask = (held >= min(LEAST_SHARED, len(node.words))) & (weight >= LEAST_SHARE * every) & self._opened.live & (held > 0)
        mask[self._opened.documents_of([node.number])] = False
        return Matches(mask, np.where(mask, scores, 0.0))

    def _weighed(self, name: str, term: str, among: Array) -> tuple[Array, Array]:
        """The documents for which ``among`` is true that hold a term, with what it adds to their scores."""
        held = self._opened.postings(name, term)
        rarity = log(self._opened.live_count / (len(held.documents) + 1)) + 1 if self._opened.live_count else 0.0
        documents, often = held.documents, held.frequencies
        if among is not self._opened.live:
            kept = np.flatnonzero(among.take(documents))
            documents, often = documents.take(kept), often.take(kept)
        lengths, mean = self._opened.lengths(name)
        weights = lengths.take(documents)
        weights *= _K1 * _B / mean
        weights += _K1 * (1 - _B)
        weights += often
        np.divide(often, weights, out=weights)
        weights *= (_K1 + 1) * rarity * _boost(name)
        return documents, weights

    def _forms(self, node: Single) -> Matches:
        mask, scores = self._nothing()
        for name in PLACES[node.field]:
            here = np.zeros(self._opened.count, bool)
            for segment, field in self._opened.fields(name + FORMS):
                here[segment.base : segment.base + segment.count] = field.holding_any(self.expansion.ranges(node, field.lexicon))
            here &= self._opened.live
            mask |= here
            scores += here * _boost(name)
        return Matches(mask, scores)

    def _phrase(self, node: Phrase, among: Array) -> Matches:
        mask, scores = self._nothing()
        for name in PLACES[node.field]:
            for terms in dict.fromkeys(tuple(term_of(form, code) for form in node.forms) for code in self.expansion.languages):
                here = among
                for term in dict.fromkeys(terms):
                    here = here & self._holding(name, term)
                found = documents_in_a_row(self._opened, name, terms, here, self._patience)
                if found.any():
                    mask |= found
                    for term in dict.fromkeys(terms):
                        documents, weights = self._weighed(name, term, found)
                        scores[documents] += weights * terms.count(term)
        return Matches(mask, scores)

    def _together(self, node: Near | Same, every: Matches) -> Matches:
        """Those of the documents with all that is joined in which it stands together."""
        found = np.zeros(self._opened.count, bool)
        with self._patience.a_moment() if len(_joined(node)) > _FEW_JOINED else nullcontext():
            for name in _places(node):
                found |= self._within(node, name) & every.mask
                found |= self._standing(every.mask & ~found, partial(Finder.documents, node=node, name=name))
        return Matches(found, np.where(found, every.scores, 0.0))

    def _within(self, node: Near | Same, name: str) -> Array:
        """The documents so short that both sides are near wherever they stand; both may stand at one place, unless one stands twice."""
        found = np.zeros(self._opened.count, bool)
        if isinstance(node, Same) or node.ordered or node.distance < _FAR or not (is_told(node.left) and is_told(node.right)):
            return found
        found = self._opened.last_places(name) <= node.distance
        for side in (node.left, node.right):
            found &= self._tallies.most(side, name) > 0
        twice: Array = np.maximum(self._tallies.least(node.left, name), self._tallies.least(node.right, name)) > 1
        return found & twice

    def _standing(self, among: Array, documents: Callable[[Finder], Array]) -> Array:
        """In which documents something stands; of many, first those are told in which it does so where its words stand first."""
        found = np.zeros(self._opened.count, bool)
        for most in (_FIRST, None) if np.count_nonzero(among) > _MANY else (None,):
            for block in _in_blocks(among & ~found):
                self._patience.go_on()
                found[documents(Finder(self._opened, self.expansion, block, most))] = True
        return found

    def _often(self, count: int, part: Node, found: Matches) -> Matches:
        if isinstance(part, Single):
            mask = found.mask & (np.add.reduce([self._tallies.of(part, name) for name in _places(part)]) >= count)
        else:
            mask = found.mask & self._often_enough(count, part, found.mask)
        return Matches(mask, np.where(mask, found.scores, 0.0))

    def _often_enough(self, count: int, part: Node, among: Array) -> Array:
        """The documents in which something stands so often; places are looked at only where the words' numbers do not tell."""
        names = _places(part)
        enough: Array = np.add.reduce([self._tallies.least(part, name) for name in names]) >= count
        possible: Array = np.add.reduce([self._tallies.most(part, name) for name in names]) >= count
        times = np.zeros(self._opened.count, np.int64)
        for block in _in_blocks(among & possible & ~enough):
            for name in names:
                self._patience.go_on()
                times += np.bincount(Finder(self._opened, self.expansion, block).find(part, name).documents, minlength=self._opened.count)
        return enough | (times >= count)

    def _filter(self, node: Filter) -> Array:
        """The documents of which something is true, the deleted ones among them."""
        opened = self._opened
        match node:
            case Dated(_, first, last):
                known: Array = opened.first_days > 0
                early: Array = opened.first_days <= last.toordinal() if last else known
                late: Array = opened.last_days >= first.toordinal() if first else known
                return early & late & known
            case Undated():
                return np.equal(opened.first_days, 0)
            case InLanguage(code):
                return self._holding("lang", code)
            case InZone(field):
                zones = np.zeros(opened.count, bool)
                for name in PLACES[field]:
                    zones |= self._holding(name, BOUNDARY)
                return zones
            case OneOf():
                mask = np.zeros(opened.count, bool)
                mask[opened.documents_of(self._sets(node))] = True
                return mask

    def _holding(self, name: str, term: str) -> Array:
        mask = np.zeros(self._opened.count, bool)
        mask[self._opened.postings(name, term).documents] = True
        return mask

    def _nothing(self) -> tuple[Array, Array]:
        return np.zeros(self._opened.count, bool), np.zeros(self._opened.count)


def _in_blocks(mask: Array) -> Iterator[Array]:
    """The documents of a mask, some thousand at a time, so that the places of frequent words never stand in memory all at once."""
    documents = np.flatnonzero(mask)
    for start in range(0, len(documents), _AT_ONCE):
        block = np.zeros(len(mask), bool)
        block[documents[start : start + _AT_ONCE]] = True
        yield block


def _constant(mask: Array, score: float) -> Matches:
    return Matches(mask, np.where(mask, score, 0.0))


def _boost(name: str) -> float:
    return _TITLE_BOOST if name == "title" else 1.0


def _is_placed(node: Node) -> bool:
    return isinstance(node, Phrase | Near | Same | AtLeast) or any(_is_placed(part) for part in parts_of(node))


def _joined(node: Node) -> tuple[Node, ...]:
    """What a chain of operators joins."""
    return tuple(one for part in parts_of(node) for one in _joined(part)) if isinstance(node, Near | Same) else (node,)


def _places(node: Node) -> list[str]:
    """The index's fields that a node looks at."""
    if isinstance(node, Placed):
        return list(PLACES[node.field])
    return list(dict.fromkeys(name for part in parts_of(node) for name in _places(part)))
