"""What choosing an entry of the palette does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.library import ArticleRow, EventLine
from briefing_app.model.annotation import Annotation
from briefing_app.model.search import SavedSearch
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.ui.actions import ActionRow, going, libraries, organizing
from briefing_app.ui.palette.entries import Entry

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def open_entry(window: Window, entry: Entry) -> None:
    """Do the verb, go to the thing, or search for the words."""
    match entry.target:
        case ActionRow():
            window.do(entry.target)
        case Shelf():
            going.open_shelf(window, entry.target)
        case SavedSearch():
            organizing.open_search(window, entry.target)
        case EventLine():
            going.open_shelf(window, Shelf(ShelfKind.EVENT, entry.target.id))
        case ArticleRow():
            going.open_article(window, entry.target.id)
        case Annotation():
            going.open_note(window, entry.target)
        case Path():
            libraries.open_folder(window, entry.target)
        case str():
            going.search_for(window, entry.target)
