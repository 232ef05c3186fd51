"""Finds the medium that had a telling at first hand: "told Reuters", "in an interview with Reuters"."""

from __future__ import annotations

from briefing_app.language.frames import Form, Frame
from briefing_app.language.lines import Line
from briefing_app.language.phrases import is_day_word
from briefing_app.language.syntax import Tag, Token, finite_at
from briefing_app.language.tellers import Tellers
from briefing_app.language.words import listed

_QUOTED = frozenset(["quoted", "cited", "cité", "citée", "cités", "citées"])
_SPOKEN = listed(
    """
    interview interviews statement comments remarks article op-ed oped essay column post tweet video letter piece blog talk message podcast
    """
)
_OPENING = listed("speaking writing talking appearing")
_INTO = frozenset(["in", "on", "during", "via", "for"])
_AT = frozenset(["to", "with", "in", "on", "for", "by", "via"])
_REACH = 10  # words of an adjunct


def heard_by(frame: Frame, line: Line, tellers: Tellers) -> str:
    """The medium to which the teller said it; empty for none. A platform where anybody writes is none."""
    at = frame.cue[1]
    if frame.lemma == "tell":
        return tellers.medium_at(line, at) or tellers.medium_called(line, at)
    if medium := _quoted_by(frame, line, tellers):
        return medium
    if frame.form not in (Form.FINITE, Form.QUOTED_AS) or frame.teller is None:
        return ""
    if frame.form is Form.QUOTED_AS and at + 1 < len(line.tokens) and line.tokens[at].low in tellers.pack.speech.agents:
        return tellers.medium_at(line, at + 1)  # "was quoted as saying by NPA"
    speaking = next((i for i in range(*frame.teller) if line.tokens[i].low == "speaking"), None)
    if speaking is not None:  # "officials speaking to NPA"
        return _behind(line, speaking + 1, tellers)
    for behind in dict.fromkeys((at, max(at, frame.teller[1]))):  # "a indiqué à l'AFP la police", "a indiqué la police à l'AFP"
        if behind < len(line.tokens) and line.tokens[behind].low in ("à", "au"):
            return tellers.medium_at(line, behind + 1)
        if medium := _told_at(line, behind, tellers):
            return medium
    opening = line.tokens[0].low in _OPENING or line.tokens[0].low in _INTO
    return _opened_with(line, frame.teller[0], tellers) if opening else ""


def _told_at(line: Line, at: int, tellers: Tellers) -> str:
    """``said | to Reuters``, ``said on Monday | in an interview with Reuters``: the medium of the adjunct behind the verb."""
    tokens = line.tokens
    while at + 1 < len(tokens) and (is_day_word(tokens[at], tellers.pack) or _dated(tokens, at, tellers)):
        at += 1 if is_day_word(tokens[at], tellers.pack) else 2
    if at + 1 >= len(tokens) or tokens[at].low not in _INTO | {"to"}:
        return ""
    direct = _medium(line, at + 1, tellers)
    if direct or tokens[at].low == "to":
        return direct
    noun = next((i for i in range(at + 1, min(len(tokens), at + 6)) if tokens[i].low in _SPOKEN), None)
    if noun is None or any(_ends(tokens, i) for i in range(at + 1, noun)):
        return ""
    named = next((name for i in range(at + 1, noun) if (name := _medium(line, i, tellers))), "")  # "in a Reuters interview"
    return named or _behind(line, noun + 1, tellers)


def _opened_with(line: Line, teller: int, tellers: Tellers) -> str:
    """``Speaking to Reuters, Okafor said``; ``In an interview with Reuters, Okafor said``: the medium of the opening before the teller."""
    tokens = line.tokens
    comma = next((i for i in range(1, min(len(tokens), teller + 1, _REACH + 2)) if tokens[i].tag is Tag.COMMA), None)
    if comma is None or any(finite_at(tokens, i) for i in range(1, comma)):
        return ""
    if tokens[0].low in _OPENING:
        return _behind(line, 1, tellers)
    noun = next((i for i in range(1, comma) if tokens[i].low in _SPOKEN), None)
    if noun is None:
        return ""
    return next((name for i in range(1, noun) if (name := _medium(line, i, tellers))), "") or _behind(line, noun + 1, tellers)


def _behind(line: Line, start: int, tellers: Tellers) -> str:
    """The first medium behind a preposition from ``start`` on, within the clause."""
    tokens = line.tokens
    for i in range(start, min(len(tokens) - 1, start + _REACH)):
        if _ends(tokens, i):
            return ""
        if tokens[i].low in _AT and (name := _medium(line, i + 1, tellers)):
            return name
    return ""


def _ends(tokens: list[Token], index: int) -> bool:
    return tokens[index].tag in (Tag.COMMA, Tag.QUOTE, Tag.STOP, Tag.RELATIVE, Tag.SUBORDINATOR) or finite_at(tokens, index)


def _medium(line: Line, index: int, tellers: Tellers) -> str:
    """The medium named at ``index``, an article before it or not; none where it only narrows a noun ("to the Tokei report")."""
    tokens = line.tokens
    if tokens[index].tag is Tag.DETERMINER and index + 1 < len(tokens):
        index += 1
    name = tellers.medium_at(line, index)
    end = next((i for i in range(index, len(tokens)) if tokens[i].tag is not Tag.NAME), len(tokens))
    following = tokens[end] if end < len(tokens) else tokens[index]
    speech = tellers.pack.speech
    noun = following.tag is Tag.WORD or following.low in speech.nouns_too
    called = following.low in _SPOKEN or following.low in speech.media_nouns - speech.told_nouns
    return "" if tokens[max(index, end - 1)].possessive or (noun and not called) else name


def _dated(tokens: list[Token], at: int, tellers: Tellers) -> bool:
    return tokens[at].low == "on" and is_day_word(tokens[at + 1], tellers.pack)


def _quoted_by(frame: Frame, line: Line, tellers: Tellers) -> str:
    """The medium of an aside between teller and verb: "The minister, quoted by NPA, said"."""
    tokens = line.tokens
    if frame.teller is None or frame.cue[0] <= frame.teller[1]:
        return ""
    aside = next((i for i in range(frame.teller[1], frame.cue[0] - 1) if tokens[i].low in _QUOTED), None)
    if aside is None or tokens[aside + 1].low not in tellers.pack.speech.agents:
        return ""
    return tellers.medium_at(line, aside + 2) or tellers.medium_called(line, aside + 2)
