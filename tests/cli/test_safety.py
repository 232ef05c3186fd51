"""``backup``, ``verify`` and ``restore`` from outside."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing_app.library import Library
from tests.cli.conftest import Run


@pytest.fixture
def own(library: Path, tmp_path: Path) -> Path:
    """A copy of the library that a test may break."""
    return Path(shutil.copytree(library, tmp_path / "own"))


def test_back_up_verify_and_restore(run: Run, own: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.briefing-backup"
    made = run("backup", kept, "--json", "--library", own)
    assert (made.code, made.json["articles"], made.json["bytes"], made.json["lost"]) == (0, 2, kept.stat().st_size, [])
    assert run("verify", "--library", own).out.endswith("Every byte is as it was written.\n")
    assert "2 articles" in run("verify", kept, "--library", own).out
    (own / "library.sqlite").write_bytes(b"\xa5" * 5000)
    broken = run("verify", "--library", own)
    assert broken.code == 3
    assert "backup" in broken.err
    restored = run("restore", kept, "--json", "--library", own)
    assert (restored.code, restored.json["restored"]["articles"]) == (0, 2)
    assert Path(restored.json["former"]).is_dir()
    assert run("search", "girder", "--json", "--library", own).json["total"] == 2


def test_a_folder_for_backups_that_cannot_be_made_is_told_with_the_next_step(run: Run, own: Path, tmp_path: Path) -> None:
    (own / "backups").write_text("in the way", encoding="utf-8")
    ran = run("backup", "--library", own)
    assert ran.code == 3
    assert "could not be made" in ran.err
    assert ran.err.endswith("Choose another place for the backup.\n")
    (tmp_path / "leads nowhere").symlink_to(tmp_path / "not there" / "at all")
    ran = run("backup", tmp_path / "leads nowhere", "--keep", "3", "--library", own)
    assert ran.code == 3
    assert "could not be made" in ran.err


def test_a_damaged_backup_replaces_nothing(run: Run, own: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.briefing-backup"
    run("backup", kept, "--library", own)
    data = bytearray(kept.read_bytes())
    data[len(data) // 2] ^= 1
    kept.write_bytes(data)
    for command in ("verify", "restore"):
        told = run(command, kept, "--library", own)
        assert told.code == 3
        assert "damaged" in told.err
    assert run("verify", "--library", own).code == 0
    assert [path.name for path in tmp_path.iterdir() if "restoring" in path.name or "before" in path.name] == []


def test_what_is_lost_is_named(run: Run, own: Path) -> None:
    original = next((own / "originals").glob("??/*"))
    original.unlink()
    told = run("verify", "--json", "--library", own)
    assert (told.code, told.json["whole"]) == (3, False)
    assert told.json["flaws"] == [{"in": "original", "what": f"the original {original.name} is missing or cannot be read"}]
    assert original.name in run("verify", "--library", own).out


def test_backups_in_a_folder_are_dated_and_only_the_newest_stay(run: Run, own: Path, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    kept = [
        shelf / "other-2020-01-01-000000.briefing-backup",
        shelf / "own-2020-01-01-000000.txt",
        shelf / "own-of-hand.briefing-backup",
    ]
    run("backup", kept[0], "--library", own)
    run("backup", kept[2], "--library", own)
    kept[1].write_text("mine")
    older = shelf / "own-2020-01-01-000000.briefing-backup"
    older.write_bytes(kept[0].read_bytes())
    holder = Library.open(own)  # it is in use
    made = Path(run("backup", shelf, "--keep", "2", "--json", "--library", own).json["path"])
    assert older.exists()
    assert made.parent == shelf
    assert made.name.startswith("own-20")
    newest = Path(run("backup", shelf, "--keep", "1", "--json", "--library", own).json["path"])
    holder.close()
    assert sorted(shelf.iterdir()) == sorted([*kept, newest])
    assert len(run("backup", shelf, "--list", "--json", "--library", own).json["backups"]) == 3


def test_a_folder_for_dated_backups_is_made(run: Run, own: Path, tmp_path: Path) -> None:
    made = Path(run("backup", tmp_path / "stick", "--keep", "7", "--json", "--library", own).json["path"])
    assert made.parent == tmp_path / "stick"
    assert made.is_file()


def test_a_backup_without_a_name_goes_to_the_automatic_ones(run: Run, own: Path) -> None:
    assert "0 backups" in run("backup", "--list", "--library", own).out
    path = Path(run("backup", "--json", "--library", own).json["path"])
    assert path.parent == own / "backups"
    assert path.name in run("backup", "--list", "--library", own).out


def test_a_held_library_is_backed_up_but_not_replaced(run: Run, own: Path, tmp_path: Path) -> None:
    holder = Library.open(own)
    try:
        kept = tmp_path / "kept.briefing-backup"
        assert run("backup", kept, "--library", own).code == 0
        refused = run("restore", kept, "--library", own)
        assert refused.code == 3
        assert "another program" in refused.err
    finally:
        holder.close()


def test_a_library_of_a_newer_version_is_read_with_a_clear_word_and_not_written(run: Run, own: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(own / "library.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 9999")
    for words in (("show", "a1"), ("events",), ("history", "a1"), ("verify",), ("backup", tmp_path / "kept.briefing-backup")):
        told = run(*words, "--library", own)
        assert (told.code, "newer version" in told.err) == (0, True), words
    (tmp_path / "new.txt").write_text("A headline\n\nA sentence of news.")
    for words in (("import", tmp_path / "new.txt"), ("history", "a1", "--back-to", "0"), ("reindex",)):
        told = run(*words, "--library", own)
        assert (told.code, "Update the program" in told.err) == (3, True), words


def test_wrong_use(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert run("backup", tmp_path / "file", "--keep", "2", "--library", own).code == 2
    assert run("backup", tmp_path, "--keep", "0", "--library", own).code == 2
    listed = run("backup", tmp_path / "gone", "--list", "--library", own)
    assert (listed.code, str(tmp_path / "gone") in listed.err, listed.out) == (2, True, "")
    assert run("backup", tmp_path / "gone" / "deeper", "--keep", "2", "--library", own).code == 2
    assert not (tmp_path / "gone").exists()
    assert run("backup", tmp_path / "no" / "x", "--library", own).code == 2
    assert run("verify", "--library", tmp_path / "none").code == 2
    assert run("restore", tmp_path / "none.briefing-backup", "--library", own).code == 3
    fresh = run("restore", tmp_path / "none.briefing-backup", "--library", tmp_path / "fresh")
    assert fresh.code == 3
    assert not (tmp_path / "fresh").exists()
