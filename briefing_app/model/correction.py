"""What the analyst says of an article against what cleaning found: its metadata and the labels of its text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from briefing_app.model.article import Attested, Document, Evidence, Zone, ZoneKind
from briefing_app.model.dates import DateInterval
from briefing_app.model.span import Span

BY_ANALYST = "set by the analyst"
"""How the evidence of a corrected value, and the reason of a label, is worded in what is stored and sent out."""


class MetadataField(StrEnum):
    """What can be corrected. Each is a field of Document of the same name."""

    TITLE = "title"
    SOURCE = "source"
    BYLINE = "byline"
    AGENCY = "agency"
    DATE = "date"
    LANGUAGE = "language"


MetadataValue = str | DateInterval | None
"""A DateInterval for the date, else words; None says that it is unknown."""


@dataclass(frozen=True, slots=True)
class MetadataCorrection:
    """A value that the analyst has set in the place of what was found."""

    field: MetadataField
    value: MetadataValue


@dataclass(frozen=True, slots=True)
class Label:
    """What the analyst says a stretch of the text is."""

    span: Span
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of one article: at most one a field, by field; labels in the order of the text, none over another."""

    metadata: tuple[MetadataCorrection, ...] = ()
    labels: tuple[Label, ...] = ()

    def value_of(self, field: MetadataField) -> MetadataCorrection | None:
        """The correction of a field, None when there is none."""
        return next((one for one in self.metadata if one.field is field), None)

    def with_value(self, correction: MetadataCorrection) -> Corrections:
        """These, with a field corrected."""
        others = self.without_value(correction.field).metadata
        return replace(self, metadata=tuple(sorted((*others, correction), key=lambda one: one.field)))

    def without_value(self, field: MetadataField) -> Corrections:
        """These, with a field as it was found."""
        return replace(self, metadata=tuple(one for one in self.metadata if one.field is not field))

    def with_label(self, span: Span, kind: ZoneKind | None) -> Corrections:
        """These, with a stretch labelled, or (``kind`` None) labelled as it was found; other labels are cut where it lies."""
        left = [replace(label, span=rest) for label in self.labels for rest in _outside(label.span, (span,))]
        return replace(self, labels=tuple(sorted([*left, *([Label(span, kind)] if kind else [])], key=lambda label: label.span)))


def corrected(found: Document, corrections: Corrections) -> Document:
    """The document as everything but cleaning is to see it."""
    if corrections.labels:
        found = replace(found, zones=_relabelled(found, corrections.labels))
        found = replace(found, title=_title(found, corrections.labels))
    values: dict[str, Any] = {one.field.value: _attested(one.value) for one in corrections.metadata}
    return replace(found, **values)


def words_of(value: MetadataValue) -> str:
    """A value in words that need no translation: a date as EDTF, nothing for unknown."""
    return value.edtf if isinstance(value, DateInterval) else value or ""


def _attested(value: MetadataValue) -> Attested[str] | Attested[DateInterval]:
    if value is None:
        return Attested(by_analyst=True)
    evidence = (Evidence(words_of(value), BY_ANALYST),)
    if isinstance(value, DateInterval):
        return Attested(value, evidence, 1.0, by_analyst=True)
    return Attested(value, evidence, 1.0, by_analyst=True)


def _relabelled(found: Document, labels: tuple[Label, ...]) -> tuple[Zone, ...]:
    """The zones, cut where labels lie; what is left of one and holds no letter is dropped."""
    spans = tuple(label.span for label in labels)
    zones = []
    for zone in found.zones:
        if not any(zone.span.overlap(span) for span in spans):
            zones.append(zone)
            continue
        zones += [replace(zone, span=rest) for rest in _outside(zone.span, spans) if rest.of(found.text).strip()]
    zones += [Zone(label.kind, label.span, BY_ANALYST, 1.0, by_analyst=True) for label in labels]
    return tuple(sorted(zones, key=lambda zone: zone.span))


def _title(found: Document, labels: tuple[Label, ...]) -> Attested[str]:
    """Words that the analyst labels as the title are the title."""
    for label in labels:
        words = " ".join(label.span.of(found.text).split())
        if label.kind is ZoneKind.TITLE and words:
            return Attested(words, (Evidence(words, BY_ANALYST, label.span),), 1.0, by_analyst=True)
    return found.title


def _outside(span: Span, cut: tuple[Span, ...]) -> list[Span]:
    """What is left of ``span`` where none of ``cut`` lies; of an empty span, itself."""
    left, at = [], span.start
    for one in sorted(cut):
        if one.overlap(span):
            if one.start > at:
                left.append(Span(at, one.start))
            at = max(at, one.end)
    return [*left, Span(at, span.end)] if at < span.end or not len(span) else left
