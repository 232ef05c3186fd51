"""Has the system read from the disk ahead what the window is going to need: an import keeps the disk busy, and who then runs a piece of
Qt for the first time waits for it, 40 ms a page and more.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from briefing_app.ui.icons import read_icons

_MAPPINGS = Path("/proc/self/maps")
_PACKAGE = Path(__file__).resolve().parent.parent


def read_ahead() -> None:
    """Read the icons, and ask for the program's own modules and the libraries that it is made of; on any thread.

    What is asked for comes into the system's memory, not into the program's. A system that cannot be asked is left alone.
    """
    read_icons()
    if sys.platform == "linux":
        for file in (*_PACKAGE.rglob("*.pyc"), *libraries()):
            with suppress(OSError):
                _ask_for(file)


def libraries() -> Iterator[Path]:
    """The files whose code this process runs from."""
    try:
        lines = _MAPPINGS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return
    # address, permissions, offset, device, inode, path: https://man7.org/linux/man-pages/man5/proc_pid_maps.5.html
    mapped = (line.split(maxsplit=5) for line in lines)
    yield from dict.fromkeys(Path(parts[5]) for parts in mapped if len(parts) == 6 and "x" in parts[1] and parts[5].startswith("/"))


def _ask_for(file: Path) -> None:
    number = os.open(file, os.O_RDONLY)
    try:
        os.posix_fadvise(number, 0, 0, os.POSIX_FADV_WILLNEED)
    finally:
        os.close(number)
