"""The fields of one source: name, other names, kind, owner, country, default grade."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLineEdit, QPlainTextEdit, QWidget

from briefing_app.model.grade import RELIABILITIES
from briefing_app.model.ids import SourceId
from briefing_app.model.source import Source, SourceKind
from briefing_app.ui.sources.model import kind_words
from briefing_app.ui.theme import Look


class SourceForm(QWidget):
    """Shows a source to be changed, and gives back what stands in its fields."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = Source(SourceId(0), "")
        self.name, self.owner, self.country = QLineEdit(), QLineEdit(), QLineEdit()
        self.aliases = QPlainTextEdit()
        self.aliases.setTabChangesFocus(True)
        self.aliases.setObjectName("field")
        self.aliases.setFrameShape(QFrame.Shape.NoFrame)
        self.aliases.setPlaceholderText(self.tr("one name a line, such as HP"))
        self.aliases.setMaximumHeight(look.px(110))
        self.kind, self.grade = QComboBox(), QComboBox()
        for line in (self.name, self.owner, self.country, self.kind, self.grade):
            line.setMinimumHeight(look.px(28))
        for kind in (None, *SourceKind):
            self.kind.addItem(kind_words(kind), kind)
        self.grade.addItem("–", None)
        for letter in RELIABILITIES:
            self.grade.addItem(letter, letter)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, look.px(8))
        rows.setVerticalSpacing(look.px(8))
        rows.setHorizontalSpacing(look.px(12))
        for words, field in (
            (self.tr("&Name"), self.name),
            (self.tr("&Other names"), self.aliases),
            (self.tr("&Kind"), self.kind),
            (self.tr("O&wner"), self.owner),
            (self.tr("Countr&y"), self.country),
            (self.tr("&Grade of reliability"), self.grade),
        ):
            field.setAccessibleName(words.replace("&", ""))
            rows.addRow(words, field)

    def show_source(self, source: Source) -> None:
        """Fill the fields."""
        self._source = source
        self.name.setText(source.name)
        self.aliases.setPlainText("\n".join(source.aliases))
        self.kind.setCurrentIndex(max(0, self.kind.findData(source.kind)))
        self.owner.setText(source.owner)
        self.country.setText(source.country)
        self.grade.setCurrentIndex(max(0, self.grade.findData(source.grade)))

    def source(self) -> Source:
        """What stands in the fields. A name that was changed stays as another name, so that its articles follow."""
        name = self.name.text().strip()
        aliases = tuple(line for line in self.aliases.toPlainText().splitlines() if line.strip())
        if self._source.name and name and name != self._source.name and self._source.name not in aliases:
            aliases = (*aliases, self._source.name)
        return replace(
            self._source,
            name=name,
            aliases=aliases,
            kind=self.kind.currentData(),
            owner=self.owner.text().strip(),
            country=self.country.text().strip(),
            grade=self.grade.currentData(),
        )
