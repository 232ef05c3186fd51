"""The notes beside the text: stacked without touching, each tied to its words by a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QFont, QPainter, QPalette, QPen, QTextCharFormat, QTextCursor, QTextDocument

from briefing_app.model.annotation import Annotation
from briefing_app.ui.reader.column import Column
from briefing_app.ui.reader.inert import Inert
from briefing_app.ui.theme import BAR, MARGIN_NOTE, Look, Type

_APART, _PAD, _TIP = 12, 12, 6


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A note with its place: ``wished`` is the height of its words, ``top`` where it found room (document pixels)."""

    annotation: Annotation
    wished: float
    top: float
    height: float
    color: QColor


def note_document(markdown: str, look: Look, width: float) -> QTextDocument:
    """The note, set in small type; Markdown without HTML, nothing is loaded."""
    document = Inert()
    document.setDefaultFont(look.font(Type.SMALL))
    document.setDocumentMargin(0)
    document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownNoHTML)
    _settle_weights(document)
    document.setTextWidth(width)
    return document


def _settle_weights(document: QTextDocument) -> None:
    """Strong words take the semibold that is shipped; Qt would thicken the regular cut for a bold that is not there."""
    block = document.begin()
    while block.isValid():
        for form in block.textFormats():
            if form.format.fontWeight() > QFont.Weight.DemiBold:
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + form.start)
                cursor.setPosition(block.position() + form.start + form.length, QTextCursor.MoveMode.KeepAnchor)
                lighter = QTextCharFormat()
                lighter.setFontWeight(QFont.Weight.DemiBold.value)
                cursor.mergeCharFormat(lighter)
        block = block.next()


def stack(wishes: Sequence[tuple[Annotation, float, QColor]], look: Look) -> tuple[MarginNote, ...]:
    """Give each note its place, from the top down: at its words or under the note before; tops on the 4 grid."""
    placed: list[MarginNote] = []
    free = 0.0
    grid, apart = look.px(4), look.px(_APART)
    for annotation, wished, color in sorted(wishes, key=lambda wish: wish[1]):
        height = note_document(annotation.note, look, look.px(MARGIN_NOTE - _PAD - BAR)).size().height()
        top = max(wished, free)
        top = -(-top // grid) * grid
        placed.append(MarginNote(annotation, wished, top, height, color))
        free = top + height + apart
    return tuple(placed)


def paint_notes(painter: QPainter, look: Look, notes: Sequence[MarginNote], column: Column, band: QRectF) -> None:
    """Paint the notes that touch ``band`` (document pixels): bar, text, and the line from the text's edge."""
    left, px = column.notes_left, look.px
    way = -1 if column.mirrored else 1
    text_edge, note_edge = (column.left, left + px(MARGIN_NOTE)) if column.mirrored else (column.right, left)
    bends = (px(12), px(32), px(50))
    for note in notes:
        if note.top > band.bottom() or note.top + note.height < band.top():
            continue
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(note.color, 1))
        y, target = note.wished + px(12), note.top + px(8)
        corners = [(text_edge + way * bend, target if bend is bends[-1] else y) for bend in bends]
        painter.drawPolyline([QPointF(*corner) for corner in (*corners, (note_edge - way * px(_TIP), target))])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(note.color)
        bar = px(BAR)
        painter.drawRoundedRect(QRectF(note_edge - bar if column.mirrored else left, note.top, bar, note.height), bar / 2, bar / 2)
        painter.save()
        painter.translate(left if column.mirrored else left + px(BAR + _PAD), note.top)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(look.palette())
        palette.setColor(QPalette.ColorRole.Text, look.color("ink"))
        context.palette = palette
        document = note_document(note.annotation.note, look, px(MARGIN_NOTE - _PAD - BAR))
        document.documentLayout().draw(painter, context)
        painter.restore()


def note_at(notes: Sequence[MarginNote], column: Column, point: QPointF) -> Annotation | None:
    """The note under a point (document pixels), None beside them."""
    if not column.notes_left <= point.x() <= column.notes_left + column.scale * MARGIN_NOTE:
        return None
    return next((note.annotation for note in notes if note.top <= point.y() <= note.top + note.height), None)
