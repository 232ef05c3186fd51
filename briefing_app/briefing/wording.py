"""The words that a briefing uses beside its sources' own: headings, labels, dates, counts. The document speaks English."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from briefing_app.briefing.tree import Badge, Inline, Inlines, Text, Voice
from briefing_app.model import date_words
from briefing_app.model.article import Attested
from briefing_app.model.comparison import ClaimStatus, DifferenceKind, Relation
from briefing_app.model.dates import DateInterval

LANGUAGE = "en"

_ENDED_BY = {"“": "”", "„": "“”", "«": "»", '"': '"'}
"""Opening quotation marks, each with those that close it."""

STATUS: dict[ClaimStatus, str] = {
    ClaimStatus.CONFLICT: "In conflict",
    ClaimStatus.PROGRESSION: "Progression",
    ClaimStatus.ALL: "In all sources",
    ClaimStatus.SOME: "In some sources",
    ClaimStatus.ONLY: "Only here",
}

RELATION: dict[Relation, str] = {
    Relation.ADDS_DETAIL: "adds detail",
    Relation.WEAKER: "weaker",
    Relation.STRONGER: "stronger",
    Relation.CONTRADICTS: "contradicts",
}
"""What is said of a cell; to state or to be absent shows by itself."""

DIFFERENCE: dict[DifferenceKind, str] = {
    DifferenceKind.CONTRADICTION: "contradiction",
    DifferenceKind.NUMBER: "number",
    DifferenceKind.DATE: "date",
    DifferenceKind.PROGRESSION: "progression",
    DifferenceKind.STAGE: "stage",
    DifferenceKind.NEGATION: "negation",
    DifferenceKind.HEDGE: "hedge",
    DifferenceKind.SCOPE: "scope",
    DifferenceKind.CONDITION: "condition",
    DifferenceKind.ATTRIBUTION: "who says it",
    DifferenceKind.WORDING: "wording",
}


def moment_words(moment: datetime) -> str:
    """``16 Oct 2020, 14:05 UTC+09:00``, in the moment's own zone."""
    return f"{date_words.english(moment.date())}, {moment:%H:%M} {moment.tzname() or 'UTC'}"


def interval_words(interval: DateInterval) -> str:
    """A date as exactly as it is known: ``16 Oct 2020``, ``5–9 Dec 2018``, ``≤ 16 Oct 2020``, ``≥ 3 Mar 2021``."""
    if interval.moment is not None:
        return moment_words(interval.moment)
    return date_words.interval_words(interval)


def date_run(value: Attested[DateInterval]) -> Text:
    """A date with its certainty: ``~`` and ``(inferred)`` when it was reasoned, "date unknown" when there is none."""
    if value.value is None:
        return Text("date unknown", Voice.UNKNOWN)
    words = interval_words(value.value)
    if not value.inferred:
        return Text(words)
    return Text(f"{words if words[0] in '≤≥' else '~' + words} (inferred)", Voice.INFERRED)


def value_run(value: Attested[str], unknown: str, language: str = "") -> Text:
    """A text value, in the voice of its certainty; ``unknown`` stands for a missing one."""
    if not value.value:
        return Text(unknown, Voice.UNKNOWN)
    return Text(value.value, Voice.INFERRED if value.inferred else Voice.PLAIN, language=language)


def name_run(value: Attested[str], unknown: str, language: str = "") -> Text:
    """The name of an outlet, an author or an agency, with ``(inferred)`` when it is not sure; ``unknown`` stands for a missing one."""
    if not value.value or value.sure:
        return value_run(value, unknown, language)
    return Text(f"{value.value} (inferred)", Voice.INFERRED, language=language)


def count(number: int, one: str, many: str) -> str:
    """``1 article``, ``3 articles``."""
    return f"{number:,} {one if number == 1 else many}"


def shortened(words: str, most: int) -> str:
    """The words on one line, cut at ``most`` code points."""
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def marks_around(words: str) -> tuple[str, str]:
    """The quotation marks to set around the words: none beside a mark that already stands there and whose other one is cut off, none
    around words that stand between one pair, and single ones around words that begin or end with a whole pair of their own.
    """
    words = words.strip()
    begins = words[:1] in _ENDED_BY
    opening = [mark for mark, ending in _ENDED_BY.items() if words[-1:] and words[-1] in ending]
    opened = any(mark in words[:-1] for mark in opening)
    ends = len(words) > 1 and (opened or words[-1] in "”»")
    if begins and ends and opened and not any(mark in words[1:-1] for mark in '“”„«»"'):
        return ("", "")
    if begins and not any(mark in words[1:] for mark in _ENDED_BY[words[0]]):
        return ("", "”")
    if ends and not opened:
        return ("“", "")
    return ("‘", "’") if begins or ends else ("“", "”")


def joined(parts: Iterable[Iterable[Inline]], between: str = ", ") -> tuple[Inline, ...]:
    """Inlines put one after the other with ``between`` in between."""
    out: list[Inline] = []
    for index, part in enumerate(parts):
        if index:
            out.append(Text(between))
        out.extend(part)
    return tuple(out)


def plain(inlines: Inlines) -> str:
    """The words and letters of a line without their looks and notes."""
    return "".join(run.words if isinstance(run, Text) else str(run.letter) if isinstance(run, Badge) else "" for run in inlines)
