"""English plurals, for when no translation is loaded that has its own."""

from __future__ import annotations


def plural(words: str, count: int) -> str:
    """``tr("%n note(s)", "", 2)`` gives ``"2 note(s)"`` without a translation; this settles the ``(s)``."""
    return words.replace("%n", f"{count:,}").replace("(s)", "" if count == 1 else "s")
