"""Searching: how the hits stand, what narrows them, and what else is worth a try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.ids import BriefingId, Noun, name_of
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.ui.actions.article import at_hand
from briefing_app.ui.actions.going import open_subject, search_for
from briefing_app.ui.actions.organizing import open_shelf
from briefing_app.ui.actions.row import ActionRow, Menu, Where

if TYPE_CHECKING:
    from briefing_app.model.search import Advice, Writing
    from briefing_app.ui.window import Window


def toggle_lines(window: Window) -> None:
    """Every hit in a line, or the articles again."""
    window.session.searching.toggle_lines()


def toggle_grouping(window: Window) -> None:
    """Hits by event, or one by one again."""
    window.session.searching.toggle_grouping()


def narrow_search(window: Window) -> None:
    """Go to what the hits have in common."""
    if window.hits.narrowing.isVisible():
        window.hits.narrowing.take_focus()


def take_advice(window: Window, advice: Advice) -> None:
    """Search for what was proposed; where it is the trash, go there."""
    from briefing_app.model.search import AdviceKind

    if advice.kind is AdviceKind.TRASH:
        open_shelf(window, Shelf(ShelfKind.TRASH))
    else:
        window.top.field.setText(advice.query)


def take_first_advice(window: Window) -> None:
    """Take what is proposed first."""
    found = window.session.searching.found
    if found is not None and found.advice:
        take_advice(window, found.advice[0])


def show_writing(window: Window, writing: Writing) -> None:
    """Show in the reader the words that a note is on, while the keys stay with the hits; a briefing waits for Enter."""
    from briefing_app.model.search import WritingKind

    if writing.kind is WritingKind.NOTE:
        annotation = window.session.searching.note(writing)
        if annotation.article:
            window.session.open_article(annotation.article, window.session.notebook.place_of(annotation))


def open_writing(window: Window, writing: Writing) -> None:
    """Go to what a note is on, or to the briefing."""
    from briefing_app.model.search import WritingKind

    if writing.kind is WritingKind.BRIEFING:
        window.session.open_briefing(BriefingId(writing.number))
    else:
        open_subject(window, window.session.searching.note(writing))


def show_guide(window: Window) -> None:
    """Open the page of examples; what is chosen there is searched for."""
    from briefing_app.ui.search.guide import SearchGuide

    guide = SearchGuide(window.look, window)
    window.session.searching.exemplified.connect(guide.show_examples)
    guide.taken.connect(lambda query: search_for(window, query))
    window.session.searching.exemplify()
    guide.open()


def search_alike(window: Window) -> None:
    """Search for articles like the one at hand."""
    articles = at_hand(window)
    if articles:
        search_for(window, f"like:{name_of(Noun.ARTICLE, articles[0])}")


def search_within(window: Window) -> None:
    """Go on typing: what comes is looked for among what is found."""
    field = window.top.field
    query = field.text().strip()
    field.setText(f"({query}) " if " OR " in query else f"{query} ")
    field.setFocus()
    field.end(False)


def _hits_shown(window: Window) -> bool:
    return window.searching


def _chosen(window: Window) -> bool:
    return bool(at_hand(window))


def _advised(window: Window) -> bool:
    found = window.session.searching.found
    return window.searching and found is not None and bool(found.advice)


_L = Where.LIBRARY

ROWS = (
    ActionRow("alike", Menu.GO, "Articles like this one", ("Shift+K",), search_alike, _L, icon="search", enabled=_chosen),
    ActionRow("within", Menu.GO, "Search within what is found", ("Ctrl+Shift+F",), search_within, enabled=_hits_shown),
    ActionRow("concordance", Menu.VIEW, "Search: every hit in a line, or articles", ("C",), toggle_lines, _L, enabled=_hits_shown),
    ActionRow("group_hits", Menu.VIEW, "Search: hits by event, or one by one", ("Shift+O",), toggle_grouping, _L, enabled=_hits_shown),
    ActionRow("narrow", Menu.VIEW, "Search: narrow to a source, date or tag", ("I",), narrow_search, _L, enabled=_hits_shown),
    ActionRow("advice", Menu.GO, "Search: take the first proposal", ("Ctrl+M",), take_first_advice, enabled=_advised),
    ActionRow("search_guide", Menu.HELP, "How to search, with examples", ("Ctrl+F1",), show_guide, icon="search"),
)
