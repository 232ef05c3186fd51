"""What an import did with every file."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.model.errors import SkipCode
from briefing_app.model.ids import ArticleId


@dataclass(frozen=True, slots=True)
class Imported:
    """A new article, the file it came from (as the analyst named it) and its title, None when unknown.

    ``version_of`` is the article that it is another version of.
    """

    id: ArticleId
    path: str
    title: str | None
    version_of: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was set aside, whole or from some article on, and why."""

    path: str
    reason: str
    code: SkipCode


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file whose bytes the library already held, as the article ``of``, which may lie in the trash."""

    path: str
    of: ArticleId
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Every file is in one of the three lists, in the order of the files. ``cancelled``: files after the last one were not looked at."""

    imported: tuple[Imported, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    cancelled: bool = False
