"""Asks what the analyst makes of a claim: believed, doubted or open, an Admiralty grade, and why."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QWidget

from briefing_app.model.ruling import Belief, Credibility, Judged, Reliability
from briefing_app.ui.organizing.asking import Asking
from briefing_app.ui.organizing.naming import NameField
from briefing_app.ui.ruling_words import belief_words
from briefing_app.ui.theme import Look, Type

_GRADE = QRegularExpression("[A-Fa-f]?[1-6]?")
_LONGEST = 400
"""Code points of a reason."""


class GradeField(NameField):
    """A letter from A to F and a number from 1 to 6, either or both or none."""

    def __init__(self, grade: str) -> None:
        super().__init__(grade)
        self.setValidator(QRegularExpressionValidator(_GRADE, self))
        self.setMaxLength(2)

    @property
    def reliability(self) -> Reliability | None:
        """The letter."""
        letters = [sign for sign in self.text().upper() if sign.isalpha()]
        return Reliability(letters[0]) if letters else None

    @property
    def credibility(self) -> Credibility | None:
        """The number."""
        digits = [sign for sign in self.text() if sign.isdigit()]
        return Credibility(int(digits[0])) if digits else None


class JudgePopover(Asking):
    """``judged`` tells belief, reason, reliability and credibility; ``cleared`` that the claim is not to be judged."""

    judged = Signal(object, str, object, object)
    cleared = Signal()

    def __init__(self, look: Look, window: QWidget, title: str, before: Judged | None) -> None:
        super().__init__(look, window, title)
        self.say_keys(self.tr("← → choose · Tab field · Enter keep · Esc close"))
        self._look = look
        self.choices: dict[Belief, QPushButton] = {}
        self.reason = NameField(before.reason if before else "")
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(self.tr("Why"))
        self.grade = GradeField(before.grade if before else "")
        self.grade.setPlaceholderText(self.tr("Grade, such as B2"))
        self.grade.setToolTip(
            self.tr("Source: A reliable to E unreliable, F not to be judged. Claim: 1 confirmed to 5 improbable, 6 not to be judged.")
        )
        self.add(self._row_of_choices(before))
        for field, name in ((self.grade, self.tr("Admiralty grade, such as B2")), (self.reason, self.tr("Reason"))):
            self._dress_field(field, name)
        self._clear = QPushButton(self.tr("No judgement"))
        self._clear.setFont(look.font(Type.UI))
        self._clear.setVisible(before is not None)
        self._clear.clicked.connect(self._take_away)
        self.add(self._clear)

    def open_near(self, at: QPoint) -> None:
        """Show it near a point of the window."""
        self.ask(at, next(button for button in self.choices.values() if button.isChecked()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, the arrows choose, the first letters too."""
        beliefs = list(self.choices)
        chosen = next(k for k, button in enumerate(self.choices.values()) if button.isChecked())
        steps = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_away() if self._clear.hasFocus() else self._keep()
        elif event.key() in steps:
            button = self.choices[beliefs[(chosen + steps[event.key()]) % len(beliefs)]]
            button.setChecked(True)
            button.setFocus()
        else:
            super().keyPressEvent(event)

    def _row_of_choices(self, before: Judged | None) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(row)
        for belief in Belief:
            button = QPushButton(belief_words(belief))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setFont(self._look.font(Type.UI))
            button.setProperty("flat", True)
            button.toggled.connect(lambda on, button=button: self._mark(button, on))
            button.setChecked(belief is (before.belief if before else Belief.BELIEVED))
            group.addButton(button)
            line.addWidget(button)
            self.choices[belief] = button
        return row

    def _mark(self, button: QPushButton, chosen: bool) -> None:
        """The chosen one has a ground and strong words."""
        button.setFont(self._look.font(Type.UI_STRONG if chosen else Type.UI))
        button.setProperty("open", chosen)
        button.style().polish(button)

    def _dress_field(self, field: QLineEdit, name: str) -> None:
        field.setFont(self._look.font(Type.UI))
        field.setFixedHeight(self._look.px(30))
        field.setAccessibleName(name)
        self.add(field)

    def _keep(self) -> None:
        belief = next(belief for belief, button in self.choices.items() if button.isChecked())
        self.dismiss()
        self.judged.emit(belief, " ".join(self.reason.text().split()), self.grade.reliability, self.grade.credibility)

    def _take_away(self) -> None:
        self.dismiss()
        self.cleared.emit()
