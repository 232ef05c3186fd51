"""The letters by which sources go in a comparison and everywhere it is shown."""

from __future__ import annotations


def letter_of(place: int) -> str:
    """The letter of the source at ``place`` (0 is A); AA follows Z."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
