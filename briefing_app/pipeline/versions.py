"""Which version of the machine's work is current: what was stored under another one is worked out again."""

from __future__ import annotations

from briefing_app import comparison, events, language


def findings_version() -> str:
    """Of the findings of an article."""
    return language.VERSION


def profile_version() -> str:
    """Of an article's grouping profile, which is made from its findings."""
    return f"{events.VERSION} on {language.VERSION}"


def comparison_version() -> str:
    """Of an event's comparison, which is made from the findings of its articles."""
    return f"{comparison.VERSION} on {language.VERSION}"
