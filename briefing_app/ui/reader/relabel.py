"""The small list from which the analyst chooses what a stretch of the text is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from briefing_app.model.article import Document, ZoneKind
from briefing_app.model.span import Span
from briefing_app.ui.names import zone_name
from briefing_app.ui.popover import Popover
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.words import breakable

_ROW = 26
_MOST_WORDS = 90
_KINDS = (
    ZoneKind.BODY,
    ZoneKind.TITLE,
    ZoneKind.STANDFIRST,
    ZoneKind.HEADING,
    ZoneKind.BYLINE,
    ZoneKind.AGENCY,
    ZoneKind.DATELINE,
    ZoneKind.CAPTION,
    ZoneKind.TABLE,
    ZoneKind.TEASER,
    ZoneKind.BOILERPLATE,
    ZoneKind.COMMENT,
)


class _Kinds(QListView):
    """Enter chooses; a letter goes to the name that begins with it."""

    chosen = Signal(QModelIndex)

    def event(self, event: QEvent) -> bool:
        """Letters go to the list, not to the window's keys."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text().isprintable() and event.text():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Escape closes the popover."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class RelabelPopover(Popover):
    """Says what a stretch is taken for and why, and offers what else it can be."""

    chosen = Signal(object, object)  # tuple[Span, ...], ZoneKind | None

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(self.tr("What is this stretch of the text?"))
        self._spans: tuple[Span, ...] = ()
        self._quote, self._reason = QLabel(), QLabel()
        self._model = QStringListModel(self)
        self._list = _Kinds()
        self._list.setModel(self._model)
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setAccessibleName(self.tr("What it is"))
        self._list.chosen.connect(self._choose)
        self._list.clicked.connect(self._choose)
        rows = self._rows = QVBoxLayout(self)
        for label in (self._quote, self._reason):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            rows.addWidget(label)
        rows.addWidget(self._list, 1)

    def ask(self, document: Document, spans: tuple[Span, ...]) -> None:
        """Show what the spans are taken for; the list stands at that."""
        self._spans = spans
        look, px = self._look, self._look.px
        words = " ".join(" … ".join(span.of(document.text) for span in spans).split())
        self._quote.setText(breakable(f"“{words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1] + '…'}”"))
        self._quote.setFont(look.font(Type.ZONE, italic=True))
        zones = [zone for zone in document.zones if any(zone.span.overlap(span) for span in spans)]
        now = max(zones, key=lambda zone: sum(zone.span.overlap(span) for span in spans), default=None)
        self._reason.setText(f"{zone_name(now.kind)}: {now.reason}" if now else self.tr("no label"))
        self._reason.setStyleSheet(f"color: {look.colours.muted}")
        self._reason.setFont(look.font(Type.SMALL))
        names = [zone_name(kind) for kind in _KINDS]
        if any(zone.by_analyst for zone in zones):
            names.append(self.tr("as it was found"))
        self._model.setStringList(names)
        self._list.setFont(look.font(Type.UI))
        self._list.setStyleSheet(
            f"QListView {{ background: {look.colours.surface}; border: none; }}"
            f"QListView::item {{ height: {px(_ROW)}px; padding-left: {px(6)}px; border-radius: {px(4)}px; color: {look.colours.ink}; }}"
            f"QListView::item:selected {{ background: {look.colours.selection}; color: {look.colours.ink}; }}"
        )
        self._rows.setContentsMargins(px(16), px(12), px(16), px(12))
        self._rows.setSpacing(px(6))
        self._list.setCurrentIndex(self._model.index(_KINDS.index(now.kind) if now else 0))

    def fit(self, most: int) -> None:
        """High enough for the whole list where there is room."""
        whole = self._model.rowCount() * self._look.px(_ROW) + self._look.px(4)
        self._list.setFixedHeight(whole)
        super().fit(whole * 2)
        if self.height() > most:
            self._list.setFixedHeight(max(self._look.px(3 * _ROW), whole - self.height() + most))
            super().fit(most)

    def take_focus(self) -> None:
        """To the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._spans, _KINDS[index.row()] if index.row() < len(_KINDS) else None)
        self.dismiss()
