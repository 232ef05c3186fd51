"""Sets a reading as a text document: title, evidence line, paragraphs, lists, tables, links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from briefing_app.model.article import SHOWN, Document, ZoneKind
from briefing_app.model.document import BlockKind, Link
from briefing_app.ui.direction import mostly_right_to_left, right_to_left
from briefing_app.ui.reader.head_lines import write_meta, write_title
from briefing_app.ui.reader.links import leads_outside
from briefing_app.ui.reader.model import Reading, ZoneView
from briefing_app.ui.reader.paragraphs import Paragraph, hidden_lines, paragraphs, visible
from briefing_app.ui.reader.places import Places
from briefing_app.ui.reader.setting import DIMMED, INDENT, MARKER, Setter, Stop, indent
from briefing_app.ui.reader.tables import MOST_CELLS, Fitting, write_table
from briefing_app.ui.reader.zone_heads import zone_head
from briefing_app.ui.theme import Look, Type

MOST_LINKS = 2000
"""Links beyond are words like any other: each costs Qt a piece of its own, and nobody reads a page of so many."""

_ZONE_INDENT = 14
_SHORT_LINE = 80
_SMALLER = frozenset({ZoneKind.CAPTION, ZoneKind.BYLINE, ZoneKind.AGENCY})
_ABOVE = {Type.SECTION: 24, Type.SUBSECTION: 20, Type.ZONE_BOLD: 16}


@dataclass(frozen=True, slots=True)
class Page:
    """What was set: places, what can be pressed, ``links`` by their numbers, tables. ``mirrored`` when it runs from the right.

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


def write_page(document: QTextDocument, look: Look, reading: Reading, view: ZoneView) -> Page:
    """Replace the document's content by a reading. Undo is off, nothing is loaded."""
    article = reading.article.document
    whole_page = paragraphs(article)
    page = visible(whole_page, view)
    links = [link for link in article.links if leads_outside(link.address, article.url)][:MOST_LINKS]
    mirrored = mostly_right_to_left(p.span.of(article.text) for p in page if p.told)
    document.setUndoRedoEnabled(False)
    whole = QTextCursor(document)
    whole.beginEditBlock()
    whole.select(QTextCursor.SelectionType.Document)
    whole.removeSelectedText()
    setter = Setter(document, look, links, mirrored=mirrored)
    tables = _write(setter, reading, page, view)
    whole.endEditBlock()
    return Page(
        Places(setter.pieces),
        tuple(setter.stops),
        setter.links,
        tuple(tables),
        mirrored,
        title=setter.title,
        meta=setter.meta,
        hidden=hidden_lines(whole_page),
    )


def _write(setter: Setter, reading: Reading, page: Sequence[Paragraph], view: ZoneView) -> list[Fitting]:
    text = reading.article.text
    title_at = next((i for i, p in enumerate(page) if p.zone is ZoneKind.TITLE), None)
    if title_at is None:
        write_title(setter, reading)
        write_meta(setter, reading)
    tables: list[Fitting] = []
    before: Paragraph | None = None
    at = 0
    for (zone, table), members in groupby(page, key=lambda p: (None if p.told else p.zone, p.table)):
        group = tuple(members)
        dimmed = view is ZoneView.DIMMED and zone is not None
        if dimmed and (before is None or before.zone is not zone):
            _write_zone_head(setter, reading.article.document, _stretch(page, at))
        if table is not None and len(group) <= MOST_CELLS:
            tables.append(write_table(setter, text, group, dimmed=dimmed))
        elif dimmed:
            _write_dimmed(setter, text, group)
        else:
            for paragraph in group:
                _write_paragraph(setter, text, paragraph, before)
                if title_at is not None and paragraph is page[title_at]:
                    setter.title = setter.cursor.position()
                    write_meta(setter, reading)
                before = paragraph
        before = group[-1]
        at += len(group)
    return tables


def _stretch(page: Sequence[Paragraph], at: int) -> tuple[Paragraph, ...]:
    """The paragraphs of one label from ``at`` on."""
    return tuple(takewhile(lambda paragraph: paragraph.zone is page[at].zone, page[at:]))


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


def _write_dimmed(setter: Setter, text: str, group: Sequence[Paragraph]) -> None:
    """Paragraphs of a dimmed stretch; its short lines follow each other in one."""
    before: Paragraph | None = None
    for paragraph in group:
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
        before = paragraph


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
