"""The question before a briefing goes out in which something has no source or is contradicted."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from briefing_app.briefing import Remark
from briefing_app.briefing.wording import shortened
from briefing_app.ui.briefing.remarks import concern_words

_MOST, _LONGEST = 5, 90


class Answer(Enum):
    """What the analyst wants."""

    SAVE = "save"
    SHOW = "show"
    NOTHING = "nothing"


def about_doubts(parent: QWidget, remarks: Sequence[Remark]) -> Answer:
    """Whether to save although so much is doubtful, or to go to the first of it. The first of them are named."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(_tr("%Ln place(s) to look at before this goes out.", len(remarks)))
    lines = [f"• {concern_words(remark.concern)}: {shortened(remark.words, _LONGEST)}" for remark in remarks[:_MOST]]
    unnamed = len(remarks) - _MOST
    if unnamed > 0:
        lines.append(_tr("%Ln more", unnamed))
    lines += ["", _tr("Cite with [@ or mark with [@assessment]. You are asked once for each briefing.")]
    box.setInformativeText("\n".join(lines))
    save = box.addButton(_tr("Save it so"), QMessageBox.ButtonRole.AcceptRole)
    show = box.addButton(_tr("Show me"), QMessageBox.ButtonRole.ActionRole)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    pressed = box.clickedButton()
    return Answer.SAVE if pressed is save else Answer.SHOW if pressed is show else Answer.NOTHING


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("briefing", words, "", count)
