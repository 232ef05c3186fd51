"""The briefing pane: outline, blocks, and the page as it will be printed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from briefing_app.briefing import Remark
from briefing_app.model.briefing import BriefingBlock, ComparisonBlock, Paper
from briefing_app.model.handling import TLP_MARKS
from briefing_app.ui.briefing.cards import BlockCard, TitleField
from briefing_app.ui.briefing.kinds import block_menu, template_menu
from briefing_app.ui.briefing.model import Card, CardModel
from briefing_app.ui.briefing.page import PageView
from briefing_app.ui.briefing.remarks import RemarkList, tally_words
from briefing_app.ui.briefing.rows import RowChoice
from briefing_app.ui.icons import icon
from briefing_app.ui.session.desk import BriefingDesk
from briefing_app.ui.theme import ICON, OUTLINE, PAGE, PROVENANCE, SIDE_ROW, Look, Type

_SETTLE_MS = 60
_WITH_OUTLINE = 960


class BriefingView(QWidget):
    """Outline, blocks, page; the desk does what is asked."""

    save_pressed = Signal()

    def __init__(self, look: Look, desk: BriefingDesk, model: CardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._desk, self._model = look, desk, model
        self._cards: list[BlockCard] = []
        self._current = 0
        self._build()
        desk.changed.connect(self._refresh)
        desk.previewed.connect(self._refresh_pages)
        self.page.width_changed.connect(desk.ask_preview)
        self._title.kept.connect(lambda words: desk.change(title=" ".join(words.split())))
        self._handling.editingFinished.connect(lambda: desk.change(handling=self._handling.text().strip()))
        self._outline.selectionModel().currentChanged.connect(lambda now, _old: self.show_block(now.row()))
        self._outline.activated.connect(lambda index: self.focus_block(index.row()))
        self._outline.clicked.connect(lambda index: self.focus_block(index.row()))
        self._save.clicked.connect(self.save_pressed)
        self._remarks.chosen.connect(self.show_remark)
        self._model.moved.connect(self.drag_block)
        self._paper.clicked.connect(self._change_paper)
        look.changed.connect(self._rebuild)
        self._refresh()

    def show_save_key(self, key: str) -> None:
        """Name the key that saves."""
        words = self.tr("Save the briefing as PDF, web page, Word or Markdown file")
        self._save.setToolTip(f"{words} ({key})" if key else words)

    def _build(self) -> None:
        self._title = TitleField(self._look, "")
        self._title.setObjectName("title")
        self._title.setPlaceholderText(self.tr("Title"))
        self._title.setAccessibleName(self.tr("Title of the briefing"))
        self._handling = QLineEdit()
        self._handling.setPlaceholderText(self.tr("none"))
        self._handling.setAccessibleName(self.tr("Handling mark on every page"))
        self._outline = QListView()
        self._outline.setModel(self._model)
        self._outline.setFrameShape(QFrame.Shape.NoFrame)
        self._outline.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._outline.setAccessibleName(self.tr("Outline"))
        self._outline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._outline.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._outline.setDragDropMode(QListView.DragDropMode.InternalMove)
        self._handling.setCompleter(QCompleter(TLP_MARKS, self._handling))
        self._paper = QPushButton()
        self._paper.setToolTip(self.tr("Set the pages for the other paper"))
        self._remarks = RemarkList()
        self._remarks_head = QLabel()
        self._outline_head, self._handling_head, self._state, self._empty = QLabel(), QLabel(), QLabel(), QLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._save = QPushButton(self.tr("Save …"))
        self.page = PageView(self._look)
        self._blocks = QWidget()
        self._block_rows = QVBoxLayout(self._blocks)
        self._block_rows.setSpacing(4)
        self._block_rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._block_rows.addWidget(self._title)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._blocks)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._dress()

    def _lay_out(self) -> None:
        left = self._left = QWidget()
        column = self._left_rows = QVBoxLayout(left)
        column.setSpacing(4)
        self._outline_head.setText(self.tr("Outline"))
        self._handling_head.setText(self.tr("Handling mark"))
        column.addWidget(self._outline_head)
        column.addWidget(self._outline, 3)
        column.addWidget(self._remarks_head)
        column.addWidget(self._remarks, 2)
        column.addWidget(self._handling_head)
        column.addWidget(self._handling)
        column.addWidget(self._paper)
        self._left_rule, self._right_rule, self._foot_rule = QFrame(), QFrame(), QFrame()
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(left)
        panes.addWidget(self._rule(self._left_rule, vertical=True))
        panes.addWidget(self._scroll, 3)
        panes.addWidget(self._rule(self._right_rule, vertical=True))
        panes.addWidget(self.page, 2)
        foot = self._foot = QWidget()
        line = self._foot_line = QHBoxLayout(foot)
        line.addWidget(self._state, 1)
        line.addWidget(self._save)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(panes, 1)
        rows.addWidget(self._rule(self._foot_rule, vertical=False))
        rows.addWidget(foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the outline gives its room to blocks and page."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for part in (self._left, self._left_rule):
            part.setVisible(self.width() >= self._look.px(_WITH_OUTLINE))

    @staticmethod
    def _rule(rule: QFrame, *, vertical: bool) -> QFrame:
        if vertical:
            rule.setFixedWidth(1)
        else:
            rule.setFixedHeight(1)
        return rule

    @property
    def current(self) -> int:
        """The place of the current block, -1 when there is none."""
        return self._current if self._cards else -1

    def show_block(self, at: int) -> None:
        """Make a block the current one and bring it into view."""
        if self._cards and at >= 0:
            self._current = min(at, len(self._cards) - 1)
            for number, card in enumerate(self._cards):
                card.show_current(number == self._current)
            self._scroll.ensureWidgetVisible(self._cards[self._current], 0, 40)
            self._mark_outline()
            self._follow()

    def _follow(self) -> None:
        """Bring the page on which the current block begins into view."""
        if 0 <= self._current < len(self._desk.begins):
            self.page.show_page(self._desk.begins[self._current])

    def focus_block(self, at: int) -> None:
        """Make a block the current one and let the keys go there."""
        self.show_block(max(0, at))
        if self._cards:
            self._cards[self._current].take_focus()

    def setFocus(self, *_reason: object) -> None:
        """The keys go to the current block."""
        self.focus_block(self._current)

    def _mark_outline(self) -> None:
        self._outline.selectionModel().blockSignals(True)
        self._outline.setCurrentIndex(self._model.index(self._current))
        self._outline.selectionModel().blockSignals(False)
        self._outline.viewport().update()

    def keep_writing(self) -> None:
        """Tell the desk what is being written, now."""
        self._title.keep()
        for card in self._cards:
            if card.field is not None:
                card.field.keep()

    def add_text(self) -> None:
        """A new text block behind the current one, ready to write."""
        self.keep_writing()
        self._current = self.current + 1
        self._desk.add_text(self._current - 1)
        self._focus_later = True

    def add_block(self) -> None:
        """Ask which block comes behind the current one."""
        block_menu(self, self._put_in).popup(self._below_current())

    def choose_rows(self) -> bool:
        """Ask which rows the current comparison shows, and how; False when the current block is none."""
        desk = self._desk
        block = desk.briefing.blocks[self.current] if desk.briefing and self._cards else None
        comparison = desk.material.comparison if desk.material else None
        if not isinstance(block, ComparisonBlock) or comparison is None:
            return False
        dialog = RowChoice(self._look, block, comparison.claims, self)
        if dialog.exec():
            desk.put_block(self.current, dialog.block())
        dialog.deleteLater()
        return True

    def use_template(self) -> None:
        """Ask for a template; what is written stays."""
        template_menu(self, self._desk.use_template).popup(self._below_current())

    def _below_current(self) -> QPoint:
        card = self._cards[self._current] if self._cards else self._title
        seen = card.visibleRegion().boundingRect()
        return card.mapToGlobal(QPoint(self._look.px(20), seen.bottom()))

    def _put_in(self, block: BriefingBlock) -> None:
        self.keep_writing()
        self._current = self.current + 1
        self._desk.add_block(self._current - 1, block)
        self._focus_later = True

    def drag_block(self, at: int, to: int) -> None:
        """Put the block at one place in front of the one at another."""
        self.keep_writing()
        self._desk.put_in_front(at, to)
        self._current = to - (to > at)

    def step_remark(self, by: int) -> bool:
        """Go to the next (1) or the last (-1) remark of the provenance check; False when there is none."""
        self.keep_writing()
        return self._remarks.step(by)

    def show_remark(self, remark: Remark) -> None:
        """Go to the words that a remark is about."""
        self.focus_block(remark.block)
        field = self._cards[self._current].field if self._cards else None
        if field is not None and remark.span is not None:
            field.select(remark.span)

    def remove_block(self) -> None:
        """Take the current block out."""
        if self._cards:
            self.keep_writing()
            self._desk.remove_block(self.current)

    def move_block(self, step: int) -> None:
        """Move the current block."""
        self.keep_writing()
        if self._desk.move_block(self.current, step):
            self._current += step

    _focus_later = False
    _refocus = False
    _nothing = ""

    def say_when_empty(self, words: str) -> None:
        """Why there is nothing to brief on, and what would help."""
        self._nothing = words
        if self._desk.briefing is None:
            self._refresh()

    def _refresh(self) -> None:
        desk = self._desk
        self._stack.setCurrentIndex(1 if desk.briefing else 0)
        lost = self.tr("The briefing could not be drafted; the line above says why.\nPress g b to try again.")
        words = self.tr("Drafting …") if desk.drafting else lost if desk.failed else self._nothing
        self._empty.setText(words)
        if desk.briefing is None:
            return
        self._title.take(desk.briefing.title)
        if not self._handling.hasFocus():
            self._handling.setText(desk.briefing.handling)
        self._paper.setText(self.tr("Paper: A4") if desk.briefing.paper is Paper.A4 else self.tr("Paper: Letter"))
        self._show_provenance(desk.provenance.remarks if desk.provenance else ())
        self._model.show(desk.cards)
        self._show_cards(desk.cards)
        self._refresh_pages()

    def _show_provenance(self, remarks: tuple[Remark, ...]) -> None:
        self._remarks.show_remarks(remarks)
        self._remarks.setVisible(bool(remarks))  # an empty list would only be a hole
        self._remarks_head.setText(self.tr("Provenance") if remarks else self.tr("Provenance: nothing to remark"))

    def _change_paper(self) -> None:
        if self._desk.briefing is not None:
            self._desk.change(paper=Paper.LETTER if self._desk.briefing.paper is Paper.A4 else Paper.A4)

    def _show_cards(self, cards: tuple[Card, ...]) -> None:
        if len(cards) != len(self._cards) or not all(widget.fits(card) for widget, card in zip(self._cards, cards, strict=True)):
            self._drop_cards()
            for at, card in enumerate(cards):
                widget = BlockCard(self._look, card, self._blocks)
                widget.pressed.connect(lambda at=at: self.focus_block(at))
                widget.focused.connect(lambda at=at: self.show_block(at))
                widget.kept.connect(lambda words, at=at: self._desk.put_words(at, words))
                self._block_rows.addWidget(widget)
                self._cards.append(widget)
            self._order_tabs()
            self._offer_citations()
        else:
            for widget, card in zip(self._cards, cards, strict=True):
                widget.show_card(card)
            self._offer_citations()
        if self._cards:
            self._current = max(0, min(self._current, len(self._cards) - 1))
            for number, widget in enumerate(self._cards):
                widget.show_current(number == self._current)
            self._mark_outline()
        if self._refocus and self._cards:
            self._refocus = False
            self.focus_block(self._current)
        if self._focus_later:
            self._focus_later = False
            QTimer.singleShot(_SETTLE_MS, self, lambda: self.focus_block(self._current))

    def _offer_citations(self) -> None:
        for widget in self._cards:
            if widget.field is not None:
                widget.field.completer.show_material(self._desk.material)

    def _drop_cards(self) -> None:
        """Take all cards off; the block that comes in the place of the one with the focus gets it back."""
        self._refocus = self._refocus or any(card.holds_focus() for card in self._cards)
        for widget in self._cards:
            widget.hide()
            widget.deleteLater()
        self._cards = []

    def _order_tabs(self) -> None:
        before: QWidget = self._title
        for card in self._cards:
            QWidget.setTabOrder(before, card.field or card)
            before = card.field or card
        QWidget.setTabOrder(before, self.page.first_stop)

    def _refresh_pages(self) -> None:
        desk = self._desk
        if self.page.show_pages(desk.pages):
            self._follow()
        parts = [self.tr("provenance: %1").replace("%1", tally_words(desk.provenance))] if desk.provenance else []
        parts += [self.tr("%Ln word(s)", "", desk.words_written)] if desk.words_written else []
        parts.append(self.tr("typesetting …") if desk.previewing else self.tr("%Ln page(s)", "", len(desk.pages)))
        parts.append(self.tr("draft, kept with the first change") if desk.briefing and not desk.briefing.id else self.tr("kept"))
        self._state.setText("  ·  ".join(parts))

    def _rebuild(self) -> None:
        self.keep_writing()
        self._drop_cards()
        self._dress()
        self._refresh()

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._measure()
        for label in (self._outline_head, self._remarks_head, self._handling_head):
            label.setContentsMargins(px(8), 0, 0, px(4))
            label.setFont(look.font(Type.SMALL_BOLD))
            label.setStyleSheet(f"color: {look.colours.muted}")
        self._title.setFont(look.font(Type.BRIEFING_TITLE))
        points = look.font(Type.BRIEFING_TITLE).pointSizeF()  # a style sheet of the application outdoes setFont
        self._title.setStyleSheet(
            f"#title {{ border: {px(2)}px solid transparent; border-radius: {px(6)}px; background: transparent; color: {look.colours.ink};"
            f" padding: 0 {px(12)}px; font-size: {points}pt; font-weight: 600; }}"
            f" #title:focus {{ border-color: {look.colours.accent}; background: {look.colours.surface}; }}"
        )
        self._handling.setFont(look.font(Type.UI))
        self._handling.setFixedHeight(px(28))
        self._paper.setFont(look.font(Type.UI))
        self._paper.setFixedHeight(px(28))
        for listed, kind in ((self._outline, Type.UI), (self._remarks, Type.SMALL)):
            listed.setFont(look.font(kind))
            listed.setStyleSheet(
                f"QListView::item {{ height: {px(SIDE_ROW)}px; padding-left: {px(8)}px; border-radius: {px(6)}px;"
                f" color: {look.colours.ink}; }}"
                f"QListView::item:selected {{ background: {look.colours.selection}; }}"
                f"QListView::item:focus {{ border: {px(2)}px solid {look.colours.accent}; }}"
            )
        self._state.setFont(look.font(Type.UI))
        self._state.setStyleSheet(f"color: {look.colours.muted}")
        self._empty.setFont(look.font(Type.UI))
        self._empty.setMargin(px(24))
        self._empty.setStyleSheet(f"color: {look.colours.muted}")
        self._save.setFont(look.font(Type.UI_STRONG))
        self._save.setIcon(icon("page", look.color("ink"), px(ICON)))
        self._save.setIconSize(QSize(px(ICON), px(ICON)))
        for rule in (self._left_rule, self._right_rule, self._foot_rule):
            rule.setStyleSheet(f"background: {look.colours.line}")

    def _measure(self) -> None:
        """Widths and margins at the interface's scale."""
        px = self._look.px
        self._block_rows.setContentsMargins(px(24), px(12), px(24), px(48))
        self._left.setFixedWidth(px(OUTLINE))
        self._left_rows.setContentsMargins(px(8), px(16), px(8), px(12))
        self.page.setMinimumWidth(px(280))
        self.page.setMaximumWidth(px(PAGE))
        self._foot.setFixedHeight(px(PROVENANCE))
        self._foot_line.setContentsMargins(px(16), 0, px(16), 0)
        self._fit()
