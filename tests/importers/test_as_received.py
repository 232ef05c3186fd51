"""Originals to look at: nothing leads anywhere, nothing is loaded, nothing is endless."""

from __future__ import annotations

import time

import pytest

from briefing_app.importers import as_received
from briefing_app.importers.as_received import MOST_MARKUP, MOST_SOURCE

ACTIVE = """<html><head><title>T</title><link rel=stylesheet href=//a.test/x.css><meta http-equiv=refresh content="0;url=//a.test"></head>
<body onload=x()><h1 style="background:url(//a.test/x)">Head</h1><p><a href="javascript:x()">one</a> <a href="https://a.test/">two</a>
<img src="file:///etc/passwd" onerror=x()><svg><script>x()</script></svg><script>x()</script><form action=//a.test><input></form>
<iframe src=//a.test></iframe><object data=//a.test></object><video src=//a.test></video></p><ul><li>item</li></ul></body></html>"""


def test_what_acts_leads_or_loads_is_gone_and_the_words_stay() -> None:
    shown = as_received(ACTIVE.encode(), "page.html")
    assert shown.markup is not None
    for gone in ("script", "href", "src", "style", "onload", "a.test", "file:", "<a", "<img", "<form", "<iframe", "url("):
        assert gone not in shown.markup
    for kept in ("<h1>Head</h1>", "one", "two", "<li>item</li>"):
        assert kept in shown.markup
    assert not shown.cut


def test_text_and_mail_are_shown_as_their_source() -> None:
    mail = b"From: a@b.test\nSubject: x\nDate: Mon, 2 Mar 2026 08:00:00 +0100\nMessage-ID: <1@b.test>\n\nThe ferry sails.\n"
    shown = as_received(mail, "x.eml")
    assert shown.markup is None
    assert shown.source.startswith("From: a@b.test")
    words = "Die Fähre fährt wieder über den Fjord, sagte die Behörde für Häfen am Montag in Lindow."
    assert as_received(words.encode("latin-1"), "x.txt").source == words


@pytest.mark.parametrize(
    "bomb",
    [
        "<table><tr><td>x" * 100,
        "<p>" + "a" * 2_000_000,
        "<a href='http://a.test/x'>y</a> " * 50_000,
        "<div>" * 20_000 + "x",
        "<table>" + ("<tr>" + "<td>x" * 20) * 2000,
        "<b>x</b>y" * 100_000,
        "<" * 300_000,
    ],
)
def test_hostile_pages_come_out_short_flat_and_soon(bomb: str) -> None:
    began = time.process_time()
    shown = as_received(f"<html><body>{bomb}</body></html>".encode(), "x.html")
    assert time.process_time() - began < 10
    assert len(shown.markup or "") <= MOST_MARKUP + 1000
    assert len(shown.source) <= MOST_SOURCE + 1000
    assert (shown.markup or "").count("<table") <= 1


def test_what_is_cut_says_so() -> None:
    shown = as_received(b"<html><body>" + b"<p>The ferry sails again.</p>" * 9000, "x.html")
    assert shown.cut
    assert shown.markup is not None
    assert shown.markup.endswith("</p>")
