"""A small file that is written whole and off the window's thread: no window waits for a disk that is busy, and a program that is killed
leaves the old content or the new one, never half of it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

Change = Callable[[bytes], bytes]
"""Makes of what the file holds (nothing when it cannot be read) what it is to hold."""


class KeptFile:
    """One file. What is kept is written soon, on a thread of its own that ends when nothing is left to write."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._guard = threading.Lock()
        self._wanted: Change | None = None
        self._writing: threading.Thread | None = None

    def read(self) -> bytes:
        """What it holds; nothing when it cannot be read."""
        try:
            return self.path.read_bytes()
        except OSError:
            return b""

    def keep(self, change: Change) -> None:
        """Write soon what ``change`` makes, called on the other thread; a newer call takes the place of one that waits.

        A full disk takes nothing but that.
        """
        with self._guard:
            self._wanted = change
            if self._writing is None:
                self._writing = threading.Thread(target=self._write_on, name=f"keeping {self.path.name}")
                self._writing.start()

    def flush(self) -> None:
        """Wait until everything is on the disk."""
        with self._guard:
            writing = self._writing
        if writing is not None:
            writing.join()

    def set_aside(self) -> Path | None:
        """Give the file another name, so that nothing written later takes its place; None when that is not possible."""
        aside = self.path.with_name(f"{self.path.name}.damaged")
        try:
            self.path.replace(aside)
        except OSError:
            return None
        return aside

    def _write_on(self) -> None:
        while (change := self._next()) is not None:
            with suppress(OSError):
                self._put(change(self.read()))

    def _next(self) -> Change | None:
        with self._guard:
            change, self._wanted = self._wanted, None
            if change is None:
                self._writing = None
            return change

    def _put(self, content: bytes) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_name(f".{self.path.name}-{os.getpid()}-{threading.get_native_id()}.part")
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.path)
        finally:
            part.unlink(missing_ok=True)
