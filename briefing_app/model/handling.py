"""Handling marks: the Traffic Light Protocol's, which have fixed words, and one's own."""

from __future__ import annotations

import re

TLP_MARKS = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
"""The marks of the Traffic Light Protocol 2.0 (FIRST, 2022), the narrowest first."""


def marked(words: str) -> str:
    """The words as they stand on the page: a TLP mark in its fixed form, own words as they were written."""
    found = re.fullmatch(r"\s*TLP[\s:-]*(?P<colour>[A-Z]+(?:\s*\+\s*STRICT)?)\s*", words, re.IGNORECASE)
    mark = f"TLP:{''.join(found['colour'].split()).upper()}" if found else ""
    return mark if mark in TLP_MARKS else " ".join(words.split())
