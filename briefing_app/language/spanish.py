"""Spanish: stop words, abbreviations, quotation marks; the lists are this project's own."""

from __future__ import annotations

from briefing_app.language.pack import LangPack, QuoteMarks
from briefing_app.language.sentences import Splitting
from briefing_app.language.words import listed

SPANISH = LangPack(
    code="es",
    stemmer="spanish",
    stop_words=listed(
        """
de la que el en y a los del se las por un para con una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre
también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué unos
yo otro otras otra él tanto esa estos mucho quienes nada fue ha han era son es está
"""
    ),
    splitting=Splitting(titles=listed("sr sra srta dr dra d prof lic ing gral"), abbreviations=listed("etc ee.uu aprox av núm pág s.a")),
    marks=(QuoteMarks("«", "»"), QuoteMarks("“", "”"), QuoteMarks('"', '"')),
)
"""The pack of Spanish."""
