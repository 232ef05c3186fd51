"""What is dragged out of the window: made only when another program asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMetaType, QMimeData, QUrl

from briefing_app.library import Library
from briefing_app.model.article import SHOWN, Article
from briefing_app.model.errors import BriefingError
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.dragging.loose_files import LooseFiles
from briefing_app.ui.library.carried import carry
from briefing_app.ui.reader.copying import with_citation

_URLS, _TEXT, _HTML = "text/uri-list", "text/plain", "text/html"
MOST_CARRIED = 50
"""Articles that leave as files and text; more go to the program's own shelves only."""


class Outgoing(QMimeData):
    """Makes each form when it is asked for first. ``files`` gives the files to hand over, ``words`` plain text and HTML."""

    def __init__(self, own: QMimeData, files: Callable[[], Sequence[Path]], words: Callable[[], tuple[str, str]] | None) -> None:
        super().__init__()
        for name in own.formats():
            self.setData(name, own.data(name))
        self._own = tuple(own.formats())
        self._files, self._words = files, words
        self._paths: tuple[Path, ...] | None = None
        self._said: tuple[str, str] | None = None

    def formats(self) -> list[str]:
        """The forms in which it can be had."""
        return [*self._own, _URLS, *((_TEXT, _HTML) if self._words else ())]

    def hasFormat(self, name: str) -> bool:
        """Whether it can be had in that form."""
        return name in self.formats()

    def retrieveData(self, name: str, kind: QMetaType | QMetaType.Type) -> object:
        """Make the form now."""
        if name == _URLS:
            if self._paths is None:
                self._paths = tuple(self._files())
            return [QUrl.fromLocalFile(str(path)) for path in self._paths]
        if name in (_TEXT, _HTML) and self._words is not None:
            if self._said is None:
                self._said = self._words()
            return self._said[name == _HTML]
        return super().retrieveData(name, kind)


def pack_articles(library: Library, articles: Sequence[ArticleId], files: LooseFiles) -> QMimeData:
    """Articles for other programs: their originals as files, their words with citation; and for the program's own shelves."""
    own = carry(articles)
    if len(articles) > MOST_CARRIED:
        return own

    def originals() -> list[Path]:
        found = library.articles(articles)
        return [files.write(Path(article.custody.file_name).name, library.original(article.id)) for article in found]

    def words() -> tuple[str, str]:
        cited = [with_citation(article, told(article)) for article in library.articles(articles)]
        return "\n\n".join(one.text() for one in cited), "<hr>".join(one.html() for one in cited)

    return Outgoing(own, _or_nothing(originals), words)


def pack_file(make: Callable[[], Path]) -> QMimeData:
    """One file that is made when it is dropped somewhere."""
    return Outgoing(QMimeData(), _or_nothing(lambda: [make()]), None)


def told(article: Article) -> list[Span]:
    """The spans of the article that the reader shows without being asked."""
    return sorted(zone.span for zone in article.document.zones if zone.kind in SHOWN)


def _or_nothing(files: Callable[[], Sequence[Path]]) -> Callable[[], Sequence[Path]]:
    """A drop that fails hands nothing over: there is nobody who could be told in the other program."""

    def made() -> Sequence[Path]:
        try:
            return files()
        except (BriefingError, OSError, TimeoutError):
            return ()

    return made
