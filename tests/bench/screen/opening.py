"""The program itself with a clock: ``... opening LIBRARY`` prints when the first list was painted, in milliseconds of the system's clock.

Everything that the console script does is done, in its order; what is added is one event filter on the list and a timer.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.compiled import Compiled


def main() -> int:
    """As ``briefing-app --library LIBRARY``, until the list is painted."""
    from briefing_app import __main__

    load = __main__.load_window

    def with_clock(compiled: Compiled) -> ModuleType:
        app = load(compiled)
        before = app.application

        def timed() -> object:
            application = before()
            _end_when_painted(application)
            return application

        app.application = timed  # type: ignore[attr-defined]
        return app

    __main__.load_window = with_clock
    sys.argv[1:] = ["--library", sys.argv[1]]
    return __main__.main()


def _end_when_painted(application: object) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from tests.bench.screen.first_painted import FirstPainted

    assert isinstance(application, QApplication)
    first = FirstPainted()

    def look() -> None:
        if first.at:
            print(first.at, flush=True)
            timer.stop()
            application.closeAllWindows()

    timer = QTimer(application)
    timer.setInterval(20)
    timer.timeout.connect(look)
    timer.start()


if __name__ == "__main__":
    sys.exit(main())
