"""The register of sources in the window: entered, found again under its other names, made one, taken back."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing_app.model.correction import MetadataField
from briefing_app.model.edit import CorrectMetadata
from briefing_app.model.grade import Reliability
from briefing_app.model.ids import SourceId
from briefing_app.model.source import Source, SourceKind
from briefing_app.ui.sources.dialog import SourcesDialog
from briefing_app.ui.sources.model import SourceModel
from briefing_app.ui.window import Window


def opened(qtbot: QtBot, window: Window) -> SourcesDialog:
    window.list.list.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(window.list.list, Qt.Key.Key_S, both)
    dialog = window.findChild(SourcesDialog)
    assert isinstance(dialog, SourcesDialog)
    return dialog


def choose(dialog: SourcesDialog, row: int) -> None:
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    dialog.table.selectionModel().setCurrentIndex(dialog.table.model().index(row, 0), flags)


def test_a_source_is_entered_and_two_are_made_one(qtbot: QtBot, full: Window) -> None:
    library = full.session.workbench.library
    for article, name in zip(library.article_ids(), ("Harbour Post", "Harbour Post", "HP"), strict=False):
        full.session.editing.apply(CorrectMetadata(article, MetadataField.SOURCE, name))
    qtbot.waitUntil(lambda: library.source_counts() == {"Harbour Post": 2, "HP": 1})
    dialog = opened(qtbot, full)
    model = dialog.table.model()
    assert isinstance(model, SourceModel)
    first, second = model.source(0), model.source(1)
    assert first is not None
    assert second is not None
    choose(dialog, 0)
    dialog.form.kind.setCurrentIndex(dialog.form.kind.findData(SourceKind.AGENCY))
    dialog.form.grade.setCurrentIndex(dialog.form.grade.findData(Reliability("B")))
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(library.sources()) == 1)
    (kept,) = library.sources()
    assert (kept.name, kept.kind, kept.grade) == (first.name, SourceKind.AGENCY, "B")
    qtbot.waitUntil(lambda: model.source(0) == kept)
    choose(dialog, 0)
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    dialog.table.selectionModel().select(model.index(model.row_of(second.name), 0), flags)
    qtbot.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: second.name not in library.source_counts())
    assert library.sources()[0].aliases == (second.name,)
    full.session.editing.undo()
    qtbot.waitUntil(lambda: second.name in library.source_counts())


def test_the_model(qtbot: QtBot) -> None:
    model = SourceModel()
    ModelTester(model)
    model.show((Source(SourceId(1), "Harbour Post", ("HP",)),), {"Harbour Post": 2, "Lindow Daily": 5, "A": 1})
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Harbour Post", "Lindow Daily", "A"]
    assert model.row_of("HP") == 0
    assert model.row_of("nobody") == -1
    assert qtbot is not None
