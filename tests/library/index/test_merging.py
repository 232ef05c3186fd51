"""Which segments become one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.library.index import merging
from briefing_app.library.index.codec import Codec, Segment


def segments(counts: list[int]) -> list[Segment]:
    made = []
    for count in counts:
        made.append(Segment(Codec(), "MAIN"))
        made[-1].set_doc_count(count)
    return made


def test_what_an_import_left_becomes_few_and_large() -> None:
    left = segments([32_768, 32_768, *[4_096] * 7, *[500] * 12])
    assert len(merging.due_at_rest(left)) == 19
    assert merging.due_at_rest(segments([500] * 8)) == []


def test_what_is_large_is_not_written_again_for_a_few_documents() -> None:
    chosen = merging.due_at_rest(segments([30_000, *[1] * 9]))
    assert [segment.doc_count() for segment in chosen] == [1] * 9


@given(st.lists(st.integers(1, 50_000), max_size=40))
def test_it_comes_to_an_end_and_none_outweighs_the_others(counts: list[int]) -> None:
    while chosen := merging.due_at_rest(segments(counts)):
        sizes = [segment.doc_count() for segment in chosen]
        assert max(sizes) <= sum(sizes) - max(sizes)
        assert len(sizes) >= 3
        for size in sizes:
            counts.remove(size)
        counts.append(sum(sizes))
