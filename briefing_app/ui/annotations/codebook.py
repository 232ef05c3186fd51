"""The dialog of the codebook: tags under tags, each with its definition; rename, move, merge, remove."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing_app.model.codebook import Code
from briefing_app.model.ids import CodeId
from briefing_app.ui.annotations.entries import Notes
from briefing_app.ui.annotations.writing import WritingField
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.theme import Type

if TYPE_CHECKING:
    from briefing_app.ui.window import Window

_NUMBER = Qt.ItemDataRole.UserRole + 1


class CodebookDialog(Dialog):
    """Left the tags with how often each is used, right the chosen one."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._look, self._notebook = window.look, window.session.notebook
        self._notes = Notes()
        self._added = False
        self._shown: Code | None = None
        self.setWindowTitle(self.tr("Codebook"))
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setAccessibleName(self.tr("Tags"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name of the tag"))
        self.definition = WritingField(self.tr("Definition"), self.tr("When it is to be used, and when not"))
        self.keep = QPushButton(self.tr("Save"))
        self.new = QPushButton(self.tr("New tag"))
        self.below = QPushButton(self.tr("New tag below"))
        self.more = QPushButton(self.tr("Move, merge, remove …"))
        self.empty = QLabel(self.tr("No tag yet. Tags group notes across articles; a definition keeps two analysts of one mind."))
        self.empty.setWordWrap(True)
        self._lay_out()
        self._notebook.read_through.connect(self._show)
        window.session.following.changed.connect(lambda _news: self._notebook.read())
        self.tree.currentItemChanged.connect(lambda _now, _old: self._show_code())
        self.keep.clicked.connect(self._keep)
        self.definition.finished.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.new.clicked.connect(lambda: self._add(CodeId(0)))
        self.below.clicked.connect(lambda: self._add(self.chosen()))
        self.more.clicked.connect(lambda: self.menu_of_verbs().popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self._look.changed.connect(self._dress)
        self.finished.connect(lambda _how: self.deleteLater())
        self._dress()
        self._show_code()
        self._notebook.read()

    def chosen(self) -> CodeId:
        """The chosen tag, 0 for none."""
        item = self.tree.currentItem()
        return CodeId(item.data(0, _NUMBER)) if item is not None else CodeId(0)

    def menu_of_verbs(self) -> QMenu:
        """What is done with the chosen tag."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        book, number = self._notes.codebook, self.chosen()
        code = book.code(number)
        merge, move = menu.addMenu(self.tr("Merge into")), menu.addMenu(self.tr("Move under"))
        if code is None:
            return menu
        if code.parent:
            move.addAction(self.tr("the top")).triggered.connect(lambda: self._notebook.put_code(replace(code, parent=CodeId(0))))
        for other in book.ordered():
            if other.id not in book.under(number):
                path = book.path(other.id)
                merge.addAction(path).triggered.connect(lambda _on=False, other=other: self._notebook.merge_codes(number, other.id))
                move.addAction(path).triggered.connect(
                    lambda _on=False, other=other: self._notebook.put_code(replace(code, parent=other.id))
                )
        menu.addAction(self.tr("Remove")).triggered.connect(lambda: self._notebook.remove_code(number))
        return menu

    def _show(self, notes: Notes) -> None:
        known = {code.id for code in self._notes.codebook.codes}
        self._notes = notes
        kept = self.chosen()
        used = Counter(code for annotation in notes.annotations for code in annotation.codes)
        items: dict[CodeId, QTreeWidgetItem] = {}
        self.tree.blockSignals(True)  # what is being written to a tag that nobody has changed stays
        self.tree.clear()
        for code in notes.codebook.ordered():
            item = QTreeWidgetItem([code.name, f"{used[code.id]:,}" if used[code.id] else ""])
            item.setData(0, _NUMBER, code.id)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
            items[code.id] = item
            parent = items.get(code.parent)
            parent.addChild(item) if parent is not None else self.tree.addTopLevelItem(item)
        self.tree.expandAll()
        self.empty.setVisible(not items)
        newest = max(items, default=CodeId(0))
        added = self._added and newest not in known  # what was read before the tag was added does not hold it yet
        current = items.get(newest if added else kept) or items.get(newest)
        self._added = self._added and not added
        if current is not None:
            self.tree.setCurrentItem(current)
        self.tree.blockSignals(False)
        if notes.codebook.code(self.chosen()) != self._shown:
            self._show_code()

    def _show_code(self) -> None:
        code = self._shown = self._notes.codebook.code(self.chosen())
        for widget in (self.name, self.definition, self.keep, self.below, self.more):
            widget.setEnabled(code is not None)
        self.name.setText(code.name if code else "")
        self.definition.setPlainText(code.definition if code else "")

    def _keep(self) -> None:
        code = self._notes.codebook.code(self.chosen())
        if code is not None:
            self._notebook.put_code(replace(code, name=self.name.text(), definition=self.definition.toPlainText()))

    def _add(self, parent: CodeId) -> None:
        """A new tag under a free name, to be named at once."""
        taken = {code.name for code in self._notes.codebook.codes if code.parent == parent}
        name = next(name for number in range(1, len(taken) + 2) if (name := self.tr("new tag %1").replace("%1", str(number))) not in taken)
        self._added = True
        self._notebook.put_code(Code(CodeId(0), name, "", parent))
        self.name.setFocus()

    def _lay_out(self) -> None:
        left, right, verbs = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.empty)
        left.addWidget(self.tree, 1)
        for button in (self.new, self.below):
            verbs.addWidget(button)
        verbs.addStretch(1)
        left.addLayout(verbs)
        right.addWidget(self.name)
        right.addWidget(self.definition, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        right.addLayout(foot)
        self._columns = QHBoxLayout(self)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self.resize(px(760), px(460))
        self._columns.setContentsMargins(px(16), px(16), px(16), px(16))
        self._columns.setSpacing(px(16))
        self.tree.setColumnWidth(0, px(240))
        self.name.setFixedHeight(px(30))
        widgets: list[QWidget] = [self.tree, self.name, self.definition, self.keep, self.new, self.below, self.more, self.empty]
        for widget in widgets:
            widget.setFont(look.font(Type.UI))
