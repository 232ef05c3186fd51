"""What the program knows about language: sentences, clauses, words, names, numbers, dates, quotations, attributions."""

from __future__ import annotations

from briefing_app.language.detect import detect
from briefing_app.language.frequency import idf
from briefing_app.language.pack import LangPack
from briefing_app.language.packs import PACKS, pack_for
from briefing_app.language.reading import read
from briefing_app.language.words import Word

__all__ = ["PACKS", "LangPack", "Word", "detect", "idf", "pack_for", "read"]
