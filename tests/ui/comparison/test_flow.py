"""Cutting a text into passages and folds: every word once, in order."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.article import Article
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, Place, Relation
from briefing_app.model.span import Span
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.texts.flow import Column, Fold, Passage, column_of, shared_claims, silent_places, weights_of
from tests.factories import article
from tests.ui.comparison.material import compared_of, sentence


def columns_of(compared: Compared) -> tuple[Column, ...]:
    return tuple(column_of(compared.comparison, one.id, one.text, compared.told(place)) for place, one in enumerate(compared.articles))


def covered(column: Column) -> list[Span]:
    """The spans of a column's items, sentence by sentence in folds."""
    return [span for item in column for span in (item.sentences if isinstance(item, Fold) else (item.span,))]  # type: ignore[union-attr]


SPLIT = "Kato said that the port is closed, the Post reported, but the ferries sail, although late. Nothing else happened."


def split(*cores: str) -> Column:
    """One sentence of two articles; the first holds the rows ``cores``, the second all of them too."""
    one, other = article(1, None, SPLIT), article(2, None, SPLIT)
    spans = [Span(SPLIT.index(core), SPLIT.index(core) + len(core)) for core in cores]
    claims = tuple(
        Claim(ClaimStatus.ALL, core, Place(one.id, span), tuple(Cell(each.id, Relation.STATES, (span,)) for each in (one, other)))
        for core, span in zip(cores, spans, strict=True)
    )
    comparison = Comparison("test", (one.id, other.id), ("", ""), claims)
    end = SPLIT.index(" Nothing")
    return column_of(comparison, one.id, SPLIT, (Span(0, end), Span(end + 1, len(SPLIT))))


def words(item: object, text: str = SPLIT) -> str:
    assert isinstance(item, Passage | Fold)
    return item.span.of(text)


def test_a_sentence_of_two_rows_falls_at_the_last_mark_between_them() -> None:
    first, second, rest = split("the port is closed", "the ferries sail")
    assert words(first) == "Kato said that the port is closed, the Post reported, "
    assert words(second) == "but the ferries sail, although late."
    assert rest == Fold((Span(SPLIT.index("Nothing"), len(SPLIT)),))


def test_rows_over_the_same_words_share_a_passage() -> None:
    first, _rest = split("the port is closed", "port is closed, the Post")
    assert isinstance(first, Passage)
    assert first.claims == (0, 1)
    assert len(first.core) == 2


def test_neighbouring_sentences_of_one_row_are_one_passage() -> None:
    compared = compared_of((3, 3), [{0: [0, 1], 1: [2]}])
    first, rest = columns_of(compared)[0]
    assert isinstance(first, Passage)
    assert first.core == (sentence(compared.articles[0], 0), sentence(compared.articles[0], 1))
    assert isinstance(rest, Fold)
    assert (len(rest.sentences), rest.only) == (1, 1)


def test_what_one_source_alone_says_is_folded() -> None:
    compared = compared_of((5, 2), [{0: [2], 1: [0]}])
    assert [type(item).__name__ for item in columns_of(compared)[0]] == ["Fold", "Passage", "Fold"]
    assert shared_claims(compared.comparison) == (0,)


def test_silence_is_drawn_between_sources_and_where_something_is_left_out() -> None:
    compared = compared_of((2, 2, 2), [{0: [0], 2: [0]}, {0: [1], 1: [1]}])
    assert set(silent_places(compared.comparison, columns_of(compared))) == {(0, 1), (1, 2)}
    lonely = compared_of((2, 2, 2, 2), [{0: [1], 1: [1]}])
    assert silent_places(lonely.comparison, columns_of(lonely)) == ()


def test_rows_that_cross_few_others_come_first_and_a_wanted_one_before_all() -> None:
    compared = compared_of((5, 5), [{0: [0], 1: [4]}, {0: [1], 1: [1]}, {0: [2], 1: [2]}, {0: [3], 1: [3]}])
    columns = columns_of(compared)
    assert weights_of(compared.comparison, columns)[-1] == 0
    assert weights_of(compared.comparison, columns, 0)[0] == 0


@given(st.data())
def test_every_sentence_stands_once_and_in_order(data: st.DataObject) -> None:
    sizes = data.draw(st.lists(st.integers(1, 6), min_size=1, max_size=4))
    row = st.dictionaries(st.integers(0, len(sizes) - 1), st.just([0]), min_size=1)
    rows = [
        {column: data.draw(st.lists(st.integers(0, sizes[column] - 1), min_size=1, max_size=2, unique=True)) for column in drawn}
        for drawn in data.draw(st.lists(row, max_size=6))
    ]
    compared = compared_of(sizes, rows)
    for place, column in enumerate(columns_of(compared)):
        spans = covered(column)
        assert spans == sorted(spans)
        assert all(before.end <= after.start for before, after in pairwise(spans))
        for told in compared.told(place):
            assert sum(told.overlap(span) for span in spans) == len(told)


def test_an_article_nobody_has_read_is_cut_by_lines() -> None:
    one: Article = article(1, "Title", "A line. Another.", "A second paragraph.")
    compared = Compared(Comparison("test", (one.id,), ("",)), (one,))
    assert [span.of(one.text) for span in compared.told(0)] == ["Title", "A line. Another.", "A second paragraph."]
