"""What is said of a group: its title, its dates, and for every article why it belongs there."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from briefing_app.events.profiles import Profile
from briefing_app.language import pack_for
from briefing_app.model.date_words import interval_words
from briefing_app.model.dates import NARROW_DAYS, DateInterval, reported_on
from briefing_app.model.event import EventGroup, GroupingReason, GroupingSign
from briefing_app.model.ids import ArticleId

TERMS_KEPT, NAMES_KEPT = 40, 20
"""Heaviest words and names that an article keeps to explain itself with."""

SHOWN = 6
"""Shared words, or names, that a reason gives."""

FEWEST_TITLE_WORDS, LONGEST_TITLE = 4, 110
"""A title of fewer words (code points for scripts without spaces: three times as many) or more code points is no clear title."""

NAMING, SHORTEST_NAMING = 3, 3
"""Names, and words, that name a group without titles, and their fewest code points; two of Chinese or Japanese are often half a word."""

LEAD_SHARE = 0.5
"""What a word's weight in the lead adds to its weight in the whole when terms and names are ranked."""


_QUOTED = re.compile(r"[\"“”„«»「」]")


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties an article to its nearest neighbour: the parts of their likeness; ``dates`` is None when a date is unknown."""

    other: ArticleId
    words: float
    names: float
    dates: float | None
    copy: float


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a group, as little of it as the description needs. ``terms`` and ``names`` are surfaces by stem, heaviest first."""

    article: ArticleId
    headline: str
    has_title: bool
    terms: dict[str, str]
    names: dict[str, str]
    shingles: bytes
    first: date | None
    last: date | None

    @classmethod
    def of(cls, article: ArticleId, profile: Profile) -> Member:
        """The member that the profile makes."""
        weights = Counter(profile.words)
        for stem, weight in profile.lead.items():
            weights[stem] += LEAD_SHARE * weight  # type: ignore[assignment]  # Counter's values may be any numbers
        weights.update(profile.title)
        days = pack_for(profile.language).counting.weekdays  # of any week
        told = (stem for stem, _ in weights.most_common() if stem not in profile.names)
        terms = list(islice((stem for stem in told if profile.surfaces.get(stem, stem).casefold() not in days), TERMS_KEPT))
        named = {stem: profile.names.get(stem, 0.0) + LEAD_SHARE * profile.lead.get(stem, 0.0) for stem in profile.names | profile.anchors}
        names = sorted(named, key=lambda stem: -named[stem])[:NAMES_KEPT]
        return cls(
            article,
            profile.headline,
            profile.has_title,
            _written(terms, profile),
            _written(names, profile),
            profile.shingles,
            profile.first,
            profile.last,
        )


def described(members: Sequence[Member], ties: Mapping[ArticleId, Tie]) -> EventGroup:
    """The group of these members, its articles in the order of their dates (unknown ones last), then by number.

    ``ties`` holds what ties an article to its nearest neighbour in the group.
    """
    when = reported_on(DateInterval(member.first, member.last) for member in members if member.first or member.last)
    ordered = sorted(members, key=lambda member: (_earliest(member, when), member.article))
    reasons = tuple(reason for member in ordered for reason in _reasons(member, members, ties.get(member.article)))
    return EventGroup(_title(ordered), when, tuple(member.article for member in ordered), reasons)


def _earliest(member: Member, when: DateInterval | None) -> date:
    """The first day on which the article can have appeared, as far as the event's date allows it; unknown ones come last."""
    if when is None or not (member.first or member.last):
        return date.max
    starts = [day for day in (member.first, when.first) if day]
    start = max(starts, default=member.last or date.max)
    return min(start, member.last) if member.last else start


def _written(stems: Sequence[str], profile: Profile) -> dict[str, str]:
    return {sys.intern(stem): sys.intern(profile.surfaces.get(stem, stem.removeprefix("#"))) for stem in stems}


def _title(ordered: Sequence[Member]) -> str:
    """The headline that names what the group shares: clear titles first, of them the one whose words most members use.

    Where no article has a title, a first sentence that is short enough to be one, else the names and words that most members share.
    """
    titled = [member for member in ordered if member.has_title]
    clear = [member for member in titled or ordered if _is_clear(member.headline)] or titled
    if not clear:
        return _shared_words(ordered) or ordered[0].headline
    held = _held(ordered)

    def shared(member: Member) -> float:
        words = {word.casefold() for word in member.headline.split()}
        own = [stem for stem, surface in (member.terms | member.names).items() if words & set(surface.casefold().split())]
        return sum(held[stem] / len(ordered) for stem in own) / (len(words) + 1)

    return max(clear, key=lambda member: (round(shared(member), 3), -len(member.headline), -member.article)).headline


def _held(members: Sequence[Member]) -> Counter[str]:
    """How many members use each stem."""
    return Counter(stem for member in members for stem in member.terms | member.names)


def _shared_words(members: Sequence[Member]) -> str:
    """``Huawei, ZTE, Japan: procurement, equipment``: the names, then the words, that most members hold; empty when that is too little."""
    held = _held(members)
    names = _foremost([member.names for member in members], held, ())
    words = _foremost([member.terms for member in members], held, names)
    return f"{', '.join(names)}: {', '.join(words)}" if names and words else ""


def _foremost(surfaces: Sequence[Mapping[str, str]], held: Mapping[str, int], said: Sequence[str]) -> list[str]:
    """The few that most members hold, and those the heaviest; none that repeats a word that is said already, and no numbers."""
    ranks: Counter[str] = Counter()
    for own in surfaces:
        ranks.update({stem: TERMS_KEPT - at for at, stem in enumerate(own)})
    written = {stem: surface for own in reversed(surfaces) for stem, surface in own.items()}
    taken = {part for surface in said for part in surface.casefold().split()}
    found: list[str] = []
    for stem in sorted(ranks, key=lambda stem: (-held[stem], -ranks[stem], stem)):
        parts = set(written[stem].casefold().split())
        if held[stem] >= 2 and len(written[stem]) >= SHORTEST_NAMING and written[stem][0].isalpha() and not parts & taken:
            found.append(written[stem])
            taken |= parts
    return found[:NAMING]


def _is_clear(title: str) -> bool:
    """Whether it is a sentence's worth, not shouted, and says what happened rather than what somebody said of it."""
    words = title.split()
    if title.isupper() or _QUOTED.search(title):
        return False
    enough = len(words) >= FEWEST_TITLE_WORDS or (len(title) >= 3 * FEWEST_TITLE_WORDS and not title.isascii())
    return enough and len(title) <= LONGEST_TITLE


def _reasons(member: Member, members: Sequence[Member], tie: Tie | None) -> list[GroupingReason]:
    other = next((one for one in members if tie and one.article == tie.other), None)
    if tie is None or other is None:
        return []
    terms = tuple(dict.fromkeys(surface for stem, surface in member.terms.items() if stem in other.terms))[:SHOWN]
    names = tuple(dict.fromkeys(surface for stem, surface in member.names.items() if stem in other.names))[:SHOWN]
    days = _days(member, other)
    number = member.article
    found = [
        GroupingReason(number, GroupingSign.TERMS, terms, round(tie.words, 3)) if terms and tie.words else None,
        GroupingReason(number, GroupingSign.NAMES, names, round(tie.names, 3)) if names and tie.names else None,
        GroupingReason(number, GroupingSign.DATES, days, round(tie.dates, 3)) if days and tie.dates is not None else None,
        GroupingReason(number, GroupingSign.COPY, (other.headline,), round(tie.copy, 3)) if tie.copy else None,
    ]
    return [reason for reason in found if reason is not None]


def _days(*members: Member) -> tuple[str, ...]:
    """The dates that tell when the articles are of, in words; empty when one of them only bounds it."""
    written = [_day_words(member.first, member.last) for member in members]
    return tuple(dict.fromkeys(written)) if all(written) else ()


def _day_words(first: date | None, last: date | None) -> str:
    """``16 Oct 2020``, ``5–9 Dec 2018``, or nothing when that is open or wide."""
    if first is None or last is None or (last - first).days >= NARROW_DAYS:
        return ""
    return interval_words(DateInterval(first, last))
