"""Hides how the places of words in the index become places in the text of an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from briefing_app.library.index.arrays import Array
from briefing_app.library.index.codec import BOUNDARY
from briefing_app.library.index.expansion import Expansion
from briefing_app.library.index.opened import Opened
from briefing_app.library.index.passages import Mark, Paragraph
from briefing_app.library.index.spans import PLACES, Finder, Spans
from briefing_app.library.index.terms import form_of, is_character, word_end
from briefing_app.library.index.tree import And, Field, Filter, Node, Not, Or, Placed, Prefix, Word, parts_of
from briefing_app.model.span import Span


class Locator:
    """Finds the marks of a query in some articles, whose texts are given."""

    def __init__(self, opened: Opened, languages: Sequence[str], texts: Mapping[int, str]) -> None:
        self._opened = opened
        self._documents = opened.documents_of(sorted(texts))
        among = np.zeros(opened.count, bool)
        among[self._documents] = True
        self._finder = Finder(opened, Expansion(languages), among)
        self._texts = texts

    def paragraphs(self, node: Node) -> dict[int, list[Paragraph]]:
        """By article number, the paragraphs in which something stands that was asked for."""
        parts = _shown(node)
        names = dict.fromkeys(name for part in parts for name in _places(part))
        found: dict[int, list[Paragraph]] = defaultdict(list)
        for name in names:
            spans = [self._finder.find(part, name) for part in parts]
            for document in np.unique(np.concatenate([one.documents for one in spans])).tolist():
                number = int(self._opened.numbers[document])
                marks = _Marks(self._texts[number], *self._starts(name, document))
                for part, (one, asked) in enumerate(zip(spans, parts, strict=True)):
                    marks.put(_of(one, document), part, _character(asked))
                found[number] += marks.paragraphs()
        return found

    def _starts(self, name: str, document: int) -> tuple[Array, Array]:
        """Where each place of a document's field begins in the text, and the places of its boundaries."""
        for segment, field in self._opened.fields(name):
            if segment.base <= document < segment.base + segment.count and field.spaces is not None and field.starts is not None:
                at = document - segment.base
                among = np.zeros(segment.count, bool)
                among[at] = True
                boundary = field.lexicon.find(BOUNDARY.encode())
                assert boundary is not None
                starts = field.starts[int(field.spaces[at]) : int(field.spaces[at + 1])]
                return np.cumsum(starts, dtype=np.int64), field.occurrences_of(boundary, among)[1]
        return np.zeros(0, np.int64), np.zeros(0, np.int64)


class _Marks:
    """The marks in one field of one article, gathered by paragraph."""

    def __init__(self, text: str, starts: Array, boundaries: Array) -> None:
        self._text, self._starts, self._boundaries = text, starts, boundaries
        self._marks: dict[Span, list[Mark]] = defaultdict(list)

    def put(self, spans: Spans, part: int, character: str) -> None:
        """Note the marks of one part; ``character`` is not empty when a single one of an unspaced script is asked for."""
        for place, length in zip(spans.places.tolist(), spans.lengths.tolist(), strict=True):
            after = int(np.searchsorted(self._boundaries, place))
            if after == 0 or after == len(self._boundaries):
                continue
            paragraph = Span(*(int(self._starts[self._boundaries[at]]) for at in (after - 1, after)))
            if not paragraph:  # a value that stands nowhere in the text
                continue
            start, last = int(self._starts[place]), int(self._starts[place + length - 1])
            span = self._one(start, character) if character else Span(start, word_end(self._text, last))
            self._marks[paragraph].append(Mark(span, part))

    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs with marks."""
        return [Paragraph(span, tuple(sorted(marks, key=lambda mark: mark.span))) for span, marks in self._marks.items()]

    def _one(self, start: int, character: str) -> Span:
        """The character stands at the beginning of a bigram, or ends the last one of a run."""
        shift = 0 if form_of(self._text[start]) == character else 1
        return Span(start + shift, start + shift + 1)


def _shown(node: Node) -> list[Node]:
    """What must stand in a text to be shown: nothing below a NOT."""
    match node:
        case And(parts) | Or(parts):
            return [shown for part in parts for shown in _shown(part)]
        case Not():
            return []
    return [] if isinstance(node, Filter) else [node]


def _places(node: Node) -> list[str]:
    """The index's fields whose words stand in the text."""
    if isinstance(node, Placed):
        return [] if node.field is Field.SOURCE else list(PLACES[node.field])
    return [name for part in parts_of(node) for name in _places(part)]


def _character(node: Node) -> str:
    return node.form if isinstance(node, Word | Prefix) and is_character(node.form) else ""


def _of(spans: Spans, document: int) -> Spans:
    """Those of one document."""
    first, last = np.searchsorted(spans.documents, [document, document + 1])
    return Spans(spans.keys[first:last], spans.lengths[first:last])
