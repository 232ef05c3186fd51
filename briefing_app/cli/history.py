"""``briefing-app history a3``: who changed what and when on an article or a note, and the way back to how it was."""

from __future__ import annotations

import argparse
from typing import Any

from briefing_app.cli import output
from briefing_app.cli.command import Command, Outcome, WrongUse, add_json, reading, writing
from briefing_app.cli.edit_words import step_words
from briefing_app.cli.field_words import change_words
from briefing_app.library import Library
from briefing_app.model.case import Thing
from briefing_app.model.codebook import Codebook
from briefing_app.model.edit import Step
from briefing_app.model.ids import ArticleId, Noun, parse_id
from briefing_app.model.past import changes_of

_MOST = 1_000


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("thing", metavar="ID", nargs="?", help="an article (a12) or a note (n5); without it the whole library's")
    parser.add_argument(
        "--back-to", type=int, metavar="STEP", help="make it as it was right after this step (0: before the first), as a new step"
    )
    add_json(parser)


def _run(options: argparse.Namespace) -> Outcome:
    thing = _thing(options.thing) if options.thing else None
    if options.back_to is not None:
        return _go_back(options, thing)
    with reading(options.library, caught_up=False) as workbench:
        library = workbench.library
        if thing is not None and thing.noun is Noun.ARTICLE:
            library.article(ArticleId(thing.number))  # says so when there is none
        steps = [step for step in library.history(_MOST) if not step.undone] if thing is None else list(library.past(thing))
        codebook = library.codebook()
    if options.json:
        output.json_document({"thing": options.thing, "steps": [_shape(step, thing) for step in steps]})
        return Outcome.DONE
    for step in steps:
        _tell(step, thing, codebook)
    output.line("Newest first. --back-to STEP makes it as it was right after that step." if steps else "Nothing has been changed.")
    return Outcome.DONE


def _go_back(options: argparse.Namespace, thing: Thing | None) -> Outcome:
    if thing is None:
        raise WrongUse("The way back is that of one article or note.", "Name it, as in “history n5 --back-to 3”.")
    with writing(options.library) as workbench:
        gone = _turn(workbench.library, thing, options.back_to)
    if options.json:
        output.json_document({"thing": options.thing, "back_to": options.back_to, "changed": gone})
    else:
        output.line(f"{options.thing} is as it was then; undo takes that back." if gone else f"{options.thing} is so already.")
    return Outcome.DONE


def _turn(library: Library, thing: Thing, number: int) -> bool:
    """Go back; whether anything was to be done. Raises WrongUse for a step that is none of the thing's."""
    if number and number not in {step.number for step in library.past(thing)}:
        raise WrongUse(f"Step {number} is none of its history.", "Look at it without --back-to.")
    edit = library.way_back(thing, number)
    return edit is not None and bool(library.apply(edit).changes)


def _thing(word: str) -> Thing:
    named = parse_id(word)
    if named is None or named[0] not in (Noun.ARTICLE, Noun.ANNOTATION):
        raise WrongUse(f"“{word}” is no article's or note's id.", "Write it as in a12 or n5.")
    return Thing(*named)


def _tell(step: Step, thing: Thing | None, codebook: Codebook) -> None:
    when = f"{step.at.astimezone():%Y-%m-%d %H:%M}"
    output.paragraph(step_words(step), f"{step.number:>6}  {when}  {step.who or 'unknown':<10} ", " " * 8)
    for change in changes_of(step, thing) if thing else ():
        output.paragraph(change_words(change, codebook), " " * 8)


def _shape(step: Step, thing: Thing | None) -> dict[str, Any]:
    changes = changes_of(step, thing) if thing else ()
    return {
        "step": step.number,
        "at": step.at.isoformat(),
        "who": step.who or None,
        "what": step_words(step),
        "changes": [{"field": change.field, "from": change.before, "to": change.after} for change in changes],
    }


COMMAND = Command("history", "who changed what and when on an article or a note, and the way back", _add_arguments, _run)
