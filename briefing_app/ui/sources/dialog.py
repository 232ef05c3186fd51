"""The dialog over the register of sources: what is known of each, its names, and making several one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QPushButton, QTableView, QVBoxLayout

from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import Edit, PutSource, RemoveSource, Together
from briefing_app.model.source import Source, merged
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.row_table import row_table
from briefing_app.ui.session.news import News
from briefing_app.ui.sources.form import SourceForm
from briefing_app.ui.sources.model import SourceModel

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


class SourcesDialog(Dialog):
    """The sources on the left, the fields of the chosen one on the right."""

    def __init__(self, window: Window, name: str = "") -> None:
        super().__init__(window)
        self._look, self._session = window.look, window.session
        self._wanted = name
        self.setWindowTitle(self.tr("Sources"))
        self._words = QLabel(
            self.tr("Articles go by the name of their source here; another name of it leads to the same column and shelf.")
        )
        self._words.setWordWrap(True)
        self._model = SourceModel(self)
        self.table = self._table()
        self.form = SourceForm(self._look)
        self.keep = QPushButton(self.tr("Keep"))
        self.merge = QPushButton(self.tr("Make the chosen ones one source"))
        self.remove = QPushButton(self.tr("Take out of the register"))
        self._close = QPushButton(self.tr("Close"))
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(lambda _now, _old: self._show_chosen())
        self.keep.clicked.connect(self._keep)
        self.merge.clicked.connect(self._merge)
        self.remove.clicked.connect(self._remove)
        self._close.clicked.connect(self.accept)
        self._session.following.changed.connect(self._take_news)
        self.finished.connect(lambda _how: self.deleteLater())
        self.resize(self._look.px(1040), self._look.px(520))
        self._read()

    def _table(self) -> QTableView:
        table = row_table(self._model, self.tr("Sources: those of the register, then the others"), several=True)
        for column in range(1, self._model.columnCount()):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self.form)
        right.addWidget(self.keep)
        right.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(self._look.px(24))
        halves.addWidget(self.table, 3)
        halves.addLayout(right, 2)
        below = QHBoxLayout()
        below.addWidget(self.merge)
        below.addWidget(self.remove)
        below.addStretch(1)
        below.addWidget(self._close)
        self.keep.setDefault(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*[self._look.px(16)] * 4)
        rows.setSpacing(self._look.px(12))
        rows.addWidget(self._words)
        rows.addLayout(halves, 1)
        rows.addLayout(below)

    def _chosen(self) -> tuple[Source, ...]:
        """The chosen sources; that on which the cursor stands first."""
        current = self.table.currentIndex().row()
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()}, key=lambda row: (row != current, row))
        return tuple(source for row in rows if (source := self._model.source(row)) is not None)

    def _take_news(self, news: News) -> None:
        if news.kinds & {ChangeKind.SOURCE, ChangeKind.ARTICLE_ADDED, ChangeKind.ARTICLE_CHANGED}:
            self._read()

    def _read(self) -> None:
        """Read the register anew; the source that was chosen stays so."""
        chosen = self._chosen()
        wanted = self._wanted or (chosen[0].name if chosen else "")
        library = self._session.workbench.library
        self._model.show(library.sources(), library.source_counts())
        row = max(0, self._model.row_of(wanted))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self._model.index(row, 0), flags)
        self.table.scrollTo(self._model.index(row, 0))
        self._wanted = ""
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen, may = self._chosen(), not self._session.read_only
        if chosen:
            self.form.show_source(chosen[0])
        self.form.setEnabled(may and len(chosen) == 1)
        self.keep.setEnabled(may and len(chosen) == 1)
        self.merge.setEnabled(may and len(chosen) > 1)
        self.remove.setEnabled(may and len(chosen) == 1 and bool(chosen[0].id))

    def _keep(self) -> None:
        source = self.form.source()
        self._wanted = source.name
        self._session.editing.apply(PutSource(source), self.tr("Kept; Ctrl+Z takes it back."))

    def _merge(self) -> None:
        """The first one chosen keeps its name; those of the others become its other names."""
        first, *others = self._chosen()
        gone: tuple[Edit, ...] = tuple(RemoveSource(other.id) for other in others if other.id)
        one = merged(first, others)
        self._wanted = one.name
        said = self.tr("%1 sources are %2 now; Ctrl+Z takes it back.").replace("%1", str(len(others) + 1)).replace("%2", one.name)
        self._session.editing.apply(Together((*gone, PutSource(one))) if gone else PutSource(one), said)

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen and chosen[0].id:
            self._session.editing.apply(RemoveSource(chosen[0].id), self.tr("Taken out of the register; Ctrl+Z takes it back."))
