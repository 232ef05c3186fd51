"""Which passages stand in a block of excerpts, and from which word to which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing_app.anchoring import anchor
from briefing_app.briefing import Material, Taken, excerpts
from briefing_app.briefing.concerns import length
from briefing_app.briefing.extent import end_moved, sentences_of, start_moved
from briefing_app.briefing.wording import shortened
from briefing_app.model.annotation import Tint
from briefing_app.model.article import Article
from briefing_app.model.briefing import Excerpt, ExcerptBlock
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.briefing.choice import BlockChoice
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.utf16 import Utf16

_WIDTH, _HEIGHT, _LONGEST = 980, 600, 110


class PassageChoice(BlockChoice):
    """On the left the passages, each with a box; on the right the article of the current one, in which others are selected."""

    def __init__(self, look: Look, block: ExcerptBlock, material: Material, limit: int, parent: QWidget | None = None) -> None:
        """``limit`` is how many words of one article may be quoted, 0 for any number."""
        super().__init__(look, self.tr("Excerpts"), _WIDTH, _HEIGHT, parent)
        self._material, self._limit = material, limit
        self._articles = material.ordered()
        self._badges = material.badges()
        self._sentences: dict[ArticleId, tuple[Span, ...]] = {}
        self._shown: ArticleId | None = None
        self.list = QListWidget()
        self.list.setFont(look.font(Type.UI))
        self.list.setWordWrap(True)
        self.list.setSpacing(look.px(2))
        self.list.setAccessibleName(self.tr("Passages"))
        self.article = QComboBox()
        self.article.setAccessibleName(self.tr("Article"))
        for one in self._articles:
            self.article.addItem(f"{self._badges[one.id].letter}  {shortened(one.document.headline(), 70)}", one.id)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setFont(look.font(Type.WRITING))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The article; select words to take them"))
        self.notes = QCheckBox(self.tr("&Print my notes below the passages"))
        self.notes.setChecked(block.notes)
        self.counted = QLabel()
        self._lay_out(look)
        self._fill(block)
        self.list.currentRowChanged.connect(lambda _row: self._show_current())
        self.list.itemChanged.connect(lambda _item: self._count())
        self.article.activated.connect(lambda at: self._show_text(self._articles[at], None))
        self.list.setCurrentRow(0)
        if not self.list.count() and self._articles:
            self._show_text(self._articles[0], None)
        self._count()
        self.list.setFocus()

    def _lay_out(self, look: Look) -> None:
        self.steps = [
            self._button(self.tr("Begin a sentence earlier"), "Alt+Shift+Left", lambda: self.stretch(start=-1)),
            self._button(self.tr("Begin a sentence later"), "Alt+Shift+Right", lambda: self.stretch(start=1)),
            self._button(self.tr("End a sentence earlier"), "Alt+Left", lambda: self.stretch(end=-1)),
            self._button(self.tr("End a sentence later"), "Alt+Right", lambda: self.stretch(end=1)),
        ]
        self.take = self._button(self.tr("Take the selected words as a passage"), "Ctrl+T", self.take_selected)
        left, right, above, below = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        keys = QLabel(self.tr("Space tick · Shift and arrows select in the text · Ctrl+Enter done"))
        for label in (keys, self.counted):
            label.setFont(look.font(Type.SMALL))
            label.setStyleSheet(f"color: {look.colours.muted}")
            label.setWordWrap(True)
        for part in (self.list, self.notes, self.counted, keys):
            left.addWidget(part)
        for number, step in enumerate(self.steps):
            (above if number < 2 else below).addWidget(step)
        right.addWidget(self.article)
        right.addWidget(self.text)
        right.addLayout(above)
        right.addLayout(below)
        right.addWidget(self.take)
        halves = QHBoxLayout()
        halves.addLayout(left, 2)
        halves.addLayout(right, 3)
        rows = QVBoxLayout(self)
        rows.addLayout(halves, 1)
        rows.addWidget(self.buttons)

    def _button(self, words: str, key: str, verb: Callable[[], None]) -> QPushButton:
        button = QPushButton(f"{words}   {key.replace('Left', '←').replace('Right', '→')}")
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: verb())
        QShortcut(QKeySequence(key), self).activated.connect(verb)  # a button's own shortcut waits a tenth of a second
        return button

    def _fill(self, block: ExcerptBlock) -> None:
        """The passages of the block in their order, then the other annotations, not ticked."""
        taken = excerpts(block, self._material)
        everything = excerpts(replace(block, annotations=None), self._material)
        chosen = {(one.note.id if one.note else None, one.anchor) for one in taken}
        for one in (*taken, *(one for one in everything if (one.note.id if one.note else None, one.anchor) not in chosen)):
            ticked = one in taken
            self._add(Excerpt(one.article.id, one.anchor, one.note.id if one.note else None), one.article, ticked=ticked)

    def _add(self, passage: Excerpt, article: Article, *, ticked: bool) -> None:
        item = QListWidgetItem()
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._name(item, passage, article)
        self.list.addItem(item)

    def _name(self, item: QListWidgetItem, passage: Excerpt, article: Article) -> None:
        item.setData(Qt.ItemDataRole.UserRole, passage)
        item.setText(f"{self._badges[article.id].letter}  “{shortened(passage.anchor.quote, _LONGEST)}”")
        item.setToolTip(passage.anchor.quote)

    def _current(self) -> tuple[QListWidgetItem, Taken] | None:
        """The current row, and where its passage stands."""
        item = self.list.currentItem()
        if item is None:
            return None
        found = excerpts(ExcerptBlock((), (replace(item.data(Qt.ItemDataRole.UserRole), annotation=None),)), self._material)
        return (item, found[0]) if found else None

    def stretch(self, *, start: int = 0, end: int = 0) -> None:
        """Let the current passage begin (or end) a sentence earlier (-1) or later (1)."""
        current = self._current()
        if current is None or current[1].span is None:
            return
        item, taken = current
        assert taken.span is not None
        sentences = self._sentences.setdefault(taken.article.id, sentences_of(taken.article))
        span = start_moved(taken.span, sentences, start) if start else end_moved(taken.span, sentences, end)
        if span != taken.span:
            fresh = replace(item.data(Qt.ItemDataRole.UserRole), anchor=anchor(taken.article.text, span))
            self._name(item, fresh, taken.article)
            item.setCheckState(Qt.CheckState.Checked)
            self._show_current()
            self._count()

    def take_selected(self) -> None:
        """Make a passage of the words that are selected in the text."""
        article = self._articles[self.article.currentIndex()] if self._articles else None
        cursor = self.text.textCursor()
        if article is None or not cursor.hasSelection():
            return
        span = Utf16(article.text).span(cursor.selectionStart(), cursor.selectionEnd())
        words = span.of(article.text)
        span = Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))
        if span:
            self._add(Excerpt(article.id, anchor(article.text, span)), article, ticked=True)
            self.list.setCurrentRow(self.list.count() - 1)
            self._count()

    def _show_current(self) -> None:
        current = self._current()
        for step in self.steps:
            step.setEnabled(current is not None and current[1].span is not None)
        if current is not None:
            self._show_text(current[1].article, current[1].span)

    def _show_text(self, article: Article, span: Span | None) -> None:
        """The article, its passage marked and in view."""
        self.article.setCurrentIndex(self._articles.index(article))
        if self._shown != article.id:
            self._shown = article.id
            self.text.setPlainText(article.text)
        if span is None:
            self.text.setExtraSelections([])
            return
        at = Utf16(article.text)
        cursor = self.text.textCursor()
        cursor.setPosition(at.to_units(span.start))
        cursor.setPosition(at.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(cursor)
        mark.format.setBackground(self.look.tint(Tint.SUN))
        mark.format.setForeground(self.look.color("ink"))
        self.text.setExtraSelections([mark])
        cursor.setPosition(at.to_units(span.start))
        self.text.setTextCursor(cursor)
        self.text.centerCursor()

    def _ticked(self) -> list[Excerpt]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _count(self) -> None:
        """How many words of each article are quoted here, and which are over the limit."""
        parts = []
        for article in self._articles:
            words = sum(length(passage.anchor.quote) for passage in self._ticked() if passage.article == article.id)
            if words:
                over = f" ⚠ {self.tr('over the limit of %1').replace('%1', str(self._limit))}" if 0 < self._limit < words else ""
                parts.append(f"{self._badges[article.id].letter}: {self.tr('%Ln word(s)', '', words)}{over}")
        self.counted.setText(" · ".join(parts) if parts else self.tr("Nothing is taken."))

    def block(self) -> ExcerptBlock:
        """The ticked passages. With every annotation ticked, those that come later belong to it too."""
        ticked = self._ticked()
        notes = {note.id: note for note in self._material.annotations if note.anchor is not None and note.article in self._badges}
        chosen = tuple(passage.annotation for passage in ticked if passage.annotation is not None)
        own = tuple(one for one in ticked if one.annotation is None or one.anchor != notes[one.annotation].anchor)
        return ExcerptBlock(None if set(chosen) == set(notes) else chosen, own, self.notes.isChecked())
