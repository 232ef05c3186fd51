"""What is drawn: who has it from whom, when things happened, who carries how much."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from briefing_app.briefing import wording
from briefing_app.briefing.citations import Notebook
from briefing_app.briefing.material import Material
from briefing_app.briefing.tree import (
    Badge,
    Block,
    Graph,
    Inlines,
    Paragraph,
    Table,
    TableCell,
    TableGroup,
    TableKind,
    Text,
    TimeGroup,
    Timeline,
    TimeRow,
    Voice,
)
from briefing_app.model.article import Article
from briefing_app.model.chronology import Bar, chronology
from briefing_app.model.comparison import ClaimStatus, Comparison
from briefing_app.model.date_words import english
from briefing_app.model.sourcing import SourceEdge, SourcingGraph, sourcing_graph

_GRAPH_WORDS = "Origins left, outlets right. Solid: a teller with a name; dashed: one without."
_COUNTED = 0.7
"""The share of the page's width that columns of numbers get, beside the names of the sources."""
_LEAST, _AROUND = 6, 3
"""Letters that the narrowest of them has room for, and what the space around a word takes."""


def sourcing_blocks(material: Material) -> tuple[Block, ...]:
    """The graph of the sourcing chains; a sentence when no source says from whom it has anything."""
    graph = sourcing_graph(material.comparison) if material.comparison else SourcingGraph()
    if not graph.edges:
        return (Paragraph((Text("No source says from whom it has anything."),)),)
    badges = material.badges()
    letters = tuple(badges[article.id] for article in _columns(material))
    steps = tuple(_step(graph, edge, letters) for edge in graph.edges)
    return (Graph(graph, letters, steps, _GRAPH_WORDS),)


def timeline_blocks(material: Material, notebook: Notebook) -> tuple[Block, ...]:
    """When each source reported, and when it says that things happened, each with its footnote."""
    columns = _columns(material)
    drawn = chronology(material.comparison or Comparison("", (), ()), [article.document.date.value for article in columns])
    if drawn.first is None or drawn.last is None:
        return (Paragraph((Text("Nothing is dated."),)),)
    ranks = [material.badges()[article.id].rank for article in columns]
    reported = tuple(_row(bar, ranks, _reported(columns[bar.place], material)) for bar in drawn.reported)
    happened = tuple(_row(bar, ranks, _happened(bar, columns[bar.place], material, notebook)) for bar in drawn.happened)
    groups = [TimeGroup((Text("Reported", strong=True),), reported)]
    if happened:
        groups.append(TimeGroup((Text("Happened, as the sources date it", strong=True),), happened))
    return (Timeline(english(drawn.first), english(drawn.last - timedelta(days=1)), tuple(groups)),)


def coverage_blocks(material: Material) -> tuple[Block, ...]:
    """How many of the claims each source carries, by their status."""
    comparison = material.comparison
    if comparison is None or not comparison.claims:
        return (Paragraph((Text("The comparison found no claims to set side by side."),)),)
    badges = material.badges()
    heads = ("Source", *(wording.STATUS[status] for status in ClaimStatus), f"Of {len(comparison.claims):,}")
    rows = []
    for article in _columns(material):
        carried = [claim for claim in comparison.claims if any(cell.article == article.id and cell.spans for cell in claim.cells)]
        numbers = [sum(claim.status is status for claim in carried) for status in ClaimStatus]
        name = TableCell(((badges[article.id], Text(" "), _name(article)),))
        rows.append((name, *(TableCell(((Text(f"{number:,}"),),)) for number in (*numbers, len(carried)))))
    head = tuple(TableCell(((Text(words),),)) for words in heads)
    return (Table(TableKind.TEXT, (1 - _COUNTED, *_shares(heads[1:])), head, (TableGroup((), tuple(rows)),)),)


def _shares(heads: Sequence[str]) -> tuple[float, ...]:
    """How wide columns of numbers are that share the rest of the page: as their longest words are, which a narrow column would cut."""
    longest = [max(_LEAST, *(len(word) + _AROUND for word in head.split())) for head in heads]
    return tuple(_COUNTED * width / sum(longest) for width in longest)


def _columns(material: Material) -> tuple[Article, ...]:
    """The event's articles in column order, as the comparison counts them."""
    held = {article.id for article in material.articles}
    return tuple(article for article in material.ordered() if article.id in held)


def _step(graph: SourcingGraph, edge: SourceEdge, letters: tuple[Badge, ...]) -> Inlines:
    target = graph.nodes[edge.b]
    end = letters[target.place] if target.place is not None else Text(target.name)
    nameless = Text(" (without a name)" if edge.inferred else "", Voice.MUTED)
    claims = wording.count(len(edge.claims), "claim", "claims")
    return (Text(graph.nodes[edge.a].name), nameless, Text(" → "), end, Text(f", {claims}", Voice.MUTED))


def _row(bar: Bar, ranks: Sequence[int], line: Inlines) -> TimeRow:
    return TimeRow(line, bar.start, bar.end, ranks[bar.place])


def _reported(article: Article, material: Material) -> Inlines:
    return (material.badges()[article.id], Text(" "), _name(article), Text(", "), wording.date_run(article.document.date))


def _happened(bar: Bar, article: Article, material: Material, notebook: Notebook) -> Inlines:
    assert bar.entry is not None
    when = Text(f"{wording.interval_words(bar.entry.date)}: ", strong=True)
    words = Text(" ".join(bar.entry.what.split()), language=article.document.language.value or "")
    return (material.badges()[article.id], Text(" "), when, words, *notebook.cite(bar.entry.place))


def _name(article: Article) -> Text:
    return wording.value_run(article.document.source, "source unknown", article.document.language.value or "")
