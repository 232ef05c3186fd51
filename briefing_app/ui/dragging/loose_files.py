"""A folder for what has no file of its own yet: words that were dropped, and originals that are on their way to another program."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class LooseFiles:
    """Made with the first file, only for the user's eyes; gone when it is closed."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._count = 0

    def write(self, name: str, data: bytes) -> Path:
        """A file of that name with these bytes. Raises OSError."""
        path = self.place(name)
        path.write_bytes(data)
        return path

    def place(self, name: str) -> Path:
        """Where a file of that name, made fit for every system, can be written: in a folder of its own. Raises OSError."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True)
        self._count += 1
        path = Path(self._folder.name) / str(self._count) / (_UNFIT.sub(" ", name).strip(" .") or "article")
        path.parent.mkdir()
        return path

    def close(self) -> None:
        """Take all files away."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def loose_name(words: str, now: datetime, suffix: str) -> str:
    """The name of a file made of dropped words: what it is and when."""
    return f"{words} {now:%Y-%m-%d %H.%M.%S}{suffix}"
