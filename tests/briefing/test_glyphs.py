"""A character without a font is named, with its place, before the briefing goes out."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.briefing import Concern, draft, font_remarks
from briefing_app.model.briefing import Missing, SummaryBlock, TextBlock
from briefing_app.model.span import Span
from tests.briefing.material import event, material
from tests.factories import NOON


def test_it_names_character_block_and_place() -> None:
    used = material()
    made = replace(draft(event(*used.articles), used, now=NOON), blocks=(SummaryBlock(), TextBlock("🚢 A \U00013000 sign.")))
    typed, written, private = font_remarks(made, (Missing("\U00013000", 1), Missing("\u13a0", 0), Missing("\ue000", 1)))
    assert (typed.concern, typed.block, typed.span) == (Concern.NO_FONT, 1, Span(4, 5))
    assert "U+13000 (EGYPTIAN HIEROGLYPH A001)" in typed.why
    assert "[U+13000]" in typed.why
    assert (written.block, written.span) == (0, None)
    assert "U+E000 (a character without a name)" in private.why
    assert font_remarks(made, (Missing("x", 9),)) == ()
