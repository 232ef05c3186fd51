"""Events: articles that report the same thing, found by words, names and dates, with the reasons."""

from __future__ import annotations

from briefing_app.events.grouping import Grouping
from briefing_app.events.profiles import Profile, profile

__all__ = ["Grouping", "Profile", "profile"]
