from __future__ import annotations

from briefing_app.model.comparison import Cell, Comparison, Relation, Told
from briefing_app.model.findings import Attribution
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span

ONE = ArticleId(1)


def told(start: int, end: int, *chain: str) -> Told:
    return Told(ONE, Attribution(Span(start, end), chain[-1], chain=chain))


def comparison(*attributions: Told) -> Comparison:
    return Comparison("1", (ONE,), ("",), attributions=attributions)


def test_each_passage_of_a_cell_has_its_own_teller() -> None:
    cell = Cell(ONE, Relation.CONTRADICTS, (Span(50, 60), Span(0, 10), Span(12, 20)), chain=("paper",))
    found = comparison(told(0, 22, "paper"), told(45, 70, "minister", "agency")).tellings(cell)
    assert found == ((("paper",), (Span(0, 10), Span(12, 20))), (("minister", "agency"), (Span(50, 60),)))


def test_a_single_passage_takes_the_cells_chain() -> None:
    alone = Cell(ONE, Relation.STATES, (Span(0, 10),), chain=("paper",))
    assert comparison().chain_of(alone, Span(0, 10)) == ("paper",)
    several = Cell(ONE, Relation.STATES, (Span(0, 10), Span(20, 30)), chain=("paper",))
    assert comparison().chain_of(several, Span(0, 10)) == ()


def test_who_only_did_something_does_not_tell_a_single_passage() -> None:
    cell = Cell(ONE, Relation.STATES, (Span(0, 40),))
    assert comparison(told(20, 40, "many towns")).tellings(cell) == (((), (Span(0, 40),)),)
