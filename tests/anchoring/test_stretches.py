"""An annotation comes onto further words and off them again, whole characters only."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.anchoring import anchor, locate_all, with_stretch, without_stretch
from briefing_app.anchoring.graphemes import is_boundary
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from tests.factories import NOON

TEXT = "The board approved the pier. Fishermen object. The board’s chair, Ines Falk 👩‍🔬, answered them in May."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def on(*words: str, text: str = TEXT) -> Annotation:
    anchors = [anchor(text, at(one)) for one in words]
    return Annotation(AnnotationId(1), ArticleId(1), anchors[0], Tint.SUN, "Why?", NOON, NOON, more=tuple(anchors[1:]))


def quotes(annotation: Annotation) -> list[str]:
    return [held.quote for held in annotation.anchors]


def test_further_words_come_behind_the_first() -> None:
    both = with_stretch(on("Fishermen object"), TEXT, at("The board approved"))
    assert quotes(both) == ["Fishermen object", "The board approved"]
    assert both.words == "Fishermen object … The board approved"


def test_words_that_it_touches_become_one_stretch() -> None:
    grown = with_stretch(on("The board", "the pier"), TEXT, at("board approved the"))
    assert quotes(grown) == ["The board approved the pier"]


def test_words_that_it_is_on_already_change_nothing() -> None:
    note = on("The board approved the pier")
    assert with_stretch(note, TEXT, at("approved")) is note


def test_a_character_is_not_split() -> None:
    start = TEXT.index("👩")
    grown = with_stretch(on("Fishermen"), TEXT, Span(start + 1, start + 2))
    assert quotes(grown) == ["Fishermen", "👩‍🔬"]


def test_it_comes_off_one_stretch_and_never_off_its_last() -> None:
    both = on("Fishermen object", "Ines Falk")
    assert quotes(without_stretch(both, TEXT, at("Fishermen").start + 2)) == ["Ines Falk"]
    assert quotes(without_stretch(both, TEXT, at("Ines Falk").start)) == ["Fishermen object"]
    assert without_stretch(both, TEXT, at("answered").start) is both
    one = on("Ines Falk")
    assert without_stretch(one, TEXT, at("Ines").start) is one


def test_what_is_lost_stays_with_it() -> None:
    gone = replace(anchor(TEXT, at("Fishermen object")), quote="Nobody in the town objects to that any more", prefix="x", suffix="y")
    both = with_stretch(replace(on("Ines Falk"), more=(gone,)), TEXT, at("in May"))
    assert both.anchors[1] == gone
    assert quotes(both)[2] == "in May"


def test_no_words_are_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        with_stretch(on("Ines Falk"), TEXT, Span(3, 3))


@given(st.text(alphabet="ab é\n👩‍🔬🇩🇪日本́", min_size=2, max_size=40), st.data())
def test_it_holds_the_words_asked_for_and_those_it_held(text: str, data: st.DataObject) -> None:
    def drawn() -> Span:
        start = data.draw(st.integers(0, len(text) - 1))
        return Span(start, data.draw(st.integers(start + 1, len(text))))

    first, second = drawn(), drawn()
    note = Annotation(AnnotationId(1), ArticleId(1), anchor(text, first), Tint.SUN, "", NOON, NOON)
    both = with_stretch(note, text, second)
    spans = [found.span for found in locate_all(both.anchors, text)]
    assert all(any(span and span.holds(asked) for span in spans) for asked in (first, second))
    if both is not note and len(spans) > 1:
        assert spans[1] is not None
        assert is_boundary(text, spans[1].start)
        assert is_boundary(text, spans[1].end)
