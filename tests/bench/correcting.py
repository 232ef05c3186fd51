"""The comparison of five articles on the screen: how soon a stored one is painted, and how soon it stands anew after a correction.

A real window on a screen in memory, in a process of its own. A correction is the key that splits a passage off its row, and Ctrl+Z that
takes it back: from the key, through the edit on the disk and the worker that compares, until the new matrix has been sent to the screen.
The articles are the five of one event of the golds.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from briefing_app.model.edit import ArrangeEvents
from briefing_app.model.event import EventAct, Pin
from briefing_app.model.ids import EventId
from briefing_app.pipeline import Workbench
from tests.bench.gold_events import events
from tests.bench.screen.display import screen, told_by

ARTICLES = 5


def measure(shared: Path) -> dict[str, float]:
    """Milliseconds by the clock and of the processor."""
    with screen() as environment, tempfile.TemporaryDirectory(prefix="briefing-bench-") as own:
        library = library_in(Path(own), shared)
        figures: dict[str, float] = told_by("comparing_room", [str(library)], environment)
    return {**figures, "load of the machine meanwhile": os.getloadavg()[0]}


def library_in(folder: Path, shared: Path) -> Path:
    """A library of one event of so many articles, with everything worked out."""
    event = next(one for one in events(shared) if len(one.articles) == ARTICLES)
    paths = []
    for article in event.articles:
        paths.append(folder / article.custody.path)
        paths[-1].write_text(article.text, encoding="utf-8")
    bench = Workbench.open(folder / "library")
    try:
        bench.import_paths(paths, lambda _progress: None).future.result()
        bench.catch_up(lambda _progress: None).future.result()
        pins = tuple(Pin(number, EventId(0)) for number in bench.library.article_ids())
        bench.library.apply(ArrangeEvents(EventAct.MERGED, pins))
        bench.catch_up(lambda _progress: None).future.result()
    finally:
        bench.close()
    return folder / "library"
