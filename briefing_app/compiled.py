"""Keeps what Python would compile at every start although nothing has changed, because it lies in no file of its own: first of all the
methods that ``dataclasses`` writes, six for a class, whose compiling takes four fifths of the time that the class takes, and the fields of
named tuples.

Python itself compiles whenever the source, Python or its options are others than those that were kept.
"""

from __future__ import annotations

import builtins
import collections
import dataclasses
import marshal
import sys
import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any


class Cache:
    """A dictionary in a file; what was kept by one version of the program, under one Python, goes with it."""

    def __init__(self, file: Path, version: str) -> None:
        self._file = file
        self._head = MAGIC_NUMBER + bytes([sys.flags.optimize]) + source_hash(version.encode())

    def read(self) -> dict[Any, Any]:
        """Nothing when there is no file, or one that is not whole or was written by another Python or another version."""
        try:
            written = self._file.read_bytes()
        except OSError:
            return {}
        size = len(self._head) + len(source_hash(b""))
        data = memoryview(written)[size:]
        return marshal.loads(data) if written[:size] == self._head + source_hash(data) else {}

    def write(self, values: dict[Any, Any]) -> None:
        """A disk that takes nothing costs time at the next start, nothing else."""
        if sys.dont_write_bytecode:
            return
        data = marshal.dumps(values)
        partial = self._file.with_name(f"{self._file.name}.part")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(self._head + source_hash(data) + data)
            partial.replace(self._file)


class Compiled:
    """Code by its source, in a file that is read when the first is asked for."""

    def __init__(self, file: Path, version: str) -> None:
        self._file = Cache(file, version)
        self._kept: dict[bytes, bytes] | None = None
        self._fresh = False

    def code(self, source: bytes, compile_it: Callable[[], CodeType]) -> CodeType:
        """What ``compile_it`` makes of this source, or made in an earlier run."""
        if self._kept is None:
            self._kept = self._file.read()
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
        """Write what is new."""
        if self._fresh:
            self._fresh = False
            self._file.write(dict(self._kept or {}))


@contextmanager
def keeping_classes(compiled: Compiled) -> Iterator[None]:
    """Within the block, dataclasses take their methods from what is kept, and named tuples how they are made and what their fields are
    said to be; what is new is kept at the block's end.
    """

    def code(source: str, mode: str) -> CodeType:
        return compiled.code(f"{mode}: {source}".encode(), lambda: compile(source, "<string>", mode, dont_inherit=True))

    # These modules ask for no others of that name than those in their own names, and there are none but Python's
    # https://github.com/python/cpython/blob/3.11/Lib/dataclasses.py#L413
    # https://github.com/python/cpython/blob/3.11/Lib/collections/__init__.py#L414
    # https://github.com/python/cpython/blob/3.11/Lib/typing.py#L863
    with (
        _known_as(dataclasses, "exec", lambda source, *names: exec(code(source, "exec"), *names)),
        _known_as(collections, "eval", lambda source, *names: eval(code(source, "eval"), *names)),
        _known_as(typing, "compile", lambda source, _file, mode: code(source, mode)),
    ):
        try:
            yield
        finally:
            compiled.keep()


@contextmanager
def _known_as(module: ModuleType, name: str, function: Callable[..., Any]) -> Iterator[None]:
    """Within the block, a module knows something of Python's own as this function."""
    before = vars(module).get(name, getattr(builtins, name))
    vars(module)[name] = function
    try:
        yield
    finally:
        vars(module)[name] = before
