"""Frames of a mood: "soll gelogen haben", "will gesehen haben", "aurait été tué", and a sentence in the German Konjunktiv I."""

from __future__ import annotations

import re

from briefing_app.language.frames import Form, Frame, span_of
from briefing_app.language.lines import Line
from briefing_app.language.pack import LangPack
from briefing_app.language.phrases import subject_before
from briefing_app.language.syntax import NOMINAL, Tag, Token, finite_at

_REACH = 30  # words between a modal and its infinitive
_JOINTS = frozenset({Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.DASH})
_GERMAN_PARTICIPLE = re.compile(
    r"(?:\w*ge\w{2,}|(?:be|ver|zer|ent|er|emp|miss|über|unter|wider)\w{3,})(?:t|en)|\w+iert|worden|gewesen|getan"
)
_FRENCH_PARTICIPLE = re.compile(r"\w{2,}(?:é|i|u|ert|it|is|ort|eint|aint)e?s?|été|eue?s?")


def mood_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """The frame of the verb at ``index`` whose mood says that the writer has it from others, or that the subject says it of himself."""
    moods, low = pack.speech.moods, line.tokens[index].low
    if low in moods.hearsay or low in moods.claimed:
        return _infinitive_frame(line, number, index, pack)
    return _conditional_frame(line, number, index, pack) if low in moods.conditionals else None


def reported_frame(line: Line, number: int, pack: LangPack) -> Frame | None:
    """``Sie werde im Mai geöffnet.``: the first finite verb stands in the mood of reported speech, so that the teller of the sentence
    before goes on; None for a wish ("Es lebe"), a writer ("ich habe") and a condition.
    """
    tokens, moods = line.tokens, pack.speech.moods
    if not moods.reported or any(token.low in moods.no_report for token in tokens):
        return None
    first = next((i for i, token in enumerate(tokens) if token.low in moods.reported or finite_at(tokens, i)), 0)
    if not first or tokens[first].low not in moods.reported:
        return None
    if tokens[-1].low in ("?", ":") or tokens[0].tag is Tag.SUBORDINATOR or not any(token.tag in NOMINAL for token in tokens[:first]):
        return None
    return Frame(number, (first, first + 1), tokens[first].low, Form.REPORTED, None, line.span, inherits=True)


def _infinitive_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``soll|will (...) gelogen haben``: a perfect infinitive closes the clause."""
    tokens, moods = line.tokens, pack.speech.moods
    end = next((i for i in range(index + 1, min(len(tokens), index + 1 + _REACH)) if tokens[i].tag in _JOINTS | {Tag.STOP}), len(tokens))
    last = next((i for i in range(end - 1, index + 1, -1) if tokens[i].low in moods.infinitives), None)
    if last is None or not _GERMAN_PARTICIPLE.fullmatch(tokens[last - 1].low):
        return None
    if tokens[last].low not in moods.done and tokens[last - 1].low not in moods.gone:
        return None  # "soll im Mai eröffnet sein" is a plan
    content = span_of(tokens, _clause_start(tokens, index), last + 1)
    if tokens[index].low in moods.hearsay:
        return Frame(number, (index, index + 1), tokens[index].low, Form.HEARSAY, None, content)
    if tokens[last].low not in moods.done or any(token.low in moods.passive for token in tokens[index:last]):
        return None
    teller = subject_before(tokens, index, pack)
    return Frame(number, (index, index + 1), tokens[index].low, Form.FINITE, teller, content) if teller else None


def _conditional_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``aurait menti``, ``auraient été tuées``: not what would have been if, nor what somebody said would be."""
    tokens, moods = line.tokens, pack.speech.moods
    if any(token.low in moods.supposed for token in tokens):
        return None
    verb = index + 1
    while verb < len(tokens) and tokens[verb].tag is Tag.ADVERB:
        verb += 1
    if verb >= len(tokens) or tokens[verb].low in moods.unreal or not _FRENCH_PARTICIPLE.fullmatch(tokens[verb].low):
        return None
    start = _clause_start(tokens, index)
    end = next((i for i in range(verb + 1, len(tokens)) if tokens[i].tag in _JOINTS | {Tag.STOP}), len(tokens))
    return Frame(number, (index, verb + 1), tokens[index].low, Form.HEARSAY, None, span_of(tokens, start, end))


def _clause_start(tokens: list[Token], index: int) -> int:
    """Where the clause of the verb at ``index`` begins: behind the joint before it when a noun stands between, else with the sentence."""
    start = next((i + 1 for i in range(index - 1, -1, -1) if tokens[i].tag in _JOINTS), 0)
    return start if any(token.tag in NOMINAL for token in tokens[start:index]) else 0
