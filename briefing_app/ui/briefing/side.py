"""The left column of the briefing pane: the outline, the remarks on provenance, and how the pages are set."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCompleter, QFrame, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from briefing_app.briefing import Remark
from briefing_app.model.briefing import Briefing, Paper
from briefing_app.model.handling import TLP_MARKS
from briefing_app.ui.briefing.listed import row_style
from briefing_app.ui.briefing.model import CardModel
from briefing_app.ui.briefing.remarks import RemarkList
from briefing_app.ui.session.desk import BriefingDesk
from briefing_app.ui.theme import OUTLINE, SIDE_ROW, Look, Type

_FIELD = 28


class BriefingSide(QWidget):
    """Tells which block is meant; what is set here goes to the desk."""

    stepped_to = Signal(int)
    entered = Signal(int)

    def __init__(self, look: Look, desk: BriefingDesk, model: CardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._desk, self._model = look, desk, model
        self.outline = self._listed()
        self.remarks = RemarkList()
        self.handling = QLineEdit()
        self.handling.setPlaceholderText(self.tr("none"))
        self.handling.setAccessibleName(self.tr("Handling mark on every page"))
        self.handling.setCompleter(QCompleter(TLP_MARKS, self.handling))
        self.paper = QPushButton()
        self.paper.setToolTip(self.tr("Set the pages for the other paper"))
        self.limit = self._counter()
        self._heads = {
            self.outline: QLabel(self.tr("Outline")),
            self.remarks: QLabel(),
            self.handling: QLabel(self.tr("Handling mark")),
            self.limit: QLabel(self.tr("Quoting limit, words")),
        }
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(4)
        for part, stretch in ((self.outline, 3), (self.remarks, 2), (self.handling, 0), (self.limit, 0), (self.paper, 0)):
            if part in self._heads:
                self._rows.addWidget(self._heads[part])
            self._rows.addWidget(part, stretch)
            if part is self.remarks:
                self._rows.addStretch()  # what is set stands at the foot
        self.handling.editingFinished.connect(lambda: desk.change(handling=self.handling.text().strip()))
        self.limit.editingFinished.connect(lambda: desk.change(quoted_words=int(self.limit.text() or 0)))
        self.paper.clicked.connect(self._change_paper)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._fit_outline)
        self.outline.selectionModel().currentChanged.connect(lambda now, _old: self.stepped_to.emit(now.row()))
        self.outline.activated.connect(lambda index: self.entered.emit(index.row()))
        self.outline.clicked.connect(lambda index: self.entered.emit(index.row()))
        self.dress()

    def _listed(self) -> QListView:
        outline = QListView()
        outline.setModel(self._model)
        outline.setFrameShape(QFrame.Shape.NoFrame)
        outline.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        outline.setAccessibleName(self.tr("Outline"))
        outline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outline.setTextElideMode(Qt.TextElideMode.ElideRight)
        outline.setDragDropMode(QListView.DragDropMode.InternalMove)
        return outline

    def _counter(self) -> QLineEdit:
        counter = QLineEdit()
        counter.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,5}"), counter))
        counter.setPlaceholderText(self.tr("no limit"))
        counter.setAccessibleName(self.tr("How many words of one article may be quoted"))
        counter.setToolTip(self.tr("Beyond it, the source is named below the outline; empty lets any number be quoted"))
        return counter

    def show_briefing(self, briefing: Briefing) -> None:
        """Take the briefing's settings, but for what is being typed."""
        if not self.handling.hasFocus():
            self.handling.setText(briefing.handling)
        if not self.limit.hasFocus():
            self.limit.setText(str(briefing.quoted_words or ""))
        self.paper.setText(self.tr("Paper: A4") if briefing.paper is Paper.A4 else self.tr("Paper: Letter"))

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Take what there is to know before the briefing goes out."""
        self.remarks.show_remarks(remarks)
        self.remarks.setVisible(bool(remarks))  # an empty list would only be a hole
        self._heads[self.remarks].setText(self.tr("Before it goes out") if remarks else self.tr("Nothing to remark"))

    def _fit_outline(self) -> None:
        """No higher than its rows: the remarks follow on them."""
        self.outline.setMaximumHeight(max(1, self._model.rowCount()) * self._look.px(SIDE_ROW) + 2 * self.outline.frameWidth())

    def mark(self, at: int) -> None:
        """Show which block is the current one, without saying so."""
        chosen = self.outline.selectionModel()
        chosen.blockSignals(True)
        self.outline.setCurrentIndex(self._model.index(at))
        chosen.blockSignals(False)
        self.outline.viewport().update()

    def _change_paper(self) -> None:
        if self._desk.briefing is not None:
            self._desk.change(paper=Paper.LETTER if self._desk.briefing.paper is Paper.A4 else Paper.A4)

    def dress(self) -> None:
        """Colours, fonts and measures."""
        look, px = self._look, self._look.px
        self.setFixedWidth(px(OUTLINE))
        self._fit_outline()
        self.paper.setStyleSheet(f"text-align: left; padding: 0 {px(8)}px;")  # in line with the fields above it
        self._rows.setContentsMargins(px(8), px(16), px(8), px(12))
        for head in self._heads.values():
            head.setContentsMargins(px(8), 0 if head is self._heads[self.outline] else px(12), 0, px(4))
            head.setFont(look.font(Type.SMALL_BOLD))
            head.setStyleSheet(f"color: {look.colours.muted}")
        for field in (self.handling, self.limit, self.paper):
            field.setFont(look.font(Type.UI))
            field.setFixedHeight(px(_FIELD))
        for listed, kind in ((self.outline, Type.UI), (self.remarks, Type.SMALL)):
            listed.setFont(look.font(kind))
            listed.setStyleSheet(row_style(look, wrapped=listed is self.remarks))
