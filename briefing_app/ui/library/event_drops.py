"""Lets articles be dropped on the line of an event, or on one of its articles, in the list itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from briefing_app.model.ids import EventId
from briefing_app.ui.library.article_list import ArticleList
from briefing_app.ui.library.carried import carried
from briefing_app.ui.library.model import ArticleListModel


class EventDrops(QObject):
    """Watches the list's viewport; what is no dragged article of this program is left to the window."""

    dropped = Signal(object, object)  # EventId, tuple of ArticleId

    def __init__(self, view: ArticleList, model: ArticleListModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what belongs to events out of the stream."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._drop(event)
        if isinstance(event, (QDragEnterEvent, QDragMoveEvent)) and carried(event.mimeData()):
            event.setAccepted(event.type() == QEvent.Type.DragEnter or self._event_at(event) is not None)
            return True
        return False

    def _drop(self, event: QDropEvent) -> bool:
        articles, on = carried(event.mimeData()), self._event_at(event)
        if not articles:
            return False
        event.setAccepted(on is not None)
        if on is not None:
            self.dropped.emit(on, articles)
        return True

    def _event_at(self, event: QDropEvent) -> EventId | None:
        return self._model.event_at(self._view.indexAt(event.position().toPoint()).row())
