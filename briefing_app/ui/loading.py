"""Loads Qt for Python without its watch over imports, which would read the source of everything that is loaded afterwards."""

from __future__ import annotations

import builtins


def load_qt() -> None:
    """Load Qt, and leave Python's import as it was. Raises ImportError.

    PySide6 puts a function of its own in the place of ``builtins.__import__``. It looks in the source of each module for "PySide6", so that
    ``from __feature__ import snake_case`` can count for one module and not for the next (https://doc.qt.io/qtforpython-6/developer/feature-why.html).
    Nothing here uses that, and a start would be a twentieth slower by it.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
