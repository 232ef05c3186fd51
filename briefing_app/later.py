"""What a start need not execute: modules that are executed when something is first asked of them, and such as are only preferred.

The standard library has the like (``importlib.util.LazyLoader``), which two threads that ask at once can break
(https://github.com/python/cpython/issues/114763), and which needs a loader of its own, where PySide's modules have none to be wrapped.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from typing import Any


def import_later(name: str, *functions: str) -> None:
    """Have a module imported by name when it is first asked for something; one that is loaded stays as it is.

    Who asks for one of the ``functions`` gets what has the module executed when it is called.
    """
    spec = None if name in sys.modules else find_spec(name)
    if spec is not None and spec.loader is not None:
        module = sys.modules[name] = module_from_spec(spec)
        ask = execute_later(module.__dict__, lambda: spec.loader.exec_module(module))  # type: ignore[union-attr]
        for function in functions:
            module.__dict__[function] = _called_later(ask, function)


def _called_later(ask: Callable[[str], Any], function: str) -> Callable[..., Any]:
    return lambda *values, **options: ask(function)(*values, **options)


@contextmanager
def without(name: str) -> Iterator[None]:
    """Within the block a module that is not loaded yet counts as not installed, for a package that does as well without it.

    Only where nothing else is imported meanwhile, on another thread.
    """
    hidden = name not in sys.modules
    if hidden:
        sys.modules[name] = None  # type: ignore[assignment] # https://docs.python.org/3/reference/import.html#the-module-cache
    try:
        yield
    finally:
        if hidden:
            del sys.modules[name]


def execute_later(names: dict[str, Any], execute: Callable[[], object]) -> Callable[[str], Any]:
    """Have ``execute`` fill the names of a module when the first is asked for that is not there; gives what it is asked by.

    Whoever asks on another thread meanwhile waits; who is asked for by the module itself meanwhile has to be there already, as in every
    import that goes round in a circle.
    """
    guard, begun = threading.RLock(), list[bool]()

    def ask(name: str) -> object:
        if name == "__path__":  # asked by every ``from ... import``; only a package has one, from the beginning
            raise AttributeError(name)
        with guard:
            if not begun:
                begun.append(True)
                execute()
                if names.get("__getattr__") is ask:
                    del names["__getattr__"]
        if name in names:
            return names[name]
        raise AttributeError(f"module {names['__name__']!r} has no attribute {name!r}")

    names["__getattr__"] = ask  # https://peps.python.org/pep-0562/
    return ask
