"""Turns rows into claims: a cell for every article with its relation, key words, marks and chain; hides how a statement is chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from briefing_app.comparison.chains import chain_of
from briefing_app.comparison.conflicts import in_row, rows_of_their_own
from briefing_app.comparison.differences import differences_between
from briefing_app.comparison.disputes import Dispute
from briefing_app.comparison.reasons import Member, carried_reason, clash_mark, clash_reason, difference_mark
from briefing_app.comparison.relations import against, relation_of
from briefing_app.comparison.rulings.outcome import on_claims
from briefing_app.comparison.sentences.units import Unit
from briefing_app.comparison.statements import Statement, own_statement, statement_of
from briefing_app.comparison.stretches.keywords import key_spans_of, new_words_of
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, DifferenceKind, Nearest, Place, Relation
from briefing_app.model.ids import RulingId

_ORDER = {status: k for k, status in enumerate(ClaimStatus)}
_LEAST_WORDS = 3  # telling words that a sentence needs to be a row of its own
_LIKELY = 0.5  # score from which a passage more likely than not says what the row says, though it does not stand in it
_MARKED = frozenset(DifferenceKind) - {DifferenceKind.WORDING}


def claims_of(study: Study, disputes: Sequence[Dispute]) -> tuple[tuple[Claim, ...], tuple[RulingId, ...]]:
    """All rows, sorted by status and then by where they stand in the articles; and the rulings that are about none of them any more."""
    left = dict.fromkeys(disputes)
    placed: list[tuple[Claim, float]] = []
    told: set[int] = set()
    for row in study.rows:
        study.go_on()
        members = study.members_of(row)
        found = in_row(study, row, members, left)
        for one in found:
            del left[one]
        clauses = {unit: tuple(clause for u, clause in row.nodes if u == unit) for unit, _ in members}
        placed.append((replace(_claim(study, members, clauses, found), rulings=row.rulings), _position(study, row.units)))
        told.update(row.units)
    for disputed in rows_of_their_own(left):
        units = [unit for unit, _ in disputed.members]
        placed.append((_claim(study, disputed.members, {}, disputed.disputes), _position(study, units)))
        told.update(units)
    placed += [(_only(study, unit), _position(study, (unit,))) for unit in _alone(study, told)]
    claims, homeless = on_claims([claim for claim, _ in placed], study.rulings, study.letters, lambda cells: _status(study, cells, ()))
    ordered = sorted(
        zip(claims, (position for _, position in placed), strict=True),
        key=lambda one: (_ORDER[one[0].status], one[1], one[0].statement_from.span),
    )
    return tuple(claim for claim, _ in ordered), homeless


def _position(study: Study, units: Sequence[int]) -> float:
    return sum(study.units[u].order / study.units[u].of for u in units) / len(units)


def _claim(study: Study, members: Sequence[Member], clauses: dict[int, tuple[int, ...]], found: Sequence[Dispute]) -> Claim:
    """A row of these sentences; ``clauses`` are those of each that the row is about, where not all are."""
    parties = [member for member in members if found and member[0] in (found[0].a, found[0].b)]
    stated = statement_of(study, parties or members, clauses)
    clear = next(member for member in members if member[0] == stated.unit)
    opposed = against(clear, members, found)
    cells = tuple(_cell(study, column, members, clear, found, opposed) for column in range(len(study.articles)))
    status, why = _status(study, cells, found)
    why = clash_reason(found, members, study.letters) if found else why
    return Claim(status, *_stated(study, stated), cells, why)


def _stated(study: Study, statement: Statement) -> tuple[str, Place]:
    place = Place(study.units[statement.unit].place.article, statement.span)
    return " ".join(statement.span.of(study.articles[study.units[statement.unit].column].text).split()), place


def _status(study: Study, cells: Sequence[Cell], found: Sequence[Dispute]) -> tuple[ClaimStatus, str]:
    if found:
        return found[0].status, found[0].why
    carrying = [k for k, cell in enumerate(cells) if cell.relation is not Relation.ABSENT]
    voices = {study.voice_of[k] for k in carrying}
    every = set(study.voice_of)
    counted = carried_reason(carrying, study.letters)
    if len(voices) == len(every) or len(carrying) == len(cells):
        return ClaimStatus.ALL if len(cells) > 1 else ClaimStatus.ONLY, counted
    if len(voices) == 1:
        alike = "copies of one text" if len({study.origin_of[k] for k in carrying}) == 1 else "of one house"
        return ClaimStatus.ONLY, counted if len(carrying) == 1 else f"{counted}, {alike}"
    return ClaimStatus.SOME, counted


def _cell(study: Study, column: int, members: Sequence[Member], clear: Member, found: Sequence[Dispute], opposed: Collection[int]) -> Cell:
    mine = [(unit, side) for unit, side in members if side.unit.column == column]
    article = study.articles[column].id
    if not mine:
        return Cell(article, Relation.ABSENT, nearest=_nearest(study, column, [unit for unit, _ in members]))
    best = max(mine, key=lambda member: (study.alignment.matrix[member[0], clear[0]], -member[0])) if clear not in mine else clear
    own = {unit for unit, _ in mine}
    clash_marks = tuple(
        dict.fromkeys(
            clash_mark(clash, unit, members, study.letters) for clash in found for unit in sorted(own) if unit in (clash.a, clash.b)
        )
    )
    disputed = {mark.kind for mark in clash_marks} | ({DifferenceKind.NEGATION} if clash_marks else set())
    same = best == clear or study.same_sentences[column] == study.same_sentences[clear[1].unit.column]
    met = [] if same else differences_between(clear[1], best[1], _MARKED - disputed)
    marks = tuple(difference_mark(one, best[1]) for one in met)
    others = [side for _, side in members if side.unit.column != column]
    keys = tuple(sorted({span for _, side in mine for span in key_spans_of(side, others)}))
    relation = relation_of(clear, best, [unit for unit, _ in mine], opposed)
    return Cell(article, relation, tuple(sorted({side.span for _, side in mine})), keys, None, clash_marks + marks, chain_of(best[1]))


def _nearest(study: Study, column: int, units: Sequence[int]) -> Nearest | None:
    """The sentence of the article that comes nearest to the row, None when nothing comes near at all."""
    score, there = max(((study.nearest[column][unit]) for unit in units), key=lambda one: (one[0], -one[1]))
    if score <= 0:
        return None
    likely = score >= max(_LIKELY, study.alignment.threshold) and not any((unit, there) in study.rowed for unit in units)
    return Nearest(study.units[there].span, round(score, 3), likely)


def _alone(study: Study, taken: Collection[int]) -> list[int]:
    """Sentences that stand in no row yet and say enough to be one."""
    return [k for k, unit in enumerate(study.units) if k not in taken and sum(not word.stop for word in unit.words) >= _LEAST_WORDS]


def _only(study: Study, unit: int) -> Claim:
    study.go_on()
    alone = study.units[unit]
    side, chain = _told_alone(alone)
    keys = new_words_of(side, study.told_beside(alone.column), study.weight)
    cells = tuple(
        Cell(article.id, Relation.STATES, (side.span,), keys, None, (), chain)
        if column == alone.column
        else Cell(article.id, Relation.ABSENT, nearest=_nearest(study, column, [unit]))
        for column, article in enumerate(study.articles)
    )
    return Claim(
        ClaimStatus.ONLY, *_stated(study, Statement(unit, own_statement(alone), 0.0)), cells, carried_reason([alone.column], study.letters)
    )


@lru_cache(maxsize=4096)
def _told_alone(unit: Unit) -> tuple[Side, tuple[str, ...]]:
    """Words and chain of the cell of a sentence that stands in no row."""
    side = Side.of(unit)
    return side, chain_of(side)
