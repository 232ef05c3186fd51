"""A label made a rule in the window: what it would change is shown first, then it is carried out and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing_app.model.article import ZoneKind
from briefing_app.model.correction import MetadataField
from briefing_app.model.edit import CorrectMetadata, RelabelSpan
from briefing_app.model.span import Span
from briefing_app.ui.actions import going
from briefing_app.ui.label_rules.dialog import LabelRulesDialog
from briefing_app.ui.window import Window

TEXT = """Ferry {0} sails

The ferry {0} to the islands sails again after the storm, the harbour said.

Our bridge camera number {0} shows it all day.
"""


@pytest.fixture
def two(qtbot: QtBot, window: Window, tmp_path: Path) -> Window:
    """A window on two articles of one source; in the open one a line is labelled."""
    for number in (1, 2):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    window.session.long_jobs.import_paths([tmp_path / "in"])
    library = window.session.workbench.library
    qtbot.waitUntil(lambda: len(library.article_ids()) == 2 and not window.session.long_jobs.busy)
    first, second = library.article_ids()
    for article in (first, second):
        window.session.editing.apply(CorrectMetadata(article, MetadataField.SOURCE, "Harbour Post"))
    text = library.article(first).text
    at = text.index("Our bridge")
    window.session.editing.apply(RelabelSpan(first, Span(at, len(text.rstrip())), ZoneKind.CAPTION))
    qtbot.waitUntil(lambda: bool(library.corrections(first).labels))
    going.open_article(window, first)
    session = window.session  # the article may have been open before it was corrected
    qtbot.waitUntil(lambda: bool(session.reading) and session.reading.article.document.source.value == "Harbour Post")
    return window


def test_a_label_becomes_a_rule_after_its_preview(qtbot: QtBot, two: Window) -> None:
    library = two.session.workbench.library
    _, second = library.article_ids()
    two.reader.text.setFocus()
    qtbot.keyClick(two.reader.text, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    dialog = two.findChild(LabelRulesDialog)
    assert isinstance(dialog, LabelRulesDialog)
    assert dialog._counted.text() == "Would change: lines 1, articles 1"
    assert dialog.preview.model().index(0, 0).data().startswith("Our bridge camera number 2 shows it all day.")
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(library.corrections(second).labels) == 1)
    two.session.editing.undo()
    qtbot.waitUntil(lambda: not library.corrections(second).labels and not library.label_rules())
