"""What is asked for ahead: the libraries that the program runs from, and what the last start took."""

from __future__ import annotations

import mmap
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing_app import ahead

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what is mapped and what is in memory")

OPEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from briefing_app import app, paths
application = app.application()
QTimer.singleShot(100, application.closeAllWindows)
app.main(Path(sys.argv[1]))
print(paths.last_start())
"""


@linux_only
def test_libraries_are_named_once() -> None:
    found = list(ahead.libraries())
    assert any("python" in file for file in found)
    assert len(found) == len(set(found))


def test_a_library_that_was_replaced_and_a_system_that_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "maps"
    told.write_text(
        "7f00-7f01 r-xp 00000000 fe:00 1 /gone/with space.so (deleted)\n7f01-7f02 rw-p 00000000 00:00 0 [heap]\n", encoding="utf-8"
    )
    monkeypatch.setattr(ahead, "_MAPPINGS", told)
    assert list(ahead.libraries()) == ["/gone/with space.so (deleted)"]
    ahead.ask_for(ahead.libraries())
    monkeypatch.setattr(ahead, "_MAPPINGS", tmp_path / "none")
    assert list(ahead.libraries()) == []


@linux_only
def test_a_file_is_asked_for_whole_though_the_system_reads_little_for_one_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, asked = tmp_path / "library.so", set[int]()
    file.write_bytes(bytes(5 * 131_072 + 1))

    def advise(_number: int, start: int, length: int, _advice: int) -> None:
        assert 0 < length <= 131_072
        asked.update(range(start, start + length))

    monkeypatch.setattr(os, "posix_fadvise", advise)
    ahead.ask_for([str(file)])
    assert asked.issuperset(range(file.stat().st_size))


@linux_only
def test_a_font_that_is_drawn_from_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    font, asked = tmp_path / "Letters.TTC", []
    font.write_bytes(bytes(8192))
    monkeypatch.setattr(ahead, "ask_for", lambda files: asked.extend(files))
    with font.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ):
        assert str(font) not in ahead.libraries()
        ahead.ask_for_fonts()
        for thread in threading.enumerate():
            if thread.name == "reading fonts ahead":
                thread.join()
    assert asked.count(str(font)) == 1


def test_the_modules_of_a_start_are_told_in_the_order_of_their_loading() -> None:
    found = list(ahead.files_of_start())
    enum, own = (found.index(str(module.__cached__)) for module in (sys.modules["enum"], ahead))
    assert enum < own


@linux_only
def test_nothing_is_asked_for_that_is_in_memory_or_never_was_told(tmp_path: Path) -> None:
    told, file = tmp_path / "start", tmp_path / "library.so"
    file.write_bytes(bytes(8192))
    before = set(threading.enumerate())
    ahead.ask_for_start(told)
    told.write_text(f"{file}\n{tmp_path / 'gone'}", encoding="utf-8")
    ahead.ask_for_start(told)
    told.write_bytes(b"\xff\0\n\n")  # a disk that lost it
    ahead.ask_for_start(told)
    ahead.ask_for([str(tmp_path / "gone"), "\0"])
    assert set(threading.enumerate()) <= before  # one of another test may have ended


def test_a_window_that_closes_at_once_tells_what_its_start_took(checkout: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "caches"), "LOCALAPPDATA": str(tmp_path)}
    command = [sys.executable, "-c", OPEN, str(tmp_path / "library")]
    done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stderr
    files = Path(done.stdout.strip()).read_text(encoding="utf-8").splitlines()
    assert any("article_list" in file for file in files)
    assert any(file.endswith("Inter-Regular.otf") for file in files)
