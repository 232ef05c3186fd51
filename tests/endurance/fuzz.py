"""Damages files of every format at random and reads them, under the parser worker's limit of memory and a limit of time.

    python tests/endurance/fuzz.py --minutes 5 --seed 1
    BRIEFING_FUZZ="Rich Text" python tests/endurance/fuzz.py --minutes 5

A round takes one format, hypothesis draws its damage and makes a case that breaks a promise smaller; the case stays in the round's folder.
What is found belongs into tests/importers/test_damaged.py.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import random
import signal
import sys
import traceback
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, Phase, given, seed, settings

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.pipeline.roles.parser import ParserWorker  # noqa: E402
from tests.endurance.rounds import BrokenPromise, main  # noqa: E402
from tests.importers.damage import damaged  # noqa: E402
from tests.importers.promises import keep_promises  # noqa: E402
from tests.importers.samples import samples  # noqa: E402

EXAMPLES = 150
MOST_S = 10
"""Seconds of the processor for one damaged file; the parser worker has 30 for any file."""
_ROUND_S = 600
_ONLY = os.environ.get("BRIEFING_FUZZ", "")
"""The name of the one format to damage; empty: all in turn."""


def one_round(chance: random.Random, top: Path) -> str:
    """Damage one format in a process of its own, which may die of it."""
    name = _ONLY or chance.choice(sorted(samples()))
    case, told = top / "case", top / "told.txt"
    # Forked: the samples are made once, and the process has no thread yet.
    child = multiprocessing.get_context("fork").Process(target=_damage, args=(name, chance.getrandbits(64), case, told))
    child.start()
    child.join(_ROUND_S)
    if child.is_alive():
        child.kill()
        child.join()
        raise BrokenPromise(f"{name}: reading {case} does not end")
    if child.exitcode:
        last = told.read_text(encoding="utf-8").strip().splitlines()[-1:] if told.exists() else []
        raise BrokenPromise(f"{name}: {''.join(last) or 'the process died'} ({child.exitcode}), see {case} and {told}")
    return name


def _damage(name: str, number: int, case: Path, told: Path) -> None:
    ParserWorker()  # limits this process's memory
    file, sample = samples()[name]
    others = [data for other, (_, data) in samples().items() if other != name]
    with told.open("w", encoding="utf-8") as log:
        faulthandler.enable(log)

        def late(_signal: int, frame: FrameType | None) -> None:
            traceback.print_stack(frame, file=log)
            log.write(f"it takes more than {MOST_S} s of the processor")
            log.flush()
            os._exit(1)

        signal.signal(signal.SIGVTALRM, late)

        @seed(number)
        @settings(
            max_examples=EXAMPLES,
            database=None,
            report_multiple_bugs=False,
            deadline=None,
            derandomize=False,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        @given(data=damaged(sample, others))
        def read_damaged(data: bytes) -> None:
            case.write_bytes(data)
            signal.setitimer(signal.ITIMER_VIRTUAL, MOST_S)
            try:
                keep_promises(data, file)
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)

        try:
            read_damaged()
        except BaseException as problem:
            problem.__notes__ = []  # the case lies beside it
            traceback.print_exception(problem, file=log)
            log.flush()
            os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(__doc__, one_round))
