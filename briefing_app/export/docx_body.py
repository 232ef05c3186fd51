"""The blocks of a document tree as paragraphs, runs and tables of a Word file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

from briefing_app.briefing.tree import (
    Badge,
    Block,
    Break,
    Cite,
    Code,
    Graph,
    Heading,
    Inline,
    Inlines,
    Items,
    Paragraph,
    ParagraphKind,
    Quote,
    Rule,
    Table,
    TableCell,
    Text,
    Timeline,
    Tree,
    Voice,
)
from briefing_app.export.characters import directions, has_right_to_left, language_of, one_line, runs_right_to_left
from briefing_app.export.docx_parts import Part, Parts
from briefing_app.export.markup import NOTHING, Markup, characters, element, joined
from briefing_app.model.annotation import Tint

WIDTH = 9184
"""The text's width in twentieths of a point: A4 less its margins."""

LEVELS = 9
"""How deep Word's lists go; what lies deeper stands on the last level."""

_HUES = ("0072B2", "E69F00", "009E73", "D55E00", "CC79A7", "56B4E9", "F0E442", "000000")
_LINE, _WASH, _HATCH = "D9D6CE", "F4F2ED", "E3E1DB"
_WHITE_ON = frozenset({0, 7})
_TINTS = {Tint.SUN: "FBEFB8", Tint.LEAF: "D6EFD9", Tint.SKY: "D6E8F7", Tint.ROSE: "FBE0DE", Tint.CLAY: "F1E1CF"}
_VOICES = {Voice.MUTED: "Muted", Voice.INFERRED: "Inferred", Voice.UNKNOWN: "Unknown"}
_KINDS = {ParagraphKind.PROSE: "", ParagraphKind.LEAD: "Lead", ParagraphKind.SMALL: "Small"}
_EAST_ASIAN = frozenset({"ja", "zh", "ko"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: its style, and in which list, how deep, and whether it is the item's first."""

    style: str = ""
    number: int = 0
    level: int = -1
    first: bool = False
    shade: str = ""


def paragraph(*inside: Markup, style: str = "", settings: Markup = NOTHING) -> Markup:
    """A paragraph in a style, with further settings behind it in the order that the standard asks for."""
    named = element("w:pStyle", w__val=style) if style else NOTHING
    told = joined(named, settings)
    return element("w:p", element("w:pPr", told) if told else NOTHING, *inside)


def run(words: str, *, strong: bool = False) -> Markup:
    """Plain characters as a run."""
    look = element("w:rPr", element("w:b"), element("w:bCs")) if strong else NOTHING
    return element("w:r", look, element("w:t", characters(one_line(words)), xml__space="preserve"))


class Body:
    """Writes one tree; ``lists`` tells after writing, for each list by its number from 1, whether it is ordered."""

    def __init__(self, tree: Tree, parts: Parts) -> None:
        self._tree = tree
        self._parts = parts
        self._marks = count(1)
        self._headings = count(1)
        self._cited: set[int] = set()
        self._sources = {block.source for block in tree.blocks if isinstance(block, Heading) and block.source}
        self.lists: list[bool] = []

    def blocks(self, blocks: tuple[Block, ...]) -> Markup:
        """Blocks that stand on the page itself; its headings carry the marks that the contents lead to."""
        return joined(*map(self._top, blocks))

    def inlines(self, inlines: Inlines, part: Part = Part.DOCUMENT, *, linked: bool = True) -> Markup:
        """A line of runs that stands in ``part``."""
        made: list[Markup] = []
        before: Inline | None = None
        for inline in inlines:
            match inline:
                case Text():
                    made.append(self._text(inline, part))
                case Badge():
                    made.append(self._badge(inline, linked=linked))
                case Break():
                    made.append(element("w:r", element("w:br")))
                case Cite():
                    comma = _superscript(",") if isinstance(before, Cite) else NOTHING
                    made.append(joined(comma, self._cite(inline.note)))
            before = inline
        return joined(*made)

    def _top(self, block: Block) -> Markup:
        return self._heading(block, f"h{next(self._headings)}") if isinstance(block, Heading) else self._block(block, Place())

    def _block(self, block: Block, place: Place) -> Markup:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                settings = _settings(place, runs_right_to_left(block.language, (block.inlines,)))
                return paragraph(self.inlines(block.inlines), style=place.style or _KINDS[block.kind], settings=settings)
            case Items():
                return self._items(block, place)
            case Quote():
                inside = replace(place, style="Quote", shade=_TINTS[block.tint] if block.tint else "")
                return joined(*(self._block(part, inside) for part in block.blocks))
            case Code():
                return joined(*(paragraph(run(line), style="Code", settings=_settings(place)) for line in block.text.split("\n")))
            case Rule():
                return paragraph(style="Rule")
            case Table():
                return self._table(block)
            case Timeline():
                return joined(*(self._listed(group.head, tuple(row.line for row in group.rows), place) for group in block.groups))
            case Graph():
                return self._listed((Text(block.caption),), block.steps, place)

    def _listed(self, head: Inlines, lines: tuple[Inlines, ...], place: Place) -> Markup:
        """What other formats draw, in lines."""
        items = Items(tuple((Paragraph(line),) for line in lines))
        return joined(self._block(Paragraph(head), place), self._items(items, place))

    def _heading(self, block: Heading, name: str = "") -> Markup:
        words = self.inlines(block.inlines, linked=False)
        for mark in filter(None, (name, f"source-{block.source}" if block.source else "")):
            words = self._marked(mark, words)
        settings = element("w:bidi") if runs_right_to_left("", (block.inlines,)) else NOTHING
        return paragraph(words, style=f"Heading{min(6, block.level)}", settings=settings)

    def _marked(self, name: str, inside: Markup) -> Markup:
        number = str(next(self._marks))
        return joined(element("w:bookmarkStart", w__id=number, w__name=name), inside, element("w:bookmarkEnd", w__id=number))

    def _items(self, items: Items, place: Place) -> Markup:
        self.lists.append(items.ordered)
        inside = replace(place, number=len(self.lists), level=min(LEVELS - 1, place.level + 1))
        made: list[Markup] = []
        for item in items.items:
            made += [self._block(block, replace(inside, first=number == 0)) for number, block in enumerate(item)]
        return joined(*made)

    def _table(self, table: Table) -> Markup:
        widths = [round(width * WIDTH) for width in table.widths]
        grid = element("w:tblGrid", *(element("w:gridCol", w__w=str(width)) for width in widths))
        look = element(
            "w:tblPr",
            element("w:tblW", w__w=str(WIDTH), w__type="dxa"),
            element("w:tblBorders", *(element(f"w:{side}", w__val="single", w__sz="4", w__color=_LINE) for side in ("bottom", "insideH"))),
            element("w:tblLayout", w__type="fixed"),
            element("w:tblCellMar", *(element(f"w:{side}", w__w="80", w__type="dxa") for side in ("top", "left", "bottom", "right"))),
            element("w:tblLook", w__firstRow="1" if table.head else "0", w__firstColumn="1"),
        )
        rows = []
        if table.head:
            cells = [self._cell(cell, width, strong=True) for cell, width in zip(table.head, widths, strict=True)]
            rows.append(element("w:tr", element("w:trPr", element("w:cantSplit"), element("w:tblHeader")), *cells))
        for group in table.groups:
            if group.head:
                rows.append(element("w:tr", element("w:trPr", element("w:cantSplit")), self._group(group.head, len(widths))))
            rows += [element("w:tr", *map(self._cell, row, widths)) for row in group.rows]
        # Word wants a paragraph between a table and whatever comes behind it.
        return joined(element("w:tbl", look, grid, *rows), paragraph(style="Small")) if rows else NOTHING

    def _group(self, head: Inlines, columns: int) -> Markup:
        width = element("w:tcW", w__w=str(WIDTH), w__type="dxa")
        look = element("w:tcPr", width, element("w:gridSpan", w__val=str(columns)), _shade(_WASH))
        words = self.inlines(head, linked=False)
        return element("w:tc", look, paragraph(words, style="TableText", settings=element("w:keepNext")))

    def _cell(self, cell: TableCell, width: int, *, strong: bool = False) -> Markup:
        look = element("w:tcPr", element("w:tcW", w__w=str(width), w__type="dxa"), _shade(_HATCH) if cell.silent else NOTHING)
        settings = element("w:bidi") if runs_right_to_left(cell.language, cell.lines) else NOTHING
        if strong:
            settings = joined(element("w:keepNext"), settings)
        lines = [paragraph(self.inlines(line, linked=not strong), style="TableText", settings=settings) for line in cell.lines]
        return element("w:tc", look, *(lines or [paragraph(style="TableText")]))

    def _text(self, text: Text, part: Part) -> Markup:
        look = _look(text)
        words = [characters(one_line(line)) for line in text.words.split("\n")]
        made: list[Markup] = []
        for line in words:
            made += [element("w:br")] if made else []
            made.append(element("w:t", line, xml__space="preserve"))
        shown = element("w:r", look, *made)
        if not text.address:
            return shown
        return element("w:hyperlink", shown, r__id=self._parts.address(part, one_line(text.address)))

    def _badge(self, badge: Badge, *, linked: bool) -> Markup:
        hued = badge.rank < len(_HUES)
        ink = "FFFFFF" if badge.rank in _WHITE_ON else "111111"
        look = element(
            "w:rPr",
            element("w:b"),
            element("w:color", w__val=ink) if hued else NOTHING,
            _shade(_HUES[badge.rank]) if hued else NOTHING,
        )
        shown = element("w:r", look, element("w:t", characters(str(badge.letter))))
        return element("w:hyperlink", shown, w__anchor=f"source-{badge.letter}") if linked and str(badge.letter) in self._sources else shown

    def _cite(self, note: int) -> Markup:
        """The footnote itself at its first citation, later a field that refers to it."""
        name = f"note{note + 1}"
        if note not in self._cited:
            self._cited.add(note)
            look = element("w:rPr", element("w:rStyle", w__val="FootnoteReference"))
            return self._marked(name, element("w:r", look, element("w:footnoteReference", w__id=str(note + 1))))
        return element("w:fldSimple", _superscript(str(note + 1)), w__instr=f" NOTEREF {name} \\f \\h ")


def _settings(place: Place, right_to_left: bool = False) -> Markup:
    """What a paragraph's place asks for: its number or indent, the shade behind it, its direction."""
    numbered = NOTHING
    indent = NOTHING
    if place.number and place.first:
        numbered = element("w:numPr", element("w:ilvl", w__val=str(place.level)), element("w:numId", w__val=str(place.number)))
    elif place.number:
        indent = element("w:ind", w__left=str(340 * (place.level + 1)))
    shade = _shade(place.shade) if place.shade else NOTHING
    return joined(numbered, shade, element("w:bidi") if right_to_left else NOTHING, indent)


def _look(text: Text) -> Markup:
    style = "Code1" if text.code else _VOICES.get(text.voice, "Hyperlink" if text.address else "")
    language, region = language_of(text.language)
    code = "-".join(filter(None, (language, region)))
    right_to_left = has_right_to_left(text.words) and "L" not in set(directions(text.words))
    kind = {"w__bidi": code} if right_to_left else {"w__eastAsia": code} if language in _EAST_ASIAN else {"w__val": code}
    told = (
        element("w:rStyle", w__val=style) if style else NOTHING,
        joined(element("w:b"), element("w:bCs")) if text.strong else NOTHING,
        joined(element("w:i"), element("w:iCs")) if text.emphasis else NOTHING,
        element("w:rtl") if right_to_left else NOTHING,
        element("w:lang", **kind) if code else NOTHING,
    )
    return element("w:rPr", *told) if any(told) else NOTHING


def _superscript(words: str) -> Markup:
    return element("w:r", element("w:rPr", element("w:rStyle", w__val="FootnoteReference")), element("w:t", characters(words)))


def _shade(colour: str) -> Markup:
    return element("w:shd", w__val="clear", w__color="auto", w__fill=colour)
