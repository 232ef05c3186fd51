"""One round of ``kill.py``: the program or one of its workers is killed at a random moment of an import."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.library import Library  # noqa: E402
from briefing_app.model.errors import BriefingError  # noqa: E402
from tests.endurance.rounds import SYLLABLES, BrokenPromise  # noqa: E402

ARTICLES = 40
VICTIMS = ("program", "parser", "writer")


@dataclass(frozen=True, slots=True)
class Round:
    """One round's folders."""

    articles: Path
    library: Path


def import_round(at: Round, chance: random.Random) -> str:
    """Import, kill, look, import again."""
    _write_articles(at.articles, chance)
    victim = chance.choice(VICTIMS)
    program = _start_import(at)
    seen: set[str] = set()
    wait_for = chance.randrange(ARTICLES)
    while len(seen) < wait_for and program.poll() is None:
        seen |= _committed(at.library)
        time.sleep(0.01)
    time.sleep(chance.random() * 0.1)
    hit = _kill(program, victim)
    try:
        out, _ = program.communicate(timeout=180)
    except subprocess.TimeoutExpired:
        program.kill()
        raise BrokenPromise(f"the program hung after its {victim} was killed") from None
    _no_orphans(program.pid)
    after = _committed(at.library)
    if not seen <= after:
        raise BrokenPromise(f"committed and then gone: {sorted(seen - after)[:3]}")
    if victim != "program" and hit:
        _whole_report(out, program.returncode, victim)
    _goes_on(at)
    return f"{victim:<8} {'killed' if hit else 'had ended'} when {len(seen):>2} were seen, {len(after):>2} were there afterwards"


def _write_articles(folder: Path, chance: random.Random) -> None:
    folder.mkdir(parents=True)
    for number in range(ARTICLES):
        # Words of its own for each story: the articles share no event, so that the rounds are short.
        words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(60)]
        sentences = [" ".join(chance.choices(words, k=12)).capitalize() + "." for _ in range(12)]
        (folder / f"{number:03}.txt").write_text(f"Story number {number}\n\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")


def _command(at: Round) -> list[str]:
    return [sys.executable, "-m", "briefing_app", "--library", str(at.library), "import", str(at.articles), "--json"]


def _start_import(at: Round) -> subprocess.Popen[str]:
    return subprocess.Popen(_command(at), cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def _committed(library: Path) -> set[str]:
    """The file names of the articles that another process finds in the library, each read whole."""
    try:
        opened = Library.open(library, read_only=True)
    except BriefingError:
        return set()  # not made yet
    try:
        names: set[str] = set()
        for article in opened.articles(opened.article_ids()):
            if hashlib.sha256(opened.original(article.id)).hexdigest() != article.custody.original_sha256:
                raise BrokenPromise(f"the original of {article.custody.file_name} has changed")
            names.add(article.custody.file_name)
        return names
    finally:
        opened.close()


def _workers(parent: int) -> dict[str, int]:
    """The role and number of each of a program's workers, read from /proc."""
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            ppid = int((entry / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1])
            command = (entry / "cmdline").read_text(encoding="utf-8")
        except (OSError, ValueError):
            continue
        for role in ("parser", "writer", "compute"):
            if ppid == parent and f"briefing {role} worker" in command:
                found[role] = int(entry.name)
    return found


_known: dict[int, dict[str, int]] = {}


def _kill(program: subprocess.Popen[str], victim: str) -> bool:
    workers = _known[program.pid] = _workers(program.pid)
    number = program.pid if victim == "program" else workers.get(victim)
    if number is None or program.poll() is not None:
        return False
    try:
        os.kill(number, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def _no_orphans(program: int) -> None:
    until = time.monotonic() + 60
    left = set(_known.pop(program, {}).values())
    while left and time.monotonic() < until:
        left = {number for number in left if Path(f"/proc/{number}").exists()}
        time.sleep(0.05)
    if left:
        raise BrokenPromise(f"workers outlived the program: {left}")


def _whole_report(out: str, code: int, victim: str) -> None:
    if code not in (0, 1):
        raise BrokenPromise(f"exit code {code} after the {victim} was killed")
    report = json.loads(out)
    told = len(report["imported"]) + len(report["skipped"]) + len(report["duplicates"])
    if told != ARTICLES:
        raise BrokenPromise(f"{told} of {ARTICLES} files in the report after the {victim} was killed")
    most = 1 if victim == "parser" else 0
    if len(report["skipped"]) > most or report["duplicates"]:
        raise BrokenPromise(f"after the {victim} was killed: {report['skipped']} {report['duplicates']}")


def _goes_on(at: Round) -> None:
    """A second import brings what is missing, and everything can be found."""
    again = subprocess.run(_command(at), cwd=CHECKOUT, capture_output=True, text=True, timeout=180, check=False)
    if again.returncode != 0:
        raise BrokenPromise(f"the next import ended with {again.returncode}: {again.stderr}")
    report = json.loads(again.stdout)
    if len(report["imported"]) + len(report["duplicates"]) != ARTICLES or len(_committed(at.library)) != ARTICLES:
        raise BrokenPromise("the next import did not complete the library")
    opened = Library.open(at.library)
    try:
        if opened.behind() or opened.search("story").total != ARTICLES:
            raise BrokenPromise(f"{opened.behind()} articles are not indexed")
    finally:
        opened.close()
