"""Which lines are running text: features of each line, smoothed over their neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing_app.cleaning.lines import Label, Line
from briefing_app.cleaning.page import Advice
from briefing_app.model.article import ZoneKind

_SWITCH = 2.0
"""Cost of going from story to surroundings or back: as much as one line of clear prose tells."""

_WIDEST_HOLE = 6
_SMALL_ISLAND = 0.25

_NOT_STORY = {ZoneKind.BOILERPLATE: -3.0, ZoneKind.TEASER: -4.0, ZoneKind.COMMENT: -6.0}


def story_lines(lines: Sequence[Line], known: Mapping[int, Label], advice: Advice) -> list[bool]:
    """Whether each line belongs to the story: the likeliest course of two states (Viterbi), then the largest stretch of it.

    ``known`` are labels by other signs, by line number.
    """
    scores = []
    for line in lines:
        label = known.get(line.number)
        if label is not None and label.kind in _NOT_STORY:
            scores.append(_NOT_STORY[label.kind])
        elif label is not None:
            scores.append(0.0)
        else:
            scores.append(line.prose_score + advice.bias.get(line.number, 0.0))
    course = _course(scores)
    return _largest(lines, course, scores, advice.main) if any(course) else [score > -1.0 for score in scores]


def _course(scores: Sequence[float]) -> list[bool]:
    """Viterbi over two states; a line's score counts half for one state and half against the other."""
    out, into = 0.0, 0.0
    back: list[tuple[bool, bool]] = []
    for score in scores:
        from_out = (out, False) if out >= into - _SWITCH else (into - _SWITCH, True)
        from_in = (into, True) if into >= out - _SWITCH else (out - _SWITCH, False)
        back.append((from_out[1], from_in[1]))
        out, into = from_out[0] - score / 2, from_in[0] + score / 2
    state = into >= out
    course = []
    for was_out, was_in in reversed(back):
        course.append(state)
        state = was_in if state else was_out
    return course[::-1]


def _largest(lines: Sequence[Line], course: Sequence[bool], scores: Sequence[float], main: frozenset[int]) -> list[bool]:
    """Keep the stretch with most text, and others that stand near it, are not much smaller, or are advised to be in."""
    runs: list[list[int]] = []
    for number, inside in enumerate(course):
        if not inside:
            continue
        if runs and number - runs[-1][-1] <= _WIDEST_HOLE:
            runs[-1].append(number)
        else:
            runs.append([number])
    masses = [sum(lines[number].size for number in run if scores[number] > 0) for run in runs]
    most = max(masses)
    least = max(_SMALL_ISLAND * most, 1)
    kept = {number for run, mass in zip(runs, masses, strict=True) if mass >= least or not main.isdisjoint(run) for number in run}
    return [number in kept for number in range(len(lines))]
