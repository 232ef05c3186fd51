"""PySide words its errors and signatures as ever, once it is asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LOAD = """
import sys
from pathlib import Path
from briefing_app.later import import_later
import_later("inspect")
from briefing_app.compiled import Compiled
from briefing_app.ui.loading import load_qt
compiled = Compiled(Path(sys.argv[1]), "1")
load_qt(compiled)
compiled.keep()
from PySide6.QtCore import QObject, QTimer
parser = sys.modules["shibokensupport.signature.parser"]
assert "ast" not in sys.modules and "pyside_type_init" not in vars(parser)
try:
    QTimer().setInterval("soon")
except TypeError as error:
    assert "setInterval(msec: int" in str(error), error
else:
    raise AssertionError
assert "pyside_type_init" in vars(parser)
assert "name: str" in QObject.setObjectName.__doc__
"""


def test_signatures_are_there_when_they_are_asked_for(checkout: Path, tmp_path: Path) -> None:
    for _ in range(2):
        command = [sys.executable, "-c", LOAD, str(tmp_path / "compiled")]
        done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False, timeout=100)
        assert done.returncode == 0, done.stderr
