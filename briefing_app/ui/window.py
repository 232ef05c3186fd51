"""The one window: puts the panes together and hands keys to verbs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
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
from briefing_app.ui.actions import ACTIONS, Menu, Where, hints
from briefing_app.ui.bars import StatusBar, TopBar, TroubleBar
from briefing_app.ui.briefing.model import CardModel
from briefing_app.ui.briefing.view import BriefingView
from briefing_app.ui.comparison.model import MatrixModel
from briefing_app.ui.comparison.view import CompareView
from briefing_app.ui.error_text import Trouble
from briefing_app.ui.keysheet import KeySheet
from briefing_app.ui.library.model import ArticleListModel, ShelfModel
from briefing_app.ui.library.view import ListPane, Sidebar
from briefing_app.ui.reader.view import ReaderView
from briefing_app.ui.search.model import HitModel
from briefing_app.ui.search.view import HitsView
from briefing_app.ui.session import Pane, Session
from briefing_app.ui.settings import Remembered, Settings
from briefing_app.ui.theme import LIST, READING_SCALES, SIDEBAR, Look, ThemeName, Type

_NARROW = 1000
_PLACES = {Pane.LIBRARY: Where.LIBRARY, Pane.COMPARE: Where.COMPARE, Pane.BRIEFING: Where.BRIEFING}


class Window(QMainWindow):
    """Library, compare, briefing, one at a time, under one top bar."""

    closing = Signal()

    def __init__(self, session: Session, look: Look, settings: Settings) -> None:
        super().__init__()
        self.session: Session = session
        self._look, self._settings = look, settings
        self._actions: dict[str, QAction] = {}
        self._sidebar_wanted = True
        self._build()
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
        look = self._look
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
        self._middle = QStackedWidget()
        self._middle.addWidget(self.list)
        self._middle.addWidget(self.hits)
        self._middle.setMinimumWidth(240)
        self._shelf_rule = QFrame()
        self._shelf_rule.setFixedWidth(1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._middle)
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
            action.triggered.connect(lambda _on=False, row=row: row.verb(self) if row.enabled(self) else None)
            homes[row.where].addAction(action)
            self._actions[row.id] = action

    def _connect(self) -> None:
        session, top = self.session, self.top
        session.pane_changed.connect(self._show_pane)
        session.holdings_changed.connect(self._show_holdings)
        session.reading_changed.connect(self._show_reading)
        session.zones_changed.connect(lambda: self._show_reading(True))
        session.place_wanted.connect(self.reader.go_to)
        session.compared_changed.connect(lambda: self.compare.show_compared(session.compared, busy=session.comparing))
        session.search_changed.connect(self._show_hits)
        session.busy_changed.connect(self._show_busy)
        session.imported.connect(lambda report: self.status.say(status_text.import_words(report)))
        session.note_wanted.connect(self.reader.write_note)
        session.said.connect(self.status.say)
        session.troubled.connect(self.show_trouble)
        session.desk.written.connect(lambda path: self.status.say(self.tr("Saved %1").replace("%1", str(path))))
        top.pane_chosen.connect(session.go)
        top.menu_pressed.connect(self._open_menu)
        top.size_pressed.connect(lambda: self.resize_text(1, wrap=True))
        top.theme_pressed.connect(self.next_theme)
        top.help_pressed.connect(self.show_keys)
        top.field.textChanged.connect(session.search)
        top.field.left.connect(self._focus_middle)
        top.field.entered.connect(self._enter_hits)
        self.status.cancelled.connect(session.cancel)
        self.sidebar.shelf_chosen.connect(session.choose_shelf)
        self.list.list.article_shown.connect(session.open_article)
        self.list.list.article_opened.connect(self._read)
        self.hits.opened.connect(session.open_article)
        self.hits.focus_reader.connect(self.reader.text.setFocus)
        self.reader.note_saved.connect(session.change_note)
        self.reader.note_removed.connect(session.remove_annotation)
        self.reader.head.zones_pressed.connect(session.next_zone_view)
        self.reader.head.star_pressed.connect(self._star_open)
        self.compare.sentence_wanted.connect(self._show_sentence)
        self.briefing.save_pressed.connect(self.save_pdf)
        self._look.changed.connect(self._dress)

    def _restore(self) -> None:
        kept = self._settings.read()
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
        self._shelf_model.show(session.holdings)
        self.sidebar.show_shelf(session.shelf)
        self.list.show_holdings(session.holdings, session.shelf, self._shelf_name())
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

    def _show_hits(self) -> None:
        session = self.session
        searching = bool(session.found or session.mistake)
        if searching and session.pane is not Pane.LIBRARY:
            session.go(Pane.LIBRARY)
            self.top.field.setFocus()
        if session.found is not None and not session.mistake:
            self._hit_model.show(session.found)
        self.hits.show_found(session.found, session.mistake)
        self._middle.setCurrentIndex(1 if searching else 0)

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
            app.setPalette(self._look.palette())
            app.setStyleSheet(self._look.style_sheet())
        self._shelf_rule.setStyleSheet(f"background: {self._look.colours.line}")
        self.update()

    # Verbs of the table

    def import_files(self) -> None:
        """Ask for files and import them."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Import articles"), self._settings.read().folder)
        self._import([Path(name) for name in names])

    def import_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Import a folder"), self._settings.read().folder)
        self._import([Path(name)] if name else [])

    def _import(self, paths: list[Path]) -> None:
        if paths:
            self._remember(folder=str(paths[0].parent))
            self.session.import_paths(paths)

    def save_pdf(self) -> None:
        """Ask where to, then write the briefing."""
        self.briefing.keep_writing()
        desk = self.session.desk
        if desk.briefing is None:
            return
        proposed = Path(self._settings.read().folder) / f"{status_text.file_name(desk.briefing.title)}.pdf"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the briefing"), str(proposed), status_text.export_filter())
        if name:
            path = Path(name)
            desk.save(path if path.suffix else path.with_suffix(".pdf"))

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return not self.session.read_only and self.session.workbench.library.undoable() is not None

    def can_redo(self) -> bool:
        """Whether there is an edit to do again."""
        return not self.session.read_only and self.session.workbench.library.redoable() is not None

    def undo(self) -> None:
        """Take the last edit back; what is being written is kept first."""
        self.briefing.keep_writing()
        self.session.undo()

    def redo(self) -> None:
        """Do the last undone edit again."""
        self.session.redo()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.top.field.setFocus()
        self.top.field.selectAll()

    def go_library(self) -> None:
        """Open the library."""
        self.session.go(Pane.LIBRARY)

    def go_compare(self) -> None:
        """Open the matrix of the event at hand."""
        self.session.go(Pane.COMPARE)

    def go_briefing(self) -> None:
        """Open the briefing of the event at hand."""
        self.session.go(Pane.BRIEFING)

    def step(self, down: int, right: int) -> None:
        """Move in the list, the hits, the text or the matrix, whichever is at hand."""
        if self.session.pane is Pane.COMPARE:
            self.compare.table.step(down, right)
        elif self.session.pane is Pane.BRIEFING:
            self.briefing.focus_block(self.briefing.current + down)
        elif self.reader.text.hasFocus():
            bar = self.reader.text.verticalScrollBar()
            bar.setValue(bar.value() + down * 3 * self._look.line_height(Type.READING))
        elif self._middle.currentWidget() is self.hits:
            self.hits.step(down)
        elif right:
            self.list.list.fold_here(right < 0)
        else:
            self.list.list.step(down)

    def back(self) -> None:
        """Close what lies on top, else go back to the list."""
        if self.top.field.hasFocus():
            self.top.field.clear()
            self._focus_middle()
        elif self.trouble.isVisible():
            self.trouble.hide()
        elif self.session.pane is not Pane.LIBRARY:
            self.session.go(Pane.LIBRARY)
        elif not self.reader.dismiss():
            if self.reader.text.hasFocus():
                self._focus_middle()
            elif self.top.field.text():
                self.top.field.clear()

    def _focus_middle(self) -> None:
        (self.hits.list if self._middle.currentWidget() is self.hits else self.list.list).setFocus()

    def _enter_hits(self) -> None:
        if self._middle.currentWidget() is self.hits:
            self.hits.list.setFocus()
            self.hits.step(0)

    def _read(self, number: ArticleId) -> None:
        self.session.open_article(number)
        self.session.mark_read(number)
        self.reader.text.setFocus()

    def walk(self, step: int) -> None:
        """Go to the next or previous hit or mark."""
        mark = self.reader.walk(self.session.marks_to_walk(), step)
        if mark is not None and mark.words:
            self.status.say(mark.words)

    def highlight(self) -> None:
        """Highlight what is selected."""
        self._mark(write=False)

    def annotate(self) -> None:
        """Highlight what is selected and write to it; without a selection edit the note at hand."""
        self._mark(write=True)

    def _mark(self, *, write: bool) -> None:
        span = self.reader.text.selected_span()
        here = self.reader.note_here()
        if span is not None:
            self.reader.text.clear_selection()
            self.session.highlight(span, write=write)
        elif write and here is not None:
            self.reader.write_note(here)
        else:
            self.status.say(self.tr("Select words in the text first (Shift and arrows, or the mouse)."))

    def show_evidence(self) -> None:
        """Show where source, date and the rest come from."""
        self.reader.show_evidence()

    def compare_chosen(self) -> None:
        """Compare the selected articles; a single one with the others of its event."""
        chosen = self.list.list.chosen()
        if len(chosen) < 2 and self.session.reading is not None:
            number = self.session.reading.article.id
            event = next((e for e in self.session.holdings.events if number in e.group.articles), None)
            chosen = event.group.articles if event else chosen
        self.session.compare_articles(chosen)

    def star(self) -> None:
        """Star the selected articles."""
        self.session.toggle_star(self._at_hand())

    def _star_open(self) -> None:
        if self.session.reading is not None:
            self.session.toggle_star((self.session.reading.article.id,))

    def toggle_read(self) -> None:
        """Mark the selected articles as read or unread."""
        self.session.toggle_read(self._at_hand())

    def _at_hand(self) -> tuple[ArticleId, ...]:
        open_one = (self.session.reading.article.id,) if self.session.reading else ()
        return open_one if self.reader.text.hasFocus() or self._middle.currentWidget() is self.hits else self.list.list.chosen() or open_one

    def open_sentence(self) -> None:
        """From the cell to its sentence."""
        self.compare.table.opened.emit(self.compare.table.currentIndex())

    def next_theme(self) -> None:
        """Light, dark, sepia, round and round."""
        names = list(ThemeName)
        self._look.choose(names[(names.index(self._look.name) + 1) % len(names)])
        self._remember(theme=self._look.name)

    def resize_text(self, step: int, *, wrap: bool = False) -> None:
        """Larger or smaller reading text; ``wrap`` begins again after the largest."""
        at = READING_SCALES.index(self._look.reading_scale) + step
        at = at % len(READING_SCALES) if wrap else max(0, min(len(READING_SCALES) - 1, at))
        self._look.choose(reading_scale=READING_SCALES[at])
        self._remember(reading_scale=READING_SCALES[at])
        self.status.say(self.tr("Reading text at %1 %").replace("%1", str(round(READING_SCALES[at] * 100))))

    def toggle_sidebar(self) -> None:
        """Show or hide the shelves."""
        shown = not self.sidebar.isVisible()
        self.sidebar.setVisible(shown)
        self._shelf_rule.setVisible(shown)
        if self.width() >= _NARROW:
            self._sidebar_wanted = shown
            self._remember(sidebar=shown)

    def _show_sidebar(self) -> None:
        """Beside the list when it is wanted and there is room; in a narrow window Ctrl+B still brings it."""
        shown = self._sidebar_wanted and self.width() >= _NARROW
        self.sidebar.setVisible(shown)
        self._shelf_rule.setVisible(shown)

    def show_keys(self) -> None:
        """Open the sheet of all keys."""
        KeySheet(self._look, self).open()

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

    def _remember(self, **fields: object) -> None:
            self._settings.write(replace(self._settings.read(), **fields))  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Crossing the narrow width hides or shows the sidebar."""
        super().resizeEvent(event)
        if (event.oldSize().width() >= _NARROW) != (event.size().width() >= _NARROW):
            self._show_sidebar()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped."""
        if event.mimeData().hasUrls() and not self.session.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        self._import([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written and the window's place."""
        self.briefing.keep_writing()
        kept = self._settings.read()
        self._settings.write(
            Remembered(self._look.name, self._look.reading_scale, self._sidebar_wanted, bytes(self.saveGeometry().data()), kept.folder)
        )
        self.session.close()
        self.closing.emit()
        super().closeEvent(event)


def _head_words(head: Menu) -> str:
    return QCoreApplication.translate("actions", head.value)
