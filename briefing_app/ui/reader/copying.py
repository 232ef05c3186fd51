"""Words of an article for the clipboard: bare, or with where they come from."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QMimeData

from briefing_app.model.article import Article, Attested
from briefing_app.model.dates import DateInterval
from briefing_app.model.ids import Noun, name_of
from briefing_app.model.span import Span
from briefing_app.ui.certainty import long_date, shown_name, shown_source
from briefing_app.ui.reader.links import destination
from briefing_app.ui.reader.values import how_sure

_LEFT_OUT = "\n[…]\n"


def bare_words(article: Article, stretches: Sequence[Span]) -> str:
    """The words of the stretches as they stand in the text."""
    return "\n".join(stretch.of(article.text).strip() for stretch in stretches)


def with_citation(article: Article, stretches: Sequence[Span]) -> QMimeData:
    """The words with source, title, date and how sure they are, and custody; as plain text and as HTML."""
    words = _LEFT_OUT.join(stretch.of(article.text).strip() for stretch in stretches)
    lines = (_origin(article), _custody(article))
    data = QMimeData()
    data.setText("\n".join((f"“{words}”", f"— {lines[0]}", lines[1])))
    paragraphs = "".join(f"<p>{html.escape(part)}</p>" for part in words.split("\n") if part.strip())
    address = destination(article.document.canonical_url or article.document.url or "", None)
    linked = f'<br><a href="{html.escape(address.address)}">{html.escape(address.address)}</a>' if address else ""
    data.setHtml(f"<blockquote>{paragraphs}</blockquote><p>{html.escape(lines[0])}{linked}<br><small>{html.escape(lines[1])}</small></p>")
    return data


def _origin(article: Article) -> str:
    """Source, title, date, byline, each with how sure it is unless it is stated."""
    document = article.document
    date = long_date(document.date).text + _doubt(document.date)
    parts = [shown_source(document.source).text + _doubt(document.source), f"“{shown_name(document.title, _tr('no title')).text}”", date]
    if document.byline.value:
        parts.append(document.byline.value + _doubt(document.byline))
    return ", ".join(parts)


def _custody(article: Article) -> str:
    custody = article.custody
    words = _tr("%1 in this library; file %2, imported %3 UTC, SHA-256 %4")
    moment = custody.imported_at.strftime("%Y-%m-%d %H:%M")
    said = words.replace("%3", moment).replace("%4", custody.original_sha256).replace("%1", name_of(Noun.ARTICLE, article.id))
    return said.replace("%2", custody.file_name)


def _doubt(value: Attested[str] | Attested[DateInterval]) -> str:
    return f" ({how_sure(value)})" if value.known and (value.inferred or value.by_analyst) else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("reader", words)
