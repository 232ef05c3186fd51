"""The pages beside the blocks: only what has changed is drawn anew."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from briefing_app.export import preview
from briefing_app.model.briefing import ChangedPages
from briefing_app.ui.briefing.page import PageView
from briefing_app.ui.theme import Look
from tests.export.trees import whole


@pytest.fixture(scope="module")
def pages() -> tuple[bytes, ...]:
    return preview(whole(), 200).pages


def keys(view: PageView) -> list[int]:
    return [label.pixmap().cacheKey() for label in view._labels]


def test_pages_that_are_the_same_keep_their_pictures(qtbot: QtBot, pages: tuple[bytes, ...]) -> None:
    view = PageView(Look())
    qtbot.addWidget(view)
    assert view.show_pages(pages)
    before = keys(view)
    assert not view.show_pages(pages)
    assert view.show_pages((pages[0], pages[0], *pages[2:]))
    after = keys(view)
    assert after[0] == before[0]
    assert after[1] != before[1]
    assert after[2:] == before[2:]
    assert view.show_pages(pages[:2])
    assert len(view._labels) == 2
    assert "of 2" in view._labels[0].accessibleName()
    assert view.show_pages(pages)
    assert len(view._labels) == len(pages)


def test_a_changed_page_stands_until_all_come(qtbot: QtBot, pages: tuple[bytes, ...]) -> None:
    view = PageView(Look())
    qtbot.addWidget(view)
    view._whole_page.click()
    view.show_pages(pages)
    before = keys(view)
    view.show_changed(ChangedPages((pages[2],), first=2, top=40))
    shown, kept, new = (view._labels[1].pixmap().toImage(), QImage.fromData(pages[1]), QImage.fromData(pages[2]))
    everything = (0, 40, new.width(), new.height() - 40)
    assert shown.copy(0, 0, new.width(), 40) == kept.convertToFormat(shown.format()).copy(0, 0, new.width(), 40)
    assert shown.copy(*everything) == new.convertToFormat(shown.format()).copy(*everything)
    assert (keys(view)[0], *keys(view)[2:]) == (before[0], *before[2:])
    assert view.show_pages(pages)
    assert view._labels[1].pixmap().toImage() == kept.convertToFormat(shown.format())


def test_a_page_that_a_change_needs_stands_behind_the_others(qtbot: QtBot, pages: tuple[bytes, ...]) -> None:
    view = PageView(Look())
    qtbot.addWidget(view)
    view.show_pages(pages[:2])
    view.show_changed(ChangedPages((pages[1], pages[2]), first=2))
    assert len(view._labels) == 3
    assert view.show_pages(pages[:2])
    assert len(view._labels) == 2


def test_another_fit_draws_every_page_anew(qtbot: QtBot, pages: tuple[bytes, ...]) -> None:
    view = PageView(Look())
    qtbot.addWidget(view)
    view.show_pages(pages)
    before = keys(view)
    view._whole_page.click()
    view.show_pages((*pages[:-1], pages[0]))
    assert not set(before) & set(keys(view))


def test_pages_are_never_squeezed_into_the_room_of_those_before(qtbot: QtBot, pages: tuple[bytes, ...]) -> None:
    view = PageView(Look())
    qtbot.addWidget(view)
    view.resize(420, 600)
    view.show()
    view.show_pages(pages)
    for label in view._labels:
        label.show()
    view._rows.activate()
    assert all(label.height() >= label.pixmap().deviceIndependentSize().height() for label in view._labels)  # before any event
