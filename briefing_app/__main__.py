"""Where the program begins: the command line, which opens the window when no command is named."""

from __future__ import annotations

import sys
from pathlib import Path

from briefing_app import cli
from briefing_app.cli.command import Outcome


def main() -> int:
    """The console script ``briefing-app``; gives the exit code."""
    return cli.main(sys.argv[1:], open_window)


def open_window(library: Path) -> int:
    """Open the window; say in words when this machine cannot."""
    try:
        from briefing_app import app
    except ImportError as problem:
        missing = problem.msg.split(":")[0]
        cli.output.trouble(
            f"the window cannot open, because a system library is missing ({missing}). "
            "README lists what a bare machine lacks; all other commands work without it."
        )
        return Outcome.FAILED
    return app.main(library)


if __name__ == "__main__":
    sys.exit(main())
