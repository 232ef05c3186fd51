"""Keeps what PySide would compile at every start: the modules of its signatures lie as source inside its library, where Python keeps no
compiled files beside them.

Python's own ``compile`` is asked whenever the source, Python or its options are others than those that were kept.
"""

from __future__ import annotations

import builtins
import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from types import CodeType
from typing import Any

_INSIDE = "shibokensupport/"
"""How the names of PySide's own modules begin."""

_Kept = dict[str, tuple[bytes, CodeType]]
"""By file name: the digest of the source, and what it was compiled to."""


@contextmanager
def keeping_compiled(file: Path) -> Iterator[None]:
    """Within the block, take the code of PySide's modules from ``file``; what is not there is compiled, and kept at the block's end."""
    kept, fresh = _read(file), _Kept()
    plain = builtins.compile

    def compile_once(source: Any, name: Any, mode: str, *others: Any, **options: Any) -> Any:
        if others or options or mode != "exec" or not isinstance(source, bytes) or not str(name).startswith(_INSIDE):
            return plain(source, name, mode, *others, **options)
        digest = source_hash(source)
        if name not in kept or kept[name][0] != digest:
            # PySide's importer hands this flag of its own down without saying so
            kept[name] = fresh[name] = digest, plain(source, name, mode, annotations.compiler_flag, dont_inherit=True)
        return kept[name][1]

    builtins.compile = compile_once  # type: ignore[assignment]
    try:
        yield
    finally:
        builtins.compile = plain
    if fresh and not sys.dont_write_bytecode:
        _write(file, kept)


def _read(file: Path) -> _Kept:
    """Nothing when there is no file, or one that is not whole or was written by another Python."""
    try:
        written = file.read_bytes()
    except OSError:
        return {}
    head, data = written[: len(_head(b""))], written[len(_head(b"")) :]
    return marshal.loads(data) if head == _head(data) else {}


def _write(file: Path, kept: _Kept) -> None:
    """A disk that takes nothing costs time at the next start, nothing else."""
    data = marshal.dumps(kept)
    partial = file.with_name(f"{file.name}.part")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(_head(data) + data)
        partial.replace(file)


def _head(data: bytes) -> bytes:
    return MAGIC_NUMBER + bytes([sys.flags.optimize]) + source_hash(data)
