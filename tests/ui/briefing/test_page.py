"""The pages beside the blocks: only what has changed is drawn anew."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefing_app.export import preview
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


def test_another_fit_draws_every_page_anew(qtbot: QtBot, pages: tuple[bytes, ...]) -> None:
    view = PageView(Look())
    qtbot.addWidget(view)
    view.show_pages(pages)
    before = keys(view)
    view._whole_page.click()
    view.show_pages((*pages[:-1], pages[0]))
    assert not set(before) & set(keys(view))
