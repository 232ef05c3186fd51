"""Which passages the article gives to somebody, quoted or not, with the chain from the origin to the nearest teller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.language.citing import cited_by
from briefing_app.language.frames import Form, Frame
from briefing_app.language.hearing import heard_by
from briefing_app.language.lines import Line
from briefing_app.language.names import Names
from briefing_app.language.pack import LangPack
from briefing_app.language.roles import foretold_roles
from briefing_app.language.syntax import Token
from briefing_app.language.tellers import Tellers
from briefing_app.model.findings import Attribution
from briefing_app.model.span import Span

NOBODY = ""


@dataclass(slots=True)
class Told:
    """A frame with its teller resolved."""

    frame: Frame
    source: str
    mention: Span | None
    cue: Span
    chain: tuple[str, ...] = ()
    medium: bool = False
    heard_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Passed:
    """The line in which somebody was told of through others, these others, the nearest last, and the unnamed whom he had it from."""

    line: int
    tail: tuple[str, ...]
    head: tuple[str, ...] = ()


_REPORTS = frozenset(["report", "article"])
_REPORT_GOES_ON = 8  # sentences over which "the report" still is the one that was just cited
_GOES_ON = 2  # sentences over which "the paper" still is who was just cited


def resolve_frames(frames: list[Frame], lines: list[Line], names: Names, pack: LangPack) -> list[Told]:
    """Every frame with the name of its teller and its chain."""
    tellers = Tellers(names, pack, foretold=foretold_roles(lines, names, pack))
    told: list[Told] = []
    passed: dict[str, _Passed] = {}
    by_line: dict[int, list[Frame]] = {}
    for frame in frames:
        by_line.setdefault(frame.line, []).append(frame)
    in_line: list[Told] = []
    for number, line in enumerate(lines):
        before, in_line = in_line, []
        for frame in by_line.get(number, []):
            tellers.pass_names(line, line.tokens[frame.teller[1] - 1].end if frame.teller else line.tokens[frame.cue[0]].start)
            in_line.append(_resolve(frame, line, in_line, tellers) if frame.form is not Form.REPORTED else _continued(frame, line, before))
        tellers.end_line(line)
        _chains([one for one in in_line if one.frame.form is not Form.REPORTED])
        _carry(in_line, number, line, passed, names)
        told.extend(in_line)
    return told


def _continued(frame: Frame, line: Line, before: Sequence[Told]) -> Told:
    """A sentence in the mood of reported speech goes on with who told the one before; without such a one it is nobody's."""
    cue = _span(line.tokens, frame.cue)
    owner = next((told for told in before if told.source and told.frame.form is not Form.CITING), None)
    return Told(frame, owner.source, owner.mention, cue, owner.chain) if owner else Told(frame, NOBODY, None, cue, ("unnamed",))


def _carry(told: Sequence[Told], number: int, line: Line, passed: dict[str, _Passed], names: Names) -> None:
    """Who was just told of through somebody ("Reuters said, citing the Tokei") still is where only "the paper" or "he" goes on."""
    for one in told:
        before = passed.get(one.source)
        reach = _REPORT_GOES_ON if one.frame.teller and line.tokens[one.frame.teller[1] - 1].low in _REPORTS else _GOES_ON
        goes_on = before and number - before.line <= reach and one.frame.lemma != "tell"  # who "told reporters" was heard by them
        if before and goes_on and one.chain == (one.source,) and one.mention and not names.inside(one.mention):
            one.chain = (*before.head, *one.chain, *before.tail)
        tail = one.chain[one.chain.index(one.source) + 1 :] if one.source in one.chain else ()
        if tail:
            passed[one.source] = _Passed(number, tail, _unnamed(one.chain[: one.chain.index(one.source)]))
        elif one.source in one.chain:
            passed.pop(one.source, None)
    for one in told:
        for k, link in enumerate(one.chain[:-1]):
            passed.setdefault(link, _Passed(number, one.chain[k + 1 :], _unnamed(one.chain[:k])))


def _unnamed(links: tuple[str, ...]) -> tuple[str, ...]:
    """The links when none is a name: who goes on citing "two officials" has it from them still."""
    return links if all(link == link.lower() for link in links) else ()


def _resolve(frame: Frame, line: Line, earlier: list[Told], tellers: Tellers) -> Told:
    tokens = line.tokens
    cue = _span(tokens, frame.cue)
    if frame.inherits and earlier:
        telling = [told for told in earlier if told.frame.form is not Form.HEARSAY] or earlier
        owner = next((told for told in reversed(telling) if not told.frame.guarded), telling[-1])
        return Told(frame, owner.source, owner.mention, cue)
    if frame.teller is None:
        return Told(frame, NOBODY, None, cue)
    name = tellers.name_of(line, frame.teller, not frame.guarded)
    if frame.lemma == "report" and frame.form is Form.FINITE:
        tellers.note_reporter(name)
    heard = (medium,) if (medium := heard_by(frame, line, tellers)) and medium != name else ()
    return Told(frame, name, _span(tokens, frame.teller), cue, medium=tellers.is_medium(name), heard_by=heard)


def _span(tokens: list[Token], reach: tuple[int, int]) -> Span:
    return Span(tokens[reach[0]].start, tokens[reach[1] - 1].end)


def _chains(told: list[Told]) -> None:
    """The innermost telling is the origin: whoever's words hold another's frame passes it on."""
    for one in told:
        outer = [
            other
            for other in told
            if other is not one and other.source and other.source != one.source and _holds(other, one) and not _holds(one, other)
        ]
        outer.sort(key=lambda other: (len(other.frame.content), -other.cue.start))
        passed_on = [*(other.source for other in outer), *one.heard_by]
        own = one.source or ("" if one.frame.form is Form.HEARSAY and passed_on else "unnamed")  # who says "reportedly" names its source
        one.chain = tuple(dict.fromkeys(filter(None, [*_cited(one, told), own, *passed_on])))
    for one in told:
        longer = [other.chain for other in told if _feeds(one, other) and one.source in other.chain]
        one.chain = max(longer, key=len, default=one.chain)


def _cited(one: Told, told: list[Told]) -> list[str]:
    """The sources that ``one`` names, each behind those that it names itself, the origin first."""
    feeding = sorted(
        (other for other in told if other is not one and _feeds(other, one)), key=lambda other: other.frame.form is Form.CITING
    )
    return [name for other in feeding for name in (*(_cited(other, told) if other.frame.form is Form.CITING else ()), other.source)]


def _feeds(origin: Told, one: Told) -> bool:
    """Whether ``one`` tells what it has from ``origin``: "Reuters said, citing officials"; "Reuters said ..., according to officials"."""
    if origin.frame.citer or one.frame.form is Form.CITING:
        return origin.frame.form is Form.CITING and cited_by(origin.frame, one.frame)
    if origin.frame.form is Form.CITING:
        return one.frame.form is not Form.HEARSAY and one.frame.content.overlap(origin.frame.content) > 0 and bool(one.source)
    return origin.frame.form is Form.ACCORDING and not origin.medium and one.medium and origin.frame.content.holds(one.cue)


def _opens(medium: Told, one: Told) -> bool:
    """``According to NPA, it is weak, officials said``: the medium with which a sentence opens had it from who is named behind."""
    opening = medium.frame.form is Form.ACCORDING and not medium.frame.before and medium.medium and not one.medium
    return opening and one.frame.before and one.frame.content.holds(medium.cue)


def _holds(outer: Told, inner: Told) -> bool:
    if outer.frame.silent:
        return False
    if _opens(outer, inner) or _opens(inner, outer):
        return _opens(outer, inner)
    if outer.frame.form is Form.ACCORDING and inner.medium and not outer.medium:
        return False
    if outer.frame.form is Form.CITING:
        return False
    if inner.frame.form is Form.CITING:
        return outer.frame.content == inner.frame.content or outer.frame.content.holds(inner.cue)
    if inner.frame.form is Form.QUOTED_AS:
        quotes = outer.frame.lemma in ("quote", "cite") or outer.frame.content.holds(inner.cue)
        if outer.frame.before and outer.frame.content.holds(inner.cue):
            return True
        return outer.cue.end <= inner.cue.start and outer.frame.form is not Form.HEARSAY and quotes
    return outer.frame.content.holds(inner.cue)


def attributions(told: list[Told]) -> tuple[Attribution, ...]:
    """The attributions in the order of the text."""
    found = [Attribution(one.frame.content, one.source, one.mention, one.cue, one.chain) for one in told]
    return tuple(sorted(found, key=lambda a: (a.span, a.cue or a.span)))
