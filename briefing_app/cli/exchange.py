"""``briefing-app annotations export|import FILE``: notes and highlights to a file, and from a file of somebody else."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path

from briefing_app.annotations import Choice, Conflict, Merged, differing, format_of, iri_of, readable, said, writable
from briefing_app.cli import output
from briefing_app.cli.command import Command, Outcome, WrongUse, add_json, reading, writing
from briefing_app.cli.words import count
from briefing_app.model.codebook import Codebook
from briefing_app.model.errors import AnnotationsRefused
from briefing_app.pipeline.exchange import as_edit, export_annotations, merged, read_annotations


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("verb", choices=("export", "import"), help="write all annotations to FILE, or merge those in FILE into the library")
    parser.add_argument("file", type=Path, metavar="FILE", help=f"to write: {writable()}; to read: {readable()}")
    parser.add_argument("--author", metavar="NAME", default="", help="who signs what was noted here (default: your login name)")
    parser.add_argument(
        "--conflicts",
        choices=("later", *map(str, Choice)),
        default="later",
        help="what to keep where another analyst's version of a note differs from yours: choose later in the window, both, mine or theirs",
    )
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
        codebook = workbench.library.codebook()
        choice = Choice(options.conflicts) if options.conflicts != "later" else None
        edit = as_edit(plan, choice)
        if edit is not None:
            workbench.library.apply(edit)
            codebook = workbench.library.codebook()
    if options.json:
        output.json_document(_shape(plan, codebook, choice))
    else:
        _tell(plan, codebook, choice)
    return Outcome.PARTLY if plan.left_out or plan.unplaced else Outcome.DONE


def _tell(plan: Merged, codebook: Codebook, choice: Choice | None) -> None:
    placed = f" {plan.placed:,} of these now stand in their articles." if plan.placed else ""
    output.line(f"Took in {count(plan.added, 'annotation', 'annotations')}; {plan.same:,} were here already.{placed}")
    for conflict in plan.conflicts:
        _tell_conflict(conflict, codebook, choice)
    for title in plan.unplaced:
        output.paragraph(f"not in this library; once it is, import the file again, which puts what was kept in its place: {title}", "  ")
    for address, words in plan.left_out:
        output.paragraph(f"left out of {address}: {words}", "  ")


def _tell_conflict(conflict: Conflict, codebook: Codebook, choice: Choice | None) -> None:
    """The two versions under each other, and what both were made from when that is known; only what differs."""
    name = conflict.theirs.author or "unsigned"
    output.paragraph(f"differs from yours, {_KEPT[choice]}: “{output.cut(conflict.ours.words, 60)}” ({name})", "  ")
    sides = [("yours", conflict.ours), (name, conflict.theirs), *([("before", conflict.base)] if conflict.base else [])]
    for field in differing(conflict, codebook):
        for side, version in sides:
            output.paragraph(
                f"{_FIELDS.get(field, field)}, {side}: {output.cut(said(version, codebook)[field] or 'nothing', 200)}", "      "
            )


_FIELDS = {"codes": "tags", "confidence": "likelihood"}
_KEPT = {
    None: "both kept until you choose",
    Choice.BOTH: "both kept",
    Choice.OURS: "yours kept",
    Choice.THEIRS: "theirs kept",
}


def _shape(plan: Merged, codebook: Codebook, choice: Choice | None) -> dict[str, object]:
    return {
        "added": plan.added,
        "same": plan.same,
        "placed": plan.placed,
        "conflicts": [_conflict_shape(conflict, codebook, choice) for conflict in plan.conflicts],
        "unplaced": list(plan.unplaced),
        "left_out": [{"iri": address, "what": words} for address, words in plan.left_out],
    }


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _conflict_shape(conflict: Conflict, codebook: Codebook, choice: Choice | None) -> dict[str, object]:
    ours, theirs = said(conflict.ours, codebook), said(conflict.theirs, codebook)
    base = said(conflict.base, codebook) if conflict.base else {}
    return {
        "ours": f"n{conflict.ours.id}",
        "theirs": f"n{conflict.theirs.id}",
        "iri": iri_of(conflict.ours),
        "author": conflict.theirs.author,
        "kept": choice.value if choice else None,
        "differs": [
            {"field": _FIELDS.get(field, field), "ours": ours[field], "theirs": theirs[field], "base": base.get(field)}
            for field in differing(conflict, codebook)
        ],
    }


COMMAND = Command("annotations", "write annotations to a file, or take in those of another analyst", _add_arguments, _run)
