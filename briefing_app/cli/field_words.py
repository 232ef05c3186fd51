"""What a field of an article or a note is called on the command line, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from briefing_app.cli import output
from briefing_app.model.codebook import Codebook
from briefing_app.model.ids import CodeId, Noun, name_of
from briefing_app.model.past import FieldChange

_CUT = 60
"""Code points of a value that are shown."""

_NAMES: Final = {
    "tint": "colour",
    "mark": "highlight or underline",
    "status": "whether it is open",
    "question": "whether it is a question",
    "codes": "its tags",
    "links": "its links",
    "confidence": "likelihood",
    "words": "the words that it is on",
    "article": "the article that it is on",
    "subject": "what it is about",
}
"""Fields whose name in the model says too little."""


def change_words(change: FieldChange, codebook: Codebook) -> str:
    """What was changed, from what to what; tags by their names, articles and notes as they are typed."""
    name = _NAMES.get(change.field, change.field)
    if change.field == "subject":  # it has no words that would tell it from another of the same kind
        return f"{name} was changed"
    if change.field == "question":
        return f"{name}: {'yes' if change.before else 'no'} → {'yes' if change.after else 'no'}"
    before, after = (_value(words, change.field, codebook) for words in (change.before, change.after))
    return f"{name}: {before} → {after}"


def _value(words: str, field: str, codebook: Codebook) -> str:
    if not words:
        return "nothing"
    named: dict[str, Callable[[int], str]] = {
        "codes": lambda number: f"“{codebook.path(CodeId(number))}”" if codebook.code(CodeId(number)) else "a tag that is gone",
        "links": lambda number: name_of(Noun.ANNOTATION, number),
        "article": lambda number: name_of(Noun.ARTICLE, number),
    }
    if field in named:
        return ", ".join(named[field](int(number)) for number in words.split(", "))
    return f"“{output.cut(' '.join(words.split()), _CUT)}”"
