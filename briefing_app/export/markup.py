"""Elements of XML and HTML as text; whatever is not an element made here is escaped."""

from __future__ import annotations

from html import escape
from typing import NewType

Markup = NewType("Markup", str)
"""Text that is markup already. A plain ``str`` never is."""

NOTHING = Markup("")


def element(name: str, *inside: Markup, **attributes: str | None) -> Markup:
    """``<name attributes>inside</name>``. In an attribute's name ``__`` stands for a colon and ``_`` for a hyphen; None leaves it out."""
    told = "".join(f' {_name(key)}="{escape(value)}"' for key, value in attributes.items() if value is not None)
    return Markup(f"<{name}{told}>{''.join(inside)}</{name}>")


def joined(*parts: Markup) -> Markup:
    """The parts one after the other."""
    return Markup("".join(parts))


def characters(words: str) -> Markup:
    """Plain characters."""
    return Markup(escape(words, quote=False))


def _name(key: str) -> str:
    return key.rstrip("_").replace("__", ":").replace("_", "-")
