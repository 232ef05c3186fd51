"""The question before a proven backup takes the library's place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from briefing_app.library.backup import Staged
from briefing_app.ui.safety.model import held_words, made_words


def may_replace(parent: QWidget, staged: Staged) -> bool:
    """Whether the analyst wants the backup in the place of the library that is open."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(_tr("The backup of %1 is whole: %2.").replace("%1", made_words(staged.facts)).replace("%2", held_words(staged.facts)))
    words = _tr("It takes the place of this library. What is here now is kept, in a folder beside it.")
    if staged.flaws:
        words += " " + _tr("%Ln thing(s) in it were damaged already when it was made.", len(staged.flaws))
    box.setInformativeText(words)
    yes = box.addButton(_tr("Bring it back"), QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton(_tr("Leave everything as it is"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is yes


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("backups", words, "", count)
