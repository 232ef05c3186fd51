"""Which version of the machine's work is current: what was stored under another one is worked out again.

A number is raised when what is stored would come out otherwise. They stand here, apart from what they number, so that a library can be
known to be up to date without loading the analyses.
"""

from __future__ import annotations

LANGUAGE = "18"
"""Changes whenever the findings of the same text may change: its sentences, words, names, numbers, dates, quotations."""
EVENTS = "8"
"""Changes whenever the profile of the same article, or the grouping, may change."""
COMPARISON = "63"
"""Changes whenever the comparison of the same articles may change."""


def findings_version() -> str:
    """Of the findings of an article."""
    return LANGUAGE


def profile_version() -> str:
    """Of an article's grouping profile, which is made from its findings."""
    return f"{EVENTS} on {LANGUAGE}"


def comparison_version() -> str:
    """Of an event's comparison, which is made from the findings of its articles."""
    return f"{COMPARISON} on {LANGUAGE}"
