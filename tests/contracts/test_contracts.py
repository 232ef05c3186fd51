"""The promises about the source itself: who imports whom, types, style, and what the repository never holds."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

CHECKS = {
    "layers": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"],
    # The stubs that come with numpy are written for the Python that it was installed for.
    "types": ["-m", "mypy", f"--python-version={sys.version_info.major}.{sys.version_info.minor}"],
    "style": ["-m", "ruff", "check", "--no-cache", "."],
}
"""A name for each check of the whole tree, and how to run it with the interpreter of the tests."""


@pytest.mark.timeout(600)  # the types of a tree seen for the first time, on a busy machine
@pytest.mark.parametrize("check", CHECKS)
def test_the_tree_passes(check: str, checkout: Path) -> None:
    done = subprocess.run([sys.executable, *CHECKS[check]], cwd=checkout, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


# Put together from pieces, so that this file does not hold what it forbids.
NEVER = {
    "a package registry's address": r"--(extra-)?index-url|--find" + r"-links|https?://[^\s]*(py" + r"pi|python" + r"hosted|npm" + r"js)\.",
    "a path of one machine": r"(?<![\w.$}~-])/(wo" + r"rk|tm" + r"p|ro" + r"ot|ho" + r"me)/\w",
    "the workplace": r"(?i)\b(cla" + r"ude[ .-]?(code|ai)|anth" + r"ropic|chat" + r"gpt|open" + r"ai|co" + r"pilot)\b",
}
"""What no file of the repository may say, by name."""


def text_files(checkout: Path) -> list[Path]:
    """Every file that git keeps and that reads as UTF-8."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=checkout, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout: nothing says which files belong to the repository")
    return [path for name in listed.stdout.decode().split("\0") if name and (path := checkout / name).is_file()]


@pytest.mark.parametrize("what", NEVER)
def test_the_repository_never_names(what: str, checkout: Path) -> None:
    pattern = re.compile(NEVER[what])
    found: list[str] = []
    for path in text_files(checkout):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(checkout)}: {hit[0]}" for hit in pattern.finditer(text)]
    assert not found


def test_modules_say_what_they_hide(checkout: Path) -> None:
    silent = [
        str(path.relative_to(checkout))
        for path in sorted((checkout / "briefing_app").rglob("*.py"))
        if not path.read_text(encoding="utf-8").startswith(('"""', 'r"""'))
    ]
    assert not silent
