"""The one window: puts the panes together and hands keys to verbs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from briefing_app.ui import status_text
from briefing_app.ui.actions import ACTIONS, ActionRow, Menu, Where, hints
from briefing_app.ui.bars import StatusBar, TopBar, TroubleBar
from briefing_app.ui.briefing.model import CardModel
from briefing_app.ui.briefing.view import BriefingView
from briefing_app.ui.comparison.model import MatrixModel
from briefing_app.ui.comparison.view import CompareView
from briefing_app.ui.error_text import Trouble
from briefing_app.ui.library.model import ArticleListModel, ShelfModel
from briefing_app.ui.library.view import ListPane, Sidebar
from briefing_app.ui.reader.view import ReaderView
from briefing_app.ui.search.model import HitModel
from briefing_app.ui.search.view import HitsView
from briefing_app.ui.session import Pane, Session
from briefing_app.ui.settings import Remembered, Settings
from briefing_app.ui.theme import LIST, SIDEBAR, Look, Type
from briefing_app.ui.verbs import Verbs

_NARROW = 1000
_PLACES = {Pane.LIBRARY: Where.LIBRARY, Pane.COMPARE: Where.COMPARE, Pane.BRIEFING: Where.BRIEFING}


class Window(QMainWindow):
    """Library, compare, briefing, one at a time, under one top bar."""

    closing = Signal()

    def __init__(self, session: Session, look: Look, settings: Settings) -> None:
        super().__init__()
        self.session: Session = session
        self.look, self.settings = look, settings
        self._actions: dict[str, QAction] = {}
        self._sidebar_wanted, self._narrow = True, False
        self._build()
        self.verbs = Verbs(self)
        self._add_actions()
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 480)
        self.resize(1280, 800)
        self._restore()
        self._dress()
        self._show_pane()
        self._show_holdings()
        self.list.list.setFocus()
        if session.read_only:
            sentence = self.tr("Another program has this library open; here it can only be read.")
            self.show_trouble(Trouble(sentence, self.tr("Close it there and open this window again to write.")))

    # Building

    def _build(self) -> None:
        look = self.look
        self.top = TopBar(look)
        self.trouble = TroubleBar(look)
        self.status = StatusBar(look)
        self._shelf_model, self._list_model = ShelfModel(self), ArticleListModel(self)
        self._hit_model, self._matrix_model, self._card_model = HitModel(self), MatrixModel(self), CardModel(self)
        self.sidebar = Sidebar(look, self._shelf_model)
        self.sidebar.setFixedWidth(SIDEBAR)
        self.list = ListPane(look, self._list_model)
        self.hits = HitsView(look, self._hit_model)
        self.reader = ReaderView(look)
        self.compare = CompareView(look, self._matrix_model)
        self.briefing: BriefingView = BriefingView(look, self.session.desk, self._card_model)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.list)
        self.middle.addWidget(self.hits)
        self.middle.setMinimumWidth(240)
        self._shelf_rule = QFrame()
        self._shelf_rule.setFixedWidth(1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.middle)
        self._split.addWidget(self.reader)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([LIST, 692])
        library = self._library_pane = QWidget()
        line = QHBoxLayout(library)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.sidebar)
        line.addWidget(self._shelf_rule)
        line.addWidget(self._split, 1)
        self._panes = QStackedWidget()
        for pane in (library, self.compare, self.briefing):
            self._panes.addWidget(pane)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top)
        rows.addWidget(self.trouble)
        rows.addWidget(self._panes, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(whole)

    def _add_actions(self) -> None:
        homes: dict[Where, QWidget] = {
            Where.ANYWHERE: self,
            Where.LIBRARY: self._library_pane,
            Where.COMPARE: self.compare,
            Where.BRIEFING: self.briefing,
        }
        for row in ACTIONS:
            action = QAction(row.words, self)
            action.setShortcuts([QKeySequence(key) for key in row.keys])
            here = row.where is Where.ANYWHERE
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut if here else Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, row=row: self._do(row))
            homes[row.where].addAction(action)
            self._actions[row.id] = action

    def _do(self, row: ActionRow) -> None:
        """Carry out an action, or say that it is not possible as things are."""
        if row.enabled(self):
            row.verb(self.verbs)
        else:
            self.status.say(self.tr("“%1” is not possible here at the moment.").replace("%1", row.words.removesuffix(" …")))

    def text_menu(self, at: QPoint) -> QMenu:
        """The text's own menu with the verbs for what is selected."""
        menu = self.reader.text.createStandardContextMenu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addActions([self._actions[name] for name in ("highlight", "note", "evidence", "zones")])
        return menu

    def _connect(self) -> None:
        session, top, verbs = self.session, self.top, self.verbs
        session.pane_changed.connect(self._show_pane)
        session.holdings_changed.connect(self._show_holdings)
        session.reading_changed.connect(self._show_reading)
        session.zones_changed.connect(lambda: self._show_reading(True))
        session.place_wanted.connect(self.reader.go_to)
        session.comparing.changed.connect(self._show_compared)
        session.search_changed.connect(self._show_hits)
        session.busy_changed.connect(self._show_busy)
        session.imported.connect(lambda report: self.status.say(status_text.import_words(report)))
        session.note_wanted.connect(self.reader.write_note)
        session.said.connect(self.status.say)
        session.troubled.connect(self.show_trouble)
        session.desk.written.connect(lambda path: self.status.say(self.tr("Saved %1").replace("%1", str(path))))
        top.pane_chosen.connect(session.go)
        top.menu_pressed.connect(self._open_menu)
        top.size_pressed.connect(lambda: verbs.resize_text(1, wrap=True))
        top.theme_pressed.connect(verbs.next_theme)
        top.help_pressed.connect(verbs.show_keys)
        top.field.textChanged.connect(session.search)
        top.field.left.connect(verbs.focus_middle)
        top.field.entered.connect(verbs.enter_hits)
        self.status.cancelled.connect(session.cancel)
        self.sidebar.shelf_chosen.connect(session.choose_shelf)
        self.list.list.article_shown.connect(session.open_article)
        self.list.list.article_opened.connect(verbs.read)
        self.hits.opened.connect(session.open_article)
        self.hits.focus_reader.connect(self.reader.text.setFocus)
        self.reader.note_saved.connect(session.change_note)
        self.reader.note_removed.connect(session.remove_annotation)
        self.reader.head.zones_pressed.connect(session.next_zone_view)
        self.reader.head.star_pressed.connect(verbs.star_open)
        self.reader.text.customContextMenuRequested.connect(
            lambda at: self.text_menu(at).popup(self.reader.text.viewport().mapToGlobal(at))
        )
        self.compare.sentence_wanted.connect(self._show_sentence)
        self.briefing.save_pressed.connect(verbs.save_pdf)
        self.look.changed.connect(self._dress)

    def _restore(self) -> None:
        kept = self.settings.read()
        if kept.geometry:
            self.restoreGeometry(kept.geometry)
        self._sidebar_wanted = kept.sidebar
        self._show_sidebar()

    # Showing what the session says

    def _show_pane(self) -> None:
        self._panes.setCurrentIndex(list(Pane).index(self.session.pane))
        self.top.show_pane(self.session.pane)
        self.status.show_hints(hints(_PLACES[self.session.pane]))
        {Pane.LIBRARY: self.list.list, Pane.COMPARE: self.compare.table, Pane.BRIEFING: self.briefing}[self.session.pane].setFocus()

    def _show_holdings(self) -> None:
        session = self.session
        self._shelf_model.show(session.listing.shelves)
        self.sidebar.show_shelf(session.shelf)
        self.list.show_listing(session.listing, self._shelf_name())
        if session.reading is not None and not self.list.list.currentIndex().isValid():
            self.list.list.choose([session.reading.article.id])
        if session.reading is None and session.holdings.rows and not self.list.list.selectedIndexes():
            self.list.list.step(1)
            if session.reading is None:
                self.list.list.step(1)
        self._show_state()

    def _shelf_name(self) -> str:
        index = self._shelf_model.index_of(self.session.shelf)
        return str(index.data()) if index.isValid() else self.tr("All")

    def _show_state(self) -> None:
        session = self.session
        self.status.show_state(status_text.state_words(len(session.holdings.rows), session.behind, read_only=session.read_only))

    def _show_reading(self, same: bool) -> None:
        self.reader.show_reading(self.session.reading, self.session.zone_view, same=same)

    def _show_compared(self) -> None:
        self.compare.show_compared(self.session.comparing.compared, busy=self.session.comparing.busy)

    def _show_hits(self) -> None:
        session = self.session
        searching = bool(session.found or session.mistake)
        if searching and session.pane is not Pane.LIBRARY:
            session.go(Pane.LIBRARY)
            self.top.field.setFocus()
        if session.found is not None and not session.mistake:
            self._hit_model.show(session.found)
        self.hits.show_found(session.found, session.mistake)
        self.middle.setCurrentIndex(1 if searching else 0)

    def _show_busy(self) -> None:
        words, share = status_text.busy_words(self.session.busy)
        self.status.show_progress(words, share, stoppable=self.session.busy is not None and self.session.busy.cancellable)
        self._show_state()

    def show_trouble(self, trouble: Trouble) -> None:
        """Word a trouble above the content."""
        self.trouble.show_trouble(trouble)

    def _show_sentence(self, number: ArticleId, span: Span) -> None:
        self.top.field.clear()
        self.session.show_in_text(number, span)
        self.list.list.choose([number])
        self.reader.text.setFocus()

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(self.look.font(Type.UI))
            app.setPalette(self.look.palette())
            app.setStyleSheet(self.look.style_sheet())
        self._shelf_rule.setStyleSheet(f"background: {self.look.colours.line}")
        self.update()

    # The menu and the sidebar

    def toggle_sidebar(self) -> None:
        """Show or hide the shelves."""
        shown = self.sidebar.isHidden()
        self.sidebar.setVisible(shown)
        self._shelf_rule.setVisible(shown)
        if self.width() >= _NARROW:
            self._sidebar_wanted = shown
            self.remember(sidebar=shown)

    def _show_sidebar(self) -> None:
        """Beside the list when it is wanted and there is room; in a narrow window Ctrl+B still brings it."""
        shown = self._sidebar_wanted and self.width() >= _NARROW
        self.sidebar.setVisible(shown)
        self._shelf_rule.setVisible(shown)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for head in Menu:
            part = menu.addMenu(_head_words(head))
            for row in ACTIONS:
                if row.menu is head:
                    self._actions[row.id].setEnabled(row.enabled(self))
                    part.addAction(self._actions[row.id])
        menu.aboutToHide.connect(self._enable_all)
        menu.popup(self.top.menu.mapToGlobal(QPoint(0, self.top.menu.height() + 4)))

    def _enable_all(self) -> None:
        """A key works by what is the case when it is pressed, not when the menu was open last."""
        for action in self._actions.values():
            action.setEnabled(True)

    # The window's own events

    def remember(self, **fields: object) -> None:
        """Keep settings: fields of Remembered."""
        self.settings.write(replace(self.settings.read(), **fields))  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Crossing the narrow width hides or shows the sidebar."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_sidebar()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped."""
        if event.mimeData().hasUrls() and not self.session.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        self.verbs.import_paths([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written and the window's place."""
        self.briefing.keep_writing()
        kept = self.settings.read()
        self.settings.write(
            Remembered(self.look.name, self.look.reading_scale, self._sidebar_wanted, bytes(self.saveGeometry().data()), kept.folder)
        )
        self.session.close()
        self.closing.emit()
        super().closeEvent(event)


def _head_words(head: Menu) -> str:
    return QCoreApplication.translate("actions", head.value)
