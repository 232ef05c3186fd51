"""The wheel holds the program and everything that it reads at run time."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path


def test_the_wheel_carries_code_resources_and_licence(checkout: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        held = set(packed.namelist())
    listed = subprocess.run(["git", "ls-files", "-z", "resources"], cwd=checkout, capture_output=True, check=True).stdout.decode()
    shipped = {f"briefing_app/{name}" for name in listed.split("\0") if name and (checkout / name).is_file()}
    assert shipped
    assert shipped <= held
    assert {"briefing_app/__main__.py", "briefing_app/cli/__init__.py"} <= held
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in held)
    assert not [name for name in held if name.startswith(("tests/", "packaging/"))]
