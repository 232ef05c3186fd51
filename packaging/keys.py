"""Writes the table of keys into the README: ``python packaging/keys.py``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from briefing_app.ui.actions import key_table  # noqa: E402

BEGIN, END = "<!-- keys: made by packaging/keys.py -->", "<!-- end of keys -->"


def with_keys(readme: str) -> str:
    """The README with the table as the program has it."""
    before, rest = readme.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    return f"{before}{BEGIN}\n{key_table()}\n{END}{after}"


def main() -> int:
    """Write the table."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    file = CHECKOUT / "README.md"
    file.write_text(with_keys(file.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
