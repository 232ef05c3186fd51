"""Wires the window: library, workers, session, theme. The only place that does."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QLocale, QPoint, QTimer
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication

from briefing_app import paths
from briefing_app.ahead import files_of_start
from briefing_app.model.errors import BriefingError, LibraryHeld
from briefing_app.model.ids import ArticleId
from briefing_app.pipeline import Workbench, save_report
from briefing_app.ui import actions
from briefing_app.ui.accessible import tell_roles
from briefing_app.ui.error_text import trouble_of
from briefing_app.ui.garbage import Garbage
from briefing_app.ui.kept_file import KeptFile
from briefing_app.ui.loading import hold_interrupts, without_absent_bus
from briefing_app.ui.program import Program, ask_for_library
from briefing_app.ui.session import Pane, Session
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look, ThemeName, fitting_scale, load_fonts, pixels_of
from briefing_app.ui.window import Window
from briefing_app.ui.words import English

_SETTLE_MS = 60_000
_TURN_S = 0.0005
"""How long another thread may work on in Python while the window's waits for its turn.

Qt gives the turn away at many a call, some two hundred times in a painted list; with Python's own 5 ms a thread that reads rows meanwhile
would make that picture twenty times as slow.
"""
_WITHOUT_SYSTEM = frozenset({"offscreen", "minimal", "minimalegl", "linuxfb", "eglfs", "vnc"})
"""Qt's platforms that have no clipboard but Qt's own."""
_SET_UP = "has the program's fonts and words"
_STARTED_MS = 2_000
"""By then the list is painted and the first article open."""
_ENDING_S = 5.0
"""How long threads that are ending are waited for; none of them has anything left to keep."""


def main(library: Path | None = None) -> int:
    """Open a window on a library (None, or the user's own: all windows of the last run); returns the exit code when the last is closed.

    3: the library does not open.
    """
    turn = sys.getswitchinterval()
    sys.setswitchinterval(_TURN_S)
    with hold_interrupts():
        app = application()
        garbage = Garbage(app)
        settings = Settings()
        kept = settings.read()
        look = Look(kept.theme, kept.reading_scale, kept.scale or fitting_scale(pixels_of(app.font())))
        look.dress(app)
        program = Program(settings, look, app)
    _catch_bugs(program)
    tell_of_start = _told_of_start(program)
    heard = _end_when_interrupted(program)
    folder = library or paths.default_library()
    try:
        with without_absent_bus():
            opened = _open_first(program, folder)
        return app.exec() if opened else 3
    finally:
        sys.excepthook = sys.__excepthook__
        tell_of_start()
        program.close()
        _let_all_end()
        garbage.stop()
        sys.setswitchinterval(turn)
        signal.signal(signal.SIGINT, heard)


def _open_first(program: Program, folder: Path) -> bool:
    """Open a window on the library, or those of the last run; where it does not open, on another that is asked for. False for none."""
    if folder == paths.default_library():
        program.restore()
    while not program.windows:
        try:
            program.begin(folder)
        except BriefingError as error:
            other = ask_for_library(error, folder)
            if other is None:
                return False
            folder = other
    return True


def _told_of_start(program: Program) -> Callable[[], None]:
    """Write down which files a start takes, for the next one: once the window stands, or when what is returned is called before."""
    file, told = KeptFile(paths.last_start()), list[bool]()

    def tell() -> None:
        if not told:
            told.append(True)
            fonts = map(str, sorted(paths.resource("fonts").glob("*/*.?tf")))
            file.keep(lambda _before: "\n".join((*files_of_start(), *fonts)).encode(errors="surrogateescape"))

    QTimer.singleShot(_STARTED_MS, program, tell)
    return tell


def _let_all_end() -> None:
    """Before Qt and Python go, let the windows go, which no event loop does any more, and the threads of work that has been called off."""
    for _ in range(2):  # a session goes after its window
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    until = time.monotonic() + _ENDING_S
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(max(0.0, until - time.monotonic()))
    let_go_of_the_clipboard()


def let_go_of_the_clipboard() -> None:
    """Without a window system Qt holds what was copied until the process ends; by then Python is gone, whose object it is, and Qt crashes.

    A window system's clipboard stays as it is.
    """
    if QGuiApplication.platformName() in _WITHOUT_SYSTEM:
        QGuiApplication.clipboard().clear()


def picture(
    library: Path,
    out: Path,
    pane: str = "library",
    theme: str = "light",
    size: tuple[int, int] = (1280, 800),
    *,
    article: ArticleId | None = None,
    query: str = "",
    lines: bool = False,
    sidebar: bool = True,
    level: int = 1,
    scale: float = 1.0,
) -> None:
    """Save a picture of a pane (``library``, ``compare``, ``briefing``) as PNG; ``size`` in logical pixels. Needs no screen when Qt's
    platform is ``offscreen``. Waits until everything that the pane shows is there. ``article`` is read, its event compared and briefed
    on (None: the list's first); ``query`` is searched for, ``lines`` shows every hit in a line; ``level`` is that of the comparison;
    ``scale`` enlarges the interface. Raises BriefingError when the library does not open.
    """
    app = application()
    look = Look(ThemeName(theme), scale=scale)
    workbench = _open(library)
    session = Session(workbench)
    window = Window(session, look, Settings(out.with_suffix(".ini")))
    try:
        window.resize(*size)
        if not sidebar:
            window.library_pane.want_sidebar(False)
        QCursor.setPos(QPoint(*size))  # the pointer must not rest on a button of the picture
        window.show()
        session.start()
        _stand(app, window, Pane(pane), article, query, lines, level)
        window.grab().save(str(out), "PNG")
    finally:
        window.close()
        workbench.close()
        window.deleteLater()
        _let_all_end()
        out.with_suffix(".ini").unlink(missing_ok=True)


def _stand(app: QApplication, window: Window, pane: Pane, article: ArticleId | None, query: str, lines: bool, level: int) -> None:
    """Bring a window to the place that a picture shows, and wait until everything is there."""
    from briefing_app.ui.comparison.standing import Level

    session = window.session
    if lines:
        session.searching.toggle_lines()
    _wait(app, lambda: bool(session.following.total) and not session.long_jobs.busy and session.following.behind == 0)
    if article is not None:
        session.open_article(article)
        window.list.list.choose([article])
    if query:
        window.top.field.setText(query)
        _wait(app, lambda: _searched(session))
        actions.going.enter_hits(window)
    session.go(pane)
    _wait(app, lambda: _shown(session, pane))
    window.compare.standing.open(Level(level))
    app.processEvents()


def application() -> QApplication:
    """The one application of the process, with fonts and style."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # The style is named here: ``setStyle`` would bring it over into Python, where its many names take time to make.
        app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("Briefing")
    QGuiApplication.setDesktopFileName("briefing-app")
    if QLocale().name() == "C":  # a system that says nothing: numbers and dates as the program's own words have them
        QLocale.setDefault(QLocale("en_GB"))
    if app.property(_SET_UP) is None:
        app.setProperty(_SET_UP, True)
        app.installTranslator(English(app))
        load_fonts()
        tell_roles()
    return app


def _open(folder: Path) -> Workbench:
    try:
        return Workbench.open(folder)
    except LibraryHeld:
        return Workbench.open(folder, read_only=True)


def _searched(session: Session) -> bool:
    """Whether the hits are there, and beside them what narrows the search."""
    found = session.searching.found
    return bool(session.searching.mistake) or (found is not None and (bool(found.facets) or not found.result.total))


def _shown(session: Session, pane: Pane) -> bool:
    if pane is Pane.COMPARE:
        return session.comparing.compared is not None and not session.comparing.busy
    if pane is Pane.BRIEFING:
        return bool(session.desk.typeset.pages) and not session.desk.typeset.under_way
    return session.reading is not None


def _wait(app: QApplication, ready: object) -> None:
    """Let the event loop run until ``ready()`` or a minute has passed."""
    assert callable(ready)
    loop = QEventLoop(app)
    look, stop = QTimer(), QTimer()
    look.setInterval(50)
    look.timeout.connect(lambda: loop.quit() if ready() else None)
    stop.setSingleShot(True)
    stop.timeout.connect(loop.quit)
    look.start()
    stop.start(_SETTLE_MS)
    loop.exec()


def _catch_bugs(program: Program) -> None:
    """An exception that nobody caught is a bug of ours: save a report without article text, say so, keep the windows."""

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        save_report(error, "window")
        if program.active is not None:
            program.active.show_trouble(trouble_of(error))

    sys.excepthook = hook


def _end_when_interrupted(program: Program) -> Any:
    """Ctrl+C closes the windows once Qt is done with what it is doing: an exception in the middle of painting would end in a crash, and
    one in the middle of opening a window would leave it open. Gives who heard it until now.
    """
    heard = signal.getsignal(signal.SIGINT) or signal.SIG_DFL

    def end() -> None:
        program.close()
        QCoreApplication.quit()

    if heard is not signal.SIG_IGN:  # who begins the program may want it to go on
        signal.signal(signal.SIGINT, lambda _number, _frame: QTimer.singleShot(0, program, end))
    return heard
