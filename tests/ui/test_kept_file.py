"""A file that is written beside the window: nobody waits for it, the newest counts, a kill leaves it whole."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing_app.ui.kept_file import KeptFile

_WRITER = """
import json, sys
from pathlib import Path
from briefing_app.ui.kept_file import KeptFile
kept = KeptFile(Path(sys.argv[1]))
for number in range(10**9):
    kept.keep(lambda _old: json.dumps({"number": number, "more": "x" * 50_000}).encode())
    kept.flush()
    print(number, flush=True)
"""


def test_who_keeps_does_not_wait_and_the_newest_counts(tmp_path: Path) -> None:
    kept, begun, disk = KeptFile(tmp_path / "new" / "kept"), threading.Event(), threading.Event()

    def slow(content: bytes) -> bytes:
        begun.set()
        disk.wait(250)
        return content + b"a"

    kept.keep(slow)
    assert begun.wait(100)
    for letter in (b"b", b"c", b"d"):
        kept.keep(lambda content, letter=letter: content + letter)  # type: ignore[misc]
    assert kept.read() == b""
    disk.set()
    kept.flush()
    assert kept.read() == b"ad"
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["kept"]


def test_a_disk_that_is_full_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptFile(tmp_path / "kept")
    kept.keep(lambda _old: b"old")
    kept.flush()

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    kept.keep(lambda _old: b"new")
    kept.flush()
    assert kept.read() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["kept"]


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_a_kill_loses_at_most_what_was_being_written(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    for _ in range(3):
        writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(file)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        seen = [int(writer.stdout.readline()) for _ in range(12)]
        os.kill(writer.pid, signal.SIGKILL)
        with writer:  # not by `communicate` with a time: it passes over the lines that came with those read already
            rest = writer.stdout.read()
        last = int((rest.split() or [seen[-1]])[-1])
        assert json.loads(file.read_bytes())["number"] in (last, last + 1)
