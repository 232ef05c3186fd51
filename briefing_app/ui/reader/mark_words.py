"""What a mark in the text is about, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing_app.ui.reader.model import MarkKind, TextMark

_LONGEST = 240


def mark_words(mark: TextMark) -> str:
    """What kind of mark it is, and what it says."""
    name = {
        MarkKind.NOTE: _tr("note") if mark.words else _tr("highlight"),
        MarkKind.CONFLICT: _tr("conflict"),
        MarkKind.PROGRESSION: _tr("progression"),
        MarkKind.QUOTATION: _tr("quotation"),
        MarkKind.HIT: _tr("hit"),
        MarkKind.FOUND: _tr("found here"),
    }[mark.kind]
    words = " ".join((mark.words or (mark.annotation.words if mark.annotation else "")).split())
    if not words:
        return name
    return f"{name}: {words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("reader", words)
