"""Comparing articles, and going from a cell of the matrix to its sentence."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QApplication

from briefing_app.model.errors import ExportFailed
from briefing_app.ui.actions.conditions import reading, writable
from briefing_app.ui.actions.row import ActionRow, Menu, Where, tr
from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.file_dialogs import ask_new_file, file_name

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def other_event(window: Window, step: int) -> None:
    """Compare the next or previous event of the sidebar."""
    compared = window.session.comparing.compared
    found = window.session.events.beside(compared.event.id if compared and compared.event else None, step)
    if found is None:
        window.status.say(tr("There is no other event."))
    else:
        window.session.comparing.show_event(found)


def compare_chosen(window: Window) -> None:
    """Compare the selected articles; a single one with the others of its event."""
    chosen = window.list.list.chosen()
    if len(chosen) < 2 and window.session.reading is not None:
        event = window.session.events.of(window.session.reading.article.id)
        chosen = event.group.articles if event else chosen
    window.session.compare_articles(chosen)


def open_here(window: Window) -> None:
    """From the cell or passage to its sentence."""
    window.compare.open_here()


def open_level(window: Window, level: Level) -> None:
    """Zoom into or out of the comparison."""
    window.compare.open_level(level)


def walk(window: Window, step: int) -> None:
    """Go to the next or previous cell or passage with a mark."""
    window.compare.pane.walk(step)


def peek(window: Window) -> None:
    """The word diff in place; on a button that has the focus Space presses it."""
    button = QApplication.focusWidget()
    if isinstance(button, QAbstractButton):
        button.click()
    else:
        window.compare.peek()


def explain(window: Window) -> None:
    """Why the row stands where it stands."""
    window.compare.explain()


def toggle_legend(window: Window) -> None:
    """Show or hide what the signs mean."""
    if window.compare.legend.gives_way:
        window.status.say(tr("The window is too low for the legend."))
        return
    window.compare.legend.setVisible(not window.compare.legend.isVisible())
    window.remember(legend=window.compare.legend.isVisible())


def next_order(window: Window) -> None:
    """Importance, order of the texts, who told it first, round and round."""
    from briefing_app.ui.comparison.matrix.order import Sort

    orders = list(Sort)
    window.compare.matrix.sort_by(orders[(orders.index(window.compare.matrix.sort) + 1) % len(orders)])
    window.status.say(window.compare.matrix.filters.order_words)


def fold_copies(window: Window) -> None:
    """Copies into the column of their original, and out of it again."""
    if not window.compare.matrix.fold_copies():
        window.status.say(tr("None of these articles is a copy of another."))


def toggle_drawer(window: Window) -> None:
    """Quotations, sourcing, labels, timeline, coverage beside the levels."""
    window.compare.toggle_drawer()


def next_tab(window: Window) -> None:
    """The next drawing; opens the drawer when it is closed."""
    if window.compare.drawer.isVisible():
        window.compare.drawer.next_tab()
    else:
        window.compare.toggle_drawer()


def save_drawing(window: Window) -> None:
    """Ask where to, then write the open drawing as picture or table."""
    from briefing_app.ui.comparison.drawer.exporting import SUFFIXES, save_figure
    from briefing_app.ui.error_text import trouble_of

    drawer = window.compare.drawer
    if drawer.view.figure is None or not drawer.isVisible():
        window.status.say(tr("Open the drawer first: its drawing is what is saved."))
        return
    proposed = Path(window.settings.read().folder) / f"{file_name(drawer.tab.words)}.svg"
    kinds = tr("Pictures and tables (*.svg *.png *.csv)")
    name, _ = ask_new_file(window, tr("Save the drawing"), proposed, kinds)
    if not name:
        return
    path = Path(name) if Path(name).suffix.lower() in SUFFIXES else Path(f"{name}.svg")
    try:
        save_figure(drawer.view.figure, path)
        window.status.say(tr("Saved %1").replace("%1", str(path)))
    except ExportFailed as error:
        window.show_trouble(trouble_of(error))


def send_drawing(window: Window) -> None:
    """The open drawing as a block of the event's briefing."""
    drawer, compared = window.compare.drawer, window.compare.compared
    if not drawer.isVisible() or compared is None:
        window.status.say(tr("Open the drawer first: its drawing is what is sent."))
        return
    block = drawer.tab.block(compared)
    if compared.event is None:
        window.status.say(tr("These articles are no event; a briefing is about one."))
    elif block is None:
        window.status.say(tr("There is nothing in this drawing to send."))
    else:
        window.session.sending.send(compared.event.id, block)


_V, _C = Menu.VIEW, Where.COMPARE

ROWS = (
    ActionRow(
        "compare", Menu.ARTICLE, "Compare the selected articles", ("X",), compare_chosen, Where.LIBRARY,
        hint="compare the selected", enabled=reading,
    ),
    ActionRow("next_event", Menu.GO, "Compare: the next event", ("]",), partial(other_event, step=1), _C),
    ActionRow("previous_event", Menu.GO, "Compare: the event before", ("[",), partial(other_event, step=-1), _C),
    ActionRow("sentence", Menu.ARTICLE, "Open the sentence in its article", ("Return",), open_here, _C, hint="sentence"),
    ActionRow("peek", _V, "Word by word, in place", ("Space",), peek, _C, hint="word diff"),
    ActionRow("why", _V, "Why the row stands here", ("W",), explain, _C, hint="why"),
    ActionRow("legend", _V, "Compare: what the signs mean", ("I",), toggle_legend, _C, hint="legend"),
    ActionRow("order", _V, "Compare: another order of the rows", ("O",), next_order, _C),
    ActionRow("copies", _V, "Compare: fold copies into one column", ("C",), fold_copies, _C),
    ActionRow("drawer", _V, "Compare: quotations, sourcing, labels, timeline, coverage", ("D",), toggle_drawer, _C, hint="drawer"),
    ActionRow("next_drawing", _V, "Compare: the next drawing of the drawer", ("Shift+D",), next_tab, _C),
    ActionRow("save_drawing", Menu.FILE, "Save the drawing of the drawer …", ("Ctrl+Shift+E",), save_drawing, _C),
    ActionRow("send_drawing", Menu.BRIEFING, "Send the drawing to the briefing", ("Ctrl+Shift+B",), send_drawing, _C, enabled=writable),
    ActionRow("next_difference", Menu.GO, "Next mark of the comparison", ("N",), partial(walk, step=1), _C, hint="next, previous mark"),
    ActionRow("previous_difference", Menu.GO, "Previous mark of the comparison", ("P",), partial(walk, step=-1), _C),
    ActionRow("level_matrix", _V, "Compare: the matrix", ("1",), partial(open_level, level=Level.MATRIX), _C, hint="level"),
    ActionRow("level_texts", _V, "Compare: the texts", ("2",), partial(open_level, level=Level.TEXTS), _C),
    ActionRow("level_words", _V, "Compare: word by word", ("3",), partial(open_level, level=Level.WORDS), _C),
)  # fmt: skip
