"""The words that sources differ on, in the cells of a row: shown, strong, and each difference said once."""

from __future__ import annotations

from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, DifferenceKind, Mark, Place, Relation
from briefing_app.model.span import Span
from briefing_app.ui.comparison.disputed import without_repeats
from briefing_app.ui.comparison.passages import CellView, ClaimRow, Compared, cell_view
from tests.factories import article

GRAVE = (
    "The keeper was taken to the Lindow Children's Hospital Medical Centre beside the old harbour basin with serious injuries to both arms."
)
SLIGHT = "The keeper was taken to hospital with slight injuries."
BORN = "Bruno was born at the zoo in Celle, and was moved to Lindow in 2014."
CAME = "Bruno came to Lindow in 2015 from the zoo in Celle."


def cells_of(words: tuple[str, str], spans: tuple[str, str], keys: tuple[str, str], marks: tuple[Mark, Mark]) -> list[CellView]:
    """The two cells of a row of conflict between articles of one sentence each."""
    articles = tuple(article(number, None, text) for number, text in enumerate(words, 1))
    cells, told = [], []
    for one, part, key, mark in zip(articles, spans, keys, marks, strict=True):
        start, strong = one.text.index(part), one.text.index(key)
        cells.append(Cell(one.id, Relation.STATES, (Span(start, start + len(part)),), (Span(strong, strong + len(key)),), marks=(mark,)))
        told.append(tuple(zone.span for zone in one.document.told()))
    claim = Claim(ClaimStatus.CONFLICT, spans[0], Place(articles[0].id, cells[0].spans[0]), tuple(cells), "made for a test")
    comparison = Comparison("test", tuple(one.id for one in articles), ("", ""), (claim,))
    compared = Compared(comparison, articles, None, tuple(told))
    return [cell_view(compared, ClaimRow(0, claim, 0), place) for place in (0, 1)]


def test_a_cell_shows_the_words_that_another_source_contradicts_in_its_first_lines() -> None:
    against = tuple(Mark(DifferenceKind.CONTRADICTION, f"against {words}") for words in ("B: “slight injuries”", "A: “serious injuries”"))
    grave, slight = cells_of((GRAVE, SLIGHT), (GRAVE, SLIGHT), ("taken", "taken"), (against[0], against[1]))

    assert ("serious injuries", True) in grave.pieces
    assert ("slight injuries", True) in slight.pieces
    assert "".join(words for words, _ in grave.pieces).index("serious injuries") < 60 < GRAVE.index("serious injuries")


def test_a_disputed_word_beside_the_passage_is_shown_with_it() -> None:
    mark = Mark(DifferenceKind.DATE, "2014 against 2015")
    born, came = cells_of((BORN, CAME), (BORN[: BORN.index(",")], CAME), ("born", "came to Lindow in 2015"), (mark, mark))

    assert "".join(words for words, _ in born.pieces) == BORN[:-1]
    assert ("2014", True) in born.pieces
    assert ("came to Lindow in 2015", True) in came.pieces  # what is strong anyway stays in one piece


def test_what_is_left_out_before_disputed_words_ends_where_their_clause_begins() -> None:
    long = "Bruno was born at the Gladstone Porter Zoo in Brunswick by the sea, and was moved from there to the zoo of Lindow in 2014."
    mark = Mark(DifferenceKind.DATE, "2014 against 2015")
    for part in (long[: long.index(",")], long):
        born, _ = cells_of((long, CAME), (part, CAME), ("born", "came"), (mark, mark))
        shown = "".join(words for words, _ in born.pieces)
        assert "…" in shown
        assert "and was moved from there to the zoo of Lindow in 2014" in shown


def test_figures_behind_disputed_words_keep_whose_they_are() -> None:
    named = "The examiner identified them as Stephan Romer, six, and Kaya Salz, 13, of San Josten, and Trevor Irby, 25, of Celle."
    open_still = "Their names have not yet been released."
    mark = Mark(DifferenceKind.STAGE, "not so far (“names have not yet been released”) against further (“identified them as”)")
    told, _ = cells_of((named, open_still), (named, open_still), ("13", "names"), (mark, mark))
    shown = "".join(words for words, _ in told.pieces)
    assert ("identified them as", True) in told.pieces
    assert "and Kaya Salz, 13" in shown


def test_a_difference_is_said_once_in_its_fullest_words() -> None:
    said = ["adds detail", "15 against at least 11", "15 injured against at least 11 people", "3 against 4", "adds detail"]
    assert without_repeats(said) == ["adds detail", "15 injured against at least 11 people", "3 against 4"]
