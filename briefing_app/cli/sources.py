"""``briefing-app sources``: the register of sources, and the sources of articles that are not in it."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from briefing_app.cli import output
from briefing_app.cli.command import Command, Outcome, add_json, reading
from briefing_app.cli.words import count
from briefing_app.model.source import Source


def _run(options: argparse.Namespace) -> Outcome:
    with reading(options.library) as workbench:
        library = workbench.library
        register, counts = library.sources(), library.source_counts()
        unknown = library.article_count() - sum(counts.values())
    unlisted = {name: number for name, number in counts.items() if name not in {source.name for source in register}}
    if options.json:
        listed = [asdict(source) | {"articles": counts.get(source.name, 0)} for source in register]
        others = [{"name": name, "articles": number} for name, number in unlisted.items()]
        output.json_document({"sources": listed, "unlisted": others, "unknown": unknown})
        return Outcome.DONE
    for source in register:
        output.paragraph(_words(source), f"{output.padded(output.cut(source.name, 32), 33)} {counts.get(source.name, 0):>6} ")
    for name, number in unlisted.items():
        output.line(f"{output.padded(output.cut(name, 32), 33)} {number:>6} not in the register")
    if unknown:
        output.line(f"{output.padded('(source unknown)', 33)} {unknown:>6}")
    output.line(f"{count(len(register), 'source', 'sources')} in the register, {len(unlisted)} not in it.")
    return Outcome.DONE


def _words(source: Source) -> str:
    """What is known of a source, on one line."""
    also = f"also {', '.join(source.aliases)}" if source.aliases else ""
    owned = f"owned by {source.owner}" if source.owner else ""
    graded = f"grade {source.grade}" if source.grade else ""
    return "; ".join(filter(None, (source.kind or "", source.country, owned, graded, also)))


COMMAND = Command("sources", "the register of sources, and what articles are from", add_json, _run)
