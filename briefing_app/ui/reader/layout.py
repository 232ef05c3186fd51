"""Sets a reading as a text document: title, evidence line, paragraphs, lists, tables, links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby, islice

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from briefing_app.model.article import SHOWN, Document, ZoneKind
from briefing_app.model.document import BlockKind, Link
from briefing_app.ui.direction import mostly_right_to_left, right_to_left
from briefing_app.ui.reader.head_lines import write_meta, write_title
from briefing_app.ui.reader.links import leads_outside
from briefing_app.ui.reader.model import Reading, ZoneView
from briefing_app.ui.reader.paragraphs import Paragraph, paragraphs
from briefing_app.ui.reader.places import Places
from briefing_app.ui.reader.setting import DIMMED, INDENT, MARKER, Setter, Stop, indent
from briefing_app.ui.reader.tables import MOST_CELLS, Fitting, write_table
from briefing_app.ui.reader.zone_heads import zone_head
from briefing_app.ui.theme import Look, Type

MOST_LINKS = 2000
"""Links beyond are words like any other: each costs Qt a piece of its own, and nobody reads a page of so many."""

_LOOKED_AT = 20_000
"""Code points that tell from which side the article runs."""
_PARAGRAPH = 80
"""Code points whose setting costs as much as that of a paragraph itself."""
_ZONE_INDENT = 14
_SHORT_LINE = 80
_SMALLER = frozenset({ZoneKind.CAPTION, ZoneKind.BYLINE, ZoneKind.AGENCY})
_ABOVE = {Type.SECTION: 24, Type.SUBSECTION: 20, Type.ZONE_BOLD: 16}


@dataclass(frozen=True, slots=True)
class Page:
    """What is set so far: places, what can be pressed, ``links`` by their numbers, tables. ``mirrored`` when it runs from the right.

    ``title`` and ``meta`` are document positions in the title and in the line with source and date; ``hidden`` counts the paragraphs that
    are no part of the article, shown or not.
    """

    places: Places = field(default_factory=Places)
    stops: tuple[Stop, ...] = ()
    links: tuple[Link, ...] = ()
    tables: tuple[Fitting, ...] = ()
    mirrored: bool = False
    title: int = 0
    meta: int = 0
    hidden: int = 0


class PageWriter:
    """Writes a reading into an empty document, as much at a time as it is asked for. Undo is off, nothing is loaded."""

    def __init__(self, document: QTextDocument, look: Look, reading: Reading, view: ZoneView) -> None:
        article = reading.article.document
        self.done = False
        """Whether the whole reading stands in the document."""
        self._document, self._reading, self._view = document, reading, view
        self._hidden = 0
        self._before: Paragraph | None = None
        self._tables: list[Fitting] = []
        document.setUndoRedoEnabled(False)
        first, source = _begun(article, self._visible(paragraphs(article)))
        outside = (link for link in article.links if leads_outside(link.address, article.url))
        mirrored = mostly_right_to_left(p.span.of(article.text) for p in first if p.told)
        self._setter = Setter(document, look, tuple(islice(outside, MOST_LINKS)), mirrored=mirrored)
        self._titled = any(p.zone is ZoneKind.TITLE for p in first)
        self._steps = self._write(chain(first, source))

    def write(self, most: int) -> None:
        """Write some ``most`` code points more, in whole paragraphs and tables; each paragraph costs as much as some words do."""
        edits = QTextCursor(self._document)
        edits.beginEditBlock()  # laid out once, at the end
        written = 0
        while written < most and not self.done:
            step = next(self._steps, None)
            self.done = step is None
            written += step or 0
        edits.endEditBlock()

    @property
    def tables(self) -> Sequence[Fitting]:
        """The tables that stand there so far."""
        return self._tables

    @property
    def page(self) -> Page:
        """What stands there so far."""
        setter = self._setter
        return Page(
            Places(setter.pieces),
            tuple(setter.stops),
            setter.links,
            tuple(self._tables),
            setter.mirrored,
            title=setter.title,
            meta=setter.meta,
            hidden=self._hidden,
        )

    def _visible(self, page: Iterable[Paragraph]) -> Iterator[Paragraph]:
        """The paragraphs that stand on the page; the others are counted."""
        for paragraph in page:
            self._hidden += not paragraph.told
            if paragraph.told or self._view is not ZoneView.HIDDEN:
                yield paragraph

    def _write(self, page: Iterable[Paragraph]) -> Iterator[int]:
        """Write the page; gives what each piece has cost, in code points, when that is written."""
        setter = self._setter
        if not self._titled:
            write_title(setter, self._reading)
            write_meta(setter, self._reading)
        for zone, stretch in groupby(page, key=lambda p: None if p.told else p.zone):
            if zone is not None and self._view is ZoneView.DIMMED:
                whole = tuple(stretch)
                _write_zone_head(setter, self._reading.article.document, whole)
                yield from self._write_groups(whole, dimmed=True)
            else:
                yield from self._write_groups(stretch, dimmed=False)

    def _write_groups(self, stretch: Iterable[Paragraph], *, dimmed: bool) -> Iterator[int]:
        """Tables as tables, as long as they are not endless; the rest line by line."""
        for table, group in groupby(stretch, key=lambda p: p.table):
            if table is None:
                yield from self._write_lines(group, dimmed=dimmed)
                continue
            cells = tuple(group)
            if len(cells) > MOST_CELLS:
                yield from self._write_lines(cells, dimmed=dimmed)
                continue
            self._tables.append(write_table(self._setter, self._reading.article.text, cells, dimmed=dimmed))
            self._before = cells[-1]
            yield sum(_cost(cell) for cell in cells)

    def _write_lines(self, group: Iterable[Paragraph], *, dimmed: bool) -> Iterator[int]:
        setter, text = self._setter, self._reading.article.text
        first = True
        for paragraph in group:
            if dimmed:
                _write_dimmed(setter, text, paragraph, None if first else self._before)
            else:
                _write_paragraph(setter, text, paragraph, self._before)
                self._write_meta_below(paragraph)
            self._before, first = paragraph, False
            yield _cost(paragraph)

    def _write_meta_below(self, paragraph: Paragraph) -> None:
        """The line with source and date stands below the first title."""
        if paragraph.zone is ZoneKind.TITLE and self._setter.meta == 0:
            self._setter.title = self._setter.cursor.position()
            write_meta(self._setter, self._reading)


def _cost(paragraph: Paragraph) -> int:
    """What setting a paragraph costs, in code points."""
    return len(paragraph.span) + _PARAGRAPH


def _begun(article: Document, page: Iterator[Paragraph]) -> tuple[list[Paragraph], Iterator[Paragraph]]:
    """The first paragraphs, with the title if the text has one, and the rest."""
    titled = not any(zone.kind is ZoneKind.TITLE for zone in article.zones)
    first: list[Paragraph] = []
    looked_at = 0
    for paragraph in page:
        first.append(paragraph)
        titled = titled or paragraph.zone is ZoneKind.TITLE
        looked_at += _cost(paragraph)
        if titled and looked_at >= _LOOKED_AT:
            break
    return first, page


def _write_zone_head(setter: Setter, document: Document, stretch: Sequence[Paragraph]) -> None:
    form = _dimmed_form(setter)
    form.setTopMargin(setter.look.px(20))
    setter.block(form, Type.SMALL_BOLD)
    chars = setter.chars(Type.SMALL_BOLD, "muted")
    target = f"zone:{stretch[0].span.start}:{stretch[-1].span.end}"
    chars.setAnchor(True)
    chars.setAnchorHref(target)
    setter.own(zone_head(document, stretch), chars, target)


def _dimmed_form(setter: Setter) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setProperty(DIMMED, True)
    indent(form, setter.look.px(_ZONE_INDENT), right=setter.mirrored)
    return form


def _write_dimmed(setter: Setter, text: str, paragraph: Paragraph, before: Paragraph | None) -> None:
    """A paragraph of a dimmed stretch; its short lines follow each other in one. ``before`` is None at the stretch's beginning."""
    marker, runs = paragraph.set_in(text)
    if before is not None and _short(before) and _short(paragraph):
        setter.own("  ·  ", setter.chars(Type.ZONE, "muted"))
    else:
        form = _dimmed_form(setter)
        form.setTopMargin(setter.look.reading_px(2))
        if marker and not _short(paragraph):
            form.setProperty(MARKER, marker)
            indent(form, setter.look.px(_ZONE_INDENT) + setter.look.reading_px(INDENT), right=setter.mirrored)
        setter.block(form, Type.ZONE, right_to_left(paragraph.span.of(text), setter.mirrored))
    setter.runs(text, runs, Type.ZONE, dimmed=True)


def _short(paragraph: Paragraph) -> bool:
    """Whether it is one of the short lines that menus and lists of links are made of."""
    return paragraph.zone is not ZoneKind.COMMENT and len(paragraph.span) <= _SHORT_LINE


def _write_paragraph(setter: Setter, text: str, paragraph: Paragraph, before: Paragraph | None) -> None:
    kind = _type_of(paragraph)
    marker, runs = paragraph.set_in(text)
    right = right_to_left(paragraph.span.of(text), setter.mirrored)
    form = QTextBlockFormat()
    top = paragraph.zone is ZoneKind.TITLE and setter.fresh
    form.setTopMargin(0 if top else setter.look.reading_px(_above(paragraph, before, kind)))
    depth = max(1, paragraph.block.level) if paragraph.block.kind is BlockKind.LIST_ITEM else paragraph.block.kind is BlockKind.QUOTE
    indent(form, setter.look.reading_px(INDENT) * min(8, depth), right=right)
    if marker:
        form.setProperty(MARKER, marker)
    setter.block(form, kind, right)
    setter.runs(text, runs, kind, dimmed=False)


def _type_of(paragraph: Paragraph) -> Type:
    if paragraph.zone is ZoneKind.TITLE:
        return Type.TITLE
    if paragraph.block.kind is BlockKind.HEADING and paragraph.zone in SHOWN:
        return {1: Type.SECTION, 2: Type.SECTION, 3: Type.SUBSECTION}.get(paragraph.block.level, Type.ZONE_BOLD)
    if paragraph.zone is ZoneKind.HEADING:
        return Type.SUBSECTION
    return Type.ZONE if paragraph.zone in _SMALLER else Type.READING


def _above(paragraph: Paragraph, before: Paragraph | None, kind: Type) -> float:
    """The room above a paragraph, in pixels of 100 %."""
    if paragraph.goes_on:
        return 0
    if kind in _ABOVE:
        return _ABOVE[kind]
    if before is not None and before.told and before.block.kind is BlockKind.HEADING and before.zone is not ZoneKind.TITLE:
        return 6
    listed = before is not None and before.block.kind is paragraph.block.kind is BlockKind.LIST_ITEM
    return 4 if listed else 12
