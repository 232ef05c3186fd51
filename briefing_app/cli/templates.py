"""``briefing-app templates``: the kinds of briefing there are, and keeping, renaming and deleting one's own."""

from __future__ import annotations

import argparse
from dataclasses import replace

from briefing_app.briefing.templates import TEMPLATES, named, template_of
from briefing_app.cli import output
from briefing_app.cli.command import Command, Outcome, WrongUse, add_json, reading, writing
from briefing_app.library import Library
from briefing_app.model.edit import Edit, PutTemplate, RemoveTemplate
from briefing_app.model.ids import BriefingId, Noun, parse_id
from briefing_app.model.template import Template


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--keep", nargs=2, metavar=("BRIEFING", "NAME"), help="keep the outline of a briefing (b2) as a template")
    one.add_argument("--rename", nargs=2, metavar=("NAME", "OTHER"), help="give one of your own another name")
    one.add_argument("--delete", metavar="NAME", help="delete one of your own")
    add_json(parser)


def _run(options: argparse.Namespace) -> Outcome:
    if options.keep or options.rename or options.delete:
        with writing(options.library) as workbench:
            workbench.library.apply(_asked_for(options, workbench.library))
            own = workbench.library.templates()
    else:
        with reading(options.library, caught_up=False) as workbench:
            own = workbench.library.templates()
    if options.json:
        output.json_document({"templates": [_shape(template) for template in (*own, *TEMPLATES)]})
    else:
        for template in (*own, *TEMPLATES):
            output.paragraph(", ".join(_kinds(template)), f"{output.padded(output.cut(template.name, 32), 33)} {_whose(template)}  ")
    return Outcome.DONE


def _asked_for(options: argparse.Namespace, library: Library) -> Edit:
    if options.keep:
        subject, name = options.keep
        noun = parse_id(subject)
        if noun is None or noun[0] is not Noun.BRIEFING:
            raise WrongUse(f"“{subject}” is no briefing.", "Write it as in b2; briefings are made in the window.")
        return PutTemplate(template_of(library.briefing(BriefingId(noun[1])), name))
    old = _own(library, options.rename[0] if options.rename else options.delete)
    return PutTemplate(replace(old, name=options.rename[1])) if options.rename else RemoveTemplate(old.id)


def _own(library: Library, name: str) -> Template:
    """One's own template of that name. Raises WrongUse when there is none, or it is one of the program's."""
    found = named(name, library.templates())
    if found is None or not found.id:
        raise WrongUse(f"There is no template of your own called “{name}”.", "The command templates lists them.")
    return found


def _kinds(template: Template) -> list[str]:
    return [type(block).__name__.removesuffix("Block").lower() for block in template.blocks]


def _whose(template: Template) -> str:
    return "yours    " if template.id else "program's"


def _shape(template: Template) -> dict[str, object]:
    return {"name": template.name, "own": bool(template.id), "blocks": _kinds(template)}


COMMAND = Command("templates", "the kinds of briefing; keep, rename and delete your own", _add_arguments, _run)
