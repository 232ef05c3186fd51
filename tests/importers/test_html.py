"""Pages: visible text in blocks, links, pictures, statements of the markup, bombs."""

from __future__ import annotations

import time
from datetime import UTC

import pytest

from briefing_app.importers import html, read
from briefing_app.importers.encoding import Decoded
from briefing_app.model.document import BlockKind, RawDocument

PAGE = """<!doctype html>
<!--
 Page saved with SingleFile
 url: https://harbour.test/2026/03/ferry
 saved date: Mon Mar 02 2026 10:20:30 GMT+0100 (Central European Standard Time)
-->
<html lang="en-GB"><head><title>Ferry returns | Harbour Post</title>
<link rel="canonical" href="https://harbour.test/ferry">
<meta property="og:site_name" content="Harbour Post"><meta property="og:title" content="Ferry returns">
<meta name="viewport" content="width=1"><meta name="author" content="Ada Quay">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": ["NewsArticle"], "headline": "Ferry returns",
 "datePublished": "2026-03-01T07:30:00+01:00", "author": [{"@type": "Person", "name": "Ada Quay"}], "publisher": {"name": "Harbour Post"}}]}
</script><style>p {color: red}</style></head>
<body><nav class="main-menu"><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li></ul></nav>
<article><h1>Ferry returns</h1><figure><img src="f.jpg" alt="The ferry at the quay"><figcaption>The ferry on Sunday</figcaption></figure>
<p>The   ferry <a href="https://harbour.test/line">sails
 again</a> from <b>Monday</b>.<br>It is full.</p>
<blockquote>We waited long.</blockquote><pre>10:00  North
11:00  South</pre>
<div hidden>Not shown</div><p style="display: none">Nor this</p><script>alert(1)</script><noscript>Nor that</noscript>
<table><tr><td>Adults</td><td>4.00</td></tr></table></article></body></html>"""


@pytest.fixture
def page() -> RawDocument:
    (found,) = read(PAGE.encode(), "ferry.html")
    return found


def test_the_text_is_what_a_reader_sees(page: RawDocument) -> None:
    assert page.text == (
        "News\n\nSport\n\nFerry returns\n\nThe ferry at the quay\n\nThe ferry on Sunday\n\nThe ferry sails again from Monday.\nIt is full."
        "\n\nWe waited long.\n\n10:00  North\n11:00  South\n\nAdults\n\n4.00"
    )


def test_blocks_say_what_they_were(page: RawDocument) -> None:
    kinds = {block.span.of(page.text): (block.kind, block.level) for block in page.blocks}
    assert kinds["Ferry returns"] == (BlockKind.HEADING, 1)
    assert kinds["News"] == (BlockKind.LIST_ITEM, 1)
    assert kinds["The ferry at the quay"][0] is BlockKind.IMAGE_ALT
    assert kinds["The ferry on Sunday"][0] is BlockKind.CAPTION
    assert kinds["We waited long."][0] is BlockKind.QUOTE
    assert kinds["Adults"][0] is BlockKind.TABLE_CELL


def test_paths_name_the_elements_around_and_telling_words(page: RawDocument) -> None:
    assert page.blocks[0].path == "body/nav.menu/ul/li"


def test_links_keep_their_words_and_addresses(page: RawDocument) -> None:
    assert [(link.span.of(page.text), link.address) for link in page.links] == [
        ("News", "/a"),
        ("Sport", "/b"),
        ("sails again", "https://harbour.test/line"),
    ]


def test_the_markup_states_title_date_author_publisher(page: RawDocument) -> None:
    assert page.hint("ld:headline") == page.hint("og:title") == "Ferry returns"
    assert page.hint("ld:datePublished") == "2026-03-01T07:30:00+01:00"
    assert page.hint("ld:author") == page.hint("author") == "Ada Quay"
    assert page.hint("ld:publisher") == page.hint("og:site_name") == "Harbour Post"
    assert page.hint("html:canonical") == "https://harbour.test/ferry"
    assert page.hint("html:lang") == "en-GB"
    assert page.hint("viewport") is None


def test_the_remark_of_the_saving_program_gives_address_and_moment(page: RawDocument) -> None:
    assert page.hint("saved:url") == "https://harbour.test/2026/03/ferry"
    assert page.captured_at is not None
    assert page.captured_at.astimezone(UTC).isoformat() == "2026-03-02T09:20:30+00:00"


def test_a_page_saved_as_complete_names_its_address() -> None:
    (found,) = read(b"<!-- saved from url=(0028)https://harbour.test/ferry/1 --><html><body><p>It sails.</p></body></html>", "x.html")
    assert found.hint("saved:url") == "https://harbour.test/ferry/1"


def test_embedded_files_are_not_handed_on() -> None:
    (found,) = read(b'<html><body><p>It sails.</p><img src="data:image/png;base64,' + b"A" * 100_000 + b'"></body></html>', "x.html")
    assert found.markup is not None
    assert len(found.markup) < 1000


def test_an_accent_as_a_reference_is_composed_and_spans_follow() -> None:
    (found,) = read(b'<html><body><p>Cafe&#x301; <a href="/x">zur&#x308;ck</a> offen</p><p>Mehr</p></body></html>', "x.html")
    assert found.text == "Café zur̈ck offen\n\nMehr".replace("r̈", "r̈")
    assert [block.span.of(found.text) for block in found.blocks] == found.text.split("\n\n")
    assert found.links[0].span.of(found.text) == "zur̈ck"


def test_a_page_that_only_its_script_would_show_is_read_all_the_same() -> None:
    (found,) = read(b"<html><body><div hidden><p>The ferry sails again.</p></div></body></html>", "x.html")
    assert found.text == "The ferry sails again."


def test_no_body_no_closing_tags_and_broken_statements_do_no_harm() -> None:
    data = b'<html><head><script type="application/ld+json">{"@type": "NewsArticle", </script><title>T</title></head><p>One<p>Two <b>three'
    (found,) = read(data, "x.html")
    assert found.text == "One\n\nTwo three"


@pytest.mark.parametrize(
    "bomb",
    [
        "<div>" * 50_000,
        "<table><tr><td>" * 3000,
        "<b><i>" * 30_000,
        "<ul><li>" * 20_000,
        "<div><p>" * 20_000,
        "<" * 300_000,
        '<a "' * 100_000,
    ],
)
def test_nested_and_broken_markup_is_bounded_in_time(bomb: str) -> None:
    begun = time.process_time()
    found = html.from_markup(Decoded(f"<html><body><p>Before.</p>{bomb}After", "utf-8"))
    assert "Before." in found.text
    assert time.process_time() - begun < 10


def test_flattening_keeps_what_stands_between_tags() -> None:
    deep = "<div>" * 500 + "deep" + "</div>" * 500 + "<p>after</p>"
    flat = html.flattened(deep)
    assert flat.count("<div>") == flat.count("</div>") == html.MOST_DEPTH
    assert "deep" in flat
    assert flat.endswith("<p>after</p>")
    assert html.flattened(PAGE) == PAGE


@pytest.mark.parametrize("declared", ["utf-16", "UTF-16LE", "utf-32"])
def test_a_charset_that_its_own_name_refutes_is_not_believed(declared: str) -> None:
    (found,) = read(f"<html><head><meta charset={declared}></head><body><p>The ferry came back.</p></body></html>".encode(), "a.html")
    assert found.text == "The ferry came back."


def test_no_page_is_in_utf_7() -> None:
    (found,) = read(b'<html><head><meta charset="utf-7"></head><body><p>+ADw-script+AD4-The ferry came back.</p></body></html>', "a.html")
    assert found.text == "+ADw-script+AD4-The ferry came back."


def test_thousands_of_accents_as_references_cost_little() -> None:
    started = time.process_time()
    (found,) = read(b"<html><body><p>e" + b"&#x301;&#x323;" * 200_000 + b"</p><p>The ferry.</p></body></html>", "a.html")
    assert found.text.endswith("The ferry.")
    assert found.blocks[-1].span.of(found.text) == "The ferry."
    assert time.process_time() - started < 15
