"""How soon an article stands on the screen: prints milliseconds from the choice to the painted text.

usage: python -m tests.bench.reader
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QWidget

from briefing_app.app import application
from briefing_app.cleaning import clean
from briefing_app.importers import read
from briefing_app.model.article import Article, Custody
from briefing_app.model.ids import ArticleId
from briefing_app.ui.reader.model import Reading, ZoneView
from briefing_app.ui.reader.view import ReaderView
from briefing_app.ui.theme import Look

_SENTENCE = "The harbour authority said on Monday that the ferries to the islands sail again and that repairs of the cranes go on. "
_TEXT = "Harbour reopens\n\n" + "\n\n".join(f"{number} {_SENTENCE * 4}" for number in range(42))
_PART = "<h2>Part {0}</h2><p>{1}{1}<a href='https://a.test/{0}'>link {0}</a> {1}</p><ul><li>One thing</li><li>{1}</li></ul>"
_STORY = f"<html><body><article><h1>Harbour reopens</h1><p>{_SENTENCE * 9}</p>"
ARTICLES = {
    "text of 20 KB": ("a.txt", _TEXT),
    "page of 20 KB with headings, lists, links": ("a.html", _STORY + "".join(_PART.format(n, _SENTENCE) for n in range(36))),
    "text of 1 MB": ("a.txt", "Harbour reopens\n\n" + "\n\n".join(f"{number} {_SENTENCE * 4}" for number in range(2000))),
    "hostile: a word of 1 MB": ("a.txt", "Harbour reopens\n\n" + "a" * 1_000_000),
    "hostile: 50,000 links": ("a.html", _STORY + "<p>" + "<a href='https://a.test/x'>y</a> " * 50_000),
    "hostile: 40,000 cells": ("a.html", _STORY + "<table>" + ("<tr>" + "<td>x" * 20) * 2000 + f"</table><p>{_SENTENCE * 9}"),
    "hostile: nested tables": ("a.html", _STORY + "<table><tr><td>x" * 100),
}


def measure(_shared: Path) -> dict[str, float]:
    """Milliseconds by the name of the article; the median of seven times, of large ones of one."""
    app = application()
    house = QWidget()
    house.resize(692, 700)
    view = ReaderView(Look(), house)
    view.resize(692, 700)
    house.show()
    app.processEvents()
    figures: dict[str, float] = {}
    for name, (file, data) in ARTICLES.items():
        reading = _reading(file, data)
        times = []
        for _ in range(7 if "20 KB" in name else 1):
            view.show_reading(None, ZoneView.HIDDEN, same=False)
            app.processEvents()
            began = time.perf_counter()
            view.show_reading(reading, ZoneView.HIDDEN, same=False)
            view.repaint()
            app.processEvents()
            times.append(1000 * (time.perf_counter() - began))
        figures[f"ms to the painted article, {name}"] = statistics.median(times)
    return figures


def _reading(file: str, data: str) -> Reading:
    (raw,) = read(data.encode(), file)
    custody = Custody(f"/articles/{file}", file, "0" * 64, datetime(2026, 3, 1, tzinfo=UTC))
    return Reading(Article(ArticleId(1), clean(raw, file), custody))


if __name__ == "__main__":
    for figure, value in measure(Path(sys.argv[1] if len(sys.argv) > 1 else ".")).items():
        print(f"{value:8.0f}  {figure}")
