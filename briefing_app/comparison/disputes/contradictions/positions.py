"""Reads what a sentence holds to be so and not to be so, however it puts it: as a fact, as what can, must or shall be.

A deed that is told is such a position, negated or plain. Others are told in other words: "called the mandate a tax", "is a penalty, not a
tax", "no evidence of fraud", "without consulting the staff", "allows teachers to carry guns", "was not required to report it".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from briefing_app.comparison.deeds import Deed
from briefing_app.comparison.deeds.reading import BEING
from briefing_app.comparison.disputes.against import to_come
from briefing_app.comparison.sentences.units import UnitWord
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.span import Span

OCCURRING = frozenset({"occur"})
"""Stands for all verbs that only tell that a meeting, a speech or a vote is held."""
_GAP = 3  # words between a negation that stands alone and what it takes back
_FEW = 5  # telling words of an object and its complement
_LONG = 60  # code points within which "neither ... nor ..." stands before its verb


class Mode(Enum):
    """How a position is meant: so it is, it can or may be, it must or should be, somebody means to do it."""

    FACT = "fact"
    ABLE = "able"
    DUE = "due"
    MEANT = "meant"


@dataclass(frozen=True, slots=True)
class Position:
    """What is held to be so, or (``holds`` False) not to be so; all words as stems.

    ``acts`` is what is done or what somebody is, ``who`` does it or is it, ``rest`` whom and what it concerns. ``deed`` is the verb it is
    told with, ``words`` and ``span`` how it is put. ``own``: it is told in other words than by the deed as such.
    """

    acts: frozenset[str]
    who: frozenset[str]
    rest: frozenset[str]
    holds: bool
    mode: Mode
    deed: Deed
    span: Span
    words: str
    own: bool = False

    @property
    def args(self) -> frozenset[str]:
        """All that takes part in it."""
        return self.who | self.rest

    @property
    def coming(self) -> bool:
        """Whether it is still to come."""
        return to_come(self.deed) or self.mode is not Mode.FACT


def positions_of(side: Side) -> tuple[Position, ...]:
    """The positions of a sentence."""
    return side.once(_positions)


def _positions(side: Side) -> tuple[Position, ...]:
    barred = _disputed(side)
    found: list[Position] = []
    for number, deed in enumerate(side.deeds):
        if not deed.frame and not deed.elsewhen:
            found += _of_deed(side, number, disputed=deed in barred)
    found += [*_waved_aside(side), *_gone_before(side)]
    return tuple(one for one in found if one.acts)


def _of_deed(side: Side, number: int, *, disputed: bool) -> Iterator[Position]:
    """What a deed holds to be so, put otherwise and as it is told; ``disputed``: the sentence itself calls it in question."""
    deed, before = side.deeds[number], side.deeds[number - 1] if number else None
    special = list(_put_otherwise(side, deed, before))
    yield from special
    one = _plain(side, deed)
    if before is not None and _seems(side, before) and not deed.finite and not deed.conditional:
        yield replace(one, who=one.who or before.doer, holds=not before.turned, words=f"{before.quoted} {deed.words}", own=True)
    elif deed.conditional and (named := _neither(side, deed)):
        who = deed.doer | _stems([word for word in named[1:] if word.low != side.cues.polar.neither[1]])
        yield replace(one, who=who, holds=False, words=f"{named[0].text} … {deed.words}", own=True)
    elif before is not None and _nothing_shows(side, before, deed):
        yield replace(one, holds=False, words=before.quoted, span=before.span, own=True)
    elif not deed.conditional and not _leads_on(side, number) and not any(not other.holds and other.acts & one.acts for other in special):
        yield replace(one, holds=not one.holds, own=True) if disputed else one


def _leads_on(side: Side, number: int) -> bool:
    """Whether a deed only grants or bars the next one: "cannot stop him from ending it" is about the ending."""
    return number + 1 < len(side.deeds) and any(_granted(side, side.deeds[number + 1], side.deeds[number]))


def _plain(side: Side, deed: Deed) -> Position:
    """The deed as it is told."""
    acts, rest, mode = deed.acts - {BEING}, deed.thing | deed.rest, _mode(side, deed)
    if not acts and not deed.verbal and len(rest) == 1 and not any(word.name and word.stem in rest for word in side.words):
        acts, rest = rest, frozenset()  # "was under attack"
    if side.cues.polar.occurring.search(_with_object(side, deed)):
        acts = OCCURRING
    if mode is Mode.DUE and side.cues.polar.required.search(deed.words.lower()):
        acts, rest = _participle(side, deed), rest - _participle(side, deed)
    return Position(acts, deed.doer, rest, not deed.turned, mode, deed, deed.span, deed.quoted)


def _with_object(side: Side, deed: Deed) -> str:
    """The verb group and the word behind it, in lower case: "could take place"."""
    behind = side.word_behind(deed.span)
    return f"{deed.words.lower()} {behind.low if behind else ''}"


def _participle(side: Side, deed: Deed) -> frozenset[str]:
    """What is required: the last word of "was required to be reported"."""
    behind = side.word_behind(deed.span)
    return frozenset({behind.stem}) if behind is not None and not behind.stop else frozenset()


def _mode(side: Side, deed: Deed) -> Mode:
    polar, words = side.cues.polar, deed.words.lower().replace("’", "'")
    if polar.able.search(words):
        return Mode.ABLE
    return Mode.DUE if polar.due.search(words) else Mode.FACT


def _put_otherwise(side: Side, deed: Deed, before: Deed | None) -> Iterator[Position]:
    if not deed.conditional and not deed.possible:
        yield from _called(side, deed)
        yield from _contrasted(side, deed)
        yield from _shown(side, deed)
        yield from _none_of(side, deed)
    if not deed.finite and before is not None:
        yield from _left_out(side, deed, before)
        yield from _granted(side, deed, before)
        yield from _meant(side, deed, before)


def _called(side: Side, deed: Deed) -> Iterator[Position]:
    """``called the mandate a tax``, ``described the strike as a success``: what is called so, and what it is called."""
    if not deed.verbal or not side.cues.polar.calling.search(deed.words.lower()) or deed.turned:
        return
    words = [word for word in side.words if deed.span.end <= word.span.start < deed.reach.end]
    if words and words[0].low in side.cues.polar.aside:
        return
    part = next((k for k, word in enumerate(words) if k and word.low in side.cues.polar.as_so), None)
    ends = [k for k, word in enumerate(words) if not word.stop]
    if part is None:
        part = ends[-1] if 1 < len(ends) <= _FEW and ends[-1] == len(words) - 1 else None
    if part is None:
        return
    told, complement = _stems(words[:part]), [word for word in words[part:] if not word.stop]
    if told and complement and len(told) <= _FEW:
        head = _head(words[part:], side.cues.polar.ending)
        yield Position(frozenset({head}), told, _stems(words[part:]) - {head}, True, Mode.FACT, deed, deed.span, deed.words, True)


def _head(words: list[UnitWord], ending: frozenset[str]) -> str:
    """The last telling word before the first preposition."""
    telling: list[str] = []
    for word in words:
        if telling and word.low in ending:
            break
        if not word.stop:
            telling.append(word.stem)
    return telling[-1] if telling else ""


def _contrasted(side: Side, deed: Deed) -> Iterator[Position]:
    """``is a penalty, not a tax``."""
    if deed.verbal or deed.turned or not deed.doer:
        return
    words = [word for word in side.words if deed.span.end <= word.span.start]
    for k, word in enumerate(words[: 2 * _FEW]):
        if word.low in side.cues.wording.negating and k + 1 < len(words) and words[k + 1].low in side.cues.polar.articles:
            behind = words[k + 2 : k + 2 + _GAP]
            if head := _head(behind, side.cues.polar.ending):
                span = Span(word.span.start, behind[-1].span.end)
                yield Position(
                    frozenset({head}), deed.doer, frozenset(), False, Mode.FACT, deed, span, f"{word.low} {words[k + 1].low} {head}", True
                )


def _shown(side: Side, deed: Deed) -> Iterator[Position]:
    """``found no evidence of fraud``, ``saw evidence of fraud``: there is none, there is some."""
    polar = side.cues.polar
    words = [word for word in side.words if deed.span.start <= word.span.start < deed.reach.end]
    at = next(
        (k for k, (one, two) in enumerate(pairwise(words)) if one.low in polar.evidence and two.low in side.cues.counts.outcomes.of), None
    )
    if at is not None and (head := _head(words[at + 2 :], polar.ending)):
        none = bool(deed.turned) or any(word.low in polar.no for word in words[max(0, at - _GAP) : at])
        rest = (deed.thing | deed.rest) - {head, words[at].stem}
        span = Span(deed.span.start, words[at].span.end)
        yield Position(frozenset({head}), frozenset(), rest, not none, Mode.FACT, deed, span, side.printed(span), True)


def _seems(side: Side, before: Deed) -> bool:
    """``did not appear to be``: what follows is what it is about."""
    return not before.verbs.isdisjoint(side.cues.polar.seeming) and not before.conditional and not before.possible


def _neither(side: Side, deed: Deed) -> list[UnitWord]:
    """``neither the party nor its head had paid``: the words as far as the verb; empty when it is told otherwise."""
    before = [word for word in side.words if deed.span.start - _LONG <= word.span.start < deed.span.start]
    neither, nor = side.cues.polar.neither
    first = next((k for k, word in enumerate(before) if word.low == neither), None)
    named = before[first:] if first is not None else []
    verbs = any(one.finite and named and named[0].span.start < one.span.start < deed.span.start for one in side.deeds)
    return named if any(word.low == nor for word in named) and not verbs else []


def _none_of(side: Side, deed: Deed) -> Iterator[Position]:
    """``contained no apology``: there is none."""
    behind = [word for word in side.words if word.span.start >= deed.span.end]
    polar = side.cues.polar
    if deed.turned not in polar.no or not deed.verbal or not behind or behind[0].low not in polar.no:
        return
    head = _head(behind[1 : 1 + _FEW], polar.ending)
    if head and behind[1].low not in polar.evidence and head in deed.thing | deed.verbs:
        words = side.printed(Span(deed.span.start, behind[1].span.end))
        yield Position(frozenset({head}), deed.doer, (deed.thing | deed.rest) - {head}, False, Mode.FACT, deed, deed.span, words, True)


def _nothing_shows(side: Side, before: Deed, deed: Deed) -> bool:
    """Whether the words between say that nothing shows what follows: "found no evidence that the vote was rigged"."""
    between = [word for word in side.words if before.span.start <= word.span.start < deed.span.start]
    found = next((k for k, word in enumerate(between) if word.low in side.cues.polar.evidence), None)
    if not found or found + 1 >= len(between) or between[found + 1].low not in side.cues.polar.that:
        return False
    return bool(before.turned) or any(word.low in side.cues.polar.no for word in between[max(0, found - _GAP) : found])


def _left_out(side: Side, deed: Deed, before: Deed) -> Iterator[Position]:
    """``acted without consulting the staff``."""
    last = side.word_before(deed.span)
    if last is not None and last.low in side.cues.polar.without:
        one = _plain(side, deed)
        yield replace(one, who=one.who or before.doer, holds=False, words=f"{last.text} {deed.words}", own=True)


def _granted(side: Side, deed: Deed, before: Deed) -> Iterator[Position]:
    """``allows teachers to carry guns``, ``bars teachers from carrying guns``."""
    polar, words = side.cues.polar, before.words.lower()
    last = side.word_before(deed.span)
    granting = bool(polar.granting.search(words)) and _is_infinitive(side, deed)
    barring = bool(polar.barring.search(words)) and last is not None and last.low in polar.keeping
    counterfactual = bool(polar.unreal.search(words))
    if granting != barring and not before.conditional and not counterfactual and deed.span.start <= before.reach.end + 1 and before.thing:
        one = _plain(side, deed)
        holds = granting != bool(before.turned)
        span = Span(before.span.start, deed.span.end)
        yield replace(one, who=before.thing, holds=holds, mode=Mode.ABLE, words=f"{before.quoted} … {deed.words}", span=span, own=True)


def _meant(side: Side, deed: Deed, before: Deed) -> Iterator[Position]:
    """``has no plans to fire Holm``."""
    if before.turned and not before.verbs.isdisjoint(side.cues.polar.meaning) and _is_infinitive(side, deed):
        one = _plain(side, deed)
        span = Span(before.span.start, deed.span.end)
        words = side.printed(span)
        yield replace(one, who=before.doer, holds=False, mode=Mode.MEANT, words=words, span=span, own=True)


def _is_infinitive(side: Side, deed: Deed) -> bool:
    """Whether it is told as ``to | leave``."""
    return deed.words.split(" ", 1)[0] in side.cues.polar.to


def _disputed(side: Side) -> tuple[Deed, ...]:
    """The deeds that the sentence itself calls in question: "experts disputed that the drug cures the fever"."""
    found = []
    for span in side.spans(side.cues.polar.disputing):
        behind = next((deed for deed in side.deeds if deed.span.start >= span.end), None)
        if behind is not None and not any(
            word.low in side.cues.polar.turning for word in side.words if span.end <= word.span.start < behind.reach.start
        ):
            found.append(behind)
    return tuple(found)


def _waved_aside(side: Side) -> Iterator[Position]:
    """``dismissed talk of a crisis at the border``."""
    for cue in side.spans(side.cues.polar.waving):
        deed = next((deed for deed in side.deeds if deed.span.overlap(cue)), None)
        behind = [word for word in side.words if word.span.start >= cue.end]
        head = _head(behind[: 2 * _FEW], side.cues.polar.ending)
        if deed is not None and head and not deed.turned and not deed.supposed:
            rest = _stems([word for word in behind if word.span.start < deed.reach.end]) - {head}
            yield Position(frozenset({head}), frozenset(), rest, False, Mode.FACT, deed, cue, side.printed(cue), True)


def _gone_before(side: Side) -> Iterator[Position]:
    """``decided after consultation with the staff``."""
    for cue in side.spans(side.cues.polar.following):
        behind = [word for word in side.words if word.span.start >= cue.start]
        with_whom = next((k for k, word in enumerate(behind) if word.low in side.cues.polar.company), None)
        deed = next((deed for deed in reversed(side.deeds) if deed.span.start < cue.start), next(iter(side.deeds), None))
        if with_whom and deed is not None and not deed.turned and not deed.supposed:
            rest = _stems(behind[with_whom + 1 : with_whom + 1 + _FEW])
            acts = frozenset({behind[with_whom - 1].stem})
            yield Position(acts, deed.doer, rest, True, Mode.FACT, deed, cue, side.printed(cue), True)


def _stems(words: list[UnitWord]) -> frozenset[str]:
    return frozenset(word.stem for word in words if not word.stop)
