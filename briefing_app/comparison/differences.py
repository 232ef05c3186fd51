"""What differs between two aligned spans: one function a kind, one table; each says why in one line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefing_app.comparison.cues import Stage
from briefing_app.comparison.keywords import subordinate
from briefing_app.comparison.sides import Side, shared_stems
from briefing_app.comparison.synonyms import relatives
from briefing_app.comparison.turns import met_in, overlap, turns_of
from briefing_app.language import pack_for
from briefing_app.model.comparison import Difference, DifferenceKind
from briefing_app.model.findings import DateMention, NumberMention
from briefing_app.model.span import Span

Finder = Callable[[Side, Side], str]
"""Why the two differ in this way, in one line; empty when they do not."""

_ROUNDING = 0.02  # relative difference up to which two values are the same, rounded
_LOOSE_ROUNDING = 0.05  # the same when one of them is said to be approximate
_MET, _SHARE = 3, 0.4  # stems in the reach of a negation that the other side holds, when it tells the same deed
_MET_WITHOUT_DEED, _SHARE_WITHOUT_DEED = 5, 0.55  # the same when the deed is worded otherwise
_DENIED_MET, _DENIED_SHARE = 2, 0.65  # telling words of what is denied, and their share, that the report must hold
_SURE_SHARE = 0.35  # the same for sides that are aligned
_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her"})
_SMALL = 20
_YEARS = (1900, 2100)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|2[01])\d\d(?!\d)")
_DONE_FORMS = frozenset("DZ")  # past and third person: "banned", "bans"
_REACH = 2  # words behind a scope word among which it finds what it bounds


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table."""

    kind: DifferenceKind
    find: Finder


def contradiction(a: Side, b: Side) -> str:
    """One side says it, the other says it is not so, in words that meet; or one side denies what the other reports."""
    return _taken_back(a, b) or _taken_back(b, a) or denial_of(a, b) or denial_of(b, a)


def _taken_back(against: Side, plain: Side) -> str:
    """A negation whose deed the plain side tells, or whose reach it holds almost whole."""
    if not against.turned or plain.turned or plain.met(plain.cues.undecided) or against.met(against.cues.silence):
        return ""
    for turn in turns_of(against):
        if _aside(against, turn.span):
            continue
        met, share = overlap(turn, plain)
        same_deed = met_in(turn.deed, plain)
        behind = len(turn.after & plain.near)
        if (same_deed and met >= _MET and share >= _SHARE) or (
            met >= _MET_WITHOUT_DEED and behind >= _MET and share >= _SHARE_WITHOUT_DEED
        ):
            return f"“{turn.words}” against a plain statement of the same ({_listed(plain, turn.reached)})"
    return ""


def _aside(side: Side, turn: Span) -> bool:
    """Whether a negation only sets off a word ("a pair of glasses, not a visor") or stands under a condition ("unless he does not")."""
    before = side.low[: turn.start - side.span.start].rstrip()
    after = side.low[turn.end - side.span.start :].split()
    set_off = before.endswith((",", "–", "—")) and _words(side, turn) == "not" and bool(after) and after[0] in _DETERMINERS
    return set_off or any(cue in ("if", "unless") and before.rfind(cue) >= 0 for cue in side.met(side.cues.condition))


def denial_of(against: Side, plain: Side, least: int = _DENIED_MET, most: float = _DENIED_SHARE) -> str:
    """A verb of denying on one side, a report on the other that holds most of what is denied and at least so many telling words of it.

    ``most`` is the share that suffices; less of it does when the denied deed itself is reported.
    """
    if plain.turned or plain.met(plain.cues.undecided):
        return ""
    for span in against.spans(against.cues.denial):
        denied = _denied(against, span)
        common = denied & plain.near
        share = len(common) / max(1, len(denied))
        if len(common) >= least and (share >= most or (share >= _SHARE and len(common) >= _MET and _same_deed(against, span, plain))):
            return f"“{_words(against, span)}” against a report of it ({_listed(against, common)})"
    return ""


def _same_deed(against: Side, cue: Span, plain: Side) -> bool:
    """Whether a verb of what is denied is met in the report."""
    groups = [span for span in against.verbs if span.start >= cue.end]
    return any(_stems(against, span) & plain.near for span in groups)


def _denied(side: Side, cue: Span) -> frozenset[str]:
    """The telling stems behind the cue, or before it when nothing is left behind ("the reports are false")."""
    frames = [span for told in side.unit.attributions for span in (told.mention, told.cue) if span and not span.overlap(cue)]
    words = [word for word in side.words if not word.stop and not any(span.holds(word.span) for span in frames)]
    after = frozenset(word.stem for word in words if word.span.start >= cue.end)
    before = frozenset(word.stem for word in words if word.span.end <= cue.start)
    return after if len(after) >= _DENIED_MET else before


def sure_contradiction(a: Side, b: Side) -> str:
    """``contradiction`` of two sides that are known to be about one thing, so that less of what is denied need be met."""
    return contradiction(a, b) or denial_of(a, b, most=_SURE_SHARE) or denial_of(b, a, most=_SURE_SHARE)


def negation(a: Side, b: Side) -> str:
    """Negated on one side only, about a deed that both tell, with too little in common for a contradiction: to be checked."""
    if bool(a.negations) == bool(b.negations) or contradiction(a, b):
        return ""
    denies, plain = (a, b) if a.negations else (b, a)
    if plain.met(plain.cues.undecided):
        return ""
    turn = next((turn for turn in turns_of(denies) if met_in(turn.deed, plain) and not _aside(denies, turn.span)), None)
    return f"“{turn.words}” on one side only" if turn else ""


def number(a: Side, b: Side) -> str:
    """The same unit with values that rounding does not explain, and no value in common."""
    for x in a.numbers:
        for y in b.numbers:
            if not comparable(x, y) or agree(x, y) or any(z.low == x.low for z in b.numbers) or any(z.low == y.low for z in a.numbers):
                continue
            return f"{_of(a, x)} against {_of(b, y)}"
    return _bounded_apart(a, b)


def _bounded_apart(a: Side, b: Side) -> str:
    """The same value, but a least or a most on one side only."""
    for x in a.numbers:
        for y in b.numbers:
            if x.low == y.low and (comparable(x, y) or _striking(x.low)) and (mine := _bound(a, x)) != (other := _bound(b, y)):
                return f"{_bounded(mine, _of(a, x))} against {_bounded(other, _of(b, y))}"
    return ""


def _bounded(bound: str, words: str) -> str:
    return words if not bound or words.lower().startswith(bound) else f"{bound} {words}"


def _striking(value: float) -> bool:
    """Whether a value is no small count and no year, so that it is hardly met twice by chance."""
    return value >= _SMALL and not _YEARS[0] <= value <= _YEARS[1]


def _bound(side: Side, mention: NumberMention) -> str:
    """The cue of a least or a most right before the number, empty when there is none."""
    before = [found[0] for found in side.cues.bound.finditer(side.low[: mention.span.end - side.span.start])]
    at = side.low.rfind(before[-1], 0, mention.span.end - side.span.start) if before else -1
    return before[-1] if before and mention.span.start - side.span.start - at - len(before[-1]) <= 1 else ""


def comparable(x: NumberMention, y: NumberMention) -> bool:
    """Whether two numbers count the same unit: the last word of it ("asylum seekers", "Honduran asylum seekers")."""
    return bool(x.unit and y.unit) and _last_word(x.unit) == _last_word(y.unit)


def _last_word(unit: str) -> str:
    return unit.replace("-", " ").split()[-1].rstrip("s")


def agree(x: NumberMention, y: NumberMention) -> bool:
    """Whether two values can be the same one, rounded or approximate."""
    if x.low <= y.high and y.low <= x.high:
        return x.approximate == y.approximate or x.low != x.high or y.low != y.high or x.low == y.low
    rounding = _LOOSE_ROUNDING if x.approximate or y.approximate else _ROUNDING
    return abs(x.low - y.low) <= rounding * max(abs(x.low), abs(y.low))


def date(a: Side, b: Side) -> str:
    """Dates on both sides, none of which can be the same day."""
    if not a.dates or not b.dates or any(not apart(a, x, b, y) for x in a.dates for y in b.dates):
        return ""
    met = {stem for span in a.verbs for stem in _stems(a, span)} & b.near
    common = len(shared_stems(a, b))
    if not met or common < _MET or common < _SHARE * min(len(a.telling), len(b.telling)):
        return ""
    return f"{_of(a, a.dates[0])} against {_of(b, b.dates[0])}"


def apart(a: Side, x: DateMention, b: Side, y: DateMention) -> bool:
    """Whether two dates cannot be the same: their intervals lie apart, or both are bare words that differ."""
    if x.interval and y.interval:
        return x.interval.gap_days(y.interval) > 0 and not _same_but_year(a, x, b, y)
    one, other = set(_of(a, x).lower().split()), set(_of(b, y).lower().split())
    return x.interval is None and y.interval is None and not (one <= other or other <= one)


def stage(a: Side, b: Side) -> str:
    """Planned on one side; announced, decided or done on the other, the same deed of the same doer. Or reported here, confirmed there."""
    early, late = (a, b) if a.stage <= b.stage else (b, a)
    if early.stage > Stage.PLANNED or late.stage <= Stage.PLANNED or late.turned != early.turned:
        return ""
    pattern = next(pattern for stage, pattern in early.cues.stages if stage is early.stage)
    common = len(shared_stems(early, late))
    if early.stage is Stage.RUMOURED:
        confirmed = late.met(late.cues.confirmed)
        return f"reported (“{early.met(pattern)[0]}”) against “{confirmed[0]}”" if confirmed and common >= _MET else ""
    cue = next((cue for cue in early.spans(pattern) if _planned(early, cue, late, common)), None)
    return f"planned (“{_words(early, cue)}”) against {late.stage.name.lower()}" if cue else ""


def _planned(early: Side, cue: Span, late: Side, common: int) -> bool:
    """Whether what the cue plans is what the other side tells: the same deed of the same doer, or a decision in much the same words."""
    if late.stage is Stage.DECIDED and common > _MET and not early.cues.loose.fullmatch(_words(early, cue)):
        return True
    groups = early.verbs
    if any(group.overlap(cue) for group in subordinate(early, groups)):
        return False
    deeds = deeds_of(early, cue)
    if common < _DENIED_MET or not deeds & late.near:
        return False
    return _begins(early, cue) or (_same_doer(early, cue, late) and (late.stage is not Stage.DONE or done(late, deeds)))


def done(late: Side, deeds: frozenset[str]) -> bool:
    """Whether one of the deeds is told as done: a past or present form of it, or of a word of nearly the same meaning."""
    forms = pack_for(late.unit.language).grammar.verb_forms()
    return any(
        not word.name and set(forms.get(word.low, "")) & _DONE_FORMS and (word.stem in deeds or deeds & relatives(word.stem).keys())
        for word in late.words
    )


def _begins(side: Side, cue: Span) -> bool:
    """Whether only its beginning is planned, so that the deed is the subject ("the talks are to start")."""
    after = next((word for word in side.words if word.span.start >= cue.end and not word.stop), None)
    return after is not None and bool(side.cues.begin.fullmatch(after.low))


def _same_doer(early: Side, cue: Span, late: Side) -> bool:
    """Whether a telling word before the plan's cue stands before a verb of the other side too; the pronouns of a subject are let pass."""
    subject = {word.stem for word in early.words if word.span.end <= cue.start and not word.stop}
    groups = late.verbs
    doers = {word.stem for word in late.words if not word.stop and any(word.span.end <= group.start for group in groups)}
    return not subject or bool(subject & doers)


def deeds_of(side: Side, cue: Span) -> frozenset[str]:
    """Stems of what is planned: the first telling word after the cue; the words before it when that only says that it begins."""
    after = (word for word in side.words if word.span.start >= cue.end)
    first = next((word for word in after if not word.low.endswith("ly") and (not word.stop or side.cues.begin.fullmatch(word.low))), None)
    if first is None or not side.cues.begin.fullmatch(first.low):
        return frozenset({first.stem} if first else ())
    return frozenset(word.stem for word in side.words if word.span.end <= cue.start and not word.stop and not word.name)


def progression(a: Side, b: Side) -> str:
    """Silent then speaking, or in office then out of it: what time can have changed."""
    for early, late in ((a, b), (b, a)):
        silent, spoke = early.met(early.cues.silence), late.met(late.cues.silence)
        if silent and not spoke and _tellers(late) & {word.low for word in early.words if word.name}:
            return f"“{silent[0]}” against words given"
        past, lasting = early.met(early.cues.former), late.met(late.cues.still)
        if past and lasting and not late.met(late.cues.former) and len(shared_stems(early, late)) >= _DENIED_MET:
            return f"“{past[0]}” against “{lasting[0]}”"
    return ""


def _same_but_year(a: Side, x: DateMention, b: Side, y: DateMention) -> bool:
    """Whether the same month and day are told without a year, so that only what was guessed for the year parts them."""
    if _YEAR.search(_of(a, x)) and _YEAR.search(_of(b, y)):
        return False
    ends = [interval and (interval.first, interval.last) for interval in (x.interval, y.interval)]
    days = [{(first.month, first.day), (last.month, last.day)} if first and last else set() for first, last in (end for end in ends if end)]
    months = [{month for month, _ in one} for one in days]
    whole = any(len(one) > 1 for one in days)
    return months[0] == months[1] and (whole or days[0] == days[1])


def _stems(side: Side, span: Span) -> frozenset[str]:
    return frozenset(word.stem for word in side.words if span.holds(word.span) and not word.stop)


def _words(side: Side, span: Span) -> str:
    return side.low[span.start - side.span.start : span.end - side.span.start]


def _tellers(side: Side) -> frozenset[str]:
    return frozenset(x.source.split()[-1].lower() for x in side.unit.attributions if x.source)


def hedge(a: Side, b: Side) -> str:
    """Doubt or insistence on one side that the other does not share."""
    return _cue_apart(a.met(a.cues.doubt), b.met(b.cues.doubt))


def scope(a: Side, b: Side) -> str:
    """All, only, largely, altogether, said of something that the other side tells without it or with another."""
    mine, other = _bounding(a, b), _bounding(b, a)
    return _cue_apart(mine, other) if mine or other else ""


def _bounding(side: Side, other: Side) -> tuple[str, ...]:
    """The scope words whose neighbour, the next telling word or the one before, is met in the other side too."""
    found: dict[str, None] = {}
    for span in side.spans(side.cues.scope):
        after = next((word.stem for word in side.words if word.span.start >= span.end and not word.stop), "")
        near = [word for word in side.words if span.end <= word.span.start][:_REACH]
        if after in other.near and any(word.stem == after for word in near):
            found[_words(side, span)] = None
    return tuple(found)


def condition(a: Side, b: Side) -> str:
    """A condition that only one side names."""
    mine, other = a.met(a.cues.condition), b.met(b.cues.condition)
    return f"“{(mine or other)[0]}” on one side only" if bool(mine) != bool(other) else ""


def attribution(a: Side, b: Side) -> str:
    """Told by somebody on one side, as plain fact or by somebody else on the other."""
    mine, other = (tuple(dict.fromkeys(x.source for x in side.unit.attributions if x.span.overlap(side.span))) for side in (a, b))
    if not mine and not other:
        return ""
    named = [name for name in mine + other if name]
    if bool(mine) != bool(other):
        return f"given to {named[0]} on one side only" if named else "hearsay on one side only"
    if {name.split()[-1] for name in mine if name} & {name.split()[-1] for name in other if name} or not named:
        return ""
    return f"given to {mine[0] or 'nobody by name'} and to {other[0] or 'nobody by name'}"


def wording(a: Side, b: Side) -> str:
    """Different words of nearly the same meaning in the same place."""
    common = shared_stems(a, b) | shared_stems(b, a)
    mine = {word.stem: word.low for word in a.words if word.stem in common - b.telling}
    other = {word.stem: word.low for word in b.words if word.stem in common - a.telling}
    if not mine or not other:
        return ""
    return f"{', '.join(sorted(mine.values())[:3])} / {', '.join(sorted(other.values())[:3])}"


KINDS: tuple[Kind, ...] = (
    Kind(DifferenceKind.CONTRADICTION, sure_contradiction),
    Kind(DifferenceKind.NUMBER, number),
    Kind(DifferenceKind.DATE, date),
    Kind(DifferenceKind.STAGE, stage),
    Kind(DifferenceKind.PROGRESSION, progression),
    Kind(DifferenceKind.NEGATION, negation),
    Kind(DifferenceKind.HEDGE, hedge),
    Kind(DifferenceKind.SCOPE, scope),
    Kind(DifferenceKind.CONDITION, condition),
    Kind(DifferenceKind.ATTRIBUTION, attribution),
    Kind(DifferenceKind.WORDING, wording),
)


HARD: tuple[tuple[DifferenceKind, Finder], ...] = (
    (DifferenceKind.CONTRADICTION, contradiction),
    (DifferenceKind.NUMBER, number),
    (DifferenceKind.STAGE, stage),
    (DifferenceKind.PROGRESSION, progression),
)
"""Kinds that are looked for in pairs below the acceptance threshold too."""


def differences_between(a: Side, b: Side) -> list[Difference]:
    """Everything that differs between two aligned sides, in the order of the table."""
    return [Difference(row.kind, a.place, b.place, why) for row in KINDS if (why := row.find(a, b))]


def disputes_between(a: Side, b: Side) -> list[Difference]:
    """The kinds that bring proof of their own, between sides that are hardly aligned."""
    found = ((kind, find(a, b)) for kind, find in HARD)
    return [Difference(kind, a.place, b.place, why) for kind, why in found if why]


def _cue_apart(mine: tuple[str, ...], other: tuple[str, ...]) -> str:
    only_a, only_b = [cue for cue in mine if cue not in other], [cue for cue in other if cue not in mine]
    if not only_a and not only_b:
        return ""
    if only_a and only_b:
        return f"“{only_a[0]}” against “{only_b[0]}”"
    return f"“{(only_a or only_b)[0]}” on one side only"


def _listed(side: Side, stems: frozenset[str]) -> str:
    return ", ".join(dict.fromkeys(word.text for word in side.words if word.stem in stems))


def _text(side: Side) -> str:
    """The article's text as far as the sentence, so that spans of the article can be read from it."""
    return " " * side.unit.span.start + side.unit.text


def _of(side: Side, mention: NumberMention | DateMention) -> str:
    return mention.span.of(_text(side))
