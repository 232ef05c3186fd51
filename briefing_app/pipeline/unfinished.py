"""Which imports have not ended, in a file beside the library, so that the start after a crash or a power cut knows what is missing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path


class UnfinishedImports:
    """The files and folders of the imports under way in one library. A file that is damaged or cannot be written tells of none."""

    def __init__(self, library: Path) -> None:
        self._file = library / "importing.json"
        self._left = self._read()
        self._under_way: dict[Path, None] = {}

    def take_left(self) -> tuple[Path, ...]:
        """What a program that was stopped did not end; told once."""
        left, self._left = self._left, ()
        if left:
            self._write(self._under_way)
        return left

    def begin(self, paths: Sequence[Path]) -> None:
        """Remember these until they have ended."""
        self._under_way.update((path.absolute(), None) for path in paths)
        self._write(self._under_way)

    def end(self, paths: Sequence[Path]) -> None:
        """These are done, or were called off."""
        for path in paths:
            self._under_way.pop(path.absolute(), None)
        self._write(self._under_way)

    def _read(self) -> tuple[Path, ...]:
        try:
            return tuple(Path(os.fsdecode(bytes.fromhex(name))) for name in json.loads(self._file.read_bytes()))
        except (OSError, ValueError, TypeError):
            return ()

    def _write(self, paths: Iterable[Path]) -> None:
        names = [os.fsencode(path).hex() for path in paths]
        partial = self._file.with_name(f"{self._file.name}.part")
        with suppress(OSError):
            if names:
                partial.write_text(json.dumps(names), encoding="ascii")
                partial.replace(self._file)
            else:
                self._file.unlink(missing_ok=True)
