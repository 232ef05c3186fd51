"""Asks the system for files before they are needed, all at once, so that what needs them first does not wait for the disk file by file.

What is asked for comes into the system's memory, not into the program's. A system that cannot be asked is left alone.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_MAPPINGS = Path("/proc/self/maps")
_QT = "PySide6"


def ask_for(files: Iterable[str]) -> None:
    """Ask for these files, on any thread; what is not there any more is passed over."""
    if sys.platform == "linux":
        for file in files:
            with suppress(OSError, ValueError):
                number = os.open(file, os.O_RDONLY)
                try:
                    os.posix_fadvise(number, 0, 0, os.POSIX_FADV_WILLNEED)
                finally:
                    os.close(number)


def ask_for_start(told: Path) -> None:
    """Ask on a thread of its own for what ``files_of_start`` told in the last start, unless it is in memory.

    Where it is not, a start waits for the disk as long as for everything else: some 300 files, a hundred megabytes.
    """
    with suppress(OSError, ValueError):  # a damaged file can name what is no name
        files = told.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        if files and not _in_memory(files[0]):
            threading.Thread(target=ask_for, args=(files,), name="reading ahead", daemon=True).start()


def files_of_start() -> Iterator[str]:
    """The libraries and modules that are loaded now, Qt's largest library before all others, the modules in the order of their loading."""
    yield from sorted(libraries(), key=lambda file: (_QT not in file, -_size(file)))
    for module in tuple(sys.modules.values()):
        file = getattr(module, "__cached__", None)
        if isinstance(file, str) and "\n" not in file:
            yield file


def libraries() -> Iterator[str]:
    """The files whose code this process runs from."""
    try:
        lines = _MAPPINGS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return
    # address, permissions, offset, device, inode, path: https://man7.org/linux/man-pages/man5/proc_pid_maps.5.html
    mapped = (line.split(maxsplit=5) for line in lines)
    yield from dict.fromkeys(parts[5] for parts in mapped if len(parts) == 6 and "x" in parts[1] and parts[5].startswith("/"))


def _in_memory(file: str) -> bool:
    """Whether the middle of a file can be read without waiting; True where nobody can tell."""
    if sys.platform != "linux":
        return True
    number = os.open(file, os.O_RDONLY)
    try:
        os.preadv(number, [bytearray(1)], os.fstat(number).st_size // 2, os.RWF_NOWAIT)
    except BlockingIOError:
        return False
    finally:
        os.close(number)
    return True


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except OSError:
        return 0
