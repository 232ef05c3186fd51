"""Finds dates, weekdays and words like "last month" and resolves them against the day of writing; never guesses a year."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from briefing_app.language.holidays import holiday_at
from briefing_app.language.lines import Line
from briefing_app.language.pack import LangPack
from briefing_app.language.syntax import Tag, Token
from briefing_app.language.words import listed
from briefing_app.model.dates import DateInterval, day_interval
from briefing_app.model.findings import DateMention
from briefing_app.model.span import Span

_EARLIEST, _LATEST = 1000, 2200
_DAY_ENDINGS = ("st", "nd", "rd", "th", ".")
_PARTS_OF_YEAR = {"week": 7, "month": 30, "year": 365}
_WIDEST_DAYS = 31
_YEAR_LEADS = listed(
    """
    in since by until during of from before after through for to between early late mid spring summer autumn fall winter seit bis en
    depuis
    """
)
_AT_WEEKENDS = listed("over at during on")
_SATURDAY = 5
_TILL = listed("until till by bis ab jusqu'en jusqu'à")
_TO_COME = listed("will shall would won't wird werden soll sollen sera seront due scheduled expected")
_OVER = listed("had was were did hatte hatten war waren wurde wurden avait était")
_CLAUSE_ENDS = frozenset({Tag.STOP, Tag.SEMICOLON, Tag.COLON, Tag.QUOTE})
_SHORT_AMBIGUOUS = frozenset(["may", "march", "mar", "sun", "sat", "wed", "mon", "jan", "mai", "mars"])

Found = tuple[int, DateInterval | None]
"""The token after the date, and what it means."""


def find_dates(lines: Sequence[Line], written: DateInterval | None, pack: LangPack) -> tuple[DateMention, ...]:
    """Every date in order; ``written`` (at most a month wide) resolves what leans on the day of writing."""
    reference = _reference(written)
    found: list[DateMention] = []
    for line in lines:
        index = 0
        while index < len(line.tokens):
            one = _date_at(line.tokens, index, reference, pack)
            if one is None:
                index += 1
                continue
            end, interval = one
            found.append(DateMention(Span(line.tokens[index].start, line.tokens[end - 1].end), interval))
            index = end
    return tuple(found)


def _reference(written: DateInterval | None) -> tuple[date, date] | None:
    if written is None or written.first is None or written.last is None or (written.last - written.first).days > _WIDEST_DAYS:
        return None
    return written.first, written.last


def _date_at(tokens: list[Token], index: int, reference: tuple[date, date] | None, pack: LangPack) -> Found | None:
    counting = pack.counting
    low = tokens[index].low.rstrip(".")
    capital = tokens[index].text[0].isupper()
    if low in counting.weekdays and (capital or pack.code != "en"):
        if low in _SHORT_AMBIGUOUS and not tokens[index].text.endswith("."):
            return None
        return _weekday(tokens, index, reference, pack)
    if low in counting.months and (capital or pack.code == "fr"):
        return _month_first(tokens, index, reference, pack)
    if (day := _day_number(tokens[index])) is not None and (found := _day_first(tokens, index, day, reference, pack)):
        return found
    if (year := _year(tokens[index])) is not None and index and tokens[index - 1].low in _YEAR_LEADS | {"("}:
        return index + 1, _year_interval(year)
    if iso := _iso(tokens, index):
        return iso
    if pack.code == "en" and (holiday := holiday_at(tokens, index, reference[1] if reference else None)):
        return holiday
    return _relative(tokens, index, reference)


def _iso(tokens: list[Token], index: int) -> Found | None:
    """2026-03-02, in five tokens."""
    if index + 4 >= len(tokens) or tokens[index + 1].text != "-" or tokens[index + 3].text != "-":
        return None
    pieces = [tokens[index + i].text for i in (0, 2, 4)]
    if not all(piece.isdecimal() for piece in pieces) or [len(piece) for piece in pieces] != [4, 2, 2]:
        return None
    day = _day(int(pieces[0]), int(pieces[1]), int(pieces[2]))
    return (index + 5, day_interval(day)) if day else None


def _weekday(tokens: list[Token], index: int, reference: tuple[date, date] | None, pack: LangPack) -> Found:
    """``Friday``, ``Friday 16 October``, ``Friday, October 16, 2020``."""
    after = index + 1
    while after < len(tokens) and after <= index + 2 and tokens[after].low in (",", "the", "den", "le"):
        after += 1
    weekday = pack.counting.weekdays[tokens[index].low.rstrip(".")]
    if after < len(tokens):
        low = tokens[after].low.rstrip(".")
        inner = None
        if low in pack.counting.months and tokens[after].text[0].isupper():
            inner = _month_first(tokens, after, reference, pack)
        elif (day := _day_number(tokens[after])) is not None:
            inner = _day_first(tokens, after, day, reference, pack)
        if inner is not None and inner[0] > after + 1:
            return inner
    if reference is None:
        return index + 1, None
    leads = tokens[index - 1].low if index else ""
    if leads not in ("next", "last") and _looks_ahead(tokens, index):
        coming = {end + timedelta(days=(weekday - end.weekday()) % 7) for end in reference}
        return index + 1, DateInterval(min(coming), max(coming))
    days = {_near_weekday(end, weekday, ahead=leads == "next") for end in reference}
    if leads == "next" or len(days) > 1:
        return index + 1, DateInterval(min(days), max(days)) if len(days) > 1 else day_interval(days.pop())
    return index + 1, day_interval(days.pop())


def _near_weekday(written: date, weekday: int, ahead: bool) -> date:
    """News means the last such day, the day of writing included; "next" the first one after it."""
    if ahead:
        return written + timedelta(days=(weekday - written.weekday() - 1) % 7 + 1)
    return written - timedelta(days=(written.weekday() - weekday) % 7)


def _month_first(tokens: list[Token], index: int, reference: tuple[date, date] | None, pack: LangPack) -> Found | None:
    """``October 16, 2020``, ``October 16``, ``October 2020``, ``October``."""
    month = pack.counting.months[tokens[index].low.rstrip(".")]
    end = index + 1
    if end < len(tokens) and (day := _day_number(tokens[end])) is not None and not _counts(tokens, end):
        end += 1
        year = None
        if end + 1 < len(tokens) and tokens[end].text == "," and (year := _year(tokens[end + 1])) is not None:
            end += 2
        elif end < len(tokens) and (year := _year(tokens[end])) is not None:
            end += 1
        return end, _resolved_day(year, month, day, reference)
    if end < len(tokens) and tokens[end].low == "of" and end + 1 < len(tokens) and _year(tokens[end + 1]):
        end += 1
    if end < len(tokens) and (year := _year(tokens[end])) is not None:
        return end + 1, _month_interval(year, month)
    leads = tokens[index - 1].low if index else ""
    if tokens[index].low in _SHORT_AMBIGUOUS and leads not in _YEAR_LEADS | {"last", "next", "this", "late", "early"}:
        return None
    return end, _resolved_month(month, reference, leads, leads != "last" and _looks_ahead(tokens, index))


def _looks_ahead(tokens: list[Token], index: int) -> bool:
    """Whether the words before say that the date is still to come: "until October", "will meet in March"; not "had been shut until"."""
    first = next((k + 1 for k in range(index - 1, -1, -1) if tokens[k].tag in _CLAUSE_ENDS), 0)
    before = [token.low for token in tokens[first:index]]
    nearest = next((low for low in reversed(before) if low in _TO_COME or low in _OVER), "")
    if before and before[-1] in _TILL:
        return nearest not in _OVER
    return nearest in _TO_COME


def _counts(tokens: list[Token], index: int) -> bool:
    """``May 16 people``: the number counts what follows."""
    return index + 1 < len(tokens) and tokens[index + 1].text == "%"


def _day_first(tokens: list[Token], index: int, day: int, reference: tuple[date, date] | None, pack: LangPack) -> Found | None:
    """``16 October 2020``, ``16th of October``."""
    end = index + 1
    while end < len(tokens) and tokens[end].low in ("of", ".") and end <= index + 1:
        end += 1
    if end >= len(tokens) or tokens[end].low.rstrip(".") not in pack.counting.months:
        return None
    if not tokens[end].text[0].isupper() and pack.code == "en":
        return None
    month = pack.counting.months[tokens[end].low.rstrip(".")]
    end += 1
    if end < len(tokens) and _day_number(tokens[end]) is not None and _is_count(tokens, index, end):
        return None
    year = _year(tokens[end]) if end < len(tokens) else None
    if year is None and end + 1 < len(tokens) and tokens[end].text == ",":
        year = _year(tokens[end + 1])
        end += 1 if year is not None else 0
    return end + (year is not None), _resolved_day(year, month, day, reference)


def _is_count(tokens: list[Token], number: int, day: int) -> bool:
    """``the 19 Sept. 11 hijackers``: the number before the month counts, the one behind it is the day."""
    following = tokens[day + 1] if day + 1 < len(tokens) else None
    return tokens[number].text.isdecimal() and following is not None and following.tag is Tag.WORD


def _day_number(token: Token) -> int | None:
    word = token.low
    for ending in _DAY_ENDINGS:
        word = word.removesuffix(ending)
    return int(word) if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31 else None


def _year(token: Token) -> int | None:
    return (
        int(token.text)
        if len(token.text) == 4 and token.text.isascii() and token.text.isdecimal() and _EARLIEST <= int(token.text) <= _LATEST
        else None
    )


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1] else None


def _resolved_day(year: int | None, month: int, day: int, reference: tuple[date, date] | None) -> DateInterval | None:
    """A stated year counts; else the day nearest to the writing."""
    if year is not None:
        known = _day(year, month, day)
        return day_interval(known) if known else None
    if reference is None:
        return None
    near = [found for year in range(reference[1].year - 1, reference[1].year + 2) if (found := _day(year, month, day))]
    return day_interval(min(near, key=lambda found: abs((found - reference[1]).days))) if near else None


def _resolved_month(month: int, reference: tuple[date, date] | None, leads: str, ahead: bool) -> DateInterval | None:
    """A bare month is the last one begun, unless "next" stands before it or it lies ``ahead``."""
    if reference is None:
        return None
    year = reference[1].year
    if ahead:
        year += month < reference[1].month
    elif leads == "next":
        year += month <= reference[1].month
    elif (month > reference[1].month and (month - reference[1].month) > 2) or (leads == "last" and month >= reference[1].month):
        year -= 1
    return _month_interval(year, month)


def _month_interval(year: int, month: int) -> DateInterval:
    return DateInterval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _year_interval(year: int) -> DateInterval:
    return DateInterval(date(year, 1, 1), date(year, 12, 31))


def _relative(tokens: list[Token], index: int, reference: tuple[date, date] | None) -> Found | None:
    """``yesterday``, ``last month``, ``earlier this week``, ``at the end of last month``."""
    low = tokens[index].low
    days = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "heute": 0, "gestern": -1, "hier": None}.get(low, "none")
    if isinstance(days, int):
        return index + 1, _shifted(reference, days) if reference else None
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if low in ("the", "last", "this", "next") and following == "weekend":
        before = tokens[index - 1].low if index else ""
        lead = "next" if low == "the" and _looks_ahead(tokens, index) else low
        return (index + 2, _weekend(lead, reference)) if low != "the" or before in _AT_WEEKENDS else None
    if low in ("last", "this", "next") and following in _PARTS_OF_YEAR:
        return index + 2, _period(tokens[index + 1].low, {"last": -1, "this": 0, "next": 1}[low], reference)
    return None


def _weekend(lead: str, reference: tuple[date, date] | None) -> DateInterval | None:
    """Saturday and Sunday; of "this weekend" both the one before and the one behind, of "last weekend" the two before."""
    if reference is None:
        return None
    saturday = reference[1] - timedelta(days=(reference[1].weekday() - _SATURDAY) % 7)
    first, last = {"the": (0, 1), "last": (-7, 1), "this": (0, 8), "next": (7, 15)}[lead]
    return DateInterval(saturday + timedelta(days=first), saturday + timedelta(days=last))


def _shifted(reference: tuple[date, date], days: int) -> DateInterval:
    return DateInterval(reference[0] + timedelta(days=days), reference[1] + timedelta(days=days))


def _period(unit: str, step: int, reference: tuple[date, date] | None) -> DateInterval | None:
    if reference is None:
        return None
    written = reference[1]
    if unit == "week":
        monday = written - timedelta(days=written.weekday()) + timedelta(weeks=step)
        return DateInterval(monday, monday + timedelta(days=6))
    if unit == "month":
        months = written.year * 12 + written.month - 1 + step
        return _month_interval(months // 12, months % 12 + 1)
    return _year_interval(written.year + step)
