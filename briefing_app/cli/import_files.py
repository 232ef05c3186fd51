"""``briefing-app import PATH...``: files and folders into the library, with a list of what was set aside."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path, PurePath

from briefing_app.cli import output, shapes, takeout
from briefing_app.cli.command import Command, Outcome, add_json, writing
from briefing_app.cli.words import count
from briefing_app.library.takeout import is_takeout
from briefing_app.pipeline import ImportReport, Job, Skipped, Workbench

MOST_ALIKE = 20
"""So many files set aside for one reason are named one by one; an archive can hold thousands. ``--json`` names all."""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    words = "a file, or a folder with files in it; alone, a folder that export has written"
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=words)
    add_json(parser)


def _run(options: argparse.Namespace) -> Outcome:
    if len(options.paths) == 1 and is_takeout(options.paths[0]):
        return takeout.take_in(options)
    with writing(options.library) as workbench, output.progress_line() as line:
        stopped: list[ImportReport] = []
        job = workbench.import_paths(options.paths, line, stopped.append)
        try:
            report = _outcome(job)
        except Exception:
            line.clear()
            for so_far in stopped:
                _tell(so_far, options.json)
            raise
        line.clear()
        _tell(report, options.json)
        if not report.cancelled and _catch_up(workbench, line) and not options.json:
            line.clear()
            _tell_events(workbench)
    return Outcome.PARTLY if report.skipped or report.cancelled else Outcome.DONE


def _outcome(job: Job[ImportReport]) -> ImportReport:
    """The report; Ctrl+C calls the import off, and the report tells what came in before."""
    try:
        return job.future.result()
    except KeyboardInterrupt:
        job.cancel()
        return replace(job.future.result(), cancelled=True)  # even when it came before the import had anything to stop


def _catch_up(workbench: Workbench, line: output.ProgressLine) -> bool:
    """Let the followers finish; Ctrl+C leaves the rest to the next command. Whether they have finished."""
    job = workbench.catch_up(line)
    try:
        job.future.result()
    except KeyboardInterrupt:
        job.cancel()
        output.trouble("the articles are in; the next command goes on with reading them.")
        return False
    return True


def _tell(report: ImportReport, as_json: bool) -> None:
    if report.cancelled:
        output.trouble("stopped before every file was looked at; what was imported stays.")
    if as_json:
        output.json_document(shapes.import_shape(report))
        return
    if report.imported:
        output.line(f"Imported {count(len(report.imported), 'article', 'articles')}")
        for new in report.imported:
            output.line(f"  {shapes.article_name(new.id):<6} {output.padded(output.cut(new.title or 'no title', 52), 53)} {new.path}")
            if new.version_of is not None:
                output.line(f"         another version of {shapes.article_name(new.version_of)}")
    if report.duplicates:
        output.line(f"Already in the library: {count(len(report.duplicates), 'file', 'files')}")
        for copy in report.duplicates:
            output.line(f"  {shapes.article_name(copy.of):<6} {copy.path}{' (in the trash)' if copy.trashed else ''}")
    if report.skipped:
        output.line(f"Set aside: {count(len(report.skipped), 'file', 'files')}")
        _tell_skipped(report.skipped)
    if not (report.imported or report.duplicates or report.skipped or report.cancelled):
        output.line("There was nothing to import.")


def _tell_skipped(skipped: Sequence[Skipped]) -> None:
    """Path and reason of each; of many of one folder that lie beside each other and have one reason only the first, and how many more."""
    for (_, reason), some in groupby(skipped, lambda skip: (PurePath(skip.path).parent, skip.reason)):
        alike = list(some)
        shown = alike if len(alike) <= MOST_ALIKE else alike[:1]
        for skip in shown:
            output.line(f"  {skip.path}")
            output.paragraph(reason, "      ")
        if len(shown) < len(alike):
            output.line(f"      The same of {len(alike) - len(shown):,} more beside it.")


def _tell_events(workbench: Workbench) -> None:
    library = workbench.library
    articles, events = len(library.article_ids()), len(library.events())
    output.line(f"The library holds {count(articles, 'article', 'articles')} and {count(events, 'event', 'events')}.")


COMMAND = Command("import", "take files and folders into the library", _add_arguments, _run)
