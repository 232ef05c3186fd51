"""How known, inferred and unknown values read, the same everywhere."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from briefing_app.model.attested import Attested
from briefing_app.model.date_words import DAY, MONTH, english, interval_words
from briefing_app.model.dates import DateInterval


class Certainty(Enum):
    """Known is ink; inferred muted with a dotted line; unknown muted italic."""

    KNOWN = "known"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Shown(NamedTuple):
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


def source_words(value: Attested[str]) -> str:
    """The same where words stand that cannot look inferred: there it is said."""
    shown = shown_source(value)
    return _tr("%1 (inferred)").replace("%1", shown.text) if shown.certainty is Certainty.INFERRED else shown.text


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
    """An interval in the fewest words, its months named as the screen's language has them."""
    return interval_words(interval, day_text)


def period_text(period: str) -> str:
    """A year or month as the index names it (``2020``, ``2020-10``), in words."""
    year, _, month = period.partition("-")
    return day_text(date(int(year), int(month), 1), MONTH) if month else year


def long_date(value: Attested[DateInterval]) -> Shown:
    """The date in a sentence: "about 16 Oct 2020", "not after 16 Oct 2020"."""
    shown = shown_date(value)
    if value.value is None or shown.certainty is not Certainty.INFERRED:
        return shown
    interval = value.value
    if interval.first is None and interval.last is not None:
        return Shown(_tr("not after %1").replace("%1", day_text(interval.last)), Certainty.INFERRED)
    if interval.last is None and interval.first is not None:
        return Shown(_tr("not before %1").replace("%1", day_text(interval.first)), Certainty.INFERRED)
    return Shown(_tr("about %1").replace("%1", interval_text(interval)), Certainty.INFERRED)


def day_text(day: date, pattern: str = DAY) -> str:
    """The day as the analyst's country writes it; in English as everywhere in the program, not "Sept" here and "Sep" there."""
    if QLocale().name().partition("_")[0] == "en":
        return english(day, pattern)
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def _tr(words: str) -> str:
    return QCoreApplication.translate("certainty", words)
