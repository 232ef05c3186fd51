"""Hides what is worth a try beside a query: what was mistyped, what hides articles from it, what asks less."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from briefing_app.language import PACKS
from briefing_app.library.index.filters import narrowers
from briefing_app.library.index.index import Asked
from briefing_app.library.index.spelling import Slip
from briefing_app.library.index.tree import Field as Where
from briefing_app.library.index.tree import InZone, Node, Placed, Word, parts_of
from briefing_app.library.widening import wider
from briefing_app.model.search import Advice, AdviceKind, narrowed

_FEW: Final = 3
"""Hits up to which what hides articles is told even when nothing is wrong with the query."""
_MOST_WIDER: Final = 3
_LONGEST_S: Final = 0.1
"""Seconds of processor time in which other queries are tried; what comes later is no longer."""
_EVERYWHERE: Final = "in:anywhere"


@dataclass(frozen=True, slots=True)
class Findings:
    """What a query found: how many articles, how many more lie in the trash, its likely slips, the languages of the library."""

    total: int
    trashed: int
    slips: tuple[Slip, ...]
    languages: tuple[str, ...]


def advice_on(query: str, asked: Asked, found: Findings, count: Callable[[str], int]) -> tuple[Advice, ...]:
    """Other queries that find something, each once, the likeliest cure first. ``count`` says how many articles a query finds."""
    advice: dict[str, Advice] = {}
    until = time.thread_time() + _LONGEST_S
    for kind, about, other in _candidates(query, asked, found):
        if kind is AdviceKind.TRASH:
            advice["\0"] = Advice(kind, about, query, found.trashed)
        elif other != query.strip() and other not in advice and time.thread_time() < until:
            finds = count(other)
            if finds > (found.total if kind in (AdviceKind.FILTER, AdviceKind.ZONES) else 0):
                advice[other] = Advice(kind, about, other, finds)
    wide = [one for one in advice.values() if one.kind is AdviceKind.WIDER][_MOST_WIDER:]
    return tuple(one for one in advice.values() if one not in wide)


def _candidates(query: str, asked: Asked, found: Findings) -> Iterator[tuple[AdviceKind, str, str]]:
    for mistake in asked.mistakes:
        if mistake.instead:
            yield AdviceKind.MISTAKE, mistake.instead, _replaced(query, mistake.start, mistake.end, mistake.instead)
    if found.slips:
        mended = query
        for slip in reversed(found.slips):
            mended = _replaced(mended, slip.start, slip.end, slip.meant)
        yield AdviceKind.SPELLING, " ".join(slip.meant for slip in found.slips), mended
    parts = narrowers(query)
    for part in parts:
        yield AdviceKind.FILTER, part.words, part.without
    if len(parts) > 1:
        yield AdviceKind.FILTER, " ".join(part.words for part in parts), _without_all(query)
    if found.total > _FEW or _looks_beside(asked.node):
        return
    if _looks_in_the_story(asked.node):
        yield AdviceKind.ZONES, _EVERYWHERE, narrowed(query, _EVERYWHERE)
    if found.trashed:
        yield AdviceKind.TRASH, "", query
    if found.total:
        return
    words = list(_words(asked.node))
    if not set(found.languages) <= {*PACKS, "und"} and len(words) == 1:
        yield AdviceKind.ENDINGS, f"{words[0]}*", query.replace(words[0], f"{words[0]}*", 1)
    for other in wider(query):
        yield AdviceKind.WIDER, other, other


def _without_all(query: str) -> str:
    while parts := narrowers(query):
        query = parts[0].without
    return query


def _replaced(query: str, start: int, end: int, words: str) -> str:
    return f"{query[:start]}{words}{query[end:]}"


def _looks_beside(node: Node) -> bool:
    """Whether notes or briefings are meant, not articles."""
    if isinstance(node, Placed | InZone):
        return node.field in (Where.NOTES, Where.BRIEFINGS)
    return any(map(_looks_beside, parts_of(node)))


def _looks_in_the_story(node: Node) -> bool:
    if isinstance(node, Placed):
        return node.field is Where.STORY
    return not isinstance(node, InZone) and any(_looks_in_the_story(part) for part in parts_of(node))


def _words(node: Node) -> Iterator[str]:
    if isinstance(node, Word) and node.field is Where.STORY:
        yield node.text
    for part in parts_of(node):
        yield from _words(part)
