"""Metadata with evidence: source, byline, agency, date; unknown stays unknown."""

from __future__ import annotations

from datetime import UTC, date

import pytest

from briefing_app.cleaning import clean
from briefing_app.cleaning.offices import holders, named_in_office
from briefing_app.importers import read
from briefing_app.importers.encoding import tidy
from briefing_app.model.article import Document
from briefing_app.model.span import Span

BODY = (
    "The harbour of Northport reopened after a repair that took two years and cost far more than had been planned, the mayor said.",
    "Ferries will sail every hour, and the fish market is to return to its old place on the quay, the council decided in a vote.",
    "“We waited a long time,” said Ada Quay, who runs a shop near the water and had lost most of her customers to the other side.",
)


def cleaned(*lines: str, name: str = "pasted.txt") -> Document:
    return clean(next(read(tidy("\n\n".join(lines)).encode(), name)), name)


def page(head: str, *lines: str) -> Document:
    body = "".join(f"<p>{line}</p>" for line in (lines or BODY))
    return clean(
        next(read(f"<html><head>{head}</head><body><article><h1>Harbour opens</h1>{body}</article></body></html>".encode(), "p.html")),
        "p.html",
    )


def test_nothing_is_invented() -> None:
    document = cleaned(*BODY)
    assert not document.title.known
    assert not document.source.known
    assert not document.byline.known
    assert not document.agency.known
    assert not document.date.known
    assert document.language.value == "en"


def test_two_signs_of_the_foot_name_the_outlet() -> None:
    document = cleaned(
        "Harbour opens", *BODY, "Write to us at desk@quaynews.test", "Sign up to the QuayNews Newsletter!", "© 2021 QuayNews"
    )
    assert document.source.value == "QuayNews"
    assert document.source.inferred
    assert len(document.source.evidence) >= 2
    for evidence in document.source.evidence:
        assert evidence.span is not None
        assert evidence.span.of(document.text) == evidence.words


@pytest.mark.parametrize("line", ["Write to us at desk@quaynews.test", "Sign up to the QuayNews Newsletter!", "© 2021 QuayNews"])
def test_one_sign_is_not_enough(line: str) -> None:
    assert not cleaned("Harbour opens", *BODY, line).source.known


def test_the_page_states_its_outlet_author_and_day() -> None:
    document = page(
        '<meta property="og:site_name" content="Quay News"><meta name="author" content="Ada Reed">'
        '<meta property="article:published_time" content="2021-03-01T23:30:00-05:00">'
        '<meta property="article:modified_time" content="2021-03-02T10:00:00Z">'
        '<link rel="canonical" href="https://quaynews.test/2021/harbour">'
    )
    assert document.source.value == "Quay News"
    assert document.byline.value == "Ada Reed"
    assert document.date.value is not None
    assert document.date.value.day == date(2021, 3, 1)
    assert document.date.value.moment is not None
    assert document.date.value.moment.astimezone(UTC).isoformat() == "2021-03-02T04:30:00+00:00"
    assert not document.date.inferred
    assert document.updated is not None
    assert document.canonical_url == "https://quaynews.test/2021/harbour"


def test_the_address_gives_outlet_and_day_when_nothing_else_does() -> None:
    document = page('<link rel="canonical" href="https://www.quaynews.test/2021/03/05/harbour">')
    assert document.source.value == "quaynews.test"
    assert document.date.value is not None
    assert document.date.value.edtf == "2021-03-05"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Reed", "Ada Reed"),
        ("Von Jörg Müller und Ada Reed", "Jörg Müller und Ada Reed"),
        ("By Ada Reed, Northport correspondent", "Ada Reed"),
    ],
)
def test_a_byline_names_the_author(line: str, names: str) -> None:
    document = cleaned("Harbour opens", line, *BODY)
    assert document.byline.value == names
    evidence = document.byline.evidence[0]
    assert evidence.span is not None
    assert evidence.span.of(document.text) == names


def test_a_sentence_that_opens_with_by_is_no_byline() -> None:
    assert not cleaned("Harbour opens", "By Monday the last of the cranes had left, and By The Quay was crowded again.", *BODY).byline.known


def test_a_signature_at_the_foot_is_only_probable() -> None:
    document = cleaned("Harbour opens", *BODY, "Tell us what you think: desk@quaynews.test", "Ada Reed", "Managing editor, Quay News")
    assert document.byline.value == "Ada Reed"
    assert document.byline.confidence == 0.5
    assert document.byline.inferred


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (("• Kyodo", *BODY), "Kyodo"),
        (("Harbour opens", "NORTHPORT, March 2 (Reuters) - " + BODY[0], *BODY[1:]), "Reuters"),
        (("Harbour opens", "NORTHPORT (AP) — " + BODY[0], *BODY[1:]), "Associated Press"),
        (("Harbour opens", *BODY, "Copyright 2021 The Associated Press. All rights reserved."), "Associated Press"),
        (("Hafen öffnet", *BODY[:2], BODY[2] + " (dpa)"), "dpa"),
    ],
)
def test_agencies_are_found_where_they_are_credited(lines: tuple[str, ...], agency: str) -> None:
    assert cleaned(*lines).agency.value == agency


def test_an_agency_that_is_only_cited_gets_no_credit() -> None:
    assert not cleaned("Harbour opens", *BODY, "The repair was first reported by Reuters, which cited people at the quay.").agency.known


@pytest.mark.parametrize(
    "line",
    [
        "2 March 2021",
        "Published: March 2, 2021 at 10:15",
        "Tuesday 2 March 2021",
        "2021-03-02",
        "2021年3月2日",
        "2021.03.02 10:15",
        "2021/03/02",
        "2. März 2021, 10:15 Uhr",
    ],
)
def test_a_line_with_a_full_date_near_the_title_is_the_day(line: str) -> None:
    document = cleaned("Harbour opens", line, *BODY)
    assert document.date.value is not None
    assert document.date.value.day == date(2021, 3, 2)
    assert not document.date.inferred


def test_of_two_days_that_the_page_states_the_other_is_told() -> None:
    document = page(
        '<meta property="article:published_time" content="2021-03-05T10:00:00Z">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-03-02"}</script>'
    )
    assert document.date.value is not None
    assert document.date.value.edtf == "2021-03-02"
    assert [evidence.words for evidence in document.date.evidence] == ["2021-03-02", "2021-03-05T10:00:00Z"]
    assert document.date.confidence < 0.9


@pytest.mark.parametrize(
    "head",
    [
        '<script>{"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": "2021-03-02"}</script>',
        '<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2021-03-02"}</script>',
        '<meta name="publish_date" content="2021-03-02">',
        '<meta property="og:published_time" content="2021-03-02T10:00:00Z">',
    ],
)
def test_the_markup_states_the_day_in_many_ways(head: str) -> None:
    document = page(head)
    assert document.date.value is not None
    assert document.date.value.day == date(2021, 3, 2)


def test_an_element_named_for_the_day_is_read_and_two_days_are_not() -> None:
    one = '<span class="article__publishing-date">02.03.2021</span> Northport, Northport, Quay district, harbour and ferries'
    document = page("", one, *BODY)
    assert document.date.value is not None
    assert document.date.value.day == date(2021, 3, 2)
    other = '<span class="publish-date">05.03.2021</span> Southport, Southport, Quay district, harbour and ferries'
    two = page("", one, *BODY, other)
    assert two.date.value is None or two.date.value.day is None


def test_a_day_before_the_first_word_is_the_day_and_a_chronology_has_none() -> None:
    opened = cleaned("Harbour opens", "02.03.2021 – " + BODY[0], *BODY[1:])
    assert opened.date.value is not None
    assert opened.date.value.day == date(2021, 3, 2)
    told = cleaned("Harbour opens", "02.03.2021 – " + BODY[0], "04.03.2021 – " + BODY[1], BODY[2])
    assert told.date.value is None or told.date.value.day is None


def test_a_day_of_two_readings_is_read_where_page_or_language_tell_the_order() -> None:
    assert cleaned("Harbour opens", "Published: 03/04/2021", *BODY).date.value is None
    elsewhere = cleaned(
        "Harbour opens", "Published: 03/04/2021", *BODY, "The next boat sails on 25/04/2021, and hourly from then on, he said."
    )
    assert elsewhere.date.value is not None
    assert elsewhere.date.value.day == date(2021, 4, 3)
    assert elsewhere.date.inferred
    lines = "".join(f"<p>{line}</p>" for line in ("Publicado em 03/04/2021", *BODY))
    markup = f'<html lang="pt-BR"><body><article><h1>Harbour opens</h1>{lines}</article></body></html>'
    portuguese = clean(next(read(markup.encode(), "p.html")), "p.html")
    assert portuguese.date.value is not None
    assert portuguese.date.value.day == date(2021, 4, 3)
    assert portuguese.date.evidence[-1].words == "pt-BR"


def test_a_weekday_and_an_office_give_the_year() -> None:
    # Monday 14 September: 1998, 2009, 2015, 2020, 2026; Angela Merkel was chancellor, Heiko Maas foreign minister from March 2018.
    document = cleaned(
        "Harbour opens",
        "German Foreign Minister Heiko Maas opened the harbour on Monday 14 September after a repair that had taken two long years.",
        *BODY,
    )
    assert document.date.value is not None
    assert document.date.value.edtf == "2020-09-14"
    assert document.date.inferred
    assert len(document.date.evidence) >= 2
    assert any("2020" in evidence.how for evidence in document.date.evidence)


def test_without_bounds_a_weekday_gives_no_year() -> None:
    document = cleaned(
        "Harbour opens", "The harbour opened on Monday 14 September after a repair that had taken two long years, they said.", *BODY
    )
    assert not document.date.known


EDITION = ("By Tilde Rosmer", "Harbour Post, Sunday edition, 19 April")


def test_the_day_of_an_issue_without_its_year_is_evidence_and_no_date() -> None:
    document = cleaned("Harbour opens", *EDITION, *BODY)
    assert not document.date.known
    assert [evidence.words for evidence in document.date.evidence] == ["19 April"]


def test_the_weekday_of_an_issue_gives_the_year_within_bounds() -> None:
    # Sunday 19 April: 2009, 2015, 2020, 2026; Boris Johnson was prime minister from July 2019 to September 2022.
    words = "Prime Minister Boris Johnson said the harbour would help trade, and left again within the hour."
    document = cleaned("Harbour opens", *EDITION, words, *BODY)
    assert document.date.value is not None
    assert document.date.value.edtf == "2020-04-19"
    assert document.date.inferred


def test_offices_alone_give_an_interval() -> None:
    document = cleaned(
        "Harbour opens", "Prime Minister Theresa May said the harbour would help trade, and left again within the hour.", *BODY
    )
    assert document.date.value is not None
    assert document.date.value.edtf == "2016-07-01/2019-07-31"
    assert document.date.inferred
    assert document.date.confidence < 0.6


@pytest.mark.parametrize("words", ["former Prime Minister Theresa May", "then-Prime Minister Theresa May", "Theresa May"])
def test_who_is_not_in_office_bounds_nothing(words: str) -> None:
    assert not cleaned(
        "Harbour opens", f"The harbour was also visited by {words}, who left again within the hour of arriving.", *BODY
    ).date.known


def test_a_press_release_says_its_day() -> None:
    document = cleaned("Hafen bleibt offen", "Pressemitteilung vom 2. März 2026", *BODY)
    assert document.date.value is not None
    assert document.date.value.edtf == "2026-03-02"


def test_the_earliest_comment_bounds_the_day_from_above() -> None:
    document = cleaned(
        "Harbour opens",
        *BODY,
        "Tomas Reed 23/03/2021 @ 7:47 pm",
        "Nobody asked those of us who live here about any of this.",
        "quayside_girl 22/03/2021 @ 9:12 pm",
        "Finally! See you all on the first boat.",
    )
    assert document.date.value is not None
    assert document.date.value.edtf == "../2021-03-22"
    assert document.date.inferred


def test_teasers_and_foot_are_no_evidence_of_the_day() -> None:
    document = cleaned(
        "Harbour opens",
        *BODY,
        "Lighthouse sold on 4 May 2025 to a buyer from Southport, who promised…",
        "Council meets on 6 May 2025 to speak about the bridge that nobody…",
    )
    assert not document.date.known


def test_a_day_told_as_past_bounds_from_below_and_one_to_come_does_not() -> None:
    past = cleaned("Harbour opens", "The old quay fell into the water on 3 February 2019, and nobody was hurt by it at the time.", *BODY)
    assert past.date.value is not None
    assert past.date.value.edtf == "2019-02-03/.."
    ahead = cleaned("Harbour opens", "The new quay will be finished by 3 February 2031, if nothing else goes wrong in the meantime.", *BODY)
    assert not ahead.date.known


def test_the_table_of_offices_is_sound() -> None:
    rows = [row for group in holders().values() for row in group]
    assert len(rows) >= 150
    for row in rows:
        assert row.first < (row.last or date.max)
        assert row.name
        assert row.office


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("U.S. Secretary of State John Kerry said so.", ["John Kerry"]),
        ("John Kerry, the secretary of state, said so.", ["John Kerry"]),
        ("Chancellor Merkel said so.", ["Merkel"]),
        ("President-elect Barack Obama said so.", []),
        ("Former Chancellor Angela Merkel said so.", []),
        ("Vice President John Kerry said so.", []),
        ("The president met. Angela Merkel was there.", []),
    ],
)
def test_people_count_only_beside_their_office(text: str, names: list[str]) -> None:
    assert [each.span.of(text) for each in named_in_office(text, [Span(0, len(text))])] == names
