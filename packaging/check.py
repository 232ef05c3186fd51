"""What test.py does once Python is new enough: set up, every test without a screen, then those that need one under Xvfb."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from environment import CHECKOUT, TEST_LOCK, ensure
from system_needs import FONTS, OFFSCREEN, SCREEN, WINDOW, provide

HELP = """usage: test.py [pytest arguments]

Sets up .venv (the first time), then runs every test without a screen, then those that need one.
Without arguments all of them; `.venv/bin/python -m pytest --help` lists what pytest takes. The tests without a screen
run in a process for each core; `-n0` keeps them in one, which --pdb needs.
"""
UNWANTED = "PYTHONDONTWRITEBYTECODE"
"""Set, every worker process that a test starts would compile the program anew."""
NO_TESTS = 5
"""pytest's exit code when the arguments select nothing."""
SPREAD = ["--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal"]
"""A process for each core, four at most: each starts the program's workers besides. Who is done takes half of what waits elsewhere."""
PATIENT = ["--reruns=1", "--only-rerun=TimeoutError", "-rfER"]
"""A test that waited in vain is tried once more: a process beside a dozen others may not have had its turn. It is told at the end. A test
that finds something else than it should is not."""


@contextmanager
def screen() -> Iterator[str]:
    """A screen of its own in memory; gives its display name and ends it afterwards."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def pytest(python: Path, marks: str, platform: dict[str, str], arguments: list[str]) -> int:
    """Run pytest on the tests with these marks; returns its exit code, 0 when nothing was selected."""
    print(f"\n=== tests: {marks} ({platform['QT_QPA_PLATFORM']}) ===", flush=True)
    command = [str(python), "-X", "faulthandler", "-m", "pytest", "-m", marks, *PATIENT, *arguments]
    kept = {name: value for name, value in os.environ.items() if name != UNWANTED}
    code = subprocess.run(command, cwd=CHECKOUT, env={**kept, **platform}, check=False).returncode
    return 0 if code == NO_TESTS else code


def main(arguments: list[str]) -> int:
    """Set up and test; returns the exit code of the first run that failed, after all ran. Asked for help it does nothing else."""
    if arguments[:1] in (["--help"], ["-h"]):
        print(HELP)
        return 0
    linux = sys.platform.startswith("linux")
    provide(OFFSCREEN + WINDOW + FONTS + SCREEN)
    python = ensure(TEST_LOCK)
    without = pytest(python, "not window", {"QT_QPA_PLATFORM": "offscreen"}, [*SPREAD, *arguments])
    if not linux:
        own = {"win32": "windows", "darwin": "cocoa"}[sys.platform]
        return without or pytest(python, "window", {"QT_QPA_PLATFORM": own}, arguments)
    with screen() as display:
        within = pytest(python, "window", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display, "WAYLAND_DISPLAY": ""}, arguments)
    return without or within
