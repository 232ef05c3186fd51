"""What comparison and briefing say while there is nothing to compare and nothing to brief on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication


def missing_words(articles: int, key_of: Callable[[str], str]) -> tuple[str, str]:
    """The words of the comparison and of the briefing; ``articles`` are in the library, ``key_of`` gives an action's key by its id."""
    if articles < 2:
        compare = _tr("A comparison takes two articles at least") if articles else _tr("Nothing to compare yet")
        step = _tr("Import reports of the same event (%1): they stand side by side here.")
        briefing = _tr("Nothing to brief on yet")
        draft = _tr("Import reports of the same event (%1): a briefing on it is drafted here.")
        return f"{compare}\n\n{_keys(step, key_of, 'import_files')}", f"{briefing}\n\n{_keys(draft, key_of, 'import_files')}"
    compare = _tr("No two articles here report the same event")
    choose = _tr("Go to the library (%1), choose two or more with Shift and the arrows, and press %2.")
    briefing = _tr("No two articles here report the same event")
    more = _tr("Import more about one of them (%1).")
    return f"{compare}\n\n{_keys(choose, key_of, 'go_library', 'compare')}", f"{briefing}\n\n{_keys(more, key_of, 'import_files')}"


def _keys(words: str, key_of: Callable[[str], str], *names: str) -> str:
    for number, name in enumerate(names, 1):
        words = words.replace(f"%{number}", key_of(name))
    return words


def _tr(words: str) -> str:
    return QCoreApplication.translate("missing", words)
