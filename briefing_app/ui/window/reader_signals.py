"""What the window does when something is pressed in the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QDesktopServices

from briefing_app.ui.actions import annotating, article, organizing, reading, viewing
from briefing_app.ui.window.menu import text_menu

if TYPE_CHECKING:
    from briefing_app.pipeline.import_report import ImportReport
    from briefing_app.ui.session import Session
    from briefing_app.ui.window.window import Window


def connect_reader(window: Window) -> None:
    """Join the reader's signals to session and verbs."""
    reader, session = window.reader, window.session
    reader.note_saved.connect(session.annotating.change_note)
    reader.note_removed.connect(session.annotating.remove)
    reader.editor.more_wanted.connect(lambda annotation: annotating.show_note(window, annotation.id))
    session.place_wanted.connect(reader.go_to)
    session.annotating.note_wanted.connect(reader.write_note)
    session.annotating.note_refused.connect(reader.write_on)
    session.closing.connect(reader.leave_popovers)
    reader.head.take_keys(window.keymap.shown)
    session.long_jobs.imported.connect(lambda report: _tell_of_notes(session, report))
    reader.writable = not session.read_only
    reader.value_set.connect(session.correcting.set_value)
    reader.value_taken_back.connect(session.correcting.take_back)
    reader.original_wanted.connect(session.originals.show)
    session.originals.arrived.connect(reader.original.show_original)
    reader.original.save_wanted.connect(lambda shown: reading.save_original(window, shown))
    reader.relabelled.connect(session.correcting.relabel)
    reader.link_opened.connect(lambda where: QDesktopServices.openUrl(where.url))
    reader.said.connect(window.status.say)
    reader.head.zones_pressed.connect(session.next_zone_view)
    reader.head.star_pressed.connect(lambda: article.star_open(window))
    reader.head.tags_pressed.connect(lambda: organizing.edit_tags_of_open(window))
    text = reader.text
    text.zoom_wished.connect(lambda steps: viewing.resize_text(window, steps))
    text.customContextMenuRequested.connect(lambda at: text_menu(window, at).popup(text.viewport().mapToGlobal(at)))


def _tell_of_notes(session: Session, report: ImportReport) -> None:
    """How the notes were found in what has come in as a new version."""
    versions = [one.id for one in report.imported if one.version_of is not None]
    if versions:
        session.notebook.tell_of_versions(versions)
