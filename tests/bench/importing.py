"""The window while 10,000 articles are imported by the workers: its pulse, and how soon an edit stands on the screen.

A heartbeat is a timer of 5 ms in the window's event loop: how much later than due it fires is how long a key or a mouse would have had to
wait. An edit is the key that stars the current article: from the key until the row is painted with its star, through the database, which
the writer worker is filling at the same time. The window begins with an empty library. A machine on which the import takes longer than two
and a half minutes stops it then: the figures say how many articles came in, and are those of that many.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tests.bench.scale import files_of
from tests.bench.screen.display import screen, told_by

ARTICLES = 10_000


def measure(shared: Path) -> dict[str, float]:
    """Milliseconds; counts of heartbeats and edits."""
    folder = files_of(ARTICLES, shared)
    with screen() as environment, tempfile.TemporaryDirectory(prefix="briefing-bench-", dir=folder.parent) as own:
        figures: dict[str, float] = told_by("import_room", [str(Path(own, "library")), str(folder)], environment)
    return {**figures, "load of the machine meanwhile": os.getloadavg()[2]}
