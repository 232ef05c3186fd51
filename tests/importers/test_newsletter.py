"""Newsletters: one article a story, and never a cut through an article."""

from __future__ import annotations

from email.message import EmailMessage

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.cleaning import clean
from briefing_app.importers import read
from briefing_app.model.document import RawDocument

WORDS = "The ferry sails again after the storm, the port authority said on Monday, and nobody had been hurt in the week before that."


def letter(body: str) -> list[RawDocument]:
    mail = EmailMessage()
    mail["From"] = "The Harbour Post <news@harbour.test>"
    mail["Subject"] = "Morning briefing"
    mail["Date"] = "Mon, 02 Mar 2026 08:00:00 +0100"
    mail["Message-ID"] = "<1@harbour.test>"
    mail.set_content("plain")
    mail.add_alternative(f"<html><body><p>Good morning!</p>{body}<p>Unsubscribe here</p></body></html>", subtype="html")
    return list(read(mail.as_bytes(), "x.eml"))


def story(title: str, number: int) -> str:
    return f'<h2><a href="https://harbour.test/{number}">{title}</a></h2><p>{WORDS}</p>'


def test_each_linked_headline_begins_an_article() -> None:
    first, second = letter(story("Ferry returns to islands", 1) + story("Storm over the coast", 2))
    assert first.hint("record:title") == "Ferry returns to islands"
    assert first.hint("record:url") == "https://harbour.test/1"
    assert first.text.startswith("Good morning!")
    assert second.text.endswith("Unsubscribe here")
    assert (first.part, second.part) == ("1", "2")
    document = clean(second, "x")
    assert document.title.value == "Storm over the coast"
    assert document.source.value == "The Harbour Post"
    assert document.date.value is not None
    assert str(document.date.value.day) == "2026-03-02"


def test_read_more_leads_to_the_page_of_a_story_too() -> None:
    part = "<h2>{}</h2><p>" + WORDS + '</p><p><a href="https://harbour.test/{}">Read more</a></p>'
    first, second = letter(part.format("Ferry returns to islands", 1) + part.format("Storm over the coast", 2))
    assert (first.hint("record:url"), second.hint("record:url")) == ("https://harbour.test/1", "https://harbour.test/2")


def test_an_article_with_cross_heads_stays_one() -> None:
    (found,) = letter(f"<h1>Ferry returns to islands</h1><p>{WORDS}</p><h2>The long wait ended</h2><p>{WORDS}</p>")
    assert found.hint("mail:subject") == "Morning briefing"


def test_bare_teasers_are_no_stories() -> None:
    links = "".join(f'<p><a href="https://harbour.test/{n}">Storm over the coast {n}</a></p>' for n in range(3))
    assert len(letter(f"<p>{WORDS}</p>{links}")) == 1


@given(st.integers(2, 6), st.lists(st.sampled_from([f"<p>{WORDS}</p>", "<hr>", "<p>Advert</p>", "<ul><li>one</li></ul>"]), max_size=3))
def test_no_word_of_the_letter_is_lost(count: int, between: list[str]) -> None:
    body = "".join(story(f"Headline of story {number}", number) + "".join(between) for number in range(count))
    found = letter(body)
    assert len(found) == count
    words = " ".join(raw.text for raw in found).split()
    assert words.count("Headline") == count
    assert words.count("storm,") == count * (1 + between.count(f"<p>{WORDS}</p>"))
    for raw in found:
        for block in raw.blocks:
            assert block.span.of(raw.text).strip() == block.span.of(raw.text)
