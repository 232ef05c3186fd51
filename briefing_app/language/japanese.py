"""Japanese: quotation marks, and the pieces of grammar that are too common to tell anything (bigrams)."""

from __future__ import annotations

from briefing_app.language.pack import LangPack, QuoteMarks
from briefing_app.language.words import listed

JAPANESE = LangPack(
    code="ja",
    stop_words=listed(
        """
        する した して され れた れる いる ある こと とし とい いう った って てい いた から まで には では
        とは とも など この その これ それ であ です ます まし しま った との ので のは のが のを ため より
        ない なっ なる にお おい いて に対 対し につ つい
        """
    ),
    marks=(QuoteMarks("「", "」"), QuoteMarks("『", "』"), QuoteMarks("“", "”")),
)
"""The pack of Japanese."""
