"""An article as found becomes a document: `clean` labels every line of the text and finds metadata, each with its evidence.

`thread_in` tells how many comments a stretch holds that is labelled so.
"""

from __future__ import annotations

from briefing_app.cleaning.cleaning import clean
from briefing_app.cleaning.threads import Thread, thread_in

__all__ = ["Thread", "clean", "thread_in"]
