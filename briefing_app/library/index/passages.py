"""Hides how the passages that show why an article was found are picked: a scanner over its words with the query's own stems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing_app.library.index.schema import beginning, language_of, story_spans
from briefing_app.library.index.terms import Token, ends_run, is_character, term_of, tokens
from briefing_app.library.index.tree import And, Field, Leaf, Node, Not, Or, Phrase, Prefix, Word
from briefing_app.model.article import TOLD, Document, ZoneKind
from briefing_app.model.search import Passage
from briefing_app.model.span import Span

MOST_PASSAGES = 3
"""Passages of one hit unless every hit is asked for."""

_AROUND = 90
"""Code points of context on each side of the marks."""
_WIDEST = 260
"""Code points of a passage that gathers several marks."""

_WRITERS = frozenset({ZoneKind.BYLINE, ZoneKind.AGENCY})
_ZONES: dict[Field, frozenset[ZoneKind]] = {
    Field.STORY: TOLD,
    Field.TITLE: frozenset({ZoneKind.TITLE}),
    Field.BODY: frozenset({ZoneKind.STANDFIRST, ZoneKind.BODY}),
    Field.SOURCE: frozenset(),
    Field.BY: _WRITERS,
}


class Story:
    """A document ready to be scanned: its words are cut once, however many queries find it."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.language = language_of(document)
        self.zones = {
            span: frozenset(zone.kind for zone in document.zones if zone.span == span) for span in story_spans(document, TOLD | _WRITERS)
        }
        self._tokens: dict[Span, list[Token]] = {}

    def tokens(self, span: Span) -> list[Token]:
        """The words of one stretch, as far as they are indexed, cut when first asked for."""
        found = self._tokens.get(span)
        if found is None:
            found = self._tokens[span] = tokens(self.text, self.language, beginning(span))
        return found


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    leaf: int


def passages(story: Story, node: Node, most: int | None = MOST_PASSAGES) -> tuple[Passage, ...]:
    """The best ``most`` passages (None: all) in the order of the text. Empty when nothing that was asked for stands in the text."""
    leaves = _leaves(node)
    found: list[tuple[Passage, set[int]]] = []
    for zone, searched in _searched(story, leaves):
        marks = _marks(story.tokens(zone), story.language, searched)
        found.extend(_gathered(story.text, zone, marks))
    if most is not None:
        found = _best(found, most)
    return tuple(passage for passage, _ in found)


def _leaves(node: Node) -> list[Word | Prefix | Phrase]:
    """What must stand in a text to be shown: nothing below a NOT."""
    match node:
        case And(parts) | Or(parts):
            return [leaf for part in parts for leaf in _leaves(part)]
        case Word() | Prefix() | Phrase():
            return [node]
        case Not():
            return []
    return []


def _searched(story: Story, leaves: Sequence[Leaf]) -> Iterable[tuple[Span, list[tuple[int, Leaf]]]]:
    """Each stretch of the text in order with the leaves (and their places in the query) that are looked for there."""
    anywhere = [(i, leaf) for i, leaf in enumerate(leaves) if _field(leaf) is Field.ANYWHERE]
    at = 0
    for span, kinds in story.zones.items():
        if anywhere and span.start > at:
            yield Span(at, span.start), anywhere
        here = [(i, leaf) for i, leaf in enumerate(leaves) if _field(leaf) is Field.ANYWHERE or _ZONES[_field(leaf)] & kinds]
        if here:
            yield span, here
        at = max(at, span.end)
    if anywhere and at < len(story.text):
        yield Span(at, len(story.text)), anywhere


def _field(leaf: Leaf) -> Field:
    return leaf.field if isinstance(leaf, Word | Prefix | Phrase) else Field.SOURCE


def _marks(found: list[Token], language: str, leaves: Sequence[tuple[int, Leaf]]) -> list[_Mark]:
    marks = []
    for number, leaf in leaves:
        match leaf:
            case Word(_, form, _) if is_character(form):
                marks += [_Mark(span, number) for span in _characters(found, form)]
            case Word(_, form, _):
                terms = {term_of(form, language), term_of(form, "und")}
                marks += [_Mark(token.span, number) for token in found if token.term in terms]
            case Prefix(_, form, _) if is_character(form):
                marks += [_Mark(span, number) for span in _characters(found, form)]
            case Prefix(_, form, _):
                marks += [_Mark(token.span, number) for token in found if token.form.startswith(form)]
            case Phrase(_, forms, _):
                marks += [_Mark(span, number) for span in _runs(found, [term_of(form, language) for form in forms])]
    return sorted(marks, key=lambda mark: mark.span)


def _characters(found: list[Token], form: str) -> Iterable[Span]:
    for index, token in enumerate(found):
        if token.form.startswith(form):
            yield Span(token.span.start, token.span.start + 1)
        if ends_run(found, index) and token.form[1] == form:
            yield Span(token.span.end - 1, token.span.end)


def _runs(found: list[Token], terms: list[str]) -> Iterable[Span]:
    for start in range(len(found) - len(terms) + 1):
        if all(found[start + i].term == term for i, term in enumerate(terms)):
            yield Span(found[start].span.start, found[start + len(terms) - 1].span.end)


def _gathered(text: str, zone: Span, marks: list[_Mark]) -> list[tuple[Passage, set[int]]]:
    """Marks that stand close together share a passage; none reaches out of its zone."""
    found: list[tuple[Passage, set[int]]] = []
    group: list[_Mark] = []
    for mark in [*marks, None]:
        if group and (mark is None or mark.span.end - group[0].span.start > _WIDEST - _AROUND):
            before = found[-1][0].span.end if found else zone.start
            found.append((_passage(text, zone, group, before), {m.leaf for m in group}))
            group = []
        if mark is not None:
            group.append(mark)
    return found


def _passage(text: str, zone: Span, group: list[_Mark], earliest: int) -> Passage:
    first, last = group[0].span.start, max(mark.span.end for mark in group)
    start, end = max(earliest, zone.start, first - _AROUND), min(zone.end, last + _AROUND)
    start, end = min(start, first), max(end, last)
    if start > zone.start:
        start = next((i for i in range(start, first) if text[i - 1].isspace()), start)
    if end < zone.end:
        end = next((i for i in range(end, last, -1) if text[i].isspace()), end)
    while start < first and text[start].isspace():
        start += 1
    while end > last and text[end - 1].isspace():
        end -= 1
    return Passage(Span(start, end), _merged([mark.span for mark in group]))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _best(found: list[tuple[Passage, set[int]]], most: int) -> list[tuple[Passage, set[int]]]:
    """Greedily what shows most of the query that is not shown yet, then most marks, then what comes first."""
    left = list(enumerate(found))
    chosen: list[tuple[int, tuple[Passage, set[int]]]] = []
    shown: set[int] = set()
    while left and len(chosen) < most:
        best = max(left, key=lambda entry: (len(entry[1][1] - shown), len(entry[1][1]), len(entry[1][0].marks), -entry[0]))
        left.remove(best)
        chosen.append(best)
        shown |= best[1][1]
    return [entry for _, entry in sorted(chosen, key=lambda pair: pair[0])]
