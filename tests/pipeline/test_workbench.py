"""The main job with real workers and a real library, and what happens when something goes wrong on the way."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from briefing_app.anchoring import anchor
from briefing_app.comparison import STEPS
from briefing_app.library import Library
from briefing_app.model.edit import PutRuling
from briefing_app.model.errors import LibraryError, LibraryGone, LibraryHeld, SkipCode, StorageFailed
from briefing_app.model.ids import ArticleId, RulingId
from briefing_app.model.ruling import Parted, Passage, Ruling
from briefing_app.pipeline import FOLLOWING, ImportReport, Progress, Stage, Workbench
from briefing_app.pipeline.following import STEP_PATIENCE_S
from briefing_app.pipeline.loose import comparing_files
from briefing_app.pipeline.requests import FollowStep, Request, Role
from tests.pipeline.conftest import write_stories

posix = pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
PATIENCE_S = 100


def _quiet(progress: Progress) -> None:
    del progress


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[Workbench]:
    """An empty library of the test's own."""
    bench = Workbench.open(tmp_path / "library")
    yield bench
    bench.close()


@dataclass(frozen=True, slots=True)
class Settled:
    """A library with the three stories and everything made of them, shared by tests that leave that as it is; what its import told."""

    workbench: Workbench
    stories: Path
    report: ImportReport
    told: tuple[Progress, ...]


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settled]:
    stories = write_stories(tmp_path_factory.mktemp("settled") / "stories")
    bench = Workbench.open(stories.parent / "library")
    told: list[Progress] = []
    report = bench.import_paths([stories], told.append).future.result(PATIENCE_S)
    bench.catch_up(told.append).future.result(PATIENCE_S)
    yield Settled(bench, stories, report, tuple(told))
    bench.close()


def test_the_main_job(settled: Settled, tmp_path: Path) -> None:
    workbench, report, told = settled.workbench, settled.report, settled.told
    assert [Path(new.path).name for new in report.imported] == ["ferry-1.txt", "ferry-2.txt", "orchard.txt"]
    assert (report.skipped, report.duplicates, report.cancelled) == ((), (), False)
    assert told[0].stage is Stage.IMPORT
    assert {progress.stage for progress in told} == {Stage.IMPORT, *FOLLOWING}
    assert workbench.caught_up()
    library = workbench.library
    assert library.behind() == 0
    assert library.search("ferry").total == 2
    (event,) = library.events()
    assert set(event.group.articles) == {1, 2}

    steps: list[Progress] = []
    comparison = workbench.compare(event.group.articles, steps.append).future.result(PATIENCE_S)
    assert not steps  # the stored one is only read
    stored = library.comparison(event.id)
    assert stored is not None
    assert comparison == stored
    assert comparison.claims

    briefing = workbench.draft(event.id).future.result(PATIENCE_S)
    assert (briefing.id, briefing.event) == (0, event.id)
    written = workbench.export(briefing, tmp_path / "ferry.pdf", on_progress=steps.append).future.result(PATIENCE_S)
    assert {step.stage for step in steps} == {Stage.EXPORT}
    assert written.read_bytes().startswith(b"%PDF-")
    pages = workbench.preview(briefing, 300).future.result(PATIENCE_S).pages
    assert all(page.startswith(b"\x89PNG") for page in pages)
    assert pages

    for_paper = workbench.sheets(briefing, 600)
    workbench.preview(briefing, 300).future.result(PATIENCE_S)
    assert len(for_paper.future.result(PATIENCE_S).pages) == len(pages)  # no preview has taken their place


def test_a_comparison_got_ready_is_the_same_and_knows_what_is_ruled_since(tmp_path: Path, workbench: Workbench) -> None:
    workbench.import_paths([write_stories(tmp_path / "stories")], _quiet).future.result(PATIENCE_S)
    ids = (ArticleId(1), ArticleId(2))
    plain = workbench.compare(ids).future.result(PATIENCE_S)
    workbench.get_ready(ids).future.result(PATIENCE_S)
    assert workbench.compare(ids).future.result(PATIENCE_S) == plain

    at = next(k for k, claim in enumerate(plain.claims) if all(cell.spans for cell in claim.cells))
    texts = {article.id: article.text for article in workbench.library.articles(ids)}
    one, other = (tuple(Passage(c.article, anchor(texts[c.article], span)) for span in c.spans) for c in plain.claims[at].cells)
    applied = workbench.library.apply(PutRuling(Ruling(RulingId(0), Parted(one, other), datetime(2026, 3, 1, tzinfo=UTC))))
    assert applied is not None
    parted = workbench.compare(ids).future.result(PATIENCE_S)
    assert parted.ruled
    assert len(parted.claims) > len(plain.claims)
    workbench.library.undo()
    assert workbench.compare(ids).future.result(PATIENCE_S) == plain


def test_bad_files_are_listed_and_the_others_come_in(settled: Settled, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "noise.dat").write_bytes(bytes(range(256)) * 64)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    (tmp_path / "again.txt").write_bytes((settled.stories / "orchard.txt").read_bytes())
    (tmp_path / "late.txt").write_text("Snow is late\n\nNobody has seen snow on Mount Tarn this winter.\n", encoding="utf-8")
    report = settled.workbench.import_paths([tmp_path, tmp_path / "nothing.txt"], _quiet).future.result(PATIENCE_S)
    assert [Path(new.path).name for new in report.imported] == ["late.txt"]
    assert {Path(skip.path).name: skip.code for skip in report.skipped} == {
        "empty.txt": SkipCode.EMPTY,
        "huge.txt": SkipCode.TOO_LARGE,
        "noise.dat": SkipCode.BINARY,
        "nothing.txt": SkipCode.MISSING,
    }
    assert all(skip.reason for skip in report.skipped)
    (copy,) = report.duplicates
    assert Path(copy.path).name == "again.txt"
    assert copy.of == 3


@posix
def test_names_that_are_no_utf8_come_in(settled: Settled, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("A café opens\n\nA café opened in Tarn on Sunday.\n", encoding="utf-8")
    report = settled.workbench.import_paths([tmp_path], _quiet).future.result(PATIENCE_S)
    assert Path(report.imported[0].path).name == "caf\\xe9.txt"
    assert settled.workbench.library.article(report.imported[0].id).custody.file_name == "caf\\xe9.txt"


def _kill_amid(workbench: Workbench, role: Role) -> None:
    """Kill the worker once some articles of the import under way are there."""
    until = time.monotonic() + PATIENCE_S
    while len(workbench.library.article_ids()) < 3 and time.monotonic() < until:
        time.sleep(0.01)
    pid = workbench._workers.hosts[role].pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)


@posix
def test_an_import_survives_the_death_of_its_writer(workbench: Workbench, digest: Path, stories: Path) -> None:
    job = workbench.import_paths([digest, stories], _quiet)
    _kill_amid(workbench, Role.WRITER)
    report = job.future.result(PATIENCE_S)
    assert (report.duplicates, report.skipped) == ((), ())
    assert [new.id for new in report.imported] == list(workbench.library.article_ids())
    assert {Path(new.path).name for new in report.imported[-3:]} == {"ferry-1.txt", "ferry-2.txt", "orchard.txt"}
    assert all(workbench.library.original(new.id) == digest.read_bytes() for new in report.imported[:-3])


@posix
def test_the_file_that_kills_its_parser_is_named(workbench: Workbench, digest: Path, stories: Path) -> None:
    job = workbench.import_paths([digest, stories], _quiet)
    _kill_amid(workbench, Role.PARSER)
    report = job.future.result(PATIENCE_S)
    (skip,) = report.skipped
    assert skip.code is SkipCode.CRASHED
    assert Path(skip.path).name == "digest.eml"
    assert [Path(new.path).name for new in report.imported[-3:]] == ["ferry-1.txt", "ferry-2.txt", "orchard.txt"]


@posix
def test_an_import_does_not_wait_for_a_comparison(workbench: Workbench, stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The writer stands still at the comparison, as if that took very long; the import goes first, the comparison is made afterwards."""
    writer = workbench._workers.hosts[Role.WRITER]
    ask, stuck = writer.ask, threading.Event()

    def ask_and_stick(request: Request[Any], **settings: Any) -> Any:
        if not stuck.is_set() and isinstance(request, FollowStep) and request.follower == Stage.COMPARISONS:
            assert writer.pid is not None
            os.kill(writer.pid, signal.SIGSTOP)
            stuck.set()
        return ask(request, **settings)

    monkeypatch.setattr(writer, "ask", ask_and_stick)
    workbench.import_paths([stories / "ferry-1.txt", stories / "ferry-2.txt"], _quiet).future.result(PATIENCE_S)
    assert stuck.wait(PATIENCE_S)
    began = time.monotonic()
    report = workbench.import_paths([stories / "orchard.txt"], _quiet).future.result(PATIENCE_S)
    assert len(report.imported) == 1
    assert time.monotonic() - began < STEP_PATIENCE_S / 2
    workbench.catch_up(_quiet).future.result(PATIENCE_S)
    (event,) = workbench.library.events()
    assert workbench.library.comparison(event.id) is not None


def test_a_disk_that_fails_amid_an_import_leaves_a_report(workbench: Workbench, stories: Path) -> None:
    digest = hashlib.sha256((stories / "ferry-2.txt").read_bytes()).hexdigest()
    originals = workbench.library.folder / "originals"
    originals.mkdir(exist_ok=True)
    (originals / digest[:2]).write_bytes(b"")  # where a folder has to be made
    reports: list[ImportReport] = []
    job = workbench.import_paths([stories], _quiet, reports.append)
    with pytest.raises(StorageFailed):
        job.future.result(PATIENCE_S)
    (report,) = reports
    assert [Path(new.path).name for new in report.imported] == ["ferry-1.txt"]
    assert [new.id for new in report.imported] == list(workbench.library.article_ids())


@posix
@pytest.mark.parametrize("writer_runs", [False, True])
def test_an_import_into_a_library_that_is_gone_makes_no_new_one(workbench: Workbench, stories: Path, writer_runs: bool) -> None:
    folder = workbench.library.folder
    if writer_runs:
        workbench.import_paths([stories / "orchard.txt"], _quiet).future.result(PATIENCE_S)
    folder.rename(folder.with_name("moved"))
    for job in (workbench.import_paths([stories], _quiet), workbench.reindex(_quiet)):
        with pytest.raises(LibraryGone):
            job.future.result(PATIENCE_S)
    assert not folder.exists()


@posix
@pytest.mark.parametrize("keeper_runs", [False, True])
def test_another_library_in_the_place_of_the_open_one_is_not_backed_up(workbench: Workbench, tmp_path: Path, keeper_runs: bool) -> None:
    folder = workbench.library.folder
    if keeper_runs:
        workbench.keeping.back_up(None, _quiet).future.result(PATIENCE_S)
    folder.rename(folder.with_name("moved"))
    Library.open(folder).close()
    for job in (
        workbench.keeping.back_up(None, _quiet),
        workbench.keeping.back_up(tmp_path / "by-hand.briefing-backup", _quiet),
        workbench.keeping.check(_quiet),
    ):
        with pytest.raises(LibraryGone):
            job.future.result(PATIENCE_S)
    assert not (folder / "backups").exists()
    assert not list(tmp_path.glob("by-hand*"))


def test_what_has_damaged_the_index_is_mended(settled: Settled) -> None:
    workbench = settled.workbench
    workbench.catch_up(_quiet).future.result(PATIENCE_S)
    assert workbench.caught_up()
    for file in (workbench.library.folder / "index").iterdir():
        file.write_bytes(b"")
    assert not workbench.caught_up()
    workbench.catch_up(_quiet).future.result(PATIENCE_S)
    assert workbench.caught_up()
    assert workbench.library.search("ferry").total == 2


def test_calling_an_import_off_keeps_what_was_done(workbench: Workbench, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(200):
        (many / f"{number:03}.txt").write_text(f"Story {number}\n\nSomething happened in village {number} on Monday.\n", encoding="utf-8")
    begun = threading.Event()
    job = workbench.import_paths([many], lambda progress: begun.set() if progress.done else None)
    assert begun.wait(PATIENCE_S)
    job.cancel()
    report = job.future.result(PATIENCE_S)
    assert report.cancelled
    assert 0 < len(report.imported) < 200
    assert len(workbench.library.article_ids()) == len(report.imported)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="the system cannot hold a process")
def test_a_newer_comparison_takes_the_place_of_an_older_one(settled: Settled) -> None:
    settled.workbench.compare([ArticleId(1), ArticleId(3)]).future.result(PATIENCE_S)
    worker = settled.workbench._workers.hosts[Role.COMPUTE].pid
    assert worker is not None
    os.kill(worker, signal.SIGSTOP)  # so that the older one is not done before the newer one is asked for
    try:
        other = settled.workbench.compare([ArticleId(1), ArticleId(2)], asker=1)
        older = settled.workbench.compare([ArticleId(1), ArticleId(2)])
        newer = settled.workbench.compare([ArticleId(2), ArticleId(3)])
    finally:
        os.kill(worker, signal.SIGCONT)
    assert newer.future.result(PATIENCE_S).articles == (2, 3)
    assert other.future.result(PATIENCE_S).articles == (1, 2), "what another window asks for stands beside it"
    with pytest.raises(CancelledError):
        older.future.result(PATIENCE_S)


def test_followers_catch_up_after_a_restart(stories: Path, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    first = Workbench.open(folder)
    first.import_paths([stories], _quiet).future.result(PATIENCE_S)
    first.close()
    second = Workbench.open(folder)
    try:
        assert not second.caught_up()
        second.catch_up(_quiet).future.result(PATIENCE_S)
        assert second.caught_up()
        assert second.library.behind() == 0
        assert len(second.library.events()) == 1
        second.reindex(_quiet).future.result(PATIENCE_S)
        assert second.library.search("orchard OR apple").total == 1
    finally:
        second.close()
    Library.open(folder).close()  # nothing holds it any more


@posix
def test_a_library_that_is_up_to_date_starts_no_writer(settled: Settled, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = settled.workbench._workers.hosts[Role.WRITER]
    before = writer.pid
    assert before is not None
    os.kill(before, signal.SIGKILL)
    settled.workbench.catch_up(_quiet).future.result(PATIENCE_S)
    assert writer.pid == before
    monkeypatch.setattr("briefing_app.pipeline.following._ALL", "all of an earlier version")
    settled.workbench.catch_up(_quiet).future.result(PATIENCE_S)
    assert writer.pid != before


def test_a_second_program_only_reads(settled: Settled) -> None:
    folder = settled.workbench.library.folder
    with pytest.raises(LibraryHeld):
        Workbench.open(folder)
    reader = Workbench.open(folder, read_only=True)
    try:
        assert reader.compare([ArticleId(1), ArticleId(2)]).future.result(PATIENCE_S).claims
        with pytest.raises(LibraryError):
            reader.import_paths([settled.stories], _quiet)
    finally:
        reader.close()


def test_files_are_compared_without_a_library(stories: Path) -> None:
    with comparing_files([stories / "ferry-2.txt", stories / "ferry-1.txt", stories / "nothing.txt"], _quiet) as job:
        loose = job.future.result(PATIENCE_S)
    assert [(article.id, Path(article.custody.path).name) for article in loose.articles] == [(1, "ferry-2.txt"), (2, "ferry-1.txt")]
    assert [skip.code for skip in loose.skipped] == [SkipCode.MISSING]
    assert loose.comparison is not None
    assert loose.comparison.articles == (1, 2)


def test_a_closed_one_starts_no_process(tmp_path: Path) -> None:
    bench = Workbench.open(tmp_path / "library")
    bench.close()
    with pytest.raises(LibraryError, match="closed"):
        bench.catch_up(lambda _progress: None)


def test_comparing_tells_how_far_it_is(settled: Settled) -> None:
    """Articles of no event have no stored comparison: their steps are counted up to the last."""
    steps: list[Progress] = []
    ids = settled.workbench.library.article_ids()[:3]
    comparison = settled.workbench.compare(ids, steps.append).future.result(PATIENCE_S)
    assert comparison.articles == tuple(ids)
    assert {step.stage for step in steps} == {Stage.COMPARE}
    assert (steps[-1].done, steps[-1].seconds_left) == (steps[-1].total, 0.0)
    assert steps[-1].total == len(ids) + STEPS


def test_what_a_killed_worker_left_half_written_goes_before_anybody_writes(tmp_path: Path) -> None:
    Workbench.open(tmp_path / "library").close()
    left = tmp_path / "library" / "originals" / "ab" / "abc.1.part"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")
    with closing(Workbench.open(tmp_path / "library")) as bench:
        assert left.exists()  # no start waits for a look through all originals
        bench.get_going()
        assert not left.exists()
