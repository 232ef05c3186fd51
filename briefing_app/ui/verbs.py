"""What the rows of the action table do: the analyst's verbs, by keyboard, menu or button."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from briefing_app.model.ids import ArticleId
from briefing_app.ui import status_text
from briefing_app.ui.keysheet import KeySheet
from briefing_app.ui.session import Pane
from briefing_app.ui.theme import READING_SCALES, ThemeName, Type

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


class Verbs(QObject):
    """The verbs of one window; they choose by what is at hand and hand on to session and views."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def import_files(self) -> None:
        """Ask for files and import them."""
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import articles"), self._window.settings.read().folder)
        self.import_paths([Path(name) for name in names])

    def import_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder"), self._window.settings.read().folder)
        self.import_paths([Path(name)] if name else [])

    def import_paths(self, paths: list[Path]) -> None:
        """Import files and folders, and remember where they lay."""
        if paths:
            self._window.remember(folder=str(paths[0].parent))
            self._window.session.import_paths(paths)

    def save_pdf(self) -> None:
        """Ask where to, then write the briefing."""
        self._window.briefing.keep_writing()
        desk = self._window.session.desk
        if desk.briefing is None:
            return
        proposed = Path(self._window.settings.read().folder) / f"{status_text.file_name(desk.briefing.title)}.pdf"
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the briefing"), str(proposed), status_text.export_filter())
        if name:
            path = Path(name)
            desk.save(path if path.suffix else path.with_suffix(".pdf"))

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def undo(self) -> None:
        """Take the last edit back; what is being written is kept first."""
        self._window.briefing.keep_writing()
        self._window.session.undo()

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._window.session.redo()

    def focus_search(self) -> None:
        """Go to the search field."""
        self._window.top.field.setFocus()
        self._window.top.field.selectAll()

    def go_library(self) -> None:
        """Open the library."""
        self._window.session.go(Pane.LIBRARY)

    def go_compare(self) -> None:
        """Open the matrix of the event at hand."""
        self._window.session.go(Pane.COMPARE)

    def go_briefing(self) -> None:
        """Open the briefing of the event at hand."""
        self._window.session.go(Pane.BRIEFING)

    def step(self, down: int, right: int) -> None:
        """Move in the list, the hits, the text or the matrix, whichever is at hand."""
        if self._window.session.pane is Pane.COMPARE:
            self._window.compare.table.step(down, right)
        elif self._window.session.pane is Pane.BRIEFING:
            self._window.briefing.focus_block(self._window.briefing.current + down)
        elif self._window.reader.text.hasFocus():
            bar = self._window.reader.text.verticalScrollBar()
            bar.setValue(bar.value() + down * 3 * self._window.look.line_height(Type.READING))
        elif self._window.middle.currentWidget() is self._window.hits:
            self._window.hits.step(down)
        elif right:
            self._window.list.list.fold_here(right < 0)
        else:
            self._window.list.list.step(down)

    def back(self) -> None:
        """Close what lies on top, else go back to the list."""
        if self._window.top.field.hasFocus():
            self._window.top.field.clear()
            self.focus_middle()
        elif self._window.trouble.isVisible():
            self._window.trouble.hide()
        elif self._window.session.pane is not Pane.LIBRARY:
            self._window.session.go(Pane.LIBRARY)
        elif not self._window.reader.dismiss() and not self._window.session.return_from_sentence():
            if self._window.reader.text.hasFocus():
                self.focus_middle()
            elif self._window.top.field.text():
                self._window.top.field.clear()

    def focus_middle(self) -> None:
        """Go to the list, or to the hits while searching."""
        (self._window.hits.list if self._window.middle.currentWidget() is self._window.hits else self._window.list.list).setFocus()

    def enter_hits(self) -> None:
        """From the field to the hits."""
        if self._window.middle.currentWidget() is self._window.hits:
            self._window.hits.list.setFocus()
            self._window.hits.step(0)

    def read(self, number: ArticleId) -> None:
        """Open an article for reading: it counts as read, and the keys move in its text."""
        self._window.session.open_article(number)
        self._window.session.mark_read(number)
        self._window.reader.text.setFocus()

    def walk(self, step: int) -> None:
        """Go to the next or previous hit or mark."""
        mark = self._window.reader.walk(self._window.session.marks_to_walk(), step)
        if mark is not None and mark.words:
            self._window.status.say(mark.words)

    def highlight(self) -> None:
        """Highlight what is selected."""
        self._mark(write=False)

    def annotate(self) -> None:
        """Highlight what is selected and write to it; without a selection edit the note at hand."""
        self._mark(write=True)

    def _mark(self, *, write: bool) -> None:
        reader = self._window.reader
        span, here = reader.text.selected_span(), reader.note_here()
        if span is None and write and here is not None:
            reader.write_note(here)
            return
        span = span or (reader.passage_at_hand() if here is None else None)
        if span is not None:
            reader.stand_at(span)
            self._window.session.highlight(span, write=write)
        else:
            self._window.status.say(self.tr("Select words in the text first (Shift and arrows, or the mouse)."))

    def show_evidence(self) -> None:
        """Show where source, date and the rest come from."""
        self._window.reader.show_evidence()

    def compare_chosen(self) -> None:
        """Compare the selected articles; a single one with the others of its event."""
        chosen = self._window.list.list.chosen()
        if len(chosen) < 2 and self._window.session.reading is not None:
            event = self._window.session.holdings.event_of(self._window.session.reading.article.id)
            chosen = event.group.articles if event else chosen
        self._window.session.compare_articles(chosen)

    def star(self) -> None:
        """Star the selected articles."""
        self._window.session.toggle_star(self._at_hand())

    def star_open(self) -> None:
        """Star the open article."""
        if self._window.session.reading is not None:
            self._window.session.toggle_star((self._window.session.reading.article.id,))

    def toggle_read(self) -> None:
        """Mark the selected articles as read or unread."""
        self._window.session.toggle_read(self._at_hand())

    def _at_hand(self) -> tuple[ArticleId, ...]:
        window = self._window
        open_one = (window.session.reading.article.id,) if window.session.reading else ()
        if window.reader.text.hasFocus() or window.middle.currentWidget() is window.hits:
            return open_one
        return window.list.list.chosen() or open_one

    def open_sentence(self) -> None:
        """From the cell to its sentence."""
        self._window.compare.table.opened.emit(self._window.compare.table.currentIndex())

    def next_zone_view(self) -> None:
        """Hide, dim or show what is no part of the article."""
        self._window.session.next_zone_view()

    def add_text(self) -> None:
        """A new text block in the briefing."""
        self._window.briefing.add_text()

    def move_block(self, step: int) -> None:
        """Move the current block of the briefing up (-1) or down (1)."""
        self._window.briefing.move_block(step)

    def remove_block(self) -> None:
        """Take the current block out of the briefing."""
        self._window.briefing.remove_block()

    def toggle_sidebar(self) -> None:
        """Show or hide the shelves."""
        self._window.toggle_sidebar()

    def next_theme(self) -> None:
        """Light, dark, sepia, round and round."""
        names = list(ThemeName)
        self._window.look.choose(names[(names.index(self._window.look.name) + 1) % len(names)])
        self._window.remember(theme=self._window.look.name)

    def resize_text(self, step: int, *, wrap: bool = False) -> None:
        """Larger or smaller reading text; ``wrap`` begins again after the largest."""
        at = READING_SCALES.index(self._window.look.reading_scale) + step
        at = at % len(READING_SCALES) if wrap else max(0, min(len(READING_SCALES) - 1, at))
        self._window.look.choose(reading_scale=READING_SCALES[at])
        self._window.remember(reading_scale=READING_SCALES[at])
        self._window.status.say(self.tr("Reading text at %1 %").replace("%1", str(round(READING_SCALES[at] * 100))))

    def show_keys(self) -> None:
        """Open the sheet of all keys."""
        KeySheet(self._window.look, self._window).open()
