"""What trafilatura and the elements of a page say about its lines. Its result labels lines; it is never the text."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import trafilatura

from briefing_app.cleaning.lines import Line
from briefing_app.model.document import BlockKind, RawDocument

_WORDS = re.compile(r"[^\W_]+")
_SHINGLE = 4
_MAIN = 4.0
_ELSE = -3.0
_AMID = 2.0
_ASIDE = -3.0
_SHARE = 0.6
_AROUND = re.compile(
    r"(^|/)(nav|footer|aside|form|button|dialog)(\.|/|$)|\.(share|social|related|recommend|promo|newsletter|subscri|sidebar|footer|menu|breadcrumb|"
    r"navigation|navbar|cookie|consent|advert|sponsor|popular|trending|most-?read|widget|outbrain|taboola|copyright|pagination|toolbar|modal|popup)"
)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def main_text(markup: str) -> str:
    """What trafilatura takes for the article, comments left out; empty when it finds none or fails."""
    try:
        found = trafilatura.extract(markup, include_comments=False, include_tables=True, output_format="txt", deduplicate=False)
    except Exception:  # its failures are of every kind, and it only advises
        return ""
    return found if isinstance(found, str) else ""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the markup says: log-odds for the story by line number, and the lines that trafilatura takes for the article."""

    bias: Mapping[int, float]
    main: frozenset[int]


NO_ADVICE = Advice({}, frozenset())
"""What plain text has."""


def advice(raw: RawDocument, lines: Sequence[Line]) -> Advice:
    """Advice on every line of a page; none for plain text."""
    if not any(line.path for line in lines):
        return NO_ADVICE
    bias = {line.number: _ASIDE for line in lines if beside_story(line.path)}
    for line in lines:
        if line.block is not None and line.block.kind is BlockKind.IMAGE_ALT:
            bias[line.number] = -4.0
    main = main_text(raw.markup) if raw.markup else ""
    if not main:
        return Advice(bias, frozenset())
    inner: set[int] = set()
    whole = {_key(part) for part in main.split("\n")}
    grams = _grams(main)
    for line in lines:
        tokens = _tokens(line.words)
        if len(tokens) < _SHINGLE:
            inside = bool(tokens) and _key(line.words) in whole
        else:
            own = [tuple(tokens[i : i + _SHINGLE]) for i in range(len(tokens) - _SHINGLE + 1)]
            inside = sum(gram in grams for gram in own) >= _SHARE * len(own)
        if inside:
            inner.add(line.number)
        bias[line.number] = bias.get(line.number, 0.0) + (_MAIN if inside else _ELSE)
    for number in inner:
        if {number - 1, number + 1} <= inner:
            bias[number] += _AMID
    return Advice(bias, frozenset(inner))


def beside_story(path: str) -> bool:
    """Whether the elements around a line tell of menus, bars, boxes and forms."""
    return bool(_AROUND.search(path))


def _tokens(words: str) -> list[str]:
    """Words in lower case; wide letters one by one."""
    found: list[str] = []
    for word in _WORDS.findall(words.lower()):
        found.extend(word if "\u3040" <= word[0] <= "\u9fff" or "\uac00" <= word[0] <= "\ud7af" else (word,))
    return found


def _key(words: str) -> str:
    return " ".join(_tokens(words))


def _grams(words: str) -> set[tuple[str, ...]]:
    tokens = _tokens(words)
    return {tuple(tokens[i : i + _SHINGLE]) for i in range(len(tokens) - _SHINGLE + 1)}
