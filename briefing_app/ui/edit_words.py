"""What an edit is called on the screen, so that undo and redo say what they did."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing_app.model.edit import Edit, MarkRead, MarkStarred, PutAnnotation, PutBriefing, RemoveAnnotation, RemoveBriefing

_MOST = 48
"""Code points of a quoted passage or title that are shown."""


def edit_words(edit: Edit) -> str:
    """The edit in a few words, with the passage or title that it is about."""
    match edit:
        case PutAnnotation(annotation):
            return _about(_tr("note on %1") if annotation.note else _tr("highlight on %1"), annotation.anchor.quote)
        case RemoveAnnotation():
            return _tr("highlight removed")
        case MarkRead(articles, read):
            return _tr("read mark of %Ln article(s)", len(articles)) if read else _tr("unread mark of %Ln article(s)", len(articles))
        case MarkStarred(articles, starred):
            return _tr("star on %Ln article(s)", len(articles)) if starred else _tr("star taken from %Ln article(s)", len(articles))
        case PutBriefing(briefing):
            return _about(_tr("change of the briefing %1"), briefing.title)
        case RemoveBriefing():
            return _tr("briefing removed")


def _about(words: str, quote: str) -> str:
    flat = " ".join(quote.split())
    return words.replace("%1", f"“{flat if len(flat) <= _MOST else flat[: _MOST - 1].rstrip() + '…'}”")


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("edits", words, "", count)
