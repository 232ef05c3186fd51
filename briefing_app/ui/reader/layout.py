"""Turns a reading into a text document, and keeps which place of the document shows which place of the article."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
)

from briefing_app.model.article import SHOWN, ZoneKind
from briefing_app.model.document import BlockKind
from briefing_app.model.span import Span
from briefing_app.ui.certainty import Certainty, Shown, long_date, shown_name, shown_source
from briefing_app.ui.painting import paint_badge
from briefing_app.ui.reader.model import Paragraph, Reading, ZoneView, paragraphs, visible
from briefing_app.ui.theme import READER_TOP, Look, Type
from briefing_app.ui.utf16 import Utf16

_UNSAFE = {ord(c): " " for c in "\n\r\u2029"} | {0: "�", 0xFDD0: "�", 0xFDD1: "�", 0xFFFC: " "}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "�")
_FLAT = _UNSAFE | _SURROGATES
_WITH_LINES = _FLAT | {ord("\n"): "\u2028"}
DIMMED = QTextFormat.Property.UserProperty + 1
"""Block property: the stretch is no part of the article."""
META = QTextFormat.Property.UserProperty + 2
"""Block property: the line with source and date."""
_TITLE_AMONG = 3


class Inert(QTextDocument):
    """A document that never loads anything from outside."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing; what was put in by hand is found before this is asked."""
        return None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article and where the document shows it (UTF-16 units)."""

    start: int
    span: Span
    units: Utf16

    @property
    def end(self) -> int:
        """The document position behind the piece."""
        return self.start + self.units.units


class Places:
    """Both ways between document positions and code points of the article."""

    def __init__(self, pieces: Sequence[Piece] = ()) -> None:
        self._by_document = sorted(pieces, key=lambda piece: piece.start)
        self._by_text = sorted(pieces, key=lambda piece: piece.span)
        self._starts = [piece.start for piece in self._by_document]

    def to_document(self, span: Span) -> list[tuple[int, int]]:
        """The stretches of the document (start, end) that show ``span``; empty when it is hidden."""
        found: list[tuple[int, int]] = []
        for piece in self._by_text:
            if piece.span.end <= span.start:
                continue
            if piece.span.start >= span.end:
                break
            first = max(span.start, piece.span.start) - piece.span.start
            last = min(span.end, piece.span.end) - piece.span.start
            found.append((piece.start + piece.units.to_units(first), piece.start + piece.units.to_units(last)))
        return found

    def to_article(self, start: int, end: int) -> Span | None:
        """The code points that the document shows from ``start`` to ``end``; None when it shows nothing of the article there."""
        touched = [piece for piece in self._by_document if piece.start < end and start < piece.end]
        if not touched:
            return None
        first, last = touched[0], touched[-1]
        begin = first.span.start + first.units.to_code_points(start - first.start)
        finish = last.span.start + last.units.to_code_points(end - last.start)
        return Span(min(begin, finish), max(begin, finish)) if begin != finish else None

    def nearest(self, position: int) -> int:
        """The code point shown at a document position, or the next one before it; 0 when there is none."""
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return 0
        piece = self._by_document[at]
        return piece.span.start + piece.units.to_code_points(position - piece.start)


class PageWriter:
    """Writes one reading into a document."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        self._document = document
        self._look = look
        self._cursor = QTextCursor(document)
        self._pieces: list[Piece] = []
        self._first = True

    def write(self, reading: Reading, view: ZoneView) -> Places:
        """Replace the document's content; returns the places. Undo is off, nothing is loaded."""
        self._document.setUndoRedoEnabled(False)
        self._cursor.beginEditBlock()
        self._cursor.select(QTextCursor.SelectionType.Document)
        self._cursor.removeSelectedText()
        page = visible(paragraphs(reading.article.document), view)
        title_at = next((i for i, p in enumerate(page[:_TITLE_AMONG]) if p.zone is ZoneKind.TITLE), None)
        if title_at is None:
            self._write_title(reading)
            self._write_meta(reading)
        for at, paragraph in enumerate(page):
            if not paragraph.told and view is ZoneView.DIMMED:
                self._write_zone_head(page, at)
            self._write_paragraph(reading.article.text, paragraph, dimmed=view is ZoneView.DIMMED and not paragraph.told)
            if at == title_at:
                self._write_meta(reading)
        self._cursor.endEditBlock()
        return Places(self._pieces)

    def _block(self, form: QTextBlockFormat, kind: Type) -> None:
        form.setLineHeight(self._look.line_height(kind), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if self._first:
            self._cursor.setBlockFormat(form)
            self._first = False
        else:
            self._cursor.insertBlock(form)

    def _chars(self, kind: Type, token: str = "ink", *, italic: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._look.font(kind, italic=italic))
        form.setForeground(self._look.color(token))
        return form

    def _write_title(self, reading: Reading) -> None:
        title = shown_name(reading.article.document.title, _tr("no title"))
        self._block(QTextBlockFormat(), Type.TITLE)
        unknown = title.certainty is Certainty.UNKNOWN
        form = self._chars(Type.TITLE, "muted" if unknown else "ink", italic=unknown)
        if title.certainty is Certainty.INFERRED:
            form.setFontUnderline(True)
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(self._look.color("muted"))
        self._cursor.insertText(safe_text(title.text), form)

    def _write_meta(self, reading: Reading) -> None:
        document = reading.article.document
        form = QTextBlockFormat()
        form.setTopMargin(12)
        form.setBottomMargin(8)
        form.setProperty(META, True)
        self._block(form, Type.UI)
        if reading.place is not None:
            self._insert_badge(reading.place)
        self._insert_value("source", shown_source(document.source))
        if document.agency.value:
            self._insert_gap()
            self._insert_value("agency", shown_name(document.agency, ""))
        self._insert_gap()
        self._insert_value("date", long_date(document.date))
        if document.byline.value:
            self._insert_gap()
            self._insert_value("byline", shown_name(document.byline, ""))

    def _insert_gap(self) -> None:
        self._cursor.insertText("  ·  ", self._chars(Type.UI, "muted"))

    def _insert_badge(self, place: int) -> None:
        name = QUrl(f"badge:{place}")
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, name, _badge_image(place, self._look))
        image = QTextImageFormat()
        image.setName(name.toString())
        image.setWidth(16)
        image.setHeight(16)
        image.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        self._cursor.insertImage(image)
        self._cursor.insertText("  ", self._chars(Type.UI))

    def _insert_value(self, name: str, shown: Shown) -> None:
        form = self._chars(
            Type.UI, "ink" if shown.certainty is Certainty.KNOWN else "muted", italic=shown.certainty is Certainty.UNKNOWN
        )
        form.setAnchor(True)
        form.setAnchorHref(f"evidence:{name}")
        if shown.certainty is Certainty.INFERRED:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(self._look.color("muted"))
        self._cursor.insertText(safe_text(shown.text), form)
        if shown.certainty is Certainty.INFERRED:
            self._cursor.insertText(" " + _tr("inferred"), self._chars(Type.SMALL, "muted"))

    def _write_zone_head(self, page: Sequence[Paragraph], at: int) -> None:
        if at and page[at - 1].zone is page[at].zone:
            return
        count = 1
        while at + count < len(page) and page[at + count].zone is page[at].zone:
            count += 1
        form = self._zone_format()
        form.setTopMargin(20)
        self._block(form, Type.SMALL_BOLD)
        self._cursor.insertText(zone_words(page[at].zone, count), self._chars(Type.SMALL_BOLD, "muted"))

    def _zone_format(self) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setLeftMargin(14)
        form.setProperty(DIMMED, True)
        return form

    def _write_paragraph(self, text: str, paragraph: Paragraph, *, dimmed: bool) -> None:
        kind = _type_of(paragraph, dimmed)
        form = self._zone_format() if dimmed else QTextBlockFormat()
        form.setTopMargin(0 if paragraph.zone is ZoneKind.TITLE and self._first else 2 if dimmed else 12)
        if paragraph.block is BlockKind.LIST_ITEM and not dimmed:
            form.setLeftMargin(16.0 * max(1, paragraph.level))
        elif paragraph.block is BlockKind.QUOTE and not dimmed:
            form.setLeftMargin(24)
        if _right_to_left(paragraph.span.of(text)):
            form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._block(form, kind)
        runs = _trimmed(text, paragraph)
        for zone, span in runs:
            words = safe_text(span.of(text), lines=True)
            self._pieces.append(Piece(self._cursor.position(), span, Utf16(words)))
            self._cursor.insertText(words, self._run_format(zone, kind, dimmed))

    def _run_format(self, zone: ZoneKind, kind: Type, dimmed: bool) -> QTextCharFormat:
        quiet = dimmed or zone in (ZoneKind.BYLINE, ZoneKind.AGENCY, ZoneKind.DATELINE, ZoneKind.CAPTION) or zone not in SHOWN
        form = self._chars(kind, "muted" if quiet else "ink", italic=zone is ZoneKind.CAPTION)
        if zone is ZoneKind.STANDFIRST:
            form.setFontWeight(600)
        return form


def set_column(document: QTextDocument, left: float, right: float) -> None:
    """Place the text column: margins of the whole document, in logical pixels."""
    frame = document.rootFrame()
    form = QTextFrameFormat(frame.frameFormat())
    if (form.leftMargin(), form.rightMargin(), form.topMargin()) == (left, right, READER_TOP):
        return
    form.setMargin(0)
    form.setLeftMargin(left)
    form.setRightMargin(right)
    form.setTopMargin(READER_TOP)
    form.setBottomMargin(120)
    frame.setFrameFormat(form)


def safe_text(words: str, *, lines: bool = False) -> str:
    """The words with every letter that Qt takes for structure or cannot hold replaced, one for one."""
    return words.translate(_WITH_LINES if lines else _FLAT)


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
    return Type.ZONE if paragraph.zone in (ZoneKind.CAPTION, ZoneKind.BYLINE, ZoneKind.AGENCY) else Type.READING


def _trimmed(text: str, paragraph: Paragraph) -> list[tuple[ZoneKind, Span]]:
    """The paragraph's runs without the white space at its ends."""
    words = paragraph.span.of(text)
    start = paragraph.span.start + len(words) - len(words.lstrip())
    end = max(start, paragraph.span.end - (len(words) - len(words.rstrip())))
    runs = [(run.zone, Span(max(run.span.start, start), min(run.span.end, end))) for run in paragraph.runs if _meets(run.span, start, end)]
    return runs or [(paragraph.zone, Span(start, start))]


def _meets(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


def _right_to_left(words: str) -> bool:
    """The direction of the first strong letter, as the Unicode bidi algorithm has it (UAX 9, P2)."""
    for letter in words[:400]:
        way = unicodedata.bidirectional(letter)
        if way in ("R", "AL"):
            return True
        if way == "L":
            return False
    return False


def _badge_image(place: int, look: Look) -> QImage:
    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(3.0)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    paint_badge(painter, look, place, QPointF(0, 0))
    painter.end()
    return image


def _tr(words: str) -> str:
    return QCoreApplication.translate("reader", words)
