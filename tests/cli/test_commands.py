"""The commands from outside: their JSON, their words, their exit codes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from briefing_app import __version__, cli
from briefing_app.anchoring import anchor
from briefing_app.cli import brief, import_files
from briefing_app.cli.table import COMMANDS
from briefing_app.library import Library, digests
from briefing_app.model.analysis_versions import findings_version
from briefing_app.model.arranging import named
from briefing_app.model.edit import PutRuling, TrashArticles
from briefing_app.model.errors import StorageFailed
from briefing_app.model.event import EventHold
from briefing_app.model.findings import Findings
from briefing_app.model.ids import ArticleId, EventId, RulingId
from briefing_app.model.ruling import Parted, Passage, Ruling
from briefing_app.model.span import Span
from briefing_app.pipeline import ImportReport, Job, Workbench
from tests.cli.conftest import BRIDGE_ONE, Run
from tests.factories import NOON


def test_import_twice(run: Run, stories: Path, tmp_path: Path) -> None:
    first = run("import", stories / "bridge-1.txt", "--json", "--library", tmp_path / "new")
    assert first.code == 0
    assert first.json == {
        "imported": [{"id": "a1", "path": str(stories / "bridge-1.txt"), "title": "Bridge at Osterby closed after crack is found"}],
        "skipped": [],
        "duplicates": [],
    }
    second = run("--library", tmp_path / "new", "import", stories / "bridge-1.txt", stories / "gone.txt", "--json")
    assert second.code == 1
    assert second.json["duplicates"] == [{"path": str(stories / "bridge-1.txt"), "of": "a1"}]
    assert [(skip["code"], bool(skip["reason"])) for skip in second.json["skipped"]] == [("missing", True)]


def test_what_lies_in_the_trash_is_not_found_and_said_to_be_there(run: Run, library: Path, stories: Path, tmp_path: Path) -> None:
    copy = _copy_of(library, tmp_path)
    opened = Library.open(copy)
    opened.apply(TrashArticles((ArticleId(1),), True))
    opened.close()
    found = run("search", "girder", "--json", "--library", copy).json
    assert (found["total"], found["behind"], [hit["id"] for hit in found["hits"]]) == (1, 0, ["a2"])
    assert run("events", "--json", "--library", copy).json == {"events": []}
    assert "1 article" in run("events", "--library", copy).out
    again = run("import", stories / "bridge-1.txt", "--library", copy)
    assert f"{stories / 'bridge-1.txt'} (in the trash)" in again.out
    assert "1 article and 0 events" in again.out
    assert run("import", stories / "bridge-1.txt", "--json", "--library", copy).json["duplicates"] == [
        {"path": str(stories / "bridge-1.txt"), "of": "a1"}
    ]


def test_show(run: Run, library: Path) -> None:
    shown = run("show", "a1", "--json", "--library", library).json
    assert shown["text"] == BRIDGE_ONE
    assert shown["text_sha256"] == hashlib.sha256(BRIDGE_ONE.encode()).hexdigest()
    assert shown["title"]["value"] == "Bridge at Osterby closed after crack is found"
    assert shown["source"] == {"value": None, "evidence": [], "confidence": 0.0}
    words = run("show", "a1", "--library", library)
    assert words.code == 0
    assert "Marta Lindqvist" in words.out
    assert "source    unknown" in words.out
    assert re.search(r"\nimported  \d{4}-\d\d-\d\d \d\d:\d\d UTC\nfile      .+\nsha256    [0-9a-f]{64}\n", words.out)


def test_search(run: Run, library: Path) -> None:
    found = run("search", "girder", "--json", "--library", library).json
    assert (found["total"], found["behind"]) == (2, 0)
    assert {hit["id"] for hit in found["hits"]} == {"a1", "a2"}
    passage = found["hits"][0]["passages"][0]
    assert passage["start"] <= passage["marks"][0][0] < passage["marks"][0][1] <= passage["end"]
    assert run("search", "girder", "--json", "--limit", "1", "--library", library).json["total"] == 2
    assert "*girder*" in run("search", "girder", "--library", library).out


def test_events(run: Run, library: Path) -> None:
    (event,) = run("events", "--json", "--library", library).json["events"]
    assert list(event) == ["id", "title", "date", "articles", "reasons", "stage_of"]
    assert event["id"] == "e1"
    assert set(event["articles"]) == {"a1", "a2"}
    words = run("events", "--library", library)
    assert words.code == 0
    assert "2 articles" in words.out


def test_compare_an_event_articles_and_files(run: Run, library: Path, stories: Path) -> None:
    event = run("compare", "e1", "--json", "--library", library).json
    assert {article["id"] for article in event["articles"]} == {"a1", "a2"}
    assert event["claims"]
    articles = run("compare", "a2", "a1", "--json", "--library", library).json
    assert [article["id"] for article in articles["articles"]] == ["a2", "a1"]
    files = run("compare", stories / "bridge-2.txt", stories / "bridge-1.txt", "--json").json
    assert [(article["id"], article["path"]) for article in files["articles"]] == [
        ("a1", str(stories / "bridge-2.txt")),
        ("a2", str(stories / "bridge-1.txt")),
    ]
    words = run("compare", "e1", "--library", library)
    assert words.code == 0
    assert "six weeks" in words.out
    assert "different events" not in run("compare", "a2", "a1", "--library", library).err


@pytest.mark.parametrize("suffix", ["pdf", "md"])
def test_brief(run: Run, library: Path, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"bridge.{suffix}"
    ran = run("brief", "e1", "-o", file, "--library", library)
    assert (ran.code, ran.out) == (0, f"{file}\n")
    assert file.stat().st_size > 500
    assert run("brief", "e1", "-o", file, "--json", "--library", library).json["written"] == str(file)


def test_reindex(run: Run, library: Path) -> None:
    assert run("reindex", "--library", library).out == "Indexed 2 articles.\n"
    assert run("reindex", "--json", "--library", library).json == {"indexed": 2}
    assert run("search", "girder", "--json", "--library", library).json["total"] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "a99"),
        ("show", "e1"),
        ("show", "nonsense"),
        ("compare", "e99"),
        ("compare", "e1", "a1"),
        ("compare", "e1", "e2"),
        ("compare", "a1", "nothing.txt"),
        ("compare", "nothing.txt"),
        ("brief", "e1", "-o", "x.exe"),
        ("brief", "e99", "-o", "x.pdf"),
        ("brief", "a1", "-o", "x.pdf"),
        ("search", "date:soon"),
        ("search", "x", "--limit", "0"),
        ("search", "x", "--sort", "colour"),
        ("wash", "a1"),
    ],
)
def test_wrong_use(run: Run, library: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, "--library", library)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err
    assert "Traceback" not in ran.err


def test_what_is_mistyped_is_told_at_its_place_and_the_rest_is_searched_for(run: Run, library: Path) -> None:
    ran = run("search", "girder", "sourse:post", "--library", library)
    assert ran.code == 1
    place, below, message, rest, *_ = ran.err.splitlines()
    assert place[below.index("^") : below.rindex("^") + 1] == "sourse"
    assert "source:" in message
    assert "rest" in rest
    whole = run("search", "girder AND", "--json", "--library", library)
    assert whole.code == 1
    assert whole.json["total"] == 2
    (mistake,) = whole.json["mistakes"]
    assert (mistake["start"], mistake["end"]) == (10, 10)
    assert mistake["message"]
    nothing_left = run("search", "date:soon", "--library", library)
    assert (nothing_left.code, nothing_left.out) == (2, "")
    assert "^^^^" in nothing_left.err


def test_a_library_that_is_not_there(run: Run, tmp_path: Path) -> None:
    for command in (("events",), ("search", "x"), ("show", "a1"), ("reindex",)):
        ran = run(*command, "--library", tmp_path / "none")
        assert ran.code == 2
        assert "no library" in ran.err
    assert not (tmp_path / "none").exists()


def test_a_library_held_by_another_program(run: Run, library: Path, stories: Path) -> None:
    holder = Library.open(library)
    try:
        refused = run("import", stories, "--library", library)
        assert refused.code == 3
        assert "another program" in refused.err
        assert run("events", "--json", "--library", library).code == 0
    finally:
        holder.close()


def test_a_library_that_is_damaged(run: Run, tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"this is no database, whatever its name says" * 100)
    ran = run("events", "--library", tmp_path)
    assert ran.code == 3
    assert "Traceback" not in ran.err


def _copy_of(library: Path, folder: Path) -> Path:
    """The library again, to do harm to."""
    shutil.copytree(library, folder / "copy")
    return folder / "copy"


def _change(library: Path, statement: str) -> None:
    with closing(sqlite3.connect(library / "library.sqlite")) as connection, connection:
        digests.provide(connection)
        assert connection.execute(statement).rowcount > 0


def test_a_comparison_that_is_missing_is_made(run: Run, library: Path, tmp_path: Path) -> None:
    copy = _copy_of(library, tmp_path)
    stored = run("compare", "e1", "--library", copy)
    _change(copy, "DELETE FROM comparison")
    assert run("compare", "e1", "--library", copy) == stored


def test_what_the_analyst_corrected_is_in_the_comparison_and_the_events(run: Run, library: Path, tmp_path: Path) -> None:
    copy = _copy_of(library, tmp_path)
    before = run("compare", "e1", "--json", "--library", copy).json
    shared = next(claim for claim in before["claims"] if all(cell["spans"] for cell in claim["cells"]))
    with closing(Library.open(copy, clock=lambda: NOON)) as opened:
        texts = {article.id: article.text for article in opened.articles([ArticleId(1), ArticleId(2)])}
        sides = [
            tuple(Passage(number, anchor(texts[number], Span(*span))) for span in cell["spans"])
            for cell in shared["cells"]
            for number in (ArticleId(int(cell["article"][1:])),)
        ]
        opened.apply(PutRuling(Ruling(RulingId(0), Parted(sides[0], sides[1]), NOON)))
        event = opened.event(EventId(1))
        opened.apply(named(event, EventHold(event.id), "The crack"))
    after = run("compare", "e1", "--json", "--library", copy).json
    row = [cell["spans"] for cell in shared["cells"]]
    assert row not in [[cell["spans"] for cell in claim["cells"]] for claim in after["claims"]]
    (found,) = run("events", "--json", "--library", copy).json["events"]
    assert (found["title"], found["stage_of"]) == ("The crack", None)


def test_a_comparison_that_cannot_be_made_is_no_empty_list(run: Run, library: Path, tmp_path: Path) -> None:
    copy = _copy_of(library, tmp_path)
    _change(copy, "DELETE FROM comparison")
    _change(copy, "UPDATE finding SET data = x'c1'")
    for words in (("compare", "e1"), ("compare", "e1", "--json"), ("brief", "e1", "-o", tmp_path / "e1.pdf")):
        ran = run(*words, "--library", copy)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.startswith("briefing-app: ")
        assert "Traceback" not in ran.err


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_comparison_that_holds_nothing_says_so(run: Run, library: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    copy = _copy_of(library, tmp_path)
    _change(copy, "DELETE FROM comparison")
    opened = Library.open(copy)
    for article in opened.articles(opened.article_ids()):  # as after a fault while it was read
        opened.put_findings(article, findings_version(), Findings("en", ()))
    opened.close()
    ran = run("compare", "e1", "--library", copy, *options)
    assert ran.code == 1
    assert "no claim could be read" in ran.err


def test_a_damaged_index_is_made_again_by_the_next_command(run: Run, library: Path, tmp_path: Path) -> None:
    copy = _copy_of(library, tmp_path)
    for file in (copy / "index").iterdir():
        file.write_bytes(b"")
    found = run("search", "girder", "--json", "--library", copy).json
    assert (found["total"], found["behind"]) == (2, 0)


@pytest.mark.parametrize("as_json", [False, True])
def test_a_disk_that_fails_amid_an_import_leaves_a_list(run: Run, stories: Path, tmp_path: Path, as_json: bool) -> None:
    folder = tmp_path / "library"
    (folder / "originals").mkdir(parents=True)
    digest = hashlib.sha256((stories / "bridge-2.txt").read_bytes()).hexdigest()
    (folder / "originals" / digest[:2]).write_bytes(b"")  # where a folder has to be made
    ran = run("import", stories, "--library", folder, *(["--json"] if as_json else []))
    assert ran.code == 3
    assert "could not be kept" in ran.err
    if as_json:
        assert [new["path"] for new in ran.json["imported"]] == [str(stories / "bridge-1.txt")]
    else:
        assert "Imported 1 article\n" in ran.out
        assert "bridge-1.txt" in ran.out


def test_what_an_export_warns_of_is_told(run: Run, tmp_path: Path) -> None:
    for number in (1, 2):
        words = f"Sign {number} 𓀀 found\n\nA sign 𓀀 was found on the wall of the temple at Osterby on Monday, said Marta Lindqvist.\n"
        (tmp_path / f"sign-{number}.txt").write_text(words, encoding="utf-8")
    folder = tmp_path / "library"
    assert run("import", tmp_path / "sign-1.txt", tmp_path / "sign-2.txt", "--library", folder).code == 0
    ran = run("brief", "e1", "-o", tmp_path / "signs.pdf", "--library", folder)
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'signs.pdf'}\n")
    assert ran.err.startswith("briefing-app: ")
    told = run("brief", "e1", "-o", tmp_path / "signs.pdf", "--json", "--library", folder)
    assert told.json["warnings"]
    assert all(warning in told.err for warning in told.json["warnings"])


def test_an_output_that_cannot_be_written_is_refused_before_the_work(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(brief, "reading", None)  # the library is not even opened
    (tmp_path / "is.pdf").mkdir()
    for path in (tmp_path / "no" / "such" / "folder.pdf", tmp_path / "is.pdf"):
        ran = run("brief", "e1", "-o", path, "--library", library)
        assert ran.code == 3
        assert "folder" in ran.err
        assert "fault" not in ran.err


def _shell(words: str, library: Path) -> subprocess.CompletedProcess[str]:
    program = f"'{sys.executable}' -m briefing_app --library '{library}' "
    return subprocess.run(["sh", "-c", program + words], capture_output=True, text=True, timeout=100, check=False)


@pytest.mark.skipif(os.name == "nt", reason="the shell's way to close an output")
def test_an_output_that_is_closed_or_full_ends_in_a_sentence(library: Path) -> None:
    endings = [">&-"] + [">/dev/full"] * Path("/dev/full").exists()
    for command in ("events", "events --json", "show a1"):
        for ending in endings:
            ran = _shell(f"{command} {ending}", library)
            assert ran.returncode == 3
            assert ran.stderr.startswith("briefing-app: Standard output ")
            assert ran.stderr.count("\n") == 1
    ran = _shell("events 2>&-", library)
    assert ran.returncode == 0
    assert "e1" in ran.stdout


def test_a_library_that_nobody_may_write_to_is_read(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Refused:
        def __init__(self, path: Path) -> None:
            raise StorageFailed(f"The library's lock {path} could not be opened: Permission denied.")

    monkeypatch.setattr("briefing_app.library.library.Lock", Refused)
    for command in (("search", "girder"), ("events",), ("show", "a1")):
        ran = run(*command, "--library", library)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out
    assert run("reindex", "--library", library).code == 3


@pytest.mark.skipif(os.name == "nt", reason="no file can be named so there")
def test_names_of_files_give_the_terminal_no_orders(run: Run, tmp_path: Path) -> None:
    hostile = "a\x1b[2Jb\nc\u202etxt"
    (tmp_path / f"{hostile}.txt").write_text(BRIDGE_ONE, encoding="utf-8")
    (tmp_path / f"{hostile}.bin").write_bytes(b"\x7fELF\0\0")
    outs = [run("import", tmp_path, "--library", tmp_path / "new").out, run("import", tmp_path, "--library", tmp_path / "new").out]
    outs.append(run("show", "a1", "--library", tmp_path / "new").out)
    outs.append(run("compare", tmp_path / f"{hostile}.bin").err)
    for out in outs:
        assert "a\\x1b[2Jb\\nc\\u202etxt" in out
        assert not {"\x1b", "\u202e"} & set(out)


def test_many_files_that_are_set_aside_for_one_reason_are_told_once(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as made:
        for number in range(import_files.MOST_ALIKE + 5):
            made.writestr(f"{number:03}.txt", "")
    found = run("--library", tmp_path / "library", "import", tmp_path / "many.zip")
    assert found.out.count("The file is empty.") == 1
    assert f"The same of {import_files.MOST_ALIKE + 4} more beside it." in found.out
    assert (
        len(run("--library", tmp_path / "library", "import", tmp_path / "many.zip", "--json").json["skipped"])
        == import_files.MOST_ALIKE + 5
    )


def test_an_import_that_is_stopped_at_once_is_not_done() -> None:
    assert import_files._outcome(Job(_Interrupted())).cancelled


class _Interrupted(Future[ImportReport]):
    """Ctrl+C comes while somebody waits; the import had not yet looked at anything."""

    def __init__(self) -> None:
        super().__init__()
        self.set_result(ImportReport())
        self._came = False

    def result(self, timeout: float | None = None) -> ImportReport:
        if not self._came:
            self._came = True
            raise KeyboardInterrupt
        return super().result(timeout)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a path that is too long in other words")
@pytest.mark.parametrize("arguments", [("backup", "{}"), ("export", "{}"), ("import", "{}"), ("brief", "e1", "-o", "{}.md")])
def test_a_name_that_no_disk_takes_is_told_and_is_no_bug(run: Run, library: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*(argument.replace("{}", str(tmp_path / ("n" * 300))) for argument in arguments), "--library", library)
    assert ran.code == 3
    assert "too long" in ran.err.lower()
    assert "fault of the program" not in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_bug_becomes_a_sentence_and_a_report(run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("words of an article")

    monkeypatch.setattr("briefing_app.paths.reports_folder", lambda: tmp_path / "reports")
    monkeypatch.setattr("briefing_app.cli.shapes.event_shape", broken)
    ran = run("events", "--json", "--library", library)
    assert ran.code == 3
    (report,) = (tmp_path / "reports").iterdir()
    assert str(report) in ran.err
    assert "Traceback" not in ran.err
    text = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "words of an article" not in text


def test_help_names_every_command(run: Run) -> None:
    helped = run("--help")
    assert helped.code == 0
    assert all(command.name in helped.out for command in COMMANDS)
    assert run("--version").out == f"briefing-app {__version__}\n"


def test_without_a_command_the_window_opens(tmp_path: Path) -> None:
    opened: list[Path] = []

    def open_window(folder: Path) -> int:
        opened.append(folder)
        return 0

    assert cli.main(["--library", str(tmp_path)], open_window) == 0
    assert opened == [tmp_path]


def _program(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "briefing_app", *(str(argument) for argument in arguments)]


def test_utf8_comes_out_under_any_locale(checkout: Path, tmp_path: Path) -> None:
    story = tmp_path / "東京.txt"
    story.write_text("橋が閉鎖された\n\n水曜日、橋が閉鎖された。\n", encoding="utf-8")
    plain = os.environ | {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = subprocess.run(_program("compare", story), cwd=checkout, env=plain, capture_output=True, timeout=100, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "橋が閉鎖された" in ran.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="closes a pipe")
def test_a_reader_that_goes_away_is_no_trouble(library: Path, checkout: Path) -> None:
    program = subprocess.Popen(
        _program("show", "a1", "--json", "--library", library), cwd=checkout, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    assert program.stderr.read() == b""
    program.stderr.close()
    assert program.wait(100) == 0


MANY = 1_000
"""Files enough for the signal to come before the last."""


def hear_signals() -> None:
    """A shell that runs the tests in the background has them, and what they start, ignore Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
def test_ctrl_c_keeps_what_was_imported(checkout: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(MANY):
        (many / f"{number:04}.txt").write_text(f"Report {number}\n\nNothing happened in ward {number} on Monday.\n", encoding="utf-8")
    folder = tmp_path / "library"
    program = subprocess.Popen(
        _program("import", many, "--json", "--library", folder),
        cwd=checkout,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_signals,
    )
    while program.poll() is None and not any((folder / "originals").glob("*/*")):
        time.sleep(0.02)
    program.send_signal(signal.SIGINT)
    out, err = program.communicate(timeout=100)
    assert program.returncode == 1
    assert b"Traceback" not in err
    assert b"what was imported stays" in err
    told = json.loads(out)["imported"]
    assert 0 < len(told) < MANY
    kept = Library.open(folder)
    try:
        assert len(kept.article_ids()) == len(told)
    finally:
        kept.close()


def children_of(program: int) -> set[int]:
    return {int(number) for path in Path(f"/proc/{program}/task").glob("*/children") for number in path.read_text("ascii").split()}


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the system does not tell which processes a program has begun")
def test_ctrl_c_ends_the_workers_of_a_comparison_with_it(checkout: Path, stories: Path) -> None:
    program = subprocess.Popen(
        _program("compare", *sorted(stories.glob("*.txt"))),
        cwd=checkout,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=hear_signals,
    )
    workers: set[int] = set()
    while program.poll() is None and len(workers) < 2:
        workers = children_of(program.pid)
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=60)
    assert program.returncode == 1
    assert b"stopped" in err
    assert [number for number in workers if Path(f"/proc/{number}").exists()] == []


def test_what_was_searched_for_follows_a_colon(run: Run, library: Path) -> None:
    assert run("search", "girder", "--library", library).out.startswith("2 articles: the word “girder”")


def test_one_left_out_passage_is_said_in_the_singular(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"{BRIDGE_ONE}\n\nSubscribe to our newsletter\n", encoding="utf-8")
    run("import", page, "--library", tmp_path / "own")
    shown = run("show", "a1", "--library", tmp_path / "own").out
    assert "(1 passage that is not the article is left out; --json has all.)" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="the system keeps the folder of an open file in place")
def test_a_library_that_is_moved_away_meanwhile_ends_the_import(
    run: Run, stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = Workbench.import_paths

    def move_and_begin(workbench: Workbench, *settings: Any) -> Any:
        workbench.library.folder.rename(tmp_path / "moved")
        return begin(workbench, *settings)

    monkeypatch.setattr(Workbench, "import_paths", move_and_begin)
    told = run("import", stories, "--library", tmp_path / "library")
    assert told.code == 3
    assert "no longer at" in told.err
    assert not (tmp_path / "library").exists()
