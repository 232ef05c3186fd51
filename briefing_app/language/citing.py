"""Frames that name where a teller has it from: "citing officials", "Reuters, which quoted the Yomiuri"; chains go on through them."""

from __future__ import annotations

from itertools import chain

from briefing_app.language.frames import Form, Frame, content_bounds, cue_start, reported_source, span_of
from briefing_app.language.lines import Line
from briefing_app.language.pack import LangPack
from briefing_app.language.phrases import Range, phrase_ending, phrase_starting
from briefing_app.language.syntax import Tag, Token, finite_at

_LEARNS = frozenset(["learned", "learnt", "heard"])
_CITES = frozenset(["cite", "quote"])
_ASIDE = 3  # words between "which" and its verb: "which in turn cited"


def cites(tokens: list[Token], index: int, lemma: str, pack: LangPack, earlier: list[Frame]) -> bool:
    """Whether the verb at ``index`` names a source rather than words: its object is a teller, and nothing quoted follows."""
    if index and tokens[index - 1].low in ("without", "not"):
        return False
    if tokens[index].low == "citing":
        return True
    if lemma not in _CITES or (source := reported_source(tokens, index + 1, pack)) is None:
        return False
    if lemma == "cite" and tokens[index].tag is Tag.FINITE and earlier and index > 1:
        return True
    behind = tokens[source[1]] if source[1] < len(tokens) else None
    if behind is not None and (behind.low == "as" or behind.tag in (Tag.QUOTE, Tag.COLON)):
        return False
    if tokens[index].tag is Tag.ING:
        return index <= 1 or tokens[index - 1].tag is Tag.COMMA
    return _relative_before(tokens, index) is not None


def learns_from(tokens: list[Token], index: int, earlier: list[Frame]) -> bool:
    """Whether the word at ``index`` is the "from" of "the Dagen has learned from officials"."""
    behind = index > 0 and tokens[index].low == "from" and tokens[index - 1].low in _LEARNS
    return behind and bool(earlier) and earlier[-1].cue[1] == index


def citing_frame(line: Line, number: int, index: int, pack: LangPack, earlier: list[Frame]) -> Frame | None:
    """``Citing officials, Reuters said``; ``Reuters reported, citing officials``; ``Reuters, which cited officials, reported``."""
    tokens = line.tokens
    teller = reported_source(tokens, index + 1, pack)
    if teller is None:
        return None
    citer = _citer(tokens, index, teller, pack)
    if citer is not None:
        return Frame(number, (index, index + 1), "cite", Form.CITING, teller, span_of(tokens, *citer), citer=citer)
    if earlier and index > 0:
        return Frame(number, (index, index + 1), "cite", Form.CITING, teller, earlier[-1].content, earlier[-1].before)
    start = next((i + 1 for i in range(teller[1], len(tokens)) if tokens[i].tag is Tag.COMMA), None)
    if index <= 1 and start is not None and start < len(tokens):
        return Frame(number, (index, index + 1), "cite", Form.CITING, teller, span_of(tokens, start, len(tokens)))
    before, stop = content_bounds(tokens, index)
    return Frame(number, (index, index + 1), "cite", Form.CITING, teller, span_of(tokens, before, stop), True) if stop > before else None


def citing_words(tokens: list[Token], index: int, pack: LangPack) -> int:
    """How many tokens from ``index`` on are an "unter Berufung auf"; 0 when none."""
    for phrase in pack.speech.citing:
        if tuple(token.low for token in tokens[index : index + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def phrase_citing_frame(line: Line, number: int, index: int, length: int, pack: LangPack, earlier: list[Frame]) -> Frame | None:
    """``NPA berichtete unter Berufung auf Beamte, ...``; ``Wie NPA unter Berufung auf Beamte berichtete, ...``."""
    tokens = line.tokens
    teller = phrase_starting(tokens, index + length, pack)
    citer = phrase_ending(tokens, index - 1, pack) if index else None
    if teller is None:
        return None
    if earlier and not (citer and finite_at(tokens, index - 1)):
        return Frame(number, (index, index + length), "cite", Form.CITING, teller, earlier[-1].content, earlier[-1].before)
    if citer is None:
        return None
    return Frame(number, (index, index + length), "cite", Form.CITING, teller, span_of(tokens, *citer), citer=citer)


def settle(frames: list[Frame]) -> None:
    """Give every frame that says whom its citer has it from the citer's own words; one whose citer tells nothing is none."""
    for frame in [one for one in frames if one.citer]:
        at = frames.index(frame)
        owner = next((one for one in chain(reversed(frames[:at]), frames[at + 1 :]) if cited_by(frame, one)), None)
        if owner is None:
            frames.remove(frame)
        else:
            frame.content, frame.before = owner.content, owner.before


def cited_by(frame: Frame, one: Frame) -> bool:
    """Whether ``frame`` names the source of the one who tells ``one``."""
    return frame is not one and _meet(frame.citer, one.teller)


def past_citing(tokens: list[Token], verb: int, teller: Range | None, earlier: list[Frame]) -> Range | None:
    """``Reuters, citing the Yomiuri, which quoted officials, | reported``: the citer, not the source named last, has the verb behind."""
    if _relative_before(tokens, verb) is not None:
        return teller
    for frame in reversed(earlier):
        if frame.form is Form.CITING and frame.citer and _meet(frame.teller, teller):
            teller = frame.citer
    return teller


def _meet(a: Range | None, b: Range | None) -> bool:
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def _citer(tokens: list[Token], index: int, source: Range, pack: LangPack) -> Range | None:
    """Who cites: the noun before "which", or the subject around an aside ("Reuters, citing officials, said"); None: who told before."""
    relative = _relative_before(tokens, index)
    if relative is not None:
        last = relative - 1
        return phrase_ending(tokens, last - 1 if tokens[last].tag is Tag.COMMA else last, pack)
    aside = index > 1 and tokens[index].tag is Tag.ING and tokens[index - 1].tag is Tag.COMMA and _closes(tokens, source[1])
    return phrase_ending(tokens, index - 2, pack) if aside else None


def _relative_before(tokens: list[Token], index: int) -> int | None:
    """The "which" or "who" whose verb stands at ``index``, with hardly a word between; None when there is none."""
    start = cue_start(tokens, index)
    for i in range(start - 1, max(0, start - 1 - _ASIDE), -1):
        if tokens[i].tag is Tag.RELATIVE and tokens[i].low != "that":
            return i
        if tokens[i].tag in (Tag.COMMA, Tag.QUOTE) or finite_at(tokens, i):
            return None
    return None


def _closes(tokens: list[Token], end: int) -> bool:
    """Whether an aside ends in a comma with a verb behind it; a relative clause may stand in it."""
    comma = next((i for i in range(end, len(tokens)) if tokens[i].tag is Tag.COMMA), None)
    if comma is not None and comma + 1 < len(tokens) and tokens[comma + 1].tag is Tag.RELATIVE:
        comma = next((i for i in range(comma + 1, len(tokens)) if tokens[i].tag is Tag.COMMA), None)
    return comma is not None and any(finite_at(tokens, i) for i in range(comma + 1, min(len(tokens), comma + 3)))
