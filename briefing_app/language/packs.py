"""The table of languages: one row, one file each; another language is another file."""

from __future__ import annotations

from briefing_app.language.arabic import ARABIC
from briefing_app.language.chinese import CHINESE
from briefing_app.language.english import ENGLISH
from briefing_app.language.french import FRENCH
from briefing_app.language.german import GERMAN
from briefing_app.language.japanese import JAPANESE
from briefing_app.language.pack import LangPack, QuoteMarks
from briefing_app.language.russian import RUSSIAN
from briefing_app.language.spanish import SPANISH

PACKS: dict[str, LangPack] = {pack.code: pack for pack in (ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN, ARABIC, JAPANESE, CHINESE)}
"""Every language with a pack of its own, by BCP 47 code."""

_UNKNOWN = LangPack(
    code="und", marks=(QuoteMarks("“", "”"), QuoteMarks('"', '"'), QuoteMarks("«", "»"), QuoteMarks("„", "“"), QuoteMarks("「", "」"))
)


def pack_for(code: str) -> LangPack:
    """The pack of a BCP 47 code ("en-GB" is read as "en"); unknown codes get a pack that only knows scripts."""
    return PACKS.get(code.split("-")[0].lower(), _UNKNOWN)
