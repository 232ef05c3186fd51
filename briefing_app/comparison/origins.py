"""Counts independent origins: who stands at the head of the sourcing chains, and which articles go back to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing_app.comparison.units import Unit
from briefing_app.model.comparison import Origin
from briefing_app.model.ids import ArticleId


def origins_of(units: Sequence[Unit]) -> tuple[Origin, ...]:
    """The first named link of every chain, with the articles that lead back to it; the most shared first."""
    articles: dict[str, dict[ArticleId, None]] = defaultdict(dict)
    names: dict[str, str] = {}
    for unit in units:
        for attribution in unit.attributions:
            name = first_named(attribution.chain or (attribution.source,))
            if name:
                key = name.split()[-1].lower()
                names[key] = max(names.get(key, ""), name, key=len)
                articles[key][unit.place.article] = None
    found = [Origin(names[key], tuple(ids)) for key, ids in articles.items()]
    return tuple(sorted(found, key=lambda origin: (-len(origin.articles), origin.name)))


def first_named(chain: Sequence[str]) -> str:
    """The link nearest to the origin that has a name; empty when all are nameless."""
    return next((link for link in chain if any(word[:1].isupper() for word in link.split())), "")
