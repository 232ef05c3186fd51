"""The ends of an excerpt move by whole sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.briefing.extent import end_moved, sentences_of, start_moved
from briefing_app.model.span import Span
from tests.briefing.material import FIRST, JAPANESE, SECOND, span

LENGTHS = st.lists(st.integers(1, 9), min_size=1, max_size=8)
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair)))


def sentences(lengths: list[int]) -> list[Span]:
    ends = [sum(lengths[: at + 1]) + at for at in range(len(lengths))]
    return [Span(end - length, end) for end, length in zip(ends, lengths, strict=True)]


def test_words_in_the_middle_grow_to_their_sentence_then_to_the_next() -> None:
    words, found = span(SECOND, "on Tuesday"), sentences_of(SECOND)
    whole = start_moved(end_moved(words, found, 1), found, -1)
    assert whole.of(SECOND.text) == "The port denied on Tuesday that the ferry will stop in May."
    assert end_moved(whole, found, 1).of(SECOND.text).endswith("until autumn 🚢.")
    assert end_moved(end_moved(whole, found, 1), found, -1) == whole
    assert end_moved(whole, found, -1) == whole


def test_other_scripts_have_sentences_too() -> None:
    found = sentences_of(JAPANESE)
    assert any("港湾当局" in one.of(JAPANESE.text) for one in found)
    assert all(one.of(FIRST.text).strip() for one in sentences_of(FIRST))


@given(LENGTHS, SPANS, st.sampled_from([-1, 1]))
def test_an_excerpt_never_becomes_nothing_and_moves_one_end_only(lengths: list[int], start: Span, by: int) -> None:
    found = sentences(lengths)
    for moved, other_end in ((end_moved(start, found, by), "start"), (start_moved(start, found, by), "end")):
        assert moved
        assert getattr(moved, other_end) == getattr(start, other_end)
    assert (len(end_moved(start, found, by)) - len(start)) * by >= 0
    assert (len(start_moved(start, found, by)) - len(start)) * by <= 0
