"""The day of publication where it is said: in the markup, in a line near the story's head, in the address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from briefing_app.cleaning.calendar import DayWords, address_date, days_in, in_year, markup_date, moment_at
from briefing_app.cleaning.lines import Line
from briefing_app.cleaning.zones import Labelled
from briefing_app.model.article import TOLD, Attested, Evidence, ZoneKind
from briefing_app.model.dates import DateInterval, day_interval
from briefing_app.model.document import RawDocument

_PUBLISHED = (
    "record:published", "ld:datePublished", "article:published_time", "item:datepublished", "og:article:published_time",
    "parsely-pub-date", "citation_publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date",
    "html:time-published", "sailthru.date", "cxenseparse:recs:publishtime", "article:published", "article:published_date",
    "article:publicationdate", "article:post_date", "og:published_time", "og:publish_date", "og:pubdate", "og:datepublished",
    "bt:pubdate", "rnews:datepublished", "article.published", "publication_date", "publish-date", "publish_date", "published-date",
    "published_date", "publisheddate", "publishdate", "published_time", "publish_time", "originalpublicationdate", "pubdate", "pdate",
    "ptime", "datepublished", "date_published", "dateposted", "date", "ld:page:datePublished", "mail:sent", "mail:date", "front:date",
    "article.created", "dc.date.created", "dc.created", "datecreated", "date_created",
)  # fmt: skip
_CHANGED = (
    "record:updated", "ld:dateModified", "article:modified_time", "item:datemodified", "og:article:modified_time", "og:updated_time",
    "last-modified", "lastmod", "front:updated",
)  # fmt: skip
_HEAD_LINES = 6
_DATED = frozenset({ZoneKind.DATELINE, ZoneKind.BYLINE})
_NAMED_MOST = 12
"""Letters beside day and time in an element that is named for its date; more of them are a sentence."""
_BEHIND_DAY = re.compile(r"\s*(?:[-–—|:/]\s*|(?=[\"“„«(\[]|[A-ZÀ-ÖØ-ÞА-Я]))\S")
_MONTH_FIRST = frozenset({"en", "fil", "tl", "sw"})
"""Languages in which 3/4/2020 may be the fourth of March; all others write the day first where they write slashes (CLDR, short dates)."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of the markup; ``moment`` is None without a time zone."""

    name: str
    value: str
    day: date
    moment: datetime | None

    def agrees(self, other: Stated) -> bool:
        """Whether both mean one day, if only in two time zones."""
        return self.day == other.day or (self.moment is not None and self.moment == other.moment)


def day_said(raw: RawDocument, labelled: Labelled, url: str | None) -> Attested[DateInterval] | None:
    """The day of publication by markup, a line, an element's name, a time element or ``url``, in this order; None without one."""
    written = _of_markup(raw) or _of_line(raw, labelled) or _of_first_words(raw, labelled)
    return written or _of_names(raw) or _of_time(raw) or _of_address(url)


def moment_changed(raw: RawDocument) -> datetime | None:
    """The moment of the last change that the page states, None without one."""
    for name in _CHANGED:
        if (value := raw.hint(name)) and (found := markup_date(value)) and found[1]:
            return found[1]
    return None


def _of_markup(raw: RawDocument) -> Attested[DateInterval] | None:
    """The first statement of the table; other days of publication that the markup states are told beside it."""
    stated = [
        Stated(name, value, *found)
        for name in _PUBLISHED
        if (value := raw.hint(name)) and (found := markup_date(value)) and found[0].year >= 1980
    ]
    if not stated:
        return None
    best = stated[0]
    mail = best.name.startswith("mail:")
    others = [each for each in stated if not mail and "creat" not in each.name and not each.agrees(best)]
    how = "date of the mail" if mail else f"stated by the page ({best.name})"
    against = tuple(Evidence(each.value, f"the page states this too ({each.name})") for each in others)
    sure = 0.8 if mail or others else 0.95
    return Attested(day_interval(best.day, best.moment), (Evidence(best.value, how), *against), sure)


def _of_line(raw: RawDocument, labelled: Labelled) -> Attested[DateInterval] | None:
    """A line that holds the day of publication, near the head of the story; else a dateline with a year."""
    told = [line.number for line, label in zip(labelled.lines, labelled.labels, strict=True) if label.kind in TOLD]
    for line, label in zip(labelled.lines, labelled.labels, strict=True):
        if not told or line.number < told[0] - _HEAD_LINES or label.kind not in _DATED:
            continue
        if label.kind is ZoneKind.BYLINE and line.number > told[0] + _HEAD_LINES:
            continue
        how = "in a line of its own" if label.kind is ZoneKind.DATELINE else "in the byline"
        for words in days_in(raw.text, line.span.start, line.span.end):
            if found := _read(raw, words, how, 0.85):
                return found
    return None


def _of_first_words(raw: RawDocument, labelled: Labelled) -> Attested[DateInterval] | None:
    """A day with its year before the first word of the story, as releases open; not where several paragraphs do, as in a chronology."""
    body = [line for line, label in zip(labelled.lines, labelled.labels, strict=True) if label.kind is ZoneKind.BODY]
    opening = [words for line in body if (words := _opens(raw.text, line)) is not None]
    if len(opening) != 1 or opening[0].span.start > body[0].span.start + len(body[0].words):
        return None
    return _read(raw, opening[0], "before the first word of the story", 0.75)


def _opens(text: str, line: Line) -> DayWords | None:
    start = line.span.start
    words = next((each for each in days_in(text, start, min(start + 40, line.span.end)) if each.span.start == start and each.year), None)
    return words if words is not None and _BEHIND_DAY.match(text, words.span.end, line.span.end) else None


def _of_names(raw: RawDocument) -> Attested[DateInterval] | None:
    """Elements named for the day of publication (``class="publish-date"``), when all of the page mean one day."""
    found: dict[date, str] = {}
    for value in (hint.value for hint in raw.hints if hint.name == "html:dated"):
        for words in days_in(value):
            day = words.day_meant()
            beside = value[: words.span.start] + value[words.span.end :]
            if day is not None and sum(letter.isalpha() for letter in beside) <= _NAMED_MOST:
                found.setdefault(day, value)
    if len(found) != 1:
        return None
    ((day, value),) = found.items()
    return Attested(day_interval(day), (Evidence(value, "in an element that the page names as its day of publication"),), 0.75)


def _of_time(raw: RawDocument) -> Attested[DateInterval] | None:
    html_time = raw.hint("html:time")
    if html_time and (found := markup_date(html_time)):
        return Attested(day_interval(*found), (Evidence(html_time, "a time element of the page"),), 0.6)
    return None


def _of_address(url: str | None) -> Attested[DateInterval] | None:
    if url and (day := address_date(url)):
        return Attested(day_interval(day), (Evidence(url, "in the address"),), 0.85)
    return None


def _read(raw: RawDocument, words: DayWords, how: str, sure: float) -> Attested[DateInterval] | None:
    """The day that ``words`` mean; one whose day and month can be exchanged where language or page tell their order."""
    seen = (Evidence(words.span.of(raw.text), how, words.span),)
    if day := words.day_meant():
        return Attested(day_interval(day, moment_at(raw.text, words)), seen, sure)
    if not words.either or words.year is None or (order := _order(raw)) is None:
        return None
    day_first, why = order
    turned = words if day_first else DayWords(words.span, words.year, words.day, words.month)
    day = in_year(turned, words.year)
    return Attested(day_interval(day), (*seen, why), sure - 0.1, inferred=True) if day else None


def _order(raw: RawDocument) -> tuple[bool, Evidence] | None:
    """Whether the page writes 3/4/2020 with the day first, and what tells it; None when nothing does or it writes both."""
    plain = [(words, slashed) for words in days_in(raw.text) if (slashed := _slashed(raw.text, words)) is not None]
    orders = {day_first for _, day_first in plain}
    if len(orders) == 1:
        words, day_first = plain[0]
        return day_first, Evidence(words.span.of(raw.text), "tells the order of day and month on this page", words.span)
    lang = raw.hint("html:lang") or raw.hint("record:language") or ""
    if orders or not lang[:2].isalpha() or lang.lower().replace("_", "-").split("-")[0] in _MONTH_FIRST:
        return None
    return True, Evidence(lang, "the page's language, in which the day stands before the month")


def _slashed(text: str, words: DayWords) -> bool | None:
    """Whether the day stands first in words like 25/3/2020, None for other words and those of two readings."""
    found = re.fullmatch(r"(\d{1,2})/ ?(\d{1,2})/ ?\d{4}", words.span.of(text))
    return None if found is None or words.either or found[1] == found[2] else int(found[1]) == words.day
