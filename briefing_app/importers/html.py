"""Pages as saved by a browser (plain, complete, SingleFile): visible text in blocks, what the markup says, and the markup itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePath

import lxml.html
from lxml import etree

from briefing_app.importers.encoding import Decoded, decode
from briefing_app.importers.markup_hints import markup_hints, saved_by
from briefing_app.importers.markup_text import visible_text
from briefing_app.model.document import Hint, RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

MOST_DEPTH = 120
"""Elements nested deeper are unwrapped before anything else sees them; pages of newspapers stay below 60."""

MOST_LABELLED = 4 * 1024 * 1024
"""Longer markup (characters, embedded files taken out) is read, but not handed on for content labelling."""

MOST_ELEMENTS = 20_000
"""Pages with more elements are not handed on for content labelling either: its cost grows faster than they do."""

_LEAST_SHOWN = 200
"""A page that shows less (code points) and hides much more is made visible by its script: what it hides is read too."""

_MUCH_HIDDEN = 5

_OPENING = re.compile(rb"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_CLOSING = re.compile(rb"</(p|div|a|span|li|td|h[1-6]|article|section)\s*>", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_EMBEDDED = re.compile(r"data:[\w/+.-]{0,80}(?:;[\w=.+-]{0,80}){0,4},[A-Za-z0-9+/=%_.~-]{64,}")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
# Elements without a closing tag, or whose closing tag may be left out: they do not nest.
_FLAT = frozenset(
    re.findall(
        r"\S+", "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot option optgroup"
    )
)


def recognise(data: bytes, name: str) -> float:
    """By the opening elements, else by the number of closing tags."""
    head = data[: 1 << 16].replace(b"\0", b"")
    suffix = PurePath(name).suffix.lower() in (".html", ".htm", ".xhtml")
    if _OPENING.search(head[:8192]) and head.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<"):
        return 0.95
    if suffix:
        return 0.8 if re.search(rb"<[a-zA-Z!/]", head) else 0.25
    return 0.6 if head.lstrip().startswith(b"<") and len(_CLOSING.findall(head)) >= 3 else 0.0


def read(data: bytes, name: str) -> Iterator[RawDocument]:
    """The one article of a page. Nothing that the page points to is fetched."""
    try:
        yield from_markup(decode(data, declared_charset(data)))
    except (etree.LxmlError, RecursionError, AssertionError) as error:
        raise ImportSkipped(name, SkipCode.MALFORMED, "The page's markup cannot be read.") from error


def declared_charset(data: bytes) -> str | None:
    """The charset that the first 4 KiB of a page name, or None. A name that reads as ASCII cannot be UTF-16's or UTF-32's own.

    UTF-7 is no charset of pages (https://encoding.spec.whatwg.org/#security-background): it hides elements from whoever looks for them.
    """
    found = _CHARSET.search(data[:4096]) or _XML_CHARSET.match(data.lstrip()[:200])
    name = found[1].decode("ascii") if found else None
    return None if name and name.lower().startswith(("utf-16", "utf-32", "utf16", "utf32", "utf-7", "utf7")) else name


def from_markup(decoded: Decoded, hints: tuple[Hint, ...] = (), part: str = "") -> RawDocument:
    """The article in decoded markup; ``hints`` come from the container and stand before the page's own."""
    saved, captured = saved_by(decoded.text[: 1 << 16])
    tree = _tree(flattened(_EMBEDDED.sub("data:,", decoded.text)))
    if tree is None:
        return RawDocument(text="", blocks=(), hints=hints, part=part, encoding=decoded.encoding)
    stated = markup_hints(tree)
    etree.strip_elements(tree, "script", "style", "template", "iframe", "object", "canvas", "noscript", "svg", with_tail=False)
    page = visible_text(tree)
    if len(page.text) < _LEAST_SHOWN:
        whole = visible_text(tree, hidden=True)
        page = whole if len(whole.text) > _MUCH_HIDDEN * len(page.text) else page
    return RawDocument(
        text=page.text,
        blocks=page.blocks,
        links=page.links,
        hints=(*hints, *saved, *stated),
        markup=_labelled(tree),
        part=part,
        encoding=decoded.encoding,
        captured_at=captured if isinstance(captured, datetime) else None,
    )


def flattened(markup: str, most_depth: int = MOST_DEPTH) -> str:
    """``markup`` without the tags that stand deeper than ``most_depth``; what stands between them is kept. Linear in its length."""
    depth = dropped = 0
    pieces: list[str] = []
    kept_to = 0
    for tag in _TAG.finditer(markup):
        name = tag[2].lower()
        if name in _FLAT or (not tag[1] and tag[0].endswith("/>")):
            continue
        if not tag[1]:
            if depth < most_depth:
                depth += 1
                continue
            dropped += 1
        elif dropped:
            dropped -= 1
        else:
            depth = max(0, depth - 1)
            continue
        pieces.append(markup[kept_to : tag.start()])
        pieces.append(" ")
        kept_to = tag.end()
    return "".join([*pieces, markup[kept_to:]]) if pieces else markup


def _tree(markup: str) -> lxml.html.HtmlElement | None:
    """The parsed page, None when there is nothing in it. Raises MemoryError."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        tree = None
    if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in parser.error_log):
        raise MemoryError  # the parser tells of it like of any mistake in the markup, and what it returns is not the whole page
    return tree


def _labelled(tree: lxml.html.HtmlElement) -> str | None:
    if sum(1 for _ in tree.iter("*")) > MOST_ELEMENTS:
        return None
    markup = lxml.html.tostring(tree, encoding="unicode")
    return markup if len(markup) <= MOST_LABELLED else None
