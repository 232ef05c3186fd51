"""Where the program begins: the command line, which opens the window when no command is named."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from briefing_app.compiled import Compiled
    from briefing_app.modules import Modules

_PARTLY, _FAILED = 1, 3
_SELDOM = ("bz2", "inspect", "ipaddress", "lzma", "shutil", "textwrap", "tokenize", "traceback")
"""What others of the standard library import for a case that hardly comes; with all that these import it takes 10 ms."""
_SELDOM_CALLED = (("tempfile", "gettempdir"), ("urllib.parse", "quote_from_bytes"))
"""Of what others take a function at once, to call it as seldom; 3 ms."""


def main() -> int:
    """The console script ``briefing-app``; gives the exit code."""
    gc.disable()  # what is loaded at the start stays: looking through it again and again would take a tenth of the time (ui/garbage.py)
    try:
        _leave_for_later()
        window = not sys.argv[1:] or (sys.argv[1] == "--library" and len(sys.argv) == 3)
        modules = _modules()
        if window:
            _read_ahead()
            modules.begin()
        compiled = _compiled("window" if window else "commands")
        from briefing_app.compiled import keeping_classes

        with keeping_classes(compiled):
            from briefing_app import cli  # here, so that Ctrl+C while it loads ends without a traceback too

            return cli.main(sys.argv[1:], lambda library: open_window(library, compiled, modules))
    except KeyboardInterrupt:
        return _PARTLY


def _leave_for_later() -> None:
    from briefing_app.later import import_later

    for name in _SELDOM:
        import_later(name)
    for name, function in _SELDOM_CALLED:
        import_later(name, function)


def _compiled(what: str) -> Compiled:
    """What earlier runs have compiled for a part of the program, in files of their own: a start reads what it needs and no more."""
    from briefing_app import __version__, paths
    from briefing_app.compiled import Compiled

    return Compiled(paths.compiled(what), __version__)


def _modules() -> Modules:
    """What the last start of a window imported."""
    from briefing_app import __version__, paths
    from briefing_app.modules import Modules

    return Modules(paths.modules(), __version__)


def _read_ahead() -> None:
    """Have the system read what a window takes."""
    from briefing_app import ahead, paths

    ahead.ask_for_start(paths.last_start())


def open_window(library: Path, compiled: Compiled, modules: Modules) -> int:
    """Open the window; say in words when this machine cannot."""
    from briefing_app.ui.enumerations import quick_enumerations

    with quick_enumerations():
        return _open(library, compiled, modules)


def _open(library: Path, compiled: Compiled, modules: Modules) -> int:
    try:
        app = load_window(compiled)
    except ImportError as problem:
        if not _is_missing_part_of_qt(problem):
            raise
        missing = problem.msg.split(":")[0]
        sys.stderr.write(
            f"briefing-app: the window cannot open, because this machine lacks something that it needs ({missing}). "
            "README lists what a bare machine lacks; the commands work without it.\n"
        )
        return _FAILED
    finally:
        modules.end()
    from briefing_app.compiled import keeping_classes

    with keeping_classes(_compiled("panes")):
        return int(app.main(library))


def load_window(compiled: Compiled) -> ModuleType:
    """Qt, and then what makes the window of it. Raises ImportError."""
    from briefing_app.ui.loading import calls_bound_later, hold_interrupts, load_qt

    with hold_interrupts(), calls_bound_later():
        load_qt(compiled)
        from briefing_app import app

    compiled.keep()
    return app


def _is_missing_part_of_qt(problem: ImportError) -> bool:
    """Whether Qt, or a system library that Qt loads, is not there; any other ImportError is a bug of ours."""
    return (problem.name or "").startswith("PySide6") or "cannot open shared object file" in problem.msg or "DLL load failed" in problem.msg


if __name__ == "__main__":
    sys.exit(main())
