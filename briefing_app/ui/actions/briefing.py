"""Writing a briefing and saving it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.model.errors import ExportFailed
from briefing_app.ui.actions.conditions import briefing, writable_briefing
from briefing_app.ui.actions.row import ActionRow, Menu, Where, tr
from briefing_app.ui.file_dialogs import ask_new_file, export_filter, export_suffix, file_name
from briefing_app.ui.session import Pane
from briefing_app.ui.session.library_jobs import JobKind

if TYPE_CHECKING:
    from briefing_app.model.briefing import Preview
    from briefing_app.ui.briefing.templates import TemplatesDialog
    from briefing_app.ui.window import Window


def go_briefing(window: Window) -> None:
    """Open the briefing of the event at hand."""
    window.session.go(Pane.BRIEFING)


def add_text(window: Window) -> None:
    """A new text block in the briefing."""
    window.briefing.add_text()


def move_block(window: Window, step: int) -> None:
    """Move the current block of the briefing up (-1) or down (1)."""
    window.briefing.move_block(step)


def remove_block(window: Window) -> None:
    """Take the current block out of the briefing."""
    window.briefing.remove_block()


def save_pdf(window: Window) -> None:
    """Ask where to, then write the briefing."""
    window.keep_writing()
    desk = window.session.desk
    if desk.briefing is None or not _may_go_out(window):
        return
    proposed = Path(window.settings.read().folder) / f"{file_name(desk.briefing.title)}.pdf"
    name, chosen = ask_new_file(window, tr("Save the briefing"), proposed, export_filter())
    if name:
        path = Path(name)
        desk.save(path if path.suffix else path.with_suffix(export_suffix(chosen)))


def _may_go_out(window: Window) -> bool:
    """Whether the briefing may be saved, asked once for each when something in it has no source or is contradicted."""
    from briefing_app.ui.briefing.asking import Answer, about_doubts

    desk = window.session.desk
    answer = about_doubts(window, desk.doubtful) if desk.doubtful else Answer.SAVE
    if answer is Answer.SAVE:
        desk.accept()
    elif answer is Answer.SHOW:
        window.briefing.step_remark(1)
    return answer is Answer.SAVE


def print_briefing(window: Window) -> None:
    """Ask for a printer, then typeset and print."""
    from briefing_app.ui.briefing.printing import chosen_printer, page_width_px, print_pages  # here: few print

    window.keep_writing()
    desk, session = window.session.desk, window.session
    if desk.briefing is None or not _may_go_out(window):
        return
    printer = chosen_printer(window, desk.briefing.title, desk.briefing.paper)
    if printer is None:
        return

    def failed() -> None:
        session.fail(ExportFailed(tr("The printer did not take the pages."), tr("Look at the printer, or save a PDF and print that.")))

    def put_on_paper(preview: Preview) -> None:
        if print_pages(printer, preview.pages, failed):
            session.said.emit(tr("Printed."))

    written, width_px = desk.briefing, page_width_px(desk.briefing.paper)
    session.long_jobs.follow(
        JobKind.PRINT,
        lambda _tell: session.workbench.sheets(written, width_px, id(session)),
        put_on_paper,
        session.fail,
        lambda: session.said.emit(tr("Nothing was printed.")),
        written.title,
    )


def add_block(window: Window) -> None:
    """Ask which block to put into the briefing."""
    window.briefing.add_block()


def show_templates(window: Window) -> None:
    """Show the kinds of briefing: to begin with one, to rename or delete one's own."""
    _templates(window)


def keep_template(window: Window) -> None:
    """Ask under which name the open outline is to be kept as a template."""
    _templates(window).name.setFocus()


def _templates(window: Window) -> TemplatesDialog:
    from briefing_app.ui.briefing.templates import TemplatesDialog

    window.keep_writing()
    dialog = TemplatesDialog(window.look, window.session, window)
    dialog.open()
    return dialog


def choose(window: Window) -> None:
    """Ask what stands in the current block."""
    if not window.briefing.choose():
        window.session.said.emit(tr("Nothing can be chosen in this block. Go to a comparison, to excerpts or to the sources."))


def step_remark(window: Window, by: int) -> None:
    """Go to the next (1) or the last (-1) remark of the provenance check."""
    if not window.briefing.step_remark(by):
        window.session.said.emit(tr("The provenance check found nothing to look at."))


_M, _B = Menu.BRIEFING, Where.BRIEFING
_CAN = writable_briefing

ROWS = (
    ActionRow("save_pdf", Menu.FILE, "Save the briefing …", ("Ctrl+E",), save_pdf, icon="page", hint="save", enabled=briefing),
    ActionRow("print", Menu.FILE, "Print the briefing …", ("Ctrl+P",), print_briefing, _B, icon="page", enabled=briefing),
    ActionRow("to_briefing", _M, "Brief on this event", ("B",), go_briefing, hint="to briefing"),
    ActionRow("add_text", _M, "New text block", ("Ctrl+Return",), add_text, _B, icon="plus", hint="new text", enabled=_CAN),
    ActionRow("add_block", _M, "New block …", ("Ctrl+Shift+Return",), add_block, _B, icon="plus", hint="new block", enabled=_CAN),
    ActionRow("choose", _M, "What stands in the block …", ("Ctrl+Alt+Return",), choose, _B, hint="choose", enabled=_CAN),
    ActionRow("templates", _M, "Templates …", ("Ctrl+Alt+T",), show_templates, _B, enabled=briefing),
    ActionRow("keep_template", _M, "Keep the outline as a template …", ("Ctrl+Alt+S",), keep_template, _B, enabled=_CAN),
    ActionRow("next_remark", _M, "Next remark on provenance", ("F7",), partial(step_remark, by=1), _B, hint="provenance", enabled=briefing),
    ActionRow("last_remark", _M, "Remark on provenance before", ("Shift+F7",), partial(step_remark, by=-1), _B, enabled=briefing),
    ActionRow("block_up", _M, "Move the block up", ("Alt+Up",), partial(move_block, step=-1), _B, hint="move block", enabled=_CAN),
    ActionRow("block_down", _M, "Move the block down", ("Alt+Down",), partial(move_block, step=1), _B, enabled=_CAN),
    ActionRow("remove_block", _M, "Take the block out", ("Ctrl+Backspace",), remove_block, _B, enabled=_CAN),
)
