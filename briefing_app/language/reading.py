"""Reads one article: its told zones go in, everything that the language package finds in them comes out."""

from __future__ import annotations

from briefing_app.language.detect import detect
from briefing_app.language.pack import LangPack
from briefing_app.language.packs import pack_for
from briefing_app.model.article import Document
from briefing_app.model.dates import DateInterval
from briefing_app.model.findings import Findings, Sentence


def read(document: Document, written: DateInterval | None = None) -> Findings:
    """What the told zones (title, standfirst, body) say.

    ``written`` is when the article was written; it resolves "Monday" and "last month".
    """
    del written  # until dates are read
    language = document.language.value or detect("\n".join(zone.span.of(document.text) for zone in document.told()))[0]
    pack = pack_for(language)
    return Findings(language, _sentences(document, pack))


def _sentences(document: Document, pack: LangPack) -> tuple[Sentence, ...]:
    sentences: list[Sentence] = []
    paragraph, reached = -1, -1
    for zone in document.told():
        last_line = None
        for span in pack.sentences(document.text, zone.span):
            if span.start < reached:
                continue
            if last_line is None or "\n" in document.text[last_line : span.start]:
                paragraph += 1
            last_line = reached = span.end
            sentences.append(Sentence(span, zone.kind, paragraph, (span,)))
    return tuple(sentences)
