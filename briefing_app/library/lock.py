"""Hides how one program keeps others from writing to its library: a lock on a file that the system frees when the program ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from briefing_app.model.errors import LibraryHeld, StorageFailed

if sys.platform == "win32":
    import msvcrt

    _PLACE = 1 << 30  # Beyond the words in the file: Windows locks keep others from reading what they cover.

    def _take(handle: int) -> bool:
        os.lseek(handle, _PLACE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _machine() -> str:
        return os.environ.get("COMPUTERNAME", "this machine")
else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _machine() -> str:
        return os.uname().nodename


class Lock:
    """The program's lock on a library folder, held until ``release`` or the end of the process.

    The system frees the lock of a program that is gone; the words in the file only name the holder.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock. Raises LibraryHeld naming the holder, StorageFailed when the file system refuses."""
        try:
            self._handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            sentence = f"The library {path.parent} cannot be written to: {error.strerror or error}."
            raise StorageFailed(sentence, "Make its folder writable, or copy it to where you may write.") from error
        try:
            if not _take(self._handle):
                raise LibraryHeld(self._holder())
            self.unclean = bool(self._words())
            """Whether the last holder ended without ``release``: it was killed, or the machine stopped."""
            os.lseek(self._handle, 0, os.SEEK_SET)
            if self.unclean:
                os.ftruncate(self._handle, 0)
            os.write(self._handle, f"process {os.getpid()} on {_machine()}".encode())
        except LibraryHeld:
            os.close(self._handle)
            raise
        except OSError as error:
            os.close(self._handle)
            sentence = f"The library's lock {path} could not be taken: {error.strerror or error}."
            raise StorageFailed(sentence, "Copy the library to a disk of this machine and open it there.") from error

    def release(self) -> None:
        """Let others write. A second call does nothing."""
        if self._handle >= 0:
            with suppress(OSError):
                os.ftruncate(self._handle, 0)
            os.close(self._handle)
            self._handle = -1

    def _holder(self) -> str:
        return self._words() or "unknown"

    def _words(self) -> str:
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.read(self._handle, 300).decode("utf-8", "replace").strip("\0 \n")
