"""What a page states about itself: meta elements, JSON-LD, title, links, and the remark of the program that saved it."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from html import unescape
from itertools import islice
from typing import Any

import lxml.html

from briefing_app.importers.encoding import tidy
from briefing_app.model.document import Hint

_META = re.compile(
    r"(og:(title|site_name|url|locale|type|article:.*|pub.*|updated_time|datepublished)|article[:.].*|twitter:(title|site|creator)|dc[.:].*|"
    r"dcterms[.:].*|author|byl|parsely-.*|sailthru\..*|cxenseparse:recs:.*|date|(bt:)?pubdate|publish[-_]?date|published[-_]?(date|time)|"
    r"publish_time|publication_date|originalpublicationdate|pdate|ptime|lastmod|last-modified|(rnews:)?date_?published|datemodified|dateposted|"
    r"date_?created|headline|application-name|publisher|citation_.*|language|content-language|news_keywords)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:^|[\s_@-])(?:(?:date|time|dt)[-_]?publish(?:ed|ing)?|publish(?:ed|ing)?[-_]?(?:date|on|time|at)?|publication[-_]?(?:date|time)|"
    r"pub[-_]?date|post(?:ed)?[-_]?(?:date|on|time)|entry[-_]?date|(?:document|article|news|story)[-_]?(?:published|date))(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids of elements that hold the day of publication, as content systems and microformats (hAtom, h-entry) name them."""
_DATED_MOST = 80
_ARTICLE = re.compile(r"(?:.*[:/])?(\w*Article|\w*BlogPosting|Report|Review|LiveBlogPosting)$")
_PAGE = re.compile(r"(?:.*[:/])?\w*WebPage$")
_LD_MOST = 2_000_000
_LD_BARE = re.compile(r"[\[{\s]{1,20}\"@context\"\s*:\s*\"https?://schema\.org")
"""How JSON-LD begins in a script that does not say its type."""
_VALUE_MOST = 2000
_SINGLEFILE = re.compile(
    r"<!--\s*Page saved with SingleFile[^\n]*\n\s*url:\s*(\S+)[^\n]*\n\s*saved date:\s*([^\n(]{10,60})",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S+)\s*-->", re.IGNORECASE)
_SAVED_DATE = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT([+-])(\d\d)(\d\d)")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def saved_by(head: str) -> tuple[tuple[Hint, ...], datetime | None]:
    """The address (hint ``saved:url``) and the moment in a browser's or SingleFile's remark at the head of the page."""
    if single := _SINGLEFILE.search(head):
        return (Hint("saved:url", single[1]),), _saved_date(single[2])
    if other := _SAVED_FROM.search(head):
        return (Hint("saved:url", other[1]),), None
    return (), None


def markup_hints(tree: lxml.html.HtmlElement) -> tuple[Hint, ...]:
    """Everything the markup states, in the order of the page; character references are resolved, since many pages escape twice.

    JSON-LD of an article comes as ``ld:...``, elements as ``html:...``.
    """
    found = [*_of_elements(tree), *_of_meta(tree), *_of_ld(tree)]
    tidied = (Hint(hint.name, " ".join(tidy(unescape(hint.value)).split())[:_VALUE_MOST]) for hint in found)
    return tuple(dict.fromkeys(hint for hint in tidied if hint.value))


def _of_elements(tree: lxml.html.HtmlElement) -> Iterator[Hint]:
    lang = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang")
    if lang:
        yield Hint("html:lang", lang)
    for title in tree.iterfind(".//head/title"):
        yield Hint("html:title", title.text_content())
        break
    for link in tree.iterfind(".//link[@href]"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield Hint("html:canonical", link.get("href", ""))
    for element in tree.iter("time"):
        if moment := element.get("datetime"):
            yield Hint("html:time-published" if _published(element) else "html:time", moment)
    for element in tree.iterfind(".//*[@itemprop]"):
        name = (element.get("itemprop") or "").lower()
        if name in ("datepublished", "datemodified", "headline", "author"):
            yield Hint(f"item:{name}", element.get("content") or element.get("datetime") or element.text_content()[:_VALUE_MOST])
    yield from _named_for_day(tree)


def _named_for_day(tree: lxml.html.HtmlElement) -> Iterator[Hint]:
    """``html:dated``: the words of the short elements that class or id name for the day of publication, or their title attribute."""
    for element in tree.iter("span", "div", "p", "abbr", "li", "em", "i", "small", "b", "strong", "dd", "td"):
        named = f"{element.get('class', '')} {element.get('id', '')}"
        if len(named) > 2 and _DATED.search(named):
            words = " ".join([element.get("title", "") if element.tag == "abbr" else "", *islice(element.itertext(), 12)])
            if any(map(str.isdigit, words)) and len(" ".join(words.split())) <= _DATED_MOST:
                yield Hint("html:dated", words)


def _published(element: lxml.html.HtmlElement) -> bool:
    words = f"{element.get('class', '')} {element.get('itemprop', '')} {element.get('pubdate', 'no')}".lower()
    return "publish" in words or "entry-date" in words or "pubdate" in element.attrib


def _of_meta(tree: lxml.html.HtmlElement) -> Iterator[Hint]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("http-equiv") or ""
        if _META.fullmatch(name.strip()):
            yield Hint(name.strip().lower(), meta.get("content") or "")


def _of_ld(tree: lxml.html.HtmlElement) -> Iterator[Hint]:
    for script in tree.iter("script"):
        kind, text = (script.get("type") or "").lower(), (script.text or "").strip()
        if not ("ld+json" in kind or (not kind and _LD_BARE.match(text))) or not text or len(text) > _LD_MOST:
            continue
        with contextlib.suppress(ValueError, RecursionError):
            data = json.loads(text, strict=False)
            for item in _items(data, _ARTICLE):
                yield from _of_item(item)
            for item in _items(data, _PAGE):
                if isinstance(day := item.get("datePublished"), str):
                    yield Hint("ld:page:datePublished", day)


def _items(data: Any, wanted: re.Pattern[str], depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script whose type is ``wanted``."""
    if depth > 5:
        return
    if isinstance(data, list):
        for each in data[:200]:
            yield from _items(each, wanted, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if any(isinstance(kind, str) and wanted.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _items(data.get(key), wanted, depth + 1)


def _of_item(item: dict[str, Any]) -> Iterator[Hint]:
    for key in ("headline", "datePublished", "dateModified", "inLanguage", "alternativeHeadline"):
        if isinstance(value := item.get(key), str):
            yield Hint(f"ld:{key}", value)
    for key in ("author", "publisher", "sourceOrganization"):
        values = item.get(key)
        for value in (values if isinstance(values, list) else [values])[:10]:
            name = value.get("name") if isinstance(value, dict) else value
            for each in name if isinstance(name, list) else [name]:
                if isinstance(each, str):
                    yield Hint(f"ld:{key}", each)
    page = item.get("mainEntityOfPage") or item.get("url")
    address = page.get("@id") if isinstance(page, dict) else page
    if isinstance(address, str) and address.startswith("http"):
        yield Hint("ld:url", address)


def _saved_date(words: str) -> datetime | None:
    """JavaScript's Date string: ``Fri Oct 16 2020 10:00:00 GMT+0200``."""
    found = _SAVED_DATE.match(words.strip())
    if not found or found[1] not in _MONTHS:
        return None
    ahead = timedelta(hours=int(found[8]), minutes=int(found[9]))
    with contextlib.suppress(ValueError):
        zone = timezone(ahead if found[7] == "+" else -ahead)
        month, hour, minute, second = _MONTHS.index(found[1]) + 1, int(found[4]), int(found[5]), int(found[6])
        return datetime(int(found[3]), month, int(found[2]), hour, minute, second, tzinfo=zone)
    return None
