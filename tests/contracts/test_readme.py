"""README and the source say the same: commands, libraries, figures."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from briefing_app.export import EXPORTS
from briefing_app.importers.formats import FORMATS


@pytest.fixture(scope="module")
def readme(checkout: Path) -> str:
    return (checkout / "README.md").read_text(encoding="utf-8")


def plain(name: str) -> str:
    """A distribution's name as an index writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def required(requirements: list[str]) -> set[str]:
    return {plain(re.split(r"[\s<>=!~;\[]", line, maxsplit=1)[0]) for line in requirements}


def locked(path: Path) -> set[str]:
    return {plain(name) for name in re.findall(r"^([A-Za-z0-9][\w.-]*)==", path.read_text(encoding="utf-8"), re.MULTILINE)}


def section(readme: str, title: str) -> str:
    return readme.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_every_dependency_has_its_reason_and_its_lock(checkout: Path, readme: str) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = required(project["dependencies"])
    rows = set(re.findall(r"^\| ([A-Za-z][\w.-]*) \|", section(readme, "Why these libraries"), re.MULTILINE)) - {"library"}
    assert {plain(name) for name in rows} == needed
    assert needed <= locked(checkout / "packaging" / "requirements.lock")
    tested = required(project["optional-dependencies"]["test"])
    assert needed | tested <= locked(checkout / "packaging" / "requirements-test.lock")


def test_locks_carry_digests_and_agree(checkout: Path) -> None:
    run, test = (checkout / "packaging" / name for name in ("requirements.lock", "requirements-test.lock"))
    pins = [set(re.findall(r"^(\S+==\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)) for path in (run, test)]
    assert pins[0] <= pins[1]
    for path in (run, test):
        for entry in re.split(r"^(?=[A-Za-z0-9])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            assert "--hash=sha256:" in entry, entry


def test_the_paths_that_readme_names_exist(checkout: Path, readme: str) -> None:
    named = set(re.findall(r"\b((?:packaging|resources|tests)/[\w./-]*\w/?)", readme))
    missing = [name for name in named if not (checkout / name).exists()]
    assert named
    assert not missing


def test_the_commands_that_readme_names_exist(checkout: Path, readme: str) -> None:
    named = set(re.findall(r"^    briefing-app ([a-z]+)", readme, re.MULTILINE))
    assert named >= {"import", "search", "show", "events", "compare", "brief", "reindex"}
    for command in sorted(named):
        done = subprocess.run(
            [sys.executable, "-m", "briefing_app", command, "--help"], cwd=checkout, capture_output=True, text=True, check=False, timeout=90
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"


def test_the_formats_are_those_of_the_tables(readme: str) -> None:
    rows = [(entry.name, entry.suffixes) for entry in FORMATS] + [(entry.name, (entry.suffix,)) for entry in EXPORTS]
    told = re.findall(r"^\| (?:in|out) \| ([^|]+) \| ([^|]+) \|", section(readme, "Formats"), re.MULTILINE)
    assert [(name, tuple(re.findall(r"`([^`]+)`", suffixes))) for name, suffixes in told] == rows


def script(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"readme_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_keys_are_those_of_the_table(checkout: Path, readme: str) -> None:
    assert readme == script(checkout / "packaging" / "keys.py").with_keys(readme), "run: python packaging/keys.py"


def test_the_figures_are_those_that_were_measured(checkout: Path) -> None:
    runner = script(checkout / "tests" / "bench" / "run.py")
    for path, text in runner.written(runner.results()).items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}; run: python tests/bench/run.py --write-readme"


def test_the_drawing_is_shown(checkout: Path, readme: str) -> None:
    drawing: Path = script(checkout / "tests" / "bench" / "run.py").DRAWING
    assert drawing.relative_to(checkout).as_posix() in readme
