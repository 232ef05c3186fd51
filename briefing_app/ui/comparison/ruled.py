"""What can be ruled of a row and what is ruled of it: its passages as anchors, its speakers, its marks. Without Qt."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.anchoring import anchor
from briefing_app.model.comparison import CLASHES, ClaimStatus, DifferenceKind
from briefing_app.model.ruling import Judged, Passage, Passages, Ruling
from briefing_app.ui.comparison.passages import Compared


def passages_of(compared: Compared, claim: int) -> Passages:
    """All passages of a row, in the order of articles and texts."""
    return tuple(one for place in range(len(compared.articles)) for one in cell_passages(compared, claim, place))


def cell_passages(compared: Compared, claim: int, place: int, passage: int | None = None) -> Passages:
    """The passages of a cell, or one of them in the order of the text; none where the source is silent."""
    article = compared.articles[place]
    spans = sorted(compared.cell(claim, place).spans)
    chosen = spans if passage is None else spans[passage : passage + 1]
    return tuple(Passage(article.id, anchor(article.text, span)) for span in chosen)


def beside(compared: Compared, claim: int, passages: Passages) -> Passages:
    """The passages of the row without these."""
    return tuple(one for one in passages_of(compared, claim) if one not in passages)


def rulings_on(compared: Compared, claim: int) -> tuple[Ruling, ...]:
    """The rulings that shaped or judge a row, in the order in which they were made."""
    numbers = compared.comparison.claims[claim].rulings
    return tuple(one for one in compared.rulings if one.id in numbers)


def pending(compared: Compared) -> tuple[Ruling, ...]:
    """The rulings whose words are not found any more."""
    return tuple(one for one in compared.rulings if one.id in compared.comparison.pending)


def judgement_on(compared: Compared, claim: int) -> Judged | None:
    """What the analyst makes of a row, None when he has not said so."""
    found = [one.rule for one in rulings_on(compared, claim) if isinstance(one.rule, Judged)]
    return found[-1] if found else None


def speakers_of(compared: Compared, claim: int, place: int) -> tuple[str, ...]:
    """Everybody to whom words are given, those of the cell first, each once."""
    comparison = compared.comparison
    cell = compared.cell(claim, place)
    here = (name for span in sorted(cell.spans) for name in comparison.chain_of(cell, span))
    return tuple(dict.fromkeys((*here, *sorted(_everybody(compared), key=str.casefold))))


def _everybody(compared: Compared) -> Iterator[str]:
    for told in compared.comparison.attributions:
        yield from (name for name in (told.attribution.source, *told.attribution.chain) if name)
    for said in compared.comparison.quotations:
        if said.quotation.speaker:
            yield said.quotation.speaker


def marks_on(compared: Compared, claim: int, place: int) -> tuple[DifferenceKind | None, ...]:
    """What can be dismissed on a cell: its kinds of marks and those of the row's conflict; None: that it leaves the claim out."""
    if compared.left_out(claim, place):
        return (None,)
    row, cell = compared.comparison.claims[claim], compared.cell(claim, place)
    kinds = [mark.kind for mark in cell.marks]
    if row.status in (ClaimStatus.CONFLICT, ClaimStatus.PROGRESSION):
        kinds += [mark.kind for other in row.cells for mark in other.marks if mark.kind in CLASHES]
    return tuple(dict.fromkeys(kinds)) if cell.spans else ()
