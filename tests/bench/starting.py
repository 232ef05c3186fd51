"""From the command to the window, warm and cold, beside other programs on the same machine in the same run.

Ours counts until its list is painted, the others until their window appears, which is earlier than their contents: the ratio flatters
them. All are started in turn, A B C D A B C D, on one screen in memory. Cold means that the system has dropped every file page that it
keeps (``/proc/sys/vm/drop_caches``, which root may write); where it may not be written, there are no cold figures.
Ours opens a library of 10,000 articles, the others almost nothing.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

from tests.bench.scale import library_of
from tests.bench.screen.display import copy_of, go_first, screen
from tests.bench.screen.mapping import Screen
from tests.bench.screen.measures import CHECKOUT
from tests.bench.screen.peers import peers

ARTICLES = 10_000
_WARM, _COLD = 15, 5
_DROP = Path("/proc/sys/vm/drop_caches")

Start = Callable[[], float]


def measure(shared: Path) -> dict[str, float]:
    """Seconds (median and least of several starts), and ours as a ratio to each other program's."""
    library = library_of(ARTICLES, shared)
    with ExitStack() as stack:
        environment, own = stack.enter_context(screen()), stack.enter_context(copy_of(library))
        home = stack.enter_context(tempfile.TemporaryDirectory(prefix="briefing-peers-"))
        seen = stack.enter_context(Screen(environment["DISPLAY"]))
        starts: dict[str, Start] = {"ours": lambda: _ours(own, environment)}
        for peer in peers(Path(home), environment):
            starts[peer.name] = lambda peer=peer: seen.seconds_to_window(peer.command, {**environment, **peer.environment})
        for start in starts.values():
            start()  # the first start of all writes settings and reads everything from the disk
        figures = _figures("warm", _in_turn(starts, _WARM, lambda: None))
        if os.access(_DROP, os.W_OK):
            figures |= _figures("cold", _in_turn(starts, _COLD, _drop_pages))
        else:
            print(f"    no cold starts: {_DROP} may not be written", file=sys.stderr, flush=True)
    return {**figures, "articles": ARTICLES, "load of the machine meanwhile": os.getloadavg()[1]}


def _in_turn(starts: Mapping[str, Start], times: int, before: Callable[[], None]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {name: [] for name in starts}
    for _ in range(times):
        for name, start in starts.items():
            before()
            found[name].append(start())
            time.sleep(0.5)
    return found


def _figures(kind: str, found: Mapping[str, list[float]]) -> dict[str, float]:
    middle = {name: statistics.median(times) for name, times in found.items()}
    figures = {f"{kind}: {name}, s": middle[name] for name in found}
    figures |= {f"{kind}: {name}, least of {len(times)}, s": min(times) for name, times in found.items()}
    return figures | {f"{kind}: ours / {name}": middle["ours"] / middle[name] for name in found if name != "ours"}


def _ours(library: Path, environment: Mapping[str, str]) -> float:
    command = [sys.executable, "-m", "tests.bench.screen.opening", str(library)]
    began = time.monotonic()
    done = subprocess.run(
        command, cwd=CHECKOUT, env=dict(environment), capture_output=True, text=True, check=False, timeout=120, preexec_fn=go_first
    )
    if done.returncode or not done.stdout.strip():
        raise SystemExit(f"the window did not open: {done.stderr}")
    return float(done.stdout.split()[-1]) / 1000 - began


def _drop_pages() -> None:
    os.sync()
    _DROP.write_text("3", encoding="ascii")
    time.sleep(0.3)
