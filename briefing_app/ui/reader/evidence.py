"""The popover that shows the words a value came from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefing_app.model.article import Attested, Document, Evidence
from briefing_app.model.span import Span
from briefing_app.ui.certainty import Shown, long_date, shown_name, shown_source
from briefing_app.ui.popover import Popover
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.words import breakable

_CONTEXT, _MARGIN = 40, 8
_BRIEF = ("title", "language")
"""Values whose words are in sight anyway; the overview only says how they were found."""


class EvidencePopover(Popover):
    """Source, agency, date, byline, title and language with the words that each came from."""

    place_wanted = Signal(object)  # Span

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._page = QWidget()
        self._rows = QVBoxLayout(self._page)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._scroll)

    def fit(self, most: int) -> None:
        """As high as its rows; longer ones scroll."""
        ground, px = self._look.colours.surface, self._look.px
        self._rows.setContentsMargins(px(16), px(12), px(16), px(16))
        self._rows.setSpacing(px(6))
        self._scroll.setStyleSheet(f"QScrollArea {{ background: {ground}; }}")
        self._page.setStyleSheet(f".QWidget {{ background: {ground}; }}")
        self._rows.activate()
        self.setFixedHeight(min(most, self._rows.totalHeightForWidth(self.width() - 2) + 2))

    def show_document(self, document: Document, chosen: str | None) -> None:
        """All values, or one (``source``, ``agency``, ``date``, ``byline``)."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        values: dict[str, tuple[str, Shown, Attested[Any]]] = {
            "source": (self.tr("Source"), shown_source(document.source), document.source),
            "date": (self.tr("Date"), long_date(document.date), document.date),
            "byline": (self.tr("Byline"), shown_name(document.byline, self.tr("none")), document.byline),
            "agency": (self.tr("Agency"), shown_name(document.agency, self.tr("none named")), document.agency),
            "title": (self.tr("Title"), shown_name(document.title, self.tr("no title")), document.title),
            "language": (self.tr("Language"), _language(document.language, self.tr("unclear")), document.language),
        }
        known = [name for name, (_label, _shown, value) in values.items() if value.known]
        for name in [chosen] if chosen in values else known:
            self._add_value(document, *values[name], most=4 if chosen else 0 if name in _BRIEF else 1)
        missing = [label.lower() for label, _shown, value in values.values() if not value.known]
        if missing and chosen not in values:
            words = self.tr("Unknown: %1. Nothing in the article says it, and nothing is guessed.")
            self._rows.addWidget(self._small(words.replace("%1", ", ".join(missing))))

    def _add_value(self, document: Document, label: str, shown: Shown, value: Attested[Any], most: int) -> None:
        head = QLabel(f"{label}: {breakable(shown.text)}")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setFont(self._look.font(Type.UI_BOLD))
        head.setWordWrap(True)
        self._rows.addWidget(head)
        if not value.known:
            self._rows.addWidget(self._small(self.tr("Nothing in the article says so; nothing is guessed.")))
            return
        sure = self.tr("inferred") if value.inferred else self.tr("stated")
        head.setText(f"{label}: {breakable(shown.text)}  ({sure}, {round(value.confidence * 100)}\u00a0%)")
        if not most and value.evidence:
            self._rows.addWidget(self._small(value.evidence[0].how))
        for evidence in value.evidence[:most]:
            self._rows.addWidget(self._evidence(document, evidence))

    def _small(self, words: str) -> QLabel:
        label = QLabel(breakable(words))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._look.font(Type.SMALL))
        label.setStyleSheet(f"color: {self._look.colours.muted}")
        label.setWordWrap(True)
        return label

    def _evidence(self, document: Document, evidence: Evidence) -> QWidget:
        box = QFrame()
        box.setObjectName("evidence")
        box.setStyleSheet(f"#evidence {{ border: none; border-left: {self._look.px(2)}px solid {self._look.colours.accent}; }}")
        rows = QVBoxLayout(box)
        rows.setContentsMargins(self._look.px(12), 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._small(evidence.how))
        words = QLabel(breakable(_in_context(document.text, evidence)))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setFont(self._look.font(Type.ZONE))
        rows.addWidget(words)
        if evidence.span is not None:
            rows.addLayout(self._show_button(evidence.span))
        return box

    def _show_button(self, span: Span) -> QHBoxLayout:
        line = QHBoxLayout()
        button = QPushButton(self.tr("Show in text"))
        button.setProperty("flat", True)
        button.setFont(self._look.font(Type.UI))
        button.setStyleSheet(f"color: {self._look.colours.accent}; padding: 2px 0;")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.place_wanted.emit(span))
        line.addWidget(button)
        line.addStretch()
        return line


def _language(value: Attested[str], unclear: str) -> Shown:
    """The language by its name, as far as Qt knows one for the code."""
    shown = shown_name(value, unclear)
    language = QLocale(shown.text).language() if value.value else QLocale.Language.C
    if language is QLocale.Language.C:
        return shown
    return replace(shown, text=QCoreApplication.translate("languages", QLocale.languageToString(language)))


def _in_context(text: str, evidence: Evidence) -> str:
    """The words with a little of what stands around them."""
    if evidence.span is None:
        return f"“{' '.join(evidence.words.split())[:160]}”"
    start, end = max(0, evidence.span.start - _CONTEXT), min(len(text), evidence.span.end + _CONTEXT)
    before, after = text[start : evidence.span.start], text[evidence.span.end : end]
    if start and " " in before:
        before = before[before.index(" ") :]
    if end < len(text) and " " in after:
        after = after[: after.rindex(" ")]
    words = " ".join(f"{before}{evidence.span.of(text)}{after}".split())
    return f"{'… ' if start else ''}{words[:200]}{' …' if end < len(text) else ''}"
