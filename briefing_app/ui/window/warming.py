"""Loads the reader ahead, a piece a turn, while an empty window waits for its first article: an import that runs by then stays smooth."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_READER = (
    "briefing_app.ui.reader.tables",
    "briefing_app.ui.reader.page",
    "briefing_app.ui.reader.text",
    "briefing_app.ui.annotations.view",
    "briefing_app.ui.reader.view",
    "briefing_app.ui.window.reader_signals",
    "briefing_app.anchoring",
    "briefing_app.ui.session.reading",
)
"""In the order in which they need each other, so that no turn takes long."""
_PAUSE_MS = 20


def warm_reader(parent: QObject, modules: Sequence[str] = _READER) -> None:
    """Load what the reader is made of, unless ``parent`` goes before."""
    if modules:
        import_module(modules[0])
        QTimer.singleShot(_PAUSE_MS, parent, lambda: warm_reader(parent, modules[1:]))
