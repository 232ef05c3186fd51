"""Hides how an annotation comes to be on several stretches of a text, and off one of them again."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.anchoring.anchors import anchor
from briefing_app.anchoring.graphemes import whole_characters
from briefing_app.anchoring.locating import locate_all
from briefing_app.model.annotation import Anchor, Annotation
from briefing_app.model.span import Span


def with_stretch(annotation: Annotation, text: str, span: Span) -> Annotation:
    """The annotation on ``span`` of its text too, in whole characters; stretches that it touches become one with it.

    The same annotation when it is on these words already. Raises ValueError when the span is empty or reaches beyond the text.
    """
    wanted = whole_characters(text, span)
    touched = [(held, place) for held, place in _places(annotation, text) if place is not None and place.overlap(wanted)]
    if any(place.holds(wanted) for _, place in touched):
        return annotation
    first = min((wanted.start, *(place.start for _, place in touched)))
    end = max((wanted.end, *(place.end for _, place in touched)))
    gone = [held for held, _ in touched]
    kept = [held for held in annotation.anchors if held not in gone]
    return _on(annotation, (*kept, anchor(text, Span(first, end))))


def without_stretch(annotation: Annotation, text: str, at: int) -> Annotation:
    """The annotation off the stretch that holds code point ``at``; the same when there is none, or it would be on nothing then."""
    gone = [held for held, place in _places(annotation, text) if place is not None and place.start <= at <= place.end][:1]
    kept = tuple(held for held in annotation.anchors if held not in gone)
    return _on(annotation, kept) if gone and kept else annotation


def _places(annotation: Annotation, text: str) -> list[tuple[Anchor, Span | None]]:
    located = locate_all(annotation.anchors, text)
    return [(held, found.span) for held, found in zip(annotation.anchors, located, strict=True)]


def _on(annotation: Annotation, anchors: tuple[Anchor, ...]) -> Annotation:
    return replace(annotation, anchor=anchors[0], more=anchors[1:])
