"""Hides how this computer's user knows an index of their own: a key outside of the library seals what says which files are whole.

Whoosh reads pickles, which run what they hold; an index that came with somebody else's library is therefore never opened but built anew.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import secrets
from functools import lru_cache
from pathlib import Path

from briefing_app import paths

_LENGTH = 32


def seal_of(data: bytes) -> str:
    """The seal of ``data``: hex HMAC-SHA256 under the user's key."""
    return hmac.new(_key(paths.settings_folder() / "index-key"), data, "sha256").hexdigest()


def is_sealed(data: bytes, seal: str) -> bool:
    """Whether ``seal`` was made for ``data`` by this user."""
    return hmac.compare_digest(seal_of(data), seal)


@lru_cache(maxsize=4)
def _key(path: Path) -> bytes:
    """The user's key, made when first needed. Empty where it cannot be kept (no home folder): then a seal tells damage only."""
    with contextlib.suppress(OSError):
        if path.exists():
            return path.read_bytes()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
            file.write(secrets.token_bytes(_LENGTH))
        # A link appears whole and never replaces the key that another process has made meanwhile.
        with contextlib.suppress(FileExistsError):
            _appear(partial, path)
        partial.unlink(missing_ok=True)
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _appear(partial: Path, path: Path) -> None:
    try:
        path.hardlink_to(partial)
    except FileExistsError:
        raise
    except OSError:  # A file system without links: two first starts at once may then disagree, and build the index twice.
        if not path.exists():
            partial.replace(path)
