"""``briefing-app brief e3 -o FILE``: the whole main job without a screen, down to the file that goes out."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from briefing_app.briefing import Provenance, Standing, check, tally
from briefing_app.briefing.templates import applied, named
from briefing_app.cli import output
from briefing_app.cli.command import Command, Outcome, WrongUse, add_json, reading, result_of
from briefing_app.export import EXPORTS, known_suffixes
from briefing_app.library import Library
from briefing_app.model.briefing import Briefing
from briefing_app.model.errors import ExportFailed
from briefing_app.model.ids import BriefingId, EventId, Noun, parse_id
from briefing_app.pipeline import Workbench
from briefing_app.pipeline.material import stored_material


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("subject", metavar="EVENT", help="an event (e3), or a briefing that was saved in the window (b2)")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help=f"where to write it: {known_suffixes()}")
    parser.add_argument("--template", metavar="NAME", help="what kind of briefing it becomes; the command templates lists them")
    add_json(parser)


def _run(options: argparse.Namespace) -> Outcome:
    subject = parse_id(options.subject)
    if subject is None or subject[0] not in (Noun.EVENT, Noun.BRIEFING):
        raise WrongUse(f"“{options.subject}” is no event and no briefing.", "Write it as in e3 or b2; the command events lists events.")
    if options.output.suffix.lower() not in {export.suffix for export in EXPORTS}:
        raise WrongUse(f"A briefing cannot be written as “{options.output.name}”.", f"Choose a name that ends in {known_suffixes()}.")
    _check_folder(options.output)
    warnings: list[str] = []
    with reading(options.library) as workbench:
        briefing = _in_form(_briefing(workbench, *subject), options.template, workbench.library)
        with output.progress_line() as shown:
            written = result_of(workbench.export(briefing, options.output, warnings.append, shown))
        provenance = check(briefing, stored_material(workbench.library, briefing))
    for warning in warnings:
        output.trouble(warning)
    if options.json:
        output.json_document({"written": str(written), "warnings": warnings, "provenance": _told(provenance)})
    else:
        output.line(str(written))
    if provenance.count(Standing.UNSOURCED):
        output.trouble(f"Statements by what they rest on: {tally(provenance)}.")
    return Outcome.DONE


def _told(provenance: Provenance) -> dict[str, object]:
    """The provenance check as JSON: how many statements stand how, and every remark with its block (from 0)."""
    counts: dict[str, object] = {standing.value: provenance.count(standing) for standing in Standing}
    remarks = [{"concern": one.concern.value, "block": one.block, "words": one.words, "why": one.why} for one in provenance.remarks]
    return counts | {"remarks": remarks}


def _check_folder(path: Path) -> None:
    """Before the work begins, which can take a while: whether a file can be made there. Raises ExportFailed."""
    folder = path.absolute().parent
    if not folder.is_dir():
        raise ExportFailed(f"There is no folder {folder}.", "Make it first, or choose another one.")
    if path.is_dir():
        raise ExportFailed(f"{path} is a folder.", "Choose another name.")
    if not os.access(folder, os.W_OK):
        raise ExportFailed(f"Nothing can be written in {folder}.", "Choose another folder.")


def _briefing(workbench: Workbench, noun: Noun, number: int) -> Briefing:
    if noun is Noun.BRIEFING:
        return workbench.library.briefing(BriefingId(number))
    with output.progress_line() as shown:
        return result_of(workbench.draft(EventId(number), shown))


def _in_form(briefing: Briefing, template: str | None, library: Library) -> Briefing:
    """The briefing as the template of that name has it; what was written stays. Raises WrongUse."""
    if template is None:
        return briefing
    found = named(template, library.templates())
    if found is None:
        raise WrongUse(f"There is no template called “{template}”.", "The command templates lists them.")
    return applied(found, briefing)


COMMAND = Command("brief", "write the briefing of an event: PDF, HTML, Word or Markdown", _add_arguments, _run)
