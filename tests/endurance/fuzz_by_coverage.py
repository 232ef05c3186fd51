"""Damages files of every format, led by the lines that each case reaches (atheris, libFuzzer), and looks at what comes out.

    pip install atheris
    python tests/endurance/fuzz_by_coverage.py --minutes 10 --seed 1

Where atheris is not installed, the run says so and does nothing: it has wheels for few systems, so no lock names it. The samples of the
formats are what it begins with. A case that breaks a promise, or takes more than 10 s of the processor or 2 GB, stays in the folder that
is told; it belongs into tests/importers/test_damaged.py.
"""

# ruff: noqa: T201 - a script that prints what it did

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

MOST_S = 10
MOST_MB = 2048
MOST_BYTES = 100_000
_INSIDE = "--inside"
_OWN_CLOCK = ("-timeout=1200", "-print_final_stats=1", "-verbosity=1")
"""libFuzzer's alarm counts the clock, which says little at low priority: each case is timed here."""
_GRACE_S = 300
_RUNS = re.compile(r"^Done (\d+) runs|^stat::number_of_executed_units: (\d+)", re.MULTILINE)


def main() -> int:
    """Fuzz in a process of its own, which ends as libFuzzer ends it; the exit code is 1 when a case was found."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=10.0)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("Skipped: atheris is not installed here (pip install atheris).")
        return 0
    top = Path(tempfile.mkdtemp(prefix="briefing-fuzz-"))
    kept, cases = top / "corpus", top / "cases"
    kept.mkdir()
    cases.mkdir()
    names = _fill(kept)
    limits = (f"-max_total_time={round(60 * given.minutes)}", f"-rss_limit_mb={MOST_MB}", f"-max_len={MOST_BYTES}", *_OWN_CLOCK)
    inside = [sys.executable, __file__, _INSIDE, str(kept), f"-artifact_prefix={cases}/", f"-seed={given.seed}", *limits]
    with (top / "told.txt").open("w+", encoding="utf-8", errors="replace") as told:
        try:
            code = subprocess.run(inside, stdout=told, stderr=told, check=False, timeout=60 * given.minutes + _GRACE_S).returncode
        except subprocess.TimeoutExpired:
            code = 1
        told.seek(0)
        runs = [int(one or other) for one, other in _RUNS.findall(told.read())]
    found = sorted(each.name for each in cases.iterdir())
    print(json.dumps({"files read or set aside": max(runs, default=0), "of formats": names, "cases": len(found), "exit": code}))
    if code or found:
        print(f"BROKEN: {', '.join(found) or 'the process ended, or did not'}, see {top}")
        return 1
    return 0


def _fill(folder: Path) -> int:
    """Write the samples as cases, the number of the format in front; how many formats there are."""
    from tests.importers.samples import samples

    for number, (_, (_, data)) in enumerate(sorted(samples().items())):
        (folder / f"{number:02}").write_bytes(bytes([number]) + data)
    return len(samples())


def _inside(arguments: list[str]) -> None:
    """Feed the importers until libFuzzer ends the process. The first byte of a case names the file whose name it goes by."""
    import atheris  # type: ignore[import-not-found, unused-ignore]

    with atheris.instrument_imports(include=["briefing_app.importers", "briefing_app.cleaning"]):
        from tests.importers.promises import keep_promises
        from tests.importers.samples import samples

        files = [file for _, (file, _) in sorted(samples().items())]
        for file, data in samples().values():  # formats and rules are loaded when they are first asked for
            keep_promises(data, file)

    def one_case(data: bytes) -> None:
        if data:
            before = time.process_time()
            keep_promises(data[1:], files[data[0] % len(files)])
            assert time.process_time() - before < MOST_S, "it takes too long"

    atheris.Setup([sys.argv[0], *arguments], one_case)
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == [_INSIDE]:
        _inside(sys.argv[2:])
    sys.exit(main())
