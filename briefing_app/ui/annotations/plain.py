"""What a note says in a line: its Markdown set, and of that the words alone."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtGui import QTextDocument

from briefing_app.ui.reader.inert import Inert

_MARKED = re.compile(r"[\\`*_~\[\]<>|#&!+=-]|^\s*\d+[.)]|\n", re.MULTILINE)
"""Without any of these, Markdown is what it says."""
_IN_PLACE_OF_A_PICTURE = "\ufffc"


@lru_cache(maxsize=4096)
def plain_words(markdown: str) -> str:
    """The words of a note on one line."""
    if not _MARKED.search(markdown):
        return " ".join(markdown.split())
    document = Inert()
    document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownNoHTML)
    return " ".join(document.toPlainText().replace(_IN_PLACE_OF_A_PICTURE, " ").split())
