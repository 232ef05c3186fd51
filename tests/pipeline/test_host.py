"""Real worker processes: they answer, die, hang and are orphaned, and the program goes on."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import msgspec
import pytest

from briefing_app.model.article import Document
from briefing_app.model.errors import SkipCode, WorkerDied
from briefing_app.pipeline.host import PATIENCE_S, Host, WorkerHung, WorkerNotStarted
from briefing_app.pipeline.requests import Parsed, ParsedPart, ParseFile, Role, Setting

posix = pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
STORY = "The harbour at Lund Point opened again on Tuesday.\n\nTwo ships had waited outside for nine days.\n"


def _kill_after(seconds: float, pid: int) -> None:
    def kill() -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)

    threading.Timer(seconds, kill).start()


@pytest.fixture(scope="module")
def parser() -> Iterator[Host]:
    host = Host(Setting(Role.PARSER, None, read_only=True))
    yield host
    host.close()


def _request(file: Path) -> ParseFile:
    return ParseFile(os.fsencode(file), str(file))


def _story(folder: Path) -> Path:
    file = folder / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


def _running(pid: int) -> bool:
    """Whether the process still runs, with any of its threads; one that ended and was not waited for does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
        return state != "Z" or len(list(Path(f"/proc/{pid}/task").iterdir())) > 1
    except (FileNotFoundError, ProcessLookupError):
        return False


def _gone(pid: int, seconds: float = 100.0) -> bool:
    until = time.monotonic() + seconds
    while _running(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not _running(pid)


def test_a_file_comes_back_as_a_document(parser: Host, tmp_path: Path) -> None:
    parts: list[ParsedPart] = []
    assert parser.ask(_request(_story(tmp_path)), on_note=parts.append) == Parsed()
    (part,) = parts
    assert part.original == STORY.encode()
    document = msgspec.msgpack.decode(part.document, type=Document)
    assert document.text == STORY
    assert all(zone.span.end <= len(document.text) for zone in document.zones)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("empty.txt", b"", SkipCode.EMPTY), ("noise.bin", bytes(range(256)) * 40, SkipCode.BINARY)],
)
def test_bad_files_are_set_aside_with_a_reason(parser: Host, tmp_path: Path, name: str, content: bytes, code: SkipCode) -> None:
    (tmp_path / name).write_bytes(content)
    parsed = parser.ask(_request(tmp_path / name))
    assert parsed.code is code
    assert parsed.reason


def test_a_huge_file_is_not_read(parser: Host, tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    began = time.monotonic()
    parser.start()
    assert parser.ask(_request(huge)).code is SkipCode.TOO_LARGE
    assert time.monotonic() - began < 30


def test_a_text_longer_than_any_article_is_set_aside(parser: Host, tmp_path: Path) -> None:
    dump = tmp_path / "dump.txt"
    dump.write_text("word " * 500_000, encoding="utf-8")
    parsed = parser.ask(_request(dump))
    assert parsed.code is SkipCode.TOO_LARGE
    assert "2,000,000" in parsed.reason


@posix
def test_pipes_and_folders_and_missing_files_never_block(parser: Host, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert parser.ask(_request(tmp_path / "pipe")).code is SkipCode.UNREADABLE
    assert parser.ask(_request(tmp_path)).code is SkipCode.UNREADABLE
    assert parser.ask(_request(tmp_path / "nothing")).code is SkipCode.MISSING
    assert parser.ask(_request(Path("/dev/zero"))).code is SkipCode.UNREADABLE


@posix
def test_a_killed_worker_is_noticed_and_replaced(parser: Host, digest: Path, tmp_path: Path) -> None:
    request = _request(digest)
    first: list[int] = []

    def kill(part: ParsedPart) -> None:
        if not first and part and parser.pid:
            first.append(parser.pid)
            os.kill(parser.pid, signal.SIGKILL)

    with pytest.raises(WorkerDied, match="signal 9"):
        parser.ask(request, on_note=kill)
    assert parser.ask(_request(_story(tmp_path))) == Parsed()
    assert [parser.pid] != first


@posix
def test_a_worker_killed_between_requests_costs_nothing(parser: Host, tmp_path: Path) -> None:
    request = _request(_story(tmp_path))
    parser.ask(request)
    assert parser.pid is not None
    os.kill(parser.pid, signal.SIGKILL)
    assert parser.ask(request) == Parsed()


@posix
def test_a_worker_that_dies_before_it_takes_a_request_costs_nothing_either(parser: Host, tmp_path: Path) -> None:
    request = _request(_story(tmp_path))
    parser.ask(request)
    first = parser.pid
    assert first is not None
    os.kill(first, signal.SIGSTOP)
    _kill_after(0.3, first)
    assert parser.ask(request) == Parsed()
    assert parser.pid != first


@posix
def test_a_hanging_worker_is_killed(parser: Host, tmp_path: Path) -> None:
    request = _request(_story(tmp_path))
    parser.ask(request)
    first = parser.pid
    assert first is not None
    os.kill(first, signal.SIGSTOP)
    with pytest.raises(WorkerHung):
        parser.ask(request, patience_s=0.3)
    assert _gone(first)
    assert parser.ask(request) == Parsed()


@posix
def test_a_cancelled_request_ends_soon(parser: Host, tmp_path: Path) -> None:
    request = _request(_story(tmp_path))
    parser.ask(request)
    assert parser.pid is not None
    os.kill(parser.pid, signal.SIGSTOP)
    cancelled = threading.Event()
    threading.Timer(0.1, cancelled.set).start()
    began = time.monotonic()
    with pytest.raises(CancelledError):
        parser.ask(request, cancelled=cancelled)
    assert time.monotonic() - began < PATIENCE_S / 2
    assert parser.ask(request) == Parsed()


@posix
def test_a_worker_ignores_ctrl_c(parser: Host, tmp_path: Path) -> None:
    request = _request(_story(tmp_path))
    parser.ask(request)
    first = parser.pid
    assert first is not None
    os.kill(first, signal.SIGINT)
    assert parser.ask(request) == Parsed()
    assert parser.pid == first


def test_a_closed_host_answers_no_more(tmp_path: Path) -> None:
    parser = Host(Setting(Role.PARSER, None, read_only=True))
    parser.ask(_request(_story(tmp_path)))
    pid = parser.pid
    assert pid is not None
    parser.close()
    with pytest.raises(WorkerNotStarted):
        parser.ask(_request(tmp_path))
    if sys.platform == "linux":
        assert _gone(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_worker_ever_loads_qt(parser: Host, tmp_path: Path) -> None:
    html = tmp_path / "page.html"
    html.write_text(f"<html><body><article><h1>Harbour opens</h1><p>{STORY}</p></article></body></html>", encoding="utf-8")
    parser.ask(_request(html))
    maps = Path(f"/proc/{parser.pid}/maps").read_text(encoding="utf-8")
    assert "lxml" in maps
    assert "Qt6" not in maps
    assert "PySide6" not in maps


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_numpy_gets_one_thread_in_a_worker(parser: Host, tmp_path: Path) -> None:
    parser.ask(_request(_story(tmp_path)))
    environment = Path(f"/proc/{parser.pid}/environ").read_bytes().split(b"\0")
    assert b"OPENBLAS_NUM_THREADS=1" in environment


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_workers_die_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    program = textwrap.dedent("""
        import sys, time
        from briefing_app.pipeline.host import Host
        from briefing_app.pipeline.requests import ParseFile, Role, Setting
        host = Host(Setting(Role.PARSER, None, read_only=True))
        host.ask(ParseFile(sys.argv[1].encode(), "story"))
        print(host.pid, flush=True)
        time.sleep(250)
    """)
    paths = os.pathsep.join([entry for entry in sys.path if entry])
    with subprocess.Popen(
        [sys.executable, "-c", program, str(_story(tmp_path))], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": paths}
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        assert _running(worker)
        parent.kill()
    assert _gone(worker)


@pytest.mark.skipif(sys.platform != "linux", reason="limits the address space")
def test_a_file_that_needs_too_much_memory_is_set_aside_and_the_next_one_read(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes("Слова и снова слова. ".encode() * 1_600_000)
    markup = tmp_path / "page.html"
    words = "<p>It <b>opened</b> on <a>Tuesday</a>.</p>" * 250_000
    markup.write_text(f"<html><body><h1>Harbour</h1>{words}</body></html>", encoding="utf-8")
    program = textwrap.dedent("""
        import resource, sys, threading
        from pathlib import Path
        resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))  # the worker takes the lower of this and its own
        from briefing_app.pipeline.host import Host
        from briefing_app.pipeline.parsing import parse
        from briefing_app.pipeline.requests import Role, Setting
        from briefing_app.pipeline.walk import FoundFile
        host = Host(Setting(Role.PARSER, None, read_only=True))
        for name in sys.argv[1:]:
            skipped = parse(host, FoundFile(Path(name), name), lambda part: None, threading.Event())
            print(skipped[0].code if skipped else "read", flush=True)
        host.close()
    """)
    paths = os.pathsep.join([entry for entry in sys.path if entry])
    ran = subprocess.run(
        [sys.executable, "-c", program, str(page), str(markup), str(_story(tmp_path))],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ran.stdout.split() == ["out_of_memory", "out_of_memory", "read"], ran.stderr
