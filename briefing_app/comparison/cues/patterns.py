"""How the words of a language are made into patterns."""

from __future__ import annotations

import re

NEVER = re.compile(r"(?!)")
"""Finds nothing: what a language has no words for."""


def any_of(*words: str) -> re.Pattern[str]:
    """A pattern that finds any of these patterns as whole words."""
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")
