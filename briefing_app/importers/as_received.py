"""An original as it was received, made harmless: a page without links, pictures and scripts; anything else as its source text."""

from __future__ import annotations

import re

import lxml.html
import nh3
from lxml import etree

from briefing_app.importers import html, rtf
from briefing_app.importers.encoding import decode, is_binary
from briefing_app.importers.formats import format_of, read
from briefing_app.model.document import AsReceived
from briefing_app.model.errors import ImportSkipped

MOST_MARKUP = 120_000
"""Characters of a page that are shown; Qt lays them out on the window's thread."""

MOST_SOURCE = 300_000
_MOST_DEPTH = 40
_MOST_READ = 4_000_000
_LONGEST_LINE = 3000
_MOST_CELLS = 400
_TAGS = frozenset(
    re.findall(
        r"\S+",
        "article aside b blockquote br caption center cite code dd del div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header "
        "hr i ins kbd li main mark nav ol p pre q s samp section small strong sub sup table tbody td tfoot th thead tr u ul var",
    )
)
_ATTRIBUTES = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}, "ol": {"start", "type"}}
_EMBEDDED = re.compile(r"data:[\w/+.-]{0,80}(?:;[\w=.+-]{0,80}){0,4},[A-Za-z0-9+/=%_.~-]{64,}")
_ENDLESS = re.compile(rf"[^\n]{{{_LONGEST_LINE}}}")
_HALF_TAG = re.compile(r"<[^<>]*\Z")
_PARTS = frozenset(("table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption"))


def as_received(data: bytes, name: str) -> AsReceived:
    """``data`` to look at; ``name`` is the file's name. Linear in its length; never raises for what is in it."""
    chosen, _ = format_of(data, name)
    if is_binary(data) or chosen.recognise is rtf.recognise:
        return _words_of(data, name)
    page = chosen.recognise is html.recognise
    decoded = decode(data, html.declared_charset(data) if page else None)
    if page:
        markup, cut = _inert(decoded.text)
        if markup:
            return AsReceived(markup, "", decoded.encoding, cut)
    return AsReceived(None, _broken(decoded.text[:MOST_SOURCE]), decoded.encoding, len(decoded.text) > MOST_SOURCE)


def _words_of(data: bytes, name: str) -> AsReceived:
    """The words of a document that is no text by itself (PDF, Word): there is nothing else of it to look at here."""
    words: list[str] = []
    length = 0
    try:
        for raw in read(data, name):
            words.append(raw.text)
            length += len(raw.text)
            if length > MOST_SOURCE:
                break
    except ImportSkipped as skipped:
        if not words:
            words.append(skipped.reason)
    text = "\n\n".join(words)
    return AsReceived(None, _broken(text[:MOST_SOURCE]), "", len(text) > MOST_SOURCE)


def _inert(markup: str) -> tuple[str, bool]:
    """The page's own markup, flat enough for Qt and without anything that acts; empty when it cannot be read."""
    short = html.flattened(_EMBEDDED.sub("data:,", markup)[:_MOST_READ], _MOST_DEPTH)
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = lxml.html.document_fromstring(short.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return "", False
    etree.strip_elements(tree, "script", "style", "template", "iframe", "object", "noscript", "svg", "head", with_tail=False)
    _flatten_tables(tree)
    _split_endless(tree)
    clean = _cleaned(lxml.html.tostring(tree, encoding="unicode"))
    if len(clean) <= MOST_MARKUP:
        return clean, len(markup) > _MOST_READ
    return _cleaned(_HALF_TAG.sub("", clean[:MOST_MARKUP])), True


def _cleaned(markup: str) -> str:
    """Allowed elements without attributes that lead or load."""
    return nh3.clean(markup, tags=set(_TAGS), attributes=_ATTRIBUTES, link_rel=None)


def _flatten_tables(tree: lxml.html.HtmlElement) -> None:
    """Tables inside of tables, and tables of more than _MOST_CELLS cells, become blocks: Qt lays them out for seconds, or for ever."""
    for table in tree.xpath(".//table"):
        if table.xpath("boolean(ancestor::table)") or len(table.xpath(f"(.//td|.//th)[position() <= {_MOST_CELLS + 1}]")) > _MOST_CELLS:
            table.set("class", "flat")
    for part in tree.xpath(".//*[ancestor-or-self::table[@class='flat']]"):
        if part.tag in _PARTS:
            part.tag = "div"


def _split_endless(tree: lxml.html.HtmlElement) -> None:
    """Text without end is broken into blocks: Qt needs the square of the time for a long one."""
    for element in tree.iter(etree.Element):
        for text, where in ((element.text, "text"), (element.tail, "tail")):
            if not text or len(text) <= _LONGEST_LINE:
                continue
            pieces = [text[at : at + _LONGEST_LINE] for at in range(0, len(text), _LONGEST_LINE)]
            setattr(element, where, pieces[0])
            for piece in reversed(pieces[1:]):
                block = lxml.html.HtmlElement()
                block.tag = "div"
                block.text = piece
                if where == "text":
                    element.insert(0, block)
                else:
                    element.addnext(block)


def _broken(text: str) -> str:
    """With an end to every line."""
    return _ENDLESS.sub(lambda found: found[0] + "\n", text)
