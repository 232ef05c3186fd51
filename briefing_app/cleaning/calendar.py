"""Days as texts write them: with or without year, with or without weekday; and dates as markup writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from briefing_app.model.span import Span

_MONTHS = (
    ("january", "jan", "januar", "jänner", "janvier", "janv", "enero", "janeiro", "gennaio", "januari", "января"),
    ("february", "feb", "februar", "février", "févr", "febrero", "fevereiro", "febbraio", "februari", "февраля"),
    ("march", "mar", "märz", "mars", "marzo", "março", "maart", "марта"),
    ("april", "apr", "avril", "abril", "aprile", "апреля"),
    ("may", "mai", "mayo", "maio", "maggio", "mei", "мая"),
    ("june", "jun", "juni", "juin", "junio", "junho", "giugno", "июня"),
    ("july", "jul", "juli", "juillet", "juil", "julio", "julho", "luglio", "июля"),
    ("august", "aug", "août", "agosto", "augustus", "августа"),
    ("september", "sept", "sep", "septembre", "septiembre", "setembro", "settembre", "сентября"),
    ("october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "ottobre", "октября"),
    ("november", "nov", "novembre", "noviembre", "novembro", "ноября"),
    ("december", "dec", "dezember", "dez", "décembre", "déc", "diciembre", "dezembro", "dicembre", "декабря"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_WEEKDAYS = (
    ("monday", "mon", "montag", "lundi", "lunes", "lunedì"),
    ("tuesday", "tue", "tues", "dienstag", "mardi", "martes", "martedì"),
    ("wednesday", "wed", "mittwoch", "mercredi", "miércoles", "mercoledì"),
    ("thursday", "thu", "thur", "thurs", "donnerstag", "jeudi", "jueves", "giovedì"),
    ("friday", "fri", "freitag", "vendredi", "viernes", "venerdì"),
    ("saturday", "sat", "samstag", "sonnabend", "samedi", "sábado", "sabato"),
    ("sunday", "sun", "sonntag", "dimanche", "domingo", "domenica"),
)
_WEEKDAY_OF = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}

_M = "|".join(sorted((re.escape(name) for name in _MONTH_OF), key=len, reverse=True))
_W = "|".join(sorted((re.escape(name) for name in _WEEKDAY_OF), key=len, reverse=True))
_DAY = re.compile(
    rf"(?:\b(?P<weekday>{_W})\b\.?,?\s+(?:the\s+|den\s+|le\s+|el\s+)?)?"
    rf"(?:\b(?P<month>{_M})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|\.\d)|"
    rf"\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(?P<month2>{_M})\b\.?)"
    r"(?:,?\s+(?:de\s+|del\s+)?(?P<year>(?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_EAST = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
_SLASHED = re.compile(r"(?<![\d/])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?![\d/])")
_MARKUP = re.compile(
    r"(?P<year>(?:19|20)\d\d)-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[T ]\s?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])(?:[/-]|$)")
_MONTH_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])/")


@dataclass(frozen=True, slots=True)
class DayWords:
    """A day in a text. ``year`` and ``weekday`` (0 Monday) are None when not written; ``either`` when day and month can be exchanged."""

    span: Span
    year: int | None
    month: int
    day: int
    weekday: int | None = None
    either: bool = False

    def day_meant(self) -> date | None:
        """The one day that is meant, None without a year or when the words are ambiguous."""
        return None if self.year is None or self.either else in_year(self, self.year)

    def readings(self) -> tuple[date, ...]:
        """Every day that words with a year can mean, earliest first."""
        if self.year is None:
            return ()
        swapped = DayWords(self.span, self.year, self.day, self.month) if self.either else self
        return tuple(sorted({found for each in (self, swapped) if (found := in_year(each, self.year))}))


def days_in(text: str, start: int = 0, end: int | None = None) -> Iterator[DayWords]:
    """The days written in ``text[start:end]``, in order of their form, then of the text."""
    end = len(text) if end is None else end
    for found in _DAY.finditer(text, start, end):
        month = _MONTH_OF[(found["month"] or found["month2"]).lower()]
        weekday = _WEEKDAY_OF[found["weekday"].lower()] if found["weekday"] else None
        if _capital(found["month"] or found["month2"]):
            yield from _valid(found, found["year"], month, int(found["day"] or found["day2"]), weekday)
    for pattern in (_ISO, _EAST):
        for found in pattern.finditer(text, start, end):
            yield from _valid(found, found["year"], int(found["month"]), int(found["day"]), None)
    for found in _SLASHED.finditer(text, start, end):
        a, b = int(found["a"]), int(found["b"])
        if a > 12:
            yield from _valid(found, found["year"], b, a, None)
        elif b > 12:
            yield from _valid(found, found["year"], a, b, None)
        elif a and b:
            yield DayWords(Span(*found.span()), int(found["year"]), b, a, either=a != b)


def in_year(words: DayWords, year: int) -> date | None:
    """The day of that year, None when the year has no such day or it is another weekday."""
    try:
        found = date(year, words.month, words.day)
    except ValueError:
        return None
    return found if words.weekday is None or found.weekday() == words.weekday else None


def markup_date(value: str) -> tuple[date, datetime | None] | None:
    """Day (in its own time zone) and moment of a date as markup writes it (ISO 8601 and near it); no moment without a zone.

    Dates in words ("Oct 16, 2020") are read too; an ambiguous one (03/04/2020) is not.
    """
    found = _MARKUP.search(value)
    if not found:
        day = next((each.day_meant() for each in days_in(value) if each.day_meant()), None)
        return (day, None) if day else None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        if found["hour"] is None or found["zone"] is None:
            return day, None
        hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
        moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=_zone(found["zone"]))
    except ValueError:
        return None
    return day, moment


def address_date(address: str) -> date | None:
    """The day in an address like ``/2019/11/19/``, or None."""
    found = _IN_ADDRESS.search(address)
    if not found:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _zone(words: str) -> timezone:
    if words in ("Z", "UTC", "GMT"):
        return UTC
    ahead = timedelta(hours=int(words[1:3]), minutes=int(words[-2:]))
    return timezone(ahead if words[0] == "+" else -ahead)


def _capital(month: str) -> bool:
    """English and German months are capitalised; "may 3" and "mar 5" in lower case are other words."""
    return month[0].isupper() or month.lower() not in ("may", "mar", "march", "jan", "dec", "mai", "sep", "sept", "set")


def _valid(found: re.Match[str], year: str | None, month: int, day: int, weekday: int | None) -> Iterator[DayWords]:
    if 1 <= month <= 12 and 1 <= day <= 31:
        end = found.end() - (found[0].endswith(".") and len(found[0].split()[-1]) > 5)
        yield DayWords(Span(found.start(), end), int(year) if year else None, month, day, weekday)
