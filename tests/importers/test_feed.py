"""Saved feeds: an article an entry, with guid, dates and source as the feed states them."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing_app.cleaning import clean
from briefing_app.importers import read
from briefing_app.model.errors import ImportSkipped, SkipCode
from tests.importers.feed_heads import Verdict, judge

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour Post</title><language>en</language>
<item><title>Ferry &amp; crew return</title><link>https://harbour.test/ferry</link><guid isPermaLink="false">hp-1</guid>
<pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The ferry sails <b>again</b>.</p><p>It was away for a week.</p><img src="https://harbour.test/x.png">]]></content:encoded></item>
<item><title>Second</title><guid>hp-2</guid><description>Only a summary.</description></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><entry><title>Ferry</title><id>tag:harbour.test,2026:1</id>
<published>2026-03-01</published><updated>2026-03-02T10:00:00Z</updated><author><name>Ann Lee</name></author>
<content type="text">It sails &lt;again&gt;.</content></entry></feed>"""

BOMB = (
    '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><rss><channel><item><title>&j;</title><description>Ferry</description></item></channel></rss>"
)


def test_an_entry_is_an_article_with_what_the_feed_states() -> None:
    first, second = read(RSS.encode(), "x.rss")
    assert first.text == "Ferry & crew return\n\nThe ferry sails again.\n\nIt was away for a week."
    assert {hint.name: hint.value for hint in first.hints} == {
        "record:title": "Ferry & crew return",
        "record:source": "The Harbour Post",
        "record:published": "2026-03-02T08:00:00+01:00",
        "record:language": "en",
        "record:url": "https://harbour.test/ferry",
        "record:key": "hp-1",
    }
    assert second.text == "Second\n\nOnly a summary."
    assert (first.part, second.part) == ("1", "2")


def test_atom_keeps_a_day_a_day_and_plain_text_plain() -> None:
    (found,) = read(ATOM.encode(), "feed")
    assert found.text == "Ferry\n\nIt sails <again>."
    assert found.hint("record:published") == "2026-03-01"
    assert found.hint("record:updated") == "2026-03-02T10:00:00+00:00"
    assert found.hint("record:author") == "Ann Lee"


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ("2026-03-01T22:30:00-05:00", "2026-03-01T22:30:00-05:00"),
        ("2026-03-01T00:00:00+14:00", "2026-03-01T00:00:00+14:00"),
        ("2026-03-01T22:30:00", "2026-03-01T22:30:00+00:00"),
        ("2026-03-01T24:00:00Z", "2026-03-01"),
        ("2026-03-01T08:00:00+99:99", "2026-03-01"),
        ("2026-02-30T08:00:00Z", None),
        ("Sun, 01 Mar 2026 22:30:00 -0500", "2026-03-01T22:30:00-05:00"),
        ("Sun, 01 Mar 2026 22:30:00 GMT", "2026-03-01T22:30:00+00:00"),
    ],
)
def test_the_day_is_the_one_that_the_feed_states_in_its_own_zone(stated: str, kept: str | None) -> None:
    (found,) = read(ATOM.replace("2026-03-01<", f"{stated}<").encode(), "feed")
    assert found.hint("record:published") == kept


def test_a_cleaned_entry_has_title_source_date_and_address() -> None:
    document = clean(next(read(RSS.encode(), "x")), "x")
    assert document.title.value == "Ferry & crew return"
    assert document.source.value == "The Harbour Post"
    assert document.date.value is not None
    assert document.date.value.moment == datetime(2026, 3, 2, 7, tzinfo=UTC)
    assert document.url == "https://harbour.test/ferry"


def test_json_feed() -> None:
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour",
        "items": [
            {
                "id": 7,
                "title": "Ferry",
                "content_html": "<p>It sails.</p>",
                "date_published": "2026-03-02T08:00:00+01:00",
                "authors": [{"name": "A"}],
            },
            {"id": "8", "content_text": "One.\nTwo."},
            "no item",
        ],
    }
    first, second = read(json.dumps(data).encode(), "x.json")
    assert first.text == "Ferry\n\nIt sails."
    assert first.hint("record:key") == "7"
    assert second.text == "One.\n\nTwo."


def test_a_feed_without_entries_says_so() -> None:
    with pytest.raises(ImportSkipped) as caught:
        list(read(b"<rss version='2.0'><channel><title>Empty</title></channel></rss>", "x"))
    assert caught.value.code is SkipCode.NO_TEXT


def test_a_feed_that_names_no_encoding_is_read_in_its_own() -> None:
    words = "여객선이 섬과 항구 사이를 다시 운항한다고 항만 당국이 월요일에 밝혔다. 기술자들은 사흘 동안 조타 장치를 점검했다."
    (found,) = read(f"<rss><channel><item><title>{words}</title></item></channel></rss>".encode("euc-kr"), "x.rss")
    assert found.text == words


def test_an_entity_bomb_does_not_go_off() -> None:
    begun = time.process_time()
    try:
        found = list(read(BOMB.encode(), "x.xml"))
    except ImportSkipped:
        found = []
    assert sum(len(raw.text) for raw in found) < 100_000
    assert time.process_time() - begun < 10


def test_the_feeds_of_the_acceptance_material_read_as_their_heads_say(shared: Path) -> None:
    judged = [(path.name, judge(path)) for path in sorted((shared / "data" / "exports" / "feed").iterdir())]
    assert [name for name, verdict in judged if verdict is Verdict.BROKEN] == []
    assert sum(verdict is Verdict.HELD for _, verdict in judged) > 300
