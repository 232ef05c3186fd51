"""Days as texts write them: with or without year, with or without weekday; and dates as markup writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from briefing_app.model.span import Span

_MONTHS = tuple(
    tuple(names.split("|"))
    for names in (
        "january|jan|januar|jänner|janvier|janv|enero|janeiro|gennaio|januari|января|يناير|كانون الثاني|جانفي|stycznia|ocak|січня|जनवरी",
        "february|feb|februar|février|févr|febrero|fevereiro|febbraio|februari|февраля|فبراير|شباط|فيفري|lutego|şubat|лютого|फरवरी",
        "march|mar|märz|mars|marzo|março|maart|марта|مارس|آذار|marca|mart|березня|मार्च",
        "april|apr|avril|abril|aprile|апреля|أبريل|إبريل|ابريل|نيسان|أفريل|kwietnia|nisan|квітня|अप्रैल",
        "may|mai|mayo|maio|maggio|mei|мая|مايو|أيار|ماي|maja|mayıs|травня|मई",
        "june|jun|juni|juin|junio|junho|giugno|июня|يونيو|يونيه|حزيران|جوان|czerwca|haziran|червня|जून",
        "july|jul|juli|juillet|juil|julio|julho|luglio|июля|يوليو|يوليه|تموز|جويلية|lipca|temmuz|липня|जुलाई",
        "august|aug|août|agosto|augustus|августа|أغسطس|اغسطس|آب|أوت|sierpnia|ağustos|серпня|अगस्त",
        "september|sept|sep|septembre|septiembre|setembro|settembre|сентября|سبتمبر|أيلول|września|eylül|вересня|सितंबर",
        "october|oct|oktober|okt|octobre|octubre|outubro|ottobre|октября|أكتوبر|اكتوبر|تشرين الأول|października|ekim|жовтня|अक्टूबर",
        "november|nov|novembre|noviembre|novembro|ноября|نوفمبر|تشرين الثاني|listopada|kasım|листопада|नवंबर",
        "december|dec|dezember|dez|décembre|déc|diciembre|dezembro|dicembre|декабря|ديسمبر|كانون الأول|grudnia|aralık|грудня|दिसंबर",
    )
)
MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
"""The number of a month (1 January) by its name in lower case, short or long, in many languages."""

_WEEKDAYS = (
    ("monday", "mon", "montag", "lundi", "lunes", "lunedì", "الاثنين", "الإثنين"),
    ("tuesday", "tue", "tues", "dienstag", "mardi", "martes", "martedì", "الثلاثاء"),
    ("wednesday", "wed", "mittwoch", "mercredi", "miércoles", "mercoledì", "الأربعاء", "الاربعاء"),
    ("thursday", "thu", "thur", "thurs", "donnerstag", "jeudi", "jueves", "giovedì", "الخميس"),
    ("friday", "fri", "freitag", "vendredi", "viernes", "venerdì", "الجمعة"),
    ("saturday", "sat", "samstag", "sonnabend", "samedi", "sábado", "sabato", "السبت"),
    ("sunday", "sun", "sonntag", "dimanche", "domingo", "domenica", "الأحد", "الاحد"),
)
WEEKDAY_OF = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
"""The number of a weekday (0 Monday) by its name in lower case."""

_M = "|".join(sorted((re.escape(name) for name in MONTH_OF), key=len, reverse=True))
_W = "|".join(sorted((re.escape(name) for name in WEEKDAY_OF), key=len, reverse=True))
_DAY = re.compile(
    rf"(?:\b(?P<weekday>{_W})\b\.?[,،]?\s+(?:the\s+|den\s+|le\s+|el\s+)?)?"
    rf"(?:\b(?P<month>{_M})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|\.\d)|"
    rf"\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(?P<month2>{_M})\b\.?)"
    r"(?:,?\s+(?:de\s+|del\s+)?(?P<year>(?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_WEEKDAY = re.compile(rf"\b(?:{_W})\b", re.IGNORECASE)
_ISO = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?:-(?P<month>\d\d)-(?P<day>\d\d)|(?P<mark>[/.]) ?(?P<month2>\d\d?)(?P=mark) ?"
    r"(?P<day2>\d\d?))(?![\d/]|\.\d)"
)
_EAST = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
_SLASHED = re.compile(r"(?<![\d/])(?P<a>\d{1,2})(?P<mark>[/.]) ?(?P<b>\d{1,2})(?P=mark) ?(?P<year>(?:19|20)\d\d)(?![\d/])")
_CLOCK = re.compile(
    r"[ ,T|·@–-]{0,4}(?:at |um |à |kl\.? )?(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::\d\d)?\s?(?P<half>[ap]\.?m\b\.?)?\s?"
    r"(?P<zone>Z\b|[A-Z]{3,4}\b|(?:UTC|GMT)?[+-]\d\d:?\d\d)",
    re.IGNORECASE,
)
_ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "wet": 0, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2, "eest": 3, "msk": 3,
    "sgt": 8, "hkt": 8, "jst": 9, "kst": 9,
    "aest": 10, "nzst": 12, "edt": -4, "est": -5, "cdt": -5, "mdt": -6, "pdt": -7, "pst": -8,
}  # fmt: skip
_MARKUP = re.compile(
    r"(?P<year>(?:19|20)\d\d)-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[T ]\s?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])(?:[/-]|$)")


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
    if not _DIGIT.search(text, start, end):
        return
    for found in _DAY.finditer(text, start, end):
        month = MONTH_OF[(found["month"] or found["month2"]).lower()]
        weekday = WEEKDAY_OF[found["weekday"].lower()] if found["weekday"] else None
        if _capital(found["month"] or found["month2"]) and (found["month"] or "").lower() != "mart":
            yield from _valid(found, found["year"], month, int(found["day"] or found["day2"]), weekday)
    for found in _ISO.finditer(text, start, end):
        yield from _valid(found, found["year"], int(found["month"] or found["month2"]), int(found["day"] or found["day2"]), None)
    for found in _EAST.finditer(text, start, end):
        yield from _valid(found, found["year"], int(found["month"]), int(found["day"]), None)
    for found in _SLASHED.finditer(text, start, end):
        a, b = int(found["a"]), int(found["b"])
        if a > 12 or found["mark"] == ".":  # dots write the day first
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


def moment_at(text: str, words: DayWords) -> datetime | None:
    """The moment when a time with a time zone that is clear stands right behind a day, else None (BST, IST and CST each mean several)."""
    day, found = words.day_meant(), _CLOCK.match(text, words.span.end, words.span.end + 40)
    if day is None or found is None:
        return None
    hour, minute, zone = int(found["hour"]), int(found["minute"]), found["zone"].lower()
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    try:
        if zone in _ZONES:
            there = timezone(timedelta(hours=_ZONES[zone]))
        elif zone[-1].isdigit():
            there = _zone(zone.lstrip("utcgm"))
        else:
            return None
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=there)
    except ValueError:
        return None


def weekdays_in(text: str, start: int, end: int) -> Iterator[tuple[Span, int]]:
    """The weekdays named in ``text[start:end]`` (0 Monday), abbreviations left out."""
    for found in _WEEKDAY.finditer(text, start, end):
        if len(found[0]) > 5:
            yield Span(*found.span()), WEEKDAY_OF[found[0].lower()]


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
