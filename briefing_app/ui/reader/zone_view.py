"""How the reader shows what does not belong to an article's story."""

from __future__ import annotations

from enum import Enum


class ZoneView(Enum):
    """What happens to furniture, teasers and comments: hidden, dimmed in place, or shown like the rest."""

    HIDDEN = "hidden"
    DIMMED = "dimmed"
    SHOWN = "shown"

    def following(self) -> ZoneView:
        """The next of the three, round and round."""
        order = list(ZoneView)
        return order[(order.index(self) + 1) % len(order)]
