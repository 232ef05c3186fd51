"""The fewest cases in which every two values of different properties meet: always the same ones in the same order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any

Case = dict[str, Any]


def _always(_case: Case) -> bool:
    return True


def pairwise(properties: Mapping[str, Sequence[Any]], allowed: Callable[[Case], bool] = _always) -> list[Case]:
    """Cases with a value for every property such that each pair of values that can stand together does so at least once.

    ``allowed`` is asked for whole cases and for pairs (the other properties missing). Greedy: each case takes the first pair that is
    still open and fills up with the values that close most open pairs.
    """
    names = list(properties)
    wanted: dict[tuple[tuple[str, Any], tuple[str, Any]], None] = {}
    for first, second in combinations(names, 2):
        for a in properties[first]:
            for b in properties[second]:
                if allowed({first: a, second: b}):
                    wanted[(first, a), (second, b)] = None
    cases: list[Case] = []
    while wanted:
        seed = next(iter(wanted))
        case = _fill(dict(seed), names, properties, wanted, allowed)
        if case is None:
            del wanted[seed]  # no whole case holds it
            continue
        cases.append(case)
        for pair in [pair for pair in wanted if all(case[name] == value for name, value in pair)]:
            del wanted[pair]
    return cases


def _fill(
    case: Case, names: Sequence[str], properties: Mapping[str, Sequence[Any]], wanted: Mapping[Any, None], allowed: Callable[[Case], bool]
) -> Case | None:
    """Give the missing properties their values, those that close most pairs first; None when no values fit."""
    missing = [name for name in names if name not in case]
    if not missing:
        return {name: case[name] for name in names} if allowed(case) else None
    name = missing[0]

    def closed(value: Any) -> int:
        mine = (name, value)
        return sum(mine in pair and all(case.get(other, held) == held for other, held in pair if other != name) for pair in wanted)

    for value in sorted(properties[name], key=closed, reverse=True):
        tried = case | {name: value}
        if allowed(tried) and (whole := _fill(tried, names, properties, wanted, allowed)) is not None:
            return whole
    return None
