"""Joins the mentions of all articles that mean one thing: one name, one role, one description, one noun taken up again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from briefing_app.comparison.knowledge.meanings import meanings_of
from briefing_app.comparison.knowledge.synonyms import relatives
from briefing_app.comparison.labels.mentions import Mention, held

_ALIKE = 0.55  # nearness of two nouns that the same word narrows ("Chinese firms", "Chinese companies") and that WordNet has as one
_SURE = 0.7  # the same of nouns that WordNet does not join
_TAKEN_UP = 4  # sentences within which "the plan" takes up a plan


class Groups:
    """Mentions by number, joined into things."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def of(self, one: int) -> int:
        """The number that stands for the whole group."""
        while self._above[one] != one:
            self._above[one] = one = self._above[self._above[one]]
        return one

    def join(self, ones: Iterable[int]) -> None:
        """Make one group of all of these."""
        first: int | None = None
        for one in ones:
            if first is None:
                first = self.of(one)
            else:
                self._above[self.of(one)] = first

    def all(self) -> list[list[int]]:
        """The groups of more than one, each in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for one in range(len(self._above)):
            found[self.of(one)].append(one)
        return [group for group in found.values() if len(group) > 1]


def join_alike(mentions: Sequence[Mention], appositions: Sequence[tuple[int, int]], groups: Groups) -> None:
    """Join what one name, one role or one description means; ``appositions`` are pairs of a name and a role."""
    _join_names(mentions, groups)
    told = _join_roles(mentions, appositions, groups)
    free = [number for number, mention in enumerate(mentions) if mention.own is None and number not in told]
    _join_described(mentions, free, groups)
    _join_taken_up(mentions, free, groups)


def _join_names(mentions: Sequence[Mention], groups: Groups) -> None:
    """One name is one thing; so is a last name that only one full name ends in."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        if mention.own is not None:
            by_name[mention.own.name.lower()].append(number)
    for numbers in by_name.values():
        groups.join(numbers)
    people = {name for name, numbers in by_name.items() if any(_person(mentions[number]) for number in numbers)}
    fuller: dict[str, list[str]] = defaultdict(list)
    for name in people:
        if (last := name.split()[-1]) != name:
            fuller[last].append(name)
    for name in people & fuller.keys():
        if len(fuller[name]) == 1:
            groups.join((by_name[fuller[name][0]][0], by_name[name][0]))


def _person(mention: Mention) -> bool:
    return mention.own is not None and held(mention.own)


def _join_roles(mentions: Sequence[Mention], appositions: Sequence[tuple[int, int]], groups: Groups) -> set[int]:
    """Whom a role means by itself ("the foreign minister") when the articles give it to one person only; the mentions so joined."""
    holders: dict[Hashable, set[int]] = defaultdict(set)
    first: dict[Hashable, int] = {}
    joined: set[int] = set()
    for name, described in appositions:
        groups.join((name, described))
        joined.add(described)
    held = [(name, mentions[described].role) for name, described in appositions]
    for number, role in held + [(number, mention.role) for number, mention in enumerate(mentions) if _person(mention)]:
        if role is not None:
            holders[role].add(groups.of(number))
            first.setdefault(role, number)
    for number, mention in enumerate(mentions):
        role = mention.role
        if (
            mention.own is None
            and mention.definite
            and not mention.plural
            and role in holders
            and len({groups.of(one) for one in holders[role]}) == 1
        ):
            groups.join((first[role], number))
            joined.add(number)
    return joined


def _join_described(mentions: Sequence[Mention], free: Sequence[int], groups: Groups) -> None:
    """One thing is one noun narrowed alike, or near nouns that one name narrows ("Chinese firms", "Chinese makers")."""
    by_words: dict[tuple[str, bool, frozenset[str]], list[int]] = defaultdict(list)
    for number in free:
        mention = mentions[number]
        if mention.plain or mention.proper:
            by_words[mention.head, mention.plural, mention.plain | mention.proper].append(number)
    for numbers in by_words.values():
        groups.join(numbers)
    narrowed: dict[tuple[str, bool], list[frozenset[str]]] = defaultdict(list)
    for head, plural, words in by_words:
        narrowed[head, plural].append(words)
    for (head, plural, words), numbers in by_words.items():
        wider = [other for other in narrowed[head, plural] if other < words]
        if len(wider) == 1:  # "nuclear missile tests" are no third of "nuclear tests" and "missile tests"
            groups.join((by_words[head, plural, wider[0]][0], numbers[0]))
    _join_near(mentions, free, groups)


def _join_near(mentions: Sequence[Mention], free: Sequence[int], groups: Groups) -> None:
    by_name: dict[tuple[frozenset[str], bool], dict[str, int]] = defaultdict(dict)
    for number in free:
        if mentions[number].proper:
            by_name[mentions[number].proper, mentions[number].plural].setdefault(mentions[number].head, number)
    for heads in by_name.values():
        words = sorted(heads)
        near = meanings_of(words)
        alike = near @ near.T
        for one, other in zip(*np.nonzero(np.triu(alike >= _ALIKE, 1)), strict=True):
            if alike[one, other] >= _SURE or words[other] in relatives(words[one]):
                groups.join((heads[words[one]], heads[words[other]]))


def _join_taken_up(mentions: Sequence[Mention], free: Sequence[int], groups: Groups) -> None:
    """``the plan``, with nothing that narrows it, is the last thing of that noun in the sentences before."""
    last: dict[tuple[int, str], int] = {}
    for number in free:
        mention = mentions[number]
        key = (mention.column, mention.head)
        before = last.get(key)
        if before is not None and _takes_up(mention, mentions[before]):
            groups.join((before, number))
        last[key] = number


def _takes_up(mention: Mention, before: Mention) -> bool:
    near = mention.pointing and mention.order - before.order <= _TAKEN_UP and mention.plural == before.plural
    return near and not mention.proper and not (mention.plain and before.plain)
