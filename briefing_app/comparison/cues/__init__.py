"""The words that turn a claim: negation, doubt, scope, condition, stage; a file and a row a language, nothing for one without a row."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from briefing_app.comparison.cues.acts import Acts
from briefing_app.comparison.cues.counting import Counts, Dimension
from briefing_app.comparison.cues.days import Days
from briefing_app.comparison.cues.kinds import Course, Cues, Polar, Question, Stage, Standing
from briefing_app.comparison.cues.mentions import Mentions
from briefing_app.comparison.cues.verbs import States, Verbs
from briefing_app.comparison.cues.wording import Wording

__all__ = [
    "LANGUAGES",
    "Acts",
    "Counts",
    "Course",
    "Cues",
    "Days",
    "Dimension",
    "Mentions",
    "Polar",
    "Question",
    "Stage",
    "Standing",
    "States",
    "Verbs",
    "Wording",
    "cues_for",
]


def _english() -> Cues:
    from briefing_app.comparison.cues.english import ENGLISH

    return ENGLISH


def _german() -> Cues:
    from briefing_app.comparison.cues.german import GERMAN

    return GERMAN


def _french() -> Cues:
    from briefing_app.comparison.cues.french import FRENCH

    return FRENCH


_LANGUAGES: dict[str, Callable[[], Cues]] = {"en": _english, "de": _german, "fr": _french}
_NO_CUES = Cues()

LANGUAGES = tuple(_LANGUAGES)
"""The languages that have a row."""


@cache
def cues_for(language: str) -> Cues:
    """The cues of a BCP 47 language."""
    found = _LANGUAGES.get(language.split("-")[0])
    return found() if found else _NO_CUES
