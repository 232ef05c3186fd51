"""What a sentence tells as deeds, and whether two deeds of different sentences are one."""

from __future__ import annotations

from briefing_app.comparison.deeds.matching import Match, Nearness, common, matched, parted, told_alike
from briefing_app.comparison.deeds.reading import Deed, deeds_of

__all__ = ["Deed", "Match", "Nearness", "common", "deeds_of", "matched", "parted", "told_alike"]
