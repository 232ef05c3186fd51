"""The way back from a backup for a library that does not open, so that there is no window yet."""

from __future__ import annotations

from concurrent.futures import CancelledError
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog

from briefing_app.library.backup import SUFFIX, Staged
from briefing_app.pipeline import Progress
from briefing_app.pipeline.keeping import Keeping
from briefing_app.ui.error_text import trouble_of
from briefing_app.ui.jobs import Relay

_SHARES = 100


def bring_back(folder: Path) -> bool:
    """Ask for a backup, prove it and put it in the place of the library in ``folder``; whether that came about.

    What lies in the folder now is kept beside it. A backup that is damaged, and what else goes wrong, is told.
    """
    start = folder / "backups" if (folder / "backups").is_dir() else folder.parent
    name, _ = QFileDialog.getOpenFileName(None, _tr("Bring a backup back"), str(start), f"{_tr('Backups of a library')} (*{SUFFIX})")
    if not name:
        return False
    keeping = Keeping(folder.resolve())
    try:
        staged = _staged(keeping, Path(name))
        if staged is None:
            return False
        keeping.put_in_place(staged.mark)
    except Exception as error:
        trouble = trouble_of(error)
        QMessageBox.warning(None, QCoreApplication.applicationName(), f"{trouble.sentence} {trouble.next_step}".rstrip())
        return False
    finally:
        keeping.close()
    return True


def _staged(keeping: Keeping, path: Path) -> Staged | None:
    """Unpack and prove with a bar that can be stopped; None when it was. Raises what the job ends with."""
    keeper = QObject()
    relay = Relay(keeper)
    bar = QProgressDialog(_tr("Unpacking and proving the backup …"), _tr("Stop"), 0, _SHARES)
    bar.setWindowModality(Qt.WindowModality.ApplicationModal)
    bar.setMinimumDuration(0)
    bar.setAutoReset(False)

    def told(progress: Progress) -> None:
        share = min(_SHARES - 1, _SHARES * progress.done // max(1, progress.total))
        relay.call(lambda: bar.setValue(share))

    def end() -> None:
        bar.done(0)

    job = keeping.stage(path, told)
    bar.canceled.connect(job.cancel)
    relay.watch(job.future, lambda _staged: end(), lambda _error: end(), end)
    bar.exec()
    relay.close()
    try:
        return job.future.result()
    except CancelledError:
        return None


def _tr(words: str) -> str:
    return QCoreApplication.translate("backups", words)
