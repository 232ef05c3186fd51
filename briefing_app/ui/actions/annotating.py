"""All notes: the pane, the codebook, notes about more than words, and files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.model.ids import AnnotationId
from briefing_app.model.note_kinds import Mark, SubjectKind, Tint
from briefing_app.paths import login_name
from briefing_app.ui.actions.conditions import writable, writable_reading
from briefing_app.ui.actions.row import ActionRow, Menu, Where, tr
from briefing_app.ui.file_dialogs import ask_file, ask_new_file
from briefing_app.ui.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.annotations import Conflict
    from briefing_app.model.annotation import Annotation
    from briefing_app.model.codebook import Codebook
    from briefing_app.ui.window import Window


def show_notes(window: Window) -> None:
    """Open the pane of all notes, at the note under the cursor when there is one."""
    here = window.reader.note_here() if window.session.reading is not None else None
    show_note(window, here.id if here is not None else None)


def show_note(window: Window, number: AnnotationId | None) -> None:
    """Open the pane of all notes, at one of them."""
    pane = window.notes_pane
    if number is not None:
        pane.choose(number)
    pane.show()
    pane.activateWindow()


def show_codebook(window: Window) -> None:
    """Open the codebook."""
    from briefing_app.ui.annotations.codebook import CodebookDialog

    CodebookDialog(window).open()


def show_conflicts(window: Window) -> None:
    """Show the notes that another analyst has changed too, side by side."""
    from briefing_app.ui.annotations.conflicts import ConflictsDialog

    def show(conflicts: Sequence[Conflict], codebook: Codebook) -> None:
        if conflicts:
            ConflictsDialog(window, conflicts, codebook).open()
        else:
            window.status.say(tr("No note waits beside another analyst's version."))

    window.session.notebook.ask_conflicts(show)


def underline(window: Window) -> None:
    """Underline what is selected."""
    _mark(window, Tint.SKY, Mark.UNDERLINE)


def ask(window: Window) -> None:
    """Put a question to the selected words: it stays open until it is answered."""
    _mark(window, Tint.ROSE, Mark.HIGHLIGHT, question=True)


def add_words(window: Window) -> None:
    """Put a note that is in the open article on the selected words too; of several notes one is picked, the one changed last first."""
    from briefing_app.ui.organizing.picking import Pick, PickPopover

    reading, span = window.session.reading, window.reader.text.selected_span()
    if reading is None or span is None:
        window.status.say(tr("Select the words that the note is to be on too (Shift and arrows, or the mouse)."))
        return
    noted = {mark.annotation.id: mark.annotation for mark in reading.marks if mark.annotation is not None}
    if not noted:
        window.status.say(tr("There is no note in this article yet; m makes a highlight of the selected words."))
        return
    latest = sorted(noted.values(), key=lambda one: (one.changed_at, one.id), reverse=True)
    picks = [Pick(_pick_words(one), one, tr("%Ln place(s)", len(one.anchors)), "note" if one.note else "") for one in latest]
    popover = PickPopover(window.look, window, tr("Put on the selected words too"), picks, tr("Type to narrow …"))

    def add(annotation: Annotation) -> None:
        window.reader.stand_at(span)
        window.session.annotating.add_words(annotation, span)

    popover.picked.connect(add)
    popover.open_near(window.reader.below(span))


def take_words_off(window: Window) -> None:
    """Take the note under the cursor off these words; it stays on its others."""
    here = window.reader.note_here()
    if here is None:
        window.status.say(tr("There is no note at the cursor; n and p walk from mark to mark."))
        return
    window.session.annotating.take_words_off(here, window.reader.place_at_hand())


def note_on_article(window: Window) -> None:
    """Begin a note about the open article as a whole."""
    reading = window.session.reading
    assert reading is not None
    _about(window, SubjectKind.ARTICLE, reading.article.id, reading.article.document.title.value or tr("an article without title"))


def note_on_event(window: Window) -> None:
    """Begin a note about the event of the open article."""
    reading = window.session.reading
    event = window.session.events.of(reading.article.id) if reading else None
    if event is None:
        window.status.say(tr("This article belongs to no event."))
        return
    _about(window, SubjectKind.EVENT, event.id, event.group.title)


def note_on_source(window: Window) -> None:
    """Begin a note about the source of the open article."""
    reading = window.session.reading
    source = reading.article.document.source.value if reading else None
    if source is None:
        window.status.say(tr("The source of this article is unknown; set it first (e)."))
        return
    _about(window, SubjectKind.SOURCE, 0, source)


def note_on_claim(window: Window) -> None:
    """Begin a note about the chosen row of claims."""
    compared, claim = window.session.comparing.compared, window.compare.standing.claim
    if compared is None or compared.event is None or claim is None:
        window.status.say(tr("Choose a row of an event's comparison first."))
        return
    _about(window, SubjectKind.CLAIM, compared.event.id, compared.comparison.claims[claim].statement)


def export_notes(window: Window) -> None:
    """Ask for a file and write all notes to it."""

    from briefing_app.annotations import FORMATS  # here: the formats take longer to load than a start should

    filters = ";;".join(f"{row.name} (*{row.suffixes[0]})" for row in FORMATS if row.write)
    folder = Path(window.settings.read().folder or Path.home())
    name, chosen = ask_new_file(window, tr("Export the notes"), folder / "notes.jsonld", filters)
    if name:
        path = Path(name)
        suffix = next((row.suffixes[0] for row in FORMATS if row.write and row.name in chosen), ".jsonld")
        window.session.notebook.export(path if path.suffix else path.with_name(path.name + suffix), login_name())


def import_notes(window: Window) -> None:
    """Ask for a file and merge its notes with those here; what another analyst has changed too is shown side by side."""

    from briefing_app.annotations import FORMATS

    suffixes = sorted({suffix for row in FORMATS if row.read for suffix in row.suffixes})
    filters = f"{tr('Notes of others')} ({' '.join(f'*{suffix}' for suffix in suffixes)})"
    name = ask_file(window, tr("Take in notes"), window.settings.read().folder, filters)
    if name:
        take_in(window, Path(name))


def take_in(window: Window, path: Path) -> None:
    """Merge the notes of a file with those here, then ask what is kept where two analysts have changed one note."""
    window.session.notebook.take_in(path, lambda plan: show_conflicts(window) if plan.conflicts else None)


def _mark(window: Window, tint: Tint, mark: Mark, *, question: bool = False) -> None:
    span = window.reader.text.selected_span()
    if span is None:
        window.status.say(tr("Select words in the text first (Shift and arrows, or the mouse)."))
        return
    window.reader.stand_at(span)
    window.session.annotating.highlight(span, tint, write=question, mark=mark, question=question)


def _about(window: Window, kind: SubjectKind, number: int, words: str) -> None:
    window.session.notebook.about(kind, number, words)
    show_notes(window)


def _pick_words(annotation: Annotation) -> str:
    """A note in a line: what it says and what it is on."""
    from briefing_app.ui.annotations.plain import plain_words

    words = plain_words(annotation.note)
    return f"{words} {quoted(annotation.words)}" if words else quoted(annotation.words)


_A, _L, _F = Menu.ARTICLE, Where.LIBRARY, Menu.FILE

ROWS = (
    ActionRow("notes", Menu.GO, "All notes", ("G, N",), show_notes, icon="note"),
    ActionRow("codebook", Menu.EDIT, "Codebook: the tags of notes …", ("Ctrl+Shift+T",), show_codebook, icon="tag", enabled=writable),
    ActionRow("underline", _A, "Underline the selected words", ("Shift+M",), underline, _L, enabled=writable_reading),
    ActionRow("ask", _A, "Put a question to the selected words", ("Shift+A",), ask, _L, icon="help", enabled=writable_reading),
    ActionRow("add_words", _A, "Put a note on the selected words too …", ("Shift+W",), add_words, _L, enabled=writable_reading),
    ActionRow("take_words_off", _A, "Take the note off these words", (), take_words_off, _L, enabled=writable_reading),
    ActionRow("note_on_article", _A, "Write a note about the article", (), note_on_article, _L, enabled=writable_reading),
    ActionRow("note_on_event", _A, "Write a note about its event", (), note_on_event, _L, enabled=writable_reading),
    ActionRow("note_on_source", _A, "Write a note about its source, with a grade", (), note_on_source, _L, enabled=writable_reading),
    ActionRow("note_on_claim", _A, "Write a note about the claim", ("A",), note_on_claim, Where.COMPARE, enabled=writable),
    ActionRow("conflicts", Menu.EDIT, "Notes that differ from another analyst's …", (), show_conflicts, icon="note", enabled=writable),
    ActionRow("export_notes", _F, "Export the notes …", (), export_notes),
    ActionRow("import_notes", _F, "Take in notes …", (), import_notes, enabled=writable),
)
