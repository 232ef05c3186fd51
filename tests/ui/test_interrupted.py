"""Ctrl+C in the terminal that the window was opened from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

INTERRUPT = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from briefing_app import app

signal.signal(signal.SIGINT, signal.default_int_handler)

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type[sys.argv[2]] and isinstance(watched, QWidget):
            application.removeEventFilter(self)
            painter = QPainter(watched) if event.type() is QEvent.Type.Paint else None
            os.kill(os.getpid(), signal.SIGINT)
        return False

application = app.application()
watch = Watch()
application.installEventFilter(watch)
code = app.main(Path(sys.argv[1]))
assert not application.topLevelWidgets()
sys.exit(code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
@pytest.mark.parametrize("moment", ["ParentChange", "Polish", "Paint"])
def test_ctrl_c_closes_the_window_whatever_qt_is_doing(checkout: Path, tmp_path: Path, moment: str) -> None:
    command = [sys.executable, "-X", "faulthandler", "-c", INTERRUPT, str(tmp_path / "library"), moment]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False, timeout=100)
    assert (done.returncode, done.stderr) == (0, "")
