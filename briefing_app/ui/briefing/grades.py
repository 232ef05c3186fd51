"""How the analyst grades the sources of a briefing, and what each of them says here."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.briefing import Material
from briefing_app.briefing.sources import CREDIBILITY, RELIABILITY
from briefing_app.model.article import Article
from briefing_app.model.briefing import Grade, SourceBlock
from briefing_app.model.ids import ArticleId
from briefing_app.ui.briefing.choice import BlockChoice
from briefing_app.ui.elided import ElidedLabel
from briefing_app.ui.theme import Look, Type

_WIDTH, _HEIGHT, _BOX = 860, 420, 220
_UNJUDGED = 6
"""The credibility of what cannot be judged."""


class GradeChoice(BlockChoice):
    """A line for each source: how reliable it is, how credible what it says here is. Letters and digits choose; Tab goes on."""

    def __init__(
        self, look: Look, block: SourceBlock, material: Material, registered: Mapping[ArticleId, str], parent: QWidget | None = None
    ) -> None:
        """``registered`` are the reliabilities that the register of sources knows."""
        super().__init__(look, self.tr("Grades of the sources"), _WIDTH, _HEIGHT, parent)
        self._registered = registered
        self.boxes: dict[ArticleId, tuple[QComboBox, QComboBox]] = {}
        graded = {grade.article: grade for grade in block.grades}
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setColumnStretch(0, 1)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        for column, words in enumerate((self.tr("Source"), self.tr("The source is"), self.tr("What it says here is"))):
            head = QLabel(words)
            head.setFont(look.font(Type.UI_STRONG))
            self._grid.addWidget(head, 0, column)
        badges = material.badges()
        for row, article in enumerate(material.ordered(), 1):
            self._add_line(row, article, str(badges[article.id].letter), graded.get(article.id))
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        take = self.buttons.addButton(self.tr("Take reliabilities from the register"), QDialogButtonBox.ButtonRole.ActionRole)
        take.setEnabled(bool(registered))
        take.clicked.connect(self.take_registered)
        scale = QLabel(self.tr("The scale is NATO's AJP-2.1. A source without a letter stands without a grade. Ctrl+Enter: done"))
        scale.setFont(look.font(Type.SMALL))
        scale.setStyleSheet(f"color: {look.colours.muted}")
        rows = QVBoxLayout(self)
        for part in (scroll, scale, self.buttons):
            rows.addWidget(part)
        first = next(iter(self.boxes.values()), None)
        if first is not None:
            first[0].setFocus()

    def _add_line(self, row: int, article: Article, letter: str, grade: Grade | None) -> None:
        source = article.document.source.value or self.tr("source unknown")
        name, title = ElidedLabel(f"{letter}   {source}"), ElidedLabel(article.document.headline())
        title.setStyleSheet(f"color: {self.look.colours.muted}")
        for label in (name, title):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        reliability, credibility = QComboBox(), QComboBox()
        reliability.addItem(self.tr("no grade"), "")
        for key, words in RELIABILITY.items():
            reliability.addItem(f"{key}  {words}", key)
        credibility.addItem(self.tr("no grade"), 0)
        for number, words in CREDIBILITY.items():
            credibility.addItem(f"{number}  {words}", number)
        for box, what in ((reliability, self.tr("%1: the source is")), (credibility, self.tr("%1: what it says here is"))):
            box.setFixedWidth(self.look.px(_BOX))
            box.setAccessibleName(what.replace("%1", f"{letter} {source}"))
        if grade is not None:
            reliability.setCurrentIndex(reliability.findData(grade.reliability))
            credibility.setCurrentIndex(credibility.findData(grade.credibility))
        self.boxes[article.id] = reliability, credibility
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(name)
        lines.addWidget(title)
        self._grid.addLayout(lines, row, 0)
        self._grid.addWidget(reliability, row, 1)
        self._grid.addWidget(credibility, row, 2)

    def take_registered(self) -> None:
        """Set the reliability of every source that the register has one for."""
        for article, letter in self._registered.items():
            if article in self.boxes:
                box = self.boxes[article][0]
                box.setCurrentIndex(box.findData(letter))

    def block(self) -> SourceBlock:
        """The sources with a letter; where what they say has no digit, it is said that it cannot be judged."""
        found = ((article, boxes[0].currentData(), boxes[1].currentData()) for article, boxes in self.boxes.items())
        return SourceBlock(tuple(Grade(article, letter, digit or _UNJUDGED) for article, letter, digit in found if letter))
