"""The briefing pane: outline, blocks, and the page as it will be printed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from briefing_app.briefing import Remark
from briefing_app.model.briefing import BriefingBlock, TextBlock
from briefing_app.ui.briefing.choosing import choice_for
from briefing_app.ui.briefing.column import CardColumn
from briefing_app.ui.briefing.kinds import block_menu
from briefing_app.ui.briefing.model import CardModel
from briefing_app.ui.briefing.page import PageView
from briefing_app.ui.briefing.side import BriefingSide
from briefing_app.ui.briefing.state_line import StateLine
from briefing_app.ui.empty_place import EmptyPlace
from briefing_app.ui.icons import icon
from briefing_app.ui.session.desk import BriefingDesk
from briefing_app.ui.theme import ICON, PAGE, PROVENANCE, Look, Type

_WITH_OUTLINE, _WITH_PAGE = 960, 600
"""Widths (in pixels of 100 %) from which the outline, and from which the page, has room beside the blocks."""
_NO_LIMIT = 16_777_215
"""Qt's QWIDGETSIZE_MAX."""


class BriefingView(QWidget):
    """Outline, blocks, page; the desk does what is asked."""

    save_pressed = Signal()
    choose_pressed = Signal()

    def __init__(self, look: Look, desk: BriefingDesk, model: CardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._desk, self._model = look, desk, model
        self._nothing = ""
        self.side = BriefingSide(look, desk, model)
        self.column = CardColumn(look, desk)
        self.page = PageView(look)
        self._state, self._empty = StateLine(look), EmptyPlace(look)
        self._save = QPushButton(self.tr("Save …"))
        self._turn = QPushButton(self.tr("Page"))
        self._turn.setCheckable(True)
        self._turn.setProperty("flat", True)
        self._turn.setToolTip(self.tr("Show the page in the place of the blocks"))
        self._lay_out()
        self._dress()
        desk.changed.connect(self._refresh)
        desk.typeset.changed.connect(self._refresh_pages)
        desk.typeset.page_changed.connect(self.page.show_changed)
        self.page.width_changed.connect(desk.typeset.ask)
        self.side.stepped_to.connect(self.show_block)
        self.side.entered.connect(self.focus_block)
        self.side.remarks.chosen.connect(self.show_remark)
        self.column.went_to.connect(self._follow)
        self.column.opened.connect(self.choose_pressed)
        self._save.clicked.connect(self.save_pressed)
        self._turn.toggled.connect(self._fit)
        self._model.moved.connect(self.drag_block)
        look.changed.connect(self._rebuild)
        self._refresh()

    @property
    def foot(self) -> int:
        """How high the bar at the bottom is, which tells of the provenance and saves."""
        return self._foot.height()

    def show_save_key(self, key: str) -> None:
        """Name the key that saves."""
        words = self.tr("Save the briefing as PDF, web page, Word or Markdown file")
        self._save.setToolTip(f"{words} ({key})" if key else words)

    def _lay_out(self) -> None:
        self._side_rule, self._page_rule, self._foot_rule = QFrame(), QFrame(), QFrame()
        self._side_rule.setFixedWidth(1)
        self._page_rule.setFixedWidth(1)
        self._foot_rule.setFixedHeight(1)
        panes = QHBoxLayout()
        panes.setSpacing(0)
        for part, stretch in ((self.side, 0), (self._side_rule, 0), (self.column, 3), (self._page_rule, 0), (self.page, 2)):
            panes.addWidget(part, stretch)
        foot = self._foot = QWidget()
        line = self._foot_line = QHBoxLayout(foot)
        line.addWidget(self._state, 1)
        line.addWidget(self._turn)
        line.addWidget(self._save)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(panes, 1)
        rows.addWidget(self._foot_rule)
        rows.addWidget(foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the outline gives its room to blocks and page; in a very narrow one those take turns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, turned = self._look.px, self._turn.isChecked()
        tight = self.width() < px(_WITH_PAGE)
        for part in (self.side, self._side_rule):
            part.setVisible(self.width() >= px(_WITH_OUTLINE))
        self._turn.setVisible(tight)
        self._turn.setProperty("open", turned)
        self._turn.style().polish(self._turn)
        self._turn.setFont(self._look.font(Type.UI))  # which polishing takes from it
        self._page_rule.setVisible(not tight)
        self.page.setMaximumWidth(_NO_LIMIT if tight else px(PAGE))
        self.page.setVisible(turned or not tight)
        self.column.setVisible(not (tight and turned))

    # Where one is

    @property
    def current(self) -> int:
        """The place of the current block, -1 when there is none."""
        return self.column.current

    def show_block(self, at: int) -> None:
        """Make a block the current one and bring it into view."""
        self._turn.setChecked(False)
        self.column.show_block(at)

    def focus_block(self, at: int) -> None:
        """Make a block the current one and let the keys go there."""
        self._turn.setChecked(False)
        self.column.focus_block(at)

    def setFocus(self, *_reason: object) -> None:
        """The keys go to the current block."""
        self.focus_block(self.current)

    def _follow(self, at: int) -> None:
        """Mark the block in the outline, and bring the page on which it begins into view."""
        self.side.mark(at)
        if 0 <= at < len(self._desk.typeset.begins):
            self.page.show_page(self._desk.typeset.begins[at])

    def step_remark(self, by: int) -> bool:
        """Go to the next (1) or the last (-1) remark of the provenance check; False when there is none."""
        self.keep_writing()
        return self.side.remarks.step(by)

    def show_remark(self, remark: Remark) -> None:
        """Go to the words that a remark is about."""
        self.focus_block(remark.block)
        card = self.column.current_card
        if card is not None and card.field is not None and remark.span is not None:
            card.field.select(remark.span)

    # What is done with the blocks

    def keep_writing(self) -> None:
        """Tell the desk what is being written, now."""
        self.column.keep_writing()

    def add_text(self) -> None:
        """A new text block behind the current one, ready to write."""
        self._put_in(TextBlock(""))

    def add_block(self) -> None:
        """Ask which block comes behind the current one."""
        block_menu(self, self._put_in).popup(self.column.below_current())

    def _put_in(self, block: BriefingBlock) -> None:
        self.keep_writing()
        at = self.current
        self.column.go_to_new(at + 1)
        self._desk.add_block(at, block)

    def choose(self) -> bool:
        """Ask what stands in the current block; False when it is of a kind that leaves no choice."""
        self.keep_writing()
        dialog = choice_for(self._look, self._desk, self.current, self)
        if dialog is None:
            return False
        if dialog.exec():
            self._desk.put_block(self.current, dialog.block())
        dialog.deleteLater()
        return True

    def drag_block(self, at: int, to: int) -> None:
        """Put the block at one place in front of the one at another."""
        self.keep_writing()
        self._desk.put_in_front(at, to)
        self.column.follow_moved(to - (to > at))

    def remove_block(self) -> None:
        """Take the current block out."""
        if self.current >= 0:
            self.keep_writing()
            self._desk.remove_block(self.current)

    def move_block(self, step: int) -> None:
        """Move the current block."""
        self.keep_writing()
        if self._desk.move_block(self.current, step):
            self.column.follow_moved(self.current + step)

    # What is shown

    def say_when_empty(self, words: str) -> None:
        """Why there is nothing to brief on, and what would help."""
        self._nothing = words
        if self._desk.briefing is None:
            self._refresh()

    def _refresh(self) -> None:
        desk = self._desk
        self._stack.setCurrentIndex(1 if desk.briefing else 0)
        lost = self.tr("The briefing was not drafted.\n\nPress g b to try again.")
        words = self.tr("Drafting …") if desk.drafting else lost if desk.failed else self._nothing
        self._empty.say(words)
        if desk.briefing is None:
            return
        self.column.title.take(desk.briefing.title)
        self.side.show_briefing(desk.briefing)
        self._model.show(desk.cards)
        self.column.show_cards(desk.cards, self.column.title, self.page.first_stop)
        self.side.mark(self.current)
        self._refresh_pages()

    def _refresh_pages(self) -> None:
        desk = self._desk
        self.side.show_remarks(desk.remarks)
        if self.page.show_pages(desk.typeset.pages):
            self._follow(self.current)
        parts = [self.tr("%Ln word(s)", "", desk.words_written)] if desk.words_written else []
        parts.append(self.tr("typesetting …") if desk.typeset.under_way else self.tr("%Ln page(s)", "", len(desk.typeset.pages)))
        parts.append(self.tr("draft, kept with the first change") if desk.briefing and not desk.briefing.id else self.tr("kept"))
        self._state.show_state(desk.provenance, parts)

    def _rebuild(self) -> None:
        self.keep_writing()
        self.column.drop_cards()
        self._dress()
        self._refresh()

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self.side.dress()
        self.column.dress()
        self.page.setMinimumWidth(px(280))
        self._foot.setFixedHeight(px(PROVENANCE))
        self._foot_line.setContentsMargins(px(16), 0, px(16), 0)
        self._save.setFont(look.font(Type.UI_STRONG))
        beside = px(4) - 4  # Qt leaves 4 between sign and words, however large the interface is
        self._save.setIcon(icon("page", look.color("ink"), px(ICON), beside=beside))
        self._save.setIconSize(QSize(px(ICON) + 2 * beside, px(ICON)))
        self._turn.setFont(look.font(Type.UI))
        for rule in (self._side_rule, self._page_rule, self._foot_rule):
            rule.setStyleSheet(f"background: {look.colours.line}")
        self._fit()
