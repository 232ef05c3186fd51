"""Holds the furthest step that one article tells of a thing against the furthest one of another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Protocol, TypeVar


class Telling(Protocol):
    """What a sentence (by its unit) tells of a thing: how far it has come, as a number that grows."""

    @property
    def step(self) -> int: ...
    @property
    def unit(self) -> int: ...


T = TypeVar("T", bound=Telling)
Thing = tuple[int, str]
"""The number of a row of the language's cues, and the word or stem that names the thing."""
Tellings = Mapping[Thing, Sequence[T]]
"""What an article tells of each thing, in the order of the text."""


def furthest(told: Sequence[T]) -> list[T]:
    """The tellings of the furthest step."""
    last = max(one.step for one in told)
    return [one for one in told if one.step == last]


def steps_apart(
    told: Sequence[Tellings[T]], pairs: Iterable[tuple[int, int]], of_one: Callable[[Thing, T, T], float]
) -> Iterator[tuple[T, T]]:
    """For each pair of articles (columns) and each thing told in both, at other steps: the two tellings that are most surely of one thing.

    ``told`` holds for each article the tellings of the furthest step alone, none where they do not count. ``of_one`` says how surely two of
    them are of one thing, 0 for not at all; of equally sure ones the first count.
    """
    for p, q in pairs:
        for thing in sorted(told[p].keys() & told[q].keys()):
            some, others = told[p][thing], told[q][thing]
            if not some or not others or some[0].step == others[0].step:
                continue
            met = [(weight, -a.unit, -b.unit, a, b) for a, b in product(some, others) if (weight := of_one(thing, a, b))]
            if met:
                *_, a, b = max(met, key=lambda one: one[:3])
                yield a, b
