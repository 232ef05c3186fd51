"""A language that nobody speaks: every word of the program in brackets, accented, two fifths longer. What is bare goes past tr()."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

_LETTERS = str.maketrans("AaCcEeGgIiKkLlNnOoRrSsUuYyZz", "ÀáĆćÈéĞğÌíĶķĻļŃńÖóŔŕŠśÙúÝÿŽž")
_KEPT = re.compile(r"(%L?\d|%L?n|\n|&)")
OPEN, CLOSE = "[", "]"
KEYS = {"Ctrl", "Alt", "Shift", "Esc", "Enter", "Return", "Space", "Tab", "Backspace", "Up", "Down", "Del", "F1"}


class PseudoLocale(QTranslator):
    """Translates everything into it; placeholders, line ends and the marks of menu keys stay."""

    def isEmpty(self) -> bool:
        """It has words for everything."""
        return False

    def translate(self, _context: str, source: str, _remark: str | None = None, count: int = -1) -> str:
        """``Library`` becomes ``[Ļíbŕáŕÿ ~~~]``."""
        return pseudo(source if count < 0 else source.replace("(s)", "" if count == 1 else "s"))


def pseudo(words: str) -> str:
    """The words in the language, each paragraph in brackets of its own."""
    return "\n".join(_line(line) for line in words.split("\n"))


def _line(line: str) -> str:
    if not line.strip():
        return line
    plain = "".join(part if _KEPT.fullmatch(part) else part.translate(_LETTERS) for part in _KEPT.split(line))
    longer = round(len(line) * 0.4)
    tail = " ".join("~" * min(8, longer - at) for at in range(0, longer, 8))
    return f"{OPEN}{plain} {tail}{CLOSE}" if tail else f"{OPEN}{plain}{CLOSE}"


@contextmanager
def spoken() -> Iterator[None]:
    """While this lasts, windows that are opened speak it."""
    app = QCoreApplication.instance()
    assert app is not None
    language = PseudoLocale(app)
    app.installTranslator(language)
    try:
        yield
    finally:
        app.removeTranslator(language)


def bare(words: str) -> str:
    """What stands outside of all brackets."""
    out, depth = [], 0
    for letter in words:
        depth += (letter == OPEN) - (letter == CLOSE)
        if depth <= 0 and letter != CLOSE:
            out.append(letter)
    return "".join(out)


def open_brackets(words: str) -> int:
    """How many brackets are not closed: words that were cut."""
    return words.count(OPEN) - words.count(CLOSE)


def is_latin(word: str) -> bool:
    """Whether it is a word in Latin letters: two in a row, and not a key."""
    return any(re.search(r"[a-zA-Z]{2}", part) and part.strip(".,:;…·()") not in KEYS for part in word.split("+"))
