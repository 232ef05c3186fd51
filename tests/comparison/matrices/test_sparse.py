"""Rows kept sparse give what the same rows give as a matrix; so do long articles, whose matrices are made in parts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.comparison.alignment import candidates, likeness
from briefing_app.comparison.alignment.align import align, weigh
from briefing_app.comparison.alignment.likeness import Likeness
from briefing_app.comparison.matrices import all_products, row_products
from briefing_app.comparison.matrices.all_products import AllProducts, best_of_each, parts
from briefing_app.comparison.matrices.row_products import (
    best_of_smaller,
    greatest_towards,
    kept_sparse,
    made_of_all,
    normed,
    padded,
    picked,
    products,
    scaled,
    sums,
    times,
    weighed,
)
from briefing_app.comparison.matrices.sparse import Floats, Sparse
from briefing_app.language import idf, read
from tests.factories import article

WIDTH = 7


@st.composite
def rows(draw: st.DrawFn) -> Floats:
    """Up to thirty rows, most of them nearly empty, some wholly."""
    found = draw(st.lists(st.dictionaries(st.integers(0, WIDTH - 1), st.floats(0.125, 2.0, width=32), max_size=4), min_size=1, max_size=30))
    filled = np.zeros((len(found), WIDTH), dtype=np.float32)
    for row, some in enumerate(found):
        for column, value in some.items():
            filled[row, column] = value
    return filled


@given(rows(), st.integers(1, 29))
def test_sparse_rows_are_those_of_the_matrix(filled: Floats, at: int) -> None:
    """Whole and in part, weighed, summed and at length 1, however many blocks they were made of."""
    sparse, weight = Sparse.of((filled[:at], filled[at:]), WIDTH), np.arange(1, WIDTH + 1, dtype=np.float32)
    end = min(at, len(filled))
    assert np.array_equal(sparse.dense(0, end), filled[:end])
    for one, other in ((scaled(sparse, weight), scaled(filled, weight)), (normed(sparse), normed(filled))):
        assert isinstance(one, Sparse)
        assert one.dense(0, len(filled)) == pytest.approx(other, abs=1e-5)
    assert sums(sparse) == pytest.approx(sums(filled), abs=1e-5)


@given(rows(), rows(), st.data())
def test_products_of_sparse_rows_are_those_of_the_matrices(a: Floats, b: Floats, data: st.DataObject) -> None:
    """For any pairs of rows, in any order."""
    pairs = data.draw(st.lists(st.tuples(st.integers(0, len(a) - 1), st.integers(0, len(b) - 1)), min_size=1, max_size=40))
    i, j = np.array(pairs, dtype=np.intp).T
    expected = (a @ b.T)[i, j]
    for one in (a, Sparse.of([a], WIDTH)):
        for other in (b, Sparse.of([b], WIDTH)):
            assert products(one, other, i, j) == pytest.approx(expected, abs=1e-4)


@given(rows(), st.data())
def test_what_is_read_out_of_sparse_rows_is_that_of_the_matrix(filled: Floats, data: st.DataObject) -> None:
    """The best column of two rows, by product and by the smaller number; single places; what a weight or a matrix makes of them."""
    places = data.draw(st.lists(st.tuples(*[st.integers(0, len(filled) - 1)] * 2, st.integers(0, WIDTH - 1)), min_size=1, max_size=40))
    i, j, columns = np.array(places, dtype=np.intp).T
    held = np.nonzero(filled)
    sparse = Sparse.filled(len(filled), WIDTH, *(one[::-1] for one in (*held, filled[held])))
    weight = np.arange(1, WIDTH + 1, dtype=np.float32)

    assert np.array_equal(sparse.dense(0, len(filled)), filled)
    assert np.array_equal(sparse.at(i, columns), filled[i, columns])
    assert np.array_equal(padded(sparse).least_of_two(sparse, i, j), best_of_smaller(filled, i, j))
    assert np.array_equal(padded(filled).greatest(filled, i, j), (filled[i] * filled[j]).max(axis=1))
    assert weighed(sparse, weight) == pytest.approx(filled @ weight, abs=1e-4)
    assert times(sparse, weight[:, None]) == pytest.approx(filled @ weight[:, None], abs=1e-4)
    assert np.array_equal(kept_sparse(made_of_all((sparse, sparse), np.add)).dense(0, len(filled)), filled + filled)
    assert np.array_equal(picked(sparse, i, columns), picked(filled, i, columns))
    of = np.arange(WIDTH) // 3
    assert np.array_equal(greatest_towards(sparse, of, 3), greatest_towards(filled, of, 3))


@given(rows(), st.integers(1, 4))
def test_the_heaviest_of_each_row_are_its_greatest_numbers(filled: Floats, most: int) -> None:
    kept = kept_sparse(filled).heaviest(most)
    for row, whole in zip(kept.dense(0, len(filled)), filled, strict=True):
        assert np.array_equal(np.sort(row)[::-1][:most], np.sort(whole)[::-1][:most])
        assert np.count_nonzero(row) == min(most, np.count_nonzero(whole))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.sampled_from([0.25, 0.5, 1.0])), max_size=20))
def test_of_several_in_one_place_the_greatest_is_kept(found: list[tuple[int, int, float]]) -> None:
    rows, columns, values = np.array(found, dtype=np.float32).reshape(-1, 3).T
    expected = np.zeros((4, 3), dtype=np.float32)
    for row, column, value in found:
        expected[row, column] = max(expected[row, column], value)
    made = Sparse.strongest(4, 3, rows.astype(np.intp), columns.astype(np.intp), values.astype(np.float32))
    assert np.array_equal(made.dense(0, 4), expected)


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([0.25, 0.5, 1.0])), max_size=30), st.integers(1, 3))
def test_the_best_of_each_key_are_its_greatest_values(found: list[tuple[int, float]], most: int) -> None:
    found.sort(key=lambda one: one[0])
    keys, values = np.array([key for key, _ in found], dtype=np.intp), np.array([value for _, value in found], dtype=np.float32)
    kept = best_of_each(keys, values, most)
    assert kept.tolist() == sorted(kept.tolist())
    for key in range(4):
        mine = sorted((value for one, value in found if one == key), reverse=True)
        assert sorted(values[kept][keys[kept] == key].tolist(), reverse=True) == mine[:most]


@given(rows(), rows(), st.integers(0, 29), st.integers(0, 30))
def test_sparse_rows_meet_all_others_as_the_matrices_do(a: Floats, b: Floats, first: int, more: int) -> None:
    """Whatever columns are common."""
    part = slice(min(first, len(a)), min(first + more, len(a)))
    expected = a[part] @ b.T
    assert AllProducts(a, b).rows(part) == pytest.approx(expected, abs=1e-4)
    assert AllProducts(Sparse.of([a], WIDTH), Sparse.of([b], WIDTH)).rows(part) == pytest.approx(expected, abs=1e-4)


def test_articles_too_long_for_whole_matrices_are_scored_as_others_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a part ends in the midst of an article."""
    told = (
        "The mayor of Lindholm closed the harbour on Monday because a tanker had run aground.",
        "Divers will look for a leak, the coastguard said, and the tanker's owner promised to pay.",
        "No one was hurt when the ship struck the reef.",
        "The harbour in Lindholm was shut after a tanker hit a reef.",
        "Its crew of twelve was unhurt, and the owner will pay for the damage.",
    )
    articles = [article(number, None, *told[number - 1 :], *told[: number - 1]) for number in (1, 2, 3)]
    findings = [read(one.document) for one in articles]
    whole = align(articles, findings)
    for module, name in ((row_products, "_LARGE"), (row_products, "_STRIPE"), (likeness, "_SMALL"), (all_products, "AT_ONCE")):
        monkeypatch.setattr(module, name, 4)
    monkeypatch.setattr(likeness, "_UNLIKE", 0.0)  # what is left out of very many is told below
    monkeypatch.setattr(candidates, "_PLAIN", 0.0)
    monkeypatch.setattr(candidates, "_HEAVIEST", 1000)
    parts = align(articles, findings)
    assert parts.accepted.keys() == whole.accepted.keys()
    assert len(whole.accepted) > len(told)
    assert parts.scores == pytest.approx(whole.scores, abs=1e-4)


def test_of_very_many_rows_few_are_held_against_all_at_once() -> None:
    """So that what is made of them takes no more room the more there are."""
    for count in (0, 1, 900, 4_000, 50_000):
        cut = list(parts(count))
        assert [row for part in cut for row in range(part.start, part.stop)] == list(range(count))
        assert all((part.stop - part.start) * count <= 2_000_000 for part in cut)


def test_of_very_many_units_only_the_likest_of_each_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what is kept grows with the units and not with their square."""
    lines = [f"The council of Lund closed pier {number} of the harbour." for number in range(8)]
    articles = [article(number, None, *lines) for number in (1, 2)]
    units = weigh(articles, [read(one.document) for one in articles]).units
    whole = Likeness(units, idf).cosine
    assert not isinstance(whole, Sparse)
    monkeypatch.setattr(row_products, "_LARGE", 4)
    monkeypatch.setattr(likeness, "_LIKEST", 3)
    kept = Likeness(units, idf).cosine
    assert isinstance(kept, Sparse)
    assert kept.counts.tolist() == [3] * len(units)
    for unit, row in enumerate(kept.dense(0, len(units))):
        assert np.sort(row)[-3:] == pytest.approx(np.sort(whole[unit])[-3:], abs=1e-5)


def test_products_of_full_rows_are_those_of_the_matrices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not all products are made at once."""
    monkeypatch.setattr(row_products, "_GATHER", 0)
    monkeypatch.setattr(row_products, "_AT_ONCE", 3)
    a, b = (np.arange(start, start + 5 * WIDTH, dtype=np.float32).reshape(5, WIDTH) for start in (1, 7))
    i, j = np.array([0, 4, 2, 2], dtype=np.intp), np.array([1, 0, 4, 2], dtype=np.intp)
    assert products(a, b, i, j) == pytest.approx((a @ b.T)[i, j])
