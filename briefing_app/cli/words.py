"""How the command line writes values that may be unknown or inferred: never more certain than they are."""

from __future__ import annotations

from briefing_app.model.article import Attested
from briefing_app.model.date_words import english, interval_words
from briefing_app.model.dates import DateInterval


def value(attested: Attested[str], unknown: str) -> str:
    """The value, "probably ..." when it is not sure, ``unknown`` when there is none."""
    if not attested.value:
        return unknown
    return attested.value if attested.sure else f"probably {attested.value}"


def article_date(attested: Attested[DateInterval]) -> str:
    """The date, "inferred" when it was reasoned from the text, "date unknown" when there is none."""
    if attested.value is None:
        return "date unknown"
    return interval(attested.value) + (" (inferred)" if attested.inferred else "")


def interval(known: DateInterval | None) -> str:
    """A day or a stretch of days."""
    if known is None:
        return "date unknown"
    if known.first is None and known.last is not None:
        return f"not after {english(known.last)}"
    if known.last is None and known.first is not None:
        return f"not before {english(known.first)}"
    return interval_words(known)


def count(number: int, one: str, many: str) -> str:
    """``1 article``, ``3 articles``."""
    return f"{number:,} {one if number == 1 else many}"
