"""HTML out: one file that loads nothing, in which footnotes are linked both ways and no word acts as markup."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as reader

from briefing_app.briefing import wording
from briefing_app.export.html import html
from tests.export.trees import HOSTILE, beside, every_block, hostile, plain, scattered, squeezed, whole, words_of


def page_of(data: bytes) -> reader.HtmlElement:
    return reader.document_fromstring(data)


def test_every_word_and_every_note_is_on_the_page() -> None:
    tree = every_block()
    page = page_of(html(tree)[0])
    for mark in page.xpath("//sup"):
        mark.text, mark[:] = "", []
    said = squeezed(page.text_content())
    for words in words_of(tree):
        assert words in said
    assert len(page.xpath("//section[@class='notes']/ol/li")) == len(tree.notes)


def test_links_inside_the_page_lead_to_something_and_outside_to_the_web() -> None:
    page = page_of(html(whole())[0])
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    addresses = page.xpath("//@href")
    assert any(address == "https://example.org/a" for address in addresses)
    for address in addresses:
        assert address.startswith(("http://", "https://")) or address.removeprefix("#") in names


def test_it_loads_and_runs_nothing() -> None:
    page = page_of(html(hostile())[0])
    assert page.xpath("//script | //img | //iframe | //link | //object | //@src | //@onload | //@onclick") == []
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert "url(" not in page.xpath("//style")[0].text


def test_markup_comes_out_literally() -> None:
    page = page_of(html(hostile())[0])
    assert squeezed(page.xpath("//h1")[0].text_content()) == squeezed(HOSTILE)
    assert squeezed(page.text_content()).count(squeezed(HOSTILE)) >= 5


@given(st.text(max_size=60))
def test_no_words_break_the_page(words: str) -> None:
    data = html(scattered(words))[0]
    page = page_of(data)
    assert len(page.xpath("//table")) == 1
    assert len(page.xpath("//h2")) == 1
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", data)


def test_languages_directions_and_table_heads_are_told() -> None:
    page = page_of(html(whole())[0])
    assert page.get("lang") == "en"
    assert {"ja", "ar"} <= set(page.xpath("//@lang"))
    assert page.xpath("//p[@dir='rtl'] | //td[@dir='rtl']")
    assert page_of(html(beside())[0]).xpath("//thead//th[@scope='col']")
    assert page.xpath("//tbody//th[@scope='row']")


def test_the_same_tree_gives_the_same_bytes() -> None:
    assert html(whole()) == html(whole())


def test_words_without_letters_are_told_plain() -> None:
    assert "a &lt;b&gt; &amp; c" in html(plain("a <b> & c"))[0].decode()
    assert wording.plain(()) == ""


def test_text_tables_and_notes_have_the_measure_of_the_page() -> None:
    style = page_of(html(whole())[0]).xpath("//style")[0].text
    narrowed = [rule.split("{")[0].strip() for rule in style.split("}") if re.search(r"max-width:(?! *100%)", rule)]
    assert narrowed == ["body"]
