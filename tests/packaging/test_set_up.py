"""The set-up scripts: what they find missing, what they remember, what they say to an old Python."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The scripts' folder on the path, and their modules forgotten afterwards."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield SCRIPTS
    for path in SCRIPTS.glob("*.py"):
        sys.modules.pop(path.stem, None)


@pytest.fixture
def needs(scripts: Path) -> ModuleType:
    del scripts
    return importlib.import_module("system_needs")


@pytest.fixture
def environment(scripts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    del scripts
    module = importlib.import_module("environment")
    monkeypatch.setattr(module, "STAMP", tmp_path / "set-up.json")
    monkeypatch.setattr(module, "PYTHON", Path(sys.executable))
    return module


@pytest.mark.parametrize("name", ["run.py", "test.py"])
def test_an_old_python_reads_the_first_file(name: str) -> None:
    ast.parse((SCRIPTS / name).read_text(encoding="utf-8"), feature_version=(3, 4))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs are looked for on Linux only")
def test_missing_names_only_what_is_not_there(needs: ModuleType) -> None:
    absent = needs.Need("libnowhere0", soname="libnowhere.so.0")
    assert needs.missing([needs.Need("libc6", soname="libc.so.6"), absent]) == [absent]
    assert needs.missing([needs.Need("nothing", program="no-such-program-here")])


def test_a_font_is_found_by_its_file(needs: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "opentype").mkdir()
    (tmp_path / "opentype" / "SomeSansCJK-Regular.ttc").write_bytes(b"")
    assert needs.has_font(tmp_path, "cjk")
    assert not needs.has_font(tmp_path, "emoji")


def test_what_cannot_be_installed_is_named_with_the_command(
    needs: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(needs, "is_debian", lambda: True)
    monkeypatch.setattr(needs.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit) as ended:
        needs.provide([needs.Need("libnowhere0", soname="libnowhere.so.0")])
    assert ended.value.code == 3
    assert "sudo apt-get update && sudo apt-get install -y libnowhere0" in capsys.readouterr().err


def test_a_missing_font_is_named_on_other_systems_too(
    needs: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(needs, "is_debian", lambda: False)
    with pytest.raises(SystemExit) as ended:
        needs.provide([needs.Need("fonts-nowhere", font="no-such-font-anywhere")])
    assert ended.value.code == 3
    assert "fonts-nowhere" in capsys.readouterr().err


def test_the_stamp_is_trusted_only_for_the_same_lock(environment: ModuleType, tmp_path: Path) -> None:
    assert environment.made() == {}
    environment.write_stamp({environment.RUN_LOCK.name: environment.wanted(environment.RUN_LOCK)})
    assert environment.made()[environment.RUN_LOCK.name] == environment.wanted(environment.RUN_LOCK)
    other = tmp_path / "requirements.lock"
    other.write_text("another==1\n", encoding="utf-8")
    assert environment.made()[other.name] != environment.wanted(other)


def test_a_torn_stamp_counts_as_none(environment: ModuleType) -> None:
    environment.STAMP.write_text('{"requirements.lock": {"lo', encoding="utf-8")
    assert environment.made() == {}
    environment.STAMP.write_text("[]", encoding="utf-8")
    assert environment.made() == {}


def test_a_current_environment_costs_nothing(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.write_stamp({environment.RUN_LOCK.name: environment.wanted(environment.RUN_LOCK)})
    monkeypatch.setattr(environment.subprocess, "run", lambda *_, **__: pytest.fail("started a program"))
    assert environment.ensure(environment.RUN_LOCK) == environment.PYTHON


@pytest.mark.parametrize("name", sorted(path.stem for path in SCRIPTS.glob("*.py") if '"__main__"' in path.read_text(encoding="utf-8")))
def test_asked_for_help_a_script_does_nothing_else(
    scripts: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del scripts
    monkeypatch.setattr(sys, "argv", [f"{name}.py", "--help"])
    with pytest.raises(SystemExit) as ended:
        importlib.import_module(name).main()
    assert ended.value.code == 0
    assert f"usage: {name}.py" in capsys.readouterr().out


def test_asked_for_help_the_test_run_sets_nothing_up(
    scripts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del scripts
    check = importlib.import_module("check")
    monkeypatch.setattr(check, "provide", lambda _needs: pytest.fail("looked for system libraries"))
    assert check.main(["--help"]) == 0
    assert "usage: test.py" in capsys.readouterr().out
