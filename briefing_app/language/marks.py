"""Pairs quotation marks; hides straight and curly, mixed, doubled apostrophes, single marks and quotes that run over paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_app.model.span import Span

_DOUBLE = re.compile(r"[\"“”„‟«»「」『』]|''|``")
_SINGLE = re.compile(r"['‘’‚]")
_OPENING, _CLOSING = frozenset("“„‟«「『"), frozenset("”»」』")
_CLOSERS = {
    "“": "”\"“''",
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    '"': '"”',
    "''": "''\"”",
    "``": "''\"”",
    "”": '”"',
}
_BEFORE_OPENING = frozenset(" \t\u00a0\u202f([{-–—―/:;,>")
_ELIDED = re.compile(r"['’](?:\d\ds?\b|em\b|til\b|cause\b|n['’]?\b|tis\b|twas\b|round\b|bout\b|s\b)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[A-Za-z][\w:-]*=$")
_LONGEST_SINGLE = 600
_LONGEST_NAME, _LONGEST_VALUE = 40, 600  # of an attribute of markup


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands between two marks. ``opened`` and ``closed`` are the marks' outer ends; ``runs_on`` when the paragraph ended first."""

    span: Span
    opened: int
    closed: int
    runs_on: bool = False


def marked_in(text: str, paragraph: Span) -> list[Marked]:
    """The outermost stretches in quotation marks of one paragraph, in order."""
    found = _doubles(text, paragraph)
    covered = [(marked.opened, marked.closed) for marked in found]
    gaps, reached = [], paragraph.start
    for opened, closed in covered:
        gaps.append((reached, opened))
        reached = closed
    gaps.append((reached, paragraph.end))
    for start, end in gaps:
        found.extend(_singles(text, start, end))
    return sorted((marked for marked in found if len(marked.span)), key=lambda marked: marked.opened)


def _doubles(text: str, paragraph: Span) -> list[Marked]:
    found: list[Marked] = []
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        if _of_markup(text, mark, paragraph):
            continue
        if opened is None:
            if _can_open(text, mark, paragraph):
                opened = mark
        elif mark[0] in _CLOSERS[opened[0]] and _closes(text, mark, opened, paragraph):
            found.append(_between(text, opened.end(), mark.start(), opened.start(), mark.end()))
            opened = None
        elif mark[0] in "“«„" and _can_open(text, mark, paragraph) and opened[0] in '”"“':
            opened = mark
    if opened is not None and paragraph.end - opened.end() > 1:
        found.append(_between(text, opened.end(), paragraph.end, opened.start(), paragraph.end, runs_on=True))
    return found


def _of_markup(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """``<img alt="A bridge">`` left over in a text: marks round the value of an attribute quote nobody."""
    if mark[0] != '"':
        return False
    opening = mark.start()
    if text[opening - 1 : opening] != "=":
        opening = text.rfind('"', max(paragraph.start, opening - _LONGEST_VALUE), opening)
    return opening > paragraph.start and bool(_ATTRIBUTE.search(text, max(paragraph.start, opening - _LONGEST_NAME), opening))


def _between(text: str, start: int, end: int, opened: int, closed: int, runs_on: bool = False) -> Marked:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(Span(start, end), opened, closed, runs_on)


def _can_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark[0] in _OPENING:
        return True
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if mark[0] == "»":
        return not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
    if mark[0] in _CLOSING:
        return mark[0] == "”" and not after.isspace() and before.isspace()
    return (
        before in _BEFORE_OPENING
        or before.isspace()
        or mark.start() == paragraph.start
        or (not before.isalnum() and not after.isspace() and after.isalnum())
    )


def _closes(text: str, mark: re.Match[str], opened: re.Match[str], paragraph: Span) -> bool:
    """A straight mark after a space and before a letter opens again (the closing one was forgotten)."""
    if mark[0] not in ('"', "''", "“") or mark.start() == opened.end():
        return True
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if mark[0] == "“" and opened[0] == "“":
        return not before.isspace() and not after.isalnum()
    return not (before.isspace() and after.isalnum())


def _singles(text: str, start: int, end: int) -> list[Marked]:
    found: list[Marked] = []
    position = start
    while opened := _SINGLE.search(text, position, end):
        position = opened.end()
        before = text[opened.start() - 1] if opened.start() > start else " "
        after = text[opened.end()] if opened.end() < end else " "
        if not (before.isspace() or before in _BEFORE_OPENING) or not (after.isalnum() or after in "[$£€") or opened[0] == "’":
            continue
        if _ELIDED.match(text, opened.start()):
            continue
        closed = _single_close(text, opened, end)
        if closed is not None:
            found.append(_between(text, opened.end(), closed, opened.start(), closed + 1))
            position = closed + 1
    return found


def _single_close(text: str, opened: re.Match[str], end: int) -> int | None:
    """Where the single quote ends: the first mark after punctuation, else the last one before another opens (skipping "workers' pay")."""
    best: int | None = None
    for mark in _SINGLE.finditer(text, opened.end() + 1, min(end, opened.end() + _LONGEST_SINGLE)):
        before = text[mark.start() - 1]
        after = text[mark.end()] if mark.end() < end else " "
        if before.isspace() or after.isalnum():
            if before.isspace() and after.isalnum() and mark[0] != "’":
                break
            continue
        if before in ",.?!…":
            return mark.start()
        if best is None or text[best - 1] in "sS":
            best = mark.start()
        if before not in "sS" or not after.isspace():
            return mark.start()
    return best
