"""The popover that shows the words a value came from, and in which it is set right."""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefing_app.model.article import Article, Document, Evidence
from briefing_app.model.correction import MetadataField
from briefing_app.ui.names import field_name
from briefing_app.ui.popover import Popover
from briefing_app.ui.reader.custody import custody_lines
from briefing_app.ui.reader.value_field import ValueField
from briefing_app.ui.reader.values import ORDER, as_typed, attested, how_sure, in_context, shown_value
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.words import breakable
from briefing_app.ui.wrapping import WrapLayout

_BRIEF = frozenset({MetadataField.TITLE, MetadataField.LANGUAGE})
"""Values whose words are in sight anyway; the overview only says how they were found."""
_MOST_EVIDENCE = 4


class EvidencePopover(Popover):
    """Source, agency, date, byline, title and language with the words that each came from."""

    place_wanted = Signal(object)  # Span
    value_set = Signal(object, object)  # MetadataField, MetadataValue
    taken_back = Signal(object)  # MetadataField

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(self.tr("Where the values come from"))
        self._article: Article | None = None
        self._chosen: MetadataField | None = None
        self._editing: MetadataField | None = None
        self._writable = True
        self._field: ValueField | None = None
        self._typed: str | None = None
        self._main: QPushButton | None = None
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
        self._rows.setSpacing(px(4))
        self._scroll.setStyleSheet(f"QScrollArea {{ background: {ground}; }}")
        self._page.setStyleSheet(f".QWidget {{ background: {ground}; }}")
        self._rows.activate()
        self.setFixedHeight(min(most, self._rows.totalHeightForWidth(self.width() - 2) + 2))

    def show_article(self, article: Article, chosen: MetadataField | None, *, writable: bool) -> None:
        """All values, or one."""
        self._article, self._chosen, self._editing, self._writable = article, chosen, None, writable
        self._fill()
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self, article: Article) -> None:
        """Another state of the same article, or another theme; what is being typed stays."""
        self._article = article
        typing = self._field is not None and self._field.edit.hasFocus()
        self._fill()
        self._grow()
        if typing and self._field is not None:
            self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """To the button that sets the one value that is shown, else to the popover itself."""
        (self._main or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self, field: MetadataField) -> None:
        """Let a value be typed."""
        self._editing = field
        self._fill()
        self._grow()
        if self._field is not None:
            self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.edit.selectAll()
            self._scroll.ensureWidgetVisible(self._field)

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._typed = self._field.edit.text() if self._field is not None and self._field.field is self._editing else None
        self._field = self._main = None
        if self._article is None:
            return
        document = self._article.document
        known = [field for field in ORDER if attested(document, field).known]
        for field in [self._chosen] if self._chosen else known:
            self._add_value(self._article, field)
        missing = [field for field in ORDER if field not in known]
        if missing and self._chosen is None:
            names = ", ".join(field_name(field) for field in missing)
            words = self.tr("Unknown: %1. Nothing in the article says it, and nothing is guessed.")
            said = self._small(words.replace("%1", names))
            self._set_apart(said)
            self._add(said)
            if self._writable:
                self._add(self._set_buttons(missing))
        if self._chosen is None:
            self._add_custody(self._article)

    def _add(self, row: QWidget) -> None:
        """A row at the end, to be seen at once: Qt shows what is added to a visible page only later, and what is hidden takes no focus."""
        self._rows.addWidget(row)
        row.show()

    def _set_apart(self, head: QLabel) -> None:
        """What begins something new stands farther from what is above it than from its own words."""
        head.setContentsMargins(0, self._look.px(10) if self._rows.count() else 0, 0, 0)

    def _add_custody(self, article: Article) -> None:
        """Where the bytes came from; below all values."""
        head = QLabel(self.tr("Custody"))
        head.setFont(self._look.font(Type.UI_BOLD))
        self._set_apart(head)
        self._add(head)
        label = self._small("\n".join(custody_lines(article)))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._add(label)

    def _add_value(self, article: Article, field: MetadataField) -> None:
        document, value = article.document, attested(article.document, field)
        head = self._head(field, shown_value(document, field).text, how_sure(value) if value.known else "")
        self._set_apart(head)
        self._add(head)
        if not value.known:
            said = self.tr("Set by you as unknown.") if value.by_analyst else self.tr("Nothing in the article says so; nothing is guessed.")
            self._add(self._small(said))
        shown = () if value.by_analyst else value.evidence[:_MOST_EVIDENCE] if self._chosen else value.evidence[:1]
        if self._chosen is None and field in _BRIEF:
            for evidence in shown:
                self._add(self._small(evidence.how))
        else:
            for evidence in shown:
                self._add(self._evidence(document.text, evidence))
        if field is self._editing:
            self._add_field(article, field)
        elif buttons := self._buttons(field, shown, back=value.by_analyst):
            self._add(self._row(*buttons))

    def _head(self, field: MetadataField, shown: str, sure: str) -> QLabel:
        look = self._look
        small = f"font-weight: 400; font-size: {look.font(Type.SMALL).pointSizeF():.2f}pt; color: {look.colours.muted}"
        words = html.escape(f"{field_name(field).capitalize()}: {breakable(shown)}")
        head = QLabel(f"{words}&nbsp; <span style='{small}'>{html.escape(sure)}</span>")
        head.setTextFormat(Qt.TextFormat.RichText)  # every letter of it escaped
        head.setFont(look.font(Type.UI_BOLD))
        head.setWordWrap(True)
        return head

    def _add_field(self, article: Article, field: MetadataField) -> None:
        typed = as_typed(article.document, field) if self._typed is None else self._typed
        made = self._field = ValueField(self._look, field, typed, article.custody.imported_at.date())
        made.value_set.connect(self._set)
        made.left.connect(self._leave)
        made.grown.connect(self._grow)
        self._add(made)

    def _set(self, field: MetadataField, value: object) -> None:
        self._editing = None
        self.value_set.emit(field, value)
        self._leave()

    def _leave(self) -> None:
        self._editing = None
        self._fill()
        self._grow()
        self.take_focus()

    def _grow(self) -> None:
        if self.isVisible():
            self.open_at(self.pos())

    def _small(self, words: str) -> QLabel:
        label = QLabel(breakable(words))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setStyleSheet(f"color: {self._look.colours.muted}")
        label.setFont(self._look.font(Type.SMALL))
        label.setWordWrap(True)
        return label

    def _evidence(self, text: str, evidence: Evidence) -> QWidget:
        box = QFrame()
        box.setObjectName("evidence")
        box.setStyleSheet(f"#evidence {{ border: none; border-left: {self._look.px(2)}px solid {self._look.colours.accent}; }}")
        rows = QVBoxLayout(box)
        rows.setContentsMargins(self._look.px(12), 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._small(evidence.how))
        before, words, after = (html.escape(breakable(part)) for part in in_context(text, evidence))
        quote = QLabel(f"{before}<span style='background-color: {self._look.colours.selection}'>{words}</span>{after}")
        quote.setTextFormat(Qt.TextFormat.RichText)  # every letter of it escaped
        quote.setWordWrap(True)
        quote.setFont(self._look.font(Type.ZONE))
        rows.addWidget(quote)
        if evidence.span is not None and self._chosen is not None and len(attested(self._shown(), self._chosen).evidence) > 1:
            rows.addWidget(self._row(self._flat(self.tr("Show in text"), partial(self.place_wanted.emit, evidence.span))))
        return box

    def _shown(self) -> Document:
        return self._article.document if self._article is not None else Document("")

    def _buttons(self, field: MetadataField, evidence: tuple[Evidence, ...], *, back: bool) -> list[QPushButton]:
        """What can be done with one value; several passages of evidence have their own way into the text."""
        made = []
        if self._writable and self._chosen is not None:
            self._main = QPushButton(self.tr("Set a date") if field is MetadataField.DATE else self.tr("Change …"))
            self._main.setFont(self._look.font(Type.UI))
            self._main.clicked.connect(partial(self.edit, field))
            made.append(self._main)
        places = [one.span for one in evidence if one.span is not None]
        if len(evidence) == 1 and places:
            made.append(self._flat(self.tr("Show in text"), partial(self.place_wanted.emit, places[0])))
        if self._writable and self._chosen is None:
            made.append(self._flat(self.tr("Change …"), partial(self.edit, field)))
            made[-1].setAccessibleName(self.tr("Change the %1").replace("%1", field_name(field)))
        if self._writable and back:
            made.append(self._flat(self.tr("As it was found"), partial(self.taken_back.emit, field)))
        return made

    def _set_buttons(self, fields: list[MetadataField]) -> QWidget:
        """One for each value that is unknown; pressing it leads to that value alone."""
        words = self.tr("Set %1")
        return self._row(*(self._flat(words.replace("%1", field_name(field)), partial(self._choose, field)) for field in fields))

    def _choose(self, field: MetadataField) -> None:
        self._chosen = field
        self.edit(field)

    def _flat(self, words: str, pressed: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("flat", True)
        button.setFont(self._look.font(Type.UI))
        px = self._look.px
        button.setStyleSheet(f"color: {self._look.colours.accent}; padding: {px(2)}px {px(8)}px {px(2)}px 0;")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: pressed())
        return button

    def _row(self, *buttons: QPushButton) -> QWidget:
        box = QWidget()
        line = WrapLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._look.px(4))
        for button in buttons:
            line.addWidget(button)
        return box
