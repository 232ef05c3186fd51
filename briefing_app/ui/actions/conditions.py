"""When an action is possible: questions that rows of the table ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def writable(window: Window) -> bool:
    """Whether this program may change the library."""
    return not window.session.read_only


def reading(window: Window) -> bool:
    """Whether an article is open."""
    return window.session.reading is not None


def writable_reading(window: Window) -> bool:
    """Whether an article is open and may be marked."""
    return writable(window) and reading(window)


def briefing(window: Window) -> bool:
    """Whether a briefing is open."""
    return window.session.desk.briefing is not None


def writable_briefing(window: Window) -> bool:
    """Whether a briefing is open and may be changed."""
    return writable(window) and briefing(window)
