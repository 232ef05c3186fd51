"""What somebody drops or pastes: files to import, or words that become a file first, or a reason why it cannot be taken."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QCoreApplication, QMimeData, QUrl

from briefing_app.ui.library.carried import ARTICLES

MOST_LOOSE = 8 * 1024 * 1024
"""Bytes of text or HTML that are taken without a file."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """``paths`` are imported as they are; ``loose`` is text (``suffix`` .txt) or a page (.html) as bytes; ``refused`` says why not."""

    paths: tuple[Path, ...] = ()
    loose: bytes = b""
    suffix: str = ""
    refused: str = ""

    @property
    def words(self) -> str:
        """What dropping it here does."""
        if self.refused:
            return self.refused
        if self.suffix == ".html":
            return _tr("Drop the page here to import it as an article")
        if self.suffix:
            return _tr("Drop the text here to import it as an article")
        folders = sum(path.is_dir() for path in self.paths)
        if folders == len(self.paths):
            return _tr("Drop here to import %Ln folder(s)", folders)
        return _tr("Drop here to import %Ln file(s)", len(self.paths))


def incoming_of(data: QMimeData, *, read_only: bool) -> Incoming | None:
    """What is coming; None for what is none of the window's business, as articles of its own list."""
    if data.hasFormat(ARTICLES):
        return None
    found = _of(data)
    if found is not None and not found.refused and read_only:
        return Incoming(refused=_tr("This library is open for reading only; nothing can be imported into it."))
    return found


def _of(data: QMimeData) -> Incoming | None:
    urls = data.urls() if data.hasUrls() else []
    local = tuple(_path(url) for url in urls if url.isLocalFile())
    if local:
        return Incoming(local)
    if urls:
        return Incoming(refused=_remote(urls))
    if data.hasHtml() and data.html().strip():
        return _loose(data.html(), ".html")
    if data.hasText() and data.text().strip():
        return _loose(data.text(), ".txt")
    return None


def _path(url: QUrl) -> Path:
    """The file; one whose name is not UTF-8 by its bytes, which Qt would replace and not find again."""
    found = url.toLocalFile()
    if os.sep == "/" and "\ufffd" in found:
        return Path(os.fsdecode(unquote_to_bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded))))
    return Path(found)


def _remote(urls: Sequence[QUrl]) -> str:
    host = urls[0].host()
    words = _tr("Briefing opens no network connection. Save the page of %1 as a file and drop that.")
    return words.replace("%1", host) if host else _tr("Only files on this machine can be imported.")


def _loose(words: str, suffix: str) -> Incoming:
    head = '<meta charset="utf-8">\n' if suffix == ".html" else ""
    data = (head + words).encode("utf-8", "replace")
    if len(data) > MOST_LOOSE:
        return Incoming(refused=_tr("This is too much text at once; save it as a file and drop that."))
    return Incoming(loose=data, suffix=suffix)


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("dragging", words, "", count)
