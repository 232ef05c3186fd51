"""The language that the program is written in: what tr() gives as long as no translation is loaded, and numbers as they are written."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale, QTranslator

_ENDLESS = r"\S{25,}"


class English(QTranslator):
    """Settles plurals: ``tr("%Ln note(s)", "", 2)`` is "2 notes". Load it first; a translation loaded later goes before it."""

    def isEmpty(self) -> bool:
        """It has words for everything."""
        return False

    def translate(self, _context: str, source: str, _remark: str | None = None, count: int = -1) -> str:
        """The words themselves, with the ``(s)`` of a counted thing written or left out."""
        return source if count < 0 else source.replace("(s)", "" if count == 1 else "s")


def breakable(text: str) -> str:
    """With places to break at in endless words, for a label that only breaks between words; they take no room."""
    return re.sub(_ENDLESS, lambda word: "\u200b".join(re.findall(r".{1,12}", word[0], re.DOTALL)), text)


def digits(count: int) -> str:
    """A whole number with its thousands marked as the analyst's country does."""
    return QLocale().toString(count)


def percent(share: float) -> str:
    """A share (0 to 1) in whole per cent."""
    return f"{digits(round(100 * share))}\u00a0%"
