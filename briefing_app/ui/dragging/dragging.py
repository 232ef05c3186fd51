"""Takes in what is dropped on a window or pasted into it, and packs what is dragged out of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from briefing_app.model.ids import ArticleId
from briefing_app.ui.actions import importing
from briefing_app.ui.dragging.hint import DropHint
from briefing_app.ui.dragging.incoming import Incoming, incoming_of
from briefing_app.ui.dragging.loose_files import LooseFiles, loose_name
from briefing_app.ui.dragging.outgoing import pack_articles, pack_file
from briefing_app.ui.error_text import Trouble
from briefing_app.ui.file_dialogs import file_name

if TYPE_CHECKING:
    from briefing_app.ui.window import Window

_LONGEST_S = 30.0


class Dragging(QObject):
    """One for a window; what it writes lives as long as the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._coming: Incoming | None = None
        self._hint = DropHint(window.look, window)
        self._files = LooseFiles()
        window.closing.connect(self._files.close)

    # Out

    def pack_articles(self, articles: Sequence[ArticleId]) -> QMimeData:
        """Articles of the list, for the program's own shelves and for other programs."""
        return pack_articles(self._window.session.workbench.library, articles, self._files)

    def drag_briefing(self, source: QWidget) -> None:
        """Drag the open briefing out as PDF; it is written while it is on its way."""
        briefing = self._window.session.desk.briefing
        if briefing is None:
            return
        self._window.keep_writing()
        path = self._files.place(f"{file_name(briefing.title)}.pdf")
        job = self._window.session.workbench.export(briefing, path)
        drag = QDrag(source)
        drag.setMimeData(pack_file(lambda: job.future.result(_LONGEST_S)))
        drag.exec(Qt.DropAction.CopyAction)

    # In

    def enter(self, event: QDragEnterEvent) -> None:
        """Something comes over the window: say what dropping it would do."""
        self._coming = incoming_of(event.mimeData(), read_only=self._window.session.read_only)
        if self._coming is None:
            event.ignore()
            return
        event.acceptProposedAction()  # what is refused too, or nobody would hear when it leaves again
        self._hint.show_words(self._coming.words, refused=bool(self._coming.refused))

    def move(self, event: QDragMoveEvent) -> None:
        """The pointer says whether it can be dropped."""
        if self._coming is None or self._coming.refused:
            event.ignore()
        else:
            event.acceptProposedAction()

    def leave(self) -> None:
        """It went elsewhere."""
        self._coming = None
        self._hint.hide()

    def drop(self, event: QDropEvent) -> None:
        """Take it in."""
        self.leave()
        if self.take(event.mimeData(), self.tr("Dropped text")):
            event.acceptProposedAction()

    def take(self, data: QMimeData, named: str) -> bool:
        """Import what is in ``data``, or say why not; False when there was nothing to take. ``named`` begins the name of loose words."""
        coming = incoming_of(data, read_only=self._window.session.read_only)
        if coming is None:
            return False
        if coming.refused:
            self._window.show_trouble(Trouble(coming.refused))
            return False
        if coming.paths:
            importing.import_paths(self._window, list(coming.paths))
            return True
        try:
            path = self._files.write(loose_name(named, datetime.now(), coming.suffix), coming.loose)
        except OSError as error:
            self._window.show_trouble(Trouble(self.tr("The text could not be taken: %1.").replace("%1", error.strerror or str(error))))
            return False
        self._window.session.long_jobs.import_paths([path])
        return True
