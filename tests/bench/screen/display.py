"""A screen in memory, and programs that run on it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.bench.screen.measures import CHECKOUT

_TIMEOUT_S = 1_200


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """An X server without a screen; gives the environment of programs that are to show themselves there. Raises SystemExit without Xvfb."""
    if shutil.which("Xvfb") is None:
        raise SystemExit("the measurements of the window need Xvfb: apt-get install xvfb")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL, preexec_fn=go_first)
    os.close(write)
    try:
        with os.fdopen(read) as answer, tempfile.TemporaryDirectory(prefix="briefing-home-") as home:
            display = f":{answer.readline().strip()}"
            folders = {f"XDG_{name}_HOME": str(Path(home, name.lower())) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
            runtime = Path(home, "runtime")
            runtime.mkdir(mode=0o700)
            own = {"DISPLAY": display, "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "xcb", "HOME": home, "XDG_RUNTIME_DIR": str(runtime)}
            kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
            yield {**kept, **folders, **own}
    finally:
        server.terminate()
        server.wait(timeout=20)


def go_first(rank: int = 1) -> bool:
    """Let this thread, and those that it starts, go before whatever else the machine does, as if it were quiet, the higher rank first.

    False when that is not allowed (only root may).
    """
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(rank))
    except (OSError, AttributeError):
        return False
    return True


def go_with_the_others() -> None:
    """Take ``go_first`` back."""
    with suppress(OSError, AttributeError):
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))


@contextmanager
def copy_of(library: Path) -> Iterator[Path]:
    """A library of one's own to open and change: the database is copied, the originals are lent."""
    with tempfile.TemporaryDirectory(prefix="briefing-bench-", dir=library.parent) as folder:
        own = Path(folder, "library")
        own.mkdir()
        shutil.copy(library / "library.sqlite", own)
        (own / "originals").symlink_to(library / "originals", target_is_directory=True)
        yield own


def told_by(module: str, arguments: Sequence[str], environment: Mapping[str, str]) -> dict[str, Any]:
    """What a measurement in a process of its own prints as its last line: JSON."""
    command = [sys.executable, "-m", f"tests.bench.screen.{module}", *arguments]
    done = subprocess.run(command, cwd=CHECKOUT, env=dict(environment), capture_output=True, text=True, check=False, timeout=_TIMEOUT_S)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with code {done.returncode}:\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return told
