"""Which articles report one event, as far as their sentences meet: articles that were put side by side for no reason dispute nothing."""

from __future__ import annotations

from briefing_app.comparison.study import Study

_MET = 2  # accepted pairs of sentences between two articles of one event
_SHORT = 3  # sentences of an article up to which one pair is enough


def related(study: Study) -> frozenset[tuple[int, int]]:
    """Pairs of columns (smaller first) whose articles share something."""
    met: dict[tuple[int, int], int] = {}
    for i, j in study.alignment.accepted:
        pair = study.units[i].column, study.units[j].column
        met[pair] = met.get(pair, 0) + 1
    short = [len(column) <= _SHORT for column in study.of_column]
    return frozenset(pair for pair, count in met.items() if count >= (1 if short[pair[0]] or short[pair[1]] else _MET))


def told_elsewhere(study: Study) -> frozenset[int]:
    """The sentences (by their units) that another article of the same event tells too."""
    meet = related(study)
    column = [unit.column for unit in study.units]
    return frozenset(unit for pair in study.alignment.accepted if (column[pair[0]], column[pair[1]]) in meet for unit in pair)
