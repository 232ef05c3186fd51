"""Mastheads, agencies by their form, and the days that stand at a text's head."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from briefing_app.cleaning import clean
from briefing_app.importers import plain
from briefing_app.importers.encoding import tidy
from briefing_app.model.article import Document, ZoneKind

HEADLINE = "Old mill at Samford is to become a school"
BODY = (
    "The council of Samford decided to turn the old mill by the weir into a school for three hundred children, its mayor said on Tuesday.",
    "Builders are to start in the autumn and will leave the water wheel where it is, according to the plans that were shown in the hall.",
    "“My grandfather carried flour here,” said Dora Finch, who lives across the road and had asked for the house to be kept as it is.",
)


def cleaned(*lines: str) -> Document:
    return clean(plain.from_text(tidy("\n\n".join(lines)), "utf-8"), "pasted.txt")


def kind_of(document: Document, words: str) -> ZoneKind:
    (found,) = {zone.kind for zone in document.zones if words in zone.span.of(document.text)}
    return found


@pytest.mark.parametrize(
    "name", ["The Samford Gazette", "Weir Valley Herald", "Samforder Anzeiger", "Le Courrier de Samford", "堰川新聞", "صحيفة النهر"]
)
def test_a_papers_name_above_the_headline_is_the_source_by_one_sign(name: str) -> None:
    document = cleaned(name, HEADLINE, *BODY)
    assert document.title.value == HEADLINE
    assert document.source.value == name
    assert document.source.confidence == 0.6
    assert document.source.inferred
    (evidence,) = document.source.evidence
    assert "only sign" in evidence.how
    assert evidence.span is not None
    assert evidence.span.of(document.text) == name
    assert kind_of(document, name) is ZoneKind.BOILERPLATE


@pytest.mark.parametrize(
    "sign",
    [
        "Write to us: desk@samfordgazette.test",
        "© 2024 The Samford Gazette. All rights reserved.",
        "(c) Samford Gazette 2024. All rights reserved.",
        "Subscribe to the Samford Gazette newsletter and get it in your inbox.",
        "Mayor Tom Alder would not tell the Gazette what the work will cost, or when the children can move in from their huts.",
    ],
)
def test_a_second_sign_makes_the_masthead_surer(sign: str) -> None:
    document = cleaned("The Samford Gazette", HEADLINE, *BODY, sign)
    assert document.source.value == "The Samford Gazette"
    assert document.source.confidence > 0.6
    assert len(document.source.evidence) >= 2


def test_a_line_of_sections_needs_a_second_sign_when_no_paper_is_called_so() -> None:
    menu = "Samford Quill | Home | Town | Farms | Letters"
    document = cleaned(menu, HEADLINE, *BODY)
    assert document.title.value == HEADLINE
    assert not document.source.known
    assert cleaned(menu, HEADLINE, *BODY, "© Samford Quill 2024").source.value == "Samford Quill"


@pytest.mark.parametrize(
    "lines",
    [
        ("Hard Times", "How a weir town lost its mill and found a school", *BODY, "These are hard times for every town on the river."),
        ("Mill Post", *BODY),
        (HEADLINE, *BODY),
        ("Breaking News", HEADLINE, *BODY),
        ("LIVE NEWS | Mill to become a school", "A school is to open by the weir", *BODY),
        ("Samford finds a use for its mill today", "A school is to open by the weir", *BODY),
    ],
)
def test_a_headline_is_no_masthead(lines: tuple[str, ...]) -> None:
    document = cleaned(*lines)
    assert not document.source.known


@pytest.mark.parametrize(
    "lines",
    [
        (HEADLINE, "SAMFORD (QPA) - " + BODY[0], *BODY[1:]),
        (HEADLINE, *BODY, "QPA"),
        (HEADLINE, *BODY, "— QPA"),
        (HEADLINE, *BODY, "(QPA, Gazette staff)"),
        (HEADLINE, *BODY[:2], BODY[1] + " (QPA)"),
        (HEADLINE, *BODY, "(Reporting by QPA staff in Samford)"),
        (HEADLINE, *BODY, "Reporting by Nell Birch, QPA"),
    ],
)
def test_an_agency_that_no_table_knows_is_found_by_its_credit(lines: tuple[str, ...]) -> None:
    document = cleaned(*lines)
    assert document.agency.value == "QPA"
    assert all(each.span is not None and each.span.of(document.text) == "QPA" for each in document.agency.evidence)


def test_two_credits_are_surer_than_one() -> None:
    document = cleaned(HEADLINE, "SAMFORD (QPA) - " + BODY[0], *BODY[1:], "QPA")
    assert document.agency.confidence > cleaned(HEADLINE, *BODY, "QPA").agency.confidence


def test_who_reported_for_an_agency_is_the_byline() -> None:
    document = cleaned(HEADLINE, *BODY, "(Reporting by Nell Birch, QPA)")
    assert document.byline.value == "Nell Birch"
    assert kind_of(document, "Reporting by") is ZoneKind.BYLINE


@pytest.mark.parametrize(
    "lines",
    [
        (HEADLINE, *BODY, "FAQ"),
        (HEADLINE, BODY[0], "UK", *BODY[1:]),
        (HEADLINE, *BODY, "A spokesman for the QPA said that it had known of the plans for the mill since the spring.", "QPA"),
    ],
)
def test_letters_that_are_a_heading_or_a_party_are_no_agency(lines: tuple[str, ...]) -> None:
    assert not cleaned(*lines).agency.known


@pytest.mark.parametrize(
    "line",
    [
        "07.05.2024",
        "7 May 2024",
        "Tuesday, 7 May 2024",
        "7 May 2024 18:30 GMT | Business desk",
        "by our mills correspondent, Tuesday 7 May 2024",
        "2024年5月7日",
        "الثلاثاء 7 مايو 2024",
        "7 мая 2024",
        "7 maja 2024",
        "7 Mayıs 2024",
    ],
)
@pytest.mark.parametrize("above", [(HEADLINE,), ("The Samford Gazette",)])
def test_a_day_at_the_head_is_stated(line: str, above: tuple[str, ...]) -> None:
    lines = (*above, line) if above == (HEADLINE,) else (*above, line, HEADLINE)
    document = cleaned(*lines, *BODY, "© 2026 Samford Gazette. All rights reserved.")
    assert document.title.value == HEADLINE
    assert document.date.value is not None
    assert document.date.value.day == date(2024, 5, 7)
    assert not document.date.inferred
    assert kind_of(document, line) in (ZoneKind.DATELINE, ZoneKind.BYLINE)


def test_a_time_with_its_zone_gives_the_moment() -> None:
    value = cleaned(HEADLINE, "7 May 2024 6.30 pm CEST", *BODY).date.value
    assert value is not None
    assert value.moment is not None
    assert value.moment.utcoffset() == timedelta(hours=2)
    assert value.moment.hour == 18
    vague = cleaned(HEADLINE, "7 May 2024 18:30 IST", *BODY).date.value
    assert vague is not None
    assert vague.moment is None


def test_a_copyright_year_bounds_a_dateline_and_sets_it_when_the_weekday_agrees() -> None:
    foot = "(c) Samford Gazette 2024. All rights reserved."
    agreed = cleaned(HEADLINE, "SAMFORD, May 7 (QPA) - " + BODY[0], *BODY[1:], foot).date
    assert agreed.value is not None
    assert agreed.value.edtf == "2024-05-07"
    assert agreed.inferred
    assert len(agreed.evidence) == 3
    bounded = cleaned(HEADLINE, "SAMFORD, May 8 (QPA) - " + BODY[0], *BODY[1:], foot).date
    assert bounded.value is not None
    assert bounded.value.edtf == "../2025-05-08"
