"""``briefing-app compare``: the claims of an event against its sources. Files need no library."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from briefing_app.cli import output, shapes
from briefing_app.cli.command import Command, Outcome, WrongUse, add_json, reading, result_of
from briefing_app.cli.comparison_text import tell
from briefing_app.model.article import Article
from briefing_app.model.comparison import Comparison
from briefing_app.model.event import events_reported
from briefing_app.model.ids import ArticleId, EventId, Noun, parse_id
from briefing_app.pipeline import Workbench
from briefing_app.pipeline.loose import comparing_files


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("targets", nargs="+", metavar="TARGET", help="one event (e3), or articles (a1 a2 ...), or files")
    add_json(parser)


def _run(options: argparse.Namespace) -> Outcome:
    named = [parse_id(word) for word in options.targets]
    nouns = {name[0] for name in named if name is not None}
    numbers = [name[1] for name in named if name is not None]
    if not nouns:
        return _compare_files([Path(word) for word in options.targets], options.json)
    if len(numbers) < len(named):
        raise WrongUse("Files and ids cannot be compared with each other.", "A file that is named like an id is written ./a1.")
    if nouns == {Noun.EVENT} and len(numbers) == 1:
        return _compare_event(EventId(numbers[0]), options)
    if nouns == {Noun.ARTICLE}:
        return _compare_stored([ArticleId(number) for number in dict.fromkeys(numbers)], options)
    raise WrongUse("Compare one event, or some articles, or some files.", "For example: compare e3, or compare a1 a2.")


def _compare_event(event: EventId, options: argparse.Namespace) -> Outcome:
    with reading(options.library) as workbench:
        ids = workbench.library.event(event).group.articles
        return _tell(_compared(workbench, ids), workbench.library.articles(ids), options.json)


def _compare_stored(ids: list[ArticleId], options: argparse.Namespace) -> Outcome:
    with reading(options.library, caught_up=False) as workbench:
        articles = workbench.library.articles(ids)
        events = events_reported((row.event, row.language) for row in workbench.library.rows(ids))
        if events > 1:
            output.trouble(f"these articles report {events} different events: that one is silent on what another tells says little.")
        return _tell(_compared(workbench, ids), articles, options.json)


def _compared(workbench: Workbench, ids: Sequence[ArticleId]) -> Comparison:
    with output.progress_line() as shown:
        return result_of(workbench.compare(ids, shown))


def _compare_files(paths: list[Path], as_json: bool) -> Outcome:
    with output.progress_line() as shown, comparing_files(paths, shown) as job:
        loose = result_of(job)
    for skip in loose.skipped:
        output.trouble(f"{skip.path} was set aside: {skip.reason}")
    if loose.comparison is None:
        raise WrongUse("There is no article left to compare.")
    return max(_tell(loose.comparison, loose.articles, as_json), Outcome.PARTLY if loose.skipped else Outcome.DONE)


def _tell(comparison: Comparison, articles: tuple[Article, ...], as_json: bool) -> Outcome:
    """Print it; a comparison that holds nothing is not passed off as one that is done."""
    if as_json:
        output.json_document(shapes.comparison_shape(comparison, articles))
    else:
        tell(comparison, articles)
    if comparison.claims:
        return Outcome.DONE
    output.trouble("there is nothing to compare: no claim could be read in these articles.")
    return Outcome.PARTLY


COMMAND = Command("compare", "claims against sources: of an event, of articles, or of files", _add_arguments, _run)
