"""Hides the mapped segments of one generation behind one row of documents: their numbers, and the postings of any term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
from whoosh.util.numeric import byte_to_length, length_to_byte

from briefing_app.library.index import arrays
from briefing_app.library.index.arrays import Array, counts_of, distinct, mapped_bytes, spread
from briefing_app.library.index.codec import BOUNDARY, DOCS, STEP, UNION, WORDS, Segment

_ROUNDED: Final = np.array([byte_to_length(length_to_byte(length)) for length in range(110_000)], np.float64)
"""Field lengths as Whoosh's BM25F knows them: it keeps a byte for each."""

MOST_MAPPED = 96 * 2**20
"""Bytes of the index's files that stay mapped between two queries; a larger index is read again from the system's cache."""

_MOST_KNOWN: Final = 2_000
"""Words of queries whose places in the lexicons are kept."""

_MOST_POSTINGS: Final = 1_000_000
"""Postings of whole terms that are kept between two queries: ten bytes each."""

_BITS: Final = np.array([1 << (letter & 31) if letter < 0x80 else 0 for letter in range(256)], np.uint32)
"""The bit of each byte in a signature; some letters share one."""

_COLUMNS: Final = np.arange(STEP - 1)

_LARGEST: Final = 64
"""Ranges of terms that are looked at one by one."""

_POSTINGS_AT_ONCE: Final = 1_000_000

_AFTER_ALL = b"\xff"
"""Sorts behind every UTF-8 continuation."""


def signature(form: str) -> int:
    """The bits of a form's letters, as those of ``Lexicon.signatures``."""
    return int(np.bitwise_or.reduce(_BITS[np.frombuffer(form.encode(), np.uint8)]))


class Lexicon:
    """The sorted terms of one field of one segment."""

    def __init__(self, terms: Array, starts: Array) -> None:
        self._array = terms
        self._terms: memoryview = terms.data
        self._starts = starts
        self._edges: memoryview = starts.data  # whose single numbers are had in a tenth of the time
        self.count = len(starts) - 1
        self.known: dict[object, Array] = {}
        """What words of queries were found to stand for; kept while somebody types."""

    @cached_property
    def lengths(self) -> Array:
        """The length of each term in bytes."""
        return counts_of(self._starts)

    @cached_property
    def points(self) -> Array:
        """The length of each term in code points."""
        return self._number(self._array & 0xC0 != 0x80)

    @cached_property
    def beyond_ascii(self) -> Array:
        """How many code points of each term take more than a byte."""
        return self._number(self._array >= 0xC0)

    def _number(self, bytes_: Array) -> Array:
        """How many of these bytes each term has."""
        so_far = np.concatenate((np.zeros(1, np.uint32), np.cumsum(bytes_, dtype=np.uint32)))
        return np.diff(so_far.take(self._starts)).astype(np.uint16)

    @cached_property
    def signatures(self) -> Array:
        """A bit for each letter that a term has; of letters of more than a byte none."""
        return np.bitwise_or.reduceat(_BITS.take(self._array), self._starts[:-1].astype(np.int64))

    def letters(self, places: Array, width: int) -> Array:
        """The first ``width`` bytes of terms, a row each, 0 behind their end."""
        columns = np.arange(width)
        at = np.minimum(self._starts[places].astype(np.int64)[:, None] + columns, len(self._array) - 1)
        return np.where(columns < self.lengths[places][:, None], self._array[at], 0)

    def term(self, at: int) -> bytes:
        """The term at a place."""
        return bytes(self._terms[self._edges[at] : self._edges[at + 1]])

    def terms(self, first: int, last: int) -> list[str]:
        """The terms from ``first`` to before ``last``."""
        base = int(self._starts[first])
        whole = bytes(self._terms[base : int(self._starts[last])])
        ends = (self._starts[first : last + 1].astype(np.int64) - base).tolist()
        return [whole[start:end].decode() for start, end in pairwise(ends)]

    def holding(self, letters: bytes, *, last: bool = False) -> Array:
        """The places of the terms that hold these letters (as their ``last``), ascending."""
        width = len(self._array) - len(letters) + 1
        here = np.ones(max(0, width), bool)
        for at, letter in enumerate(letters):
            here &= self._array[at : at + len(here)] == letter
        found = np.flatnonzero(here)
        places = np.searchsorted(self._starts, found, side="right") - 1
        ends, after = found + len(letters), self._starts[places + 1].astype(np.int64)
        return distinct(places[ends == after if last else ends <= after])

    def place(self, term: bytes) -> int:
        """Where the term stands or would stand."""
        low, high = 0, self.count
        while low < high:
            middle = (low + high) // 2
            if self.term(middle) < term:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, term: bytes) -> int | None:
        """Where the term stands."""
        at = self.place(term)
        return at if at < self.count and self.term(at) == term else None

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """From where to before where stand the terms that begin so."""
        return self.place(prefix), self.place(prefix + _AFTER_ALL)


class SegmentField:
    """One field's inverted words in one segment; its documents are numbered within the segment."""

    def __init__(self, name: str, words: Mapping[str, Array], count: int) -> None:
        self._count = count
        self.lexicon = Lexicon(words[f"{name}/lexicon"], words[f"{name}/terms"])
        self.postings = words[f"{name}/postings"]
        self.occurrences = words[f"{name}/occurrences"]
        self.documents = words[f"{name}/documents"]
        self.frequencies = words[f"{name}/frequencies"]
        self.places = words[f"{name}/places"]
        self._steps = words[f"{name}/steps"]
        self.spaces = words.get(f"{name}/spaces")
        self.starts = words.get(f"{name}/starts")
        unions = words.get(f"{name}/unions")
        self._unions = None if unions is None or not len(unions) else unions.reshape(-1, -(-count // 8))

    def bounds(self, first: int, last: int) -> tuple[int, int]:
        """The postings of the terms from ``first`` to before ``last``."""
        return int(self.postings[first]), int(self.postings[last])

    def holding(self, start: int, end: int) -> Array:
        """Which documents the postings from ``start`` to before ``end`` are of."""
        first, last = -(-start // UNION), end // UNION
        if self._unions is None or first >= last:
            held = np.zeros(self._count, bool)
            held[self.documents[start:end].astype(np.intp)] = True
            return held
        held = np.unpackbits(np.bitwise_or.reduce(self._unions[first:last]), count=self._count).view(bool)
        for begin, until in ((start, first * UNION), (last * UNION, end)):
            held[self.documents[begin:until].astype(np.intp)] = True
        return held

    def holding_any(self, ranges: Array) -> Array:
        """Which documents hold a term of these ranges of the lexicon (rows of first and behind the last)."""
        starts, ends = self.postings[ranges[:, 0]].astype(np.int64), self.postings[ranges[:, 1]].astype(np.int64)
        largest = np.argsort(starts - ends, kind="stable")[:_LARGEST]
        held = np.zeros(self._count, bool)
        for start, end in zip(starts[largest].tolist(), ends[largest].tolist(), strict=True):
            held |= self.holding(start, end)
        if len(ranges) > _LARGEST:
            rest = np.delete(np.arange(len(ranges)), largest)
            counts = (ends - starts)[rest]
            if counts.sum() < _POSTINGS_AT_ONCE:
                held[self.documents[spread(starts[rest], counts)].astype(np.intp)] = True
            else:
                self._hold(held, ranges[rest])
        return held

    def _hold(self, held: Array, ranges: Array) -> None:
        """Mark the documents of very many terms, of which most are marked already: only postings of the others are looked at."""
        asked = np.zeros(self.lexicon.count, bool)
        asked[spread(ranges[:, 0], ranges[:, 1] - ranges[:, 0])] = True
        first, last = self.bounds(int(ranges[0, 0]), int(ranges[-1, 1]))
        for start in range(first, last, _POSTINGS_AT_ONCE):
            documents = self.documents[start : min(last, start + _POSTINGS_AT_ONCE)]
            others = np.flatnonzero(~held.take(documents))
            terms = np.searchsorted(self.postings, (others + start).astype(self.postings.dtype), side="right") - 1
            held[documents[others[asked.take(terms)]].astype(np.intp)] = True

    def first(self, posting: int) -> int:
        """Which occurrence is the first of a posting."""
        row = posting // STEP
        return int(self._steps[row]) + int(self.frequencies[row * STEP : posting].sum(dtype=np.int64))

    def firsts(self, postings: Array) -> Array:
        """Which occurrence is the first of each of these postings, which ascend."""
        if len(postings) < 2 or postings[-1] - postings[0] >= len(postings) * STEP:
            return self._firsts(postings)
        start = int(postings[0])
        often = self.frequencies[start : int(postings[-1]) + 1]
        before = np.cumsum(often, dtype=np.int64) - often
        begun: Array = before[postings - start] + self.first(start)
        return begun

    def _firsts(self, postings: Array) -> Array:
        rows, columns = np.divmod(postings, STEP)
        at = np.minimum((rows * STEP)[:, None] + _COLUMNS, len(self.frequencies) - 1)
        before = np.where(columns[:, None] > _COLUMNS, self.frequencies[at], 0).sum(axis=1, dtype=np.int64)
        begun: Array = self._steps[rows] + before
        return begun


class OpenedSegment:
    """One segment, mapped."""

    def __init__(self, folder: Path, segment: Segment, base: int) -> None:
        self.base = base
        self.documents = arrays.read(folder / segment.make_filename(DOCS))
        self.count = int(self.documents["count"][0])
        self.deleted = np.array(sorted(segment.deleted), np.int64)
        self._words = arrays.read(folder / segment.make_filename(WORDS))
        self._fields: dict[str, SegmentField | None] = {}
        if self.count != segment.doc_count_all():
            raise ValueError("The table of contents tells of other documents.")

    def field(self, name: str) -> SegmentField | None:
        """A field, None when no document has it."""
        if name not in self._fields:
            self._fields[name] = SegmentField(name, self._words, self.count) if f"{name}/terms" in self._words else None
        return self._fields[name]

    def let_go(self) -> None:
        """Give the pages of its files back."""
        self.documents.let_go()
        self._words.let_go()

    def field_names(self) -> list[str]:
        """The fields that hold words."""
        return sorted(name.split("/")[0] for name in self._words if name.endswith("/terms"))


@dataclass(frozen=True, slots=True)
class Postings:
    """The documents that hold a term, and how often. Documents ascend."""

    documents: Array
    frequencies: Array


class Opened:
    """All segments of one generation. Documents are numbered through, the deleted ones too. Safe to read from several threads."""

    def __init__(self, folder: Path, segments: Sequence[Segment]) -> None:
        self.segments: list[OpenedSegment] = []
        base = 0
        for told in segments:
            self.segments.append(OpenedSegment(folder, told, base))
            base += self.segments[-1].count
        self.count = base
        self.numbers = self.column("number")
        self.live = np.ones(self.count, bool)
        for segment in self.segments:
            self.live[segment.base + segment.deleted] = False
        self.live_count = int(self.live.sum())
        self._lengths: dict[str, tuple[Array, float]] = {}
        self._last_places: dict[str, Array] = {}
        self._known: dict[tuple[str, str], Sequence[tuple[OpenedSegment, SegmentField, int]]] = {}
        self._postings: dict[tuple[str, str], Postings] = {}
        self._kept = 0
        self._mapped_before = mapped_bytes()

    def spare(self) -> None:
        """Keep what is mapped of the files in bounds, however many queries there have been."""
        if mapped_bytes() - self._mapped_before > MOST_MAPPED:
            for segment in self.segments:
                segment.let_go()

    def column(self, name: str) -> Array:
        """A number for each document, 0 where it has none."""
        columns = [segment.documents.get(name, np.zeros(segment.count, np.int64)) for segment in self.segments]
        return np.concatenate(columns) if columns else np.zeros(0, np.int64)

    @cached_property
    def first_days(self) -> Array:
        """The first day of each document's date as an ordinal, 0 when it has none."""
        return self.column("first_day")

    @cached_property
    def last_days(self) -> Array:
        """The last day of each document's date as an ordinal, 0 when it has none."""
        return self.column("last_day")

    @cached_property
    def dated(self) -> Array:
        """A number for each document that sorts by date, 0 when it has none."""
        return self.column("dated")

    @cached_property
    def _places(self) -> Array:
        """The document of each article's number, -1 where there is none."""
        places = np.full(int(self.numbers.max(initial=0)) + 1, -1, np.int64)
        kept = np.flatnonzero(self.live)
        places[self.numbers[kept]] = kept
        return places

    def documents_of(self, numbers: Iterable[int]) -> Array:
        """The live documents of these articles; articles that are not here are left out."""
        asked = numbers if isinstance(numbers, np.ndarray) else np.fromiter(numbers, np.int64)
        found = self._places[asked[(asked >= 0) & (asked < len(self._places))]]
        return found[found >= 0]

    def lengths(self, field: str) -> tuple[Array, float]:
        """The rounded length of each document's field in words, and the mean of the true ones."""
        if field not in self._lengths:
            lengths = self.column(f"{field}/length")
            mean = float(lengths[self.live].sum()) / (self.live_count or 1) or 1.0
            self._lengths[field] = _ROUNDED[np.minimum(lengths, len(_ROUNDED) - 1)], mean
        return self._lengths[field]

    def last_places(self, field: str) -> Array:
        """The place behind each document's last word of a field, 0 when it has none."""
        if field not in self._last_places:
            places = np.zeros(self.count, np.int64)
            for segment, held, at in self.places(field, BOUNDARY):
                start, end = held.bounds(at, at + 1)
                lasts = int(held.occurrences[at]) + np.cumsum(held.frequencies[start:end], dtype=np.int64) - 1
                places[segment.base + held.documents[start:end].astype(np.int64)] = held.places[lasts]
            self._last_places[field] = places
        return self._last_places[field]

    def fields(self, name: str) -> Iterator[tuple[OpenedSegment, SegmentField]]:
        """The field in each segment that has it."""
        for segment in self.segments:
            field = segment.field(name)
            if field is not None:
                yield segment, field

    def counted(self, field: str, numbers: Array) -> dict[str, int]:
        """How many of these articles hold each term of a field."""
        mask = np.zeros(self.count, bool)
        mask[self.documents_of(numbers)] = True
        counts: dict[str, int] = {}
        for segment, found in self.fields(field):
            held = mask[segment.base + found.documents.astype(np.int64)]
            sums = np.add.reduceat(held, found.postings[:-1].astype(np.int64), dtype=np.int64)
            for at in np.flatnonzero(sums).tolist():
                term = found.lexicon.term(at).decode()
                counts[term] = counts.get(term, 0) + int(sums[at])
        return counts

    def places(self, field: str, term: str) -> Sequence[tuple[OpenedSegment, SegmentField, int]]:
        """Where a term stands in the lexicons of a field, segment by segment; kept, because a query asks for its words many times."""
        known = self._known.get((field, term))
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            found = ((segment, held, held.lexicon.find(term.encode())) for segment, held in self.fields(field))
            known = self._known[field, term] = [(segment, held, at) for segment, held, at in found if at is not None]
        return known

    def document_count(self, field: str, term: str) -> int:
        """How many documents hold a term in a field, the deleted ones too."""
        return sum(int(held.postings[at + 1]) - int(held.postings[at]) for _, held, at in self.places(field, term))

    def live_document_count(self, field: str, term: str) -> int:
        """How many live documents hold a term in a field."""
        if self.live_count == self.count:
            return self.document_count(field, term)
        return len(self.postings(field, term).documents)

    def postings(self, field: str, term: str) -> Postings:
        """The live documents that hold a term in a field; the last ones are kept, for a query asks for them several times."""
        known = self._postings.get((field, term))
        if known is None:
            known = self._read(field, term)
            if self._kept + len(known.documents) > _MOST_POSTINGS:
                self._postings.clear()
                self._kept = 0
            self._postings[field, term] = known
            self._kept += len(known.documents)
        return known

    def _read(self, field: str, term: str) -> Postings:
        documents, frequencies = [np.zeros(0, np.intp)], [np.zeros(0, np.uint8)]
        for segment, found, at in self.places(field, term):
            start, end = found.bounds(at, at + 1)
            documents.append(np.add(found.documents[start:end], segment.base, dtype=np.intp))
            frequencies.append(found.frequencies[start:end])
        every, often = np.concatenate(documents), np.concatenate(frequencies)
        if self.live_count == self.count:
            return Postings(every, often)
        kept = self.live.take(every)
        return Postings(every[kept], often[kept])
