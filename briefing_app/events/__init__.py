"""Events: articles that report the same thing, found by words, names and dates, with the reasons."""

from __future__ import annotations

from briefing_app.events.grouping import Grouping
from briefing_app.events.profiles import Profile, profile

VERSION = "3"
"""Changes whenever the profile of the same article, or the grouping, may change; stored profiles of another version are made again."""

__all__ = ["VERSION", "Grouping", "Profile", "profile"]
