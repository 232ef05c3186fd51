"""An article as found becomes a document: `clean` labels every line of the text and finds metadata, each with its evidence.

`thread_in` tells how many comments a stretch holds that is labelled so; `typed_date.typed_date` reads a date as the analyst types it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.cleaning.cleaning import clean
    from briefing_app.cleaning.threads import Thread, thread_in

__all__ = ["Thread", "clean", "thread_in"]

_HOMES = {"Thread": "threads", "clean": "cleaning", "thread_in": "threads"}


def __getattr__(name: str) -> object:
    # Cleaning a page takes trafilatura and what that brings along, a quarter of a second that whoever asks for a day should not wait.
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
