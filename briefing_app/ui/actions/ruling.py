"""Correcting the comparison and judging its claims; every verb is about the chosen cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint

from briefing_app.ui.actions.conditions import writable
from briefing_app.ui.actions.row import ActionRow, Menu, Where, tr
from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.quoting import quoted

if TYPE_CHECKING:
    from briefing_app.model.comparison import DifferenceKind
    from briefing_app.model.ruling import Ruling
    from briefing_app.ui.comparison.passages import Compared
    from briefing_app.ui.organizing.picking import Pick
    from briefing_app.ui.window import Window


def join_rows(window: Window) -> None:
    """Pick the row that tells the same claim as the chosen one."""
    compared, claim, _ = _here(window)
    picks = _other_rows(compared, claim)
    _pick(window, tr("Join the row with"), picks, lambda other: window.session.rulings.join(claim, other))


def split_off(window: Window) -> None:
    """Take the chosen passage out of its row."""
    _, claim, place = _here(window)
    window.session.rulings.part(claim, place, _passage(window))


def move_passage(window: Window) -> None:
    """Pick the row into which the chosen passage belongs."""
    compared, claim, place = _here(window)
    if not compared.cell(claim, place).spans:
        window.status.say(tr("This source says nothing in this row; choose one that does."))
        return
    passage = _passage(window)
    _pick(
        window,
        tr("Move the passage to the row"),
        _other_rows(compared, claim),
        lambda to: window.session.rulings.move(claim, place, to, passage),
    )


def set_relation(window: Window) -> None:
    """Pick how the source stands to the claim."""
    from briefing_app.model.comparison import Relation
    from briefing_app.model.ruling import Related
    from briefing_app.ui.comparison.ruled import rulings_on
    from briefing_app.ui.organizing.picking import Pick
    from briefing_app.ui.ruling_words import relation_words

    compared, claim, place = _here(window)
    cell = compared.cell(claim, place)
    if not cell.spans:
        window.status.say(tr("This source says nothing in this row; choose one that does."))
        return
    now = tr("now")
    picks = [Pick(relation_words(one), one, now if one is cell.relation else "") for one in Relation if one is not Relation.ABSENT]
    if any(isinstance(one.rule, Related) and one.rule.article == cell.article for one in rulings_on(compared, claim)):
        picks.append(Pick(tr("as the program finds it"), None))
    _pick(window, tr("How the source stands to the claim"), picks, lambda one: window.session.rulings.relate(claim, place, one))


def set_speaker(window: Window) -> None:
    """Pick or type who says the passage."""
    from briefing_app.ui.comparison.ruled import speakers_of
    from briefing_app.ui.organizing.picking import Pick

    compared, claim, place = _here(window)
    if not compared.cell(claim, place).spans:
        window.status.say(tr("This source says nothing in this row; choose one that does."))
        return
    passage = _passage(window)
    picks = [Pick(tr("the source itself"), "")] + [Pick(name, name) for name in speakers_of(compared, claim, place)]
    _pick(
        window,
        tr("Who says the passage"),
        picks,
        lambda name: window.session.rulings.speak(claim, place, name, passage),
        new=tr("Somebody else: “%1”"),
    )


def rename_speaker(window: Window) -> None:
    """Pick a speaker, then pick or type the name."""
    from briefing_app.ui.comparison.ruled import speakers_of
    from briefing_app.ui.organizing.picking import Pick

    compared, claim, place = _here(window)
    names = speakers_of(compared, claim, place)

    def ask(speaker: str) -> None:
        title = tr("%1 is called").replace("%1", quoted(speaker))
        others = [Pick(name, name, tr("merge")) for name in names if name != speaker]
        _pick(window, title, others, lambda name: window.session.rulings.rename(speaker, name), new=tr("Rename to “%1”"))

    _pick(window, tr("Rename or merge the speaker"), [Pick(name, name) for name in names], ask)


def dismiss_mark(window: Window) -> None:
    """Pick the mark of the cell that says nothing; a single one is dismissed at once."""
    from briefing_app.ui.comparison.ruled import marks_on
    from briefing_app.ui.organizing.picking import Pick

    compared, claim, place = _here(window)
    marks = marks_on(compared, claim, place)
    if not marks:
        window.status.say(tr("There is no mark on this cell."))
    elif len(marks) == 1:
        window.session.rulings.dismiss(claim, place, marks[0])
    else:
        picks = [Pick(_mark_words(kind), kind) for kind in marks]
        _pick(window, tr("Dismiss the mark"), picks, lambda kind: window.session.rulings.dismiss(claim, place, kind))


def judge(window: Window) -> None:
    """Ask what the analyst makes of the claim."""
    from briefing_app.ui.comparison.judging import JudgePopover
    from briefing_app.ui.comparison.ruled import judgement_on

    compared, claim, _ = _here(window)
    rulings = window.session.rulings
    asked = JudgePopover(window.look, window, quoted(compared.comparison.claims[claim].statement), judgement_on(compared, claim))
    asked.judged.connect(lambda belief, reason, source, likely: rulings.judge(claim, belief, reason, source, likely))
    asked.cleared.connect(lambda: rulings.judge(claim, None))
    asked.open_near(_below(window))


def show_corrections(window: Window) -> None:
    """List what is ruled here; what is picked is taken back."""
    from briefing_app.ui.comparison.ruled import pending, rulings_on

    compared, claim, _ = _here(window)
    here, lost = rulings_on(compared, claim), pending(compared)
    rest = [one for one in compared.rulings if one not in here and one not in lost]
    picks = [_listed(one, tr("this row")) for one in here]
    picks += [_listed(one, tr("pending: not found"), icon="warning") for one in lost]
    picks += [_listed(one) for one in rest]
    if not picks:
        window.status.say(tr("Nothing is corrected or judged in this comparison."))
        return

    def take_back(ruling: Ruling) -> None:
        window.session.rulings.take_back(ruling)

    _pick(window, tr("Take back a correction"), picks, take_back)


def drop_on_row(window: Window, claim: int, place: int | None, to: int) -> None:
    """What dropping a row (``place`` None) or a source's cell on another row does."""
    if place is None:
        window.session.rulings.join(claim, to)
    else:
        window.session.rulings.move(claim, place, to)


def _here(window: Window) -> tuple[Compared, int, int]:
    compared, standing = window.compare.compared, window.compare.standing
    assert compared is not None
    assert standing.claim is not None
    return compared, standing.claim, standing.place


def _passage(window: Window) -> int | None:
    """Which passage of the cell is meant: in the matrix all of them."""
    standing = window.compare.standing
    return None if standing.level is Level.MATRIX else standing.passage


def _other_rows(compared: Compared, claim: int) -> list[Pick]:
    """The other rows, those first whose words are most like the chosen one's."""
    from briefing_app.ui.organizing.picking import Pick

    claims = compared.comparison.claims
    mine = set(claims[claim].statement.casefold().split())

    def alike(index: int) -> float:
        words = set(claims[index].statement.casefold().split())
        return len(mine & words) / max(1, len(mine | words))

    others = sorted((index for index in range(len(claims)) if index != claim), key=lambda index: (-alike(index), index))
    return [Pick(claims[index].statement, index) for index in others]


def _listed(ruling: Ruling, note: str = "", icon: str = "") -> Pick:
    """What was ruled, then of which words."""
    from briefing_app.model.ruling import Renamed
    from briefing_app.ui.organizing.picking import Pick
    from briefing_app.ui.ruling_words import quote_of, ruling_words, short_words

    rule = ruling.rule
    about = ruling_words(rule) if isinstance(rule, Renamed) else f"{short_words(rule)}: {quoted(quote_of(rule))}"
    return Pick(about, ruling, note, icon)


def _mark_words(kind: DifferenceKind | None) -> str:
    from briefing_app.ui.comparison.kinds import kind_words

    return kind_words(kind) if kind else tr("left out")


def _pick(window: Window, title: str, picks: Sequence[Pick], then: Callable[[Any], None], new: str = "") -> None:
    from briefing_app.ui.organizing.picking import PickPopover

    placeholder = tr("Type a name …") if new else tr("Type to narrow …")
    popover = PickPopover(window.look, window, title, picks, placeholder, new)
    popover.picked.connect(then)
    popover.open_near(_below(window))


def _below(window: Window) -> QPoint:
    """Below what is chosen."""
    view = window.compare
    anchor = view.pane.anchor()
    return view.level_widget.mapTo(window, anchor.bottomLeft()) + QPoint(window.look.px(8), window.look.px(4))


def _claim_chosen(window: Window) -> bool:
    return writable(window) and window.compare.compared is not None and window.compare.standing.claim is not None


_E, _C = Menu.EDIT, Where.COMPARE

ROWS = (
    ActionRow("judge", _E, "Judge the claim …", ("Shift+B",), judge, _C, icon="check", hint="judge", enabled=_claim_chosen),
    ActionRow("join_rows", _E, "Join the row with another …", ("Shift+J",), join_rows, _C, hint="join rows", enabled=_claim_chosen),
    ActionRow("split_off", _E, "Split the passage off its row", ("Shift+S",), split_off, _C, hint="split off", enabled=_claim_chosen),
    ActionRow("move_passage", _E, "Move the passage to another row …", ("Shift+M",), move_passage, _C, hint="move", enabled=_claim_chosen),
    ActionRow("set_relation", _E, "Say how the source stands to the claim …", ("Shift+R",), set_relation, _C, enabled=_claim_chosen),
    ActionRow("set_speaker", _E, "Say who tells the passage …", ("Shift+T",), set_speaker, _C, enabled=_claim_chosen),
    ActionRow("rename_speaker", _E, "Rename or merge a speaker …", ("Shift+N",), rename_speaker, _C, enabled=_claim_chosen),
    ActionRow("dismiss_mark", _E, "Dismiss a mark …", ("Shift+X",), dismiss_mark, _C, hint="dismiss mark", enabled=_claim_chosen),
    ActionRow("corrections", _E, "Corrections, to take one back …", ("Shift+C",), show_corrections, _C, enabled=_claim_chosen),
)  # fmt: skip
RULING_VERBS = tuple(row.id for row in ROWS)
"""The verbs of a cell's own menu, in this order."""
