"""The middle of the briefing pane: the title and the cards of the blocks, one of which is the current one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing_app.ui.briefing.cards import BlockCard, TitleField
from briefing_app.ui.briefing.model import Card
from briefing_app.ui.session.desk import BriefingDesk
from briefing_app.ui.theme import Look, Type

_SETTLE_MS = 60
_NARROW = 460
"""In a column narrower than this (in pixels of 100 %) the title is set smaller."""
_ABOVE = 40
"""What stays free above and below a block that is brought into view."""


class CardColumn(QScrollArea):
    """Shows the desk's cards and keeps what is typed into them. ``went_to`` tells the current block, ``opened`` one to choose for."""

    went_to = Signal(int)
    opened = Signal()

    def __init__(self, look: Look, desk: BriefingDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._desk = look, desk
        self.cards: list[BlockCard] = []
        self._current = 0
        self._focus_later = self._refocus = False
        self._waiting = False
        """Whether the keys were sent here before there was a block: the first one gets them, unless they have gone elsewhere."""
        self.title = TitleField(look, "")
        self.title.setObjectName("title")
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title of the briefing"))
        self.title.kept.connect(lambda words: desk.change(title=" ".join(words.split())))
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setSpacing(4)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(self.title)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current(self) -> int:
        """The place of the current block, -1 when there is none."""
        return self._current if self.cards else -1

    @property
    def current_card(self) -> BlockCard | None:
        """The card of the current block."""
        return self.cards[self._current] if self.cards else None

    def show_block(self, at: int) -> None:
        """Make a block the current one and bring it into view."""
        if self.cards and at >= 0:
            self._current = min(at, len(self.cards) - 1)
            self._mark_current()
            self.ensureWidgetVisible(self.cards[self._current], 0, _ABOVE)
            self.went_to.emit(self._current)

    def focus_block(self, at: int) -> None:
        """Make a block the current one and let the keys go there."""
        self.show_block(max(0, at))
        self._waiting = not self.cards
        if self.cards:
            self.cards[self._current].take_focus()

    def go_to_new(self, at: int) -> None:
        """A block is put in at a place: it becomes the current one, ready to write, as soon as it is there."""
        self._current = at
        self._focus_later = True

    def follow_moved(self, at: int) -> None:
        """The current block has moved to a place."""
        self._current = at

    def below_current(self) -> QPoint:
        """Where a menu for the current block opens, on the screen."""
        card = self.current_card or self.title
        seen = card.visibleRegion().boundingRect()
        return card.mapToGlobal(QPoint(self._look.px(20), seen.bottom()))

    def keep_writing(self) -> None:
        """Tell the desk what is being written, now."""
        self.title.keep()
        for card in self.cards:
            if card.field is not None:
                card.field.keep()

    def show_cards(self, cards: tuple[Card, ...], before: QWidget, behind: QWidget) -> None:
        """Take the blocks as they are now; Tab goes from ``before`` through the cards to ``behind``."""
        if len(cards) == len(self.cards) and all(widget.fits(card) for widget, card in zip(self.cards, cards, strict=True)):
            for widget, card in zip(self.cards, cards, strict=True):
                widget.show_card(card)
            away = any(card.holds_focus() for at, card in enumerate(self.cards) if at != self._current)
            self._refocus = self._refocus or away  # the current block has moved, and the keys with it
        else:
            self._make_cards(cards, before, behind)
        for widget in self.cards:
            if widget.field is not None:
                widget.field.completer.show_material(self._desk.material)
        if self.cards:
            self._current = max(0, min(self._current, len(self.cards) - 1))
            self._mark_current()
        if self.cards and (self._refocus or (self._waiting and self._nobody_else())):
            self._refocus = self._waiting = False
            self.focus_block(self._current)
        if self._focus_later:
            self._focus_later = False
            QTimer.singleShot(_SETTLE_MS, self, lambda: self.focus_block(self._current))

    def _nobody_else(self) -> bool:
        """Whether the keys still go to nothing more exact than the pane."""
        here = self.window().focusWidget()
        return here is None or here.isAncestorOf(self)

    def _make_cards(self, cards: tuple[Card, ...], before: QWidget, behind: QWidget) -> None:
        self.drop_cards()
        for at, card in enumerate(cards):
            widget = BlockCard(self._look, card, self._body)
            widget.pressed.connect(lambda at=at: self.focus_block(at))
            widget.focused.connect(lambda at=at: self.show_block(at))
            widget.opened.connect(self.opened)
            widget.typed.connect(lambda words, at=at: self._desk.show_typed(at, words))
            widget.kept.connect(lambda words, at=at: self._desk.put_words(at, words))
            self._rows.addWidget(widget)
            self.cards.append(widget)
            QWidget.setTabOrder(before, widget.field or widget)
            before = widget.field or widget
        QWidget.setTabOrder(before, behind)

    def drop_cards(self) -> None:
        """Take all cards off; the block that comes in the place of the one with the focus gets it back."""
        self._refocus = self._refocus or any(card.holds_focus() for card in self.cards)
        for widget in self.cards:
            widget.focused.disconnect()  # hiding hands the focus on from card to card, and none of them is meant
        for widget in self.cards:
            widget.hide()
            widget.deleteLater()
        self.cards = []

    def _mark_current(self) -> None:
        for number, card in enumerate(self.cards):
            card.show_current(number == self._current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A title of many short lines would hide the blocks."""
        super().resizeEvent(event)
        edge = self._look.px(_NARROW)
        if (event.size().width() < edge) != (event.oldSize().width() < edge):
            self.dress()

    def dress(self) -> None:
        """Margins, and the title as it is on the page."""
        look, px = self._look, self._look.px
        self._rows.setContentsMargins(px(24), px(12), px(24), px(48))
        kind = Type.HEADING if self.width() < px(_NARROW) else Type.BRIEFING_TITLE
        self.title.setFont(look.font(kind))
        points = look.font(kind).pointSizeF()  # a style sheet of the application outdoes setFont
        self.title.setStyleSheet(
            f"#title {{ border: {px(2)}px solid transparent; border-radius: {px(6)}px; background: transparent; color: {look.colours.ink};"
            f" padding: 0 {px(12)}px; font-size: {points}pt; font-weight: 600; }}"
            f" #title:focus {{ border-color: {look.colours.accent}; background: {look.colours.surface}; }}"
        )
