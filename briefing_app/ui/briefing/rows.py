"""Which rows of the comparison stand in a block, and how: side by side, or as a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefing_app.briefing.wording import STATUS
from briefing_app.model.briefing import ComparisonBlock, ComparisonLayout
from briefing_app.model.comparison import Claim
from briefing_app.ui.theme import Look, Type

_WIDTH, _HEIGHT = 640, 480


class RowChoice(QDialog):
    """A list of all rows with a box each; Space ticks one."""

    def __init__(self, look: Look, block: ComparisonBlock, claims: tuple[Claim, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rows of the comparison"))
        self.resize(look.px(_WIDTH), look.px(_HEIGHT))
        self.rows = QListWidget()
        self.rows.setFont(look.font(Type.UI))
        self.rows.setWordWrap(True)
        self.rows.setAccessibleName(self.tr("Rows of the comparison"))
        for claim in claims:
            item = QListWidgetItem(f"{STATUS[claim.status]}: {' '.join(claim.statement.split())}", self.rows)
            item.setData(Qt.ItemDataRole.UserRole, claim.statement)
            chosen = block.statements is None or claim.statement in block.statements
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.listed = QCheckBox(self.tr("As a list: each source below its claim"))
        self.listed.setChecked(block.layout is ComparisonLayout.LIST)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        all_rows = buttons.addButton(self.tr("All or none"), QDialogButtonBox.ButtonRole.ActionRole)
        all_rows.clicked.connect(self._all_or_none)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (self.rows, self.listed, buttons):
            column.addWidget(part)

    def block(self) -> ComparisonBlock:
        """The block as it is chosen; all rows are also those that come later."""
        items = [self.rows.item(row) for row in range(self.rows.count())]
        chosen = tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked)
        layout = ComparisonLayout.LIST if self.listed.isChecked() else ComparisonLayout.MATRIX
        return ComparisonBlock(None if len(chosen) == len(items) else chosen, layout)

    def _all_or_none(self) -> None:
        items = [self.rows.item(row) for row in range(self.rows.count())]
        every = all(item.checkState() is Qt.CheckState.Checked for item in items)
        for item in items:
            item.setCheckState(Qt.CheckState.Unchecked if every else Qt.CheckState.Checked)
