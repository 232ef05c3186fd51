"""``briefing-app reindex``: the full-text index is thrown away and made again."""

from __future__ import annotations

import argparse

from briefing_app.cli import output
from briefing_app.cli.command import Command, Outcome, WrongUse, add_json, result_of, writing
from briefing_app.cli.words import count
from briefing_app.library import is_library


def _run(options: argparse.Namespace) -> Outcome:
    if not is_library(options.library):
        raise WrongUse(f"There is no library in {options.library}.")
    with writing(options.library) as workbench:
        with output.progress_line() as line:
            result_of(workbench.reindex(line))
        indexed = len(workbench.library.article_ids()) - workbench.library.behind()
    if options.json:
        output.json_document({"indexed": indexed})
    else:
        output.line(f"Indexed {count(indexed, 'article', 'articles')}.")
    return Outcome.DONE


COMMAND = Command("reindex", "make the full-text index anew", add_json, _run)
