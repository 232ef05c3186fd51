"""A cell's words may be shortened, but never so that they say the opposite."""

from __future__ import annotations

from briefing_app.model.span import Span
from briefing_app.ui.comparison.cutting import disputed_pieces, pieces_of

DENIAL = (
    "The harbour master answered the newspaper's report with the words that, as he understood it, at no time in the course of that "
    "long evening was the closing of the eastern quay a subject between himself and the owners of the ferry line."
)


def shown(*keys: str) -> str:
    spans = [Span(DENIAL.index(key), DENIAL.index(key) + len(key)) for key in keys]
    return "".join(words for words, _ in pieces_of(DENIAL, Span(0, len(DENIAL)), spans))


def test_a_negation_between_two_key_words_stays() -> None:
    assert "at no time" in shown("harbour master", "eastern quay")


def test_other_words_between_key_words_are_cut() -> None:
    assert "…" in shown("harbour master", "understood")


def test_what_stands_in_the_first_lines_is_not_cut_closely() -> None:
    text = "The office of Prime Minister Teodor Masch has rejected claims that Dalmora begged its neighbour to stop filling the reservoir."
    told = Span(text.index("rejected"), text.index(" that"))
    assert "".join(words for words, _ in disputed_pieces(text, Span(0, len(text)), [], [told])).startswith("The office of Prime")
