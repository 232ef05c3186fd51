"""Who says it, as the analyst rules: names changed or merged, single passages given to somebody else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing_app.comparison.rulings.settling import Settled, meets
from briefing_app.model.article import Article
from briefing_app.model.comparison import Place
from briefing_app.model.findings import Attribution, Findings
from briefing_app.model.ruling import Renamed, Spoken


def on_findings(articles: Sequence[Article], findings: Sequence[Findings], rulings: Sequence[Settled]) -> tuple[Findings, ...]:
    """The findings with the speakers that the analyst has fixed; everything that reads them follows."""
    found = list(findings)
    for one in rulings:
        if isinstance(one.rule, Renamed):
            change = _renaming(one.rule)
            found = [_renamed(read, change) for read in found]
        elif isinstance(one.rule, Spoken):
            place = one.rows[0][0]
            found = [
                _spoken(read, place, one.rule.speaker) if a.id == place.article else read for a, read in zip(articles, found, strict=True)
            ]
    return tuple(found)


def _renaming(rule: Renamed) -> Callable[[str], str]:
    old = rule.speaker.casefold()
    return lambda name: rule.name if name.casefold() == old else name


def _renamed(read: Findings, change: Callable[[str], str]) -> Findings:
    return replace(
        read,
        quotations=tuple(replace(one, speaker=change(one.speaker)) for one in read.quotations),
        attributions=tuple(
            replace(one, source=change(one.source), chain=tuple(dict.fromkeys(map(change, one.chain)))) for one in read.attributions
        ),
    )


def _spoken(read: Findings, place: Place, speaker: str) -> Findings:
    """The words of the place given to one speaker, nobody before them; to the outlet itself when ``speaker`` is empty."""
    chain = (speaker,) if speaker else ()
    quotations = tuple(replace(one, speaker=speaker) if meets(place, place.article, one.span) else one for one in read.quotations)
    others = [one for one in read.attributions if not meets(place, place.article, one.span)]
    if speaker:
        others.append(Attribution(place.span, speaker, chain=chain))
    return replace(read, quotations=quotations, attributions=tuple(sorted(others, key=lambda one: one.span)))
