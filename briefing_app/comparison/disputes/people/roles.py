"""Finds two people to whom two articles give one part in what happened, or one office: "the gunman, Weber", "named Eva Holm its head"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from briefing_app.comparison.cues import cues_for
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.sentences.units import Unit
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import DifferenceKind
from briefing_app.model.findings import NameKind, NameMention
from briefing_app.model.span import Span

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # another time's office


def roles_apart(study: Study) -> Iterator[FilledApart]:
    """For every two articles and every part: the two names, when each article names one for it and the other has never heard of it."""
    told: dict[int, dict[str, list[tuple[str, Filled]]]] = {}
    named: dict[int, set[str]] = {}
    for number, unit in enumerate(study.units):
        named.setdefault(unit.column, set()).update(word.low for word in unit.words if word.name)
        for role, name, span in _parts(unit):
            value = unit.text_of(span)
            told.setdefault(unit.column, {}).setdefault(role, []).append((name, Filled(number, value, span)))
    for p, q in combinations(sorted(told), 2):
        for role in sorted(told[p].keys() & told[q].keys()):
            mine, other = ({name for name, _ in told[column][role]} for column in (p, q))
            if len(mine) == len(other) == 1 and not mine & named[q] and not other & named[p]:
                a, b = told[p][role][0][1], told[q][role][0][1]
                why = f"{role}: {a.value} against {b.value}"
                yield FilledApart(a, b, DifferenceKind.CONTRADICTION, why)


def _parts(unit: Unit) -> Iterator[tuple[str, str, Span]]:
    """Every part or office with the last name, in lower case, of the person who has it, and where the name stands."""
    start, roles = unit.span.start, cues_for(unit.language).roles
    for name in unit.names:
        if name.kind not in (NameKind.PERSON, NameKind.OTHER):
            continue
        before, behind = unit.text[: name.span.start - start], unit.text[name.span.end - start :]
        found = next((match for pattern in roles.given if (match := pattern.search(before))), None)
        if found:
            yield found[1].lower(), _last(name), name.span
        elif roles.naming.search(before) and not _YEAR.search(unit.text) and (office := roles.office.match(behind)):
            yield f"{office['office'].lower()} named by {_namer(unit, name)}", _last(name), name.span


def _last(name: NameMention) -> str:
    return name.name.split()[-1].lower()


def _namer(unit: Unit, name: NameMention) -> str:
    """The name before the verb: who filled the office."""
    before = [one.name for one in unit.names if one.span.end <= name.span.start]
    return before[-1] if before else ""
