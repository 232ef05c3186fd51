"""Who held which office when: a text that names somebody in office was written in that term."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefing_app.model.span import Span
from briefing_app.paths import resource

_BEFORE = 90
_AFTER = 60
_NOT_NOW = re.compile(
    r"\b(former|ex-?|then|late|previous|predecessor|onetime|one-time|past|outgoing|"
    r"ousted|deposed|by then|nominee|pick|designate|elect)\b[\w\s-]{0,40}$",
    re.I,
)
_NOT_YET = re.compile(r"^['’s]{0,2}[\s,]*(nominee|designate|-elect|elect|['’]s predecessor|who was then)\b", re.I)


@dataclass(frozen=True, slots=True)
class Holder:
    """A row of the table: a person, how texts call the office, its name, first and last day (None: still held when written)."""

    name: str
    called: re.Pattern[str]
    office: str
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody named in office in a text, and the months of the term, widened to whole ones."""

    name: str
    office: str
    first: date
    last: date | None
    span: Span


@lru_cache(maxsize=1)
def holders() -> dict[str, tuple[Holder, ...]]:
    """The table of resources/cleaning/offices.tsv by the last word of the name."""
    found: dict[str, list[Holder]] = {}
    for line in resource("cleaning", "offices.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, called, office, first, last = line.split("\t")
        pattern = re.compile(rf"\b(?:{called})\b", re.IGNORECASE)
        row = Holder(name, pattern, office, _month(first, last=False), _month(last, last=True) if last else None)
        found.setdefault(name.split()[-1], []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def terms_named(text: str, spans: Sequence[Span]) -> tuple[Term, ...]:
    """The terms of the people whom ``text`` names beside their office inside ``spans``, one a person. "Former" ones do not count."""
    table = holders()
    found: dict[str, Term] = {}
    for span in spans:
        words = span.of(text[: span.end])[:20_000] if len(span) > 20_000 else span.of(text)
        for match in _NAME_WORD.finditer(words):
            for row in table.get(match[0], ()):
                if row.name not in found and (place := _in_office(words, match.end(), row)):
                    there = Span(span.start + place.start, span.start + place.end)
                    found[row.name] = Term(row.name, row.office, row.first, row.last, there)
    return _one_term_each(found)


_NAME_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]*\w")


def _in_office(words: str, end: int, row: Holder) -> Span | None:
    """Where the full name stands, ending at ``end``, when the office is named close by in the same sentence."""
    start = end - len(row.name)
    if start < 0 or words[start:end] != row.name:
        return None
    before = words[max(0, start - _BEFORE) : start]
    before = re.split(r"(?<=[a-z]{2})[.!?]\s", before)[-1]
    after = re.split(r"(?<=[a-z]{2})[.!?]\s", words[end : end + _AFTER])[0]
    close = list(row.called.finditer(before))
    if close:
        return None if _NOT_NOW.search(before[: close[-1].start()]) or _NOT_YET.match(after) else Span(start, end)
    found = row.called.search(after)
    return Span(start, end) if found and not _NOT_NOW.search(after[: found.start()]) else None


def _one_term_each(found: dict[str, Term]) -> tuple[Term, ...]:
    return tuple(sorted(found.values(), key=lambda term: term.span))


def _month(words: str, *, last: bool) -> date:
    year, month = map(int, words.split("-"))
    return date(year, month, monthrange(year, month)[1] if last else 1)
