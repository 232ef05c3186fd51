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
from briefing_app.language.syntax import Tag, has_finite
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
_WORKS = re.compile(
    r"\b(?:anthem|song|single|album|poem|book|novel|memoir|essay|column|commentary|editorial|film|movie|documentary|show|series|episode|"
    r"sitcom|drama|musical|podcast|magazine|exhibition|painting)(,?)\s*[\"“‘'«„]*\s*$",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?:['’]s|s['’]|\b(?:on|in|at))\s+[\"“‘'«„]*\s*$", re.IGNORECASE)
_OF_SOMETHING = re.compile(r"(?:['’]s|s['’]|\b(?:on|in|at|of|the))\s+[\"“‘'«„]*\s*$", re.IGNORECASE)
_PART_OF_A_NAME = frozenset({Tag.DETERMINER, Tag.WORD, Tag.NAME, Tag.NUMBER, Tag.ADVERB})
_DETERMINED = re.compile(r"\b(?:an?|the|his|her|its|their|our)\s+[\"“‘'«„]*\s*$", re.IGNORECASE)
_NAMING_VERBS = frozenset(["call", "judge", "phrase"])
_WHOSE = re.compile(r"(?:\w['’]s|s['’]|\b(?:his|her|their|(?:names?|words?|terms?|phrases?|slogans?),? (?:like|such as)))\s+[\"“‘'«„]*\s*$")
_GIVING_TO = frozenset(["tell", "inform", "ask"])  # the name right behind the verb may be who hears it
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
_SMALL = listed(
    """
    a an the and or but nor of in on at by to for from with as into over under after before than this that these those is are be so if
    der die das den dem des ein eine und oder von zu im am mit für le la les un une des du de et ou en au aux pour avec
    """
)
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
            if len(words.split()) == 1 and _OF_SOMETHING.search(_before(one, text)):
                continue  # Holm's ‘13th’
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
    if (work := _WORKS.search(_before(one, text))) and not work[1]:
        return
    given = _called(one, text) or _closed_by_its_frame(one, text) or _opened_by_its_cue(one, text)
    if not given and (_names_a_thing(one, text, words, title_case=_title_case(lines[one.first], text)) or _heads_a_part(one, text, lines)):
        return
    if one.told is not None or whole or len(words) > 2 * _FEW_WORDS or _tells_by_itself(one, lines, text):
        one.quoted = True


def _tells_by_itself(one: _Said, lines: Sequence[Line], text: str) -> bool:
    """Words without a frame that are no mere name for a thing: with a verb in them, or in a title, which seldom has room to say whose."""
    tokens = lines[one.first].tokens
    first = bisect_left(tokens, one.marked.span.start, key=lambda token: token.start)
    inside = tokens[first : bisect_left(tokens, one.marked.span.end, first, key=lambda token: token.start)]
    opening = bisect_left(tokens, one.marked.opened, key=lambda token: token.start)
    before = tokens[opening - 1] if opening else None
    if not inside:
        return False
    if lines[one.first].zone is ZoneKind.TITLE:
        return len(inside) > 1 and not _OF_SOMETHING.search(_before(one, text))
    if _WHOSE.search(_before(one, text)) and inside[0].text[0].islower():
        return not _NOUN_BEHIND.match(text, one.marked.closed)
    if len(inside) < 2 or (before is not None and before.tag in _PART_OF_A_NAME):
        return False
    return has_finite(inside, 0, len(inside)) or inside[0].tag in (Tag.ING, Tag.BASE)


def _called(one: _Said, text: str) -> bool:
    """``she called it "Total Chaos"``, ``hailed her as "The Boss"``: a judgement, not the name of a thing, unless a noun follows
    ("what he called the "Buffer" plan")."""
    if one.told is None or not one.told.source:
        return False
    lemma = one.told.frame.lemma
    if lemma == "phrase":
        return True
    judged = lemma in ("call", "judge") or (lemma in _JUDGING and _AS.search(text[one.told.cue.end : one.marked.opened]))
    if not judged or _names_its_subject(one, text):
        return False
    return not (_NOUN_BEHIND.match(text, one.marked.closed) and _DETERMINED.search(_before(one, text)))


def _names_its_subject(one: _Said, text: str) -> bool:
    """``an essay called "Second-Class Towns"``: a thing has that name, nobody says so of it."""
    told = one.told
    if told is None or told.mention is None or told.frame.lemma != "call" or one.marked.opened - told.cue.end > 1:
        return False
    head = told.mention.of(text).split()[-1]
    return head[0].islower() and not head.endswith("s") and _capitalised(re.findall(_WORD, one.marked.span.of(text)))


def _before(one: _Said, text: str) -> str:
    """The words right before it, its mark included."""
    return text[max(0, one.marked.opened - 2 * _NEAR) : one.marked.opened]


def _opened_by_its_cue(one: _Said, text: str) -> bool:
    """``who only specified "Christian"``: the verb stands right before the mark."""
    if one.told is None or one.told.frame.lemma in _GIVING_TO or _names_its_subject(one, text):
        return False
    return one.told.frame.form is Form.FINITE and 0 <= one.marked.opened - one.told.cue.end <= 1


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
    return any(0 <= start - one.marked.closed <= 2 and not text[one.marked.closed : start].strip(" ,") for start in starts)


def _title_case(line: Line, text: str) -> bool:
    """Whether a title writes every word with a capital, so that these tell no names."""
    return line.zone is ZoneKind.TITLE and _capitalised(re.findall(_WORD, line.span.of(text)))


def _capitalised(words: Sequence[str]) -> bool:
    """Whether every word but the small ones has a capital (or is a number)."""
    return all(not word[0].islower() for word in words if word.lower() not in _SMALL)


def _heads_a_part(one: _Said, text: str, lines: Sequence[Line]) -> bool:
    """``'Legend in the Coal Fields.'`` in a paragraph of its own, every word with a capital: it heads the part behind."""
    line = lines[one.first]
    words = re.findall(_WORD, one.marked.span.of(text))
    alone = one.first == one.last and [other.paragraph for other in lines[max(0, one.first - 1) : one.first + 2]].count(line.paragraph) == 1
    return alone and 1 < len(words) <= 2 * _FEW_WORDS and not _outside(one, line, text) and _capitalised(words)


def _outside(one: _Said, line: Line, text: str) -> str:
    return (text[line.span.start : one.marked.opened] + text[one.marked.closed : line.span.end]).strip(" .,")


def _names_a_thing(one: _Said, text: str, words: list[str], *, title_case: bool) -> bool:
    """``the "Green Harbour" plan``, ``so-called "ghost ships"``, ``Ada "Bridge" Okafor``."""
    before = text[max(0, one.marked.opened - 40) : one.marked.opened]
    if len(words) <= 2 * _FEW_WORDS and _NAMING.search(before):
        return True
    if len(words) <= 2 and _NAMED_BEFORE.search(before) and _NAMED_BEHIND.match(text, one.marked.closed) and not title_case:
        return True
    if len(words) <= 2 * _FEW_WORDS and _WORKS.search(before):
        return True
    if title_case:
        return one.told is None and bool(_OF_SOMETHING.search(before))
    capitals = len(words) <= 6 and any(word.lower() not in _SMALL for word in words) and _capitalised(words)
    if not capitals:
        return False
    if _SENTENCE_END.search(one.marked.span.of(text).replace(",", "")):
        return len(words) > 1 and bool(_PLACED.search(before))
    return len(words) > 1 or not text[: one.marked.opened].rstrip().endswith(":")


def _frame_for(one: _Said, by_line: dict[int, list[Told]]) -> Told | None:
    """The frame of the sentence where the quotation ends, else of the one where it begins."""
    ends = _nearest(
        one, [told for told in by_line.get(one.last, []) if told.cue.start >= one.marked.closed or one.first == one.last], after=True
    )
    if ends is not None:
        return ends
    if one.first != one.last:
        begins = by_line.get(one.first, [])
        label = next(
            (told for told in begins if told.frame.form is Form.COLON and told.mention and told.mention.start == one.marked.span.start),
            None,
        )
        return label or _nearest(one, [told for told in begins if told.cue.end <= one.marked.opened], after=False)
    return None


def _nearest(one: _Said, told: list[Told], after: bool) -> Told | None:
    """The frame whose words hold the quotation; the tightest, else the nearest behind a closing mark."""
    holding = [t for t in told if t.frame.content.overlap(one.marked.span) and t.frame.form is not Form.HEARSAY]
    named = [t for t in holding if t.source or not t.frame.guarded]
    if named:
        return min(named, key=lambda t: _distance(t, one))
    if not after:
        return max(told, key=lambda t: t.cue.end, default=None)
    near = [t for t in told if 0 <= t.cue.start - one.marked.closed <= 60 and (t.frame.form is not Form.PARTICIPLE or _at_comma(one, t))]
    return min(near, key=lambda t: t.cue.start, default=holding[0] if holding else None)


def _at_comma(one: _Said, told: Told) -> bool:
    """``gave a "call to arms," urging them on``: the participle goes on with the words, no other verb's clause between."""
    return told.cue.start - one.marked.closed <= 2


def _distance(told: Told, one: _Said) -> tuple[int, int]:
    """A cue that stands right at the mark is nearest; else the outermost telling, media and citations last."""
    frame = told.frame
    gap = one.marked.opened - told.cue.end if told.cue.end <= one.marked.opened else told.cue.start - one.marked.closed
    beside = 0 <= gap <= (2 * _NEAR if frame.lemma in _NAMING_VERBS else _NEAR) and not frame.guarded
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
