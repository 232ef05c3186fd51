"""Which lines around the story have nothing to do with it, by the words that they share with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from briefing_app.cleaning.furniture import speaks_to_reader, turns_to_reader
from briefing_app.cleaning.lines import Label, Line
from briefing_app.language import detect, idf, pack_for
from briefing_app.model.article import ZoneKind

_LEAST_STORY = 600
_SMALL = 0.35
_STRANGE = 0.12
_FOREIGN = 0.3
_FOREIGN_PLEA = 0.4
_FOOT_LINES = 3
_LONGEST_FOOT = 420
_ENOUGH_TO_DETECT = 2000
_MOST_LINES = 400
_FEWEST_STEMS = 2
_ORDINARY = 3.5
"""Weight (-log10 of the share among all words) below which a word says nothing about kinship: one in three thousand."""

_LEAST_WEIGHT = 0.05
_BREAKS = frozenset({ZoneKind.BOILERPLATE, ZoneKind.TEASER, ZoneKind.COMMENT})
_PAGE = re.compile(r"\b(pages?|pp?\.|seiten?|pages?|páginas?|pagina|стр\.) ?[A-Z]?\d{1,3}\b", re.IGNORECASE)
_QUOTED = re.compile('“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|"[^"]*"?|「[^」]*」?')
_SHORT_QUOTE = 26
_TALKATIVE = 0.34


def strangers(lines: Sequence[Line], story: Sequence[bool], known: Mapping[int, Label], paper: str = "") -> dict[int, Label]:
    """Labels of lines taken for the story so far that stand apart from it and share (nearly) none of its weighed words.

    Stretches behind the largest one, cut off from it by furniture, go when they are small; of the last lines of the text also single ones
    that speak to the reader, point to a page, or name the ``paper``. Short stories prove nothing: they keep everything.
    """
    stretches = _stretches(lines, story, known)
    if not stretches or len(lines) > _MOST_LINES:
        return {}
    masses = [sum(line.size for line in each if line.prose_score > 0) for each in stretches]
    most = max(masses)
    if most < _LEAST_STORY:
        return {}
    main = masses.index(most)
    words = _Words(stretches[main], paper)
    found: dict[int, Label] = {}
    last = len(stretches) - 1
    while last > main and masses[last] < _SMALL * most and not _quotes(stretches[last]) and words.share(stretches[last]) < _STRANGE:
        headlines = sum(not line.ends_sentence for line in stretches[last])
        kind = ZoneKind.TEASER if 2 * headlines >= len(stretches[last]) else ZoneKind.BOILERPLATE
        for line in stretches[last]:
            found[line.number] = Label(kind, "behind furniture, and shares no words with the story", 0.65)
        last -= 1
    found.update(_foot(stretches[: last + 1], words, paper))
    return found


def _stretches(lines: Sequence[Line], story: Sequence[bool], known: Mapping[int, Label]) -> list[list[Line]]:
    """Runs of story lines without a label, broken where other things stand between them."""
    found: list[list[Line]] = []
    whole = False
    for line in lines:
        label = known.get(line.number)
        if story[line.number] and label is None:
            if not whole:
                found.append([])
            found[-1].append(line)
            whole = True
        elif label is None or label.kind in _BREAKS:
            whole = False
    return found


def _foot(stretches: Sequence[Sequence[Line]], words: _Words, paper: str) -> dict[int, Label]:
    """House lines among the last lines of the story, from the last upwards until one belongs to it."""
    found: dict[int, Label] = {}
    every = [line for each in stretches for line in each]
    for line in reversed(every[max(1, len(every) - _FOOT_LINES) :]):
        own = bool(_PAGE.search(line.words)) + bool(paper and _names(line, paper))
        signs = speaks_to_reader(line) + own if own or turns_to_reader(line) else 0
        if not signs or len(line.span) > _LONGEST_FOOT or _quotes([line]):
            break
        if words.share([line], without=True) >= (_FOREIGN if signs == 1 else _FOREIGN_PLEA):
            break
        if not found and sum(bool(turns_to_reader(each)) for each in every) > _TALKATIVE * len(every):
            break
        found[line.number] = Label(ZoneKind.BOILERPLATE, "a house line at the foot: shares no words with the story", 0.65)
    return found


def _quotes(lines: Sequence[Line]) -> bool:
    """Whether somebody speaks in the lines: more than a quoted name."""
    return any(len(found) >= _SHORT_QUOTE for line in lines for found in _QUOTED.findall(line.words))


def _names(line: Line, paper: str) -> bool:
    """Whether the line names the paper, whole or by its last word."""
    return paper in line.words or bool(re.search(rf"\b{re.escape(paper.split()[-1])}\b", line.words, re.IGNORECASE))


class _Words:
    """The weighed words of the story: how much of another line's words it has. Read when first asked: few texts have lines to ask about."""

    def __init__(self, story: Sequence[Line], paper: str) -> None:
        self._story = story
        self._paper = frozenset(paper.lower().split())

    @cached_property
    def _language(self) -> str:
        return detect("\n".join(line.words for line in self._story)[:_ENOUGH_TO_DETECT])[0]

    @cached_property
    def _lines(self) -> dict[int, set[str]]:
        return {line.number: self._stems([line]) for line in self._story}

    def share(self, lines: Sequence[Line], *, without: bool = False) -> float:
        """Share of the weight of the lines' words that the story has too (0 to 1); ``without`` leaves the lines themselves out of it."""
        own = self._stems(lines)
        if len(own) < _FEWEST_STEMS:
            return 1.0
        numbers = {line.number for line in lines} if without else set[int]()
        story = set[str]().union(*(stems for number, stems in self._lines.items() if number not in numbers))
        weights = {stem: max(_LEAST_WEIGHT, idf(stem, self._language) - _ORDINARY) for stem in own}
        return sum(weights[stem] for stem in own & story) / sum(weights.values())

    def _stems(self, lines: Sequence[Line]) -> set[str]:
        pack = pack_for(self._language)
        return {
            word.stem
            for line in lines
            for word in pack.words(line.words)
            if not pack.is_stop(word.text) and not word.text.isdigit() and word.text.lower() not in self._paper
        }
