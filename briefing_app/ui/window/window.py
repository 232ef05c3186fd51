"""One window: puts the panes together, shows what the session says and hands keys to the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from briefing_app.library import is_library
from briefing_app.model.shelf import Arrangement
from briefing_app.ui import actions
from briefing_app.ui.error_text import Trouble
from briefing_app.ui.keys import Keymap
from briefing_app.ui.session import Pane, Session
from briefing_app.ui.settings import Settings
from briefing_app.ui.shelves.entries import SectionKind
from briefing_app.ui.theme import Look
from briefing_app.ui.window import status_text
from briefing_app.ui.window.edge_signals import connect_edges, make_trouble_bar
from briefing_app.ui.window.jobs_room import JobsRoom
from briefing_app.ui.window.key_signals import begin_with_keys
from briefing_app.ui.window.library_pane import LibraryPane
from briefing_app.ui.window.library_room import LibraryRoom
from briefing_app.ui.window.search_signals import connect_hits, connect_search
from briefing_app.ui.window.shelf_signals import connect_shelves
from briefing_app.ui.window.status_bar import StatusBar
from briefing_app.ui.window.top_bar import TopBar
from briefing_app.ui.window.welcoming import connect_welcome

if TYPE_CHECKING:
    from briefing_app.ui.actions import ActionRow, Hinted, Where
    from briefing_app.ui.annotations.pane import NotesPane
    from briefing_app.ui.briefing.view import BriefingView
    from briefing_app.ui.comparison.matrix.model import MatrixModel
    from briefing_app.ui.comparison.view import CompareView
    from briefing_app.ui.dragging.dragging import Dragging
    from briefing_app.ui.palette.view import Palette
    from briefing_app.ui.reader.view import ReaderView
    from briefing_app.ui.search.found import HitsView
    from briefing_app.ui.search.typing import Typing
    from briefing_app.ui.tour.guide import Guide
    from briefing_app.ui.window.shortcuts import Shortcuts
    from briefing_app.ui.window.trouble_bar import TroubleBar


class Window(QMainWindow):
    """Library, compare, briefing, one at a time, under one top bar."""

    closing = Signal()
    another_wanted = Signal()
    library_wanted = Signal(object, bool)  # Path of the library, and whether it may be made
    reopen_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, session: Session, look: Look, settings: Settings, keymap: Keymap | None = None) -> None:
        super().__init__()
        self.session: Session = session
        self.look, self.settings = look, settings
        self.keymap = keymap or Keymap(settings, self)
        self.confirm_close: Callable[[], bool] = lambda: True
        """Asked before the window closes."""
        self.finding: Palette | None = None
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("%1 – Briefing").replace("%1", session.workbench.library.folder.name))
        self.setMinimumSize(760, 480)
        self.resize(1280, 800)
        self._restore()
        self._dress()
        self._show_pane()
        self.room.show_listing()
        self.show_state()
        self.library_pane.focus_middle()

    # Building

    def _build(self) -> None:
        look = self.look
        whole = QWidget(self)  # each part is made in its place: to be moved there it would be dressed anew, with all that is in it
        self.setCentralWidget(whole)
        self.top = TopBar(look, whole)
        self._panes = QStackedWidget(whole)
        pane = self.library_pane = LibraryPane(look, self._panes)
        self.sidebar, self.list = pane.sidebar, pane.list
        pane.hits_made.connect(lambda: connect_hits(self))
        self._panes.addWidget(pane)
        self.status = StatusBar(look, whole)
        rows = self._rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top)
        rows.addWidget(self._panes, 1)
        rows.addWidget(self.status)

    @cached_property
    def shortcuts(self) -> Shortcuts:
        """The keys; made once the list is painted, or when one is pressed before."""
        from briefing_app.ui.window.shortcuts import Shortcuts

        made = Shortcuts(self.keymap, self, self.do)
        made.settle(actions.Where.LIBRARY, self.library_pane)
        return made

    @property
    def has_keys(self) -> bool:
        """Whether the keys have been made."""
        return "shortcuts" in self.__dict__

    @cached_property
    def trouble(self) -> TroubleBar:
        """What went wrong, above the content; made with the first trouble."""
        return make_trouble_bar(self, self._rows)

    @property
    def was_troubled(self) -> bool:
        """Whether anything went wrong yet."""
        return "trouble" in self.__dict__

    @cached_property
    def compare(self) -> CompareView:
        """The matrix and the texts side by side; made when it is first opened, so that the library stands sooner."""
        from briefing_app.ui.comparison.view import CompareView
        from briefing_app.ui.window.compare_signals import connect_compare

        view = CompareView(self.look, self.matrix_model)
        connect_compare(self, view)
        view.level_changed.connect(self.show_hints)
        view.legend.setVisible(self.settings.read().legend)
        self.session.comparing.changed.connect(self._show_compared)
        self._settle(actions.Where.COMPARE, view)
        return view

    @cached_property
    def matrix_model(self) -> MatrixModel:
        """The rows of the matrix."""
        from briefing_app.ui.comparison.matrix.model import MatrixModel

        return MatrixModel(self)

    @cached_property
    def briefing(self) -> BriefingView:
        """The briefing's blocks and pages; made when it is first opened."""
        from briefing_app.ui.briefing.model import CardModel
        from briefing_app.ui.briefing.view import BriefingView

        desk = self.session.desk
        view = BriefingView(self.look, desk, CardModel(self))
        view.save_pressed.connect(lambda: actions.briefing.save_pdf(self))
        view.choose_pressed.connect(lambda: actions.briefing.choose(self))
        view.page.dragged.connect(lambda: self.dragging.drag_briefing(view.page))
        view.show_save_key(self.keymap.shown("save_pdf"))
        desk.changed.connect(self.show_hints)
        desk.written.connect(lambda path: self.status.say(self.tr("Saved %1").replace("%1", str(path))))
        self._settle(actions.Where.BRIEFING, view)
        return view

    def _settle(self, place: Where, pane: QWidget) -> None:
        self._panes.addWidget(pane)
        self.shortcuts.settle(place, pane)

    def keep_writing(self) -> None:
        """Keep what is being written in the briefing, when there is one."""
        if self.has_briefing:
            self.briefing.keep_writing()

    @property
    def has_briefing(self) -> bool:
        """Whether the briefing has been opened."""
        return "briefing" in self.__dict__

    def _connect(self) -> None:
        """What hears what, a file a theme: the edges, the jobs, the list, the sidebar, the search, the ways to begin."""
        self.destroyed.connect(self.session.deleteLater)
        self.session.pane_changed.connect(self._show_pane)
        self.session.following.behind_changed.connect(self.show_state)
        self.look.changed.connect(self._dress)
        connect_edges(self)
        self.jobs = JobsRoom(self)
        self.room = LibraryRoom(self)
        self.session.following.listed.connect(self.show_state)
        begin_with_keys(self)
        self._connect_library()
        connect_shelves(self)
        connect_search(self)
        connect_welcome(self)

    def _connect_library(self) -> None:
        pane, view = self.library_pane, self.list.list
        pane.welcome_changed.connect(self.show_hints)
        pane.reader_made.connect(self._take_reader)
        pane.sidebar_chosen.connect(lambda shown: self.remember(sidebar=shown))
        view.article_shown.connect(self.room.show_article)
        view.article_opened.connect(lambda number: actions.going.read(self, number))
        view.pack = lambda articles: self.dragging.pack_articles(articles)

    def _take_reader(self) -> None:
        from briefing_app.ui.window.reader_signals import connect_reader

        connect_reader(self)

    def _restore(self) -> None:
        kept = self.settings.read()
        if kept.geometry:
            self.restoreGeometry(kept.geometry)
        self.library_pane.want_sidebar(kept.sidebar)
        self.library_pane.shelf_model.fold({kind for kind in SectionKind if kind.value in kept.folded})
        self.session.following.arrange(Arrangement(kept.order, kept.grouped))

    # Verbs

    def do(self, row: ActionRow) -> None:
        """Carry an action out, or say that it is not possible as things are."""
        if row.possible(self):
            row.verb(self)
        else:
            self.status.say(self.tr("“%1” is not possible here at the moment.").replace("%1", row.words.removesuffix(" …")))

    @property
    def place(self) -> Where:
        """The place that is open, for keys that mean something only there."""
        where = actions.Where
        return {Pane.LIBRARY: where.LIBRARY, Pane.COMPARE: where.COMPARE, Pane.BRIEFING: where.BRIEFING}[self.session.pane]

    @property
    def reader(self) -> ReaderView:
        """Text, evidence and notes of the open article; made with the first."""
        return self.library_pane.reader

    @property
    def hits(self) -> HitsView:
        """What was found; made with the first search."""
        return self.library_pane.hits

    @property
    def searching(self) -> bool:
        """Whether hits stand in the place of the list."""
        return self.library_pane.searching

    @cached_property
    def typing(self) -> Typing:
        """What is offered while a query is being typed."""
        from briefing_app.ui.search.typing import Typing

        return Typing(self.look, self.top.field, self.session.searching, self.settings, self)

    def open_palette(self, typed: str = "") -> None:
        """Open the palette with something typed already."""
        from briefing_app.ui.palette.entries import libraries, verbs
        from briefing_app.ui.palette.finder import Finder
        from briefing_app.ui.palette.opening import open_entry
        from briefing_app.ui.palette.view import Palette

        if self.finding is None:
            self.finding = Palette(self.look, Finder(self.session), self)
            self.finding.chosen.connect(lambda entry: open_entry(self, entry))
        here = self.session.workbench.library.folder.resolve()
        others = libraries([folder for folder in self.settings.libraries() if folder != here and is_library(folder)])
        rows = [(row, self.keymap.shown(row.id), row.possible(self)) for row in actions.ACTIONS if row.listed]
        self.finding.open(verbs(rows), others, typed)

    @cached_property
    def tour(self) -> Guide:
        """The two-minute tour; made when it is taken first."""
        from briefing_app.ui.tour.guide import Guide

        return Guide(self)

    @property
    def touring(self) -> bool:
        """Whether a step of the tour is open."""
        return "tour" in self.__dict__ and self.tour.active

    @cached_property
    def notes_pane(self) -> NotesPane:
        """All notes, in a window of their own; made when it is first opened."""
        from briefing_app.ui.annotations.pane import NotesPane

        return NotesPane(self)

    def open_menu(self) -> None:
        """Open the menu of everything below its button."""
        from briefing_app.ui.window.menu import main_menu

        main_menu(self).popup(self.top.menu.mapToGlobal(QPoint(0, self.top.menu.height() + 4)))

    def open_order_menu(self) -> None:
        """Open the menu of orders below its button."""
        from briefing_app.ui.window.menu import order_menu

        button = self.list.order
        order_menu(self).popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    # Showing what the session says

    def _show_pane(self) -> None:
        pane = self.session.pane
        shown = self.library_pane if pane is Pane.LIBRARY else self.compare if pane is Pane.COMPARE else self.briefing
        self.say_what_is_missing()
        self._panes.setCurrentWidget(shown)
        self.top.show_pane(pane)
        self.show_hints()
        if pane is Pane.LIBRARY:
            self.library_pane.focus_middle()
        else:
            shown.setFocus()

    def show_hints(self) -> None:
        """Name in the status line the keys that matter in the place that is open, once there are any."""
        if not self.has_keys:
            return
        place: Hinted = self.place
        if self._shows_nothing:
            place = actions.Where.ANYWHERE
        elif place is actions.Where.COMPARE:
            place = self.compare.standing.level
        elif place is actions.Where.LIBRARY and self.searching:
            place = actions.Hits.SHOWN
        self.status.show_hints(self.keymap.hints(place))

    @property
    def _shows_nothing(self) -> bool:
        """Whether the pane that is open says why it is empty, so that none of its keys means anything."""
        session = self.session
        if session.pane is Pane.LIBRARY:
            return self.library_pane.welcoming
        return (session.comparing.compared if session.pane is Pane.COMPARE else session.desk.briefing) is None

    def show_state(self) -> None:
        """Say in the status line how large the library is, and what no search finds yet."""
        following = self.session.following
        self.status.show_state(status_text.state_words(following.total, following.behind, read_only=self.session.read_only))

    def _show_compared(self) -> None:
        comparing = self.session.comparing
        self.compare.show_compared(comparing.compared, busy=comparing.busy, writable=not self.session.read_only)
        self.show_hints()

    def say_what_is_missing(self) -> None:
        """The panes that were opened say why they are empty, if they are."""
        opened = [name for name in ("compare", "briefing") if name in self.__dict__]
        if opened:
            from briefing_app.ui.window.missing_words import missing_words

            words = dict(zip(("compare", "briefing"), missing_words(self.session.following.total, self.keymap.shown), strict=True))
            for name in opened:
                self.__dict__[name].say_when_empty(words[name])

    def show_trouble(self, trouble: Trouble) -> None:
        """Word a trouble above the content."""
        self.trouble.show_trouble(trouble)

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.look.dress(app)
        self.update()

    # The window's own events

    def remember(self, **fields: object) -> None:
        """Keep settings: fields of Remembered."""
        self.settings.write(self.settings.read()._replace(**fields))  # type: ignore[arg-type]

    @cached_property
    def dragging(self) -> Dragging:
        """What is dragged into the window and out of it; made when something is."""
        from briefing_app.ui.dragging.dragging import Dragging

        return Dragging(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what dropping it here would do."""
        self.dragging.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say whether it can be dropped."""
        self.dragging.move(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self.dragging.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        self.dragging.drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written and the window's place, unless something speaks against closing."""
        if not self.confirm_close():
            event.ignore()
            return
        self.keep_writing()
        self.remember(sidebar=self.library_pane.sidebar_wanted, geometry=bytes(self.saveGeometry().data()))
        self.session.close()
        self.closing.emit()
        super().closeEvent(event)
