"""Drops a plan that a later article tells of in hindsight: where it tells the deed as done itself, it is not behind an earlier article."""

from __future__ import annotations

from briefing_app.comparison.cues import Stage
from briefing_app.comparison.deeds import Deed, Nearness, matched
from briefing_app.comparison.study import Study


def told_in_hindsight(study: Study, early: int, late: int, words: str) -> bool:
    """Whether the article of the plan was surely written after that of the deed (``words`` of the sentence ``late``), and tells it too."""
    mine, other = (study.dated(study.units[unit].column) for unit in (early, late))
    if mine is None or other is None or not mine.first or not other.last or mine.first <= other.last:
        return False
    deed = next((deed for deed in study.side(late).deeds if deed.quoted == words), None)
    if deed is None:
        return False
    column = study.units_of[study.units[early].column]
    return any(_done(one) and matched(deed, one, Nearness.ALIGNED) for unit in column if unit != early for one in study.side(unit).deeds)


def _done(deed: Deed) -> bool:
    told = deed.finite and not deed.turned and not deed.supposed and not deed.elsewhen and not deed.pending
    return told and deed.past and deed.stage in (Stage.DECIDED, Stage.DONE)
