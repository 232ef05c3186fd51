"""How browsers name the folder of pictures and scripts beside a page that was saved "complete"."""

from __future__ import annotations

from collections.abc import Container

_SUFFIXES = (".html", ".htm", ".xhtml")
_ENDINGS = ("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_arquivos")


def belongs_to_page(folder: str, names: Container[str]) -> bool:
    """Whether a page lies beside the folder (both named from the same place on) whose parts it holds."""
    for ending in _ENDINGS:
        if folder.endswith(ending) and any(folder.removesuffix(ending) + suffix in names for suffix in _SUFFIXES):
            return True
    return False
