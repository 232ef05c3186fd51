"""Lists what an article leaves out: claims that most of the others carry and it does not; of two articles, replies and denials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefing_app.comparison.cues import cues_for
from briefing_app.comparison.stretches.keywords import new_words_of
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import Claim, ClaimStatus, Omission, Relation
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span

_LEAST_CARRIERS = 2
_MOST_REPLIES = 3  # replies, denials and conditions listed for one article
_TOUCHING = 0.05  # score of the nearest sentence from which it is about the same matter
_SURELY_SAYS_IT = 0.85  # score of the nearest sentence from which on no missing word speaks against it
_SAYS_IT = 1.5
"""Score of the nearest sentence, in bars of the accepted pairs, from which on it may say the claim in other words. On the ten events of the
golds the omissions that an expert sees no reason for fall from 17 of 110 to 2 of 52; without it one event has six of them."""
_FOREIGN = 0.5  # share, by weight, of the words that the carriers share, which a close article lacks when it still leaves the claim out
_FEW, _SOME = 2, 3  # how many words that must be: where a name or a figure is among them, and else


def omissions_of(study: Study, claims: Sequence[Claim]) -> tuple[Omission, ...]:
    """In the order of the articles, then of the claims. Two carriers at least, and more than half of the other houses.

    What one article of a house carries, the others of that house need not. An article with a sentence that comes close to the claim
    leaves it out only when much of what the carriers share stands nowhere in it (a name, a figure), and else at most the claim's condition.
    One that shares no claim with any carrier reports something else.
    """
    found = []
    met, others = _met(claims), len(set(study.house_of)) - 1
    vocabulary = _Vocabulary(study)
    for number, claim in enumerate(claims):
        told = {cell.article for cell in claim.cells if cell.relation is not Relation.ABSENT}
        houses = {study.house_of[column] for column, cell in enumerate(claim.cells) if cell.article in told}
        carriers = len(houses)
        if carriers < _LEAST_CARRIERS or 2 * carriers <= others:
            continue
        for column, cell in enumerate(claim.cells):
            if study.house_of[column] in houses or met[cell.article].isdisjoint(told):
                continue
            close = cell.nearest is not None and cell.nearest.score >= _SAYS_IT * study.alignment.threshold
            why = f"{carriers} of {others} others carry it{_as_copies(study, claim, carriers)}"
            if close:
                lacking = vocabulary.lacking(claim, column) if cell.nearest and cell.nearest.score < _SURELY_SAYS_IT else ""
                why = _condition_left_out(study, claim, column) or (f"{why}; nowhere here: {lacking}" if lacking else "")
            if why:
                found.append((column, Omission(cell.article, number, why)))
    return tuple(omission for _, omission in sorted(found, key=lambda one: (one[0], one[1].claim)))


def _as_copies(study: Study, claim: Claim, carriers: int) -> str:
    """That copies are among the carriers, in how many texts they carry it; empty where there are none."""
    texts = len({study.voice_of[column] for column, cell in enumerate(claim.cells) if cell.relation is not Relation.ABSENT})
    return "" if texts >= carriers else ", as one text" if texts == 1 else f", in {texts} texts"


def _met(claims: Sequence[Claim]) -> dict[ArticleId, set[ArticleId]]:
    """For each article those with which it shares a claim."""
    met: dict[ArticleId, set[ArticleId]] = defaultdict(set)
    for claim in claims:
        told = [cell.article for cell in claim.cells if cell.relation is not Relation.ABSENT]
        for article in told:
            met[article].update(told)
    return met


class _Vocabulary:
    """Which words of a claim an article never uses, not even in nearly the same meaning; each article is read once."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._used: dict[int, frozenset[str]] = {}

    def lacking(self, claim: Claim, column: int) -> str:
        """The weightiest of what carriers of two houses share and the article lacks, in quotation marks; empty when it lacks too little."""
        study = self._study
        sides = [(study.house_of[other], side) for other, cell in enumerate(claim.cells) for side in _sides(study, other, cell.spans)]
        houses: dict[str, set[int]] = defaultdict(set)
        for house, side in sides:
            for stem in side.telling:
                houses[stem].add(house)
        weight = {stem: study.weight.get(stem, 0.0) for stem, those in houses.items() if len(those) >= _LEAST_CARRIERS}
        lacked = weight.keys() - self._used_in(column)
        named = any((word.name or word.text.isdigit()) and word.stem in lacked for _, side in sides for word in side.words)
        if len(lacked) < (_FEW if named else _SOME) or sum(weight[stem] for stem in lacked) < _FOREIGN * sum(weight.values()):
            return ""
        fullest = max((side for _, side in sides), key=lambda side: sum(weight[stem] for stem in side.telling & lacked))
        spans = new_words_of(fullest, fullest.telling - lacked, study.weight)
        return ", ".join(f"“{span.of(study.articles[fullest.unit.column].text)}”" for span in spans)

    def _used_in(self, column: int) -> frozenset[str]:
        if column not in self._used:
            self._used[column] = frozenset().union(*(self._study.side(unit).near for unit in self._study.units_of[column]))
        return self._used[column]


def replies_left_out(study: Study, claims: Sequence[Claim]) -> tuple[Omission, ...]:
    """Of two articles: denials, refusals to comment and conditions of one that touch what the other reports and are not in it."""
    if len(study.articles) != _LEAST_CARRIERS:
        return ()
    found: list[tuple[int, float, Omission]] = []
    names = (_names(study, 0), _names(study, 1))
    told = [{side.span: side for side in (study.side(u) for u in study.units_of[column])} for column in (0, 1)]
    for number, claim in enumerate(claims):
        if claim.status is not ClaimStatus.ONLY:
            continue
        column = next(k for k, cell in enumerate(claim.cells) if cell.relation is not Relation.ABSENT)
        missing = claim.cells[1 - column]
        side = next((told[column][span] for span in claim.cells[column].spans if span in told[column]), None)
        if side is None or missing.nearest is None or missing.nearest.score < _TOUCHING:
            continue
        if why := _reply(side, names[1 - column]):
            found.append((1 - column, missing.nearest.score, Omission(missing.article, number, why)))
    kept: list[tuple[int, Omission]] = []
    for column in (0, 1):
        mine = sorted((one for one in found if one[0] == column), key=lambda one: -one[1])[:_MOST_REPLIES]
        kept += [(column, omission) for _, _, omission in mine]
    return tuple(omission for _, omission in sorted(kept, key=lambda one: (one[0], one[1].claim)))


def _condition_left_out(study: Study, claim: Claim, column: int) -> str:
    """The condition that every other cell with the claim has and the article's nearest sentence has not; empty when there is none."""
    conditions = []
    for other, cell in enumerate(claim.cells):
        if cell.spans:
            met = [cue for side in _sides(study, other, cell.spans) for cue in side.met(side.cues.condition)]
            if not met:
                return ""
            conditions.append(met[0])
    nearest = claim.cells[column].nearest
    if nearest is None or any(side.met(side.cues.condition) for side in _sides(study, column, (nearest.span,))):
        return ""
    return f"the condition (“{conditions[0]}”) that {len(conditions)} of {len(claim.cells) - 1} others carry"


def _sides(study: Study, column: int, spans: Sequence[Span]) -> Iterator[Side]:
    """Those stretches of the article as sides of a claim."""
    for k in sorted({k for span in spans if (k := study.unit_at(column, span.start)) is not None}):
        unit = study.units[k]
        yield from (Side(unit, span, cues_for(unit.language)) for span in spans if unit.span.holds(span))


def _names(study: Study, column: int) -> frozenset[str]:
    return frozenset(word.stem for k in study.units_of[column] for word in study.units[k].words if word.name)


def _reply(side: Side, named: frozenset[str]) -> str:
    """Why the side is a reply about somebody whom the other article names; empty when it is none."""
    if not any(word.name and word.stem in named for word in side.words):
        return ""
    for pattern, why in ((side.cues.denial, "a denial"), (side.cues.silence, "a refusal to comment")):
        if cues := side.met(pattern):
            return f"{why} (“{cues[0]}”) that only the other article carries"
    return ""
