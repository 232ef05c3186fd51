"""Rebuild the lock files: ``python packaging/lock.py`` with uv at hand (``pip install uv``).

Both locks are universal (every platform, Python 3.11 to 3.14), carry the digest of every file, and name no package index.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
BUILD = "hatchling>=1.27\neditables>=0.5\n"
"""What installing the project itself needs: set-up installs it without build isolation."""

LOCKS = {"packaging/requirements.lock": [], "packaging/requirements-test.lock": ["--extra", "test"]}
"""A lock file and what it holds beyond the program's own dependencies."""


def lock(target: str, extras: list[str]) -> None:
    """Resolve the dependencies of pyproject.toml and ``extras`` into ``target``."""
    command = ["uv", "pip", "compile", "pyproject.toml", "-", *extras, "--universal", "--python-version", "3.11", "--generate-hashes"]
    quiet = ["--no-header", "--no-emit-index-url", "--no-emit-find-links", "--upgrade", "--quiet", "--output-file", target]
    subprocess.run([*command, *quiet], cwd=CHECKOUT, input=BUILD, text=True, check=True)
    path = CHECKOUT / target
    lines = path.read_text(encoding="utf-8")
    path.write_text(f"# Made by packaging/lock.py from pyproject.toml. Do not edit.\n{lines}", encoding="utf-8")


def main() -> int:
    """Rebuild both locks."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    for target, extras in LOCKS.items():
        lock(target, extras)
        print(f"{target}: done")
    return 0


if __name__ == "__main__":
    sys.exit(main())
