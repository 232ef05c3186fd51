"""Sets a reading as a text document: title, evidence line, paragraphs, lists, tables, links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from briefing_app.model.article import SHOWN, ZoneKind
from briefing_app.model.document import BlockKind, Link
from briefing_app.ui.direction import mostly_right_to_left, right_to_left
from briefing_app.ui.reader.head_lines import write_meta, write_title
from briefing_app.ui.reader.links import leads_outside
from briefing_app.ui.reader.model import Reading, ZoneView
from briefing_app.ui.reader.paragraphs import Paragraph, paragraphs, visible
from briefing_app.ui.reader.places import Places
from briefing_app.ui.reader.setting import DIMMED, INDENT, MARKER, Setter, Stop, indent
from briefing_app.ui.reader.tables import MOST_CELLS, Fitting, write_table
from briefing_app.ui.theme import Look, Type

_TITLE_AMONG = 3
_ZONE_INDENT = 14
_SMALLER = frozenset({ZoneKind.CAPTION, ZoneKind.BYLINE, ZoneKind.AGENCY})
_ABOVE = {Type.SECTION: 24, Type.SUBSECTION: 20, Type.ZONE_BOLD: 16}


@dataclass(frozen=True, slots=True)
class Page:
    """What was set: places, what can be pressed, ``links`` by their numbers, tables. ``mirrored`` when it runs from the right."""

    places: Places = field(default_factory=Places)
    stops: tuple[Stop, ...] = ()
    links: tuple[Link, ...] = ()
    tables: tuple[Fitting, ...] = ()
    mirrored: bool = False


def write_page(document: QTextDocument, look: Look, reading: Reading, view: ZoneView) -> Page:
    """Replace the document's content by a reading. Undo is off, nothing is loaded."""
    article = reading.article.document
    page = visible(paragraphs(article), view)
    links = [link for link in article.links if leads_outside(link.address, article.url)]
    mirrored = mostly_right_to_left(p.span.of(article.text) for p in page if p.told)
    document.setUndoRedoEnabled(False)
    whole = QTextCursor(document)
    whole.beginEditBlock()
    whole.select(QTextCursor.SelectionType.Document)
    whole.removeSelectedText()
    setter = Setter(document, look, links, mirrored=mirrored)
    tables = _write(setter, reading, page, view)
    whole.endEditBlock()
    return Page(Places(setter.pieces), tuple(setter.stops), setter.links, tuple(tables), mirrored)


def _write(setter: Setter, reading: Reading, page: Sequence[Paragraph], view: ZoneView) -> list[Fitting]:
    text = reading.article.text
    title_at = next((i for i, p in enumerate(page[:_TITLE_AMONG]) if p.zone is ZoneKind.TITLE), None)
    if title_at is None:
        write_title(setter, reading)
        write_meta(setter, reading)
    tables: list[Fitting] = []
    at = 0
    for (table, told), members in groupby(page, key=lambda p: (p.table, p.told)):
        group = tuple(members)
        dimmed = view is ZoneView.DIMMED and not told
        if table is not None and len(group) <= MOST_CELLS:
            if dimmed:
                _write_zone_head(setter, page, at)
            tables.append(write_table(setter, text, group, dimmed=dimmed))
            at += len(group)
            continue
        for paragraph in group:
            if dimmed:
                _write_zone_head(setter, page, at)
            _write_paragraph(setter, text, paragraph, page[at - 1] if at else None, dimmed=dimmed)
            if at == title_at:
                write_meta(setter, reading)
            at += 1
    return tables


def _write_zone_head(setter: Setter, page: Sequence[Paragraph], at: int) -> None:
    if at and page[at - 1].zone is page[at].zone:
        return
    count = 1
    while at + count < len(page) and page[at + count].zone is page[at].zone:
        count += 1
    form = QTextBlockFormat()
    form.setProperty(DIMMED, True)
    form.setTopMargin(setter.look.px(20))
    indent(form, setter.look.px(_ZONE_INDENT), right=setter.mirrored)
    setter.block(form, Type.SMALL_BOLD)
    setter.own(zone_words(page[at].zone, count), setter.chars(Type.SMALL_BOLD, "muted"))


def _write_paragraph(setter: Setter, text: str, paragraph: Paragraph, before: Paragraph | None, *, dimmed: bool) -> None:
    kind = _type_of(paragraph, dimmed)
    marker, runs = paragraph.set_in(text)
    right = right_to_left(paragraph.span.of(text), setter.mirrored)
    form = QTextBlockFormat()
    top = paragraph.zone is ZoneKind.TITLE and setter.fresh
    form.setTopMargin(0 if top else setter.look.reading_px(_above(paragraph, before, kind, dimmed)))
    depth = max(1, paragraph.block.level) if paragraph.block.kind is BlockKind.LIST_ITEM else paragraph.block.kind is BlockKind.QUOTE
    indent(form, setter.look.reading_px(INDENT) * min(8, depth), right=right)
    if dimmed:
        form.setProperty(DIMMED, True)
        near = form.rightMargin() if setter.mirrored else form.leftMargin()
        indent(form, near + setter.look.px(_ZONE_INDENT), right=setter.mirrored)
    if marker:
        form.setProperty(MARKER, marker)
    setter.block(form, kind, right)
    setter.runs(text, runs, kind, dimmed=dimmed)


def zone_words(zone: ZoneKind, count: int) -> str:
    """What a dimmed stretch is, with its number of lines."""
    words: dict[ZoneKind, Callable[[], str]] = {
        ZoneKind.COMMENT: lambda: _tr("comments, %1 lines"),
        ZoneKind.TEASER: lambda: _tr("teasers of other stories, %1 lines"),
        ZoneKind.BOILERPLATE: lambda: _tr("page furniture, %1 lines"),
    }
    one: dict[ZoneKind, Callable[[], str]] = {
        ZoneKind.COMMENT: lambda: _tr("comment"),
        ZoneKind.TEASER: lambda: _tr("teaser of another story"),
        ZoneKind.BOILERPLATE: lambda: _tr("page furniture"),
    }
    chosen = (one if count == 1 else words).get(zone)
    return chosen().replace("%1", str(count)) if chosen else zone.value


def _type_of(paragraph: Paragraph, dimmed: bool) -> Type:
    if dimmed:
        return Type.ZONE
    if paragraph.zone is ZoneKind.TITLE:
        return Type.TITLE
    if paragraph.block.kind is BlockKind.HEADING and paragraph.zone in SHOWN:
        return {1: Type.SECTION, 2: Type.SECTION, 3: Type.SUBSECTION}.get(paragraph.block.level, Type.ZONE_BOLD)
    if paragraph.zone is ZoneKind.HEADING:
        return Type.SUBSECTION
    return Type.ZONE if paragraph.zone in _SMALLER else Type.READING


def _above(paragraph: Paragraph, before: Paragraph | None, kind: Type, dimmed: bool) -> float:
    """The room above a paragraph, in pixels of 100 %."""
    if paragraph.goes_on:
        return 0
    if dimmed:
        return 2
    if kind in _ABOVE:
        return _ABOVE[kind]
    if before is not None and before.told and before.block.kind is BlockKind.HEADING and before.zone is not ZoneKind.TITLE:
        return 6
    listed = before is not None and before.block.kind is paragraph.block.kind is BlockKind.LIST_ITEM
    return 4 if listed else 12


def _tr(words: str) -> str:
    return QCoreApplication.translate("reader", words)
