"""A date as the analyst types it: a day, a month, a year, or a stretch of time with one end or two."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from briefing_app.cleaning.calendar import MONTH_OF, WEEKDAY_OF
from briefing_app.model.dates import DateInterval

_EARLIEST, _LATEST = 1000, 2200

_UNTIL = r"not (?:after|later than)|no later than|on or before|until|till|up to|by|<=|≤|nicht nach|bis|au plus tard|jusqu(?:'|e )au?"
_BEFORE = r"before|<|vor|avant"
_SINCE = r"not (?:before|earlier than)|no earlier than|on or after|since|from|starting|>=|≥|nicht vor|seit|ab|depuis"
_AFTER = r"after|>|nach|après"
_ABOUT = re.compile(r"(?:(?:about|around|circa|approximately|probably|ca?\.?|etwa|um|vers)\s+|[~≈]\s*|ca?\.)")
_BOUND = re.compile(rf"(?:(?P<until>{_UNTIL})|(?P<before>{_BEFORE})|(?P<since>{_SINCE})|(?P<after>{_AFTER}))(?<=[<>=≤≥])\s*|"
                    rf"(?:(?P<until2>{_UNTIL})|(?P<before2>{_BEFORE})|(?P<since2>{_SINCE})|(?P<after2>{_AFTER}))\s+")  # fmt: skip
_RANGE = re.compile(r"\s*(?:/?\.{2,}/?|(?<=-\d\d)/|\bto\b|\band\b|\bbis\b|\bund\b|\bau\b|\s-\s|--)\s*")
_SHORT_RANGE = re.compile(r"(\d{1,2}) ?- ?(\d{1,2}\b\.? [^\d\W].*)|([^\d\W]+\.?) ?- ?([^\d\W]+\.? \d{4})|(\d{4}) ?- ?(\d{4})")
_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[/.](\d{4})|(\d{4})年(\d{1,2})月")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{4})(\d\d)(\d\d)|(\d{4})年(\d{1,2})月(\d{1,2})日")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_WORDS = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª)\b")
_FILLING = frozenset(("the", "of", "de", "del", "le", "den", "el", "on"))


class DateMistake(Enum):
    """Why typed words give no date."""

    NOT_READ = "not read"
    NO_SUCH_DAY = "no such day"
    NO_YEAR = "no year"
    EITHER_ORDER = "day and month could be exchanged"
    BACKWARDS = "ends before it begins"


@dataclass(frozen=True, slots=True)
class _Part:
    """What one date says; what it leaves open is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def filled_from(self, later: _Part) -> _Part:
        """With what the end of a range says and this leaves open: the 10 of "10 to 16 Oct 2020" is in October 2020."""
        month = self.month if self.month is not None or self.year is not None or self.day is None else later.month
        return _Part(self.year or later.year, month, self.day)

    def days(self) -> tuple[date, date] | DateMistake:
        """Its first and last day."""
        if self.year is None:
            return DateMistake.NO_YEAR
        if not _EARLIEST <= self.year <= _LATEST:
            return DateMistake.NOT_READ
        first, last = self.month or 1, self.month or 12
        if not 1 <= first <= 12:
            return DateMistake.NO_SUCH_DAY
        end = monthrange(self.year, last)[1]
        if self.day is None:
            return date(self.year, first, 1), date(self.year, last, end)
        if not 1 <= self.day <= end:
            return DateMistake.NO_SUCH_DAY
        return date(self.year, first, self.day), date(self.year, first, self.day)


def typed_date(words: str, today: date) -> DateInterval | DateMistake:
    """The interval that typed words mean, or why they mean none.

    Read are, in any capitals: ``2020``, ``2020-10``, ``Oct 2020``, ``16 Oct 2020``, ``16/10/2020``, ``10..16 Oct 2020``,
    ``5 Oct to 9 Nov 2020``, ``between 5 and 9 Dec 2018``, ``not after 16 Oct 2020``, ``since 2019``, ``../2020-10-16``, ``today``.
    What could be two days is not guessed.
    """
    plain = " ".join(unicodedata.normalize("NFKC", words).replace("–", " - ").replace("—", " - ").lower().split())
    plain = _ORDINAL.sub("", _ABOUT.sub("", plain, count=1) if _ABOUT.match(plain) else plain).strip(" ,")
    if not plain:
        return DateMistake.NOT_READ
    if bound := _BOUND.match(plain):
        return _bounded(bound, plain[bound.end() :], today)
    plain = re.sub(r"^(between|from|zwischen|entre) ", "", plain)
    ends = _ends(plain)
    if ends is None:
        return _between(plain, plain, today)
    return _between(*ends, today)


def _ends(plain: str) -> tuple[str, str] | None:
    """The two ends of a range, an open one empty; None when it is none."""
    if short := _SHORT_RANGE.fullmatch(plain):
        first, last = (group for group in short.groups() if group)
        return first, last
    parts = _RANGE.split(plain, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 and any(parts) else None


def _bounded(bound: re.Match[str], rest: str, today: date) -> DateInterval | DateMistake:
    kind = next(name for name, found in bound.groupdict().items() if found).rstrip("2")
    if kind == "since" and (ends := _ends(rest)) is not None and all(ends):
        return _between(*ends, today)
    days = _days(rest, today)
    if isinstance(days, DateMistake):
        return days
    first, last = days
    return {
        "until": DateInterval(None, last),
        "before": DateInterval(None, first - timedelta(days=1)),
        "since": DateInterval(first, None),
        "after": DateInterval(last + timedelta(days=1), None),
    }[kind]


def _between(start: str, end: str, today: date) -> DateInterval | DateMistake:
    first, last = (_part(words, today) if words else None for words in (start, end))
    if isinstance(first, DateMistake):
        return first
    if isinstance(last, DateMistake):
        return last
    begins = (first.filled_from(last) if last else first).days() if first else None
    finishes = last.days() if last else None
    if isinstance(begins, DateMistake):
        return begins
    if isinstance(finishes, DateMistake):
        return finishes
    if begins and finishes and begins[0] > finishes[1]:
        return DateMistake.BACKWARDS
    return DateInterval(begins[0] if begins else None, finishes[1] if finishes else None)


def _days(words: str, today: date) -> tuple[date, date] | DateMistake:
    part = _part(words, today)
    return part if isinstance(part, DateMistake) else part.days()


def _part(words: str, today: date) -> _Part | DateMistake:
    words = words.strip(" ,")
    relative = {"today": 0, "yesterday": 1, "heute": 0, "gestern": 1, "aujourd'hui": 0, "hier": 1}.get(words)
    if relative is not None:
        day = today - timedelta(days=relative)
        return _Part(day.year, day.month, day.day)
    if found := _YEAR.fullmatch(words):
        return _Part(int(found[1]))
    if found := _ISO.fullmatch(words):
        return _Part(*(int(group) for group in found.groups() if group))
    if found := _MONTH.fullmatch(words):
        a, b = (int(group) for group in found.groups() if group)
        return _Part(max(a, b), min(a, b))
    if found := _SLASHED.fullmatch(words):
        return _slashed(int(found[1]), int(found[3]), int(found[4]), dotted=found[2] == ".")
    return _in_words(words)


def _slashed(a: int, b: int, year: int, *, dotted: bool) -> _Part | DateMistake:
    if dotted or a > 12 or a == b:
        return _Part(year, b, a)
    return _Part(year, a, b) if b > 12 else DateMistake.EITHER_ORDER


def _in_words(words: str) -> _Part | DateMistake:
    """A date with its month in letters, in any order; a day alone."""
    year = month = day = None
    for word in _WORDS.findall(words):
        if word.isdigit() and len(word) == 4 and year is None:
            year = int(word)
        elif word.isdigit() and len(word) <= 2 and day is None:
            day = int(word)
        elif word in MONTH_OF and month is None:
            month = MONTH_OF[word]
        elif word not in WEEKDAY_OF and word not in _FILLING:
            return DateMistake.NOT_READ
    if day is None and month is None:
        return DateMistake.NOT_READ
    return _Part(year, month, day)
