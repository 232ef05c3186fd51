"""What the program loads before its list is painted: every package on top makes everybody wait at every start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LATER = (
    "argparse",
    "ast",
    "briefing_app.briefing",
    "briefing_app.cleaning",
    "briefing_app.comparison",
    "briefing_app.export",
    "briefing_app.language",
    "briefing_app.library.answers",
    "briefing_app.library.backup",
    "briefing_app.library.searching",
    "briefing_app.library.takeout",
    "briefing_app.model.annotation",
    "briefing_app.model.article",
    "briefing_app.model.case",
    "briefing_app.model.comparison",
    "briefing_app.model.document",
    "briefing_app.model.edit",
    "briefing_app.model.event",
    "briefing_app.model.search",
    "briefing_app.pipeline.import_report",
    "briefing_app.pipeline.workers",
    "briefing_app.ui.actions.table",
    "briefing_app.ui.briefing.view",
    "briefing_app.ui.comparison",
    "briefing_app.ui.organizing.asking",
    "briefing_app.ui.palette.view",
    "briefing_app.ui.reader.model",
    "briefing_app.ui.reader.view",
    "briefing_app.ui.search.found",
    "briefing_app.ui.search.model",
    "briefing_app.ui.window.menu",
    "briefing_app.ui.window.shortcuts",
    "briefing_app.ui.window.trouble_bar",
    "briefing_app.ui.window.warming",
    "calendar",
    "ctypes",
    "dis",
    "getpass",
    "gettext",
    "hashlib",
    "lxml",
    "markdown",
    "nh3",
    "numpy",
    "snowballstemmer",
    "socket",
    "subprocess",
    "trafilatura",
    "typing_extensions",
    "typst",
    "whoosh",
)
"""Loaded when they are first needed: with a pane, a key, a search, an edit, a worker's first work, an error."""

MOST = 131
"""So many modules of ours may be loaded before the list is painted, those of the command line with them; each takes a tenth of a
millisecond and more.
"""

OPEN = """
import sys
from briefing_app import __main__

load = __main__.load_window

def with_watch(compiled):
    app = load(compiled)
    from PySide6.QtCore import QEvent, QObject
    from briefing_app.ui.library.article_list import ArticleList
    from briefing_app.ui.session import following
    from briefing_app.ui.window import first_paint

    following._PAINTED_MS = first_paint._LONGEST_MS = 600_000  # a busy machine may paint after the time by which others have

    class Watch(QObject):
        def eventFilter(self, watched, event):
            view = watched.parent() if event.type() == QEvent.Type.Paint else None
            if isinstance(view, ArticleList) and view.model().rowCount():
                print("\\n".join(sorted(sys.modules)), flush=True)
                application.removeEventFilter(self)
                application.closeAllWindows()
            return False

    application = app.application()
    application.watch = Watch()
    application.installEventFilter(application.watch)
    return app

__main__.load_window = with_watch
sys.argv[1:] = ["--library", sys.argv[1]]
sys.exit(__main__.main())
"""


def test_the_list_is_painted_before_the_rest_is_loaded(checkout: Path, sample: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    run([sys.executable, "-m", "briefing_app", "--library", str(library), "import", str(sample / "articles")], checkout)
    loaded = run([sys.executable, "-c", OPEN, str(library)], checkout).split()
    assert "briefing_app.ui.library.article_list" in loaded
    assert [name for name in LATER if name in loaded] == []
    assert sum(name.startswith("briefing_app") for name in loaded) <= MOST


def run(command: list[str], folder: Path) -> str:
    """What a program prints; an exit code but 0 fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stderr
    return done.stdout
