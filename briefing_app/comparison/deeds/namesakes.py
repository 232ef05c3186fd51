"""Which names mean one government: a country, its people, its capital ("Japan", "Japanese", "Tokyo"); the list is this project's own."""

from __future__ import annotations

from functools import cache

from briefing_app.language.words import stem

_SAME = (
    "US America American Americans Washington",
    "Britain British UK London",
    "Japan Japanese Tokyo",
    "China Chinese Beijing",
    "Russia Russian Moscow Kremlin",
    "France French Paris",
    "Germany German Berlin",
    "Italy Italian Rome",
    "Spain Spanish Madrid",
    "Korea Korean Seoul Pyongyang DPRK",
    "India Indian Delhi",
    "Pakistan Pakistani Islamabad",
    "Iran Iranian Tehran",
    "Iraq Iraqi Baghdad",
    "Israel Israeli Jerusalem",
    "Turkey Turkish Ankara",
    "Ukraine Ukrainian Kyiv Kiev",
    "Poland Polish Warsaw",
    "Canada Canadian Ottawa",
    "Mexico Mexican",
    "Brazil Brazilian Brasilia",
    "Australia Australian Canberra",
    "Saudi Riyadh",
    "Egypt Egyptian Cairo",
    "Syria Syrian Damascus",
    "Venezuela Venezuelan Caracas",
    "Greece Greek Athens",
    "Sweden Swedish Stockholm",
    "Norway Norwegian Oslo",
    "Austria Austrian Vienna",
    "EU European Europe Brussels",
    "NATO alliance",
)


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for words in _SAME:
        stems = frozenset(stem(word, "english") for word in words.split())
        found.update(dict.fromkeys(stems, stems))
    return found


def namesakes(one: str) -> frozenset[str]:
    """The stems that can mean the same government as a stem; none for any other word."""
    return _groups().get(one, frozenset())
