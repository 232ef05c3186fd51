"""The analyst's corrections: what they make of a document, whatever was labelled before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.article import Document, ZoneKind
from briefing_app.model.correction import Corrections, Label, MetadataCorrection, MetadataField, corrected
from briefing_app.model.dates import DateInterval
from briefing_app.model.span import Span
from tests.factories import document

FERRY = document("Ferry returns", "The ferry came back.", "Read more here.", source="Coast Post")
MORE = FERRY.zones[2].span

KINDS = st.sampled_from(list(ZoneKind))
SPANS = st.tuples(st.integers(0, 49), st.integers(1, 20)).map(lambda pair: Span(pair[0], min(len(FERRY.text), pair[0] + pair[1])))


def _kind_at(made: Document, place: int) -> set[ZoneKind]:
    return {zone.kind for zone in made.zones if zone.span.start <= place < zone.span.end}


def test_no_correction_changes_nothing() -> None:
    assert corrected(FERRY, Corrections()) == FERRY


def test_a_label_cuts_what_lay_there_before() -> None:
    made = corrected(FERRY, Corrections().with_label(Span(MORE.start + 5, MORE.end), ZoneKind.BOILERPLATE))
    assert [(zone.kind, zone.span.of(FERRY.text), zone.by_analyst) for zone in made.zones[2:]] == [
        (ZoneKind.BODY, "Read ", False),
        (ZoneKind.BOILERPLATE, "more here.", True),
    ]
    assert made.zones[:2] == FERRY.zones[:2]
    assert made.text == FERRY.text


def test_what_is_labelled_as_the_title_is_the_title() -> None:
    made = corrected(FERRY, Corrections().with_label(FERRY.zones[1].span, ZoneKind.TITLE))
    assert made.title.value == "The ferry came back."
    assert made.title.by_analyst
    typed = Corrections().with_label(FERRY.zones[1].span, ZoneKind.TITLE).with_value(MetadataCorrection(MetadataField.TITLE, "Typed"))
    assert corrected(FERRY, typed).title.value == "Typed"


def test_a_value_says_that_the_analyst_has_set_it() -> None:
    interval = DateInterval(None, date(2020, 10, 16))
    corrections = Corrections().with_value(MetadataCorrection(MetadataField.DATE, interval))
    made = corrected(FERRY, corrections.with_value(MetadataCorrection(MetadataField.SOURCE, None)))
    assert (made.date.value, made.date.by_analyst, made.date.confidence, made.date.inferred) == (interval, True, 1.0, False)
    assert [(one.words, one.how, one.span) for one in made.date.evidence] == [("../2020-10-16", "set by the analyst", None)]
    assert (made.source.value, made.source.by_analyst, made.source.evidence) == (None, True, ())
    assert made.title == FERRY.title


def test_the_last_value_of_a_field_counts_and_can_be_taken_back() -> None:
    one = Corrections().with_value(MetadataCorrection(MetadataField.SOURCE, "One"))
    two = one.with_value(MetadataCorrection(MetadataField.TITLE, "A")).with_value(MetadataCorrection(MetadataField.SOURCE, "Two"))
    assert corrected(FERRY, two).source.value == "Two"
    assert two.without_value(MetadataField.SOURCE).without_value(MetadataField.TITLE) == Corrections()


@given(labels=st.lists(st.tuples(SPANS, st.one_of(st.none(), KINDS)), max_size=6))
def test_the_last_label_of_every_letter_counts(labels: list[tuple[Span, ZoneKind | None]]) -> None:
    corrections = Corrections()
    for span, kind in labels:
        corrections = corrections.with_label(span, kind)
    assert all(a.span.end <= b.span.start for a, b in zip(corrections.labels, corrections.labels[1:], strict=False))
    made = corrected(FERRY, corrections)
    for place, letter in enumerate(FERRY.text):
        if letter.isspace():
            continue
        last = next((kind for span, kind in reversed(labels) if span.start <= place < span.end), None)
        assert _kind_at(made, place) == ({last} if last else _kind_at(FERRY, place))


@given(first=SPANS, kind=KINDS, second=SPANS, other=KINDS)
def test_the_same_label_again_changes_nothing(first: Span, kind: ZoneKind, second: Span, other: ZoneKind) -> None:
    once = Corrections().with_label(first, kind).with_label(second, other)
    assert once.with_label(second, other) == once
    assert replace(once, labels=(Label(second, other),)).with_label(second, None) == Corrections()
