"""Finds who says what in a sentence: cue, the phrase that names the teller, and the words told; hides inversion, participles, nesting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from briefing_app.language.lines import Line
from briefing_app.language.pack import LangPack
from briefing_app.language.phrases import Range, is_day_word, phrase_ending, phrase_starting, subject_before, with_apposition
from briefing_app.language.syntax import NOMINAL, Tag, Token, clausal, finite_at, has_finite, subject_follows
from briefing_app.model.span import Span


class Form(StrEnum):
    """How the words are given to somebody."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    QUOTED_AS = "quoted_as"
    ACCORDING = "according"
    CITING = "citing"
    COLON = "colon"
    HEARSAY = "hearsay"
    SIGNED = "signed"


@dataclass(slots=True)
class Frame:
    """One giving of words. Token ranges count the line's tokens; ``content`` is in code points, inside the line.

    ``guarded`` frames (a modal, a weak verb) give way to others. ``teller`` is None for hearsay, or when the subject
    is that of the frame before it (``inherits``).
    """

    line: int
    cue: Range
    lemma: str
    form: Form
    teller: Range | None
    content: Span
    before: bool = False
    inherits: bool = False
    guarded: bool = False


_AFTER_VERB = frozenset(
    {Tag.RELATIVE, Tag.DETERMINER, Tag.PRONOUN, Tag.NAME, Tag.QUOTE, Tag.ADVERB, Tag.NUMBER, Tag.SUBORDINATOR, Tag.COLON}
)
_BEFORE_VERB = frozenset({Tag.PRONOUN, Tag.RELATIVE, Tag.AUXILIARY, Tag.MODAL, Tag.QUOTE, Tag.COMMA})
_BE = frozenset(["is", "are", "was", "were", "been", "be", "being"])
_WRITERS = frozenset(["i", "we", "you"])
_ENDS_FRAME = frozenset({Tag.COMMA, Tag.STOP, Tag.PREPOSITION, Tag.QUOTE})
_TO_SOMEBODY = frozenset(
    ["tell", "inform", "remind", "warn", "assure", "reassure", "advise", "notify", "brief", "instruct", "ask", "persuade"]
)
_COMPLEMENT_NOUNS = frozenset(
    [
        "claim",
        "statement",
        "report",
        "announcement",
        "warning",
        "suggestion",
        "allegation",
        "assertion",
        "remark",
        "comment",
        "accusation",
        "belief",
        "hope",
        "fear",
        "concern",
    ]
)


def find_frames(lines: list[Line], pack: LangPack) -> list[Frame]:
    """Every frame of every line, in order."""
    frames: list[Frame] = []
    for number, line in enumerate(lines):
        found = _line_frames(line, number, pack)
        _clip(found, line)
        frames.extend(found)
    return frames


def _line_frames(line: Line, number: int, pack: LangPack) -> list[Frame]:
    tokens, speech = line.tokens, pack.speech
    verbs = speech.verbs()
    quoted = _inside_quotes(line)
    frames: list[Frame] = []
    for index, token in enumerate(tokens):
        frame: Frame | None = None
        if quoted[index]:
            continue
        if length := _according(tokens, index, pack):
            frame = _according_frame(line, number, index, length, pack)
        elif token.low in speech.hearsay:
            frame = Frame(number, (index, index + 1), token.low, Form.HEARSAY, None, line.span)
        elif _before_that(tokens, index) and (token.low in speech.stances or (token.low in speech.told_nouns and token.tag is Tag.WORD)):
            frame = _that_frame(line, number, index, pack)
        elif hearsay := _impersonal(line, number, index, pack):
            frame = hearsay
        elif token.low in ("put", "puts") and index + 1 < len(tokens) and tokens[index + 1].low == "it":
            frame = _verb_frame(line, number, index, "put", pack, frames)
        elif token.low in verbs:
            frame = _verb_frame(line, number, index, verbs[token.low], pack, frames)
        elif token.tag is Tag.DASH:
            frame = _signed_frame(line, number, index, pack)
        elif token.tag is Tag.COLON:
            frame = _colon_frame(line, number, index, pack, frames)
        if frame is not None:
            frames.append(frame)
    return frames


def _inside_quotes(line: Line) -> list[bool]:
    """Which tokens stand between quotation marks, the opening mark included."""
    inside = [False] * len(line.tokens)
    for marked in line.quoted:
        if marked.closed <= line.span.start or marked.opened >= line.span.end:
            continue
        for index, token in enumerate(line.tokens):
            if marked.opened <= token.start < marked.span.end:
                inside[index] = True
    return inside


def _according(tokens: list[Token], index: int, pack: LangPack) -> int:
    for phrase in pack.speech.according:
        if all(index + i < len(tokens) and tokens[index + i].low == word for i, word in enumerate(phrase)):
            if len(phrase) == 1 and phrase[0] == "per" and (index == 0 or tokens[index - 1].tag is not Tag.COMMA):
                return 0
            return len(phrase)
    return 0


def _according_frame(line: Line, number: int, index: int, length: int, pack: LangPack) -> Frame | None:
    tokens = line.tokens
    teller = _reported_source(tokens, index + length, pack) or phrase_starting(tokens, index + length, pack)
    if teller is None:
        return None
    teller = with_apposition(tokens, teller)
    before_start, before_end = _content_bounds(tokens, index)
    if before_end > before_start:
        content, before = _span(tokens, before_start, before_end), True
    else:
        start = next(
            (
                i + 1
                for i in range(teller[1], min(len(tokens), teller[1] + 25))
                if tokens[i].tag is Tag.COMMA and has_finite(tokens, i + 1, len(tokens))
            ),
            teller[1],
        )
        if start >= len(tokens):
            return None
        content, before = _span(tokens, start, len(tokens)), False
    return Frame(number, (index, index + length), "according", Form.ACCORDING, teller, content, before)


def _content_bounds(tokens: list[Token], end: int) -> Range:
    """The words before a frame that starts at ``end``, without the comma between."""
    stop = end
    while stop > 0 and tokens[stop - 1].tag in (Tag.COMMA, Tag.DASH):
        stop -= 1
    start = 0
    while start < stop and tokens[start].tag in (Tag.COORDINATOR, Tag.COMMA):
        start += 1
    return start, stop


def _span(tokens: list[Token], start: int, end: int) -> Span:
    while end > start + 1 and tokens[end - 1].tag in (Tag.STOP, Tag.COMMA):
        end -= 1
    return Span(tokens[start].start, tokens[end - 1].end)


def _colon_frame(line: Line, number: int, index: int, pack: LangPack, earlier: list[Frame]) -> Frame | None:
    """``Okafor: bridge is safe`` and ``The mayor on the bridge: "It is safe."``: a short phrase without a verb, then a colon."""
    tokens = line.tokens
    if index == 0 or index + 1 >= len(tokens):
        return None
    if has_finite(tokens, 0, index):
        if tokens[index + 1].tag is not Tag.QUOTE or earlier:
            return None
        subject = _first_subject(tokens, index, pack)
        return Frame(number, (index, index + 1), ":", Form.COLON, subject, _span(tokens, index + 1, len(tokens))) if subject else None
    if index > 8:
        return None
    phrase = phrase_ending(tokens, index - 1, pack)
    quote = tokens[index + 1].tag is Tag.QUOTE
    if (
        phrase is None
        or phrase[0] != 0
        or tokens[phrase[1] - 1].tag is not Tag.NAME
        or not (quote or has_finite(tokens, index + 1, len(tokens)))
    ):
        return None
    head = tokens[phrase[1] - 1].low
    if head in pack.counting.months or (
        not quote and (index > 3 or head in ("update", "watch", "breaking", "exclusive", "opinion", "note"))
    ):
        return None
    return Frame(number, (index, index + 1), ":", Form.COLON, phrase, _span(tokens, index + 1, len(tokens)))


def _verb_frame(line: Line, number: int, index: int, lemma: str, pack: LangPack, earlier: list[Frame]) -> Frame | None:
    tokens = line.tokens
    token = tokens[index]
    if token.low == "citing" or (
        lemma == "cite" and token.tag is Tag.FINITE and earlier and index > 1 and _reported_source(tokens, index + 1, pack)
    ):
        return _citing_frame(line, number, index, pack, earlier)
    if token.tag is Tag.ING or (token.verb == "G" and token.tag is Tag.NAME and index <= 1):
        return _participle_frame(line, number, index, lemma, pack, earlier)
    if token.low in pack.speech.nouns_too and token.tag is Tag.FINITE and not _verb_like(tokens, index, pack):
        return None
    if token.tag is Tag.BASE and (lead := _lead_to(tokens, index, pack)) is not None:
        return _led_frame(line, number, (lead, index), lemma, pack)
    if token.tag is Tag.PARTICIPLE and (passive := _passive_frame(line, number, index, lemma, pack)):
        return passive
    if (
        token.low in pack.speech.leads
        and index + 2 < len(tokens)
        and tokens[index + 1].low == "to"
        and tokens[index + 2].low in pack.speech.verbs()
    ):
        return None
    perfect = token.tag is Tag.PARTICIPLE and _perfect(tokens, index)
    after_modal = token.tag is Tag.BASE and _after_modal(tokens, index)
    if not (token.tag is Tag.FINITE or perfect or after_modal or _inverted_word(tokens, index)):
        return None
    teller, inverted = _teller(tokens, index, pack)
    cue_start = _cue_start(tokens, index)
    if teller is None:
        frame = _coordinated_frame(line, number, index, cue_start, lemma, pack, earlier)
    elif tokens[teller[0]].low in _WRITERS and teller[1] - teller[0] == 1:
        return None
    else:
        frame = _placed_frame(line, number, (cue_start, index + 1), lemma, teller, inverted, pack)
    if frame is not None:
        frame.guarded = after_modal or lemma in pack.speech.weak_verbs
    if (
        frame is not None
        and lemma in pack.speech.weak_verbs
        and not frame.before
        and not clausal(tokens, frame.content.start)
        and not _document(tokens, frame, pack)
    ):
        return None
    return frame


def _passive_frame(line: Line, number: int, index: int, lemma: str, pack: LangPack) -> Frame | None:
    """``was first reported by the Tokei``, ``had been warned by Okafor that``."""
    tokens = line.tokens
    if _cue_start(tokens, index) == index or index + 2 >= len(tokens) or tokens[index + 1].low != "by" or not _after_be(tokens, index):
        return None
    teller = phrase_starting(tokens, index + 2, pack)
    if teller is None or lemma in pack.speech.weak_verbs:
        return None
    teller = with_apposition(tokens, teller)
    cue = (_cue_start(tokens, index), index + 1)
    that = next((i for i in range(teller[1], min(len(tokens), teller[1] + 8)) if tokens[i].low == "that"), None)
    if that is not None and that + 1 < len(tokens):
        return Frame(number, cue, lemma, Form.FINITE, teller, _span(tokens, that + 1, len(tokens)))
    start, stop = _content_bounds(tokens, cue[0])
    return Frame(number, cue, lemma, Form.FINITE, teller, _span(tokens, start, stop), True) if stop > start else None


def _after_be(tokens: list[Token], index: int) -> bool:
    i = index - 1
    while i >= 0 and tokens[i].tag is Tag.ADVERB:
        i -= 1
    return i >= 0 and tokens[i].low in _BE


def _impersonal(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``it has been claimed that``, ``is said to``, ``are believed to``: nobody is named."""
    tokens = line.tokens
    if pack.speech.verbs().get(tokens[index].low) not in pack.speech.impersonal or tokens[index].tag is not Tag.PARTICIPLE:
        return None
    start = _cue_start(tokens, index)
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if not _after_be(tokens, index) or following is None or start == 0:
        return None
    if tokens[start - 1].low == "it" and (following.low == "that" or subject_follows(tokens, index + 1)):
        return Frame(number, (start, index + 1), tokens[index].low, Form.HEARSAY, None, _span(tokens, index + 1, len(tokens)))
    return Frame(number, (start, index + 1), tokens[index].low, Form.HEARSAY, None, line.span) if following.low == "to" else None


def _before_that(tokens: list[Token], index: int) -> bool:
    return index + 2 < len(tokens) and tokens[index + 1].low == "that" and has_finite(tokens, index + 2, len(tokens))


def _that_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``officials are worried that``, ``the mayor's claim that``, ``reports that``."""
    tokens = line.tokens
    content = _span(tokens, index + 2, len(tokens))
    if tokens[index].low in pack.speech.stances:
        start = _cue_start(tokens, index)
        teller = subject_before(tokens, index, pack) if start < index and finite_at(tokens, start) else None
        if teller is None or tokens[teller[0]].low in ("it", "i", "we", "you", "there"):
            return None
        return Frame(number, (start, index + 1), tokens[index].low, Form.FINITE, teller, content)
    phrase = phrase_ending(tokens, index, pack) or (index, index + 1)
    owner = next((i for i in range(index - 1, phrase[0] - 1, -1) if tokens[i].possessive), None)
    if owner is not None:
        return Frame(number, (index, index + 1), tokens[index].low, Form.FINITE, (phrase[0], owner + 1), content)
    teller = phrase if tokens[index].low in ("report", "reports") else None
    return Frame(number, (index, index + 1), tokens[index].low, Form.FINITE if teller else Form.HEARSAY, teller, content)


def _signed_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``"Mend it now." - Ada Okafor``: a name behind a dash at the end signs what stands before it."""
    tokens = line.tokens
    if (
        index < 3
        or tokens[index - 1].tag not in (Tag.QUOTE, Tag.STOP)
        or len(tokens) - index > 14
        or has_finite(tokens, index + 1, len(tokens))
    ):
        return None
    teller = phrase_starting(tokens, index + 1, pack)
    if teller is None or teller[0] != index + 1 or tokens[teller[0]].tag is not Tag.NAME:
        return None
    return Frame(number, (index, index + 1), "-", Form.SIGNED, teller, _span(tokens, 0, index), True)


def _first_subject(tokens: list[Token], end: int, pack: LangPack) -> Range | None:
    for verb in range(end):
        if finite_at(tokens, verb) and (subject := subject_before(tokens, verb, pack)):
            return subject
    return None


def _document(tokens: list[Token], frame: Frame, pack: LangPack) -> bool:
    """``The poll shows a lead``: what polls and reports show they tell."""
    return frame.teller is not None and any(token.low in pack.speech.documents for token in tokens[frame.teller[0] : frame.teller[1]])


def _verb_like(tokens: list[Token], index: int, pack: LangPack) -> bool:
    """Whether a form that is a noun too ("reports", "claims") is followed like a verb; after a name or a pronoun it always is one."""
    previous = tokens[index - 1] if index else None
    if previous is not None and (previous.tag in _BEFORE_VERB or previous.low in ("and", "to")):
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    after_name = previous is not None and previous.tag is Tag.NAME
    if following is None or following.tag is Tag.STOP:
        return after_name or (
            previous is not None and (previous.low in pack.speech.people_nouns or previous.low in ("media", "report", "reports"))
        )
    return following.tag in _AFTER_VERB or (after_name and following.low in ("out", "to", "for"))


def _lead_to(tokens: list[Token], index: int, pack: LangPack) -> int | None:
    """``went on to say``, ``declined to comment``: the token of the verb that leads to the one at ``index``."""
    if index < 2 or tokens[index - 1].low != "to":
        return None
    return next((i for i in (index - 2, index - 3) if i >= 0 and tokens[i].low in pack.speech.leads), None)


def _led_frame(line: Line, number: int, cue: Range, lemma: str, pack: LangPack) -> Frame | None:
    tokens = line.tokens
    teller = subject_before(tokens, cue[0], pack)
    after = _after_start(tokens, cue[1] + 1, lemma, pack)
    if teller is None:
        return None
    content = _span(tokens, after, len(tokens)) if any(token.text[0].isalnum() for token in tokens[after:]) else line.span
    return Frame(number, (_cue_start(tokens, cue[0]), cue[1] + 1), lemma, Form.FINITE, teller, content)


def _inverted_word(tokens: list[Token], index: int) -> bool:
    """``," says Okafor``: the tagger sees no subject before it."""
    token = tokens[index]
    return (
        index > 0
        and tokens[index - 1].tag in (Tag.QUOTE, Tag.COMMA)
        and bool(set("DZ") & set(token.verb))
        and index + 1 < len(tokens)
        and tokens[index + 1].tag in NOMINAL | {Tag.DETERMINER}
    )


def _perfect(tokens: list[Token], index: int) -> bool:
    """``has said``, ``had not said``; passives ("was told", "been asked") are no telling."""
    i = index - 1
    while i >= 0 and tokens[i].tag is Tag.ADVERB:
        i -= 1
    return i >= 0 and tokens[i].low in (
        "has",
        "have",
        "had",
        "having",
        "hasn't",
        "haven't",
        "hadn't",
        "hat",
        "haben",
        "hatte",
        "a",
        "ont",
        "avait",
        "'ve",
    )


def _after_modal(tokens: list[Token], index: int) -> bool:
    i = index - 1
    while i >= 0 and tokens[i].tag is Tag.ADVERB:
        i -= 1
    return i >= 0 and (tokens[i].tag is Tag.MODAL or tokens[i].low in ("did", "does", "do", "didn't", "doesn't", "don't"))


def _cue_start(tokens: list[Token], index: int) -> int:
    start = index
    while start > 0 and tokens[start - 1].tag in (Tag.AUXILIARY, Tag.MODAL, Tag.ADVERB):
        start -= 1
    return start


def _teller(tokens: list[Token], index: int, pack: LangPack) -> tuple[Range | None, bool]:
    """The phrase that names who says it, and whether it stands after the verb."""
    start = _cue_start(tokens, index)
    previous = tokens[start - 1] if start else None
    if previous is not None and previous.tag in (Tag.COMMA, Tag.QUOTE, Tag.DASH, Tag.STOP) and index + 1 < len(tokens):
        quoted_before = previous.tag is Tag.QUOTE or any(token.tag is Tag.QUOTE for token in tokens[max(0, start - 2) : start])
        candidate = phrase_starting(tokens, index + 1, pack)
        quotative = pack.speech.verbs().get(tokens[index].low) in pack.speech.quotative
        if candidate is not None and (quoted_before or (quotative and _inversion_ends(tokens, candidate[1], pack))):
            first = tokens[candidate[0]]
            if (
                quoted_before
                or first.tag in (Tag.NAME, Tag.DETERMINER, Tag.NUMBER)
                or (first.tag is Tag.WORD and candidate[1] - candidate[0] <= 6)
                or first.tag is Tag.PRONOUN
            ):
                aside = subject_before(tokens, index, pack) if not quoted_before else None
                if aside is None:
                    return with_apposition(tokens, candidate), True
    return subject_before(tokens, index, pack), False


def _inversion_ends(tokens: list[Token], end: int, pack: LangPack) -> bool:
    if end >= len(tokens):
        return True
    token = tokens[end]
    return token.tag in (Tag.COMMA, Tag.STOP, Tag.DASH, Tag.QUOTE, Tag.SEMICOLON, Tag.PREPOSITION, Tag.RELATIVE) or is_day_word(token, pack)


def _placed_frame(line: Line, number: int, cue: Range, lemma: str, teller: Range, inverted: bool, pack: LangPack) -> Frame | None:
    """Decide whether the words told stand before or after the cue."""
    tokens = line.tokens
    left = min(teller[0], cue[0])
    right = max(teller[1] if inverted else 0, cue[1])
    left = _behind_quote(tokens, left)
    start, stop = _content_bounds(tokens, left)
    after = _after_start(tokens, right, lemma, pack)
    if left > 0 and tokens[left - 1].low == "as" and cue[1] >= len(tokens) - 1 and stop > start + 1:
        return Frame(number, cue, lemma, Form.FINITE, teller, _span(tokens, start, left - 1), True)
    before = _told_before(tokens, start, stop, left, right, inverted)
    following = has_finite(tokens, after, len(tokens)) or _quote_in(tokens, after, len(tokens))
    ends = right >= len(tokens) or tokens[right].tag in _ENDS_FRAME or is_day_word(tokens[right], pack)
    circumstance = right < len(tokens) and tokens[right].tag in (Tag.SUBORDINATOR, Tag.ADVERB) and tokens[stop - 1].tag is Tag.QUOTE
    if before and (inverted or ends or circumstance or not following) and not (right < len(tokens) and tokens[right].tag is Tag.RELATIVE):
        joined = right < len(tokens) and _goes_on(tokens, right, _quote_in(tokens, start, stop))
        return Frame(number, cue, lemma, Form.FINITE, teller, _span(tokens, start, len(tokens) if joined else stop), True)
    if any(token.text[0].isalnum() for token in tokens[after:]):
        return Frame(number, cue, lemma, Form.FINITE, teller, _span(tokens, after, len(tokens)))
    if tokens[-1].tag is Tag.COLON:
        return Frame(number, cue, lemma, Form.FINITE, teller, line.span)
    return Frame(number, cue, lemma, Form.FINITE, teller, _span(tokens, start, stop), True) if before else None


def _behind_quote(tokens: list[Token], left: int) -> int:
    """``"So," the mayor, Ada Okafor, said``: the role before the name belongs to the frame, not to the words."""
    for i in range(left - 1, max(-1, left - 9), -1):
        if tokens[i].tag is Tag.QUOTE:
            return i + 1 if tokens[i].text not in ("'", "’", "“", "«", "„") and not has_finite(tokens, i + 1, left) else left
    return left


def _told_before(tokens: list[Token], start: int, stop: int, left: int, right: int, inverted: bool) -> bool:
    """Whether what stands before the frame can be its words, and is no mere "On Monday," or "When he came,"."""
    if stop <= start:
        return False
    if tokens[stop - 1].tag is Tag.QUOTE:
        return True
    if stop >= left or not (inverted or has_finite(tokens, start, stop) or _quote_in(tokens, start, stop)):
        return False
    fronted = tokens[start].tag in (Tag.SUBORDINATOR, Tag.PREPOSITION) and not _quote_in(tokens, start, stop)
    nothing_after = not any(token.text[0].isalnum() for token in tokens[right:])
    return not fronted or nothing_after


def _goes_on(tokens: list[Token], right: int, quoted: bool) -> bool:
    """``It was, she said, "a stone"``; ``"So," he said, "we go"``: the words go on after the cue."""
    if tokens[right].tag is Tag.QUOTE:
        return quoted
    following = tokens[right + 1] if right + 1 < len(tokens) else None
    if tokens[right].tag is not Tag.COMMA or following is None:
        return False
    if following.tag is Tag.QUOTE or (following.low == "and" and right + 2 < len(tokens) and tokens[right + 2].tag is Tag.QUOTE):
        return True
    return not quoted and following.tag in (Tag.AUXILIARY, Tag.MODAL, Tag.FINITE)


def _quote_in(tokens: list[Token], start: int, end: int) -> bool:
    return any(token.tag is Tag.QUOTE and token.text not in ("'", "’") for token in tokens[start:end])


def _after_start(tokens: list[Token], index: int, lemma: str, pack: LangPack) -> int:
    """Where the told words begin after the cue: behind "reporters on Tuesday that", a colon, a day, a comma."""
    start = index
    for i in range(index, min(len(tokens), index + 18)):
        token = tokens[i]
        if token.low == "that" and token.tag is Tag.RELATIVE:
            return i + 1
        if token.tag is Tag.COLON:
            return i + 1
        if token.tag is Tag.QUOTE and token.text not in ("'", "’"):
            if i == index or tokens[i - 1].tag is Tag.COMMA or lemma in _TO_SOMEBODY:
                return i
            break
        if finite_at(tokens, i) or token.tag is Tag.STOP:
            break
    while start < len(tokens) and (is_day_word(tokens[start], pack) or tokens[start].tag in (Tag.COMMA, Tag.ADVERB)):
        start += 1
    if lemma in _TO_SOMEBODY and (listener := phrase_starting(tokens, start, pack)):
        rest = tokens[listener[1]] if listener[1] < len(tokens) else None
        if rest is not None and not finite_at(tokens, listener[1]):
            return listener[1]
    return start


def _participle_frame(line: Line, number: int, index: int, lemma: str, pack: LangPack, earlier: list[Frame]) -> Frame | None:
    """``..., saying the bridge is safe``; ``quoted X as saying``; ``is saying``."""
    tokens = line.tokens
    previous = tokens[index - 1] if index else None
    after = _after_start(tokens, index + 1, lemma, pack)
    if after >= len(tokens):
        return None
    content = _span(tokens, after, len(tokens))
    if previous is not None and previous.tag is Tag.AUXILIARY:
        teller = subject_before(tokens, index, pack)
        return Frame(number, (_cue_start(tokens, index), index + 1), lemma, Form.FINITE, teller, content) if teller else None
    if previous is not None and previous.low == "worth":
        return None
    if previous is not None and previous.low == "as":
        return _quoted_as(line, number, index, lemma, pack, earlier, content)
    teller = _main_subject(tokens, index, pack)
    inherits = bool(earlier) and (teller is None or earlier[-1].form in (Form.FINITE, Form.PARTICIPLE, Form.QUOTED_AS))
    if (
        previous is not None
        and previous.tag in (Tag.COMMA, Tag.DASH, Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.COORDINATOR, Tag.ADVERB, Tag.QUOTE)
    ) or index == 0:
        if teller is None and not inherits:
            return None
        return Frame(number, (index, index + 1), lemma, Form.PARTICIPLE, None if inherits else teller, content, inherits=inherits)
    if previous is not None and previous.tag in (Tag.WORD, Tag.NAME) and lemma not in pack.speech.weak_verbs:
        phrase = phrase_ending(tokens, index - 1, pack)
        return Frame(number, (index, index + 1), lemma, Form.PARTICIPLE, phrase, content) if phrase else None
    return None


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
    before, stop = _content_bounds(tokens, _outer_start(earlier, cue))
    told_before = not has_finite(tokens, index + 1, len(tokens)) and not _quote_in(tokens, index + 1, len(tokens)) and stop > before
    if told_before:
        content = _span(tokens, before, stop)
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


def _main_subject(tokens: list[Token], index: int, pack: LangPack) -> Range | None:
    """Whose verb the words at ``index`` go with: the nearest finite verb before that stands in no relative or subordinate clause.

    For an opening participle it is the first verb after it; when every verb before is subordinate, the nearest one.
    """
    nearest: Range | None = None
    order = [i for i in range(index - 1, -1, -1) if finite_at(tokens, i)] or [
        i for i in range(index + 1, len(tokens)) if finite_at(tokens, i)
    ]
    for verb in order:
        subject = subject_before(tokens, verb, pack)
        if subject is None:
            continue
        nearest = nearest or subject
        start = _cue_start(tokens, verb)
        relative = start > 0 and tokens[start - 1].tag is Tag.RELATIVE
        lead = tokens[subject[0] - 1] if subject[0] else None
        if not relative and not (lead is not None and (lead.tag is Tag.SUBORDINATOR or lead.low in ("after", "before", "since", "that"))):
            return subject
    return nearest


def _coordinated_frame(
    line: Line, number: int, index: int, cue_start: int, lemma: str, pack: LangPack, earlier: list[Frame]
) -> Frame | None:
    """``... and argue that``, ``..., but denied it``: the subject is that of the verb before."""
    tokens = line.tokens
    previous = tokens[cue_start - 1] if cue_start else None
    if (
        previous is None
        or previous.tag not in (Tag.COORDINATOR, Tag.COMMA, Tag.ADVERB, Tag.QUOTE)
        or (lemma == "call" and previous.tag is Tag.COMMA)
    ):
        return None
    after = _after_start(tokens, index + 1, lemma, pack)
    if after >= len(tokens):
        return None
    content = _span(tokens, after, len(tokens))
    if earlier and earlier[-1].form is not Form.HEARSAY and (earlier[-1].teller or earlier[-1].inherits):
        return Frame(number, (cue_start, index + 1), lemma, Form.FINITE, None, content, inherits=True)
    subject = _main_subject(tokens, cue_start, pack)
    return Frame(number, (cue_start, index + 1), lemma, Form.FINITE, subject, content) if subject else None


def _citing_frame(line: Line, number: int, index: int, pack: LangPack, earlier: list[Frame]) -> Frame | None:
    """``Citing officials, Reuters said``; ``Reuters reported, citing officials``."""
    tokens = line.tokens
    teller = _reported_source(tokens, index + 1, pack)
    if teller is None:
        return None
    if earlier and index > 0:
        return Frame(number, (index, index + 1), "cite", Form.CITING, teller, earlier[-1].content, earlier[-1].before)
    start = next((i + 1 for i in range(teller[1], len(tokens)) if tokens[i].tag is Tag.COMMA), None)
    if index <= 1 and start is not None and start < len(tokens):
        return Frame(number, (index, index + 1), "cite", Form.CITING, teller, _span(tokens, start, len(tokens)))
    before, stop = _content_bounds(tokens, index)
    return Frame(number, (index, index + 1), "cite", Form.CITING, teller, _span(tokens, before, stop), True) if stop > before else None


def _reported_source(tokens: list[Token], start: int, pack: LangPack) -> Range | None:
    """The phrase after "citing" when it names somebody or something that tells ("a report in the Tokei newspaper"), else None."""
    phrase = phrase_starting(tokens, start, pack)
    if phrase is None:
        return None
    speech = pack.speech
    head = next((tokens[i - 1] for i in range(phrase[0] + 1, phrase[1]) if tokens[i].tag is Tag.PREPOSITION), tokens[phrase[1] - 1])
    if head.low in speech.told_nouns and phrase[1] < len(tokens) and tokens[phrase[1]].low in ("in", "by"):
        inner = phrase_starting(tokens, phrase[1] + 1, pack)
        return inner or phrase
    known = head.low in speech.people_nouns or head.low in speech.media_nouns or head.low in speech.told_nouns
    documents = head.low in speech.documents
    plain_name = head.tag is Tag.NAME and all(not token.possessive for token in tokens[phrase[0] : phrase[1]])
    return phrase if known or documents or plain_name else None


def _clip(frames: list[Frame], line: Line) -> None:
    """Told words that run on end where the next frame begins, unless that one is nested in them."""
    tokens = line.tokens
    for frame, following in pairwise(frames):
        if frame.before or following.form in (Form.CITING, Form.HEARSAY, Form.QUOTED_AS):
            continue
        start = min(following.cue[0], following.teller[0] if following.teller else following.cue[0])
        if start == 0 or tokens[start - 1].tag not in (Tag.COMMA, Tag.SEMICOLON, Tag.COORDINATOR, Tag.DASH):
            continue
        if following.before and following.form is not Form.PARTICIPLE:
            continue
        while start > 1 and tokens[start - 1].tag in (Tag.COMMA, Tag.SEMICOLON, Tag.COORDINATOR, Tag.DASH):
            start -= 1
        end = tokens[start - 1].end
        if end > frame.content.start:
            frame.content = Span(frame.content.start, min(frame.content.end, end))
