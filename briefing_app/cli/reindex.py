"""``briefing-app reindex``: the full-text index is thrown away and made again."""

from __future__ import annotations

import argparse

from briefing_app.cli import output
from briefing_app.cli.command import Command, Outcome, WrongUse, result_of, writing
from briefing_app.cli.words import count


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    del parser  # it has no options of its own


def _run(options: argparse.Namespace) -> Outcome:
    if not (options.library / "library.sqlite").is_file():
        raise WrongUse(f"There is no library in {options.library}.")
    with writing(options.library) as workbench:
        with output.progress_line() as line:
            result_of(workbench.reindex(line))
        output.line(f"Indexed {count(len(workbench.library.article_ids()), 'article', 'articles')}.")
    return Outcome.DONE


COMMAND = Command("reindex", "make the full-text index anew", _add_arguments, _run)
