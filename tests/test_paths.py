from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app import paths


def test_shipped_files_are_found() -> None:
    assert paths.resource("fonts", "inter", "LICENSE.txt").is_file()


def test_the_users_folders_follow_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for folder in (paths.default_library(), paths.settings_folder(), paths.reports_folder()):
        assert folder.is_relative_to(tmp_path)
