"""The program itself with a clock: ``... opening LIBRARY`` prints when the first list was painted, in milliseconds of the system's clock.

Everything that the console script does is done, in its order; what is added is one event filter.
"""

from __future__ import annotations

import sys


def main() -> int:
    """As ``briefing-app --library LIBRARY``, until the list is painted."""
    from briefing_app import __main__, app

    before = app.application

    def with_clock() -> object:
        application = before()
        from PySide6.QtCore import QTimer

        from briefing_app.ui.library.article_list import ArticleList
        from tests.bench.screen.clock import FirstPainted

        first = FirstPainted(ArticleList)

        def look() -> None:
            if first.at:
                print(first.at, flush=True)
                timer.stop()
                application.closeAllWindows()

        timer = QTimer(application)
        timer.setInterval(20)
        timer.timeout.connect(look)
        timer.start()
        return application

    app.application = with_clock  # type: ignore[assignment]
    sys.argv[1:] = ["--library", sys.argv[1]]
    return __main__.main()


if __name__ == "__main__":
    sys.exit(main())
