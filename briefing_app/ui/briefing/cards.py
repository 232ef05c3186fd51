"""The cards of a briefing's blocks: written ones that grow with their text, and painted ones."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.model.briefing import BriefingBlock, HeadingBlock, JudgementBlock, TextBlock
from briefing_app.model.letters import Letter
from briefing_app.model.span import Span
from briefing_app.ui.briefing.completion import CitationCompleter
from briefing_app.ui.briefing.model import Card, Line
from briefing_app.ui.painting import badge_width, begin, paint_badge, ring
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.utf16 import Utf16

_KEEP_AFTER_MS, _LONG_WORD, _PIECE = 900, 30, 10
_CLOSING_ROOM = 8
"""What a line leaves free for the stop or bracket behind its last word."""

_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_CLOSING = re.compile(r"[.,;:!?)\]”’»]{1,3}\s*")
_WORD = re.compile(r"\S+\s*|\s+")
_Placed = tuple[QPointF, str, Type, bool, bool, Letter | None]
"""Where a word stands, the word, its type, muted, italic; or the place of a letter."""


class TextCard(QPlainTextEdit):
    """A text block, written in Markdown; kept when the writing pauses or the field is left."""

    kept = Signal(str)

    least_lines = 2

    def __init__(self, look: Look, markdown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("field")
        self.setFont(look.font(Type.WRITING))
        self.setPlaceholderText(self.tr("Your own words, in Markdown"))
        self.setAccessibleName(self.tr("Text block"))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlainText(markdown)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_KEEP_AFTER_MS)
        self._pause.timeout.connect(self.keep)
        self._last = markdown
        self.completer = CitationCompleter(self)
        self.textChanged.connect(self._pause.start)
        self.textChanged.connect(self._grow)
        self._grow()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words may be dropped into the text; files go to the window, which imports them."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def keep(self) -> None:
        """Tell what was written when it differs from what was told last."""
        self._pause.stop()
        if self.toPlainText() != self._last:
            self._last = self.toPlainText()
            self.kept.emit(self._last)

    def take(self, markdown: str) -> None:
        """Show other words, unless somebody is writing here."""
        if markdown != self._last and (not self.hasFocus() or not self._pause.isActive()):
            self._last = markdown
            self.blockSignals(True)
            self.setPlainText(markdown)
            self.blockSignals(False)
            self._grow()

    def select(self, span: Span) -> None:
        """Select a stretch of what is typed (code points) and let the keys go there."""
        cursor = self.textCursor()
        at = Utf16(self.toPlainText())
        cursor.setPosition(at.to_units(span.start))
        cursor.setPosition(at.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While citations are offered, the keys that choose are the list's."""
        if self.completer.is_open and event.key() in _CHOOSING:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps."""
        super().focusOutEvent(event)
        self.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapping changes the height."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        lines = max(self.least_lines, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + self._look.px(20))


class TitleField(TextCard):
    """The briefing's title: wraps, but stays one paragraph; Enter keeps it."""

    least_lines = 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No line ends in a title."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)


class CardBody(QWidget):
    """The lines of a block that the program writes, painted with letters and strong words."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: tuple[Line, ...] = ()
        self._more = 0
        self._laid: list[tuple[float, list[_Placed]]] = []
        self._height = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: tuple[Line, ...], more: int) -> None:
        """Take other lines."""
        self._lines, self._more = lines, more
        self.setAccessibleName("\n".join("".join(piece.text for piece in line.pieces) for line in lines))
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Break the pieces into words and put them on lines."""
        self._laid = []
        y, width = 0.0, max(120.0, self.width() / self._look.scale)
        for line in self._lines:
            placed, y = self._place(line, y, width)
            self._laid.append((y, placed))
            y += 4
        if self._more:
            words = self.tr("%Ln more line(s) on the page", "", self._more)
            self._laid.append((y, [(QPointF(0, y), words, Type.SMALL, True, True, None)]))
            y += 20
        if self._look.px(y) != self._height:
            self._height = self._look.px(y)
            self.setFixedHeight(max(8, self._height))
        self.update()

    def _place(self, line: Line, y: float, width: float) -> tuple[list[_Placed], float]:
        start = 22.0 * line.indent
        x, step = start, 20.0
        placed: list[_Placed] = []
        for piece in line.pieces:
            if piece.letter is not None:
                badge = badge_width(self._look.plain, piece.letter) + 2
                if x + badge > width - _CLOSING_ROOM and x > start:
                    x, y = start, y + step
                placed.append((QPointF(x, y + 1), "", Type.UI, False, False, piece.letter))
                x += badge
                continue
            kind = Type.UI_BOLD if piece.strong else Type.UI
            metrics = QFontMetricsF(self._look.plain.font(kind, italic=piece.italic))
            for word in _words(piece.text):
                advance = metrics.horizontalAdvance(word)
                if x + metrics.horizontalAdvance(word.rstrip()) > width - _CLOSING_ROOM and x > start and not _CLOSING.fullmatch(word):
                    x, y = start, y + step
                    word = word.lstrip()
                    advance = metrics.horizontalAdvance(word)
                placed.append((QPointF(x, y), word, kind, piece.muted, piece.italic, None))
                x += advance
        return placed, y + step

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words and letters."""
        painter, _area = begin(self, self._look)
        look = self._look.plain
        for _y, placed in self._laid:
            for at, word, kind, muted, italic, letter in placed:
                if letter is not None:
                    paint_badge(painter, look, letter, at)
                    continue
                painter.setFont(look.font(kind, italic=italic))
                painter.setPen(look.color("muted" if muted else "ink"))
                painter.drawText(QRectF(at.x(), at.y(), 4000, 18), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)


def _words(text: str) -> list[str]:
    """The text in words, each with the blanks behind it; endless words in pieces, and in scripts without blanks at every letter."""
    found: list[str] = []
    for part in _WORD.findall(text.replace("\n", " ")):
        if len(part) > _LONG_WORD:
            step = _PIECE if part.isascii() else 1
            found += [part[at : at + step] for at in range(0, len(part), step)]
        else:
            found.append(part)
    return found


class BlockCard(QWidget):
    """One block: state bar, title, content, and its small verbs when it is current."""

    accessible_role = QAccessible.Role.Grouping

    pressed = Signal()
    focused = Signal()
    opened = Signal()
    typed = Signal(str)
    kept = Signal(str)

    def __init__(self, look: Look, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._card = card
        self._current = False
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setFont(look.font(Type.HEADING))
        self.field = TextCard(look, card.markdown) if card.markdown is not None else None
        self._body = CardBody(look) if card.markdown is None else None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.px(20), look.px(8), look.px(12), look.px(12))
        rows.setSpacing(look.px(8))
        rows.addWidget(self._title)
        if self.field is not None:
            rows.addWidget(self.field)
            self.field.kept.connect(self.kept)
            self.field.textChanged.connect(self._tell_typed)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if self._body is not None:
            rows.addWidget(self._body)
        self.show_card(card)

    def show_card(self, card: Card) -> None:
        """Take the block's new content."""
        self._card = card
        self._title.setText(card.title)
        self._title.setVisible(not isinstance(card.block, TextBlock | HeadingBlock))
        self.setAccessibleName(card.title)
        if self.field is not None and card.markdown is not None:
            self.field.setPlaceholderText(self._asking_for(card.block))
            self.field.take(card.markdown)
        if self._body is not None:
            self._body.show_lines(card.lines, card.more)

    def _tell_typed(self) -> None:
        if self.field is not None:
            self.typed.emit(self.field.toPlainText())

    def _asking_for(self, block: BriefingBlock) -> str:
        match block:
            case HeadingBlock():
                return self.tr("A heading")
            case JudgementBlock():
                return self.tr("One judgement a line, its confidence first: high, moderate or low, then a colon")
        return self.tr("Your own words, in Markdown; [@ cites")

    def fits(self, card: Card) -> bool:
        """Whether the card can take a block of that kind."""
        return (card.markdown is None) == (self.field is None)

    def take_focus(self) -> None:
        """Let the keys go to the block, or to its field."""
        (self.field or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def holds_focus(self) -> bool:
        """Whether the keys go to it now."""
        return self.hasFocus() or (self.field is not None and self.field.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The block with the focus is the current one."""
        super().focusInEvent(event)
        self.focused.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        super().focusOutEvent(event)
        self.update()

    def show_current(self, current: bool) -> None:
        """Ring on or off."""
        if current != self._current:
            self._current = current
            self.update()

    def mousePressEvent(self, _event: object) -> None:
        """A press makes it the current block."""
        self.pressed.emit()

    def mouseDoubleClickEvent(self, _event: object) -> None:
        """Twice asks what stands in it."""
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks what stands in it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The state bar and the ring."""
        painter, area = begin(self, self._look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("accent" if self._card.sourced else "muted"))
        painter.drawRoundedRect(QRectF(6, 10, 3, area.height() - 22), 1.5, 1.5)
        if self._current and not (self.field is not None and self.field.hasFocus()):  # one ring in a window
            ring(painter, self._look.plain, area, 6, focused=self.hasFocus())
