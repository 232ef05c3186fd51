"""Lets PySide load without the machinery of its signatures: it writes docstrings, words errors and makes stubs, lies as source inside
PySide's library, and is compiled and executed at every start, although a program that makes no mistake never asks for it.

What is executed at the start is kept compiled. The rest is executed when something is first asked of it, an error of types for example.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType
from typing import Any

from briefing_app.compiled import Compiled
from briefing_app.later import execute_later

_INSIDE = "shibokensupport/"
"""How the names of PySide's own modules begin."""
_LATER = frozenset(
    f"shibokensupport.{name}"
    for name in (
        "signature.errorhandler",
        "signature.layout",
        "signature.lib.enum_sig",
        "signature.lib.pyi_generator",
        "signature.lib.tool",
        "signature.parser",
    )
)
"""Those of which loading Qt only wants to know that they are there."""

_LOADER = "shibokensupport.signature.loader"
_waiting: dict[str, CodeType] = {}
"""By module, the code that has not been asked for yet."""


@contextmanager
def signatures_later(compiled: Compiled) -> Iterator[None]:
    """Within the block, in which PySide is loaded, take its modules from what is kept and leave the signatures for later."""
    plain = builtins.compile

    def compile_once(source: Any, name: Any, mode: str, *others: Any, **options: Any) -> Any:
        if others or options or mode != "exec" or not isinstance(source, bytes) or not str(name).startswith(_INSIDE):
            return plain(source, name, mode, *others, **options)
        # PySide's importer hands this flag of its own down without saying so
        code = compiled.code(source, lambda: plain(source, name, mode, annotations.compiler_flag, dont_inherit=True))
        module = str(name).removesuffix(".py").replace("/", ".")
        if module != _LOADER and module not in _LATER:
            return code
        _waiting[module] = code
        return _stand_in.__code__

    builtins.compile = compile_once  # type: ignore[assignment]
    try:
        yield
    finally:
        builtins.compile = plain


def _stand_in() -> None:
    # What is executed in the place of a module, among its names.
    from briefing_app.ui import signatures

    signatures.wait(globals())


def wait(names: dict[str, Any]) -> None:
    """Execute a module of PySide, whose names these are, when it is first asked for one; the module that loads the others at once."""
    code = _waiting.pop(names["__name__"])
    if names["__name__"] == _LOADER:
        exec(code, names)
        names["post_init"] = _no_watch
    else:
        execute_later(names, lambda: exec(code, names))


def _no_watch() -> None:
    """What is called in the place of PySide's ``post_init``, which begins to watch over imports (``load_qt``) before all is loaded: what
    reads the source of modules takes 5 ms to load.
    """
