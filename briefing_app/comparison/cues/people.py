"""What a language says of people beside their names: how old they are, what part they have, which office."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_app.comparison.cues.patterns import NEVER


@dataclass(frozen=True, slots=True)
class Aged:
    """How ages are ``told``: patterns over a sentence with the groups ``age``, ``who``, and ``next`` where nobody is told behind it.

    ``female`` and ``male`` are words for ``who``; ``doing``: what may follow when nobody is told. Of somebody with a name, with the age as
    the first group: ``behind`` the name ("Karl Weber, 34,"), which every language may do by marks, and ``before`` it, to its end.
    ``ranging``: of a group, with the groups ``young`` and ``old``.
    """

    told: tuple[re.Pattern[str], ...] = ()
    female: frozenset[str] = frozenset()
    male: frozenset[str] = frozenset()
    doing: re.Pattern[str] = NEVER
    behind: re.Pattern[str] = re.compile(r"(?:, | \()(\d{1,3})(?=[,.;)]|$)")
    before: re.Pattern[str] = NEVER
    ranging: re.Pattern[str] = NEVER


@dataclass(frozen=True, slots=True)
class Roles:
    """How somebody with a name is given a part in what happened, or an office.

    ``given``: before the name, to its end, with the part as the first group ("the gunman, "). ``naming``: before the name of somebody who
    is given the office that ``office`` finds behind it, in the group ``office`` ("appointed", "as its chairman").
    """

    given: tuple[re.Pattern[str], ...] = ()
    naming: re.Pattern[str] = NEVER
    office: re.Pattern[str] = NEVER
