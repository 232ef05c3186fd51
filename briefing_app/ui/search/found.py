"""What was found: how much, the query in words, what narrows it, and the hits or every line of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QScrollArea, QStackedWidget, QStyledItemDelegate, QVBoxLayout, QWidget

from briefing_app.model.ids import ArticleId
from briefing_app.model.search import Line, LineOrder, Mistake, SortOrder
from briefing_app.ui.elided import ElidedButton, ElidedLabel
from briefing_app.ui.search.advice import AdviceBar
from briefing_app.ui.search.head_words import from_left, how_much, writing_facets
from briefing_app.ui.search.lines import LineDelegate, LineModel
from briefing_app.ui.search.manner import BUTTON_PAD, Manner
from briefing_app.ui.search.model import CopyEntry, Found, HitEntry, HitModel, Role, WritingEntry
from briefing_app.ui.search.narrowing import Narrowing
from briefing_app.ui.search.view import HitDelegate
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.wrapping import WrapLayout

_MOST_ABOVE = 0.6
"""The share of the pane's height that is not for the hits, where there are any."""


class HitsView(QWidget):
    """How many, the query in words, and the hits."""

    opened = Signal(object, object)  # ArticleId, Span | None
    writing_shown = Signal(object)  # Writing
    writing_opened = Signal(object)  # Writing
    focus_reader = Signal()
    clicked = Signal()  # on a hit
    save_pressed = Signal()
    advice_taken = Signal(object)  # Advice
    facet_chosen = Signal(object)  # Facet
    order_pressed = Signal()
    lines_pressed = Signal()
    grouping_pressed = Signal()
    mending_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self, look: Look, model: HitModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._head, self._words = ElidedLabel(), QLabel()
        self._line_model = LineModel(self)
        self._articles = _list(model, HitDelegate(look, self))
        self._articles.setResizeMode(QListView.ResizeMode.Adjust)  # a narrower row takes more lines
        self._articles.setAccessibleName(self.tr("Hits"))
        self._every = _list(self._line_model, LineDelegate(look, self))
        self._every.setUniformItemSizes(True)
        self._every.setAccessibleName(self.tr("Every hit in its line"))
        self._lists = QStackedWidget()
        self._lists.addWidget(self._articles)
        self._lists.addWidget(self._every)
        self._manner = Manner(look)
        self._manner.order_pressed.connect(self.order_pressed)
        self._manner.lines_pressed.connect(self.lines_pressed)
        self._manner.grouping_pressed.connect(self.grouping_pressed)
        self._manner.save_pressed.connect(self.save_pressed)
        self._mending = self._flat("", self.mending_pressed)
        self._mending.hide()
        self._stop = self._flat("", self.stop_pressed)
        self._stop.hide()
        self._above, self._page = QScrollArea(), QWidget()
        self._above.setWidgetResizable(True)
        self._above.setFrameShape(QFrame.Shape.NoFrame)
        self._above.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._above.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.advice = AdviceBar(look)
        self.advice.taken.connect(self.advice_taken)
        self.narrowing = Narrowing(look)
        self.narrowing.chosen.connect(self.facet_chosen)
        self._lay_out()
        for found in (self._articles, self._every):
            found.selectionModel().currentChanged.connect(self._tell)
            found.activated.connect(self._open)
            found.clicked.connect(lambda _index: self.clicked.emit())
        look.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        """What stands above the hits, which scrolls where room is short, and the hits."""
        rows = self._rows = QVBoxLayout(self._page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        line = self._line = WrapLayout()
        line.addWidget(self._head)
        for button in (self._stop, self._mending):
            line.addWidget(button)
        rows.addLayout(line)
        rows.addWidget(self._words)
        rows.addWidget(self._manner)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        rows.addWidget(self.advice)
        rows.addWidget(self.narrowing)
        rows.addStretch()
        self._page.setMinimumWidth(1)  # as narrow as the pane, whatever the longest word wants
        self._above.setWidget(self._page)
        self._page.installEventFilter(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._above)
        whole.addWidget(self._lists, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands above the hits takes another height when it says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands above is scrolled where it would take most of the room; narrower rows take more lines."""
        super().resizeEvent(event)
        self._fit()
        if event.oldSize().width() != event.size().width():
            self._articles.doItemsLayout()  # Qt asks the rows for their heights anew only when the list itself gets higher or lower

    def _fit(self) -> None:
        share = _MOST_ABOVE if self.list.model().rowCount() else 1.0
        self._above.setFixedHeight(min(self._rows.heightForWidth(self.width()), round(self.height() * share)))

    @property
    def list(self) -> QListView:
        """The list that is shown: of articles, or of every hit."""
        return self._every if self._lists.currentWidget() is self._every else self._articles

    def show_order(self, order: SortOrder, lines: LineOrder | None, *, grouped: bool) -> None:
        """Say in which manner the hits stand."""
        self._manner.show_order(order, lines, grouped=grouped)

    def show_facets(self, found: Found | None, advice_key: str) -> None:
        """Offer what narrows the search, and what else is worth a try; ``advice_key`` takes the first of that."""
        self.advice.show_advice(found.advice if found else (), advice_key)
        facets = (*writing_facets(found), *found.facets) if found else ()
        self.narrowing.show_facets(facets, found.result.total if found else 0)

    def show_found(self, found: Found | None, mistake: str) -> None:
        """Say what was found, or what is wrong with the query; the last hits stay while there is a mistake."""
        self._words.setProperty("mistake", bool(mistake))
        if mistake:
            self._words.setText(mistake)
        elif found is not None:
            self._head.setText(how_much(found))
            wrong = " ".join(self._wrong(one) for one in found.result.mistakes)
            self._words.setProperty("mistake", bool(wrong))
            said = from_left(found.result.query_in_words)
            self._words.setText(f"{said}\n{wrong}" if wrong else said)
            self._line_model.show(found.lines, found.rows)
            self._lists.setCurrentWidget(self._every if found.lines is not None else self._articles)
        else:
            self._head.setText("")
            self._words.setText("")
        self._dress()
        self._fit()

    def show_mending(self, key: str | None, *, busy: bool) -> None:
        """Offer to index what is not indexed yet (``key`` does it; None: nothing can be done about it), or say that it is being done."""
        words = self.tr("Index them now")
        self._mending.setText(self.tr("Being indexed …") if busy else f"{words} ({key})" if key else words)
        self._mending.setEnabled(not busy)
        self._mending.setHidden(key is None)

    def show_busy(self, busy: bool, key: str) -> None:
        """Say that the search is under way, and by which key it stops."""
        words = self.tr("Searching … stop")
        self._stop.setText(f"{words} ({key})" if key else words)
        self._stop.setHidden(not busy)

    def take_focus(self) -> None:
        """The keys go to the hits, or to what else is worth a try."""
        if self.list.model().rowCount() or self.advice.isHidden():
            self.list.setFocus()
        else:
            self.advice.take_focus()

    def show_saved(self, saved: bool) -> None:
        """What is saved already need not be saved again."""
        self._manner.show_saved(saved)

    def step(self, down: int) -> None:
        """Go to the next or previous hit."""
        model = self.list.model()
        last, way = model.rowCount() - 1, down or 1
        row = max(0, min(last, self.list.currentIndex().row() + down))
        while 0 <= row <= last and not model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEnabled:  # the head of an event
            row += way
        if 0 <= row <= last:
            self.list.setCurrentIndex(model.index(row, 0))

    def _wrong(self, mistake: Mistake) -> str:
        """What was left out of the query, where it stands, and what to write instead."""
        said = f"{mistake.message} {mistake.next_step}".strip()
        return self.tr("Left out at letter %1: %2").replace("%1", str(mistake.start + 1)).replace("%2", said)

    def _flat(self, words: str, pressed: object) -> ElidedButton:
        button = ElidedButton(words)
        button.setProperty("flat", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(pressed)
        return button

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = current.data(Qt.ItemDataRole.UserRole)
        if isinstance(line, Line):
            self.opened.emit(line.article, line.mark)
        entry = current.data(Role.HIT)
        if isinstance(entry, HitEntry):
            self.opened.emit(ArticleId(entry.row.id), entry.first)
        elif isinstance(entry, CopyEntry):
            self.opened.emit(ArticleId(entry.entry.row.id), entry.entry.first)
        elif isinstance(entry, WritingEntry):
            self.writing_shown.emit(entry.writing)

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(Role.HIT)
        if isinstance(entry, WritingEntry):
            self.writing_opened.emit(entry.writing)
        else:
            self.focus_reader.emit()

    def _dress(self) -> None:
        px = self._look.px
        self._head.setFont(self._look.font(Type.HEADING))
        self._line.setContentsMargins(px(16 - BUTTON_PAD), px(8), px(12), px(2))
        self._head.setContentsMargins(px(BUTTON_PAD), 0, 0, 0)  # in line with the words of buttons that wrap below it
        self._line.setSpacing(px(8))
        for button in (self._stop, self._mending):
            button.setFont(self._look.font(Type.SMALL))
            button.setStyleSheet(f"color: {self._look.colours.accent}; padding: {px(2)}px {px(BUTTON_PAD)}px;")
        self._words.setContentsMargins(px(16), 0, px(12), px(8))
        self._words.setFont(self._look.font(Type.SMALL))
        token = "caution" if self._words.property("mistake") else "muted"
        self._words.setStyleSheet(f"color: {getattr(self._look.colours, token)}")
        self.list.viewport().update()


def _list(model: HitModel | LineModel, delegate: QStyledItemDelegate) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
