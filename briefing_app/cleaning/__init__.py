"""An article as found becomes a document: `clean` labels every line of the text and finds metadata, each with its evidence.

`thread_in` tells how many comments a stretch holds that is labelled so; `typed_date` reads a date as the analyst types it.
"""

from __future__ import annotations

from briefing_app.cleaning.cleaning import clean
from briefing_app.cleaning.threads import Thread, thread_in
from briefing_app.cleaning.typed_date import DateMistake, typed_date

__all__ = ["DateMistake", "Thread", "clean", "thread_in", "typed_date"]
