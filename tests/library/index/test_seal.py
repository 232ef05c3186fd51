"""Only an index that this user built is opened."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from briefing_app import paths
from briefing_app.library import Library
from briefing_app.library.index.seal import _key, is_sealed, seal_of
from tests.factories import document


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "settings"
    monkeypatch.setattr(paths, "settings_folder", lambda: folder)
    return folder


def test_a_seal_holds_for_its_data_and_its_user_only(settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seal = seal_of(b"data")
    assert is_sealed(b"data", seal)
    assert not is_sealed(b"date", seal)
    assert len((settings / "index-key").read_bytes()) == 32
    assert [path.name for path in settings.iterdir()] == ["index-key"]
    monkeypatch.setattr(paths, "settings_folder", lambda: tmp_path / "somebody else")
    assert not is_sealed(b"data", seal)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_only_the_user_may_read_the_key(settings: Path) -> None:
    seal_of(b"data")
    assert stat.S_IMODE((settings / "index-key").stat().st_mode) == 0o600


def test_without_a_place_for_the_key_every_process_still_agrees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(paths, "settings_folder", lambda: tmp_path / "file" / "settings")
    seal = seal_of(b"data")
    _key.cache_clear()
    assert is_sealed(b"data", seal)


def test_the_index_of_somebody_else_is_built_anew(settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not settings.exists()
    library = Library.open(tmp_path / "library")
    library.add(document("Ferry", "The ferry sank."), b"1", "1.txt")
    library.index_pending()
    library.close()
    monkeypatch.setattr(paths, "settings_folder", lambda: tmp_path / "receiver")
    library = Library.open(tmp_path / "library")
    assert (library.search("ferry").total, library.behind()) == (0, 1)
    assert library.index_pending() == 1
    assert library.search("ferry").total == 1
    library.close()
