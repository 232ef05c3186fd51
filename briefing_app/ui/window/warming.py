"""Makes the reader and loads the type of list and text ahead, a piece a turn, while an empty window waits for its first article.

So the first articles of an import come into a window that does not stop for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QImage, QPainter

from briefing_app.ahead import ask_for_fonts
from briefing_app.ui.theme import Look, Type

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
_LETTERS = "The quick brown fox jumps over the lazy dog 0123456789 · , . – “ ” … ~ A B C"
_SCRIPTS = (_LETTERS, "Москва", "中国新闻", "日本のニュース", "العربية", "한국", "🙂")
"""Each may come from a font of the system, whose file is then read: half a second from a disk that has not been asked for it yet."""
_LISTED = (Type.UI_BOLD, Type.UI_STRONG, Type.UI, Type.SMALL)
"""The types of a line of the list, in which any script may stand."""
_OTHERS = (Type.SMALL_BOLD, Type.HINT, Type.BADGE, Type.TITLE, Type.READING)
_SAMPLES = (*((kind, script) for script in _SCRIPTS for kind in _LISTED), *((kind, _LETTERS) for kind in _OTHERS))
_PAUSE_MS = 20


def warm_reader(parent: QObject, make: Callable[[], object], modules: Sequence[str] = _READER) -> None:
    """Load what the reader is made of, then ``make`` it, unless ``parent`` goes before."""
    if modules:
        import_module(modules[0])
        QTimer.singleShot(_PAUSE_MS, parent, lambda: warm_reader(parent, make, modules[1:]))
    else:
        make()


def warm_types(look: Look, parent: QObject, samples: Sequence[tuple[Type, str]] = _SAMPLES) -> None:
    """Let Qt load the fonts and draw their letters once, then have all letters read from the disk, unless ``parent`` goes before."""
    if samples:
        kind, words = samples[0]
        picture = QImage(1, 1, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        painter.setFont(look.font(kind))
        painter.drawText(QPoint(0, 0), words)
        painter.end()
        QTimer.singleShot(_PAUSE_MS, parent, lambda: warm_types(look, parent, samples[1:]))
    else:
        ask_for_fonts()
