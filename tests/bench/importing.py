"""The window while 10,000 articles are imported by the workers: its pulse, and how soon an edit stands on the screen.

``python tests/bench/importing.py 2000`` tries it with fewer, and keeps no figures.

A heartbeat is a timer of 5 ms in the window's event loop: how much later than due it fires is how long a key or a mouse would have had to
wait. An edit is the key that stars the current article: from the key until the row is painted with its star, through the database, which
the writer worker is filling at the same time. The window begins with an empty library. A machine on which the import takes longer than two
and a half minutes stops it then: the figures say how many articles came in, and are those of that many. An empty window of Qt beside the
same import shows what of it is the machine's doing: no program can be smoother here.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from tests.bench.scale import files_of  # noqa: E402
from tests.bench.screen.display import screen, told_by  # noqa: E402

ARTICLES = 10_000
_BASELINE_S = 30


def measure(shared: Path, articles: int = ARTICLES) -> dict[str, float]:
    """Milliseconds; counts of heartbeats and edits."""
    folder = files_of(articles, shared)
    with screen() as environment, tempfile.TemporaryDirectory(prefix="briefing-bench-", dir=folder.parent) as own:
        figures: dict[str, float] = told_by("import_room", [str(Path(own, "library")), str(folder)], environment)
        still = told_by("still_room", [str(Path(own, "beside")), str(folder), str(_BASELINE_S)], environment)
    return {**figures, **still, "load of the machine meanwhile": os.getloadavg()[2]}


if __name__ == "__main__":
    for name, value in measure(CHECKOUT.parent / "shared", int(sys.argv[1]) if sys.argv[1:] else ARTICLES).items():
        print(f"{name}: {value:g}")
