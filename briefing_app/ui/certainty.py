"""How known, inferred and unknown values read, the same everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from briefing_app.model.article import Attested
from briefing_app.model.dates import DateInterval


class Certainty(Enum):
    """Known is ink; inferred muted with a dotted line; unknown muted italic."""

    KNOWN = "known"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Shown:
    """Words for a value, and how sure it is."""

    text: str
    certainty: Certainty = Certainty.KNOWN


def shown_name(value: Attested[str], when_unknown: str) -> Shown:
    """A source, byline or title; ``when_unknown`` stands when there is none."""
    if value.value is None:
        return Shown(when_unknown, Certainty.UNKNOWN)
    return Shown(value.value, Certainty.INFERRED if value.inferred else Certainty.KNOWN)


def shown_source(value: Attested[str]) -> Shown:
    """Who published the article, or "source unknown"."""
    return shown_name(value, _tr("source unknown"))


def shown_date(value: Attested[DateInterval]) -> Shown:
    """When: ``16 Oct 2020``, ``~16 Oct 2020`` when inferred, ``≤ 16 Oct 2020`` when only its end is known, or "date unknown"."""
    if value.value is None:
        return Shown(_tr("date unknown"), Certainty.UNKNOWN)
    interval = value.value
    bounded = interval.first is None or interval.last is None
    words = interval_text(interval)
    if not value.inferred:
        return Shown(words)
    return Shown(words if bounded else f"~{words}", Certainty.INFERRED)


def interval_text(interval: DateInterval) -> str:
    """An interval in the fewest words: a day, ``5–9 Dec 2018``, ``≤`` or ``≥`` with an open end."""
    first, last = interval.first, interval.last
    if first is None and last is not None:
        return f"≤ {_day(last)}"
    if last is None and first is not None:
        return f"≥ {_day(first)}"
    if first is None or last is None or first == last:
        return _day(first) if first else ""
    if first.day == 1 and (last + timedelta(days=1)).day == 1:  # whole months
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{_day(first, 'd MMM')} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _months(first: date, last: date) -> str:
    """Whole months or years: ``Sep 2019``, ``Sep 2019 – Jan 2021``, ``2018``, ``2018–2019``."""
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return _day(last, "MMM yyyy")
    return f"{_day(first, 'MMM' if first.year == last.year else 'MMM yyyy')} – {_day(last, 'MMM yyyy')}"


def long_date(value: Attested[DateInterval]) -> Shown:
    """The date in a sentence: "about 16 Oct 2020", "not after 16 Oct 2020"."""
    shown = shown_date(value)
    if value.value is None or shown.certainty is not Certainty.INFERRED:
        return shown
    interval = value.value
    if interval.first is None and interval.last is not None:
        return Shown(_tr("not after %1").replace("%1", _day(interval.last)), Certainty.INFERRED)
    if interval.last is None and interval.first is not None:
        return Shown(_tr("not before %1").replace("%1", _day(interval.first)), Certainty.INFERRED)
    return Shown(_tr("about %1").replace("%1", interval_text(interval)), Certainty.INFERRED)


def _day(day: date, pattern: str = "d MMM yyyy") -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def _tr(words: str) -> str:
    return QCoreApplication.translate("certainty", words)
