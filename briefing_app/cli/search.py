"""``briefing-app search QUERY``: the articles that answer, with the words that show why."""

from __future__ import annotations

import argparse

from briefing_app.cli import output, shapes
from briefing_app.cli.command import Command, Outcome, add_json, reading
from briefing_app.cli.words import article_date, count, value
from briefing_app.library import ArticleRow
from briefing_app.model.article import Article
from briefing_app.model.ids import ArticleId
from briefing_app.model.search import Hit, Passage, SearchResult, SortOrder

_LIMIT = 50
_PASSAGES = 3


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help='words, "a phrase", AND OR NOT, title: source: by: date:2020-10')
    parser.add_argument("--limit", type=_positive, default=_LIMIT, metavar="N", help=f"how many hits to show (default {_LIMIT})")
    parser.add_argument("--sort", type=SortOrder, choices=list(SortOrder), default=SortOrder.RELEVANCE, help="what comes first")
    parser.add_argument("--every-hit", action="store_true", help="show every passage with a hit, not only the best of each article")
    add_json(parser)


def _positive(word: str) -> int:
    number = int(word)
    if number < 1:
        raise ValueError(word)
    return number


def _run(options: argparse.Namespace) -> Outcome:
    with reading(options.library) as workbench:
        library = workbench.library
        result = library.search(" ".join(options.query), options.limit, options.sort, passages=None if options.every_hit else _PASSAGES)
        ids = [hit.article for hit in result.hits]
        rows = {row.id: row for row in library.rows(ids)}
        if options.json:
            output.json_document(shapes.search_shape(result, rows))
        else:
            _tell(result, rows, {article.id: article for article in library.articles(ids)})
    return Outcome.DONE


def _tell(result: SearchResult, rows: dict[ArticleId, ArticleRow], articles: dict[ArticleId, Article]) -> None:
    output.paragraph(f"{count(result.total, 'article', 'articles')} for {result.query_in_words}")
    if result.behind:
        output.paragraph(f"{count(result.behind, 'article is', 'articles are')} not indexed yet and cannot be found.")
    for hit in result.hits:
        row = rows[hit.article]
        output.line()
        output.paragraph(row.headline if row.has_title else f"(no title) {row.headline}", f"{shapes.article_name(hit.article):<6} ")
        output.line(f"       {value(row.source, 'source unknown')}, {article_date(row.date)}")
        _tell_passages(hit, articles[hit.article].text)
    if len(result.hits) < result.total:
        output.line()
        output.line(f"{count(result.total - len(result.hits), 'more article', 'more articles')}: raise --limit to see them.")


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
