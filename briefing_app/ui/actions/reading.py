"""What is done inside the text that is read: finding words in it, saying what they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.ui.actions.conditions import reading, writable_reading
from briefing_app.ui.actions.going import focus_search
from briefing_app.ui.actions.row import ActionRow, Menu, Where, tr
from briefing_app.ui.file_dialogs import ask_new_file

if TYPE_CHECKING:
    from briefing_app.model.article import Article
    from briefing_app.ui.window import Window


def find(window: Window) -> None:
    """Find words in the open article."""
    window.reader.finder.open()


def find_or_search(window: Window) -> None:
    """In the article while its text has the focus, else in the library."""
    if window.reader.text.hasFocus() or window.reader.find_bar.field.hasFocus():
        find(window)
    else:
        focus_search(window)


def relabel(window: Window) -> None:
    """Say what the selected stretch is."""
    if not window.reader.ask_label():
        window.status.say(tr("Select words in the text first (Shift and arrows, or the mouse)."))


def copy_with_citation(window: Window) -> None:
    """Copy the selected words with where they come from."""
    if not window.reader.copy_with_citation():
        window.status.say(tr("Select words in the text first (Shift and arrows, or the mouse)."))


def toggle_original(window: Window) -> None:
    """The original as it was received in the place of the text, or the text again."""
    window.reader.toggle_original()


def save_original(window: Window, article: Article) -> None:
    """Ask where to, then write the original's bytes as they were received."""
    proposed = Path(window.settings.read().folder) / (Path(article.custody.file_name).name or "original")
    name, _ = ask_new_file(window, tr("Save the original"), proposed)
    if name:
        window.session.originals.save(article, Path(name))


def show_versions(window: Window) -> None:
    """The versions of the open article and what changed between them."""
    from briefing_app.ui.versions.dialog import VersionsDialog

    if window.session.reading is not None:
        VersionsDialog(window, window.session.reading.article).open()


def show_label_rules(window: Window) -> None:
    """What was labelled in the open article, to be made a rule for its source."""
    from briefing_app.ui.label_rules.dialog import LabelRulesDialog

    if window.session.reading is not None:
        LabelRulesDialog(window, window.session.reading.article).open()


def show_sources(window: Window) -> None:
    """The register of sources, at the source of the open article."""
    reading_now = window.session.reading
    show_source(window, (reading_now.article.document.source.value if reading_now else None) or "")


def show_source(window: Window, name: str) -> None:
    """The register of sources, at a name."""
    from briefing_app.ui.sources.dialog import SourcesDialog

    SourcesDialog(window, name).open()


_A, _L = Menu.ARTICLE, Where.LIBRARY

ROWS = (
    ActionRow("find_or_search", Menu.GO, "Find in the text being read, else search", ("Ctrl+F",), find_or_search, listed=False),
    ActionRow("find", _A, "Find in this article", ("Ctrl+G",), find, _L, icon="search", enabled=reading),
    ActionRow("copy_cited", _A, "Copy with source and date", ("Ctrl+Shift+C",), copy_with_citation, _L, icon="copy", enabled=reading),
    ActionRow("original", _A, "The original as it was received", ("V",), toggle_original, _L, icon="page", enabled=reading),
    ActionRow("label_rules", _A, "Make a label a rule for the source …", ("Shift+R",), show_label_rules, _L, enabled=reading),
    ActionRow("sources", _A, "Register of sources …", ("Ctrl+Alt+S",), show_sources, _L),
    ActionRow("versions", _A, "Versions of this article …", ("Shift+V",), show_versions, _L, enabled=reading),
    ActionRow("relabel", _A, "Say what the selected words are …", ("R",), relabel, _L, enabled=writable_reading),
)
