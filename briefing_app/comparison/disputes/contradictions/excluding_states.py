"""Finds one person or thing that two sources put into states which exclude each other: rescued alive and found dead, stable and critical.

A state is told by the verb itself ("survived", "died") or by the first word behind it ("was found | dead", "acted | alone", "is in a
stable | condition"). Words of one row exclude each other; so do WordNet's opposites, and a state against "not" the same state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from briefing_app.comparison.cues import LANGUAGES, cues_for
from briefing_app.comparison.deeds import Deed, Nearness, common, parted
from briefing_app.comparison.disputes.against import Against, comparable, of_others, on_other_days
from briefing_app.comparison.disputes.numbers.values import of_other_numbers
from briefing_app.comparison.disputes.rules import Keys
from briefing_app.comparison.knowledge.synonyms import opposites
from briefing_app.comparison.sentences.units import UnitWord
from briefing_app.comparison.stretches.sides import Side
from briefing_app.language import pack_for
from briefing_app.language.words import stem
from briefing_app.model.span import Span

_MET = 2  # words in common of those who are in the states, when they are not named


@dataclass(frozen=True, slots=True)
class _State:
    """A state by its stem (``turned``: it is denied), the deed that tells it, who is in it, and where the words stand."""

    value: str
    turned: bool
    deed: Deed
    holder: frozenset[str]
    span: Span


def seeks_excluded(side: Side) -> Keys:
    """The states that those of the sentence leave no room for; the state itself where it is denied."""
    return frozenset().union(*({one.value} if one.turned else excluded(one.value) for one in side.once(_states)))


def offers_states(side: Side) -> Keys:
    """The states that the sentence tells and does not deny."""
    return frozenset(one.value for one in side.once(_states) if not one.turned)


def states_apart(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """Every two states of one holder that exclude each other; only of near sentences."""
    if not near:
        return
    for x, y in product(a.once(_states), b.once(_states)):
        if not _exclude(x, y) or not comparable(x.deed, y.deed) or on_other_days(a, x.deed, b, y.deed):
            continue
        if shared := _one_holder(a, x, b, y):
            words = a.printed(x.span), b.printed(y.span)
            yield Against(x.span, y.span, f"“{words[0]}” against “{words[1]}”", shared, words=words)


def _exclude(x: _State, y: _State) -> bool:
    if x.turned or y.turned:
        return x.value == y.value and x.turned != y.turned
    return y.value in excluded(x.value)


def _one_holder(a: Side, x: _State, b: Side, y: _State) -> int:
    """How many words those who are in the states have in common; 0 when they are not the same."""
    if of_others(a, x.deed, b, y.deed) or of_other_numbers(a, x.deed, b, y.deed) or _told_too(a, x, y) or _told_too(b, y, x):
        return 0
    shared = common(x.holder, y.holder)
    names = frozenset(word.stem for side in (a, b) for word in side.words if word.name)
    nouns = x.holder - names, y.holder - names  # "the schools in Kolm" are not "the shops in Kolm"
    if not shared or parted(*nouns) or _of_another(a, x, b, y):
        return 0
    whole = len(shared) == min(len(x.holder), len(y.holder))
    return len(shared) if whole or shared & names or len(shared) >= _MET else 0


def _told_too(side: Side, own: _State, other: _State) -> bool:
    """Whether the sentence tells the other's state as well: "had been critical but is now stable"."""
    return own.value != other.value and any(word.stem == other.value for word in side.words)


def _of_another(a: Side, x: _State, b: Side, y: _State) -> bool:
    """Whether what follows "of", or is voted on, is told on both sides and not the same: "guilty of fraud", "not guilty of bribery"."""
    mine, other = (frozenset(_complement(side, state)) for side, state in ((a, x), (b, y)))
    return parted(mine, other)


def _complement(side: Side, state: _State) -> Iterator[str]:
    behind = [word for word in side.words if state.span.end <= word.span.start < state.deed.reach.end]
    if behind and (behind[0].low in side.cues.wording.of or state.value in side.cues.excluding.stands):
        yield from (word.stem for word in behind if not word.stop)


def _states(side: Side) -> list[_State]:
    found, cues, stemmer = [], side.cues.excluding, pack_for(side.unit.language).stemmer
    for deed in side.plain_deeds:
        if not deed.finite or deed.elsewhen or any(word.low in cues.since for word in side.words if deed.reach.holds(word.span)):
            continue
        last = deed.words.rpartition(" ")[2].lower()
        for verb in {*deed.verbs, stem(last, stemmer)}:  # "was drunk" is no drinking
            if _known(verb) and verb not in cues.stands:
                holder = (deed.thing if verb in cues.done_to else deed.doer or deed.thing) - {verb}
                found.append(_State(verb, False, deed, holder, deed.span))
        found += _behind(side, deed)
    return [one for one in found if one.holder]


def _behind(side: Side, deed: Deed) -> Iterator[_State]:
    """The state told by the first telling word behind the verb, or behind the name of whom it is done to."""
    cues, negating = side.cues.excluding, side.cues.wording.negating
    following = [word for word in side.words if deed.span.end <= word.span.start < deed.reach.end]
    turned = any(word.low in negating for word in side.words if deed.span.holds(word.span))
    first = next((k for k, word in enumerate(following) if word.low not in cues.between), None)
    if first is None or (following[first].low in cues.stands and deed.verbs.isdisjoint(cues.voting)):
        return
    word = following[first]
    holder = deed.doer | deed.thing if deed.verbal else deed.doer or deed.thing
    negated = turned or any(one.low in negating for one in following[:first])
    if _known(word.stem):
        yield _State(word.stem, negated, deed, holder - {word.stem}, Span(deed.span.start, word.span.end))
    elif word.name and not any(one.name for one in following[:first]):
        yield from _behind_a_name(side, deed, following[first:])


def _behind_a_name(side: Side, deed: Deed, words: Sequence[UnitWord]) -> Iterator[_State]:
    """``found | Arden guilty``: the state told by the first telling word behind the last name."""
    last = max(k for k, one in enumerate(words) if one.name)
    holder, behind = words[: last + 1], words[last + 1 :]
    at = next((k for k, one in enumerate(behind) if one.low not in side.cues.excluding.between), None)
    if at is not None and _known(behind[at].stem):
        turned = any(one.low in side.cues.wording.negating for one in behind[:at])
        stems = frozenset(one.stem for one in holder)
        yield _State(behind[at].stem, turned, deed, stems, Span(words[0].span.start, behind[at].span.end))


@cache
def excluded(value: str) -> frozenset[str]:
    """The stems of the states that leave no room for this one."""
    others = (row[:k] + row[k + 1 :] for row in _rows() for k, states in enumerate(row) if value in states)
    return opposites(value).union(*(states for row in others for states in row))


def _known(value: str) -> bool:
    return bool(excluded(value))


@cache
def _rows() -> tuple[tuple[frozenset[str], ...], ...]:
    """The rows of every language, in stems; these carry no language, as in WordNet."""
    return tuple(
        tuple(frozenset(stem(word, pack_for(language).stemmer) for word in words.split()) for words in row)
        for language in LANGUAGES
        for row in cues_for(language).excluding.rows
    )
