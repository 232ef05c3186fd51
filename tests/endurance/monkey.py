"""Presses random keys and clicks at random places of a real window on the sample library, for as long as it is told to.

    python tests/endurance/monkey.py --minutes 20 --seed 1

No traceback may come, no change may be lost (the library is whole at the end, opens again and holds what it held), and memory may not
grow without end. File dialogs are turned away, questions are answered at random, the window stays open. Nothing leaves the machine.
"""

# ruff: noqa: T201 - a script that prints its figures

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QDesktopServices  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget  # noqa: E402

from briefing_app.app import application  # noqa: E402
from briefing_app.pipeline import Workbench  # noqa: E402
from briefing_app.ui.session import Session  # noqa: E402
from briefing_app.ui.settings import Settings  # noqa: E402
from briefing_app.ui.theme import Look  # noqa: E402
from briefing_app.ui.window import Window  # noqa: E402
from tests.endurance.rounds import everything  # noqa: E402

KEYS = [Qt.Key(number) for number in range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)] + [
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown),
    *(
        Qt.Key.Key_1,
        Qt.Key.Key_2,
        Qt.Key.Key_3,
        Qt.Key.Key_Question,
        Qt.Key.Key_Slash,
        Qt.Key.Key_Period,
        Qt.Key.Key_Plus,
        Qt.Key.Key_Minus,
    ),
]
NONE, CONTROL, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT_OUT = {(Qt.Key.Key_Q, CONTROL), (Qt.Key.Key_W, CONTROL), (Qt.Key.Key_N, CONTROL | SHIFT)}
"""What ends the program, or opens a window that nobody closes."""
_STEP_MS = 8
_MODAL_MS = 150


class Monkey:
    """One window and a hand that knows nothing of it."""

    def __init__(self, window: Window, chance: random.Random) -> None:
        self._window = window
        self._chance = chance
        self.done = 0
        self.faults: list[str] = []
        self._modal = QTimer(window)
        self._modal.setInterval(_MODAL_MS)
        self._modal.timeout.connect(self._answer)
        self._modal.start()
        sys.excepthook = self._note

    def act(self) -> None:
        """One key or one click."""
        self.done += 1
        target = QApplication.focusWidget() or self._window
        if self._chance.random() < 0.7:
            key, modifier = self._chance.choice(KEYS), self._chance.choice((NONE, NONE, NONE, SHIFT, CONTROL, CONTROL | SHIFT))
            if (key, modifier) not in _LEFT_OUT:
                QTest.keyClick(target, key, modifier)
            return
        widget = self._chance.choice(
            [one for one in self._window.findChildren(QWidget) if one.isVisible() and one.width() and one.height()]
        )
        place = QPoint(self._chance.randrange(widget.width()), self._chance.randrange(widget.height()))
        click = QTest.mouseDClick if self._chance.random() < 0.1 else QTest.mouseClick
        click(widget, Qt.MouseButton.LeftButton, self._chance.choice((NONE, NONE, CONTROL, SHIFT)), place)

    def _answer(self) -> None:
        """A dialog or menu that has stood for a moment is answered or closed."""
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None and self._chance.random() < 0.5:
            popup.close()
        if isinstance(modal, QMessageBox) and modal.buttons():
            self._chance.choice(modal.buttons()).click()
        elif isinstance(modal, QDialog) and self._chance.random() < 0.3:
            modal.reject()

    def _note(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.faults.append("".join(traceback.format_exception(kind, error, trace)))
        print(f"FAULT after {self.done}:\n{self.faults[-1]}", flush=True)


def _wait(ms: int, until: Callable[[], bool] = lambda: False) -> None:
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if until() else None)
    look.start(50)
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _memory_mb() -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1000


def _objects() -> int:
    """How many objects of Qt hang on the program and its windows: a dialog or menu that nobody deletes is among them for ever."""
    return sum(1 + len(top.findChildren(QObject)) for top in (QApplication.instance(), *QApplication.topLevelWidgets()) if top is not None)


def main() -> int:
    """Let it loose."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=2.0)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    application()
    for name, answer in (
        ("getOpenFileName", ("", "")),
        ("getOpenFileNames", ([], "")),
        ("getSaveFileName", ("", "")),
        ("getExistingDirectory", ""),
    ):
        setattr(QFileDialog, name, staticmethod(lambda *_a, answer=answer, **_k: answer))
    QDesktopServices.openUrl = staticmethod(lambda *_a: True)  # type: ignore[method-assign, assignment]
    with tempfile.TemporaryDirectory(prefix="briefing-monkey-", ignore_cleanup_errors=True) as place:
        workbench = Workbench.open(Path(place) / "library")
        workbench.import_paths([CHECKOUT / "resources" / "sample" / "articles"], lambda _progress: None).future.result()
        workbench.catch_up(lambda _progress: None).future.result()
        session = Session(workbench)
        window = Window(session, Look(), Settings(Path(place) / "settings.json"))
        window.show()
        session.start()
        _wait(5000, lambda: bool(session.following.total))
        window.confirm_close = lambda: False
        monkey = Monkey(window, random.Random(given.seed))
        until, early = time.monotonic() + 60 * given.minutes, (0.0, 0)
        while time.monotonic() < until and len(monkey.faults) < 5:
            monkey.act()
            _wait(_STEP_MS)
            if not early[1] and time.monotonic() > until - 45 * given.minutes:
                early = _memory_mb(), _objects()
        late = _memory_mb(), _objects()
        window.confirm_close = lambda: True
        window.close()
        session.close()
        held = everything(workbench.library)
        workbench.close()
        again = Workbench.open(Path(place) / "library")
        lost = everything(again.library) != held or bool(again.library.check(lambda _done, _total: None).flaws)
        again.close()
    figures = {
        "keys and clicks": monkey.done,
        "faults": len(monkey.faults),
        "lost": lost,
        "MB after a quarter": early[0],
        "MB at the end": late[0],
        "objects of Qt after a quarter": early[1],
        "objects of Qt at the end": late[1],
    }
    print(json.dumps(figures), flush=True)
    return int(lost or bool(monkey.faults))


if __name__ == "__main__":
    sys.exit(main())
