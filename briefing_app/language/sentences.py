"""Splits text into sentences; hides abbreviations, initials, quotes that end inside a sentence and the stops of other scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_app.model.span import Span


@dataclass(frozen=True, slots=True)
class Splitting:
    """What a language needs for it. ``titles`` never end a sentence; ``abbreviations`` end one only before an ``openers`` word.

    All in lower case, without the final dot. ``say_verbs`` keep ``?" she said`` together.
    """

    titles: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    say_verbs: frozenset[str] = frozenset()


_STOP = re.compile(r"(?P<mark>[.!?…‽]+|[。！？｡]+|[؟۔।॥]+)(?P<close>(?:''|[\"'”’»“)\]）」』›])*)(?P<gap>\s*)")
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_LAST_WORD = re.compile(r"(?:[^\W_]|[.’'&-])+$")
_NEXT_WORD = re.compile(r"[\"'“”‘’«»„(\[‹「『–—\s-]*([^\W_](?:[\w.’'-]*\w)?)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_SIGNED = re.compile(r"[—―–]\s?[^\W\d_](?:[^.!?]|(?<=\s[^\W\d_])\.){2,60}\.?$")
_WIDE = "。！？｡"
_OPEN, _CLOSE = "「『（", "」』）"
_LONGEST_ABBREVIATION = 12
_LONGEST_SENTENCE = 3000
"""Code points; beyond it a run without stops is a table or noise, and reading must stay linear."""


def split_sentences(text: str, span: Span, splitting: Splitting) -> list[Span]:
    """The sentences inside ``span``, trimmed, in order, none empty. Line ends always split."""
    found: list[Span] = []
    for line in _LINE.finditer(text, span.start, span.end):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if stop.end() < line.end() and stop.start() > start and _ends_sentence(text, start, stop, line.end(), splitting):
                _add_trimmed(text, start, stop.end("close"), found)
                start = stop.end()
        _add_trimmed(text, start, line.end(), found)
    return found


def _add_trimmed(text: str, start: int, end: int, found: list[Span]) -> None:
    """Add the stretch without white space at its ends; one too long to be a sentence falls at white space into bounded pieces."""
    while end - start > _LONGEST_SENTENCE:
        cut = next((i for i in range(start + _LONGEST_SENTENCE, start, -1) if text[i].isspace()), start + _LONGEST_SENTENCE)
        _add_trimmed(text, start, cut, found)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append(Span(start, end))


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int, splitting: Splitting) -> bool:
    if stop["mark"][0] in _WIDE:
        return _wide_ends(text, start, stop)
    following = _NEXT_WORD.match(text, stop.end(), min(end, stop.end() + 80))
    if _SIGNED.match(text, stop.end(), end):
        return False
    if not stop["gap"]:
        return _glued_ends(text, stop, following)
    if following is None:
        return True
    word = following[1]
    if word[0].islower() and not _own_case(word):
        return False
    if stop["close"] and stop["mark"][-1] in "?!…." and _speech_follows(text, stop, end, splitting):
        return False
    if stop["mark"] == ".":
        return _dot_ends(text, start, stop, word, splitting)
    return True


def _own_case(word: str) -> bool:
    """iPhone, eBay: names that open in lower case."""
    return len(word) > 2 and word[1].isupper() and word[0] in "ie"


def _wide_ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """An ideographic stop ends a sentence unless a bracket is still open, or a closing one is followed by more of the sentence."""
    open_marks = sum(text.count(mark, start, stop.end("close")) for mark in _OPEN)
    closed = sum(text.count(mark, start, stop.end("close")) for mark in _CLOSE)
    if open_marks > closed:
        return False
    return not (stop["close"] and text[stop.end() : stop.end() + 1] in tuple("とのなはがをに、,"))


def _glued_ends(text: str, stop: re.Match[str], following: re.Match[str] | None) -> bool:
    """``word.Next`` without a space is two sentences (sloppy pages); ``U.S`` and ``3.5`` and addresses are not."""
    if following is None or following.start() != stop.end() or stop["mark"] in ("…", "..."):
        return False
    before = text[max(0, stop.start() - 3) : stop.start()]
    word = following[1]
    if stop["close"] and stop["close"] not in ("'", "’"):
        return word[0].isupper() and len(word) > 1
    return len(before) == 3 and before.isalpha() and before.islower() and len(word) > 1 and word[0].isupper() and word[1].islower()


def _dot_ends(text: str, start: int, stop: re.Match[str], following: str, splitting: Splitting) -> bool:
    found = _LAST_WORD.search(text, max(start, stop.start() - _LONGEST_ABBREVIATION), stop.start())
    if found is None or stop["close"]:
        return True
    last = found[0].lstrip("'’-")
    low = last.lower()
    if low in splitting.titles:
        return False
    opener = following.lower().split("'")[0].split("’")[0] in splitting.openers
    if low in splitting.abbreviations:
        return opener and following[0].isupper()
    if low in ("no", "nos") and following[0].isdigit():
        return False
    if _INITIALS.fullmatch(last) and last[0].isupper() and low not in ("i",):
        return opener and len(last) > 1
    return True


def _speech_follows(text: str, stop: re.Match[str], end: int, splitting: Splitting) -> bool:
    """``"Why?" Mrs. Okafor asked``: the quote ended, the sentence goes on with who said it."""
    quote = stop["close"]
    if not any(mark in quote for mark in "\"'”’»“"):
        return False
    words = re.findall(r"[^\W\d_][\w.’'-]*|[,;:.!?\"“”]", text[stop.end() : min(end, stop.end() + 120)])
    for count, word in enumerate(words[:7]):
        if word.lower().rstrip(".") in splitting.say_verbs:
            return count > 0
        if word in (",", ";", ":", ".", "!", "?", '"', "“", "”"):
            return False
        if (
            not (word[0].isupper() or word.lower() in ("the", "a", "of", "de", "also", "later", "then", "one", "another", "who"))
            and count > 3
        ):
            return False
    return False
