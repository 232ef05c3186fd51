"""Frames whose teller has to be found elsewhere in the sentence: "saying", "quoted as saying", "and argued"."""

from __future__ import annotations

from briefing_app.language.frames import Form, Frame, after_start, content_bounds, cue_start, quote_in, span_of
from briefing_app.language.lines import Line
from briefing_app.language.pack import LangPack
from briefing_app.language.phrases import Range, phrase_ending, phrase_starting, subject_before
from briefing_app.language.syntax import Tag, Token, clausal, contracted, finite_at, has_finite
from briefing_app.model.span import Span

_SETTING_OFF = frozenset({Tag.COMMA, Tag.DASH, Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.COORDINATOR, Tag.ADVERB, Tag.QUOTE})
_NOT_TOLD = frozenset(["worth", "without"])
_WRITERS = frozenset(["i'm", "we're", "you're", "there's", "that's", "what's"])


def participle_frame(line: Line, number: int, index: int, lemma: str, pack: LangPack, earlier: list[Frame]) -> Frame | None:
    """``..., saying the bridge is safe``; ``quoted X as saying``; ``is saying``."""
    tokens = line.tokens
    after = after_start(tokens, index + 1, lemma, pack)
    if after >= len(tokens):
        return None
    content = span_of(tokens, after, len(tokens))
    if (lemma in pack.speech.worded or (index == 0 and lemma == "write")) and not clausal(tokens, content.start):
        return None  # "Writing in the Guardian, she said"
    if index == 0:
        return _set_off(line, number, index, lemma, pack, earlier, content)
    previous = tokens[index - 1]
    if previous.tag is Tag.AUXILIARY:
        teller = subject_before(tokens, index, pack)
        return Frame(number, (cue_start(tokens, index), index + 1), lemma, Form.FINITE, teller, content) if teller else None
    if contracted(previous) and previous.low not in _WRITERS:
        return Frame(number, (index, index + 1), lemma, Form.FINITE, (index - 1, index), content)
    if previous.low in _NOT_TOLD:
        return None
    if previous.low == "as":
        return _quoted_as(line, number, index, lemma, pack, earlier, content)
    if previous.tag in _SETTING_OFF:
        return _set_off(line, number, index, lemma, pack, earlier, content)
    if previous.tag in (Tag.WORD, Tag.NAME) and lemma not in pack.speech.weak_verbs:
        return _behind_noun(line, number, index, lemma, pack, content)
    return None


def _set_off(line: Line, number: int, index: int, lemma: str, pack: LangPack, earlier: list[Frame], content: Span) -> Frame | None:
    """``she left, | saying``: told by the subject of the sentence, or by who told what stands before."""
    teller = main_subject(line.tokens, index, pack)
    inherits = bool(earlier) and (teller is None or earlier[-1].form in (Form.FINITE, Form.PARTICIPLE, Form.QUOTED_AS))
    if teller is None and not inherits:
        return None
    return Frame(number, (index, index + 1), lemma, Form.PARTICIPLE, None if inherits else teller, content, inherits=inherits)


def _behind_noun(line: Line, number: int, index: int, lemma: str, pack: LangPack, content: Span) -> Frame | None:
    """``a letter | saying``: told by what the noun names; where somebody put it out, by the subject of the sentence."""
    phrase = phrase_ending(line.tokens, index - 1, pack)
    if phrase and _written(line.tokens, phrase, pack):
        phrase = main_subject(line.tokens, index, pack) or phrase
    return Frame(number, (index, index + 1), lemma, Form.PARTICIPLE, phrase, content) if phrase else None


def _written(tokens: list[Token], phrase: Range, pack: LangPack) -> bool:
    """Whether a phrase names what somebody put out and stands behind his verb: "she sent | a series of tweets | saying"."""
    verb = phrase[0] - 1
    put_out = any(token.low in pack.speech.writings for token in tokens[phrase[0] : phrase[1]])
    return put_out and verb > 0 and tokens[verb].tag in (Tag.FINITE, Tag.PARTICIPLE)


def _quoted_as(line: Line, number: int, index: int, lemma: str, pack: LangPack, earlier: list[Frame], content: Span) -> Frame | None:
    """``the agency quoted Okafor as saying``: the nearest phrase is the origin; "was quoted as saying" has its subject before."""
    tokens = line.tokens
    cue = next(
        (
            i
            for i in range(index - 2, max(-1, index - 25), -1)
            if tokens[i].low in ("quoted", "cited", "quotes", "cites", "quoting", "citing")
        ),
        None,
    )
    if cue is None:
        return None
    passive = index - 2 == cue or any(tokens[i].low in ("was", "were", "been", "is", "are") for i in range(max(0, cue - 2), cue))
    teller = subject_before(tokens, cue, pack) if passive else phrase_ending(tokens, index - 2, pack)
    if teller is None:
        return None
    before, stop = content_bounds(tokens, _outer_start(earlier, cue))
    told_before = not has_finite(tokens, index + 1, len(tokens)) and not quote_in(tokens, index + 1, len(tokens)) and stop > before
    if told_before:
        content = span_of(tokens, before, stop)
    if not passive and earlier and earlier[-1].cue[1] - 1 == cue:
        earlier[-1].content, earlier[-1].before = content, told_before
    return Frame(
        number,
        (index, index + 1),
        lemma,
        Form.QUOTED_AS,
        (max(teller[0], cue + 1) if not passive else teller[0], teller[1]),
        content,
        told_before,
    )


def _outer_start(earlier: list[Frame], cue: int) -> int:
    outer = next((frame for frame in reversed(earlier) if frame.cue[0] <= cue < frame.cue[1] and frame.teller), None)
    return min(outer.teller[0], outer.cue[0]) if outer and outer.teller else cue


def main_subject(tokens: list[Token], index: int, pack: LangPack) -> Range | None:
    """Whose verb the words at ``index`` go with: the nearest finite verb before that stands in no relative or subordinate clause.

    For an opening participle it is the first verb after it; when every verb before is subordinate, the nearest one.
    """
    nearest: Range | None = None
    order = [i for i in range(index - 1, -1, -1) if finite_at(tokens, i)]
    if not order:
        comma = next((i for i in range(index + 1, len(tokens)) if tokens[i].tag is Tag.COMMA), index)
        behind = [i for i in range(comma + 1, len(tokens)) if finite_at(tokens, i)]
        order = behind or [i for i in range(index + 1, len(tokens)) if finite_at(tokens, i)]
    for verb in order:
        subject = subject_before(tokens, verb, pack)
        if subject is None:
            continue
        nearest = nearest or subject
        start = cue_start(tokens, verb)
        relative = start > 0 and tokens[start - 1].tag is Tag.RELATIVE
        lead = tokens[subject[0] - 1] if subject[0] else None
        if not relative and not (lead is not None and (lead.tag is Tag.SUBORDINATOR or lead.low in ("after", "before", "since", "that"))):
            return subject
    opening = phrase_starting(tokens, 0, pack) if not order else None
    return nearest or (opening if opening and opening[1] < index else None)


def coordinated_frame(line: Line, number: int, index: int, first: int, lemma: str, pack: LangPack, earlier: list[Frame]) -> Frame | None:
    """``... and argue that``, ``..., but denied it``: the subject is that of the verb before."""
    tokens = line.tokens
    previous = tokens[first - 1] if first else None
    if (
        previous is None
        or previous.tag not in (Tag.COORDINATOR, Tag.COMMA, Tag.ADVERB, Tag.QUOTE)
        or (lemma == "call" and previous.tag is Tag.COMMA)
    ):
        return None
    after = after_start(tokens, index + 1, lemma, pack)
    if after >= len(tokens):
        return None
    content = span_of(tokens, after, len(tokens))
    if earlier and earlier[-1].form is not Form.HEARSAY and (earlier[-1].teller or earlier[-1].inherits):
        return Frame(number, (first, index + 1), lemma, Form.FINITE, None, content, inherits=True)
    subject = main_subject(tokens, first, pack)
    return Frame(number, (first, index + 1), lemma, Form.FINITE, subject, content) if subject else None
