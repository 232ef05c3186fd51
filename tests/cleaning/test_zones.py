"""Zones: one a line, none overlaps, and each concern labels its lines."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.cleaning import clean
from briefing_app.cleaning.lines import MOST_LINES
from briefing_app.importers import plain, read
from briefing_app.importers.encoding import tidy
from briefing_app.model.article import TOLD, Document, ZoneKind

STORY = (
    "Harbour reopens after two-year repair",
    "The harbour of Northport reopened on Monday after a repair that took two years and cost far more than planned, the mayor said.",
    "Ferries will sail every hour from next week, and the fish market is to return to its old place on the quay before the summer.",
    "“We waited a long time for this day,” said Ada Quay, who runs a shop near the water and lost most of her customers meanwhile.",
    "The council paid for the work with a loan that it will pay back over thirty years, according to documents seen by this paper.",
)

LONG_STORY = (
    *STORY,
    "Stone for the new mole came by barge from the quarries of Hale, four hundred loads of it, and divers set the lowest course by hand.",
    "Two ships that had been laid up in the inner basin since the storm are to be towed away before the winter, the harbour master said.",
)


def cleaned(*lines: str, joint: str = "\n\n") -> Document:
    return clean(plain.from_text(tidy(joint.join(lines)), "utf-8"), "pasted.txt")


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(zone.kind.value, zone.span.of(document.text)[:24]) for zone in document.zones]


def kind_of(document: Document, words: str) -> ZoneKind:
    (found,) = {zone.kind for zone in document.zones if words in zone.span.of(document.text)}
    return found


@pytest.mark.parametrize("joint", ["\n\n", "\n"])
def test_a_clean_story_is_a_title_and_body(joint: str) -> None:
    document = cleaned(*STORY, joint=joint)
    assert [zone.kind for zone in document.zones] == [ZoneKind.TITLE] + [ZoneKind.BODY] * 4
    assert document.title.value == STORY[0]
    assert all(zone.reason and 0 < zone.confidence <= 1 for zone in document.zones)


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Facebook | Twitter | WhatsApp",
        "Subscribe now to get our best stories in your inbox.",
        "This site uses cookies to make it better for you.",
        "© 2026 Harbour Post. All rights reserved.",
        "Read more: Ferry fares to rise again in spring",
        "Tags: harbour, ferries, council",
        "Advertisement",
        "Lesen Sie auch: Die Fähre fährt wieder",
        "続きを読む",
        "Have you got a story for us? Write to desk@harbour.test",
        "Join us on Instagram and book your tickets for our summer events!",
    ],
)
def test_furniture_is_not_told(line: str) -> None:
    assert kind_of(cleaned(*STORY, line), line) is ZoneKind.BOILERPLATE


def test_quoted_words_are_not_taken_for_an_appeal() -> None:
    line = "“Join us and subscribe to our events,” the poster at the ferry terminal said, but nobody whom this paper asked had done so."
    assert kind_of(cleaned(*STORY, line), line) is ZoneKind.BODY


def test_a_menu_is_furniture_on_both_sides() -> None:
    menu = ["Home", "News", "Sport", "Weather forecast", "Harbour cameras", "Letters"]
    document = cleaned(*menu, *STORY, *menu, joint="\n")
    assert document.title.value == STORY[0]
    assert {kind_of(document, words) for words in menu} == {ZoneKind.BOILERPLATE}


def test_a_list_of_items_at_the_foot_is_furniture_and_in_the_story_is_told() -> None:
    foot = [f"  • Harbour Forum {year}" for year in (2024, 2025, 2026)]
    assert {kind_of(cleaned(*STORY, *foot), line.strip()) for line in foot} == {ZoneKind.BOILERPLATE}
    told = ["• The ferry sails every hour from Monday.", "• The market returns in May.", "• Fares stay as they are."]
    assert {kind_of(cleaned(*STORY[:3], *told, *STORY[3:]), line) for line in told} == {ZoneKind.BODY}


THREAD = (
    "1. Tomas Reed 02/03/2026 @ 7:47 pm",
    "Nobody asked those of us who live here. Two years without a ferry, and now they want a medal for it?",
    "2. quayside_girl 02/03/2026 @ 9:12 pm",
    "Finally! See you all on the first boat.",
    "And bring flags.",
    "   • Tomas Reed 03/03/2026 @ 8:01 am",
    "   Flags are extra, I suppose.",
)


def test_a_thread_of_comments_is_no_part_of_the_story() -> None:
    document = cleaned(*STORY, *THREAD, "Leave a comment", "Your email address will not be published.")
    for line in THREAD:
        assert kind_of(document, line.strip()[:20]) is ZoneKind.COMMENT
    assert kind_of(document, "Leave a comment") is ZoneKind.BOILERPLATE
    assert kind_of(document, STORY[-1]) is ZoneKind.BODY


def test_what_follows_the_last_comment_is_no_part_of_the_thread() -> None:
    menu = ("Imprint", "Contact", "Jobs", "Media data", "Cookie settings")
    document = cleaned(*STORY, *THREAD, *menu)
    assert kind_of(document, THREAD[-1].strip()[:20]) is ZoneKind.COMMENT
    assert {kind_of(document, words) for words in menu} == {ZoneKind.BOILERPLATE}
    closed = cleaned(*STORY, *THREAD, "Kommentar schreiben", "Wir freuen uns über jeden Beitrag und wünschen uns eine gute Debatte.")
    assert kind_of(closed, "Wir freuen") is not ZoneKind.COMMENT


def test_what_stands_behind_the_comments_is_not_told() -> None:
    foot = "Why you might get a letter from the harbour's friends this season, and what the winners of the prize have changed."
    assert kind_of(cleaned(*STORY, *THREAD, "Comments are closed.", "Recent Posts", foot), foot) is ZoneKind.BOILERPLATE
    assert kind_of(cleaned(*THREAD, "Comments are closed.", *STORY), STORY[2]) is ZoneKind.BODY


def test_stamps_of_galleries_and_two_days_in_a_row_open_no_comments() -> None:
    galleries = [
        line for n in (12, 17) for line in (f"{n}H ago {n + 22} photos", "Where the new films of this year were made, in pictures.")
    ]
    releases = [line for n in (13, 6) for line in (f"Wages rise | Factory News {n}.09.23 26.09.2023", "The unions agreed to it on Monday.")]
    for lines in (galleries, releases):
        assert ZoneKind.COMMENT not in {zone.kind for zone in cleaned(*STORY, *lines).zones}


def test_one_stamp_is_no_thread() -> None:
    document = cleaned(STORY[0], "Tomas Reed 02/03/2026 @ 7:47 pm", *STORY[1:])
    assert ZoneKind.COMMENT not in {zone.kind for zone in document.zones}


def test_cut_off_lines_at_the_foot_are_teasers() -> None:
    lines = [
        "Council of Southport agrees to sell the old lighthouse after an offer…",
        "New bridge will let cyclists reach the island but drivers fear…",
    ]
    document = cleaned(*STORY, *lines, joint="\n")
    assert {kind_of(document, line) for line in lines} == {ZoneKind.TEASER}


def test_headlines_after_a_related_heading_are_teasers() -> None:
    document = cleaned(*STORY, "Related stories", "Ferry fares to rise again in spring", "Lighthouse finds a buyer at last")
    assert kind_of(document, "Ferry fares") is ZoneKind.TEASER
    assert kind_of(document, "Related stories") is ZoneKind.BOILERPLATE


def test_a_single_paragraph_cut_off_by_a_paywall_stays_in_the_story() -> None:
    last = "The mayor had promised to finish the work within a year, but the wall under the old crane turned out to be weaker than anybody…"
    assert kind_of(cleaned(*STORY, last), last) is ZoneKind.BODY


def test_a_dateline_is_cut_off_the_first_paragraph() -> None:
    document = cleaned(STORY[0], "NORTHPORT, March 2 (Reuters) - " + STORY[1], *STORY[2:])
    assert kinds(document)[1:3] == [("dateline", "NORTHPORT, March 2 (Reut"), ("body", STORY[1][:24])]


def test_a_summary_before_the_text_is_no_title() -> None:
    summary = "According to people at the quay, the harbour could open before the work is finished"
    document = cleaned(summary, *STORY[1:])
    assert kind_of(document, summary) is ZoneKind.STANDFIRST
    assert not document.title.known


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_a_text_that_opens_with_its_first_sentence_has_no_title(joint: str) -> None:
    document = cleaned(*STORY[1:], joint=joint)
    assert not document.title.known
    assert document.zones[0].kind is ZoneKind.BODY
    assert document.headline().startswith("The harbour of Northport")


def test_the_page_decides_what_is_a_title_and_a_caption() -> None:
    page = (
        "<html><head><title>Harbour reopens - Post</title><meta property='og:title' content='Harbour reopens'></head><body>"
        "<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul></nav><article><h1>Harbour reopens</h1>"
        "<figure><img alt='The quay'><figcaption>The quay on Monday</figcaption></figure>"
        + "".join(f"<p>{line}</p>" for line in STORY[1:])
        + "<h2>Money</h2><p>"
        + STORY[3]
        + "</p></article><footer><p>Harbour Post is published by the Northport Press Trust every day but on public holidays.</p></footer>"
        "</body></html>"
    )
    document = clean(next(read(page.encode(), "x.html")), "x.html")
    assert document.title.value == "Harbour reopens"
    assert document.title.evidence[0].span is not None
    assert kind_of(document, "Harbour reopens") is ZoneKind.TITLE
    assert kind_of(document, "The quay on Monday") is ZoneKind.CAPTION
    assert kind_of(document, "Money") is ZoneKind.HEADING
    assert kind_of(document, STORY[1]) is ZoneKind.BODY
    assert kind_of(document, "Home") is ZoneKind.BOILERPLATE
    assert kind_of(document, "Press Trust") is ZoneKind.BOILERPLATE


@pytest.mark.parametrize("text", ["Hi", "one two three", "港は月曜日に再開した。", "12345", "•", "…", "Share"])
def test_something_is_told_however_short_the_text(text: str) -> None:
    document = cleaned(text)
    assert document.text == text
    assert document.told()


LINES = st.sampled_from(
    [
        *STORY,
        *THREAD,
        "",
        "  ",
        "Share",
        "Tags: a, b",
        "By Ada Quay",
        "• Kyodo",
        "Cut off…",
        "NORTHPORT — It opened.",
        "# Heading",
        "> quoted",
        "港は再開した。",
    ]
) | st.text(max_size=60)


@settings(max_examples=120, deadline=None)
@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\n\n"]))
def test_zones_lie_in_the_text_and_do_not_overlap(lines: list[str], joint: str) -> None:
    document = cleaned(*lines, joint=joint)
    assert document.text == tidy(joint.join(lines))
    before = 0
    for zone in document.zones:
        assert before <= zone.span.start < zone.span.end <= len(document.text)
        assert unicodedata.is_normalized("NFC", zone.span.of(document.text))
        before = zone.span.end
    labelled = "".join(zone.span.of(document.text) for zone in document.zones)
    assert len("".join(labelled.split())) >= len("".join(document.text.split())) - 12 * len(document.zones)
    for value in (document.title, document.source, document.byline, document.agency, document.date, document.language):
        assert value.known or value.confidence == 0
        for evidence in value.evidence:
            assert evidence.span is None or evidence.span.end <= len(document.text)


@pytest.mark.parametrize(
    "line",
    [
        "FILE - In this Monday, March 2, 2026 photo, the ferry leaves the quay of Northport for the first time.",
        "Image caption The ferry at the quay on Monday",
        "Photo: Ada Quay / Harbour Post",
        "This photo released by the harbour office shows the crane that fell into the water on Sunday.",
        "The ferry leaves the quay of Northport. REUTERS/Ada Quay",
    ],
)
def test_words_of_a_picture_are_a_caption(line: str) -> None:
    assert kind_of(cleaned(*STORY[:2], line, *STORY[2:]), line) is ZoneKind.CAPTION


def test_a_text_of_endless_lines_is_labelled_as_far_as_it_is_looked_at() -> None:
    text = "\n".join(
        f"The harbour opened again on day {number}, the mayor said, and the ferries sailed." for number in range(MOST_LINES + 50)
    )
    document = clean(plain.from_text(text, "utf-8"), "long.txt")
    assert document.zones[-1].kind is ZoneKind.BOILERPLATE
    assert document.zones[-1].span.end == len(text)
    assert document.zones[-2].kind is ZoneKind.BODY


@pytest.mark.parametrize(
    "line",
    [
        "Crossword: page 14. Letters to the desk reach us before noon.",
        "If you like what we do, tell a neighbour about us.",
        "Our office is closed at weekends.",
    ],
)
def test_a_house_line_at_the_foot_is_not_told(line: str) -> None:
    assert kind_of(cleaned(*LONG_STORY, line), line) is ZoneKind.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "“You will see us on the quay every morning, rain or shine,” the old skipper Tom Hale said of his three brothers.",
        "Our harbour needs its ferries, and the mayor knows that the shop keepers on the quay cannot wait for another summer.",
        "Rain is expected.",
    ],
)
def test_the_last_words_of_a_story_stay(line: str) -> None:
    assert kind_of(cleaned(*LONG_STORY, line), line) is ZoneKind.BODY


def test_leads_of_other_stories_behind_furniture_are_not_told() -> None:
    others = [
        "Football: Athletic lose at home again after a goalless half, and their trainer is angry about a penalty.",
        "Bakers fear a poor wheat crop as drought in the plains lasts into a third month, growers report.",
    ]
    document = cleaned(*LONG_STORY, "Share this article", "Tags: ferries", *others)
    assert not {zone.kind for zone in document.zones if zone.span.of(document.text) in others} & TOLD


def test_an_advert_behind_its_heading_is_not_told_and_a_paragraph_behind_it_is() -> None:
    advert = "Compare the prices of heating oil in your street today."
    document = cleaned(*STORY, "Partner offers", advert)
    assert kind_of(document, advert) is ZoneKind.BOILERPLATE
    goes_on = cleaned(*STORY[:3], "Partner offers", STORY[3], STORY[4] + " The loan was agreed on without a vote, they say.")
    assert kind_of(goes_on, STORY[3]) is ZoneKind.BODY


def test_the_head_of_a_newsletter_is_not_told() -> None:
    head = "Quay & Mole. No. 412 | 23 March 2026 | View in your browser"
    assert kind_of(cleaned(head, *STORY), head) is ZoneKind.BOILERPLATE


def test_a_correction_is_a_note_of_its_own() -> None:
    line = "This article was changed on Friday to correct the name of the mayor."
    document = cleaned(*LONG_STORY, line)
    (zone,) = [zone for zone in document.zones if zone.span.of(document.text) == line]
    assert zone.kind is ZoneKind.BOILERPLATE
    assert zone.reason == "correction note"


def test_a_text_that_turns_to_its_reader_from_end_to_end_is_a_story() -> None:
    guide = (
        "Ten things to do at the coast this month",
        "Visit the smoke house on the mole, get a paper bag of sprats, and tell us on Instagram whether you have eaten better ones.",
        "Book a berth on the old steamer, which sails for our events at noon, and watch the seals that lie on the bank of your choice.",
        "Try the new bathing hut, where you can join the morning swimmers of our coast, and share your photos at www.northport.test now!",
        "Check the tide before you walk to the island, and learn on the council's app when you must be back so that you stay dry.",
    )
    document = cleaned(*guide)
    assert sum(zone.kind is ZoneKind.BODY for zone in document.zones) >= 4
