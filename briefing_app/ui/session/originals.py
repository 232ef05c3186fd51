"""Originals as they were received: shown, and saved to a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing_app.model.article import Article
from briefing_app.model.document import AsReceived
from briefing_app.model.errors import StorageFailed
from briefing_app.pipeline.job import Job
from briefing_app.ui.jobs import Lane

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


class Originals(QObject):
    """Asks the parser process for what there is to see; a newer wish takes the place of an older one."""

    arrived = Signal(object, object)  # Article, AsReceived

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._job: Job[AsReceived] | None = None
        self._saving: Lane[Path] = Lane("save original", session.relay)

    def close(self) -> None:
        """Let go of what is under way."""
        if self._job is not None:
            self._job.cancel()
        self._saving.close()

    def show(self, article: Article) -> None:
        """Fetch an original; ``arrived`` tells when it is there."""
        if self._job is not None:
            self._job.cancel()
        job = self._job = self._session.workbench.as_received(article.id, article.custody.file_name)

        def done(received: AsReceived) -> None:
            if job is self._job:
                self.arrived.emit(article, received)

        self._session.relay.watch(job.future, done, self._session.fail)

    def save(self, article: Article, path: Path) -> None:
        """Write the bytes as they were received."""
        library = self._session.workbench.library

        def write() -> Path:
            data = library.original(article.id)
            partial = path.with_name(f"{path.name}.part")
            try:
                with partial.open("wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                partial.replace(path)
            except OSError as error:
                partial.unlink(missing_ok=True)
                sentence = f"The original could not be written to {path}: {error.strerror or error}."
                raise StorageFailed(sentence, "Choose another folder, or make room on the disk.") from error
            return path

        said = self.tr("Saved %1")
        self._saving.ask(write, lambda written: self._session.said.emit(said.replace("%1", str(written))), self._session.fail)
