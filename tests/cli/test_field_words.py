"""Changes of fields in words."""

from __future__ import annotations

import pytest

from briefing_app.cli.field_words import change_words
from briefing_app.model.codebook import Code, Codebook
from briefing_app.model.ids import CodeId
from briefing_app.model.past import FieldChange

BOOK = Codebook((Code(CodeId(2), "sourcing"), Code(CodeId(3), "anonymous", parent=CodeId(2))))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (FieldChange("codes", "", "3, 2"), "its tags: nothing → “sourcing/anonymous”, “sourcing”"),
        (FieldChange("codes", "9", ""), "its tags: a tag that is gone → nothing"),
        (FieldChange("links", "", "5"), "its links: nothing → n5"),
        (FieldChange("article", "1", "2"), "the article that it is on: a1 → a2"),
        (FieldChange("question", "True", ""), "whether it is a question: yes → no"),
        (FieldChange("subject", "Subject(1)", "Subject(2)"), "what it is about was changed"),
        (FieldChange("note", "one\n\ntwo", ""), "note: “one two” → nothing"),
    ],
)
def test_a_change(change: FieldChange, words: str) -> None:
    assert change_words(change, BOOK) == words
