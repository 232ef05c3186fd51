"""The lock of a library on a file system that has none."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from briefing_app.library import Library
from briefing_app.model.errors import StorageFailed
from tests.factories import document


@pytest.mark.skipif(sys.platform == "win32", reason="locks of a POSIX system")
def test_a_library_where_nothing_can_be_locked_is_read_and_the_next_step_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library.open(tmp_path / "library")
    library.add(document("The ferry", "It came back."), b"The ferry", "ferry.txt")
    library.close()

    def no_locks(_handle: int, _how: int) -> NoReturn:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with pytest.raises(StorageFailed, match="No locks available") as refused:
        Library.open(tmp_path / "library")
    assert "disk of this machine" in refused.value.next_step
    reader = Library.open(tmp_path / "library", read_only=True)
    assert len(reader.article_ids()) == 1
    reader.close()
