"""Which rows of the comparison stand in a block, in which order, and how: side by side, or as a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefing_app.briefing import STATUS
from briefing_app.model.briefing import ComparisonBlock, ComparisonLayout
from briefing_app.model.comparison import Claim
from briefing_app.ui.briefing.choice import BlockChoice
from briefing_app.ui.theme import Look, Type

_WIDTH, _HEIGHT = 680, 520


class RowChoice(BlockChoice):
    """A list of all rows with a box each, the chosen ones first: Space ticks one, Alt+↑ and Alt+↓ (or the mouse) move it."""

    def __init__(self, look: Look, block: ComparisonBlock, claims: tuple[Claim, ...], parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Rows of the comparison"), _WIDTH, _HEIGHT, parent)
        self._all = tuple(claim.statement for claim in claims)
        self.rows = QListWidget()
        self.rows.setFont(look.font(Type.UI))
        self.rows.setWordWrap(True)
        self.rows.setSpacing(look.px(2))
        self.rows.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.rows.setAccessibleName(self.tr("Rows of the comparison"))
        wanted = {statement: at for at, statement in enumerate(block.statements or ())}
        for claim in sorted(claims, key=lambda claim: wanted.get(claim.statement, len(wanted))):
            item = QListWidgetItem(f"{STATUS[claim.status]}: {' '.join(claim.statement.split())}", self.rows)
            item.setData(Qt.ItemDataRole.UserRole, claim.statement)
            chosen = block.statements is None or claim.statement in wanted
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.rows.setCurrentRow(0)
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self.rows, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=step: self.move_row(by))
        self.counted = QLabel()
        self.rows.itemChanged.connect(lambda _item: self._count())
        self.listed = QCheckBox(self.tr("As a list: each source below its claim (from four sources on always)"))
        self.listed.setChecked(block.layout is ComparisonLayout.LIST)
        all_rows = self.buttons.addButton(self.tr("All or none"), QDialogButtonBox.ButtonRole.ActionRole)
        all_rows.clicked.connect(self._all_or_none)
        keys = QLabel(self.tr("Space tick · Alt+↑ Alt+↓ move · Ctrl+Enter done"))
        for label in (keys, self.counted):
            label.setFont(look.font(Type.SMALL))
            label.setStyleSheet(f"color: {look.colours.muted}")
        column = QVBoxLayout(self)
        for part in (self.counted, self.rows, self.listed, keys, self.buttons):
            column.addWidget(part)
        self._count()
        self.rows.setFocus()

    def move_row(self, by: int) -> None:
        """Move the current row up (-1) or down (1)."""
        at = self.rows.currentRow()
        if at >= 0 and 0 <= at + by < self.rows.count():
            self.rows.insertItem(at + by, self.rows.takeItem(at))
            self.rows.setCurrentRow(at + by)

    def block(self) -> ComparisonBlock:
        """The block as it is chosen; all rows in their own order are also those that come later."""
        layout = ComparisonLayout.LIST if self.listed.isChecked() else ComparisonLayout.MATRIX
        chosen = tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in self._items() if item.checkState() is Qt.CheckState.Checked)
        return ComparisonBlock(None if chosen == self._all else chosen, layout)

    def _items(self) -> list[QListWidgetItem]:
        return [self.rows.item(row) for row in range(self.rows.count())]

    def _count(self) -> None:
        ticked = sum(item.checkState() is Qt.CheckState.Checked for item in self._items())
        self.counted.setText(self.tr("%1 of %2 rows").replace("%1", str(ticked)).replace("%2", str(self.rows.count())))

    def _all_or_none(self) -> None:
        every = all(item.checkState() is Qt.CheckState.Checked for item in self._items())
        for item in self._items():
            item.setCheckState(Qt.CheckState.Unchecked if every else Qt.CheckState.Checked)
