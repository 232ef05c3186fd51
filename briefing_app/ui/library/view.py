"""The middle of the library pane: head and list of articles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from briefing_app.model.shelf import Arrangement, ListOrder, Shelf, ShelfKind
from briefing_app.ui.elided import ElidedLabel
from briefing_app.ui.library.article_list import ArticleList
from briefing_app.ui.library.empty_words import empty_words
from briefing_app.ui.library.listing import Listing
from briefing_app.ui.library.model import ArticleListModel
from briefing_app.ui.library.order_button import OrderButton
from briefing_app.ui.theme import HEAD, Look, Type
from briefing_app.ui.words import digits

_NAME_SHARE = 0.7


class ListPane(QWidget):
    """Head and list; says what to do when there is nothing."""

    def __init__(self, look: Look, model: ArticleListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._key_of: Callable[[str], str] = _no_key
        self._kind = ShelfKind.ALL
        self._where: tuple[Shelf, Arrangement] | None = None
        head, body = self._head, self._body = QWidget(self), QWidget(self)
        self._name, self._count, self._empty = ElidedLabel("", head), QLabel(head), QLabel(body)
        self._note = ElidedLabel("", self)
        self._note.hide()
        self.order = OrderButton(look, head)
        self.list = ArticleList(look, model, body)
        for label in (self._count, self._empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        head, body = self._head, self._body
        line = self._head_line = QHBoxLayout(head)
        line.addWidget(self._name)
        line.addWidget(self._count)
        line.addStretch()
        line.addWidget(self.order)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._rule = QFrame(self)
        self._rule.setFixedHeight(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(self._note)
        rows.addWidget(self._rule)
        rows.addWidget(body, 1)

    def show_name(self, name: str, note: str) -> None:
        """What the shelf is called, and what is written about it."""
        self._name.setText(name)
        self._note.setText(" ".join(note.split()))
        self._note.setVisible(bool(note))
        self._fit_head()

    def show_listing(self, listing: Listing, *, read: bool = True) -> None:
        """Take other articles or another shelf; what was chosen stays chosen, and in sight unless one has scrolled on from it.

        What has not been ``read`` yet is not called empty.
        """
        chosen, current = self.list.chosen(), self._model.article_at(self.list.currentIndex().row())
        where = (listing.shelf, listing.arrangement)
        left = where == self._where and not self.list.sees(self.list.currentIndex())
        self._where = where
        self._model.show(listing)
        if chosen and not self.list.selectionModel().hasSelection():
            first = [current] if current in chosen and current is not None else []
            self.list.choose([*first, *(number for number in chosen if number != current)], into_sight=not left)
        self._count.setText(digits(self._model.total) if read else "")
        self.order.say(self._order_words(listing.arrangement, listing.shelf.kind))
        self._fit_head()
        self._head_line.activate()  # the list is painted before a turn comes in which Qt would make room for the count
        empty = read and self._model.total == 0
        self._kind = listing.shelf.kind
        self._empty.setText(empty_words(self._kind, self._key_of))
        self._stack.setCurrentWidget(self._empty if empty else self.list)

    def take_keys(self, key_of: Callable[[str], str]) -> None:
        """Name the keys that actions have now; ``key_of`` gives one by the action's id."""
        self._key_of = key_of
        self._empty.setText(empty_words(self._kind, key_of))

    def _order_words(self, arrangement: Arrangement, kind: ShelfKind) -> str:
        words = {
            ListOrder.NEWEST: self.tr("newest"),
            ListOrder.OLDEST: self.tr("oldest"),
            ListOrder.ADDED: self.tr("added last"),
            ListOrder.SOURCE: self.tr("source"),
            ListOrder.TITLE: self.tr("title"),
        }[arrangement.order]
        grouped = arrangement.grouped and kind is not ShelfKind.TRASH
        return self.tr("by event, %1").replace("%1", words) if grouped else words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head gives way."""
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """The words of the order give way to the name, and that only to a little more than its share."""
        room = self.width() - self._look.px(16 + 12 + 3 * 8) - self._count.sizeHint().width()
        name = min(self._name.sizeHint().width(), max(0, round(_NAME_SHARE * room)))
        self.order.setMaximumWidth(max(self.order.minimumSizeHint().width(), room - name))

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._head.setFixedHeight(px(HEAD))
        self._head_line.setContentsMargins(px(16), 0, px(12), 0)
        self._head_line.setSpacing(px(8))
        self._name.setFont(look.font(Type.UI_BOLD))
        self._note.setContentsMargins(px(16), 0, px(12), px(10))
        self._note.setFont(look.font(Type.SMALL))
        self._note.setStyleSheet(f"color: {look.colours.muted}")
        for label in (self._count, self._empty):
            label.setFont(look.font(Type.UI))
            label.setStyleSheet(f"color: {look.colours.muted}")
        self._empty.setMargin(px(24))
        self._rule.setStyleSheet(f"background: {look.colours.line}")


def _no_key(_name: str) -> str:
    return ""
