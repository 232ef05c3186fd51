"""All windows of the program: which libraries are open, which windows look at them, and when the last of them closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from briefing_app import paths
from briefing_app.library import is_library
from briefing_app.model.errors import BriefingError, LibraryCorrupt, LibraryError, LibraryGone, LibraryHeld, LibraryTooNew, StorageFailed
from briefing_app.model.shelf import Arrangement
from briefing_app.pipeline import Workbench
from briefing_app.ui import actions
from briefing_app.ui.error_text import (
    Trouble,
    lost_libraries_trouble,
    reading_trouble,
    renewed_trouble,
    settings_trouble,
    trouble_of,
)
from briefing_app.ui.keys import Keymap
from briefing_app.ui.places import Place, Places
from briefing_app.ui.session import Session
from briefing_app.ui.session.library_jobs import JobKind, LibraryJobs
from briefing_app.ui.session.looking_after import LookingAfter
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look
from briefing_app.ui.window import Window
from briefing_app.ui.window.restoring import Restoring, place_of

if TYPE_CHECKING:
    from briefing_app.library.backup import Staged
    from briefing_app.ui.session.keeping import Keeping

_CASCADE = 32
_KEEP_EVERY_MS = 20_000


@dataclass(slots=True)
class _Opened:
    """An open library with its windows; ``trouble`` says why it can only be read."""

    workbench: Workbench
    jobs: LibraryJobs
    looking_after: LookingAfter
    trouble: Trouble | None = None
    windows: list[Window] = field(default_factory=list)


class Program(QObject):
    """Opens windows and closes libraries. One workbench a library, one session a window."""

    def __init__(self, settings: Settings, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._look = settings, look
        self._keymap = Keymap(settings, self)
        self._places = Places(settings.file.with_name("windows.json"))
        self._opened: dict[Path, _Opened] = {}
        self._lost: dict[Path, Trouble] = {}
        """Libraries of the last run that did not open, until it is told."""
        self._leaving = False
        self._keeping = QTimer(self)
        self._keeping.setInterval(_KEEP_EVERY_MS)
        self._keeping.timeout.connect(self._keep)
        self._keeping.start()

    @property
    def windows(self) -> tuple[Window, ...]:
        """Every open window, library by library."""
        return tuple(window for opened in self._opened.values() for window in opened.windows)

    @property
    def active(self) -> Window | None:
        """The window in which the analyst works, else the first; None when none is open."""
        windows, front = self.windows, QApplication.activeWindow()
        return next((window for window in windows if window is front), windows[0] if windows else None)

    def open(self, folder: Path) -> Window:
        """A window on the library in ``folder``, which is made when there is none. What another program holds is open for reading only.

        It stands where the library's last window stood. Raises LibraryCorrupt, LibraryError, StorageFailed.
        """
        return self._open_at(folder.resolve(), self._places.of(folder.resolve()))

    def restore(self) -> None:
        """Open the windows of the last run where they stood; a library that does not open is told in one that does, now or in ``begin``."""
        for folder, place in self._places.open:
            try:
                self._open_at(folder, place, make=False)
            except BriefingError as error:
                self._lost[folder] = trouble_of(error, "open_library")
        self._tell_lost()

    def begin(self, folder: Path) -> None:
        """Open the first window. That a library which was open before is gone, and is made anew, is told in it. Raises as ``open``."""
        folder = folder.resolve()
        if not is_library(folder) and (folder in self._settings.libraries() or self._places.knows(folder)):
            self._lost[folder] = renewed_trouble(folder)
        self.open(folder)
        self._tell_lost()

    def _tell_lost(self) -> None:
        if self._lost and self.windows:
            self.windows[0].show_trouble(lost_libraries_trouble(tuple(self._lost.values())))
            self._lost.clear()

    def _open_at(self, folder: Path, place: Place, *, make: bool = True) -> Window:
        if not make and not is_library(folder):
            sentence = self.tr("The library %1 is not there any more.").replace("%1", str(folder))
            raise LibraryError(sentence, self.tr("Connect its disk or open it where it lies now; else bring a backup back."))
        if folder not in self._opened:
            self._opened[folder] = _open(folder)
        self._settings.remember_library(folder)
        return self._make_window(self._opened[folder], place)

    def close(self) -> None:
        """Close every window and library. A second call does nothing."""
        self._keeping.stop()
        self._keep()
        self._leaving = True
        for window in self.windows:
            window.confirm_close = _always
            window.close()
        for folder in list(self._opened):
            self._close_library(folder)
        self._settings.flush()
        self._places.flush()

    def _keep(self) -> None:
        """Keep where all windows stand; now and then too, so that little is lost when the machine stops."""
        if not self._leaving and self.windows:
            self._places.keep([(folder, place_of(window)) for folder, opened in self._opened.items() for window in opened.windows])

    def _make_window(self, opened: _Opened, place: Place) -> Window:
        session = Session(opened.workbench, opened.jobs)
        kept = self._settings.read()
        session.following.arrange(Arrangement(kept.order, kept.grouped))
        session.following.shelf, session.zone_view = place.shelf, place.zones
        session.start()  # the list is read while the window is made
        window = Window(session, self._look, self._settings, self._keymap)
        Restoring(window, place)
        window.confirm_close = lambda: self._may_close(opened)
        window.another_wanted.connect(lambda: self._another(opened, window))
        window.library_wanted.connect(lambda folder, new: self._go_to(window, folder, new=new))
        window.reopen_wanted.connect(lambda: self._reopen(opened, window))
        window.session.keeping_made.connect(lambda keeping: self._hear(keeping, opened, window))
        opened.looking_after.troubled.connect(window.session.tell)
        window.quit_wanted.connect(self._quit)
        window.closing.connect(lambda: self._forget(opened, window))
        if self._settings.set_aside is not None and not self.windows:
            window.show_trouble(settings_trouble(self._settings.set_aside))
        opened.windows.append(window)
        if opened.trouble is not None:
            window.show_trouble(opened.trouble)
        window.show()
        if not kept.toured:
            for settled in (session.following.listed, session.long_jobs.ended):
                settled.connect(lambda: window.room.first_paint.now_or_then(lambda: actions.helping.offer_tour(window)))
        library = opened.workbench.library
        if paths.is_sample_library(library.folder) and not session.read_only and not library.article_count():
            session.long_jobs.import_paths([paths.resource("sample", "articles")])
        return window

    def _hear(self, keeping: Keeping, opened: _Opened, window: Window) -> None:
        keeping.staged.connect(lambda staged: self._restore_backup(opened, window, staged))
        keeping.taken_in.connect(lambda folder: self._go_to(window, folder, new=False))

    def _another(self, opened: _Opened, before: Window) -> None:
        """A second window on the same library, a little to the side, at the same article."""
        window = self._make_window(opened, place_of(before))
        window.move(before.x() + _CASCADE, before.y() + _CASCADE)
        window.activateWindow()

    def _go_to(self, window: Window, folder: Path, *, new: bool) -> None:
        """Open a library in the window's place; when it does not open, the window stays and says why."""
        if not new and not is_library(folder):
            sentence = self.tr("There is no library in %1.").replace("%1", str(folder))
            window.show_trouble(Trouble(sentence, self.tr("Choose another folder, or make a library there."), verb="new_library"))
            return
        left = self._leave_gone(window)
        try:
            other = self.open(folder)
        except BriefingError as error:
            window.show_trouble(trouble_of(error, "open_library"))
            return
        other.setGeometry(window.geometry())
        window.close()
        for one in left:
            one.close()

    def _leave_gone(self, window: Window) -> tuple[Window, ...]:
        """Close a window's library when that is gone, for its lock may lie in the very folder that is opened next; its other windows."""
        opened = next((one for one in self._opened.values() if window in one.windows), None)
        try:
            if opened is not None:
                opened.workbench.library.require_there()
            return ()
        except LibraryGone:
            assert opened is not None
        for one in opened.windows:
            one.confirm_close = _always
        self._close_library(opened.workbench.library.folder.resolve())
        return tuple(one for one in opened.windows if one is not window)

    def _reopen(self, opened: _Opened, window: Window) -> None:
        """Try whether the library can be written to now."""
        folder = opened.workbench.library.folder.resolve()
        try:
            opened.workbench.library.require_there()
            Workbench.open(folder).close()
        except LibraryGone as error:
            window.show_trouble(trouble_of(error))
            return
        except (LibraryError, StorageFailed) as error:
            window.show_trouble(reading_trouble(error))
            return
        self._open_anew(opened)

    def _restore_backup(self, opened: _Opened, window: Window, staged: Staged) -> None:
        """A backup lies proven beside the library: ask, then put it in its place and open it in the same windows."""
        from briefing_app.pipeline.keeping import Keeping
        from briefing_app.ui.safety.asking import may_replace
        from briefing_app.ui.safety.model import held_words

        keeping = Keeping(opened.workbench.library.folder.resolve())
        if not may_replace(window, staged):
            keeping.forget_staged(staged.mark)
            return
        try:
            self._open_anew(opened, lambda: keeping.put_in_place(staged.mark))
        except BriefingError as error:
            (self.active or window).show_trouble(trouble_of(error, "restore_backup"))
            return
        for one in self._opened[opened.workbench.library.folder.resolve()].windows:
            one.status.say(self.tr("The backup is back: %1.").replace("%1", held_words(staged.facts)))

    def _open_anew(self, opened: _Opened, between: Callable[[], object] = lambda: None) -> None:
        """Close the library, do what needs it closed, and open it in windows where they stood. Raises what ``between`` raises, then."""
        folder = opened.workbench.library.folder.resolve()
        before = tuple(opened.windows)
        self._close_library(folder)
        try:
            between()
        finally:
            for one in before:
                self._open_at(folder, self._places.of(folder), make=False).setGeometry(one.geometry())
            for one in before:
                one.confirm_close = _always
                one.close()

    def _may_close(self, opened: _Opened) -> bool:
        """Ask before the last window of a library ends an import; one that ends by itself meanwhile is the answer."""
        if len(opened.windows) > 1 or not opened.jobs.importing:
            return True
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(opened.windows[-1])
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Articles are being imported."))
        box.setInformativeText(self.tr("What is imported so far stays. Import the same files again to go on."))
        stop = box.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(box.addButton(self.tr("Go on importing"), QMessageBox.ButtonRole.RejectRole))

        def answer(_kind: JobKind) -> None:
            if not opened.jobs.importing:
                stop.click()

        opened.jobs.ended.connect(answer)
        box.exec()
        opened.jobs.ended.disconnect(answer)
        box.deleteLater()
        return box.clickedButton() is stop

    def _forget(self, opened: _Opened, window: Window) -> None:
        folder = opened.workbench.library.folder.resolve()
        place = place_of(window)
        opened.windows.remove(window)
        if not self._leaving:
            self._places.keep_closed(folder, place)
            if self.windows:
                self._keep()
            else:
                self._places.keep([(folder, place)])
        if not opened.windows and self._opened.get(folder) is opened:
            self._close_library(folder)
        window.deleteLater()

    def _close_library(self, folder: Path) -> None:
        opened = self._opened.pop(folder, None)
        if opened is not None:
            for window in opened.windows:
                window.session.close()
            opened.looking_after.close()
            opened.jobs.close()
            opened.workbench.close()
            opened.jobs.deleteLater()

    def _quit(self) -> None:
        """Close window after window; one that wants to stay ends it. All open again next time."""
        self._keep()
        self._leaving = True
        for window in self.windows:
            if not window.close():
                self._leaving = False
                return
        app = QApplication.instance()
        if app is not None:
            app.quit()


def _open(folder: Path) -> _Opened:
    trouble = None
    try:
        workbench = Workbench.open(folder)
    except (LibraryHeld, LibraryTooNew) as error:
        workbench = Workbench.open(folder, read_only=True)
        trouble = reading_trouble(error)
    except StorageFailed as error:
        if not is_library(folder):
            raise
        workbench = Workbench.open(folder, read_only=True)  # on a disk or in a folder that nobody may write to
        trouble = reading_trouble(error)
    jobs = LibraryJobs(workbench)
    return _Opened(workbench, jobs, LookingAfter(jobs), trouble)


def ask_for_library(error: BriefingError, propose: Path) -> Path | None:
    """The program's library does not open and there is no window yet: ask which one to open instead, None for none.

    A damaged one can be brought back from a backup.
    """
    from PySide6.QtWidgets import QFileDialog, QMessageBox

    trouble = trouble_of(error)
    box = QMessageBox(QMessageBox.Icon.Warning, QCoreApplication.applicationName(), trouble.sentence)
    box.setInformativeText(trouble.next_step)
    other = box.addButton(QCoreApplication.translate("program", "Open another library …"), QMessageBox.ButtonRole.AcceptRole)
    back = None
    if isinstance(error, LibraryCorrupt):
        back = box.addButton(QCoreApplication.translate("program", "Bring a backup back …"), QMessageBox.ButtonRole.ActionRole)
    box.setEscapeButton(box.addButton(QCoreApplication.translate("program", "Quit"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    if back is not None and box.clickedButton() is back:
        from briefing_app.ui.safety.opening import bring_back

        bring_back(propose)
        return propose  # tried again: opened, or asked about again
    if box.clickedButton() is not other:
        return None
    words = QCoreApplication.translate("program", "Open a library")
    name = QFileDialog.getExistingDirectory(None, words, str(propose.parent))
    return Path(name) if name else None


def _always() -> bool:
    return True
