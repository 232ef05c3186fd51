"""The letters by which articles go beside each other, in a comparison and everywhere it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.model.source import Register


@dataclass(frozen=True, slots=True)
class Letter:
    """What an article goes by: the letter of its house, and a number behind it for any but the first from there ("A", "A2", "A3").

    ``house`` counts the houses from 0 (A) and gives the hue, ``turn`` the articles of one house from 0. Its words are ``str``.
    """

    house: int
    turn: int = 0

    def __str__(self) -> str:
        """The letter in words; AA follows Z."""
        letters, rest = "", self.house + 1
        while rest:
            rest, one = divmod(rest - 1, 26)
            letters = chr(ord("A") + one) + letters
        return f"{letters}{self.turn + 1}" if self.turn else letters


def letters_of(sources: Iterable[str | None], register: Register) -> tuple[Letter, ...]:
    """The letters of articles that stand in this order; each is from the source of this name, or from nobody knows where (None).

    Two articles share a letter when their sources are of one house (``Register.house``); an unknown source is a house of its own.
    """
    places: dict[str | int, int] = {}
    turns: Counter[int] = Counter()
    found = []
    for number, name in enumerate(sources):
        house = places.setdefault(register.house(name) if name else number, len(places))
        found.append(Letter(house, turns[house]))
        turns[house] += 1
    return tuple(found)
