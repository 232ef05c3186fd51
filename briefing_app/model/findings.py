"""What the language package reads out of one article: sentences, quotations, attributions, names, numbers, dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing_app.model.article import ZoneKind
from briefing_app.model.dates import DateInterval
from briefing_app.model.span import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a told zone, with its clauses (at least one; they lie inside the sentence, in order).

    ``paragraph`` counts the paragraphs of the told text from 0.
    """

    span: Span
    zone: ZoneKind
    paragraph: int
    clauses: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks that somebody said. ``span`` is what stands between the marks.

    ``speaker`` is the fullest name that the article gives, empty when unknown.
    ``cue`` is the say-verb or "according to". A quoted name of a thing is no quotation.
    """

    span: Span
    speaker: str = ""
    mention: Span | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A passage that the article gives to somebody, quoted or not.

    ``span`` is the sentence or clause whose content is attributed; ``source`` the fullest name of the nearest teller, empty for
    hearsay ("reportedly"). ``chain`` runs from the origin to the nearest teller: ("anonymous sources", "Yomiuri", "Reuters").
    """

    span: Span
    source: str
    mention: Span | None = None
    cue: Span | None = None
    chain: tuple[str, ...] = ()


class NameKind(StrEnum):
    """What a name names, as far as the words tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NameMention:
    """A proper name where it stands; ``name`` is the fullest form that the article gives ("Kato" -> "Katsunobu Kato")."""

    span: Span
    name: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number with its unit (lower case, singular; empty for a bare count). ``low`` and ``high`` are equal unless it is a range.

    ``approximate`` for "about", "nearly", "more than".
    """

    span: Span
    low: float
    high: float
    unit: str = ""
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or weekday in the text; ``interval`` is None when it cannot be resolved without guessing."""

    span: Span
    interval: DateInterval | None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article's told zones, each list in the order of the text. ``language`` is a BCP 47 code."""

    language: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    names: tuple[NameMention, ...] = ()
    numbers: tuple[NumberMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
