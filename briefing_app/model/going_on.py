"""How long work lets itself be ended: between its steps it asks whether it may go on."""

from __future__ import annotations

from collections.abc import Callable

GoOn = Callable[[], None]
"""Asked between the steps of long work, what it raises ends the work."""


def always() -> None:
    """Nobody wants to end the work."""
