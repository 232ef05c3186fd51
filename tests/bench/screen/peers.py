"""The programs that ours is laid beside, each with a small state of its own, so that no first-run question stands in the way."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

INSTALL = "apt-get install --no-install-recommends recoll recollgui rssguard calibre"


@dataclass(frozen=True, slots=True)
class Peer:
    """How a program is started; ``environment`` is added to that of the screen. ``kept`` names files whose pages a cold start reads."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


def peers(home: Path, environment: Mapping[str, str]) -> list[Peer]:
    """Those that are installed, set up in ``home``; says which are missing and how to get them."""
    makers = {"recoll": _recoll, "rssguard": _rssguard, "calibre": _calibre}
    missing = [name for name in makers if shutil.which(name) is None]
    if missing:
        print(f"    not installed and not measured: {', '.join(missing)} ({INSTALL})", file=sys.stderr, flush=True)
    return [make(home / name, environment) for name, make in makers.items() if name not in missing]


def _recoll(home: Path, environment: Mapping[str, str]) -> Peer:
    """With an index of three small files: it asks to make one otherwise."""
    texts = home / "texts"
    texts.mkdir(parents=True)
    for number in range(3):
        (texts / f"{number}.txt").write_text(f"The harbour reopened on day {number}.\n", encoding="utf-8")
    (home / "recoll.conf").write_text(f"topdirs = {texts}\n", encoding="utf-8")
    _run(["recollindex", "-c", str(home)], environment)
    return Peer("recoll", ("recoll", "-c", str(home)))


def _rssguard(home: Path, _environment: Mapping[str, str]) -> Peer:
    """Without feeds; its web view does not run as root otherwise."""
    home.mkdir(parents=True)
    return Peer("rssguard", ("rssguard",), {"HOME": str(home), "QTWEBENGINE_DISABLE_SANDBOX": "1"})


def _calibre(home: Path, environment: Mapping[str, str]) -> Peer:
    """With one book, and told that its welcome has been seen."""
    settings, books = home / "settings", home / "books"
    settings.mkdir(parents=True)
    own = {"CALIBRE_CONFIG_DIRECTORY": str(settings), "HOME": str(home)}
    known = {"library_path": str(books), "installation_uuid": "00000000-0000-4000-8000-000000000000"}
    (settings / "global.py.json").write_text(json.dumps(known), encoding="utf-8")
    (settings / "dynamic.pickle.json").write_text(json.dumps({"welcome_wizard_was_run": True}), encoding="utf-8")
    _run(["calibredb", "add", "--empty", "--title", "A book", "--library-path", str(books)], {**environment, **own})
    return Peer("calibre", ("calibre",), own)


def _run(command: list[str], environment: Mapping[str, str]) -> None:
    done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=False, timeout=120)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stderr}")
