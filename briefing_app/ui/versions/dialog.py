"""The dialog that shows the versions of an article and what changed between two of them, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QPushButton, QSplitter, QTextBrowser, QVBoxLayout

from briefing_app.anchoring import StepKind, text_diff
from briefing_app.model.annotation import Tint
from briefing_app.model.article import Article
from briefing_app.model.edit import StackVersion
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.reader.inert import Inert, safe_text
from briefing_app.ui.theme import Type
from briefing_app.ui.versions.model import VersionModel

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


class VersionsDialog(Dialog):
    """The versions on the left, the newest first; on the right what the chosen one changed against the one before it."""

    def __init__(self, window: Window, article: Article) -> None:
        super().__init__(window)
        self._window = window
        look, self._session = window.look, window.session
        self._look = look
        self.setWindowTitle(self.tr("Versions"))
        self._here = article.id
        self._model = VersionModel(self)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Versions, newest first"))
        self.changes = QTextBrowser()
        self.changes.setFrameShape(QFrame.Shape.NoFrame)
        self.changes.setAccessibleName(self.tr("What this version changed"))
        self.read = QPushButton(self.tr("Read this version"))
        self.part = QPushButton(self.tr("It is an article of its own"))
        self._close = QPushButton(self.tr("Close"))
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda _now, _old: self._show_changes())
        self.list.activated.connect(lambda _index: self._open())
        self.read.clicked.connect(self._open)
        self.part.clicked.connect(self._part)
        self._close.clicked.connect(self.accept)
        look.changed.connect(self._dress)
        self.finished.connect(lambda _how: self.deleteLater())
        self._dress()
        self._load()

    def _lay_out(self) -> None:
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.list)
        halves.addWidget(self.changes)
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        below = QHBoxLayout()
        for button in (self.read, self.part):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self._close)
        rows = QVBoxLayout(self)
        rows.addWidget(self._said)
        rows.addWidget(halves, 1)
        rows.addLayout(below)
        self._halves = halves

    def _load(self) -> None:
        library = self._session.workbench.library
        versions = library.articles(library.versions(self._here))
        self._model.show(versions)
        at = next((row for row, version in enumerate(versions) if version.id == self._here), 0)
        self.list.selectionModel().setCurrentIndex(self._model.index(at), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._show_changes()

    def _show_changes(self) -> None:
        """The text of the chosen version with what it left out and what it put in; the oldest has nothing before it."""
        row = self.list.currentIndex().row()
        chosen, before = self._model.version(row), self._model.version(row + 1)
        self.read.setEnabled(chosen is not None)
        self.part.setEnabled(before is not None and not self._session.read_only)
        document = Inert(self.changes)
        document.setDefaultFont(self._look.font(Type.UI))
        cursor = QTextCursor(document)
        if chosen is not None and before is None:
            cursor.insertText(safe_text(_told(chosen), lines=True))
            only = self.tr("There is one version of this article. Another text under the same address or guid becomes the next one.")
            first = self.tr("The oldest version.")
            self._said.setText(first if self._model.rowCount() > 1 else only)
        elif chosen is not None and before is not None:
            self._said.setText(self._marked(cursor, _told(before), _told(chosen)))
        self.changes.setDocument(document)

    def _marked(self, cursor: QTextCursor, old: str, new: str) -> str:
        """Write both texts as one; how many stretches went and came, in words."""
        gone, come = QTextCharFormat(), QTextCharFormat()
        gone.setFontStrikeOut(True)
        gone.setBackground(self._look.tint(Tint.ROSE))
        come.setFontUnderline(True)
        come.setBackground(self._look.tint(Tint.LEAF))
        counts = {StepKind.DELETED: 0, StepKind.INSERTED: 0}
        for step in text_diff(old, new):
            if step.kind is StepKind.EQUAL:
                cursor.insertText(safe_text(step.b.of(new), lines=True), QTextCharFormat())
                continue
            words = step.a.of(old) if step.kind is StepKind.DELETED else step.b.of(new)
            cursor.insertText(safe_text(words, lines=True), gone if step.kind is StepKind.DELETED else come)
            counts[step.kind] += bool(words.strip())
        if not any(counts.values()):
            return self.tr("Title, standfirst and body are the same as in the version before.")
        said = self.tr("Against the version before it: what went is struck out (%1), what is new is underlined (%2).")
        return said.replace("%1", str(counts[StepKind.DELETED])).replace("%2", str(counts[StepKind.INSERTED]))

    def _open(self) -> None:
        chosen = self._model.version(self.list.currentIndex().row())
        if chosen is not None:
            self._session.show_in_text(chosen.id)
            self.accept()

    def _part(self) -> None:
        """Let the versions before the chosen one stand by themselves."""
        older = self._model.version(self.list.currentIndex().row() + 1)
        if older is not None:
            self._session.editing.apply(StackVersion(older.id, None), self.tr("An article of its own now; Ctrl+Z takes it back."))
            self.accept()

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self.resize(px(860), px(560))
        self._halves.setSizes([px(260), px(600)])
        self._said.setFont(look.font(Type.UI))
        self.list.setFont(look.font(Type.UI))
        self._show_changes()


def _told(article: Article) -> str:
    """The words that tell the story, a paragraph a line."""
    return "\n\n".join(zone.span.of(article.text).strip() for zone in article.document.told())
