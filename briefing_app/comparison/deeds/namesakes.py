"""Which names mean one government: a country, its people, its capital ("Japan", "Japanese", "Tokyo"); stems carry no language here."""

from __future__ import annotations

from functools import cache

from briefing_app.comparison.cues import LANGUAGES, cues_for
from briefing_app.language import pack_for
from briefing_app.language.words import stem


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        for names in cues_for(language).governments:
            stems = frozenset(stem(name, pack_for(language).stemmer) for name in names.split())
            found.update((one, found.get(one, frozenset()) | stems) for one in stems)
    return found


def namesakes(one: str) -> frozenset[str]:
    """The stems that can mean the same government as a stem; none for any other word."""
    return _groups().get(one, frozenset())
