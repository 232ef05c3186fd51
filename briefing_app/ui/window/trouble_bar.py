"""The bar that words a trouble above the content."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.ui import actions
from briefing_app.ui.accessible import announce
from briefing_app.ui.actions.row import ActionRow
from briefing_app.ui.error_text import MOST_LINES, Trouble
from briefing_app.ui.icons import icon
from briefing_app.ui.theme import ICON, Look, Type


class TroubleBar(QFrame):
    """What went wrong, why, and what to do next; the content below stays."""

    accessible_role = QAccessible.Role.AlertMessage

    step_pressed = Signal(object)  # ActionRow

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._trouble: Trouble | None = None
        self._verb: ActionRow | None = None
        self._words, self._details = QLabel(), QLabel()
        for label in (self._words, self._details):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._step = QPushButton()
        self._more = QPushButton(self.tr("Which?"))
        self._copy = QPushButton(self.tr("Copy the list"))
        self._every: tuple[str, ...] = ()
        self._close = QPushButton()
        self._close.setAccessibleName(self.tr("Close"))
        for button in (self._more, self._copy, self._close):
            button.setProperty("flat", True)
        line = QHBoxLayout()
        self._icon = QLabel()
        line.addWidget(self._icon)
        line.addSpacing(4)
        line.addWidget(self._words, 1)
        line.addWidget(self._step)
        line.addWidget(self._copy)
        line.addWidget(self._more)
        line.addWidget(self._close)
        rows = self._rows = QVBoxLayout(self)
        rows.addLayout(line)
        rows.addWidget(self._details)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()
        self._close.clicked.connect(self.hide)
        self._step.clicked.connect(self._do)
        self._more.clicked.connect(self._unfold)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(self._every)))
        look.changed.connect(self._dress)
        self._dress()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say it until it is closed or something newer went wrong; a button does the next step where there is one."""
        self._trouble = trouble
        self._verb = next((row for row in actions.ACTIONS if row.id == trouble.verb), None)
        self._step.setText(self._verb.words if self._verb else "")
        self._step.setVisible(self._verb is not None)
        self._words.setText(f"{trouble.sentence} {trouble.next_step}".strip())
        self._every = trouble.every or trouble.details
        lines = trouble.details[:MOST_LINES]
        rest = len(trouble.details) - len(lines)
        self._details.setText("\n".join([*lines, self.tr("and %Ln more", "", rest)] if rest > 0 else lines))
        self._details.hide()
        self._copy.hide()
        self._more.setVisible(len(trouble.details) > 1 or bool(trouble.every))
        self.setAccessibleName(self.words)
        announce(self, self.words, at_once=True)
        self.show()

    def take_back(self, trouble: Trouble) -> None:
        """Say it no longer, when it is what is said: it is over."""
        if self._trouble == trouble:
            self.hide()

    def follow(self, before: QWidget) -> None:
        """The tab key comes to the buttons here from that widget."""
        for button in (self._step, self._copy, self._more, self._close):
            QWidget.setTabOrder(before, button)
            before = button

    def show_close_key(self, key: str) -> None:
        """Name the key that closes it."""
        self._close.setToolTip(self.tr("Close (%1)").replace("%1", key))

    def _unfold(self) -> None:
        """Show the lines, or fold them up again; what is unfolded can be copied."""
        shown = not self._details.isVisible()
        self._details.setVisible(shown)
        self._copy.setVisible(shown)

    def _do(self) -> None:
        if self._verb is not None:
            self.hide()
            self.step_pressed.emit(self._verb)

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._rows.setContentsMargins(px(16), px(6), px(12), px(6))
        self._rows.setSpacing(px(4))
        self.setStyleSheet(f"TroubleBar {{ background: {look.colours.surface}; border-bottom: 1px solid {look.colours.caution}; }}")
        self._words.setFont(look.font(Type.UI))
        self._more.setFont(look.font(Type.UI))
        self._copy.setFont(look.font(Type.UI))
        self._step.setFont(look.font(Type.UI))
        self._details.setFont(look.font(Type.SMALL))
        self._details.setStyleSheet(f"color: {look.colours.muted}; padding-left: {px(24)}px;")
        self._icon.setPixmap(icon("warning", look.color("caution"), px(ICON)).pixmap(px(ICON), px(ICON)))
        self._close.setIcon(icon("close", look.color("muted"), px(ICON)))
        self._close.setIconSize(QSize(px(ICON), px(ICON)))
