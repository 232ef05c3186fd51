"""The process ends well whatever it leaves to Qt."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_COPIES = """
from PySide6.QtCore import QMimeData
from briefing_app.app import application, let_go_of_the_clipboard
app = application()
copied = QMimeData()
copied.setText("copied")
app.clipboard().setMimeData(copied)
let_go_of_the_clipboard()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the exit code tells of the signal elsewhere alone")
def test_what_was_copied_without_a_window_system_does_not_crash_the_end() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _COPIES], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
