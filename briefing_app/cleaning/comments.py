"""Readers' comments: threads whose entries open with a name and a stamp."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.cleaning.lines import Label, Line
from briefing_app.model.article import ZoneKind

_LONGEST_HEAD = 140
_FEWEST = 2
_SAYING = 40
"""A line of so many code points says something, also where it ends no sentence."""
_WIDEST = 25
_IN_COMMENTS = re.compile(r"\.(comments?|disqus)(\.|/|$)")

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avr|mai|juin|juil|août|sept|déc|januar|februar|märz|april|juni|juli|"
    r"august|oktober|dezember|january|february|march|june|july|september|october|november|december)"
)
_DATE = (
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d|(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}|"
    rf"{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th|\.)? {_MONTH}\.?,? (?:19|20)\d\d|"
    r"(?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)"
)
_CLOCK = r"(?:(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::\d\d)?(?![.:]?\d)\s?(?:[ap]\.?m\.?|uhr)?)"
STAMP = re.compile(rf"{_DATE}[ ,T|@·•-]{{0,4}}(?:at|um|à|kl\.?)?[ @]{{0,3}}{_CLOCK}", re.IGNORECASE)
"""Day and time as comment software writes them."""

_AGO = re.compile(
    r"\b(\d{1,3}|an?|one) ?(minute|min|hour|hr|day|week|month|year|[mhdwy])s? ago\b|"
    r"\bvor \d+ (stunden?|tagen?|minuten)\b|\bil y a \d+ \w+",
    re.I,
)
_SAYS = re.compile(
    r"^.{1,60}\b(says|said|wrote|writes|commented|replied|schreibt|"
    r"schrieb|a écrit|dice|dijo)\s*:\s*$|^Avatar\b",
    re.IGNORECASE,
)
_REPLY = re.compile(r"\b(reply|report|permalink|like|upvote|antworten|répondre|responder|rispondi)\b", re.IGNORECASE)
_HEADING = re.compile(
    r"(\d+ )?(reader(s['’])? )?(comments?|responses?|replies|kommentare|commentaires|comentarios|commenti)\b"
    r"( ?\(?\d+\)?)?( on .{1,120}| to .{1,120})?:?",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"(leave|post|write|add|submit) (a|your) (comment|reply)|your (comment|e-?mail( address)? will not)\b|"
    r"(please )?(log|sign) in to comment|"
    r"comments? (are|is|have been) (now )?(closed|disabled)|(ihr|dein|schreiben? (sie )?einen) kommentar\b|"
    r"kommentar (schreiben|verfassen|abgeben|hinterlassen)|(laisser|écrire|ajouter) un commentaire|"
    r"(deja|escribe|añad\w+) (un|tu) comentario|"
    r"(lascia|scrivi) un commento|deixe um coment",
    re.IGNORECASE,
)
_QUIET = 4
"""So many short lines without a sentence one after the other are no comment any more."""
_BY = re.compile(r"^(by|von|par|por|di|published|updated|posted|last)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Head:
    number: int
    name: str


def comments(lines: Sequence[Line], main: frozenset[int] = frozenset()) -> dict[int, Label]:
    """The lines of comment threads, headings and stamps among them, by line number.

    A thread needs two openings with different names, text after at least half of them, and not much of ``main`` (what the markup
    advises to be the article). It runs from the first opening (or the heading before it) to the comment form; without a form, to the
    end of the text, when a story stands before it.
    """
    found = _marked(lines, main)
    for thread in _threads(lines):
        first, last = thread[0].number, _end(lines, thread)
        inside = sum(number in main for number in range(first, last + 1))
        if main and inside > 0.3 * (last + 1 - first):
            continue
        if first and _HEADING.fullmatch(lines[first - 1].bare):
            first -= 1
        opened = {head.number for head in thread}
        for line in lines[first : last + 1]:
            reason = "opens a comment: a name and a stamp" if line.number in opened else f"in a thread of {len(thread)} comments"
            found[line.number] = Label(ZoneKind.COMMENT, reason, 0.95 if len(thread) > 3 else 0.8)
    return found


def opens_comment(line: Line) -> bool:
    """Whether a line opens a comment, seen by itself."""
    return _head(line) is not None


def _threads(lines: Sequence[Line]) -> list[list[_Head]]:
    """Openings that stand near each other, where text follows and names differ."""
    threads: list[list[_Head]] = []
    for head in (head for line in lines if (head := _head(line))):
        if threads and head.number - threads[-1][-1].number <= _WIDEST:
            threads[-1].append(head)
        else:
            threads.append([head])
    return [
        thread
        for thread in threads
        if len({head.name for head in thread}) >= _FEWEST and 2 * sum(_answered(lines, head) for head in thread) >= len(thread)
    ]


def _answered(lines: Sequence[Line], head: _Head) -> bool:
    """Whether text follows within two lines, before another opening."""
    for after in lines[head.number + 1 : head.number + 3]:
        if _head(after) is not None:
            return False
        if after.link_share < 0.5 and (after.size >= _SAYING or after.ends_sentence):
            return True
    return False


def _head(line: Line) -> _Head | None:
    """The opening of a comment: a short line with a name and a stamp, or "X says:"."""
    words = line.bare
    if len(line.span) > _LONGEST_HEAD or _BY.match(words):
        return None
    stamp = STAMP.search(words) or _AGO.search(words)
    if stamp is None:
        return _Head(line.number, words.lower()) if _SAYS.match(words) and len(words) <= 80 else None
    rest = _REPLY.sub(" ", words[: stamp.start()] + " " + words[stamp.end() :])
    rest = " ".join(re.sub(r"^Avatar\b|[^\w\s.'’-]", " ", rest).split())
    if not rest[:1].isalpha() or len(rest.split()) > (12 if STAMP.search(words) else 5):
        return None
    return _Head(line.number, rest.lower())


def _end(lines: Sequence[Line], thread: Sequence[_Head]) -> int:
    """The last line of the thread: before the form, or before lines that say nothing; else the end of the text.

    Where no story stands before it, the last comment has one line.
    """
    last = thread[-1].number
    before = sum(line.size >= 80 and line.ends_sentence for line in lines[: thread[0].number])
    if before < _FEWEST:
        return next((line.number - 1 for line in lines[last + 1 :] if _FORM.search(line.words[:200])), min(last + 1, len(lines) - 1))
    quiet = 0
    for line in lines[last + 1 :]:
        if _FORM.search(line.words[:200]):
            return line.number - 1
        quiet = 0 if line.size >= _SAYING or line.ends_sentence or _REPLY.fullmatch(line.bare) else quiet + 1
        if quiet == _QUIET:
            return line.number - quiet
    return len(lines) - 1


def _marked(lines: Sequence[Line], main: frozenset[int]) -> dict[int, Label]:
    """Lines that stand in an element named for comments, unless the article stands in it too."""
    marked = {line.number for line in lines if _IN_COMMENTS.search(line.path)}
    if len(marked & main) > 0.5 * len(main):
        return {}
    return {number: Label(ZoneKind.COMMENT, "stands in the page's comments", 0.8) for number in marked}
