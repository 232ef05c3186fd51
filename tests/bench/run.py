"""Run every measurement and keep the figures: ``python tests/bench/run.py [NAME ...] [--write-readme]``.

A file of this folder that measures has ``measure(shared: Path) -> dict[str, float]``. What it returns goes into results.json with the
command that repeats it, the commit and the day. README's table of the figures that matter most (``headlines.py``) and the table of all
of them in README.md of this folder are made from that file and from nothing else.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
RESULTS = HERE / "results.json"
README = CHECKOUT / "README.md"
FIGURES = HERE / "README.md"
DRAWING = CHECKOUT / "packaging" / "gallery" / "sizes.svg"
BEGIN, END = "<!-- figures: made by tests/bench/run.py --write-readme -->", "<!-- end of figures -->"

Results = dict[str, dict[str, Any]]
"""A bench's name and its row: ``figures`` (name to value), ``command``, ``commit``, ``date``."""


def benches() -> list[str]:
    """The names of all measurements: the files here that have a ``measure``."""
    return sorted(path.stem for path in HERE.glob("*.py") if "\ndef measure(" in path.read_text(encoding="utf-8"))


def results() -> Results:
    """The figures kept so far."""
    kept: Results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.is_file() else {}
    return kept


def measured(name: str, shared: Path) -> dict[str, float]:
    """The figures of one measurement, taken now."""
    spec = importlib.util.spec_from_file_location(f"bench_{name}", HERE / f"{name}.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no measurement {name}; there are: {', '.join(benches())}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    figures: dict[str, float] = module.measure(shared)
    return figures


def commit() -> str:
    """The short name of the commit that was measured, with a plus sign when other files than the figures differ from it."""

    def git(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=CHECKOUT, capture_output=True, text=True, check=False).stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "--", ".", f":!{RESULTS.relative_to(CHECKOUT)}", ":!README.md")
    return git("rev-parse", "--short", "HEAD") + ("+" if changed else "")


def row(name: str, figures: dict[str, float]) -> dict[str, Any]:
    """What results.json keeps of a measurement."""
    rounded = {key: round(float(value), 4) for key, value in figures.items()}
    day = datetime.now(UTC).date().isoformat()
    return {"figures": rounded, "command": f"python tests/bench/run.py {name}", "commit": commit(), "date": day}


def every_figure(kept: Results) -> str:
    """The table of all figures in Markdown."""
    lines = ["| measured | figure | value | with | commit, day |", "|---|---|---|---|---|"]
    for name, entry in sorted(kept.items()):
        first = f"`{entry['command']}` | {entry['commit']}, {entry['date']}"
        for number, (key, value) in enumerate(entry["figures"].items()):
            lines.append(f"| {name} | {key} | {value:g} | {first} |" if number == 0 else f"| | {key} | {value:g} | | |")
    return "\n".join(lines)


def with_table(page: str, table: str) -> str:
    """A page with the table between its two marks made anew."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def written(kept: Results) -> dict[Path, str]:
    """Every page and drawing that is made of the figures, with what is to stand there."""
    from tests.bench.drawing import drawing
    from tests.bench.headlines import table

    return {
        README: with_table(README.read_text(encoding="utf-8"), table(kept)),
        FIGURES: with_table(FIGURES.read_text(encoding="utf-8"), every_figure(kept)),
        DRAWING: drawing(kept["sizes"]["figures"]),
    }


def main() -> int:
    """Measure what was named (everything when nothing was), keep the figures, and write the tables when asked."""
    parser = argparse.ArgumentParser(description="Take the program's figures.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(benches())}")
    parser.add_argument(
        "--write-readme", action="store_true", help="write the tables and the drawing; alone: from the figures kept, measuring nothing"
    )
    parser.add_argument("--shared", type=Path, default=CHECKOUT.parent / "shared", help="the folder with texts and golds")
    options = parser.parse_args()
    kept = results()
    names = options.names or ([] if options.write_readme else benches())
    for name in names:
        kept[name] = row(name, measured(name, options.shared))
        print(f"{name}\n" + "\n".join(f"    {key}: {value:g}" for key, value in kept[name]["figures"].items()), flush=True)
        RESULTS.write_text(json.dumps(kept, indent=1, sort_keys=False) + "\n", encoding="utf-8")
    if options.write_readme:
        for path, text in written(kept).items():
            path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    if str(CHECKOUT) not in sys.path:
        sys.path.insert(0, str(CHECKOUT))
    sys.exit(main())
