"""Hides how Whoosh's writer writes our arrays: a codec whose segments are two files, of the documents and of their words.

Per field of words: the sorted lexicon; for each word the documents that hold it, how often, and at which places. Whoosh keeps what it is
good at, the commit of generations; the postings, which it would pickle and read back one by one, never pass through it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.columns import NumericColumn
from whoosh.fields import FieldType

from briefing_app.library.index.arrays import Array, ArrayFile, smallest, starts_of

DOCS, WORDS = ".docs", ".words"
"""The endings of a segment's two files."""

STEP: Final = 32
"""Postings after which it is written down how many occurrences there have been."""

UNION: Final = 1 << 15
"""Postings of whose documents together a bit each is kept, so that a short beginning need not go through a tenth of all postings."""

BOUNDARY: Final = "\n"
"""The term that stands before and after each piece of a field, so that nothing reaches over its edge."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one field of one document: ``terms`` with the ``places`` they stand at, ascending, several at one place or none.

    ``starts`` says for each place where it begins in the article's text, in code points; empty where nobody asks.
    """

    terms: list[str]
    places: list[int]
    starts: list[int]

    def __len__(self) -> int:
        return len(self.terms)


class Places(FieldType):
    """A field of words that are cut already. Only one that is ``scorable`` has a length."""

    indexed = True
    analyzer = None
    format = None

    def __init__(self, *, scorable: bool = True) -> None:
        self.scorable = scorable
        self.stored = self.unique = False
        self.vector = self.column_type = None

    def index(self, value: Words, **_options: Any) -> Any:
        """All words at once, as one posting: ``Pool`` takes them apart."""
        yield value, len(value) - value.terms.count(BOUNDARY), 1.0, b""


class Value(FieldType):
    """A whole number of each document."""

    indexed = scorable = stored = unique = False
    analyzer = format = vector = None

    def __init__(self) -> None:
        self.column_type = NumericColumn("q")

    def to_column_value(self, value: int) -> Any:
        return value


class Codec(W3Codec):
    """Whoosh's codec, with our files in the place of its own."""

    length_stats = False

    # Whoosh passes more than we need; it does so by place, so that an underscore may stand before the name.

    def per_document_writer(self, storage: Any, segment: Any) -> DocumentWriter:
        return DocumentWriter(Path(storage.folder), segment)

    def field_writer(self, storage: Any, segment: Any) -> WordWriter:
        return WordWriter(Path(storage.folder), segment)

    def new_segment(self, _storage: Any, indexname: str) -> Segment:
        return Segment(self, indexname)


class Segment(W3Segment):
    """What Whoosh's table of contents says of a segment: how many documents it has and which of them are deleted."""

    def codec(self, **_options: Any) -> Codec:
        return Codec()

    @property
    def deleted(self) -> Iterable[int]:
        return self._deleted or ()


class DocumentWriter:
    """Collects the numbers and lengths of documents; Whoosh calls it."""

    def __init__(self, folder: Path, segment: Segment) -> None:
        self._folder, self._segment = folder, segment
        self._columns: dict[str, array[int]] = {}
        self._count = 0
        self.is_closed = False

    def start_doc(self, docnum: int) -> None:
        self._count = docnum + 1

    def cancel_doc(self) -> None:
        self._count -= 1

    def add_field(self, fieldname: str, _fieldobj: Any, _value: object, length: int) -> None:
        if length:
            self._put(f"{fieldname}/length", length)

    def add_column_value(self, fieldname: str, _column: object, value: int) -> None:
        self._put(fieldname, value)

    def finish_doc(self) -> None:
        """Nothing more to do: columns that the document left out are filled up later."""

    def close(self) -> None:
        self.is_closed = True
        if self._count:
            columns = {name: _filled(column, self._count) for name, column in self._columns.items()}
            write_documents(self._folder / self._segment.make_filename(DOCS), columns, self._count)

    def _put(self, name: str, value: int) -> None:
        column = self._columns.setdefault(name, array("q"))
        column.extend((0,) * (self._count - 1 - len(column)))
        column.append(value)


class WordWriter:
    """Writes what a ``Pool`` has collected; Whoosh calls it."""

    def __init__(self, folder: Path, segment: Segment) -> None:
        self._path = folder / segment.make_filename(WORDS)
        self.is_closed = False

    def add_postings(self, _schema: object, _lengths: object, fields: Iterable[tuple[str, Inverted]]) -> None:
        file = ArrayFile(self._path)
        try:
            for name, field in fields:
                write_field(file, name, field)
        except BaseException:
            file.cancel()
            raise
        file.close()

    def close(self) -> None:
        self.is_closed = True


@dataclass(frozen=True, slots=True)
class Inverted:
    """One field, inverted: for each term of the sorted lexicon its postings, for each posting its places.

    ``postings`` counts a term's documents; ``documents`` and ``frequencies`` are of postings in the order of the lexicon, ``places`` of
    their occurrences. ``starts`` are of all places of all documents, ``spaces`` counts those of each document.
    """

    terms: list[bytes]
    postings: Array
    documents: Array
    frequencies: Array
    places: Array
    spaces: Array
    starts: Array


class Pool:
    """The words of the documents that are being added; takes the place of Whoosh's pool of postings."""

    def __init__(self) -> None:
        self._fields: dict[str, _Collected] = {}
        self._documents = 0

    def add(self, item: tuple[str, Words, int, float, bytes]) -> None:
        """Take all words of one field of one document."""
        name, words, document, _, _ = item
        self._documents = document + 1
        self._fields.setdefault(name, _Collected()).add(words, document)

    def iter_postings(self) -> Iterable[tuple[str, Inverted]]:
        """Each field's name with the inverted field."""
        for name in sorted(self._fields):
            yield name, self._fields[name].inverted(self._documents)

    def cleanup(self) -> None:
        """Forget everything."""
        self._fields.clear()


class _Collected:
    """One field: every occurrence in the order of the documents."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._terms, self._places, self._starts = array("Q"), array("Q"), array("q")
        self._documents, self._counts, self._spaces = array("Q"), array("Q"), array("Q")

    def add(self, words: Words, document: int) -> None:
        ids = self._ids
        self._terms.extend([ids.setdefault(term, len(ids)) for term in words.terms])
        self._places.extend(words.places)
        self._starts.extend(words.starts)
        self._documents.append(document)
        self._counts.append(len(words.terms))
        self._spaces.append(len(words.starts))

    def inverted(self, documents: int) -> Inverted:
        names = [term.encode() for term in self._ids]
        order = sorted(range(len(names)), key=names.__getitem__)
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        terms = rank[np.frombuffer(self._terms, np.uint64).astype(np.int64)]
        holders = np.repeat(np.frombuffer(self._documents, np.uint64), np.frombuffer(self._counts, np.uint64).astype(np.int64))
        by_term = np.argsort(terms, kind="stable")
        terms, holders = terms[by_term], holders[by_term].astype(np.int64)
        firsts = np.flatnonzero(np.concatenate((np.ones(1, bool), (np.diff(terms) != 0) | (np.diff(holders) != 0))))[: len(terms)]
        spaces = np.zeros(documents, np.int64)
        spaces[np.frombuffer(self._documents, np.uint64).astype(np.int64)] = np.frombuffer(self._spaces, np.uint64)
        return Inverted(
            [names[at] for at in order],
            np.bincount(terms[firsts], minlength=len(order)),
            holders[firsts],
            np.diff(firsts, append=len(terms)),
            np.frombuffer(self._places, np.uint64)[by_term],
            spaces,
            np.frombuffer(self._starts, np.int64),
        )


def write_documents(path: Path, columns: dict[str, Array], count: int) -> None:
    """Write the numbers of ``count`` documents."""
    file = ArrayFile(path)
    try:
        file.add("count", np.array([count], np.int64))
        for name in sorted(columns):
            file.add(name, columns[name])
    except BaseException:
        file.cancel()
        raise
    file.close()


def write_field(file: ArrayFile, name: str, field: Inverted) -> None:
    """Write one field."""
    file.add(f"{name}/lexicon", np.frombuffer(b"".join(field.terms), np.uint8))
    file.add(f"{name}/terms", smallest(starts_of(np.fromiter(map(len, field.terms), np.int64, len(field.terms)))))
    occurrences = (
        np.add.reduceat(field.frequencies, starts_of(field.postings)[:-1], dtype=np.int64) if len(field.postings) else field.postings
    )
    file.add(f"{name}/postings", smallest(starts_of(field.postings)))
    file.add(f"{name}/occurrences", smallest(starts_of(occurrences)))
    file.add(f"{name}/documents", smallest(field.documents))
    file.add(f"{name}/frequencies", smallest(field.frequencies))
    file.add(f"{name}/steps", smallest(starts_of(field.frequencies)[::STEP]))
    file.add(f"{name}/places", smallest(field.places))
    if len(field.starts):
        file.add(f"{name}/spaces", smallest(starts_of(field.spaces)))
        file.add(f"{name}/starts", smallest(field.starts))
    else:
        file.add(f"{name}/unions", _unions(field.documents, len(field.spaces)))


def _unions(documents: Array, count: int) -> Array:
    """The documents of each ``UNION`` postings side by side: ``count`` bits a row."""
    rows = np.zeros((len(documents) // UNION, count), bool)
    for at, row in enumerate(rows):
        row[documents[at * UNION : (at + 1) * UNION].astype(np.intp)] = True
    return np.packbits(rows, axis=1).ravel()


def _filled(column: array[int], count: int) -> Array:
    return np.concatenate((np.frombuffer(column, np.int64), np.zeros(count - len(column), np.int64)))
