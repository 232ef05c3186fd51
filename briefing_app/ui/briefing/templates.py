"""The dialog over the kinds of briefing: begin with one, keep the open outline as one, rename and delete one's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing_app.briefing import TEMPLATES, template_of
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import PutTemplate, RemoveTemplate
from briefing_app.model.naming import LONGEST_NAME
from briefing_app.model.template import Template
from briefing_app.ui.briefing.kinds import shipped_name
from briefing_app.ui.briefing.listed import row_style
from briefing_app.ui.briefing.model import block_title
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.inside_keys import press_focused
from briefing_app.ui.session.news import News
from briefing_app.ui.theme import Look, Type

if TYPE_CHECKING:
    from briefing_app.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _HEIGHT = 760, 440


class TemplateModel(QAbstractListModel):
    """One's own templates, then those of the program. A name that is typed over one's own is told, not kept here."""

    renamed = Signal(object, str)  # Template, the name

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._templates: tuple[Template, ...] = ()
        self._may_rename = False

    def show(self, own: tuple[Template, ...], *, may_rename: bool) -> None:
        """Take other templates of one's own."""
        self.beginResetModel()
        self._templates = (*own, *TEMPLATES)
        self._may_rename = may_rename
        self.endResetModel()

    def template(self, row: int) -> Template | None:
        """What stands in a row."""
        return self._templates[row] if 0 <= row < len(self._templates) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many templates there are."""
        return 0 if parent.isValid() else len(self._templates)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What it is called, and to readers of the screen whose it is."""
        template = self.template(index.row()) if index.isValid() else None
        if template is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return template.name if template.id else shipped_name(template)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("%1, your own").replace("%1", template.name) if template.id else shipped_name(template)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """One's own can be given another name."""
        template = self.template(index.row())
        may = self._may_rename and template is not None and bool(template.id)
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if may else Qt.ItemFlag.NoItemFlags)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell the name; the row changes when the library has it."""
        template = self.template(index.row())
        if template is None or not template.id or role != Qt.ItemDataRole.EditRole or not str(value).strip() or value == template.name:
            return False
        self.renamed.emit(template, str(value))
        return True


class TemplatesDialog(Dialog):
    """On the left the templates, on the right the outline of the chosen one, below a name for the outline that is open."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._wanted = ""
        self.setWindowTitle(self.tr("Templates of briefings"))
        self.model, self._outline = TemplateModel(self), QStringListModel(self)
        self.list = self._listed(self.model, self.tr("Templates"))
        self.outline = self._listed(self._outline, self.tr("What it begins with"))
        self.outline.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("A name for the outline that is open"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.keep = QPushButton(self.tr("Keep the outline"))
        self.use = QPushButton(self.tr("Begin with it"))
        self.rename = QPushButton(self.tr("Rename (F2)"))
        self.delete = QPushButton(self.tr("Delete (Del)"))
        self._close = QPushButton(self.tr("Close"))
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda _now, _old: self._show_chosen())
        self.name.textChanged.connect(lambda _words: self._show_chosen())
        self.model.renamed.connect(self._rename)
        self.use.clicked.connect(self._use)
        self.keep.clicked.connect(self._keep)
        self.rename.clicked.connect(lambda: self.list.edit(self.list.currentIndex()))
        self.delete.clicked.connect(self._delete)
        self._close.clicked.connect(self.accept)
        session.following.changed.connect(self._take_news)
        self.finished.connect(lambda _how: self.deleteLater())
        self.resize(look.px(_WIDTH), look.px(_HEIGHT))
        self._read()
        self.list.setFocus()

    def _listed(self, model: QAbstractListModel, name: str) -> QListView:
        view = QListView()
        view.setModel(model)
        view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFont(self._look.font(Type.UI))
        view.setStyleSheet(row_style(self._look))
        view.setAccessibleName(name)
        return view

    def _lay_out(self) -> None:
        halves = QHBoxLayout()
        for view in (self.list, self.outline):
            column = QVBoxLayout()
            head = QLabel(view.accessibleName())
            head.setFont(self._look.font(Type.UI_STRONG))
            column.addWidget(head)
            column.addWidget(view, 1)
            halves.addLayout(column, 1)
        said = QLabel(self.tr("A template keeps headings, kinds of blocks, mark, paper and limit; never what was written or chosen."))
        said.setWordWrap(True)
        said.setStyleSheet(f"color: {self._look.colours.muted}")
        naming, below = QHBoxLayout(), QHBoxLayout()
        naming.addWidget(self.name, 1)
        naming.addWidget(self.keep)
        for button in (self.use, self.rename, self.delete):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self._close)
        rows = QVBoxLayout(self)
        rows.addLayout(halves, 1)
        rows.addLayout(below)
        rows.addSpacing(self._look.px(8))
        rows.addLayout(naming)
        rows.addWidget(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins with the chosen one, or keeps the outline while its name is typed, or presses a button; Del deletes."""
        if press_focused(self, event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._keep if self.name.hasFocus() else self._use)()
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._delete()
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> Template | None:
        return self.model.template(self.list.currentIndex().row())

    def _take_news(self, news: News) -> None:
        if ChangeKind.TEMPLATE in news.kinds:
            self._read()

    def _read(self) -> None:
        """Read one's own templates anew; the one that was chosen, or just kept, stays chosen."""
        chosen = self._chosen()
        wanted = self._wanted or (chosen.name if chosen else "")
        own = self._session.workbench.library.templates()
        self.model.show(own, may_rename=not self._session.read_only)
        names = [template.name for template in (*own, *TEMPLATES)]
        self.list.setCurrentIndex(self.model.index(names.index(wanted) if wanted in names else 0))
        self._wanted = ""
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen, may = self._chosen(), not self._session.read_only
        own, opened = chosen is not None and bool(chosen.id), self._session.desk.briefing is not None
        self._outline.setStringList([block_title(block) for block in chosen.blocks] if chosen else [])
        self.use.setEnabled(may and opened and chosen is not None)
        self.keep.setEnabled(may and opened and bool(self.name.text().strip()))
        self.rename.setEnabled(may and own)
        self.delete.setEnabled(may and own)

    def _use(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self.use.isEnabled():
            self.accept()
            self._session.desk.use_template(chosen)
            self._session.said.emit(self.tr("What you wrote stays; Ctrl+Z takes the template back."))

    def _keep(self) -> None:
        briefing = self._session.desk.briefing
        if briefing is not None and self.keep.isEnabled():
            self._wanted = " ".join(self.name.text().split())
            kept = template_of(briefing, self._wanted)
            self._session.editing.apply(PutTemplate(kept), self.tr("The outline is a template now; Ctrl+Z takes it back."))
            self.name.clear()
            self.list.setFocus()

    def _rename(self, template: Template, name: str) -> None:
        self._wanted = " ".join(name.split())
        self._session.editing.apply(PutTemplate(replace(template, name=name)), self.tr("Renamed; Ctrl+Z takes it back."))

    def _delete(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self.delete.isEnabled():
            said = self.tr("The template is deleted; Ctrl+Z brings it back.")
            self._session.editing.apply(RemoveTemplate(chosen.id), said)
