"""Takes down where a window stands, and brings a new one there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from briefing_app.model.ids import ArticleId
from briefing_app.model.shelf import Shelf
from briefing_app.ui.places import Place
from briefing_app.ui.session import Pane

if TYPE_CHECKING:
    from briefing_app.ui.window.window import Window

_MOST_CHOSEN = 200


def place_of(window: Window) -> Place:
    """Where the window stands now; where it is going to stand while it is still on its way there."""
    session = window.session
    on_its_way = window.findChild(Restoring)
    if on_its_way is not None and session.reading is None:
        return replace(on_its_way.place, geometry=bytes(window.saveGeometry().data()))
    return Place(
        geometry=bytes(window.saveGeometry().data()),
        pane=session.pane,
        shelf=session.following.shelf,
        article=session.reading.article.id if session.reading is not None else None,
        chosen=window.list.list.chosen()[:_MOST_CHOSEN],
        top=window.reader.text.place() if session.reading is not None else None,
        zones=session.zone_view,
        query=window.top.field.text(),
        split=window.library_pane.sides.widths(),
    )


class Restoring(QObject):
    """Brings a window to a place at once as far as it can, and the rest of the way once its list stands there.

    Shelf and zones are the session's from its start, so that no other list is read first. What is gone meanwhile (an article, a shelf)
    is passed over without a word.
    """

    def __init__(self, window: Window, place: Place) -> None:
        super().__init__(window)
        self._window, self.place = window, place
        session = window.session
        if place.geometry:
            window.restoreGeometry(place.geometry)
        session.following.listed.connect(self._go_on)

    def _standing(self, articles: tuple[ArticleId, ...]) -> tuple[ArticleId, ...]:
        """Those of the articles that are still there, outside the trash."""
        found = {row.id for row in self._window.session.workbench.library.rows(articles, skip_missing=True) if not row.trashed}
        return tuple(number for number in articles if number in found)

    def _go_on(self) -> None:
        window, place, session = self._window, self.place, self._window.session
        if session.following.listing.shelf != session.following.shelf:
            return  # asked for before the place was known
        session.following.listed.disconnect(self._go_on)
        if not session.following.listing.outline.total and session.following.shelf != Shelf():
            session.following.choose(Shelf())
        sides = window.library_pane.sides
        if len(place.split) == sides.count() and all(place.split):
            sides.take_widths(place.split)
        wanted = [number for number in (place.article, *place.chosen) if number is not None]
        chosen = self._standing(tuple(dict.fromkeys(wanted)))
        if chosen:
            window.list.list.choose([number for number in chosen if number in place.chosen] or chosen[:1])
        if place.query:
            window.top.field.setText(place.query)
        window.room.first_paint.then(lambda: self._open(place.article if place.article in chosen else None))

    def _open(self, article: ArticleId | None) -> None:
        """The text and the pane come when the list is painted."""
        session = self._window.session
        if article is not None and session.reading is None:
            session.open_article(article)
        if self.place.pane is not Pane.LIBRARY and session.reading is not None:
            session.go(self.place.pane)
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        """The last of all, when everything is laid out."""
        reading = self._window.session.reading
        if reading is not None and reading.article.id == self.place.article and self.place.top is not None:
            self._window.reader.text.return_to(self.place.top)
        self.deleteLater()
