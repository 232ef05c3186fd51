"""Finds one sentence of somebody's own words that two articles quote with another word: "We reject his visit", "We reject his message"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, groupby

from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.sentences.units import UnitWord
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import DifferenceKind
from briefing_app.model.span import Span

_LEAST, _SURELY, _MOST = 4, 7, 40  # words of a quoted sentence; from so many on it need not stand beside another that both quote
_ENDS = 3  # words by which what stands beside it is known again
_SPELT = 0.4  # likeness of two spellings of one word

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A run of quoted words (in lower case, ``low``) in the sentence ``unit``, the ``number``-th of its article."""

    unit: int
    number: int
    words: tuple[UnitWord, ...]
    low: Words


def quotes_apart(study: Study) -> Iterator[FilledApart]:
    """For every two articles: quoted sentences that differ in one telling word, of which neither article tells both."""
    told = [_of_article(study, column) for column in study.units_of]
    gaps = [_by_gap(runs) for runs in told]
    for p, q in combinations(range(len(told)), 2):
        whole = {run.low for run in told[p]}, {run.low for run in told[q]}
        for key in sorted(gaps[p].keys() & gaps[q].keys()):
            a, b = gaps[p][key], gaps[q][key]
            if a.low in whole[1] or b.low in whole[0] or not _told_apart(a.words[key[0]], b.words[key[0]]):
                continue
            if len(a.low) >= _SURELY or _beside(told[p], a) & _beside(told[q], b):
                mine, other = (Filled(run.unit, run.words[key[0]].text, _span(run)) for run in (a, b))
                yield FilledApart(mine, other, DifferenceKind.CONTRADICTION, f"quoted as “{mine.value}” against “{other.value}”")


def _of_article(study: Study, column: Sequence[int]) -> list[_Quoted]:
    found: list[_Quoted] = []
    for unit in column:
        found += [_Quoted(unit, len(found) + k, run, tuple(word.low for word in run)) for k, run in enumerate(study.side(unit).once(_runs))]
    return found


def _runs(side: Side) -> tuple[tuple[UnitWord, ...], ...]:
    """The stretches of quoted words of a sentence."""
    runs = (tuple(words) for quoted, words in groupby(side.words, lambda word: word.quoted) if quoted)
    return tuple(run for run in runs if len(run) <= _MOST)


def _by_gap(runs: Sequence[_Quoted]) -> dict[tuple[int, Words], _Quoted]:
    """Each run by its words without one of them, and the place of that one."""
    long = (run for run in runs if len(run.low) >= _LEAST)
    return {(at, (*run.low[:at], *run.low[at + 1 :])): run for run in long for at in range(len(run.low)) if not run.words[at].stop}


def _told_apart(a: UnitWord, b: UnitWord) -> bool:
    """Whether both are words of their own and not two spellings or forms of one, nor figures."""
    if a.stem == b.stem or not (a.low.isalpha() and b.low.isalpha()):
        return False
    return SequenceMatcher(None, a.low, b.low, autojunk=False).ratio() < _SPELT


def _beside(runs: Sequence[_Quoted], run: _Quoted) -> frozenset[tuple[bool, Words]]:
    """The end of what is quoted right before, and the beginning of what is quoted right behind (True)."""
    before, behind = runs[max(0, run.number - 1) : run.number], runs[run.number + 1 : run.number + 2]
    ends = [(False, one.low[-_ENDS:]) for one in before] + [(True, one.low[:_ENDS]) for one in behind]
    return frozenset(end for end in ends if len(end[1]) == _ENDS)


def _span(run: _Quoted) -> Span:
    return Span(run.words[0].span.start, run.words[-1].span.end)
