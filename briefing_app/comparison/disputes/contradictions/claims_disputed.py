"""Finds a claim that one article marks as disputed ("the false claim that ...") and another article tells.

The mark is in the words; what has to be found is the sentence of the other article that holds the very claim: it must hold most of what the
claim's words weigh, among them what is done or what somebody is said to be, and must neither negate nor dispute it itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.comparison.deeds import Deed, common
from briefing_app.comparison.disputes.contradictions.denials_in_rows import Denied
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.language import pack_for
from briefing_app.model.findings import NameKind
from briefing_app.model.span import Span

_COVERED = 0.54  # share of what a claim's words weigh that its telling must hold
_SURELY = 0.7  # the same where what is done is told by a near word only
_LEAST = 2  # telling stems of a claim, and of those that its telling must hold
_NEARLY = 0.9  # of the best telling's share, from which another article's telling is one of the same claim
_SHOWN = 16  # words of either stretch that are shown


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a sentence marks as disputed by ``cue``: the words of ``span``, ``stems`` those that tell something.

    ``core`` are the stems of what is done, ``who`` and ``done_to`` those of a name that does it or to whom it is done, each empty when
    there is none; ``quoted`` what is quoted of it, in lower case.
    """

    cue: Span
    span: Span
    stems: frozenset[str]
    core: frozenset[str]
    who: frozenset[str]
    done_to: frozenset[str]
    deed: Deed | None
    quoted: str


def claims_disputed(study: Study) -> Iterator[Denied]:
    """Every claim that is marked as disputed against the sentence of each other article that tells it best."""
    for unit in range(len(study.units)):
        for claim in study.side(unit).once(_claims):
            yield from _tellings(study, unit, claim)


def _claims(side: Side) -> tuple[_Claim, ...]:
    return tuple(_claims_in(side))


def _claims_in(side: Side) -> Iterator[_Claim]:
    words, start, titles = side.cues.disputing, side.span.start, pack_for(side.unit.language).splitting.titles
    for cue in side.spans(words.claim):
        if words.knowing.match(side.low, cue.end - start):
            continue  # "denied knowing of the payment": nobody else tells what he knew
        end = words.ending.search(side.text, cue.end - start)
        span = Span(cue.end, start + end.start() if end else side.span.end)
        if side.cues.negation.search(side.low, cue.end - start, span.end - start):
            continue
        told = [word for word in side.words if not word.stop and span.holds(word.span) and word.low not in titles]
        deed = next(
            (deed for deed in side.deeds if cue.end < deed.span.end <= span.end and (not deed.frame or deed.span.overlap(cue))), None
        )
        names = _names(side)
        who, done_to = (deed.doer & names, deed.thing & names) if deed else (frozenset(), frozenset())
        if words.own.search(side.low_of(cue)):
            who = next((one.doer & names for one in side.deeds if one.span.overlap(cue)), who)
        named = frozenset(word.stem for word in told if word.name) | who
        stems = frozenset(word.stem for word in told)
        core = (deed.acts if deed else stems) - named
        if len(stems) >= _LEAST:
            quoted = words.quoted.search(side.low_of(span))
            yield _Claim(cue, span, stems, core & stems, who, done_to & stems, deed, quoted[1] if quoted else "")


def _names(side: Side) -> frozenset[str]:
    """Stems of those named in the sentence who may do something."""
    spans = [name.span for name in side.unit.names if name.kind is not NameKind.PLACE]
    return frozenset(word.stem for word in side.words if any(span.holds(word.span) for span in spans))


def _tellings(study: Study, unit: int, claim: _Claim) -> Iterator[Denied]:
    """The best telling of each other article."""
    column = study.units[unit].column
    best: dict[int, tuple[float, float, int]] = {}
    for number, other in enumerate(study.units):
        covered = _covered(study, claim, number) if other.column != column else 0.0
        if covered and _tells(study.side(number), claim):
            score = study.alignment.matrix[number, unit]
            best[other.column] = max(best.get(other.column, (0.0, 0.0, 0)), (covered, score, number))
    most = max((covered for covered, _, _ in best.values()), default=0.0)
    for covered, _, number in best.values():
        if covered >= _NEARLY * most:
            yield _against(study, unit, claim, number)


def _covered(study: Study, claim: _Claim, number: int) -> float:
    """How much of the claim a sentence (unit) holds; 0 when that is not enough."""
    shared, weight = common(claim.stems, study.stems[number]), study.weighed(claim.stems)
    if len(shared) < _LEAST or not weight:
        return 0.0
    side, covered = study.side(number), study.weighed(shared) / weight
    exact = shared & study.stems[number].union(*(deed.verbs for deed in side.deeds))  # "told" is "tell"
    if claim.quoted:
        return covered if claim.quoted in side.low else 0.0
    if len(shared) == _LEAST and not claim.who and exact != shared and not shared & side.named:
        return 0.0  # "actual affairs" are not "business affairs"
    nearly = claim.core & shared and not claim.core & exact  # "changing his position" is not any "shifting position"
    enough = covered >= (_SURELY if nearly else _COVERED)
    return covered if enough and _holds(side, claim, shared) else 0.0


def _holds(side: Side, claim: _Claim, shared: frozenset[str]) -> bool:
    """Whether the words in common tell who does what, or else who to whom."""
    who, beside = common(claim.who, side.telling), claim.stems - claim.core - claim.who
    if bool(claim.who) != bool(who) or not all(not stems or stems & shared for stems in (claim.done_to, beside)):
        return False
    who_to_whom = claim.who and claim.deed is not None and claim.deed.verbal and claim.deed.thing & shared
    return not claim.core or bool(claim.core & shared or who_to_whom)


def _tells(side: Side, claim: _Claim) -> bool:
    """Whether a sentence tells what it holds of the claim as its own: neither negated, disputed nor asked."""
    if side.met(side.cues.disputing.marked) or side.met(side.cues.undecided) or side.asks:
        return False
    clauses, where = side.unit.sentence.clauses, _where(side, claim.stems)
    held = [k for k, clause in enumerate(clauses) if any(clause.holds(span) for span in where)]
    telling = Span(clauses[max(0, held[0] - 1)].start, clauses[held[-1]].end) if held else side.span  # with what governs it
    return not any(telling.overlap(span) for span in side.spans(side.cues.negation))


def _where(side: Side, stems: frozenset[str]) -> list[Span]:
    """The words of a sentence that tell one of these stems."""
    told = common(side.telling, stems)
    return [word.span for word in side.words if word.stem in told]


def _against(study: Study, denying: int, claim: _Claim, unit: int) -> Denied:
    denial, told = study.side(denying), study.side(unit)
    where = _where(told, claim.stems)
    clauses = tuple(k for k, clause in enumerate(told.unit.sentence.clauses) if any(clause.holds(span) for span in where))
    stretch = study.side(unit, clauses)
    disputed = _few(denial.printed(Span(claim.cue.start, claim.span.end)))
    words = _few(told.printed(stretch.span))
    return Denied(denying, unit, denial, stretch, f"“{disputed}” against “{words}”", (disputed, words))


def _few(text: str) -> str:
    words = text.strip(' .,;:”"“').split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
