"""What the grouping needs to know of one article, small enough to keep for every article of a library."""

from __future__ import annotations

import math
import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing_app.events.furniture import end_of_text
from briefing_app.language import idf, pack_for
from briefing_app.language.words import Word
from briefing_app.model.article import Document, ZoneKind
from briefing_app.model.dates import DateInterval
from briefing_app.model.findings import Findings, NameKind, NameMention
from briefing_app.model.span import Span

MOST_TERMS = 80
"""Words, and words of the lead, that a profile keeps; the heaviest stay."""

LEAD_WORDS = 90
"""Running words after the title that count as the lead."""

FLOOR = 2.5
"""Weight (-log10 of a word's share of all words) that is taken off: words as common as "also" or "time" then tell next to nothing."""

FURNITURE = 0.25
"""What a word or name counts for that stands behind the end of the running text. Fixed on allsides_full and neus_short, with the lines that
make such an end: nothing changes there nor on the four other sets, and the articles of a page with 3,000 words of comments find each other.
"""

TOLD_AGAIN = 2
"""Times that the lead names somebody whom the article is about."""

APART, FEWEST_TELLING = 0.1, 3
"""Share of its title's weight that a text of more than LEAD_WORDS words repeats at least, if so many words of the title tell anything; one
that repeats less speaks of something else, as when a page shows the text of another article. Shorter texts go on from their title, news
repeats three quarters of it in the mean.
"""

SHINGLE = 4
"""Running words of one shingle (Broder 1997); shares of common shingles find copies."""

SHINGLES_KEPT = 4
"""One shingle in this many is kept, chosen by its hash, so that two articles keep the same ones."""

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f0-9][A-Za-z\u00c0-\u024f0-9.'’-]*")
_BIG_NUMBER = 10


@dataclass(frozen=True, slots=True)
class Profile:
    """An article as the grouping sees it. Vectors map stems to weights and have length 1, or are empty.

    ``anchors`` are what another language may share: names in Latin letters and numbers. ``surfaces`` says how a stem is written, that of a
    name's word as the whole name.
    ``told`` is the share of its title's weight that the text repeats (1 when there is no title to repeat), and ``title`` the vector of a
    title of which the text speaks not at all (APART), else empty.
    ``persons`` are the stems of surnames, ``leading`` those of all names of the people whom the article is about.
    ``shingles`` are 32-bit hashes, native byte order, sorted. ``first`` and ``last`` bound the article's date (days; None: unknown).
    """

    language: str
    headline: str
    has_title: bool
    words: dict[str, float]
    lead: dict[str, float]
    names: dict[str, float]
    persons: tuple[str, ...]
    leading: tuple[str, ...]
    anchors: dict[str, float]
    surfaces: dict[str, str]
    shingles: bytes
    title: dict[str, float] = field(default_factory=dict)
    told: float = 1.0
    first: date | None = None
    last: date | None = None

    @property
    def date(self) -> DateInterval | None:
        """The article's date, None when nothing is known of it."""
        return DateInterval(self.first, self.last) if self.first or self.last else None


def profile(document: Document, findings: Findings) -> Profile:
    """The profile of a cleaned article; only its told zones and its date count."""
    language = findings.language.split("-")[0]
    words, lead = _running_words(document, language)
    end = end_of_text(document, language)
    names, called = _names(findings, language, end)
    surfaces = dict(called)
    for word in words:
        surfaces.setdefault(word.stem, word.text)
    people = [mention for mention in findings.names if mention.kind is NameKind.PERSON]
    titles = [zone.span for zone in document.zones if zone.kind is ZoneKind.TITLE]
    kept_words, kept_lead = (_vector(some, language, end) for some in (words, lead))
    title, told = _told_title(words, titles, language, end)
    used = kept_words.keys() | kept_lead.keys() | names.keys()
    when = document.date.value
    return Profile(
        language=language,
        headline=document.headline(),
        has_title=bool(document.title.value),
        words=kept_words,
        lead=kept_lead,
        names=_unit(names),
        persons=tuple(sorted({_last_word(mention.name, language) for mention in people} - {""})),
        leading=_leading(people, titles, lead, language),
        anchors=_anchors(findings, names, document.text),
        surfaces={stem: surface for stem, surface in surfaces.items() if stem in used},
        shingles=_shingles(words),
        title=title,
        told=told,
        first=when.first if when else None,
        last=when.last if when else None,
    )


def codes(shingles: bytes) -> frozenset[int]:
    """The hashes of an article's ``shingles``."""
    return frozenset(memoryview(shingles).cast("I"))


def copy_share(a: frozenset[int], b: frozenset[int]) -> float:
    """Which part of the shorter article's hashes stands in the longer one (0 to 1); 0 when there are too few to tell."""
    fewest = min(len(a), len(b))
    return len(a & b) / fewest if fewest >= SHINGLE else 0.0


def _running_words(document: Document, language: str) -> tuple[list[Word], list[Word]]:
    """All told words, and those of title, standfirst and the first lines."""
    pack = pack_for(language)
    words: list[Word] = []
    lead: list[Word] = []
    body = 0
    for zone in document.told():
        found = pack.words(document.text, zone.span)
        words += found
        if zone.kind is ZoneKind.BODY:
            lead += found[: max(0, LEAD_WORDS - body)]
            body += len(found)
        else:
            lead += found
    return words, lead


def _told_title(words: Sequence[Word], titles: Sequence[Span], language: str, end: int) -> tuple[dict[str, float], float]:
    """The title's vector if it stands apart from the text, else none; and the share of it that the text in front of ``end`` repeats."""
    own = [word for word in words if any(title.holds(word.span) for title in titles)]
    text = [word.stem for word in words if word.span.start < end and not any(title.holds(word.span) for title in titles)]
    title = _vector(own, language, end)
    if len(title) < FEWEST_TELLING:
        return {}, 1.0
    repeated = set(text)
    told = sum(weight for stem, weight in title.items() if stem in repeated) / sum(title.values())
    return (title if told < APART and len(text) > LEAD_WORDS else {}), told


def _times(start: int, end: int) -> float:
    """What one occurrence counts for that begins there, in a text whose running part ends at ``end``."""
    return 1.0 if start < end else FURNITURE


def _often(times: float) -> float:
    """1 + ln of how often; below once in proportion."""
    return 1 + math.log(times) if times >= 1 else times


def _vector(words: Iterable[Word], language: str, end: int) -> dict[str, float]:
    """tf-idf with (1 + ln tf) and the background's idf above FLOOR, the heaviest MOST_TERMS, length 1."""
    pack = pack_for(language)
    weights = {}
    counts: defaultdict[str, float] = defaultdict(float)
    for word in words:
        counts[word.stem] += _times(word.span.start, end)
    for stem, times in counts.items():
        rarity = idf(stem, language) - FLOOR
        if rarity > 0 and not pack.is_stop(stem) and not stem.isdecimal():
            weights[stem] = _often(times) * rarity
    heaviest = sorted(weights, key=lambda stem: (-weights[stem], stem))[:MOST_TERMS]
    return _unit({stem: weights[stem] for stem in heaviest})


def _names(findings: Findings, language: str, end: int) -> tuple[dict[str, float], dict[str, str]]:
    """Weights of the words that names consist of, so that a surname meets the full name; and the name that each mostly belongs to."""
    pack = pack_for(language)
    times: dict[str, Counter[str]] = {}
    counts: defaultdict[str, float] = defaultdict(float)
    for mention in findings.names:
        for word in pack.words(mention.name):
            if not pack.is_stop(word.text):
                times.setdefault(word.stem, Counter())[mention.name] += 1
                counts[word.stem] += _times(mention.span.start, end)
    weights = {stem: _often(count) * max(1.0, idf(stem, language) - FLOOR) for stem, count in counts.items()}
    return weights, {stem: names.most_common(1)[0][0] for stem, names in times.items()}


def _leading(people: Sequence[NameMention], titles: Sequence[Span], lead: Sequence[Word], language: str) -> tuple[str, ...]:
    """Stems of all names of those whom a title names, and of the one whom the lead names most, TOLD_AGAIN times at least."""
    early = {word.span.start for word in lead}
    times = Counter(mention.name for mention in people if mention.span.start in early)
    about = {mention.name for mention in people if any(title.holds(mention.span) for title in titles)}
    about |= {name for name, count in times.most_common(1) if count >= TOLD_AGAIN}
    pack = pack_for(language)
    return tuple(sorted({word.stem for name in about for word in pack.words(name) if not pack.is_stop(word.text)}))


def _last_word(name: str, language: str) -> str:
    words = pack_for(language).words(name)
    return words[-1].stem if words else ""


def _anchors(findings: Findings, names: dict[str, float], text: str) -> dict[str, float]:
    """Latin name words and larger numbers; in an article of another script every Latin word is a name."""
    weights = {stem: weight for stem, weight in names.items() if _LATIN.fullmatch(stem)}
    if not weights and findings.language.split("-")[0] in {"ja", "zh", "ko", "ar", "ru", "he", "fa", "el", "th"}:
        weights = {found.lower(): 3.0 for found in _LATIN.findall(text) if len(found) > 1 and not found[0].isdigit()}
    for mention in findings.numbers:
        if mention.low >= _BIG_NUMBER:
            weights[f"#{mention.low:g}"] = 2.0
    return _unit(weights)


def _shingles(words: list[Word]) -> bytes:
    stems = [word.stem for word in words]
    runs = (" ".join(stems[start : start + SHINGLE]) for start in range(len(stems) - SHINGLE + 1))
    hashes = {zlib.crc32(run.encode("utf-8", "replace")) for run in runs}
    return array("I", sorted(code for code in hashes if code % SHINGLES_KEPT == 0)).tobytes()


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in sorted(weights.items())} if length else {}
