"""Keeps in one file what a start imports. Python looks for each module in folder after folder, opens its file and reads it: of more than
two hundred modules that is a fifteenth of a start.

A kept module counts as long as its source is as old and as large as it was, as it is with the files that Python writes itself; any other
is looked for as ever.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

from briefing_app.compiled import Cache

Kept = tuple[str, bool, int, int, bytes]
"""Of a module: its source, whether it is a package, the source's date and size, and the code."""


class KeptLoader(SourceFileLoader):
    """Loads a module whose code has been read."""

    def __init__(self, name: str, source: str, code: bytes) -> None:
        super().__init__(name, source)
        self._code = code

    def get_code(self, fullname: str) -> CodeType | None:
        """The code; who asks again has it from the module's own file."""
        code, self._code = self._code, b""
        return marshal.loads(code) if code else super().get_code(fullname)


class Modules:
    """What is imported between ``begin`` and ``end`` by a program that looks for modules in the same folders."""

    def __init__(self, file: Path, version: str) -> None:
        self._file = Cache(file, "\n".join((version, *(str(Path(folder).absolute()) for folder in sys.path))))
        self._kept: dict[str, Kept] = {}
        self._missed: list[str] = []

    def begin(self) -> None:
        """From here on modules are taken from what is kept."""
        self._kept = self._file.read()
        sys.meta_path.insert(0, self)

    def end(self) -> None:
        """From here on they are looked for again; what was not kept, or is another, is kept for the next time."""
        if self in sys.meta_path:
            sys.meta_path.remove(self)
            fresh = {name: kept for name in self._missed if (kept := _kept(sys.modules.get(name))) is not None}
            if fresh:
                self._file.write(self._kept | fresh)
            self._kept = {}

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """What Python asks (https://docs.python.org/3/library/importlib.html#importlib.abc.MetaPathFinder.find_spec)."""
        del path, target
        source, is_package, date, size, code = self._kept.get(name, _NONE)
        if not source or _date_and_size(source) != (date, size):
            self._missed.append(name)
            return None
        places = [str(Path(source).parent)] if is_package else None
        return spec_from_file_location(name, source, loader=KeptLoader(name, source, code), submodule_search_locations=places)


_NONE: Kept = ("", False, 0, 0, b"")


def _kept(module: ModuleType | None) -> Kept | None:
    """A module as it is kept; None for one that comes from anything but a source."""
    spec = getattr(module, "__spec__", None)
    if spec is None or type(spec.loader) is not SourceFileLoader:
        return None
    told, code = _date_and_size(spec.loader.path), spec.loader.get_code(spec.name)
    if told is None or code is None:
        return None
    return spec.loader.path, spec.submodule_search_locations is not None, *told, marshal.dumps(code)


def _date_and_size(file: str) -> tuple[int, int] | None:
    try:
        told = os.stat(file)  # noqa: PTH116 - asked of every module: a Path takes longer to make than the answer
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size
