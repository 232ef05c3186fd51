"""Everything out of a library in open formats, and back in with nothing lost."""

from __future__ import annotations

from briefing_app.library.takeout.reading import is_takeout, take_in
from briefing_app.library.takeout.writing import Taken, take_out

__all__ = ["Taken", "is_takeout", "take_in", "take_out"]
