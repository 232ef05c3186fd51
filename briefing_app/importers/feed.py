"""Saved feeds (RSS, Atom, RDF): one article an entry, with the guid and the dates that the feed states. Nothing is fetched."""

from __future__ import annotations

import calendar
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from html import escape
from typing import Any

import feedparser
from lxml import etree

from briefing_app.importers import html
from briefing_app.importers.encoding import Decoded, decode
from briefing_app.importers.records import Record
from briefing_app.importers.xml_root import root_name
from briefing_app.model.document import RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

MOST_ENTRIES = 10_000
_ROOTS = frozenset(("rss", "feed", "rdf", "channel"))
_ENCODING = re.compile(rb"<\?xml[^>]{0,150}encoding\s*=")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)", re.ASCII)
_FEED_WORDS = re.compile(rb"<(?:\w+:)?(channel|item|entry)[\s>]|http://purl.org/rss/1.0/[\"']|purl.org/atom", re.IGNORECASE)


def recognise(data: bytes, _name: str) -> float:
    """By the first element of the XML, behind declaration and comments."""
    root = root_name(data)
    if root not in _ROOTS:
        return 0.0
    wide = data[:200].count(0) > 20
    return 0.98 if wide or root in ("rss", "feed") or _FEED_WORDS.search(data[: 1 << 16]) else 0.0


def read(data: bytes, name: str) -> Iterator[RawDocument]:
    """The entries in the feed's order; an entry's own words are its title and the fullest of its contents."""
    found = parse(data, name)
    if not found.entries:
        raise ImportSkipped(name, SkipCode.NO_TEXT, "The feed holds no entries.")
    several = len(found.entries) > 1
    some = False
    for number, entry in enumerate(found.entries[:MOST_ENTRIES], 1):
        raw = _article(entry, found.feed, str(found.encoding or "utf-8"), str(number) if several else "")
        if raw is not None:
            some = True
            yield raw
    if not some:
        raise ImportSkipped(name, SkipCode.NO_TEXT, "The feed's entries hold no text.")
    if len(found.entries) > MOST_ENTRIES:
        raise ImportSkipped(name, SkipCode.TOO_LARGE, f"The feed holds more than {MOST_ENTRIES:,} entries. What is beyond was left out.")


def parse(data: bytes, name: str) -> Any:
    """What the feed parser makes of the bytes. It is given a stream, so that it takes nothing for an address. Raises ImportSkipped."""
    try:
        return feedparser.parse(io.BytesIO(_declared(data)))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, LookupError, AssertionError, RecursionError) as error:
        raise ImportSkipped(name, SkipCode.MALFORMED, "The feed is damaged.") from error


def _declared(data: bytes) -> bytes:
    """The data, in UTF-8 when it names no encoding and is in none that XML allows without a name; the parser would take it for Latin."""
    if _ENCODING.search(data[:200]) or b"\0" in data[:200]:
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(data).text.encode("utf-8", "replace")
    return data


def article_of(record: Record, markup: str, encoding: str, part: str) -> RawDocument | None:
    """An article from what a feed states and its content in HTML; None when there is neither title nor text."""
    head = f"<h1>{escape(record.title)}</h1>" if record.title else ""
    try:
        raw = html.from_markup(Decoded(f"<html><body><article>{head}{markup}</article></body></html>", encoding), record.hints(), part)
    except (etree.LxmlError, RecursionError, AssertionError):
        return None
    return raw if raw.text.strip() else None


def _article(entry: Any, feed: Any, encoding: str, part: str) -> RawDocument | None:
    origin = entry.get("source") or {}
    title = _plain(entry.get("title", ""))
    names = (_plain(each.get("name", "")) for each in entry.get("authors", ()))
    record = Record(
        title=title,
        source=_plain(origin.get("title", "") or feed.get("title", "")),
        author=", ".join(filter(None, names)) or _plain(entry.get("author", "")),
        published=_moment(entry, "published") or _moment(entry, "created"),
        updated=_moment(entry, "updated"),
        language=entry.get("language", "") or feed.get("language", ""),
        url=_address(entry),
        key=entry.get("id", ""),
    )
    return article_of(record, _content(entry), encoding, part)


def _content(entry: Any) -> str:
    """The fullest content, else the summary."""
    contents = [each for each in entry.get("content", ()) if each.get("value")]
    full = max(contents, key=lambda each: len(each["value"]), default=None)
    summary = entry.get("summary", "")
    if full is None:
        return _markup(summary, entry.get("summary_detail", {}).get("type", "text/html"))
    return _markup(full["value"], full.get("type", "text/html"))


def _markup(value: str, kind: str) -> str:
    return f"<p>{escape(value)}</p>" if kind == "text/plain" else value


def _plain(value: Any) -> str:
    """A title's words: markup inside it is taken out."""
    words = str(value or "")
    return re.sub(r"<[^<>]{0,2000}>", "", words) if "<" in words else words


def _moment(entry: Any, name: str) -> str:
    """ISO 8601 in the zone that the feed states, else in UTC; a day alone stays a day; empty when it states none that can be read."""
    if not dict.__contains__(entry, name):  # the parser answers "updated" with the day of publication otherwise
        return ""
    stated = str(entry.get(name) or "").strip()
    parsed = entry.get(f"{name}_parsed")
    if not stated or not parsed:
        return ""
    if day := _DAY.match(stated):
        return _iso(stated, day[0])
    try:
        moment = datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError, TypeError):
        return ""
    with suppress(ValueError, TypeError, OverflowError):  # TypeError: it states no zone
        own = parsedate_to_datetime(stated)
        return (own if own == moment else moment).isoformat()
    return moment.isoformat()


def _iso(stated: str, day: str) -> str:
    """The moment, or where its time or zone is none the day alone; empty for a day that no calendar has: the parser makes another of it."""
    with suppress(ValueError):
        date.fromisoformat(day)
        with suppress(ValueError):
            if stated != day:
                moment = datetime.fromisoformat(stated)
                return moment.replace(tzinfo=moment.tzinfo or UTC).isoformat()
        return day
    return ""


def _address(entry: Any) -> str:
    address = str(entry.get("link", "") or "")
    return address if address.startswith(("http://", "https://")) else ""
