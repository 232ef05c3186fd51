"""What the analyst may call a tag, a case or a search: words without line ends, in one Unicode form."""

from __future__ import annotations

import unicodedata

from briefing_app.model.errors import EditRefused

LONGEST_TAG, LONGEST_NAME = 100, 200
"""Code points of a tag, and of the name of a case or a search."""


def proper_name(words: str, most: int = LONGEST_NAME) -> str:
    """``words`` in NFC, trimmed, each run of white space one space. Raises EditRefused when nothing is left, or more than ``most``."""
    # Half characters, which no database takes, are what nobody types; a question mark stands for them.
    name = " ".join(unicodedata.normalize("NFC", words).encode("utf-8", "replace").decode().split())
    if not name:
        raise EditRefused("A name needs at least one letter.", "Type a name.")
    if len(name) > most:
        raise EditRefused(f"A name has at most {most} characters; this one has {len(name)}.", "Type a shorter name.")
    return name


def folded(name: str) -> str:
    """What two names have in common that count as one: capitals do not matter."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())
