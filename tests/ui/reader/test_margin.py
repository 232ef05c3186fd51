"""The notes beside the text never overlap, whatever they say and wherever their words stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.reader.margin import stack
from briefing_app.ui.theme import Look
from tests.factories import NOON

WORDS = st.sampled_from(["x", "Who says so?", "**Loud** words\n\n- one\n- two", "数字はどこから " * 20, "من قال هذا؟", "longword" * 60])


@pytest.mark.usefixtures("qapp")
@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(WORDS, st.floats(0, 4_000)), max_size=12), st.sampled_from([1.0, 2.0]))
def test_no_note_touches_the_next(wishes: list[tuple[str, float]], scale: float) -> None:
    look = Look()
    look.choose(scale=scale)
    held = Anchor("x", "", "", Span(0, 1), "")
    notes = [(Annotation(AnnotationId(at), ArticleId(1), held, Tint.SUN, words, NOON, NOON), top) for at, (words, top) in enumerate(wishes)]
    placed = stack([(note, top, QColor("red")) for note, top in notes], look)
    assert sorted(note.annotation.id for note in placed) == list(range(len(wishes)))
    assert all(note.top >= note.wished for note in placed)
    for above, below in pairwise(placed):
        assert above.top + above.height < below.top
