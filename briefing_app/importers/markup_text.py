"""The visible text of a parsed page: one block after the other, with the elements around each, its links and its picture texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import lxml.html

from briefing_app.importers.encoding import tidy
from briefing_app.importers.markup_lists import BULLET, Items
from briefing_app.importers.markup_tables import cells_of
from briefing_app.model.document import Block, BlockKind, Cell, Link
from briefing_app.model.span import Span

_INLINE = frozenset(
    re.findall(
        r"\S+",
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike "
        "strong sub sup time tt u var wbr nobr center-inline math",
    )
)
_UNSEEN = frozenset(
    re.findall(
        r"\S+",
        "head script style template noscript iframe object embed canvas svg audio video source track map area datalist select "
        "textarea meta link title base param",
    )
)
_KINDS = {
    **{f"h{n}": BlockKind.HEADING for n in range(1, 7)},
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_NONE_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f\x0b]+")
_TELLING = re.compile(
    r"comments?(?=$|\W|_)|disqus|share|social|related|recommend|teaser|promo|newsletter|subscri|sidebar|footer|masthead|menu|breadcrumb|"
    r"navigation|navbar|byline|author|caption|credit|headline|standfirst|subtitle|deck|dateline|cookie|consent|advert|sponsor|paywall|"
    r"popular|trending|most-?read|tags?(?=$|\W|_)|widget|outbrain|taboola|copyright|pagination|toolbar|modal|popup",
    re.IGNORECASE,
)
_MOST_WORDS_IN_CLASS = 400


@dataclass(slots=True)
class Page:
    """The text of a page with its blocks and links; spans count code points of ``text``."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """What the blocks directly inside an element are: kind, level and path, how many lists they stand in, which cell."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    path: str = ""
    lists: int = 0
    items: Items | None = None
    cell: Cell | None = None


@dataclass(slots=True)
class _Writer:
    """Collects inline text until a block ends; then the block stands in the text, an empty line after it.

    ``marker`` waits for the first block of a list item. ``cells`` holds the cells of the tables of data met so far.
    """

    hidden: bool
    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[tuple[_Place, int, int, str]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    pending_length: int = 0
    pending_links: list[tuple[int, int, str]] = field(default_factory=list)
    marker: str = ""
    tables: int = 0
    cells: dict[lxml.html.HtmlElement, Cell] = field(default_factory=dict)

    def word(self, text: str, pre: bool = False) -> None:
        """Add inline text; white space is folded unless it is preformatted."""
        if not pre:
            text = _SPACE.sub(" ", text)
            if text.startswith(" ") and (not self.pending_length or self.pending[-1].endswith((" ", "\n"))):
                text = text[1:]
        if text:
            self.pending.append(text)
            self.pending_length += len(text)

    def end_block(self, place: _Place) -> None:
        """Close the block that is being collected; nothing happens when it is blank."""
        text = "".join(self.pending)
        stripped = text.strip()
        if stripped:
            if self.parts:
                self.parts.append("\n\n")
                self.length += 2
            lead = len(text) - len(text.lstrip())
            start = self.length
            self.parts.append(stripped)
            self.length += len(stripped)
            marker = ""
            if place.kind is BlockKind.LIST_ITEM:
                marker, self.marker = self.marker, ""
            self.blocks.append((place, start, self.length, marker))
            for first, last, address in self.pending_links:
                a, b = max(0, first - lead) + start, min(len(stripped), last - lead) + start
                if a < b:
                    self.links.append((a, b, address))
        self.pending, self.pending_length, self.pending_links = [], 0, []


def visible_text(tree: lxml.html.HtmlElement, *, hidden: bool = False) -> Page:
    """The text of ``tree`` as a reader sees it, scripts, styles and (unless ``hidden``) hidden elements left out.

    Pictures give their alt texts.
    """
    writer = _Writer(hidden)
    _walk(tree, writer, _Place())
    writer.end_block(_Place())
    return _page("".join(writer.parts), writer)


def _walk(element: lxml.html.HtmlElement, writer: _Writer, place: _Place) -> None:
    """Write one element. Recursion is bounded by the importer's cap on depth."""
    tag = element.tag if isinstance(element.tag, str) else None
    if tag is None or tag in _UNSEEN or (not writer.hidden and _is_hidden(element)):
        return
    if tag == "br":
        writer.word("\n", pre=True)
        return
    if tag == "img":
        _picture(element, writer, place)
        return
    inline = tag in _INLINE
    here = place if inline else _place(element, tag, place, writer)
    if not inline:
        writer.end_block(place)
    if tag == "li":
        writer.marker = place.items.marker(element) if place.items else BULLET
    first = writer.pending_length
    if element.text:
        writer.word(element.text, pre=tag == "pre")
    for child in element:
        _walk(child, writer, here)
        if child.tail:
            writer.word(child.tail, pre=tag == "pre")
    if tag == "a" and (address := element.get("href")) and writer.pending_length > first:
        writer.pending_links.append((first, writer.pending_length, tidy(address.strip())[:2000]))
    if not inline:
        writer.end_block(here)
    if tag == "li":
        writer.marker = ""


def _place(element: lxml.html.HtmlElement, tag: str, place: _Place, writer: _Writer) -> _Place:
    """What the blocks directly inside ``element`` are."""
    if tag == "table" and place.cell is None and (cells := cells_of(element, writer.tables)):
        writer.tables += 1
        writer.cells.update(cells)
    kind = _KINDS.get(tag, BlockKind.PARAGRAPH)
    if kind is BlockKind.PARAGRAPH and place.kind in (BlockKind.QUOTE, BlockKind.CAPTION, BlockKind.LIST_ITEM):
        kind = place.kind
    a_list = tag in ("ul", "ol", "dl", "menu")
    lists = place.lists + a_list
    level = int(tag[1]) if kind is BlockKind.HEADING else lists + (tag == "dd") if kind is BlockKind.LIST_ITEM else 0
    if kind is BlockKind.LIST_ITEM and tag not in _KINDS:
        level = max(level, place.level)
    here = replace(place, kind=kind, level=level, lists=lists, cell=writer.cells.get(element, place.cell))
    if a_list:
        here = replace(here, items=Items(element))
    if tag == "html":
        return here
    named = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("role"))))[:_MOST_WORDS_IN_CLASS]
    telling = "" if tag == "body" else "".join(f".{word}" for word in dict.fromkeys(w.lower() for w in _TELLING.findall(named)))
    return replace(here, path=f"{place.path}/{tag}{telling}" if place.path else tag + telling)


def _picture(element: lxml.html.HtmlElement, writer: _Writer, place: _Place) -> None:
    """An alt text is a block of its own, between the blocks around the picture."""
    alt = _SPACE.sub(" ", element.get("alt") or "").strip()
    if alt and not writer.pending_length:
        writer.word(alt)
        path = f"{place.path}/img" if place.path else "img"
        writer.end_block(replace(place, kind=BlockKind.IMAGE_ALT, level=0, path=path))


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    if "hidden" in element.attrib:
        return True
    style = element.get("style")
    return bool(style and _NONE_SHOWN.search(style[:1000]))


def _page(text: str, writer: _Writer) -> Page:
    """The page over its tidy text. An accent given as a character reference can make a text that is not NFC; then spans move."""
    move = _moved(text, {0, *(p for block in writer.blocks for p in block[1:3]), *(p for link in writer.links for p in link[:2])})
    blocks = tuple(
        Block(place.kind, Span(move(start), move(end)), place.level, place.path, marker, place.cell)
        for place, start, end, marker in writer.blocks
    )
    links = tuple(Link(Span(move(start), move(end)), address) for start, end, address in writer.links)
    return Page(tidy(text), blocks, links)


def _moved(text: str, places: set[int]) -> Moved:
    """Where each place of ``text`` lies in ``tidy(text)``."""
    tidied = tidy(text)  # not is_normalized: thousands of marks on one letter cost it the square of the time
    if tidied == text:
        return Moved({})
    whole = len(tidied)
    new: dict[int, int] = {}
    before = length = 0
    for place in sorted(places):
        length += len(tidy(text[before:place]))
        new[place] = min(length, whole)
        before = place
    return Moved(new)


@dataclass(frozen=True, slots=True)
class Moved:
    """A table of places, or none when nothing moved."""

    table: dict[int, int]

    def __call__(self, place: int) -> int:
        return self.table.get(place, place) if self.table else place
