"""The program's own process stays light: what the workers need is loaded in the workers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = ("numpy", "lxml", "whoosh", "trafilatura", "PySide6", "charset_normalizer")


def test_the_command_line_loads_nothing_heavy(checkout: Path) -> None:
    program = f"import sys, briefing_app.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", program], cwd=checkout, capture_output=True, text=True, timeout=100, check=True)
    assert ran.stdout.strip() == "[]"


def test_no_worker_can_load_qt(checkout: Path) -> None:
    """Every role's code together, as the worker imports it, with Qt shut out."""
    roles = ("parser", "writer", "compute")
    program = "import sys; sys.modules['PySide6'] = None; " + "; ".join(f"import briefing_app.pipeline.roles.{role}" for role in roles)
    subprocess.run([sys.executable, "-c", program], cwd=checkout, timeout=100, check=True)
