"""What an empty shelf says: why it is empty, and what would bring something there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from briefing_app.model.shelf import ShelfKind


def empty_words(kind: ShelfKind, key_of: Callable[[str], str]) -> str:
    """The words for a shelf of that kind; ``key_of`` gives the key that an action has now, by its id."""
    words, names = _words(kind)
    for number, name in enumerate(names, 1):
        words = words.replace(f"%{number}", key_of(name))
    return words


def _words(kind: ShelfKind) -> tuple[str, tuple[str, ...]]:
    """Words with the ids of the actions that they name."""
    match kind:
        case ShelfKind.ALL:
            return _tr("No articles yet.\n\nPress %1 to import files."), ("import_files",)
        case ShelfKind.UNREAD:
            return _tr("Everything here is read.\n\n%1 on an article makes it unread again."), ("unread",)
        case ShelfKind.STARRED:
            return _tr("No stars yet.\n\nPress %1 on an article to find it here again."), ("star",)
        case ShelfKind.NOTED:
            words = _tr("No notes yet.\n\nSelect words in an article; %1 highlights them,\n%2 writes a note to them.")
            return words, ("highlight", "note")
        case ShelfKind.CASE:
            return _tr("This case is empty.\n\nDrag articles onto its name,\nor choose “File in a case” for them."), ()
        case ShelfKind.TAG:
            return _tr("No article has this tag any more.\n\nPress %1 on an article to set its tags."), ("tags",)
        case ShelfKind.TRASH:
            return _tr("The trash is empty.\n\n%1 puts an article here; everything comes back from here."), ("trash",)
        case _:
            return _tr("No article stands here any more."), ()


def _tr(words: str) -> str:
    return QCoreApplication.translate("library", words)
