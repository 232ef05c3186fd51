"""Arabic: stop words and quotation marks; the list is this project's own."""

from __future__ import annotations

from briefing_app.language.pack import LangPack, QuoteMarks
from briefing_app.language.words import listed

ARABIC = LangPack(
    code="ar",
    stemmer="arabic",
    stop_words=listed(
        """
في من على إلى عن مع أن إن كان كانت التي الذي الذين هذا هذه ذلك تلك هو هي هم ما لا لم لن قد كما بعد قبل بين حتى أو ثم و ف ب ل ك كل بعض غير
عند منذ حيث إذا لكن بل أي أيضا وقد وكان وكانت وهو وهي وفي ومن وأن عليه عليها له لها به بها فيه فيها منه منها إنه إنها أنه أنها خلال ضد حول
نحو
"""
    ),
    marks=(QuoteMarks("«", "»"), QuoteMarks("“", "”"), QuoteMarks('"', '"'), QuoteMarks("”", "“")),
)
"""The pack of Arabic."""
