"""Hides how segments of like size become one, so that a query looks at few: arrays are sorted together, deleted documents drop out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from briefing_app.library.index.arrays import Array, ArrayFile, counts_of, spread
from briefing_app.library.index.codec import DOCS, WORDS, Codec, Inverted, Segment, write_documents, write_field
from briefing_app.library.index.opened import OpenedSegment, SegmentField

_ALIKE = 8
"""How many segments of one size are merged."""

_MOST_AT_REST, _LEAST_AT_REST = 8, 3
"""How many segments may stay once nothing waits to be indexed, and how many are worth being merged then."""

_LARGEST = 40_000
"""Documents of a segment that is not merged any more, so that merging takes at most some 900 MB of memory beside the mapped files."""

_POSTINGS_AT_ONCE = 500_000
"""Whose places are copied in one step."""


def due(segments: Sequence[Segment]) -> list[Segment]:
    """The segments that should become one now; empty when there are few of every size."""
    by_size: dict[int, list[Segment]] = {}
    for segment in segments:
        live = segment.doc_count()
        if live <= segment.doc_count_all() // 2 or live < _LARGEST:
            by_size.setdefault(_size(live), []).append(segment)
    for size in sorted(by_size):
        alike = by_size[size]
        if len(alike) >= _ALIKE and sum(segment.doc_count() for segment in alike[:_ALIKE]) <= _LARGEST:
            return alike[:_ALIKE]
    return []


def due_at_rest(segments: Sequence[Segment]) -> list[Segment]:
    """The segments that should become one once nothing waits to be indexed: as many of the smallest as make one of a size worth its work.

    None of them outweighs the others, so that what is large is not written again for the sake of a few documents.
    """
    if len(segments) <= _MOST_AT_REST:
        return []
    chosen: list[Segment] = []
    best, total = 0, 0
    for segment in sorted(segments, key=lambda one: one.doc_count()):
        live = segment.doc_count()
        if total + live > _LARGEST:
            break
        chosen.append(segment)
        best = len(chosen) if live <= total else best
        total += live
    return chosen[:best] if best >= _LEAST_AT_REST else []


def _size(documents: int) -> int:
    """Powers of ``_ALIKE``."""
    size = 0
    while documents >= _ALIKE:
        documents //= _ALIKE
        size += 1
    return size


def policy(folder: Path, chosen: Sequence[Segment]) -> Callable[[Any, list[Segment]], list[Segment]]:
    """What Whoosh's writer asks for when it commits: the segments that stay, the chosen ones as one in the place of the first."""

    def merged(writer: Any, segments: list[Segment]) -> list[Segment]:
        one = merge(folder, chosen, Segment(Codec(), writer.indexname))
        first = segments.index(chosen[0])
        kept = [segment for segment in segments if segment not in chosen]
        at = sum(segment not in chosen for segment in segments[:first])
        return [*kept[:at], *([one] if one.doc_count_all() else []), *kept[at:]]

    return merged


def merge(folder: Path, segments: Sequence[Segment], into: Segment) -> Segment:
    """Write the live documents of the segments as the segment ``into``."""
    opened = [OpenedSegment(folder, segment, 0) for segment in segments]
    moved, count = [], 0
    for one in opened:
        live = np.ones(one.count, bool)
        live[one.deleted] = False
        moved.append(np.where(live, np.cumsum(live) - 1 + count, -1).astype(np.int32))
        count += int(live.sum())
    into.set_doc_count(count)
    if count:
        _write_documents(folder / into.make_filename(DOCS), opened, moved, count)
        _write_words(folder / into.make_filename(WORDS), opened, moved, count)
    return into


def _write_documents(path: Path, opened: Sequence[OpenedSegment], moved: Sequence[Array], count: int) -> None:
    names = {name for one in opened for name in one.documents} - {"count"}
    columns = {}
    for name in names:
        pieces = [one.documents.get(name, np.zeros(one.count, np.int64))[to >= 0] for one, to in zip(opened, moved, strict=True)]
        columns[name] = np.concatenate(pieces)
    write_documents(path, columns, count)


def _write_words(path: Path, opened: Sequence[OpenedSegment], moved: Sequence[Array], count: int) -> None:
    file = ArrayFile(path)
    try:
        for name in sorted({name for one in opened for name in one.field_names()}):
            pieces = [(field, to) for one, to in zip(opened, moved, strict=True) if (field := one.field(name)) is not None]
            merged = _merged_field(pieces, count)
            if merged.terms:
                write_field(file, name, merged)
    except BaseException:
        file.cancel()
        raise
    file.close()


def _merged_field(pieces: Sequence[tuple[SegmentField, Array]], count: int) -> Inverted:
    lexicons = [_terms(field) for field, _ in pieces]
    terms = sorted(set().union(*lexicons))
    rank = {term: at for at, term in enumerate(terms)}
    owners, documents, frequencies, firsts, places, base = [], [], [], [], [], 0
    reached = np.min_scalar_type(sum(len(field.places) for field, _ in pieces))
    for (field, to), lexicon in zip(pieces, lexicons, strict=True):
        ranks = np.fromiter((rank[term] for term in lexicon), np.uint32, len(lexicon))
        holders = to[field.documents]
        kept = holders >= 0
        ends = np.cumsum(field.frequencies, dtype=np.int64) + base
        owners.append(np.repeat(ranks, counts_of(field.postings))[kept])
        documents.append(holders[kept])
        firsts.append((ends - field.frequencies)[kept].astype(reached))
        frequencies.append(field.frequencies[kept])
        places.append(field.places)
        base += len(field.places)
    owner = np.concatenate(owners)
    order = np.argsort(owner, kind="stable")
    often = np.concatenate(frequencies)[order]
    used = np.bincount(owner, minlength=len(terms))
    spaces, starts = _merged_starts(pieces, count)
    return Inverted(
        [term for term, some in zip(terms, used.tolist(), strict=True) if some],
        used[used > 0],
        np.concatenate(documents)[order],
        often,
        _gathered(np.concatenate(places), np.concatenate(firsts)[order], often),
        spaces,
        starts,
    )


def _gathered(places: Array, firsts: Array, counts: Array) -> Array:
    """The places of postings, from ``firsts`` on ``counts`` each; some postings at a time, because an index of 8 bytes is made for each."""
    pieces = [np.zeros(0, places.dtype)]
    for at in range(0, len(firsts), _POSTINGS_AT_ONCE):
        until = at + _POSTINGS_AT_ONCE
        pieces.append(places[spread(firsts[at:until], counts[at:until].astype(np.int64))])
    return np.concatenate(pieces)


def _merged_starts(pieces: Sequence[tuple[SegmentField, Array]], count: int) -> tuple[Array, Array]:
    spaces, starts = np.zeros(count, np.int64), [np.zeros(0, np.uint8)]
    for field, to in pieces:
        if field.spaces is None or field.starts is None:
            continue
        counts = counts_of(field.spaces)
        kept = to >= 0
        spaces[to[kept]] = counts[kept]
        starts.append(field.starts[np.repeat(kept, counts)])
    return spaces, np.concatenate(starts)


def _terms(field: SegmentField) -> list[bytes]:
    return [term.encode() for term in field.lexicon.terms(0, field.lexicon.count)]
