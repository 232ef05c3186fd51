"""``briefing-app search QUERY``: the articles that answer, with the words that show why."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from briefing_app.cli import output, shapes
from briefing_app.cli.command import Command, Outcome, add_json, reading
from briefing_app.cli.words import article_date, count, value
from briefing_app.library import ArticleRow, Library
from briefing_app.model.article import Article
from briefing_app.model.errors import QueryMistake
from briefing_app.model.ids import ArticleId, Noun, name_of
from briefing_app.model.search import (
    Advice,
    AdviceKind,
    Concordance,
    Copy,
    Facet,
    Hit,
    HitGroup,
    LineOrder,
    Mistake,
    Passage,
    SearchResult,
    SortOrder,
    WritingsFound,
)
from briefing_app.model.span import Span

_LIMIT = 50
_PASSAGES = 3
_SIDE = 40
"""Code points on each side of a hit in a concordance."""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help='words, "a phrase", AND OR NOT, title: source: by: date:2020-10')
    parser.add_argument("--limit", type=_positive, default=_LIMIT, metavar="N", help=f"how many hits to show (default {_LIMIT})")
    parser.add_argument("--sort", type=SortOrder, choices=list(SortOrder), default=SortOrder.RELEVANCE, help="what comes first")
    parser.add_argument("--every-hit", action="store_true", help="show every passage with a hit, not only the best of each article")
    parser.add_argument("--concordance", type=LineOrder, choices=list(LineOrder), help="a line for every hit, in this order")
    parser.add_argument("--by-event", action="store_true", help="hits of one event together, copies under what they repeat")
    parser.add_argument("--facets", action="store_true", help="count the articles by source, date, language, tag and event")
    add_json(parser)


def _positive(word: str) -> int:
    number = int(word)
    if number < 1:
        raise ValueError(word)
    return number


def _run(options: argparse.Namespace) -> Outcome:
    with reading(options.library) as workbench:
        library, query = workbench.library, " ".join(options.query)
        result = _found(library, query, options)
        lines = library.concordance(query, order=options.concordance) if options.concordance else None
        facets = library.facets(query) if options.facets else ()
        advice = library.advice(query)
        writings = library.search_writings(query, options.limit)
        if options.json:
            rows = {row.id: row for row in library.rows([hit.article for hit in result.hits])}
            shape = shapes.search_shape(result, rows) | shapes.advice_shape(advice) | shapes.writings_shape(writings)
            output.json_document(shape | shapes.lines_shape(lines) | shapes.facets_shape(facets))
        else:
            if lines is not None:
                _tell_lines(lines)
            else:
                _tell(library, result, by_event=options.by_event)
            _tell_writings(writings)
            _advise(advice)
            _tell_facets(facets)
    _tell_mistakes(query, result.mistakes)
    return Outcome.PARTLY if result.mistakes else Outcome.DONE


def _found(library: Library, query: str, options: argparse.Namespace) -> SearchResult:
    """The answer to the query; a mistake that leaves nothing to search for is shown where it stands."""
    try:
        return library.search(query, options.limit, options.sort, passages=None if options.every_hit else _PASSAGES)
    except QueryMistake as mistake:
        if mistake.position is not None:
            output.place(query, Span(mistake.position, len(query)))
        raise


def _tell_lines(lines: Concordance) -> None:
    output.paragraph(f"{count(len(lines.lines), 'hit', 'hits')} in {lines.shown:,} of {count(lines.total, 'article', 'articles')}")
    for line in lines.lines:
        sides = f"{line.before[-_SIDE:]:>{_SIDE}}", f"{line.after[:_SIDE]:<{_SIDE}}"
        output.line(f"{sides[0]}  {line.words}  {sides[1]}  {shapes.article_name(line.article)}")


def _tell_facets(facets: Iterable[Facet]) -> None:
    for facet in facets:
        perhaps = f", {facet.perhaps:,} of them perhaps" if facet.perhaps else ""
        output.line(f"{facet.count:>7,}  {facet.words}  ({facet.query}{perhaps})")


def _tell_mistakes(query: str, mistakes: tuple[Mistake, ...]) -> None:
    for mistake in mistakes:
        output.place(query, Span(mistake.start, mistake.end))
        output.trouble(f"{mistake.message} {mistake.next_step}".rstrip())
    if mistakes:
        output.trouble("the rest of the query was searched for.")


def _tell(library: Library, result: SearchResult, *, by_event: bool) -> None:
    """The articles with their passages, those of one event together when ``by_event``."""
    ids = [hit.article for hit in result.hits]
    rows, articles = {row.id: row for row in library.rows(ids)}, {article.id: article for article in library.articles(ids)}
    groups = library.by_event(result.hits) if by_event else tuple(HitGroup(None, "", ((hit, ()),)) for hit in result.hits)
    output.paragraph(f"{count(result.total, 'article', 'articles')}: {result.query_in_words}")
    if result.behind:
        output.paragraph(f"{count(result.behind, 'article is', 'articles are')} not indexed yet and cannot be found.")
    for group in groups:
        if group.title:
            output.line()
            output.paragraph(group.title, f"{name_of(Noun.EVENT, group.event or 0):<6} ")
        for hit, copies in group.hits:
            output.line()
            _tell_hit(hit, rows, articles)
            for copy in copies:
                output.paragraph(_copied(copy, rows), f"       {shapes.article_name(copy.hit.article)} ")
    if len(result.hits) < result.total:
        output.line()
        output.line(f"{count(result.total - len(result.hits), 'more article', 'more articles')}: raise --limit to see them.")


def _tell_writings(writings: WritingsFound) -> None:
    if writings.notes or writings.briefings:
        output.line()
        output.paragraph(f"{count(writings.notes, 'note', 'notes')}, {count(writings.briefings, 'briefing', 'briefings')}")
    for one in writings.found:
        words = " ".join(_marked(Passage(Span(0, len(one.words)), one.marks), one.words).split())
        named = one.title or "(on no article)"
        output.paragraph(f"{named}: {words}" if words else named, f"{shapes.writing_name(one):<6} ")


def _advise(advice: tuple[Advice, ...]) -> None:
    words = {
        AdviceKind.MISTAKE: "Did you mean",
        AdviceKind.SPELLING: "Did you mean",
        AdviceKind.FILTER: "Without what narrows it:",
        AdviceKind.ZONES: "In comments and page furniture too:",
        AdviceKind.TRASH: "In the trash:",
        AdviceKind.ENDINGS: "With any ending:",
        AdviceKind.WIDER: "Wider:",
    }
    for one in advice:
        output.line(f"{words[one.kind]} {one.query}  ({count(one.count, 'article', 'articles')})")


def _tell_hit(hit: Hit, rows: dict[ArticleId, ArticleRow], articles: dict[ArticleId, Article]) -> None:
    row = rows[hit.article]
    output.paragraph(row.headline if row.has_title else f"(no title) {row.headline}", f"{shapes.article_name(hit.article):<6} ")
    output.line(f"       {value(row.source, 'source unknown')}, {article_date(row.date)}")
    _tell_passages(hit, articles[hit.article].text)


def _copied(copy: Copy, rows: dict[ArticleId, ArticleRow]) -> str:
    """From whom the copy is, how much of one, and what it says otherwise."""
    said = f"{value(rows[copy.hit.article].source, 'source unknown')}: a copy, {copy.share:.0%} the same"
    own = f"; only here: “{'” “'.join(copy.own)}”" if copy.own else ""
    return f"{said}{own}" + (f"; leaves out {count(copy.left_out, 'sentence', 'sentences')}" if copy.left_out else "")


def _tell_passages(hit: Hit, text: str) -> None:
    for passage in hit.passages:
        output.paragraph(_marked(passage, text), "       > ")


def _marked(passage: Passage, text: str) -> str:
    """The passage's words, its hits between asterisks."""
    words, at = "", passage.span.start
    for mark in passage.marks:
        words += f"{text[at : mark.start]}*{mark.of(text)}*"
        at = mark.end
    return words + text[at : passage.span.end]


COMMAND = Command("search", "find articles by their words", _add_arguments, _run)
