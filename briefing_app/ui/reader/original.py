"""The original as it was received, in the place of the text: inert, with its custody above it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from briefing_app.model.article import Article
from briefing_app.model.document import AsReceived
from briefing_app.ui.reader.custody import custody_lines
from briefing_app.ui.reader.inert import Inert
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.words import breakable


class OriginalPane(QWidget):
    """Shows an original; saving and closing are told on. Nothing in it can be followed, nothing is loaded."""

    save_wanted = Signal(object)  # Article
    closed = Signal()
    said = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._article: Article | None = None
        self._title, self._custody = QLabel(), QLabel()
        self._custody.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setOpenExternalLinks(False)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setAccessibleName(self.tr("The original as it was received"))
        self._save = QPushButton(self.tr("Save the original as …"))
        self._copy = QPushButton(self.tr("Copy the path"))
        self._back = QPushButton(self.tr("Back to the text (Esc)"))
        rows = self._rows = QVBoxLayout(self)
        for label in (self._title, self._custody):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            rows.addWidget(label)
        line = self._line = QHBoxLayout()
        for button in (self._save, self._copy, self._back):
            button.setProperty("flat", button is not self._save)
            line.addWidget(button)
        line.addStretch()
        rows.addLayout(line)
        rows.addWidget(self.page, 1)
        self._save.clicked.connect(lambda: self.save_wanted.emit(self._article) if self._article else None)
        self._copy.clicked.connect(self._copy_path)
        self._back.clicked.connect(self.closed)
        look.changed.connect(self._dress)
        self._dress()

    def await_original(self, article: Article) -> None:
        """Say whose original is being fetched."""
        self._article = article
        self._title.setText(breakable(article.custody.file_name))
        self._custody.setText(breakable("\n".join(custody_lines(article))))
        self._fill(AsReceived(None, self.tr("The original is being read …"), ""))

    def show_original(self, article: Article, received: AsReceived) -> None:
        """What came back for an article; one that was asked for before is let go."""
        if self._article is None or article.id != self._article.id:
            return
        encoding = self.tr("read as %1").replace("%1", received.encoding)
        cut = self.tr("only its beginning is shown; save it to see the rest") if received.cut else ""
        self._custody.setText(" · ".join(filter(None, (self._custody.text().split(" · " + self.tr("read as"))[0], encoding, cut))))
        self._fill(received)

    def take_focus(self) -> None:
        """To the page, so that keys scroll it."""
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The paper."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("paper"))
        painter.end()

    def _fill(self, received: AsReceived) -> None:
        document = Inert(self.page)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._look.font(Type.ZONE if received.markup is not None else Type.UI))
        document.setDocumentMargin(0)
        if received.markup is not None:
            document.setHtml(received.markup)
        else:
            document.setPlainText(received.source)
        self.page.setDocument(document)

    def _copy_path(self) -> None:
        if self._article is not None:
            QGuiApplication.clipboard().setText(self._article.custody.path)
            self.said.emit(self.tr("Path copied."))

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._rows.setContentsMargins(px(24), px(16), px(12), 0)
        self._rows.setSpacing(px(8))
        self._title.setFont(look.font(Type.HEADING))
        self._custody.setStyleSheet(f"color: {look.colours.muted}")
        self._custody.setFont(look.font(Type.SMALL))
        for button in (self._save, self._copy, self._back):
            button.setFont(look.font(Type.UI))
        self.page.document().setDefaultFont(look.font(Type.ZONE))
