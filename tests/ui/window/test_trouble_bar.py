"""The bar that words a trouble."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from briefing_app.ui.error_text import Trouble
from briefing_app.ui.window import Window


def test_the_first_trouble_stands_below_the_top_bar_for_eyes_and_keys(full: Window) -> None:
    assert not full.was_troubled
    full.show_trouble(Trouble("It broke.", "Mend it."))
    bar, below = full.trouble, full.library_pane
    full.centralWidget().layout().activate()
    assert full.top.geometry().bottom() < bar.geometry().top() <= bar.geometry().bottom() < below.parentWidget().geometry().top()
    reached: list[QWidget] = [full.top.last]
    while not below.isAncestorOf(reached[-1]):
        reached.append(reached[-1].nextInFocusChain())
    assert any(bar.isAncestorOf(widget) for widget in reached)
