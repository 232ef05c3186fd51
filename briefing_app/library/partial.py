"""Hides what a thing that takes minutes to write is called until it is whole: two that are written to one place at once never meet."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path


def new_mark() -> str:
    """Tells one writing from every other, in this program or another."""
    return os.urandom(4).hex()


def partial_of(path: Path, mark: str, what: str = "") -> Path:
    """Where it lies, beside ``path``, while it is written; ``what`` tells the parts of one writing apart."""
    return path.with_name(f"{path.name}.{mark}{what}.part")


def clear_away(folder: Path, mark: str) -> None:
    """Delete what a writing has left half done in ``folder``, with what SQLite keeps beside its files."""
    for left in folder.glob(f"*.{mark}.*"):
        with suppress(OSError):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink()
