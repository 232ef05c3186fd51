"""Chinese: quotation marks, and the bigrams and characters that are too common to tell anything."""

from __future__ import annotations

from briefing_app.language.pack import LangPack, QuoteMarks
from briefing_app.language.words import listed

CHINESE = LangPack(
    code="zh",
    stop_words=listed(
        "的 了 在 是 和 有 也 就 不 我 他 她 们 这 那 一个 我们 他们 这个 以及 对于 进行 已经 可以 因为 所以 但是 如果 没有 自己"
    ),
    marks=(QuoteMarks("“", "”"), QuoteMarks("「", "」"), QuoteMarks("『", "』"), QuoteMarks('"', '"')),
)
"""The pack of Chinese."""
