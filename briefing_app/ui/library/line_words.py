"""The marks of an article's line in words: for the pointer that rests on it and for those who hear the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing_app.model.letters import Letter
from briefing_app.ui.library.listing import ArticleEntry
from briefing_app.ui.words import percent


def marks_in_words(entry: ArticleEntry) -> tuple[str, ...]:
    """What the icons of a line mean, one sentence each."""
    row = entry.row
    found = []
    if not row.read:
        found.append(_tr("unread"))
    if row.starred:
        found.append(_tr("starred"))
    if row.notes:
        found.append(_tr("%Ln note(s)", row.notes))
    if entry.conflicts:
        found.append(_tr("contradicts other sources in %Ln claim(s)", entry.conflicts))
    if row.copy_of is not None:
        found.append(_copied(entry, *row.copy_of))
    if row.tags:
        found.append(_tr("tagged %1").replace("%1", ", ".join(row.tags)))
    return tuple(found)


def _copied(entry: ArticleEntry, original: Letter, share: float) -> str:
    """Letters mean something only where the articles of an event stand together."""
    if entry.letter is None:
        return _tr("%1 of its words are those of another article on the same event").replace("%1", percent(share))
    return _tr("%1 of its words are those of %2").replace("%1", percent(share)).replace("%2", str(original))


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("library", words, None, count)
