"""The texts side by side: how long a page of twelve takes to make, and each step of scrolling through it to paint.

Twelve texts of sixty sentences, forty rows that every second text carries, in a window of 1280 x 800 and in one that shows all twelve at
once. A step moves the page by a wheel's notch down, then sideways, and paints what that uncovers, without a screen.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtWidgets import QApplication

from briefing_app.app import application
from briefing_app.ui.comparison.standing import Standing
from briefing_app.ui.comparison.texts.canvas import Canvas
from briefing_app.ui.comparison.texts.page import Page
from briefing_app.ui.comparison.texts.pane import TextsPane
from briefing_app.ui.theme import Look
from tests.ui.comparison.material import compared_of

SIZES = {"1280 x 800": (1280, 656), "3960 x 1600": (3960, 1456)}
"""Windows, and what they leave to the texts."""
_NOTCH = 60
_STEPS = 300


def measure(_shared: Path) -> dict[str, float]:
    """Milliseconds; the median and the 99th percentile of a step."""
    app, look = application(), Look()
    rows = [{column: [row + column % 3] for column in range(row % 2, 12, 2)} for row in range(40)]
    compared = compared_of((60,) * 12, rows, conflicts=3)
    figures: dict[str, float] = {}
    begun = perf_counter()
    Page(look, compared, 1280)
    figures["make a page of 12, ms"] = 1000 * (perf_counter() - begun)
    for name, size in SIZES.items():
        pane = TextsPane(look, Standing())
        pane.resize(*size)
        pane.show()
        pane.show_compared(compared)
        app.processEvents()
        clock, processor = _scroll(app, pane.canvas)
        figures[f"scroll {name}, median ms"] = float(np.percentile(clock, 50))
        figures[f"scroll {name}, p99 ms"] = float(np.percentile(clock, 99))
        figures[f"scroll {name}, p99 ms of the processor"] = float(np.percentile(processor, 99))
        pane.close()
    return figures


def _scroll(app: QApplication, canvas: Canvas) -> tuple[list[float], list[float]]:
    """Steps there and back again: milliseconds by the clock, and of the processor, which other programs do not lengthen."""
    clock: list[float] = []
    processor: list[float] = []
    for bar, count in ((canvas.verticalScrollBar(), _STEPS), (canvas.horizontalScrollBar(), _STEPS // 4)):
        way = _NOTCH
        for _ in range(count):
            if not bar.minimum() <= bar.value() + way <= bar.maximum():
                way = -way
            begun, used = perf_counter(), process_time()
            bar.setValue(bar.value() + way)
            app.processEvents()
            clock.append(1000 * (perf_counter() - begun))
            processor.append(1000 * (process_time() - used))
    return clock, processor
