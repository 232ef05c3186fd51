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

from briefing_app.modules import KeptLoader

_MAPPINGS = Path("/proc/self/maps")
_QT = "PySide6"
_PIECE = 1 << 17
"""Bytes. For one call Linux reads no more than the disk's own reading ahead, 128 KiB on most: of a large file the beginning."""
_FONTS = (".ttf", ".otf", ".ttc", ".otc")


def ask_for(files: Iterable[str]) -> None:
    """Ask for these files, on any thread; what is not there any more is passed over."""
    if sys.platform == "linux":
        for file in files:
            with suppress(OSError, ValueError):
                number = os.open(file, os.O_RDONLY)
                try:
                    for start in range(0, os.fstat(number).st_size, _PIECE):
                        os.posix_fadvise(number, start, _PIECE, os.POSIX_FADV_WILLNEED)
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
    """The libraries and modules that are loaded now, Qt's largest library before all others, the modules in the order of their loading.

    Those that are kept in one file (``modules.py``) are read from there, at once.
    """
    yield from sorted(libraries(), key=lambda file: (_QT not in file, -_size(file)))
    for module in tuple(sys.modules.values()):
        file = getattr(module, "__cached__", None)
        if isinstance(file, str) and "\n" not in file and not isinstance(getattr(module, "__loader__", None), KeptLoader):
            yield file


def libraries() -> Iterator[str]:
    """The files whose code this process runs from."""
    yield from dict.fromkeys(file for permissions, file in _mapped() if "x" in permissions)


def fonts() -> Iterator[str]:
    """The font files that this process draws from. A letter that was not drawn before lies on a page that may still be on the disk."""
    yield from dict.fromkeys(file for _, file in _mapped() if file.lower().endswith(_FONTS))


def ask_for_fonts() -> None:
    """Ask on a thread of its own for the whole of the fonts that have been drawn from."""
    threading.Thread(target=lambda: ask_for(fonts()), name="reading fonts ahead", daemon=True).start()


def _mapped() -> Iterator[tuple[str, str]]:
    """Permissions and path of each mapping of a file, in the order of their addresses; none where the system does not tell."""
    try:
        lines = _MAPPINGS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return
    # address, permissions, offset, device, inode, path: https://man7.org/linux/man-pages/man5/proc_pid_maps.5.html
    for parts in (line.split(maxsplit=5) for line in lines):
        if len(parts) == 6 and parts[5].startswith("/"):
            yield parts[1], parts[5]


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
