"""Who held which office when: a text that names somebody in office was written in that term."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefing_app.model.span import Span
from briefing_app.paths import resource

_BEFORE = 90
_AFTER = 60
_LEAST_SURNAME = 4
_NOT_NOW = re.compile(
    r"\b(former|ex-?|then|late|previous|predecessor|onetime|one-time|past|outgoing|ousted|deposed|incoming|deputy|vice|assistant|acting|"
    r"was|were|as)\b[-\s]*(\w[\w.]*[-\s]+){0,2}$",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"[\s,-]*(nominee|designate|elect|pick|hopeful|candidate|who was then|who served)\b", re.IGNORECASE)
_JOINED = re.compile(r"[\s,]*(?:(?:of|for|the|at|[A-ZÀ-ÖØ-Þ][\w.’'-]*|[’']s)[\s,]+){0,5}")
_SENTENCE = re.compile(r"(?<=[a-z]{2})[.!?]\s|\n")
_NAME_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]*\w")


@dataclass(frozen=True, slots=True)
class Holder:
    """A row of the table: a person, how texts call the office, its name, first and last day (None: still held when written)."""

    name: str
    called: re.Pattern[str]
    office: str
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in office: where, and the terms that can be meant (several when the same office was held twice)."""

    span: Span
    terms: tuple[Holder, ...]

    def at(self, day: date) -> Holder | None:
        """The term that holds ``day``, or None."""
        return next((term for term in self.terms if term.first <= day <= (term.last or date.max)), None)


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


def named_in_office(text: str, spans: Sequence[Span]) -> tuple[Named, ...]:
    """The people whom ``text`` names beside their office inside ``spans``, each once. "Former" and "elect" do not count."""
    table = holders()
    found: dict[tuple[str, str], Named] = {}
    for span in spans:
        words = text[span.start : min(span.end, span.start + 20_000)]
        for match in _NAME_WORD.finditer(words):
            for key, place, terms in _held(words, match, table):
                found.setdefault(key, Named(Span(span.start + place.start, span.start + place.end), terms))
    return tuple(sorted(found.values(), key=lambda each: each.span))


def _held(
    words: str, match: re.Match[str], table: dict[str, tuple[Holder, ...]]
) -> Iterator[tuple[tuple[str, str], Span, tuple[Holder, ...]]]:
    """Who is named in office by a word that ends a name: the key of person and office, the place, the terms."""
    surname = re.sub(r"[’']s$", "", match[0])
    rows = table.get(surname, ())
    end = match.start() + len(surname)
    full = [row for row in rows if words[:end].endswith(row.name) and _in_office(words, end - len(row.name), end, row)]
    if not full and len(surname) >= _LEAST_SURNAME:
        full = [row for row in rows if _directly_before(words, match.start(), row)]
    for office in dict.fromkeys(row.office for row in full):
        terms = tuple(row for row in full if row.office == office)
        start = match.start() if len(terms[0].name.split()) == 1 or not words[:end].endswith(terms[0].name) else end - len(terms[0].name)
        yield (surname, office), Span(start, end), terms


def _in_office(words: str, start: int, end: int, row: Holder) -> bool:
    """Whether the office stands right before the name, or behind it after a comma."""
    before = _SENTENCE.split(words[max(0, start - _BEFORE) : start])[-1]
    after = _SENTENCE.split(words[end : end + _AFTER])[0]
    if _NOT_YET.match(after):
        return False
    for found in row.called.finditer(before):
        between = before[found.end() :]
        if _JOINED.fullmatch(between) and not _NOT_YET.match(between) and not _NOT_NOW.search(before[: found.start()]):
            return True
    behind = row.called.search(after)
    return bool(behind and re.match(r"\s*,", after) and not re.search(r"\b(was|former|then|ex|and)\b|-elect", after[: behind.end() + 8]))


def _directly_before(words: str, start: int, row: Holder) -> bool:
    """Whether a surname alone follows the office word by word: "President Alvarez"."""
    before = _SENTENCE.split(words[max(0, start - _BEFORE) : start])[-1]
    return any(before[found.end() :].isspace() and not _NOT_NOW.search(before[: found.start()]) for found in row.called.finditer(before))


def _month(words: str, *, last: bool) -> date:
    year, month = map(int, words.split("-"))
    return date(year, month, monthrange(year, month)[1] if last else 1)
