"""Has the system read from the disk ahead what the window is going to need: an import keeps the disk busy, and who then runs a piece of
Qt for the first time waits for it, 40 ms a page and more.
"""

from __future__ import annotations

from pathlib import Path

from briefing_app.ahead import ask_for, fonts, libraries
from briefing_app.ui.icons import read_icons

_PACKAGE = Path(__file__).resolve().parent.parent


def read_ahead() -> None:
    """Read the icons, and ask for the program's own modules, the libraries that it is made of and its fonts; on any thread."""
    read_icons()
    ask_for(map(str, _PACKAGE.rglob("*.pyc")))
    ask_for(libraries())
    ask_for(fonts())
