"""The past of one article or note as lines of a list: who did what and when, and what it changed, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from briefing_app.model.case import Thing
from briefing_app.model.correction import MetadataField
from briefing_app.model.edit import Step
from briefing_app.model.ids import Noun
from briefing_app.model.past import FieldChange, changes_of
from briefing_app.ui.edit_words import step_words
from briefing_app.ui.history.model import Line, capital, when_words
from briefing_app.ui.names import field_name

_MOST = 400
"""Code points of a value that are shown of a change."""


def past_lines(steps: Sequence[Step], thing: Thing, now: datetime) -> tuple[Line, ...]:
    """The states of a thing, newest first; the last is how it was before the first edit."""
    lines = []
    for at, step in enumerate(steps):
        when = when_words(step.at, now)
        short = " · ".join(map(_short, changes_of(step, thing)))
        lines.append(Line(capital(step_words(step)), short, f"{step.who} · {when}" if step.who else when, -at))
    first = _tr("As it was imported") if thing.noun is Noun.ARTICLE else _tr("Before it was written")
    return (*lines, Line(first, "", "", -len(steps)))


def change_words(step: Step, thing: Thing) -> str:
    """Everything that a step changed of the thing's fields, a line each; empty where the edit's own words tell it all."""
    return "\n".join(map(_whole, changes_of(step, thing)))


def _short(change: FieldChange) -> str:
    return f"“{_cut(change.after, 60)}”" if change.field == "note" and change.after else field_words(change.field)


def _whole(change: FieldChange) -> str:
    if change.field in ("codes", "links", "subject"):
        return field_words(change.field)
    if change.field == "question":
        before, after = (_tr("yes") if value else _tr("no") for value in (change.before, change.after))
    else:
        before, after = (f"“{_cut(words, _MOST)}”" if words else _tr("nothing") for words in (change.before, change.after))
    return _tr("%1: %2 → %3").replace("%1", field_words(change.field)).replace("%2", before).replace("%3", after)


def _cut(words: str, most: int) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def field_words(field: str) -> str:
    """What a field of an article or annotation is called."""
    names = {
        "note": _tr("note"),
        "answer": _tr("answer"),
        "tint": _tr("colour"),
        "mark": _tr("highlight or underline"),
        "status": _tr("whether it is open"),
        "question": _tr("whether it is a question"),
        "codes": _tr("its tags"),
        "links": _tr("its links"),
        "grade": _tr("grade"),
        "confidence": _tr("likelihood"),
        "words": _tr("the words that it is on"),
        "article": _tr("the article that it is on"),
        "subject": _tr("what it is about"),
        "author": _tr("author"),
    }
    return names[field] if field in names else field_name(MetadataField(field))


def _tr(words: str) -> str:
    return QCoreApplication.translate("past", words)
