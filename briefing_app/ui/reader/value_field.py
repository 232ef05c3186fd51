"""A value of the metadata that is set in place: a field, what it would mean, or why it cannot be."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from briefing_app.model.correction import MetadataField, MetadataValue
from briefing_app.model.dates import DateInterval
from briefing_app.ui.certainty import interval_text
from briefing_app.ui.names import field_name
from briefing_app.ui.reader.values import Refused, typed_value
from briefing_app.ui.theme import Look, Type


class ValueField(QWidget):
    """Enter or the button sets the value; Escape leaves it as it was."""

    value_set = Signal(object, object)  # MetadataField, MetadataValue
    left = Signal()
    grown = Signal()

    def __init__(self, look: Look, field: MetadataField, typed: str, imported: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.field, self._imported = look, field, imported
        self.edit = QLineEdit(typed)
        self.edit.setAccessibleName(self.tr("Set the %1").replace("%1", field_name(field)))
        self.edit.setFont(look.font(Type.UI))
        self.edit.setFixedHeight(look.px(28))
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setFont(look.font(Type.SMALL))
        self.set_button = QPushButton(self.tr("Set"))
        self.unknown = QPushButton(self.tr("Unknown"))
        self.unknown.setProperty("flat", True)
        self.unknown.setToolTip(self.tr("Nobody can know it"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("flat", True)
        line = QHBoxLayout()
        for button in (self.set_button, self.unknown, cancel):
            button.setFont(look.font(Type.UI))
            line.addWidget(button)
        line.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, look.px(4), 0, 0)
        rows.setSpacing(look.px(6))
        rows.addWidget(self.edit)
        rows.addWidget(self.said)
        rows.addLayout(line)
        self.edit.textChanged.connect(self._weigh)
        self.edit.returnPressed.connect(self._set)
        self.set_button.clicked.connect(self._set)
        self.unknown.clicked.connect(lambda: self.value_set.emit(self.field, None))
        cancel.clicked.connect(self.left)
        self._weigh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the field, not yet the popover."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _weigh(self) -> None:
        """Say under the field what is typed would mean."""
        value = self._value()
        refused = isinstance(value, Refused)
        if isinstance(value, Refused):
            said = value.sentence if self.edit.text().strip() else ""
        else:
            said = "= " + interval_text(value) if isinstance(value, DateInterval) else ""
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.said.setStyleSheet(f"color: {self._look.colours.caution if refused else self._look.colours.muted}")
        self.set_button.setEnabled(not refused)
        self.grown.emit()

    def _value(self) -> MetadataValue | Refused:
        return typed_value(self.field, self.edit.text(), self._imported)

    def _set(self) -> None:
        value = self._value()
        if isinstance(value, Refused):
            self.said.setText(value.sentence)
            self.said.show()
            self.grown.emit()
        else:
            self.value_set.emit(self.field, value)
