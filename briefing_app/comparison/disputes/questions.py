"""Finds one question of the news that two articles answer otherwise: whether the vote was unanimous, whether the gunman shot himself.

What answers a question are a language's cues. Each article is read to its end: one that tells two answers says that both were given, or
that the first did not last; of a question whose later answers are further on, its furthest is held against the other article's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from briefing_app.comparison.cues import Question
from briefing_app.comparison.deeds import common, parted
from briefing_app.comparison.disputes.against import times_in, to_come
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.disputes.occasions import elsewhen, long_after, of_others, places, taken_back
from briefing_app.comparison.disputes.stages.furthest import Thing, furthest, steps_apart
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import DifferenceKind
from briefing_app.model.span import Span

_REACH = 70  # characters between what is told of and the words that answer
_NEAR = 0.5  # share of the acceptance threshold below which two sentences hardly tell of the same
_FEW = 1.5  # weight of the words in common that two answers need
_LITTLE = 0.5  # the same of answers in aligned sentences
_SURELY = 0.6  # score of sentences that tell of one thing, under whatever names
_LEAD = 10  # sentences in which an article tells its news


@dataclass(frozen=True, slots=True)
class _Answer:
    """Which answer (``step``) to a question (both by their numbers) the sentence ``unit`` gives, where (``span``), and about what."""

    number: int
    step: int
    unit: int
    span: Span
    about: str


def questions_apart(study: Study) -> Iterator[FilledApart]:
    """For every two articles and every question that both answer: two sentences whose answers exclude each other."""
    told = [_answers_of(study, column) for column in study.units_of]
    pairs = ((p, q) for p, q in combinations(range(len(told)), 2) if not long_after(study, p, q))
    for a, b in steps_apart(told, pairs, lambda _, a, b: _of_one(study, a, b)):
        mine, other = (Filled(one.unit, study.side(one.unit).printed(one.span), one.span) for one in (a, b))
        if _question(study, a).staged:
            yield FilledApart.at_steps(mine, a.step, other, b.step)
        else:
            yield FilledApart(mine, other, DifferenceKind.CONTRADICTION, f"“{mine.value}” against “{other.value}”")


def _answers_of(study: Study, column: Sequence[int]) -> dict[Thing, list[_Answer]]:
    """The answers of one article that stand: its furthest ones, or all when it gives but one."""
    found: dict[Thing, list[_Answer]] = {}
    for place, unit in enumerate(column):
        side = study.side(unit)
        questions = side.cues.questions
        asked = _asked(questions)
        numbers = {number for word in side.words for number in asked.get(word.low, ())}
        if not numbers or elsewhen(study, side):
            continue
        for number in sorted(numbers):
            if questions[number].single and place >= _LEAD:
                continue
            answers = list(_answers_in(unit, side, number))
            if len({one.step for one in answers}) == 1:  # "was peaceful until stones were thrown" answers both ways
                found.setdefault((number, ""), []).append(answers[0])
    return {thing: _standing(study, told) for thing, told in found.items()}


def _standing(study: Study, told: Sequence[_Answer]) -> list[_Answer]:
    last = furthest(told)
    return last if len(last) == len(told) or _question(study, told[0]).staged else []


@cache
def _asked(questions: tuple[Question, ...]) -> dict[str, tuple[int, ...]]:
    """The numbers of the questions that a word may ask."""
    words = frozenset().union(*(question.about for question in questions))
    return {word: tuple(number for number, question in enumerate(questions) if word in question.about) for word in words}


def _answers_in(unit: int, side: Side, number: int) -> Iterator[_Answer]:
    question = side.cues.questions[number]
    told = [(step, span) for step, pattern in enumerate(question.answers) for span in side.spans(pattern)]
    things = [word for word in side.words if word.low in question.about]
    for step, span in told:
        if any(step != other and span.overlap(longer) and len(longer) > len(span) for other, longer in told):
            continue  # "not unanimous" is not "unanimous"
        thing = min(things, key=lambda word: (word.span.gap(span), word.span.start))
        if thing.span.gap(span) <= _REACH and not taken_back(side, span) and not _open(side, span) and not _denied(side, span):
            yield _Answer(number, step, unit, span, thing.stem)


def _open(side: Side, span: Span) -> bool:
    """Whether what answers is only supposed, or still to come without saying so itself."""
    if not side.cues.says_so.isdisjoint(side.printed(span).lower().replace("n't", " not").split()):
        return False
    return any(deed.span.overlap(span) and (deed.supposed or to_come(deed)) for deed in side.deeds)


def _denied(side: Side, span: Span) -> bool:
    """Whether a verb of denying stands before what answers: "denied having arrested a man"."""
    return any(cue.end <= span.start for cue in side.spans(side.cues.denial))


def _question(study: Study, answer: _Answer) -> Question:
    return study.side(answer.unit).cues.questions[answer.number]


def _of_one(study: Study, a: _Answer, b: _Answer) -> float:
    """How surely both sentences answer one question; 0 when nothing says so."""
    question = _question(study, a)
    mine, other = study.side(a.unit), study.side(b.unit)
    score, threshold = study.alignment.matrix[a.unit, b.unit], study.alignment.threshold
    if question.alike and score < _SURELY and not common(frozenset({a.about}), frozenset({b.about})):
        return 0.0
    if parted(places(mine), places(other)) or _of_other_bodies(mine, other):
        return 0.0
    if not question.staged and _on_other_days(mine, other):
        return 0.0
    weight = study.weighed(common(mine.telling, other.telling))
    if question.single:
        return 0.1 + weight + score
    if question.whose and of_others(mine, other, aligned=score >= threshold):
        return 0.0
    least = _LITTLE if score >= threshold else _FEW
    return weight + score if score >= _NEAR * threshold and weight >= least else 0.0


def _of_other_bodies(a: Side, b: Side) -> bool:
    """Whether one answer is that of the House and the other that of the Senate."""
    mine, other = (frozenset(word.low for word in side.words if word.low in side.cues.bodies) for side in (a, b))
    return bool(mine and other and not mine & other)


def _on_other_days(a: Side, b: Side) -> bool:
    mine, other = times_in(a, a.span), times_in(b, b.span)
    return bool(mine and other and not mine & other)
