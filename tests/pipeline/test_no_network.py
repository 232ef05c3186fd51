"""The whole main job in every process, where each attempt to reach a network fails loudly and leaves a trace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

GUARD = """
import os, sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request"):
        address = arguments[1] if event in ("socket.connect", "socket.sendto") else arguments[0]
        if isinstance(address, (str, bytes)) and event.startswith("socket.connect"):
            return  # a socket of this machine's file system
        with open(os.environ["REACHED_FOR_THE_NETWORK"], "a", encoding="utf-8") as trace:
            trace.write(f"{event} {address}\\n")
        raise RuntimeError(f"the program reached for the network: {event} {address}")

sys.addaudithook(watch)
"""
"""Read by every Python process before anything else; workers are such processes too."""


@pytest.mark.timeout(400)
def test_no_process_of_the_main_job_reaches_for_a_network(tmp_path: Path, sample: Path) -> None:
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    trace = tmp_path / "trace.txt"
    page = tmp_path / "page.html"
    page.write_text(
        '<html><head><base href="http://192.0.2.1/"><link rel="stylesheet" href="http://192.0.2.1/a.css"></head><body><article>'
        "<h1>Ferry aground</h1><p>The ferry ran aground on Monday, the harbour office said, and nobody was hurt in the accident.</p>"
        '<img src="http://192.0.2.1/pixel.png"><iframe src="http://192.0.2.1/frame"></iframe></article></body></html>',
        encoding="utf-8",
    )
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(tmp_path / "guard"), str(CHECKOUT))),
        "REACHED_FOR_THE_NETWORK": str(trace),
        "http_proxy": "http://192.0.2.1:9",
        "https_proxy": "http://192.0.2.1:9",
    }
    library = str(tmp_path / "library")

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "briefing_app", "--library", library, *arguments]
        done = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, timeout=200, check=False)
        assert done.returncode in (0, 1), f"{arguments}: {done.stderr}"
        return done.stdout

    told = subprocess.run(
        [sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 9), 1)"],
        env=environment, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert "reached for the network" in told.stderr  # the guard itself works
    trace.unlink()
    articles = sorted((sample / "articles").iterdir())[:6]
    run("import", str(page), *map(str, articles))
    run("search", "ferry OR harbour")
    run("events")
    run("compare", "a1", "a2", "a3")
    run("show", "a1")
    run("brief", "e1", "-o", str(tmp_path / "briefing.pdf"))
    run("backup", str(tmp_path / "kept.briefing-backup"))
    run("export", str(tmp_path / "out"))
    run("annotations", "export", str(tmp_path / "notes.jsonld"))
    run("history", "a1")
    run("restore", str(tmp_path / "kept.briefing-backup"))
    run("verify")
    assert not trace.exists(), trace.read_text(encoding="utf-8")
