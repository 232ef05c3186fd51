"""Where an article's bytes came from and when, in lines: for the popover of its values and above its original."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from briefing_app.model.article import Article


def custody_lines(article: Article) -> tuple[str, ...]:
    """Path, addresses, moments (each in the zone it was told in) and digest; what is not known has no line."""
    document, custody = article.document, article.custody
    moments = (
        (_tr("updated %1"), document.updated),
        (_tr("captured %1"), document.captured_at),
        (_tr("imported %1"), custody.imported_at),
    )
    addresses = dict.fromkeys(address for address in (document.url, document.canonical_url) if address)
    lines = [custody.path, *addresses, " · ".join(words.replace("%1", _moment(at)) for words, at in moments if at is not None)]
    if document.part:
        lines.append(_tr("part %1 of the file").replace("%1", document.part))
    return (*lines, f"SHA-256 {custody.original_sha256}")


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} {at.tzname() or 'UTC'}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("reader", words)
