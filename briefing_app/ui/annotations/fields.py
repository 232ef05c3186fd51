"""The field of a note's tags, and the words of what is chosen beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from briefing_app.briefing import CREDIBILITY, RELIABILITY
from briefing_app.model.annotation import Status
from briefing_app.model.grade import Confidence, Credibility, Reliability

_CHANCES = {
    Confidence.REMOTE: "1–5 %",
    Confidence.HIGHLY_IMPROBABLE: "5–20 %",
    Confidence.IMPROBABLE: "20–45 %",
    Confidence.EVEN: "45–55 %",
    Confidence.LIKELY: "55–80 %",
    Confidence.VERY_LIKELY: "80–95 %",
    Confidence.NEARLY_CERTAIN: "95–99 %",
}
"""What the words stand for in the US Intelligence Community Directive 203."""


class _PathCompleter(QCompleter):
    """Completes the tag behind the last comma."""

    def splitPath(self, path: str) -> list[str]:
        """What is being typed of a tag."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The tags before it, then the one chosen."""
        field = self.widget()
        before, comma, _ = field.text().rpartition(",") if isinstance(field, QLineEdit) else ("", "", "")
        return f"{before}{comma} {index.data()}".strip()


class TagField(QLineEdit):
    """Paths of tags with commas between them, completed from the codebook as they are typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_tr("Tags: sourcing/anonymous, framing"))
        self.setAccessibleName(_tr("Tags, commas between them; a slash puts one under another"))

    @property
    def paths(self) -> tuple[str, ...]:
        """The tags as they are written."""
        return tuple(path.strip() for path in self.text().split(",") if path.strip())

    def offer(self, paths: Sequence[str]) -> None:
        """Complete from these."""
        completer = _PathCompleter(list(paths), self)  # of this field, which lets the one before go
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)


def status_words(status: Status) -> str:
    """Whether something is to be done."""
    return {Status.NONE: _tr("nothing to do"), Status.OPEN: _tr("open"), Status.DONE: _tr("done")}[status]


def reliability_words(letter: Reliability | None) -> str:
    """The first half of an Admiralty grade, with what it says."""
    return f"{letter} · {RELIABILITY[letter]}" if letter else _tr("source not graded")


def credibility_words(number: Credibility | None) -> str:
    """The second half of an Admiralty grade, with what it says."""
    return f"{number} · {CREDIBILITY[number]}" if number else _tr("claim not graded")


def confidence_words(confidence: Confidence | None) -> str:
    """How likely it is held to be, with the chances that the words stand for."""
    return f"{confidence.value} · {_CHANCES[confidence]}" if confidence else _tr("likelihood not judged")


def _tr(words: str) -> str:
    return QCoreApplication.translate("notes", words)
