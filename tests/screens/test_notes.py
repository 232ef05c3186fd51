"""The pane of all notes and the codebook, in every theme and at twice the size: in their colours, nothing cut off."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.anchoring import anchor
from briefing_app.model.annotation import Annotation, Mark, Status, Tint
from briefing_app.model.codebook import Code
from briefing_app.model.edit import PutAnnotation, PutCode
from briefing_app.model.ids import AnnotationId, CodeId
from briefing_app.model.span import Span
from briefing_app.pipeline import Workbench
from briefing_app.ui.actions import annotating
from briefing_app.ui.annotations.codebook import CodebookDialog
from briefing_app.ui.session import Session
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look, ThemeName
from briefing_app.ui.window import Window
from tests.factories import NOON
from tests.screens.test_panes import colours, stray

NOTES = ("", "Who says so?", "Sammelklageverfahrensbeschleunigungsgesetz " * 6, "この数字はどこから来たのか", "من قال هذا؟")


@pytest.fixture(scope="module")
def noted(hung: Workbench) -> Workbench:
    """A library with notes of every tint, in several scripts."""
    library = hung.library
    library.apply(PutCode(Code(CodeId(0), "sourcing")))
    library.apply(PutCode(Code(CodeId(0), "anonymous", "Nobody is named; count the people.", CodeId(1))))
    for number in library.article_ids()[:3]:
        text = library.article(number).text
        for at, (words, tint) in enumerate(zip(NOTES, Tint, strict=True)):
            made = anchor(text, Span(at * 7, at * 7 + 25))
            note = Annotation(AnnotationId(0), number, made, tint, words, NOON, NOON, codes=(CodeId(1 + at % 2),), question=at == 1)
            note = replace(note, mark=Mark.UNDERLINE) if at == 0 else replace(note, status=Status.DONE) if at == 2 else note
            library.apply(PutAnnotation(note))
    return hung


@pytest.fixture
def window(qtbot: QtBot, noted: Workbench, tmp_path: Path) -> Iterator[Window]:
    """A window on it."""
    session = Session(noted)
    made = Window(session, Look(), Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    made.show()
    session.start()
    yield made
    session.close()


def cut_off(widget: QWidget) -> list[str]:
    """The buttons that are narrower than their words."""
    buttons = [button for button in widget.findChildren(QPushButton) if button.isVisible()]
    return [button.text() for button in buttons if button.width() < QFontMetrics(button.font()).horizontalAdvance(button.text())]


@pytest.mark.parametrize("theme", list(ThemeName))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_pane_of_notes(qtbot: QtBot, window: Window, theme: ThemeName, scale: float) -> None:
    window.look.choose(theme, scale=scale)
    annotating.show_notes(window)
    pane = window.notes_pane
    qtbot.waitUntil(lambda: pane.model.total == 15 and pane.form.isVisible())
    pane.choose(AnnotationId(3))
    qtbot.waitUntil(lambda: window.session.following.total == 6)
    qtbot.wait(40)
    found = colours(pane.grab().toImage())
    assert found.most_common(1)[0][0] == window.look.color("paper").name().upper()
    assert {window.look.bar(tint).name().upper() for tint in Tint} <= set(found)
    if picture := os.environ.get("NOTES_PICTURES"):
        pane.grab().save(f"{picture}/{theme.value}-{scale}.png")
    assert stray(pane) == []
    assert cut_off(pane) == []
    pane.close()


def test_the_codebook(qtbot: QtBot, window: Window) -> None:
    annotating.show_codebook(window)
    dialog = next(child for child in window.findChildren(CodebookDialog))
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 1)
    assert dialog.grab().toImage().height() > 0
    assert stray(dialog) == []
    assert cut_off(dialog) == []
    dialog.close()
