"""In which manner the hits stand: a list or lines, in which order, by event; and the way to keep the search."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.model.search import LineOrder, SortOrder
from briefing_app.ui.elided import ElidedButton
from briefing_app.ui.icons import icon
from briefing_app.ui.theme import ICON, Look, Type
from briefing_app.ui.wrapping import WrapLayout

BUTTON_PAD, _HEIGHT = 6, 22


class Manner(QWidget):
    """A switch of two, of which one is on; the order, which a press changes to the next; by event, on or off; and saving."""

    order_pressed = Signal()
    lines_pressed = Signal()
    grouping_pressed = Signal()
    save_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._as_list = self._button(self.tr("List"), self.tr("Show articles, each with its passages"))
        self._as_lines = self._button(self.tr("Lines"), self.tr("Show every hit in its line"))
        self._order = self._button("", self.tr("Order of the hits: press for the next one"))
        self._grouping = self._button(self.tr("By event"), self.tr("Show the hits of one event together"))
        self._save = self._button(self.tr("Save"), self.tr("Keep this search in the sidebar"))
        for button in (self._as_list, self._as_lines):
            button.clicked.connect(lambda _on=False, button=button: self._switch(button))
        self._order.clicked.connect(self.order_pressed)
        self._grouping.clicked.connect(self.grouping_pressed)
        self._save.clicked.connect(self.save_pressed)
        self._line = WrapLayout(self)
        for button in self._buttons:
            self._line.addWidget(button)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def _buttons(self) -> tuple[ElidedButton, ...]:
        return (self._as_list, self._as_lines, self._order, self._grouping, self._save)

    def show_order(self, order: SortOrder, lines: LineOrder | None, *, grouped: bool) -> None:
        """Say how the hits stand."""
        orders = {
            SortOrder.RELEVANCE: self.tr("best first"),
            SortOrder.NEWEST: self.tr("newest first"),
            SortOrder.OLDEST: self.tr("oldest first"),
        }
        line_orders = {
            LineOrder.DATE: self.tr("by date"),
            LineOrder.SOURCE: self.tr("by source"),
            LineOrder.LEFT: self.tr("by the words before"),
            LineOrder.RIGHT: self.tr("by the words after"),
        }
        self._order.setText(orders[order] if lines is None else line_orders[lines])
        self._grouping.setHidden(lines is not None)
        for button, on in ((self._as_list, lines is None), (self._as_lines, lines is not None), (self._grouping, grouped)):
            button.setProperty("open", on)
            button.setAccessibleDescription(self.tr("on") if on else self.tr("off"))
        self._dress()

    def show_saved(self, saved: bool) -> None:
        """What is saved already need not be saved again."""
        self._save.setHidden(saved)

    def _switch(self, button: ElidedButton) -> None:
        if not button.property("open"):
            self.lines_pressed.emit()

    def _button(self, words: str, tip: str) -> ElidedButton:
        button = ElidedButton(words)
        button.setProperty("flat", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(tip)
        return button

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._line.setContentsMargins(px(16 - BUTTON_PAD), 0, px(12), px(8))
        self._line.setSpacing(px(4))
        self._order.setIcon(icon("sort", look.color("muted")))
        self._order.setIconSize(QSize(px(ICON), px(ICON)))
        for button in self._buttons:
            on = bool(button.property("open"))
            color = look.colours.accent if button is self._save else look.colours.ink if on else look.colours.muted
            ground = f" background: {look.colours.selection};" if on else ""
            button.setFixedHeight(px(_HEIGHT))
            button.setFont(look.font(Type.SMALL_BOLD if on else Type.SMALL))
            button.setStyleSheet(f"color: {color};{ground} padding: 0 {px(BUTTON_PAD)}px;")
