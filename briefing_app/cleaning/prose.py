"""Which lines are running text: features of each line, smoothed over their neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing_app.cleaning.lines import Label, Line
from briefing_app.cleaning.page import Advice
from briefing_app.model.article import ZoneKind

_WORDS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d")
_SENTENCE = re.compile(r"[.!?][\"'”’»)]*\s+[\"'“‘«(]?[A-ZÀ-ÞА-Я]|[。！？]")
_SWITCH = 2.0
"""Cost of going from story to surroundings or back: as much as one line of clear prose tells."""

_WIDEST_HOLE = 6
_SMALL_ISLAND = 0.25

_NOT_STORY = {ZoneKind.BOILERPLATE: -3.0, ZoneKind.TEASER: -4.0, ZoneKind.COMMENT: -6.0}


def prose_score(line: Line) -> float:
    """Log-odds (by hand, not fitted) that a line is running text of a story, by its looks alone."""
    size = line.size
    score = -1.6 if size < 20 else -0.9 if size < 40 else 0.1 if size < 80 else 1.2 if size < 150 else 2.0
    words = _WORDS.findall(line.words)
    if line.ends_sentence:
        score += 0.9 if size >= 24 else 0.3
    else:
        score -= 0.8
    if _SENTENCE.search(line.words):
        score += 0.6
    cased = [word for word in words if word[0].isupper() or word[0].islower()]
    if len(cased) >= 4:
        lower = sum(word[0].islower() for word in cased) / len(cased)
        score += 0.5 if lower >= 0.6 else -0.9 if lower < 0.35 else 0.0
    if len(_DIGITS.findall(line.words)) > 0.15 * len(line.words):
        score -= 0.7
    if line.words.count("|") + line.words.count("·") + line.words.count("»") >= 2:
        score -= 1.0
    if line.bulleted:
        score -= 0.4
    return score - 2.5 * line.link_share


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
            scores.append(prose_score(line) + advice.bias.get(line.number, 0.0))
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
