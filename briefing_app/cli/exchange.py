"""``briefing-app annotations export|import FILE``: notes and highlights to a file, and from a file of somebody else."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path

from briefing_app.annotations import Merged, format_of, iri_of, readable, writable
from briefing_app.cli import output
from briefing_app.cli.command import Command, Outcome, WrongUse, add_json, reading, writing
from briefing_app.cli.words import count
from briefing_app.model.errors import AnnotationsRefused
from briefing_app.pipeline.exchange import as_edit, export_annotations, merged, read_annotations


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("verb", choices=("export", "import"), help="write all annotations to FILE, or merge those in FILE into the library")
    parser.add_argument("file", type=Path, metavar="FILE", help=f"to write: {writable()}; to read: {readable()}")
    parser.add_argument("--author", metavar="NAME", default="", help="who signs what was noted here (default: your login name)")
    add_json(parser)


def _run(options: argparse.Namespace) -> Outcome:
    return _export(options) if options.verb == "export" else _import(options)


def _export(options: argparse.Namespace) -> Outcome:
    target: Path = options.file.absolute()
    try:
        format_of(target.name)
    except AnnotationsRefused as refused:
        raise WrongUse(refused.message, refused.next_step) from refused
    with reading(options.library, caught_up=False) as workbench:
        written = export_annotations(workbench.library, target, options.author or _login())
    if options.json:
        output.json_document({"written": str(target), "annotations": written})
    else:
        output.line(f"Wrote {count(written, 'annotation', 'annotations')} to {target}.")
    return Outcome.DONE


def _import(options: argparse.Namespace) -> Outcome:
    incoming = read_annotations(options.file)
    with writing(options.library) as workbench:
        plan = merged(workbench.library, incoming)
        edit = as_edit(plan)
        if edit is not None:
            workbench.library.apply(edit)
    if options.json:
        output.json_document(_shape(plan))
    else:
        _tell(plan)
    return Outcome.PARTLY if plan.left_out or plan.unplaced else Outcome.DONE


def _tell(plan: Merged) -> None:
    output.line(f"Took in {count(plan.added, 'annotation', 'annotations')}; {plan.same:,} were here already.")
    for conflict in plan.conflicts:
        output.paragraph(
            f"differs from yours, both kept: “{output.cut(conflict.ours.words, 60)}” ({conflict.theirs.author or 'unsigned'})", "  "
        )
    for title in plan.unplaced:
        output.paragraph(f"not in this library, kept until it is: {title}", "  ")
    for address, words in plan.left_out:
        output.paragraph(f"left out of {address}: {words}", "  ")


def _shape(plan: Merged) -> dict[str, object]:
    return {
        "added": plan.added,
        "same": plan.same,
        "conflicts": [{"ours": f"n{c.ours.id}", "theirs": f"n{c.theirs.id}", "iri": iri_of(c.ours)} for c in plan.conflicts],
        "unplaced": list(plan.unplaced),
        "left_out": [{"iri": address, "what": words} for address, words in plan.left_out],
    }


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


COMMAND = Command("annotations", "write annotations to a file, or take in those of another analyst", _add_arguments, _run)
