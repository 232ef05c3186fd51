"""What stands in a cell: what is remarked stands below the words that it is about."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.model.comparison import DifferenceKind, Mark, Relation
from briefing_app.ui.comparison.passages import CellView, ClaimRow, cell_view, spoken
from tests.ui.comparison.material import compared_of


def both_sides(*marks: tuple[int | None, DifferenceKind, str], relation: Relation = Relation.CONTRADICTS) -> CellView:
    """A's cell of a conflict in which it carries two passages; a mark stands at one of them, or (None) at none."""
    compared = compared_of((3, 3), [{0: [0, 2], 1: [1]}], conflicts=1)
    claim = compared.comparison.claims[0]
    spans = sorted(claim.cells[0].spans)
    made = tuple(Mark(kind, words, None if at is None else spans[at]) for at, kind, words in marks)
    cell = replace(claim.cells[0], relation=relation, marks=made)
    claims = (replace(claim, cells=(cell, *claim.cells[1:])), *compared.comparison.claims[1:])
    return cell_view(replace(compared, comparison=replace(compared.comparison, claims=claims)), ClaimRow(0, claims[0], 0), 0)


def test_a_mark_stands_below_the_passage_that_it_is_about() -> None:
    against = ((0, DifferenceKind.CONTRADICTION, "against B: “no”"), (1, DifferenceKind.CONTRADICTION, "against A: “yes”"))
    cell = both_sides(*against)
    assert [passage.remark for passage in cell.passages] == ["against B: “no”", "against A: “yes”"]
    assert "against B" in spoken(cell)
    assert "against A" in spoken(cell)


def test_who_tells_a_passage_is_not_said_twice() -> None:
    compared = compared_of((2, 2), [{0: [0], 1: [0]}])
    claim = compared.comparison.claims[0]
    marks = (Mark(DifferenceKind.ATTRIBUTION, "attributed to the mayor"), Mark(DifferenceKind.HEDGE, "“may”"))
    for chain, said in ((("the mayor",), "hedge “may”"), ((), "attributed to the mayor · hedge “may”")):
        claims = (replace(claim, cells=(replace(claim.cells[0], marks=marks, chain=chain), *claim.cells[1:])),)
        held = replace(compared, comparison=replace(compared.comparison, claims=claims))
        cell = cell_view(held, ClaimRow(0, claims[0], 0), 0)
        assert [passage.remark for passage in cell.passages] == [said]


def test_silence_in_another_language_is_no_silence() -> None:
    compared = compared_of((2, 2, 2), [{0: [0], 2: [0]}], languages=("en", "ja", "en"))
    rows = [cell_view(compared, ClaimRow(at, claim, 0), 1) for at, claim in enumerate(compared.comparison.claims)]
    assert rows[0].left_out  # most others carry it: that is said whatever the language
    lone = next(at for at, claim in enumerate(compared.comparison.claims) if at and claim.cells[0].spans)
    assert rows[lone].foreign
    assert "another language" in spoken(rows[lone])
    assert not cell_view(compared, ClaimRow(lone, compared.comparison.claims[lone], 0), 2).foreign


def test_what_contradicts_without_a_mark_says_so_and_what_is_about_no_passage_stands_last() -> None:
    assert [passage.remark for passage in both_sides().passages] == ["", "contradicts"]
    cell = both_sides((None, DifferenceKind.HEDGE, "“reportedly”"), relation=Relation.WEAKER)
    assert [passage.remark for passage in cell.passages] == ["", "weaker · hedge “reportedly”"]
    assert [passage.hedged for passage in cell.passages] == [False, True]
