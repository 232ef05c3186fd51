"""The library pane: shelves, list or hits, reader, side by side."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from briefing_app.ui.library.model import ArticleListModel
from briefing_app.ui.library.view import ListPane
from briefing_app.ui.shelves.entries import Known, shelf_entries
from briefing_app.ui.shelves.model import ShelfModel
from briefing_app.ui.shelves.view import Sidebar
from briefing_app.ui.theme import SIDEBAR, Look
from briefing_app.ui.window.sides import Sides

if TYPE_CHECKING:
    from briefing_app.ui.reader.view import ReaderView
    from briefing_app.ui.search.found import HitsView
    from briefing_app.ui.search.model import HitModel
    from briefing_app.ui.window.welcome import Welcome

_NARROW = 1000


class LibraryPane(QWidget):
    """Lays the parts out; the sidebar gives way in a narrow pane."""

    sidebar_chosen = Signal(bool)
    reader_made = Signal()
    hits_made = Signal()
    welcome_changed = Signal()  # the ways to begin came, or gave way to the list

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sidebar_wanted, self._narrow = True, False
        self.shelf_model, self.list_model = ShelfModel(self), ArticleListModel(self)
        self.shelf_model.show(shelf_entries(Known()))
        self.sidebar = Sidebar(look, self.shelf_model, self)
        self._rule = QFrame(self)
        self._rule.setFixedWidth(1)
        self._main = QStackedWidget(self)
        self.sides = Sides(look, self._main)
        self.middle = self.sides.middle
        self.list = ListPane(look, self.list_model, self.middle)
        self.middle.addWidget(self.list)
        self.list.list.clicked.connect(self._open_pressed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.sidebar)
        line.addWidget(self._rule)
        self._main.addWidget(self.sides)
        line.addWidget(self._main, 1)
        look.changed.connect(self._dress)
        self._dress()

    @cached_property
    def reader(self) -> ReaderView:
        """The text's side; made with the first article, so that the list stands sooner."""
        from briefing_app.ui.reader.view import ReaderView

        view = ReaderView(self._look)
        self.__dict__["reader"] = view  # whoever hears of it asks for it
        self.sides.take_text(view)
        self.sides.tight_changed.connect(view.head.offer_list)
        view.head.offer_list(self.sides.tight)
        view.head.list_pressed.connect(self.focus_middle)
        view.needed.connect(self.sides.bring_text)
        self.reader_made.emit()
        return view

    @cached_property
    def hit_model(self) -> HitModel:
        """What was found."""
        from briefing_app.ui.search.model import HitModel

        return HitModel(self)

    @cached_property
    def hits(self) -> HitsView:
        """What was found, in the place of the list; made with the first search."""
        from briefing_app.ui.search.found import HitsView

        view = HitsView(self._look, self.hit_model)
        self.__dict__["hits"] = view  # whoever hears of it asks for it
        self.middle.addWidget(view)
        view.clicked.connect(lambda: self.reader.text.setFocus() if self.sides.tight else None)
        self.hits_made.emit()
        return view

    @property
    def searched(self) -> bool:
        """Whether the place of what is found was made before."""
        return "hits" in self.__dict__

    @property
    def reads(self) -> bool:
        """Whether the text's side was made before."""
        return "reader" in self.__dict__

    @property
    def searching(self) -> bool:
        """Whether hits stand in the place of the list."""
        return self.searched and self.middle.currentWidget() is self.hits

    def show_searching(self, searching: bool) -> None:
        """Hits or list in the middle; the focus stays in the middle when it was there."""
        focused = self.middle.focusWidget()
        here = focused is not None and focused.hasFocus()
        self.middle.setCurrentWidget(self.hits if searching else self.list)
        if here:
            self.hits.take_focus() if searching else self.list.list.setFocus()

    @cached_property
    def welcome(self) -> Welcome:
        """The ways to begin; made when the library is found to be empty."""
        from briefing_app.ui.window.welcome import Welcome

        view = Welcome(self._look)
        self._main.addWidget(view)
        return view

    @property
    def welcomed(self) -> bool:
        """Whether the ways to begin were made before."""
        return "welcome" in self.__dict__

    @property
    def welcoming(self) -> bool:
        """Whether the ways to begin stand in the place of list and text."""
        return self._main.currentWidget() is not self.sides

    def show_welcome(self, welcoming: bool) -> None:
        """Ways to begin, or list and text; the focus goes along."""
        if welcoming != self.welcoming:
            had_focus = self._main.isAncestorOf(self.focusWidget() or self)
            self._main.setCurrentWidget(self.welcome if welcoming else self.sides)
            if had_focus:
                self.focus_middle()
            self.welcome_changed.emit()

    def focus_middle(self) -> None:
        """The keys go to the ways to begin, to the hits or to the list, whichever is there."""
        if self.welcoming:
            self.welcome.take_focus()
        else:
            (self.hits.list if self.searching else self.list.list).setFocus()

    def _open_pressed(self, index: QModelIndex) -> None:
        """Where the text has no room beside the list, a click opens it; one that chooses several does not."""
        article = self.list_model.article_at(index.row())
        if self.sides.tight and article is not None and len(self.list.list.chosen()) == 1:
            self.list.list.article_opened.emit(article)

    @property
    def sidebar_wanted(self) -> bool:
        """Whether the shelves are shown where there is room."""
        return self._sidebar_wanted

    def want_sidebar(self, wanted: bool) -> None:
        """Beside the list when it is wanted and there is room; in a narrow window Ctrl+B still brings it."""
        self._sidebar_wanted = wanted
        self._show_sidebar(wanted and not self._narrow)

    def toggle_sidebar(self) -> None:
        """Show or hide the shelves."""
        shown = self.sidebar.isHidden()
        self._show_sidebar(shown)
        if not self._narrow:
            self._sidebar_wanted = shown
            self.sidebar_chosen.emit(shown)

    def _show_sidebar(self, shown: bool) -> None:
        self.sidebar.setVisible(shown)
        self._rule.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Crossing the narrow width hides or shows the sidebar."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self._look.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_sidebar(self._sidebar_wanted and not narrow)

    def _dress(self) -> None:
        self.sidebar.setFixedWidth(self._look.px(SIDEBAR))
        self._fit()
        self._rule.setStyleSheet(f"background: {self._look.colours.line}")
