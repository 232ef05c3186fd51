"""Backups: one file that proves itself, made while the library is in use, and the way back."""

from __future__ import annotations

import os
import stat
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from briefing_app.library import Library
from briefing_app.library.backup import BackupFacts, KeptBackup, facts_of, prove, put_in_place, stage, superfluous
from briefing_app.library.backup.archive import Manifest
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.edit import PutAnnotation, TrashArticles
from briefing_app.model.errors import BriefingError, LibraryCorrupt, LibraryHeld, StorageFailed
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from tests.factories import NOON, document
from tests.library.corners import library_with_every_corner

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="permissions of a POSIX system")


def unwatched(done: int, total: int) -> None:
    assert 0 <= done <= total


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library")
    for i in range(5):
        opened.add(document(f"Number {i}", "The ferry came back. " * 20), f"original {i}".encode() * 100, f"{i}.txt")
    anchor = Anchor("ferry", "The ", " came", Span(4, 9), "0" * 64)
    opened.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(1), anchor, Tint.SUN, "A note", NOON, NOON)))
    yield opened
    opened.close()


@pytest.fixture
def backup(library: Library, tmp_path: Path) -> Path:
    path = tmp_path / "kept.briefing-backup"
    library.back_up(path, unwatched)
    return path


def contents(folder: Path) -> list[object]:
    opened = Library.open(folder)
    try:
        ids = opened.article_ids()
        originals = [opened.original(one) for one in ids]
        return [opened.articles(ids), originals, opened.annotations(), opened.history(100), opened.changes_after(0)]
    finally:
        opened.close()


def test_a_backup_holds_everything_and_says_what(backup: Path) -> None:
    facts = facts_of(backup)
    assert (facts.articles, facts.annotations, facts.lost, facts.size) == (5, 1, (), backup.stat().st_size)
    assert prove(backup, unwatched) == facts
    assert [path.name for path in backup.parent.glob("*.part")] == []


def test_the_way_back(library: Library, backup: Path) -> None:
    folder = library.folder
    library.close()
    before = contents(folder)
    opened = Library.open(folder)
    opened.apply(TrashArticles((ArticleId(1),), True))
    opened.close()
    staged = stage(backup, folder, unwatched)
    assert staged.flaws == ()
    former = put_in_place(folder, NOON, staged.mark)
    assert contents(folder) == before
    assert former == folder.with_name("library.before-2026-03-02-120000")
    kept = Library.open(former)
    assert kept.article_ids(trashed=True) == (1,)
    kept.close()
    assert list(folder.parent.glob("*.restoring")) == []


def test_every_value_comes_back(tmp_path: Path) -> None:
    library = library_with_every_corner(tmp_path / "library")
    library.back_up(tmp_path / "all.briefing-backup", unwatched)
    staged = stage(tmp_path / "all.briefing-backup", tmp_path / "again", unwatched)
    put_in_place(tmp_path / "again", NOON, staged.mark)
    again = Library.open(tmp_path / "again")
    names = [row[0] for row in library._database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in names:
        assert again._database.rows(f"SELECT * FROM {name}") == library._database.rows(f"SELECT * FROM {name}"), name
    again.close()
    library.close()


def test_a_backup_is_of_one_moment_while_the_library_is_in_use(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "busy.briefing-backup"
    added = 0

    def meanwhile(_done: int, _total: int) -> None:
        nonlocal added
        added += 1
        library.add(document(f"Late {added}", "Later."), f"late {added}".encode(), f"late{added}.txt")

    facts = library.back_up(path, meanwhile)
    assert added > 5
    assert facts.articles == 5  # the moment at which it was begun
    assert stage(path, tmp_path / "elsewhere", unwatched).facts == facts


def test_a_library_that_is_held_is_not_replaced(library: Library, backup: Path) -> None:
    staged = stage(backup, library.folder, unwatched)
    with pytest.raises(LibraryHeld):
        put_in_place(library.folder, NOON, staged.mark)
    assert len(library.rows()) == 5


def test_a_database_that_no_longer_opens_can_be_restored(library: Library, backup: Path) -> None:
    library.close()
    (library.folder / "library.sqlite").write_bytes(b"\xa5" * 10_000)
    staged = stage(backup, library.folder, unwatched)
    put_in_place(library.folder, NOON, staged.mark)
    again = Library.open(library.folder)
    assert len(again.rows()) == 5
    again.close()


def test_every_changed_byte_is_noticed(library: Library, backup: Path) -> None:
    whole = backup.read_bytes()
    library.close()
    before = contents(library.folder)
    for place in range(0, len(whole), max(1, len(whole) // 150)):
        backup.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        with pytest.raises(BriefingError):
            prove(backup, lambda _done, _total: None)
    for length in (0, 1, len(whole) // 2, len(whole) - 1):
        backup.write_bytes(whole[:length])
        with pytest.raises(LibraryCorrupt):
            stage(backup, library.folder, lambda _done, _total: None)
    assert list(library.folder.parent.glob("*.restoring")) == []
    assert contents(library.folder) == before


def test_what_was_lost_before_the_backup_is_said_and_the_rest_comes_back(library: Library, tmp_path: Path) -> None:
    gone, changed = sorted(library.folder.glob("originals/??/*"))[:2]
    gone.unlink()
    changed.write_bytes(b"something else")
    facts = library.back_up(tmp_path / "lame.briefing-backup", unwatched)
    assert set(facts.lost) == {gone.name, changed.name}
    staged = stage(tmp_path / "lame.briefing-backup", tmp_path / "other", unwatched)
    assert {flaw.digest for flaw in staged.flaws} == {gone.name, changed.name}


def test_a_backup_of_a_damaged_library_is_not_put_in_place(library: Library, tmp_path: Path) -> None:
    with library._database.writing() as connection:
        connection.execute("UPDATE content SET text = 'something else' WHERE article = 2")
    library.back_up(tmp_path / "lame.briefing-backup", unwatched)
    with pytest.raises(LibraryCorrupt, match="the text of a2 has changed"):
        stage(tmp_path / "lame.briefing-backup", tmp_path / "other", unwatched)


def test_a_forged_backup_writes_nowhere_else(backup: Path, tmp_path: Path) -> None:
    forged = tmp_path / "forged.briefing-backup"
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(forged, "w") as new:
        manifest = msgspec.json.decode(old.read("manifest.json"), type=Manifest)
        evil = replace(manifest.files[0], name="../evil.sqlite")
        new.writestr(evil.name, old.read(manifest.files[0].name))
        new.writestr("manifest.json", msgspec.json.encode(replace(manifest, files=(evil,))))
    with pytest.raises(LibraryCorrupt):
        stage(forged, tmp_path / "deep" / "other", unwatched)
    assert not list(tmp_path.rglob("evil.sqlite"))


class Stopped(Exception):
    """What a watch raises to end the work."""


def test_what_stops_a_backup_leaves_nothing_and_keeps_the_older_one(library: Library, backup: Path) -> None:
    before = backup.read_bytes()

    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Stopped

    with pytest.raises(Stopped):
        library.back_up(backup, stop)
    assert backup.read_bytes() == before
    assert [path.name for path in backup.parent.glob("*.part")] == []
    with pytest.raises(StorageFailed):
        library.back_up(backup.parent / "no such folder" / "x.briefing-backup", unwatched)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_two_backups_that_are_written_to_one_place_at_once_are_both_whole(library: Library, backup: Path, share: float) -> None:
    other = Library.open(library.folder, read_only=True)
    begun: list[BackupFacts] = []

    def meanwhile(done: int, total: int) -> None:
        if not begun and done >= share * total:
            begun.append(other.back_up(backup, unwatched))
            assert prove(backup, unwatched) == begun[0]

    library.back_up(backup, meanwhile)
    assert prove(backup, unwatched).articles == begun[0].articles == 5
    assert [path.name for path in backup.parent.glob("*.part*")] == []
    other.close()


def test_an_automatic_backup_leaves_the_one_alone_that_another_program_is_writing(library: Library) -> None:
    other = Library.open(library.folder, read_only=True, clock=lambda: NOON)
    begun: list[BackupFacts] = []

    def meanwhile(_done: int, _total: int) -> None:
        if not begun:
            begun.append(other.back_up_automatically(unwatched))

    library.back_up_automatically(meanwhile)
    assert len(library.backups()) == 2
    other.close()


def test_what_a_killed_backup_left_is_no_backup(library: Library) -> None:
    library.backups_folder.mkdir()
    for end in ("part", "database.part", "database.part-journal"):
        (library.backups_folder / f"2026-11-22-101010.briefing-backup.0a0b0c0d.{end}").write_bytes(b"half")
    assert library.backup_due()


@posix_only
def test_what_killed_backups_have_left_is_cleared_away_after_a_day(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    day_old = datetime.now(UTC).timestamp() - 90_000
    left = ("a.briefing-backup.0f.part", "a.briefing-backup.0f.database.part", "a.briefing-backup.0f.database.part-journal")
    names = (*left, "b.briefing-backup.1e.part", "a.briefing-backup", "mine.part")
    for name in names:
        (folder / name).write_bytes(b"half")
        if not name.startswith("b"):
            os.utime(folder / name, (day_old, day_old))
    library.back_up(folder / "c.briefing-backup", unwatched)
    assert {path.name for path in folder.iterdir()} == {*names[len(left) :], "c.briefing-backup"}


def test_only_the_user_may_read_it(library: Library, backup: Path, tmp_path: Path) -> None:
    staged = stage(backup, tmp_path / "other", unwatched)
    library.back_up_automatically(unwatched)
    library.index_pending()
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    for folder in (library.folder, tmp_path / f"other.{staged.mark}.restoring"):
        # Whoosh makes its empty lock itself, inside a folder that nobody else may enter.
        for path in (one for one in (folder, *folder.rglob("*")) if one.name != "MAIN_WRITELOCK"):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_automatic_backups_are_due_once_a_day(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    opened = Library.open(tmp_path / "library", clock=lambda: now)
    assert not opened.backup_due()  # there is nothing to keep
    opened.add(document("One", "Text."), b"one", "one.txt")
    assert opened.backup_due()
    opened.back_up_automatically(unwatched)
    assert not opened.backup_due()
    now += timedelta(days=1, minutes=1)
    assert opened.backup_due()
    assert [backup.facts.articles for backup in opened.backups()] == [1]
    (opened.backups_folder / "note.briefing-backup").write_text("no backup", encoding="utf-8")
    assert len(opened.backups()) == 1
    opened.close()


def test_the_automatic_backups_stay_with_the_library(library: Library, backup: Path) -> None:
    library.back_up_automatically(unwatched)
    library.close()
    staged = stage(backup, library.folder, unwatched)
    put_in_place(library.folder, NOON, staged.mark)
    again = Library.open(library.folder)
    assert len(again.backups()) == 1
    again.close()


def kept(when: datetime) -> KeptBackup:
    return KeptBackup(Path(when.isoformat()), BackupFacts(when, 1, 0, 1))


def test_rotation_keeps_days_weeks_and_months() -> None:
    begin = datetime(2026, 1, 1, 12, tzinfo=UTC)
    standing: list[KeptBackup] = []
    for day in range(200):
        standing.append(kept(begin + timedelta(days=day)))
        gone = {one.path for one in superfluous(standing, standing[-1].facts.made_at)}
        standing = [one for one in standing if one.path not in gone]
        assert standing[-1].facts.made_at == begin + timedelta(days=day)  # the newest always stays
    ages = [(begin + timedelta(days=199) - one.facts.made_at).days for one in standing]
    assert len(standing) <= 14
    assert ages[-5:] == [4, 3, 2, 1, 0]
    assert max(ages) > 45


def test_several_of_one_day_stay() -> None:
    begin = datetime(2026, 1, 1, 8, tzinfo=UTC)
    standing = [kept(begin + timedelta(hours=hour)) for hour in range(7)]
    assert superfluous(standing, standing[-1].facts.made_at) == tuple(standing[:2])
    assert superfluous(standing[:5], standing[4].facts.made_at) == ()


def test_backups_of_a_clock_that_was_wrong_do_not_push_out_those_of_today(tmp_path: Path) -> None:
    now = datetime(2037, 1, 1, 9, tzinfo=UTC)
    opened = Library.open(tmp_path / "library", clock=lambda: now)
    opened.add(document("One", "Text."), b"one", "one.txt")

    def back_up() -> datetime:
        made = opened.back_up_automatically(unwatched).made_at
        for path in opened.backups_folder.iterdir():
            os.utime(path, (facts_of(path).made_at.timestamp(),) * 2)
        return made

    for _ in range(20):
        back_up()
        now += timedelta(days=10)
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    for _ in range(20):
        assert opened.backup_due()
        assert back_up() in {kept.facts.made_at for kept in opened.backups()}
        assert not opened.backup_due()
        now += timedelta(days=1)
    left = {kept.facts.made_at for kept in opened.backups()}
    assert {now - timedelta(days=days) for days in range(1, 6)} <= left
    opened.close()


@pytest.mark.parametrize("year", [1970, 2108])
def test_a_clock_of_another_century_does_not_keep_a_backup_from_being_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    now = datetime(year, 1, 1, 9, tzinfo=UTC)
    monkeypatch.setattr(time, "localtime", lambda *_: now.timetuple())
    opened = Library.open(tmp_path / "library", clock=lambda: now)
    opened.add(document("One", "Text."), b"one", "one.txt")
    made = opened.back_up_automatically(unwatched)
    assert (made.made_at, made.articles) == (now, 1)
    prove(opened.backups()[0].path, unwatched)
    opened.close()


def test_a_clock_set_back_by_an_hour_makes_no_backup_due_and_loses_none() -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    standing = [kept(noon - timedelta(minutes=minutes)) for minutes in range(6)]
    fresh = kept(noon - timedelta(hours=1))
    assert fresh not in superfluous([*standing, fresh], fresh.facts.made_at)
    assert standing[0] not in superfluous([*standing, fresh], fresh.facts.made_at)


def test_a_backup_made_by_hand_outlives_the_next_of_its_day(tmp_path: Path) -> None:
    now = datetime(2026, 1, 5, 9, tzinfo=UTC)
    opened = Library.open(tmp_path / "library", clock=lambda: now)
    opened.add(document("One", "Text."), b"one", "one.txt")
    for _ in range(3):
        opened.back_up_automatically(unwatched)
        now += timedelta(minutes=1)
    assert len(opened.backups()) == 3
    opened.close()
