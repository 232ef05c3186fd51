"""An import from the files to the library: the parser worker reads ahead while the writer worker stores."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from briefing_app.model.errors import WorkerDied
from briefing_app.pipeline.host import Host
from briefing_app.pipeline.import_report import Duplicate, Imported, ImportReport, Skipped
from briefing_app.pipeline.parsing import inside, parse
from briefing_app.pipeline.progress import Meter, Progress, Stage
from briefing_app.pipeline.requests import ParsedPart, Stored, StorePart
from briefing_app.pipeline.walk import FoundFile, files_of

_AHEAD = 8
"""Parsed articles that wait for the writer at most: enough to keep both workers busy, little to hold in memory."""
_WRITER_TRIES = 3


@dataclass(frozen=True, slots=True)
class _Part:
    """One parsed article on its way to the writer."""

    file: FoundFile
    part: ParsedPart


@dataclass(frozen=True, slots=True)
class _FileEnd:
    """Nothing more comes of this file; ``skipped`` when it, the rest of it, or files in it were set aside."""

    skipped: tuple[Skipped, ...]


class Intake:
    """One import. ``run`` blocks until every file is stored or set aside, or until ``cancelled`` is set."""

    def __init__(self, parser: Host, writer: Host, tell: Callable[[Progress], None], cancelled: threading.Event) -> None:
        self._parser = parser
        self._writer = writer
        self._meter = Meter(Stage.IMPORT, tell)
        self._cancelled = cancelled
        self._given_up = threading.Event()
        self._parsed: queue.Queue[_Part | _FileEnd | BaseException | None] = queue.Queue(_AHEAD)
        self._imported: list[Imported] = []
        self._skipped: list[Skipped] = []
        self._duplicates: list[Duplicate] = []
        self._original: bytes | None = None

    def run(self, paths: Sequence[Path]) -> ImportReport:
        """Import the files and folders. Raises StorageFailed and the other errors that stop every further file; ``so_far`` then tells."""
        self._parser.start()
        self._writer.start()
        found = list(files_of(paths, self._stopped))
        reading = threading.Thread(target=self._read_all, args=(found,), name="import reading", daemon=True)
        reading.start()
        done = 0
        self._meter.at(0, len(found))
        try:
            while (item := self._parsed.get()) is not None:
                if isinstance(item, BaseException):
                    raise item
                if isinstance(item, _Part):
                    self._store(item)
                    continue
                self._skipped.extend(item.skipped)
                done += 1
                self._meter.at(done, len(found))
        finally:
            self._given_up.set()
            with suppress(queue.Empty):  # room for a reader that waits to hand something over
                while True:
                    self._parsed.get_nowait()
            reading.join()
        return self.so_far(cancelled=self._cancelled.is_set() and done < len(found))

    def so_far(self, *, cancelled: bool) -> ImportReport:
        """What has been done with the files so far."""
        return ImportReport(tuple(self._imported), tuple(self._skipped), tuple(self._duplicates), cancelled)

    def _stopped(self) -> bool:
        return self._cancelled.is_set() or self._given_up.is_set()

    def _hand_over(self, item: _Part | _FileEnd | BaseException | None) -> None:
        while not self._given_up.is_set():
            with suppress(queue.Full):
                self._parsed.put(item, timeout=0.1)
                return

    def _read_all(self, found: Sequence[FoundFile | Skipped]) -> None:
        try:
            for file in found:
                if self._stopped():
                    break
                self._hand_over(_FileEnd((file,) if isinstance(file, Skipped) else self._parse(file)))
        except CancelledError:
            pass
        except BaseException as problem:
            self._hand_over(problem)
        self._hand_over(None)

    def _parse(self, file: FoundFile) -> tuple[Skipped, ...]:
        return parse(self._parser, file, lambda part: self._hand_over(_Part(file, part)), self._cancelled)

    def _store(self, item: _Part) -> None:
        if item.part.original is not None:
            self._original = item.part.original
        assert self._original is not None
        deaths = 0
        path = inside(item.file.shown_absolute, item.part.member)
        original, stored = item.part.original, None
        while stored is None:
            try:
                stored = self._writer.ask(StorePart(item.part.document, original, path))
            except WorkerDied:
                deaths += 1
                if deaths == _WRITER_TRIES:
                    raise
            original = self._original  # a writer that has just been started knows no part before this one
        self._note(inside(item.file.shown, item.part.member), path, stored, again=deaths > 0)

    def _note(self, shown: str, path: str, stored: Stored, *, again: bool) -> None:
        # The writer can die after it has committed: the second try then finds the article of the first.
        ours = again and stored.path == path
        if stored.duplicate and not ours:
            self._duplicates.append(Duplicate(shown, stored.article, stored.trashed))
        else:
            self._imported.append(Imported(stored.article, shown, stored.title, stored.version_of))
