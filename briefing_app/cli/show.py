"""``briefing-app show a12``: one article, what is known about it, and where that was read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TypeVar

from briefing_app.cli import output, shapes
from briefing_app.cli.command import Command, Outcome, WrongUse, add_json, reading
from briefing_app.cli.words import article_date, count, value
from briefing_app.model.article import SHOWN, Article, Attested, Evidence, ZoneKind
from briefing_app.model.ids import ArticleId, Noun, parse_id
from briefing_app.model.search import SEARCHED_MOST

_EVIDENCE_MOST = 60
T = TypeVar("T")


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="an article's id, for example a12")
    add_json(parser)


def _run(options: argparse.Namespace) -> Outcome:
    named = parse_id(options.article)
    if named is None or named[0] is not Noun.ARTICLE:
        raise WrongUse(f"“{options.article}” is no article's id.", "Write it as in a12; the command events lists them.")
    with reading(options.library, caught_up=False) as workbench:
        article = workbench.library.article(ArticleId(named[1]))
        flaws = workbench.library.flaws_of(article.id)
    if options.json:
        output.json_document(shapes.show_shape(article))
    else:
        _tell(article)
    for flaw in flaws:
        output.trouble(f"{flaw.words}. “briefing-app restore FILE” brings a backup back.")
    return Outcome.PARTLY if flaws else Outcome.DONE


def _custody(article: Article) -> Iterator[tuple[str, str]]:
    """Where the bytes came from and when, what is known of it."""
    document, custody = article.document, article.custody
    addresses = {"address": document.url, "canonical": document.canonical_url if document.canonical_url != document.url else ""}
    yield from ((name, address) for name, address in addresses.items() if address)
    for name, moment in (("updated", document.updated), ("captured", document.captured_at), ("imported", custody.imported_at)):
        if moment is not None:
            yield name, f"{moment:%Y-%m-%d %H:%M} {moment.tzname() or 'UTC'}"
    yield "file", custody.path
    if document.part:
        yield "part", document.part
    yield "sha256", custody.original_sha256


def _tell(article: Article) -> None:
    document = article.document
    output.paragraph(value(document.title, "no title"), f"{shapes.article_name(article.id)}  ")
    output.line()
    _known("source", value(document.source, "unknown"), document.source)
    _known("byline", value(document.byline, "unknown"), document.byline)
    _known("agency", value(document.agency, "unknown"), document.agency)
    _known("date", article_date(document.date).replace("date unknown", "unknown"), document.date)
    _known("language", value(document.language, "unknown"), document.language)
    for name, words in _custody(article):
        output.paragraph(output.printable(words), f"{name:<10}")
    hidden = 0
    for zone in sorted(document.zones, key=lambda zone: zone.span):
        if zone.kind not in SHOWN:
            hidden += 1
            continue
        if zone.span.of(article.text).strip():
            output.line()
            mark = "" if zone.kind is ZoneKind.BODY else f"[{zone.kind.value}] "
            output.paragraph(mark + zone.span.of(article.text))
    if len(article.text) > SEARCHED_MOST:
        output.line()
        output.line(f"(Words beyond the first {SEARCHED_MOST:,} characters of a part this long cannot be found by searching.)")
    if hidden:
        left_out = count(hidden, "passage that is not the article is", "passages that are not the article are")
        output.line()
        output.line(f"({left_out} left out; --json has all.)")


def _known(label: str, words: str, attested: Attested[T]) -> None:
    output.paragraph(words, f"{label:<10}")
    for found in attested.evidence:
        output.paragraph(_evidence(found), " " * 12)


def _evidence(found: Evidence) -> str:
    return f"{found.how}: “{output.cut(found.words, _EVIDENCE_MOST)}”" if found.words else found.how


COMMAND = Command("show", "one article with what is known about it", _add_arguments, _run)
