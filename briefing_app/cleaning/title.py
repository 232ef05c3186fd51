"""Which line is the title, which the standfirst: what the markup states, else how a headline looks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing_app.cleaning.credits import opening
from briefing_app.cleaning.lines import Label, Line
from briefing_app.model.article import Attested, Evidence, ZoneKind
from briefing_app.model.document import Block, BlockKind, RawDocument

_STATED = (
    "record:title", "ld:headline", "og:title", "item:headline", "twitter:title", "headline", "dc.title", "citation_title", "parsely-title",
    "front:title",
)  # fmt: skip
_SUFFIX = re.compile(r"\s+[|–—•·»:-]\s+|\s*[|»]\s*")
_FOLD = re.compile(r"[\W_]+")
_HEAD_REACH = 14
_STANDFIRST_REACH = 3
_LONGEST_STANDFIRST = 320
_LONGEST_TITLE = 240
_LEAD_LINES = 4
_PREFIX = 5
_TITLE_AT = 1.0
_ATTRIBUTED_FIRST = re.compile(r"(according to|citing|sources (say|said|told)|it (has )?emerged)\b", re.IGNORECASE)
_TELLING_SENTENCE = re.compile(
    r"\b(said|told reporters|announced|reported)\b.{0,60}\.$|^(a|an|the|in|on|at|after|when|as) .*\.$",
    re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"[a-z]{3}[.!?][\"”’]?\s+[A-Z“‘\"][a-z]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_STANDFIRST_PATH = re.compile(r"\.(standfirst|subtitle|deck)(\.|/|$)")
_HIGHLIGHTS = re.compile(r"(story highlights|key points|highlights|at a glance|in short|key takeaways|summary)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """The title with its evidence, the line it stands in (None when it is not visible), and labels of the lines around it."""

    title: Attested[str]
    line: int | None
    labels: dict[int, Label]


def heading(raw: RawDocument, lines: Sequence[Line], story: Sequence[bool], known: Mapping[int, Label]) -> Heading:
    """Title and standfirst. With no title stated and no line that looks like one, the title stays unknown."""
    lead = _lead(lines, story, known)
    stated = _stated(raw)
    if stated:
        return _from_markup(stated, lines, lead, known)
    if mail := raw.hint("mail:subject"):
        seen = _visible(mail, lines, lead)
        words = re.sub(r"^((re|fwd?|aw|wg|tr)\s*:\s*)+", "", mail, flags=re.IGNORECASE)
        evidence = Evidence(mail, "subject of the mail", seen.bare_span if seen else None)
        return _with_standfirst(Attested(words, (evidence,), 0.8), seen, lines, lead, known)
    return _by_looks(lines, lead, known)


def _lead(lines: Sequence[Line], story: Sequence[bool], known: Mapping[int, Label]) -> int:
    """The first line that is surely running text: the number of lines when there is none."""
    free = [line for line in lines if story[line.number] and line.number not in known]
    sure = next((line.number for line in free if line.ends_sentence and line.prose_score >= 2.0), None)
    return sure if sure is not None else free[0].number if free else len(lines)


def _stated(raw: RawDocument) -> list[tuple[str, str]]:
    """(name, value) of the titles that the markup states, best first; that of the browser's tab loses the outlet's name."""
    found = [(name, value) for name in _STATED if (value := raw.hint(name)) and len(value) >= 2]
    if tab := raw.hint("html:title") or raw.hint("file:title"):
        site = _fold(raw.hint("og:site_name") or raw.hint("ld:publisher") or "")
        parts = _SUFFIX.split(tab)
        kept = [part for part in parts if part and _fold(part) != site]
        found.append(("html:title", max(kept or [tab], key=len) if len(parts) > 1 else tab))
    return found


def _from_markup(stated: list[tuple[str, str]], lines: Sequence[Line], lead: int, known: Mapping[int, Label]) -> Heading:
    """The stated title that also stands on the page; else the first heading of the page; else the best stated one."""
    for name, value in stated:
        if line := _visible(value, lines, lead):
            shown = " ".join(line.bare.split())
            words = shown if len(shown) <= len(value) else value
            seen = Evidence(shown, f"stated by the page ({name}) and visible", line.bare_span)
            return _with_standfirst(Attested(words, (seen,), 0.97), line, lines, lead, known)
    first = next((line for line in lines[: lead + 1] if line.block and _is_main_heading(line.block) and len(line.words) > 8), None)
    name, value = stated[0]
    if first is not None and name == "html:title":
        words = " ".join(first.bare.split())
        seen = Evidence(words, "first heading of the page", first.bare_span)
        return _with_standfirst(Attested(words, (seen,), 0.8), first, lines, lead, known)
    sure = 0.9 if name != "html:title" else 0.7
    return _with_standfirst(Attested(value, (Evidence(value, f"stated by the page ({name})"),), sure), first, lines, lead, known)


def _is_main_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and block.level == 1


def _visible(value: str, lines: Sequence[Line], lead: int) -> Line | None:
    """The line that shows a stated title: the nearest above the lead, else the first anywhere."""
    folded = _fold(value)
    if not folded:
        return None
    near = [line for line in lines[: lead + 1] if len(line.span) <= _LONGEST_TITLE]
    for line in (*reversed(near), *lines[lead + 1 : lead + 40]):
        other = _fold(line.bare)
        if other == folded or (min(len(other), len(folded)) > 24 and (other in folded or folded in other)):
            return line
    for line in reversed(near):
        if len(line.words) > 20 and SequenceMatcher(None, _fold(line.bare), folded, autojunk=False).ratio() >= 0.85:
            return line
    return None


def _fold(words: str) -> str:
    return _FOLD.sub("", words).casefold()


def _by_looks(lines: Sequence[Line], lead: int, known: Mapping[int, Label]) -> Heading:
    """The line above the lead (or the lead itself, when the text opens with it) that looks most like a headline."""
    free = [line for line in lines[max(0, lead - _HEAD_REACH) : lead] if line.number not in known and len(line.span) <= _LONGEST_TITLE]
    opens = all(number in known for number in range(lead))
    if opens and lead < len(lines) and lead not in known:
        free.append(lines[lead])
    if not free:
        return Heading(Attested(), None, {})
    scored = [(headline_score(line, lines), -line.number, line) for line in free]
    score, _, best = max(scored)
    if score < _TITLE_AT:
        first = free[0]
        labels = {}
        if first.size >= 40 and not first.ends_sentence and first.number <= 2 and len(lines) > 1:
            labels[first.number] = Label(ZoneKind.STANDFIRST, "a summary before the text, not worded as a headline", 0.65)
        return Heading(Attested(), None, labels)
    words = " ".join(best.bare.split())
    sure = round(min(0.95, 0.55 + 0.12 * score), 2)
    evidence = Evidence(words, "looks like a headline: first line, apart, no sentence of the text", best.bare_span)
    return _with_standfirst(Attested(words, (evidence,), sure), best, lines, lead, known)


def headline_score(line: Line, lines: Sequence[Line]) -> float:
    """How much a line looks like a headline; 1 and more is taken for one. Weights by hand."""
    words = line.bare
    ends = line.words.endswith((".", "。", "…")) and not line.words.endswith("...")
    after = [other for other in lines[line.number + 1 : line.number + 4] if other.size >= 40]
    gap_after = lines[line.number + 1].gap if line.number + 1 < len(lines) else 0
    gaps = any(other.gap for other in lines)
    score = -1.0 if ends else 1.5 if not line.words.endswith(":") else 0.0
    score += 0.5 if line.size <= 110 else -1.5 if line.size > 140 else 0.0
    score -= 1.2 if len(words.split()) < 3 and line.size < 14 else 0.0
    score += 0.7 if gap_after else -1.0 if gaps and ends else 0.0
    score += 0.3 if after and line.size < 0.7 * max(other.size for other in after) else 0.0
    score += 0.7 if _shared(words, " ".join(other.words for other in after[:2])) >= 0.4 else 0.0
    score -= 2.5 if _ATTRIBUTED_FIRST.match(words) else 0.0
    score -= 0.8 if _TELLING_SENTENCE.search(words) else 0.0
    score -= 0.8 if _TWO_SENTENCES.search(words) else 0.0
    score -= 1.0 if line.bulleted or line.link_share > 0.8 else 0.0
    score -= 2.0 if opening(line) else 0.0
    if line.block is not None and line.block.kind is BlockKind.HEADING:
        score += 2.0 if line.block.level == 1 else 1.0
    return score


def _shared(a: str, b: str) -> float:
    """Share of the words of ``a`` (four letters and more) that ``b`` has too, by their first five letters."""
    mine = {word.lower()[:5] for word in _WORD.findall(a)}
    others = {word.lower()[:5] for word in _WORD.findall(b)}
    return len(mine & others) / len(mine) if len(mine) >= 3 else 0.0


def _with_standfirst(title: Attested[str], line: Line | None, lines: Sequence[Line], lead: int, known: Mapping[int, Label]) -> Heading:
    """Label the title's line and the summary between it and the text."""
    labels: dict[int, Label] = {}
    if line is None:
        return Heading(title, None, labels)
    labels[line.number] = Label(ZoneKind.TITLE, title.evidence[0].how, title.confidence)
    folded = _fold(line.bare)
    for other in lines[line.number + 1 : min(len(lines), max(lead, line.number + 4))]:
        if other.number in known or _is_picture(other):
            continue
        if _fold(other.bare) == folded:
            labels[other.number] = Label(ZoneKind.HEADING, "repeats the title", 0.8)
        elif _STANDFIRST_PATH.search(other.path):
            labels[other.number] = Label(ZoneKind.STANDFIRST, "named so by the page", 0.9)
        elif _HIGHLIGHTS.match(other.words) and len(other.span) <= 400:
            labels[other.number] = Label(ZoneKind.STANDFIRST, "highlights before the text", 0.7)
        elif (
            other.number < lead
            and other.number <= line.number + _STANDFIRST_REACH
            and 40 <= other.size <= _LONGEST_STANDFIRST
            and (not other.ends_sentence or _before_dateline(other, lines))
            and _akin(other, line, lines, lead)
        ):
            labels[other.number] = Label(ZoneKind.STANDFIRST, "a summary between title and text", 0.65)
        elif other.number == line.number + 1 and _stands_apart(other, lines):
            labels[other.number] = Label(ZoneKind.STANDFIRST, "a short summary under the title, before the text", 0.55)
    return Heading(title, line.number, labels)


def _akin(line: Line, title: Line, lines: Sequence[Line], lead: int) -> bool:
    """Whether a summary shares a word with the title or the text's first lines; headlines of other stories share none.

    Words are compared by their first letters; scripts without spaces are not asked.
    """
    if line.size > len(line.words):
        return True
    told = " ".join(other.words for other in (title, *lines[lead : lead + _LEAD_LINES])).lower()
    return any(word.lower()[:_PREFIX] in told for word in _WORD.findall(line.words))


def _is_picture(line: Line) -> bool:
    return line.block is not None and line.block.kind in (BlockKind.IMAGE_ALT, BlockKind.CAPTION)


def _before_dateline(line: Line, lines: Sequence[Line]) -> bool:
    return line.number + 1 < len(lines) and opening(lines[line.number + 1]) is not None


def _stands_apart(line: Line, lines: Sequence[Line]) -> bool:
    """A short line under the title that the next line, much longer, begins anew."""
    if line.number + 1 >= len(lines) or not line.gap:
        return False
    after = lines[line.number + 1]
    return (
        bool(after.gap) and 30 <= line.size <= 170 and (_before_dateline(line, lines) or (after.size > 1.5 * line.size and line.size <= 90))
    )
