"""Which words in quotation marks somebody said, and who; hides scare quotes, names of things and quotes over many sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.language.attributions import Told
from briefing_app.language.frames import Form
from briefing_app.language.lines import Line
from briefing_app.language.marks import Marked
from briefing_app.language.words import listed
from briefing_app.model.article import ZoneKind
from briefing_app.model.findings import Attribution, Quotation
from briefing_app.model.span import Span

_SENTENCE_END = re.compile(r"[.!?…,]$")
_NAMING = re.compile(
    r"(?:so-called|called|named|titled|entitled|dubbed|known as|nicknamed|headlined|labell?ed|(?:known|referred to) as (?:an?|the)|"
    r"the term|the word|the phrase|the slogan|"
    r"sogenannte\w*|referred to as|termed|branded)\s*[\"“‘'«„]*\s*$",
    re.IGNORECASE,
)
_JUDGING = listed(
    "describe hail praise laud portray characterise characterize mock attack dismiss denounce slam blast decry cite condemn deem dub"
)
_AS = re.compile(r"\bas\s+(?:an?\s+|the\s+)?[\"“‘'«„]*\s*$")
_WORD = re.compile(r"\w[\w'’-]*")
_JOINED = re.compile(r"[\"”’'»“]*\s*,?\s*(?:and|or|und|oder|et|ou)?\s*(?:(?:an?|the)\s+)?[\"“‘'«„]*")
_NOUN_BEHIND = re.compile(
    r"\s+(?!(?:for|and|or|but|on|in|at|to|of|by|as|when|while|after|before|during|because|over|with|who|whose|which|that)\b)[a-z]"
)
_NAMED_BEFORE, _NAMED_BEHIND = re.compile(r"\b[A-Z][\w'’.-]*\s+[\"“‘'„]*$"), re.compile(r"\s+[A-Z]")
_OPENING = frozenset("\"“‘'«„»")
_FEW_WORDS = 4
_NEAR = 24


@dataclass(slots=True)
class _Said:
    """A quoted stretch with the lines that it touches and the frame that gives it to somebody."""

    marked: Marked
    first: int
    last: int
    paragraph: int
    told: Told | None = None
    quoted: bool = False
    source: str = ""


def quotations(text: str, lines: Sequence[Line], told: Sequence[Told]) -> tuple[tuple[Quotation, ...], tuple[Attribution, ...]]:
    """The quotations, and an attribution for each further sentence that a quotation fills without a frame of its own."""
    said = _gather(lines)
    by_line: dict[int, list[Told]] = {}
    for frame in told:
        by_line.setdefault(frame.frame.line, []).append(frame)
    previous: _Said | None = None
    for one in said:
        _give(one, text, lines, by_line, previous)
        if not one.quoted and previous is not None and _joined(previous, one, text):
            one.told, one.quoted = previous.told, True
        if one.quoted:
            previous = one
    _echoed(said, text, lines)
    found = tuple(_quotation(one) for one in said if one.quoted)
    return found, tuple(a for one in said if one.quoted for a in _carried(one, lines, by_line))


def _echoed(said: Sequence[_Said], text: str, lines: Sequence[Line]) -> None:
    """The words that a title takes out of a quotation of the text are its speaker's."""
    for one in said:
        if lines[one.first].zone is ZoneKind.TITLE and one.told is None:
            words = _folded(one, text)
            whole = next(
                (other for other in said if other.quoted and other.told and other.told.source and words in _folded(other, text)), None
            )
            if whole is not None and whole.told is not None and words.strip():
                one.quoted, one.source = True, whole.told.source


def _folded(one: _Said, text: str) -> str:
    return f" {' '.join(re.findall(_WORD, one.marked.span.of(text).casefold()))} "


def _gather(lines: Sequence[Line]) -> list[_Said]:
    said: list[_Said] = []
    start = 0
    while start < len(lines):
        paragraph = lines[start].paragraph
        end = bisect_right(lines, paragraph, start, key=lambda line: line.paragraph)
        for marked in lines[start].quoted:
            first = bisect_right(lines, marked.span.start, start, end, key=lambda line: line.span.end)
            last = bisect_left(lines, marked.span.end, start, end, key=lambda line: line.span.start) - 1
            if first <= last:
                said.append(_Said(marked, first, last, paragraph))
        start = end
    return said


def _give(one: _Said, text: str, lines: Sequence[Line], by_line: dict[int, list[Told]], previous: _Said | None) -> None:
    """Decide whether it is a quotation, and find its frame."""
    one.told = _frame_for(one, by_line) or _carried_over(one, previous, lines, text, by_line)
    words = re.findall(_WORD, one.marked.span.of(text))
    whole = bool(_SENTENCE_END.search(one.marked.span.of(text))) and len(words) > _FEW_WORDS
    given = _called(one, text) or _closed_by_its_frame(one, text)
    if not given and (_names_a_thing(one, text, words, title_case=_title_case(lines[one.first], text)) or _heads_a_part(one, text, lines)):
        return
    if one.told is not None or whole or len(words) > 2 * _FEW_WORDS:
        one.quoted = True


def _called(one: _Said, text: str) -> bool:
    """``she called it "Total Chaos"``, ``hailed her as "The Boss"``: a judgement, not the name of a thing, unless a noun follows
    ("what he called the "Buffer" plan")."""
    if one.told is None or not one.told.source:
        return False
    judged = one.told.frame.lemma in _JUDGING and _AS.search(text[one.told.cue.end : one.marked.opened])
    if one.told.frame.lemma != "call" and not judged:
        return False
    return not _NOUN_BEHIND.match(text, one.marked.closed)


def _joined(earlier: _Said, one: _Said, text: str) -> bool:
    """``called him a "leech" and a "brat"``: the second of two that are said in one breath is what the first is."""
    few = len(re.findall(_WORD, earlier.marked.span.of(text))) <= 2 * _FEW_WORDS
    return few and earlier.last == one.first and bool(_JOINED.fullmatch(text, earlier.marked.span.end, one.marked.span.start))


def _closed_by_its_frame(one: _Said, text: str) -> bool:
    """``"That," he added, "is it"``: who says just this stands right behind the closing mark."""
    if one.told is None or not one.told.source:
        return False
    content = one.told.frame.content
    if not content.overlap(one.marked.span) and text[content.start] not in _OPENING:
        return False
    starts = [one.told.cue.start, *([one.told.mention.start] if one.told.mention else [])]
    return any(0 <= start - one.marked.closed <= 1 for start in starts)


def _title_case(line: Line, text: str) -> bool:
    """Whether a title writes every word with a capital, so that these tell no names."""
    words = [word for word in re.findall(_WORD, line.span.of(text)) if len(word) > 3]
    return line.zone is ZoneKind.TITLE and all(not word[0].islower() for word in words)


def _heads_a_part(one: _Said, text: str, lines: Sequence[Line]) -> bool:
    """``'Legend in the Coal Fields.'`` in a paragraph of its own, every word with a capital: it heads the part behind."""
    line = lines[one.first]
    words = [word for word in re.findall(_WORD, one.marked.span.of(text)) if len(word) > 3]
    alone = one.first == one.last and [other.paragraph for other in lines[max(0, one.first - 1) : one.first + 2]].count(line.paragraph) == 1
    return alone and len(words) > 1 and not _outside(one, line, text) and all(word[0].isupper() for word in words)


def _outside(one: _Said, line: Line, text: str) -> str:
    return (text[line.span.start : one.marked.opened] + text[one.marked.closed : line.span.end]).strip(" .,")


def _names_a_thing(one: _Said, text: str, words: list[str], *, title_case: bool) -> bool:
    """``the "Green Harbour" plan``, ``so-called "ghost ships"``, ``Ada "Bridge" Okafor``."""
    before = text[max(0, one.marked.opened - 40) : one.marked.opened]
    if len(words) <= 2 * _FEW_WORDS and _NAMING.search(before):
        return True
    if len(words) <= 2 and _NAMED_BEFORE.search(before) and _NAMED_BEHIND.match(text, one.marked.closed) and not title_case:
        return True
    if title_case and one.told is not None:
        return False
    big = [word for word in words if len(word) > 3]
    capitals = bool(big) and all(word[0].isupper() or word[0].isdigit() for word in big) and len(words) <= 6
    return (
        capitals
        and not _SENTENCE_END.search(one.marked.span.of(text).replace(",", ""))
        and (len(words) > 1 or not text[: one.marked.opened].rstrip().endswith(":"))
    )


def _frame_for(one: _Said, by_line: dict[int, list[Told]]) -> Told | None:
    """The frame of the sentence where the quotation ends, else of the one where it begins."""
    ends = _nearest(
        one, [told for told in by_line.get(one.last, []) if told.cue.start >= one.marked.closed or one.first == one.last], after=True
    )
    if ends is not None:
        return ends
    if one.first != one.last:
        return _nearest(one, [told for told in by_line.get(one.first, []) if told.cue.end <= one.marked.opened], after=False)
    return None


def _nearest(one: _Said, told: list[Told], after: bool) -> Told | None:
    """The frame whose words hold the quotation; the tightest, else the nearest behind a closing mark."""
    holding = [t for t in told if t.frame.content.overlap(one.marked.span) and t.frame.form is not Form.HEARSAY]
    if holding:
        return min(holding, key=lambda t: _distance(t, one))
    if not after:
        return max(told, key=lambda t: t.cue.end, default=None)
    near = [t for t in told if 0 <= t.cue.start - one.marked.closed <= 60]
    return min(near, key=lambda t: t.cue.start, default=None)


def _distance(told: Told, one: _Said) -> tuple[int, int]:
    """A cue that stands right at the mark is nearest; else the outermost telling, media and citations last."""
    frame = told.frame
    gap = one.marked.opened - told.cue.end if told.cue.end <= one.marked.opened else told.cue.start - one.marked.closed
    beside = 0 <= gap <= _NEAR and not frame.guarded
    if told.mention is not None and told.mention.start >= one.marked.closed:
        beside = beside or 0 <= told.mention.start - one.marked.closed <= 2
    rank = 0 if beside else 1 if frame.form not in (Form.CITING, Form.ACCORDING) else 2
    return rank, gap if beside else -len(frame.content)


def _carried_over(one: _Said, previous: _Said | None, lines: Sequence[Line], text: str, by_line: dict[int, list[Told]]) -> Told | None:
    """A quotation without a frame: it goes on with the speaker before, or a colon gave it."""
    alone = not text[lines[one.first].span.start : one.marked.opened].strip() and not text[
        one.marked.closed : lines[one.last].span.end
    ].strip(" .,")
    if not alone:
        return _goes_on(one, previous, lines, text, by_line)
    before = lines[one.first - 1] if one.first else None
    if before is not None and text[before.span.start : before.span.end].rstrip().endswith(":") and by_line.get(one.first - 1):
        return by_line[one.first - 1][-1]
    between = [told for told in by_line.get(one.first - 1, []) if told.source]
    follows = previous is not None and previous.told is not None and one.paragraph - previous.paragraph <= 1
    if follows and previous is not None and one.first - previous.last == 1:
        return previous.told
    if between and before is not None and one.paragraph - before.paragraph <= 1:
        return between[-1]
    return previous.told if follows and previous is not None else None


def _goes_on(one: _Said, previous: _Said | None, lines: Sequence[Line], text: str, by_line: dict[int, list[Told]]) -> Told | None:
    """The speaker before: of a sentence that begins with the next quotation of a paragraph ("So," he said. "We go" at dawn.), and of a
    second quotation in one sentence ("So," he said, but "not now")."""
    if previous is None or previous.told is None or previous.paragraph != one.paragraph:
        return None
    if one.first == previous.last:
        return previous.told if previous.told.frame.line == one.first else None
    opens = not text[lines[one.first].span.start : one.marked.opened].strip()
    return previous.told if opens and one.first - previous.last == 1 and not by_line.get(one.first) else None


def _quotation(one: _Said) -> Quotation:
    if one.told is None:
        return Quotation(one.marked.span, one.source)
    return Quotation(one.marked.span, one.told.source, one.told.mention, one.told.cue)


def _carried(one: _Said, lines: Sequence[Line], by_line: dict[int, list[Told]]) -> list[Attribution]:
    if one.told is None:
        return []
    found = []
    for number in range(one.first, one.last + 1):
        if any(told.frame.content.overlap(one.marked.span) for told in by_line.get(number, [])):
            continue
        inside = Span(max(lines[number].span.start, one.marked.span.start), min(lines[number].span.end, one.marked.span.end))
        found.append(Attribution(inside, one.told.source, one.told.mention, one.told.cue, one.told.chain))
    return found
