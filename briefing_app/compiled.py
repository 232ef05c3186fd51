"""Keeps what Python would compile at every start although nothing has changed, because it lies in no file of its own: first of all the
methods that ``dataclasses`` writes, six for a class, whose compiling takes four fifths of the time that the class takes.

Python itself compiles whenever the source, Python or its options are others than those that were kept.
"""

from __future__ import annotations

import dataclasses
import marshal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from types import CodeType
from typing import Any


class Compiled:
    """Code by its source, in a file that is read when the first is asked for; what is kept of one version of the program goes with it."""

    def __init__(self, file: Path, version: str) -> None:
        self._file = file
        self._head = MAGIC_NUMBER + bytes([sys.flags.optimize]) + version.encode()
        self._kept: dict[bytes, bytes] | None = None
        self._fresh = False

    def code(self, source: bytes, compile_it: Callable[[], CodeType]) -> CodeType:
        """What ``compile_it`` makes of this source, or made in an earlier run."""
        if self._kept is None:
            self._kept = self._read()
        digest = source_hash(source)
        kept = self._kept.get(digest)
        if kept is not None:
            code: CodeType = marshal.loads(kept)
            return code
        code = compile_it()
        self._kept[digest] = marshal.dumps(code)
        self._fresh = True
        return code

    def keep(self) -> None:
        """Write what is new. A disk that takes nothing costs time at the next start, nothing else."""
        if not self._fresh or sys.dont_write_bytecode:
            return
        self._fresh = False
        data = marshal.dumps(dict(self._kept or {}))
        partial = self._file.with_name(f"{self._file.name}.part")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(self._head + source_hash(data) + data)
            partial.replace(self._file)

    def _read(self) -> dict[bytes, bytes]:
        """Nothing when there is no file, or one that is not whole or was written by another Python or another version."""
        try:
            written = self._file.read_bytes()
        except OSError:
            return {}
        size = len(self._head) + len(source_hash(b""))
        data = written[size:]
        return marshal.loads(data) if written[:size] == self._head + source_hash(data) else {}


@contextmanager
def keeping_classes(compiled: Compiled) -> Iterator[None]:
    """Within the block, dataclasses take their methods from what is kept; what is new is kept at the block's end."""

    def execute(source: str, *names: dict[str, Any]) -> None:
        exec(compiled.code(source.encode(), lambda: compile(source, "<string>", "exec")), *names)

    # ``dataclasses`` asks for no other ``exec`` than the one in its names, and there is none but Python's own
    # https://github.com/python/cpython/blob/3.11/Lib/dataclasses.py#L413
    before = vars(dataclasses).get("exec", exec)
    vars(dataclasses)["exec"] = execute
    try:
        yield
    finally:
        vars(dataclasses)["exec"] = before
        compiled.keep()
