"""When an article was published: the day that is said, else bounds by what the text itself proves. Never invented."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from briefing_app.cleaning.calendar import DayWords, days_in, in_year, weekdays_in
from briefing_app.cleaning.comments import STAMP
from briefing_app.cleaning.offices import Holder, Named, named_in_office
from briefing_app.cleaning.stated_day import day_said
from briefing_app.cleaning.zones import Labelled
from briefing_app.model.article import TOLD, Attested, Evidence, ZoneKind
from briefing_app.model.dates import DateInterval, day_interval
from briefing_app.model.document import RawDocument
from briefing_app.model.span import Span

_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,30}?((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?", re.IGNORECASE)
_LATER = re.compile(
    r"\b(will|to be|would|due|scheduled|planned|expected|plans?|next|upcoming|deadline|by|until|before|"
    r"set|slated|through|effective|starting|beginning|begins?|takes? effect|vote on|ahead of|from)\b",
    re.IGNORECASE,
)
_WIDEST = timedelta(days=366 * 8)
_AFTERWARDS = timedelta(days=60)
_LEAD_REACH = 500
_HANDOVER = timedelta(days=62)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is proven so far: not before ``first``, not after ``last`` (None: open), and why."""

    first: date | None = None
    last: date | None = None
    why: tuple[Evidence, ...] = ()

    def narrowed(self, first: date | None, last: date | None, evidence: Evidence) -> Bounds | None:
        """Both together, None when they contradict each other."""
        low = max(filter(None, (self.first, first)), default=None)
        high = min(filter(None, (self.last, last)), default=None)
        if low and high and low > high:
            return None
        return Bounds(low, high, (*self.why, evidence))


def published(raw: RawDocument, labelled: Labelled, url: str | None) -> Attested[DateInterval]:
    """The day of publication, an interval that holds it, or unknown (evidence is kept then too, with confidence 0).

    Teasers are never evidence; readers' comments bound it from above.
    """
    return day_said(raw, labelled, url) or _reasoned(raw, labelled)


def _reasoned(raw: RawDocument, labelled: Labelled) -> Attested[DateInterval]:
    """Bounds from comments, copyright lines and offices held; then days without a year that fit one year only."""
    bounds = _bounds(raw, labelled)
    days = _told_days(raw, labelled)
    for words in sorted(days, key=lambda each: (each.weekday is None, each.span.start)):
        if words.year is None and (exact := _only_year(raw, words, bounds, labelled)):
            return exact
    if agreed := _year_of_page(raw, days, labelled):
        return agreed
    page = _page_bounds(raw, labelled)
    if head := _latest_head(raw, days, page, labelled):
        page = page.narrowed(None, *head) or page
        bounds = bounds.narrowed(None, *head) or bounds
    bounds = _after_told_days(raw, days, page if page.last else bounds)
    if bounds.first is None and bounds.last is None:
        return Attested(None, (*_yearless(raw, days, labelled), *bounds.why), 0.0)
    if bounds.first and bounds.last and bounds.last - bounds.first > _WIDEST:
        return Attested(None, (*_yearless(raw, days, labelled), *bounds.why), 0.0)
    interval = DateInterval(bounds.first, bounds.last)
    narrow = bounds.first is not None and bounds.last is not None and bounds.last - bounds.first <= _AFTERWARDS
    return Attested(interval, bounds.why, 0.6 if narrow else 0.5 if bounds.last and not bounds.first else 0.4, inferred=True)


def _bounds(raw: RawDocument, labelled: Labelled) -> Bounds:
    bounds = _page_bounds(raw, labelled)
    for first, last, evidence in _office_bounds(raw, labelled):
        bounds = bounds.narrowed(first, last, evidence) or bounds
    return bounds


def _page_bounds(raw: RawDocument, labelled: Labelled) -> Bounds:
    bounds = Bounds()
    for first, last, evidence in (*_comment_bound(raw, labelled), *_copyright_bound(labelled)):
        bounds = bounds.narrowed(first, last, evidence) or bounds
    return bounds


_Proof = tuple[date | None, date | None, Evidence]


def _comment_bound(raw: RawDocument, labelled: Labelled) -> list[_Proof]:
    """The article is not later than its earliest comment. A day that can be read in two ways counts as the later one."""
    found: list[tuple[date, Span]] = []
    for line, label in zip(labelled.lines, labelled.labels, strict=True):
        if label.kind is ZoneKind.COMMENT and len(line.span) < 200 and STAMP.search(line.words):
            words = next(days_in(raw.text, line.span.start, line.span.end), None)
            if words and words.readings():
                found.append((words.readings()[-1], words.span))
    if not found:
        return []
    day, span = min(found)
    return [(None, day, Evidence(span.of(raw.text), "earliest comment: not published after it", span))]


def _copyright_bound(labelled: Labelled) -> list[_Proof]:
    """The page was made in the year after that of its copyright line at the latest: of seven sites one has not renewed it in time."""
    for line, label in zip(labelled.lines, labelled.labels, strict=True):
        if label.kind is ZoneKind.BOILERPLATE and len(line.span) < 400 and (found := _COPYRIGHT.search(line.words)):
            span = Span(line.span.start + found.start(), line.span.start + found.end())
            year = int(found[2] or found[1])
            return [(None, date(year + 1, 12, 31), Evidence(found[0], "copyright line: not published after the next year", span))]
    return []


def _office_bounds(raw: RawDocument, labelled: Labelled) -> list[_Proof]:
    """People named in office: the text was written while they held it.

    Used when at least two thirds of them were in office together, and only at one time; else the evidence is kept without bounds.
    """
    people = _current(named_in_office(raw.text, [zone.span for zone in labelled.zones if zone.kind in TOLD]))
    days = {term.first for each in people for term in each.terms}
    counts = {day: sum(each.at(day) is not None for each in people) for day in days}
    most = max(counts.values(), default=0)
    times = [_together(people, day) for day in sorted(days) if counts[day] == most]
    times = [(first, last) for first, last in times if last - first > _HANDOVER]
    if not times or 3 * most < 2 * len(people):
        return []
    if any(last < first for (_, last), (first, _) in pairwise(times)):
        return [(None, None, Evidence(each.span.of(raw.text), "held the office more than once", each.span)) for each in people[:1]]
    together = times[-1][0]
    return [(term.first, term.last, _of_term(each, term, raw.text)) for each in people if (term := each.at(together)) is not None]


def _current(people: Sequence[Named]) -> list[Named]:
    """Without those whose successor is named too: texts look back without saying "former"."""
    latest: dict[str, date] = {}
    for each in people:
        office = each.terms[0].office
        latest[office] = max(latest.get(office, date.min), each.terms[0].first)
    return [each for each in people if len(each.terms) > 1 or each.terms[0].first >= latest[each.terms[0].office]]


def _together(people: Sequence[Named], day: date) -> tuple[date, date]:
    """First and last of the days around ``day`` on which everybody was in office who was on that day."""
    terms = [term for each in people if (term := each.at(day)) is not None]
    return max(term.first for term in terms), min(term.last or date.max for term in terms)


def _of_term(each: Named, term: Holder, text: str) -> Evidence:
    until = f"{term.last:%Y-%m}" if term.last else "now"
    return Evidence(each.span.of(text), f"{term.name} was {term.office} {term.first:%Y-%m} to {until}", each.span)


def _told_days(raw: RawDocument, labelled: Labelled) -> list[DayWords]:
    """The days in the story and its dateline."""
    found: list[DayWords] = []
    for zone in labelled.zones:
        if (zone.kind in TOLD or zone.kind is ZoneKind.DATELINE) and len(zone.span) < 20_000:
            found.extend(days_in(raw.text, zone.span.start, zone.span.end))
    return found


def _only_year(raw: RawDocument, words: DayWords, bounds: Bounds, labelled: Labelled) -> Attested[DateInterval] | None:
    """A day with its weekday, or in a dateline, that lies within the bounds in one year only."""
    dateline = any(zone.kind is ZoneKind.DATELINE and zone.span.holds(words.span) for zone in labelled.zones)
    if (words.weekday is None and not dateline) or _is_ahead(raw.text, words.span):
        return None
    first, last = bounds.first, bounds.last
    if first is None or last is None:
        return None
    if dateline and words.weekday is None:
        words = _with_weekday(raw.text, words)
    fitting = [day for year in range(first.year, last.year + 1) if (day := in_year(words, year)) and first - _AFTERWARDS <= day <= last]
    if len(fitting) != 1:
        return None
    how = "stands in the dateline" if dateline else "a weekday and a day of the month"
    evidence = Evidence(words.span.of(raw.text), f"{how}: within the bounds only in {fitting[0].year}", words.span)
    return Attested(day_interval(fitting[0]), (evidence, *bounds.why), 0.8 if dateline else 0.7, inferred=True)


def _with_weekday(text: str, words: DayWords) -> DayWords:
    """The day with the weekday that its line names before it ("Sunday edition, 19 April"), when that is one."""
    named = {weekday for _, weekday in weekdays_in(text, text.rfind("\n", 0, words.span.start) + 1, words.span.start)}
    return replace(words, weekday=named.pop()) if len(named) == 1 else words


def _year_of_page(raw: RawDocument, days: Sequence[DayWords], labelled: Labelled) -> Attested[DateInterval] | None:
    """The day of the dateline in the year of the copyright line, when the lead names the weekday that it was in that year.

    The copyright line alone sets no year: pages change theirs. A weekday that agrees by chance does so in one year of seven.
    """
    for words in _heads(days, labelled):
        for _, last, copyright_line in _copyright_bound(labelled):
            day = in_year(words, last.year - 1) if last else None
            if day is None or words.weekday is not None:
                continue
            for span, weekday in weekdays_in(raw.text, words.span.end, words.span.end + _LEAD_REACH):
                if weekday == day.weekday():
                    why = (
                        Evidence(words.span.of(raw.text), "stands in the dateline", words.span),
                        Evidence(span.of(raw.text), f"the weekday of that day in {day.year}", span),
                        copyright_line,
                    )
                    return Attested(day_interval(day), why, 0.65, inferred=True)
    return None


def _heads(days: Sequence[DayWords], labelled: Labelled) -> list[DayWords]:
    """The days without a year in datelines."""
    zones = [zone.span for zone in labelled.zones if zone.kind is ZoneKind.DATELINE]
    return [words for words in days if words.year is None and any(span.holds(words.span) for span in zones)]


def _yearless(raw: RawDocument, days: Sequence[DayWords], labelled: Labelled) -> tuple[Evidence, ...]:
    """The days of datelines of which nothing tells the year: evidence, but no date."""
    return tuple(
        Evidence(words.span.of(raw.text), "stands in the dateline; nothing tells the year", words.span) for words in _heads(days, labelled)
    )


def _latest_head(raw: RawDocument, days: Sequence[DayWords], page: Bounds, labelled: Labelled) -> tuple[date, Evidence] | None:
    """The last day on which a dateline without a year can fall within what the page proves."""
    if page.last is None:
        return None
    for words in (_with_weekday(raw.text, head) for head in _heads(days, labelled)):
        for year in range(page.last.year, page.last.year - 12, -1):
            if (day := in_year(words, year)) and day <= page.last:
                how = "stands in the dateline: not published after that day of the year"
                return day, Evidence(words.span.of(raw.text), how, words.span)
    return None


def _after_told_days(raw: RawDocument, days: Sequence[DayWords], bounds: Bounds) -> Bounds:
    """What the text tells as past happened before it was published: the latest day with a year that the bounds allow."""
    past = [(day, words.span) for words in days if (day := words.day_meant()) and not _is_ahead(raw.text, words.span)]
    for day, span in sorted(past, reverse=True):
        if narrowed := bounds.narrowed(day, None, Evidence(span.of(raw.text), "told as past: not published before it", span)):
            return narrowed
    return bounds


def _is_ahead(text: str, span: Span) -> bool:
    """Whether the words before a day in its sentence tell of something to come."""
    start = max(text.rfind(". ", 0, span.start), text.rfind("\n", 0, span.start), span.start - 160)
    return bool(_LATER.search(text[max(0, start) : span.start]))
