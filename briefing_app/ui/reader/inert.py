"""A text document that cannot reach outside, and text that cannot be taken for its structure."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

_UNSAFE = {ord(c): " " for c in "\n\r\u2029"} | {0: "�", 0xFDD0: "�", 0xFDD1: "�", 0xFFFC: " "}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "�")
_FLAT = _UNSAFE | _SURROGATES
_WITH_LINES = _FLAT | {ord("\n"): "\u2028"}


class Inert(QTextDocument):
    """A document that never loads anything from outside."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing; what was put in by hand is found before this is asked."""
        return None


def safe_text(words: str, *, lines: bool = False) -> str:
    """The words with every letter that Qt takes for structure or cannot hold replaced, one for one."""
    return words.translate(_WITH_LINES if lines else _FLAT)
