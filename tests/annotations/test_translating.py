"""A note with the tag of the codebook is a translation of its words, wherever these stand in the text now."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.anchoring import anchor
from briefing_app.annotations.translating import translations_of
from briefing_app.model.annotation import TRANSLATION, Annotation, Tint, Translation
from briefing_app.model.codebook import Code, Codebook
from briefing_app.model.ids import AnnotationId, ArticleId, CodeId
from briefing_app.model.span import Span
from tests.factories import NOON

TEXT = "Die Brücke bleibt bis Mai gesperrt. Der Bürgermeister schweigt."
WORDS = Span(0, 34)
BOOK = Codebook((Code(CodeId(4), TRANSLATION),))
NOTE = Annotation(AnnotationId(1), ArticleId(1), anchor(TEXT, WORDS), Tint.SKY, "The bridge stays\nclosed.", NOON, NOON, codes=(CodeId(4),))


def test_a_tagged_note_is_a_translation_of_its_words() -> None:
    assert translations_of(TEXT, [NOTE], BOOK) == (Translation(WORDS, "The bridge stays closed."),)
    assert translations_of(TEXT, [replace(NOTE, author="Falk")], BOOK)[0].author == "Falk"


def test_other_notes_and_empty_ones_are_none() -> None:
    assert translations_of(TEXT, [replace(NOTE, codes=()), replace(NOTE, note=" ")], BOOK) == ()
    assert translations_of(TEXT, [NOTE], Codebook()) == ()


def test_it_moves_with_its_words_and_goes_with_them() -> None:
    moved = "Vorab gemeldet.\n\n" + TEXT
    assert translations_of(moved, [NOTE], BOOK)[0].span.of(moved) == WORDS.of(TEXT)
    assert translations_of("Etwas ganz anderes steht hier.", [NOTE], BOOK) == ()
