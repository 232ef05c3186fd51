"""The blocks of a briefing as they stand on the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from briefing_app.briefing import Material, Tree, compose, draft, wording
from briefing_app.briefing.tree import Cite, Graph, Heading, Items, Paragraph, Table, TableKind, Text, Timeline
from briefing_app.model.briefing import (
    BriefingBlock,
    ComparisonBlock,
    ComparisonLayout,
    CoverageBlock,
    Grade,
    HeadingBlock,
    JudgementBlock,
    ProvenanceBlock,
    SourceBlock,
    SourcingBlock,
    SummaryBlock,
    TextBlock,
    TimelineBlock,
)
from briefing_app.model.comparison import Cell, ClaimStatus, Copy, DifferenceKind, Mark, Nearest, Place, Relation, TimelineEntry, Unweighed
from briefing_app.model.dates import day_interval
from tests.briefing.material import FIRST, SECOND, event, material, of_three, span
from tests.factories import NOON, stated


def composed(*blocks: BriefingBlock) -> Tree:
    used = material()
    assert used.comparison is not None
    entry = TimelineEntry(day_interval(date(2026, 5, 4)), "The ferry stops", Place(FIRST.id, span(FIRST, "will stop on 4 May")))
    used = replace(used, comparison=replace(used.comparison, timeline=(entry,)))
    return compose(replace(draft(event(*used.articles), used, now=NOON), blocks=blocks, handling="tlp: amber"), used)


def words_of(tree: Tree) -> str:
    return " ".join(wording.plain(block.inlines) for block in tree.blocks if isinstance(block, (Heading, Paragraph)))


def test_headings_and_marks() -> None:
    tree = composed(HeadingBlock("Opening"), HeadingBlock(" "))
    assert tree.blocks == (Heading(1, (Text("Opening"),)),)
    assert tree.handling == "TLP:AMBER"


def test_text_has_tables_citations_and_footnotes() -> None:
    typed = "See [@a11].[^n]\n\n| a | b |\n|---|---|\n| c [@a12] | d |\n\n[^n]: Own *remark* on [@a11].\n"
    tree = composed(TextBlock(typed))
    paragraph, table = tree.blocks
    assert isinstance(paragraph, Paragraph)
    assert [run.note for run in paragraph.inlines if isinstance(run, Cite)] == [0, 1]
    assert wording.plain(tree.notes[1].inlines) == "Own remark on A."
    assert isinstance(table, Table)
    assert table.kind is TableKind.TEXT
    assert len(table.groups[0].rows) == 1
    assert len(tree.notes) == 3


def test_a_footnote_that_is_not_defined_stays_as_written() -> None:
    assert "[^gone]" in words_of(composed(TextBlock("See[^gone].")))


def test_judgements_state_their_confidence() -> None:
    tree = composed(JudgementBlock("high: It closes.\n- moderate confidence: It sinks.\nIt floats."))
    items = tree.blocks[1]
    assert isinstance(items, Items)
    said = [wording.plain(block.inlines) for item in items.items for block in item if isinstance(block, Paragraph)]
    assert said == ["High confidence. It closes.", "Moderate confidence. It sinks.", "Confidence not stated. It floats."]


def test_rows_of_the_comparison_are_chosen_by_their_statement() -> None:
    used = material()
    assert used.comparison is not None
    tree = composed(ComparisonBlock((used.comparison.claims[1].statement, "gone"), ComparisonLayout.LIST))
    table = tree.blocks[1]
    assert isinstance(table, Table)
    assert len(table.groups) == 1
    assert len(table.widths) == 2
    assert "1 chosen row is not in the comparison any more." in words_of(tree)


def test_drawings_say_in_words_what_they_show() -> None:
    tree = composed(SourcingBlock(), TimelineBlock(), CoverageBlock())
    graph, line, table = (block for block in tree.blocks if isinstance(block, (Graph, Timeline, Table)))
    assert isinstance(graph, Graph)
    assert wording.plain(graph.steps[0]) == "port authority (without a name) → A, 1 claim"
    assert isinstance(line, Timeline)
    assert (line.first, line.last) == ("2 Mar 2026", "4 May 2026")
    happened = line.groups[1].rows[0]
    assert wording.plain(happened.line) == "A 4 May 2026: The ferry stops"
    assert any(isinstance(run, Cite) for run in happened.line)
    assert isinstance(table, Table)
    assert wording.plain(table.groups[0].rows[0][-1].lines[0]) == "2"


def test_columns_of_numbers_have_room_for_their_longest_words() -> None:
    (table,) = (block for block in composed(CoverageBlock()).blocks if isinstance(block, Table))
    wide = dict(zip((wording.plain(cell.lines[0]) for cell in table.head), table.widths, strict=True))
    assert wide["Progression"] == max(share for head, share in wide.items() if head != "Source")
    assert sum(wide.values()) == pytest.approx(1)


def test_grades_stand_with_their_words() -> None:
    tree = composed(SourceBlock((Grade(FIRST.id, "B", 2),)))
    table = next(block for block in tree.blocks if isinstance(block, Table))
    said = [wording.plain(line) for row in table.groups[0].rows for cell in row for line in cell.lines]
    assert "B2  usually reliable, probably true" in said


def test_the_appendix_tells_the_remarks_of_the_whole_briefing() -> None:
    said = words_of(composed(TextBlock("Boats are blue."), ProvenanceBlock()))
    assert "0 sourced, 0 assessment, 1 unsourced" in said
    assert "Without a source" in said


def test_the_number_of_a_note_stands_directly_behind_its_word() -> None:
    (paragraph,) = composed(TextBlock('The plan [@a11 "will stop"] [@a12]. It *ends* [@assessment] [@a11].')).blocks
    assert isinstance(paragraph, Paragraph)
    shown = "".join("^" if isinstance(run, Cite) else wording.plain((run,)) for run in paragraph.inlines)
    assert shown == "The plan^^. It ends (assessment)^."


@pytest.mark.parametrize("mark", [None, DifferenceKind.NEGATION, DifferenceKind.CONTRADICTION, DifferenceKind.NUMBER])
def test_what_one_denies_is_not_carried_by_all(mark: DifferenceKind | None) -> None:
    used = material()
    assert used.comparison is not None
    conflict, shared = used.comparison.claims
    first, second, *_ = conflict.cells
    marks = (Mark(mark, "denied"),) if mark else ()
    cells = (first, replace(second, relation=Relation.STATES, marks=marks))
    carried = replace(conflict, status=ClaimStatus.ALL, cells=cells)
    used = replace(used, comparison=replace(used.comparison, claims=(carried, shared)))
    tree = compose(replace(draft(event(*used.articles), used, now=NOON), blocks=(SummaryBlock(),)), used)
    carried_by_all = mark in {None, DifferenceKind.NUMBER}
    assert ("What all sources carry" in words_of(tree)) is carried_by_all
    assert ("1 in all sources, " in words_of(tree)) is carried_by_all
    told = {
        DifferenceKind.NEGATION: "1 in all sources (1 of them with a negation on one side only), ",
        DifferenceKind.CONTRADICTION: "1 in all sources (1 of them contradicted by one), ",
    }
    assert mark not in told or told[mark] in words_of(tree)


def test_the_summary_says_what_a_conflict_rests_on() -> None:
    used = material()
    assert used.comparison is not None
    conflict, shared = used.comparison.claims
    disputed = replace(conflict, status=ClaimStatus.CONFLICT, why="A: “will stop”; B: “denied”")
    used = replace(used, comparison=replace(used.comparison, claims=(disputed, shared)))
    tree = compose(replace(draft(event(*used.articles), used, now=NOON), blocks=(SummaryBlock(),)), used)
    at = next(at for at, block in enumerate(tree.blocks) if isinstance(block, Heading) and "conflict" in wording.plain(block.inlines))
    listed = tree.blocks[at + 1]
    assert isinstance(listed, Items)
    head = listed.items[0][0]
    assert isinstance(head, Paragraph)
    assert wording.plain(head.inlines).endswith("A: “will stop”; B: “denied”")


def test_what_all_sources_carry_says_how_each_of_them_carries_it() -> None:
    used = material()
    assert used.comparison is not None
    conflict, shared = used.comparison.claims
    first, second, *_ = conflict.cells
    weaker = replace(second, relation=Relation.WEAKER, marks=(Mark(DifferenceKind.HEDGE, "may"), Mark(DifferenceKind.SCOPE, "some")))
    carried = replace(conflict, status=ClaimStatus.ALL, cells=(first, weaker))
    used = replace(used, comparison=replace(used.comparison, claims=(carried, shared)))
    tree = compose(replace(draft(event(*used.articles), used, now=NOON), blocks=(SummaryBlock(),)), used)
    at = next(at for at, block in enumerate(tree.blocks) if isinstance(block, Heading) and "all sources" in wording.plain(block.inlines))
    listed = tree.blocks[at + 1]
    assert isinstance(listed, Items)
    ((paragraph,),) = listed.items
    assert isinstance(paragraph, Paragraph)
    assert wording.plain(paragraph.inlines) == "“The Velmark ferry will stop on 4 May” A B (weaker · hedge · scope)"


@pytest.mark.parametrize("layout", ComparisonLayout)
def test_what_a_source_perhaps_says_is_not_called_absent(layout: ComparisonLayout) -> None:
    used = of_three()
    assert used.comparison is not None
    conflict, shared = used.comparison.claims
    nearest = Nearest(span(SECOND, "Unions want talks."), 0.67, likely=True)
    only = replace(shared, status=ClaimStatus.ONLY, cells=(shared.cells[0], Cell(SECOND.id, Relation.ABSENT, nearest=nearest)))
    used = replace(used, comparison=replace(used.comparison, claims=(conflict, only), omissions=()))
    blocks = (SummaryBlock(), ComparisonBlock(layout=layout))
    tree = compose(replace(draft(event(*used.articles), used, now=NOON), blocks=blocks), used)
    (table,) = (block for block in tree.blocks if isinstance(block, Table))
    group = table.groups[-1]
    cells = [cell for row in group.rows for cell in row]
    (told,) = (cell for cell in cells if "Unions want talks." in wording.plain(cell.lines[0]))
    assert wording.plain(told.lines[0]) == "perhaps, 67% sure: “Unions want talks.”"
    assert not told.silent
    assert any(isinstance(run, Cite) for run in told.lines[0])
    assert "perhaps elsewhere" in wording.plain(group.head)
    assert "1 in one only (1 of them perhaps elsewhere too)" in words_of(tree)
    assert "1 claim in conflict, 1 in one only" in words_of(tree)  # and of what there is none, nothing
    assert any("perhaps says it: “Unions want talks.”" in wording.plain(note.inlines) for note in tree.notes)


@pytest.mark.parametrize("layout", ComparisonLayout)
def test_what_is_told_in_another_language_is_not_called_absent(layout: ComparisonLayout) -> None:
    used = of_three()
    assert used.comparison is not None
    conflict, shared = used.comparison.claims
    only = replace(shared, status=ClaimStatus.ONLY, cells=(shared.cells[0], Cell(SECOND.id, Relation.ABSENT)))
    in_welsh = replace(SECOND, document=replace(SECOND.document, language=stated("cy")))
    articles = tuple(in_welsh if one.id == SECOND.id else one for one in used.articles)
    used = replace(used, articles=articles, comparison=replace(used.comparison, claims=(conflict, only), omissions=()))
    tree = compose(replace(draft(event(*used.articles), used, now=NOON), blocks=(ComparisonBlock(layout=layout),)), used)
    (table,) = (block for block in tree.blocks if isinstance(block, Table))
    words = [wording.plain(line) for row in table.groups[-1].rows for cell in row for line in cell.lines]
    assert words.count("another language: not compared") == 1


def test_that_not_all_was_weighed_stands_above_the_table() -> None:
    used = material()
    assert used.comparison is not None
    chosen = replace(draft(event(*used.articles), used, now=NOON), blocks=(ComparisonBlock(),))
    assert "not weighed" not in words_of(compose(chosen, used))
    many = replace(used, comparison=replace(used.comparison, unweighed=Unweighed(12_000, 72_000)))
    blocks = compose(chosen, many).blocks
    at = next(number for number, block in enumerate(blocks) if isinstance(block, Table))
    above = blocks[at - 1]
    assert isinstance(above, Paragraph)
    assert "12,000 of 72,000 pairs that look alike were not weighed" in wording.plain(above.inlines)


def test_three_sources_stand_side_by_side_and_four_below_each_claim() -> None:
    widths = []
    for used in (of_three(), material()):
        tree = compose(replace(draft(event(*used.articles), used, now=NOON), blocks=(ComparisonBlock(),)), used)
        (table,) = (block for block in tree.blocks if isinstance(block, Table))
        widths.append(table.widths)
    beside, below = widths
    assert len(beside) == 4
    assert len(below) == 2


@pytest.mark.parametrize("used", [of_three(), material()], ids=["beside", "below"])
def test_a_conflict_tells_what_it_rests_on_in_either_layout(used: Material) -> None:
    tree = compose(replace(draft(event(*used.articles), used, now=NOON), blocks=(ComparisonBlock(),)), used)
    (table,) = (block for block in tree.blocks if isinstance(block, Table))
    group = table.groups[0]
    told = [wording.plain(group.head), *(wording.plain(line) for row in group.rows for cell in row for line in cell.lines)]
    assert sum("one denies what the others state" in words for words in told) == 1


def test_copies_are_told_as_one_group_and_not_as_pairs() -> None:
    used = material()
    assert used.comparison is not None
    *three, fourth = (article.id for article in used.articles)
    copies = (*(Copy(a, b, a / 20) for a, b in combinations(three, 2)), *(Copy(one, fourth, 0.3) for one in three))
    used = replace(used, comparison=replace(used.comparison, copies=copies))
    tree = compose(replace(draft(event(*used.articles), used, now=NOON), blocks=(SummaryBlock(),)), used)
    said = [wording.plain(block.inlines) for block in tree.blocks if isinstance(block, Paragraph)]
    assert [words for words in said if "four-word" in words] == [
        "A, B and C carry one text: 55% to 60% of the shorter text’s four-word sequences stand in the longer, pair by pair.",
        "A B C and D share much of their wording: 30% of the shorter text’s four-word sequences stand in the longer, pair by pair.",
    ]
