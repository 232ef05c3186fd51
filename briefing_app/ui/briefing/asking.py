"""The question before a briefing goes out in which something has no source."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


class Answer(Enum):
    """What the analyst wants."""

    SAVE = "save"
    SHOW = "show"
    NOTHING = "nothing"


def about_unsourced(parent: QWidget, count: int) -> Answer:
    """Whether to save although so many sentences have no source, or to go to the first of them."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(_tr("%Ln sentence(s) cite no source and are not marked as an assessment.", count))
    box.setInformativeText(_tr("Cite with [@ or mark with [@assessment]. You are asked once for each briefing."))
    save = box.addButton(_tr("Save it so"), QMessageBox.ButtonRole.AcceptRole)
    show = box.addButton(_tr("Show me"), QMessageBox.ButtonRole.ActionRole)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    pressed = box.clickedButton()
    return Answer.SAVE if pressed is save else Answer.SHOW if pressed is show else Answer.NOTHING


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("briefing", words, "", count)
