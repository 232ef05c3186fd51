"""Saved JSON Feeds (jsonfeed.org, versions 1 and 1.1): one article an item."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from briefing_app.importers.encoding import decode
from briefing_app.importers.feed import MOST_ENTRIES, article_of
from briefing_app.importers.records import Record
from briefing_app.model.document import RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')


def recognise(data: bytes, _name: str) -> float:
    """By the address that states the version."""
    stated = _VERSION.search(data[:4096]) or _VERSION.search(data[-4096:])
    return 0.98 if stated and data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") else 0.0


def read(data: bytes, name: str) -> Iterator[RawDocument]:
    """The items in the feed's order."""
    try:
        feed = json.loads(decode(data, "utf-8").text, strict=False)
        items = feed["items"]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise ImportSkipped(name, SkipCode.MALFORMED, "The JSON feed is damaged.") from error
    if not isinstance(items, list) or not items:
        raise ImportSkipped(name, SkipCode.NO_TEXT, "The feed holds no entries.")
    for number, item in enumerate(items[:MOST_ENTRIES], 1):
        if isinstance(item, dict) and (raw := _article(item, feed, str(number) if len(items) > 1 else "")) is not None:
            yield raw
    if len(items) > MOST_ENTRIES:
        raise ImportSkipped(name, SkipCode.TOO_LARGE, f"The feed holds more than {MOST_ENTRIES:,} entries. What is beyond was left out.")


def _article(item: dict[str, Any], feed: dict[str, Any], part: str) -> RawDocument | None:
    authors = item.get("authors") or [item.get("author")]
    names = [each.get("name") for each in authors if isinstance(each, dict)] if isinstance(authors, list) else []
    record = Record(
        title=_words(item.get("title")),
        source=_words(feed.get("title")),
        author=", ".join(filter(None, map(_words, names))),
        published=_words(item.get("date_published")),
        updated=_words(item.get("date_modified")),
        language=_words(item.get("language")) or _words(feed.get("language")),
        url=_words(item.get("url")) or _words(item.get("external_url")),
        key=_words(item.get("id")),
    )
    lines = _words(item.get("content_text")) or _words(item.get("summary"))
    markup = _words(item.get("content_html")) or "".join(f"<p>{escape(line)}</p>" for line in lines.split("\n") if line.strip())
    return article_of(record, markup, "utf-8", part)


def _words(value: Any) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""
