"""The list of articles: a view that lays out lines by their kind, so that 100,000 of them cost no more than those in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from briefing_app.library import LineKind
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.ui.library.carried import carry, drag_out
from briefing_app.ui.library.delegate import ArticleDelegate
from briefing_app.ui.library.model import ArticleListModel, Index, Role
from briefing_app.ui.library.stack import Stack
from briefing_app.ui.theme import ARTICLE_ROW, COPY_ROW, EVENT_ROW, Look
from briefing_app.ui.viewport import give_viewport

_HEIGHTS = {LineKind.SINGLE: ARTICLE_ROW, LineKind.EVENT: EVENT_ROW, LineKind.MEMBER: ARTICLE_ROW, LineKind.COPY: COPY_ROW}
_CHEVRON = 28
_STEP = 28
"""How far one line of the wheel or an arrow of the scroll bar goes."""

_REST_MS = 60
"""Longer than between two repeats of a key that is held, shorter than between two that are pressed."""

Flag = QItemSelectionModel.SelectionFlag
Move = QAbstractItemView.CursorAction


class ArticleList(QListView):
    """The articles; left and right fold and unfold events, several can be chosen for comparing.

    Of QListView only its name is used: Qt has an accessible list for it and its heirs, and none for other item views. Its layout, which
    asks every row for its size, is never run.
    """

    article_shown = Signal(object)  # ArticleId
    article_opened = Signal(object)  # ArticleId, by Enter or double click
    menu_wanted = Signal(object)  # QPoint on the screen

    def __init__(self, look: Look, model: ArticleListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._look = look
        self.pack: Callable[[Sequence[ArticleId]], QMimeData] = carry  # the window packs more, for other programs
        self._model = model
        self._stack = Stack()
        self._anchor: tuple[ArticleId | None, int] = (None, 0)
        self._untold = self._focusing = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._tell_where_it_rests)
        self._delegate = ArticleDelegate(look, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Articles"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else scrolling would paint every row in sight again
        model.modelAboutToBeReset.connect(self._remember_place)
        model.rowsRemoved.connect(self._restack)
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._tell)
        self.pressed.connect(self._tell_of_event)
        self.activated.connect(self._open)
        look.changed.connect(self._restack)

    # What is chosen

    def _tell(self) -> None:
        """A step is told at once; while a key is held down only where it comes to rest, because an article costs more than a step."""
        if self._focusing:
            return
        self._untold = self._rest.isActive()
        self._rest.start()
        if not self._untold:
            self._tell_on()

    def _tell_of_event(self) -> None:
        """The mouse moves to an event's line before it chooses it: only now is it known to be all that is chosen."""
        if self.chosen_event() is not None:
            self._tell_on()

    def _tell_where_it_rests(self) -> None:
        if self._untold:
            self._untold = False
            self._tell_on()

    def _tell_on(self) -> None:
        """An event's line that is chosen shows the event's first article, so that the text never belongs to another line."""
        article, event = self._model.article_at(self.currentIndex().row()), self.chosen_event()
        if article is None and event is not None:
            article = next(iter(self._model.members(event)), None)
        if article is not None:
            self.article_shown.emit(article)

    def _open(self, index: QModelIndex) -> None:
        article, event = self._model.article_at(index.row()), self._model.event_at(index.row())
        if article is not None:
            self.article_opened.emit(article)
        elif event is not None:
            self._fold(event, not self._model.is_folded(event))

    def chosen(self) -> tuple[ArticleId, ...]:
        """The chosen articles in the order of the list; an event's line stands for all its articles."""
        ranges = sorted(_ranges(self.selectionModel().selection()))
        return tuple(dict.fromkeys(article for first, last in ranges for article in self._model.articles_in(first, last)))

    def chosen_event(self) -> EventId | None:
        """The event whose line is all that is chosen."""
        ranges = _ranges(self.selectionModel().selection())
        if len(ranges) != 1 or ranges[0][0] != ranges[0][1] or self._model.article_at(ranges[0][0]) is not None:
            return None
        return self._model.event_at(ranges[0][0])

    def choose(self, articles: Sequence[ArticleId], *, into_sight: bool = True) -> None:
        """Choose these articles, the first of them current, as far as they are on the shelf; nothing is told on, nor what still rests."""
        self._untold = False
        model = self.selectionModel()
        model.blockSignals(True)
        model.select(self._rows_selected(self._model.rows_of(articles)), Flag.ClearAndSelect)
        first = self._model.index_of(articles[0]) if articles else QModelIndex()
        if first.isValid():
            model.setCurrentIndex(first, Flag.NoUpdate)
        model.blockSignals(False)
        if first.isValid() and into_sight:
            self.scrollTo(first)
        self.viewport().update()

    def sees(self, index: Index) -> bool:
        """Whether any of a row is in sight."""
        return self.visualRect(index).intersects(self.viewport().rect())

    def _rows_selected(self, rows: Sequence[int]) -> QItemSelection:
        """The rows, ascending, in as few ranges as they make."""
        selection = QItemSelection()
        starts = [row for before, row in pairwise((-2, *rows)) if row != before + 1]
        ends = [row for row, after in pairwise((*rows, -2)) if after != row + 1]
        for start, end in zip(starts, ends, strict=True):
            selection.append(QItemSelectionRange(self._model.index(start), self._model.index(end)))
        return selection

    def after(self, articles: Sequence[ArticleId]) -> ArticleId | None:
        """The article that stands below these, else the one above them; None when no other is in the list."""
        gone, rows = frozenset(articles), self._model.rows_of(articles)
        last, first = (rows[-1], rows[0]) if rows else (-1, -1)
        for row in (*range(last + 1, self._model.rowCount()), *range(first - 1, -1, -1)):
            article = self._model.article_at(row)
            if article is not None and article not in gone:
                return article
        return None

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """The chosen articles can be dropped on a case, a tag, the star or the trash."""
        chosen = self.chosen()
        if chosen:
            drag_out(self, self.pack(chosen), self._look, len(chosen))

    def step(self, down: int) -> None:
        """Go to the next or previous row; where none is chosen, to the one that has the focus."""
        current = self.currentIndex()
        if current.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(current, Flag.ClearAndSelect)
            self._tell()
            return
        row = current.row() + down
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt lets the first row have the focus where no row had it; that is no step, and opens nothing."""
        self._focusing = True
        super().focusInEvent(event)
        self._focusing = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Screen readers are told which row is current; QListView would ask the layout that is never run."""
        QAbstractItemView.currentChanged(self, current, previous)
        if self.hasFocus():
            self._speak_of(current, QAccessible.Event.Focus)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Screen readers are told what was chosen last."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        for first, _ in _ranges(selected)[-1:]:
            self._speak_of(self._model.index(first), QAccessible.Event.Selection)

    def _speak_of(self, index: Index, what: QAccessible.Event) -> None:
        if QAccessible.isActive() and index.isValid():
            event = QAccessibleEvent(self, what)
            event.setChild(index.row())
            QAccessible.updateAccessibility(event)

    # Events

    def _fold(self, event: EventId, folded: bool) -> None:
        self._model.fold(event, folded)
        self.setCurrentIndex(self._model.index_of_event(event))

    def fold_here(self, folded: bool) -> None:
        """Fold the event of the current row, or unfold it."""
        event = self._model.event_at(self.currentIndex().row())
        if event is not None and self._model.is_folded(event) != folded:
            self._fold(event, folded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right fold; the rest is Qt's."""
        if event.key() == Qt.Key.Key_Left:
            self.fold_here(True)
        elif event.key() == Qt.Key.Key_Right:
            self.fold_here(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what is chosen; a press on another row chooses that first."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(self.viewport().mapFrom(self, event.pos()))
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on an event's chevron folds it; the right button only opens the menu."""
        if event.button() == Qt.MouseButton.RightButton:
            return
        row = self.indexAt(event.position().toPoint()).row()
        head = self._model.event_at(row) if self._model.article_at(row) is None else None
        if head is not None and event.position().x() < self._look.px(_CHEVRON):
            self._fold(head, not self._model.is_folded(head))
            return
        super().mousePressEvent(event)

    # Where rows stand

    def reset(self) -> None:
        """The model has other rows: what was at the top edge stays there when it is still in the list."""
        self._restack()
        super().reset()
        article, above = self._anchor
        index = self._model.index_of(article) if article is not None else QModelIndex()
        if index.isValid():
            self.verticalScrollBar().setValue(self._stack.top(index.row()) + above)

    def _restack(self) -> None:
        self._stack = Stack(self._model.kinds, [self._look.px(_HEIGHTS[kind]) for kind in LineKind])
        self.updateGeometries()
        # The bar has its room before there are rows: by itself Qt makes room for it once they have been painted.
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if self._model.rowCount() else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(policy)
        self.viewport().update()

    def _remember_place(self) -> None:
        """The topmost article in sight and how much of it is hidden; nothing while the list stands at its beginning."""
        offset = self.verticalOffset()
        row = self._stack.row_at(offset) if offset else -1
        while row >= 0 and self._model.article_at(row) is None and self._stack.top(row) < offset + self.viewport().height():
            row += 1
        article = self._model.article_at(row)
        self._anchor = (article, offset - self._stack.top(row)) if article is not None else (None, 0)

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the rows."""
        QAbstractItemView.updateGeometries(self)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._look.px(_STEP))
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._stack.height - height))

    def doItemsLayout(self) -> None:
        """Where rows stand follows from their kinds."""
        QAbstractItemView.doItemsLayout(self)

    def visualRect(self, index: Index) -> QRect:
        """The row in the viewport."""
        if not index.isValid() or index.row() >= self._model.rowCount():
            return QRect()
        row = index.row()
        return QRect(0, self._stack.top(row) - self.verticalOffset(), self.viewport().width(), self._stack.row_height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        row = self._stack.row_at(point.y() + self.verticalOffset())
        return self._model.index(row) if row >= 0 else QModelIndex()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Bring a row into sight."""
        rect, height = self.visualRect(index), self.viewport().height()
        if not rect.isValid():
            return
        bar, hints = self.verticalScrollBar(), QAbstractItemView.ScrollHint
        if hint == hints.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif hint == hints.PositionAtTop or rect.top() < 0:
            bar.setValue(bar.value() + rect.top())
        elif hint == hints.PositionAtBottom or rect.bottom() >= height:
            bar.setValue(bar.value() + rect.bottom() + 1 - height)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted; only what comes into sight is painted anew."""
        self.viewport().scroll(dx, dy)

    def horizontalOffset(self) -> int:
        """Rows are as wide as the view."""
        return 0

    def verticalOffset(self) -> int:
        """How far the list is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """No row of the model is hidden."""
        return False

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where the arrow and page keys lead."""
        count, row = self._model.rowCount(), self.currentIndex().row()
        if not count:
            return QModelIndex()
        if action in (Move.MoveHome, Move.MoveEnd):
            return self._model.index(0 if action == Move.MoveHome else count - 1)
        if action in (Move.MovePageUp, Move.MovePageDown):
            down = 1 if action == Move.MovePageDown else -1
            article = self._look.px(ARTICLE_ROW)
            return self._model.index(self._stack.row_from(max(0, row), down * max(article, self.viewport().height() - article)))
        down = {Move.MoveDown: 1, Move.MoveNext: 1, Move.MoveUp: -1, Move.MovePrevious: -1}.get(action, 0)
        return self._model.index(min(count - 1, max(0, row + down)))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the rows that a rectangle of the viewport touches."""
        area = rect.normalized()
        rows = self._stack.rows_between(area.top() + self.verticalOffset(), area.bottom() + self.verticalOffset())
        self.selectionModel().select(self._rows_selected(rows), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where the chosen rows are seen."""
        region = QRegion()
        for first, last in _ranges(selection):
            region += self.visualRect(self._model.index(first)).united(self.visualRect(self._model.index(last)))
        return region & QRegion(self.viewport().rect())

    # Painting

    def dataChanged(self, top: Index, bottom: Index, _roles: Sequence[int] = ()) -> None:
        """Paint what has changed and is in sight; Qt would paint everything, also for words that were read ahead."""
        self.viewport().update(self.visualRect(top).united(self.visualRect(bottom)) & self.viewport().rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.color("paper"))
        selection, current = self.selectionModel(), self.currentIndex().row() if self.hasFocus() else -1
        offset, area = self.verticalOffset(), event.rect()
        row, count = self._stack.row_at(area.top() + offset), self._model.rowCount()
        while 0 <= row < count:
            index = self._model.index(row)
            place = self.visualRect(index)
            if place.top() > area.bottom():
                break
            entry = index.data(Role.ENTRY)
            self._delegate.paint(painter, place, entry, chosen=selection.isSelected(index), focused=row == current)
            row += 1


def _ranges(selection: QItemSelection) -> list[tuple[int, int]]:
    """First and last row of each range."""
    return [(selection.at(at).top(), selection.at(at).bottom()) for at in range(selection.count())]
